"""What must hold of answers whatever else lies in the library, in which order it came, and what has left it.

The library is the product's own; only its vectors are made without a model.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from answer.ask import answer_question
from index.hash_embedder import HashEmbedder
from index.library import Library
from records.answer import Answer, Question
from records.memo import Letterhead, Memo
from records.settings import Settings

HARBOR = """
# Status

The harbor office runs two projects. The dredging of the north basin is on schedule.

The crane on the east quay was repaired on March {day}, 2031. Divers found {count} cracks in the pilings.

# Costs

The repair of the crane cost ${cost},000. Ferries carried 4,500 riders.
"""
PARKS = """
# Status

The parks office planted 310 trees. The crane on the east quay is none of its business.

# Costs

The fountain cost $75,000. Divers found 2 coins in the fountain.
"""
LIBRARIES = """
# Reading rooms

The reading room on Mill Lane opened on May 2, 2031. It has 64 seats and cost $410,000.
"""
QUESTIONS = (
    "When was the crane on the east quay repaired?",
    "How many cracks did the divers find in the pilings?",
    "What did the repair of the crane cost?",
    "How many riders did the ferries carry?",
    "How many trees were planted?",
    "When did the reading room on Mill Lane open?",
    "Who is the harbor master?",
    "What is the date of the memo?",
)


@pytest.fixture(scope="module")
def memos(memo_of: Callable[..., Memo]) -> dict[str, tuple[Memo, bytes]]:
    texts = {
        "old": (HARBOR.format(day=3, count=7, cost=120), "Harbor Committee", date(2031, 4, 1)),
        "new": (HARBOR.format(day=5, count=9, cost=135), "Harbor Committee", date(2032, 4, 1)),
        "parks": (PARKS, "Parks Board", date(2032, 4, 1)),
        "libraries": (LIBRARIES, "Library Trustees", date(2031, 6, 1)),
    }
    return {
        name: (memo_of(text, id=name, letterhead=Letterhead(body=body, date=day)), text.encode())
        for name, (text, body, day) in texts.items()
    }


@pytest.fixture
def library_of(tmp_path: Path, memos: dict[str, tuple[Memo, bytes]]) -> Iterator[Callable[..., Library]]:
    opened: list[Library] = []

    def open_with(*names: str) -> Library:
        folder = tmp_path / f"library-{len(opened)}"
        library = Library.open(folder, settings=Settings(), embedder=HashEmbedder())
        opened.append(library)
        for name in names:
            memo, original = memos[name]
            library.add(memo, original=original)
        return library

    yield open_with
    for library in opened:
        library.close()


def _answers(library: Library, *, memo: str | None = None) -> list[Answer]:
    return [answer_question(Question(text=text, memo=memo), library) for text in QUESTIONS]


def test_unrelated_memos_change_no_answer_about_a_named_one(
    library_of: Callable[..., Library], memos: dict[str, tuple[Memo, bytes]]
) -> None:
    library = library_of("new")
    before = _answers(library, memo="new")
    assert sum(answer.outcome == "answered" for answer in before) >= 4
    for name in ("parks", "libraries", "old"):
        memo, original = memos[name]
        library.add(memo, original=original)
        assert _answers(library, memo="new") == before


def test_a_withdrawn_memo_is_in_no_answer_from_then_on(library_of: Callable[..., Library]) -> None:
    library = library_of("old", "new", "parks", "libraries")
    assert any(place.memo == "new" for answer in _answers(library) for place in answer.citations)
    library.withdraw("new")
    after = _answers(library)
    assert not any(place.memo == "new" for answer in after for place in answer.citations)
    assert after == _answers(library_of("old", "parks", "libraries"))


def test_a_reader_beside_it_sees_the_withdrawal_at_once(library_of: Callable[..., Library], tmp_path: Path) -> None:
    library = library_of("old", "new")
    with Library.open(tmp_path / "library-0", settings=Settings(), write=False, embedder=HashEmbedder()) as reader:
        assert any(place.memo == "new" for answer in _answers(reader) for place in answer.citations)
        library.withdraw("new")
        assert not any(place.memo == "new" for answer in _answers(reader) for place in answer.citations)


@pytest.mark.parametrize("order", [("new", "parks", "old", "libraries"), ("libraries", "parks", "new", "old")])
def test_the_order_in_which_memos_come_changes_nothing(
    library_of: Callable[..., Library], order: tuple[str, ...]
) -> None:
    assert _answers(library_of(*order)) == _answers(library_of("old", "new", "parks", "libraries"))


def test_a_memo_that_leaves_and_comes_back_changes_nothing(
    library_of: Callable[..., Library], memos: dict[str, tuple[Memo, bytes]]
) -> None:
    library = library_of("old", "new", "parks")
    before = _answers(library)
    library.withdraw("new")
    memo, original = memos["new"]
    library.add(memo, original=original)
    assert _answers(library) == before
