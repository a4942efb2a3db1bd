"""What every command shares: the options that may stand before or after its name, and the workspace they open."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from records.errors import UsageError
from records.settings import Settings
from ui.settings import environment_to_settings

if TYPE_CHECKING:
    from ui.workspace import Workspace

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="The library's folder; else MEMOLENS_LIBRARY, else ./.memolens.", metavar="DIR"),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON on standard output.")]
MemoOption = Annotated[str | None, typer.Option("--memo", help="A memo's id, date or year.", metavar="MEMO")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Only memos dated no later than this day.", metavar="YYYY-MM-DD")
]
JobsOption = Annotated[int, typer.Option("--jobs", min=1, help="How many files are read at once.", metavar="N")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """The options given before the command's name."""

    library: Path | None = None
    debug: bool = False


def command_settings(context: typer.Context, library: Path | None) -> Settings:
    """Settings from the environment, with the library named before or after the command's name."""
    settings = environment_to_settings(os.environ)
    chosen = library or context.find_object(Invocation).library  # type: ignore[union-attr]
    return replace(settings, library=str(chosen)) if chosen else settings


def open_workspace(context: typer.Context, library: Path | None, *, write: bool = False) -> "Workspace":
    from ui.workspace import Workspace

    return Workspace(command_settings(context, library), write=write)


def parse_day(text: str | None, *, option: str = "--as-of") -> date | None:
    """``2026-03-26`` as a date; ``2026`` and ``2026-03`` are their last days."""
    if text is None:
        return None
    for candidate in (text, f"{text}-31", f"{text}-30", f"{text}-29", f"{text}-28", f"{text}-12-31"):
        try:
            return date.fromisoformat(candidate)
        except ValueError:
            continue
    raise UsageError(f"{option} is {text!r}, which is not a date such as 2026-03-26.")
