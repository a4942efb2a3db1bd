"""Figures of a memo as records: what is measured, of what, how much, hedged how, and as of when.

The subject is the section's own title, and a lead-in such as "Second Year:" the time. Refused: figures in headings,
footnotes and the letterhead; project tables, whose figures are the projects' own.
"""

import re
from collections.abc import Sequence

from extract.dates import PeriodSpan, find_fiscal_start, find_periods, parse_period
from extract.figures import Figure, sentence_to_figures
from extract.statements import Context, Statement, context_to_statements, make_context, statement_to_places
from records.document import Document
from records.facts import Metric
from records.memo import Letterhead, Section
from records.values import Period

_TIME_LABEL = re.compile(
    r"^(?:(?:first|second|third|fourth|fifth|last|prior|previous|current|this)\s(?:fiscal\s)?(?:year|quarter|"
    r"month|half|cohort)"
    r"|year\s(?:one|two|three|four|\d)|(?:FY|Q[1-4]|19|20)[\d\s-].{0,20})$",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?:the\s)?(?:last|previous|prior|this|current|preceding)\s(?:fiscal\s)?(?:year|quarter|month)\b|"
    r"\ba year (?:ago|earlier)\b",
    re.I,
)


def document_to_metrics(
    document: Document, sections: Sequence[Section], letterhead: Letterhead, memo_id: str
) -> tuple[Metric, ...]:
    """All figures of paragraphs and list items, in reading order."""
    text = "\n".join(block.text for block in document.blocks)
    context = make_context(document, tuple(sections), letterhead, memo_id, fiscal_start=find_fiscal_start(text))
    return tuple(
        metric
        for statement in context_to_statements(context)
        if statement.trail and statement.block.kind != "footnote"
        for metric in _statement_to_metrics(statement, context)
    )


def _statement_to_metrics(statement: Statement, context: Context) -> list[Metric]:
    figures = sentence_to_figures(statement.text)
    if not figures:
        return []
    places = statement_to_places(statement, context)
    return [
        Metric(
            subject=statement.trail[-1],
            measure=figure.measure,
            value=figure.value,
            unit=figure.unit,
            text=figure.text,
            qualifier=figure.qualifier,
            as_of=_as_of(figure, figures, statement, context),
            memo=context.memo,
            places=places,
        )
        for figure in figures
    ]


def _as_of(figure: Figure, figures: Sequence[Figure], statement: Statement, context: Context) -> Period | None:
    """The time that the figure's own clause names, else its label ("Second Year"), else what opens the sentence."""
    text = statement.text
    following = min((f.start for f in figures if f.start > figure.start), default=len(text))
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    own = [s for s in spans if figure.end <= s.start < following and _same_clause(text[figure.end : s.start])]
    if own:
        return own[0].period
    relative = _RELATIVE.search(text, figure.end, following)
    if relative:
        return Period(first=None, last=None, text=relative.group())
    if statement.label and _TIME_LABEL.match(statement.label):
        known = parse_period(statement.label, fiscal_start=context.fiscal_start)
        return known or Period(first=None, last=None, text=statement.label)
    return _opening(spans, text)


def _same_clause(between: str) -> bool:
    if re.search(r"[,;:]", between) or len(between) > 60:
        return False
    return bool(
        re.search(r"\b(?:in|on|during|as of|for|by|at|of|since|through)\s(?:the\s)?$", between)
    ) and not re.search(r"\b(?:prior|before|after|until|from)\b", between)


def _opening(spans: Sequence[PeriodSpan], text: str) -> Period | None:
    """ "As of June 30, 2027, ...", "In FY 2026-27, ..." """
    for span in spans:
        if re.fullmatch(r"(?:In|As of|During|For|At|By|On|Through)\s(?:the\s)?(?:[a-z]+\s){0,2}", text[: span.start]):
            return span.period
    return None
