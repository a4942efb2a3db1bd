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
