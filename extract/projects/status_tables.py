"""Tables of projects, read by the meaning of their columns, into one record a row.

A table is read when its headers speak of projects and it says something of their state; cards (a label column beside a
value column) and tables laid on their side are turned first. Refused: tables of milestones, measures, people, and
every row without a name.
"""

import re
from dataclasses import dataclass, replace

from extract.language.blanks import is_blank
from extract.language.dates import parse_period
from extract.language.money import cell_to_money
from extract.language.sentences import split_sentences
from extract.projects.columns import Role, header_to_role, headers_to_roles, is_sure_project, table_headers
from extract.projects.completions import find_residual
from extract.projects.names import split_acronym
from extract.projects.status_words import cell_to_status, find_statuses
from extract.statements import Context, trail_to_section
from records.document import words_to_places
from records.facts import Project
from records.place import Place
from records.table import Cell, Table

_TOTAL = re.compile(r"^(?:(?:grand|sub)?[ -]?totals?|average|legend|notes?|source)\b", re.I)
# A caption that was taken for a row begins another table, whose rows are none of this one's.
_CAPTION = re.compile(r"^(?:exhibit|figure|table|chart)\s(?:\d|[A-Z]\b)", re.I)
_ABOUT_PROJECTS = re.compile(r"\b(?:projects?|initiatives?|portfolio|work ?plan|workstreams?)\b", re.I)
_COMPLETED_TITLE = re.compile(
    r"\b(?:completed|finished|implemented|delivered|launched|closed)\b[^.]{0,40}\b(?:projects?|initiatives?|"
    r"systems?|implementations)\b"
    r"|\b(?:projects?|initiatives?)\b[^.]{0,20}\b(?:completed|implemented|delivered|closed|launched)\b",
    re.I,
)
_TEXT_ROLES: tuple[Role, ...] = ("issue", "mitigation", "description", "owner", "department")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A table made ready: which of its columns hold what, its data rows, and what its surroundings say of it."""

    rows: tuple[tuple[Cell, ...], ...]
    headers: list[str]
    columns: dict[Role, int]
    surroundings: tuple[str, ...]
    completed: bool


def tables_to_projects(context: Context) -> tuple[Project, ...]:
    """All project rows of all tables, in reading order."""
    return tuple(row for rows in tables_to_rows(context) for row in rows)


def tables_to_rows(context: Context) -> tuple[tuple[Project, ...], ...]:
    """The project rows of each table, in reading order."""
    return tuple(
        table_to_projects(context.document.tables[block.table], index=index, context=context)
        for index, block in enumerate(context.document.blocks)
        if block.kind == "table" and block.table is not None
    )


def table_to_projects(table: Table, *, index: int, context: Context) -> tuple[Project, ...]:
    frame = _table_to_frame(table, index=index, context=context)
    if frame is None:
        return ()
    section = trail_to_section(context.trail_of(index))
    records = (_row_to_project(row, frame, context=context, section=section) for row in frame.rows)
    return tuple(record for record in records if record is not None)


def _table_to_frame(table: Table, *, index: int, context: Context) -> _Frame | None:
    surroundings = _surroundings(table, index, context)
    for candidate in (table, _turned(table)):
        headers = table_headers(candidate)
        columns = headers_to_roles(headers)
        completed = bool(_COMPLETED_TITLE.search(" | ".join(surroundings[-2:])))
        columns = _with_status_column(columns, candidate)
        columns = _with_project_column(columns, headers, candidate, surroundings)
        frame = _Frame(
            rows=_data_rows(candidate, columns.get("project", 0)),
            headers=headers,
            columns=columns,
            surroundings=surroundings,
            completed=completed,
        )
        if _is_project_table(frame, headers):
            return frame
    return None


def _surroundings(table: Table, index: int, context: Context) -> tuple[str, ...]:
    """The headings above, then the table's title or the short line before it: what says what the table lists."""
    title = table.title or ""
    if not title:
        before = context.document.blocks[index - 1] if index else None
        if before is not None and before.kind in ("paragraph", "caption", "heading") and len(before.text) <= 200:
            title = before.text
    return (*context.trail_of(index), title)


