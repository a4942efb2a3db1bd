"""``memolens tables``: every table of a pile of documents as clean CSV or XLSX; no library needed."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from records.document import Document
from records.errors import InputError
from records.table import Table
from ui import wire
from ui.commands.context import JobsOption, JsonOption, LibraryOption, open_workspace
from ui.commands.output import note, print_json, progress


def register(app: typer.Typer) -> None:
    app.command("tables")(tables)


def tables(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, and folders to search.", metavar="PATH")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.", metavar="DIR")],
    as_format: Annotated[Literal["csv", "xlsx"], typer.Option("--format", help="CSV, or one XLSX a document.")] = "csv",
    as_json: JsonOption = False,
    jobs: JobsOption = 1,
    library: LibraryOption = None,
) -> None:
    """Extract every table to a file of its own, with a datapackage.json that says where each was found."""
    from ui.export.tables import write_tables

    with open_workspace(context, library) as workspace:
        files = workspace.find_files(paths)
        found: list[tuple[Document, Table]] = []
        failed = 0
        documents = workspace.read_documents(files.files, jobs=jobs)
        for path, document in progress(documents, total=len(files.files), label="Reading"):
            if isinstance(document, InputError):
                note(f"{path}: failed: {document}")
                failed += 1
                continue
            for problem in document.problems:
                note(f"{path}: {problem.message}")
            found.extend((document, table) for table in document.tables)
    resources = write_tables(found, out, format=as_format)
    for (_, table), resource in zip(found, resources, strict=True):
        if as_json:
            print_json(wire.table_to_json(table, resource))
        else:
            print(f"{resource['path']}  {table.rows} x {table.columns}  {table.title or ''}".rstrip())
    _report(files.passed_over_note(), tables=len(found), failed=failed, documents=len(files.files))


def _report(passed_over: str | None, *, tables: int, failed: int, documents: int) -> None:
    if passed_over:
        note(passed_over)
    note(f"{tables} tables from {documents - failed} of {documents} files.")
    if failed:
        raise typer.Exit(1)
