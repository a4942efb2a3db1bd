"""What the library promises: one truth, nothing half-done, citations that outlive their memo."""

import datetime
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from index.library import Library
from records.errors import InputError, LibraryError, NotFound
from records.settings import Settings

Open = Callable[..., Library]


def add(library: Library, pair: tuple) -> str:
    memo, original = pair
    return library.add(memo, original=original)


def test_same_bytes_twice_are_unchanged(library: Library, samples: ModuleType) -> None:
    assert add(library, samples.numbered_memo(1)) == "added"
    assert add(library, samples.numbered_memo(1)) == "unchanged"
    assert len(library.memos()) == 1


def test_a_new_version_replaces_the_old_in_every_index(library: Library, samples: ModuleType) -> None:
    old, new = samples.numbered_memo(1), samples.numbered_memo(1, version=2)
    add(library, old)
    assert add(library, new) == "updated"
    assert {passage.sha256 for passage in library.passages()} == {new[0].document.sha256}
    assert all("version 1" not in hit.passage.text for hit in library.search("version 1"))
    assert [entry.state for entry in library.memos(include_superseded=True)] == ["superseded", "current"]
    assert library.verify() == ()


def test_citations_outlive_a_replaced_and_a_withdrawn_memo(library: Library, samples: ModuleType) -> None:
    (old, old_bytes), (new, new_bytes) = samples.numbered_memo(1), samples.numbered_memo(1, version=2)
    library.add(old, original=old_bytes)
    library.add(new, original=new_bytes)
    library.withdraw(new.id)
    for memo, content in ((old, old_bytes), (new, new_bytes)):
        assert library.memo(memo.id, sha256=memo.document.sha256).document == memo.document
        assert library.original(memo.document.sha256).read_bytes() == content


def test_a_withdrawn_memo_is_gone_from_every_index(library: Library, samples: ModuleType) -> None:
    memo, original = samples.numbered_memo(2)
    library.add(memo, original=original)
    library.withdraw(memo.id)
    assert library.memos() == library.projects() == library.passages() == library.search("library roof") == ()
    assert library.find_file(memo.document.sha256) is None
    with pytest.raises(NotFound):
        library.memo(memo.id)
    assert library.verify() == ()
    assert library.add(memo, original=original) == "added"
    assert library.search("library roof")


def test_an_older_version_can_come_back(library: Library, samples: ModuleType) -> None:
    first, second = samples.numbered_memo(1), samples.numbered_memo(1, version=2)
    assert [add(library, pair) for pair in (first, second, first)] == ["added", "updated", "updated"]
    assert library.memos()[0].sha256 == first[0].document.sha256
    assert library.verify() == ()


def test_the_same_bytes_under_a_new_identity_are_not_counted_twice(library: Library, samples: ModuleType) -> None:
    text = (samples.block("paragraph", "The pier was painted."),)
    one, original = samples.memo_of(text, memo_id="pier")
    library.add(one, original=original)
    two = samples.memo_of(text, memo_id="pier-works")[0]
    renamed = type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"id": two.id})
    assert library.add(renamed, original=original) == "updated"
    assert [entry.id for entry in library.memos()] == ["pier-works"]


def test_a_memo_read_from_other_bytes_is_refused(library: Library, samples: ModuleType) -> None:
    memo, _ = samples.numbered_memo(1)
    with pytest.raises(ValueError, match="other bytes"):
        library.add(memo, original=b"something else")


def test_find_file_knows_current_bytes(library: Library, samples: ModuleType) -> None:
    old, new = samples.numbered_memo(1), samples.numbered_memo(1, version=2)
    add(library, old)
    assert library.find_file(old[0].document.sha256) == old[0].id
    add(library, new)
    assert library.find_file(old[0].document.sha256) is None


def test_a_memo_comes_back_whole(library: Library, samples: ModuleType) -> None:
    memo, original = samples.numbered_memo(3)
    library.add(memo, original=original)
    back = library.memo(memo.id)
    assert back == memo
    assert back.document == memo.document
    assert back.document.blocks[0].words == memo.document.blocks[0].words
    assert back.projects[0].places == memo.projects[0].places


