"""What a table says beyond the text of its cells: which of them carry footnote marks."""

from records.table import Table


def table_marks(table: Table) -> list[list[object]]:
    """``[row, column, mark, ...]`` for each cell that carries footnote marks."""
    return [[cell.row, cell.column, *cell.marks] for cell in table.cells if cell.marks]
