"""Questions, answers and findings."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from records.place import Place

AnswerOutcome = Literal["answered", "not_found", "false_premise", "ambiguous"]
AnswerMethod = Literal["record", "computed", "quoted", "model"]
FindingKind = Literal[
    "percentage", "sum", "count", "granularity", "date_order", "naming", "colour_vs_definition", "omission",
    "restatement", "commitment",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question in plain English; ``memo`` restricts it to one memo, ``as_of`` to memos dated no later."""

    text: str
    id: str | None = None
    as_of: date | None = None
    memo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the memos say. ``answered`` and ``false_premise`` have citations; ``not_found`` has no answer text.

    ``as_of`` is the date of the memo the answer rests on (the latest, where it rests on several). ``working`` tells how
    a computed value came about, ``notes`` what the reader must know (nearest passages, partial reading).
    """

    question: Question
    outcome: AnswerOutcome
    text: str = ""
    values: tuple[str, ...] = ()
    method: AnswerMethod | None = None
    as_of: date | None = None
    citations: tuple[Place, ...] = ()
    working: str | None = None
    notes: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two statements that do not fit together, or something missing. It accuses nobody: both sides are given."""

    kind: FindingKind
    severity: Literal["error", "warning", "note"]
    message: str
    stated: str | None = None
    computed: str | None = None
    memo: str
    evidence: tuple[Place, ...] = field(default=(), compare=False, repr=False)
