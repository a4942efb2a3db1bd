"""The evaluation as a person reads it: tables of the answers by split and kind, then one line a figure."""

from collections.abc import Iterator, Mapping
from typing import Any

COLUMNS = ("", "asked", "right", "wrong", "silent", "wrong year", "cited", "refused rightly")
_RECORDS = ("letterhead", "projects", "project_fields", "tables", "changes")


def answer_rows(report: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """All, each split, and within it each kind."""
    yield _row("all", report["questions"])
    for split, counts in report["questions_by_split"].items():
        yield _row(split, counts)
        for kind, of_kind in report["questions_by_kind"][split].items():
            yield _row(f"  {kind}", of_kind)


def _row(name: str, counts: Mapping[str, int]) -> tuple[object, ...]:
    cited = f"{counts['cited']} of {counts['citable']}" if counts["citable"] else ""
    refused = f"{counts['refused']} of {counts['must_refuse']}" if counts["must_refuse"] else ""
    figures = (counts[name] for name in ("asked", "right", "wrong", "silent", "wrong_year"))
    return (name, *figures, cited, refused)


def other_figures(report: Mapping[str, Any]) -> dict[str, object]:
    """``{label: figure}``; the points of the curves are left to the JSON."""
    lines: dict[str, object] = {name: _joined(report[name]) for name in _RECORDS}
    for split, risk in report["risk_coverage"].items():
        lines[f"risk, {split}"] = _joined({name: figure for name, figure in risk.items() if name != "points"})
    for way, figures in report["retrieval"].items():
        lines[f"retrieval, {way}"] = _joined(figures)
    lines["latency"] = _joined(report["latency"])
    return lines


def _joined(figures: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {figure}" for name, figure in figures.items())
