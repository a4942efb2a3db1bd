"""Tables drawn with rules both ways: connected rules are a grid, and a missing rule between two cells is a span.

A frame with a single column is not a table here: it may hold one without rules, or prose in a box.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell, band_of, cluster
from ingest.tables.row_bands import lines_to_rows
from ingest.tables.rulings import Rule, Rulings, near
from ingest.tables.text_chunks import line_to_chunks
from ingest.tables.text_columns import figure_borders
from ingest.tables.words import Piece, is_within, pieces_to_lines
from records.place import Box

MAX_GRID = 20_000
"""Squares in one grid; a drawing has more, a table of a memo has not."""
_TOUCH = 3.0
_DRAWN = 0.6
"""A border is drawn if rules run along this share of it."""
_COLUMN_RULE = 0.2
"""A vertical rule divides columns if it runs along this share of the grid's height."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Edges of columns and rows, and the rules that drew them."""

    xs: list[float]
    ys: list[float]
    horizontal: list[Rule]
    vertical: list[Rule]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def ruled_drafts(pieces: Sequence[Piece], rulings: Rulings) -> list[Draft]:
    """Every grid of rules that holds text, as a draft table."""
    drafts = []
    for grid in _join_stacked(_drop_nested(_grids(rulings))):
        inside = [piece for piece in pieces if is_within(piece, grid.box)]
        whole = _split_columns(_drop_slivers(grid, inside), inside)
        draft = _grid_to_draft(_divide_open_rows(_split_rows(whole, inside), inside), inside)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _grids(rulings: Rulings) -> list[_Grid]:
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


def _rules_to_grid(horizontal: list[Rule], vertical: list[Rule]) -> _Grid | None:
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
    return _Grid(xs, ys, horizontal, vertical)


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


def _drop_nested(grids: list[_Grid]) -> list[_Grid]:
    """A grid inside another's box adds nothing but a second reading of the same words."""
    kept: list[_Grid] = []
    for grid in sorted(grids, key=lambda g: -(g.xs[-1] - g.xs[0]) * (g.ys[-1] - g.ys[0])):
        if not any(_contains(other.box, grid.box) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.ys[0], g.xs[0]))


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - 4 <= inner[0] and inner[2] <= outer[2] + 4 and outer[1] - 4 <= inner[1] and inner[3] <= outer[3] + 4
    )


def _join_stacked(grids: list[_Grid]) -> list[_Grid]:
    """A grid right under another of the same width is its continuation (rows drawn one by one)."""
    joined: list[_Grid] = []
    for grid in grids:
        last = joined[-1] if joined else None
        if last and _same_width(last, grid) and -_TOUCH <= grid.ys[0] - last.ys[-1] < 5:
            whole = _rules_to_grid(last.horizontal + grid.horizontal, last.vertical + grid.vertical)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(grid)
    return joined


def _same_width(one: _Grid, other: _Grid) -> bool:
    return abs(one.xs[0] - other.xs[0]) < 4 and abs(one.xs[-1] - other.xs[-1]) < 4


def _drop_slivers(grid: _Grid, pieces: list[Piece]) -> _Grid:
    """Double rules and margins leave bands too thin for text: they are borders, not rows or columns."""
    across = [(piece.centre, piece.size) for piece in pieces]
    down = [(piece.middle, piece.size) for piece in pieces]
    return replace(grid, xs=_without_slivers(grid.xs, across), ys=_without_slivers(grid.ys, down))


