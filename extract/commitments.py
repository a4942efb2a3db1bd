"""Promises: sentences that say what will be done, with the day or period by which, and for which project.

Refused: what was planned in the past, conditions, the purpose of a thing ("a tool that will help"), and the report's
own courtesy ("the Committee will be informed").
"""

import re
from collections.abc import Sequence

from extract.dates import anchor_period, find_fiscal_start, find_periods
from extract.names import one_match
from extract.project_scope import heading_to_name
from extract.projects import document_to_projects
from extract.statements import Context, Statement, context_to_statements, make_context, statement_to_places
from records.document import Document
from records.facts import Commitment, Project
from records.memo import Letterhead, Section
from records.values import Period

_BE = r"(?:is|are|remains?|(?:is|are) (?:now|currently|still|also|tentatively))"
_PLANNED = r"(?:expected|scheduled|anticipated|planned|slated|projected|targeted|set|due|estimated)"
_MARKER = re.compile(
    rf"\b{_BE}\s{_PLANNED}\s(?:to|for|in|by)\b"
    rf"|\b{_BE}\son (?:track|schedule|target) (?:to|for)\b"
    r"|\b(?:is|are) (?:due )?to be [a-z]+"
    r"|\b(?:plans?|intends?|aims?|expects?|anticipates?|proposes|commits?) to\b"
    r"|\b(?:is|are) (?:working|preparing|committed) to\b"
    r"|\bwill (?!be (?:informed|heard|considered)\b)(?:not )?[a-z]+"
    r"|\b(?:target|anticipated|expected|estimated|planned)\s(?:[a-z-]+\s){0,2}(?:date|completion|launch)\s(?:is|of)\b"
    r"|\bno later than\b"
)
_NO_PROMISE = re.compile(
    r"\b(?:that|which|who)\s(?:[a-z]+\s){0,1}$|^(?:if|unless|should)\b|\b(?:if|unless|"
    r"whether|once|when)\b[^,]*$",
    re.I,
)
_BEFORE_DUE = re.compile(r"\b(?:by|in|on|for|during|before|until|than|to|of|is|late|early|the|this)\s(?:the\s)?$")


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
    text = statement.text
    marker = next((m for m in _MARKER.finditer(text) if not _NO_PROMISE.search(text[: m.start()])), None)
    if marker is None or statement.block.kind == "footnote":
        return None
    return Commitment(
        text=statement.block.text[statement.start : statement.end],
        due=_due(text, marker.start(), context),
        project=_project_of(statement, projects),
        memo=context.memo,
        places=statement_to_places(statement, context),
    )


def _due(text: str, after: int, context: Context) -> Period | None:
    """The one period that follows the promise: "by June 30, 2027", "in spring 2027"; none where two stand."""
    spans = [s for s in find_periods(text, fiscal_start=context.fiscal_start) if s.start >= after]
    tied = [
        s
        for s in spans
        if (_BEFORE_DUE.search(text[: s.start]) or s.period.text.lower().startswith("by "))
        and not re.search(r",\s(?:which|who)\s", text[after : s.start])
    ]
    if len(tied) != 1:
        return None
    period = tied[0].period
    return anchor_period(period, anchor=context.date, past=False) if context.date else period


def _project_of(statement: Statement, projects: Sequence[Project]) -> str | None:
    """The one project that the sentence names, else its paragraph, else the one whose section it stands in."""
    texts = (statement.text, statement.block.text)
    for text in texts:
        named = {p.project for p in projects if any(_mentions(text, name) for name in (p.project, *p.aliases))}
        if named:
            return named.pop() if len(named) == 1 else None
    heading = heading_to_name(statement.trail[-1])[0] if statement.trail else ""
    names = {name: p.project for p in projects for name in (p.project, *p.aliases)}
    found = one_match(heading, names) if heading else None
    return names[found] if found else None


def _mentions(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
