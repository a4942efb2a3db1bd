"""The project's own evaluation: the sample memos against the gold that lies beside them in ``corpus/``.

Records, changes, tables and answers are each counted as found, missed and false; of answers, *wrong* is the figure that
matters, since silence costs less than error. Nothing here changes a library: it works in a folder of its own.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from records.answer import Answer, Question
from records.errors import InputError
from records.memo import Memo
from records.settings import Settings
from ui import wire
from ui.commands.context import parse_day
from ui.samples import CORPUS, sample_memos
from ui.workspace import Workspace

Json = dict[str, object]
LETTERHEAD = ("body", "to", "from", "subject", "date", "approved", "district")
PROJECT_FIELDS = ("status", "issue", "mitigation", "budget", "end", "completed")
ENOUGH_WORDS = 0.6
"""The share of the gold answer's words that an answer must hold, besides all its numbers."""


def evaluate_samples(settings: Settings) -> Json:
    """Figures over all sample memos, changes from year to year, tables and questions."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace(replace(settings, library=folder, database_url=""), write=True) as workspace,
    ):
        for outcome in workspace.ingest(sample_memos()):
            if outcome.memo is None:
                raise InputError(f"the sample memo {outcome.path} failed: {outcome.reason}", code="damaged")
        memos = workspace.memos()
        questions = [_score_answer(gold, workspace.ask(_question(gold))) for gold in _questions()]
        changes = [_changes(workspace, old, new) for old, new in _successive(memos)]
    return {
        "letterhead": _sum(_letterhead(memo) for memo in memos),
        "projects": _sum(_projects(memo) for memo in memos),
        "project_fields": _sum(_project_fields(memo) for memo in memos),
        "tables": _sum(_tables(memo) for memo in memos),
        "changes": _sum(changes),
        "questions": _sum(questions),
    }


def _sum(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for each in counts:
        for name, number in each.items():
            total[name] = total.get(name, 0) + number
    return total


def _gold(name: str) -> Json:
    value = json.loads((CORPUS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def _stem(memo: Memo) -> str:
    return Path(memo.document.file).stem


def _letterhead(memo: Memo) -> dict[str, int]:
    gold, found = _gold(_stem(memo)), wire.memo_to_json(memo)
    right = sum(_same(gold.get(field), found[field]) for field in LETTERHEAD)
    return {"right": right, "wrong": len(LETTERHEAD) - right}


def _projects(memo: Memo) -> dict[str, int]:
    gold = {_fold(project["project"]) for project in _gold(_stem(memo))["projects"]}  # type: ignore[attr-defined]
    found = {_fold(project.project) for project in memo.projects}
    return {"found": len(gold & found), "missed": len(gold - found), "false": len(found - gold)}


def _project_fields(memo: Memo) -> dict[str, int]:
    gold = {_fold(project["project"]): project for project in _gold(_stem(memo))["projects"]}  # type: ignore[attr-defined]
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
    gold = [json.dumps(table["grid"]) for table in _gold(f"tables-{_stem(memo)}")["tables"]]  # type: ignore[attr-defined]
    found = [json.dumps(table.grid()) for table in memo.document.tables]
    perfect = sum(grid in gold for grid in found)
    return {"perfect": perfect, "missed_or_flawed": len(gold) - perfect, "false_or_flawed": len(found) - perfect}


def _successive(memos: Iterable[Memo]) -> Iterator[tuple[Memo, Memo]]:
    """Each report with the next one of the same city: ``harrowgate-bay-2021-03-18``, ``harrowgate-bay-2022-03-24``."""
    cities: dict[str, list[Memo]] = {}
    for memo in sorted(memos, key=_stem):
        cities.setdefault(_stem(memo)[: -len("-2022-03-24")], []).append(memo)
    for series in cities.values():
        yield from pairwise(series)


def _changes(workspace: Workspace, old: Memo, new: Memo) -> dict[str, int]:
    name = f"changes-{_stem(old)}-{_stem(new)[-len('2022-03-24') :]}"
    gold = {_change_key(change) for change in _gold(name)["changes"]}  # type: ignore[attr-defined]
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


def _questions() -> list[Json]:
    lines = (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _question(gold: Json) -> Question:
    as_of = gold.get("as_of")
    memo = gold.get("memo")
    return Question(
        text=str(gold["question"]),
        id=str(gold["id"]),
        memo=str(memo) if memo else None,
        as_of=parse_day(str(as_of)) if as_of else None,
    )


def _score_answer(gold: Json, answer: Answer) -> dict[str, int]:
    """``right``, ``wrong`` (it claimed something else) or ``silent``."""
    if gold["kind"] == "unanswerable":
        right = answer.outcome in ("not_found", "false_premise")
    else:
        accepted = [str(gold["answer"]), *map(str, gold.get("accept", []))]  # type: ignore[call-overload]
        covered = any(_covers(answer.text, text) for text in accepted)
        wanted = "false_premise" if gold["kind"] == "false-premise" else "answered"
        right = answer.outcome == wanted and (covered or wanted == "false_premise")
    claimed = answer.outcome in ("answered", "false_premise")
    return {"right": int(right), "wrong": int(not right and claimed), "silent": int(not right and not claimed)}


def _covers(answer: str, gold: str) -> bool:
    """Whether ``answer`` holds every number of ``gold`` and most of its words."""
    said, wanted = set(_words(answer)), _words(gold)
    numbers = {word for word in wanted if any(map(str.isdigit, word))}
    share = sum(word in said for word in wanted) / len(wanted) if wanted else 1.0
    return numbers <= said and share >= ENOUGH_WORDS


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d[\d.]*\d|\d", text.lower().replace(",", ""))


def _fold(value: object) -> str:
    return " ".join(str(value or "").casefold().split())


def _same(one: object, other: object) -> bool:
    return _fold(one).rstrip(".") == _fold(other).rstrip(".")
