"""A letterhead is no table, whatever rules it stands between; a table of labels and values elsewhere is one."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from ingest.geometry.pdfium import read_pages
from ingest.tables.page_tables import page_to_sheet
from records.table import Table

Rows = Sequence[tuple[str, str]]
COLONS: Rows = [
    ("TO:", "Harbor Board"),
    ("THROUGH:", "Olive Tran, Manager"),
    ("FROM:", "Dana Whitfield, Clerk"),
    ("DATE:", "May 4, 2031"),
    ("SUBJECT:", "Piers, with the reply of the Port"),
]
BARE: Rows = [(label.rstrip(":").title(), value) for label, value in COLONS if label != "THROUGH:"]
FACTS: Rows = [("Department:", "Harbor"), ("Contact:", "Olive Tran"), ("Date:", "May 4, 2031")]


def read(rows: Rows, *, page: int = 1, top: float = 700, grid: bool) -> list[Table]:
    """The tables of a page with ``rows`` in a grid, or between rules over a title and under a heading."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    for _ in range(page - 1):
        canvas.showPage()
    canvas.setFont("Helvetica", 11)
    bottom = top - 16 * len(rows) + 12
    for number, (label, value) in enumerate(rows):
        y = top - 16 * number
        canvas.drawString(76, y, label)
        canvas.drawString(164, y, value)
        if grid:
            canvas.line(72, y + 12, 400, y + 12)
    if grid:
        canvas.line(72, bottom, 400, bottom)
        for x in (72, 160, 400):
            canvas.line(x, top + 12, x, bottom)
    else:
        canvas.drawString(250, top + 40, "MEMORANDUM")
        canvas.drawString(76, bottom - 22, "Piers")
        for y in (top + 60, bottom - 26, bottom - 40):
            canvas.line(72, y, 540, y)
    canvas.save()
    return list(page_to_sheet(list(read_pages(out.getvalue()))[-1]).tables)


@pytest.mark.parametrize("grid", [False, True], ids=["between rules", "in a grid"])
@pytest.mark.parametrize("rows", [COLONS, BARE], ids=["colons", "bare"])
def test_a_letterhead_is_no_table(rows: Rows, grid: bool) -> None:
    assert read(rows, grid=grid) == []


@pytest.mark.parametrize(("page", "top"), [(1, 300), (2, 700)], ids=["further down", "on a later page"])
def test_a_grid_of_facts_is_a_table(page: int, top: float) -> None:
    (table,) = read(FACTS, page=page, top=top, grid=True)
    assert table.grid() == [list(row) for row in FACTS]


def test_a_table_that_asks_from_whom_is_no_letterhead() -> None:
    rows = [("From", "Amount"), ("Ferry Fund", "$1,200"), ("Pier Fund", "$950"), ("Lamp Fund", "$90")]
    (table,) = read(rows, grid=True)
    assert table.grid() == [list(row) for row in rows]
