"""What only looks like a table: letterheads, lists, boxes, charts, forms. Nothing of it may come out as one."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

PROSE = (
    "The department finished the first phase of the harbor works in spring and now prepares\n"
    "the second phase, which depends on the permit of the coastal commission and on the\n"
    "delivery of the pumps from the manufacturer."
)
COLUMN = (
    "The department has finished the first\nphase of the harbor works in spring and\n"
    "now prepares the second, which depends\non the permit of the coast guard and on\n"
    "the delivery of the pumps that were held\nup by the strike in the northern yards.\n"
)


def pairs(page: Sheet, rows: dict[str, str], *, at: float = 160, step: float = 16, bold: bool = False) -> None:
    """Labels at the margin, what they say at ``at``."""
    for label, value in rows.items():
        page.words(72, page.y, label, bold=bold)
        page.words(at, page.y, value)
        page.y += step


def letterhead(page: Sheet) -> None:
    pairs(page, {"TO:": "Harbor Board", "FROM:": "Dana Whitfield, Clerk", "DATE:": "May 4, 2031", "RE:": "Piers"})


def letterhead_between_rules(page: Sheet) -> None:
    page.line(72, page.y - 4, 540, page.y - 4)
    pairs(page, {"To": "Harbor Board", "From": "Dana Whitfield, Clerk", "Date": "May 4, 2031", "Subject": "Piers"})
    page.line(72, page.y, 540, page.y)


def letterhead_in_a_frame(page: Sheet) -> None:
    top = page.y - 4
    pairs(page, {"TO:": "Harbor Board", "FROM:": "Dana Whitfield, Clerk", "DATE:": "May 4, 2031", "RE:": "Piers"})
    page.frame(66, top, 540, page.y)


def letterhead_in_a_grid(page: Sheet) -> None:
    page.table("TO: Harbor Board | FROM: Dana Whitfield\nSUBJECT: Piers | DATE: May 4, 2031", rules="grid")


def letterhead_in_two_columns(page: Sheet) -> None:
    for left, right in (("TO: Harbor Board", "DATE: May 4, 2031"), ("FROM: Dana Whitfield", "ITEM: 4.2")):
        page.words(72, page.y, left)
        page.words(340, page.y, right)
        page.y += 16


CONTENTS = {
    "Summary": 2,
    "Background of the works": 3,
    "Analysis": 5,
    "What it costs and who pays": 11,
    "Next steps": 14,
}


def contents_with_leaders(page: Sheet) -> None:
    for title, number in CONTENTS.items():
        end = page.words(72, page.y, title)
        page.words(end + 4, page.y, "." * int((500 - end) / 2.78))
        page.words(520, page.y, str(number))
        page.y += 15


def contents_without_leaders(page: Sheet) -> None:
    page.text("Contents", bold=True, size=14)
    pairs(page, {title: str(number) for title, number in CONTENTS.items()}, at=520)


def contents_with_sections(page: Sheet) -> None:
    page.text("Table of Contents", bold=True, size=14)
    for number, (title, leaf) in enumerate(CONTENTS.items(), start=1):
        page.words(72, page.y, f"{number}.")
        page.words(96, page.y, title)
        page.words(520, page.y, str(leaf))
        page.y += 15


def boxed_prose(page: Sheet) -> None:
    top = page.y
    page.y += 6
    page.text(PROSE, x=80)
    page.frame(72, top, 540, page.y)


def two_boxes_of_prose(page: Sheet) -> None:
    top = page.y
    for x in (72, 320):
        page.y = top + 6
        page.text(COLUMN, x=x + 8)
        page.frame(x, top, x + 220, page.y)


def painted_box_with_a_title(page: Sheet) -> None:
    page.paint(72, page.y, 540, page.y + 80, "#dbe5f1")
    page.y += 6
    page.text("What the Board is asked to do", x=80, bold=True).text(PROSE, x=80)
    page.space(20)


def bullets(page: Sheet) -> None:
    for line in (
        "Hire one planner for the desk",
        "Install the last four masts by June",
        "Sell the yard",
        "Close the books",
    ):
        page.words(90, page.y, "•")
        page.words(108, page.y, line)
        page.y += 14


def numbered_items_that_wrap(page: Sheet) -> None:
    for number in range(1, 5):
        page.words(72, page.y, f"{number}.")
        page.text(PROSE, x=96)


def bar_chart(page: Sheet) -> None:
    foot = page.y + 150
    for step in range(5):
        page.words(80, foot - 30 * step - 5, str(25 * step), size=8)
    for number, height in enumerate((40, 90, 60, 120, 75)):
        page.paint(120 + 55 * number, foot - height, 150 + 55 * number, foot, "#4682b4")
        page.words(125 + 55 * number, foot + 4, str(2026 + number), size=8)
    page.line(110, foot, 400, foot)
    page.y = foot + 30


def bars_over_grid_lines(page: Sheet) -> None:
    for step in range(5):
        page.line(110, page.y + 150 - 30 * step, 400, page.y + 150 - 30 * step, colour="#999999", width=0.4)
    bar_chart(page)


def bars_across(page: Sheet) -> None:
    for name, value in (("Graffiti", 94), ("Lamps", 81), ("Docks", 52), ("Trees", 23)):
        page.words(80, page.y, name, size=8)
        page.paint(130, page.y, 130 + 3 * value, page.y + 10, "#008080")
        page.words(136 + 3 * value, page.y, f"{value}%", size=8)
        page.y += 18


def line_chart_over_a_grid(page: Sheet) -> None:
    top, foot = page.y, page.y + 120
    for step in range(6):
        page.line(110, foot - 24 * step, 410, foot - 24 * step, colour="#bbbbbb", width=0.4)
        page.words(85, foot - 24 * step - 4, str(20 * step), size=8)
        page.line(110 + 60 * step, top, 110 + 60 * step, foot, colour="#bbbbbb", width=0.4)
        page.words(100 + 60 * step, foot + 4, str(2026 + step), size=8)
    heights = (20, 35, 30, 70, 64, 98)
    for step in range(5):
        page.line(110 + 60 * step, foot - heights[step], 170 + 60 * step, foot - heights[step + 1], colour="#cc0000")
    page.y = foot + 30


def pie_chart(page: Sheet) -> None:
    x, y, r = 250.0, page.y + 70, 60.0
    at = 0.0
    for name, share in (("Docks", 45), ("Lamps", 30), ("Roads", 15), ("Parks", 10)):
        page.draw(wedge(page, (x, y, r), at, 3.6 * share))
        turn = math.radians(at + 1.8 * share)
        page.words(x + 1.25 * r * math.cos(turn) - 12, y - 1.25 * r * math.sin(turn) - 4, f"{name} {share}%", size=8)
        at += 3.6 * share
    page.y += 160


def wedge(page: Sheet, circle: tuple[float, float, float], at: float, extent: float) -> Callable[[Any], None]:
    x, y, r = circle
    return lambda canvas: canvas.wedge(
        x - r, page.height - y - r, x + r, page.height - y + r, at, extent, stroke=1, fill=0
    )


def two_columns_of_prose(page: Sheet) -> None:
    top = page.y
    page.text(COLUMN * 4, x=72)
    page.y = top
    page.text(COLUMN * 4, x=325)


def signatures(page: Sheet) -> None:
    for x, who, what in ((72, "Dana Whitfield", "Clerk of the Port"), (330, "Olive Tran", "Director of Works")):
        page.line(x, page.y + 30, x + 180, page.y + 30)
        page.words(x, page.y + 34, who)
        page.words(x, page.y + 47, what)
    page.y += 80


def signature_to_the_right(page: Sheet) -> None:
    for line in ("Respectfully,", "", "Dana Whitfield", "Clerk of the Port"):
        page.words(330, page.y, line)
        page.y += 14


def form_with_blanks(page: Sheet) -> None:
    for label in ("Name of the applicant", "Address", "Kind of boat", "Date"):
        page.words(72, page.y, f"{label}:")
        page.line(200, page.y + 10, 480, page.y + 10)
        page.y += 22


def form_with_boxes_to_tick(page: Sheet) -> None:
    for left, right in (("Resident", "Visitor"), ("Sail", "Motor"), ("One season", "Whole year")):
        for x, label in ((72, left), (250, right)):
            page.frame(x, page.y, x + 9, page.y + 9)
            page.words(x + 16, page.y, label)
        page.y += 18


def org_chart(page: Sheet) -> None:
    def box(x: float, top: float, name: str) -> None:
        page.frame(x, top, x + 110, top + 30)
        page.words(x + 10, top + 9, name)

    box(250, page.y, "Olive Tran")
    page.line(305, page.y + 30, 305, page.y + 50)
    page.line(135, page.y + 50, 475, page.y + 50)
    for x, name in ((80, "Docks"), (250, "Ferries"), (420, "Permits")):
        page.line(x + 55, page.y + 50, x + 55, page.y + 70)
        box(x, page.y + 70, name)
    page.y += 120


def addresses(page: Sheet) -> None:
    left = ("Port of Larkhaven", "12 Quay Street", "Larkhaven 40217")
    for one, other in zip(left, ("Dana Whitfield", "Clerk of the Port", "(555) 013-2247"), strict=True):
        page.words(72, page.y, one)
        page.words(400, page.y, other)
        page.y += 13


def equations(page: Sheet) -> None:
    for line, number in (("a = 3 b + c / (d - 2)", "(1)"), ("b = 7 c - d", "(2)"), ("c = d / 4 + 9", "(3)")):
        page.words(220, page.y, line)
        page.words(510, page.y, number)
        page.y += 24


def code(page: Sheet) -> None:
    lines = (
        "def load(boat):",
        "    for tide in tides(boat):",
        "        if tide.high > 4:",
        "            return tide",
        "    return 0",
    )

    def draw(canvas: Any, top: float = page.y) -> None:
        canvas.setFont("Courier", 9)
        for number, line in enumerate(lines):
            canvas.drawString(90, page.height - top - 10 - 12 * number, line)

    page.draw(draw)
    page.y += 75


def definitions(page: Sheet) -> None:
    for name in ("Berth", "Draught", "Mooring"):
        page.words(72, page.y, name, bold=True)
        page.text(COLUMN, x=160)


def agenda_with_times(page: Sheet) -> None:
    page.text("Agenda", bold=True, size=14)
    times = ("9:00 a.m.", "9:15 a.m.", "10:00 a.m.", "10:45 a.m.")
    items = ("Call to order", "Minutes of the last meeting", "Report of the Director", "Comments of the public")
    pairs(page, dict(zip(times, items, strict=True)), at=150)


def rules_between_paragraphs(page: Sheet) -> None:
    for _ in range(3):
        page.text(PROSE)
        page.line(72, page.y, 540, page.y)
        page.y += 8


def sections_with_a_margin(page: Sheet) -> None:
    """Headings beside their text."""
    for name in ("Purpose", "Summary", "Costs"):
        page.words(72, page.y, name, bold=True)
        page.text("\n".join(PROSE.splitlines()[:2]), x=170)


def a_running_head(page: Sheet) -> None:
    page.words(72, page.y, "Port of Larkhaven", size=8)
    page.words(280, page.y, "Item 4.2", size=8)
    page.words(480, page.y, "June 2031", size=8)
    page.line(72, page.y + 12, 540, page.y + 12)
    page.y += 30


NONE = [
    letterhead,
    letterhead_between_rules,
    letterhead_in_a_frame,
    letterhead_in_a_grid,
    letterhead_in_two_columns,
    contents_with_leaders,
    contents_without_leaders,
    contents_with_sections,
    boxed_prose,
    two_boxes_of_prose,
    painted_box_with_a_title,
    bullets,
    numbered_items_that_wrap,
    bar_chart,
    bars_over_grid_lines,
    bars_across,
    line_chart_over_a_grid,
    pie_chart,
    two_columns_of_prose,
    signatures,
    signature_to_the_right,
    form_with_blanks,
    form_with_boxes_to_tick,
    org_chart,
    addresses,
    equations,
    code,
    definitions,
    agenda_with_times,
    rules_between_paragraphs,
    sections_with_a_margin,
    a_running_head,
]


@pytest.mark.parametrize("prose", [True, False], ids=["in text", "alone"])
@pytest.mark.parametrize("thing", NONE, ids=lambda thing: str(thing.__name__))
def test_no_table(sheet: Sheets, thing: Callable[[Sheet], None], prose: bool) -> None:
    page = sheet()
    if prose:
        page.text(PROSE).space(12)
    thing(page)
    if prose:
        page.space(14).text(PROSE)
    page.holds()


FUNDS = """
    Fund   | Adopted | Actual
    ===
    Harbor | 1,200   | 1,150
    Lamps  | 90      | 88
    Piers  | 400     | 410
    Total  | 1,690   | 1,648
"""


@pytest.mark.parametrize("rules", ["grid", "none"])
@pytest.mark.parametrize("thing", NONE, ids=lambda thing: str(thing.__name__))
def test_a_table_below_it_is_read_alone(sheet: Sheets, thing: Callable[[Sheet], None], rules: str) -> None:
    page = sheet()
    thing(page)
    page.space(14).text(PROSE).space(10)
    page.table(FUNDS, rules=rules)
    page.holds(shown(FUNDS))
