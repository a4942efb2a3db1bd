"""What is read from the sample memos, and what changes between them, against the gold: found, missed, false."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from records.memo import Memo
from ui import wire
from ui.evaluation.gold import Json, gold_file, stem
from ui.workspace import Workspace

LETTERHEAD = ("body", "to", "from", "subject", "date", "approved", "district")
PROJECT_FIELDS = ("status", "issue", "mitigation", "budget", "end", "completed")


def record_figures(workspace: Workspace, memos: Iterable[Memo]) -> Json:
    """``memos`` are the two series; each is compared with the next of its city."""
    listed = list(memos)
    return {
        "letterhead": _sum(map(_letterhead, listed)),
        "projects": _sum(map(_projects, listed)),
        "project_fields": _sum(map(_project_fields, listed)),
        "tables": _sum(map(_tables, listed)),
        "changes": _sum(_changes(workspace, old, new) for old, new in _successive(listed)),
    }


def _sum(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for each in counts:
        for name, number in each.items():
            total[name] = total.get(name, 0) + number
    return total


def _letterhead(memo: Memo) -> dict[str, int]:
    gold, found = gold_file(stem(memo)), wire.memo_to_json(memo)
    right = sum(_same(gold.get(field), found[field]) for field in LETTERHEAD)
    return {"right": right, "wrong": len(LETTERHEAD) - right}


def _projects(memo: Memo) -> dict[str, int]:
    gold = {_fold(project["project"]) for project in gold_file(stem(memo))["projects"]}  # type: ignore[attr-defined]
    found = {_fold(project.project) for project in memo.projects}
    return {"found": len(gold & found), "missed": len(gold - found), "false": len(found - gold)}


def _project_fields(memo: Memo) -> dict[str, int]:
    gold = {_fold(project["project"]): project for project in gold_file(stem(memo))["projects"]}  # type: ignore[attr-defined]
    counts = {"right": 0, "missed": 0, "wrong": 0}
    for project in map(wire.project_to_json, memo.projects):
        wanted = gold.get(_fold(project["project"]), {})
        for field in PROJECT_FIELDS if wanted else ():
            said, stated = project[field], wanted.get(field)
            if said is None and stated is None:
                continue
            counts["right" if _same(said, stated) else "missed" if said is None else "wrong"] += 1
    return counts


def _tables(memo: Memo) -> dict[str, int]:
    gold = [json.dumps(table["grid"]) for table in gold_file(f"tables-{stem(memo)}")["tables"]]  # type: ignore[attr-defined]
    found = [json.dumps(table.grid()) for table in memo.document.tables]
    perfect = sum(grid in gold for grid in found)
    return {"perfect": perfect, "missed_or_flawed": len(gold) - perfect, "false_or_flawed": len(found) - perfect}


def _successive(memos: Iterable[Memo]) -> Iterator[tuple[Memo, Memo]]:
    """Each report with the next one of the same city: ``harrowgate-bay-2021-03-18``, ``harrowgate-bay-2022-03-24``."""
    cities: dict[str, list[Memo]] = {}
    for memo in sorted(memos, key=stem):
        cities.setdefault(stem(memo)[: -len("-2022-03-24")], []).append(memo)
    for series in cities.values():
        yield from pairwise(series)


def _changes(workspace: Workspace, old: Memo, new: Memo) -> dict[str, int]:
    name = f"changes-{stem(old)}-{stem(new)[-len('2022-03-24') :]}"
    gold = {_change_key(change) for change in gold_file(name)["changes"]}  # type: ignore[attr-defined]
    found = {_change_key(wire.change_to_json(change)) for change in workspace.compare_memos(old.id, new.id).changes}
    return {"found": len(gold & found), "missed": len(gold - found), "other": len(found - gold)}


def _change_key(change: Json) -> tuple[str, ...]:
    """A figure counts by its numbers, as its label is free; a definition by its term; the rest by names and field."""
    kind = _fold(change.get("kind"))
    if kind == "metric_changed":
        return (kind, _first_number(change.get("old")), _first_number(change.get("new")))
    if kind == "definition_changed":
        return (kind, _fold(change.get("field")))
    field = _fold(change.get("field")) if kind in ("status_changed", "field_changed") else ""
    return (kind, _fold(change.get("project_old")), _fold(change.get("project_new")), field)


def _first_number(text: object) -> str:
    """ "nearly 65 percent" -> "65"; "two minutes" -> "two"."""
    words = _words(str(text or ""))
    return next((word for word in words if word[0].isdigit()), words[0] if words else "")


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d[\d.]*\d|\d", text.lower().replace(",", ""))


def _fold(value: object) -> str:
    return " ".join(str(value or "").casefold().split())


def _same(one: object, other: object) -> bool:
    return _fold(one).rstrip(".") == _fold(other).rstrip(".")
