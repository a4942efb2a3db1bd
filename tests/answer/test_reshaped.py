"""Merges and splits in the words of sentences that write the names loosely, or leave one to their heading."""

from collections.abc import Callable

import pytest

from answer.comparison.explained import find_explanations
from answer.comparison.statements import memo_to_statements
from records.facts import Project
from records.memo import Memo
from records.place import Place

MemoOf = Callable[..., Memo]

QUAY_WORKS = ["Quay Street Paving", "Quay Street Drains", "Harbor Desk", "Berth Register Upgrade"]


def a_project(name: str, **fields: object) -> Project:
    place = Place(memo="m", file="m.md", page=1, box=None, section=None, quote=name, sha256="ab")
    return Project(project=name, status="green", memo="m", as_of=None, places=(place,), **fields)  # type: ignore[arg-type]


def read(text: str, old: list[str], new: list[str], memo_of: MemoOf) -> list[tuple[str, str | None, str | None]]:
    before, after = [a_project(name) for name in old], [a_project(name) for name in new]
    found = find_explanations(memo_to_statements(memo_of(text, id="new")), before, after)
    return [
        (e.kind, old[e.old] if e.old is not None else None, new[e.new] if e.new is not None else None) for e in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Quay Street Paving and the Quay Street Drains were merged into the Quay Corridor.",
        "The two Quay Street projects were combined into the Quay Corridor in June.",
        "Both Quay Street jobs were brought under one contract, the Quay Corridor.",
        "The paving and drains works at Quay Street are now carried out as one project, the Quay Corridor.",
        "Quay Corridor absorbed the Quay Street Paving and the Quay Street Drains.",
        "Quay Corridor replaces Quay Street Paving and Quay Street Drains.",
        "The two projects at Quay Street have become a single project, the Quay Corridor.",
        "Quay Street Paving and Quay Street Drains are reported together as the Quay Corridor.",
        "# Quay Corridor\n\nThis project unites the Quay Street Paving with the Quay Street Drains.",
        "# Quay Corridor\n\nThe Quay Street Paving and the Quay Street Drains were merged into this project.",
    ],
)
def test_two_that_are_gone_went_into_the_one_that_is_there(text: str, memo_of: MemoOf) -> None:
    assert sorted(read(text, QUAY_WORKS, ["Quay Corridor", *QUAY_WORKS[2:]], memo_of)) == [
        ("merged", "Quay Street Drains", "Quay Corridor"),
        ("merged", "Quay Street Paving", "Quay Corridor"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Berth Register Upgrade was folded in with the Harbor Desk.",
        "The register upgrade has been absorbed by the Harbor Desk.",
        "Work on the berth register continues as part of the Harbor Desk.",
        "The Berth Register Upgrade no longer stands alone; its scope moved to the Harbor Desk.",
        "The Berth Register Upgrade is now managed within the Harbor Desk.",
        "The Harbor Desk now includes the work of the Berth Register Upgrade.",
        "# Harbor Desk\n\nThe Berth Register Upgrade was folded in during the autumn.",
        "# Berth Register Upgrade\n\nThis project is now part of the Harbor Desk.",
    ],
)
def test_one_that_is_gone_went_into_another(text: str, memo_of: MemoOf) -> None:
    assert read(text, QUAY_WORKS, QUAY_WORKS[:3], memo_of) == [("merged", "Berth Register Upgrade", "Harbor Desk")]


@pytest.mark.parametrize(
    "text",
    [
        "The Pier Renewal is now delivered as Pier Deck and Pier Piles.",
        "Two projects, Pier Deck and Pier Piles, take the place of Pier Renewal.",
        "Pier Deck and Pier Piles were a single project last year, the Pier Renewal.",
        "The Pier Renewal was split into two packages in May.",
        "Pier Deck and Pier Piles together make up what was the Pier Renewal.",
        "The Pier Renewal was closed in favour of two smaller ones: Pier Deck and Pier Piles.",
        "# Pier Renewal\n\nThe work was let as two contracts, Pier Deck and Pier Piles, which replace this project.",
        "# Pier Deck\n\nThis is one of two that came out of the Pier Renewal.\n\n"
        "# Pier Piles\n\nThis is the other one that came out of the Pier Renewal.",
    ],
)
def test_one_that_is_gone_became_two(text: str, memo_of: MemoOf) -> None:
    assert read(text, ["Pier Renewal", "Harbor Desk"], ["Harbor Desk", "Pier Deck", "Pier Piles"], memo_of) == [
        ("split", "Pier Renewal", "Pier Deck"),
        ("split", "Pier Renewal", "Pier Piles"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Berth Register Upgrade could be folded in with the Harbor Desk.",
        "Two grants were combined to pay for the Harbor Desk.",
        "The Harbor Desk replaces four counters and is part of the front door.",
        "The Harbor Desk and the Quay Street Paving share one contract.",
    ],
)
def test_what_only_sounds_like_a_merger_is_none(text: str, memo_of: MemoOf) -> None:
    assert read(text, QUAY_WORKS, QUAY_WORKS[:3], memo_of) == []


def test_a_project_that_was_formerly_two_was_made_of_both() -> None:
    old = [a_project("Dock Phone Line"), a_project("Dock Web Desk"), a_project("Tide Tables")]
    new = [a_project("Harbor Desk", aliases=("Dock Phone Line", "Dock Web Desk"))]
    assert [(e.kind, e.old, e.new) for e in find_explanations((), old, new)] == [("merged", 0, 0), ("merged", 1, 0)]


def test_a_tables_row_may_tell_what_it_took_in(memo_of: MemoOf) -> None:
    new = [a_project("Harbor Desk", description="Absorbed the Berth Register Upgrade in May.", source="table")]
    found = find_explanations((), [a_project("Harbor Desk"), a_project("Berth Register Upgrade")], new)
    assert [(e.kind, e.old, e.new) for e in found] == [("merged", 1, 0)]
