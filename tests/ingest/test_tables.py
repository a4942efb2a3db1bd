"""Tables of pages that the tests typeset themselves: what is drawn is what must come out, and no more."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import pytest
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Drawn

from ingest.geometry.pdfium import read_pages
from ingest.tables.page_tables import page_to_sheet
from records.table import Table

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)
GRID: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]


def text(words: str) -> Paragraph:
    return Paragraph(words, BODY)


def typeset(*flowables: Any) -> list[Table]:
    """The tables read from the first page of a PDF with these flowables."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=letter).build(list(flowables))
    return list(page_to_sheet(next(read_pages(out.getvalue()))).tables)


def drawn(rows: Sequence[Sequence[Any]], style: Sequence[Any], widths: Sequence[float] | None = None) -> Drawn:
    return Drawn([list(row) for row in rows], colWidths=widths, style=TableStyle(list(style)))


PROSE = (
    "The department finished the first phase of the harbor works in spring and is now preparing the second phase, "
    "which depends on the permit of the coastal commission and on the delivery of the pumps from the manufacturer. "
)


def test_a_full_grid_with_painted_status_cells() -> None:
    rows = [
        ["Project", "Status", "Issue"],
        [text("Ferry Ticketing"), "Red", text("Vendor is late by two months and has not sent a new schedule")],
        [text("Pier Lighting"), "Green", text("None")],
        [text("Tide Gauges"), "Yellow", text("Parts on order")],
    ]
    paint: list[Any] = [
        ("BACKGROUND", (1, 1), (1, 1), colors.red),
        ("BACKGROUND", (1, 2), (1, 2), colors.HexColor("#00b050")),
        ("BACKGROUND", (1, 3), (1, 3), colors.yellow),
    ]
    (table,) = typeset(text(PROSE), Spacer(1, 12), drawn(rows, GRID + paint, [150, 70, 200]), text(PROSE))
    assert table.grid() == [
        ["Project", "Status", "Issue"],
        ["Ferry Ticketing", "Red", "Vendor is late by two months and has not sent a new schedule"],
        ["Pier Lighting", "Green", "None"],
        ["Tide Gauges", "Yellow", "Parts on order"],
    ]
    assert [cell.fill for cell in table.cells if cell.column == 1] == [None, "#ff0000", "#00b050", "#ffff00"]
    assert [cell.bold for cell in table.row(0)] == [True, True, True]
    assert (table.method, table.header_rows, table.pages) == ("ruled", 1, (1,))
    assert table.confidence > 0.9


def test_words_cover_the_text_and_lie_inside_their_cell() -> None:
    rows = [["Name", "Remark"], ["Pump", text("New pumps for the long pier arrive in the third quarter of the year")]]
    (table,) = typeset(drawn([*rows, ["Valve", "None"]], GRID, [80, 120]))
    for cell in table.cells:
        assert cell.text == " ".join(word.source for word in cell.words)
        for word in cell.words:
            assert cell.text[word.start : word.end] == word.source
            assert word.box is not None
            assert cell.box is not None
            assert cell.box[0] - 1 <= word.box[0] <= word.box[2] <= cell.box[2] + 1
            assert cell.box[1] - 1 <= word.box[1] <= word.box[3] <= cell.box[3] + 2


def test_spans_and_stacked_headers() -> None:
    rows = [
        ["Programme", "Budget", "", "Spent"],
        ["", "2031", "2032", ""],
        ["Roads", "1,200", "1,300", "900"],
        ["Parks", "400", "450", "120"],
    ]
    spans: list[Any] = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (3, 1))]
    (table,) = typeset(drawn(rows, GRID + spans))
    shapes = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells if cell.row < 2}
    assert shapes == {"Programme": (2, 1), "Budget": (1, 2), "Spent": (2, 1), "2031": (1, 1), "2032": (1, 1)}
    assert table.header_rows == 2
    assert table.grid()[2] == ["Roads", "1,200", "1,300", "900"]


def test_only_horizontal_rules_with_texts_that_wrap() -> None:
    rows = [
        ["Initiative", "State", "Next step"],
        [text("Harbor Wi-Fi for visitors and boat owners"), "On Track", text("Install the last four masts by June")],
        [text("Crane Renewal"), "At Risk", text("The council decides on the second offer, which is above estimate")],
        [text("Permit Desk"), "Delayed", text("Hire one planner")],
    ]
    lines: list[Any] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 1, "black")]
    (table,) = typeset(text(PROSE), Spacer(1, 12), drawn(rows, lines, [150, 80, 170]), Spacer(1, 12), text(PROSE))
    assert table.grid()[1:] == [
        ["Harbor Wi-Fi for visitors and boat owners", "On Track", "Install the last four masts by June"],
        ["Crane Renewal", "At Risk", "The council decides on the second offer, which is above estimate"],
        ["Permit Desk", "Delayed", "Hire one planner"],
    ]
    assert (table.method, table.header_rows) == ("partly_ruled", 1)


