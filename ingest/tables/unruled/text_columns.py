"""Columns that white space divides in a block of lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.tables.lines.text_chunks import Chunk, TextLine

_FEWEST_LINES = 3


@dataclass(slots=True)
class Column:
    """Growing while it is found: from ``x0`` to ``x1``, with the numbers of the lines that use it."""

    x0: float
    x1: float
    lines: set[int] = field(default_factory=set)

    def take(self, other: "Column") -> None:
        self.x0, self.x1 = min(self.x0, other.x0), max(self.x1, other.x1)
        self.lines |= other.lines

    def overlaps(self, other: "Column") -> bool:
        return min(self.x1, other.x1) - max(self.x0, other.x0) > 0.5


def lines_to_columns(lines: Sequence[TextLine], *, dividers: Sequence[float] = ()) -> list[Column]:
    """Narrow chunks found columns, wide ones join those that never share a line; what still spans columns is no
    evidence. A vertical rule keeps columns apart."""
    found = [Column(c.x0, c.x1, {number}) for number, line in enumerate(lines) for c in line.chunks]
    columns: list[Column] = []
    for chunk in sorted(found, key=lambda column: column.x1 - column.x0):
        hit = sorted((c for c in columns if c.overlaps(chunk)), key=lambda c: c.x0)
        for left, right in reversed(list(pairwise(hit))):
            if not left.lines & right.lines and not _divided(left, right, dividers):
                left.take(right)
                columns.remove(right)
                hit.remove(right)
        if not hit:
            columns.append(chunk)
        elif len(hit) == 1:
            hit[0].take(chunk)
    return _join_stray(sorted(columns, key=lambda c: c.x0), dividers, _names(lines))


def _names(lines: Sequence[TextLine]) -> set[int]:
    """The numbers of the lines above the first figures; of the first line where there are none."""
    figured = (number for number, line in enumerate(lines) if any(chunk.is_figure for chunk in line.chunks[1:]))
    return set(range(max(1, next(figured, 1))))


def _divided(left: Column, right: Column, dividers: Sequence[float]) -> bool:
    return any(left.x1 - 1 <= x <= right.x0 + 1 for x in dividers)


def _join_stray(columns: list[Column], dividers: Sequence[float], names: set[int]) -> list[Column]:
    """A column belongs to its neighbour if no line uses both and they overlap, or if it is a longer word of a single
    line right beside it, or a column's name centred over values that stand elsewhere."""
    joined: list[Column] = []
    for column in columns:
        last = joined[-1] if joined else None
        if last and _belong_together(last, column, dividers, names):
            last.take(column)
        else:
            joined.append(column)
    return joined


def _belong_together(left: Column, right: Column, dividers: Sequence[float], names: set[int]) -> bool:
    if left.lines & right.lines or _divided(left, right, dividers):
        return False
    if left.x1 > right.x0:
        return True
    fewer, more = sorted((left, right), key=lambda column: len(column.lines))
    if fewer.lines <= names and len(more.lines) >= 2:
        return True
    return len(fewer.lines) == 1 and right.x0 - left.x1 < 14


def figure_borders(lines: Sequence[TextLine]) -> list[float]:
    """Where figures stand side by side on three lines or more, and on most lines that hold any: the borders between
    them; none where one line's figures reach into the next one's column."""
    figured = [line for line in lines if all(chunk.is_figure for chunk in line.chunks)]
    several = [line for line in figured if len(line.chunks) > 1]
    if len(several) < _FEWEST_LINES or len(several) < 0.6 * len(figured):
        return []
    columns = lines_to_columns(several)
    full = sum(len(line.chunks) == len(columns) for line in several)
    if len(columns) < 2 or full < 0.6 * len(several):
        return []
    return [(left.x1 + right.x0) / 2 for left, right in pairwise(columns)]


def column_edges(columns: Sequence[Column], *, left: float, right: float) -> list[float]:
    """Where one column ends and the next begins: the middle of the white space."""
    middles = [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)]
    return [left, *middles, right]


def chunk_columns(chunk: Chunk, edges: Sequence[float]) -> tuple[int, int]:
    """The first and last column that a chunk stands in."""
    least = min(2.0, 0.3 * (chunk.x1 - chunk.x0))
    last = len(edges) - 2
    left, right = max(0, bisect_right(edges, chunk.x0) - 1), min(last, bisect_left(edges, chunk.x1) - 1)
    while left < right and edges[left + 1] - max(edges[left], chunk.x0) <= least:
        left += 1
    while right > left and min(edges[right + 1], chunk.x1) - edges[right] <= least:
        right -= 1
    shared = min(edges[left + 1], chunk.x1) - max(edges[left], chunk.x0) if left <= last else 0.0
    return (left, right) if left < right or shared > least else (0, 0)
