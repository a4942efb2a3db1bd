"""Arithmetic of periods: months, quarters, seasons, halves, parts and fiscal years as first and last days.

Nothing here reads text. ``text`` is handed through, since a period keeps the memo's own wording.
"""

from datetime import date, timedelta

from records.values import Period

SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}
"""First and last month. Winter is left out: "winter 2026" may begin in 2025 or in 2026."""

PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""Thirds of a year; the wording stays with the period, so that nobody takes them for more than they are."""


def days(first: date, last: date, text: str) -> Period | None:
    return Period(first=first, last=last, text=text) if first <= last else None


def months(year: int, first: int, last: int, text: str) -> Period:
    """From the first of one month to the end of another, counted in ``year`` (13 is January of the next)."""
    return Period(first=_month_start(year, first), last=_month_start(year, last + 1) - timedelta(days=1), text=text)


def quarter(year: int, number: int, text: str) -> Period:
    return months(year, 3 * number - 2, 3 * number, text)


def fiscal_year(named: int, text: str, *, start_month: int) -> Period:
    """A fiscal year is named after the calendar year that it ends in: FY 2026 ends in 2026."""
    return fiscal_months(named, 1, 12, text, start_month=start_month)


def fiscal_quarter(named: int, number: int, text: str, *, start_month: int) -> Period:
    return fiscal_months(named, 3 * number - 2, 3 * number, text, start_month=start_month)


def fiscal_months(named: int, first: int, last: int, text: str, *, start_month: int) -> Period:
    """Months counted from the fiscal year's own start."""
    year = named if start_month == 1 else named - 1
    return months(year, start_month + first - 1, start_month + last - 1, text)


def span(first: Period, last: Period, text: str) -> Period | None:
    """From the beginning of one period to the end of another."""
    if first.first is None or last.last is None:
        return None
    return days(first.first, last.last, text)


def real_day(year: int, month: int, day: int) -> date | None:
    """``None`` for a day that no calendar has (February 30)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_start(year: int, month: int) -> date:
    carried, index = divmod(month - 1, 12)
    return date(year + carried, index + 1, 1)
