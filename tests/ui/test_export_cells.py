"""What a spreadsheet program would run is made harmless; what is a number stays one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.export.cells import is_number, neutralise, text_to_number


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1-408-555-0100", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\ufeff=1",
        "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "\u200b=1", "- item", "-1-2", "(-(1))+=", "-(5)x", "+", "=",
    ],
)  # fmt: skip
def test_texts_that_would_run_get_an_apostrophe(text: str) -> None:
    expected = text if text.startswith("(") else "'" + text
    assert neutralise(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "-5.00", "-1,234.56", "(1,250)", "+7", "-$3.50", "$-3.50", "-12%", "($1,250)", "0", ".5", "-.5", "1,234",
        "-", "--", "---", "", "on track", "a=b", "'=1", "\u2212" + "5", "2025-26",
    ],
)  # fmt: skip
def test_numbers_dashes_and_words_are_left_alone(text: str) -> None:
    assert neutralise(text) == text


def test_a_nul_is_dropped_before_looking() -> None:
    assert neutralise("\0=1") == "'=1"


@given(st.text())
def test_neutralising_twice_does_nothing_more(text: str) -> None:
    assert neutralise(neutralise(text)) == neutralise(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_every_plain_number_is_untouched(number: Decimal) -> None:
    for text in (f"{number:f}", f"{number:,.2f}", f"({abs(number):,.2f})"):
        assert is_number(text)
        assert neutralise(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.56", (Decimal("1234.56"), "#,##0.00")),
        ("-5", (Decimal(-5), "0")),
        ("(1,250)", (Decimal(-1250), "#,##0;(#,##0)")),
        ("$3.50", (Decimal("3.50"), '"$"0.00')),
        ("91.3%", (Decimal("0.913"), "0.0%")),
        ("007", None),
        ("12345678901234567", None),
        ("5 (1,250)", None),
        ("1,25", None),
        ("green", None),
    ],
)
def test_numbers_keep_their_look(text: str, expected: tuple[Decimal, str] | None) -> None:
    assert text_to_number(text) == expected
