"""Where the header of a table of projects is, and which of its two sides it stands on.

Lists that analysts keep have title rows above their header, sub-headers below it, or a project in each column. Of all
readings the one counts whose headers say most; tables of a memo are read from their first row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.lists.columns import HEADER_BREAK, header_to_role, headers_to_roles, is_qualifier, table_headers
from extract.lists.rows import Row, table_to_grid
from records.table import Cell, Table

_DEEPEST_HEADER = 15
_FEWEST_LABELS = 2
_SURE = 5
"""Columns whose meaning is known: so many make no other reading likely."""
_MOST_LABELS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedTable:
    """A table's rows, the number of the first below its header, and one header text a column.

    ``above`` are the texts above the header, ``turned`` tells that projects stand in columns.
    """

    grid: tuple[Row, ...]
    first: int
    headers: list[str]
    above: tuple[str, ...] = ()
    turned: bool = False


def table_to_readings(table: Table, *, published: bool) -> list[HeadedTable]:
    """The ways to read ``table``, the most telling first."""
    plain = _headed(table)
    if published and _telling(plain) >= _SURE:
        return [plain]
    turned = turned_table(table)
    sides = [plain, *([turned] if turned else [])]
    if published:
        return sorted([*sides, *_deeper(table)], key=lambda reading: -_telling(reading))
    titled = _titled_rows(plain.grid)
    return [*sides, *(reading for reading in _deeper(table) if len(reading.above) == titled > 0)]


def _titled_rows(grid: Sequence[Row]) -> int:
    """How many rows at the top hold one text alone: a heading that was taken into the table."""
    count = 0
    while count < len(grid) and sum(bool(cell.text) for cell in grid[count]) == 1:
        count += 1
    return count


def _telling(reading: HeadedTable) -> int:
    roles = headers_to_roles(reading.headers)
    return len(roles) + 1 if "project" in roles else 0


def _headed(table: Table) -> HeadedTable:
    grid = tuple(table_to_grid(table))
    depth = max(table.header_rows, 1)
    headers = table_headers(table)
    if depth == 1 and len(grid) > 2 and _is_sub_header(grid[1]):
        return HeadedTable(grid=grid, first=2, headers=_stacked(grid[0], grid[1], columns=table.columns))
    return HeadedTable(grid=grid, first=depth, headers=headers)


def _deeper(table: Table) -> Iterator[HeadedTable]:
    """Read from below title rows: "Works Division | 31 May 2027", then the header."""
    grid = tuple(table_to_grid(table))
    for number in range(1, min(_DEEPEST_HEADER, len(grid) - 1)):
        if sum(bool(cell.text) for cell in grid[number]) < _FEWEST_LABELS:
            continue
        above = tuple(cell.text for row in grid[:number] for cell in row if cell.text)
        if _is_sub_header(grid[number + 1]):
            headers = _stacked(grid[number], grid[number + 1], columns=table.columns)
            yield HeadedTable(grid=grid, first=number + 2, headers=headers, above=above)
        else:
            headers = _stacked(grid[number - 1], grid[number], columns=table.columns)
            yield HeadedTable(grid=grid, first=number + 1, headers=headers, above=above)


def _is_sub_header(row: Row) -> bool:
    """ "| | Planned | Actual | Planned | Actual |"."""
    texts = [cell.text for cell in row if cell.text]
    first = next((cell for cell in row if cell.column == 0), None)
    is_blank = first is None or not first.text or first.row_span > 1
    return is_blank and len(texts) >= _FEWEST_LABELS and all(is_qualifier(t) or header_to_role(t) for t in texts)


def _stacked(upper: Row, lower: Row, *, columns: int) -> list[str]:
    """Headers of two rows. A group's name reaches over the blanks to its right, as far as words there need one."""
    sub = _is_sub_header(lower)
    headers, group = [], ""
    for text, own in zip(_row_texts(lower, columns), _row_texts(upper, columns), strict=True):
        group = own or (group if text and (sub or is_qualifier(text)) else "")
        if not text:
            headers.append(own if sub else "")
        else:
            headers.append(f"{group}{HEADER_BREAK}{text}" if group and (sub or is_qualifier(text)) else text)
    return headers


def _row_texts(row: Row, columns: int) -> list[str]:
    texts = [""] * columns
    for cell in row:
        for column in range(cell.column, min(cell.column + cell.column_span, columns)):
            texts[column] = cell.text
    return texts


def turned_table(table: Table) -> HeadedTable | None:
    """The table laid on its side, so that a card's labels ("Status", "Budget") become its header."""
    if table.rows > _MOST_LABELS:
        return None
    first = [cell for cell in table.cells if cell.column == 0]
    labels = [role for cell in first if (role := header_to_role(cell.text)) is not None and role != "ignored"]
    if len(set(labels)) < _FEWEST_LABELS or table.columns < 2:
        return None
    cells = tuple(_turned_cell(cell) for cell in table.cells)
    side = replace(table, cells=cells, rows=table.columns, columns=table.rows, header_rows=1)
    return replace(_headed_at_top(side), turned=True)


def _headed_at_top(table: Table) -> HeadedTable:
    return HeadedTable(grid=tuple(table_to_grid(table)), first=1, headers=table_headers(table))


def _turned_cell(cell: Cell) -> Cell:
    return replace(cell, row=cell.column, column=cell.row, row_span=cell.column_span, column_span=cell.row_span)
