"""What changed between two memos. Absence is ``dropped``; it is never taken for completion."""

import datetime
from dataclasses import dataclass
from dataclasses import field as member
from decimal import Decimal
from typing import Literal

from records.place import Place
from records.values import Period

ChangeKind = Literal[
    "status_changed", "renamed", "joined", "completed", "completed_with_residual", "cancelled", "dropped", "merged",
    "split", "re_entered", "field_changed", "metric_changed", "definition_changed",
]  # fmt: skip
WordChange = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far a date or a sum has moved: ``by`` days, or ``by`` of the currency ``unit``; later and more are positive.

    ``first`` is the value as the project's first memo that stated one has it, ``first_memo`` that memo's date, and
    ``from_first`` the distance from there. All three are ``None`` where no memo before the two compared is known.
    """

    unit: str
    by: Decimal
    percent: Decimal | None = None
    first: str | None = None
    first_memo: datetime.date | None = None
    from_first: Decimal | None = None
    percent_from_first: Decimal | None = None
    first_places: tuple[Place, ...] = member(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; ``old`` and ``new`` are values as text, ``silent`` whether the later memo leaves it unsaid.

    ``uncertain`` marks one that is dropped or joined and may be neither: a memo lists only some of its projects, was
    not read whole, or another name may be the same project. ``note`` says which.

    ``note`` says how large a change of a date or a sum is ("184 days later", "+$400,000, +12.5 %"), ``shift`` holds the
    same as numbers. ``words`` is a changed text word by word: what is the same, removed and added, in reading order.
    """

    kind: ChangeKind
    project_old: str | None = None
    project_new: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    silent: bool = False
    uncertain: bool = False
    confidence: float = 1.0
    note: str | None = None
    shift: Shift | None = None
    words: tuple[tuple[WordChange, str], ...] = ()
    evidence_old: tuple[Place, ...] = member(default=(), compare=False, repr=False)
    evidence_new: tuple[Place, ...] = member(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two names that are one project, with how sure that is (0..1). ``note`` marks what only looks changed."""

    project_old: str
    project_new: str
    confidence: float = 1.0
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescaled:
    """A project whose status reads differently because the scale has changed: both values may mean the same."""

    project_old: str
    project_new: str
    old: str
    new: str
    note: str
    evidence_old: tuple[Place, ...] = member(default=(), compare=False, repr=False)
    evidence_new: tuple[Place, ...] = member(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChange:
    """The two memos rate on different scales, given as normalised statuses, worst first."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    rescaled: tuple[Rescaled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFlow:
    """How the open projects of one status got from the opening to the closing count.

    In come those that ``joined`` the open projects, ``worsened`` from a better status and ``improved_into`` it from a
    worse one; out go those that ``left``, ``improved`` to a better status and ``worsened_out`` to a worse one.
    ``other`` is the net of moves to and from statuses that are no colour (on hold, not started, none stated),
    ``rescaled`` the net of those that only read differently on another scale, ``residual`` what none of it explains.
    """

    status: str
    opening: int
    worsened: int
    improved_into: int
    joined: int
    improved: int
    worsened_out: int
    left: int
    other: int
    rescaled: int
    closing: int
    residual: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCount:
    """How many projects a memo says that it has, where it says so, and how many of them it names."""

    stated: int
    named: int
    places: tuple[Place, ...] = member(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """How the count of open projects gets from one memo to the next; ``residual`` is what does not add up.

    Counted are the projects that the memos name. ``by_status`` maps a status to its opening and closing counts.

    ``left`` is the sum of ``completed``, ``cancelled``, ``dropped``, ``merged``, ``split``, ``named_only`` (the later
    memo names it without rating it) and ``not_listed`` (absent, but the later memo counts more projects than it names).
    ``joined`` is the sum of ``new``, ``re_entered``, ``reopened`` (it was complete or cancelled), ``formed`` (of
    others, by merger or split) and ``first_listed`` (new here, but the earlier memo counts more than it names).
    """

    opening: int
    joined: int
    left: int
    closing: int
    residual: int
    by_status: tuple[tuple[str, int, int], ...]
    completed: int = 0
    cancelled: int = 0
    dropped: int = 0
    merged: int = 0
    split: int = 0
    named_only: int = 0
    not_listed: int = 0
    new: int = 0
    re_entered: int = 0
    reopened: int = 0
    formed: int = 0
    first_listed: int = 0
    flows: tuple[StatusFlow, ...] = ()
    stated_opening: StatedCount | None = None
    stated_closing: StatedCount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedMemo:
    """Which memo stood on one side; ``as_of`` is what a list without a date gives the state of."""

    memo: str
    file: str
    date: datetime.date | None
    subject: str | None
    as_of: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``not_listed`` are projects of the earlier memo, and ``first_listed`` of the later, of whom nothing is claimed:
    the other memo counts more projects than it names. ``possible`` are pairs that may be one project and are not
    claimed as one; their notes say what speaks for it."""

    old: ComparedMemo
    new: ComparedMemo
    bridge: Bridge
    changes: tuple[Change, ...]
    unchanged: tuple[Pairing, ...]
    notes: tuple[str, ...] = ()
    scale: ScaleChange | None = None
    not_listed: tuple[str, ...] = ()
    first_listed: tuple[str, ...] = ()
    possible: tuple[Pairing, ...] = ()
