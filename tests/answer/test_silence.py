"""Whether a memo says that something changed, how far it moved since the first memo, and what was reworded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.compare import compare
from answer.comparison.periods import periods_differ
from answer.comparison.words import texts_to_words
from extract.language.dates import parse_period
from records.comparison import Change
from records.facts import Definition, Project
from records.memo import Letterhead, Memo
from records.place import Place
from records.values import Money, Period

OLDEST, OLD, NEW = date(2030, 3, 3), date(2031, 3, 3), date(2032, 3, 3)
MemoOf = Callable[..., Memo]


def a_place(quote: str) -> Place:
    return Place(memo="m", file="m.md", page=1, box=None, section=None, quote=quote, sha256="ab")


def a_project(name: str = "Dock Lights", *, end: str | None = None, budget: int | None = None, **more: str) -> Project:
    return Project(
        project=name, status="green", end=parse_period(end) if end else None,
        budget=Money(amount=Decimal(budget), text=f"${budget:,}") if budget else None, memo="m", as_of=None,
        places=(a_place(name),), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def the_change(memo_of: MemoOf, old: Project, new: Project, text: str = "None.", *before: Project) -> Change:
    """The one change between two memos of one project each; ``before`` are earlier memos' records of it."""
    memos = [
        memo_of("# N\n\nNone.", id=f"e{number}", letterhead=Letterhead(date=OLDEST.replace(month=number + 1)),
                projects=[project])
        for number, project in enumerate(before)
    ]  # fmt: skip
    earlier = memo_of("# N\n\nNone.", id="old", letterhead=Letterhead(date=OLD), projects=[old])
    later = memo_of(f"# News\n\n{text}", id="new", letterhead=Letterhead(date=NEW), projects=[new])
    (change,) = compare(earlier, later, earlier=memos).changes
    return change


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The Dock Lights slipped by six months.", False),
        ("Rain moved delivery of the Dock Lights back by six months.", False),
        ("The Dock Lights are now expected in December 2032.", False),
        ("The plan of the Dock Lights was revised.", False),
        ("Dock Lights. The Board approved a new baseline.", False),
        ("Crews work on the Dock Lights. It will finish six months later.", False),
        ("Dock Lights (Red). The Board approved a new baseline.", False),
        ("Crews work on the Dock Lights. Finding the cable took four months longer than planned for it.", False),
        ("The study of the Dock Lights is now expected by March 2033.", True),
        ("The Dock Lights took two hours instead of ten to test.", True),
        ("The Dock Lights are popular. The Ferry Map slipped by six months.", True),
        ("The finish of the Dock Lights moved from June to December 2032.", False),
        ("The Dock Lights moved from red to yellow.", True),
        ("The Dock Lights are due in December 2032 because the lamps are late.", False),
        ("The Dock Lights are popular. The lamps have come. Delivery slipped by six months.", False),
        ("Dock Lights ($18.6 million). Storms broke the lamps. Delivery slipped by six months.", False),
        ("Gulls nest on the Dock Lights because it is warm.", True),
    ],
)
def test_a_moved_date_is_told_where_a_sentence_about_it_says_so(text: str, silent: bool, memo_of: MemoOf) -> None:
    change = the_change(memo_of, a_project(end="June 2032"), a_project(end="December 2032"), text)
    assert (change.field, change.silent) == ("end", silent)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Amber now asks for more than it did.", False),
        ("Endorse the new wording for amber.", False),
        ("Amber means that the date can no longer be held.", True),
        ("Two projects are amber now.", True),
    ],
)
def test_a_new_meaning_is_told_in_any_sentence_about_it(text: str, silent: bool, memo_of: MemoOf) -> None:
    def amber(meaning: str) -> Definition:
        place = a_place(f"Amber means that {meaning}.")
        return Definition(term="amber", meaning=meaning, status="yellow", memo="m", places=(place,))

    old = memo_of("# N\n\nNone.", letterhead=Letterhead(date=OLD), definitions=[amber("help is needed")])
    new = memo_of(
        f"# N\n\n{text}", letterhead=Letterhead(date=NEW), definitions=[amber("the date can no longer be held")]
    )
    (change,) = compare(old, new).changes
    assert change.silent is silent


