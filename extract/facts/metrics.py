"""Figures of a memo as records: what is measured, of what, how much, hedged how, and as of when.

The subject is the project that the sentence is about, else the section's title, else (under "Summary" and other titles
that every memo has) what the sentence speaks of. A lead-in such as "Second Year:" is the time. Refused: figures in
headings, footnotes and the letterhead; project tables, whose figures are the projects' own.
"""

import re
from collections.abc import Sequence

from extract.frame.letters import salutation_index
from extract.language.changed_figures import Figure
from extract.language.dates import PeriodSpan, find_fiscal_start, find_periods, parse_period
from extract.language.figures import may_hold_figures, sentence_to_figures
from extract.language.measures import find_subject
from extract.language.spacy_model import analyse_ahead
from extract.projects.mentioned import statement_to_project
from extract.statements import Context, Statement, context_to_statements, make_context, statement_to_places
from records.document import Document
from records.facts import Metric, Project
from records.memo import Letterhead, Section
from records.values import Period

_TIME_LABEL = re.compile(
    r"^(?:(?:first|second|third|fourth|fifth|last|prior|previous|current|this)\s(?:fiscal\s)?(?:year|quarter|"
    r"month|half|cohort)"
    r"|year\s(?:one|two|three|four|\d)|(?:FY|Q[1-4]|19|20)[\d\s-].{0,20})$",
    re.I,
)
_FEWEST_WORDS = 8
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-Z])[.)]\s")
# Titles that say where in a memo one reads, and nothing of what is spoken of.
_GENERIC_TITLE = re.compile(
    r"(?:(?:executive|project|status|key|general|other)\s)?(?:summary|outcomes?|background|recommendations?|discussion|"
    r"analysis|overview|introduction|purpose|conclusions?|status|updates?|report|results|highlights|accomplishments|"
    r"achievements|progress|findings|issues|news|notes|details?|history|context|scope|money|budget|finances?|"
    r"(?:fiscal|financial|budget)\simpact|cost\s(?:summary|implications)|next\ssteps|(?:the\s)?(?:year|road|way)\sahead|"
    r"looking\sahead|(?:completed|active|new|current|red|yellow|green)\sprojects|projects|(?:status|progress)\s(?:update|"
    r"report)|metrics|measures|performance(?:\smeasures)?|matters|body|policy|coordination|public\soutreach)",
    re.I,
)
# "Nine are green", "18 active projects": figures of the whole portfolio, also where one project is named beside them.
_OF_ALL = re.compile(
    r"\b(?:projects|initiatives|portfolio)\b|\bare\s(?:marked\s|rated\s)?"
    r"(?:green|yellow|red|amber|on track|on schedule)\b",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?:the\s)?(?:last|previous|prior|this|current|preceding)\s(?:fiscal\s)?(?:year|quarter|month)\b|"
    r"\ba year (?:ago|earlier)\b",
    re.I,
)


def document_to_metrics(
    document: Document,
    sections: Sequence[Section],
    letterhead: Letterhead,
    memo_id: str,
    *,
    projects: Sequence[Project] = (),
) -> tuple[Metric, ...]:
    """All figures of paragraphs and list items, in reading order; ``projects`` are those they may be about."""
    text = "\n".join(block.text for block in document.blocks)
    context = make_context(document, tuple(sections), letterhead, memo_id, fiscal_start=find_fiscal_start(text))
    headed = any(section.title for section in sections)
    opens = salutation_index(document) if headed else None
    told = [
        s
        for s in context_to_statements(context)
        if s.block.kind != "footnote" and (s.trail or ((not headed or _in_letter(s, opens)) and _is_prose(s)))
    ]
    analyse_ahead(statement.text for statement in told if may_hold_figures(statement.text))
    return tuple(metric for statement in told for metric in _statement_to_metrics(statement, context, projects))


def _in_letter(statement: Statement, opens: int | None) -> bool:
    """Whether it stands between a letter's "Dear ..." and the first heading."""
    return opens is not None and statement.index > opens


def _is_prose(statement: Statement) -> bool:
    """Where a memo has no headings, its head is told from its text by the length of the sentences."""
    return len(statement.text.split()) >= _FEWEST_WORDS and statement.text.rstrip().endswith(".")


def _statement_to_metrics(statement: Statement, context: Context, projects: Sequence[Project]) -> list[Metric]:
    figures = sentence_to_figures(statement.text)
    if not figures:
        return []
    places = statement_to_places(statement, context)
    subject = _subject_of(statement, projects)
    return [
        Metric(
            subject=subject,
            measure=figure.measure,
            value=figure.value,
            unit=figure.unit,
            text=figure.text,
            qualifier=figure.qualifier,
            whole=figure.whole,
            as_of=_as_of(figure, figures, statement, context),
            memo=context.memo,
            places=places,
        )
        for figure in figures
    ]


def _subject_of(statement: Statement, projects: Sequence[Project]) -> str | None:
    """The project that is meant, else the nearest title that says what is spoken of, else the sentence's subject."""
    project = None if _OF_ALL.search(statement.text) else statement_to_project(statement, projects)
    if project is not None:
        return project
    if not statement.trail:
        return find_subject(statement.text)
    title = _NUMBERING.sub("", statement.trail[-1]).strip(" :")
    generic = all(_GENERIC_TITLE.fullmatch(part) for part in re.split(r"\s(?:and|&)\s|,\s|\s/\s", title))
    return find_subject(statement.text) if generic else statement.trail[-1]


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
