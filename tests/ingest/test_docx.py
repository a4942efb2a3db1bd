"""Word files: text, lists, notes and tables by the structure that the file declares; what is not text is said."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.office.archive import path_to_kind
from ingest.office.word import read_docx
from ingest.read import read_file
from records.document import Document, words_to_quote
from records.errors import InputError
from records.settings import Settings

SETTINGS = Settings(read_seconds=60)
NOTES = """<w:footnotes {ns}>
  <w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
  <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Council order of May 4.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def p(content: str, properties: str = "") -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{content}</w:p>")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def tbl(*rows: str, grid: tuple[int, ...] = (), properties: str = "") -> Any:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def read(tmp_path: Path, *elements: Any, change: Callable[[Any], None] | None = None) -> Document:
    word = docx.Document()
    for element in elements:
        word.element.body.insert(len(word.element.body) - 1, element)
    if change is not None:
        change(word)
    path = tmp_path / "memo.docx"
    word.save(str(path))
    return read_docx(path, name="memo.docx", sha256="0" * 64)


def kinds(document: Document) -> list[tuple[str, int | None, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in document.blocks]


def spans(document: Document) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in document.tables[0].cells if c.text]


def test_headings_have_their_level_by_style_and_lists_the_signs_that_word_shows(tmp_path: Path) -> None:
    def write(word: Any) -> None:
        word.add_heading("Ferries", level=0)
        word.add_heading("Progress", level=2)
        word.add_paragraph("The hull is done.")
        word.add_paragraph("Paint", style="List Bullet")
        word.add_paragraph("Engine", style="List Number")
        word.add_paragraph("Trials", style="List Number")
        word.add_paragraph("Spare", style="List Number 2")
        word.add_paragraph("2) Typed by hand")

    assert kinds(read(tmp_path, change=write)) == [
        ("heading", 1, None, "Ferries"),
        ("heading", 2, None, "Progress"),
        ("paragraph", None, None, "The hull is done."),
        ("item", 1, "•", "Paint"),
        ("item", 1, "1.", "Engine"),
        ("item", 1, "2.", "Trials"),
        ("item", 1, "1.", "Spare"),
        ("item", 1, "2)", "Typed by hand"),
    ]


def test_text_is_what_a_reader_of_the_page_sees(tmp_path: Path) -> None:
    bold = '<w:b w:val="1"/>'
    content = (
        run("The ", bold) + run("ferry", bold + "<w:i/>")
        + '<w:del w:author="x"><w:r><w:delText>old </w:delText></w:r></w:del>'
        + '<w:ins w:author="x">' + run(" is late") + "</w:ins>" + run("secret", "<w:vanish/>")
        + "<w:r><w:br/></w:r>" + run("by ten") + "<w:r><w:noBreakHyphen/></w:r>" + run("odd days.")
    )  # fmt: skip
    document = read(tmp_path, p(content))
    block = document.blocks[0]
    assert block.text == "The ferry is late\nby ten-odd days."
    assert (block.bold, block.italic) == (((0, 9),), ((4, 9),))
    assert words_to_quote(block.words) == "The ferry is late by ten-odd days."
    assert [(problem.kind, problem.loses_text) for problem in document.problems] == [
        ("deleted_text", False),
        ("hidden_text", False),
    ]


def test_footnotes_stand_at_the_end_of_the_section_that_refers_to_them(tmp_path: Path) -> None:
    def add_notes(word: Any) -> None:
        content = NOTES.replace("{ns}", nsdecls("w")).encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, content, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        word.add_heading("Next", level=1)

    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    lost = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    document = read(tmp_path, p(run("Approved.") + reference), p(run("Paid.") + lost), change=add_notes)
    assert kinds(document) == [
        ("paragraph", None, None, "Approved."),
        ("paragraph", None, None, "Paid."),
        ("footnote", None, "1", "Council order of May 4."),
        ("heading", 1, None, "Next"),
    ]
    assert [mark.mark for mark in document.blocks[0].marks] == ["1"]
    assert [(problem.kind, problem.loses_text) for problem in document.problems] == [("footnote", True)]


def test_a_number_set_high_is_a_footnote_mark_and_kept_out_of_the_figure(tmp_path: Path) -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    document = read(
        tmp_path, tbl(tc("Ferry") + tc("Cost"), tc("Alba") + f"<w:tc><w:p>{run('450')}{raised}</w:p></w:tc>")
    )
    cell = document.tables[0].cells[-1]
    assert (cell.text, cell.marks) == ("450", ("2",))


