"""One project in two places of a memo with different dates, budgets or statuses.

Lines that belong to two departments or have numbers of their own are two projects of one name. A sentence counts where
it tells one project's end and speaks of no change, part or step of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from answer.checks.told_times import sentence_periods
from answer.comparison.changes import field_to_places
from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.answer import Finding
from records.facts import Project
from records.memo import Memo
from records.values import Period

_OWN = ("department", "owner", "reference", "description")
_COMPARED = ("status", "budget", "end")
_WORDS = {"status": "status", "budget": "budget", "end": "date of completion"}


_END = re.compile(
    r"\b(?:scheduled|expected|planned|due|slated|set|on track|will|is)\b[^.;]{0,40}?"
    r"\b(?:complet\w+|finish\w*|go live|launch|open|end|be done)\s(?:by|in|on|for)\s"
    r"(?:the\s(?:end|close)\sof\s|early\s|late\s|mid-)?$",
    re.IGNORECASE,
)
_OTHER_END = re.compile(
    r"\b(?:original\w*|initial\w*|instead|rather|previous\w*|moved|delay\w*|slip\w*|from|now|revised|new|phase|design|bid\w*|"
    r"permit\w*|first|second|pilot|test\w*|contract\w*|stage|part|later|earlier|would|could|if|was|were|before|after)\b",
    re.IGNORECASE,
)


def check_listed_twice(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    yield from _told_ends(memo, statements)
    by_name: dict[str, list[Project]] = defaultdict(list)
    for project in memo.projects:
        by_name[fold_name(project.project)].append(project)
    for projects in by_name.values():
        one, other = projects[0], projects[-1]
        if len(projects) == 2 and not any(_differ(one, other, field) for field in _OWN):
            yield from (_finding(memo, one, other, field) for field in _COMPARED if _differ(one, other, field))


def _told_ends(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    """``The Cedar Main project is scheduled for completion in March 2030``, and the table says June."""
    dated = [p for p in memo.projects if p.end and p.end.first and p.end.last and p.source != "prose"]
    names = names_index([name_to_forms(project.project, project.aliases) for project in dated])
    for statement in statements:
        spans, named = sentence_periods(statement.text), {key for _, key in find_names(statement.folded, names)}
        if len(spans) != 1 or len(named) != 1 or _OTHER_END.search(statement.text):
            continue
        project, told = dated[named.pop()], spans[0].period
        if _END.search(statement.text[: spans[0].start]) and project.end and _are_apart(told, project.end):
            yield Finding(
                kind="restatement",
                severity="warning",
                message=f"The text gives {told.text} for the end of {project.project}; its line in the table gives "
                f"{project.end.text}.",
                stated=told.text,
                computed=project.end.text,
                memo=memo.id,
                evidence=(*statement.places[:1], *field_to_places(project, "end")),
            )


def _are_apart(one: Period, other: Period) -> bool:
    """No day in common."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _differ(one: Project, other: Project, field: str) -> bool:
    values = getattr(one, field, None), getattr(other, field, None)
    return None not in values and values[0] != values[1]


def _finding(memo: Memo, one: Project, other: Project, field: str) -> Finding:
    told, again = _told(one, field), _told(other, field)
    return Finding(
        kind="restatement",
        severity="warning",
        message=f"{one.project} stands twice, with {told} and with {again} as its {_WORDS[field]}.",
        stated=told,
        computed=again,
        memo=memo.id,
        evidence=(*field_to_places(one, field), *field_to_places(other, field)),
    )


def _told(project: Project, field: str) -> str:
    value = getattr(project, field)
    return (project.status_text or project.status or "") if field == "status" else str(value.text)
