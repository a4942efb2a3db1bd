"""Dates that the calendar contradicts: a weekday that the day was not, a 31st of June, a fiscal year that ends in
another year than its name says, a "three-year plan" that runs for five.

The calendar is certain, so a wrong weekday and a day that does not exist are errors of arithmetic; which of the two
words is wrong is not known.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from answer.checks.numbers import WHOLE, whole_number
from answer.checks.told_times import sentence_periods
from answer.comparison.statements import Statement
from answer.questions.reading.words import word_list
from records.answer import Finding
from records.memo import Memo

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = word_list("january february march april may june july august september october november december")
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d{{2}})\b"
_DATE_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s(?P<year>(?:19|20)\d{{2}})\b"
_DAY_NAME = rf"\b(?P<weekday>{'|'.join(d.capitalize() for d in _DAYS)}),?\s(?:the\s)?"
_WEEKDAYS = tuple(re.compile(_DAY_NAME + day) for day in (_DATE, _DATE_DAY_FIRST))
_ANY_DATES = tuple(re.compile(rf"(?<!\d)\b{day}") for day in (_DATE, _DATE_DAY_FIRST))
_FISCAL_END = re.compile(
    r"\b(?:FY|fiscal\syears?)\s?(?P<first>(?:19|20)\d{2})(?:\s?[-–/]\s?(?P<last>(?:20)?\d{2}))?,?\s"
    r"(?:\w+\s){0,2}?(?P<verb>end(?:ed|s|ing)|clos(?:ed|es|ing))\s(?:on\s)?"
    rf"{_DATE}",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<count>{WHOLE})[-\s](?P<unit>year|month)\b(?P<noun>(?:[-\s][a-z]+){{1,4}}?)\s"
    r"(?P<verb>runs?|ran|lasts?|lasted|extends?|covers?|spans?|goes|operates?|from|between)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:mov\w+|chang\w+|advanc\w+|brought|pull\w+|accelerat\w+|shift\w+|compar\w+|revis\w+|updat\w+|back)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:option\w*|extension\w*|renew\w*|plus|phase\w*|updated?|review\w*|forecast|initial)\b", re.IGNORECASE
)


def check_calendar(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        yield from _weekdays(memo, statement)
        yield from _days_that_are_none(memo, statement)
        yield from _fiscal_ends(memo, statement)
        yield from _lengths(memo, statement)
        yield from _backwards(memo, statement)


def _weekdays(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Tuesday, March 26, 2026``: that was a Thursday."""
    for match in (match for pattern in _WEEKDAYS for match in pattern.finditer(statement.text)):
        day = _day(match)
        if day is not None and _DAYS[day.weekday()] != match["weekday"].lower():
            name = _DAYS[day.weekday()].capitalize()
            message = f'The memo says "{match.group()}"; {match["month"]} {day.day}, {day.year} is a {name}.'
            yield _finding(memo, statement, message, match.group(), name, severity="error")


def _days_that_are_none(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``June 31, 2031``."""
    for match in (match for pattern in _ANY_DATES for match in pattern.finditer(statement.text)):
        if _day(match) is None and 28 < int(match["day"]) < 100:
            message = f'The memo says "{match.group()}"; that month has no such day.'
            yield _finding(memo, statement, message, match.group(), "no such day", severity="error")


def _day(match: re.Match[str]) -> date | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _fiscal_ends(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Fiscal Year 2030-2031, which ended June 30, 2030``."""
    for match in _FISCAL_END.finditer(statement.text):
        first = int(match["first"])
        last = int(match["last"]) % 100 + first // 100 * 100 if match["last"] else first
        ended = int(match["year"])
        if last < first or ended == last or (not match["last"] and ended == last + 1):
            continue
        message = f'The memo says "{match.group()}"; a fiscal year of that name ends in {last}.'
        yield _finding(memo, statement, message, match["month"] + f" {match['day']}, {ended}", str(last))


def _lengths(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``The three-year plan runs from July 2028 through June 2033``."""
    for match in _SPAN.finditer(statement.text):
        rest = statement.text[match.start("verb") :]
        spans = sentence_periods(rest)
        if _OPTION.search(statement.text) or len(spans) not in (1, 2) or spans[0].start > 25:
            continue
        first, last = spans[0].period.first, spans[-1].period.last
        if first is None or last is None or not re.search(r"\bfrom\s(?:\w+\s)?$|\bbetween\s$", rest[: spans[0].start]):
            continue
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        count = whole_number(match["count"]) * (12 if match["unit"].lower() == "year" else 1)
        slack = 12 if match["unit"].lower() == "year" else 1
        if count and abs(months - count) > slack:
            said = f"{match['count']}-{match['unit']}{match['noun']}"
            length = f"{months} months" if months < 24 else f"about {round(months / 12)} years"
            period = " to ".join(dict.fromkeys(span.period.text for span in spans))
            message = f'The memo speaks of a "{said}" that runs {period}: {length}.'
            yield _finding(memo, statement, message, said, length)


def _backwards(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``from July 1, 2029 to June 30, 2027``."""
    for first, last in pairwise(sentence_periods(statement.text)):
        if not (first.period.first and last.period.last and last.period.last < first.period.first):
            continue
        before, between = statement.text[: first.start], statement.text[first.end : last.start]
        if _MOVED.search(before) or not re.search(r"\bfrom\s(?:the\s)?$", before):
            continue
        if re.fullmatch(r",?\s(?:to|through|until)\s(?:the\s)?", between):
            told = f"from {first.period.text}{between}{last.period.text}"
            message = f'The memo speaks of a time "{told}", which ends before it starts.'
            yield _finding(memo, statement, message, last.period.text, first.period.text)


def _finding(
    memo: Memo, statement: Statement, message: str, stated: str, computed: str, *, severity: str = "warning"
) -> Finding:
    return Finding(
        kind="date_order",
        severity="error" if severity == "error" else "warning",
        message=message,
        stated=stated,
        computed=computed,
        memo=memo.id,
        evidence=statement.places[:1],
    )
