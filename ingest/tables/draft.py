"""A table on its way: cells with the pieces of text that fell into them, before they are read."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.tables.words import Piece
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
    """``header_rows`` is ``None`` until something tells; ``sureness`` is how clearly the page marks the structure."""

    cells: tuple[DraftCell, ...]
    rows: int
    columns: int
    box: Box
    method: TableMethod
    sureness: float
    header_rows: int | None = field(default=None)

    def row(self, number: int) -> list[DraftCell]:
        return [cell for cell in self.cells if cell.row == number]

    def fill_share(self) -> float:
        """The share of the grid that holds text."""
        area = sum(cell.row_span * cell.column_span for cell in self.cells if cell.text)
        return area / max(1, self.rows * self.columns)

    def has_bold_names(self) -> bool:
        """Whether the first row alone, or with few others, is set in bold."""
        bold = [{piece.bold for cell in self.row(row) for piece in cell.pieces} == {True} for row in range(self.rows)]
        return bold[0] and sum(bold) < 0.5 * len(bold)


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
