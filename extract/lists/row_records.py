"""One row of a table of projects -> its record, each value with the cell that it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.language.blanks import is_blank
from extract.language.dates import parse_period
from extract.language.money import cell_to_money
from extract.language.sentences import split_sentences
from extract.lists.column_dates import DateStyle, cell_to_period
from extract.lists.columns import Role
from extract.lists.frames import DATES, SUMS, Frame, said
from extract.lists.house_colours import cell_to_house_status
from extract.lists.rows import ListRow, cell_at
from extract.lists.stated_units import with_sign_of
from extract.lists.status_cells import status_of_cell
from extract.projects.completions import find_residual
from extract.projects.names import split_acronym
from extract.projects.organisations import reads_like_department
from extract.projects.status_words import (
    TROUBLED,
    cell_to_status,
    fill_to_status,
    find_statuses,
)
from extract.statements import Context, trail_to_section
from records.document import words_to_places
from records.facts import Project
from records.place import Place
from records.table import Cell
from records.values import Money

_TEXT_ROLES: tuple[Role, ...] = ("issue", "mitigation", "description", "owner", "department", "reference")
_STAGES = ("complete", "cancelled", "on_hold", "not_started")
"""What the column of a project's stage says better than one of its colour."""
_LABEL_WORDS = 3
_HEADER = re.compile(r"(?:project|scheme|initiative|programme|program|investment)s?(?: (?:name|title)s?)?", re.I)
_NARRATIVE_WORDS = 8
_COMPLETED_GROUP = re.compile(r"\b(?:completed|finished|closed|delivered)\b(?!.*\b(?:not|to be)\b)", re.I)


@dataclass(slots=True)
class _Draft:
    """A record while it is made: its values, and the cell of each."""

    values: dict[str, object] = field(default_factory=dict)
    cells: list[tuple[str, Cell]] = field(default_factory=list)

    def put(self, name: str, value: object, cell: Cell | None) -> None:
        if value is not None and self.values.get(name) is None:
            self.values[name] = value
            if cell is not None:
                self.cells.append((name, cell))


def row_to_project(number: int, frame: Frame, *, context: Context) -> Project | None:
    row = frame.rows[number]
    name_cell = frame.cell(row, "project")
    name = re.sub(r"^\d{1,3}[.)]\s+", "", " ".join(name_cell.text.split())) if name_cell else ""
    section = trail_to_section((*([frame.section] if frame.section else []), *([row.group.text] if row.group else [])))
    places = _row_places(row, name_cell, frame, context=context, section=section)
    if name_cell is None or not name or not places or _is_period(name) or _HEADER.fullmatch(name):
        return None
    draft = _Draft(cells=[("project", name_cell)])
    _put_texts(draft, row, frame)
    _put_department(draft, number, frame, context=context)
    _put_values(draft, row, frame, context=context)
    _put_status(draft, row, frame)
    _put_commentary(draft, row, frame)
    _put_residual(draft, row, frame)
    return Project(
        project=name,
        aliases=_name_to_aliases(name),
        source="table",
        memo=context.memo,
        as_of=context.date,
        places=places,
        field_places=tuple(
            (name, place) for name, cell in draft.cells for place in _cell_places(cell, context, section)
        ),
        **draft.values,  # type: ignore[arg-type]
    )


def _name_to_aliases(name: str) -> tuple[str, ...]:
    """An acronym in the middle of a name is that of the words before it: an office's, or a programme's."""
    plain, short = split_acronym(name)
    return (plain, *(short if name.rstrip().endswith(")") else ())) if short else ()


def _is_period(name: str) -> bool:
    period = parse_period(name)
    return period is not None and period.text == name


def _row_places(
    row: ListRow, name: Cell | None, frame: Frame, *, context: Context, section: str | None
) -> tuple[Place, ...]:
    """The row; of a table on its side the cells one by one, since they do not follow one another in the file."""
    if not frame.turned:
        words = tuple(word for cell in row.cells for word in cell.words)
        return words_to_places(words, document=context.document, memo=context.memo, section=section)
    cells = ([name] if name else []) + [cell for cell in row.cells if cell is not name and cell.text]
    return tuple(place for cell in cells for place in _cell_places(cell, context, section))


def _cell_places(cell: Cell, context: Context, section: str | None) -> tuple[Place, ...]:
    return words_to_places(cell.words, document=context.document, memo=context.memo, section=section)


def _put_texts(draft: _Draft, row: ListRow, frame: Frame) -> None:
    for role in _TEXT_ROLES:
        cell = frame.cell(row, role)
        draft.put(role, said(cell), cell)


def _put_department(draft: _Draft, number: int, frame: Frame, *, context: Context) -> None:
    """Where the row has none: the cell above that stands for several rows, the title row, the sheet's name."""
    above = frame.departments.get(number)
    draft.put("department", said(above), above)
    group = frame.rows[number].group
    if group is not None and reads_like_department(group.text):
        draft.put("department", said(group), group)
    if context.document.media == "xlsx" and "department" not in frame.columns:
        named = [text for text in frame.surroundings if reads_like_department(text)]
        draft.put("department", named[-1] if named else None, None)


