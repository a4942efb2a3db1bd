"""A grid of rules: edges of rows and columns, and the cells that the rules between them leave.

A missing rule between two squares makes one cell of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.draft import band_of
from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.words import Piece
from records.place import Box

_DRAWN = 0.6
"""A border is drawn if rules run along this share of it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of columns and rows, and the rules that drew them."""

    xs: list[float]
    ys: list[float]
    horizontal: list[Rule]
    vertical: list[Rule]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def pieces_to_squares(pieces: Iterable[Piece], grid: Grid) -> dict[tuple[int, int], list[Piece]]:
    """The pieces in each square, by its row and column."""
    held: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        held.setdefault((band_of(piece.middle, grid.ys), band_of(piece.centre, grid.xs)), []).append(piece)
    return held


def grid_spans(grid: Grid) -> list[tuple[int, int, int, int]]:
    """``(row, column, row span, column span)``: each free square grows right, then down, up to the next rule."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    walls, floors = grid_walls(grid), _floors(grid)
    taken = [[False] * columns for _ in range(rows)]
    spans = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not taken[row][right] and not walls[row][right]:
                right += 1
            below = row + 1
            while below < rows and _is_open_below(below, column, right, walls, floors, taken):
                below += 1
            for r in range(row, below):
                taken[r][column:right] = [True] * (right - column)
            spans.append((row, column, below - row, right - column))
    return spans


def _is_open_below(
    row: int, left: int, right: int, walls: list[list[bool]], floors: list[list[bool]], taken: list[list[bool]]
) -> bool:
    """Row ``row`` continues the cell above if no rule divides them, nor the row itself from ``left`` to ``right``."""
    return (
        not any(floors[row][left:right]) and not any(walls[row][left + 1 : right]) and not any(taken[row][left:right])
    )


def grid_walls(grid: Grid) -> list[list[bool]]:
    """``walls[row][column]``: a rule stands left of that square."""
    at = [[rule for rule in grid.vertical if abs(rule.at - x) <= 4] for x in grid.xs]
    return [
        [sum(rule.covers(top, bottom) for rule in at[c]) >= _DRAWN for c in range(len(grid.xs) - 1)]
        for top, bottom in pairwise(grid.ys)
    ]


def _floors(grid: Grid) -> list[list[bool]]:
    """``floors[row][column]``: a rule lies above that square. A cut between lines of text divides every column."""
    floors = []
    for y in grid.ys[:-1]:
        at = [rule for rule in grid.horizontal if abs(rule.at - y) <= 4]
        spans = pairwise(grid.xs)
        floors.append([not at or sum(rule.covers(a, b) for rule in at) >= _DRAWN for a, b in spans])
    return floors
