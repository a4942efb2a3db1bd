"""Lundermere: a band across the page, the report's head as a box of labels, page numbers at the foot."""

from press.facts import Letterhead
from press.styles import FOREST, INK, LUNDERMERE, PAPER, RULE
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

NOTICE = "Invented sample. No such city."
WIDTH, HEIGHT = A4
MARGIN = 54


def draw_first_page(canvas: Canvas, letterhead: Letterhead, pages: int) -> None:
    canvas.setFillColor(FOREST)
    canvas.rect(0, HEIGHT - 58, WIDTH, 58, fill=1, stroke=0)
    canvas.setFillColor(PAPER)
    canvas.setFont("Helvetica-Bold", 17)
    canvas.drawString(MARGIN, HEIGHT - 36, "City of Lundermere")
    canvas.setFont("Helvetica", 10)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 35, "Delivery Assurance Unit")
    _draw_foot(canvas, page=1, pages=pages)


def draw_running_head(canvas: Canvas, letterhead: Letterhead, page: int, pages: int) -> None:
    canvas.setFillColor(INK)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, HEIGHT - 40, letterhead.body)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 40, letterhead.date)
    canvas.setStrokeColor(FOREST)
    canvas.setLineWidth(0.7)
    canvas.line(MARGIN, HEIGHT - 45, WIDTH - MARGIN, HEIGHT - 45)
    _draw_foot(canvas, page=page, pages=pages)


def _draw_foot(canvas: Canvas, *, page: int, pages: int) -> None:
    canvas.setFillColor(RULE)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(MARGIN, 30, NOTICE)
    canvas.drawRightString(WIDTH - MARGIN, 30, f"{page} / {pages}")


def letterhead_flowables(letterhead: Letterhead) -> list[Flowable]:
    """One labelled row under the other, in a box without inner lines."""
    rows = [
        ("Report to", letterhead.to),
        ("Report of", letterhead.from_),
        ("Subject", letterhead.subject),
        ("Date of report", letterhead.date),
        ("Wards affected", letterhead.district),
        ("Contact", letterhead.contact),
    ]
    cells = [[_label(f"<b>{label}:</b>"), _label(value)] for label, value in rows if value]
    table = Table(cells, colWidths=[104, WIDTH - 2 * MARGIN - 104], style=[
        ("BOX", (0, 0), (-1, -1), 0.7, FOREST), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
    ])  # fmt: skip
    return [table, Spacer(1, 6)]


def _label(text: str) -> Paragraph:
    return Paragraph(text.replace("\n", " "), LUNDERMERE.label)
