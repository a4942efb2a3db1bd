"""Rows of text to an XLSX sheet: numbers become numbers with their own format, every other text stays a text.

No cell is ever written as a formula, whatever it begins with.
"""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.export.cells import text_to_number

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""What one cell of the format can hold. A longer text is cut and says so."""

_CUT_NOTE = " [cut: longer than a cell can hold]"
_FORBIDDEN_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST_COLUMN = 60


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
            _write_cell(sheet.cell(row=number, column=column), text, convert=convert and number > header_rows)
    _dress(sheet, rows, header_rows=header_rows)
    return sheet


def workbook_to_bytes(workbook: "Workbook") -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_cell(cell: "Cell", text: str, *, convert: bool) -> None:
    number = text_to_number(text) if convert else None
    if number is not None:
        value, cell.number_format = number
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    elif text:
        cell.value = _storable(text)
        cell.data_type = "s"


def _storable(text: str) -> str:
    clean = _FORBIDDEN_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - len(_CUT_NOTE)] + _CUT_NOTE


def _dress(sheet: "Worksheet", rows: Sequence[Sequence[str]], *, header_rows: int) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.row <= header_rows:
                cell.font = Font(bold=True)
    for column in range(max((len(row) for row in rows), default=0)):
        longest = max((len(row[column]) for row in rows if column < len(row)), default=0)
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(_WIDEST_COLUMN, longest + 2)
    if header_rows:
        sheet.freeze_panes = f"A{header_rows + 1}"
