"""How far a long batch has come: a bar where a person looks on, a plain line now and then where a log is written."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ui.commands.output import note

if TYPE_CHECKING:
    from rich.progress import Progress

_LINE_EVERY = 10.0
"""Seconds between two lines in a log."""


class BatchProgress:
    """Shows counts of files, tables and failures on standard error. Use as a context manager around the batch."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._bar: Progress | None = _new_bar() if sys.stderr.isatty() else None
        self._task = self._bar.add_task("Reading", total=total, counts="") if self._bar else None
        self._next_line = time.monotonic() + _LINE_EVERY

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def advance(self, *, tables: int, failed: int) -> None:
        """One file more; ``tables`` and ``failed`` are counted from the beginning."""
        self._done += 1
        counts = f"{tables} tables" + (f", {failed} failed" if failed else "")
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, counts=counts)
        elif time.monotonic() >= self._next_line:
            note(f"{self._done} of {self._total} files, {counts}")
            self._next_line = time.monotonic() + _LINE_EVERY


def _new_bar() -> "Progress":
    """What is printed on standard output meanwhile stays there, also where that is a file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[counts]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
    )
