"""What a table says about itself beyond its cells: the words of its footnotes, its unit, whether it needs a look."""

from records.table import Table


def is_for_review(table: Table) -> bool:
    return bool(getattr(table, "review", False))


def table_notes(table: Table) -> tuple[str, ...]:
    return tuple(getattr(table, "notes", ()))


def table_unit(table: Table) -> str | None:
    unit = getattr(table, "unit", None)
    return str(unit) if unit else None


def table_marks(table: Table) -> list[list[object]]:
    """``[row, column, mark, ...]`` for each cell that carries footnote marks."""
    return [[cell.row, cell.column, *cell.marks] for cell in table.cells if cell.marks]
