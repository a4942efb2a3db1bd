"""Days told from the memo's own date."""

from datetime import date

import pytest

from extract.language.relative_dates import find_relative


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("by the end of the year", None, date(2028, 12, 31)),
        ("later this year", None, date(2028, 12, 31)),
        ("early next year", date(2029, 1, 1), date(2029, 4, 30)),
        ("this fall", date(2028, 9, 1), date(2028, 11, 30)),
        ("next month", date(2028, 7, 1), date(2028, 7, 31)),
    ],
)
def test_a_day_is_counted_from_the_memo(text: str, first: date | None, last: date | None) -> None:
    (span,) = find_relative(f"Staff will report {text}.", anchor=date(2028, 6, 15))
    assert (span.period.first, span.period.last, span.period.text) == (first, last, text)


@pytest.mark.parametrize("text", ["next spring", "this winter", "this spring", "next quarter", "last fall"])
def test_what_has_two_readings_or_is_over_is_left_alone(text: str) -> None:
    assert find_relative(f"Staff reports {text}.", anchor=date(2028, 6, 15)) == ()