def test_a_budget_table_without_any_rule() -> None:
    rows = [
        ["Fund", "Adopted", "Actual", "Balance"],
        ["General Fund", "$1,250,000", "$1,100,250", "$149,750"],
        ["Harbor Fund", "820,000", "835,100", "(15,100)"],
        ["Parking Fund", "90,500", "88,000", "2,500"],
        ["Total", "2,160,500", "2,023,350", "137,150"],
    ]
    right: list[Any] = [("ALIGN", (1, 0), (-1, -1), "RIGHT")]
    (table,) = typeset(text(PROSE), Spacer(1, 12), drawn(rows, right), Spacer(1, 12), text(PROSE))
    assert table.grid() == rows
    assert (table.method, table.header_rows) == ("unruled", 1)
    assert 0.5 < table.confidence < 0.8


def test_footnote_marks_leave_the_text() -> None:
    rows = [
        ["Item", "Cost"],
        [text("Pumps<super size=6>1</super>"), "4,000"],
        ["Pipes", text("900<super size=6>2</super>")],
    ]
    (table,) = typeset(drawn(rows, GRID, [100, 100]))
    marked = {cell.text: cell.marks for cell in table.cells if cell.marks}
    assert marked == {"Pumps": ("1",), "900": ("2",)}


def test_a_first_row_of_figures_is_no_header() -> None:
    rows = [["North", "14", "12"], ["South", "9", "11"], ["West", "3", "8"]]
    (table,) = typeset(drawn(rows, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    assert table.header_rows == 0


def test_a_landscape_page_is_read_as_it_is_shown() -> None:
    """Drawn on its side and turned by the page's own rotation: boxes count from the top left of what is shown."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.translate(letter[0], 0)
    canvas.rotate(90)
    rows = [["Pier", "Length", "Built"], ["North", "120", "1998"], ["South", "95", "2004"]]
    table = drawn(rows, GRID, [100, 80, 80])
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 72, 400)
    canvas.save()
    (read,) = turned(out.getvalue(), 90)
    assert read.grid() == rows
    ((_, box),) = read.boxes
    assert [round(side) for side in (box[0], box[2])] == [72, 332]
    assert round(box[3]) == round(letter[0] - 400)


def turned(pdf: bytes, degrees: int) -> list[Table]:
    out = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].set_rotation(degrees)
        document.save(out)
    return list(page_to_sheet(next(read_pages(out.getvalue()))).tables)


def test_texts_that_wrap_without_any_rule() -> None:
    """Words alone are the weakest sign of a table, and the confidence says so."""
    rows = [
        ["Initiative", "Health", "Remarks"],
        ["Permit Kiosks", "On Track", text("Four kiosks stand in the lobby and two more are to follow at the library")],
        ["Radio Towers", "Delayed", text("The lease with the owner of the hill has not been signed")],
        ["Payroll", "On Hold", text("Waiting for the labor agreement")],
    ]
    top: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    (table,) = typeset(text(PROSE), Spacer(1, 12), drawn(rows, top, [90, 80, 200]), Spacer(1, 12), text(PROSE))
    assert [row[:2] for row in table.grid()] == [row[:2] for row in rows]
    assert table.grid()[1][2] == "Four kiosks stand in the lobby and two more are to follow at the library"
    assert table.confidence < 0.5


def test_column_rules_alone_with_rows_set_off_by_space() -> None:
    rows = [
        ["Task", "Lead", "Note"],
        ["Design", "R. Okafor", text("Finished in March after the second review by the users")],
        ["Cleaning", "S. Lindqvist", text("Half of the records are done and the rest needs the old archive")],
        ["Training", "T. Abara", text("Begins in the fall")],
    ]
    style: list[Any] = [
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("INNERGRID", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEAFTER", (0, 0), (1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    (table,) = typeset(drawn(rows, style, [80, 90, 150]))
    assert [row[:2] for row in table.grid()] == [row[:2] for row in rows]


def test_white_rules_on_painted_cells() -> None:
    rows = [["Measure", "Target", "Actual"], ["Calls answered", "80%", "74%"], ["Availability", "99.9%", "99.8%"]]
    style: list[Any] = [
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#4f81bd")),
        ("BACKGROUND", (0, 1), (-1, -1), colors.HexColor("#dbe5f1")),
        ("GRID", (0, 0), (-1, -1), 1, colors.white),
    ]
    (table,) = typeset(drawn(rows, style, [140, 80, 80]))
    assert table.grid() == rows
    assert table.header_rows == 1
    assert {cell.fill for cell in table.row(0)} == {"#4f81bd"}


def test_two_tables_with_a_paragraph_between_them_stay_two() -> None:
    lines: list[Any] = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black), ("LINEABOVE", (0, 0), (-1, 0), 1, "black")]
    funds = [["Fund", "Adopted", "Actual"], ["General", "1,250", "1,100"], ["Harbor", "820", "835"]]
    tasks = [
        ["Milestone", "Owner", "Target"],
        ["Award of the contract", "Procurement", "Summer"],
        ["Move", "Staff", "Fall"],
    ]
    between = [Spacer(1, 10), text("Staff will return with an update on the items below."), Spacer(1, 10)]
    tables = typeset(drawn(funds, lines, [200, 100, 100]), *between, drawn(tasks, lines, [200, 100, 100]))
    assert [table.grid() for table in tables] == [funds, tasks]


def test_bold_labels_down_the_side_are_no_header() -> None:
    rows = [["Manager", "Olive Tran"], ["Budget", "$1.5 million"], ["Start", "July 2029"]]
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (0, -1), "Helvetica-Bold")]
    (table,) = typeset(drawn(rows, style))
    assert table.grid() == rows
    assert table.header_rows == 0


def letterhead() -> list[Any]:
    rows = [
        ["TO:", text("Honorable Mayor and City Council"), "FROM:", text("Dana Whitfield")],
        ["SUBJECT:", text("Harbor Projects Status Report"), "DATE:", text("May 4, 2031")],
    ]
    return [drawn(rows, [], [60, 180, 60, 120])]


def ruled_letterhead() -> list[Any]:
    rows = [["TO: Harbor Board", "FROM: Dana Whitfield"], ["SUBJECT: Piers", "DATE: May 4, 2031"]]
    return [drawn(rows, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)])]


def boxed_prose() -> list[Any]:
    return [drawn([[text(PROSE * 3)]], [("BOX", (0, 0), (-1, -1), 1, colors.black)], [400])]


def two_columns_of_prose() -> list[Any]:
    return [drawn([[text(PROSE * 6), text(PROSE * 6)]], [], [220, 220])]


def contents_list() -> list[Any]:
    rows = [
        [f"{name} {'.' * 60}", str(page)] for page, name in enumerate(("Summary", "Background", "Analysis", "Cost"), 2)
    ]
    return [drawn(rows, [], [330, 40])]


def list_of_items() -> list[Any]:
    return [text(f"{number}. {PROSE}") for number in range(1, 6)]


def bar_chart() -> list[Any]:
    chart = Drawing(300, 150)
    for number, height in enumerate((40, 90, 60, 120, 75)):
        chart.add(Rect(40 + 50 * number, 20, 25, height, fillColor=colors.steelblue))
        chart.add(String(40 + 50 * number, 8, str(2026 + number), fontSize=8))
        chart.add(String(10, 20 + 25 * number, str(25 * number), fontSize=8))
    return [chart]


def signature() -> list[Any]:
    return [drawn([["", "Dana Whitfield"], ["", "Director of Harbor Works"]], [], [250, 150])]


@pytest.mark.parametrize(
    "page",
    [
        letterhead,
        ruled_letterhead,
        boxed_prose,
        two_columns_of_prose,
        contents_list,
        list_of_items,
        bar_chart,
        signature,
    ],
    ids=lambda page: str(page.__name__),
)
def test_what_only_looks_like_a_table_is_none(page: Callable[[], list[Any]]) -> None:
    assert typeset(text(PROSE), Spacer(1, 14), *page(), Spacer(1, 14), text(PROSE)) == []


def test_figures_side_by_side_are_columns_where_the_rule_between_them_is_missing() -> None:
    rows = [
        ["Fund", "Year to date", ""],
        ["", "Adopted", "Actual"],
        ["General", "1,250", "1,100"],
        ["Harbor", "820", "835"],
        ["Parking", "90", "88"],
    ]
    style: list[Any] = [
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, colors.black),
        ("LINEAFTER", (0, 0), (0, -1), 0.5, colors.black),
        ("SPAN", (1, 0), (2, 0)),
    ]
    (table,) = typeset(drawn(rows, style, [120, 90, 90]))
    assert table.grid()[-3:] == rows[-3:]
    assert table.columns == 3


@pytest.mark.parametrize(
    ("narrow", "read"),
    [
        (
            "The supplier moved the trans-<br/>former back by a year",
            "The supplier moved the transformer back by a year",
        ),
        ("The down-<br/>town cor-<br/>ridor comes first", "The downtown corridor comes first"),
        ("A long-<br/>term lease is sought", "A long-term lease is sought"),
    ],
)
def test_words_broken_at_the_end_of_a_cell_line_are_whole(narrow: str, read: str) -> None:
    """The column beside says ``former`` and ``down`` on the same lines; the paragraph says ``long-term``."""
    rows = [
        ["Undertaking", "Next step", "Remark"],
        ["Quay", text(narrow), text("The former yard<br/>is down<br/>in June")],
    ]
    (table,) = typeset(text("Every long-term plan is here."), Spacer(1, 12), drawn(rows, GRID, [80, 200, 120]))
    assert table.grid()[1][1] == read
