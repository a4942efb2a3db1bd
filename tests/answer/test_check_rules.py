# ruff: noqa: E501 - a row of a table of sentences stays on its line
"""Rows of (sentence, what is found): faults that a text holds in itself, each beside a wording that is no fault."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.check import check
from answer.checks.quantities import find_quantities
from extract.language.dates import parse_period
from records.facts import Definition, Omission, Project
from records.memo import Letterhead, Memo
from records.place import Place
from records.values import Money

MemoOf = Callable[..., Memo]
Found = list[tuple[str | None, str | None]]
DAY = date(2031, 5, 20)


def a_place(quote: str) -> Place:
    return Place(memo="memo", file="memo.md", page=1, box=None, section=None, quote=quote, sha256="ab")


def a_project(name: str, status: str | None, **fields: object) -> Project:
    return Project(project=name, status=status, memo="memo", as_of=DAY, places=(a_place(name),), **fields)  # type: ignore[arg-type]


def dollars(amount: int, text: str) -> Money:
    return Money(amount=Decimal(amount), text=text)


def found(memo: Memo, kind: str, *earlier: Memo) -> Found:
    return [(finding.stated, finding.computed) for finding in check(memo, earlier) if finding.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("Calls a day rose from 540 in 2029 to 520 in 2030.", "restatement", [("rose", "from 540 to 520")]),
        ("Calls a day fell from 540 in 2029 to 520 in 2030.", "restatement", []),
        ("Complaints dropped to 410 from 380 the year before.", "restatement", [("dropped", "from 380 to 410")]),
        ("The wait fell from two minutes to thirty seconds.", "restatement", []),
        ("Fees will rise from $12 to $10.", "restatement", []),
        ("Visits doubled from 2,100 to 3,400.", "restatement", [("doubled", "1.62 times")]),
        ("Visits nearly doubled from 2,100 to 4,000.", "restatement", []),
        ("Thefts climbed to 127, up from 85, a 33% increase.", "percentage", [("33%", "49.41%")]),
        ("Thefts climbed to 127, up from 85, a 49% increase.", "percentage", []),
        ("Fines came to $3.3 million, a 22% rise from $2.6 million.", "percentage", []),
        ("560 permits in 2030, compared with 500 in 2029, a 12% increase.", "percentage", []),
        ("Of the 40 piers, 26 are open, a rate of 72%.", "percentage", [("72%", "65%")]),
        ("Of the 40 piers, 26 are open, a rate of 65%.", "percentage", []),
        ("Residents named the tram (50%), a bicycle (35%) and a boat (25%).", "percentage", [("50% + 35% + 25%", "110%")]),
        ("45% named the tram, 30% a bicycle, and 35% a boat.", "percentage", [("45% + 30% + 35%", "110%")]),
        ("45% named the tram, 30% a bicycle, and 25% a boat.", "percentage", []),
        ("Asked for all that apply, 45% named the tram, 30% a bicycle, and 35% a boat.", "percentage", []),
    ],
)  # fmt: skip
def test_growth_and_shares_are_computed_again(sentence: str, kind: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(f"# News\n\n{sentence}"), kind) == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("The hearing is on Monday, June 4, 2031.", "date_order", [("Monday, June 4, 2031", "Wednesday")]),
        ("The hearing is on Wednesday, June 4, 2031.", "date_order", []),
        ("The hearing is on Monday 4 June 2031.", "date_order", [("Monday 4 June 2031", "Wednesday")]),
        ("The lease ends on June 31, 2033.", "date_order", [("June 31, 2033", "no such day")]),
        ("Fiscal Year 2029-2030, which ended June 30, 2029, was wet.", "date_order", [("June 30, 2029", "2030")]),
        ("Fiscal Year 2029-2030, which ended June 30, 2030, was wet.", "date_order", []),
        ("The three-year plan runs from July 2031 through June 2036.", "date_order", [("three-year plan", "about 5 years")]),
        ("The five-year plan runs from July 2031 through June 2036.", "date_order", []),
        ("The lease runs from July 1, 2031 to June 30, 2030.", "date_order", [("June 30, 2030", "July 1, 2031")]),
        ("The opening moved from July 2032 to June 2032.", "date_order", []),
        ("The FY 2032-33 budget was balanced.", "date_order", []),
        ("Work began in March 2031 and was completed in February 2031.", "date_order", [("February 2031", "March 2031")]),
        ("The $10.0 million is split between piers ($5.0 million), boats ($2.5 million) and nets ($2.0 million).", "sum", [("$10.0 million", "$9,500,000")]),
        ("The $10.0 million is split between piers ($5.0 million), boats ($2.5 million) and nets ($2.5 million).", "sum", []),
        ("Spent was $2.48 million of $6.2 million (30%).", "percentage", [("30%", "40%")]),
        ("Spent was $2.48 million of $6.2 million (40%).", "percentage", []),
        ("65% (12 of 40) of the piers are open.", "percentage", [("65%", "30%")]),
        ("The approved completion is now December 2032.", "date_order", []),
        ("12 volunteers took the test and 45% of them passed.", "granularity", [("45%", "5 of 12 is 41.67 % and 6 of 12 is 50 %")]),
        ("Of the 12 volunteers, 87% said yes.", "granularity", [("87%", "10 of 12 is 83.33 % and 11 of 12 is 91.67 %")]),
        ("The plan has three pillars: (1) Boats, and (2) Nets.", "count", [("three", "2")]),
        ("The plan has two pillars: (1) Boats, and (2) Nets.", "count", []),
        ("Two piers are late: North, South and West.", "count", [("two", "3")]),
        ("Two piers are late, such as: North, South and West.", "count", []),
        ("Crews closed 20 cases: 9 for nets, 6 for boats and 4 for piers.", "count", [("20", "19")]),
        ("Crews closed 20 cases: 9 for nets, 7 for boats and 4 for piers.", "count", []),
        ("It has 24 projects: 15 green, 5 yellow and 3 red.", "count", [("24", "23")]),
        ("It has 24 projects: 16 green, 5 yellow and 3 red.", "count", []),
        ("Of $2.0 million, $1.2 million has been spent, leaving $600,000.", "sum", [("$600,000", "$800,000")]),
        ("Of $2.0 million, $1.2 million has been spent, leaving $0.8 million.", "sum", []),
    ],
)  # fmt: skip
def test_calendar_lists_and_remainders(sentence: str, kind: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(f"# News\n\n{sentence}"), kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The Long Quay Lift (LQL) runs.\n\nThe Low Quota List (LQL) is kept.", "naming", [("Low Quota List (LQL)", "Long Quay Lift (LQL)")]),
        ("The Long Quay Lift (LQL) runs.\n\nThe Long Quay Lifts (LQL) run.", "naming", []),
        (
            "The 2031-2035 Harbor and Coast Strategic Plan is ready.\n\nThe Harbor Strategic Plan 2031-2035 has goals.",
            "naming",
            [("Harbor Strategic Plan 2031-2035", "2031-2035 Harbor and Coast Strategic Plan")],
        ),
        ("The 2031-2035 Water Strategic Plan is ready.\n\nThe 2031-2035 Sewer Strategic Plan follows.", "naming", []),
        ("92% of the boats are insured.\n\nOver 92% of the boats are insured.", "restatement", [("over 92%", "92%")]),
        ("92% of the boats are insured.\n\nNearly 92% of the boats are insured.", "restatement", []),
        ("The Quay Hall will cost $42 million.\n\nThe Quay Hall will cost $38 million.", "restatement", [("$42 million", "$38 million")]),
        ("The Quay Hall will cost $42 million.\n\nThe Quay Hall was to cost $38 million.", "restatement", []),
        ("See Table 4.\n\nTable 1: Boats\n\n| A | B |\n|---|---|\n| x | 1 |", "omission", []),
        ("The boats stand in Table 4.\n\nTable 1: Boats\n\n| A | B |\n|---|---|\n| x | 1 |", "omission", [("Table 4", None)]),
        ("The boats stand in Table 4 of the Fleet Act.\n\nTable 1: Boats", "omission", []),
    ],
)  # fmt: skip
def test_names_shares_and_parts_told_twice(text: str, kind: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(f"# News\n\n{text}"), kind) == expected


YEARS = "| Year | Records requests |\n|---|---|\n| 2028 | 980 |\n| 2029 | {} |\n| 2030 | 1,240 |\n"


@pytest.mark.parametrize(
    ("sentence", "middle", "expected"),
    [
        ("Records requests have grown every year.", "970", [("grown every year", "980 records requests (2028) and then 970 records requests (2029)")]),
        ("Records requests have grown every year.", "1,105", []),
        ("Records requests were the highest ever.", "1,300", [("highest ever", "1,300 records requests (2029) and then 1,240 records requests (2030)")]),
        ("The Clerk received 1,420 records requests in 2030.", "1,105", [("1,420", "1,240")]),
        ("The Clerk received over 1,200 records requests in 2030.", "1,105", []),
        ("The Clerk expects 1,420 records requests in 2030.", "1,105", []),
    ],
)  # fmt: skip
def test_a_table_by_years_bears_out_the_text(sentence: str, middle: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(f"# Requests\n\n{sentence}\n\n{YEARS.format(middle)}"), "restatement") == expected


def test_paragraphs_by_years_bear_out_the_text(memo_of: MemoOf) -> None:
    text = (
        "# Course\n\nThe course has grown steadily.\n\nFirst Year: 12 students.\n\nSecond Year: 12 students.\n\n"
        "Third Year: 18 students."
    )
    assert found(memo_of(text), "restatement") == [
        ("grown steadily", "12 students (First Year) and then 12 students (Second Year)")
    ]


LISTED = (
    a_project("Ash Depot", "green", status_text="On Track", budget=dollars(1_500_000, "$1.5 million")),
    a_project("Birch Span", "yellow", status_text="Delayed", budget=dollars(2_500_000, "$2.5 million")),
    a_project("Cedar Main", "green", status_text="On Track", end=parse_period("June 2032"), budget=dollars(10**6, "$1 million")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("All three projects are on track.", "percentage", [("all", "66.67%")]),
        ("All other projects are on track.", "percentage", []),
        ("Half of the projects are on track.", "percentage", [("Half", "66.67%")]),
        ("Two thirds of the projects are on track.", "percentage", []),
        ("A majority of the projects are on track.", "percentage", []),
        ("One is on track.", "count", [("one", "2")]),
        ("Two are on track and one is delayed.", "count", []),
        ("The deposit of $62,000 is at risk.", "count", []),
        ("The three projects have a combined budget of $6 million.", "sum", [("$6 million", "$5,000,000")]),
        ("The three projects have a combined budget of about $5 million.", "sum", []),
        ("The Ash Depot has a budget of $1.7 million.", "restatement", [("$1.5 million", "$1.7 million")]),
        ("The Ash Depot had an original budget of $1.7 million.", "restatement", []),
        ("The Birch Span project remains on track.", "colour_vs_definition", [("on track", "yellow")]),
        ("The Birch Span project would be on track by then.", "colour_vs_definition", []),
        ("The Ash Depot is behind schedule.", "colour_vs_definition", [("behind schedule", "green")]),
        ("The Ash Depot is not behind schedule.", "colour_vs_definition", []),
        ("The Cedar Main project is scheduled for completion in March 2032.", "restatement", [("March 2032", "June 2032")]),
        ("The design of Cedar Main is scheduled for completion in March 2032.", "restatement", []),
    ],
)  # fmt: skip
def test_sentences_about_listed_projects(sentence: str, kind: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(f"# Status\n\n{sentence}", projects=LISTED), kind) == expected


def test_a_colours_own_words_are_not_for_another(memo_of: MemoOf) -> None:
    meanings = {"green": "the project is on time", "yellow": "the project is at risk", "red": "work has stopped"}
    defined = tuple(Definition(term=s, meaning=m, status=s, memo="memo", places=()) for s, m in meanings.items())
    memo = memo_of(
        "# S\n\nThe Dock Lights are at risk.", projects=(a_project("Dock Lights", "red"),), definitions=defined
    )
    assert found(memo, "colour_vs_definition") == [("at risk", "red")]


def test_a_cost_outside_the_colours_own_definition(memo_of: MemoOf) -> None:
    red = Definition(
        term="red", meaning="the cost exceeds the budget by more than 10 percent", status="red", memo="memo", places=()
    )
    project = a_project("Dock Lights", "red", issue="The cost is 4 percent above the budget.")
    memo = memo_of("# S\n\nNone.", projects=(project,), definitions=(red,))
    assert found(memo, "colour_vs_definition") == [("4 percent above the budget", "more than 10 percent")]


def test_more_spent_than_the_budget_unless_it_is_said(memo_of: MemoOf) -> None:
    project = a_project("Dock Lights", "green", budget=dollars(10, "$10"), spent=dollars(12, "$12"))
    assert found(memo_of("# S\n\nNone.", projects=(project,)), "sum") == [("$10", "$12")]
    assert found(memo_of("# S\n\nThe Dock Lights are over budget.", projects=(project,)), "sum") == []


def test_one_project_in_two_lines(memo_of: MemoOf) -> None:
    twice = (a_project("Ferry Map", "green", status_text="Green"), a_project("Ferry Map", "red", status_text="Red"))
    assert found(memo_of("# S\n\nNone.", projects=twice), "restatement") == [("Green", "Red")]
    joined = (a_project("Ferry Map", None, status_text="Green; Red"),)
    assert found(memo_of("# S\n\nNone.", projects=joined), "colour_vs_definition") == [("Green", "Red")]


SUMS = "# M\n\nThe three contracts below total {}.\n\n| C | Amount |\n|---|---|\n| a | $1,000 |\n| b | $2,000 |\n| c | $500 |\n"


@pytest.mark.parametrize(
    ("total", "expected"), [("$4,500", [("$4,500", "$3,500")]), ("$3,500", []), ("about $3,500", [])]
)
def test_a_total_over_a_table(total: str, expected: Found, memo_of: MemoOf) -> None:
    assert found(memo_of(SUMS.format(total)), "sum") == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("P | 2029 | 2030 | Total", "a | 1 | 2 | 3", "b | 4 | 5 | 8", "c | 6 | 7 | 13"), [("8", "9")]),
        (("P | Share (%) | Rate", "a | 20 | 4", "b | 30 | 5", "Total | 60 | 7"), []),
        (("P | Boats", "a | 200", "b | 300", "Total | 90"), []),
        (("P | Boats", "a | 14.862", "b | 268", "Total | 1.178"), []),
        (("P | Cost", "a | 1.24", "b | 2.33", "Total | 3.57"), []),
        (("P | Cost ($ million)", "a | 1.2", "b | 2.3", "Total | 3.6"), []),
    ],
)
def test_only_what_is_meant_as_a_sum_is_added_up(rows: tuple[str, ...], expected: Found, memo_of: MemoOf) -> None:
    table = "\n".join(f"| {row} |" for row in (rows[0], " | ".join("---" for _ in rows[0].split("|")), *rows[1:]))
    assert found(memo_of(f"# M\n\n{table}"), "sum") == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("Last year the office reported 12 projects.", [("12", "14")]),
        ("Last year the office reported 14 projects.", []),
        ("Last year the office completed 12 projects.", []),
    ],
)
def test_last_years_count_as_told_now(now: str, expected: Found, memo_of: MemoOf) -> None:
    before = memo_of("# S\n\nThe office manages 14 projects.", id="old", letterhead=Letterhead(date=date(2030, 5, 1)))
    assert found(memo_of(f"# S\n\nThe office manages 17 projects. {now}"), "restatement", before) == expected


def test_a_highlight_is_no_whole_list_unless_the_list_is_missing(memo_of: MemoOf) -> None:
    gone = Omission(kind="attachment", message="Appendix A is named, but is not part of the file.", memo="m", places=())
    few = Omission(
        kind="unnamed_projects", message="The memo counts 9 completed projects and names 2.", memo="m", places=()
    )
    told = "# Project Highlights\n\nAppendix {} gives the full list."
    assert len(check(memo_of(told.format("A"), omissions=(gone, few)))) == 2
    assert len(check(memo_of(told.format("B"), omissions=(gone, few)))) == 1


@given(old=st.integers(1, 10**6), new=st.integers(1, 10**6))
def test_what_is_told_truly_is_never_doubted(old: int, new: int, memo_of: MemoOf) -> None:
    if old != new:
        text = f"Riders {'rose' if new > old else 'fell'} from {old:,} to {new:,}."
        assert check(memo_of(f"# R\n\n{text}")) == ()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_quantity_is_read_as_written(value: Decimal) -> None:
    (quantity,) = find_quantities(f"It cost ${value:,} in all.")
    assert (quantity.value, quantity.kind) == (value, "money")