def test_half_a_character_is_refused_and_leaves_nothing(library: Library, samples: ModuleType) -> None:
    memo, original = samples.memo_of((samples.block("paragraph", "A pier."),), file="bad\udcff.pdf")
    with pytest.raises(InputError, match="not valid Unicode"):
        library.add(memo, original=original)
    assert library.memos(include_superseded=True) == library.verify() == ()


def limit_ledger(library: Library, pages: int) -> None:
    """SQLite itself then says that the disk is full."""
    with library._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_leaves_nothing_half_done(library: Library, samples: ModuleType) -> None:
    add(library, samples.numbered_memo(1))
    limit_ledger(library, 1)  # never below what is used already: not one page more
    refused = 0
    for number in range(2, 30):
        try:
            add(library, samples.numbered_memo(number))
        except LibraryError as error:
            refused += "full" in str(error)
    assert refused
    before = len(library.memos())
    assert library.verify() == ()
    limit_ledger(library, 1_000_000)
    assert add(library, samples.numbered_memo(29)) == "added"
    assert len(library.memos()) == before + 1
    assert library.verify() == ()


def test_projects_by_status_memo_and_date(library: Library, samples: ModuleType) -> None:
    for number in (1, 2, 14):
        add(library, samples.numbered_memo(number))
    assert len(library.projects()) == 6
    assert {project.status for project in library.projects(status="Red")} == {"red"}
    assert {project.memo for project in library.projects(memo="harbor-0002")} == {"harbor-0002"}
    as_of = library.projects(as_of=datetime.date(2020, 12, 31))
    assert {project.memo for project in as_of} == {"harbor-0002"}
    assert library.projects(as_of=datetime.date(2019, 1, 1)) == ()


def test_as_of_takes_the_latest_memo_of_each_body(library: Library, samples: ModuleType) -> None:
    text = (samples.block("paragraph", "TO: someone"),)
    rows = [
        ("a", "Harbor", 1),
        ("b", "Harbor", 2),
        ("c", "Parks", 1),
        ("d", None, 1),
        ("e", None, 2),
        ("f", "Parks", 9),
    ]
    for name, body, month in rows:
        date = datetime.date(2030, month, 1)
        add(library, samples.memo_of(text, memo_id=name, body=body, date=date, projects=((name, "green"),)))
    add(library, samples.memo_of(text, memo_id="g", body="Parks", date=None, projects=(("g", "red"),)))
    found = library.projects(as_of=datetime.date(2030, 3, 1))
    assert sorted(project.project for project in found) == ["b", "c", "d", "e"]


def test_each_ranking_can_be_asked_alone(library: Library, samples: ModuleType) -> None:
    for number in range(6):
        add(library, samples.numbered_memo(number))
    both, words, vectors = (library.search("library roof", way=way) for way in ("both", "words", "vectors"))
    assert all(hit.lexical for hit in words)
    assert len(words) < len(vectors)  # full text knows no passage without one of the words
    assert {hit.passage.id for hit in both} == {hit.passage.id for hit in (*words, *vectors)}
    assert all(hit.score < 1 / 60 for hit in words)


def test_search_within_some_memos(library: Library, samples: ModuleType) -> None:
    for number in range(6):
        add(library, samples.numbered_memo(number))
    hits = library.search("library roof phase", memos={"harbor-0003", "harbor-0004"})
    assert {hit.passage.memo for hit in hits} == {"harbor-0003", "harbor-0004"}
    assert library.search("library roof", memos=()) == ()
    assert library.search("library roof", memos={"nothing"}) == ()
    many = {f"other-{number}" for number in range(500)}
    assert library.search("library roof phase", memos={"harbor-0003", "harbor-0004", *many}) == hits


def test_a_hit_says_why_it_was_found(library: Library, samples: ModuleType) -> None:
    for number in range(6):
        add(library, samples.numbered_memo(number))
    first, *rest = library.search("How is the library roof doing?")
    assert "library roof" in first.passage.text
    assert first.lexical > 0
    assert len(first.sentence_cosines) == len(first.passage.sentences)
    assert all(-1.001 <= cosine <= 1.001 for cosine in (first.cosine, *first.sentence_cosines))
    assert [hit.score for hit in (first, *rest)] == sorted((hit.score for hit in (first, *rest)), reverse=True)


