"""What a page shows and what it hides, turned pages, boxes, pictures, and files that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.pdf.document import read_pdf
from records.document import Document
from records.errors import InputError

Draw = Callable[[Canvas], None]
Reader = Callable[..., Document]
LEFT, TOP = 72, 720


def line(text: str, *, x: float = LEFT, y: float = TOP, size: float = 11) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(x, y, text)

    return draw


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(LEFT, 500, "unseen")
    canvas.setFillColorRGB(0, 0, 0)


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(LEFT, 500)
    text.setTextRenderMode(3)
    text.textOut("unseen")
    canvas.drawText(text)


@pytest.mark.parametrize(
    "draw",
    [
        white,
        invisible,
        line("unseen", y=500, size=0.5),
        line("unseen", x=-300, y=500),
    ],
)
def test_what_a_reader_cannot_see_is_left_out_and_reported(read_pages: Reader, draw: Draw) -> None:
    document = read_pages(lambda canvas: (line("Seen.")(canvas), draw(canvas)))
    assert texts(document) == ["Seen."]
    assert [problem.kind for problem in document.problems] == ["hidden_text"]


def test_white_letters_on_a_dark_bar_are_read(read_pages: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(LEFT - 5, 495, 200, 20, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(LEFT, 500, "Progress by quarter")

    assert texts(read_pages(draw)) == ["Progress by quarter"]


def test_a_page_that_is_a_picture_is_reported_as_lost(read_pages: Reader, tmp_path: Path) -> None:
    from PIL import Image

    scan = tmp_path / "scan.png"
    Image.new("L", (200, 260), 200).save(scan)
    document = read_pages(line("Seen."), lambda canvas: canvas.drawImage(str(scan), 0, 0, 612, 792))
    assert [(p.kind, p.page, p.loses_text) for p in document.problems] == [("no_text", 2, True)]


def test_an_empty_page_loses_nothing(read_pages: Reader) -> None:
    assert read_pages(line("Seen."), lambda canvas: None).problems == ()


def test_filled_form_fields_are_reported(read_pages: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Approved by:")
        canvas.acroForm.textfield(name="by", value="W. Okonjo", x=150, y=TOP - 5, width=120, height=18)

    assert "form_field" in [problem.kind for problem in read_pages(draw).problems]


def test_a_turned_page_is_read_as_shown(read_pages: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.saveState()
        canvas.translate(612, 0)
        canvas.rotate(90)
        canvas.drawString(100, 500, "Landscape page of the creek report")
        canvas.restoreState()

    document = read_pages(draw)
    assert texts(document) == ["Landscape page of the creek report"]
    assert (document.pages[0].width, document.pages[0].height) == (612, 792)  # reportlab turns its media box as well
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[0] == pytest.approx(100, abs=1)


def test_text_that_runs_up_the_page_is_laid_flat(read_pages: Reader) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -100, "Crews walked every culvert on the north side of the creek and logged the depth")
        canvas.drawString(100, -113.5, "of silt at each inlet.")

    document = read_pages(draw)
    assert texts(document) == [
        "Crews walked every culvert on the north side of the creek and logged the depth of silt at each inlet."
    ]
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[3] - box[1] > box[2] - box[0]  # "Crews" stands upright in a narrow, high box
    assert box[3] == pytest.approx(792 - 100, abs=1)


def test_boxes_count_from_the_corner_of_what_is_shown(read_pages: Reader) -> None:
    document = read_pages(line("Seen."), cropBox=(50, 50, 562, 742))
    box = document.blocks[0].words[0].box
    assert box is not None
    assert box[0] == pytest.approx(LEFT - 50, abs=0.5)
    assert document.pages[0].width == 512


def test_a_letter_drawn_twice_counts_once(read_pages: Reader) -> None:
    document = read_pages(lambda canvas: (line("Budget")(canvas), line("Budget", x=LEFT + 0.3)(canvas)))
    assert texts(document) == ["Budget"]


def test_what_cannot_be_opened_says_why(tmp_path: Path, read_pages: Reader) -> None:
    with pytest.raises(InputError) as caught:
        read_pages(line("Secret."), encrypt=StandardEncryption("password"))
    assert caught.value.code == "encrypted"
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.4\nnothing more")
    with pytest.raises(InputError) as caught:
        read_pdf(damaged, name="damaged.pdf", sha256="0" * 64, max_pages=5)
    assert caught.value.code == "damaged"


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    canvas = Canvas(str(path))
    for _ in range(3):
        canvas.drawString(72, 700, "page")
        canvas.showPage()
    canvas.save()
    with pytest.raises(InputError) as caught:
        read_pdf(path, name="long.pdf", sha256="0" * 64, max_pages=2)
    assert caught.value.code == "too_many_pages"


def test_a_page_with_too_many_lines_says_that_no_tables_were_looked_for(read_pages: Reader) -> None:
    def hatch(canvas: Canvas) -> None:
        for number in range(10_100):
            canvas.line(80 + number % 400, 100 + number % 300, 90 + number % 400, 100 + number % 300)

    document = read_pages(lambda canvas: (line("Seen.")(canvas), hatch(canvas)))
    assert "Seen." in texts(document)
    assert [(problem.kind, problem.page, problem.loses_text) for problem in document.problems] == [
        ("drawing", 1, False)
    ]
