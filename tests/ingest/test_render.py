"""Page pictures: the page as shown, with the cited words lit up where they stand."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.render import MOST_PIXELS, fitting_scale, page_png
from records.errors import InputError
from records.place import Box
from records.settings import Settings

SETTINGS = Settings(read_seconds=30.0, read_megabytes=1024)
BLACK: Box = (100.0, 50.0, 140.0, 70.0)
"""A black bar on the upright page, in points from its top left."""


def write_pdf(path: Path, *, rotation: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=(300, 200))
    canvas.rect(BLACK[0], 200 - BLACK[3], BLACK[2] - BLACK[0], BLACK[3] - BLACK[1], fill=1)
    canvas.save()
    if rotation:
        with pypdfium2.PdfDocument(path.read_bytes()) as document:
            document[0].set_rotation(rotation)
            document.save(path)
    return path


def picture(path: Path, **options: object) -> Image.Image:
    return Image.open(io.BytesIO(page_png(path, 1, settings=SETTINGS, **options)))  # type: ignore[arg-type]


def middle(box: Box, scale: float) -> tuple[int, int]:
    return round((box[0] + box[2]) / 2 * scale), round((box[1] + box[3]) / 2 * scale)


def test_a_picture_has_the_size_of_the_page_and_shows_it(tmp_path: Path) -> None:
    image = picture(write_pdf(tmp_path / "bar.pdf"), scale=2.0)
    assert image.size == (600, 400)
    assert image.getpixel(middle(BLACK, 2.0)) == (0, 0, 0)
    assert image.getpixel((10, 10)) == (255, 255, 255)


def turned(box: Box, rotation: int) -> Box:
    """Where a box of the upright 300 x 200 page stands once the page is turned clockwise."""
    x0, top, x1, bottom = box
    return {
        90: (200 - bottom, x0, 200 - top, x1),
        180: (300 - x1, 200 - bottom, 300 - x0, 200 - top),
        270: (top, 300 - x1, bottom, 300 - x0),
    }[rotation]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_highlights_stand_on_the_page_as_shown(rotation: int, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "bar.pdf", rotation=rotation)
    box = turned(BLACK, rotation)
    plain, lit = picture(path), picture(path, highlights=[box])
    assert plain.size == ((400, 600) if rotation in (90, 270) else (600, 400))
    assert plain.getpixel(middle(box, 2.0)) == (0, 0, 0)
    red, _, blue = lit.getpixel(middle(box, 2.0))
    assert red > blue
    assert lit.getpixel((2, 2)) == (255, 255, 255)


def test_a_highlight_lets_the_words_through(tmp_path: Path) -> None:
    lit = picture(write_pdf(tmp_path / "bar.pdf"), highlights=[(80.0, 40.0, 200.0, 80.0)])
    paper, ink = lit.getpixel((2 * 190, 2 * 60)), lit.getpixel(middle(BLACK, 2.0))
    assert paper[2] < 220 < paper[0]
    assert max(ink) < 130


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_said(number: int, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no page") as caught:
        page_png(write_pdf(tmp_path / "bar.pdf"), number, settings=SETTINGS)
    assert caught.value.code == "no_page"


def test_what_is_no_pdf_cannot_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_text("# Piers", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        page_png(tmp_path / "memo.md", 1, settings=SETTINGS)
    assert caught.value.code == "damaged"


def test_a_poster_is_drawn_smaller() -> None:
    assert fitting_scale((612, 792), 2.0) == 2.0
    scale = fitting_scale((14400, 14400), 2.0)
    assert 14400 * 14400 * scale * scale <= MOST_PIXELS * 1.001
