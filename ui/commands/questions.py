"""``memolens questions``: the sheet to take into the meeting at which the later of two memos is heard."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ui.commands.context import LibraryOption, open_workspace
from ui.commands.output import write_out

if TYPE_CHECKING:
    from ui.briefing import Briefing

SheetFormat = Literal["md", "html", "json"]


def register(app: typer.Typer) -> None:
    app.command("questions")(questions)


def questions(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="The earlier memo: id, date, year or file.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="The later memo: id, date, year or file.", metavar="NEW")],
    as_format: Annotated[SheetFormat, typer.Option("--format", help="How to write the sheet.")] = "md",
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; else printed.", metavar="FILE")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    library: LibraryOption = None,
) -> None:
    """Write the sheet for the meeting: what changed, what was promised, what does not add up, and what to ask."""
    with open_workspace(context, library) as workspace:
        briefing = workspace.brief(old, new)
    write_out(briefing_to_bytes(briefing, "json" if as_json else as_format), out)


def briefing_to_bytes(briefing: "Briefing", as_format: SheetFormat) -> bytes:
    """The sheet as a file of the given format, UTF-8."""
    from ui import wire
    from ui.export.sheet import briefing_to_sheet
    from ui.export.sheet_page import sheet_to_html, sheet_to_markdown

    sheet = briefing_to_sheet(briefing)
    if as_format == "json":
        return (json.dumps(wire.sheet_to_json(sheet), ensure_ascii=False) + "\n").encode("utf-8")
    return (sheet_to_html(sheet) if as_format == "html" else sheet_to_markdown(sheet)).encode("utf-8")