def _with_status_column(columns: dict[Role, int], table: Table) -> dict[Role, int]:
    """Where no header says so, the one column of which every cell is a status is the status column."""
    if "status" in columns:
        return columns
    first = max(table.header_rows, 1)
    cells = [cell for cell in table.cells if cell.row >= first and cell.column not in columns.values()]
    found = []
    for column in sorted({cell.column for cell in cells}):
        here = [cell for cell in cells if cell.column == column]
        if all(len(cell.text.split()) <= 4 and cell_to_status(cell.text, fill=cell.fill) for cell in here):
            found.append(column)
    return {**columns, "status": found[0]} if len(found) == 1 else columns


def _with_project_column(
    columns: dict[Role, int], headers: list[str], table: Table, surroundings: tuple[str, ...]
) -> dict[Role, int]:
    """Where no header names the projects, a blank-headed first text column does, if the text around speaks of them."""
    if "project" in columns or "status" not in columns or not _ABOUT_PROJECTS.search(" | ".join(surroundings)):
        return columns
    for column, header in enumerate(headers):
        texts = [cell.text for cell in table.cells if cell.column == column and cell.row >= max(table.header_rows, 1)]
        wordy = [text for text in texts if re.search(r"[A-Za-z]{3}", text)]
        if not header.strip() and texts and len(wordy) == len(texts):
            return {**columns, "project": column}
    return columns


def _is_project_table(frame: _Frame, headers: list[str]) -> bool:
    columns = frame.columns
    if "project" not in columns or len(columns) < 2 or not frame.rows:
        return False
    sure = is_sure_project(headers[columns["project"]]) or bool(_ABOUT_PROJECTS.search(" | ".join(frame.surroundings)))
    if "status" in columns:
        read = sum(cell_to_status(c.text, fill=c.fill) is not None for c in _column(frame, "status"))
        return sure or 2 * read >= len(frame.rows)
    if frame.completed:
        return sure and bool({"completed", "end", "description"} & columns.keys())
    telling = {"budget", "spent", "start", "end", "completed", "issue", "mitigation"} & columns.keys()
    return is_sure_project(headers[columns["project"]]) and len(telling) >= 2


def _column(frame: _Frame, role: Role) -> list[Cell]:
    return [cell for row in frame.rows if (cell := _cell(row, frame.columns[role])) is not None]


def _data_rows(table: Table, name_column: int) -> tuple[tuple[Cell, ...], ...]:
    """Rows under the header, each with the cells that reach down into it; repeated headers, group rows and totals
    are left out."""
    header = [cell.text.lower() for cell in table.row(0)]
    rows = []
    for number in range(max(table.header_rows, 1), table.rows):
        row = tuple(sorted((c for c in table.cells if c.row <= number < c.row + c.row_span), key=lambda c: c.column))
        name = _cell(row, name_column)
        if name is not None and _CAPTION.match(name.text):
            break
        if name is None or name.row < number or [c.text.lower() for c in row] == header:
            continue
        if not _TOTAL.match(name.text) and not _is_group_row(row, name) and re.search(r"[A-Za-z]", name.text):
            rows.append(row)
    return tuple(rows)


def _is_group_row(row: tuple[Cell, ...], name: Cell) -> bool:
    """ "Public Works" across the whole table, or alone and bold in its row: a heading inside the table."""
    others = [cell for cell in row if cell is not name and (cell.text or cell.fill != name.fill)]
    return not others and (name.column_span > 1 or name.bold or len(row) == 1)


def _cell(row: tuple[Cell, ...], column: int) -> Cell | None:
    return next((cell for cell in row if cell.column <= column < cell.column + cell.column_span), None)


