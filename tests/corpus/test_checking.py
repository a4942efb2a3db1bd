"""The faults that the sample memos hold on purpose are found, and nothing else is called an error."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from answer.check import check
from records.answer import Finding
from records.memo import Memo

Json = dict[str, Any]


def _findings(series: list[Path], read_memo: Callable[[Path], Memo]) -> dict[str, list[Finding]]:
    memos = [read_memo(path) for path in series]
    return {path.stem: list(check(memos[n], memos[:n])) for n, path in enumerate(series)}


def test_known_faults_are_found(
    series: list[Path], read_memo: Callable[[Path], Memo], gold: Callable[[str], Json]
) -> None:
    found = _findings(series, read_memo)
    for path in series:
        said = {(finding.kind, finding.stated) for finding in found[path.stem]}
        known = {(fault["kind"], fault["stated"]) for fault in gold(path.stem)["findings"]}
        assert known <= said, path.stem


def test_no_error_is_claimed_where_there_is_none(
    series: list[Path], read_memo: Callable[[Path], Memo], gold: Callable[[str], Json]
) -> None:
    """Notes are free: a promise that the next report does not come back to is worth one."""
    found = _findings(series, read_memo)
    for path in series:
        known = {fault["kind"] for fault in gold(path.stem)["findings"]}
        assert {finding.kind for finding in found[path.stem] if finding.severity != "note"} <= known, path.stem


def test_every_finding_shows_its_evidence(series: list[Path], read_memo: Callable[[Path], Memo]) -> None:
    assert all(finding.evidence for findings in _findings(series, read_memo).values() for finding in findings)
