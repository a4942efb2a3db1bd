"""Cells of a sheet, wherever they stand on it -> what a reader of the sheet sees: titles, a table, notes below it.

The same for workbooks and files of separated values. Columns are never left out here, also where one only numbers the
rows: in a sheet it is data.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.text.grid_table import cells_to_header_rows, reads_like_data
from records.document import Block, BlockKind
from records.table import Cell, Table, TableMethod

NOTE = re.compile(r"(?:notes?|sources?|disclaimer|legend|prepared by|generated)\b|[*†‡]", re.IGNORECASE)
_LONG_NOTE = 60
"""Characters: no name or total is that long."""

Row = Sequence[Cell]
"""The cells of one row from left to right, those without text too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridParts:
    """``titles`` and ``notes`` are the cells that stand alone in their rows, above the table and below it."""

    titles: tuple[Cell, ...]
    rows: tuple[Row, ...]
    notes: tuple[Cell, ...]


def rows_to_parts(rows: Sequence[Row]) -> GridParts:
    """``Fleet Report`` / ``as of May 3`` / the header and body / ``Source: Fleet Office``. Rows hold some text each."""
    lone = [_lone_cell(row) for row in rows]
    if all(cell is not None for cell in lone):
        return GridParts(titles=(), rows=tuple(rows), notes=())
    first = next(number for number, cell in enumerate(lone) if cell is None)
    if first > 0 and _is_header(lone[first - 1], rows[first]):
        first -= 1
    last = len(rows)
    while last - first > 1 and (cell := lone[last - 1]) is not None and _is_note(cell, rows[last - 2]):
        last -= 1
    titles = tuple(cell for cell in lone[:first] if cell is not None)
    notes = tuple(cell for cell in lone[last:] if cell is not None)
    return GridParts(titles=titles, rows=tuple(rows[first:last]), notes=notes)


def _is_header(cell: Cell | None, below: Row) -> bool:
    """The name of one column, where the columns to its left have none: a title would begin above the first column."""
    return cell is not None and cell.column > below[0].column and reads_like_data([c for c in below if c.text])


def _lone_cell(row: Row) -> Cell | None:
    filled = [cell for cell in row if cell.text]
    return filled[0] if len(filled) == 1 and not any(cell.fill for cell in row if not cell.text) else None


def _is_note(cell: Cell, above: Row) -> bool:
    apart = cell.row - above[0].row > 1 and len(cell.text.split()) > 3
    return cell.column <= above[0].column and (apart or len(cell.text) > _LONG_NOTE or bool(NOTE.match(cell.text)))


def rows_to_table(
    rows: Sequence[Row], *, method: TableMethod, confidence: float, title: str | None, header_rows: int | None = None
) -> Table:
    """A rectangle with a cell at every place that no other cell covers."""
    left = min(cell.column for row in rows for cell in row)
    number = {row[0].row: position for position, row in enumerate(rows)}
    cells = [replace(cell, row=number[row[0].row], column=cell.column - left) for row in rows for cell in row]
    cells = [_clipped(cell, number, row=rows[cell.row][0].row) for cell in cells]
    width = max(cell.column + cell.column_span for cell in cells)
    cells = _filled(cells, rows=len(rows), columns=width)
    return Table(
        cells=tuple(cells),
        rows=len(rows),
        columns=width,
        header_rows=cells_to_header_rows(cells) if header_rows is None else header_rows,
        pages=tuple(sorted({cell.page for cell in cells})),
        title=title,
        method=method,
        confidence=confidence,
    )


def _clipped(cell: Cell, number: dict[int, int], *, row: int) -> Cell:
    """A cell over several rows, of which blank ones are gone."""
    if cell.row_span == 1:
        return cell
    return replace(cell, row_span=max(1, sum(row + n in number for n in range(cell.row_span))))


def _filled(cells: Sequence[Cell], *, rows: int, columns: int) -> list[Cell]:
    covered = bytearray(rows * columns)
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, rows)):
            for column in range(cell.column, cell.column + cell.column_span):
                covered[row * columns + column] = 1
    page = cells[0].page
    empty = [
        Cell(row=n // columns, column=n % columns, text="", page=page) for n, done in enumerate(covered) if not done
    ]
    return sorted([*cells, *empty], key=lambda cell: (cell.row, cell.column)) if empty else list(cells)


def parts_to_blocks(parts: GridParts, *, table: int, level: int = 1) -> tuple[Block, ...]:
    """Titles as headings, the table with the number ``table``, notes as paragraphs."""
    page = parts.rows[0][0].page
    return (
        *(cell_to_block(cell, "heading", level=level + n) for n, cell in enumerate(parts.titles)),
        Block(kind="table", text="", page=page, table=table),
        *(cell_to_block(cell, "paragraph") for cell in parts.notes),
    )


def cell_to_block(cell: Cell, kind: BlockKind, *, level: int | None = None) -> Block:
    return Block(kind=kind, text=cell.text, page=cell.page, words=cell.words, level=level)


def titles_to_text(titles: Sequence[Cell]) -> str | None:
    """Title rows as one line: ``Fleet Report - as of May 3``."""
    return " - ".join(cell.text for cell in titles) or None
