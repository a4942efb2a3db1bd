"""Tables as the bytes of files: rectangular, traceable, numbers as numbers and nothing lost."""

import csv
import hashlib
import io
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from records.document import Document, Page
from records.errors import InputError
from records.table import Cell, Table
from ui.export.cells import restore
from ui.export.csv_text import rows_to_csv
from ui.export.table_names import file_to_stem, stem_key, table_file_names
from ui.export.table_workbook import pages_text
from ui.export.tables import document_to_files, table_to_bytes
from ui.wire import table_to_json

ROWS = [["Project", "Change"], ["Harbor Lights", "-1,234.56"], ["=2+2", "naïve, “quoted”"]]


def a_table(rows: list[list[str]], *, page: int = 1, title: str | None = None, header_rows: int = 1) -> Table:
    cells = tuple(
        Cell(row=r, column=c, text=text, page=page, box=(10.0, 20.0, 30.0, 40.123))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(
        cells=cells, rows=len(rows), columns=len(rows[0]), header_rows=header_rows, pages=(page,),
        boxes=((page, (10.0, 20.0, 30.0, 40.0)),), title=title, method="ruled", confidence=0.9,
    )  # fmt: skip


def a_document(*tables: Table, file: str = "memo 2031.pdf") -> Document:
    return Document(
        file=file, sha256="ab", media="pdf", pages=(Page(number=1, width=612, height=792),), blocks=(), tables=tables
    )


def sheet_of(document: Document, label: str = "p1-t1") -> Worksheet:
    files = document_to_files(document, stem="a", format="xlsx").files
    sheet = load_workbook(io.BytesIO(files["a.xlsx"]))[label]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_each_table_is_a_file_and_a_resource() -> None:
    document = a_document(a_table(ROWS), a_table(ROWS, page=3))
    written = document_to_files(document, stem="memo 2031", source_path="../in/memo 2031.pdf")
    assert list(written.files) == ["memo 2031-p1-t1.csv", "memo 2031-p3-t1.csv"]
    assert [resource["path"] for resource in written.resources] == list(written.files)
    first = written.resources[0]
    content = written.files["memo 2031-p1-t1.csv"]
    assert first["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    expected = {
        "source": "memo 2031.pdf", "source_path": "../in/memo 2031.pdf", "sha256": "ab", "pages": [1],
        "boxes": [[1, 10.0, 20.0, 30.0, 40.0]], "rows": 3, "columns": 2, "header_rows": 1, "method": "ruled",
        "confidence": 0.9, "title": None, "dialect": {"headerRows": [1]}, "encoding": "utf-8",
    }  # fmt: skip
    assert {key: first[key] for key in expected} == expected


def test_a_document_without_tables_makes_no_file() -> None:
    for format in ("csv", "xlsx"):
        assert document_to_files(a_document(), stem="a", format=format).files == {}


def test_the_csv_is_safe_and_rectangular() -> None:
    content = table_to_bytes(a_document(), a_table(ROWS), format="csv")
    assert content.startswith(b"Project,Change\r\n")
    assert list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""))) == [
        ["Project", "Change"], ["Harbor Lights", "-1,234.56"], ["'=2+2", "naïve, “quoted”"],
    ]  # fmt: skip


def test_marks_are_kept_beside_the_clean_number() -> None:
    table = a_table(ROWS)
    marked = replace(
        table, cells=tuple(replace(c, marks=("a", "*")) if c.row == c.column == 1 else c for c in table.cells)
    )
    written = document_to_files(a_document(marked), stem="a")
    assert b"-1,234.56" in written.files["a-p1-t1.csv"]
    assert written.resources[0]["marks"] == [[1, 1, "a", "*"]]
    cells = table_to_json(marked, written.resources[0])["cells"]
    assert isinstance(cells, list)
    assert cells[3]["marks"] == ["a", "*"]
    assert "marks" not in cells[0]
    comment = sheet_of(a_document(marked))["B5"].comment
    assert comment is not None
    assert comment.text == "Footnote mark: a, *"


def test_one_json_line_holds_resource_and_cells() -> None:
    table = a_table(ROWS)
    line = table_to_json(table, document_to_files(a_document(table), stem="a").resources[0])
    assert line["path"] == "a-p1-t1.csv"
    cells = line["cells"]
    assert isinstance(cells, list)
    assert cells[1] == {
        "row": 0, "column": 1, "row_span": 1, "column_span": 1, "text": "Change", "page": 1,
        "box": [10.0, 20.0, 30.0, 40.12],
    }  # fmt: skip


# The workbook


