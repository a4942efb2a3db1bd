"""Shares in words: "half", "two thirds", "a majority", "all", and which counts would bear them out."""

import re
from dataclasses import dataclass
from decimal import Decimal

from answer.checks.hedges import fits, hedge_words, read_hedge

_NAMES = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_FRACTION = re.compile(
    r"\b(?:(?P<half>(?:one[- ])?half)|"
    r"(?P<count>an?|one|two|three|four|nine)[- ](?P<name>third|quarter|fourth|fifth|tenth)s?)\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:(?:vast|large|overwhelming|clear|slim)\s)?(?:majority|most)\b", re.IGNORECASE)
_ALL = re.compile(r"^(?:\w+,\s)?all\b(?!\sother)", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:except|but|other than|apart from|besides|not all|unless)\b", re.IGNORECASE)
_WORD_STEP = Decimal("1.7")
"""A share in words is as rough as this, in per cent: a bare "half" may be off by twice as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareWord:
    """``text`` has its hedge; ``value`` is in per cent."""

    text: str
    start: int
    end: int
    value: Decimal
    hedge: str
    step: Decimal = _WORD_STEP

    def fits(self, percent: Decimal) -> bool:
        if self.hedge == "majority":
            return percent > 50
        if self.hedge == "all":
            return percent == 100
        if self.hedge == "none":
            return abs(percent - self.value) < (2 if self.step == _WORD_STEP else 1) * self.step
        return fits(self.hedge, self.value, percent, step=self.step)  # type: ignore[arg-type]


def find_share_word(text: str) -> ShareWord | None:
    """The one share in words of ``text``; ``None`` for none or several."""
    whole = [] if _EXCEPT.search(text) else _ALL.finditer(text)
    found = [*_FRACTION.finditer(text), *_MOST.finditer(text), *whole]
    if len(found) != 1:
        return None
    match = found[0]
    if match.re is _ALL:
        return ShareWord(text="all", start=match.start(), end=match.end(), value=Decimal(100), hedge="all")
    if match.re is _MOST:
        written = "most" if match.group().lower() == "most" else f"a {match.group().lower()}"
        return ShareWord(text=written, start=match.start(), end=match.end(), value=Decimal(50), hedge="majority")
    count = 1 if match["half"] else _COUNTS[match["count"].lower()]
    value = Decimal(100 * count) / (2 if match["half"] else _NAMES[match["name"].lower()])
    hedge = read_hedge(text[: match.start()])
    return ShareWord(
        text=hedge_words(text, match.start()) + match.group(),
        start=match.start(),
        end=match.end(),
        value=value,
        hedge=hedge,
    )
