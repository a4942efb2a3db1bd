"""Rows of rendered cells -> a ``Table``: spans placed on a grid, header rows found, a bare numbering column dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.numbering_column import has_numbering
from ingest.text.glyphs import Glyph, gap_to_lead, glyphs_to_rendered
from ingest.text.source_text import SourceText
from records.table import Cell, Table, TableMethod

_NUMBER = re.compile(r"[-+(]?\$?\d[\d,.]*%?\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCell:
    """One cell as its reader found it: its glyphs, and the stretch of the file that holds its content."""

    glyphs: tuple[Glyph, ...]
    begin: int
    end: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


_Placed = tuple[Cell, RawCell]


def rows_to_table(
    rows: Sequence[Sequence[RawCell]],
    *,
    source: SourceText,
    method: TableMethod,
    header_rows: int | None = None,
    confidence: float = 1.0,
) -> Table | None:
    """The table, or ``None`` where no cell has text. ``header_rows`` is found from the cells where it is not given."""
    placed = _drop_empty_rows(_place(rows, source=source))
    if not placed:
        return None
    if header_rows is None or not _row_has_text(rows[0]):
        header_rows = _header_rows([cell for cell, _ in placed])
    numbered = has_numbering([cell for cell, _ in placed], header_rows=header_rows)
    cells = _chain_leads(_without_first_column(placed) if numbered else placed, source=source)
    return Table(
        cells=tuple(cells),
        rows=max(cell.row + cell.row_span for cell in cells),
        columns=max(cell.column + cell.column_span for cell in cells),
        header_rows=header_rows,
        pages=tuple(sorted({cell.page for cell in cells})),
        method=method,
        confidence=confidence,
        numbered=numbered,
    )


def _row_has_text(row: Sequence[RawCell]) -> bool:
    return any(not glyph.char.isspace() for cell in row for glyph in cell.glyphs)


def _place(rows: Sequence[Sequence[RawCell]], *, source: SourceText) -> list[_Placed]:
    """Cells at their rows and columns: a cell that spans rows pushes those below it to the right."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row_number, row in enumerate(rows):
        column = 0
        for raw in row:
            while (row_number, column) in taken:
                column += 1
            row_span = min(raw.row_span, len(rows) - row_number)
            placed.append((_cell(raw, row=row_number, column=column, row_span=row_span, source=source), raw))
            taken |= {(row_number + r, column + c) for r in range(row_span) for c in range(raw.column_span)}
            column += raw.column_span
    return placed


def _cell(raw: RawCell, *, row: int, column: int, row_span: int, source: SourceText) -> Cell:
    shown = glyphs_to_rendered(raw.glyphs, source=source, begin=raw.begin, end=raw.end)
    return Cell(
        row=row,
        column=column,
        text=shown.text.replace("\n", " "),
        page=source.page(raw.begin),
        row_span=row_span,
        column_span=raw.column_span,
        words=shown.words,
        bold=raw.header or shown.bold == ((0, len(shown.text)),),
        marks=tuple(mark.mark for mark in shown.marks),
    )


def _drop_empty_rows(placed: Sequence[_Placed]) -> list[_Placed]:
    """Rows without any text go; the rows below move up."""
    kept = {row for cell, _ in placed if cell.text for row in range(cell.row, cell.row + cell.row_span)}
    number = {row: position for position, row in enumerate(sorted(kept))}
    return [
        (replace(cell, row=number[cell.row], row_span=sum(cell.row + n in kept for n in range(cell.row_span))), raw)
        for cell, raw in placed
        if cell.row in kept
    ]


def _header_rows(cells: Sequence[Cell]) -> int:
    """Leading rows whose cells are all bold or ``<th>``; else one, unless the first row reads like data."""
    bold_rows: dict[int, bool] = {}
    for cell in cells:
        if cell.text:
            bold_rows[cell.row] = bold_rows.get(cell.row, True) and cell.bold
    bold = next((number for number, row in enumerate(sorted(bold_rows)) if not bold_rows[row]), len(bold_rows))
    if 0 < bold < len(bold_rows):
        return bold
    first = [cell.text for cell in cells if cell.row == 0 and cell.text]
    looks_like_data = any(_NUMBER.fullmatch(text) or text.endswith(".") or len(text) > 60 for text in first)
    return 0 if looks_like_data or len(bold_rows) < 2 else 1


def _without_first_column(placed: Sequence[_Placed]) -> list[_Placed]:
    return [(replace(cell, column=cell.column - 1), raw) for cell, raw in placed if cell.column > 0]


def _chain_leads(placed: Sequence[_Placed], *, source: SourceText) -> list[Cell]:
    """Give each cell's first word the signs that part it from the cell with text before it."""
    chained = []
    last: int | None = None
    for cell, raw in placed:
        words = cell.words
        if words and last is not None:
            words = (replace(words[0], lead=_lead(last, raw.begin, source)), *words[1:])
        if words:
            last = raw.end
        chained.append(replace(cell, words=words))
    return chained


def _lead(last: int, first: int, source: SourceText) -> str | None:
    """``None`` where a wrapped cell has run on below the beginning of the next one."""
    if first < last:
        return None
    gap = source.text[last:first]
    return gap_to_lead(gap) if gap.strip() else " "
