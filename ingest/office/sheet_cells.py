"""One sheet of a workbook -> its visible cells with the text that they show, and what is not shown or not known."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter

from ingest.office.number_formats import duration_to_text, general, moment_to_text, number_to_text
from ingest.office.sheet_styles import SheetStyles
from records.document import Problem
from records.table import Cell
from records.word import Word

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """``Cell.row`` and ``Cell.column`` count the visible rows and columns from 0."""

    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Unread:
    """Names of what was left out or may look different on the sheet, each once and in order."""

    hidden: dict[str, None] = field(default_factory=dict)
    uncomputed: dict[str, None] = field(default_factory=dict)
    formats: dict[str, None] = field(default_factory=dict)


def read_sheet(sheet: Any, formulas: Any, *, styles: SheetStyles, page: int) -> SheetCells:
    """``formulas`` is the same sheet with formulas in place of their results, where the workbook has any."""
    unread = _Unread()
    texts = {
        spot: _value_to_line(cell.value, styles.of(cell).number_format, unread)
        for spot, cell in sheet._cells.items()
        if cell.value is not None
    }
    computed = {cell.coordinate for cell in sheet._cells.values() if cell.value is not None}
    if formulas is not None:
        found = [cell for cell in formulas._cells.values() if cell.data_type == "f"]
        unread.uncomputed = dict.fromkeys(cell.coordinate for cell in found if cell.coordinate not in computed)
    texts = _without_hidden({spot: text for spot, text in texts.items() if text}, sheet, unread)
    cells = _place(texts, sheet, styles=styles, page=page)
    return SheetCells(cells=tuple(cells), problems=tuple(_problems(sheet, unread, page)))


Spot = tuple[int, int]
"""A row and a column of the sheet, from 1."""


def _value_to_line(value: Any, code: str, unread: _Unread) -> str:
    text = _value_to_text(value, code)
    if text is None:
        unread.formats[code] = None
        text = general(value)
    return " ".join(text.split())


def _value_to_text(value: object, code: str) -> str | None:
    """``None`` for a number in a format that is not known."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return general(value) if code in ("", "General") else number_to_text(value, code)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return moment_to_text(value, code)
    if isinstance(value, datetime.timedelta):
        return duration_to_text(value)
    return str(value)


def _without_hidden(texts: dict[Spot, str], sheet: Any, unread: _Unread) -> dict[Spot, str]:
    rows, columns = _hidden_rows(sheet), _hidden_columns(sheet)
    for row, column in sorted(texts):
        if row in rows:
            unread.hidden[f"row {row}"] = None
        elif column in columns:
            unread.hidden[f"column {get_column_letter(column)}"] = None
    return {(row, column): text for (row, column), text in texts.items() if row not in rows and column not in columns}


def _hidden_rows(sheet: Any) -> set[int]:
    return {number for number, row in sheet.row_dimensions.items() if row.hidden}


def _hidden_columns(sheet: Any) -> set[int]:
    """The sheet declares ranges of columns alike."""
    ranges = [column for column in sheet.column_dimensions.values() if column.hidden]
    return {number for column in ranges for number in range(column.min or 0, (column.max or -1) + 1)}


def _place(texts: dict[Spot, str], sheet: Any, *, styles: SheetStyles, page: int) -> Iterator[Cell]:
    """Cells with text, and painted ones beside and below text; hidden rows and columns close up."""
    rows = _close_up((row for row, _ in texts), _hidden_rows(sheet))
    columns = _close_up((column for _, column in texts), _hidden_columns(sheet))
    with_text = ({row for row, _ in texts}, {column for _, column in texts})
    areas = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    for (row, column), cell in sheet._cells.items():
        text = texts.get((row, column), "")
        style = styles.of(cell)
        if not text and (style.fill is None or row not in with_text[0] or column not in with_text[1]):
            continue
        area = areas.get((row, column))
        yield Cell(
            row=rows[row],
            column=columns[column],
            text=text,
            page=page,
            row_span=_span(rows, row, area.max_row if area else row),
            column_span=_span(columns, column, area.max_col if area else column),
            words=_words(text, page),
            bold=bool(text) and style.bold,
            fill=style.fill,
            day=_day(cell.value) if text else None,
        )


def _day(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, datetime.date) else None


def _close_up(numbers: Iterable[int], hidden: set[int]) -> dict[int, int]:
    """The position, among the visible ones, of each row or column up to the last one with text."""
    visible = (number for number in range(1, max(numbers, default=0) + 1) if number not in hidden)
    return {number: position for position, number in enumerate(visible)}


def _span(positions: dict[int, int], first: int, last: int) -> int:
    """What a merged cell covers that is visible, within the part of the sheet that has text."""
    if first == last:
        return 1
    end = min(last, next(reversed(positions)))
    return max(1, sum(number in positions for number in range(first, end + 1)))


def _words(text: str, page: int) -> tuple[Word, ...]:
    words = []
    at = 0
    for piece in text.split():
        words.append(Word(start=at, end=at + len(piece), source=piece, page=page))
        at += len(piece) + 1
    return tuple(words)


def _problems(sheet: Any, unread: _Unread, page: int) -> Iterator[Problem]:
    where = f"Sheet {sheet.title!r}"
    if unread.hidden:
        message = f"{where} has hidden parts that were left out: {_named(unread.hidden)}."
        yield Problem(kind="hidden_text", page=page, message=message)
    if unread.uncomputed:
        message = (
            f"{where} has formulas without a stored result, which are empty here: {_named(unread.uncomputed)}. "
            "Open the file in its program, save it and try again."
        )
        yield Problem(kind="formula_not_computed", page=page, message=message, loses_text=True)
    if unread.formats:
        message = (
            f"{where} shows some numbers in a way that is not known; they are plain here: {_named(unread.formats)}."
        )
        yield Problem(kind="number_format", page=page, message=message)
    comments = sum(cell.comment is not None for cell in sheet._cells.values() if not isinstance(cell, MergedCell))
    if comments:
        yield Problem(kind="comment", page=page, message=f"{where}: {comments} comment(s) were not read.")
    if sheet._charts or sheet._images:
        count = len(sheet._charts) + len(sheet._images)
        yield Problem(kind="picture", page=page, message=f"{where}: {count} chart(s) or picture(s) were not looked at.")


def _named(names: dict[str, None]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(list(names)[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
