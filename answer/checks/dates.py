"""Dates out of order: told as past but later than the memo, approved before it was written, finished before begun.

Lines above the first heading count where they are sentences: "Approved: April 6" is the letterhead, not a story. A
sentence counts as told in the past only where its verb does ("was honored", "were opened on"), and never where it
speaks of a plan. A memo without a date is not checked.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from answer.checks.table_columns import cell_places, start_and_end_cells
from answer.checks.told_times import sentence_periods
from answer.comparison.changes import field_to_places
from answer.comparison.statements import Statement
from extract.language.dates import PeriodSpan, parse_period
from records.answer import Finding
from records.memo import Memo
from records.place import Place

_IRREGULAR = (
    "held|began|took|met|gave|won|came|went|ran|made|sent|left|brought|saw|spoke|told|heard|chose|paid|sold|built|"
    "bought|grew|rose|fell|led|put|set up|drew|wrote|became"
)
_PAST = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been)\s(?:\w+\s){0,2}?\w+(?:ed|en|wn|ld|nt|ght|de|un)\b|(?:was|were)\b|"
    rf"{_IRREGULAR}|(?!(?:need|exceed|proceed|speed|feed|red|bid|indeed|embed|shed)\b)[a-z]{{2,14}}ed\b)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|shall|would|may|might|could|should|can|plan\w*|expect\w*|anticipat\w*|schedul\w*|propos\w*|target\w*|"
    r"intend\w*|upcoming|due|deadline|until|next|to be|is set|are set|before|prior to|no later than|later than|by|"
    r"through|expir\w+|forecast\w*|estimat\w*|projected|effective|beginning|starting|ending|ends\s(?:on|in)|from|"
    r"(?:finish|completion|end|launch|opening|handover|go-live) (?:date )?of|"
    r"slated|on track|aim\w*|goal\w*|remain\w*|valid|calendared|agendized|hearing|forward(?:ed)? it|"
    r"moved (?:from|to|back)|postponed|delayed|extended|deferred|rescheduled)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\b(?:the|an?|its|their|our|this|that|these|all|new|of|for|with)\s(?:\w+ly\s)?\w{2,14}ed\s(?=[a-z])", re.IGNORECASE
)
"""``the approved completion``: a participle that tells nothing."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Winter)"
_BEGUN = re.compile(
    r"\b(?:beg[ai]ns?|begun|start\w*|commenc\w+|broke ground)\s(?:on|in)\s(?:early\s|late\s)?$", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:finish\w*|complet\w+|conclud\w+|end(?:s|ed)?)\s(?:on|in|by)\s(?:early\s|late\s)?$", re.IGNORECASE
)
_TWO_THINGS = re.compile(r"[.;]|\b(?:while|whereas|after|following|since|previous)\b", re.IGNORECASE)
_SET_FOR = re.compile(r"\bfor\s(?:the\s)?(?:early\s|late\s|mid-?)?$", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(r"[;:]|,\s(?:and|but|while|which|where|with)\s|\s(?:while|whereas|although)\s")
_YEAR_NAME = re.compile(r"\b(?:FY|fiscal)|^\W?\d{4}\s?[-–/]\s?\d{2,4}$", re.IGNORECASE)
"""A budget's or a season's year is told of before it begins."""
_REFERS = re.compile(
    r"\b(?:referenced|cited|noted|described|stated|reported|discussed|mentioned|detailed|outlined)\sin\sthe\s[^.;]{0,30}$",
    re.IGNORECASE,
)


def check_dates(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    day = memo.letterhead.date
    if day is None:
        return
    yield from _letterhead(memo, day)
    for statement in statements:
        if statement.section or statement.text.endswith("."):
            yield from _told_too_early(memo, day, statement)
            yield from _begun_and_done(memo, statement)
    yield from _records(memo, day)
    if not any(project.start for project in memo.projects):
        yield from _table_lines(memo)


def _letterhead(memo: Memo, day: date) -> Iterator[Finding]:
    """The approval and the meeting come after the memo."""
    places = dict(memo.letterhead.places)
    for name, later in (("approved", memo.letterhead.approved), ("meeting", memo.letterhead.meeting)):
        if later is not None and later < day:
            said = "approved on" if name == "approved" else "for a meeting on"
            yield _finding(
                memo,
                f"The memo is dated {day} and {said} {later}, before that.",
                stated=later.isoformat(),
                day=day,
                evidence=tuple(places[key] for key in (name, "date") if key in places),
            )


def _told_too_early(memo: Memo, day: date, statement: Statement) -> Iterator[Finding]:
    """``The office was honored at the dinner on April 9, 2031`` in a memo of March 2031."""
    for span in sentence_periods(statement.text):
        first = span.period.first
        if first is None or first <= day or _YEAR_NAME.search(span.period.text):
            continue
        if not _is_told_as_past(statement.text, span):
            continue
        yield _finding(
            memo,
            f"The memo is dated {day} and tells of {span.period.text} as past.",
            stated=span.period.text,
            day=day,
            evidence=(*statement.places[:1], *_memo_date_place(memo)),
        )


def _is_told_as_past(text: str, span: PeriodSpan) -> bool:
    """The clause around the date is in the past tense, or cites a paper of that date."""
    if _REFERS.search(text[: span.start]):
        return True
    if _SET_FOR.search(text[: span.start]):
        return False
    start = max((m.end() for m in _CLAUSE_BREAK.finditer(text) if m.end() <= span.start), default=0)
    end = min((m.start() for m in _CLAUSE_BREAK.finditer(text) if m.start() >= span.end), default=len(text))
    clause = text[start : span.start] + " " + text[span.end : end]
    return bool(_PAST.search(_ADJECTIVE.sub(" ", clause))) and not _PLAN.search(_without_agent(clause))


def _without_agent(clause: str) -> str:
    """``recognized by the Manager``: this "by" names who did it, not a deadline."""
    return re.sub(rf"\b(?:by|from)\s(?!{_MONTH})(?:the|a|an|its|our|[A-Z])(?=[\w\s])", " ", clause)


def _records(memo: Memo, day: date) -> Iterator[Finding]:
    for project in memo.projects:
        done = project.completed.first if project.completed else None
        if project.status == "complete" and project.completed and done is not None and done > day:
            yield _finding(
                memo,
                f"{project.project} is reported as completed in {project.completed.text}, after the memo ({day}).",
                stated=project.completed.text,
                day=day,
                evidence=(*field_to_places(project, "completed"), *_memo_date_place(memo)),
            )
        first = project.start.first if project.start else None
        last = project.end.last if project.end else None
        if project.start and project.end and first and last and last < first:
            yield Finding(
                kind="date_order",
                severity="warning",
                message=f"{project.project} ends ({project.end.text}) before it starts ({project.start.text}).",
                stated=project.end.text,
                computed=project.start.text,
                memo=memo.id,
                evidence=(*field_to_places(project, "end"), *field_to_places(project, "start")),
            )


def _begun_and_done(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Work began in June 2031 and was finished in March 2031.``"""
    for first, last in pairwise(sentence_periods(statement.text)):
        if not (first.period.first and last.period.last and last.period.last < first.period.first):
            continue
        before, between = statement.text[: first.start], statement.text[first.end : last.start]
        if _BEGUN.search(before) and _DONE.search(between) and not _TWO_THINGS.search(between):
            yield Finding(
                kind="date_order",
                severity="warning",
                message=f"The memo tells of a beginning in {first.period.text} and of an end in {last.period.text}.",
                stated=last.period.text,
                computed=first.period.text,
                memo=memo.id,
                evidence=statement.places[:1],
            )


def _table_lines(memo: Memo) -> Iterator[Finding]:
    """A line of a table that ends before it starts, in tables that are no lists of projects."""
    for table in memo.document.tables:
        for name, start, end in start_and_end_cells(table):
            first, last = parse_period(start.text), parse_period(end.text)
            if first and last and first.first and last.last and last.last < first.first:
                yield Finding(
                    kind="date_order",
                    severity="warning",
                    message=f"{name} ends ({last.text}) before it starts ({first.text}).",
                    stated=last.text,
                    computed=first.text,
                    memo=memo.id,
                    evidence=(*cell_places(memo, table, end), *cell_places(memo, table, start)),
                )


def _memo_date_place(memo: Memo) -> tuple[Place, ...]:
    return tuple(place for name, place in memo.letterhead.places if name == "date")[:1]


def _finding(memo: Memo, message: str, *, stated: str, day: date, evidence: tuple[Place, ...]) -> Finding:
    return Finding(
        kind="date_order",
        severity="warning",
        message=message,
        stated=stated,
        computed=day.isoformat(),
        memo=memo.id,
        evidence=evidence,
    )
