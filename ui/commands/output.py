"""How commands print: JSON on standard output alone, notes on standard error, tables and progress for people."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from records.errors import UsageError

Item = TypeVar("Item")


def print_json(value: object) -> None:
    """One JSON value on one line, UTF-8."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def note(message: str) -> None:
    """A message for the person at the terminal; never on standard output."""
    print(f"memolens: {message}", file=sys.stderr)


def write_out(content: bytes, out: Path | None) -> None:
    """Into the file that was named, else to standard output."""
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{out} could not be written: {error.strerror}.") from error
    note(f"wrote {out}")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """A table as wide as the terminal; cells are text, never markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def print_fields(fields: Mapping[str, object]) -> None:
    """``label  value`` lines, empty values left out."""
    width = max((len(name) for name in fields), default=0)
    for name, value in fields.items():
        if value not in (None, "", []):
            print(f"{name:<{width}}  {value}")


def progress(items: Iterable[Item], *, total: int, label: str) -> Iterator[Item]:
    """``items`` with a progress bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task(label, total=total)
        for item in items:
            bar.advance(task)
            yield item
