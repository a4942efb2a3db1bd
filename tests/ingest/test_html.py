"""HTML files, and HTML tables wherever they stand: what the page shows, with spans, colours and nested tables."""

from pathlib import Path

import pytest

from ingest.read import read_file
from ingest.text.html import read_html
from ingest.text.markdown import read_markdown
from records.document import Document, words_to_quote
from records.settings import Settings


def read(body: str | bytes) -> Document:
    data = body if isinstance(body, bytes) else body.encode()
    return read_html(data, name="page.html", sha256="0" * 64)


def kinds(document: Document) -> list[tuple[str, int | None, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in document.blocks]


def table(rows: str) -> str:
    return f"<table>{rows}</table>"


def test_a_page_is_its_headings_paragraphs_and_lists_without_its_programs_and_menus() -> None:
    document = read(
        "<!DOCTYPE html><html><head><title>Port</title><style>p{}</style></head><body>"
        "<nav><ul><li>Home</li></ul></nav><h1>Ferries &amp; Trams</h1><!-- draft --><script>var x = '<p>';</script>"
        "<div>The <b>Alba</b> is\nlate.<sup>2</sup></div>"
        "<ol start=3><li>Paint<ul><li>Hull</li></ul></li><li>Trials</ol>"
        "<p>To: the Board<br>From: Ida Voss</p></body></html>"
    )
    assert kinds(document) == [
        ("heading", 1, None, "Ferries & Trams"),
        ("paragraph", None, None, "The Alba is late."),
        ("item", 1, "3.", "Paint"),
        ("item", 2, "-", "Hull"),
        ("item", 1, "4.", "Trials"),
        ("paragraph", None, None, "To: the Board\nFrom: Ida Voss"),
    ]
    assert document.media == "html"
    assert document.blocks[1].bold == ((4, 8),)
    assert [mark.mark for mark in document.blocks[1].marks] == ["2"]
    assert words_to_quote(document.blocks[1].words).startswith("The <b>Alba</b> is late.")
    assert [block.text for block in document.furniture] == ["Home"]


def test_what_the_page_hides_is_left_out_and_counted() -> None:
    document = read(
        '<p>Shown.</p><div hidden>a<div>b</div></div><p style="display: none">c</p>'
        '<img src="x.png" alt=""><p>Also<span style="visibility:hidden"> d</span> shown.</p>'
    )
    assert [block.text for block in document.blocks] == ["Shown.", "Also shown."]
    assert [(problem.kind, problem.message[0]) for problem in document.problems] == [
        ("picture", "1"),
        ("hidden_text", "3"),
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="windows-1252"><p>Møn – “old”</p>'.encode("cp1252"), "Møn – “old”"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Brís”</p>'.encode("cp1252"),
            "“Brís”",
        ),
        ("<p>Møn</p>".encode("utf-8-sig"), "Møn"),
        ("<p>Møn</p>".encode("utf-16"), "Møn"),
    ],
)
def test_the_encoding_is_the_one_that_fits(data: bytes, text: str) -> None:
    document = read(data)
    assert [block.text for block in document.blocks] == [text]
    assert document.problems == ()


def test_declared_header_rows_count_and_spans_are_kept() -> None:
    document = read(
        table(
            "<caption>Table 2: Ferries</caption><thead><tr><td rowspan=2>Ferry<td colspan=2>Crew<tr><td>Plan<td>Actual"
            "</thead><tbody><tr><td>Alba<td>9<td>8<tr><td>Bris<td colspan=2>none</tbody>"
        )
    )
    found = document.tables[0]
    assert (found.title, found.header_rows, found.rows, found.columns, found.method) == (
        "Table 2: Ferries",
        2,
        4,
        3,
        "html",
    )
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.cells] == [
        (0, 0, 2, 1, "Ferry"), (0, 1, 1, 2, "Crew"), (1, 1, 1, 1, "Plan"), (1, 2, 1, 1, "Actual"),
        (2, 0, 1, 1, "Alba"), (2, 1, 1, 1, "9"), (2, 2, 1, 1, "8"), (3, 0, 1, 1, "Bris"), (3, 1, 1, 2, "none"),
    ]  # fmt: skip
    assert not found.cells[0].bold


@pytest.mark.parametrize(
    ("rows", "header_rows"),
    [
        ("<tr><th>Ferry<th>Crew<tr><td>Alba<td>9", 1),
        ("<tr><td><b>Ferry</b><td><strong>Crew</strong><tr><td>Alba<td>9<tr><td>Bris<td>4", 1),
        ("<tr><td>Ferry<td>Crew<tr><td>Alba<td>9", 1),
        ("<tr><td>Alba<td>9<tr><td>Bris<td>4", 0),
        ("<tr><th>Ferry<td>Alba<tr><th>Crew<td>9", 1),
        ("<tr><td>Ferry<td colspan=2>Crew<tr><td><td>Plan<td>Actual<tr><td>Alba<td>9<td>8", 2),
    ],
)
def test_header_rows_are_told_where_none_are_declared(rows: str, header_rows: int) -> None:
    assert read(table(rows)).tables[0].header_rows == header_rows


