"""``memolens ingest``: files and folders into the library."""

from pathlib import Path
from typing import Annotated

import typer

from records.outcome import Outcome
from ui import wire
from ui.commands.context import JobsOption, JsonOption, LibraryOption, open_workspace
from ui.commands.output import note, print_json, progress


def register(app: typer.Typer) -> None:
    app.command("ingest")(ingest)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, and folders to search.", metavar="PATH")],
    jobs: JobsOption = 1,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Read memos into the library. Exit code 1 where a file failed; the others are in all the same."""
    with open_workspace(context, library, write=True) as workspace:
        found = workspace.find_files(paths)
        if (passed_over := found.passed_over_note()) is not None:
            note(passed_over)
        failed = 0
        outcomes = progress(workspace.ingest(found.files, jobs=jobs), total=len(found.files), label="Reading")
        for outcome in outcomes:
            print_json(wire.outcome_to_json(outcome)) if as_json else print(_outcome_line(outcome))
            failed += outcome.outcome == "failed"
            if outcome.outcome in ("failed", "partial"):
                note(f"{outcome.path}: {outcome.outcome}: {outcome.reason}")
    if not found.files:
        note("no file of a kind that is read was found there (`memolens ingest --help` names them).")
    if failed:
        note(f"{failed} of {len(found.files)} files failed.")
        raise typer.Exit(1)


def _outcome_line(outcome: Outcome) -> str:
    """``added      report.pdf  ->  2026-03-26-...  (12 pages, 3 tables, 14 projects)``"""
    if outcome.outcome == "failed":
        return f"failed     {outcome.path}"
    counts = f"{outcome.pages} pages, {outcome.tables} tables, {outcome.projects} projects"
    return f"{outcome.outcome:<9}  {outcome.path}  ->  {outcome.memo}  ({counts})"
