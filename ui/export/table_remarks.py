"""What a table says about itself beyond its cells: whether it needs a look, and which cells carry footnote marks."""

from records.table import Table


def is_for_review(table: Table) -> bool:
    return bool(getattr(table, "review", False))


def table_marks(table: Table) -> list[list[object]]:
    """``[row, column, mark, ...]`` for each cell that carries footnote marks."""
    return [[cell.row, cell.column, *cell.marks] for cell in table.cells if cell.marks]
