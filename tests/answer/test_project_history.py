"""A project against its first plan: slips, new baselines, moves without a word, what it came of and went into."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from answer.comparison.rebaselines import tells_rebaseline
from answer.project_history import project_history
from extract.language.dates import parse_period
from records.facts import Project
from records.history import History
from records.memo import Letterhead, Memo
from records.place import Place
from records.values import Money

MemoOf = Callable[..., Memo]
OTHERS = ("Tide Tables", "Dredging Plan", "Crane Inspection", "Gull Survey")


def a_project(name: str, status: str, *, end: str | None = None, budget: int | None = None) -> Project:
    return Project(
        project=name,
        status=status,
        end=parse_period(end) if end else None,
        budget=Money(amount=Decimal(budget), text=f"${budget:,}") if budget else None,
        memo="",
        as_of=None,
        places=(Place(memo="m", file="m.md", page=1, box=None, section=None, quote=name, sha256="ab"),),
    )


def series(memo_of: MemoOf, *years: tuple[str, Sequence[Project]]) -> list[Memo]:
    """One memo a year from 2030, each a text and its projects; four others are in all of them."""
    memos = []
    for year, (text, projects) in enumerate(years, start=2030):
        day = date(year, 3, 1)
        everyone = (*projects, *(a_project(name, "green") for name in OTHERS))
        memo = memo_of(f"# News\n\n{text}", id=str(year), letterhead=Letterhead(date=day))
        memos.append(replace(memo, projects=tuple(replace(p, memo=str(year), as_of=day) for p in everyone)))
    return memos


def moves(history: History) -> list[tuple[int | None, int | None, str | None]]:
    """Days since the memo before, days since the first plan, and how it was told."""
    return [
        (int(s.end_shift.by), int(s.end_shift.from_first or 0), s.moved) if s.end_shift else (None, None, s.moved)
        for s in history.steps
    ]


def test_every_slip_is_measured_from_the_last_end_and_from_the_first(memo_of: MemoOf) -> None:
    memos = series(
        memo_of,
        ("None.", [a_project("Pier Renewal", "green", end="June 2031")]),
        ("None.", [a_project("Pier Renewal", "yellow", end="December 2031")]),
        ("The Pier Renewal is delayed by the piling firm.", [a_project("Pier Renewal", "red", end="June 2032")]),
        ("None.", [a_project("Pier Renewal", "red")]),
        ("The Pier Renewal was re-baselined in May.", [a_project("Pier Renewal", "green", end="December 2032")]),
        ("None.", [a_project("Pier Renewal", "green", end="November 2032")]),
    )
    found = project_history("Pier Renewal", memos)
    assert moves(found) == [
        (None, None, None), (184, 184, "silent"), (182, 366, "told"), (None, None, None), (184, 550, "rebaselined"),
        (-31, 519, "silent"),
    ]  # fmt: skip
    assert (found.slips, found.rebaselines, found.silent_moves) == (3, 1, 2)
    assert found.baseline.end is not None
    assert (found.baseline.end.label(), found.baseline.end_memo) == ("2031-06", date(2030, 3, 1))
    assert [step.status_move for step in found.steps] == [None, "worse", "worse", None, "better", None]
    assert found.steps[4].moved_places[0].quote == "The Pier Renewal was re-baselined in May."


def test_budgets_are_measured_from_the_first_one(memo_of: MemoOf) -> None:
    memos = series(
        memo_of,
        ("None.", [a_project("Pier Renewal", "green", budget=1_000_000)]),
        ("None.", [a_project("Pier Renewal", "green", budget=1_200_000)]),
        ("None.", [a_project("Pier Renewal", "green", budget=900_000)]),
    )
    shifts = [step.budget_shift for step in project_history("Pier Renewal", memos).steps]
    assert [(s.by, s.percent, s.from_first, s.percent_from_first) for s in shifts if s] == [
        (Decimal(200_000), Decimal(20), Decimal(200_000), Decimal(20)),
        (Decimal(-300_000), Decimal(-25), Decimal(-100_000), Decimal(-10)),
    ]  # fmt: skip


def test_names_are_told_in_the_order_of_use(memo_of: MemoOf) -> None:
    memos = series(
        memo_of,
        ("None.", [a_project("Dock Ticketing System", "green")]),
        ("The Harbor Pass (formerly Dock Ticketing System) is on schedule.", [a_project("Harbor Pass", "green")]),
    )
    assert project_history("Harbor Pass", memos).names == ("Dock Ticketing System", "Harbor Pass")


def test_what_a_project_went_into_and_came_of_is_told(memo_of: MemoOf) -> None:
    memos = series(
        memo_of,
        ("None.", [a_project("Dock Phone Line", "green"), a_project("Dock Web Desk", "green")]),
        (
            "The Dock Phone Line and the Dock Web Desk were merged into the Harbor Desk.",
            [a_project("Harbor Desk", "green")],
        ),
        ("None.", [a_project("Harbor Desk", "red")]),
    )
    (step,) = project_history("Dock Phone Line", memos).steps
    assert [(kin.kind, kin.name) for kin in step.kin] == [("merged_into", "Harbor Desk")]
    assert step.kin[0].text.endswith("last reported red there, in the memo of 2032-03-01")
    assert step.silences == ()
    first, _ = project_history("Harbor Desk", memos).steps
    assert [(kin.kind, kin.name) for kin in first.kin] == [
        ("merged_from", "Dock Phone Line"), ("merged_from", "Dock Web Desk"),
    ]  # fmt: skip


def test_a_memo_in_between_that_leaves_it_out_is_named_there(memo_of: MemoOf) -> None:
    one = [a_project("Seawall Survey", "green")]
    memos = series(memo_of, ("None.", one), ("None.", []), ("None.", one), ("None.", []))
    steps = project_history("Seawall Survey", memos).steps
    assert [[silence.memo for silence in step.silences] for step in steps] == [["2031"], ["2033"]]


def test_a_status_that_only_reads_differently_on_a_new_scale_is_marked(memo_of: MemoOf) -> None:
    five = [a_project(f"Pier {number}", status) for number, status in enumerate(("red", "red_yellow", "green"))]
    memos = series(
        memo_of,
        ("None.", [a_project("Seawall Survey", "yellow_green"), *five]),
        ("None.", [a_project("Seawall Survey", "green")]),
    )
    _, step = project_history("Seawall Survey", memos).steps
    assert step.status_move == "rescaled"
    assert step.status_note == "scale changed: Yellow/Green of five levels may be Green of three"


def test_names_that_two_projects_exchanged_are_followed_by_what_the_memo_says(memo_of: MemoOf) -> None:
    memos = series(
        memo_of,
        ("None.", [a_project("Pier Study", "red"), a_project("Quay Study", "green")]),
        (
            "The Pier Study is now called the Quay Works. The Quay Study is now called the Pier Works.",
            [a_project("Quay Works", "red"), a_project("Pier Works", "green")],
        ),
    )
    assert project_history("Quay Works", memos).names == ("Pier Study", "Quay Works")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The project was re-baselined in May 2031.", True),
        ("The Council approved a revised schedule on May 3.", True),
        ("A new baseline was set by the steering group.", True),
        ("The revised budget was approved in June.", True),
        ("The Board adopted the amended project plan.", True),
        ("The schedule was formally reset.", True),
        ("Staff will ask for a new baseline.", False),
        ("The project has not been re-baselined.", False),
        ("A revised schedule is pending.", False),
        ("The schedule slipped by two months.", False),
    ],
)
def test_a_new_baseline_counts_where_a_sentence_states_it(sentence: str, told: bool) -> None:
    assert tells_rebaseline(sentence) is told


def test_a_memo_without_a_date_stands_last_and_nothing_is_counted_in_it(memo_of: MemoOf) -> None:
    first, other = series(
        memo_of,
        ("None.", [a_project("Pier Renewal", "green", end="December 2031")]),
        ("None.", [a_project("Pier Renewal", "red", end="June 2033")]),
    )
    undated = replace(first, id="none", letterhead=Letterhead(), projects=(
        replace(a_project("Pier Renewal", "red", end="June 2031"), memo="none"), *first.projects[1:]))  # fmt: skip
    history = project_history("Pier Renewal", [undated, first, other])
    assert [step.project.memo for step in history.steps] == ["2030", "2031", "none"]
    assert [step.end_shift is not None for step in history.steps] == [False, True, False]
    assert (history.slips, history.steps[-1].status_move, history.steps[-1].moved) == (1, None, None)
    assert [step.note is not None for step in history.steps] == [False, False, True]
