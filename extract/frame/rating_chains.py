"""One sentence that explains a whole scale: ``"Calm" means that ..., "Rough" that ... and "Storm" that ...``.

Two ratings at least make a chain: a lone one is read elsewhere. The words between two ratings are the meaning of the
first, so a sentence whose ratings cannot be told from its other words is left alone.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.projects.status_words import COLOURS

_QUOTED = r"[\"“][^\"”.;:]{1,40}[,.]?[\"”]"
_CAPITAL = r"[A-Z][\w-]{1,20}(?:\s(?!when\b|if\b|where\b|means?\b|says?\b|is\b|are\b|that\b)[a-z][\w-]{1,15}){0,2}?"
_COLOUR = rf"(?:{'|'.join(COLOURS)})"
_LETTER = r"[A-Z](?:-rated)?"
_TERM = rf"(?P<term>{_QUOTED}|(?i:{_COLOUR})(?:\sstatus)?|{_CAPITAL}|{_LETTER})"

_MEANS = (
    r"(?:means|indicates|denotes|signifies|says|stands\sfor|(?:is|are)\s(?:given|assigned|applied)\sto|"
    r"(?:is|are)\s(?:used|reserved|kept)\sfor)(?:\sthat)?"
)
_WHEN = r"(?:when|if|where|once|unless|as\slong\sas|while|only\sif)"
_SHORT = rf"(?:that|for|to|{_WHEN})"
_RATED = (
    r"(?:is|are|be|gets?|receives?)\s(?:(?:then\s)?(?:rated|marked|flagged|shown|coded|classified|labell?ed|"
    r"designated|reported|called|considered)\s)?(?:as\s|in\s|an?\s)?"
)
# "..., and it is rated Rough when", "; Rough when".
_BETWEEN = (
    r"(?P<gap>[,;.]\s(?:(?:and|or|but|while)\s)?|\s(?:and|or)\s)"
    rf"(?:(?:it|they|those|one|the\sothers?)\s)?(?:{_RATED})?(?:as\s|in\s|the\s(?:word|colou?r|rating)\s)?"
)
_FIRST = (
    re.compile(rf"(?:^|[:,]\s)(?:[Tt]he\s(?:word|colou?r|rating|status|letter)\s)?{_TERM}\s{_MEANS}\s"),
    re.compile(rf"\b{_RATED}{_TERM}\s{_WHEN}\s"),
)
_NEXT = re.compile(rf"{_BETWEEN}{_TERM}\s(?:{_MEANS}|{_SHORT})\s")
# "shown as Safe (no threat is known), Shaky (one is) or Stuck (the team cannot help)"
_BRACKETED = re.compile(
    rf"(?:\b(?:as|in|are|is)\s|,\s(?:(?:and|or)\s)?|\s(?:and|or)\s|:\s){_TERM}\s\((?P<meaning>[^()]{{8,200}})\)(?=[,.;]|\s(?:and|or)\b|$)"
)
_TELLS_RATING = re.compile(
    r"\b(?:shown|rated|marked|graded|scored|classified|reported|ratings?|status)\b", re.IGNORECASE
)
_NO_TERM = re.compile(r"(?:The|An?|This|That|These|It|They|In|Of|For|Staff|Council|Which|Its)\b(?!-)")
_FEWEST_LETTERS = 5
_FEWEST_BRACKETS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``meaning`` is the sentence's own words."""

    term: str
    meaning: str


def sentence_to_chain(sentence: str) -> tuple[Link, ...]:
    """``A work is rated Calm when nothing is late, Rough when a milestone is, and Storm when the end is lost.``"""
    starts = next((found for first in _FIRST if len(found := _starts(sentence, first)) > 1), [])
    if not starts:
        return _bracketed(sentence)
    ends = [*(match.start() for match in starts), len(sentence)][1:]
    links = tuple(
        Link(term=_plain(match["term"]), meaning=sentence[match.end() : end].strip(" ,;."))
        for match, end in zip(starts, ends, strict=True)
    )
    clear = len({link.term.casefold() for link in links}) == len(links)
    return links if clear and all(len(link.meaning) >= _FEWEST_LETTERS for link in links) else ()


def _bracketed(sentence: str) -> tuple[Link, ...]:
    """Three at least, one right after the other: brackets explain many things."""
    found = list(_BRACKETED.finditer(sentence)) if _TELLS_RATING.search(sentence) else []
    neighbours = all(later.start() == earlier.end() for earlier, later in pairwise(found))
    if len(found) < _FEWEST_BRACKETS or not neighbours:
        return ()
    return tuple(Link(term=_plain(match["term"]), meaning=match["meaning"].strip(" ,;.")) for match in found)


def _starts(sentence: str, first: re.Pattern[str]) -> list[re.Match[str]]:
    opening = first.search(sentence)
    if opening is None or _NO_TERM.match(opening["term"]):
        return []
    following = [match for match in _NEXT.finditer(sentence, opening.end()) if not _NO_TERM.match(match["term"])]
    return [opening, *following]


def _plain(term: str) -> str:
    return re.sub(r"(?:-rated|\sstatus)$", "", term.strip('"“” ,.'))
