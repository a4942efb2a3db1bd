"""``memolens verify``, ``doctor`` and ``eval``: is the library sound, is the installation, are the answers."""

from pathlib import Path
from typing import Annotated

import typer

from ui import wire
from ui.commands.context import JsonOption, LibraryOption, command_settings, open_workspace
from ui.commands.output import note, print_fields, print_json, print_table, progress, write_out

PictureOption = Annotated[
    Path | None,
    typer.Option("--picture", metavar="FILE", help="Write the curve of wrong against answered questions (SVG) here."),
]


def register(app: typer.Typer) -> None:
    app.command("verify")(verify)
    app.command("doctor")(doctor)
    app.command("eval")(evaluate)


def verify(context: typer.Context, as_json: JsonOption = False, library: LibraryOption = None) -> None:
    """Audit the library: ids both ways, hashes, and that each vector finds itself. Exit code 1 on any fault."""
    with open_workspace(context, library) as workspace:
        faults = workspace.verify()
        memos = len(workspace.entries())
    if as_json:
        print_json({"ok": not faults, "memos": memos, "faults": [wire.fault_to_json(fault) for fault in faults]})
    else:
        for fault in faults:
            print(f"{fault.kind}: {fault.message}")
        note(f"{memos} memos, {len(faults)} faults.")
    if faults:
        raise typer.Exit(1)


def doctor(context: typer.Context, as_json: JsonOption = False, library: LibraryOption = None) -> None:
    """Say what is installed, which model is in use, where the library lies, and what is missing."""
    from ui.doctor import diagnose

    report = diagnose(command_settings(context, library))
    if as_json:
        print_json(report)
        return
    for part in ("program", "library", "model", "rephrasing", "packages", "optional"):
        print(f"{part}")
        print_fields({f"  {name}": value for name, value in report[part].items()})
    for line in report["missing"]:
        print(f"missing: {line}")


def evaluate(
    context: typer.Context, picture: PictureOption = None, as_json: JsonOption = False, library: LibraryOption = None
) -> None:
    """Measure memolens on the sample memos: records, tables, changes, answers, silence and search, against the gold."""
    from ui.evaluation.picture import curves_to_svg
    from ui.evaluation.samples import evaluate_samples
    from ui.evaluation.wording import COLUMNS, answer_rows, other_figures

    settings = command_settings(context, library)
    report, curves = evaluate_samples(
        settings, progress=lambda asked: progress(asked, total=len(asked), label="asking")
    )
    if picture is not None:
        write_out(curves_to_svg(curves).encode(), picture)
    if as_json:
        print_json(report)
        return
    print_table(COLUMNS, answer_rows(report))
    print_fields(other_figures(report))
