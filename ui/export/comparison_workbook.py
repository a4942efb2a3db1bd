"""A comparison as a workbook: a summary to read, and lists to filter, their heads in sight. No cell is a formula."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from records.comparison import Comparison
from records.promises import Promise
from ui.export.comparison_rows import (
    change_rows,
    flow_rows,
    note_rows,
    promise_rows,
    summary_rows,
)
from ui.export.promise_wording import promise_order
from ui.export.workbook import add_sheet, fit_columns, new_workbook, workbook_to_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDE = {
    "quote": 46, "old": 30, "new": 30, "note": 30, "promise": 46, "word_by_word": 46, "section": 24, "sha256": 14,
    "project_old": 24, "project_new": 24, "project": 24, "project_now": 24, "field": 26, "file": 18, "places": 40,
}  # fmt: skip
_LAST_PRINTED = {"Changes": "silent", "Promises": "note"}
"""On paper a list ends with this column; what stands right of it is looked up on the screen."""

_LINE, _MOST_LINES, _LETTERS = 15.0, 6, 0.95
"""Points a line; a longer text is read in the cell. A column is as wide as this share of its letters, words wrap."""

_NUMBERS = frozenset(
    {"confidence", "moved_by", "moved_percent", "moved_from_first", "percent_from_first", "old_page", "new_page",
     "days_late", "promised_page", "decided_page"}
)  # fmt: skip


def comparison_to_xlsx(comparison: Comparison, promises: Sequence[Promise] = ()) -> bytes:
    """Summary, Changes, Bridge, Unchanged, and Promises and Notes where there are any."""
    workbook = new_workbook()
    _add_summary(workbook, comparison, promises)
    _add_list(workbook, "Changes", change_rows(comparison.changes))
    _dress(add_sheet(workbook, "Bridge", flow_rows(comparison)), filtered=False)
    unchanged = [[pair.project_old, pair.project_new, pair.note or ""] for pair in comparison.unchanged]
    _add_list(workbook, "Unchanged", [["project_old", "project_new", "note"], *unchanged])
    if promises:
        _add_list(workbook, "Promises", promise_rows(sorted(promises, key=promise_order)))
    notes = note_rows(comparison)
    if len(notes) > 1:
        sheet = add_sheet(workbook, "Notes", notes, convert=False)
        sheet.column_dimensions["A"].width = 110
        _dress(sheet, filtered=False)
    return workbook_to_bytes(workbook)


def _add_summary(workbook: "Workbook", comparison: Comparison, promises: Sequence[Promise]) -> None:
    from openpyxl.styles import Alignment, Font

    rows = summary_rows(comparison, promises)
    sheet = add_sheet(workbook, "Summary", rows, header_rows=0)
    sheet.column_dimensions["A"].width = 58
    sheet.column_dimensions["B"].width = 42
    for row, cells in enumerate(rows, start=1):
        first = sheet.cell(row=row, column=1)
        opens = row == 1 or (row > 1 and not rows[row - 2])
        first.font = Font(name="Calibri", bold=opens, size=14 if row == 1 else 11)
        if len(cells) == 1:
            first.alignment = Alignment(wrap_text=False, vertical="top")
    _dress(sheet, filtered=False)


def _add_list(workbook: "Workbook", title: str, rows: Sequence[Sequence[str]]) -> None:
    """A list with a filter on its head; columns of numbers are numbers, all others texts."""
    from ui.export.workbook import write_cell

    sheet = add_sheet(workbook, title, rows, convert=False)
    fit_columns(sheet, rows)
    for column, name in enumerate(rows[0], start=1):
        width = next((width for ending, width in _WIDE.items() if name == ending or name.endswith(f"_{ending}")), None)
        letter = sheet.cell(row=1, column=column).column_letter
        if width is not None:
            sheet.column_dimensions[letter].width = min(width, max(12, sheet.column_dimensions[letter].width))
        if name in _NUMBERS:
            for row in range(2, len(rows) + 1):
                write_cell(sheet.cell(row=row, column=column), rows[row - 1][column - 1], convert=True)
    column = rows[0].index(_LAST_PRINTED[title]) + 1 if title in _LAST_PRINTED else len(rows[0])
    _fit_rows(sheet, [row[:column] for row in rows])
    _dress(sheet, filtered=len(rows) > 1)
    if title in _LAST_PRINTED:
        sheet.print_area = f"A1:{sheet.cell(row=1, column=column).column_letter}{len(rows)}"


def _fit_rows(sheet: "Worksheet", rows: Sequence[Sequence[str]]) -> None:
    """Each row as high as its wrapped texts: not every program sees to that when it opens the file."""
    widths = [sheet.column_dimensions[cell.column_letter].width or _WIDE["old"] for cell in sheet[1]]
    for number, row in enumerate(rows[1:], start=2):
        lines = max((ceil(len(text) / (width * _LETTERS)) for text, width in zip(row, widths, strict=False)), default=1)
        sheet.row_dimensions[number].height = _LINE * min(_MOST_LINES, max(1, lines))


def _dress(sheet: "Worksheet", *, filtered: bool) -> None:
    """On paper: across, as wide as the page, with the head on each."""
    if filtered:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"
