"""Where rules are missing from a grid, its text tells the rows and columns.

Figures side by side, texts that keep to columns, and lines level with the rows beside them divide what no rule does.
Text that crosses a border, or stands over it, is a spanning cell's.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.tables.draft import band_of, into_bands
from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import TextLine, line_to_chunks
from ingest.tables.lines.words import Piece, pieces_to_lines
from ingest.tables.ruled.grids import Grid, grid_spans, grid_walls, pieces_to_squares
from ingest.tables.unruled.row_bands import lines_to_rows
from ingest.tables.unruled.text_columns import Column, figure_borders, lines_to_columns

_LEVEL = 1.5
"""Points by which the feet of one line of text differ at most."""

_LONG = 4
_FEWEST_ROWS = 4
_MOST = 0.6


def with_missing_rules(grid: Grid, pieces: list[Piece]) -> Grid:
    """The grid with the edges and rules that its text stands for."""
    known = _divide_open_rows(_split_rows(_split_columns(grid, pieces), pieces), pieces)
    return _divide_rows_of_cells(_divide_columns_of_cells(known, pieces), pieces)


def _split_columns(grid: Grid, pieces: list[Piece]) -> Grid:
    """Where column rules are missing, figures that stand side by side row by row show the columns, and so do names
    that each have a column of text below them; what crosses a border (a title over both) spans it."""
    xs, drawn, floors = list(grid.xs), list(grid.vertical), list(grid.horizontal)
    for (left, right), column in zip(
        pairwise(grid.xs), into_bands(pieces, grid.xs, lambda piece: piece.centre), strict=True
    ):
        texts = pieces_to_lines(column)
        lines = [line_to_chunks(line) for line in texts]
        figured = sum(len(line) > 1 and all(is_figure(piece.text) or piece.mark for piece in line) for line in texts)
        cuts = (figure_borders(lines) or _borders_of_long_lines(lines)) if figured >= 2 else []
        if not cuts:
            cuts = _named_borders(_into_rows(lines, grid.ys))
            floors += [Rule(y, left, right) for y in grid.ys if cuts]
        xs += cuts
        for x in cuts:
            for top, bottom in pairwise(grid.ys):
                row = [c for line in lines for c in line.chunks if top <= (c.top + c.bottom) / 2 < bottom]
                if row and not any(c.x0 < x < c.x1 for c in row):
                    drawn.append(Rule(x, top, bottom))
    return replace(grid, xs=sorted(xs), vertical=drawn, horizontal=floors)


def _borders_of_long_lines(lines: Sequence[TextLine]) -> list[float]:
    """Two lines show the columns, too, if each has four figures or more and they stand one under the other."""
    figured = [line for line in lines if all(chunk.is_figure for chunk in line.chunks)]
    if len(figured) < 2 or min(len(line.chunks) for line in figured) < _LONG:
        return []
    columns = lines_to_columns(figured)
    if any(len(line.chunks) != len(columns) for line in figured):
        return []
    return [(left.x1 + right.x0) / 2 for left, right in pairwise(columns)]


def _into_rows(lines: Sequence[TextLine], ys: Sequence[float]) -> list[list[TextLine]]:
    """The lines of each ruled row that holds any."""
    rows: dict[int, list[TextLine]] = {}
    for line in lines:
        rows.setdefault(band_of((line.top + line.bottom) / 2, ys), []).append(line)
    return [rows[number] for number in sorted(rows)]


def _named_borders(rows: Sequence[Sequence[TextLine]]) -> list[float]:
    """Borders of columns of text, as beside a painted column that alone has edges: the first row names each of them,
    most rows use several, and nothing crosses from one to the next."""
    if len(rows) < _FEWEST_ROWS or max(len(line.chunks) for row in rows for line in row) < 2:
        return []
    columns = lines_to_columns([line for row in rows for line in row])
    used = [{number for number, column in enumerate(columns) if _has_text(row, column)} for row in rows]
    named = used[0] == set(range(len(columns))) and set().union(*used[1:]) == used[0]
    if not named or sum(len(row) > 1 for row in used[1:]) < _MOST * (len(rows) - 1):
        return []
    borders = [(left.x1 + right.x0) / 2 for left, right in pairwise(columns)]
    crossed = any(chunk.x0 < x < chunk.x1 for x in borders for row in rows for line in row for chunk in line.chunks)
    return [] if crossed else borders


def _has_text(row: Sequence[TextLine], column: Column) -> bool:
    return any(chunk.x0 < column.x1 and column.x0 < chunk.x1 for line in row for chunk in line.chunks)


def _split_rows(grid: Grid, pieces: list[Piece]) -> Grid:
    """Where rows are not ruled, a tall band holds several: cut it between the lines that begin them."""
    edges = list(grid.ys)
    for band in into_bands(pieces, grid.ys, lambda piece: piece.middle):
        edges += _cuts_within(pieces_to_lines(band), grid)
    return replace(grid, ys=sorted(edges))


def _cuts_within(lines: list[list[Piece]], grid: Grid) -> list[float]:
    """Only figures that stand line by line in two columns or more show that a band holds several rows."""
    columns = len(grid.xs) - 1
    if len(lines) < 2 or columns < 2:
        return []
    rows = lines_to_rows(lines, column_of=lambda piece: band_of(piece.centre, grid.xs), columns=columns)
    return [
        (max(p.box[3] for line in above for p in line) + min(p.box[1] for line in below for p in line)) / 2
        for above, below in pairwise(rows)
    ]


def _divide_open_rows(grid: Grid, pieces: list[Piece]) -> Grid:
    """Where column rules are drawn in the header alone, text that keeps to the columns below divides its row too."""
    drawn = list(grid.vertical)
    bands = into_bands(pieces, grid.ys, lambda piece: piece.middle)
    for (top, bottom), walls, band in zip(pairwise(grid.ys), grid_walls(grid), bands, strict=True):
        if any(walls[1:]):
            continue
        chunks = [chunk for line in pieces_to_lines(band) for chunk in line_to_chunks(line).chunks]
        if len(chunks) >= max(2, len(grid.xs) // 2):
            free = [x for x in grid.xs[1:-1] if not any(c.x0 + 1 < x < c.x1 - 1 for c in chunks)]
            drawn += [Rule(x, top, bottom) for x in free]
    return replace(grid, vertical=drawn)


def _divide_columns_of_cells(grid: Grid, pieces: list[Piece]) -> Grid:
    """Texts side by side on one line of a cell, none of them across the columns' border, are of two cells."""
    held = pieces_to_squares(pieces, grid)
    drawn = list(grid.vertical)
    for row, column, row_span, column_span in grid_spans(grid):
        if column_span < 2:
            continue
        squares = [
            held.get((r, c), []) for r in range(row, row + row_span) for c in range(column, column + column_span)
        ]
        if sum(map(bool, squares)) < 2:
            continue
        lines = [line_to_chunks(line).chunks for line in pieces_to_lines([p for square in squares for p in square])]
        for x in grid.xs[column + 1 : column + column_span]:
            if any(chunk.x0 < x < chunk.x1 for line in lines for chunk in line):
                continue
            if any(line[0].x1 <= x <= line[-1].x0 for line in lines):
                drawn.append(Rule(x, grid.ys[row], grid.ys[row + row_span]))
    return replace(grid, vertical=drawn)