def _row_to_project(row: tuple[Cell, ...], frame: _Frame, *, context: Context, section: str | None) -> Project | None:
    cells = {role: cell for role, column in frame.columns.items() if (cell := _cell(row, column)) is not None}
    name = re.sub(r"^\d{1,3}[.)]\s+", "", " ".join(cells["project"].text.split()))
    plain, short = split_acronym(name)
    words = tuple(word for cell in row for word in cell.words)
    places = words_to_places(words, document=context.document, memo=context.memo, section=section)
    if not name or not places or parse_period(name) is not None:
        return None
    record = Project(
        project=name,
        aliases=(plain, *short) if short else (),
        source="table",
        memo=context.memo,
        as_of=context.date,
        places=places,
    )
    record = replace(record, **_texts(cells), **_values(cells, frame, context))  # type: ignore[arg-type]
    record = _with_status(record, cells.get("status"), completed=frame.completed)
    held: list[tuple[str, Cell]] = list(cells.items())
    if record.status == "complete":
        record, rest = _with_residual(record, cells)
        held += rest
    field_places = ((name, place) for name, cell in held for place in _cell_places(cell, context, section))
    return replace(record, field_places=tuple((n, p) for n, p in field_places if getattr(record, n, None) is not None))


def _with_residual(record: Project, cells: dict[Role, Cell]) -> tuple[Project, list[tuple[str, Cell]]]:
    """What a completed project's cells leave open: "Six of seven gates work; the last remains on hand cranks." """
    for role in ("status", *_TEXT_ROLES):
        text = " ".join(cells[role].text.split()) if role in cells else ""
        residual = find_residual(text[start:end] for start, end in split_sentences(text))
        if residual is not None:
            return replace(record, residual=residual), [("residual", cells[role])]
    return record, []


def _texts(cells: dict[Role, Cell]) -> dict[str, str | None]:
    found = {role: " ".join(cells[role].text.split()) for role in _TEXT_ROLES if role in cells}
    return {role: None if is_blank(text) else text for role, text in found.items()}


def _values(cells: dict[Role, Cell], frame: _Frame, context: Context) -> dict[str, object]:
    values: dict[str, object] = {}
    for role, cell in cells.items():
        if role in ("budget", "spent"):
            values[role] = cell_to_money(cell.text, header=frame.headers[frame.columns[role]])
        elif role in ("start", "end", "completed"):
            values[role] = parse_period(cell.text, fiscal_start=context.fiscal_start)
    return values


def _with_status(record: Project, cell: Cell | None, *, completed: bool) -> Project:
    """The status as the cell says it; in a list of completed projects without that column, complete.

    A long status text without a status word is a narrative: it goes to the description.
    """
    text = " ".join(cell.text.split()) if cell else ""
    status = cell_to_status(text, fill=cell.fill) if cell else None
    if status is not None and cell is not None:
        said = text if re.search(r"\w|[^\x00-\u25ff\u2b24]", text) else f"cell colour {cell.fill}"
        record = replace(record, status=status, status_text=said)
    elif text and not is_blank(text):
        is_narrative = len(text.split()) > 8 and not find_statuses(text)[:1]
        field = "description" if is_narrative and record.description is None else "status_text"
        record = replace(record, **{field: text})  # type: ignore[arg-type]
    elif completed and cell is None:
        record = replace(record, status="complete", status_text="completed")
    if record.status == "complete" and record.completed is None and record.end is not None:
        record = replace(record, completed=record.end, end=None)
    return record


def _cell_places(cell: Cell, context: Context, section: str | None) -> tuple[Place, ...]:
    return words_to_places(cell.words, document=context.document, memo=context.memo, section=section)


def _turned(table: Table) -> Table:
    """The table laid on its side, so that a card's labels ("Status", "Budget") become its header."""
    first = [cell for cell in table.cells if cell.column == 0]
    labels = [header_to_role(cell.text) for cell in first]
    if sum(label is not None for label in labels) < 2 or table.columns < 2:
        return table
    cells = tuple(
        replace(cell, row=cell.column, column=cell.row, row_span=cell.column_span, column_span=cell.row_span)
        for cell in table.cells
    )
    return replace(table, cells=cells, rows=table.columns, columns=table.rows, header_rows=1)
