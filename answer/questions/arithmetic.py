"""Differences and percentages, apart from all reading: numbers go in, text with its working comes out."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Worked:
    """A computed value as text, a phrase that states it, and the working."""

    value: str
    text: str
    working: str


def plain(number: Decimal) -> str:
    """``1234.50`` as "1,234.5": at most one decimal, halves rounded up, no trailing zeros."""
    rounded = number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    return f"{int(rounded):,}" if whole else f"{rounded:,}"


def change_text(
    old: Decimal, new: Decimal, *, percent: bool, points: bool = False, money: bool = False
) -> Worked | None:
    """How much ``new`` is above or below ``old``; ``None`` for a percentage of nothing.

    200 and 300 are "an increase of 100 (300 - 200), or 50%"; rates differ by percentage points.
    """
    sign = "$" if money else ""
    unit = " percentage points" if points else ""
    difference = abs(new - old)
    direction = "an increase" if new > old else "a decrease" if new < old else "a change"
    subtraction = f"{sign}{plain(max(old, new))} - {sign}{plain(min(old, new))}"
    amount = f"{sign}{plain(difference)}{unit}"
    if old == 0:
        return (
            None if percent else Worked(amount, f"{direction} of {amount} ({subtraction})", f"{subtraction} = {amount}")
        )
    rate = f"{plain(100 * difference / old)}%"
    if percent and not points:
        working = f"({subtraction}) / {sign}{plain(old)}"
        return Worked(rate, f"{rate}, {direction} of {amount} ({working})", f"{working} = {rate}")
    return Worked(amount, f"{amount}, {direction} ({subtraction})", f"{subtraction} = {amount}")
