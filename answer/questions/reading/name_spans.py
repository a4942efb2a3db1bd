"""Names in running text, by their capitals: "Office of the Harbor Master", "GIS", "J. Alvarez".

A sentence's first word is a name only if more capitals follow or it is an acronym. It refuses to say what kind of thing
a name names: person, office and place look alike, and the question's own noun must tell.
"""

import re

from answer.questions.reading.words import STOP, fold, stems

_WORD = r"[A-Z][\w'’&-]*(?:\.(?=[A-Z]|\s[A-Z]))?"
_JOIN = r"(?: (?:of the|of|and the|and|for the|for|the|in|&|de|la) | |, (?=Inc|LLC|Ltd)|/)"
_NAME = re.compile(rf"\b{_WORD}(?:{_JOIN}{_WORD}|(?: [&]) {_WORD})*")
_FIRST = re.compile(r"(?:^|[.!?:;•] |[\"“(])$")
_CALENDAR = stems(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Spring Summer Fall Winter Fiscal Year FY Quarter First "
    "Second Third Fourth Last Next"
)


def find_names(text: str) -> tuple[str, ...]:
    """ "In May, Dana Ortiz of the Parks Bureau met staff" gives Dana Ortiz of the Parks Bureau; "Opened in May"
    gives none."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and fold(words[0]) in STOP:
            words = words[1:]
            if words and words[0][0].islower():
                words = words[1:]
        begins = bool(_FIRST.search(text[: match.start()])) and len(words) == len(match.group().split())
        dated = len(words) > 1 and stems(" ".join(words[1:])) <= _CALENDAR
        plain = begins and (dated or len(words) == 1) and not words[0].isupper()
        if words and not plain and not stems(" ".join(words)) <= _CALENDAR:
            found.append(" ".join(words))
    return tuple(found)


def new_names(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The names of ``text`` that say something which ``known`` (the question's stems) does not."""
    return tuple(name for name in find_names(text) if not stems(name) <= known)
