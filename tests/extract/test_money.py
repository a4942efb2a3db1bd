"""Sums of money: exact amounts, and nothing where a cell holds none or two."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.money import cell_to_money, find_money, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$46.9 million", 46_900_000),
        ("$1,375,000", 1_375_000),
        ("$2.3M", 2_300_000),
        ("$2.3m", 2_300_000),
        ("$640K", 640_000),
        ("($1.2M)", -1_200_000),
        ("-$500", -500),
        ("1.4 million dollars", 1_400_000),
        ("USD 3.5 million", 3_500_000),
        ("$2.1 billion (est.)", 2_100_000_000),
        ("+$185,000", 185_000),
        ("$0", 0),
    ],
)
def test_a_sum_is_read_exactly(text: str, amount: int) -> None:
    money = parse_money(text)
    assert money is not None
    assert money.amount == amount


@pytest.mark.parametrize("text", ["TBD", "", "12", "3 of 4", "$1M - $2M", "$10 to $12 million", "$5M state, $2M city"])
def test_no_sum_and_two_sums_give_none(text: str) -> None:
    assert parse_money(text) is None


def test_brackets_in_prose_are_an_aside() -> None:
    (span,) = find_money("The lease ($2 million) was signed.")
    assert span.money.amount == 2_000_000


def test_the_scale_of_a_range_belongs_to_both_ends() -> None:
    assert [s.money.amount for s in find_money("between $10 to $12 million")] == [10_000_000, 12_000_000]


@pytest.mark.parametrize(
    ("cell", "header", "amount"),
    [
        ("4.2", "Budget ($ millions)", 4_200_000),
        ("1,250", "Cost ($000)", 1_250_000),
        ("975,000", "Amount (dollars)", 975_000),
        ("$4.2M", "Budget", 4_200_000),
    ],
)
def test_a_header_may_hold_the_unit(cell: str, header: str, amount: int) -> None:
    money = cell_to_money(cell, header=header)
    assert money is not None
    assert money.amount == amount
    assert money.text == cell


@pytest.mark.parametrize(
    ("cell", "header", "amount", "currency"),
    [
        ("1,234.5", "TOTAL Whole Life Cost (£m) (including other funders)", 1_234_500_000, "GBP"),
        ("12.5", "Cost (£ million)", 12_500_000, "GBP"),
        ("£12.5", "Cost (£m)", 12_500_000, "GBP"),
        ("3.1", "Total approved (A$m)", 3_100_000, "AUD"),
        ("740", "Budget (AUD '000)", 740_000, "AUD"),
        ("740", "Budget, in thousands of dollars", 740_000, "USD"),
        ("2", "Funding (€bn)", 2_000_000_000, "EUR"),
        ("(40)", "Variation ($000s)", -40_000, "USD"),
        ("-40", "Variation ($000s)", -40_000, "USD"),
        ("$1,250,000", "Budget ($)", 1_250_000, "USD"),
        ("NZ$4m", "Budget", 4_000_000, "NZD"),
        ("$4.2 million", "Budget ($m)", 4_200_000, "USD"),
    ],
)
def test_units_of_other_countries_are_read(cell: str, header: str, amount: int, currency: str) -> None:
    money = cell_to_money(cell, header=header)
    assert money is not None
    assert (money.amount, money.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("cell", "header"),
    [("$4,200,000", "Budget ($ millions)"), ("£5", "Cost (€m)"), ("n/a", "Cost (£m)"), ("4 - 6", "Cost (£m)")],
)
def test_a_cell_that_goes_against_its_header_is_no_sum(cell: str, header: str) -> None:
    assert cell_to_money(cell, header=header) is None


def test_a_bare_number_without_a_unit_is_no_money() -> None:
    assert cell_to_money("1,250", header="Budget") is None


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_every_amount_survives_being_written_out(amount: Decimal) -> None:
    money = parse_money(f"${amount:,.2f}")
    assert money is not None
    assert money.amount == amount


@given(st.integers(0, 999_999))
def test_millions_and_thousands_are_exact(thousandths: int) -> None:
    number = Decimal(thousandths) / 1000
    for text, scale in ((f"${number:f} million", 10**6), (f"${number:f}K", 10**3)):
        money = parse_money(text)
        assert money is not None
        assert money.amount == number * scale


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error_and_spans_lie_inside(text: str) -> None:
    for span in find_money(text):
        assert text[span.start : span.end] == span.money.text
