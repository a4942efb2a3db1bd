"""``memolens projects`` and ``history``: project records."""

from typing import Annotated

import typer

from records.errors import UsageError
from records.facts import STATUSES
from ui import wire
from ui.commands.context import AsOfOption, JsonOption, LibraryOption, MemoOption, open_workspace, parse_day
from ui.commands.output import note, print_json, print_table
from ui.wire_history import history_to_json


def register(app: typer.Typer) -> None:
    app.command("projects")(projects)
    app.command("history")(history)


def projects(
    context: typer.Context,
    memo: MemoOption = None,
    as_of: AsOfOption = None,
    status: Annotated[str | None, typer.Option(help=f"One of {', '.join(STATUSES)}.", metavar="STATUS")] = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV on standard output.")] = False,
    library: LibraryOption = None,
) -> None:
    """List the projects that the memos report on, one row a project and memo."""
    status = None if status is None else _parse_status(status)
    with open_workspace(context, library) as workspace:
        found = workspace.projects(memo=memo, as_of=parse_day(as_of), status=status)
    if as_json:
        print_json([wire.project_to_json(project) for project in found])
    elif as_csv:
        from ui.export.projects import projects_to_csv

        print(projects_to_csv(found), end="")
    else:
        columns = ("Project", "Status", "Issue", "Mitigation", "As of", "Page")
        print_table(columns, [(p.project, p.status, p.issue, p.mitigation, p.as_of, p.place.page) for p in found])
    if not found:
        note("no project matches.")


def _parse_status(text: str) -> str:
    """One of the normalised statuses, also from what memos write: ``amber``, ``On track``, ``Off track``."""
    from extract.projects.status_words import cell_to_status

    plain = text.strip().casefold().replace(" ", "_")
    if plain in STATUSES:
        return plain
    read = cell_to_status(text)
    if read is None:
        raise UsageError(f"--status is {text!r}; it can be {', '.join(STATUSES)}, or a word that memos use for one.")
    return read


def history(
    context: typer.Context,
    project: Annotated[str, typer.Argument(help="A project's name, or one it had in any memo.", metavar="PROJECT")],
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Follow one project through every memo, oldest first, under all its names, and against its first plan."""
    with open_workspace(context, library) as workspace:
        found = workspace.project_histories(project)
    if as_json:
        print_json([record for history in found for record in history_to_json(history)])
        return
    from ui.commands.history_text import history_to_lines

    print("\n\n".join("\n".join(history_to_lines(history)) for history in found))
