"""``memolens promises``: what the memos promised, and what came of it by the later ones."""

from collections.abc import Sequence
from typing import Annotated

import typer

from records.promises import Promise
from ui import wire
from ui.commands.context import JsonOption, LibraryOption, open_workspace
from ui.commands.output import note, print_json


def register(app: typer.Typer) -> None:
    app.command("promises")(promises)


def promises(
    context: typer.Context,
    memo: Annotated[
        str | None, typer.Option("--memo", help="Only the promises of this memo: id, date or year.", metavar="MEMO")
    ] = None,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV on standard output.")] = False,
    library: LibraryOption = None,
) -> None:
    """List what the memos promised: kept, late, changed, withdrawn, not mentioned again, not clear or not yet due."""
    with open_workspace(context, library) as workspace:
        found = workspace.promises(memo=memo)
    if as_json:
        print_json([wire.promise_to_json(promise) for promise in found])
    elif as_csv:
        from ui.export.comparisons import promises_to_csv

        print(promises_to_csv(found), end="")
    else:
        _print(found)
    if not found:
        note("no memo promises anything that memolens could read.")


def _print(found: Sequence[Promise]) -> None:
    """By state, what was not heard of again first; each with where it stands."""
    from ui.export.promise_wording import STATE_TITLES, due_in_words, promise_to_places, promise_to_text

    for state, title in STATE_TITLES.items():
        here = [promise for promise in found if promise.state == state]
        if not here:
            continue
        print(f"\n{title} ({len(here)})")
        for promise in here:
            print(f"  {promise_to_text(promise)}")
            by = "by " if promise.due else ""
            print(f"    {by}{due_in_words(promise.due)}; {promise.note}")
            for place in promise_to_places(promise):
                print(f'    [{place.file}, p. {place.page}] "{place.quote}"')
