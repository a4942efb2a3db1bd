"""A person's decisions on names outlive the memos that they were made on."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType

import pytest

from index.library import Library
from records.errors import LibraryError
from records.identity import Decision

Open = Callable[..., Library]


def a_decision(one: str, other: str, *, same: bool = True, body: str | None = "Harbor Committee") -> Decision:
    return Decision(name_one=one, name_other=other, same=same, body=body, decided_at=datetime(2033, 1, 1, tzinfo=UTC))


def test_decisions_are_kept_over_re_ingest_and_withdrawal(library: Library, samples: ModuleType) -> None:
    (old, old_bytes), (new, new_bytes) = samples.numbered_memo(1), samples.numbered_memo(1, version=2)
    library.add(old, original=old_bytes)
    library.decide(a_decision("Dock Sales", "Boat Register"))
    library.add(new, original=new_bytes)
    assert library.decisions() == (a_decision("Dock Sales", "Boat Register"),)
    library.withdraw(new.id)
    library.rebuild()
    assert library.decisions() == (a_decision("Dock Sales", "Boat Register"),)
    assert library.verify() == ()


def test_a_later_decision_on_the_same_names_replaces_the_earlier(library: Library) -> None:
    library.decide(a_decision("Dock Sales", "Boat Register"))
    library.decide(a_decision("BOAT  register", "dock sales", same=False))
    assert [decision.same for decision in library.decisions()] == [False]


def test_decisions_for_two_bodies_stand_side_by_side(library: Library) -> None:
    library.decide(a_decision("Dock Sales", "Boat Register"))
    library.decide(a_decision("Dock Sales", "Boat Register", body="Parks Board", same=False))
    assert [decision.body for decision in library.decisions()] == ["Harbor Committee", "Parks Board"]


def test_a_decision_can_be_taken_back(library: Library) -> None:
    library.decide(a_decision("Dock Sales", "Boat Register"))
    assert library.take_back("Boat Register", "Dock Sales") == 1
    assert library.decisions() == ()
    assert library.take_back("Boat Register", "Dock Sales") == 0


def test_a_reader_decides_nothing(library: Library, open_library: Open) -> None:
    with open_library(write=False) as reader, pytest.raises(LibraryError, match="reading only"):
        reader.decide(a_decision("Dock Sales", "Boat Register"))
