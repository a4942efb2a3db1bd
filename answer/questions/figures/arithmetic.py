"""Differences, percentages and sums of money, apart from all reading: numbers go in, text and working come out."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Worked:
    """A computed value as text, a phrase that states it, and the working."""

    value: str
    text: str
    working: str


def plain(number: Decimal, *, digits: int = 1) -> str:
    """``1234.50`` as "1,234.5": at most ``digits`` decimals, halves rounded up, no trailing zeros."""
    rounded = number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    if rounded == rounded.to_integral_value():
        return f"{int(rounded):,}"
    return f"{rounded:,}".rstrip("0")


def is_round(number: Decimal, *, digits: int = 1) -> bool:
    """Whether ``plain`` shows the number as it is."""
    return number == number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def money_text(amount: Decimal, *, sign: str, millions: bool) -> str:
    """ "$1.93 million" where the memo counts in millions, "$1,933,333" where it does not."""
    if millions and abs(amount) >= _MILLION:
        return f"{sign}{plain(amount / _MILLION, digits=2)} million"
    return f"{sign}{plain(amount, digits=0)}"


def change_text(
    old: Decimal, new: Decimal, *, percent: bool, points: bool = False, show: Callable[[Decimal], str] = plain
) -> Worked | None:
    """How much ``new`` is above or below ``old``; ``None`` for a percentage of nothing.

    200 and 300 are "an increase of 100 (300 - 200), or 50%"; rates differ by percentage points.
    """
    unit = " percentage points" if points else ""
    direction = "an increase" if new > old else "a decrease" if new < old else "a change"
    subtraction = f"{show(max(old, new))} - {show(min(old, new))}"
    amount = f"{show(abs(new - old))}{unit}"
    if old == 0:
        worked = Worked(amount, f"{direction} of {amount} ({subtraction})", f"{subtraction} = {amount}")
        return None if percent else worked
    rate = f"{plain(100 * abs(new - old) / old)}%"
    if percent and not points:
        working = f"({subtraction}) / {show(old)}"
        return Worked(rate, f"{rate}, {direction} of {amount} ({working})", f"{working} = {rate}")
    return Worked(amount, f"{amount}, {direction} ({subtraction})", f"{subtraction} = {amount}")
