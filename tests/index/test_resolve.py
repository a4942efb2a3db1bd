import datetime
from types import ModuleType

import pytest

from index.library import Library
from index.resolve import resolve_memo
from records.errors import NotFound
from records.library import MemoEntry


@pytest.fixture
def entries(library: Library, samples: ModuleType) -> tuple[MemoEntry, ...]:
    text = (samples.block("paragraph", "TO: someone"),)
    days = {"harbor-a1": (2030, 5, 6), "harbor-b2": (2030, 11, 4), "parks-c3": (2031, 5, 6), "2032-night": None}
    for name, day in days.items():
        memo, original = samples.memo_of(text, memo_id=name, date=datetime.date(*day) if day else None)
        library.add(memo, original=original)
    return library.memos()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("harbor-a1", "harbor-a1"),
        ("2030-05-06", "harbor-a1"),
        ("2030-11", "harbor-b2"),
        ("2031", "parks-c3"),
        (" parks ", "parks-c3"),
        ("2032", "2032-night"),
    ],
)
def test_a_memo_answers_to_its_id_or_date(entries: tuple[MemoEntry, ...], wanted: str, found: str) -> None:
    assert resolve_memo(wanted, entries).id == found


@pytest.mark.parametrize("wanted", ["2030", "harbor-"])
def test_the_ambiguous_names_its_candidates(entries: tuple[MemoEntry, ...], wanted: str) -> None:
    with pytest.raises(NotFound, match=r"harbor-a1 \(2030-05-06\), harbor-b2 \(2030-11-04\)"):
        resolve_memo(wanted, entries)


@pytest.mark.parametrize("wanted", ["", "2029", "03-06", "harbor-a11", "%", "*"])
def test_the_unknown_is_not_guessed(entries: tuple[MemoEntry, ...], wanted: str) -> None:
    with pytest.raises(NotFound, match="No memo"):
        resolve_memo(wanted, entries)
