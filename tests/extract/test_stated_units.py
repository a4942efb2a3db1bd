"""Units that a table's title or the line above it states, and what is none."""

import pytest

from extract.lists.column_roles import header_to_role
from extract.lists.stated_units import stated_unit, with_sign_of

STATED = [
    (("Table 3: schemes as at 30 June 2031 ($m)",), "($m)"),
    (("Harbor plan", "(dollars in thousands)"), "(dollars in thousands)"),
    (("All figures in £ millions.",), "figures in £ millions"),
    (("Amounts in $000s",), "Amounts in $000s"),
    (("The $4 million programme went on in May.",), ""),
    (("Costs ($m)", "Savings ($000)"), ""),
    (("Schemes (in progress)",), ""),
]
HEADERS = [
    ("Estimated date of completion", "end"),
    ("Date of completion", "completed"),
    ("Actual completion date", "completed"),
    ("Planned completion date", "end"),
    ("CIO Rating Description", "description"),
    ("CIO Rating", "status"),
]


@pytest.mark.parametrize(("texts", "unit"), STATED)
def test_a_unit_is_taken_from_the_words_that_state_it(texts: tuple[str, ...], unit: str) -> None:
    assert stated_unit(texts) == unit


@pytest.mark.parametrize(("header", "role"), HEADERS)
def test_a_header_that_foresees_is_no_completion(header: str, role: str) -> None:
    assert header_to_role(header) == role


def test_a_cell_brings_the_sign_that_its_header_lacks() -> None:
    assert with_sign_of("$4,600", "Budget (thousands)") == "Budget (thousands) (thousands of $)"
    assert with_sign_of("4,600", "Budget (thousands)") == "Budget (thousands)"
    assert with_sign_of("£4,600", "Budget (£ thousands)") == "Budget (£ thousands)"
