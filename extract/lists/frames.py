"""A table -> its columns by role and its project rows, or that it lists no projects."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.language.blanks import is_blank
from extract.lists.cards import table_to_card
from extract.lists.column_dates import DateStyle, is_serial, texts_to_day_first
from extract.lists.columns import (
    Role,
    columns_of,
    headers_to_roles,
    headers_to_statuses,
    is_sure_project,
    plain_header,
)
from extract.lists.headers import HeadedTable, table_to_readings
from extract.lists.house_colours import house_colours
from extract.lists.name_column import ABOUT_PROJECTS, DIFFERENT, with_project_column
from extract.lists.rows import ListRow, ListRows, cell_at, fill_down, grid_to_rows
from extract.lists.stated_units import stated_unit
from extract.lists.status_cells import status_of_cell
from extract.lists.status_columns import StatusColumns
from extract.statements import Context, trail_to_section
from records.table import Cell, Table

_COMPLETED_TITLE = re.compile(
    r"\b(?:completed|finished|implemented|delivered|launched|closed)\b[^.]{0,40}\b(?:projects?|initiatives?|"
    r"systems?|implementations)\b"
    r"|\b(?:projects?|initiatives?)\b[^.]{0,20}\b(?:completed|implemented|delivered|closed|launched)\b",
    re.I,
)
_VAGUE_STATUS = re.compile(r"(?:project )?(?:state|condition|indicator)")
SUMS: tuple[Role, ...] = ("budget", "spent")
DATES: tuple[Role, ...] = ("start", "end", "completed")
_SUM_CELL = re.compile(
    r"[(-]?[$£€][\s\d.,()-]{1,20}[a-z]{0,8}|[(-]?\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?\)?|[(-]?\d{1,9}\.\d{1,3}\)?"
)
PART_OF_PROJECT = re.compile(
    r"^\s*(?:milestones?|tasks?|deliverables?|activit(?:y|ies)|risks?(?: (?:id|title|name))?|actions?(?: (?:id|item))?|"
    r"work ?packages?)(?: (?:name|title|description))?\s*$",
    re.I,
)
_COMMA_DECIMAL = re.compile(r"\d\.\d{3},\d|^\D{0,4}\d{1,9},\d{1,2}\D{0,4}$")
_MAY_BE_RATED: frozenset[Role] = frozenset({"budget", "spent", "issue", "description", "start", "end"})
_LONGEST_RATING = 12
_FIRST_NUMBER = 100
_TELLING = frozenset({"budget", "spent", "start", "end", "completed", "issue", "mitigation"})
_PLANNED: frozenset[Role] = frozenset({"budget", "spent", "end", "completed", "issue", "mitigation"})
_ALSO_TELLING = frozenset({"department", "description", "owner", "reference"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A table made ready: which of its columns hold what, its data rows, and what its surroundings say of it."""

    rows: tuple[ListRow, ...]
    headers: list[str]
    columns: Mapping[Role, int]
    statuses: StatusColumns
    surroundings: tuple[str, ...]
    section: str | None
    completed: bool
    dates: Mapping[Role, DateStyle]
    departments: Mapping[int, Cell] = field(default_factory=dict)
    """For rows without one of their own: the cell above that stands for them too."""
    turned: bool = False
    house: Mapping[str, str] = field(default_factory=dict)
    """What other colours mean by the memo's own key."""
    comma_sums: frozenset[Role] = frozenset()
    """Columns of sums that write "1.250,50"."""
    unit: str = ""
    """What all sums are counted in, where it is said above the table."""
    found: ListRows

    def cell(self, row: ListRow, role: Role) -> Cell | None:
        return cell_at(row.cells, self.columns[role]) if role in self.columns else None


def is_published(context: Context) -> bool:
    """Whether the file is a list and nothing else: a sheet or separated values."""
    return context.document.media in ("csv", "xlsx")


def table_to_frame(table: Table, *, index: int, context: Context) -> Frame | None:
    surroundings = surroundings_of(table, index, context)
    published = is_published(context)
    card = None if published else table_to_card(table, index=index, context=context)
    for reading in [*table_to_readings(table, published=published), *([card] if card else [])]:
        frame = _reading_to_frame(reading, table, index=index, context=context, surroundings=surroundings)
        if frame is not None and _is_project_table(frame, published=published):
            return replace(frame, house=house_colours(context.document))
    return None


