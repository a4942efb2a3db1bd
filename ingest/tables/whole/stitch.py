"""Tables that go on over a page break become one table, with the pages and boxes of both.

A table goes on where the next page begins with the same columns and nothing but its own header again stands between.
A table that merely looks alike but brings header rows of its own stays apart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.pdf.hyphens import how_to_join
from ingest.tables.lines.figures import is_figure
from ingest.tables.whole.numbering_column import without_numbering
from records.place import Box
from records.table import Cell, Table

CONTINUED = re.compile(r"\s*[-–—(\[]?\s*\bcont(?:inued|inuation|['’]?d|\.)(?![a-z])[)\]]?\s*", re.IGNORECASE)
"""``(continued)``, ``- cont.``, ``cont'd``"""

TextBoxes = Mapping[int, Sequence[Box]]
"""For each page the boxes of its running text: no tables, no page headers and footers."""

_RULE_SHIFT = 5.0
"""Points by which a column rule may move from page to page."""


def stitch_tables(tables: Sequence[Table], *, text: TextBoxes | None = None) -> list[Table]:
    """``tables`` in reading order, each continuation joined to what it continues.

    Only a whole table shows whether its first column does nothing but count the rows.
    """
    stitched: list[Table] = []
    for table in tables:
        number = _continued(stitched, table, text or {})
        repeated = None if number is None else repeated_rows(stitched[number], table)
        if number is None or repeated is None:
            stitched.append(table)
        else:
            stitched[number] = join_tables(stitched[number], table, repeated=repeated)
    return [without_numbering(table) for table in stitched]


def _continued(before: Sequence[Table], table: Table, text: TextBoxes) -> int | None:
    """The last table of the page before, if no text stands between it and this, the first of its page."""
    if not table.boxes or any(other.boxes and other.boxes[-1][0] == table.boxes[0][0] for other in before):
        return None
    page, box = table.boxes[0]
    candidates = [n for n, other in enumerate(before) if other.boxes and other.boxes[-1][0] == page - 1]
    if not candidates:
        return None
    last = max(candidates, key=lambda n: before[n].boxes[-1][1][3])
    bottom = before[last].boxes[-1][1][3]
    below = any(other[1] >= bottom - 1 for other in text.get(page - 1, ()))
    above = any(other[3] <= box[1] + 1 for other in text.get(page, ()))
    return None if below or above else last


def repeated_rows(first: Table, second: Table) -> int | None:
    """How many rows of ``second`` repeat the header of ``first``; ``None`` where it is a table of its own."""
    if first.columns != second.columns:
        return None
    header = max(1, first.header_rows)
    repeated = _texts(first, header) == _texts(second, header) and second.rows > header and any(_texts(first, header))
    if not _same_columns(first, second, moved=repeated):
        return None
    if repeated:
        return header
    return None if second.header_rows and _is_styled(second) else 0


def _texts(table: Table, rows: int) -> list[tuple[int, int, str]]:
    cells = [cell for cell in table.cells if cell.row < rows and cell.text]
    return sorted((cell.row, cell.column, CONTINUED.sub(" ", cell.text).casefold().strip()) for cell in cells)


def _is_styled(table: Table) -> bool:
    """The first row is set apart by weight or paint."""
    named = [cell for cell in table.row(0) if cell.text]
    return bool(named) and (all(cell.bold for cell in named) or all(cell.fill for cell in named))


def _same_columns(first: Table, second: Table, *, moved: bool) -> bool:
    """``moved``: the second part may stand further to the left or right as a whole."""
    shift = second.boxes[0][1][0] - first.boxes[-1][1][0] if moved else 0.0
    ruled = first.method == second.method == "ruled"
    page, start = first.boxes[-1][0], second.boxes[0][0]
    for column in range(first.columns):
        above, below = _extent(first, column, page), _extent(second, column, start)
        if above is None or below is None:
            continue
        start_x, end_x = below[0] - shift, below[1] - shift
        if ruled and max(abs(above[0] - start_x), abs(above[1] - end_x)) > _RULE_SHIFT:
            return False
        if min(above[1], end_x) <= max(above[0], start_x):
            return False
    left, right = first.boxes[-1][1], second.boxes[0][1]
    return abs(left[0] - right[0]) < 40 and abs(left[2] - right[2]) < 40


def _extent(table: Table, column: int, page: int) -> tuple[float, float] | None:
    boxes = [c.box for c in table.cells if c.column == column and c.column_span == 1 and c.page == page and c.box]
    return (min(box[0] for box in boxes), max(box[2] for box in boxes)) if boxes else None


def join_tables(first: Table, second: Table, *, repeated: int) -> Table:
    """One table; a row that the page break cut in two is one row again."""
    body = [cell for cell in second.cells if cell.row >= repeated]
    broken = _is_broken_row(first, [cell for cell in body if cell.row == repeated])
    shift = first.rows - repeated - (1 if broken else 0)
    moved = [replace(cell, row=cell.row + shift) for cell in body]
    cells = _merge_row(first, moved) if broken else [*first.cells, *moved]
    return replace(
        first,
        cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))),
        rows=shift + second.rows,
        pages=(*first.pages, *(page for page in second.pages if page not in first.pages)),
        boxes=first.boxes + second.boxes,
    )


def _is_broken_row(first: Table, row: Sequence[Cell]) -> bool:
    """The row goes on if its own label is empty and it adds words, not a second set of figures."""
    last = {cell.column: cell for cell in first.row(first.rows - 1)}
    label = last.get(0)
    filled = [cell for cell in row if cell.text]
    if label is None or not label.text or not filled or any(cell.column == 0 for cell in filled):
        return False
    if first.rows - 1 < first.header_rows:
        return False
    return all(
        cell.column in last and cell.column_span == last[cell.column].column_span for cell in filled
    ) and not any(_is_figures(cell.text) and _is_figures(last[cell.column].text) for cell in filled)


def _is_figures(text: str) -> bool:
    return bool(text) and all(is_figure(word) for word in text.split())


def _merge_row(first: Table, moved: Sequence[Cell]) -> list[Cell]:
    seam_row = first.rows - 1
    rest = {cell.column: cell for cell in moved if cell.row == seam_row}
    above = [
        _join_cells(cell, rest[cell.column]) if cell.row == seam_row and cell.column in rest else cell
        for cell in first.cells
    ]
    return [*above, *(cell for cell in moved if cell.row != seam_row)]


def _join_cells(above: Cell, below: Cell) -> Cell:
    """Text and words of both; page and box stay those of the first part."""
    if not below.text or not above.text:
        return above if not below.text else replace(below, row=above.row)
    join = how_to_join(above.text.split()[-1], below.text.split()[0], known={})
    head = above.text[:-1] if join == "drop" else above.text
    gap = " " if join == "space" else ""
    start = len(head) + len(gap)
    words = above.words
    if join == "drop" and words:
        words = (*words[:-1], replace(words[-1], end=len(head)))
    moved = tuple(replace(word, start=word.start + start, end=word.end + start) for word in below.words)
    return replace(
        above,
        text=head + gap + below.text,
        words=words + moved,
        bold=above.bold and below.bold,
        marks=above.marks + below.marks,
        row_span=max(1, below.row_span),
    )
