"""Figures of an earlier time, as told now and as printed then: "up from 13,900 a year ago" beside last year's 14,200.

The present figure of the same sentence is looked up in the memo of about that time; only where one figure there is
clearly the same, and another value, is there a finding.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from answer.checks.hedges import fits, last_digit, read_hedge
from answer.checks.numbers import FIGURE
from answer.comparison.statements import Statement, memo_to_statements
from answer.comparison.told_figures import Figure, find_same, statement_to_figures
from records.answer import Finding
from records.memo import Memo

_AGO = (
    r"(?:last\s(?:year|fiscal year)|the\s(?:previous|prior|preceding)\s(?:fiscal\s)?year|the\syear\sbefore|"
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
_DAYS_APART = range(200, 560)


def check_restatements(memo: Memo, statements: Sequence[Statement], earlier: Sequence[Memo]) -> Iterator[Finding]:
    last_year = _memo_of_last_year(memo, earlier)
    if last_year is None:
        return
    before = memo_to_statements(last_year)
    for statement in statements:
        for match in _THEN.finditer(statement.text):
            told, now = _told_and_now(statement, match)
            printed = find_same(now, before) if now else None
            if told is not None and printed is not None and not _agrees(told, printed):
                yield _finding(memo, told, printed, last_year)


def _memo_of_last_year(memo: Memo, earlier: Sequence[Memo]) -> Memo | None:
    day = memo.letterhead.date
    if day is None:
        return None
    found = [m for m in earlier if m.letterhead.date and (day - m.letterhead.date).days in _DAYS_APART]
    return min(found, key=lambda m: abs((day - (m.letterhead.date or date.min)).days - 365), default=None)


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
        message=f"The memo gives {told.text} for the year before; the memo of {source.letterhead.date} printed "
        f"{printed.text}.",
        stated=told.text,
        computed=printed.text,
        memo=memo.id,
        evidence=(*told.statement.places[:1], *printed.statement.places[:1]),
    )
