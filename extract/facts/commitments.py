"""Promises as records: the sentence, the day or period by which, and for which project.

What is a promise is told by ``extract.facts.promises``; two days in one promise give none.
"""

import re
from collections.abc import Sequence

from extract.facts.promises import Promise, sentence_to_promises
from extract.facts.tasks import listed_tasks
from extract.language.dates import PeriodSpan, anchor_period, find_fiscal_start, find_periods
from extract.language.relative_dates import find_relative
from extract.projects.joined import document_to_projects
from extract.projects.mentioned import statement_to_project
from extract.statements import Context, Statement, context_to_statements, make_context, statement_to_places
from records.document import Document
from records.facts import Commitment, Project
from records.memo import Letterhead, Section
from records.values import Period

_BEFORE_DUE = re.compile(
    r"\b(?:by|in|on|for|during|before|until|than|to|of|is|late|early|the|this|beginning|starting|effective|"
    r"as early as)\s(?:the\s)?$"
)
_LASTS = re.compile(r"\b(?:through|until|to)\s(?:the\s)?$")

_RECOMMENDED = re.compile(r"\brecommend(?:ation|ations|ed action)\b", re.I)

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
    tasks = listed_tasks(context)
    found = (
        _task_to_commitment(s, context, projects)
        if s.index in tasks
        else _statement_to_commitment(s, context, projects)
        for s in context_to_statements(context)
    )
    return tuple(commitment for commitment in found if commitment is not None)


def _statement_to_commitment(statement: Statement, context: Context, projects: Sequence[Project]) -> Commitment | None:
    """Of several promises in a sentence the first with a day counts, else the first that needs none."""
    promises = sentence_to_promises(statement.text, label=statement.label)
    if not promises or statement.block.kind == "footnote" or _is_proposal(statement):
        return None
    dated = [(promise, _due(statement.text, promise, context)) for promise in promises]
    dated = [(promise, due) for promise, due in dated if not (promise.short and _is_over(due, context))]
    kept = [(promise, due) for promise, due in dated if due is not None or not promise.needs_day]
    if not kept:
        return None
    promise, due = next((pair for pair in kept if pair[1] is not None), kept[0])
    return _commitment(statement, None if promise.extends else due, context, projects)


def _is_proposal(statement: Statement) -> bool:
    """ "That the contract be awarded ...": what a body is asked to decide."""
    return statement.text.startswith("That ") or bool(_RECOMMENDED.search(" ".join(statement.trail[-1:])))


def _task_to_commitment(statement: Statement, context: Context, projects: Sequence[Project]) -> Commitment:
    """An item of a list of what is to be done: "Publish the scorecard by January 31, 2028"."""
    promise = Promise(start=0, end=len(statement.text), needs_day=False)
    return _commitment(statement, _due(statement.text, promise, context), context, projects)


def _commitment(statement: Statement, due: Period | None, context: Context, projects: Sequence[Project]) -> Commitment:
    return Commitment(
        text=statement.block.text[statement.start : statement.end],
        due=due,
        project=statement_to_project(statement, projects),
        memo=context.memo,
        places=statement_to_places(statement, context),
    )


def _due(text: str, promise: Promise, context: Context) -> Period | None:
    """The one period that follows the promise: "by June 30, 2027", "in spring 2027", "this fall"; none where two stand.

    Where none follows, the one that opens the sentence: "In fall 2028, crews will...".
    """
    spans = [*find_periods(text, fiscal_start=context.fiscal_start)]
    clause = [s for s in spans if promise.start <= s.start < promise.end and not _REPLACED.search(text[: s.start])]
    tied = [s for s in clause if _is_due(text, s, promise)]
    tied = tied or [s for s in spans if s.start < promise.start and _OPENS.fullmatch(text[: s.start])]
    if not tied and context.date is not None:
        near = [s for s in find_relative(text, anchor=context.date) if s.start < promise.end]
        return near[0].period if len(near) == 1 and not clause else None
    if len(tied) != 1:
        return None
    period = tied[0].period
    return anchor_period(period, anchor=context.date, past=False) if context.date else period


def _is_due(text: str, span: PeriodSpan, promise: Promise) -> bool:
    before = text[: span.start]
    said = _BEFORE_DUE.search(before) or span.period.text.lower().startswith("by ")
    lasts = promise.lasts and _LASTS.search(before)
    return bool(said or lasts) and not re.search(r",\s(?:which|who)\s", text[promise.start : span.start])


def _is_over(due: Period | None, context: Context) -> bool:
    """ "The lift, expected by May 2027, ..." in a memo of 2028 tells of an old plan."""
    return due is not None and due.last is not None and context.date is not None and due.last < context.date
