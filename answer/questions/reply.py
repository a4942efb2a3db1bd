"""The case that every answerer is given, and the making of answers from what they found.

An answer is only made with citations; a refusal only without text. Warnings that a memo was read in part, and the date
that the answer rests on, are put in here so that no answerer can forget them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answer.questions.evidence.evidence import Candidate
from answer.questions.evidence.refusal import Gate
from answer.questions.reading.question_parse import Asked
from records.answer import Answer, AnswerMethod, AnswerOutcome, Question
from records.memo import Memo
from records.place import Place

_LONGEST_NOTE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question put to one memo. ``candidates`` are its sentences found by search, best first; ``mended`` tells
    of words that were read as others."""

    question: Question
    asked: Asked
    memo: Memo
    candidates: Sequence[Candidate]
    gate: Gate
    mended: tuple[str, ...] = ()


def answered(  # noqa: PLR0913  # an answer has this many parts
    case: Case,
    text: str,
    places: Iterable[Place],
    *,
    method: AnswerMethod,
    confidence: float,
    values: Sequence[str] = (),
    working: str | None = None,
    notes: Sequence[str] = (),
    outcome: AnswerOutcome = "answered",
) -> Answer | None:
    """``None`` where nothing can be cited: what cannot be shown is not said."""
    citations = tuple(dict.fromkeys(places))
    if not citations or not text.strip():
        return None
    return Answer(
        question=case.question,
        outcome=outcome,
        text=" ".join(text.split()),
        values=tuple(values),
        method=method,
        as_of=case.memo.letterhead.date,
        citations=citations,
        working=working,
        notes=(*case.mended, *notes, *reading_notes(case.memo)),
        confidence=round(min(max(confidence, 0.0), 1.0), 2),
    )


def denied(
    case: Case, text: str, places: Iterable[Place], *, confidence: float, values: Sequence[str] = (),
    working: str | None = None,
) -> Answer | None:  # fmt: skip
    """The question takes for granted what the memo contradicts; ``text`` says what the memo says instead."""
    return answered(
        case, text, places, method="record", confidence=confidence, values=values, working=working,
        outcome="false_premise",
    )  # fmt: skip


def not_found(question: Question, *, notes: Sequence[str] = (), nearest: Sequence[Candidate] = ()) -> Answer:
    """Nothing is said; the nearest passages are named so that a reader can judge for themselves."""
    passages = tuple(f"Nearest passage: {_short(candidate.text)}" for candidate in nearest)
    return Answer(question=question, outcome="not_found", notes=(*notes, *passages))


def reading_notes(memo: Memo) -> tuple[str, ...]:
    """ "Page 3 of budget.pdf was not read in full: ..." for everything that lost text."""
    problems = (*memo.problems, *memo.document.problems)
    lost = dict.fromkeys((p.page, p.message) for p in problems if p.loses_text)
    return tuple(
        f"{'Page ' + str(page) + ' of ' if page else ''}{memo.document.file} was not read in full: {message}"
        for page, message in lost
    )


def sentence_text(text: str) -> str:
    """The text with a full stop, so that a cell or list item reads as a statement."""
    text = text.strip()
    return text if text.rstrip("\"'”’)]").endswith((".", "!", "?", ":")) else f"{text}."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE].rstrip()}..."
