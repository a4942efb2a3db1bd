"""How many rows at a table's top name its columns, told by weight, paint, spans and the lack of figures."""

from collections.abc import Sequence
from itertools import takewhile

from ingest.tables.lines.figures import is_figure, is_year
from records.table import Cell

MOST_HEADER_ROWS = 5


def count_header_rows(cells: Sequence[Cell], *, rows: int) -> int:
    """0 where nothing sets the first row apart: a list of labels and values has no header."""
    by_row = [[cell for cell in cells if cell.row == number] for number in range(rows)]
    if rows < 2:
        return 0
    candidates = by_row[: min(rows - 1, MOST_HEADER_ROWS)]
    marked = len(list(takewhile(lambda row: _stands_out(row, by_row), candidates)))
    count = marked or (1 if _names_columns(by_row) else 0)
    count = max(count, _depth_of_spans(by_row[:count])) if count else 0
    while (
        0 < count < min(rows - 1, MOST_HEADER_ROWS) and _has_groups(by_row[count - 1]) and not _figures(by_row[count])
    ):
        count += 1
    return count if count < rows else 1


def _stands_out(row: list[Cell], by_row: list[list[Cell]]) -> bool:
    """Bold or painted throughout, and not in the way of most rows below."""
    filled = [cell for cell in row if cell.text]
    if not filled or _figures(row):
        return False
    others = by_row[1:]
    if all(cell.bold for cell in filled):
        return sum(_all(other, "bold") for other in others) <= 0.5 * len(others)
    if all(cell.fill for cell in row) and len({cell.fill for cell in row}) == 1:
        return sum(_all(other, "fill") for other in others) <= 0.5 * len(others)
    return False


def _all(row: list[Cell], attribute: str) -> bool:
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(getattr(cell, attribute) for cell in filled)


def _figures(row: list[Cell]) -> int:
    """Cells of figures; a bare year or fiscal year names a column as often as it counts something."""
    return sum(_is_amount(cell.text) for cell in row)


def _is_amount(text: str) -> bool:
    words = text.split()
    year = len(words) == 1 and is_year(words[0])
    return bool(words) and not year and any(c.isdecimal() for c in text) and all(is_figure(word) for word in words)


def _names_columns(by_row: list[list[Cell]]) -> bool:
    """A first row of short names above rows that hold figures or longer text."""
    first, rest = by_row[0], by_row[1:]
    named = [cell for cell in first if cell.text]
    width = max(cell.column + cell.column_span for row in by_row for cell in row)
    if _figures(first) or sum(cell.column_span for cell in named) < 0.6 * width:
        return False
    if any(cell.text.endswith(":") for cell in first) or any(len(cell.text.split()) > 12 for cell in named):
        return False
    if all(cell.bold is (cell.column == 0) for row in by_row for cell in row if cell.text):
        return False  # every row has a bold label: the first is one of them
    return any(_figures(row) for row in rest) or width >= 3 or len(rest) >= 2


def _depth_of_spans(header: list[list[Cell]]) -> int:
    """A header cell over two rows makes both of them header."""
    return max((cell.row + cell.row_span for row in header for cell in row if cell.text), default=0)


def _has_groups(row: list[Cell]) -> bool:
    """Some cells of a header row span columns and others do not, or several do: the names of the columns follow."""
    wide = [cell for cell in row if cell.column_span > 1 and cell.text]
    return bool(wide) and (len(row) > 1)
