"""How many projects a memo has in all and of each status, as far as its own words and lists settle it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer.checks.numbers import WHOLE, whole_number
from answer.checks.partial_lists import declares_part
from answer.comparison.changes import field_to_places, is_open
from answer.comparison.statements import Statement
from records.memo import Memo
from records.place import Place

STATUS_PHRASES: Mapping[str, re.Pattern[str]] = {
    "green": re.compile(r"\b(?:green|on (?:schedule|track|time|course|target|plan))\b", re.IGNORECASE),
    "yellow": re.compile(r"\b(?:yellow|amber|at[- ]risk)\b", re.IGNORECASE),
    "red": re.compile(r"\b(?:red|off[- ]track)\b", re.IGNORECASE),
    "on_hold": re.compile(r"\b(?:on hold|paused)\b", re.IGNORECASE),
}

_NOUN = r"(?:projects|initiatives|efforts|schemes|programmes|contracts|developments|workstreams)"
_TOTAL = re.compile(
    rf"\b(?:total of\s(?P<a>{WHOLE})\s(?:\w+\s){{0,2}}{_NOUN}|(?P<b>{WHOLE})\s(?:active|current|open|ongoing|total)\s"
    rf"(?:\w+\s){{0,2}}{_NOUN}|(?:oversee|manage|track|carrie|carry|guide|monitor|run|look after|looks after|"
    rf"portfolio (?:of|includes|consists of|contains))(?:s|es)?\s(?:a total of\s)?"
    rf"(?P<c>{WHOLE})\s(?:\w+\s){{0,2}}{_NOUN})\b",
    re.IGNORECASE,
)
_ANY_COUNT = re.compile(rf"(?<![\d.,$])\b(?P<count>{WHOLE})\s(?:\w+\s){{0,2}}?{_NOUN}\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:completed|finished|implemented|launched|last year|a year ago|previous\w*|was|were|had)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTotals:
    """``total`` is ``None`` where the memo neither says nor lists it; ``complete_list`` whether every open project is
    named with a status, ``named`` how many are named of each status."""

    total: int | None
    complete_list: bool
    named: Mapping[str, int]
    places: tuple[Place, ...] = ()

    def count(self, status: str) -> int | None:
        """How many there must be. Where only troubled projects are listed, the rest of the total is green."""
        if self.total is None:
            return None
        if self.complete_list:
            return self.named.get(status, 0)
        troubled = sum(count for name, count in self.named.items() if name != "green")
        if status == "green" and not self.named.get("green") and troubled:
            return self.total - troubled
        return None


def count_projects(memo: Memo, statements: Sequence[Statement]) -> ProjectTotals:
    listed = [project for project in memo.projects if is_open(project) and project.status is not None]
    named = {status: sum(p.status == status for p in listed) for status in dict.fromkeys(p.status for p in listed)}
    unrated = any(is_open(project) and project.status is None for project in memo.projects)
    stated = _stated_totals(statements, at_least=len(listed))
    if len(stated) > 1 and len(listed) not in stated:
        return ProjectTotals(total=None, complete_list=False, named=_texts(named))
    total = len(listed) if len(listed) in stated else next(iter(stated), None)
    partial = total != len(listed) and declares_part(memo, statements)
    if (
        total is None
        and named.get("green")
        and not unrated
        and not partial
        and not _counts_more(statements, len(listed))
    ):
        total = len(listed)
    return ProjectTotals(
        total=total,
        complete_list=total is not None and total == len(listed),
        named=_texts(named),
        places=stated.get(total or -1, ()),
    )


def _counts_more(statements: Sequence[Statement], listed: int) -> bool:
    """``is delivering 31 projects``, where four are listed."""
    counts = (m for s in statements for m in _ANY_COUNT.finditer(s.text) if not _OTHER.search(s.text))
    return any(whole_number(match["count"]) > listed for match in counts)


def status_places(memo: Memo, status: str) -> tuple[Place, ...]:
    """Where the projects stand that speak against a share of ``status``: those that have another one, worst first."""
    others = [project for project in memo.projects if is_open(project) and project.status not in (None, status)]
    return tuple(place for project in others[:6] for place in field_to_places(project, "status"))


def _stated_totals(statements: Sequence[Statement], *, at_least: int) -> dict[int, tuple[Place, ...]]:
    """Each total that the memo states of all its open projects, with its place."""
    found: dict[int, tuple[Place, ...]] = {}
    for statement in statements:
        for match in _TOTAL.finditer(statement.text):
            number = whole_number(match["a"] or match["b"] or match["c"])
            if number >= max(2, at_least) and not _OTHER.search(match.group()):
                found.setdefault(number, statement.places)
    return found


def _texts(named: Mapping[str | None, int]) -> dict[str, int]:
    return {status: count for status, count in named.items() if status is not None}
