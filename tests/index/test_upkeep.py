"""Each kind of damage is found by the audit, and healed where the ledger still knows the truth."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import text

from index.library import Library
from records.errors import LibraryError
from records.settings import Settings

Open = Callable[..., Library]


@pytest.fixture
def filled(library: Library, samples: ModuleType) -> Library:
    for number in range(4):
        memo, original = samples.numbered_memo(number)
        library.add(memo, original=original)
    assert library.verify() == ()
    return library


def change(library: Library, statement: str) -> None:
    with library._engine.begin() as connection:
        connection.execute(text(statement))


def kinds(library: Library) -> set[str]:
    return {fault.kind for fault in library.verify()}


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("DELETE FROM passages WHERE number = 2", "passage"),
        ("DELETE FROM projects WHERE ordinal = 1", "passage"),
        ("UPDATE passages SET text = 'nonsense' WHERE number = 3", "passage"),
        ("UPDATE passages SET record = x'00' WHERE number = 3", "passage"),
        ("UPDATE passages SET vector = x'00000000' WHERE number = 3", "vector"),
        ("UPDATE passages SET vector = zeroblob(256) WHERE number = 3", "vector"),
        ("UPDATE passages SET sentence_vectors = x'' WHERE number = 1", "vector"),
        ("DELETE FROM passage_words WHERE rowid = 1", "full_text"),
        ("INSERT INTO passage_words (rowid, trail, text) VALUES (999, '', 'ghost')", "full_text"),
        ("INSERT INTO outbox (operation, passage_id) VALUES ('delete', 'ghost')", "outbox"),
        ("UPDATE versions SET state = 'superseded' WHERE number = 1", "passage"),
    ],
)
def test_damage_to_the_ledger_is_found_and_healed(filled: Library, damage: str, kind: str) -> None:
    change(filled, damage)
    assert kind in kinds(filled)
    filled.heal()
    assert filled.verify() == ()


def test_a_damaged_memo_is_reported_and_does_not_close_the_library(filled: Library) -> None:
    change(filled, "UPDATE versions SET memo = x'00' WHERE number = 1")
    assert kinds(filled) == {"ledger"}
    filled.rebuild()
    assert kinds(filled) == {"ledger"}
    assert len(filled.memos()) == 4


def test_chroma_is_compared_both_ways(filled: Library) -> None:
    chroma = filled._cache.open()
    ids = sorted(chroma.ids())
    chroma.delete(ids[:2])
    vectors = next(chroma.vectors())[1]
    chroma.upsert(["ghost"], vectors[:1])
    chroma.upsert(ids[2:3], -vectors[:1])
    assert [fault.kind for fault in filled.verify()] == ["chroma"] * 3
    filled.heal()
    assert filled.verify() == ()


def test_a_lost_cache_is_filled_again(filled: Library, folder: Path, open_library: Open) -> None:
    filled.close()
    shutil.rmtree(folder / "chroma")
    assert open_library().verify() == ()


def test_a_writer_that_died_leaves_a_mark_and_every_vector_is_asked_for(
    filled: Library, folder: Path, open_library: Open
) -> None:
    chroma = filled._cache.open()
    ids, vectors = next(chroma.vectors())
    chroma.upsert(ids[:1], -vectors[:1])
    filled.close()
    unmarked = open_library()
    assert kinds(unmarked) == {"chroma"}
    unmarked.close()
    (folder / "chroma" / "in-use").touch()
    assert open_library().verify() == ()


def test_a_damaged_cache_is_thrown_away(filled: Library, folder: Path, open_library: Open) -> None:
    filled.close()
    (folder / "chroma" / "1" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    again = open_library()
    assert again.verify() == ()
    again.rebuild()
    assert again.verify() == ()


def test_without_its_cache_the_library_still_works(folder: Path, open_library: Open, samples: ModuleType) -> None:
    folder.mkdir()
    (folder / "chroma").write_text("in the way")
    library = open_library(settings=Settings(exact_search_limit=1))
    memo, original = samples.numbered_memo(2)
    assert library.add(memo, original=original) == "added"
    assert library.search("library roof")[0].lexical > 0
    assert kinds(library) == {"outbox", "chroma"}
    (folder / "chroma").unlink()
    library.heal()
    assert library.verify() == ()


def test_files_are_audited(filled: Library, folder: Path, samples: ModuleType, open_library: Open) -> None:
    files = sorted((folder / "files").iterdir())
    files[0].write_bytes(b"altered")
    files[1].unlink()
    (folder / "files" / ".unfinished-1-abc.pdf").write_bytes(b"half")
    assert [fault.kind for fault in filled.verify()] == ["file"] * 3
    filled.close()
    again = open_library()  # the stray goes at opening; what was lost comes back when it is taken in again
    assert [fault.kind for fault in again.verify()] == ["file"] * 2
    for number in range(4):
        memo, original = samples.numbered_memo(number)
        assert again.add(memo, original=original) == "unchanged"
    assert again.verify() == ()


def test_a_newer_library_is_refused_by_name(filled: Library, open_library: Open) -> None:
    change(filled, "UPDATE alembic_version SET version_num = '9999'")
    filled.close()
    for write in (True, False):
        with pytest.raises(LibraryError, match="newer memolens"):
            open_library(write=write)


def test_a_ledger_that_is_no_database_is_refused(folder: Path, open_library: Open) -> None:
    folder.mkdir()
    (folder / "ledger.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(LibraryError, match="not a database"):
        open_library()


def test_another_database_is_refused_by_name(open_library: Open) -> None:
    with pytest.raises(LibraryError, match="postgresql"):
        open_library(settings=Settings(database_url="postgresql://localhost/memos"))
