"""Answers that take several memos: how a project's status went, and since when it has been so.

Each memo's word is cited with the memo's date, and no two are blended into one. One memo alone has no history: such a
question then goes the ordinary way.
"""

import re
from collections.abc import Sequence

from answer.named_projects import find_named
from answer.question_parse import Asked
from answer.scope import Shelf, earlier_of_body
from answer.status_words import STATED, asked_statuses
from records.answer import Answer, Question
from records.facts import Project
from records.library import MemoEntry

_TURNED = re.compile(
    r"\b(?:when|since when|how long)\b.*\b(?:turn|turned|become|became|go|went|been|first|flagged|marked|chang)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\bhow (?:did|has|have|does)\b.*\b(?:status|colou?r|rating)\b|\bstatus\b.*\b(?:over time|over the years|chang|history|each year|every year|since)|\bhistory of\b",
    re.IGNORECASE,
)
_MOST_MEMOS = 12


def over_time_answer(question: Question, asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> Answer | None:
    """ "When did the seawall turn red?", "How has the status of the seawall changed over the years?" """
    turned, changed = _TURNED.search(asked.text), _CHANGED.search(asked.text)
    if question.memo is not None or len(entries) < 2 or not (turned or changed):
        return None
    rows = _status_rows(asked, entries, library)
    if len(rows) < 2:
        return None
    if changed:
        return _history(question, rows)
    wanted = asked_statuses(asked.text)
    return _turning(question, rows, wanted) if wanted else None


def _status_rows(asked: Asked, entries: Sequence[MemoEntry], library: Shelf) -> list[Project]:
    """What each memo says of the project that the question names, oldest first, by any name it had in the latest."""
    for entry in entries:
        found = find_named(asked.text, library.memo(entry.id).projects)
        if len(found) == 1:
            break
    else:
        return []
    same_body = earlier_of_body(entry, entries)[-_MOST_MEMOS:]
    names = " ".join((asked.text, found[0].project.project))
    rows = []
    for other in same_body:
        match = find_named(names, library.memo(other.id).projects)
        if len(match) == 1 and match[0].whole and match[0].project.status is not None:
            rows.append(match[0].project)
    return rows


def _history(question: Question, rows: Sequence[Project]) -> Answer:
    steps = [f"{row.as_of}: {_stated(row)}" for row in rows]
    return _from_rows(question, f"{rows[-1].project}: {'; '.join(steps)}.", [_stated(r) for r in rows], rows)


def _turning(question: Question, rows: Sequence[Project], wanted: Sequence[str]) -> Answer | None:
    """The first memo of the latest stretch in which the status is as asked."""
    stretch = [row for row in rows if row.status in wanted]
    if not stretch:
        return None
    first = stretch[0]
    before = [row for row in rows if row.as_of is not None and first.as_of is not None and row.as_of < first.as_of]
    was = (
        f"; the memo of {before[-1].as_of} has it as {_stated(before[-1])}"
        if before
        else ", the earliest that names it"
    )
    text = f"{first.project} is first reported as {_stated(first)} in the memo of {first.as_of}{was}."
    return _from_rows(question, text, [str(first.as_of)], [*before[-1:], first])


def _stated(row: Project) -> str:
    return row.status_text or STATED[str(row.status)]


def _from_rows(question: Question, text: str, values: Sequence[str], rows: Sequence[Project]) -> Answer:
    return Answer(
        question=question,
        outcome="answered",
        text=text,
        values=tuple(values),
        method="record",
        as_of=rows[-1].as_of,
        citations=tuple(row.place for row in rows),
        confidence=0.85,
    )
