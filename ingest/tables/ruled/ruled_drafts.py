"""Tables drawn with rules both ways: connected rules are a grid, and a missing rule between two cells is a span.

A frame with a single column is not a table here: it may hold one without rules, or prose in a box.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell, cluster
from ingest.tables.drawn.rulings import Rule, Rulings, near
from ingest.tables.lines.words import Piece, pieces_within
from ingest.tables.ruled.full_rows import without_caption_and_notes
from ingest.tables.ruled.grids import Grid, grid_spans, pieces_to_squares
from ingest.tables.ruled.missing_rules import with_missing_rules
from ingest.tables.ruled.names_above import with_names_above
from records.place import Box

MAX_GRID = 20_000
"""Squares in one grid; a drawing has more, a table of a memo has not."""
_TOUCH = 3.0
_THINNEST = 0.7
"""A row or column is at least so high or wide, as a share of the type size."""
_COLUMN_RULE = 0.2
"""A vertical rule divides columns if it runs along this share of the grid's height."""


class GridTooFineError(Exception):
    """A grid of rules holds text and has more squares than are read: graph paper, or a page that means harm."""


def ruled_drafts(pieces: Sequence[Piece], rulings: Rulings) -> list[Draft]:
    """Every grid of rules that holds text, as a draft table."""
    drafts = []
    for grid in _join_stacked(_drop_nested(_grids(rulings))):
        within = pieces_within(pieces, grid.box)
        whole = with_names_above(_drop_slivers(grid, within), pieces)
        inside = pieces_within(pieces, whole.box)
        draft = _grid_to_draft(with_missing_rules(whole, inside), inside)
        if draft is not None:
            drafts.append(without_caption_and_notes(draft))
    return drafts


def _grids(rulings: Rulings) -> list[Grid]:
    found = (_rules_to_grid(h, v) for h, v in _connected(rulings.horizontal, rulings.vertical))
    return [grid for grid in found if grid is not None]


def _connected(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that touch or cross, directly or through others."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, h in enumerate(horizontal):
        crossing = near(vertical, h.start - _TOUCH, h.end + _TOUCH)
        first = len(horizontal) + bisect_left(vertical, h.start - _TOUCH, key=lambda v: v.at)
        for j, v in enumerate(crossing, start=first):
            if v.start - _TOUCH <= h.at <= v.end + _TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*horizontal, *vertical]):
        groups.setdefault(root(i), ([], []))[0 if i < len(horizontal) else 1].append(rule)
    return list(groups.values())


def _rules_to_grid(horizontal: list[Rule], vertical: list[Rule]) -> Grid | None:
    if len(horizontal) < 2 or not vertical:
        return None
    left = min([h.start for h in horizontal] + [v.at for v in vertical])
    right = max([h.end for h in horizontal] + [v.at for v in vertical])
    top = min([v.start for v in vertical] + [h.at for h in horizontal])
    bottom = max([v.end for v in vertical] + [h.at for h in horizontal])
    xs = _with_ends(_dividing(vertical, top, bottom), left, right)
    ys = _with_ends(_dividing(horizontal, left, right), top, bottom)
    if len(xs) < 3 or right - left < 30 or bottom - top < 12:
        return None
    return Grid(xs, ys, horizontal, vertical)


def _dividing(rules: list[Rule], low: float, high: float) -> list[float]:
    """Positions along which enough is drawn, all rules at a position taken together."""
    at = cluster((rule.at for rule in rules), tolerance=2.5)
    return [x for x in at if sum(r.covers(low, high) for r in rules if abs(r.at - x) < 4) >= _share(rules, low, high)]


def _share(rules: list[Rule], low: float, high: float) -> float:
    """Row rules may be short (a split cell); what divides columns must run along several rows."""
    return min(_COLUMN_RULE, 12 / max(high - low, 1)) if rules else 0


def _with_ends(positions: list[float], low: float, high: float) -> list[float]:
    """The grid reaches as far as any rule does, also where its outer border is not drawn."""
    inner = [x for x in positions if low + 4 < x < high - 4]
    return [low, *inner, high]


