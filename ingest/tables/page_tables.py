"""Tables of one PDF page: from rules and from aligned text to cells with their words, boxes, weight and paint.

It works on geometry alone and refuses what only looks like a table: prose in boxes, letterheads, contents lists,
charts. ``confidence`` falls from fully ruled tables to columns that only white space divides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.pdf.hyphens import count_words
from ingest.tables.charts import find_charts
from ingest.tables.draft import Draft, DraftCell
from ingest.tables.false_tables import is_table
from ingest.tables.headers import count_header_rows
from ingest.tables.letterheads import find_letterhead
from ingest.tables.ruled import ruled_drafts
from ingest.tables.rulings import Rulings, count_shapes, fill_of, page_rulings
from ingest.tables.text_chunks import line_to_chunks
from ingest.tables.unruled import unruled_drafts
from ingest.tables.words import Piece, page_pieces, pieces_to_cell_text, pieces_to_lines
from records.place import Box
from records.table import Cell, Table

MAX_SHAPES = 10_000
"""A page with more lines and rectangles is a drawing; its rules are not searched for tables."""


def page_tables(page: Any) -> tuple[list[Table], list[Box]]:
    """The tables of a pdfplumber page, from the top, and the boxes of its charts; in the page's own coordinates."""
    if is_drawing(page):
        return [], []
    pieces = page_pieces(page)
    rulings = page_rulings(page)
    lines = [line_to_chunks(line) for line in pieces_to_lines(pieces)]
    charts = find_charts(page, rulings, lines)
    others = [*charts, *find_letterhead(lines, number=page.page_number, height=float(page.height))]
    ruled = [draft for draft in ruled_drafts(pieces, rulings) if is_table(draft, page, others=others)]
    taken = [*others, *(draft.box for draft in ruled)]
    free = unruled_drafts(pieces, rulings, taken=taken)
    drafts = [*ruled, *(draft for draft in free if is_table(draft, page, others=others))]
    drafts.sort(key=lambda draft: (draft.box[1], draft.box[0]))
    known = _unbroken_words(pieces, drafts)
    return [draft_to_table(draft, rulings, page=page.page_number, known=known) for draft in drafts], charts


def _unbroken_words(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> Counter[str]:
    """Words as each cell, and the text around the tables, writes them: a cell's lines end where the cell ends."""
    cells = [cell.pieces for draft in drafts for cell in draft.cells]
    held = {id(piece) for cell in cells for piece in cell}
    known: Counter[str] = Counter()
    for text in [*cells, [piece for piece in pieces if id(piece) not in held]]:
        known += count_words(" ".join(piece.text for piece in line) for line in pieces_to_lines(text))
    return known


def is_drawing(page: Any) -> bool:
    """Too many shapes to look for tables: the caller says so, since a table may be among them."""
    return count_shapes(page) > MAX_SHAPES


def draft_to_table(draft: Draft, rulings: Rulings, *, page: int, known: Mapping[str, int]) -> Table:
    cells = tuple(
        _draft_to_cell(cell, rulings, page=page, known=known)
        for cell in sorted(draft.cells, key=lambda c: (c.row, c.column))
    )
    header = draft.header_rows if draft.header_rows is not None else count_header_rows(cells, rows=draft.rows)
    return Table(
        cells=cells,
        rows=draft.rows,
        columns=draft.columns,
        header_rows=header,
        pages=(page,),
        boxes=((page, draft.box),),
        method=draft.method,
        confidence=_confidence(draft, header),
    )


def _draft_to_cell(cell: DraftCell, rulings: Rulings, *, page: int, known: Mapping[str, int]) -> Cell:
    read = pieces_to_cell_text(cell.pieces, page=page, known=known)
    return Cell(
        row=cell.row,
        column=cell.column,
        text=read.text,
        page=page,
        row_span=cell.row_span,
        column_span=cell.column_span,
        box=cell.box,
        words=read.words,
        bold=read.bold,
        fill=fill_of(cell.box, rulings.fills),
        marks=read.marks,
    )


def _confidence(draft: Draft, header_rows: int) -> float:
    """How clearly the page marks the structure, less what speaks against it: gaps in the grid, no header."""
    doubt = 0.25 * max(0.0, 0.7 - draft.fill_share()) + (0.0 if header_rows else 0.05)
    return round(max(0.05, draft.sureness - doubt), 2)
