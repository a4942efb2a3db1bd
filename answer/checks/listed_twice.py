"""One project in two lines of a memo with different dates, budgets or statuses.

Lines that belong to two departments or have numbers of their own are two projects of one name.
"""

from collections import defaultdict
from collections.abc import Iterator

from answer.comparison.changes import field_to_places
from answer.comparison.names import fold_name
from records.answer import Finding
from records.facts import Project
from records.memo import Memo

_OWN = ("department", "owner", "reference", "description")
_COMPARED = ("status", "budget", "end")
_WORDS = {"status": "status", "budget": "budget", "end": "date of completion"}


def check_listed_twice(memo: Memo) -> Iterator[Finding]:
    by_name: dict[str, list[Project]] = defaultdict(list)
    for project in memo.projects:
        by_name[fold_name(project.project)].append(project)
    for projects in by_name.values():
        one, other = projects[0], projects[-1]
        if len(projects) == 2 and not any(_differ(one, other, field) for field in _OWN):
            yield from (_finding(memo, one, other, field) for field in _COMPARED if _differ(one, other, field))


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