def _divide_rows_of_cells(grid: Grid, pieces: list[Piece]) -> Grid:
    """Lines of a cell that are each level with the text of their own row are of two cells."""
    held = pieces_to_squares(pieces, grid)
    drawn = list(grid.horizontal)
    spans = grid_spans(grid)
    levels = _levels(held, spans)
    for row, column, row_span, column_span in spans:
        for below in range(row + 1, row + row_span):
            columns = range(column, column + column_span)
            upper = [piece for c in columns for piece in held.get((below - 1, c), ())]
            lower = [piece for c in columns for piece in held.get((below, c), ())]
            if upper and lower and _is_level(upper, levels.get(below - 1)) and _is_level(lower, levels.get(below)):
                drawn.append(Rule(grid.ys[below], grid.xs[column], grid.xs[column + column_span]))
    return replace(grid, horizontal=drawn)


def _levels(held: dict[tuple[int, int], list[Piece]], spans: list[tuple[int, int, int, int]]) -> dict[int, float]:
    """For each row where the one line of its undivided cells stands, if it has one."""
    feet: dict[int, list[float]] = {}
    for row, column, row_span, column_span in spans:
        if row_span == 1:
            feet.setdefault(row, []).extend(
                piece.box[3] for c in range(column, column + column_span) for piece in held.get((row, c), ())
            )
    return {row: at[0] for row, at in feet.items() if at and max(at) - min(at) < _LEVEL}


def _is_level(pieces: list[Piece], foot: float | None) -> bool:
    return foot is not None and all(abs(piece.box[3] - foot) < _LEVEL for piece in pieces)
