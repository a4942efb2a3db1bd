"""What is not searched is said: a page of graph paper, a drawing of many shapes."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.geometry.objects import MOST_SHAPES
from ingest.tables.document_tables import read_pdf_tables
from records.document import Document


def read(canvas: Canvas, path: Path) -> Document:
    canvas.save()
    return read_pdf_tables(path, name="drawn.pdf", sha256="0" * 64, max_pages=5)


def test_graph_paper_with_notes_on_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(612, 612))
    for n in range(181):
        canvas.line(36, 36 + 3 * n, 576, 36 + 3 * n)
        canvas.line(36 + 3 * n, 36, 36 + 3 * n, 576)
    canvas.setFont("Helvetica", 3)
    for n in range(20):
        canvas.drawString(60 + 20 * n, 300, "pier")
    document = read(canvas, path)
    assert not document.tables
    assert [problem.kind for problem in document.problems] == ["drawing"]


def test_a_drawing_of_many_shapes(tmp_path: Path) -> None:
    path = tmp_path / "drawing.pdf"
    canvas = Canvas(str(path), pagesize=(612, 612))
    for n in range(MOST_SHAPES + 1):
        canvas.line(10 + n % 500, 20, 11 + n % 500, 500)
    canvas.drawString(100, 550, "Soundings of the harbor")
    document = read(canvas, path)
    assert [problem.kind for problem in document.problems] == ["drawing"]
    assert document.problems[0].page == 1