def test_the_workbook_has_a_contents_sheet_that_leads_to_each_table() -> None:
    document = a_document(a_table(ROWS, title="Budget"), a_table(ROWS), a_table(ROWS, page=3))
    written = document_to_files(document, stem="a", format="xlsx")
    workbook = load_workbook(io.BytesIO(written.files["a.xlsx"]))
    assert workbook.sheetnames == ["Contents", "p1-t1", "p1-t2", "p3-t1"]
    contents = workbook["Contents"]
    assert [cell.value for cell in contents[1]] == [
        "Table", "Title", "Pages", "Rows", "Columns", "Unit", "Read as", "Confidence", "Review",
    ]  # fmt: skip
    assert [cell.value for cell in contents[2]][:8] == ["p1-t1", "Budget", 1, 3, 2, None, "ruled", 0.9]
    assert contents["A4"].hyperlink.location == "'p3-t1'!A1"
    assert [resource["path"] for resource in written.resources] == ["a.xlsx"] * 3
    assert [resource["sheet"] for resource in written.resources] == ["p1-t1", "p1-t2", "p3-t1"]
    assert written.resources[0]["dialect"] == {"sheetName": "p1-t1", "headerRows": [4]}
    assert len({resource["name"] for resource in written.resources}) == 3


def test_each_sheet_says_where_its_table_stood_and_leads_back() -> None:
    sheet = sheet_of(a_document(a_table(ROWS, title="Budget")))
    assert sheet["A1"].value == "Budget"
    assert sheet["A2"].value == "memo 2031.pdf, page 1, read as ruled, confidence 0.90"
    assert sheet["A3"].hyperlink.location == "'Contents'!A1"
    assert sheet.freeze_panes == "A5"
    assert sheet["A4"].font.bold
    assert not sheet["A5"].font.bold


@pytest.mark.parametrize(
    ("text", "value", "type_"),
    [
        ("-1,234.56", -1234.56, "n"), ("(1,250)", -1250, "n"), ("12%", 0.12, "n"), ("\u22124", -4, "n"),
        ("007", "007", "s"), ("1234567890123456", "1234567890123456", "s"), ("2031-03-04", "2031-03-04", "s"),
        ("3/4/2031", "3/4/2031", "s"), ("=2+2", "=2+2", "s"),

        ("+1-555-0100", "+1-555-0100", "s"), ("TRUE", "TRUE", "s"),
        ("#REF!", "#REF!", "s"), ("1E5", "1E5", "s"), ("-", "-", "s"),
    ],
)  # fmt: skip
def test_a_cell_is_a_number_only_where_nothing_is_lost(text: str, value: object, type_: str) -> None:
    cell = sheet_of(a_document(a_table([["H"], [text]])))["A5"]
    assert (cell.value, cell.data_type) == (value, type_)


def test_unit_and_footnotes_stay_with_the_table() -> None:
    document = a_document(
        replace(a_table(ROWS, title="Budget"), unit="in thousands", notes=("a Estimated.", "=Source: x"))
    )
    resource = document_to_files(document, stem="a").resources[0]
    assert (resource["unit"], resource["notes"]) == ("in thousands", ["a Estimated.", "=Source: x"])
    sheet = sheet_of(document)
    assert sheet["A1"].value == "Budget (in thousands)"
    assert [(sheet[spot].value, sheet[spot].data_type) for spot in ("A8", "A9")] == [
        ("a Estimated.", "s"),
        ("=Source: x", "s"),
    ]


def test_spans_are_merged_unless_that_would_hide_a_text() -> None:
    table = a_table([["Fiscal year", "", ""], ["2030", "2031", "2032"]], header_rows=2)
    spanning = replace(table, cells=(replace(table.cells[0], column_span=3), *table.cells[3:]))
    assert [str(area) for area in sheet_of(a_document(spanning)).merged_cells.ranges] == ["A4:C4"]
    hiding = replace(table, cells=(replace(table.cells[0], column_span=3, row_span=2), *table.cells[3:]))
    sheet = sheet_of(a_document(hiding))
    assert not sheet.merged_cells.ranges
    assert [cell.value for cell in sheet[5]] == ["2030", "2031", "2032"]


def test_the_same_tables_are_the_same_bytes_at_any_time() -> None:
    document = a_document(a_table(ROWS))
    first = document_to_files(document, stem="a", format="xlsx").files
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    assert document_to_files(document, stem="a", format="xlsx").files == first