def _drop_nested(grids: list[Grid]) -> list[Grid]:
    """A grid inside another's box adds nothing but a second reading of the same words."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda g: -(g.xs[-1] - g.xs[0]) * (g.ys[-1] - g.ys[0])):
        if not any(_contains(other.box, grid.box) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.ys[0], g.xs[0]))


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - 4 <= inner[0] and inner[2] <= outer[2] + 4 and outer[1] - 4 <= inner[1] and inner[3] <= outer[3] + 4
    )


def _join_stacked(grids: list[Grid]) -> list[Grid]:
    """A grid right under another of the same width is its continuation (rows drawn one by one)."""
    joined: list[Grid] = []
    for grid in grids:
        last = joined[-1] if joined else None
        if last and _same_width(last, grid) and -_TOUCH <= grid.ys[0] - last.ys[-1] < 5:
            whole = _rules_to_grid(last.horizontal + grid.horizontal, last.vertical + grid.vertical)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(grid)
    return joined


def _same_width(one: Grid, other: Grid) -> bool:
    return abs(one.xs[0] - other.xs[0]) < 4 and abs(one.xs[-1] - other.xs[-1]) < 4


def _drop_slivers(grid: Grid, pieces: list[Piece]) -> Grid:
    """Double rules and margins leave bands too thin for text: they are borders, not rows or columns."""
    across = [(piece.centre, piece.size) for piece in pieces]
    down = [(piece.middle, piece.size) for piece in pieces]
    return replace(grid, xs=_without_slivers(grid.xs, across), ys=_without_slivers(grid.ys, down))


def _without_slivers(edges: list[float], text: list[tuple[float, float]]) -> list[float]:
    """Bands side by side that are each too thin become one edge in their middle; outermost ones are a border."""
    size = sorted(size for _, size in text)[len(text) // 2] if text else 10.0
    kept: list[list[float]] = [edges[:1]]
    for low, high in pairwise(edges):
        thin = high - low < _THINNEST * size and not any(low <= at <= high for at, _ in text)
        if thin:
            kept[-1].append(high)
        else:
            kept.append([high])
    if len(kept) < 2:
        return list(edges)
    inner = [(run[0] + run[-1]) / 2 for run in kept[1:-1]]
    return [kept[0][-1], *inner, kept[-1][0]]


def _grid_to_draft(grid: Grid, pieces: list[Piece]) -> Draft | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    if columns < 2 or not pieces:
        return None
    if rows * columns > MAX_GRID:
        raise GridTooFineError
    held = pieces_to_squares(pieces, grid)
    cells = []
    for row, column, row_span, column_span in grid_spans(grid):
        squares = [(r, c) for r in range(row, row + row_span) for c in range(column, column + column_span)]
        cells.append(
            DraftCell(
                row=row,
                column=column,
                row_span=row_span,
                column_span=column_span,
                box=(grid.xs[column], grid.ys[row], grid.xs[column + column_span], grid.ys[row + row_span]),
                pieces=tuple(piece for square in squares for piece in held.get(square, ())),
            )
        )
    draft = Draft(cells=tuple(cells), rows=rows, columns=columns, box=grid.box, method="ruled")
    return _drop_empty_lines(draft)


def _drop_empty_lines(draft: Draft) -> Draft | None:
    """Rows and columns in which no text begins are artefacts of how borders were drawn."""
    rows = [r for r in range(draft.rows) if any(c.row == r and c.text for c in draft.cells)]
    columns = [k for k in range(draft.columns) if any(c.column == k and c.text for c in draft.cells)]
    cells = []
    for cell in draft.cells:
        covered_rows = [r for r in rows if cell.row <= r < cell.row + cell.row_span]
        covered = [k for k in columns if cell.column <= k < cell.column + cell.column_span]
        if covered_rows and covered:
            row, column = rows.index(covered_rows[0]), columns.index(covered[0])
            cells.append(replace(cell, row=row, column=column, row_span=len(covered_rows), column_span=len(covered)))
    if len(columns) < 2 or len(rows) < 1:
        return None
    return replace(draft, cells=tuple(cells), rows=len(rows), columns=len(columns))
