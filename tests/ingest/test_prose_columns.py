"""Newsletters in two columns: prose at different heights side by side is no table, and loses no word to one."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from ingest.geometry.pdfium import read_pages
from ingest.tables.page_tables import page_to_sheet
from records.table import Table

LEFT = (
    "The ferry crews have moved their winter store",
    "to the old customs shed, where the lamps and",
    "the ropes are now kept dry. A second shed is",
    "to follow once the lease has been signed by",
    "the board in the spring of next year.",
    "Two of the nine piers were painted.",
    "The works took nineteen days, and no sailing",
    "was lost. Painters start again in the summer,",
    "after the storms, on the three piers that lie",
    "to the west of the harbor office.",
)
RIGHT = (
    "Tide gauges report every hour. One of them",
    "has been silent since March, and the county",
    "lends its own until the spare part arrives.",
    "New gauges installed",
    "No readings lost",
    "The market hall keeps its roof. Crews found",
    "less rust than feared, and the traders could",
    "move back on the same weekend. The old tiles",
    "are stacked behind the hall for those who",
    "want to keep one of them as a token.",
)


def read(canvas: Canvas, out: io.BytesIO) -> list[Table]:
    canvas.save()
    return list(page_to_sheet(next(read_pages(out.getvalue()))).tables)


def justified(canvas: Canvas, x: float, y: float, words: str, width: float) -> None:
    """One line with its words spread over ``width``."""
    parts = words.split()
    space = (width - sum(canvas.stringWidth(part) for part in parts)) / (len(parts) - 1)
    for part in parts:
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part) + space


def newsletter(canvas: Canvas, *, shift: float, spread: bool, down: float = 620) -> None:
    for x, start, lines in ((72, down, LEFT), (320, down + shift, RIGHT)):
        for number, line in enumerate(lines):
            y = start - 13 * number
            if spread and len(line.split()) > 6:
                justified(canvas, x, y, line, 225)
            else:
                canvas.drawString(x, y, line)


@pytest.mark.parametrize("spread", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("shift", [0.0, 3.0, 6.5, 9.0])
def test_prose_in_two_columns_is_no_table(shift: float, spread: bool) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(72, 700, "Harbor Letter   |   Spring 2031   |   For the Board")
    canvas.line(72, 690, 545, 690)
    newsletter(canvas, shift=shift, spread=spread)
    assert read(canvas, out) == []


FUNDS: Sequence[Sequence[str]] = [
    ["Fund", "Budget", "Spent", "Left"],
    ["Ferry", "$1,200", "$700", "$500"],
    ["Piers", "$4,410", "$2,000", "$2,410"],
    ["Lamps", "$90", "$40", "$50"],
]


@pytest.mark.parametrize("top", [700, 440], ids=["above", "below"])
def test_a_table_above_or_below_the_columns_stays_whole(top: float) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Roman", 10)
    for row, cells in enumerate(FUNDS):
        for column, cell in enumerate(cells):
            canvas.drawString(72 + 125 * column, top - 14 * row, cell)
    newsletter(canvas, shift=6.5, spread=False)
    (table,) = read(canvas, out)
    assert table.grid() == FUNDS


def test_prose_side_by_side_between_rules_is_a_table() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Roman", 10)
    rows = [("Finding", "Reply"), (LEFT[:3], RIGHT[:3]), (LEFT[6:9], RIGHT[5:8]), (LEFT[1:4], RIGHT[6:9])]
    y = 700.0
    for left, right in rows:
        canvas.line(72, y + 12, 545, y + 12)
        for x, lines in ((72, left), (320, right)):
            for number, line in enumerate([lines] if isinstance(lines, str) else lines):
                canvas.drawString(x, y - 12 * number, line)
        y -= 16 if isinstance(left, str) else 42
    canvas.line(72, y + 12, 545, y + 12)
    (table,) = read(canvas, out)
    assert table.grid() == [[side if isinstance(side, str) else " ".join(side) for side in row] for row in rows]
