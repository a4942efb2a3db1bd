"""``memolens tables`` as a person and a program see it: what it prints, writes, keeps, and says where it cannot."""

import csv
import fcntl
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

ROOT = Path(__file__).resolve().parents[2]
MARKDOWN = "# Report\n\nTable {0}: Costs\n\n| Item | Amount |\n|---|---|\n| Pump {0} | -1,234.56 |\n| =1+1 | (20) |\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "ui", "tables", *map(str, arguments)]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: object) -> Done:
        done = subprocess.run(
            command(*arguments), capture_output=True, text=True, cwd=tmp_path, env=ENVIRONMENT, check=False
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Three good files, two of one stem, and two bad ones."""
    folder = tmp_path / "pile"
    (folder / "sub").mkdir(parents=True)
    for number, name in enumerate(("a.md", "b.md", "sub/a.md"), start=1):
        (folder / name).write_text(MARKDOWN.format(number))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "empty.pdf").touch()
    return folder


def lines(done: Done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_one_bad_file_does_not_stop_the_batch(run: Run, pile: Path) -> None:
    done = run("pile", "--out", "out")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "a-p1-t1.csv  3 x 2  page 1  1.00  Table 1: Costs",
        "b-p1-t1.csv  3 x 2  page 1  1.00  Table 2: Costs",
        "a-2-p1-t1.csv  3 x 2  page 1  1.00  Table 3: Costs",
    ]
    assert "broken.pdf: failed: " in done.stderr
    assert "3 tables from 3 of 5 files." in done.stderr
    assert "2 of 5 files failed: damaged (1), empty (1)" in done.stderr
    package = json.loads((pile.parent / "out" / "datapackage.json").read_text())
    assert [resource["path"] for resource in package["resources"]] == ["a-p1-t1.csv", "b-p1-t1.csv", "a-2-p1-t1.csv"]
    failed = [outcome for outcome in package["outcomes"] if outcome["outcome"] == "failed"]
    assert [(outcome["source_path"], outcome["code"]) for outcome in failed] == [
        ("../pile/broken.pdf", "damaged"),
        ("../pile/empty.pdf", "empty"),
    ]
    assert all(outcome["reason"] for outcome in failed)
    content = (pile.parent / "out" / "a-p1-t1.csv").read_text()
    assert list(csv.reader(io.StringIO(content)))[1:] == [["Pump 1", "-1,234.56"], ["'=1+1", "(20)"]]


def test_a_second_run_reads_what_is_new_changed_or_failed(run: Run, pile: Path) -> None:
    first = run("pile", "--out", "out", "--json")
    (pile / "b.md").write_text("# Report\n\nNo table any more.\n")
    (pile / "broken.pdf").unlink()
    (pile / "new.md").write_text(MARKDOWN.format(4))
    second = run("pile", "--out", "out", "--json")
    assert "2 files were unchanged" in second.stderr
    assert "empty.pdf: failed" in second.stderr
    assert [line["path"] for line in lines(second)] == ["a-p1-t1.csv", "new-p1-t1.csv", "a-2-p1-t1.csv"]
    assert lines(first)[0] == lines(second)[0]
    assert not (pile.parent / "out" / "b-p1-t1.csv").exists()


def test_json_has_every_field_that_is_promised(run: Run, pile: Path) -> None:
    line = lines(run("pile/a.md", "--out", "out", "--json"))[0]
    assert {
        "path", "source", "sha256", "pages", "boxes", "title", "header_rows", "rows", "columns", "method",
        "confidence", "cells",
    } <= line.keys()  # fmt: skip
    cells = line["cells"]
    assert isinstance(cells, list)
    assert cells[0].keys() == {"row", "column", "row_span", "column_span", "text", "page", "box"}


def test_xlsx_is_one_workbook_a_document(run: Run, pile: Path) -> None:
    (pile / "two.md").write_text(MARKDOWN.format(5) + "\nText.\n\n" + MARKDOWN.format(6))
    done = run("pile/two.md", "--out", "out", "--format", "xlsx")
    assert [line.split("  ")[:2] for line in done.stdout.splitlines()] == [["two.xlsx", "p1-t1"], ["two.xlsx", "p1-t2"]]
    assert [path.name for path in (pile.parent / "out").glob("*.xlsx")] == ["two.xlsx"]


def test_what_it_wrote_itself_is_no_input(run: Run, pile: Path) -> None:
    first = run("pile", "--out", "pile", "--json")
    (pile / "mine.csv").write_text("a,b\n1,2\n")
    again = run("pile", "pile/a.md", "pile/sub/../a.md", "--out", "pile", "--json")
    assert [line["source"] for line in lines(first)] == ["a.md", "b.md", "a.md"]
    assert [line["source"] for line in lines(again)] == ["a.md", "b.md", "mine.csv", "a.md"]
    assert "of 6 files" in again.stderr


def test_a_name_that_is_no_unicode_is_read_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    try:
        (tmp_path / "in" / os.fsdecode(b"r\xe9sum\xe9.md")).write_text(MARKDOWN.format(1))
    except OSError:
        pytest.skip("this file system has Unicode names only")
    done = run("in", "--out", "out", "--json")
    assert done.returncode == 0, done.stderr
    assert len(lines(done)) == 1
    assert "1 files were unchanged" in run("in", "--out", "out").stderr


def test_killed_in_the_middle_and_run_again_it_gives_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(30):
        (tmp_path / "in" / f"{number:02}.md").write_text(MARKDOWN.format(number))
    run("in", "--out", "whole", "--jobs", 1)
    child = subprocess.Popen(
        command("in", "--out", "killed", "--jobs", 1), cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL
    )
    while child.poll() is None and len(list((tmp_path / "killed").glob("*.csv"))) < 5:
        time.sleep(0.005)
    child.kill()
    assert child.wait() == -signal.SIGKILL
    assert len(list((tmp_path / "killed").glob("*.csv"))) < 30
    again = run("in", "--out", "killed", "--jobs", 2)
    assert "files were unchanged" in again.stderr
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A test run that a script started in the background ignores interrupts, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_leaves_a_complete_data_package(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    for name in range(400):  # so many that the signal comes before the last, however busy the machine
        (tmp_path / "in" / f"{name:03}.md").write_text(MARKDOWN.format(name))
    child = subprocess.Popen(
        command("in", "--out", "out", "--jobs", 1), cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while child.poll() is None and len(list((tmp_path / "out").glob("*.csv"))) < 3:
        time.sleep(0.005)
    child.send_signal(number)
    _, errors = child.communicate(timeout=60)
    assert "Traceback" not in errors
    assert "stopped. The tables written so far are complete" in errors
    assert child.returncode == 128 + number
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    written = {path.name for path in (tmp_path / "out").glob("*.csv")}
    assert {resource["path"] for resource in package["resources"]} == written
    assert 3 <= len(written) < 400


def test_lines_stay_on_standard_output_beside_a_progress_bar(tmp_path: Path, pile: Path) -> None:
    """Standard error is a terminal, standard output a file: neither gets what belongs to the other."""
    ours, theirs = pty.openpty()
    with (tmp_path / "lines.jsonl").open("wb") as output:
        child = subprocess.Popen(
            command("pile/a.md", "pile/b.md", "--out", "out", "--json"), cwd=tmp_path, env=ENVIRONMENT, stdout=output,
            stderr=theirs,
        )  # fmt: skip
        assert child.wait(timeout=60) == 0
    os.close(theirs)
    flags = fcntl.fcntl(ours, fcntl.F_GETFL)
    fcntl.fcntl(ours, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    screen = os.read(ours, 1 << 16).decode()
    os.close(ours)
    written = [json.loads(line) for line in (tmp_path / "lines.jsonl").read_text().splitlines()]
    assert [line["source"] for line in written] == ["a.md", "b.md"]
    assert "2/2" in screen
    assert '"source"' not in screen


# Where it cannot


def test_a_path_that_is_not_there_is_a_failure(run: Run, pile: Path) -> None:
    done = run("absent.pdf", "pile/a.md", "--out", "out")
    assert done.returncode == 1
    assert "absent.pdf does not exist" in done.stderr
    assert "1 tables from 1 of 2 files" in done.stderr


def test_a_folder_without_readable_files_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "film.mkv").touch()
    done = run("in", "--out", "out")
    assert done.returncode == 0
    assert "no file that memolens reads was found there" in done.stderr
    assert ".mkv (1)" in done.stderr


def test_out_may_not_be_a_file(run: Run, pile: Path) -> None:
    done = run("pile/a.md", "--out", "pile/b.md")
    assert done.returncode == 2
    assert "is a file" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(run: Run, pile: Path) -> None:
    (pile.parent / "out").mkdir(mode=0o500)
    done = run("pile/a.md", "--out", "out")
    assert done.returncode == 2
    assert "out cannot be written" in done.stderr


def test_a_folder_that_cannot_be_made_is_named(run: Run, pile: Path) -> None:
    done = run("pile/a.md", "--out", "pile/b.md/deeper")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_out_is_needed_unless_pictures_are_all_that_is_wanted(run: Run, pile: Path) -> None:
    assert run("pile/a.md").returncode == 2
    assert run("pile/a.md", "--json", "--draw", "pictures").returncode == 2
    assert run("pile/a.md", "--draw", "pictures").returncode == 0
    assert not list(pile.parent.rglob("*.csv"))
