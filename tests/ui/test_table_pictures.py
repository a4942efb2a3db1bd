"""Pictures show what was found on a page: outline, cells, header and spans, in colours that can be told apart."""

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from records.document import Document, Page
from records.errors import InputError
from records.settings import Settings
from records.table import Cell, Table
from ui.export.table_pictures import draw_tables, span_box, table_caption, table_page_png

TABLE = Table(
    cells=(
        Cell(row=0, column=0, text="Year", page=1, box=(110, 100, 190, 120), column_span=2),
        Cell(row=1, column=0, text="1", page=1, box=(100, 130, 150, 150)),
        Cell(row=1, column=1, text="2", page=1, box=(160, 130, 200, 150)),
    ),
    rows=2, columns=2, header_rows=1, pages=(1,), boxes=((1, (100, 100, 200, 150)),), method="partly_ruled",
    confidence=0.876, title="Wells \N{EM DASH} drilled",
)  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "wells.pdf"
    canvas = Canvas(str(path), pagesize=(300, 400))
    canvas.drawString(100, 200, "Wells")
    canvas.save()
    return path


def a_document(*tables: Table, width: float | None = 300.0) -> Document:
    pages = (Page(number=1, width=width, height=400.0),)
    return Document(file="wells.pdf", sha256="ab", media="pdf", pages=pages, blocks=(), tables=tables)


def test_a_page_shows_outline_and_tinted_header(page: Path) -> None:
    with Image.open(io.BytesIO(table_page_png(page, a_document(TABLE), 1, settings=Settings()))) as picture:
        band = picture.height - 800
        outline, header, body = (picture.getpixel((x, band + y)) for x, y in ((200, 290), (280, 224), (280, 280)))
    assert 0 < band < 80
    assert outline == (0, 110, 60)
    assert isinstance(header, tuple)
    assert header[2] > header[0]
    assert body == (255, 255, 255)


def test_a_span_is_framed_as_far_as_it_spans() -> None:
    assert span_box(TABLE.cells[0], TABLE.cells) == (100, 100, 200, 120)


def test_the_caption_says_what_the_table_is() -> None:
    assert table_caption(TABLE, "p1-t1") == "p1-t1: 2 x 2, partly ruled, 0.88, Wells - drilled"


def test_one_picture_a_page_and_none_for_files_without_pages(page: Path, tmp_path: Path) -> None:
    drawn = draw_tables(page, a_document(TABLE, TABLE), folder=tmp_path, stem="wells", settings=Settings())
    assert [path.name for path in drawn] == ["wells-p1.png"]
    assert draw_tables(page, a_document(TABLE, width=None), folder=tmp_path, stem="x", settings=Settings()) == []


def test_only_its_own_pictures_are_replaced(page: Path, tmp_path: Path) -> None:
    for _ in range(2):
        draw_tables(page, a_document(TABLE), folder=tmp_path, stem="wells", settings=Settings())
    Image.new("RGB", (9, 9)).save(tmp_path / "mine-p1.png")
    with pytest.raises(InputError, match=r"mine-p1\.png was not drawn by memolens"):
        draw_tables(page, a_document(TABLE), folder=tmp_path, stem="mine", settings=Settings())
