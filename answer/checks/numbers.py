"""Figures and number words in a sentence, with where they stand: "24", "2,000", "twenty-four", "three"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNIT_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS, _TENS = _UNIT_WORDS.split(), _TENS_WORDS.split()
_TENS_WORD = rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])}))?"

WORD = rf"(?:{_TENS_WORD}|{'|'.join(reversed(_UNITS))}|both|no)"
FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,4})?"
WHOLE = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,6}}|{WORD})"
"""A pattern of a whole number, as figure or word, for use inside other patterns (ignoring case)."""

PERCENT = rf"(?P<percent>{FIGURE})\s?(?:%|percent\b|per cent\b)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent:
    """``text[start:end]`` is the figure with its sign."""

    value: Decimal
    figure: str
    text: str
    start: int
    end: int


def whole_number(text: str) -> int:
    """``"twenty-four"`` and ``"24"`` are 24, ``"2,000"`` is 2000, ``"both"`` is 2, ``"no"`` is 0."""
    word = text.lower().replace(",", "")
    if word.isdigit():
        return int(word)
    if word in ("both", "no"):
        return 2 if word == "both" else 0
    tens, _, unit = word.replace("-", " ").partition(" ")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (_UNITS.index(unit) if unit else 0)
    return _UNITS.index(word)


def figure_value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def find_percents(text: str) -> Iterator[Percent]:
    for match in re.finditer(PERCENT, text):
        figure = match["percent"].replace(",", "")
        yield Percent(value=Decimal(figure), figure=figure, text=match.group(), start=match.start(), end=match.end())


def plain(value: Decimal) -> str:
    """At most two decimals, no needless zeros: ``91.67``, ``92``."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text or "0"
