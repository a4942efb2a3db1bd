"""A document's tables as one workbook: a sheet of contents, then a sheet a table, each with the place it stood at.

Spanning cells are merged where that hides no other cell's text. A footnote's mark becomes a comment on its cell, so
that the number beside it stays a number.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from records.document import Document
from records.errors import InputError
from records.table import Cell, Table
from ui.export.table_names import printable
from ui.export.workbook import add_sheet, dress_rows, fit_columns, new_workbook, storable, workbook_to_bytes, write_cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CONTENTS = "Contents"
TOP_ROWS = 3
"""Rows above each table: its title, its place, the way back to the contents."""

_CONTENTS_HEADER = ("Table", "Title", "Pages", "Rows", "Columns", "Unit", "Read as", "Confidence", "Review")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_UNTITLED = "Untitled table"
_LINK_COLOUR = "0563C1"


def tables_to_workbook(document: Document, tables: Sequence[Table], *, labels: Sequence[str]) -> bytes:
    """``labels`` name the sheets. Raises ``InputError`` for a table that no sheet can hold."""
    workbook = new_workbook()
    _add_contents(workbook, document, tables, labels)
    for table, label in zip(tables, labels, strict=True):
        _refuse_too_large(document, table)
        _add_table(workbook, document, table, label=label)
    return workbook_to_bytes(workbook)


def pages_text(pages: Sequence[int]) -> str:
    """``page 3``, ``pages 3-5``, ``pages 3, 7``."""
    if len(pages) == 1:
        return f"page {pages[0]}"
    unbroken = list(pages) == list(range(pages[0], pages[-1] + 1))
    return "pages " + (f"{pages[0]}-{pages[-1]}" if unbroken else ", ".join(map(str, pages)))


def _refuse_too_large(document: Document, table: Table) -> None:
    if table.rows + TOP_ROWS > _MOST_ROWS or table.columns > _MOST_COLUMNS:
        raise InputError(
            f"{document.file} has a table of {table.rows} x {table.columns} cells, more than a sheet can hold. "
            "Use --format csv.",
            code="too_large",
        )


def _add_contents(workbook: "Workbook", document: Document, tables: Sequence[Table], labels: Sequence[str]) -> None:
    rows = [_contents_row(table, label) for table, label in zip(tables, labels, strict=True)]
    sheet = add_sheet(workbook, CONTENTS, [_CONTENTS_HEADER, *rows])
    for number, label in enumerate(labels, start=2):
        _link(sheet, row=number, to=label)
    last = len(rows) + 3
    for number, text in enumerate((f"Source: {printable(document.file)}", f"SHA-256: {document.sha256}"), start=last):
        write_cell(sheet.cell(row=number, column=1), text, convert=False)


def _contents_row(table: Table, label: str) -> list[str]:
    return [
        label,
        table.title or "",
        pages_text(table.pages).partition(" ")[2],
        str(table.rows),
        str(table.columns),
        table.unit or "",
        table.method.replace("_", " "),
        f"{table.confidence:.2f}",
        "review" if table.review else "",
    ]


def _add_table(workbook: "Workbook", document: Document, table: Table, *, label: str) -> None:
    sheet = workbook.create_sheet(label)
    for cell in table.cells:
        target = sheet.cell(row=TOP_ROWS + cell.row + 1, column=cell.column + 1)
        write_cell(target, cell.text, convert=cell.row >= table.header_rows)
    dress_rows(sheet, first=TOP_ROWS + 1, last=TOP_ROWS + table.rows, header_rows=table.header_rows)
    fit_columns(sheet, _texts_that_stand_alone(table))
    _merge_spans(sheet, table)
    _comment_marks(sheet, table)
    _write_place(sheet, document, table)
    for number, text in enumerate(table.notes, start=TOP_ROWS + table.rows + 2):
        write_cell(sheet.cell(row=number, column=1), text, convert=False)


def _texts_that_stand_alone(table: Table) -> list[list[str]]:
    """A heading over five columns says nothing about the width of the first."""
    grid = table.grid()
    for cell in table.cells:
        if cell.column_span > 1:
            grid[cell.row][cell.column] = ""
    return grid


def _merge_spans(sheet: "Worksheet", table: Table) -> None:
    owners = {(cell.row, cell.column): cell for cell in table.cells}
    merged: set[tuple[int, int]] = set()
    for cell in table.cells:
        spots = _spots(cell)
        hides = any(spot in merged or (spot in owners and owners[spot] is not cell) for spot in spots)
        if len(spots) == 1 or hides:
            continue
        merged.update(spots)
        sheet.merge_cells(
            start_row=TOP_ROWS + cell.row + 1,
            start_column=cell.column + 1,
            end_row=TOP_ROWS + cell.row + cell.row_span,
            end_column=cell.column + cell.column_span,
        )


def _spots(cell: Cell) -> list[tuple[int, int]]:
    rows = range(cell.row, cell.row + cell.row_span)
    return [(row, column) for row in rows for column in range(cell.column, cell.column + cell.column_span)]


def _comment_marks(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.comments import Comment

    for cell in table.cells:
        if cell.marks:
            text = storable(f"Footnote mark: {', '.join(cell.marks)}")
            sheet.cell(row=TOP_ROWS + cell.row + 1, column=cell.column + 1).comment = Comment(text, "memolens")


def _write_place(sheet: "Worksheet", document: Document, table: Table) -> None:
    from openpyxl.styles import Font

    place = f"{printable(document.file)}, {pages_text(table.pages)}, read as {table.method.replace('_', ' ')}"
    review = "; to be reviewed" if table.review else ""
    unit = f" ({table.unit})" if table.unit else ""
    write_cell(sheet["A1"], (table.title or _UNTITLED) + unit, convert=False)
    sheet["A1"].font = Font(bold=True, size=13)
    write_cell(sheet["A2"], f"{place}, confidence {table.confidence:.2f}{review}", convert=False)
    _link(sheet, row=3, to=CONTENTS)


def _link(sheet: "Worksheet", *, row: int, to: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = sheet.cell(row=row, column=1)
    cell.value = to
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{to}'!A1")
    cell.font = Font(color=_LINK_COLOUR, underline="single")
