"""Figures of an earlier time, as told now and as printed then: "up from 13,900 a year ago" beside last year's 14,200.

The earlier figure is looked up in the memo of about that time under the same thing counted; only where that memo
printed exactly one such figure, and another one, is there a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from answer.hedges import Hedge, fits, last_digit, read_hedge
from answer.names import name_stems
from answer.numbers import FIGURE, figure_value
from answer.statements import Statement
from records.answer import Finding
from records.facts import Metric
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
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_DAYS_APART = range(200, 560)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    value: Decimal
    step: Decimal
    text: str
    unit: str
    noun: str
    hedged: bool


def check_restatements(memo: Memo, statements: Sequence[Statement], earlier: Sequence[Memo]) -> Iterator[Finding]:
    last_year = _memo_of_last_year(memo, earlier)
    if last_year is None:
        return
    for statement in statements:
        for match in _THEN.finditer(statement.text):
            told = _told(statement.text, match)
            now = [m for m in memo.metrics if _is_same_thing(m, told, statement) and _stands_in(m, statement)]
            printed = _printed(last_year.metrics, told, statement, now)
            if printed is not None and not _agrees(told, printed):
                yield _finding(memo, statement, told, printed, last_year)


def _memo_of_last_year(memo: Memo, earlier: Sequence[Memo]) -> Memo | None:
    day = memo.letterhead.date
    if day is None:
        return None
    found = [m for m in earlier if m.letterhead.date and (day - m.letterhead.date).days in _DAYS_APART]
    return min(found, key=lambda m: abs((day - (m.letterhead.date or date.min)).days - 365), default=None)


def _told(text: str, match: re.Match[str]) -> _Told:
    figure = match["figure"].replace(",", "")
    scale = Decimal(1).scaleb(_SCALES[match["scale"].strip().lower()]) if match["scale"] else Decimal(1)
    return _Told(
        value=figure_value(figure) * scale,
        step=last_digit(figure) * scale,
        text=text[match.start("figure") : match.end("scale") if match["scale"] else match.end("figure")],
        unit="%" if match["percent"] else "",
        noun=match["noun"].strip(),
        hedged=read_hedge(text[: match.start("figure")]) == "about",
    )


def _printed(metrics: Sequence[Metric], told: _Told, statement: Statement, now: Sequence[Metric]) -> Metric | None:
    """The one figure that the earlier memo gives of the same thing."""
    keys = {(metric.subject, metric.measure, metric.unit) for metric in now}
    same = [m for m in metrics if (m.subject, m.measure, m.unit) in keys] or [
        m for m in metrics if _is_same_thing(m, told, statement)
    ]
    return same[0] if len({metric.value for metric in same}) == 1 else None


def _is_same_thing(metric: Metric, told: _Told, statement: Statement) -> bool:
    """The metric counts what the sentence counts, and the sentence (or its heading) names the metric's subject."""
    if (metric.unit == "%") != (told.unit == "%"):
        return False
    words = set(name_stems(statement.text)) | set(name_stems(statement.section))
    counted = set(name_stems(told.noun)) or set(name_stems(metric.measure))
    subject = set(name_stems(metric.subject or ""))
    return (
        bool(counted)
        and counted & set(name_stems(metric.measure + " " + metric.unit)) <= words
        and (set(name_stems(metric.measure)) <= words and (not subject or bool(subject & words)))
    )


def _stands_in(metric: Metric, statement: Statement) -> bool:
    return any(place.page == other.page for place in metric.places for other in statement.places) and (
        metric.text.casefold() in statement.text.casefold()
    )


def _agrees(told: _Told, printed: Metric) -> bool:
    hedge: Hedge = "about" if told.hedged or printed.qualifier else "none"
    return fits(hedge, told.value, printed.value, step=told.step)


def _finding(memo: Memo, statement: Statement, told: _Told, printed: Metric, source: Memo) -> Finding:
    shown = f"{printed.value:,}" if printed.unit != "%" else f"{printed.value}%"
    return Finding(
        kind="restatement",
        severity="warning",
        message=f"The memo gives {told.text} for the year before; the memo of {source.letterhead.date} printed "
        f"{printed.text}.",
        stated=told.text,
        computed=shown,
        memo=memo.id,
        evidence=(*statement.places[:1], *printed.places[:1]),
    )
