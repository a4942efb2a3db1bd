"""A table on its way: cells with the pieces of text that fell into them, before they are read."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ingest.tables.lines.words import Piece
from records.place import Box, union_box
from records.table import TableMethod


@dataclass(frozen=True, kw_only=True)
class DraftCell:
    """Rows and columns count from 0. ``box`` is the ruled cell, or what its text covers where nothing is ruled."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    box: Box
    pieces: tuple[Piece, ...] = ()

    @cached_property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces if not piece.mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``header_rows`` is ``None`` until something tells."""

    cells: tuple[DraftCell, ...]
    rows: int
    columns: int
    box: Box
    method: TableMethod
    header_rows: int | None = field(default=None)

    def row(self, number: int) -> list[DraftCell]:
        return [cell for cell in self.cells if cell.row == number]

    def fill_share(self) -> float:
        """The share of the grid that holds text."""
        area = sum(cell.row_span * cell.column_span for cell in self.cells if cell.text)
        return area / max(1, self.rows * self.columns)

    def has_bold_names(self) -> bool:
        """Whether the first row is set in bold, and hardly another that fills as many columns: a total, no entries."""
        rows = [self.row(number) for number in range(self.rows)]
        bold = [{piece.bold for cell in row for piece in cell.pieces} == {True} for row in rows]
        plain = bold.index(False) if False in bold else len(bold)
        again = sum(bold[n] and len(rows[n]) >= len(rows[0]) for n in range(plain, len(rows)))
        return plain > 0 and plain < len(rows) and again <= 1


def cluster(values: Iterable[float], *, tolerance: float) -> list[float]:
    """Positions that lie within ``tolerance`` of their neighbour become their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def pieces_box(pieces: Sequence[Piece]) -> Box:
    box = union_box([piece.box for piece in pieces])
    assert box is not None, "a cell of text has text"
    return box


def band_of(value: float, edges: Sequence[float]) -> int:
    """The band between two ``edges`` that ``value`` lies in; the outer bands are open."""
    return max(0, min(len(edges) - 2, bisect_right(edges, value) - 1))


def into_bands(pieces: Iterable[Piece], edges: Sequence[float], where: Callable[[Piece], float]) -> list[list[Piece]]:
    """The pieces between each two of the ``edges``; what lies outside them all is left out."""
    bands: list[list[Piece]] = [[] for _ in edges[1:]]
    for piece in pieces:
        band = bisect_right(edges, where(piece)) - 1
        if 0 <= band < len(bands):
            bands[band].append(piece)
    return bands


def without_overlaps(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """Cells of which no two share a square of the grid: the larger gives way, and what begins in one place is one."""
    begun: dict[tuple[int, int], DraftCell] = {}
    for cell in cells:
        other = begun.get((cell.row, cell.column))
        begun[cell.row, cell.column] = cell if other is None else replace(other, pieces=other.pieces + cell.pieces)
    taken = {square: square for square in begun}
    settled = []
    for cell in sorted(begun.values(), key=lambda cell: cell.row_span * cell.column_span):
        kept = _clipped(cell, taken)
        taken.update((square, (cell.row, cell.column)) for square in _squares(kept))
        settled.append(kept)
    return sorted(settled, key=lambda cell: (cell.row, cell.column))


def _clipped(cell: DraftCell, taken: Mapping[tuple[int, int], tuple[int, int]]) -> DraftCell:
    """The cell as far as its squares are free, first to the right, then down."""
    start = (cell.row, cell.column)
    while any(taken.get(square, start) != start for square in _squares(cell)):
        if cell.column_span > 1:
            cell = replace(cell, column_span=cell.column_span - 1)
        else:
            cell = replace(cell, row_span=cell.row_span - 1)
    return cell


def _squares(cell: DraftCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.row_span):
        for column in range(cell.column, cell.column + cell.column_span):
            yield row, column
