"""Charts on pages with tables: the table ends where the chart begins, and a chart alone is no table."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Drawn

from ingest.geometry.pdfium import read_pages
from ingest.tables.lines.words import is_within
from ingest.tables.page_tables import page_to_sheet
from records.table import Table

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Times-Bold")
PROSE = "The ferry fund is kept apart from the general fund, and the board sees the books of both in June."
BUDGET = [
    ["Undertaking", "Planned End", "Budget", "Spent"],
    ["Ferry Terminal Roof", "June 2033", "$18,200,000", "$5,980,000"],
    ["Tide Gauges", "March 2032", "$9,600,000", "$410,000"],
    ["Payroll", "To be set", "$730,000", "$92,000"],
    ["Total", "", "$28,530,000", "$6,482,000"],
]


def typeset(*flowables: Flowable) -> list[Table]:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=letter).build([Paragraph(PROSE, BODY), *flowables, Paragraph(PROSE, BODY)])
    return list(page_to_sheet(next(read_pages(out.getvalue()))).tables)


def words_in_charts(*flowables: Flowable) -> list[set[str]]:
    """The words of each chart."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=letter).build([Paragraph(PROSE, BODY), *flowables, Paragraph(PROSE, BODY)])
    sheet = page_to_sheet(next(read_pages(out.getvalue())))
    pieces = [piece for line in sheet.lines for piece in line.pieces]
    return [{piece.text for piece in pieces if is_within(piece, box)} for box in sheet.charts]


def unruled(rows: Sequence[Sequence[str]]) -> Drawn:
    style: list[Any] = [("ALIGN", (2, 0), (-1, -1), "RIGHT"), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]
    return Drawn([list(row) for row in rows], colWidths=[170, 100, 90, 90], style=TableStyle(style))


def heading(words: str) -> list[Flowable]:
    return [Spacer(1, 10), Paragraph(words, BOLD), Spacer(1, 6)]


def bars_across(
    *, axis: bool, bars: Sequence[tuple[str, int]] = (("Graffiti", 94), ("Lamps", 81), ("Docks", 52))
) -> Drawing:
    chart = Drawing(450, 20 * len(bars) + 10)
    for number, (name, value) in enumerate(bars):
        y = 20 * number + 6
        chart.add(Rect(150, y, 2 * value, 12, fillColor=colors.teal, strokeColor=None))
        chart.add(String(144, y + 3, name, fontSize=8, textAnchor="end"))
        chart.add(String(156 + 2 * value, y + 3, f"{value}%", fontSize=8))
    if axis:
        chart.add(Line(150, 0, 150, 20 * len(bars) + 10))
    return chart


def bars_up(*, grid: bool = False) -> Drawing:
    chart = Drawing(450, 150)
    for step in range(5):
        chart.add(String(10, 22 + 25 * step, str(25 * step), fontSize=8))
        if grid:
            chart.add(Line(30, 25 + 25 * step, 330, 25 + 25 * step, strokeColor=colors.grey))
    for number, height in enumerate((40, 90, 60, 110, 75)):
        chart.add(Rect(50 + 55 * number, 25, 25, height, fillColor=colors.steelblue))
        chart.add(String(52 + 55 * number, 12, str(2026 + number), fontSize=8))
        chart.add(String(55 + 55 * number, 28 + height, str(height), fontSize=8))
    return chart


def lines_up() -> Drawing:
    chart = Drawing(450, 150)
    chart.add(Line(40, 25, 340, 25))
    chart.add(Line(40, 25, 40, 140))
    chart.add(PolyLine([60, 40, 120, 90, 180, 60, 240, 120, 300, 80], strokeColor=colors.red))
    for number in range(5):
        chart.add(String(52 + 60 * number, 12, str(2026 + number), fontSize=8))
        chart.add(String(15, 25 + 25 * number, str(25 * number), fontSize=8))
    return chart


def bars_in_pairs() -> Drawing:
    """Two series with a legend whose text runs over a bar, as spreadsheets place it."""
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 50, 30, 350, 110
    chart.data = [(12, 40, 33, 51), (9, 21, 30, 44)]
    chart.categoryAxis.categoryNames = ["Winter", "Spring", "Summer", "Fall"]
    chart.barLabelFormat, chart.barLabels.nudge = "%d", 7
    legend = Legend()
    legend.x, legend.y = 330, 161
    legend.colorNamePairs = [(colors.red, "Swept"), (colors.green, "Planned")]
    drawing = Drawing(450, 175)
    drawing.add(chart)
    drawing.add(legend)
    return drawing


def line_over_axes() -> Drawing:
    """The marks of both scales stick out where the axes meet."""
    chart = HorizontalLineChart()
    chart.x, chart.y, chart.width, chart.height = 50, 20, 350, 80
    chart.data = [(1, 3, 2, 5, 6)]
    chart.categoryAxis.categoryNames = ["May", "June", "July", "August", "Fall"]
    drawing = Drawing(450, 120)
    drawing.add(chart)
    return drawing


