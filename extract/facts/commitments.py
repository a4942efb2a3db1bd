"""Promises as records: the sentence, the day or period by which, and for which project.

What is a promise is told by ``extract.facts.promises``; two days in one promise give none.
"""

import re
from collections.abc import Sequence

from extract.facts.promises import sentence_to_promise
from extract.language.dates import anchor_period, find_fiscal_start, find_periods
from extract.projects.joined import document_to_projects
from extract.projects.mentioned import statement_to_project
from extract.statements import Context, Statement, context_to_statements, make_context, statement_to_places
from records.document import Document
from records.facts import Commitment, Project
from records.memo import Letterhead, Section
from records.values import Period

_BEFORE_DUE = re.compile(r"\b(?:by|in|on|for|during|before|until|than|to|of|is|late|early|the|this)\s(?:the\s)?$")

# "in May 2029 rather than in June 2028": the day that no longer counts.
_REPLACED = re.compile(
    r"\b(?:rather than|instead of|not|originally|previously|up from|(?<!later )(?<!sooner )than)\s(?:in\s|by\s)?$"
)
_OPENS = re.compile(r"(?:(?:By|In|On|During|This|Next|No later than)\s)?(?:the\s)?(?:(?:end|summer|fall|spring) of\s)?")


def document_to_commitments(
    document: Document,
    sections: Sequence[Section],
    letterhead: Letterhead,
    memo_id: str,
    *,
    projects: Sequence[Project] | None = None,
) -> tuple[Commitment, ...]:
    """Every promise of the memo, in reading order; ``projects`` are read from the document unless they are given."""
    text = "\n".join(block.text for block in document.blocks)
    context = make_context(document, tuple(sections), letterhead, memo_id, fiscal_start=find_fiscal_start(text))
    if projects is None:
        projects = document_to_projects(document, sections, letterhead, memo_id)
    found = (_statement_to_commitment(s, context, projects) for s in context_to_statements(context))
    return tuple(commitment for commitment in found if commitment is not None)


def _statement_to_commitment(statement: Statement, context: Context, projects: Sequence[Project]) -> Commitment | None:
    promise = sentence_to_promise(statement.text, label=statement.label)
    if promise is None or statement.block.kind == "footnote":
        return None
    due = _due(statement.text, promise.start, context)
    if (promise.needs_day and due is None) or (promise.short and _is_over(due, context)):
        return None
    return Commitment(
        text=statement.block.text[statement.start : statement.end],
        due=due,
        project=statement_to_project(statement, projects),
        memo=context.memo,
        places=statement_to_places(statement, context),
    )


def _due(text: str, after: int, context: Context) -> Period | None:
    """The one period that follows the promise: "by June 30, 2027", "in spring 2027"; none where two stand.

    Where none follows, the one that opens the sentence: "In fall 2028, crews will...".
    """
    spans = list(find_periods(text, fiscal_start=context.fiscal_start))
    tied = [
        s
        for s in spans
        if s.start >= after and not _REPLACED.search(text[: s.start])
        if (_BEFORE_DUE.search(text[: s.start]) or s.period.text.lower().startswith("by "))
        and not re.search(r",\s(?:which|who)\s", text[after : s.start])
    ]
    tied = tied or [s for s in spans if s.start < after and _OPENS.fullmatch(text[: s.start])]
    if len(tied) != 1:
        return None
    period = tied[0].period
    return anchor_period(period, anchor=context.date, past=False) if context.date else period


def _is_over(due: Period | None, context: Context) -> bool:
    """ "The lift, expected by May 2027, ..." in a memo of 2028 tells of an old plan."""
    return due is not None and due.last is not None and context.date is not None and due.last < context.date
