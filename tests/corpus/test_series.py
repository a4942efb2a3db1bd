"""Comparison, bridge, history and promises of both series, made from the PDFs, equal the gold exactly.

What is not right yet stands in ``not_yet.txt`` with its reason; a line that has come right has to leave it.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from answer.compare import compare
from records.memo import Memo

Reader = Callable[[Path], Memo]
Reports = Callable[[str], list[Path]]
Gold = Callable[[str], dict[str, Any]]
NOT_YET = Path(__file__).with_name("not_yet.txt")


@pytest.fixture(scope="module")
def scores(bench: ModuleType, read_memo: Reader, reports: Reports) -> dict[str, set[str]]:
    """``"lundermere history"`` -> what only one side says there."""
    return {
        f"{city} {what}": _claims("missed", score.missed) | _claims("extra", score.extra)
        for city in bench.CITIES
        for what, score in bench.score_series(city, [read_memo(path) for path in reports(city)])
    }


def _claims(side: str, claims: Iterable[tuple[str, ...]]) -> set[str]:
    return {f"{side}: {' | '.join(claim)}" for claim in claims}


def _not_yet(subject: str) -> set[str]:
    """The lines of ``not_yet.txt`` on one subject: ``lundermere history: missed: ...``."""
    lines = NOT_YET.read_text(encoding="utf-8").splitlines()
    return {line.removeprefix(f"{subject}: ") for line in lines if line.startswith(f"{subject}: ")}


@pytest.mark.parametrize("what", ["changes", "bridge"])
def test_what_changed_between_two_reports(what: str, pair: tuple[Path, Path], scores: dict[str, set[str]]) -> None:
    city, days = pair[0].stem[:-11], f"{pair[0].stem[-10:]} {pair[1].stem[-10:]}"
    assert scores[f"{city} {what} {days}"] == _not_yet(f"{city} {what} {days}")


@pytest.mark.parametrize("what", ["history", "promises"])
def test_what_became_of_projects_and_promises(what: str, city: str, scores: dict[str, set[str]]) -> None:
    assert scores[f"{city} {what}"] == _not_yet(f"{city} {what}")


def test_every_line_of_what_is_not_right_yet_has_a_subject(scores: dict[str, set[str]]) -> None:
    lines = [line for line in NOT_YET.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not line.startswith(tuple(f"{subject}: " for subject in scores))] == []


def test_absence_is_never_read_as_completion(pair: tuple[Path, Path], read_memo: Reader, gold: Gold) -> None:
    changes = gold(f"changes-{pair[0].stem}-{pair[1].stem[-10:]}")["changes"]
    dropped = {change["project_old"] for change in changes if change["kind"] == "dropped"}
    found = compare(*(read_memo(path) for path in pair)).changes
    assert {change.project_old for change in found if change.kind == "dropped"} >= dropped
