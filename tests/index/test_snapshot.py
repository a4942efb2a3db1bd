"""What search keeps of the ledger holds for one state of it, and no longer."""

from collections.abc import Callable
from types import ModuleType

from index.kept import Kept
from index.library import Library


def test_the_same_search_again_reads_no_passage_anew(open_library: Callable[..., Library], samples: ModuleType) -> None:
    library = open_library()
    for number in range(3):
        memo, original = samples.numbered_memo(number)
        library.add(memo, original=original)
    only = [library.memos()[0].id]
    first, again = (library.search("library roof", memos=only) for _ in range(2))
    assert again == first
    assert [a.passage is b.passage for a, b in zip(first, again, strict=True)] == [True] * len(first)


def test_a_change_is_seen_by_the_next_search(open_library: Callable[..., Library], samples: ModuleType) -> None:
    library = open_library()
    memo, original = samples.numbered_memo(0)
    library.add(memo, original=original)
    assert {hit.passage.memo for hit in library.search("library roof")} == {memo.id}
    other, other_original = samples.numbered_memo(1)
    library.add(other, original=other_original)
    assert {hit.passage.memo for hit in library.search("library roof")} == {memo.id, other.id}
    library.withdraw(memo.id)
    assert {hit.passage.memo for hit in library.search("library roof")} == {other.id}
    assert library.search("library roof", memos=[memo.id]) == ()


def test_names_are_those_of_the_memo_s_projects(open_library: Callable[..., Library], samples: ModuleType) -> None:
    library = open_library()
    memo, original = samples.numbered_memo(2)
    library.add(memo, original=original)
    assert library.names([memo.id]) == (tuple((p.project, *p.aliases) for p in memo.projects),)


def test_what_is_kept_can_be_found_without_being_made() -> None:
    kept: Kept[str, int] = Kept(most=2)
    assert kept.find("pier") is None
    assert kept.put("pier", 4) == 4
    assert kept.find("pier") == 4
