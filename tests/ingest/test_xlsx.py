"""Workbooks: values as the sheet shows them, regions and titles, spans and colours, and what is not shown."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from ingest.office import workbook
from ingest.office.number_formats import moment_to_text, number_to_text
from ingest.office.workbook import read_xlsx
from ingest.read import read_file
from records.document import Document
from records.errors import InputError
from records.settings import Settings

ACCOUNTING = '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'


def read(tmp_path: Path, fill: Callable[[Any, Any], None], *, title: str = "Fleet") -> Document:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    fill(book, sheet)
    path = tmp_path / "fleet.xlsx"
    book.save(path)
    return read_xlsx(path, name="fleet.xlsx", sha256="0" * 64, max_sheets=5)


def put(sheet: Any, rows: list[list[Any]], *, row: int = 1, column: int = 1) -> None:
    for r, values in enumerate(rows, start=row):
        for c, value in enumerate(values, start=column):
            if value is not None:
                sheet.cell(r, c, value)


FERRIES: list[list[Any]] = [["Ferry", "Crew"], ["Alba", 9], ["Bris", 4]]
AS_TEXT = [["Ferry", "Crew"], ["Alba", "9"], ["Bris", "4"]]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234567, "General", "1234567"),
        (0.1, "General", "0.1"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234.5, "0", "1235"),
        (2.5, "0", "3"),
        (-3, "0", "-3"),
        (-0.2, "0", "0"),
        (0.125, "0.0%", "12.5%"),
        (1.5, "0%", "150%"),
        (1234567.5, "$#,##0", "$1,234,568"),
        (-1200, "$#,##0;($#,##0)", "($1,200)"),
        (-1200, "$#,##0_);[Red]($#,##0)", "($1,200)"),
        (1234567.5, ACCOUNTING, "$1,234,567.50"),
        (-1200, ACCOUNTING, "$(1,200.00)"),
        (0, ACCOUNTING, "$-"),
        (46400000, '$#,##0.0,,"M"', "$46.4M"),
        (12500, '#,##0,"K"', "13K"),
        (1200, "[$€-407] #,##0", "€ 1,200"),
        (7, "000", "007"),
        (0.5, "#.##", ".5"),
        (3, '0 "boats"', "3 boats"),
        (5, "# ?/?", None),
        (12345, "0.00E+00", None),
        (5, '[>100]"many";0', None),
    ],
)
def test_numbers_show_as_on_the_sheet_or_are_said_not_to(value: float, code: str, shown: str | None) -> None:
    assert number_to_text(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (datetime.datetime(2031, 5, 3), "m/d/yyyy", "5/3/2031"),
        (datetime.datetime(2031, 5, 3), "mm-dd-yy", "05-03-31"),
        (datetime.datetime(2031, 5, 3), "d-mmm-yy", "3-May-31"),
        (datetime.datetime(2031, 5, 3), "mmmm yyyy", "May 2031"),
        (datetime.datetime(2031, 5, 3), '[$-409]mmmm" "d", "yyyy;@', "May 3, 2031"),
        (datetime.datetime(2031, 5, 3), "dddd, mmmm dd, yyyy", "Saturday, May 03, 2031"),
        (datetime.datetime(2031, 5, 3, 15, 4), "m/d/yy h:mm AM/PM", "5/3/31 3:04 PM"),
        (datetime.time(9, 5, 7), "h:mm:ss", "9:05:07"),
        (datetime.datetime(2031, 5, 3, 9, 5), "hh:mm", "09:05"),
        (datetime.date(2031, 5, 3), "General", "2031-05-03"),
    ],
)
def test_dates_show_as_on_the_sheet(value: datetime.date | datetime.time, code: str, shown: str) -> None:
    assert moment_to_text(value, code) == shown


def test_a_sheet_is_a_page_and_its_name_the_title(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        put(sheet, FERRIES)
        put(book.create_sheet("Trams"), FERRIES, row=3, column=2)

    document = read(tmp_path, fill)
    assert [(t.title, t.pages, t.grid(), t.header_rows, t.method) for t in document.tables] == [
        ("Fleet", (1,), AS_TEXT, 1, "xlsx"),
        ("Trams", (2,), AS_TEXT, 1, "xlsx"),
    ]
    assert [page.number for page in document.pages] == [1, 2]
    assert [(block.kind, block.text, block.page) for block in document.blocks] == [
        ("heading", "Fleet", 1), ("table", "", 1), ("heading", "Trams", 2), ("table", "", 2),
    ]  # fmt: skip


def test_a_name_that_the_program_gave_is_no_title(tmp_path: Path) -> None:
    assert read(tmp_path, lambda _, sheet: put(sheet, FERRIES), title="Sheet1").tables[0].title is None


def test_lines_above_a_table_are_its_title_and_a_note_below_is_not_the_next_one(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        put(sheet, [["Fleet Report"], ["As of May 3"], [None], *FERRIES])
        sheet.merge_cells("A1:B1")
        put(sheet, [["Source: harbor office"]], row=8)
        put(sheet, FERRIES, row=10)

    document = read(tmp_path, fill)
    assert [(t.title, t.grid()) for t in document.tables] == [
        ("Fleet Report - As of May 3", AS_TEXT),
        ("Fleet", AS_TEXT),
    ]
    assert [(b.kind, b.text) for b in document.blocks if b.text] == [
        ("heading", "Fleet"),
        ("heading", "Fleet Report"),
        ("heading", "As of May 3"),
        ("paragraph", "Source: harbor office"),
    ]


def test_blank_rows_and_columns_part_tables(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        put(sheet, FERRIES)
        put(sheet, [["Port", "Depth"], ["Vell", 7]], column=4)
        put(sheet, [["Tram", "Seats"], ["T1", 80]], row=6)

    assert [table.grid() for table in read(tmp_path, fill).tables] == [
        AS_TEXT,
        [["Port", "Depth"], ["Vell", "7"]],
        [["Tram", "Seats"], ["T1", "80"]],
    ]


def test_merged_cells_are_spans_and_painted_cells_have_their_colour(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        put(sheet, [["Ferry", "Crew", None, "Status"], [None, "Plan", "Actual", None], ["Alba", 9, 8], ["Bris", 4, 4]])
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet["D3"].fill = PatternFill("solid", fgColor="FFFF0000")
        sheet["D4"].fill = PatternFill("solid", fgColor=Color(theme=9, tint=0.4))
        sheet["C3"].fill = PatternFill("solid", fgColor="FFFFFFFF")
        sheet["A1"].font = Font(bold=True)

    table = read(tmp_path, fill).tables[0]
    assert table.header_rows == 2
    assert table.grid()[1] == ["", "Plan", "Actual", ""]
    assert [(c.text, c.row_span, c.column_span) for c in table.cells if c.row_span > 1 or c.column_span > 1] == [
        ("Ferry", 2, 1),
        ("Crew", 1, 2),
    ]
    assert [(c.row, c.column, c.fill) for c in table.cells if c.fill] == [(2, 3, "#ff0000"), (3, 3, "#fac090")]
    assert table.cells[0].bold


def test_a_formula_is_its_stored_result_and_never_its_text(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        put(sheet, [*FERRIES, ["Total", "=SUM(B2:B3)"]])

    document = read(tmp_path, fill)
    assert document.tables[0].grid()[-1] == ["Total", ""]
    assert [(p.kind, p.page, p.loses_text, "B4" in p.message) for p in document.problems] == [
        ("formula_not_computed", 1, True, True)
    ]
    path = tmp_path / "stored.xlsx"
    with zipfile.ZipFile(tmp_path / "fleet.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</f><v></v>", b"</f><v>13</v>"))
    stored = read_xlsx(path, name="stored.xlsx", sha256="0" * 64, max_sheets=5)
    assert stored.tables[0].grid()[-1] == ["Total", "13"]
    assert stored.problems == ()


def test_what_is_hidden_is_left_out_and_named(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        put(sheet, [["Ferry", "Key", "Crew"], ["Alba", "x", 9], ["Old", "y", 1], ["Bris", "z", 4]])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["A2"].comment = Comment("ask Ida", "Ida")
        put(book.create_sheet("Drafts"), FERRIES)
        book["Drafts"].sheet_state = "hidden"

    document = read(tmp_path, fill)
    assert [table.grid() for table in document.tables] == [AS_TEXT]
    assert [(p.kind, p.page) for p in document.problems] == [("hidden_text", 1), ("comment", 1), ("hidden_text", 2)]
    assert "row 3" in document.problems[0].message
    assert "column B" in document.problems[0].message
    assert "Drafts" in document.problems[2].message


def test_a_number_in_an_unknown_format_is_plain_and_said(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        put(sheet, [*FERRIES, ["Cor", 2.5]])
        sheet["B4"].number_format = "# ?/?"

    document = read(tmp_path, fill)
    assert document.tables[0].grid()[-1] == ["Cor", "2.5"]
    assert [problem.kind for problem in document.problems] == ["number_format"]


def test_limits_are_outcomes_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sheets(book: Any, sheet: Any) -> None:
        put(sheet, FERRIES)
        for number in range(5):
            book.create_sheet(f"S{number}")

    with pytest.raises(InputError) as caught:
        read(tmp_path, sheets)
    assert caught.value.code == "too_large"
    monkeypatch.setattr(workbook, "MOST_CELLS", 5)
    with pytest.raises(InputError) as caught:
        read(tmp_path, lambda _, sheet: put(sheet, FERRIES))
    assert caught.value.code == "too_large"


def test_a_workbook_goes_through_the_reader_process_and_an_empty_or_broken_one_fails(tmp_path: Path) -> None:
    settings = Settings(read_seconds=60)
    read(tmp_path, lambda _, sheet: put(sheet, FERRIES))
    assert read_file(tmp_path / "fleet.xlsx", settings=settings).tables[0].grid() == AS_TEXT
    book = Workbook()
    book.save(tmp_path / "empty.xlsx")
    with zipfile.ZipFile(tmp_path / "fleet.xlsx") as old, zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[:200] if "sheet1" in name else old.read(name))
    codes = []
    for name in ("empty.xlsx", "broken.xlsx"):
        with pytest.raises(InputError) as caught:
            read_file(tmp_path / name, settings=settings)
        codes.append(caught.value.code)
    assert codes == ["no_text", "damaged"]
