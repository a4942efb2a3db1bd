"""``memolens compare``: what changed between two memos."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from records.comparison import Comparison
from records.errors import UsageError
from records.promises import Promise
from ui.commands.context import LibraryOption, open_workspace
from ui.commands.output import write_out

Format = Literal["json", "csv", "md", "html", "xlsx"]


def register(app: typer.Typer) -> None:
    app.command("compare")(compare)


def compare(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="The earlier memo: id, date, year or file.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="The later memo: id, date, year or file.", metavar="NEW")],
    as_format: Annotated[Format, typer.Option("--format", help="How to write the comparison.")] = "md",
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; else printed.", metavar="FILE")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    library: LibraryOption = None,
) -> None:
    """Compare two memos: colours, dates and budgets that changed, projects that joined, finished or dropped off."""
    as_format = "json" if as_json else as_format
    if as_format == "xlsx" and out is None:
        raise UsageError("a workbook is not printed: name the file with --out FILE.xlsx.")
    with open_workspace(context, library) as workspace:
        comparison, promises = workspace.compare_with_promises(old, new)
    write_out(comparison_to_bytes(comparison, as_format, promises=promises), out)


def comparison_to_bytes(comparison: Comparison, as_format: Format, *, promises: Sequence[Promise] = ()) -> bytes:
    """The comparison as a file of the given format, UTF-8 where it is text; ``promises`` are the earlier memo's."""
    import json

    from ui import wire
    from ui.export import comparisons as export

    if as_format == "xlsx":
        return export.comparison_to_xlsx(comparison, promises)
    if as_format == "json":
        value = wire.comparison_to_json(comparison) | {"promises": [wire.promise_to_json(p) for p in promises]}
        return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8")
    writers = {
        "csv": export.comparison_to_csv,
        "md": export.comparison_to_markdown,
        "html": export.comparison_to_html,
    }
    return writers[as_format](comparison, promises).encode("utf-8")
