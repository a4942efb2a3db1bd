"""How a memo hedges a figure, and whether another figure still fits what was said.

"Over 92 percent" is wrong for 91.7; "about 92 percent" is right for it. A doubt is decided for the memo.
"""

import re
from decimal import Decimal
from typing import Literal

Hedge = Literal["over", "just_over", "at_least", "under", "just_under", "at_most", "about", "none"]

_WORDS: tuple[tuple[Hedge, str], ...] = (
    ("at_least", r"at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of"),
    ("at_most", r"at most|no more than|not more than|up to|a maximum of|as many as"),
    ("just_over", r"(?:just|slightly|a little|barely|only just) (?:over|above|more than)"),
    ("just_under", r"(?:just|slightly|a little) (?:under|below|less than|short of)|nearly|almost|close to|approaching"),
    ("over", r"over|more than|above|exceed(?:s|ing|ed)?|greater than|upwards? of|in excess of|better than"),
    ("under", r"under|less than|fewer than|below"),
    ("about", r"about|approximately|approx|around|roughly|some|circa|an estimated|estimated|~|≈|on the order of"),
)
_PATTERNS = tuple(
    (hedge, re.compile(rf"(?:^|[\s(,;–—-])(?:{words})\.?(?:\s(?:a|an|the))?\s?$", re.IGNORECASE))
    for hedge, words in _WORDS
)
_SLACK = Decimal(3)
"""How far "about", "nearly" and "just over" may be off, in units of what the figure is given in."""


def read_hedge(before: str) -> Hedge:
    """The hedge at the end of ``before``, the text up to the figure: ``"or just over "`` is ``just_over``."""
    return next((hedge for hedge, pattern in _PATTERNS if pattern.search(before[-30:])), "none")


def hedge_words(text: str, start: int) -> str:
    """``nearly `` before ``nearly 65 percent``, as written; nothing where no hedge stands before ``start``."""
    words = re.search(r"(?:[A-Za-z]+\s){1,3}$", text[:start])
    tail = words.group() if words else ""
    while tail and read_hedge(tail.partition(" ")[2]) == read_hedge(tail):
        tail = tail.partition(" ")[2]
    return tail if tail and read_hedge(tail) != "none" else ""


def fits(hedge: Hedge, stated: Decimal, computed: Decimal, *, step: Decimal = Decimal(1)) -> bool:
    """``step`` is one unit of the last digit that is stated. Without a hedge, rounding and cutting off both fit."""
    difference = computed - stated
    match hedge:
        case "over":
            return difference > 0
        case "just_over":
            return 0 < difference <= _SLACK * step
        case "at_least":
            return difference >= 0
        case "under":
            return difference < 0
        case "just_under":
            return -_SLACK * step <= difference < step / 2
        case "at_most":
            return difference <= 0
        case "about":
            return abs(difference) <= _SLACK * step
        case "none":
            return abs(difference) < step


def last_digit(figure: str) -> Decimal:
    """One unit of the last digit: ``1`` for ``"92"``, ``0.1`` for ``"91.3"``."""
    return Decimal(1).scaleb(-len(figure.partition(".")[2]))
