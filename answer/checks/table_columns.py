"""Columns of a memo's tables by what they hold: sums of money, and the dates on which a line starts and ends."""

import re
from collections.abc import Iterator, Sequence

from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from records.document import words_to_places
from records.memo import Memo
from records.place import Place
from records.table import Cell, Table

_TOTAL = re.compile(r"^(?:grand |sub-?\s?|combined |overall )?totals?\b", re.IGNORECASE)
_START = re.compile(r"^(?:planned |actual |project )?(?:start|begin\w*|commence\w*|from)(?: date)?$", re.IGNORECASE)
_END = re.compile(
    r"^(?:planned |est\.? |estimated |expected |projected |actual |project )?"
    r"(?:finish|end|completion|complete|completed|to)(?: date)?$",
    re.IGNORECASE,
)
_HEADER_ROWS = 2
"""A heading may have been read as the table's first line."""


def section_tables(memo: Memo, statement: Statement) -> Iterator[Table]:
    """The tables under the statement's own heading."""
    for section in memo.sections:
        if section.title == statement.section:
            for block in memo.document.blocks[section.first : section.last]:
                if block.table is not None:
                    yield memo.document.tables[block.table]


def money_columns(table: Table) -> Iterator[Sequence[tuple[Cell, Quantity]]]:
    """Columns in which every line but the total holds one sum of money."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    rows = [row for row in range(table.header_rows, table.rows) if not _is_total(cells, row)]
    for column in range(table.columns):
        found = [(cells[row, column], _money(cells[row, column].text)) for row in rows if (row, column) in cells]
        sums = [(cell, amount) for cell, amount in found if amount is not None]
        if len(sums) == len(rows) > 1:
            yield sums


def _is_total(cells: dict[tuple[int, int], Cell], row: int) -> bool:
    return any(_TOTAL.match(cells[row, column].text.strip()) for column in range(3) if (row, column) in cells)


def _money(text: str) -> Quantity | None:
    found = list(find_quantities(text))
    return found[0] if len(found) == 1 and found[0].kind == "money" else None


def start_and_end_cells(table: Table) -> Iterator[tuple[str, Cell, Cell]]:
    """``(name of the line, its start, its end)`` where one column is headed so and one the other way."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for top in range(min(_HEADER_ROWS, table.rows)):
        starts = [c for c in range(table.columns) if (top, c) in cells and _START.match(cells[top, c].text.strip())]
        ends = [c for c in range(table.columns) if (top, c) in cells and _END.match(cells[top, c].text.strip())]
        if len(starts) == len(ends) == 1:
            for row in range(top + 1, table.rows):
                if {(row, 0), (row, starts[0]), (row, ends[0])} <= cells.keys():
                    yield cells[row, 0].text, cells[row, starts[0]], cells[row, ends[0]]


def cell_places(memo: Memo, table: Table, cell: Cell) -> tuple[Place, ...]:
    return words_to_places(cell.words, document=memo.document, memo=memo.id, section=table.title)
