"""Tables as files: rectangular, traceable, never one over the other."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from records.document import Document, Page
from records.table import Cell, Table
from ui.export.csv_text import rows_to_csv
from ui.export.tables import table_file_names, write_tables
from ui.wire import table_to_json


def a_document(file: str, *, sha256: str = "ab") -> Document:
    return Document(
        file=file, sha256=sha256, media="pdf", pages=(Page(number=1, width=612, height=792),), blocks=()
    )  # fmt: skip


def a_table(rows: list[list[str]], *, page: int = 1, title: str | None = None) -> Table:
    cells = tuple(
        Cell(row=r, column=c, text=text, page=page, box=(10.0, 20.0, 30.0, 40.123))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(
        cells=cells, rows=len(rows), columns=len(rows[0]), header_rows=1, pages=(page,),
        boxes=((page, (10.0, 20.0, 30.0, 40.0)),), title=title, method="ruled", confidence=0.9,
    )  # fmt: skip


ROWS = [["Project", "Change"], ["Harbor Lights", "-1,234.56"], ["=2+2", "naïve, “quoted”"]]


def test_each_table_is_a_file_and_a_resource(tmp_path: Path) -> None:
    document = a_document("memo 2031.pdf")
    resources = write_tables([(document, a_table(ROWS)), (document, a_table(ROWS, page=3))], tmp_path)
    assert [resource["path"] for resource in resources] == ["memo 2031-p1-t1.csv", "memo 2031-p3-t1.csv"]
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert package["resources"] == resources
    first = resources[0]
    content = (tmp_path / "memo 2031-p1-t1.csv").read_bytes()
    assert first["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert {key: first[key] for key in ("source", "sha256", "pages", "boxes", "rows", "columns", "header_rows")} == {
        "source": "memo 2031.pdf", "sha256": "ab", "pages": [1], "boxes": [[1, 10.0, 20.0, 30.0, 40.0]], "rows": 3,
        "columns": 2, "header_rows": 1,
    }  # fmt: skip


def test_the_csv_is_safe_and_rectangular(tmp_path: Path) -> None:
    write_tables([(a_document("a.pdf"), a_table(ROWS))], tmp_path)
    content = (tmp_path / "a-p1-t1.csv").read_bytes()
    assert content.startswith(b"Project,Change\r\n")
    assert list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""))) == [
        ["Project", "Change"], ["Harbor Lights", "-1,234.56"], ["'=2+2", "naïve, “quoted”"],
    ]  # fmt: skip


def test_the_workbook_holds_numbers_and_no_formula(tmp_path: Path) -> None:
    write_tables([(a_document("a.pdf"), a_table(ROWS))], tmp_path, format="xlsx")
    sheet = load_workbook(tmp_path / "a-p1-t1.xlsx")["Table"]
    assert sheet["B2"].value == -1234.56
    assert sheet["A3"].value == "=2+2"
    assert sheet["A3"].data_type == "s"


def test_tables_on_one_page_are_numbered() -> None:
    document = a_document("a.pdf")
    names = table_file_names([(document, a_table(ROWS))] * 3, format="csv")
    assert names == ["a-p1-t1.csv", "a-p1-t2.csv", "a-p1-t3.csv"]


def test_sources_with_the_same_stem_never_share_a_name() -> None:
    documents = [a_document("a.pdf"), a_document("A.pdf", sha256="cd"), a_document("a-2.md"), a_document("a.md")]
    names = table_file_names([(document, a_table(ROWS)) for document in documents], format="csv")
    assert names == ["a-p1-t1.csv", "A-2-p1-t1.csv", "a-2-2-p1-t1.csv", "a-3-p1-t1.csv"]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("../../etc/passwd", "passwd-p1-t1.csv"),
        ("..", "table-p1-t1.csv"),
        ("a\u202efdp.pdf", "a_fdp-p1-t1.csv"),
        ("a:b*c?.pdf", "a_b_c_-p1-t1.csv"),
        ("x" * 300 + ".pdf", "x" * 100 + "-p1-t1.csv"),
    ],
)
def test_a_source_name_cannot_lead_out_of_the_folder(file: str, expected: str) -> None:
    assert table_file_names([(a_document(file), a_table(ROWS))], format="csv") == [expected]


def test_one_json_line_holds_resource_and_cells(tmp_path: Path) -> None:
    table = a_table(ROWS)
    (resource,) = write_tables([(a_document("a.pdf"), table)], tmp_path)
    line = table_to_json(table, resource)
    assert line["path"] == "a-p1-t1.csv"
    cells = line["cells"]
    assert isinstance(cells, list)
    assert cells[1] == {
        "row": 0, "column": 1, "row_span": 1, "column_span": 1, "text": "Change", "page": 1,
        "box": [10.0, 20.0, 30.0, 40.12],
    }  # fmt: skip


printable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.lists(printable, min_size=1, max_size=4), min_size=1, max_size=5))
def test_csv_comes_back_as_it_was_but_for_the_apostrophe(rows: list[list[str]]) -> None:
    back = list(csv.reader(io.StringIO(rows_to_csv(rows), newline="")))
    width = max(len(row) for row in rows)
    assert [len(row) for row in back] == [width] * len(rows)
    for row, original in zip(back, rows, strict=True):
        for cell, text in zip(row, original, strict=False):
            assert cell in (text, "'" + text)


def test_half_a_surrogate_pair_does_not_break_the_file() -> None:
    assert rows_to_csv([["a\ud800b"]]).encode("utf-8") == "a\ufffdb\r\n".encode()
