"""Projects of a status, or all: named, counted, as a share, each record cited.

A count is told only where every project of the status must be known; memos name only some of the completed ones. Lists
name every record of the status.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.checks.status_counts import ProjectTotals, count_projects
from answer.comparison.statements import memo_to_statements
from answer.questions.figures.arithmetic import plain
from answer.questions.projects.record_statements import stated
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import left_over
from answer.questions.reading.spans import spans_of
from answer.questions.reading.status_words import OPEN, STATED, asked_statuses, statuses_to_words
from answer.questions.reading.words import fold, stems
from answer.questions.reply import Case, answered
from records.answer import Answer
from records.facts import Project
from records.memo import Memo

_HEAD_BLOCKS = 8
_CITY = re.compile(r"\b(?:City|County|Town|Village|Borough) of ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:Office|Department|Bureau|Division|Unit|Agency|Directorate|Services?)\b", re.IGNORECASE)
_KIND = stems("project programme program scheme initiative workstream")
_LONGEST_LIST = 25
_LISTED_WHOLE = frozenset({"red", "red_yellow", "yellow", "on_hold"})
"""Memos name every project of these; of the green and completed ones some."""
_ENOUGH_RATED = 4
"""So many rated projects are a list; fewer may be examples."""
_COUNT_TALK = stems(
    "active open current total overall altogether portfolio register oversee oversees manage manages managed have "
    "has had "
    "there major capital covered cover covers number many run running track tracked reported listed"
)


def status_list(case: Case) -> Answer | None:
    """ "Which projects are on hold?", "How many are red?", "What share is green?" """
    asked = case.asked
    statuses = asked_statuses(asked.text)
    if asked.shape not in ("list", "entity", "count", "percent", "text", "definition") or not statuses:
        return None
    if asked.shape == "definition" or left_over(asked, STATUS_TALK, whole_names(case)):
        return None
    if asked.shape == "text" and not asked.plural and not re.match(r"(?:name|list|show)\b", asked.text, re.IGNORECASE):
        return None
    rows = [project for project in case.memo.projects if project.status in statuses]
    if asked.shape == "count":
        return _count(case, rows, statuses)
    if asked.shape == "percent":
        return _share(case, rows, statuses)
    if not rows:
        return _none_listed(case, statuses)
    if len(rows) > _LONGEST_LIST:
        return None
    return answered(case, _listed(case, rows, statuses), [row.place for row in rows], method="record", confidence=0.9,
                    values=[row.project for row in rows], notes=_unnamed(case, statuses))  # fmt: skip


def all_projects(case: Case) -> Answer | None:
    """ "What is the status of the projects?": every rated project by its status; "How many projects are there?" """
    asked = case.asked
    if asked_statuses(asked.text) or asked.negated:
        return None
    if asked.shape == "count":
        return _total(case)
    if left_over(asked, STATUS_TALK, _COUNT_TALK, whole_names(case)) or "status" not in asked.text.lower():
        return None
    rows = [project for project in case.memo.projects if project.status is not None]
    if not 1 < len(rows) <= _LONGEST_LIST or asked.shape in ("yes_no", "date", "money", "percent", "reason"):
        return None
    groups: dict[str, list[Project]] = {}
    for row in rows:
        groups.setdefault(stated(row, case.memo.definitions), []).append(row)
    text = " ".join(f"{how}: {', '.join(row.project for row in group)}." for how, group in groups.items())
    return answered(case, text, [row.place for row in rows], method="record", confidence=0.85,
                    values=[f"{row.project}: {stated(row)}" for row in rows])  # fmt: skip


def _total(case: Case) -> Answer | None:
    """What the memo says, or what its list holds where every open project stands in it."""
    if not _KIND & set(case.asked.head) or left_over(case.asked, _COUNT_TALK, whole_names(case)):
        return None
    totals = count_projects(case.memo, memo_to_statements(case.memo))
    if totals.total is None:
        return None
    rows = [project for project in case.memo.projects if project.status in OPEN]
    places = totals.places or tuple(row.place for row in rows)
    text = f"{totals.total} projects."
    working = None if totals.places else f"counted {', '.join(row.project for row in rows)}"
    return answered(case, text, places, method="record" if totals.places else "computed", confidence=0.8,
                    values=[str(totals.total)], working=working)  # fmt: skip


def whole_names(case: Case) -> frozenset[str]:
    """What the question may name of the whole: the city, the body, the subject of the reports, the office that makes
    them; no department that a project's record names, since its projects are not all."""
    own = frozenset(t.stem for t in case.asked.terms if t.named and case.gate.weights.is_everywhere(t))
    letterhead = case.memo.letterhead
    blocks = (*case.memo.document.blocks[:_HEAD_BLOCKS], *case.memo.document.furniture)
    cities = [found.group(1) for block in blocks for found in _CITY.finditer(block.text)]
    named = (letterhead.body, letterhead.district, letterhead.to, letterhead.from_, letterhead.subject, *cities)
    ends = fold(" | ".join(block.text for block in (*blocks, *case.memo.document.blocks[-_HEAD_BLOCKS:])))
    head = fold(" ".join(block.text for block in blocks))
    offices = [n for n in case.asked.names if fold(n) in head or (_OFFICE.search(n) and fold(n) in ends)]
    explained = own | stems(" ".join(part for part in (*named, *offices) if part))
    parts = [stems(project.department) for project in case.memo.projects if project.department]
    return explained - frozenset().union(*(words for words in parts if words <= case.asked.stems))


