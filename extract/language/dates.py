"""Days and periods as memos write them, with the wording kept.

Refused: what has two readings ("winter 2026", "26/3/2026", "2025-26" without a word that it is fiscal) keeps its words
and gets no days; "TBD" is no period at all. A year stands alone only where a word before it makes it a date.
"""

import re
from dataclasses import dataclass
from datetime import date

from extract.language import calendar
from extract.language.date_wordings import MONTH, READERS, YEAR, month_number
from records.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSpan:
    """A period found in ``text[start:end]``."""

    period: Period
    start: int
    end: int


def parse_date(text: str) -> date | None:
    """The one day that ``text`` is: "March 3, 2027", "3 March 2027", "3/3/27", "2027-03-03", "Tue., March 3, 2027"."""
    bare = re.sub(r"^\s*(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+", "", text).strip(" .\n\t")
    spans = find_periods(bare)
    if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(bare)):
        return None
    period = spans[0].period
    return period.first if period.first == period.last else None


def parse_period(text: str, *, fiscal_start: int = 7) -> Period | None:
    """The one period of a table cell: "Q3 2027", "June 2027 (est.)". ``None`` for "TBD" and where two stand."""
    spans = find_periods(text, fiscal_start=fiscal_start)
    if re.fullmatch(rf"\s*{YEAR}\s*", text):
        return calendar.months(int(text), 1, 12, text.strip())
    return spans[0].period if len(spans) == 1 else None


def find_periods(text: str, *, fiscal_start: int = 7) -> tuple[PeriodSpan, ...]:
    """All days and periods in ``text``, in order, the longest reading of each: "March through June 2027" is one.

    ``fiscal_start`` is the month in which fiscal years begin. A period that the words do not fix ("in March", "Q3")
    has no days.
    """
    found: list[PeriodSpan] = []
    for pattern, reader in READERS:
        for match in pattern.finditer(text):
            start = match.start("at") if "at" in pattern.groupindex else match.start()
            period = reader(match, text[start : match.end()], fiscal_start)
            if period is not None:
                found.append(PeriodSpan(period=period, start=start, end=match.end()))
    return _end_phrases(text, _longest(found))


def find_fiscal_start(text: str) -> int:
    """The month in which the memo says its fiscal year begins ("fiscal year begins October 1"), else July."""
    said = re.search(rf"[Ff]iscal years?,?\s(?:that\s|which\s)?(?:begins?|starts?|beginning|starting|runs from|"
                     rf"from)\s(?:on\s)?"
                     rf"(?P<month>{MONTH})", text)  # fmt: skip
    return month_number(said["month"]) if said else 7


def anchor_period(period: Period, *, anchor: date, past: bool) -> Period:
    """A bare month or quarter ("in March") next to the memo's date: the latest one before it, or the next after it.

    What has days already, or is no bare month, is returned unchanged.
    """
    bare = re.fullmatch(rf"({MONTH})", period.text)
    if period.first is not None or period.last is not None or bare is None:
        return period
    month = month_number(bare.group(1))
    year = anchor.year
    if past and month > anchor.month:
        year -= 1
    if not past and month < anchor.month:
        year += 1
    return calendar.months(year, month, month, period.text)


def _longest(found: list[PeriodSpan]) -> list[PeriodSpan]:
    kept: list[PeriodSpan] = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


# "the end of June 2027": the last day is known, the first is not meant.
_EDGE = re.compile(
    r"(?:by\s)?(?:the\s)?(?P<edge>(?:end|close)(?=\s)|(?:beginning|start|middle)(?=\sof\s))\s(?:of\s)?(?:calendar\s(?:year\s)?)?$",
    re.I,
)


def _end_phrases(text: str, spans: list[PeriodSpan]) -> tuple[PeriodSpan, ...]:
    return tuple(_end_phrase(text, span) for span in spans)


def _end_phrase(text: str, span: PeriodSpan) -> PeriodSpan:
    before = _EDGE.search(text, max(0, span.start - 40), span.start)
    if before is None:
        return span
    wording, edge = text[before.start() : span.end], before["edge"].lower()
    first, last = span.period.first, span.period.last
    if edge in ("end", "close"):
        first = None
    elif edge in ("beginning", "start"):
        last = None
    else:
        first = last = None
    return PeriodSpan(period=Period(first=first, last=last, text=wording), start=before.start(), end=span.end)