def _without_slivers(edges: list[float], text: list[tuple[float, float]]) -> list[float]:
    size = sorted(size for _, size in text)[len(text) // 2] if text else 10.0
    kept = list(edges)
    index = 0
    while index < len(kept) - 1 and len(kept) > 2:
        low, high = kept[index], kept[index + 1]
        if high - low < 0.7 * size and not any(low <= at <= high for at, _ in text):
            if index == 0:
                del kept[0]
            elif index == len(kept) - 2:
                del kept[-1]
            else:
                kept[index : index + 2] = [(low + high) / 2]
        else:
            index += 1
    return kept


def _split_columns(grid: _Grid, pieces: list[Piece]) -> _Grid:
    """Where column rules are missing, figures that stand side by side row by row show the columns; what crosses
    their border (a title over both) spans them."""
    xs, drawn = list(grid.xs), list(grid.vertical)
    for left, right in pairwise(grid.xs):
        lines = [line_to_chunks(line) for line in pieces_to_lines([p for p in pieces if left <= p.centre < right])]
        cuts = figure_borders(lines)
        xs += cuts
        for x in cuts:
            for top, bottom in pairwise(grid.ys):
                row = [c for line in lines for c in line.chunks if top <= (c.top + c.bottom) / 2 < bottom]
                if row and not any(c.x0 < x < c.x1 for c in row):
                    drawn.append(Rule(x, top, bottom))
    return replace(grid, xs=sorted(xs), vertical=drawn)


def _split_rows(grid: _Grid, pieces: list[Piece]) -> _Grid:
    """Where rows are not ruled, a tall band holds several: cut it between the lines that begin them."""
    edges = list(grid.ys)
    for top, bottom in pairwise(grid.ys):
        band = [piece for piece in pieces if top <= piece.middle < bottom]
        edges += _cuts_within(pieces_to_lines(band), grid)
    return replace(grid, ys=sorted(edges))


def _cuts_within(lines: list[list[Piece]], grid: _Grid) -> list[float]:
    """Only figures that stand line by line in two columns or more show that a band holds several rows."""
    columns = len(grid.xs) - 1
    if len(lines) < 2 or columns < 2:
        return []
    rows = lines_to_rows(lines, column_of=lambda piece: band_of(piece.centre, grid.xs), columns=columns)
    return [
        (max(p.box[3] for line in above for p in line) + min(p.box[1] for line in below for p in line)) / 2
        for above, below in pairwise(rows)
    ]


def _divide_open_rows(grid: _Grid, pieces: list[Piece]) -> _Grid:
    """Where column rules are drawn in the header alone, text that keeps to the columns below divides its row too."""
    drawn = list(grid.vertical)
    for (top, bottom), walls in zip(pairwise(grid.ys), _walls(grid), strict=True):
        if any(walls[1:]):
            continue
        band = [piece for piece in pieces if top <= piece.middle < bottom]
        chunks = [chunk for line in pieces_to_lines(band) for chunk in line_to_chunks(line).chunks]
        if len(chunks) >= max(2, len(grid.xs) // 2):
            free = [x for x in grid.xs[1:-1] if not any(c.x0 + 1 < x < c.x1 - 1 for c in chunks)]
            drawn += [Rule(x, top, bottom) for x in free]
    return replace(grid, vertical=drawn)


def _grid_to_draft(grid: _Grid, pieces: list[Piece]) -> Draft | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    if columns < 2 or not pieces or rows * columns > MAX_GRID:
        return None
    held: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        held.setdefault((band_of(piece.middle, grid.ys), band_of(piece.centre, grid.xs)), []).append(piece)
    cells = []
    for row, column, row_span, column_span in _spans(grid):
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
    draft = Draft(cells=tuple(cells), rows=rows, columns=columns, box=grid.box, method="ruled", sureness=0.95)
    return _drop_empty_lines(draft)


def _spans(grid: _Grid) -> list[tuple[int, int, int, int]]:
    """``(row, column, row span, column span)``: each free square grows right, then down, up to the next rule."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    walls, floors = _walls(grid), _floors(grid)
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


def _walls(grid: _Grid) -> list[list[bool]]:
    """``walls[row][column]``: a rule stands left of that square."""
    at = [[rule for rule in grid.vertical if abs(rule.at - x) <= 4] for x in grid.xs]
    return [
        [sum(rule.covers(top, bottom) for rule in at[c]) >= _DRAWN for c in range(len(grid.xs) - 1)]
        for top, bottom in pairwise(grid.ys)
    ]


def _floors(grid: _Grid) -> list[list[bool]]:
    """``floors[row][column]``: a rule lies above that square. A cut between lines of text divides every column."""
    floors = []
    for y in grid.ys[:-1]:
        at = [rule for rule in grid.horizontal if abs(rule.at - y) <= 4]
        spans = pairwise(grid.xs)
        floors.append([not at or sum(rule.covers(a, b) for rule in at) >= _DRAWN for a, b in spans])
    return floors


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
