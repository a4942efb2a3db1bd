"""The fast source of page geometry is held to the reference: the same characters and shapes at the same places."""

import io
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from ingest.geometry import pdfium, plumber
from ingest.geometry.objects import Char, PageGeometry, Shape, chars_to_runs

ROOT = Path(__file__).resolve().parents[3]
CORPUS = sorted((ROOT / "corpus" / "memos").glob("*.pdf"))
SHARED = ROOT.parent / "shared" / "tables" / "icdar2013-dev"
REAL = sorted(SHARED.glob("*.pdf"))[::4]
"""Every fourth document of a public collection: its pages were made by dozens of programs."""
NEAR = 1.0
UNNAMED = 0.01
"""Bullets whose font does not say what they are: PDFium looks at the shape."""


ORNAMENTS = 3
"""Strokes of the letterhead's seal, a path of several pieces, which the two cut differently."""


def agreeing(reference: Sequence[Char], fast: Sequence[Char]) -> int:
    """How many characters of the reference the fast source has too: sign, place, size, font and turn."""
    spots: dict[tuple[str, int], list[Char]] = defaultdict(list)
    for char in fast:
        spots[char.text, round(char.x0)].append(char)
    found = 0
    for char in reference:
        x = round(char.x0)
        candidates = [c for at in (x - 1, x, x + 1) for c in spots[char.text, at]]
        same = next((c for c in candidates if _same(char, c)), None)
        if same is not None:
            found += 1
            spots[char.text, round(same.x0)].remove(same)
    return found


def _same(one: Char, other: Char) -> bool:
    sides = (abs(one.x0 - other.x0), abs(one.bottom - other.bottom), abs(one.top - other.top))
    style = one.style.font == other.style.font and one.style.turn == other.style.turn
    return max(sides) < NEAR and abs(one.size - other.size) < 0.1 and style


def differing(reference: Sequence[Shape], fast: Sequence[Shape]) -> int:
    """How many shapes of the reference the fast source has not, at the same place and drawn in the same way."""
    spots: dict[int, list[Shape]] = defaultdict(list)
    for shape in fast:
        spots[round(shape.box[0])].append(shape)
    missing = 0
    for shape in reference:
        x = round(shape.box[0])
        candidates = [other for at in (x - 1, x, x + 1) for other in spots[at]]
        missing += not any(_drawn_alike(shape, other) for other in candidates)
    return missing


def _drawn_alike(one: Shape, other: Shape) -> bool:
    near = all(abs(a - b) < NEAR for a, b in zip(one.box, other.box, strict=True))
    return near and (one.filled, one.stroked) == (other.filled, other.stroked) and one.kind == other.kind


def both(source: Path | bytes) -> list[tuple[PageGeometry, PageGeometry]]:
    fast = list(pdfium.read_pages(source))
    with pdfplumber.open(io.BytesIO(source) if isinstance(source, bytes) else source) as pdf:
        return list(zip([plumber.read_page(page) for page in pdf.pages], fast, strict=True))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_sample_memos_are_read_alike(path: Path) -> None:
    for reference, fast in both(path):
        assert (reference.width, reference.height) == pytest.approx((fast.width, fast.height), abs=0.1)
        assert agreeing(reference.chars, fast.chars) >= (1 - UNNAMED) * len(reference.chars)
        assert len(reference.chars) == len(fast.chars)
        assert differing(reference.shapes, fast.shapes) <= ORNAMENTS


@pytest.mark.skipif(not REAL, reason="the public documents are not beside the project")
def test_public_documents_are_read_alike() -> None:
    """Ligatures and glyphs without a Unicode value are the few that differ."""
    chars = shared = shapes = missing = 0
    for reference, fast in (pair for path in REAL for pair in both(path)):
        chars += len(reference.chars)
        shared += agreeing(reference.chars, fast.chars)
        shapes += len(reference.shapes)
        missing += differing(reference.shapes, fast.shapes)
    assert shared >= 0.997 * chars
    assert missing <= 0.03 * shapes


def drawn() -> bytes:
    """A page with upright, turned and coloured text, rules, boxes and a form."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(40, 250, "Tide gauges on the east pier")
    canvas.setFillColor(colors.HexColor("#c00000"))
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawString(40, 230, "Delayed")
    canvas.saveState()
    canvas.translate(350, 60)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Berths")
    canvas.restoreState()
    canvas.line(40, 200, 200, 200)
    canvas.rect(40, 120, 80, 40, stroke=1, fill=1)
    canvas.beginForm("stamp")
    canvas.drawString(0, 0, "Stamp")
    canvas.rect(0, 20, 30, 10, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(200, 100)
    canvas.scale(1.5, 1.5)
    canvas.doForm("stamp")
    canvas.restoreState()
    canvas.save()
    return out.getvalue()


def changed(pdf: bytes, *, rotation: int = 0, crop: tuple[float, float, float, float] | None = None) -> bytes:
    out = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].set_rotation(rotation)
        if crop:
            document[0].set_cropbox(*crop)
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (20.0, 30.0, 390.0, 290.0)], ids=["whole", "cropped"])
def test_rotation_crop_box_and_forms(rotation: int, crop: tuple[float, float, float, float] | None) -> None:
    ((reference, fast),) = both(changed(drawn(), rotation=rotation, crop=crop))
    assert (reference.width, reference.height) == pytest.approx((fast.width, fast.height))
    assert agreeing(reference.chars, fast.chars) == len(reference.chars) == len(fast.chars)
    assert sorted(shape.kind for shape in reference.shapes) == sorted(shape.kind for shape in fast.shapes)
    for one, other in zip(reference.shapes, fast.shapes, strict=True):
        assert one.box == pytest.approx(other.box, abs=0.1)


def test_style_and_turn_are_those_drawn() -> None:
    ((_, fast),) = both(drawn())
    styles = {(char.style.font, char.style.turn, char.style.colour, round(char.size)) for char in fast.chars}
    assert ("Helvetica", 0, "#000000", 10) in styles
    assert ("Helvetica-Bold", 0, "#c00000", 8) in styles
    assert ("Helvetica-Bold", 270, "#c00000", 8) in styles
    assert ("Helvetica", 0, "#c00000", 18) in styles, "a form is scaled by its matrix and takes the colour around it"


@pytest.mark.parametrize("source", [*CORPUS[:2], *REAL[:4]], ids=lambda path: path.stem)
def test_runs_are_those_that_the_characters_make_up(source: Path) -> None:
    """The fast source joins characters in bulk; one by one, the same runs come out."""
    for page in pdfium.read_pages(source):
        assert [run.text for run in page.runs] == [run.text for run in chars_to_runs(page.chars)]


def test_a_run_ends_at_a_space_a_gap_or_another_style() -> None:
    ((_, fast),) = both(drawn())
    texts = [run.text for run in fast.runs]
    assert texts[:6] == ["Tide", "gauges", "on", "the", "east", "pier"]
    assert all(left.box[0] < right.box[0] for left, right in pairwise(fast.runs[:6]))