def _put_values(draft: _Draft, row: ListRow, frame: Frame, *, context: Context) -> None:
    for role in SUMS:
        if (cell := frame.cell(row, role)) is not None:
            draft.put(role, cell_to_sum(cell, role, frame), cell)
    for role in DATES:
        if (cell := frame.cell(row, role)) is not None and not is_blank(cell.text):
            style = frame.dates.get(role, DateStyle())
            draft.put(role, cell_to_period(cell, style=style, fiscal_start=context.fiscal_start), cell)


def cell_to_sum(cell: Cell, role: Role, frame: Frame) -> Money | None:
    """A cell of ``role``'s column as a sum: its header and the table's title may hold the unit."""
    header = with_sign_of(cell.text, f"{frame.headers[frame.columns[role]]} {frame.unit}".strip())
    if role not in frame.comma_sums:
        return cell_to_money(cell.text, header=header)
    money = cell_to_money(cell.text.replace(".", "").replace(",", "."), header=header)
    return None if money is None else replace(money, text=cell.text.strip())


def _put_status(draft: _Draft, row: ListRow, frame: Frame) -> None:
    """The status as the cell says it; in a list of completed projects without that column, complete.

    A long status text without a status word is a narrative: it goes to the description.
    """
    columns = frame.statuses
    main = cell_at(row.cells, columns.main) if columns.main is not None else None
    stage = cell_at(row.cells, columns.stage) if columns.stage is not None else None
    own = cell_at(row.cells, columns.own) if columns.own is not None else None
    if stage is not None and _cell_status(stage, frame) in _STAGES:
        main = stage
    status, text = _cell_status(main, frame) or _painted_status(main, row), said(main)
    if status is None and text is None and own is not None and _cell_status(own, frame) is not None:
        draft.put("status", _cell_status(own, frame), own)
        draft.put("status_text", f"{said(own)} ({' '.join(frame.headers[columns.own or 0].split())})", own)
    elif status is not None and main is not None:
        draft.put("status", status, main)
        draft.put("status_text", text if text and _has_words(text) else f"cell colour {main.fill}", None)
    elif text is not None:
        is_narrative = len(text.split()) > _NARRATIVE_WORDS and not find_statuses(text)[:1]
        draft.put("description" if is_narrative and not draft.values.get("description") else "status_text", text, main)
    elif main is None and not _put_parts(draft, row, frame):
        _put_group_status(draft, row, frame)
    if draft.values.get("status") == "complete" and draft.values.get("end") is not None:
        _end_to_completed(draft)


def _cell_status(cell: Cell | None, frame: Frame) -> str | None:
    if cell is None:
        return None
    read = status_of_cell(cell.text, fill=cell.fill, header=frame.headers[cell.column])
    return read or cell_to_house_status(cell, frame.house)


def _painted_status(cell: Cell | None, row: ListRow) -> str | None:
    """ "Monitor" in yellow: of a word that says no colour the paint does, where it is the cell's own."""
    if cell is None or not cell.text or len(cell.text.split()) > _LABEL_WORDS:
        return None
    own = all(other is cell or other.fill != cell.fill for other in row.cells)
    return fill_to_status(cell.fill) if own else None


def _has_words(text: str) -> bool:
    return bool(re.search(r"\w|[^\x00-\u25ff\u2b24]", text))


def _put_parts(draft: _Draft, row: ListRow, frame: Frame) -> bool:
    """ "Schedule Green; Cost Red": ratings of parts are kept as they stand, and no status is made of them."""
    parts = [(frame.headers[column], cell_at(row.cells, column)) for column in frame.statuses.parts]
    told = [f"{' '.join(header.split())}: {text}" for header, cell in parts if (text := said(cell)) is not None]
    draft.put("status_text", "; ".join(told) or None, None)
    return bool(told)


def _put_group_status(draft: _Draft, row: ListRow, frame: Frame) -> None:
    """What a title row or the table's own title says of all its rows: "Completed projects", "Red"."""
    if frame.completed:
        draft.put("status", "complete", None)
        draft.put("status_text", "completed", None)
    elif row.group is not None and "status" not in frame.columns:
        text = " ".join(row.group.text.split())
        status = "complete" if _COMPLETED_GROUP.match(text) else cell_to_status(text) if " " not in text else None
        draft.put("status", status, row.group)
        draft.put("status_text", text if status else None, None)


def _end_to_completed(draft: _Draft) -> None:
    if draft.values.get("completed") is None:
        draft.values["completed"] = draft.values.pop("end")
        draft.cells = [("completed" if name == "end" else name, cell) for name, cell in draft.cells]


def _put_commentary(draft: _Draft, row: ListRow, frame: Frame) -> None:
    """What explains a rating is the issue where the rating is a bad one, and describes the project otherwise."""
    cell = frame.cell(row, "commentary")
    name = "issue" if draft.values.get("status") in TROUBLED else "description"
    draft.put(name, said(cell), cell)


def _put_residual(draft: _Draft, row: ListRow, frame: Frame) -> None:
    """What a completed project's cells leave open: "Six of seven gates work; the last remains on hand cranks." """
    if draft.values.get("status") != "complete":
        return
    roles: Sequence[Role] = ("status", "issue", "mitigation", "description", "owner", "department")
    for role in roles:
        cell = frame.cell(row, role)
        text = " ".join(cell.text.split()) if cell is not None else ""
        residual = find_residual(text[start:end] for start, end in split_sentences(text))
        if residual is not None:
            draft.put("residual", residual, cell)
            return


__all__ = ["cell_to_sum", "row_to_project"]
