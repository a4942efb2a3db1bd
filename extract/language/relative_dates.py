"""Days told from the memo's own date: "by the end of the year", "this fall", "next month".

Refused: what has two readings ("next spring", "this winter", "next quarter"), and seasons that are over.
"""

import re
from dataclasses import dataclass
from datetime import date

from extract.language import calendar
from records.values import Period

_PHRASE = re.compile(
    r"(?:by\s)?(?:(?P<year_end>(?:the\s)?end\sof\s(?:the|this)\s(?:calendar\s)?year|year[- ]end)"
    r"|(?P<this_year>later\sthis\s(?:calendar\s)?year)|(?P<next_year>(?:(?P<part>early|mid|late)\s)?next\s(?:calendar\s)?year)"
    r"|(?:later\s)?this\s(?P<season>spring|summer|fall|autumn)|(?P<next_month>next\smonth))\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeSpan:
    """A period found in ``text[start:end]``."""

    period: Period
    start: int
    end: int


def find_relative(text: str, *, anchor: date) -> tuple[RelativeSpan, ...]:
    """ "this fall" in a memo of May 2027 is September to November 2027."""
    found = ((match, _period(match, anchor)) for match in _PHRASE.finditer(text))
    return tuple(RelativeSpan(period=p, start=m.start(), end=m.end()) for m, p in found if p is not None)


def _period(match: re.Match[str], anchor: date) -> Period | None:
    words = match.group()
    if match["year_end"] or match["this_year"]:
        return Period(first=None, last=date(anchor.year, 12, 31), text=words)
    if match["next_year"]:
        first, last = calendar.PARTS.get((match["part"] or "").lower(), (1, 12))
        return calendar.months(anchor.year + 1, first, last, words)
    if match["next_month"]:
        return calendar.months(anchor.year, anchor.month + 1, anchor.month + 1, words)
    season = calendar.months(anchor.year, *calendar.SEASONS[match["season"].lower()], words)
    return season if season.last is not None and season.last >= anchor else None
