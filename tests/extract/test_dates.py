"""Days and periods: every wording is read as it is meant, and what has two meanings is not given days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.dates import anchor_period, find_fiscal_start, find_periods, parse_date, parse_period
from records.values import Period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 3, 2027", "2027-03-03", "2027-03-03"),
        ("3 March 2027", "2027-03-03", "2027-03-03"),
        ("March 3rd, 2027", "2027-03-03", "2027-03-03"),
        ("Sept. 30, 2027", "2027-09-30", "2027-09-30"),
        ("3/9/27", "2027-03-09", "2027-03-09"),
        ("03/09/2027", "2027-03-09", "2027-03-09"),
        ("2027-03-09", "2027-03-09", "2027-03-09"),
        ("9-Mar-2027", "2027-03-09", "2027-03-09"),
        ("June 2027", "2027-06-01", "2027-06-30"),
        ("Jun. 2027", "2027-06-01", "2027-06-30"),
        ("Jun-27", "2027-06-01", "2027-06-30"),
        ("06/2027", "2027-06-01", "2027-06-30"),
        ("Q3 2027", "2027-07-01", "2027-09-30"),
        ("2027 Q3", "2027-07-01", "2027-09-30"),
        ("Q3/Q4 2027", "2027-07-01", "2027-12-31"),
        ("third quarter of 2027", "2027-07-01", "2027-09-30"),
        ("Q3 FY 2026-27", "2027-01-01", "2027-03-31"),
        ("FY2027 Q2", "2026-10-01", "2026-12-31"),
        ("second quarter of fiscal year 2027", "2026-10-01", "2026-12-31"),
        ("FY 2026-27", "2026-07-01", "2027-06-30"),
        ("Fiscal Year 2026-2027", "2026-07-01", "2027-06-30"),
        ("FY27", "2026-07-01", "2027-06-30"),
        ("fall 2027", "2027-09-01", "2027-11-30"),
        ("Spring 2027", "2027-03-01", "2027-05-31"),
        ("winter 2026-27", "2026-12-01", "2027-02-28"),
        ("early 2027", "2027-01-01", "2027-04-30"),
        ("mid-2027", "2027-05-01", "2027-08-31"),
        ("late 2027", "2027-09-01", "2027-12-31"),
        ("first half of 2027", "2027-01-01", "2027-06-30"),
        ("March through June 2027", "2027-03-01", "2027-06-30"),
        ("November 2026 - February 2027", "2026-11-01", "2027-02-28"),
        ("November to February 2027", "2026-11-01", "2027-02-28"),
        ("March 3-5, 2027", "2027-03-03", "2027-03-05"),
        ("2026-2030", "2026-01-01", "2030-12-31"),
        ("by the end of 2027", None, "2027-12-31"),
        ("the end of June 2027", None, "2027-06-30"),
        ("the beginning of 2027", "2027-01-01", None),
        ("year-end 2027", None, "2027-12-31"),
        ("winter 2027", None, None),
        ("Q3", None, None),
    ],
)
def test_a_wording_is_read_as_its_days(text: str, first: str | None, last: str | None) -> None:
    (span,) = find_periods(text)
    assert (span.start, span.end, span.period.text) == (0, len(text), text)
    assert (str(span.period.first), str(span.period.last)) == (str(first), str(last))


@pytest.mark.parametrize("text", ["TBD", "N/A", "26/3/2027", "Phase 2", "the 2026 Harbor Games", "staff may begin", ""])
def test_what_is_no_date_or_has_two_readings_gives_none(text: str) -> None:
    assert find_periods(text) == ()
    assert parse_date(text) is None


def test_a_year_needs_a_word_that_makes_it_a_date_except_alone_in_a_cell() -> None:
    assert [s.period.label() for s in find_periods("in 2027 the pier opened; the 2027 season was long")] == ["2027"]
    assert parse_period("2027") == Period(first=date(2027, 1, 1), last=date(2027, 12, 31), text="2027")


def test_two_periods_in_a_cell_are_not_one() -> None:
    assert parse_period("June 2027 (was January 2027)") is None


def test_fiscal_years_begin_when_the_memo_says_so() -> None:
    start = find_fiscal_start("The fiscal year begins October 1 in this county.")
    assert start == 10
    assert parse_period("FY 2027", fiscal_start=start) == Period(
        first=date(2026, 10, 1), last=date(2027, 9, 30), text="FY 2027"
    )
    assert find_fiscal_start("No word about it.") == 7


@pytest.mark.parametrize(
    ("month", "past", "expected"),
    [
        ("March", True, "2028-03"),
        ("November", True, "2027-11"),
        ("August", False, "2028-08"),
        ("May", False, "2029-05"),
    ],
)
def test_a_bare_month_is_the_nearest_one_on_its_side_of_the_memo(month: str, past: bool, expected: str) -> None:
    (span,) = find_periods(f"opened in {month}, at last")
    assert anchor_period(span.period, anchor=date(2028, 6, 15), past=past).label() == expected


@given(DAYS)
def test_every_day_survives_each_way_of_writing_it(day: date) -> None:
    for text in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ):
        assert parse_date(text) == day


@given(st.integers(2000, 2090), st.integers(1, 4), st.integers(1, 12))
def test_four_fiscal_quarters_are_the_fiscal_year(year: int, number: int, start_month: int) -> None:
    quarter = parse_period(f"Q{number} FY {year}", fiscal_start=start_month)
    whole = parse_period(f"FY {year}", fiscal_start=start_month)
    first, last = bounds(quarter)
    start, end = bounds(whole)
    assert start <= first <= last <= end
    assert (number == 1) == (first == start)
    assert (number == 4) == (last == end)
    assert end + timedelta(days=1) == date(start.year + 1, start.month, 1)


def bounds(period: Period | None) -> tuple[date, date]:
    if period is None or period.first is None or period.last is None:
        raise AssertionError(period)
    return period.first, period.last


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error_and_spans_lie_inside(text: str) -> None:
    for span in find_periods(text):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.period.text
