"""Names of columns that stand over a grid instead of in its first row.

They are taken in where the grid begins with figures and each name keeps to a column; a paragraph or a caption does not.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import Chunk, TextLine, line_to_chunks
from ingest.tables.lines.words import Piece, pieces_to_lines
from ingest.tables.ruled.grids import Grid

_REACH = 40.0
"""Points above the grid in which its names stand."""
_MOST_LINES = 3
_CLOSE = 1.0
"""Names are no further from the grid than this many times their size; their lines, than half of it from each other."""


def with_names_above(grid: Grid, pieces: Sequence[Piece]) -> Grid:
    """The grid with a row more where names stand over all of its columns, or over all but the first."""
    top, columns = grid.ys[0], len(grid.xs) - 1
    if columns < 2 or not _begins_with_figures(grid, pieces):
        return grid
    over = [p for p in pieces if top - _REACH < p.middle < top and grid.xs[0] - 2 < p.centre < grid.xs[-1] + 2]
    names: list[tuple[int, Chunk]] = []
    edge = top
    for line in reversed([line_to_chunks(line) for line in pieces_to_lines(over)][-_MOST_LINES:]):
        held = _columns(line, grid.xs)
        if held is None or edge - line.bottom > (_CLOSE if edge == top else 0.5 * _CLOSE) * line.size:
            break
        names += held
        edge = line.top
    if len({column for column, _ in names} - {0}) < columns - 1:
        return grid
    height = edge - 1
    drawn = [Rule(x, height, top) for x in grid.xs]
    across = Rule(height, grid.xs[0], grid.xs[-1])
    return replace(
        grid, ys=[height, *grid.ys], vertical=[*grid.vertical, *drawn], horizontal=[*grid.horizontal, across]
    )


def _begins_with_figures(grid: Grid, pieces: Sequence[Piece]) -> bool:
    low, high = grid.ys[0], grid.ys[1]
    first = [piece for piece in pieces if low <= piece.middle < high and grid.xs[1] <= piece.centre < grid.xs[-1]]
    return any(is_figure(piece.text) for piece in first)


def _columns(line: TextLine, xs: Sequence[float]) -> list[tuple[int, Chunk]] | None:
    """The column of each text of a line; ``None`` where one reaches over a border, or is a figure."""
    found = []
    for chunk in line.chunks:
        column = [n for n, (low, high) in enumerate(pairwise(xs)) if low - 2 <= chunk.x0 and chunk.x1 <= high + 2]
        if not column or (chunk.is_figure and not chunk.pieces[0].bold):
            return None
        found.append((column[0], chunk))
    return found
