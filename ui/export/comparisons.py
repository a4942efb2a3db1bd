"""A comparison as CSV, Markdown or a workbook; the printable page has a file of its own."""

from collections.abc import Iterator

from records.comparison import Bridge, Change, Comparison
from records.place import Place
from ui.export.comparison_page import comparison_to_html
from ui.export.csv_text import rows_to_csv
from ui.export.wording import (
    KIND_TITLES,
    Told,
    bridge_sentence,
    memo_label,
    place_label,
    tell_changes,
)
from ui.export.workbook import add_sheet, new_workbook, workbook_to_bytes

__all__ = ["comparison_to_csv", "comparison_to_html", "comparison_to_markdown", "comparison_to_xlsx"]

CHANGE_COLUMNS = (
    "kind", "project_old", "project_new", "field", "old", "new", "note", "silent", "confidence",
    "old_file", "old_page", "old_quote", "new_file", "new_page", "new_quote",
)  # fmt: skip
_MARKDOWN_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_{}[]<>#|!~"})


def comparison_to_csv(comparison: Comparison) -> str:
    """One row a change, with the first place on each side."""
    return rows_to_csv([CHANGE_COLUMNS, *(_change_to_row(change) for change in comparison.changes)])


def comparison_to_xlsx(comparison: Comparison) -> bytes:
    """Three sheets: the changes, the bridge, and the projects that stayed as they were."""
    workbook = new_workbook()
    changes = [CHANGE_COLUMNS, *(_change_to_row(change) for change in comparison.changes)]
    add_sheet(workbook, "Changes", changes, convert=False)
    add_sheet(workbook, "Bridge", _bridge_rows(comparison.bridge))
    unchanged = [[pair.project_old, pair.project_new] for pair in comparison.unchanged]
    add_sheet(workbook, "Unchanged", [["project_old", "project_new"], *unchanged], convert=False)
    return workbook_to_bytes(workbook)


def comparison_to_markdown(comparison: Comparison) -> str:
    return "\n".join(_markdown_lines(comparison)) + "\n"


def _change_to_row(change: Change) -> list[str]:
    return [
        change.kind,
        change.project_old or "",
        change.project_new or "",
        change.field or "",
        change.old or "",
        change.new or "",
        change.note or "",
        "yes" if change.silent else "no",
        f"{change.confidence:.2f}",
        *_place_to_cells(change.evidence_old),
        *_place_to_cells(change.evidence_new),
    ]


def _place_to_cells(places: tuple[Place, ...]) -> list[str]:
    return [places[0].file, str(places[0].page), places[0].quote] if places else ["", "", ""]


def _bridge_rows(bridge: Bridge) -> list[list[str]]:
    counts = [
        ["open in the earlier memo", str(bridge.opening)],
        ["joined", str(bridge.joined)],
        ["left", str(bridge.left)],
        ["open in the later memo", str(bridge.closing)],
        ["not explained", str(bridge.residual)],
    ]
    statuses = [[status, str(old), str(new)] for status, old, new in bridge.by_status]
    return [["", "count", ""], *([*row, ""] for row in counts), ["status", "earlier", "later"], *statuses]


def _markdown_lines(comparison: Comparison) -> Iterator[str]:
    bridge = comparison.bridge
    yield "# What changed"
    yield ""
    yield f"- Earlier: {_escape(memo_label(comparison.old))}"
    yield f"- Later: {_escape(memo_label(comparison.new))}"
    yield ""
    for note in comparison.notes:
        yield from (f"> {_escape(note)}", "")
    yield bridge_sentence(bridge.opening, bridge.joined, bridge.left, bridge.closing, bridge.residual) + "."
    if bridge.by_status:
        yield from ("", "| Status | Earlier | Later |", "|---|---:|---:|")
        yield from (f"| {status.replace('_', ' ')} | {old} | {new} |" for status, old, new in bridge.by_status)
    for kind, title in KIND_TITLES.items():
        changes = [change for change in comparison.changes if change.kind == kind]
        if changes:
            yield from ("", f"## {title} ({len(changes)})", "")
            for told in tell_changes(changes):
                yield from _told_to_markdown(told, comparison)
    if comparison.unchanged:
        yield from ("", f"## Unchanged ({len(comparison.unchanged)})", "")
        yield from (f"- {_escape(pair.project_new)}" for pair in comparison.unchanged)


def _told_to_markdown(told: Told, comparison: Comparison) -> Iterator[str]:
    for sentence, note in zip(told.sentences, told.notes, strict=True):
        yield f"- {_escape(sentence)}" + (f" *({note})*" if note else "")
    for place in told.places:
        yield f"  - {_escape(place_label(place, comparison))}: \u201c{_escape(place.quote)}\u201d"


def _escape(text: str) -> str:
    """Words of a memo stay words: nothing in them becomes a link, a picture or a heading."""
    return " ".join(text.split()).translate(_MARKDOWN_SIGNS)