def _reading_to_frame(
    reading: HeadedTable, table: Table, *, index: int, context: Context, surroundings: tuple[str, ...]
) -> Frame | None:
    published = is_published(context)
    headers, statuses = reading.headers, headers_to_statuses(reading.headers)
    columns = headers_to_roles(headers)
    body = reading.grid[reading.first :]
    columns = with_project_column(_with_status_column(columns, body), headers, body, surroundings, published=published)
    if "project" not in columns:
        return None
    found = grid_to_rows(reading.grid, first=reading.first, name_column=columns["project"], published=published)
    columns = _without_rated_parts(_without_vague_status(columns, headers, found.rows), found.rows)
    columns = _with_dated_columns(_with_reference(columns, headers, found.rows), headers, found.rows)
    if "status" in columns and statuses.main != columns["status"]:
        statuses = StatusColumns(main=columns["status"])
    department = columns.get("department")
    return Frame(
        rows=found.rows,
        headers=headers,
        columns=columns,
        statuses=statuses if "status" in columns else replace(statuses, main=None, stage=None, own=None),
        surroundings=(*surroundings, *reading.above),
        section=trail_to_section(context.trail_of(index)),
        completed=bool(_COMPLETED_TITLE.search(" | ".join(surroundings[-2:]))),
        dates=_date_styles(columns, found.rows, context),
        departments=fill_down(found.rows, department) if published and department is not None else {},
        turned=reading.turned,
        comma_sums=_comma_sums(columns, found.rows),
        unit=table.unit or stated_unit((*surroundings, *reading.above)),
        found=found,
    )


def surroundings_of(table: Table, index: int, context: Context) -> tuple[str, ...]:
    """The headings above, then the table's title or the short line before it: what says what the table lists."""
    title = table.title or ""
    if not title:
        before = context.document.blocks[index - 1] if index else None
        if before is not None and before.kind in ("paragraph", "caption", "heading") and len(before.text) <= 200:
            title = before.text
    return (*context.trail_of(index), title)


def _with_status_column(columns: dict[Role, int], body: Sequence[tuple[Cell, ...]]) -> dict[Role, int]:
    """Where no header says so, the one column of which every cell is a status is the status column."""
    if "status" in columns:
        return columns
    cells: dict[int, list[Cell]] = {}
    for number, row in enumerate(body):
        for cell in row:
            if cell.column not in columns.values() and (number == 0 or cell.row_span == 1):
                cells.setdefault(cell.column, []).append(cell)
    found = [column for column, here in cells.items() if here and all(map(_is_status, here))]
    return {**columns, "status": found[0]} if len(found) == 1 else columns


def _is_status(cell: Cell) -> bool:
    return len(cell.text.split()) <= 4 and status_of_cell(cell.text, fill=cell.fill) is not None


def _without_vague_status(columns: dict[Role, int], headers: list[str], rows: Sequence[ListRow]) -> dict[Role, int]:
    """ "State" is a status where its cells say so; else it may be a part of the country."""
    if "status" not in columns or not _VAGUE_STATUS.fullmatch(plain_header(headers[columns["status"]])):
        return columns
    cells = [cell for row in rows if (cell := cell_at(row.cells, columns["status"])) is not None]
    read = sum(status_of_cell(cell.text, fill=cell.fill) is not None for cell in cells)
    return columns if 2 * read >= len(cells) else {r: c for r, c in columns.items() if r != "status"}


def _with_dated_columns(columns: dict[Role, int], headers: list[str], rows: Sequence[ListRow]) -> dict[Role, int]:
    """Of "Forecast" over sums and "Completion" over days, the end is the one over days."""
    chosen = dict(columns)
    for role in DATES:
        dated = [column for column in columns_of(role, headers) if not _holds_sums(rows, column)]
        if role in chosen and chosen[role] not in dated:
            del chosen[role]
        if role not in chosen and len(dated) == 1:
            chosen[role] = dated[0]
    return chosen


def _holds_sums(rows: Sequence[ListRow], column: int) -> bool:
    cells = [cell for row in rows if (cell := cell_at(row.cells, column)) is not None and not is_blank(cell.text)]
    return bool(cells) and all(_SUM_CELL.fullmatch(cell.text.strip()) for cell in cells)


def _without_rated_parts(columns: dict[Role, int], rows: Sequence[ListRow]) -> dict[Role, int]:
    """ "Budget" over nothing but colours rates the budget, and is no sum."""
    rated = []
    for role in _MAY_BE_RATED & columns.keys():
        cells = [cell for row in rows if (cell := cell_at(row.cells, columns[role])) is not None and cell.text]
        if len(cells) > 1 and all(len(cell.text) <= _LONGEST_RATING and _is_status(cell) for cell in cells):
            rated.append(role)
    return {role: column for role, column in columns.items() if role not in rated}