def test_merged_cells_are_spans_and_declared_header_rows_count(tmp_path: Path) -> None:
    header = "<w:trPr><w:tblHeader/></w:trPr>"
    down = '<w:vMerge w:val="restart"/>'
    document = read(
        tmp_path,
        tbl(
            header + tc("Ferry", down) + tc("Cost", '<w:gridSpan w:val="2"/>'),
            header + tc("", "<w:vMerge/>") + tc("Plan") + tc("Actual"),
            tc("Alba") + tc("1") + tc("2"),
            tc("Bris") + tc("both", '<w:gridSpan w:val="2"/>'),
        ),
    )
    table = document.tables[0]
    assert (table.rows, table.columns, table.header_rows, table.method) == (4, 3, 2, "docx")
    assert spans(document) == [
        (0, 0, 2, 1, "Ferry"), (0, 1, 1, 2, "Cost"), (1, 1, 1, 1, "Plan"), (1, 2, 1, 1, "Actual"),
        (2, 0, 1, 1, "Alba"), (2, 1, 1, 1, "1"), (2, 2, 1, 1, "2"), (3, 0, 1, 1, "Bris"), (3, 1, 1, 2, "both"),
    ]  # fmt: skip


def test_edges_that_differ_by_a_hair_make_no_columns_of_their_own(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    document = read(
        tmp_path,
        tbl(
            tc("Ferry", wide) + tc("Crew") + tc("Cost"),
            tc("Alba") + tc("9", wide) + tc("1"),
            grid=(2000, 40, 2000, 1500),
        ),
    )
    assert document.tables[0].grid() == [["Ferry", "Crew", "Cost"], ["Alba", "9", "1"]]
    assert document.tables[0].columns == 3


def test_a_row_that_begins_farther_in_keeps_its_columns(tmp_path: Path) -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    document = read(tmp_path, tbl(before + tc("Plan") + tc("Actual"), tc("Alba") + tc("1") + tc("2")))
    assert document.tables[0].grid() == [["", "Plan", "Actual"], ["Alba", "1", "2"]]


def test_the_colour_of_a_status_cell_is_its_fill(tmp_path: Path) -> None:
    red = '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>'
    auto = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    document = read(tmp_path, tbl(tc("Ferry") + tc("Status"), tc("Alba", auto) + tc("", red)))
    assert [cell.fill for cell in document.tables[0].cells] == [None, None, None, "#ff0000"]


def test_a_table_in_a_cell_follows_the_table_around_it(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{tc('a')}{tc('b')}</w:tr><w:tr>{tc('c')}{tc('d')}</w:tr></w:tbl>"
    document = read(tmp_path, tbl(tc("Ferry") + tc("Plan"), tc("Alba") + f"<w:tc>{inner}<w:p/></w:tc>"))
    assert [table.grid() for table in document.tables] == [
        [["Ferry", "Plan"], ["Alba", ""]],
        [["a", "b"], ["c", "d"]],
    ]
    assert [block.table for block in document.blocks] == [0, 1]


def test_a_box_around_text_and_a_letterhead_are_no_tables(tmp_path: Path) -> None:
    letterhead = tbl(
        tc("TO:") + tc("Harbor Board") + tc("DATE:") + tc("May 4, 2031"),
        tc("FROM:") + tc("Ida Voss") + tc("") + tc(""),
    )
    document = read(tmp_path, letterhead, tbl(tc("The ferry is late.")))
    assert document.tables == ()
    assert [block.text for block in document.blocks] == [
        "TO: Harbor Board",
        "DATE: May 4, 2031",
        "FROM: Ida Voss",
        "The ferry is late.",
    ]


@pytest.mark.parametrize("style", ["Caption", None])
def test_a_caption_or_a_bold_line_above_a_table_is_its_title(style: str | None, tmp_path: Path) -> None:
    def write(word: Any) -> None:
        paragraph = word.add_paragraph(style=style)
        paragraph.add_run("Table 2: Ferries").bold = style is None
        table = word.add_table(rows=2, cols=2)
        for number, text in enumerate(("Ferry", "Crew", "Alba", "9")):
            table.cell(number // 2, number % 2).text = text

    assert read(tmp_path, change=write).tables[0].title == "Table 2: Ferries"


def test_a_table_can_carry_its_title_itself(tmp_path: Path) -> None:
    properties = '<w:tblCaption w:val="Ferries by crew"/>'
    document = read(tmp_path, tbl(tc("Ferry") + tc("Crew"), tc("Alba") + tc("9"), properties=properties))
    assert document.tables[0].title == "Ferries by crew"


def test_a_deleted_row_is_no_row(tmp_path: Path) -> None:
    gone = '<w:trPr><w:del w:author="x"/></w:trPr>'
    document = read(tmp_path, tbl(tc("Ferry") + tc("Crew"), gone + tc("Old") + tc("1"), tc("Alba") + tc("9")))
    assert document.tables[0].grid() == [["Ferry", "Crew"], ["Alba", "9"]]
    assert [problem.kind for problem in document.problems] == ["deleted_text"]


def test_text_boxes_are_read_once_where_they_are_anchored(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('Beware of the swell.')}</w:p></w:txbxContent>"
    content = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(tmp_path, p(run("The harbor.") + content), p(run("The end.")))
    assert [block.text for block in document.blocks] == ["The harbor.", "Beware of the swell.", "The end."]


def test_headers_and_footers_are_furniture(tmp_path: Path) -> None:
    def write(word: Any) -> None:
        word.add_paragraph("The harbor.")
        word.sections[0].header.paragraphs[0].text = "Port of Vell"
        word.sections[0].footer.paragraphs[0].text = "Draft"

    document = read(tmp_path, change=write)
    assert [block.text for block in document.blocks] == ["The harbor."]
    assert sorted(block.text for block in document.furniture) == ["Draft", "Port of Vell"]


def test_a_letterhead_in_the_page_header_is_text(tmp_path: Path) -> None:
    def write(word: Any) -> None:
        word.add_paragraph("The harbor.")
        word.sections[0].header.paragraphs[0].text = "TO: Harbor Board"
        word.sections[0].header.add_paragraph("FROM: Ida Voss")

    document = read(tmp_path, change=write)
    assert [block.text for block in document.blocks] == ["TO: Harbor Board", "FROM: Ida Voss", "The harbor."]
    assert document.furniture == ()


def test_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    content = (
        run("Depth ")
        + f"<m:oMath {nsdecls('m')}><m:r><m:t>x</m:t></m:r></m:oMath>"
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:object/></w:r>'
    )
    document = read(tmp_path, p(content))
    assert {(problem.kind, problem.loses_text) for problem in document.problems} == {
        ("equation", True),
        ("symbol", True),
        ("embedded", True),
    }


# Files made to mislead or to flood a reader.


def office_file(path: Path, parts: dict[str, bytes], *, kind: str = "wordprocessingml.document.main+xml") -> Path:
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/>'
        "</Types>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_file(path, settings=SETTINGS)
    return caught.value


BODY = f"<w:document {nsdecls('w')}><w:body>%s</w:body></w:document>"


def test_a_plain_archive_of_parts_is_read(tmp_path: Path) -> None:
    path = office_file(tmp_path / "a.docx", {"word/document.xml": (BODY % f"<w:p>{run('Hello.')}</w:p>").encode()})
    document = read_file(path, settings=SETTINGS)
    assert (document.media, [block.text for block in document.blocks]) == ("docx", ["Hello."])


def test_an_archive_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    bomb = office_file(tmp_path / "bomb.docx", {"word/document.xml": b" " * (65 * 1024 * 1024)})
    assert refusal(bomb).code == "too_large"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    entities = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    for encoding in ("utf-8", "utf-16"):
        content = (f'<?xml version="1.0" encoding="{encoding}"?>' + entities + BODY % "").encode(encoding)
        error = refusal(office_file(tmp_path / "lol.docx", {"word/document.xml": content}))
        assert error.code == "damaged"
        assert "document type" in str(error)


@pytest.mark.parametrize(
    "content", [None, b"", b"<w:document", b"<html/>", f"<w:document {nsdecls('w')}/>".encode()], ids=str
)
def test_a_missing_or_broken_main_part_is_damage(content: bytes | None, tmp_path: Path) -> None:
    parts = {} if content is None else {"word/document.xml": content}
    assert refusal(office_file(tmp_path / "broken.docx", parts)).code == "damaged"


def test_a_file_without_text_has_failed(tmp_path: Path) -> None:
    assert (
        refusal(office_file(tmp_path / "a.docx", {"word/document.xml": (BODY % "<w:p/>").encode()})).code == "no_text"
    )


def test_a_cut_file_is_damaged(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("The harbor.")
    word.save(str(tmp_path / "whole.docx"))
    whole = (tmp_path / "whole.docx").read_bytes()
    (tmp_path / "cut.docx").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "cut.docx").code == "damaged"


@pytest.mark.parametrize(
    ("kind", "what"),
    [("presentationml.presentation.main+xml", "a presentation"), ("other", "a ZIP archive")],
)
def test_other_archives_are_named(kind: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        path_to_kind(office_file(tmp_path / "a.zip", {}, kind=kind), name="a.zip")
    assert caught.value.code == "unsupported"
    assert what in str(caught.value)


def test_links_out_of_the_file_are_not_followed(tmp_path: Path) -> None:
    def link(word: Any) -> None:
        reference = word.part.relate_to("https://harbor.invalid/h.xml", RELATIONSHIP_TYPE.HEADER, is_external=True)
        word.add_paragraph(f"The harbor {reference}.")

    document = read(tmp_path, change=link)
    assert document.furniture == ()
    assert len(document.blocks) == 1
