"""A first column that only counts the rows (1, 2, 3 ... under an empty header) is not exported.

It says nothing that the cells' own row numbers do not say. It stays where it has a header, a gap, or anything but the
count.
"""

from collections.abc import Sequence
from dataclasses import replace

from records.table import Cell, Table


def has_numbering(cells: Sequence[Cell], *, header_rows: int) -> bool:
    first = [cell for cell in cells if cell.column == 0]
    counts = [cell.text.rstrip(".)") for cell in first if cell.row >= header_rows]
    last_row = max(cell.row for cell in cells)
    counted = counts == [str(number + 1) for number in range(last_row + 1 - header_rows)]
    nameless = header_rows > 0 and not any(cell.text for cell in first if cell.row < header_rows)
    return nameless and bool(counts) and counted and all(cell.column_span == 1 for cell in first)


def without_numbering(table: Table) -> Table:
    """The table without such a column. Its first words say that a number stands before them."""
    if not has_numbering(table.cells, header_rows=table.header_rows):
        return table
    numbers = {cell.row: cell.text for cell in table.cells if cell.column == 0}
    moved = tuple(_moved(cell, numbers.get(cell.row, "")) for cell in table.cells if cell.column > 0)
    return replace(table, cells=moved, columns=table.columns - 1, numbered=True)


def _moved(cell: Cell, number: str) -> Cell:
    words = cell.words
    if cell.column == 1 and words and number:
        words = (replace(words[0], lead=f" {number} "), *words[1:])
    return replace(cell, column=cell.column - 1, words=words)
