"""Harrowgate Bay: the first page's letterhead and the marks that every page carries: seal, running head, footer."""

from press.facts import Letterhead
from press.styles import HARROWGATE, INK, RULE, SEAL
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

NOTICE = "Invented sample. No such city."
WIDTH, HEIGHT = 8.5 * inch, 11 * inch
MARGIN = inch


def draw_first_page(canvas: Canvas, letterhead: Letterhead) -> None:
    draw_seal(canvas, MARGIN + 27, HEIGHT - 66)
    canvas.setFillColor(SEAL)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN + 64, HEIGHT - 55, "CITY OF")
    canvas.setFont("Times-Bold", 19)
    canvas.drawString(MARGIN + 64, HEIGHT - 74, "Harrowgate Bay")
    canvas.setFillColor(INK)
    canvas.setFont("Helvetica-Bold", 23)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 74, "MEMORANDUM")
    canvas.setStrokeColor(SEAL)
    canvas.setLineWidth(1.6)
    canvas.line(MARGIN, HEIGHT - 101, WIDTH - MARGIN, HEIGHT - 101)
    draw_footer(canvas)


def draw_seal(canvas: Canvas, x: float, y: float) -> None:
    """A lighthouse over two waves in a double ring, lines only."""
    canvas.setStrokeColor(SEAL)
    canvas.setFillColor(SEAL)
    for radius, line in ((27, 1.4), (23, 0.5)):
        canvas.setLineWidth(line)
        canvas.circle(x, y, radius)
    tower = canvas.beginPath()
    tower.moveTo(x - 5, y - 8)
    tower.lineTo(x - 3, y + 9)
    tower.lineTo(x + 3, y + 9)
    tower.lineTo(x + 5, y - 8)
    tower.close()
    canvas.drawPath(tower, fill=1, stroke=0)
    canvas.rect(x - 4, y + 10, 8, 4, fill=0)
    canvas.setLineWidth(0.8)
    for side in (-1, 1):
        canvas.line(x + side * 6, y + 12, x + side * 15, y + 15)
        canvas.line(x + side * 6, y + 12, x + side * 15, y + 9)
    for drop in (11, 15):
        wave = canvas.beginPath()
        wave.moveTo(x - 15, y - drop)
        for step in (-15, -5, 5):
            wave.curveTo(x + step + 3, y - drop + 4, x + step + 6, y - drop - 4, x + step + 10, y - drop)
        canvas.drawPath(wave)


def draw_footer(canvas: Canvas) -> None:
    canvas.setFillColor(RULE)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawCentredString(WIDTH / 2, 30, NOTICE)


def draw_running_head(canvas: Canvas, letterhead: Letterhead, *, page: int, pages: int, look: str) -> None:
    canvas.setFillColor(INK)
    if look == "compact":
        canvas.setFont("Times-Italic", 9.5)
        canvas.drawString(MARGIN, HEIGHT - 50, f"{letterhead.body} | {letterhead.date}")
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 50, f"Page {page} of {pages}")
        canvas.drawString(MARGIN, HEIGHT - 62, letterhead.subject)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, HEIGHT - 67, WIDTH - MARGIN, HEIGHT - 67)
    else:
        canvas.setFont("Times-Roman", 10)
        lines = (letterhead.body.upper(), letterhead.date, f"Subject: {letterhead.subject}", f"Page {page}")
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, HEIGHT - 42 - 11.5 * number, line)
    draw_footer(canvas)


class Rule(Flowable):  # type: ignore[misc]
    """A line across the page."""

    def __init__(self, *, weight: float = 0.8) -> None:
        super().__init__()
        self.weight = weight

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, 10

    def draw(self) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(self.weight)
        self.canv.line(0, 6, self.width, 6)


class Approval(Flowable):  # type: ignore[misc]
    """The stamp: "Approved", a signature that is only a line, and a date of its own."""

    def __init__(self, date: str) -> None:
        super().__init__()
        self.date = date

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, 26

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 8, "Approved")
        canvas.drawString(252, 8, "Date:")
        canvas.setFont("Times-Italic", 11)
        canvas.drawString(282, 8, self.date)
        canvas.setStrokeColor(SEAL)
        canvas.setLineWidth(0.9)
        scribble = canvas.beginPath()
        scribble.moveTo(58, 8)
        scribble.curveTo(70, 30, 78, -6, 92, 14)
        scribble.curveTo(100, 24, 104, 2, 118, 11)
        scribble.curveTo(134, 20, 140, 4, 178, 13)
        canvas.drawPath(scribble)


def letterhead_flowables(letterhead: Letterhead) -> list[Flowable]:
    """TO and FROM on the left, SUBJECT and DATE on the right, then the stamp and the district."""
    left = [[_label("TO:"), _value(letterhead.to)], [_label("FROM:"), _value(letterhead.from_)]]
    right = [[_label("SUBJECT:"), _value(letterhead.subject)], [_label("DATE:"), _value(letterhead.date)]]
    rows = [[*a, *b] for a, b in zip(left, right, strict=True)]
    table = Table(rows, colWidths=[48, 180, 66, 174], style=[
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8), ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ])  # fmt: skip
    flowables: list[Flowable] = [table, Rule()]
    if letterhead.approved:
        flowables += [Approval(letterhead.approved), Rule()]
    if letterhead.district:
        flowables.append(Paragraph(f"<b>COUNCIL DISTRICT:</b> {letterhead.district}", HARROWGATE.label))
    return flowables


def _label(text: str) -> Paragraph:
    return Paragraph(f"<b>{text}</b>", HARROWGATE.label)


def _value(text: str) -> Paragraph:
    return Paragraph(text.replace("\n", "<br/>"), HARROWGATE.label)
