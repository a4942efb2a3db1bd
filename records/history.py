"""One project through all memos: its records in order, and how far each stands from the plan that was stated first."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from records.comparison import Shift
from records.facts import Project
from records.place import Place
from records.values import Money, Period

HowMoved = Literal["rebaselined", "told", "silent"]
StatusMove = Literal["worse", "better", "other", "rescaled"]
KinKind = Literal["merged_from", "merged_into", "split_from", "split_into"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The first end and the first budget that a memo states, each with the date of that memo.

    They are the first *known* ones: what memos before those at hand said is not known.
    """

    end: Period | None = None
    end_memo: datetime.date | None = None
    end_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    budget: Money | None = None
    budget_memo: datetime.date | None = None
    budget_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A memo without a record of the project. ``places`` are where it is named all the same, ``text`` says which."""

    memo: str
    date: datetime.date | None
    text: str
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Another project that this one came of or went into, as the memo of ``date`` tells; ``text`` says it in words and
    what became of that one since."""

    kind: KinKind
    name: str
    memo: str
    date: datetime.date | None
    text: str
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The project in one memo, against the last memo that stated the same field.

    ``end_shift`` and ``budget_shift`` have the baseline as their first value. ``moved`` says how the memo speaks of a
    moved end or budget: as a new baseline, with a word on it, or not at all. ``status_move`` is against the memo
    before; ``status_note`` says where only the scale has changed. ``kin`` is what it came of before this memo, and for
    the last step what it went into after it; ``silences`` are the memos between this one and the next record.
    """

    project: Project
    end_shift: Shift | None = None
    budget_shift: Shift | None = None
    moved: HowMoved | None = None
    moved_places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    status_move: StatusMove | None = None
    status_note: str | None = None
    kin: tuple[Kin, ...] = ()
    silences: tuple[Silence, ...] = ()
    note: str | None = None
    """What else the reader must know: of a memo without a date, that its place in the order is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """``names`` in the order in which memos used them. ``slips`` counts the times that the end moved later,
    ``rebaselines`` the moves that a memo told as a new baseline, ``silent_moves`` those made without a word."""

    steps: tuple[Step, ...]
    names: tuple[str, ...]
    baseline: Baseline
    slips: int = 0
    rebaselines: int = 0
    silent_moves: int = 0
