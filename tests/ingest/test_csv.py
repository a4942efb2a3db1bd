"""Files of separated values: the separator, the encoding, what stands around the table, and rows that do not fit."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.office import separated
from ingest.office.separated import read_separated
from ingest.office.separators import guess_separator, text_to_records
from ingest.read import read_file
from records.document import Document, words_to_quote
from records.errors import InputError
from records.settings import Settings


def read(text: str | bytes, *, name: str = "list.csv") -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_separated(data, name=name, sha256="0" * 64)


def grid(document: Document) -> list[list[str]]:
    return document.tables[0].grid()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferry,Crew,Port\nAlba,9,Vell\n", "list.csv"),
        ("Ferry;Crew;Port\r\nAlba;9;Vell\r\n", "list.csv"),
        ("Ferry\tCrew\tPort\nAlba\t9\tVell", "list.tsv"),
        ("Ferry|Crew|Port\nAlba|9|Vell\n", "list.csv"),
        ("sep=;\nFerry;Crew;Port\nAlba;9;Vell\n", "list.csv"),
        ('"Ferry","Crew","Port"\n"Alba","9","Vell"\n', "list.csv"),
    ],
)
def test_the_separator_is_found_from_the_content(text: str, name: str) -> None:
    document = read(text, name=name)
    assert grid(document) == [["Ferry", "Crew", "Port"], ["Alba", "9", "Vell"]]
    table = document.tables[0]
    assert (table.method, table.header_rows, table.confidence, document.media) == ("delimited", 1, 1.0, "csv")
    assert document.problems == ()


def test_a_sign_inside_the_fields_is_not_the_separator() -> None:
    document = read("Ferry;Note\nAlba;late, very late\nBris;early, for once, and dry\n")
    assert grid(document)[2] == ["Bris", "early, for once, and dry"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_from_the_content(encoding: str) -> None:
    text = "Ferry,Port\nÁlba,Vell – “old” harbor\nBrís,Café Møn\n"
    document = read(text.encode(encoding))
    assert grid(document)[1:] == [["Álba", "Vell – “old” harbor"], ["Brís", "Café Møn"]]
    assert [problem.kind for problem in document.problems] == (["encoding_guessed"] if encoding == "cp1252" else [])


def test_quoted_fields_may_hold_separators_line_ends_and_quotation_marks() -> None:
    document = read('Ferry,Note\n"Alba, the old","said ""late""\nand meant it"\n5" pipe,x\n')
    assert grid(document)[1:] == [["Alba, the old", 'said "late" and meant it'], ['5" pipe', "x"]]


def test_words_are_quoted_as_the_file_writes_them() -> None:
    text = 'Ferry,Note,Crew\n"Alba, the old","said ""late"" twice",\nBris,,9\n'
    words = [word for cell in read(text).tables[0].cells for word in cell.words]
    assert words_to_quote(words) == " ".join(text.split()).removeprefix('"')
    assert [word.source for word in words if "late" in word.source] == ['""late""']


def test_lines_above_the_header_are_the_title_and_lines_below_the_table_its_notes() -> None:
    document = read(
        "Fleet Report,,\nas of May 3,,\n\nFerry,Crew,Port\nAlba,9,Vell\nBris,4,Vell\n\nSource: harbor office,,\n"
    )
    assert grid(document) == [["Ferry", "Crew", "Port"], ["Alba", "9", "Vell"], ["Bris", "4", "Vell"]]
    assert document.tables[0].title == "Fleet Report - as of May 3"
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "Fleet Report"),
        ("heading", "as of May 3"),
        ("table", ""),
        ("paragraph", "Source: harbor office"),
    ]


def test_rows_that_do_not_fit_are_lined_up_from_the_left_and_named() -> None:
    document = read("Ferry,Crew,Port\nAlba,9,Vell\nBris,4\n\nCor,5,Vell,extra\nDun,6,Vell\n")
    assert grid(document) == [
        ["Ferry", "Crew", "Port", ""],
        ["Alba", "9", "Vell", ""],
        ["Bris", "4", "", ""],
        ["Cor", "5", "Vell", "extra"],
        ["Dun", "6", "Vell", ""],
    ]
    assert [(problem.kind, problem.message.endswith("line 3, 5.")) for problem in document.problems] == [
        ("uneven_rows", True)
    ]
    assert document.tables[0].confidence < 1


def test_empty_columns_at_the_end_are_none_and_a_column_that_counts_stays() -> None:
    assert grid(read(",Ferry,,\n1,Alba,,\n2,Bris,,\n")) == [["", "Ferry"], ["1", "Alba"], ["2", "Bris"]]


@pytest.mark.parametrize(
    ("text", "header_rows"),
    [
        ("Ferry,Crew\nAlba,9\n", 1),
        ("Alba,9\nBris,4\n", 0),
        ("Ferry,2024,2025\nAlba,9,8\n", 1),
        ("Alba,2024,2025.5\nBris,9,8\n", 0),
    ],
)
def test_a_first_row_of_names_is_the_header_and_one_of_figures_is_not(text: str, header_rows: int) -> None:
    assert read(text).tables[0].header_rows == header_rows


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b",,\n,\n", "no_text"), (b"a\0b,c\n", "unsupported")])
def test_what_is_no_list_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.code == code


def test_a_list_with_too_many_cells_is_refused_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separated, "MOST_CELLS", 20)
    read("a,b\n" * 10)
    with pytest.raises(InputError) as caught:
        read("a,b\n" * 11)
    assert caught.value.code == "too_large"


def test_a_list_goes_through_the_reader_process(tmp_path: Path) -> None:
    (tmp_path / "fleet.tsv").write_text("Ferry\tCrew\nAlba\t9\n")
    document = read_file(tmp_path / "fleet.tsv", settings=Settings(read_seconds=60))
    assert grid(document) == [["Ferry", "Crew"], ["Alba", "9"]]


_FIELDS = st.text(alphabet='ab ",;|\n', max_size=6)


@given(st.lists(st.lists(_FIELDS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(",;|"))
def test_what_a_program_wrote_is_read_as_it_meant_it(rows: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    found = [
        [field.text for field in record.fields]
        for record in text_to_records(out.getvalue(), separator)
        if any(field.pieces for field in record.fields)
    ]
    expected = [[" ".join(field.split()) for field in row] for row in rows]
    # A last empty field before the file's end, and rows without any text, leave no trace.
    assert found == [row for row in expected if any(row)]


def test_without_any_separator_a_comma_is_taken() -> None:
    assert guess_separator("Alba\nBris\n", name="list.csv") == ","
