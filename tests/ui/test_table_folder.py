"""A folder of tables is true at every moment, whatever is broken off, and nobody else's file is touched."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.document import Document, Page
from records.errors import InputError, UsageError
from records.table import Cell, Table
from ui.export.tables import TableFiles, TableFormat, document_to_files
from ui.tables.folder import Reading, TableFolder
from ui.wire import table_to_json

ROOT = Path(__file__).resolve().parents[2]

Sources = Mapping[str, list[str]]
"""A source's file name, and the one cell of each of its tables."""


def a_document(name: str, cells: list[str]) -> Document:
    tables = tuple(
        Table(
            cells=(Cell(row=0, column=0, text=text, page=1),), rows=1, columns=1, header_rows=0, pages=(1,),
            method="ruled", confidence=1.0,
        )
        for text in cells
    )  # fmt: skip
    sha256 = hashlib.sha256(repr(cells).encode()).hexdigest()
    page = Page(number=1, width=612, height=792)
    return Document(file=name, sha256=sha256, media="pdf", pages=(page,), blocks=(), tables=tables)


def a_reading(name: str, cells: list[str], *, stem: str, key: str, format: TableFormat = "csv") -> Reading:
    document = a_document(name, cells)
    tables = document_to_files(document, stem=stem, format=format, source_path=key)
    lines = (json.dumps(table_to_json(t, r)) for t, r in zip(document.tables, tables.resources, strict=True))
    return Reading(sha256=document.sha256, tables=tables, lines=tuple(lines))


def run(out: Path, sources: Sources, *, format: TableFormat = "csv") -> dict[str, str]:
    """One run over ``sources``; what became of each."""
    outcomes = {}
    with TableFolder(out, signature=format) as folder:
        for source in folder.sources([out.parent / "in" / name for name in sources]):
            name = source.path.relative_to(out.parent / "in").as_posix()
            reading = a_reading(name, sources[name], stem=source.stem, key=source.key, format=format)
            if folder.remembers(source) and folder.is_current(source, reading.sha256):
                folder.keep(source)
                outcomes[name] = "unchanged"
            else:
                outcomes[name] = folder.write(source, reading)[0].outcome
    return outcomes


def package(out: Path) -> dict[str, list[dict[str, object]]]:
    found = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def assert_true(out: Path) -> None:
    for resource in package(out)["resources"]:
        content = (out / str(resource["path"])).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def table_names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir() if path.suffix in (".csv", ".xlsx"))


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(out, {"a.pdf": ["1", "2"], "b.pdf": []}) == {"a.pdf": "read", "b.pdf": "read"}
    before = contents(out)
    assert run(out, {"a.pdf": ["1", "2"], "b.pdf": []}) == {"a.pdf": "unchanged", "b.pdf": "unchanged"}
    assert contents(out) == before
    assert table_names(out) == ["a-p1-t1.csv", "a-p1-t2.csv"]


def test_a_changed_source_leaves_nothing_of_its_old_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1", "2"], "b.pdf": ["3"]})
    assert run(out, {"a.pdf": ["4"], "b.pdf": ["3"]}) == {"a.pdf": "read", "b.pdf": "unchanged"}
    assert table_names(out) == ["a-p1-t1.csv", "b-p1-t1.csv"]
    assert (out / "a-p1-t1.csv").read_text() == "4\n"
    assert_true(out)


