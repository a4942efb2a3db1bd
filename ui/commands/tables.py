"""``memolens tables``: every table of a pile of documents as clean CSV or XLSX; no library needed."""

import json
import os
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from records.errors import UsageError
from records.settings import Settings
from ui.commands.batch_progress import BatchProgress
from ui.commands.context import JsonOption, LibraryOption, command_settings
from ui.commands.output import note
from ui.files import FoundFiles, find_files

if TYPE_CHECKING:
    from ui.tables.batch import FileOutcome, Wishes
    from ui.tables.folder import TableFolder

PathsArgument = Annotated[list[Path], typer.Argument(help="Files, and folders to search.", metavar="PATH")]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help="The folder to write to. Run again, it takes up what is new, changed or failed, and keeps the rest.",
        metavar="DIR",
    ),
]
FormatOption = Annotated[
    Literal["csv", "xlsx"], typer.Option("--format", help="csv: a file a table. xlsx: a workbook a document.")
]
TableJobsOption = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="How many files are read at once; else one a processor.", metavar="N"),
]
DrawOption = Annotated[
    Path | None,
    typer.Option("--draw", help="Also draw each page with tables, what was found painted over it.", metavar="DIR"),
]


def register(app: typer.Typer) -> None:
    app.command("tables")(tables)


def tables(  # noqa: PLR0913, PLR0917 - an option a parameter is how the command line is described
    context: typer.Context,
    paths: PathsArgument,
    out: OutOption = None,
    as_format: FormatOption = "csv",
    as_json: JsonOption = False,
    jobs: TableJobsOption = None,
    draw: DrawOption = None,
    library: LibraryOption = None,
) -> None:
    """Extract every table to files, with a datapackage.json that says where each was found.

    Exit code 1 where a file failed; the tables of the others are written all the same. With --json, one line a table
    on standard output, also for files that an earlier run has read.
    """
    from ui.tables.batch import Wishes

    settings = command_settings(context, library)
    wishes = Wishes(format=as_format, jobs=jobs or _processors(), pictures=_picture_folder(draw))
    _end_like_an_interrupt(signal.SIGTERM)
    with _out_folder(out, may_be_absent=draw is not None and not as_json) as folder:
        _extract(_find(paths), folder, settings=settings, wishes=wishes, as_json=as_json)


def _extract(found: FoundFiles, out: Path, *, settings: Settings, wishes: "Wishes", as_json: bool) -> None:
    from ui.tables.batch import files_to_tables
    from ui.tables.folder import TableFolder
    from ui.tables.signature import reading_signature

    tally = _Tally()
    signature = reading_signature(settings, format=wishes.format)
    with _told_when_stopped(), TableFolder(out, signature=signature) as folder:
        found = replace(found, files=folder.inputs(found.files))
        with BatchProgress(len(found.files)) as progress:
            for outcome in files_to_tables(found.files, folder=folder, settings=settings, wishes=wishes):
                _print_tables(outcome, folder, as_json=as_json)
                _note_problems(outcome)
                tally.add(outcome)
                progress.advance(tables=tally.tables, failed=tally.outcomes["failed"])
        tally.others = folder.others()
    _report(found, tally)
    if tally.outcomes["failed"]:
        raise typer.Exit(1)


@contextmanager
def _told_when_stopped() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        note("stopped. The tables written so far are complete; the same command goes on from there.")
        raise


@dataclass(slots=True, kw_only=True)
class _Tally:
    """``others`` counts the files of earlier runs that were not named in this one."""

    tables: int = 0
    others: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: "FileOutcome") -> None:
        self.tables += len(outcome.entry.resources)
        self.outcomes[outcome.outcome] += 1
        if outcome.outcome == "failed":
            self.reasons[outcome.entry.code or "unknown"] += 1


def _print_tables(outcome: "FileOutcome", folder: "TableFolder", *, as_json: bool) -> None:
    if as_json:
        for line in folder.json_lines(outcome.entry):
            print(line, flush=True)
    elif outcome.outcome != "unchanged":
        for resource in outcome.entry.resources:
            print(_table_line(json.loads(bytes(resource))))


def _table_line(resource: dict[str, object]) -> str:
    """``memo-p3-t1.csv  12 x 4  page 3  0.93  Budget by department  REVIEW``"""
    from ui.export.table_workbook import pages_text

    pages = resource["pages"]
    assert isinstance(pages, list)
    return "  ".join(
        str(part)
        for part in (
            resource["path"],
            resource.get("sheet"),
            f"{resource['rows']} x {resource['columns']}",
            pages_text(pages),
            f"{resource['confidence']:.2f}",
            resource["title"],
            "REVIEW" if resource["review"] else None,
        )
        if part
    )


def _note_problems(outcome: "FileOutcome") -> None:
    if outcome.outcome == "failed":
        note(f"{outcome.path}: failed: {outcome.entry.reason}")
    if outcome.outcome in ("read", "partial"):
        for problem in outcome.entry.problems:
            note(f"{outcome.path}: {problem.message}")
    for name in outcome.left_alone:
        note(f"{outcome.path}: {name} is of an earlier run, but was changed since; it is left as it is.")


def _report(found: FoundFiles, tally: _Tally) -> None:
    if (passed_over := found.passed_over_note()) is not None:
        note(passed_over)
    if not found.files:
        note("no file that memolens reads was found there.")
        return
    total, failed = len(found.files), tally.outcomes["failed"]
    note(f"{tally.tables} tables from {total - failed} of {total} files.")
    if tally.outcomes["unchanged"]:
        note(f"{tally.outcomes['unchanged']} files were unchanged since an earlier run and not read again.")
    if tally.others:
        note(f"{tally.others} files of earlier runs were not named this time; their tables stay.")
    if failed:
        reasons = ", ".join(f"{code} ({count})" for code, count in sorted(tally.reasons.items()))
        note(f"{failed} of {total} files failed: {reasons}. They are tried again next time.")


def _find(paths: Sequence[Path]) -> FoundFiles:
    try:
        return find_files(paths)
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be searched: {error.strerror}. Check who may read it.") from error


@contextmanager
def _out_folder(out: Path | None, *, may_be_absent: bool) -> Iterator[Path]:
    """The folder to write to; one that goes away again where pictures are all that was asked for."""
    if out is not None:
        yield out
        return
    if not may_be_absent:
        raise UsageError("--out is missing: name the folder to write the tables to.")
    with tempfile.TemporaryDirectory(prefix="memolens-tables-") as folder:
        yield Path(folder)


def _picture_folder(folder: Path | None) -> Path | None:
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder} cannot hold the pictures: {error.strerror}. Name another folder.") from error
    return folder


def _processors() -> int:
    """Those that this process may use, where the system says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _end_like_an_interrupt(number: int) -> None:
    """A polite request to stop leaves the folder as complete as Ctrl-C does."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    signal.signal(number, stop)
