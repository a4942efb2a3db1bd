"""Rows below names of columns whose borders are known: how far they go, and which lines make one row.

Cells that stand in the middle of their row overlap with the lines beside them. The rows end where a text runs over a
border of two columns, unless it is the title of the rows below it, and where a wide gap follows.
"""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell, band_of, into_bands, pieces_box
from ingest.tables.lines.text_chunks import TextLine, line_to_chunks
from ingest.tables.lines.words import Piece, pieces_to_lines
from ingest.tables.unruled.row_bands import free_lines_to_rows
from records.place import Box, union_box

FEWEST_NAMES = 3
ROW_GAP = 3.5
"""Lines of one table leave less than this share of their size between them."""
_INSIDE = 0.6
"""Lines of one cell leave less than this share of their size between them."""
_CLEAR = 0.3
"""Share of the size by which the space between rows is wider than that inside them."""
_FILLED = 0.5
"""Share of its columns that the usual row fills."""
_REACH = 2.0
"""Points by which a text may reach over the border of its column."""
_TITLE_WORDS = 8

Rows = list[list[TextLine]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of columns: the words of each, from the left, the ``edges`` of the columns and what they cover."""

    pieces: Sequence[Sequence[Piece]]
    edges: Sequence[float]
    box: Box


def names_to_draft(names: Names, rows: Rows) -> Draft:
    """The names as a header row, and each group of lines as a row."""
    cells = [_cell(0, column, 1, held) for column, held in enumerate(names.pieces) if held]
    cells += [cell for number, row in enumerate(rows, start=1) for cell in _row_cells(row, number, names.edges)]
    box = union_box([names.box, *(cell.box for cell in cells)])
    assert box is not None, "names cover something"
    return Draft(
        cells=tuple(cells),
        rows=len(rows) + 1,
        columns=len(names.edges) - 1,
        box=box,
        method="partly_ruled",
        header_rows=1,
    )


def rows_below(names: Names, lines: Sequence[TextLine], *, painted: Sequence[Box] = (), floor: float | None) -> Rows:
    """The rows that hang on ``names``, or none where they do not look like a table's.

    ``painted`` are cells with a colour, which are no gap: a page may begin with the empty rest of the row before.
    Nothing below ``floor`` belongs to the table.
    """
    body = _lines_below(names, lines, painted=painted, floor=floor)
    rows = _without_notes(_lines_to_rows(body, names.edges), names.edges)
    return rows if _is_table(rows, names.edges) else []


def _lines_below(
    names: Names, lines: Sequence[TextLine], *, painted: Sequence[Box], floor: float | None
) -> list[TextLine]:
    edges, reach = names.edges, names.box[3]
    below = [part for line in lines if line.top > reach - 1 and (part := _between(line, edges[0], edges[-1]))]
    if floor is not None:
        below = [line for line in below if line.bottom < floor]
    found: list[TextLine] = []
    for number, line in enumerate(below):
        following = below[number + 1] if number + 1 < len(below) else None
        size = found[0].size if found else line.size
        reach = max([reach, *(box[3] for box in painted if box[1] < min(line.top, reach + ROW_GAP * size))])
        apart = line.top - reach > ROW_GAP * size or line.size > 1.25 * size
        if apart or (straddles(line, edges) and not _is_title(line, following, edges)):
            break
        found.append(line)
        reach = max(reach, line.bottom)
    return found


def _between(line: TextLine, left: float, right: float) -> TextLine | None:
    """What of the line stands below the names; a table beside this one has lines of its own."""
    inside = [piece for piece in line.pieces if left - _REACH <= piece.centre <= right + _REACH]
    return line_to_chunks(inside) if inside else None


def straddles(line: TextLine, edges: Sequence[float]) -> bool:
    """A word stands in two columns, or beyond the outer ones."""
    over = any(p.box[0] < x - _REACH and p.box[2] > x + _REACH for p in line.pieces for x in edges)
    return over or line.x0 < edges[0] - _REACH or line.x1 > edges[-1] + _REACH


def _is_title(line: TextLine, following: TextLine | None, edges: Sequence[float]) -> bool:
    """A short text from the left edge on, and below it a line of a row: it names a group of rows."""
    short = len(line.chunks) == 1 and line.words <= _TITLE_WORDS and abs(line.x0 - edges[0]) < line.size
    return short and following is not None and len(columns_of(following, edges)) >= FEWEST_NAMES


def columns_of(line: TextLine, edges: Sequence[float]) -> set[int]:
    return {band_of(piece.centre, edges) for piece in line.pieces}


def _lines_to_rows(lines: Sequence[TextLine], edges: Sequence[float]) -> Rows:
    """Rows are parted by more space than lines are; where all lines are as far apart, their texts have to tell."""
    groups = joined(lines, 0.0)
    led = all(0 in _filled(group, edges) for group in groups)
    gaps = sorted(gaps_between(groups))
    size = statistics.median([line.size for line in lines]) if lines else 0.0
    close = [gap for gap in gaps if gap < _INSIDE * size]
    wide = gaps[len(close) :]
    if not close or (led and len(groups) < len(lines)):
        return groups
    if wide and wide[0] - close[-1] > _CLEAR * size:
        return joined(lines, close[-1] + 0.1)
    return _read_rows(lines, edges)


def gaps_between(groups: Sequence[Sequence[TextLine]]) -> Iterator[float]:
    return (min(n.top for n in below) - max(n.bottom for n in above) for above, below in pairwise(groups))


def joined(lines: Iterable[TextLine], limit: float) -> Rows:
    """Lines no further apart than ``limit``."""
    groups: Rows = []
    for line in lines:
        if groups and line.top - max(other.bottom for other in groups[-1]) <= limit:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _read_rows(lines: Sequence[TextLine], edges: Sequence[float]) -> Rows:
    by_piece = {id(line.pieces[0]): line for line in lines}
    grouped = free_lines_to_rows([line.pieces for line in lines], column_of=lambda p: band_of(p.centre, edges))
    return [[by_piece[id(line[0])] for line in group] for group in grouped]


def _filled(row: Sequence[TextLine], edges: Sequence[float]) -> set[int]:
    return {column for line in row for column in columns_of(line, edges)}


def _without_notes(rows: Rows, edges: Sequence[float]) -> Rows:
    """A text of one column after the last row is a note or the next heading."""
    last = len(rows)
    while last and len(_filled(rows[last - 1], edges)) < 2:
        last -= 1
    return rows[:last]


def _is_table(rows: Rows, edges: Sequence[float]) -> bool:
    usual = [row for row in rows if len(_filled(row, edges)) >= _FILLED * (len(edges) - 1)]
    return bool(usual) and 2 * len(usual) >= len(rows)


def _row_cells(row: Sequence[TextLine], number: int, edges: Sequence[float]) -> Iterator[DraftCell]:
    pieces = [piece for line in pieces_to_lines([p for line in row for p in line.pieces]) for piece in line]
    if len(row) == 1 and straddles(row[0], edges):
        yield _cell(number, 0, len(edges) - 1, pieces)
        return
    outer = [edges[0] - _REACH, *edges[1:-1], edges[-1] + _REACH]
    for column, held in enumerate(into_bands(pieces, outer, lambda piece: piece.centre)):
        if held:
            yield _cell(number, column, 1, held)


def _cell(row: int, column: int, span: int, pieces: Sequence[Piece]) -> DraftCell:
    return DraftCell(row=row, column=column, column_span=span, box=pieces_box(pieces), pieces=tuple(pieces))
