"""Which names are one project: what was found between two memos, and what a person has decided."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from records.place import Place

LinkKind = Literal["same_name", "renamed", "alias", "merged", "split"]
LinkState = Literal["found", "stated", "confirmed", "undone", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word on two names: ``same`` project or not. Names are compared without case and punctuation.

    It holds for memos to ``body`` (every body for ``None``) whose dates lie between ``valid_from`` and ``valid_to``,
    both included and open where ``None``; a memo without a date lies in no closed span.
    """

    name_one: str
    name_other: str
    same: bool
    body: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    reason: str | None = None
    decided_by: str | None = None
    decided_at: datetime.datetime = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two names that are taken, or could be taken, for one project.

    ``name_old`` stands in ``memo_old``, ``name_new`` in ``memo_new``, its successor; an ``alias`` stands in one memo.
    ``valid_from`` and ``valid_to`` are the dates of the first and the last memo between which the two names follow one
    another so. ``score`` is how likely the link is (0..1); ``evidence`` names what speaks for and against it, in
    log-odds.
    """

    kind: LinkKind
    state: LinkState
    name_old: str
    name_new: str
    memo_old: str
    memo_new: str
    body: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    score: float = 1.0
    evidence: tuple[tuple[str, float], ...] = ()
    decision: Decision | None = None
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
