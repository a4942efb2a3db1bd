"""The rows of a table of projects: which name a project, under which title rows they stand, and what is left out.

A row that holds one text alone is a title of the rows below it, a note, or a project of which nothing is said. Left
out and counted are totals, notes and rows without a name.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from records.table import Cell, Table

Row = tuple[Cell, ...]
"""All cells that reach into a row, from left to right."""

_TOTAL = re.compile(
    r"^(?:(?:grand|sub|overall)?[ -]?totals?|average|sum)\b(?!.*\b(?:project|programme|system)\b)", re.I
)
_NOTE = re.compile(r"^(?:legend|notes?|source|disclaimer|key|prepared by|generated)\b|^[*†‡]", re.I)
# A caption that was taken for a row begins another table, whose rows are none of this one's.
_CAPTION = re.compile(r"^(?:exhibit|figure|table|chart)\s(?:\d|[A-Z]\b)", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_TITLE = 80
_WIDE = 4
"""Columns: in a narrower table a project of which nothing is said looks like a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """``group`` is the title row that it stands under."""

    cells: Row
    group: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRows:
    """``left_out`` counts by kind what names no project: ``total``, ``note``, ``unnamed``."""

    rows: tuple[ListRow, ...]
    titles: tuple[Cell, ...]
    left_out: Counter[str]


def table_to_grid(table: Table) -> list[Row]:
    grid: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        for number in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            grid[number].append(cell)
    return [tuple(sorted(row, key=lambda cell: cell.column)) for row in grid]


def cell_at(row: Row, column: int) -> Cell | None:
    return next((cell for cell in row if cell.column <= column < cell.column + cell.column_span), None)


def grid_to_rows(grid: Sequence[Row], *, first: int, name_column: int, published: bool) -> ListRows:
    """The rows from number ``first`` on; in a ``published`` list a title needs no bold letters or merged cells."""
    header = [cell.text.casefold() for cell in grid[first - 1]] if first else []
    plain_titles = published and len(header) >= _WIDE and not _mostly_names(grid[first:], name_column)
    rows: list[ListRow] = []
    titles: dict[int, Cell] = {}
    left_out: Counter[str] = Counter()
    group: Cell | None = None
    for number, row in enumerate(grid[first:], start=first):
        name = cell_at(row, name_column)
        if name is not None and _CAPTION.match(name.text):
            break
        own = [cell for cell in row if cell.text and cell.row == number]
        if not own or [cell.text.casefold() for cell in row] == header:
            continue
        kind = _kind_of(own, row, name, plain_titles=plain_titles)
        if kind == "title":
            group = titles[number] = own[0]
        elif kind == "project" and name is not None and name.row == number:
            rows.append(ListRow(cells=row, group=group))
        elif kind != "project":
            left_out[kind] += 1
    used = {id(row.group) for row in rows}
    left_out["note"] += sum(id(title) not in used for title in titles.values())
    return ListRows(rows=tuple(rows), titles=tuple(t for t in titles.values() if id(t) in used), left_out=+left_out)


def _kind_of(own: Sequence[Cell], row: Row, name: Cell | None, *, plain_titles: bool) -> str:
    """``project``, ``title``, ``total``, ``note`` or ``unnamed``."""
    if _TOTAL.match(own[0].text) or (name is not None and _TOTAL.match(name.text)):
        return "total"
    lone = own[0] if len(own) == 1 and _is_alone(own[0], row) else None
    if lone is not None and (len(lone.text) > _LONGEST_TITLE or _NOTE.match(lone.text)):
        return "note"
    set_apart = lone is not None and (lone.column_span > 1 or lone.bold or len(row) == 1)
    if set_apart or (lone is not None and plain_titles and (name is None or lone.column <= name.column)):
        return "title"
    if name is not None and _NOTE.match(name.text) and len(own) < 3:
        return "note"
    return "project" if name is not None and _LETTER.search(name.text) else "unnamed"


def _is_alone(cell: Cell, row: Row) -> bool:
    return not any(other is not cell and (other.text or other.fill != cell.fill) for other in row)


def _mostly_names(rows: Sequence[Row], name_column: int) -> bool:
    """A list of which little is filled in: most of its rows hold a name alone."""
    alone = sum(1 for row in rows if len(own := [c for c in row if c.text]) == 1 and own[0].column == name_column)
    return 2 * alone > len(rows)


def fill_down(rows: Sequence[ListRow], column: int) -> dict[int, Cell]:
    """For rows with a blank in ``column``: the cell above that stands for them all, written once at their head.

    None where the column's values come again one after the other: then a blank is a blank.
    """
    cells = [cell_at(row.cells, column) for row in rows]
    said = [cell for cell in cells if cell is not None and cell.text]
    blanks = len(cells) - len(said)
    repeats = any(one.text == two.text for one, two in pairwise(said))
    if not cells or cells[0] is None or not cells[0].text or blanks < 2 or repeats or len(said) < 2:
        return {}
    filled: dict[int, Cell] = {}
    last = cells[0]
    for number, cell in enumerate(cells):
        if cell is not None and cell.text:
            last = cell
        else:
            filled[number] = last
    return filled