@pytest.mark.parametrize("query", ["", "   ", "\0", "?", '"', "NEAR(", "trail:roof", "a AND", "\ud800", "*", "O'Neil"])
def test_any_string_can_be_searched(library: Library, samples: ModuleType, query: str) -> None:
    add(library, samples.numbered_memo(2))
    library.search(query)


def test_one_writer_and_any_readers(open_library: Open, samples: ModuleType) -> None:
    writer = open_library()
    add(writer, samples.numbered_memo(1))
    reader = open_library(write=False)
    with pytest.raises(LibraryError, match="in use for writing"):
        open_library()
    with pytest.raises(LibraryError, match="reading only"):
        add(reader, samples.numbered_memo(2))
    add(writer, samples.numbered_memo(2))
    assert len(reader.memos()) == 2
    assert reader.search("library roof")[0].passage.memo == "harbor-0002"
    writer.withdraw("harbor-0002")
    assert {hit.passage.memo for hit in reader.search("library roof")} == {"harbor-0001"}
    assert reader.verify() == ()


def test_a_reader_needs_a_library(open_library: Open) -> None:
    with pytest.raises(LibraryError, match="no library"):
        open_library(write=False)


def test_a_folder_with_other_files_is_not_taken_for_a_library(folder: Path, open_library: Open) -> None:
    folder.mkdir()
    (folder / "thesis.doc").write_text("years of work")
    with pytest.raises(LibraryError, match="thesis"):
        open_library()
    assert [path.name for path in folder.iterdir()] == ["thesis.doc"]


def test_hidden_files_and_an_existing_library_are_no_hindrance(folder: Path, open_library: Open) -> None:
    folder.mkdir()
    (folder / ".DS_Store").touch()
    open_library().close()
    (folder / "notes.txt").write_text("about this library")
    assert open_library().memos() == ()


def test_only_the_owner_can_look_inside(library: Library, folder: Path, samples: ModuleType) -> None:
    add(library, samples.numbered_memo(1))
    for path in (folder, folder / "files"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_another_model_means_all_vectors_anew(open_library: Open, samples: ModuleType) -> None:
    first = open_library(dimension=64)
    add(first, samples.numbered_memo(1))
    first.close()
    reader = open_library(write=False, dimension=32)
    with pytest.raises(LibraryError, match="another embedding model"):
        reader.search("storm drains")
    second = open_library(dimension=32)
    assert second.search("storm drains")
    assert second.verify() == ()


def test_threads_share_one_library(library: Library, samples: ModuleType) -> None:
    failures: list[BaseException] = []

    def work(action: Callable[[int], object]) -> None:
        try:
            for number in range(12):
                action(number)
        except BaseException as error:  # noqa: BLE001  # whatever a thread meets is shown
            failures.append(error)

    actions = [
        lambda number: add(library, samples.numbered_memo(number)),
        lambda number: add(library, samples.numbered_memo(number, version=2)),
        lambda number: library.search(f"library roof {number}"),
        lambda number: (library.memos(), library.projects()),
    ]
    threads = [threading.Thread(target=work, args=(action,)) for action in actions * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.memos()) == 12
    assert library.verify() == ()


def test_above_the_limit_chroma_proposes_and_the_ranking_stays(open_library: Open, samples: ModuleType) -> None:
    exact = open_library()
    for number in range(30):
        add(exact, samples.numbered_memo(number))
    questions = ["storm drains phase 2", "radio towers crew", "who spent money on trees"]
    expected = [[hit.passage.id for hit in exact.search(question)] for question in questions]
    only = {f"harbor-{number:04d}" for number in range(0, 30, 3)}
    masked = [[hit.passage.id for hit in exact.search(question, memos=only)] for question in questions]
    exact.close()
    large = open_library(settings=Settings(exact_search_limit=10))
    assert [[hit.passage.id for hit in large.search(question)] for question in questions] == expected
    assert [[hit.passage.id for hit in large.search(question, memos=only)] for question in questions] == masked


def test_originals_are_named_by_their_content(library: Library, samples: ModuleType) -> None:
    text = (samples.block("paragraph", "The pier was painted."),)
    memo, original = samples.memo_of(text, file="../../etc/pass wd.PDF")
    library.add(memo, original=original)
    assert library.original(memo.document.sha256).name == f"{memo.document.sha256}.pdf"
    with pytest.raises(NotFound):
        library.original("0" * 64)