def test_a_date_is_measured_from_the_first_memo_that_stated_one(memo_of: MemoOf) -> None:
    change = the_change(
        memo_of, a_project(end="June 2032"), a_project(end="December 2032"), "None.",
        a_project(), a_project(end="December 2031"),
    )  # fmt: skip
    assert change.note == "184 days later; 366 days later than first stated (2031-12, memo of 2030-02-03)"
    assert change.shift is not None
    assert (change.shift.by, change.shift.from_first, change.shift.first) == (Decimal(184), Decimal(366), "2031-12")
    assert change.shift.first_places


def test_a_budget_is_measured_from_the_first_memo_that_stated_one(memo_of: MemoOf) -> None:
    change = the_change(memo_of, a_project(budget=200), a_project(budget=300), "None.", a_project(budget=100))
    assert change.note == ("+$100, +50.0 %; +$200, +200.0 % against what was first stated ($100, memo of 2030-01-03)")


def test_a_date_that_is_back_where_it_began_says_so(memo_of: MemoOf) -> None:
    change = the_change(
        memo_of, a_project(end="December 2032"), a_project(end="June 2032"), "None.", a_project(end="June 2032")
    )
    assert change.note == "184 days earlier; again as first stated (2032-06, memo of 2030-01-03)"


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("02/02/2031", "2031-02-02", False),
        ("03/04/2031", "2031-04-03", False),
        ("03/04/2031", "2031-03-04", False),
        ("03/04/2031", "2031-05-04", True),
        ("31/12/2031", "2031-12-31", False),
        ("01/01/2031", "2032-01-01", True),
        ("To be set", "to be set", False),
        ("To be set", "2032-01-01", True),
    ],
)
def test_a_date_that_could_be_read_two_ways_has_moved_where_neither_fits(old: str, new: str, differ: bool) -> None:
    def period(text: str) -> Period:
        day = date.fromisoformat(text) if text[:4].isdigit() else None
        return Period(first=day, last=day, text=text)

    assert periods_differ(period(old), period(new)) is differ
    assert periods_differ(period(new), period(old)) is differ


def test_without_memos_before_nothing_is_said_of_the_first_plan(memo_of: MemoOf) -> None:
    change = the_change(memo_of, a_project(end="June 2032"), a_project(end="December 2032"))
    assert change.shift is not None
    assert (change.shift.by, change.shift.first, change.shift.from_first) == (Decimal(184), None, None)


def test_a_changed_issue_is_told_word_by_word(memo_of: MemoOf) -> None:
    old, new = a_project(issue="Two of nine lamps are late."), a_project(issue="One of nine lamps is late.")
    assert the_change(memo_of, old, new).words == (
        ("removed", "Two"), ("added", "One"), ("same", "of nine lamps"), ("removed", "are"), ("added", "is"),
        ("same", "late."),
    )  # fmt: skip


words = st.lists(st.sampled_from(["the", "lamp", "was", "late", "again"]), max_size=12).map(" ".join)


@given(words, words)
def test_the_pieces_of_two_texts_make_both_of_them_again(old: str, new: str) -> None:
    pieces = texts_to_words(old, new)
    assert " ".join(text for kind, text in pieces if kind != "added") == old
    assert " ".join(text for kind, text in pieces if kind != "removed") == new


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The Dock Lights are now behind schedule.", False),
        ("The Dock Lights have slipped to amber.", False),
        ("The Dock Lights move from green to amber.", False),
        ("The rating of the Dock Lights fell in May.", False),
        ("The Dock Lights are new on the amber list.", False),
        ("The Dock Lights, which were on track a year ago, are amber.", False),
        ("The Dock Lights are amber because the lamps were recalled.", False),
        ("The Dock Lights are amber.", True),
        ("The price of lamps for the Dock Lights fell in May.", True),
    ],
)
def test_a_moved_status_is_told_in_many_words(text: str, silent: bool, memo_of: MemoOf) -> None:
    later = replace(a_project(), status="yellow", status_text="amber")
    assert the_change(memo_of, a_project(), later, text).silent is silent


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The Council gave the Dock Lights another $400,000.", False),
        ("The budget of the Dock Lights is $900,000, of which $400,000 is new.", False),
        ("The Dock Lights have another 40 lamps.", True),
    ],
)
def test_a_moved_budget_is_told_where_a_sum_stands(text: str, silent: bool, memo_of: MemoOf) -> None:
    assert the_change(memo_of, a_project(budget=500_000), a_project(budget=900_000), text).silent is silent