@pytest.mark.parametrize(
    ("attribute", "fill"),
    [
        ('bgcolor="#FFFF00"', "#ffff00"),
        ("bgcolor=red", "#ff0000"),
        ('style="color:#111;background-color: rgb(0, 128, 0)"', "#008000"),
        ('style="background:#f00 none"', "#ff0000"),
        ('style="background: none"', None),
        ('bgcolor="white"', None),
    ],
)
def test_the_colour_of_a_cell_is_its_fill(attribute: str, fill: str | None) -> None:
    cells = read(table(f"<tr><td>Ferry<td>Status<tr><td>Alba<td {attribute}>")).tables[0].cells
    assert cells[-1].fill == fill


def test_cells_keep_words_apart_that_stand_on_lines_of_their_own() -> None:
    rows = (
        "<tr><td>Ferry<td>Crew<tr><td><p>Alba</p><p>(old)</p><td>Ida<br>Ole<tr><td><ul><li>Bris<li>Cor</ul><td>&nbsp;9"
    )
    assert read(table(rows)).tables[0].grid() == [["Ferry", "Crew"], ["Alba (old)", "Ida Ole"], ["Bris Cor", "9"]]


def test_a_table_in_a_cell_follows_the_table_around_it_in_order() -> None:
    inner = [table(f"<tr><td>{n}a<td>{n}b<tr><td>{n}c<td>{n}d") for n in (1, 2)]
    document = read(table(f"<tr><td>Ferry<td>Plan<tr><td>Alba<td>see {inner[0]}{inner[1]}here") + "<p>End.</p>")
    assert [found.grid() for found in document.tables] == [
        [["Ferry", "Plan"], ["Alba", "see here"]],
        [["1a", "1b"], ["1c", "1d"]],
        [["2a", "2b"], ["2c", "2d"]],
    ]
    assert document.blocks[-1].text == "End."


def test_tables_that_only_lay_out_a_page_are_none() -> None:
    document = read(
        table(f"<tr><td>{table('<tr><td>Ferry<td>Crew<tr><td>Alba<td>9')}</td></tr>") + table("<tr><td>Boxed.")
    )
    assert [found.grid() for found in document.tables] == [[["Ferry", "Crew"], ["Alba", "9"]]]
    assert [block.text for block in document.blocks] == ["", "Boxed."]


def test_columns_in_which_no_cell_begins_are_none() -> None:
    rows = "<tr><td colspan=2>Ferry<td>Crew<tr><td colspan=2>Alba<td>9"
    found = read(table(rows)).tables[0]
    assert (found.columns, found.grid()) == (2, [["Ferry", "Crew"], ["Alba", "9"]])
    assert all(cell.column_span == 1 for cell in found.cells)


@pytest.mark.parametrize(
    "broken",
    ["<table><tr><td>Alba<td>9<tr><td>Bris", "<table><td>Alba<td>9</table>", "<td>Alba</td><td>9</td>",
     "<table></table>x", "</table></td>x", "<table><tr><td rowspan=99999999 colspan=9999999>x<td>y</table>",
     "<table>" * 50 + "deep", "<p>a<![if !x]>b", "<!doctype html [<!entity", "<" * 1000],
)  # fmt: skip
def test_broken_pages_are_read_as_far_as_they_go(broken: str) -> None:
    document = read(f"<p>Before.</p>{broken}")
    assert document.blocks[0].text.startswith(("Before.", "<p>Before."))


def test_a_page_goes_through_the_reader_process(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body>" + table("<tr><th>Ferry<th>Crew<tr><td>Alba<td>9") + "</body></html>"
    )
    document = read_file(tmp_path / "page.html", settings=Settings(read_seconds=60))
    assert document.tables[0].grid() == [["Ferry", "Crew"], ["Alba", "9"]]


def test_html_in_markdown_is_read_alike_and_what_it_hides_is_said() -> None:
    text = "# Ferries\n\n" + table("<tr><th>Ferry</th><th>Crew</th></tr>\n<tr><td>Alba</td><td bgcolor=red>9</td></tr>")
    document = read_markdown(f"{text}\n\n<div hidden>secret</div>\n\nEnd.\n".encode(), name="a.md", sha256="0" * 64)
    assert document.tables[0].grid() == [["Ferry", "Crew"], ["Alba", "9"]]
    assert (document.tables[0].title, document.tables[0].cells[-1].fill) == ("Ferries", "#ff0000")
    assert [block.text for block in document.blocks if block.text] == ["Ferries", "End."]
    assert [problem.kind for problem in document.problems] == ["hidden_text"]
