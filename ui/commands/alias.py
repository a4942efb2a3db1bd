"""``memolens alias``: the ledger of names, and a person's word on it."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from records.errors import NotFound, UsageError
from records.identity import Decision, Link
from ui import wire
from ui.commands.context import JsonOption, LibraryOption, open_workspace, parse_day
from ui.commands.output import note, print_json, print_table

alias = typer.Typer(no_args_is_help=True, help="See, confirm and undo which names are one project.")

One = Annotated[str, typer.Argument(help="A project's name, as a memo has it.", metavar="ONE")]
Other = Annotated[str, typer.Argument(help="The other name.", metavar="OTHER")]
BodyOption = Annotated[
    str | None, typer.Option("--body", help="The committee it holds for, where several use the names.", metavar="BODY")
]
DuringOption = Annotated[
    str | None, typer.Option("--during", help="Only for memos from one day to another.", metavar="FROM..TO")
]
ReasonOption = Annotated[str | None, typer.Option("--reason", help="Why, for whoever looks at it later.")]


def register(app: typer.Typer) -> None:
    app.add_typer(alias, name="alias")


@alias.command("list")
def list_(
    context: typer.Context,
    project: Annotated[str | None, typer.Argument(help="Any name of a project; else all.", metavar="PROJECT")] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Also links between the same name in two memos.")] = False,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """List the links between names: since when, how sure, found, stated, confirmed, undone or unclear."""
    with open_workspace(context, library) as workspace:
        links = [link for link in workspace.links(project) if show_all or _is_worth_showing(link)]
    if as_json:
        print_json([wire.link_to_json(link) for link in links])
        return
    columns = ("Name", "is", "Name", "From", "To", "Score", "State", "Why", "Body")
    print_table(columns, [_row(link) for link in links])
    if not links:
        note("every project has kept one name." if project is None else f"no other name of {project!r} is known.")


@alias.command("confirm")
def confirm(
    context: typer.Context,
    one: One,
    other: Other,
    body: BodyOption = None,
    during: DuringOption = None,
    reason: ReasonOption = None,
    library: LibraryOption = None,
) -> None:
    """Two names are one project, whatever else they look like. Kept when memos are taken in again."""
    decision = _decision(one, other, during, same=True, body=body, reason=reason)
    with open_workspace(context, library, write=True) as workspace:
        note(f"{one!r} and {other!r} are one project{_where(workspace.decide(decision))}.")


@alias.command("undo")
def undo(
    context: typer.Context,
    one: One,
    other: Other,
    body: BodyOption = None,
    during: DuringOption = None,
    reason: ReasonOption = None,
    library: LibraryOption = None,
) -> None:
    """Two names are not one project: the link between them is undone, and stays so."""
    decision = _decision(one, other, during, same=False, body=body, reason=reason)
    with open_workspace(context, library, write=True) as workspace:
        note(f"{one!r} and {other!r} are two projects{_where(workspace.decide(decision))}.")


@alias.command("forget")
def forget(context: typer.Context, one: One, other: Other, library: LibraryOption = None) -> None:
    """Take a decision back: the evidence decides again."""
    with open_workspace(context, library, write=True) as workspace:
        if not workspace.take_back(one, other):
            raise NotFound(f"nothing was decided on {one!r} and {other!r}. `memolens alias list` names the links.")
    note(f"the decision on {one!r} and {other!r} is taken back.")


def _decision(
    one: str, other: str, during: str | None, *, same: bool, body: str | None, reason: str | None
) -> Decision:
    first, last = _parse_span(during)
    return Decision(
        name_one=one,
        name_other=other,
        same=same,
        body=body,
        valid_from=first,
        valid_to=last,
        reason=reason,
        decided_at=datetime.now(UTC),
    )


def _parse_span(text: str | None) -> tuple[date | None, date | None]:
    """``2023..2025``, ``2023-04..``, ``..2025-06-30``, or one year alone."""
    if text is None:
        return None, None
    first, dots, last = (part.strip() for part in text.partition(".."))
    span = _first_day(first), parse_day((last if dots else first) or None, option="--during")
    if span[0] and span[1] and span[0] > span[1]:
        raise UsageError(f"--during is {text!r}: it ends before it begins.")
    return span


def _first_day(text: str) -> date | None:
    """``2023`` and ``2023-04`` are their first days here."""
    padded = {4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text)
    return parse_day(padded or None, option="--during")


def _where(decision: Decision) -> str:
    return f" in the memos of {decision.body}" if decision.body else ""


def _is_worth_showing(link: Link) -> bool:
    return link.kind != "same_name" or link.state not in ("found", "stated")


_MOST_EVIDENCE = 3
_VERBS = {"same_name": "is still", "renamed": "became", "alias": "is also", "merged": "went into", "split": "gave"}


def _row(link: Link) -> tuple[object, ...]:
    verb = _VERBS[link.kind] if link.state != "undone" else "is not"
    score = f"{link.score:.2f}"
    told = [(name, weight) for name, weight in link.evidence if name != "candidates"]  # holds for every pair
    why = ", ".join(f"{name} {weight:+.1f}" for name, weight in told[:_MOST_EVIDENCE])
    return link.name_old, verb, link.name_new, link.valid_from, link.valid_to, score, link.state, why, link.body
