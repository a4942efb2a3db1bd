"""What a spreadsheet program would run is made harmless; what is a number stays one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.export.cells import is_number, neutralise, restore, text_to_number


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1-408-555-0100", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\ufeff=1",
        "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "\u200b=1", "- item", "-1-2", "(-(1))+=", "-(5)x", "+", "=",
        "'=1", '"=1+1"', " '+1+1", "\u201c=1\u201d", "@", "-5 to 10", "-1 234", "=cmd|' /C calc'!A0", "\x0b=1", "'-5",
    ],
)  # fmt: skip
def test_texts_that_would_run_get_an_apostrophe(text: str) -> None:
    expected = text if text.startswith("(") else "'" + text
    assert neutralise(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "-5.00", "-1,234.56", "(1,250)", "+7", "-$3.50", "$-3.50", "-12%", "($1,250)", "0", ".5", "-.5", "1,234",
        "-", "--", "---", "", "on track", "a=b", "'tis", "\u2212" + "5", "2025-26",
        "-$1,000", "- ", "-5 %", "+3.2", "$(1,250)", "-1.5E-07", "1E5", "\u2212" + "1,234.5", '"quoted"',
    ],
)  # fmt: skip
def test_numbers_dashes_and_words_are_left_alone(text: str) -> None:
    assert neutralise(text) == text


def test_a_nul_is_dropped_before_looking() -> None:
    assert neutralise("\0=1") == "'=1"


ODD_TEXT = st.text(
    st.one_of(st.sampled_from("'\"=+-@\t\r\n \u201c\ufeff1,.%$()eE"), st.characters(exclude_characters="\0"))
)


@given(ODD_TEXT)
def test_what_was_neutralised_can_be_restored(text: str) -> None:
    assert restore(neutralise(text)) == text


@given(ODD_TEXT)
def test_no_text_begins_with_a_formula_sign_unless_it_is_a_number(text: str) -> None:
    safe = neutralise(text)
    if safe[:1] in ("=", "@", "\t", "\r", "\n"):
        pytest.fail(f"{safe!r} would be run")
    if safe[:1] in ("+", "-"):
        assert any(char.isdigit() for char in safe) or set(safe.strip()) == {"-"}
        float(safe.strip().replace(",", "").translate(dict.fromkeys(map(ord, "$€£% "))).replace("-", "") or "0")


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
        ("\u2212" + "4", (Decimal(-4), "0")),
        ("$ 1,250", (Decimal(1250), '"$ "#,##0')),
        ("$(1,250)", (Decimal(-1250), '"$"#,##0;("$"#,##0)')),
        ("+3.2", (Decimal("3.2"), "+0.0;-0.0")),
        ("1E5", None),
        (" - ", None),
        ("1,25", None),
        ("green", None),
    ],
)
def test_numbers_keep_their_look(text: str, expected: tuple[Decimal, str] | None) -> None:
    assert text_to_number(text) == expected
