"""The day by which something is promised, also where the words count from the memo's own date.

"In the fall", "by the end of the year", "within 90 days" and "next month" mean something once the memo's date is known.
Refused: durations ("through August", "until July"), and a clause with two days.
"""

import calendar as months
import re
from datetime import date, timedelta

from extract.language.calendar import SEASONS, days, quarter
from extract.language.calendar import months as month_span
from extract.language.dates import anchor_period, find_periods
from records.values import Period

_MONTH_DAY = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?\s(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?!,?\s\d{4})"
)
_BARE_SEASON = re.compile(
    r"\b(?:in|by|during|before|for|this|next|late|early|until)\s(?:the\s|this\s|coming\s|next\s|end of\s){0,2}"
    r"(?P<season>spring|summer|fall|autumn)\b(?!\s(?:of\s)?\d{4})",
    re.IGNORECASE,
)
_IN_A_WHILE = re.compile(
    r"\b(?:within|in)\s(?:the\snext\s)?(?P<count>\d{1,3}|two|three|four|five|six|nine|ten|twelve)\s"
    r"(?P<unit>day|week|month)s?\b(?!\s(?:of|on|a)\b)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(
    r"\b(?:by|before|at)\s(?:the\s)?(?:end of (?:the|this) (?:calendar )?year|year[- ]?end)\b(?!\s\d)", re.IGNORECASE
)
_LATER_THIS_YEAR = re.compile(
    r"\b(?:later|(?:sometime )?during|in the course of) this (?:calendar )?year\b", re.IGNORECASE
)
_NEXT = re.compile(r"\bnext\s(?P<unit>month|quarter|year)\b", re.IGNORECASE)
_DURATION = re.compile(r"\b(?:through|until|till|since|over)\s(?:the\s)?(?:end of\s|early\s|late\s)?$", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:before|after|once|when|until|if)\s[^,;]{0,60}$", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12}
_DAYS_A_WEEK = 7


def text_to_due(text: str, *, memo_day: date | None, fiscal_start: int = 7) -> Period | None:
    """The one day or period ahead of ``memo_day`` that a clause names: "go-live rescheduled to June"."""
    found = text_to_periods(text, memo_day=memo_day, past=False, fiscal_start=fiscal_start)
    return found[0] if len(found) == 1 and _is_ahead(found[0], memo_day) else None


def text_to_periods(text: str, *, memo_day: date | None, past: bool, fiscal_start: int = 7) -> list[Period]:
    """Every day or period that the words fix, those without a year next to ``memo_day``; no durations."""
    found: list[tuple[int, Period]] = []
    for span in find_periods(text, fiscal_start=fiscal_start):
        if _DURATION.search(text[: span.start]):
            continue
        period = anchor_period(span.period, anchor=memo_day, past=past) if memo_day else span.period
        if period.last is not None:
            found.append((span.start, period))
    if memo_day is not None:
        taken = {position for position, _ in found}
        found += [(at, period) for at, period in _relative(text, memo_day, past=past) if at not in taken]
    return [period for _, period in sorted(found, key=lambda pair: pair[0])]


def _is_ahead(period: Period, memo_day: date | None) -> bool:
    return memo_day is None or (period.last is not None and period.last >= memo_day)


def _relative(text: str, day: date, *, past: bool) -> list[tuple[int, Period]]:
    found = [(match.start("month"), _month_day(match, day, past=past)) for match in _MONTH_DAY.finditer(text)]
    found += [(match.start("season"), _season(match, day, past=past)) for match in _BARE_SEASON.finditer(text)]
    if not past:
        found += [(match.start(), _in_a_while(match, day)) for match in _IN_A_WHILE.finditer(text)]
        found += [(match.start(), _next(match, day)) for match in _NEXT.finditer(text)]
        for pattern in (_YEAR_END, _LATER_THIS_YEAR):
            found += [(m.start(), days(day, date(day.year, 12, 31), m.group())) for m in pattern.finditer(text)]
    return [(at, period) for at, period in found if period is not None and not _DURATION.search(text[:at])]


def _month_day(match: re.Match[str], day: date, *, past: bool) -> Period | None:
    number = next(n for n in range(1, 13) if months.month_name[n].startswith(match["month"][:3]))
    for year in (day.year, day.year - 1 if past else day.year + 1):
        try:
            found = date(year, number, int(match["day"]))
        except ValueError:
            return None
        if (found <= day) if past else (found >= day):
            return Period(first=found, last=found, text=match.group())
    return None


def _season(match: re.Match[str], day: date, *, past: bool) -> Period:
    """The season that is next to come, or the last that has begun."""
    first, last = SEASONS[match["season"].lower()]
    year = day.year
    if past and day < date(year, first, 1):
        year -= 1
    if not past and day > date(year, last, months.monthrange(year, last)[1]):
        year += 1
    return month_span(year, first, last, match.group())


def _in_a_while(match: re.Match[str], day: date) -> Period:
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit == "month":
        carried, month = divmod(day.month - 1 + count, 12)
        year = day.year + carried
        last = date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
    else:
        last = day + timedelta(days=count * (_DAYS_A_WEEK if unit == "week" else 1))
    return Period(first=day, last=last, text=match.group())


def _next(match: re.Match[str], day: date) -> Period:
    match match["unit"].lower():
        case "month":
            return month_span(day.year, day.month + 1, day.month + 1, match.group())
        case "quarter":
            number = (day.month - 1) // 3 + 2
            return quarter(day.year + (number > 4), (number - 1) % 4 + 1, match.group())
        case _:
            return month_span(day.year + 1, 1, 12, match.group())