def test_another_format_takes_the_place_of_the_first(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1", "2"]})
    run(out, {"a.pdf": ["1", "2"]}, format="xlsx")
    assert table_names(out) == ["a.xlsx"]
    assert_true(out)


def test_sources_of_other_runs_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1"]})
    run(out, {"b.pdf": ["2"]})
    assert table_names(out) == ["a-p1-t1.csv", "b-p1-t1.csv"]
    assert [resource["source"] for resource in package(out)["resources"]] == ["b.pdf", "a.pdf"]


def test_a_lost_or_broken_table_is_written_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1"]})
    (out / "a-p1-t1.csv").unlink()
    assert run(out, {"a.pdf": ["1"]}) == {"a.pdf": "read"}
    assert_true(out)


def test_a_file_of_somebody_else_is_left_alone_and_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a-p1-t2.csv").write_text("mine")
    assert run(out, {"a.pdf": ["1", "2"], "b.pdf": ["3"]}) == {"a.pdf": "failed", "b.pdf": "read"}
    assert table_names(out) == ["a-p1-t2.csv", "b-p1-t1.csv"]
    assert (out / "a-p1-t2.csv").read_text() == "mine"
    (outcome,) = (each for each in package(out)["outcomes"] if each["outcome"] == "failed")
    assert outcome["code"] == "in_the_way"
    assert "a-p1-t2.csv" in str(outcome["reason"])
    (out / "a-p1-t2.csv").unlink()
    assert run(out, {"a.pdf": ["1", "2"]}) == {"a.pdf": "read"}


def test_a_table_that_somebody_edited_is_left_alone_and_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1", "2"]})
    (out / "a-p1-t1.csv").write_text("corrected by hand\n")
    assert run(out, {"a.pdf": ["1", "2"]}) == {"a.pdf": "failed"}
    assert (out / "a-p1-t1.csv").read_text() == "corrected by hand\n"
    assert_true(out)
    (out / "a-p1-t1.csv").rename(tmp_path / "kept.csv")
    assert run(out, {"a.pdf": ["1", "2"]}) == {"a.pdf": "read"}


def test_an_edited_table_that_is_no_longer_wanted_stays_and_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1", "2"]})
    (out / "a-p1-t2.csv").write_text("corrected by hand\n")
    with TableFolder(out, signature="csv") as folder:
        (source,) = folder.sources([tmp_path / "in" / "a.pdf"])
        _, left_alone = folder.write(source, a_reading("a.pdf", ["1"], stem="a", key=source.key))
    assert left_alone == ["a-p1-t2.csv"]
    assert table_names(out) == ["a-p1-t1.csv", "a-p1-t2.csv"]
    assert_true(out)


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "precious.txt").write_text("precious")
    (out / "a-p1-t1.csv").symlink_to(tmp_path / "precious.txt")
    assert run(out, {"a.pdf": ["1"]}) == {"a.pdf": "failed"}
    assert (tmp_path / "precious.txt").read_text() == "precious"


def test_equal_stems_keep_their_names_whatever_comes_in_between(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"b.pdf": ["1"], "b.md": ["2"]})
    run(out, {"B.docx": ["3"], "b.md": ["2"], "b.pdf": ["4"]})
    texts = {path.name: path.read_text() for path in out.glob("*.csv")}
    assert texts == {"b-p1-t1.csv": "4\n", "b-2-p1-t1.csv": "2\n", "B-3-p1-t1.csv": "3\n"}


def test_a_folder_moved_with_its_sources_is_known_again(tmp_path: Path) -> None:
    run(tmp_path / "one" / "out", {"a.pdf": ["1"]})
    (tmp_path / "one").rename(tmp_path / "two")
    assert run(tmp_path / "two" / "out", {"a.pdf": ["1"]}) == {"a.pdf": "unchanged"}


def test_a_source_that_cannot_be_opened_today_keeps_its_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1"]})
    before = contents(out)
    with TableFolder(out, signature="csv") as folder:
        (source,) = folder.sources([tmp_path / "in" / "a.pdf"])
        gone = InputError("a.pdf does not exist.", code="missing")
        entry, _ = folder.write(source, Reading(sha256=None, tables=TableFiles(files={}, resources=()), error=gone))
    assert entry.outcome == "failed"
    assert contents(out) == before


def test_a_source_whose_new_version_fails_has_no_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1"]})
    with TableFolder(out, signature="csv") as folder:
        (source,) = folder.sources([tmp_path / "in" / "a.pdf"])
        bad = InputError("a.pdf is damaged.", code="damaged")
        folder.write(source, Reading(sha256="ef", tables=TableFiles(files={}, resources=()), error=bad))
    assert table_names(out) == []
    assert package(out)["outcomes"][0]["reason"] == "a.pdf is damaged."