CHARTS: list[Callable[[], Drawing]] = [
    lambda: bars_across(axis=True),
    lambda: bars_across(axis=False),
    lambda: bars_across(axis=True, bars=(("Graffiti", 94), ("Lamps", 81))),
    bars_up,
    lambda: bars_up(grid=True),
    lines_up,
    bars_in_pairs,
    line_over_axes,
]
IDS = ["across with an axis", "across", "two bars", "up", "up over a grid", "a line", "pairs", "a line over axes"]


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
def test_a_chart_alone_is_no_table(chart: Callable[[], Drawing]) -> None:
    assert typeset(Spacer(1, 12), chart(), Spacer(1, 12)) == []


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
def test_a_table_without_rules_ends_above_a_chart(chart: Callable[[], Drawing]) -> None:
    (table,) = typeset(*heading("Budgets"), unruled(BUDGET), *heading("Calls Closed in Time"), chart())
    assert table.grid() == BUDGET
    assert (table.method, table.header_rows) == ("unruled", 1)


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
def test_a_table_right_above_or_below_a_chart_stays_whole(chart: Callable[[], Drawing]) -> None:
    tables = typeset(Spacer(1, 12), unruled(BUDGET), chart(), Spacer(1, 18), unruled(BUDGET), Spacer(1, 12))
    assert [table.grid() for table in tables] == [BUDGET, BUDGET]


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (bars_in_pairs, {"12", "51", "44", "40", "Spring", "Swept", "Planned"}),
        (line_over_axes, {"1", "6", "May", "Fall"}),
    ],
    ids=["pairs", "a line over axes"],
)
def test_a_chart_holds_its_scales_names_and_legend(chart: Callable[[], Drawing], words: set[str]) -> None:
    (held,) = words_in_charts(Spacer(1, 12), chart(), Spacer(1, 12))
    assert words <= held


@pytest.mark.parametrize("caption", ["Exhibit 1: Funds of the Harbor", "Figure 2. Funds", "Table B - Funds"])
def test_a_caption_ends_a_table_and_is_no_row(caption: str) -> None:
    tables = typeset(Spacer(1, 12), unruled(BUDGET), Paragraph(caption, BOLD), unruled(BUDGET), Spacer(1, 12))
    assert [table.grid() for table in tables] == [BUDGET, BUDGET]


def test_a_list_of_exhibits_keeps_its_labels() -> None:
    rows = [["Paper", "Pages", "Copies"], ["Exhibit 1: Lease", "12", "3"], ["Exhibit 2: Map", "1", "40"]]
    rows.append(["Exhibit 3: Deed", "4", "2"])
    (table,) = typeset(Spacer(1, 12), Drawn(rows, colWidths=[170, 80, 80]), Spacer(1, 12))
    assert table.grid() == rows


def test_bars_within_the_rows_of_a_ruled_table_are_no_chart() -> None:
    rows: list[list[Any]] = [["Undertaking", "Share done"]]
    rows += [[name, data_bar(share)] for name, share in (("Roof", 20), ("Gauges", 75), ("Payroll", 50), ("Docks", 90))]
    grid: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    (table,) = typeset(Spacer(1, 12), Drawn(rows, colWidths=[150, 160], style=TableStyle(grid)), Spacer(1, 12))
    assert table.grid() == [
        ["Undertaking", "Share done"],
        ["Roof", "20%"],
        ["Gauges", "75%"],
        ["Payroll", "50%"],
        ["Docks", "90%"],
    ]


def data_bar(share: int) -> Drawing:
    bar = Drawing(140, 12)
    bar.add(Rect(0, 1, share, 9, fillColor=colors.teal, strokeColor=None))
    bar.add(String(130, 2, f"{share}%", fontSize=8, textAnchor="end"))
    return bar


def test_bars_beside_several_texts_are_a_column_of_the_table() -> None:
    names = (("Roof", 20, "$1,200"), ("Gauges", 75, "$850"), ("Payroll", 50, "$90"), ("Docks", 90, "$4,410"))
    rows: list[list[Any]] = [["Undertaking", "Budget", "Share done"]]
    rows += [[name, budget, data_bar(share)] for name, share, budget in names]
    right = TableStyle([("ALIGN", (2, 0), (2, 0), "RIGHT")])
    (table,) = typeset(Spacer(1, 12), Drawn(rows, colWidths=[150, 80, 160], style=right), Spacer(1, 12))
    assert table.grid() == [rows[0], *([name, budget, f"{share}%"] for name, share, budget in names)]


def test_painted_cells_of_unequal_width_are_no_bars() -> None:
    rows = [["Harbor", "", ""], ["Piers", "12", "14"], ["Roads", "", ""], ["Lamps", "90", "95"], ["Parks", "", ""]]
    rows.append(["Trees", "400", "420"])
    style: list[Any] = [("FONT", (0, 0), (0, -1), "Helvetica-Bold")]
    style += [("BACKGROUND", (0, n), (-1 if n % 2 == 0 else 0, n), colors.lightblue) for n in range(6)]
    (table,) = typeset(Spacer(1, 12), Drawn(rows, colWidths=[150, 80, 80], style=TableStyle(style)), Spacer(1, 12))
    assert table.grid() == rows


def test_a_title_set_apart_by_space_is_no_header() -> None:
    """Also where a running head's rule is close above."""
    out = io.BytesIO()
    story: list[Flowable] = [
        Paragraph("Budgets of the Three Largest Undertakings", BOLD),
        Spacer(1, 12),
        unruled(BUDGET),
    ]

    def rule(canvas: Any, _: Any) -> None:
        canvas.line(72, 728, 540, 728)

    SimpleDocTemplate(out, pagesize=letter).build(story, onFirstPage=rule)
    (table,) = page_to_sheet(next(read_pages(out.getvalue()))).tables
    assert table.grid() == BUDGET
