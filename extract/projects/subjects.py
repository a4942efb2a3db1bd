"""What a predicate is said of, in the words that ``names`` reads: without the sum before a name and the former name
behind it, and with the British words for a project put as "project".

Nothing is judged here; a phrase that holds none of this stays as it is.
"""

import re

_SUM = r"[£$€]\s?\d[\d.,]{0,14}(?:[\s-]?(?:million|billion|thousand|mn?|bn|k))?"
# "Turning to the larger schemes, the Pier Lift", "Both the Pier Lift and the Dune Fence".
# "Since the Pier Lift", "although the Pier Lift": what opens a clause is no part of the name.
_INTRO = re.compile(
    r"^(?:(?:[Ss]ince|[Aa]fter|[Bb]ecause|[Aa]lthough|[Tt]hough|[Ww]hile)\s(?=the\s)|(?:[A-Z][a-z]{2,20}ing|Among|Of|As)(?:\s[a-z]{2,20}){1,7},\s|[Bb]oth\s)(?=the\s[A-Z£$€])"
)
_SUM_FIRST = re.compile(rf"^(?P<article>(?:the|an?|our|its|this)\s)?{_SUM}\s(?=[A-Z\"“])", re.I)
_FORMER = re.compile(r"\s\((?:formerly|previously|once|originally)\s[^()]{2,80}\)")
_STATUS_OF = re.compile(
    r"^(?:the\s)?(?:(?:overall|current|present|rag|project)\s){0,2}(?:status|rating|health)\s(?:of|for)\s", re.I
)
_SCHEME = re.compile(r"(?<=\s)(?:scheme|workstream|work strand|strand)(?=,?$|,\sthe\s[A-Z])")


def bare_subject(phrase: str) -> str:
    """ "The Pier Lift project" of "The £1.2m Pier Lift (formerly Dock Lift) scheme"."""
    phrase = _SUM_FIRST.sub(lambda match: match["article"] or "", _STATUS_OF.sub("", _INTRO.sub("", phrase.strip())))
    return _SCHEME.sub("project", without_former_name(phrase))


def without_former_name(name: str) -> str:
    """ "Pier Lift" of "Pier Lift (formerly Dock Lift)": the other name is read where renamings are."""
    return _FORMER.sub("", name)