def many_sources(version: str) -> dict[str, list[str]]:
    """Some stay as they are, some change, some get more or fewer tables."""
    return {
        f"{n % 7}/{n}.pdf": [f"{n} {version if n % 3 else ''}"] * (n % 4 + (version == "B") * (n % 2))
        for n in range(150)
    }


def test_killed_at_any_moment_it_is_true_and_goes_on_to_the_same_end(tmp_path: Path) -> None:
    for place in ("whole", "killed"):
        run(tmp_path / place / "out", many_sources("A"))
    run(tmp_path / "whole" / "out", many_sources("B"))
    out = tmp_path / "killed" / "out"
    journal = out / ".memolens-tables" / "journal.jsonl"
    kills = 0
    for pause in (0.0, 0.005, 0.01, 0.02, 0.04):
        size = journal.stat().st_size
        child = subprocess.Popen([sys.executable, __file__, str(out)], env={**os.environ, "PYTHONPATH": str(ROOT)})
        while child.poll() is None and journal.stat().st_size == size:
            time.sleep(0.001)
        time.sleep(pause)
        child.kill()
        kills += child.wait() != 0
        assert_true(out)
    assert kills
    run(out, many_sources("B"))
    assert contents(out) == contents(tmp_path / "whole" / "out")


def write_until(out: Path, names: list[str], *, interrupted_at: str) -> None:
    with TableFolder(out, signature="csv") as folder:
        for source in folder.sources([out.parent / "in" / name for name in names]):
            if source.stem == interrupted_at:
                raise KeyboardInterrupt
            folder.write(source, a_reading(source.path.name, ["1"], stem=source.stem, key=source.key))


def test_broken_off_it_completes_the_data_package(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        write_until(out, ["a.pdf", "b.pdf", "c.pdf"], interrupted_at="c")
    assert [resource["source"] for resource in package(out)["resources"]] == ["a.pdf", "b.pdf"]
    assert_true(out)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from(["a.pdf", "a.md", "A.pdf", "b.pdf"]), st.lists(st.sampled_from("123"), max_size=3),
                min_size=1,
            ),
            st.sampled_from(["csv", "xlsx"]),
        ),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_many_runs_leave_what_the_last_of_each_source_gives(
    tmp_path: Path, runs: list[tuple[dict[str, list[str]], TableFormat]]
) -> None:
    shutil.rmtree(tmp_path, ignore_errors=True)
    out = tmp_path / "out"
    last: dict[str, tuple[list[str], TableFormat]] = {}
    for sources, format in runs:
        run(out, sources, format=format)
        last.update({name: (cells, format) for name, cells in sources.items()})
        assert_true(out)
    resources = package(out)["resources"]
    assert {str(resource["path"]) for resource in resources} == set(table_names(out))
    for name, (cells, format) in last.items():
        mine = [resource for resource in resources if resource["source"] == name]
        assert len(mine) == len(cells)
        if format == "csv":
            files = [(out / str(resource["path"])).read_text(encoding="utf-8") for resource in mine]
            assert [next(csv.reader([text])) for text in files] == [[cell] for cell in cells]


def test_a_line_of_the_journal_that_a_crash_cut_off_is_passed_over(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, {"a.pdf": ["1"]})
    with (out / ".memolens-tables" / "journal.jsonl").open("a") as journal:
        journal.write('{"source": "../in/b.p')
    assert run(out, {"a.pdf": ["1"], "b.pdf": ["2"]}) == {"a.pdf": "unchanged", "b.pdf": "read"}
    assert run(out, {"a.pdf": ["1"], "b.pdf": ["2"]}) == {"a.pdf": "unchanged", "b.pdf": "unchanged"}


def test_one_process_at_a_time(tmp_path: Path) -> None:
    with (
        TableFolder(tmp_path, signature="csv"),
        pytest.raises(UsageError, match="Another memolens"),
        TableFolder(tmp_path, signature="csv"),
    ):
        pass


def test_the_data_package_of_another_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{}")
    with pytest.raises(UsageError, match="no record of"):
        TableFolder(tmp_path, signature="csv")
    assert [path.name for path in tmp_path.iterdir()] == ["datapackage.json"]


if __name__ == "__main__":
    run(Path(sys.argv[1]), many_sources("B"))
