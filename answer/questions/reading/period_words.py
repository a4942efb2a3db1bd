"""Times as tables title their columns and as questions say them: years, quarters, halves, numbered years.

"Jul–Dec 2031" is the second half of 2031, "FY 30-31" both of its years. Words that lean on today ("last year", "now")
say no time of their own here: what they mean depends on who reads them.
"""

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEARS = re.compile(r"(?<!\d)(?:(?:19|20)(?=\d\d[-–/]))?(\d\d)[-–/](?:20)?(\d\d)(?!\d)")
_FISCAL = re.compile(r"\b(?:FY|PY|SFY|CY)\s?['’]?(\d\d)(?!\d|[-–/]\d)", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NUMBER = rf"(?:[1-5]|{'|'.join(_ORDINALS)})"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_QUARTER = re.compile(rf"\bQ([1-4])\b|\b({_ORDINAL}) quarter|\bquarter ({_NUMBER})\b", re.IGNORECASE)
_HALF = re.compile(rf"\bH([12])\b|\b({_ORDINAL}) half", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b(?:year|phase) ({_NUMBER})\b", re.IGNORECASE)
_FIRST_HALF = re.compile(r"\bjan\w*\.?\s?(?:[-–—]|to|through)\s?june?\b", re.IGNORECASE)
_SECOND_HALF = re.compile(r"\bjuly?\.?\s?(?:[-–—]|to|through)\s?dec\w*", re.IGNORECASE)


def times_in(text: str) -> frozenset[str]:
    """ "Q2 2031" is ``{"2031", "q2"}``, "Jul-Dec 2031" ``{"2031", "h2"}``, "Year Two" ``{"n2"}``."""
    found = {match.group() for match in _YEAR.finditer(text)}
    found |= {f"20{year}" for match in _SHORT_YEARS.finditer(text) for year in match.groups() if year}
    found |= {f"20{match.group(1)}" for match in _FISCAL.finditer(text)}
    for sign, pattern in (("q", _QUARTER), ("h", _HALF), ("n", _NUMBERED)):
        found |= {f"{sign}{_number(match)}" for match in pattern.finditer(text)}
    found |= {"h1"} if _FIRST_HALF.search(text) else set()
    found |= {"h2"} if _SECOND_HALF.search(text) else set()
    return frozenset(found)


def same_time(asked: frozenset[str], titled: frozenset[str]) -> bool:
    """Whether a column's time is one that is asked for: nothing in it may differ from what the question says."""
    kinds = {kind_of(time) for time in asked} & {kind_of(time) for time in titled}
    return bool(kinds) and all(
        {t for t in titled if kind_of(t) == kind} & {t for t in asked if kind_of(t) == kind} for kind in kinds
    )


def kind_of(time: str) -> str:
    return time[0] if time[0] in "qhn" else "year"


def _number(match: re.Match[str]) -> int:
    said = next(group for group in match.groups() if group).lower()
    return int(said[0]) if said[0].isdigit() else _ORDINALS[said]