def _with_reference(columns: dict[Role, int], headers: list[str], rows: Sequence[ListRow]) -> dict[Role, int]:
    """The projects' own numbers: of several columns that with the most different ones, never a mere count of rows."""
    chosen = {role: column for role, column in columns.items() if role not in ("reference", "counter")}
    named = columns_of("reference", headers)
    found = named or columns_of("counter", headers)
    texts = {column: [c.text for row in rows if (c := cell_at(row.cells, column)) and c.text] for column in found}
    own = [column for column in found if texts[column] and (named or not _counts_rows(texts[column]))]
    if not own:
        return chosen
    return {**chosen, "reference": max(own, key=lambda column: (len(set(texts[column])), -column))}


def _counts_rows(texts: Sequence[str]) -> bool:
    """1, 2, 3, also where a table goes on at 21; what begins at 101 was numbered by somebody."""
    numbers = [int(match.group(1)) for text in texts if (match := re.fullmatch(r"(\d{1,6})[.)]?", text))]
    in_order = len(numbers) == len(texts) and all(two - one == 1 for one, two in pairwise(numbers))
    return in_order and numbers[0] < _FIRST_NUMBER


def _comma_sums(columns: Mapping[Role, int], rows: Sequence[ListRow]) -> frozenset[Role]:
    """A column in which a comma parts the decimals somewhere: there a full stop parts thousands."""
    texts = {
        role: [c.text for row in rows if (c := cell_at(row.cells, columns[role]))] for role in SUMS if role in columns
    }
    return frozenset(role for role, column in texts.items() if any(_COMMA_DECIMAL.search(text) for text in column))


def _date_styles(columns: Mapping[Role, int], rows: Sequence[ListRow], context: Context) -> dict[Role, DateStyle]:
    """Each date column by itself, then all of them together, then all tables of the file; where nothing settles it,
    months stand first in a memo's table."""
    published = is_published(context)
    dated = {role: columns[role] for role in DATES if role in columns}
    texts = {r: [c.text for row in rows if (c := cell_at(row.cells, n)) and c.text] for r, n in dated.items()}
    together = texts_to_day_first(text for column in texts.values() for text in column)
    if together is None and texts:
        together = texts_to_day_first(cell.text for table in context.document.tables for cell in table.cells)
    if together is None and not published:
        together = False
    return {
        role: DateStyle(
            day_first=together if (own := texts_to_day_first(column)) is None else own,
            serial=is_serial(column),
            list_years=published,
        )
        for role, column in texts.items()
    }


def _is_project_table(frame: Frame, *, published: bool) -> bool:
    columns = frame.columns
    if len(columns) < 2 or not frame.rows or _is_of_parts(frame):
        return False
    named = is_sure_project(frame.headers[columns["project"]])
    sure = named or bool(ABOUT_PROJECTS.search(" | ".join(frame.surroundings)))
    if "status" in columns:
        cells = [cell for row in frame.rows if (cell := frame.cell(row, "status")) is not None]
        header = frame.headers[columns["status"]]
        read = sum(status_of_cell(cell.text, fill=cell.fill, header=header) is not None for cell in cells)
        return sure or 2 * read >= len(frame.rows)
    if frame.completed:
        return sure and bool({"completed", "end", "description"} & columns.keys())
    telling = _TELLING & columns.keys()
    if published:
        told = len(telling | (_ALSO_TELLING & columns.keys())) + len(frame.statuses.parts)
        return told >= (2 if sure or any(map(is_sure_project, frame.headers)) else 3) and (sure or _is_planned(frame))
    return named and len(telling) >= 2


def _is_planned(frame: Frame) -> bool:
    """Different names with what they cost or when they end: a published list whose names are headed "Name" alone."""
    names = {cell.text.casefold() for row in frame.rows if (cell := frame.cell(row, "project")) is not None}
    return bool(_PLANNED & frame.columns.keys()) and len(names) >= DIFFERENT * len(frame.rows)


def _is_of_parts(frame: Frame) -> bool:
    """A table of milestones, tasks or risks that names their project in each row, and so one project many times."""
    names = [cell.text.casefold() for row in frame.rows if (cell := frame.cell(row, "project")) is not None]
    return any(map(PART_OF_PROJECT.search, frame.headers)) and 3 * len(set(names)) < 2 * len(names)


def said(cell: Cell | None) -> str | None:
    """The text of a cell on one line, ``None`` where it says nothing."""
    text = " ".join(cell.text.split()) if cell is not None else ""
    return None if is_blank(text) else text
