"""What the page's drop-downs offer: memos by date, read afresh each time the page needs them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from records.errors import MemolensError
from records.library import MemoEntry
from ui.workspace import Workspace

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

ALL_MEMOS = ""


def memo_choices(workspace: Workspace, *, every: str | None = None) -> list[tuple[str, str]]:
    """``(label, memo id)``, the latest first; ``every`` is the label of a first choice that means all memos."""
    entries = sorted(workspace.entries(), key=lambda entry: str(entry.date or ""), reverse=True)
    choices = [(_entry_label(entry), entry.id) for entry in entries]
    return [(every, ALL_MEMOS), *choices] if every else choices


def _entry_label(entry: MemoEntry) -> str:
    return " · ".join(str(part) for part in (entry.date or "undated", entry.subject or entry.file) if part)


def shown_errors(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """What a user can act on is shown as a message on the page; anything else stays the generic one."""

    @wraps(function)
    def wrapper(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        import gradio

        try:
            return function(*args, **kwargs)
        except MemolensError as error:
            raise gradio.Error(str(error), print_exception=False) from error

    return wrapper
