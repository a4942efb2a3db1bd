"""What does not fit together in one memo, kind by kind, and what must not be called a finding."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.check import check
from answer.checks.hedges import fits, read_hedge
from answer.checks.numbers import whole_number
from extract.language.dates import parse_period
from records.answer import Finding
from records.facts import Commitment, Definition, Omission, Project
from records.memo import Letterhead, Memo
from records.place import Place

MemoOf = Callable[..., Memo]
DAY = date(2031, 5, 20)


def a_place(quote: str) -> Place:
    return Place(memo="memo", file="memo.md", page=1, box=None, section=None, quote=quote, sha256="ab")


def a_project(name: str, status: str, **fields: object) -> Project:
    return Project(project=name, status=status, memo="memo", as_of=DAY, places=(a_place(name),), **fields)  # type: ignore[arg-type]


def found(memo: Memo, kind: str, *earlier: Memo) -> list[tuple[str | None, str | None]]:
    return [(finding.stated, finding.computed) for finding in check(memo, earlier) if finding.kind == kind]


TROUBLED = (a_project("Dock Lights", "red"), a_project("Ferry Map", "yellow"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Over 92% of the projects are on schedule.", [("Over 92%", "91.67%")]),
        ("92% of the projects are on schedule.", []),
        ("Nearly 92 percent of projects are green.", []),
        ("About 90 percent of the projects are green.", []),
        ("At least 95 percent of the projects are on track.", [("At least 95 percent", "91.67%")]),
        ("Of the projects, 85% are on track.", [("85%", "91.67%")]),
        ("The target is that 95% of projects are on track.", []),
        ("Last year 80% of the projects were green.", []),
        ("92% of the budget is spent on projects on schedule.", []),
    ],
)
def test_a_share_of_green_projects_is_counted_again(
    sentence: str, expected: list[tuple[str, str]], memo_of: MemoOf
) -> None:
    text = f"# Status\n\nThe office oversees a total of 24 projects. {sentence}"
    assert found(memo_of(text, projects=TROUBLED), "percentage") == expected


def test_without_a_total_no_share_is_doubted(memo_of: MemoOf) -> None:
    assert found(memo_of("# Status\n\nOver 92% of the projects are green.", projects=TROUBLED), "percentage") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine of 12 offices (80%) use the new desk.", [("80%", "75%")]),
        ("Nine of 12 offices (75%) use the new desk.", []),
        ("Nine of 12 offices, or about 76 percent, use it.", []),
        ("Riders rose from 400 to 500 a day, an increase of 20%.", [("20%", "25%")]),
        ("Riders rose from 400 to 500 a day, a 25% increase.", []),
        ("Nine of 12 offices use the desk, and 40% of calls are answered.", []),
    ],
)
def test_a_share_beside_its_counts(sentence: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    assert found(memo_of(f"# Desk\n\n{sentence}"), "percentage") == expected


TABLE = (
    "# Money\n\n| Project | Budget | Spent |\n|---|---|---|\n| Lights | $1,200 | $10.50 |\n| Map | $2,300 | $4.25 |\n"
)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("| Total | $3,500 | $14.75 |", []),
        ("| Total | $3,600 | $14.75 |", [("$3,600", "$3,500")]),
        ("| TOTALS | $3,500 | $14.57 |", [("$14.57", "$14.75")]),
        ("| Total number of piers | $9 | $9 |", []),
        ("| Total | n/a | |", []),
    ],
)
def test_a_total_line_is_added_up(total: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    assert found(memo_of(TABLE + total), "sum") == expected


def test_subtotals_are_not_added_twice(memo_of: MemoOf) -> None:
    rows = ("a | 1", "b | 2", "Subtotal | 3", "c | 4", "d | 5", "Subtotal | 9", "Total | 12")
    text = "# M\n\n| P | B |\n|---|---|\n" + "\n".join(f"| {row} |" for row in rows)
    assert found(memo_of(text), "sum") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three projects were completed since the last report.", [("three", "2")]),
        ("The office completed two projects.", []),
        ("The team has implemented 11 projects.", [("11", "2")]),
        ("In 2019, nine projects were completed.", []),
        ("Over the past decade nine projects were completed.", []),
        ("One project was completed.", [("one", "2")]),
    ],
)
def test_completed_projects_are_counted(sentence: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    done = (a_project("Dock Lights", "complete"), a_project("Ferry Map", "complete"))
    assert found(memo_of(f"# Done\n\n{sentence}", projects=done), "count") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There are 2 active projects. One is red and two are yellow.", [("two", "1")]),
        ("There are 2 active projects. One is red and one is yellow.", []),
        ("There are 2 active projects. A year ago two were red.", []),
        ("There are 9 active projects. Three are red.", []),
    ],
)
def test_colours_are_counted_where_every_project_is_named(
    sentence: str, expected: list[tuple[str, str]], memo_of: MemoOf
) -> None:
    assert found(memo_of(f"# Status\n\n{sentence}", projects=TROUBLED), "count") == expected


@pytest.mark.parametrize(
    "partial",
    [
        "The table below lists the two with the greatest effect on residents.",
        "Described here are only those projects that matter most.",
        "This report highlights selected projects.",
    ],
)
def test_a_list_that_is_declared_partial_contradicts_no_count(partial: str, memo_of: MemoOf) -> None:
    projects = (a_project("Dock Lights", "green"), a_project("Ferry Map", "yellow"))
    whole = "# Status\n\nFourteen are green."
    assert found(memo_of(f"{whole} {partial}", projects=projects), "count") == []
    assert found(memo_of(whole, projects=projects), "count") == [("fourteen", "1")]


def test_a_title_declares_a_part_too(memo_of: MemoOf) -> None:
    text = "# Selected Projects\n\nFourteen are green."
    assert found(memo_of(text, projects=(a_project("Dock Lights", "green"),)), "count") == []


def test_a_count_says_what_was_found_and_warns_only_of_whole_lists(memo_of: MemoOf) -> None:
    done = (a_project("Dock Lights", "complete"),)
    (one,) = check(memo_of("# Done\n\nThree projects were completed.", projects=done))
    (other,) = check(memo_of("# Done\n\nThe following three projects were completed.", projects=done))
    assert one.message == "The memo counts three completed projects; memolens found 1 named."
    assert (one.severity, other.severity) == ("note", "warning")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six of the nine piers are open; the remaining four close in May.",
            [("Six of nine, the remaining four", "10")],
        ),
        ("Six of nine piers are open. The other four close in May.", [("Six of nine, The other four", "10")]),
        ("Six of the nine piers are open; the remaining three close in May.", []),
        ("Six of the nine piers are open, two are shut, and the remaining one is sold.", []),
        ("Six of the nine piers are open; the remaining four months are for painting.", []),
        ("About six of the nine piers are open; the remaining four close.", []),
        ("Six of the nine piers are open. Four closed.", []),
    ],
)
def test_a_part_and_the_rest_make_the_whole(text: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    assert found(memo_of(f"# Piers\n\n{text}"), "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The budget rose by $2.0 million from $19.8 million to $22.6 million.", ("warning", "$21.8 million")),
        ("The budget rose by $1.9 million from $19.8 million to $21.6 million.", ("note", "$21.7 million")),
        ("The budget fell by $1.9 million from $19.8 million to $17.9 million.", None),
        ("The budget rose from $400,000 to $450,000, an increase of $60,000.", ("warning", "$460,000")),
        ("Riders rose from 40 to 55 a day, an increase of 12.", ("warning", "52")),
        ("Riders rose from 40 to 55 a day, an increase of 15.", None),
        ("The budget rose by about $2 million from $19.8 million to $22.6 million.", None),
        ("It runs from $4 million to $9 million, less a fee of $1 million.", None),
    ],
)
def test_an_old_figure_and_its_change_make_the_new_one(
    text: str, expected: tuple[str, str] | None, memo_of: MemoOf
) -> None:
    sums = [(f.severity, f.computed) for f in check(memo_of(f"# Money\n\n{text}")) if f.kind == "sum"]
    assert sums == ([expected] if expected else [])


@given(old=st.integers(1, 10**6), change=st.integers(1, 10**6))
def test_what_adds_up_is_never_doubted(old: int, change: int, memo_of: MemoOf) -> None:
    text = f"The sum rose by ${change:,} from ${old:,} to ${old + change:,}."
    assert found(memo_of(f"# Money\n\n{text}"), "sum") == []


@pytest.mark.parametrize(
    ("intro", "expected"),
    [
        ("A project enters under one of these four conditions:", [("four", "3")]),
        ("The plan has three goals:", []),
        ("It costs $4 million and brings benefits:", []),
        ("Within four months the following came:", []),
    ],
)
def test_an_announced_list_is_counted(intro: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    assert found(memo_of(f"# Plan\n\n{intro}\n\n1. One.\n2. Two.\n3. Three."), "count") == expected


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("The class had 15 participants from three piers, with a 50% completion rate.", True),
        ("The class had 15 participants and an 80% completion rate.", False),
        ("The class had 22 staff from 10 piers and a 91% completion rate.", False),
        ("The class had 15 participants and a 50% acceptance rate.", False),
        ("The class had 15 participants and about a 50% completion rate.", False),
        ("A total of 33% of the 10 offices have moved.", True),
        ("The class had 1,500 participants and a 51% completion rate.", False),
    ],
)
def test_a_rate_that_no_whole_number_of_people_gives(sentence: str, doubted: bool, memo_of: MemoOf) -> None:
    assert bool(found(memo_of(f"# Class\n\n{sentence}"), "granularity")) is doubted


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("The office was honored by the League at its dinner on June 9, 2031.", True),
        ("The portal launched in August 2031.", True),
        ("As noted in the June 2, 2031 Council memo, the lease ends.", True),
        ("The office was honored at a dinner on May 2, 2031.", False),
        ("The portal is scheduled to launch in August 2031.", False),
        ("The finish was moved to August 2031.", False),
        ("The lease was extended through June 2033.", False),
        ("Staff completed the plan, which takes effect in July 2032 and will run to 2034.", False),
        ("The Council approved a budget for 2032.", False),
    ],
)
def test_the_past_does_not_lie_ahead(sentence: str, doubted: bool, memo_of: MemoOf) -> None:
    assert bool(found(memo_of(f"# News\n\n{sentence}"), "date_order")) is doubted


def test_a_letterhead_is_no_story(memo_of: MemoOf) -> None:
    text = "Approved by the Manager: June 6, 2031\n\nThe pier was opened on June 9, 2031."
    assert found(memo_of(text), "date_order") == [("June 9, 2031", "2031-05-20")]


def test_approval_and_projects_keep_their_order(memo_of: MemoOf) -> None:
    head = Letterhead(date=DAY, approved=date(2031, 5, 2))
    late = a_project("Dock Lights", "complete", completed=parse_period("August 2031"))
    twisted = a_project("Ferry Map", "green", start=parse_period("May 2033"), end=parse_period("June 2032"))
    memo = memo_of("# News\n\nNone.", letterhead=head, projects=(late, twisted))
    assert found(memo, "date_order") == [
        ("2031-05-02", "2031-05-20"), ("August 2031", "2031-05-20"), ("June 2032", "May 2033"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Ferry Ticketing Portal\n\nThe Ferry Booking Portal opened.",
            [("Ferry Booking Portal", "Ferry Ticketing Portal")],
        ),
        ("# Ferry Ticketing Portal\n\nThe Ferry Ticketing Portal opened.", []),
        ("# Ferry Ticketing Portal\n\nIt was formerly called the Ferry Booking Portal.", []),
        ("# North Pier Deck\n\nThe South Pier Deck follows.", []),
        ("# Ferry Ticketing Portal\n\nOpen.\n\n# Ferry Booking Portal\n\nThe Ferry Booking Portal too.", []),
    ],
)
def test_one_thing_under_two_names(text: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    assert found(memo_of(text), "naming") == expected


YELLOW = Definition(
    term="yellow", meaning="the finish date has moved by 30 to 90 days", status="yellow", memo="memo", places=()
)


@pytest.mark.parametrize(
    ("issue", "doubted"),
    [
        ("The mill moved delivery back by five months.", True),
        ("Work is six weeks behind.", False),
        ("The finish moves by two months.", False),
        ("A ten-day delay at the mill.", True),
        ("The crew has five months of training.", False),
    ],
)
def test_a_delay_outside_the_colours_own_definition(issue: str, doubted: bool, memo_of: MemoOf) -> None:
    memo = memo_of("# S\n\nNone.", projects=(a_project("Dock Lights", "yellow", issue=issue),), definitions=(YELLOW,))
    assert bool(found(memo, "colour_vs_definition")) is doubted


def test_a_green_project_that_is_behind_schedule(memo_of: MemoOf) -> None:
    memo = memo_of("# S\n\nNone.", projects=(a_project("Dock Lights", "green", issue="Testing is behind schedule."),))
    assert found(memo, "colour_vs_definition") == [("green", "behind schedule")]


def test_what_is_named_and_not_held(memo_of: MemoOf) -> None:
    gone = Omission(kind="attachment", message="Appendix C is named, but not part of the file.", memo="memo", places=())
    assert found(memo_of("# S\n\nNone.", omissions=(gone,)), "omission") == [("Appendix C", None)]


def a_promise(text: str, due: str) -> Commitment:
    return Commitment(text=text, due=parse_period(due), memo="memo", places=(a_place(text),))


def test_a_promise_for_a_day_before_the_memo(memo_of: MemoOf) -> None:
    memo = memo_of("# S\n\nNone.", commitments=(a_promise("The pier will open by March 2031.", "March 2031"),))
    assert found(memo, "commitment") == [("March 2031", "2031-05-20")]


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        ("The bridge was painted.", True),
        ("The diving inspection was published in April.", False),
    ],
)
def test_a_promise_of_last_year_that_nobody_comes_back_to(now: str, asked: bool, memo_of: MemoOf) -> None:
    promise = a_promise("The diving inspection will be published by January 2031.", "January 2031")
    before = memo_of("# S\n\nNone.", id="old", letterhead=Letterhead(date=date(2030, 5, 1)), commitments=(promise,))
    assert bool(found(memo_of(f"# S\n\n{now}"), "commitment", before)) is asked


def test_a_green_project_past_its_own_finish(memo_of: MemoOf) -> None:
    memo = memo_of("# S\n\nNone.", projects=(a_project("Dock Lights", "green", end=parse_period("March 2031")),))
    (finding,) = [f for f in check(memo) if f.kind == "commitment"]
    assert (finding.severity, finding.stated) == ("warning", "March 2031")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("The ferries carried 44,000 riders, up from 40,000 a year ago.", [("40,000", "41,200")]),
        ("The ferries carried 44,000 riders, up from 41,200 a year ago.", []),
        ("The ferries carried 44,000 riders, up from about 41,000 last year.", []),
        ("The buses carried 9,000 pupils, up from 8,000 a year ago.", []),
    ],
)
def test_last_years_figure_as_told_and_as_printed(now: str, expected: list[tuple[str, str]], memo_of: MemoOf) -> None:
    before = memo_of(
        "# Ferries\n\nThe ferries carried 41,200 riders.", id="old", letterhead=Letterhead(date=date(2030, 5, 1))
    )
    assert found(memo_of(f"# Ferries\n\n{now}"), "restatement", before) == expected


def test_later_memos_are_not_looked_at(memo_of: MemoOf) -> None:
    later = memo_of(
        "# Ferries\n\nThe ferries carried 41,200 riders.", id="l", letterhead=Letterhead(date=date(2032, 5, 1))
    )
    assert check(memo_of("# Ferries\n\nThe ferries carried 44,000 riders, up from 40,000 a year ago."), (later,)) == ()


def test_every_finding_has_a_message_and_a_place(memo_of: MemoOf) -> None:
    text = (
        "# Status\n\nThe office oversees 24 projects. Over 92% of the projects are green. Nine of 12 piers (80%) shut."
    )
    findings = check(memo_of(text, projects=TROUBLED))
    assert len(findings) == 2
    assert all(isinstance(f, Finding) and f.message and f.evidence for f in findings)


@pytest.mark.parametrize(
    ("before", "hedge"),
    [
        ("well over ", "over"), ("or just over ", "just_over"), ("nearly ", "just_under"), ("no more than ", "at_most"),
        ("at least ", "at_least"), ("an estimated ", "about"), ("some ", "about"), ("the ", "none"), ("", "none"),
        ("fewer than ", "under"), ("left over: ", "none"),
    ],
)  # fmt: skip
def test_hedges_are_read_at_the_figure(before: str, hedge: str) -> None:
    assert read_hedge(before) == hedge


@given(st.decimals(min_value=0, max_value=100, places=1))
def test_a_figure_fits_itself_unless_it_says_otherwise(value: Decimal) -> None:
    for hedge in ("none", "about", "at_least", "at_most", "just_under"):
        assert fits(hedge, value, value)  # type: ignore[arg-type]
    assert not fits("over", value, value)
    assert not fits("under", value, value)


@pytest.mark.parametrize(
    ("text", "value"), [("24", 24), ("2,000", 2000), ("twenty-four", 24), ("Twenty", 20), ("both", 2), ("no", 0)]
)
def test_whole_numbers(text: str, value: int) -> None:
    assert whole_number(text) == value
