"""Figures of an earlier time, as told now and as printed then: "up from 13,900 a year ago" beside last year's 14,200.

The present figure of the same sentence is looked up in the memo of about that time, or the figure told of then where it
stands alone ("last year the office reported 12 projects"); only where one figure there is clearly the same, and another
value, is there a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from answer.checks.hedges import fits, last_digit, read_hedge
from answer.checks.numbers import FIGURE
from answer.checks.status_counts import STATUS_PHRASES, ProjectTotals, count_projects
from answer.comparison.statements import Statement, memo_to_statements
from answer.comparison.told_figures import Figure, find_same, statement_to_figures
from records.answer import Finding
from records.memo import Memo
from records.place import Place

_AGO = (
    r"(?:last\s(?:year|fiscal year)|the\s(?:previous|prior|preceding)\s(?:fiscal\s)?year|the\syear\sbefore|"
    r"(?:the\s(?:previous|prior|preceding|last)|last)\squarter|the\squarter\sbefore|a\squarter\searlier|"
    r"a\syear\s(?:ago|earlier|before)|one\syear\s(?:ago|earlier)|"
    r"(?:at the time of|in)\s(?:the|our)\slast\s(?:report|memo|update))"
)
_VERB = r"up|down|from|compared (?:with|to)|versus|against|than|rose|grew|fell|increased?|decreased?|was|were"
_THEN = re.compile(
    rf"\b(?:{_VERB})\s(?:[a-z]+\s){{0,2}}?\$?(?P<figure>{FIGURE})(?P<percent>\s?(?:%|percent))?"
    r"(?P<scale>\s(?:thousand|million|billion))?(?P<noun>(?:\s[a-z-]+){0,3}?)\s?(?:\(?(?:in|during|for|at)?\s?)"
    rf"{_AGO}",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"\b(?:{_AGO}|last\s(?:year|report|memo)[’']?s?)\b.{{0,60}}\b(?:reported|managed|oversaw|counted|listed|tracked|stated|told|"
    rf"had|was|were|included|showed|stood|came)\b|\b(?:reported|stated|noted|told|showed)\b.{{0,40}}\b{_AGO}",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:complet\w+|finish\w+|implement\w+|launch\w+|since|would|will|expect\w*)\b", re.IGNORECASE
)
_SPANS = {
    range(200, 530): re.compile(r"\byear\b|\blast (?:report|memo|update)\b", re.IGNORECASE),
    range(60, 125): re.compile(r"\bquarter\b|\blast (?:report|memo|update)\b", re.IGNORECASE),
}
"""How many days before this memo the one is dated that the words speak of."""


def check_restatements(memo: Memo, statements: Sequence[Statement], earlier: Sequence[Memo]) -> Iterator[Finding]:
    for span, ago in _SPANS.items():
        source = _memo_before(memo, earlier, span)
        before = memo_to_statements(source) if source else ()
        for statement in statements if source else ():
            assert source is not None
            if not ago.search(statement.text):
                continue
            for match in _THEN.finditer(statement.text):
                told, now = _told_and_now(statement, match)
                printed = find_same(now, before) if now else None
                if told is not None and printed is not None and not _agrees(told, printed):
                    yield _finding(memo, told, printed, source)
            yield from _told_alone(memo, statement, source, before)


def _told_alone(memo: Memo, statement: Statement, last_year: Memo, before: Sequence[Statement]) -> Iterator[Finding]:
    """``Last year the office reported 12 projects.``"""
    figures = list(statement_to_figures(statement))
    if len(figures) != 1 or not _REPORTED.search(statement.text) or _COMPLETED.search(statement.text):
        return
    told, printed = figures[0], None
    statuses = [status for status, pattern in STATUS_PHRASES.items() if pattern.search(statement.text)]
    if told.counted[:1] in (("project",), ("initiat",)):
        totals = count_projects(last_year, before)
        number = totals.total if not statuses else _of_status(totals, statuses)
        printed = _projects_as_told(told, number, () if statuses else totals.places, last_year)
    else:
        printed = find_same(told, before)
    if printed is not None and not _agrees(told, printed):
        yield _finding(memo, told, printed, last_year)


def _of_status(totals: ProjectTotals, statuses: Sequence[str]) -> int | None:
    return totals.named.get(statuses[0], 0) if totals.complete_list and len(statuses) == 1 else None


def _projects_as_told(told: Figure, total: int | None, places: tuple[Place, ...], last_year: Memo) -> Figure | None:
    """The earlier memo's own number of projects, as a figure like the one that is told of it."""
    if total is None:
        return None
    at = places or tuple(place for project in last_year.projects for place in project.places)[:1]
    source = Statement(text=f"{total} projects", folded=f" {total} projects ", section="", places=at)
    return replace(told, value=Decimal(total), text=str(total), statement=source, start=0)


def _memo_before(memo: Memo, earlier: Sequence[Memo], span: range) -> Memo | None:
    """The memo of about that time before this one: the one nearest to the middle of the span."""
    day = memo.letterhead.date
    if day is None:
        return None
    found = [m for m in earlier if m.letterhead.date and (day - m.letterhead.date).days in span]
    return min(
        found, key=lambda m: abs((day - (m.letterhead.date or date.min)).days - span[len(span) // 2]), default=None
    )


def _told_and_now(statement: Statement, match: re.Match[str]) -> tuple[Figure | None, Figure | None]:
    """``21,400 meters, up from 13,900 a year ago``: the figure told of then, and the one before it (or after)."""
    figures = list(statement_to_figures(statement))
    told = next((figure for figure in figures if figure.start in range(*match.span("figure"))), None)
    if told is None:
        told = next((figure for figure in figures if match.start() <= figure.start < match.end()), None)
    others = [
        figure
        for figure in figures
        if told is not None
        and not match.start() <= figure.start < match.end()
        and _counts_as(figure, told, noun=match["noun"].strip())
    ]
    before = [figure for figure in others if figure.start < match.start()]
    now = before[-1] if before else next(iter(others), None)
    return told, now


def _counts_as(figure: Figure, told: Figure, *, noun: str) -> bool:
    """Of one kind, not the whole of a part, and of the same noun where the earlier figure has one of its own."""
    if figure.kind != told.kind or figure.part == "whole":
        return False
    return not noun or not figure.counted or bool(set(figure.counted) & set(told.counted))


def _agrees(told: Figure, printed: Figure) -> bool:
    """Rounded and hedged figures agree where either could stand for the other."""
    figure = re.sub(r"[^\d.]", "", told.text)
    step = max(last_digit(figure), told.value.scaleb(-2) if _is_hedged(told) or _is_hedged(printed) else Decimal(0))
    if "illion" in told.text or "thousand" in told.text:
        step = max(step, told.value.scaleb(-2))
    return fits("about" if _is_hedged(told) or _is_hedged(printed) else "none", told.value, printed.value, step=step)


def _is_hedged(figure: Figure) -> bool:
    return read_hedge(figure.statement.text[: figure.start]) != "none"


def _finding(memo: Memo, told: Figure, printed: Figure, source: Memo) -> Finding:
    return Finding(
        kind="restatement",
        severity="warning",
        message=f"The memo gives {told.text} for the time before; the memo of {source.letterhead.date} printed "
        f"{printed.text}.",
        stated=told.text,
        computed=printed.text,
        memo=memo.id,
        evidence=(*told.statement.places[:1], *printed.statement.places[:1]),
    )
