"""Rows of text to an XLSX sheet: numbers become numbers with their own format, every other text stays a text.

No cell is ever written as a formula, whatever it begins with. The same content is the same bytes at any time, so that
a written file can be known again by its hash.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.export.cells import neutralise, text_to_number

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""What one cell of the format can hold. A longer text is cut and says so."""

_CUT_NOTE = " [cut: longer than a cell can hold]"
_FORBIDDEN_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROWEST_COLUMN, _WIDEST_COLUMN = 6, 60
_ANY_TIME = (1980, 1, 1, 0, 0, 0)
_SAVED_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def new_workbook() -> "Workbook":
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    return workbook


def add_sheet(
    workbook: "Workbook", title: str, rows: Sequence[Sequence[str]], *, header_rows: int = 1, convert: bool = True
) -> "Worksheet":
    """``convert`` turns plain numbers into numbers; header rows stay texts and are bold."""
    sheet = workbook.create_sheet(title)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            write_cell(sheet.cell(row=number, column=column), text, convert=convert and number > header_rows)
    dress_rows(sheet, first=1, last=len(rows), header_rows=header_rows)
    fit_columns(sheet, rows)
    return sheet


def write_cell(cell: "Cell", text: str, *, convert: bool) -> None:
    """A text that looks like a formula keeps the mark of a text also when somebody edits the cell."""
    number = text_to_number(text) if convert else None
    if number is not None:
        value, cell.number_format = number
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    elif text:
        cell.value = storable(text)
        cell.data_type = "s"
        cell.quotePrefix = neutralise(text) != text


def storable(text: str) -> str:
    clean = _FORBIDDEN_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - len(_CUT_NOTE)] + _CUT_NOTE


def dress_rows(sheet: "Worksheet", *, first: int, last: int, header_rows: int) -> None:
    """Rows ``first`` to ``last`` wrap their texts; the first ``header_rows`` of them are bold and stay in sight."""
    from openpyxl.styles import Alignment, Font

    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(name="Calibri", size=11, bold=True)
    for row in sheet.iter_rows(min_row=first, max_row=last):
        for cell in row:
            cell.alignment = wrapped
            if cell.row < first + header_rows:
                cell.font = bold
    if header_rows:
        sheet.freeze_panes = f"A{first + header_rows}"


def fit_columns(sheet: "Worksheet", rows: Sequence[Sequence[str]]) -> None:
    """Each column as wide as its longest line, within reason."""
    from openpyxl.utils import get_column_letter

    for column in range(max((len(row) for row in rows), default=0)):
        lines = (line for row in rows if column < len(row) for line in row[column].split("\n"))
        width = max(map(len, lines), default=0) + 2
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = min(_WIDEST_COLUMN, max(_NARROWEST_COLUMN, width))


def workbook_to_bytes(workbook: "Workbook") -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return _without_times(content)


def _without_times(content: io.BytesIO) -> bytes:
    """The library stamps each part with the time of saving, which says nothing about the table."""
    timeless = io.BytesIO()
    with zipfile.ZipFile(content) as stamped, zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as written:
        for name in stamped.namelist():
            data = stamped.read(name)
            if name == "docProps/core.xml":
                data = _SAVED_AT.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            written.writestr(zipfile.ZipInfo(name, date_time=_ANY_TIME), data, zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
