"""Rows of rendered cells -> a ``Table``: spans placed on a grid, header rows found, a bare numbering column dropped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.whole.numbering_column import has_numbering
from ingest.text.glyphs import Glyph, gap_to_lead, glyphs_to_rendered
from ingest.text.source_text import SourceText
from records.table import Cell, Table, TableMethod

_NUMBER = re.compile(r"[-+(]?\$?\d[\d,.]*%?\)?")
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[-/](?:\d\d){1,2})?")
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCell:
    """One cell as its reader found it: its glyphs, and the stretch of the file that holds its content."""

    glyphs: tuple[Glyph, ...]
    begin: int
    end: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    fill: str | None = None


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
    placed = _drop_unused_columns(_drop_empty_rows(_place(rows, source=source)))
    if not placed:
        return None
    if header_rows is None or not _row_has_text(rows[0]):
        header_rows = cells_to_header_rows([cell for cell, _ in placed])
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
        fill=raw.fill,
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


def _drop_unused_columns(placed: Sequence[_Placed]) -> list[_Placed]:
    """Columns in which no cell begins go: they are left of cells that span as many columns in every row."""
    begun = {cell.column for cell, _ in placed}
    number = {column: position for position, column in enumerate(sorted(begun))}
    return [
        (
            replace(
                cell,
                column=number[cell.column],
                column_span=sum(cell.column + n in begun for n in range(cell.column_span)),
            ),
            raw,
        )
        for cell, raw in placed
    ]


def cells_to_header_rows(cells: Sequence[Cell]) -> int:
    """Leading rows whose cells are all bold or ``<th>``; else one, unless the first row reads like data.

    A header that spans columns has its sub-headers below it, and they count as well.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    count = len(rows)
    bold = next((n for n, row in enumerate(sorted(rows)) if not all(cell.bold for cell in rows[row])), count)
    if 0 < bold < count:
        return bold
    first = rows.get(0, [])
    if count < 2 or reads_like_data(first):
        return 0
    return _stacked_rows(first, rows.get(1, [])) if count > 2 else 1


def _stacked_rows(first: Sequence[Cell], second: Sequence[Cell]) -> int:
    """``Costs`` over ``Plan | Actual`` are two header rows."""
    spans = any(cell.column_span > 1 for cell in first) and len(first) > 1
    return 2 if spans and len(second) > 1 and not reads_like_data(second) else 1


def reads_like_data(row: Sequence[Cell]) -> bool:
    """Numbers, sentences; but ``2024 | 2025`` after a name are headers."""
    texts = [cell.text for cell in row]
    years = [text for text in texts if _YEAR.fullmatch(text)]
    if len(years) > 1 and len(set(years)) == len(years) and not _NUMBER.fullmatch(texts[0]):
        texts = [text for text in texts if text not in years]
    return any(_NUMBER.fullmatch(text) or text.endswith(".") or len(text) > _LONGEST_HEADER for text in texts)


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
