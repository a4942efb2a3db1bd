"""What a memo says, as records: projects and their status, metrics, commitments, definitions, omissions.

Evidence (``places``) stands outside equality: two memos that say the same of a project hold equal records.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from records.place import Place
from records.values import Money, Period

STATUSES = (
    "red", "red_yellow", "yellow", "yellow_green", "green", "on_hold", "not_started", "complete", "cancelled",
)  # fmt: skip
"""Normalised statuses, worst colour first; ``status_text`` keeps the memo's own word for it. ``red_yellow`` and
``yellow_green`` are the steps between two colours on scales of five ("Amber/Red", "Amber/Green")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What one memo says of one project. ``None`` is "the memo does not say".

    ``aliases`` are the other names that the same memo uses. ``residual`` is what is left open of a completed project
    ("two offices remain"). ``source`` tells what kind of passage it was read from; a project that stands in a table
    and in prose is one record with both places.
    """

    project: str
    aliases: tuple[str, ...] = ()
    status: str | None = None
    status_text: str | None = None
    issue: str | None = None
    mitigation: str | None = None
    description: str | None = None
    owner: str | None = None
    department: str | None = None
    budget: Money | None = None
    spent: Money | None = None
    start: Period | None = None
    end: Period | None = None
    completed: Period | None = None
    residual: str | None = None
    reference: str | None = None
    """Its own number where it is listed: ``14-203`` of "Project No. 14-203"."""
    source: Literal["table", "prose", "both"] = "table"
    memo: str = field(compare=False)
    as_of: date | None = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)
    """The first is the record's own place (its table row, else its sentence); more support it."""
    field_places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)
    """``(field name, place)`` for single fields where they stand apart: ``("budget", ...)``."""

    @property
    def place(self) -> Place:
        return self.places[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A figure the memo states: ``24 projects``, ``$46.4 million``, ``91% completion rate``.

    ``subject`` is what it is about (a programme, a project, a section's title), ``measure`` what is counted
    ("participants", "completion rate"), ``qualifier`` how the memo hedges it ("over", "more than", "about").
    ``unit`` is ``%``, ``USD`` or the counted noun. ``whole`` is what a counted part is part of: 540 of "212 of the 540
    vehicles".
    """

    subject: str | None
    measure: str
    value: Decimal
    unit: str
    text: str
    qualifier: str | None = None
    whole: Decimal | None = None
    as_of: Period | None = None
    memo: str = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something the memo says will be done. ``text`` is the sentence, ``due`` by when, if it says so."""

    text: str
    due: Period | None = None
    project: str | None = None
    memo: str = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What the memo says a term means; ``status`` is the normalised status where a colour is defined."""

    term: str
    meaning: str
    status: str | None = None
    memo: str = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something the memo names but does not hold: an attachment, an exhibit without content, unnamed projects."""

    kind: Literal["attachment", "exhibit", "unnamed_projects", "footnote", "other"]
    message: str
    memo: str = field(compare=False)
    places: tuple[Place, ...] = field(compare=False, repr=False)
