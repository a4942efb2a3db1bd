"""How many, or what share, of a memo's projects have a status, where its words or its list settle both numbers.

Either every project is listed with a status and the memo counts as many, or it counts them and names every troubled
one, or it states itself how many have the status. What a memo may have left out is not counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.checks.status_counts import count_projects
from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.figures.arithmetic import plain
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import left_over
from answer.questions.reading.operations import TALK
from answer.questions.reading.spans import spans_of
from answer.questions.reading.status_words import OPEN, asked_statuses, statuses_to_words
from answer.questions.reading.words import PROJECT_WORD, stems
from answer.questions.reply import Case, answered
from records.answer import Answer
from records.facts import Project
from records.place import Place

_PROJECT = re.compile(rf"\b{PROJECT_WORD}\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:neither|not (?!(?:on|yet|started)\b))\b|n['’]t (?!on\b)", re.IGNORECASE)
_LISTED_WHOLE = frozenset({"red", "red_yellow", "yellow", "on_hold"})
_TALK = TALK | stems(
    "project major active open current currently listed rated rate neither nor all are is large managed"
)
_ENOUGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """``part`` of ``total`` projects; ``rows`` are those that are named."""

    part: int
    total: int
    rows: tuple[Project, ...]
    places: tuple[Place, ...]


def status_share_answer(case: Case) -> Answer | None:
    """ "How many of the nine projects are amber?", "What share is green?", "How many are neither red nor amber?" """
    asked, statuses = case.asked, asked_statuses(case.asked.text)
    if not statuses or asked.shape not in ("count", "percent") or not _PROJECT.search(asked.text):
        return None
    if asked.shape == "percent" and _states_share(case, statuses):
        return None
    share = _listed(case, statuses) or _counted(case, statuses) or _stated(case, statuses)
    if share is None or share.part > share.total or not _explained(case, share):
        return None
    return _told(case, share, statuses_to_words(statuses), negative=bool(_NOT.search(asked.text)))


def _states_share(case: Case, statuses: Sequence[str]) -> bool:
    """Whether the memo itself says what share of its projects has the status: then its own words are the answer."""
    return any(
        spans_of(statement.text, "percent")
        and _PROJECT.search(statement.text)
        and set(asked_statuses(statement.text)) & set(statuses)
        for statement in memo_to_statements(case.memo)
    )


def _told(case: Case, share: Share, stated: str, *, negative: bool) -> Answer | None:
    part = share.total - share.part if negative else share.part
    how = f"{'not ' if negative else ''}{stated}"
    percent = f"{plain(Decimal(100 * part) / share.total)}%"
    names = ", ".join(row.project for row in share.rows)
    verb = "is" if part == 1 else "are"
    number = f"{part} of the {share.total} projects"
    text = f"{percent} of the projects ({part} of {share.total})" if case.asked.shape == "percent" else number
    if negative:
        text = f"{text} {verb} {how} ({share.total} - {share.part})" + (f": all but {names}." if names else ".")
        working = f"{share.total} - {share.part} = {part}"
    else:
        text = f"{text} {verb} {how}" + (f": {names}." if names else ".")
        working = f"{part} / {share.total} = {percent}"
    value = percent if case.asked.shape == "percent" else str(part)
    return answered(case, text, share.places, method="computed", confidence=0.78, values=[value], working=working)


def _explained(case: Case, share: Share) -> bool:
    """No word of the question is left over beside those of asking, of statuses and of the memo's own count."""
    said = stems(" ".join(place.quote for place in share.places[:1]))
    everywhere = frozenset(t.stem for t in case.asked.terms if case.gate.weights.is_everywhere(t))
    numbers = set(case.asked.numbers) - {share.total}
    return not numbers and not left_over(
        case.asked, _TALK, STATUS_TALK, said, everywhere, case.gate.context, stems(f"{share.total}")
    )


def _listed(case: Case, statuses: Sequence[str]) -> Share | None:
    """Every project is listed and rated, and the memo counts as many."""
    rated = [p for p in case.memo.projects if p.status in OPEN]
    counts = [statement for statement, value in _totals(case) if value == len(rated)]
    if len(rated) < _ENOUGH or not counts:
        return None
    rows = tuple(p for p in rated if p.status in statuses)
    places = (*counts[0].places, *(row.place for row in rows or rated))
    return Share(part=len(rows), total=len(rated), rows=rows, places=places)


def _counted(case: Case, statuses: Sequence[str]) -> Share | None:
    """The memo counts its projects and names all that are in trouble."""
    totals = count_projects(case.memo, memo_to_statements(case.memo))
    rows = tuple(p for p in case.memo.projects if p.status in statuses)
    if totals.total is None or not totals.places or any(row.source == "prose" for row in rows):
        return None
    if set(statuses) <= _LISTED_WHOLE and rows:
        return Share(part=len(rows), total=totals.total, rows=rows, places=(*totals.places, *(r.place for r in rows)))
    green = totals.count("green") if tuple(statuses) == ("green",) else None
    if green is not None:
        others = [p.place for p in case.memo.projects if p.status in OPEN and p.status != "green"]
        return Share(part=green, total=totals.total, rows=(), places=(*totals.places, *others))
    return None


def _stated(case: Case, statuses: Sequence[str]) -> Share | None:
    """ "Six of the projects are on track, two are at risk.": the clause after a number names its status."""
    totals = {value: statement for statement, value in _totals(case) if not asked_statuses(statement.text)}
    total = count_projects(case.memo, memo_to_statements(case.memo)).total or (
        next(iter(totals)) if len(totals) == 1 else 0
    )
    if total not in totals:
        return None
    for statement in memo_to_statements(case.memo):
        spans = [span for span in spans_of(statement.text, "count") if span.value is not None]
        ends = [*(span.start for span in spans[1:]), len(statement.text)] if spans else []
        for span, end in zip(spans, ends, strict=True):
            if set(asked_statuses(statement.text[span.end : end])) == set(statuses) and _PROJECT.search(statement.text):
                places = (*totals[total].places, *statement.places)
                return Share(part=int(span.value or 0), total=total, rows=(), places=places)
    return None


def _totals(case: Case) -> list[tuple[Statement, int]]:
    """Every number of projects that the memo states, with its sentence."""
    return [
        (statement, int(span.value))
        for statement in memo_to_statements(case.memo)
        for span in spans_of(statement.text, "count")
        if span.value is not None and _PROJECT.search(statement.text[span.end : span.end + 30])
    ]
