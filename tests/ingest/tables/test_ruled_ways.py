"""One table, ruled in every way that pages know: whatever draws the rules, the cells are the same."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

FUNDS = """
    Fund         | Adopted    | Actual     | Balance
    ===
    General Fund | $1,250,000 | $1,100,250 | $149,750
    Harbor Fund  | 820,000    | 835,100    | (15,100)
    Parking Fund | 90,500     | 88,000     | 2,500
    Lighting     | 1,400      | -          | 1,400
    Total        | 2,161,900  | 2,023,350  | 138,550
"""
TASKS = """
    Undertaking                | State    | Next step
    ===
    Harbor Wi-Fi for // boats  | On Track | Install the last four masts // by the end of June
    Crane Renewal              | At Risk  | The council decides on the second // offer, which is above the estimate
    Permit Desk                | Delayed  | Hire one planner
    Tide Gauges                | On Hold  | None
"""
RULES = [
    "grid",
    "rows",
    "header",
    "under",
    "frame",
    "columns",
    "inner",
    "frame+under",
    "frame+columns",
    "frame+inner+under",
    "inner+under",
    "top+end",
    "header+total",
    "columns+rows",
    "cells",
    "none",
]
PENS = ["line", "area", "dashed", "strokes", "dotted", "double", "gaps"]
FILLS = ["header", "zebra", "header+zebra", "cells", "all"]


@pytest.mark.parametrize("size", [8, 12])
@pytest.mark.parametrize("rules", RULES)
def test_figures_between_any_rules(sheet: Sheets, rules: str, size: int) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules, size=size)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
def test_texts_that_wrap_between_any_rules(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.table(TASKS, rules=rules, pad=5)
    page.holds(shown(TASKS))


@pytest.mark.parametrize("rules", ["grid", "rows", "header", "frame+columns"])
@pytest.mark.parametrize("pen", PENS)
def test_rules_drawn_by_any_pen(sheet: Sheets, rules: str, pen: str) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules, pen=pen)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", ["none", "grid", "header"])
@pytest.mark.parametrize("fill", FILLS)
def test_painted_in_any_way(sheet: Sheets, rules: str, fill: str) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules, fill=fill)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", ["grid", "rows"])
@pytest.mark.parametrize("fill", ["cells", "header+all"])
def test_white_rules_on_painted_cells(sheet: Sheets, rules: str, fill: str) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules, fill=fill, colour="#ffffff")
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("inset", [0.5, 1.5])
@pytest.mark.parametrize("pen", ["line", "area"])
@pytest.mark.parametrize("text", [FUNDS, TASKS], ids=["figures", "texts"])
def test_each_cell_in_a_frame_of_its_own(sheet: Sheets, text: str, pen: str, inset: float) -> None:
    page = sheet()
    page.table(text, rules="cells", pen=pen, inset=inset)
    page.holds(shown(text))


@pytest.mark.parametrize("rules", ["grid", "rows", "header", "none"])
def test_the_paint_and_the_weight_of_cells_are_told(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.table(FUNDS, rules=rules, fill="header+zebra")
    (table,) = page.tables()
    fills = [{cell.fill for cell in table.row(row)} for row in range(table.rows)]
    assert fills == [{"#c6d9f1"}, {None}, {"#eeeeee"}, {None}, {"#eeeeee"}, {None}]
    assert [cell.row for cell in table.cells if cell.bold] == [0, 0, 0, 0]


def test_the_clearer_the_rules_the_surer(sheet: Sheets) -> None:
    ways = [(FUNDS, "grid"), (FUNDS, "rows"), (FUNDS, "none"), (TASKS, "none")]
    sure = []
    for text, rules in ways:
        page = sheet()
        page.table(text, rules=rules)
        (table,) = page.tables()
        sure.append((table.confidence, table.method))
    assert [confidence for confidence, _ in sure] == sorted((confidence for confidence, _ in sure), reverse=True)
    assert [method for _, method in sure] == ["ruled", "partly_ruled", "unruled", "unruled"]


SECTIONS = """
    Undertaking   | State    | Next step
    ===
    Harbor Wi-Fi  | On Track | Install the last masts
    Crane Renewal | At Risk  | Hear the council
    Permit Desk   | Delayed  | Hire one planner
    Tide Gauges   | On Hold  | None
    Sea Wall      | On Track | Pour the last stretch
"""


def test_rows_of_words_between_rules_over_and_under_a_section(sheet: Sheets) -> None:
    page = sheet()
    place = page.table(SECTIONS, rules="header")
    page.line(place.columns[0], place.rows[3], place.right, place.rows[3])
    page.line(place.columns[0], place.rows[5], place.right, place.rows[5])
    page.holds(shown(SECTIONS))
