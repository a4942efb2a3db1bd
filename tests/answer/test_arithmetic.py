"""Differences and percentages hold for all numbers, not for the tried ones."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.questions.figures.arithmetic import change_text, plain

NUMBERS = st.decimals(min_value=0, max_value=10**9, places=1, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("number", "text"),
    [("1234.50", "1,234.5"), ("7.00", "7"), ("0.25", "0.3"), ("81.818", "81.8"), ("1000000", "1,000,000")],
)
def test_numbers_are_written_plainly(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@given(NUMBERS)
def test_plain_keeps_the_value_to_one_decimal(number: Decimal) -> None:
    assert Decimal(plain(number).replace(",", "")) == number


@given(NUMBERS, NUMBERS)
def test_a_difference_is_the_same_both_ways(old: Decimal, new: Decimal) -> None:
    there, back = change_text(old, new, percent=False), change_text(new, old, percent=False)
    assert there is not None
    assert back is not None
    assert there.value == back.value == plain(abs(new - old))


def test_a_percentage_of_nothing_is_not_given() -> None:
    assert change_text(Decimal(0), Decimal(5), percent=True) is None


def test_rates_differ_by_percentage_points() -> None:
    said = change_text(Decimal(60), Decimal(75), percent=False, points=True)
    assert said is not None
    assert said.value == "15 percentage points"
