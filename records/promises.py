"""A promise that a memo makes, and what the later memos of the same body say became of it.

"Kept" is only ever said where a later memo says that the thing was done. Silence is ``unmentioned``, whether or not the
day has passed; where a later memo can be read in two ways, the state is ``unclear``.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from records.place import Place
from records.values import Period

PromiseKind = Literal["statement", "finish", "action"]
"""A sentence that promises, a project's own end date, or a dated action in a status table."""

PromiseState = Literal["kept", "late", "changed", "withdrawn", "unmentioned", "unclear", "not_due"]
"""``late``: done after its day, or still open after it. ``changed``: another day or another scope before the first day
had passed. ``not_due``: the day lies ahead, or no day and no word that it is over."""

PromiseReply = Literal["done", "moved", "restated", "open", "withdrawn", "merged", "unclear", "silent"]
"""What one later memo says: it was done; it has another day; it is promised again for the same day; it is still open;
it will not be; it became part of something else; it is spoken of, but not whether it was done; nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseStep:
    """What one later memo says of a promise. ``due`` is the day it gives, ``done`` when it says it was done.

    ``note`` is a word on it in plain English; ``places`` hold the words that decide.
    """

    memo: str
    date: date | None
    reply: PromiseReply
    due: Period | None = None
    done: Period | None = None
    note: str | None = None
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """``text`` is the memo's own sentence, or the project's name for a finish. ``due`` is the first day that was named,
    ``due_now`` the last one where it is another; ``project_now`` the project's later name where it has one.

    ``days_late`` counts from the last day of ``due``: to the last day of ``done``, or, where it is still open, to the
    date of the latest memo that says so. ``note`` tells the state in a sentence. ``places`` are where it was promised,
    ``steps`` what each later memo says, oldest first.
    """

    kind: PromiseKind
    text: str
    project: str | None
    project_now: str | None = None
    body: str | None
    memo: str
    made: date | None
    due: Period | None
    due_now: Period | None = None
    state: PromiseState
    done: Period | None = None
    days_late: int | None = None
    note: str = ""
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    steps: tuple[PromiseStep, ...] = ()

    @property
    def deciding(self) -> PromiseStep | None:
        """The latest memo that says anything of it."""
        return next((step for step in reversed(self.steps) if step.reply != "silent"), None)
