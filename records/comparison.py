"""What changed between two memos. Absence is ``dropped``; it is never taken for completion."""

import datetime
from dataclasses import dataclass
from dataclasses import field as member
from typing import Literal

from records.place import Place

ChangeKind = Literal[
    "status_changed", "renamed", "joined", "completed", "completed_with_residual", "cancelled", "dropped", "merged",
    "split", "re_entered", "field_changed", "metric_changed", "definition_changed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; ``old`` and ``new`` are values as text, ``silent`` whether the later memo leaves it unsaid.

    ``note`` says how large a change of a date or a sum is: "184 days later", "+$400,000 (+12.5 %)".
    """

    kind: ChangeKind
    project_old: str | None = None
    project_new: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    silent: bool = False
    confidence: float = 1.0
    note: str | None = None
    evidence_old: tuple[Place, ...] = member(default=(), compare=False, repr=False)
    evidence_new: tuple[Place, ...] = member(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two names that are one project, with how sure that is (0..1)."""

    project_old: str
    project_new: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """How the count of open projects gets from one memo to the next; ``residual`` is what does not add up.

    ``by_status`` maps a status to its opening and closing counts.
    """

    opening: int
    joined: int
    left: int
    closing: int
    residual: int
    by_status: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMemo:
    """Which memo stood on one side."""

    memo: str
    file: str
    date: datetime.date | None
    subject: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    old: ComparedMemo
    new: ComparedMemo
    bridge: Bridge
    changes: tuple[Change, ...]
    unchanged: tuple[Pairing, ...]
    notes: tuple[str, ...] = ()
