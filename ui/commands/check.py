"""``memolens check``: figures that do not add up, dates out of order, things named but absent."""

from typing import Annotated

import typer

from ui import wire
from ui.commands.context import JsonOption, LibraryOption, open_workspace
from ui.commands.output import note, print_json


def register(app: typer.Typer) -> None:
    app.command("check")(check)


def check(
    context: typer.Context,
    memos: Annotated[list[str] | None, typer.Argument(help="Ids, dates or years; else all.", metavar="MEMO")] = None,
    as_json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 where anything was found.")] = False,
    library: LibraryOption = None,
) -> None:
    """Hold each memo against itself and the memos before it. A finding gives both figures and where they stand."""
    count = 0
    with open_workspace(context, library) as workspace:
        for finding in workspace.check(memos or ()):
            count += 1
            if as_json:
                print_json(wire.finding_to_json(finding))
                continue
            print(f"{finding.severity}: {finding.message}")
            for place in finding.evidence:
                print(f'  [{place.file}, p. {place.page}] "{place.quote}"')
    if not count:
        note("nothing found.")
    elif strict:
        raise typer.Exit(1)
