"""How far a date or a sum has moved between two memos, and since the first memo that stated it.

A date that has become more exact, or a sum that is written with fewer digits, has not moved.
"""

import re
from datetime import date
from decimal import Decimal

from answer.comparison.firsts import First
from records.comparison import Shift
from records.values import Money, Period

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mm": 6, "billion": 9, "b": 9}
_SCALED = re.compile(r"(\d[\d,]{0,15})(?:\.(\d{1,6}))?\s?(thousand|million|billion|mm|k|m|b)\b", re.IGNORECASE)
_CENTS = Decimal("0.1")


def sums_differ(old: Money, new: Money) -> bool:
    """``$1.2 million`` and ``$1,204,000`` agree as far as the first is written."""
    if old.currency != new.currency:
        return True
    return abs(old.amount - new.amount) > max(_rounding(old.text), _rounding(new.text))


def period_shift(old: Period, new: Period, first: First | None = None) -> Shift | None:
    """By the last day of each period: a finish "in June" is kept until June 30."""
    days = _days(old, new)
    if days is None:
        return None
    shift = Shift(unit="days", by=days)
    if first is None or not isinstance(first.value, Period):
        return shift
    return Shift(
        unit="days",
        by=days,
        first=first.value.label(),
        first_memo=first.day,
        from_first=_days(first.value, new),
        first_places=first.places,
    )


def sum_shift(old: Money, new: Money, first: First | None = None) -> Shift | None:
    if old.currency != new.currency or old.amount == 0:
        return None
    by, percent = _difference(old, new)
    shift = Shift(unit=new.currency, by=by, percent=percent)
    if first is None or not isinstance(first.value, Money) or first.value.currency != new.currency:
        return shift
    from_first, share = _difference(first.value, new) if first.value.amount else (None, None)
    return Shift(
        unit=new.currency,
        by=by,
        percent=percent,
        first=first.value.text,
        first_memo=first.day,
        from_first=from_first,
        percent_from_first=share,
        first_places=first.places,
    )


def shift_to_note(shift: Shift | None) -> str | None:
    """``184 days later; 549 days later than first stated (2031-06, memo of 2030-03-03)``, ``+$500,000, +25.0 %``."""
    if shift is None or shift.by == 0:
        return None
    note = _amount(shift.unit, shift.by, shift.percent)
    if shift.first is None or shift.from_first is None or shift.from_first == shift.by:
        return note
    where = f"first stated ({shift.first}, memo of {_day(shift.first_memo)})"
    if shift.from_first == 0:
        return f"{note}; again as {where}"
    far = _amount(shift.unit, shift.from_first, shift.percent_from_first)
    return f"{note}; {far} {'than' if shift.unit == 'days' else 'against what was'} {where}"


def _amount(unit: str, by: Decimal, percent: Decimal | None) -> str:
    if unit == "days":
        return f"{abs(by)} day{'' if abs(by) == 1 else 's'} {'later' if by > 0 else 'earlier'}"
    sign = "+" if by > 0 else "-"
    dollars, after = ("$", "") if unit == "USD" else ("", f" {unit}")
    share = "" if percent is None else f", {sign}{abs(percent):.1f} %"
    return f"{sign}{dollars}{abs(by):,.0f}{after}{share}"


def _day(day: date | None) -> str:
    return "an undated report" if day is None else day.isoformat()


def _days(old: Period, new: Period) -> Decimal | None:
    return None if old.last is None or new.last is None else Decimal((new.last - old.last).days)


def _difference(old: Money, new: Money) -> tuple[Decimal, Decimal]:
    by = new.amount - old.amount
    return by, (by / old.amount * 100).quantize(_CENTS)


def _rounding(text: str) -> Decimal:
    """Half a unit of the last digit that a scaled sum is written with: 50,000 for ``$1.2 million``."""
    found = _SCALED.search(text)
    if found is None:
        return Decimal(0)
    return Decimal(5).scaleb(_SCALES[found[3].lower()] - len(found[2] or "") - 1)
