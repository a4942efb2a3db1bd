"""``memolens verify``, ``doctor`` and ``eval``: is the library sound, is the installation, are the answers."""

import typer

from ui import wire
from ui.commands.context import JsonOption, LibraryOption, command_settings, open_workspace
from ui.commands.output import note, print_fields, print_json


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
    for part in ("program", "library", "model", "packages", "optional"):
        print(f"{part}")
        print_fields({f"  {name}": value for name, value in report[part].items()})
    for line in report["missing"]:
        print(f"missing: {line}")


def evaluate(context: typer.Context, as_json: JsonOption = False, library: LibraryOption = None) -> None:
    """Measure memolens on the sample memos: records, tables, changes and answers against their gold."""
    from ui.evaluation import evaluate_samples

    report = evaluate_samples(command_settings(context, library))
    print_json(report) if as_json else print_fields(report)