def _none_listed(case: Case, statuses: Sequence[str]) -> Answer | None:
    """A memo that rates its projects in a table and none of them so: an older memo's list would be no answer."""
    rated = [p for p in case.memo.projects if p.status in OPEN and p.source != "prose"]
    if not set(statuses) <= _LISTED_WHOLE or len(rated) < _ENOUGH_RATED:
        return None
    how = statuses_to_words(statuses)
    text = f"The memo reports no project as {how}: memolens finds {len(rated)} rated projects, all of another status."
    places = [row.place for row in rated]
    return answered(case, text, places, method="record", confidence=0.75, outcome="false_premise")


def _listed(case: Case, rows: Sequence[Project], statuses: Sequence[str]) -> str:
    """ "One project is reported as red: Pier 4." and, of several statuses, each with its own."""
    said = [stated(row, case.memo.definitions) for row in rows]
    alike = len({each.casefold() for each in said}) == 1
    names = [row.project if alike else f"{row.project} ({how})" for row, how in zip(rows, said, strict=True)]
    how = said[0] if alike else statuses_to_words(statuses)
    opening = "One project is" if len(rows) == 1 else "These projects are"
    return f"{opening} reported as {how}: {'; '.join(names)}."


def _count(case: Case, rows: Sequence[Project], statuses: Sequence[str]) -> Answer | None:
    known = known_count(case.memo, statuses)
    return _counted(case, rows, statuses, known[0], known[1]) if known else None


def known_count(memo: Memo, statuses: Sequence[str]) -> tuple[int, ProjectTotals] | None:
    """Counted where every project of these statuses must be known; memos name only some of the completed ones."""
    rows = [project for project in memo.projects if project.status in statuses]
    totals = count_projects(memo, memo_to_statements(memo))
    counts = [totals.count(status) for status in statuses]
    known = [count for count in counts if count is not None]
    if len(known) == len(counts) and sum(known) >= len(rows):
        return sum(known), totals
    listed = set(statuses) <= _LISTED_WHOLE and not any(row.source == "prose" for row in rows)
    rated = [p for p in memo.projects if p.status in OPEN and p.source != "prose"]
    return (len(rows), totals) if listed and (rows or len(rated) >= _ENOUGH_RATED) else None


def _share(case: Case, rows: Sequence[Project], statuses: Sequence[str]) -> Answer | None:
    """ "What percentage of the projects is red?" where the memo counts its projects and lists every one of the
    status."""
    totals = count_projects(case.memo, memo_to_statements(case.memo))
    if not rows or not totals.total or not (set(statuses) <= _LISTED_WHOLE or totals.complete_list):
        return None
    if any(row.source == "prose" for row in rows):
        return None
    value = f"{plain(Decimal(100 * len(rows)) / totals.total)}%"
    working = f"{len(rows)} / {totals.total} = {value}"
    how = statuses_to_words(statuses)
    names = ", ".join(row.project for row in rows)
    verb = "is" if len(rows) == 1 else "are"
    text = f"{value} of the projects ({len(rows)} of {totals.total}) {verb} {how}: {names}."
    places = [*totals.places, *(row.place for row in rows)]
    return answered(case, text, places, method="computed", confidence=0.78, values=[value], working=working)


def _counted(
    case: Case, rows: Sequence[Project], statuses: Sequence[str], number: int, totals: ProjectTotals
) -> Answer | None:
    how = statuses_to_words(statuses)
    plural = "project is" if number == 1 else "projects are"
    if number == len(rows):
        names = ", ".join(row.project for row in rows)
        text, working, places = f"{number} {plural} {how}: {names}.", f"counted {names}", [row.place for row in rows]
    else:
        others = [row for row in case.memo.projects if row.status in OPEN and row.status not in statuses]
        working = f"{totals.total} - {len(others)} = {number}"
        names = ", ".join(f"{row.project} ({row.status_text or STATED[str(row.status)]})" for row in others)
        text = f"{number} {plural} {how} ({totals.total} - {len(others)}): all but {names}."
        places = [*totals.places, *(row.place for row in others)]
    return answered(case, text, places, method="computed", confidence=0.8, values=[str(number)], working=working)


def named_count(case: Case) -> Answer | None:
    """ "How many of the completed projects are (not) named?" from what the memo counts and what it names."""
    if case.asked.shape != "count" or not re.search(r"\b(?:un)?named?\b|\blist(?:ed|s)?\b|\bidentif", case.asked.text):
        return None
    for omission in case.memo.omissions:
        figures = [int(s.value) for s in spans_of(omission.message, "count") if s.value is not None]
        about_done = "complete" in asked_statuses(case.asked.text)
        if (
            omission.kind != "unnamed_projects"
            or len(figures) < 2
            or about_done != ("completed projects" in omission.message)
        ):
            continue
        counted, named = figures[0], figures[-1]
        negative = case.asked.negated or re.search(r"\bunnamed\b", case.asked.text)
        number = counted - named if negative else named
        working = f"{counted} - {named} = {number}" if negative else None
        text = f"{number}{f' ({counted} - {named})' if negative else ''}: {omission.message}"
        return answered(
            case, text, omission.places, method="computed", confidence=0.78, values=[str(number)], working=working
        )
    return None


def _unnamed(case: Case, statuses: Sequence[str]) -> tuple[str, ...]:
    """What the memo leaves unnamed of projects like those that are listed."""
    unnamed = [omission.message for omission in case.memo.omissions if omission.kind == "unnamed_projects"]
    return tuple(message for message in unnamed if ("completed projects" in message) == ("complete" in statuses))
