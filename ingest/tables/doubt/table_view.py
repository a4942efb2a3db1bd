"""A finished table laid out so that it can be looked over: header, body, columns, the lines of each cell.

It measures on the words' own boxes and changes nothing. A table without boxes has cells without lines.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.tables.lines.figures import is_figure
from records.place import Box
from records.table import Cell, Table
from records.word import Word

_SIZE = 10.0
"""The height of a line where nothing tells."""
_FIGURES = 0.6
"""A column is one of figures if this share of its cells holds one."""

BoxedWord = tuple[Box, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """``header``, ``body`` and ``columns`` hold the cells with text; ``columns`` those of the body that do not span.

    ``size`` is the height of most words, ``lines`` holds for each cell of ``cells`` its lines of text,
    ``left_out`` and ``crowded`` say what stands around the table.
    """

    table: Table
    cells: Sequence[Cell]
    header: Sequence[Cell]
    body: Sequence[Cell]
    columns: Sequence[Sequence[Cell]]
    figures: frozenset[int]
    size: float
    lines: dict[tuple[int, int], list[list[BoxedWord]]]
    owners: dict[tuple[int, int], Cell]
    left_out: bool = False
    crowded: bool = False

    def lines_of(self, cell: Cell) -> list[list[BoxedWord]]:
        return self.lines[cell.row, cell.column]

    def body_rows(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = [[] for _ in range(self.table.header_rows, self.table.rows)]
        for cell in self.body:
            rows[cell.row - self.table.header_rows].append(cell)
        return rows

    def figure_cells(self) -> list[Cell]:
        return [cell for column in self.figures for cell in self.columns[column]]


def view_table(table: Table, *, left_out: bool = False, crowded: bool = False) -> TableView:
    cells = [cell for cell in table.cells if cell.text]
    body = [cell for cell in cells if cell.row >= table.header_rows]
    columns: list[list[Cell]] = [[] for _ in range(table.columns)]
    for cell in body:
        if cell.column_span == 1:
            columns[cell.column].append(cell)
    heights = [word.box[3] - word.box[1] for cell in cells for word in cell.words if word.box]
    return TableView(
        table=table,
        cells=cells,
        header=[cell for cell in cells if cell.row < table.header_rows],
        body=body,
        columns=columns,
        figures=frozenset(number for number, column in enumerate(columns) if number and _holds_figures(column)),
        size=statistics.median(heights) if heights else _SIZE,
        lines={(cell.row, cell.column): cell_to_lines(cell) for cell in cells},
        owners=_owners(cells),
        left_out=left_out,
        crowded=crowded,
    )


def cell_to_lines(cell: Cell) -> list[list[BoxedWord]]:
    """The words line by line, as the page has them."""
    words = [(word.box, word) for word in cell.words if word.box]
    lines = [[word] for word in words[:1]]
    for (above, last), (box, word) in pairwise(words):
        level = abs((above[1] + above[3]) - (box[1] + box[3])) < box[3] - box[1]
        if level and last.page == word.page and box[0] >= above[0]:
            lines[-1].append((box, word))
        else:
            lines.append([(box, word)])
    return lines


def text_box(view: TableView, cell: Cell) -> Box | None:
    """Around the cell's words on its first page."""
    boxes = [box for line in view.lines_of(cell) for box, word in line if word.page == cell.page]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


@lru_cache(maxsize=8192)
def is_number(word: str) -> bool:
    return any(char.isdecimal() for char in word) and is_figure(word)


@lru_cache(maxsize=8192)
def is_sign(word: str) -> bool:
    """``-``, ``N/A``, ``$``, ``=``: stands beside a figure, or for none."""
    return not is_number(word) and (is_figure(word) or not any(char.isalnum() for char in word))


def _holds_figures(column: Sequence[Cell]) -> bool:
    with_number = sum(any(map(is_number, cell.text.split())) for cell in column)
    pure = any(all(is_number(word) or is_sign(word) for word in cell.text.split()) for cell in column)
    return with_number > 0 and pure and with_number >= _FIGURES * len(column)


def _owners(cells: Sequence[Cell]) -> dict[tuple[int, int], Cell]:
    """The cell over each square of the grid."""
    owners: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                owners.setdefault((row, column), cell)
    return owners
