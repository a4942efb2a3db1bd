"""All sources of a series -> every project through its memos: names, statuses, end dates and how far they slipped."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from press.facts import Project, Source
from press.gold import project_gold
from press.periods import to_iso


def history_gold(sources: Sequence[Source]) -> dict[str, Any]:
    keys = dict.fromkeys(project.key for source in sources for project in source.projects)
    return {
        "body": sources[-1].letterhead.body,
        "memos": [to_iso(source.letterhead.date) for source in sources],
        "projects": [_project(key, sources) for key in keys],
    }


def _project(key: str, sources: Sequence[Source]) -> dict[str, Any]:
    """``slip`` are days against the end that was stated last, ``slip_from_first`` against the first ever stated."""
    steps: list[dict[str, Any]] = []
    ends: list[date] = []
    for source in sources:
        project = next((p for p in source.projects if p.key == key), None)
        if project is None:
            continue
        steps.append(_step(project, source, ends))
    return {
        "key": key,
        "names": list(dict.fromkeys(step["project"] for step in steps)),
        "first_end": next((step["end"] for step in steps if step["end"]), None),
        "slips": sum((step["slip"] or 0) > 0 for step in steps),
        "rebaselines": sum(step["rebaselined"] for step in steps),
        "steps": steps,
    }


def _step(project: Project, source: Source, ends: list[date]) -> dict[str, Any]:
    record = project_gold(project, page=None)
    end = _last_day(record["end"]) if record["end"] else None
    slip, from_first = ((end - ends[-1]).days, (end - ends[0]).days) if end and ends else (None, None)
    if end:
        ends.append(end)
    return {
        "memo": to_iso(source.letterhead.date), "project": project.project, "status": project.status,
        "department": project.department, "end": record["end"], "slip": slip, "slip_from_first": from_first,
        "rebaselined": project.rebaselined,
    }  # fmt: skip


def _last_day(month: str) -> date:
    """``"2024-06"`` -> its last day."""
    year, number = map(int, month.split("-"))
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