def test_a_table_that_no_sheet_can_hold_is_refused() -> None:
    wide = replace(a_table([["a"]]), columns=20_000)
    with pytest.raises(InputError, match="more than a sheet can hold"):
        document_to_files(a_document(wide), stem="a", format="xlsx")


@pytest.mark.parametrize(("pages", "expected"), [((3,), "page 3"), ((3, 4, 5), "pages 3-5"), ((3, 7), "pages 3, 7")])
def test_pages_are_told_shortly(pages: tuple[int, ...], expected: str) -> None:
    assert pages_text(pages) == expected


# Names


def test_tables_on_one_page_are_numbered() -> None:
    document = a_document(a_table(ROWS), a_table(ROWS), file="a.pdf")
    names = table_file_names([(document, table) for table in document.tables], format="csv")
    assert names == ["a-p1-t1.csv", "a-p1-t2.csv"]


def test_a_stem_that_is_taken_gets_a_number() -> None:
    taken: set[str] = set()
    stems = []
    for file in ("a.pdf", "A.pdf", "a-2.md", "a.md", "caf\u00e9.pdf", "CAFE\u0301.md"):
        stems.append(file_to_stem(file, taken=taken))
        taken.add(stem_key(stems[-1]))
    assert stems == ["a", "A-2", "a-2-2", "a-3", "caf\u00e9", "CAF\u00c9-2"]


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("../../etc/passwd", "passwd"),
        ("..", "table"),
        (".pdf", "pdf"),
        ("a\u202efdp.pdf", "a_fdp"),
        ("a:b*c?.pdf", "a_b_c_"),
        ("x" * 300 + ".pdf", "x" * 100),
        ("\u6f22" * 90 + ".pdf", "\u6f22" * 60),
        ("Aux.pdf", "Aux_"),
        ("a\udcff.pdf", "a_udcff"),
        ("a..b.pdf", "a.b"),
    ],
)
def test_a_source_name_cannot_lead_out_of_the_folder(file: str, stem: str) -> None:
    assert file_to_stem(file) == stem


# CSV

printable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.lists(printable, min_size=1, max_size=4), min_size=1, max_size=5))
def test_csv_comes_back_rectangular_and_as_it_was(rows: list[list[str]]) -> None:
    back = list(csv.reader(io.StringIO(rows_to_csv(rows), newline=""), strict=True))
    width = max(len(row) for row in rows)
    assert [[restore(cell) for cell in row] for row in back] == [row + [""] * (width - len(row)) for row in rows]


def test_half_a_surrogate_pair_does_not_break_the_file() -> None:
    assert rows_to_csv([["a\ud800b"]]).encode("utf-8") == "a\ufffdb\r\n".encode()


HOSTILE = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\uff1d1+1", "\uff0b1+1",
    "\uff0d1+1", "\uff20SUM(1)", '"=1+1"', "'=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.org\",\"x\")",
    "=DDE(\"soffice\",\"a\",\"b\")", "-2+3+cmd|' /C calc'!A0", "\ufeff=1+1", "\u200b=1+1", "{=1+1}", ";=1+1", ",=1+1",
]  # fmt: skip
NUMBERS = {
    "-1,234.56": -1234.56, "(1,250)": -1250, "-5%": -0.05, "+3.2": 3.2, "-$1,000": -1000, "1,234": 1234, "0.5": 0.5,
}  # fmt: skip


def test_a_real_spreadsheet_program_runs_nothing_and_reads_the_numbers(tmp_path: Path) -> None:
    """LibreOffice opens the CSV as it does by double click, formulas allowed, and says what each cell became."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    rows = [[text] for text in (*HOSTILE, *NUMBERS, "-")]
    (tmp_path / "safe.csv").write_text(rows_to_csv(rows), encoding="utf-8", newline="")
    with (tmp_path / "plain.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Comma, quote, UTF-8, from line 1, US English, special numbers found, formulas evaluated: the worst of choices.
    how = "--infilter=csv:44,34,76,1,,1033,false,true,false,false,false,-1,true"
    command = [program, "--headless", profile, how, "--convert-to", "xlsx", "--outdir", tmp_path]
    files = [tmp_path / "safe.csv", tmp_path / "plain.csv"]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    safe, plain = (
        [row[0] for row in load_workbook(file.with_suffix(".xlsx")).worksheets[0].iter_rows()] for file in files
    )
    assert any(cell.data_type == "f" for cell in plain), "the program would have run them"
    assert not [cell.value for cell in safe if cell.data_type == "f"]
    assert [cell.value for cell in safe[len(HOSTILE) : -1]] == pytest.approx(list(NUMBERS.values()))
    assert safe[-1].value == "-"
