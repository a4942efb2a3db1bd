"""How the page is made up: turned, cropped, scaled, drawn in a form; the table is the same."""

from typing import Any

import pytest

from ingest.read import read_file, read_tables
from records.settings import Settings
from tests.ingest.tables.reading import Sheets, shown

FUNDS = """
    Fund         | Adopted    | Actual     | Balance
    ===
    General Fund | $1,250,000 | $1,100,250 | $149,750
    Harbor Fund  | 820,000    | 835,100    | (15,100)
    Parking Fund | 90,500     | 88,000     | 2,500
    Total        | 2,160,500  | 2,023,350  | 137,150
"""
TASKS = """
    Undertaking               | State    | Next step
    ===
    Harbor Wi-Fi for // boats | On Track | Install the last four masts // by the end of June
    Crane Renewal             | At Risk  | The council decides on the second // offer, which is above the estimate
    Permit Desk               | Delayed  | Hire one planner
"""
WAYS: dict[str, dict[str, Any]] = {
    "upright": {},
    "in a form": {"form": True},
    "cropped": {"crop": (40, 60)},
    "scaled down": {"scale": 0.1},
    "scaled up": {"scale": 4},
    "a form, scaled and cropped": {"form": True, "scale": 0.24, "crop": (18, 18)},
    "small page": {"width": 420, "height": 595, "x": 30},
    "large page": {"width": 1224, "height": 792},
    "landscape by its rotation": {"width": 792, "height": 612, "turn": 90, "rotate": 90},
    "landscape by its rotation, to the left": {"width": 792, "height": 612, "turn": 270, "rotate": 270},
    "upside down and rotated back": {"turn": 180, "rotate": 180},
    "rotated and cropped": {"width": 792, "height": 612, "turn": 90, "rotate": 90, "crop": (30, 50)},
    "shown on its side, turned left": {"turn": 90},
    "shown on its side, turned right": {"turn": 270},
    "shown upside down": {"turn": 180},
    "shown on its side by rotation": {"rotate": 90},
    "shown on its side by rotation to the left": {"rotate": 270},
}


@pytest.mark.parametrize("rules", ["grid", "rows", "header", "none"])
@pytest.mark.parametrize("way", WAYS)
def test_figures_on_any_sheet(sheet: Sheets, way: str, rules: str) -> None:
    page = sheet(**WAYS[way])
    page.text("The board hears of its funds every quarter.").space(10)
    page.table(FUNDS, rules=rules)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", ["grid", "rows"])
@pytest.mark.parametrize("way", [way for way in WAYS if way != "small page"])
def test_texts_on_any_sheet(sheet: Sheets, way: str, rules: str) -> None:
    page = sheet(**WAYS[way])
    page.text("The board hears of its funds every quarter.").space(10)
    page.table(TASKS, rules=rules)
    page.holds(shown(TASKS))


@pytest.mark.parametrize("turn", [90, 270])
def test_a_table_on_its_side_among_upright_text(sheet: Sheets, turn: int) -> None:
    """The page's number stands upright; the table and its words do not."""
    page = sheet(width=792, height=612, turn=turn)
    page.table(FUNDS, rules="grid")

    def number(canvas: Any) -> None:
        canvas.saveState()
        canvas.translate(400, 580)
        canvas.rotate(-turn)
        canvas.drawString(0, 0, "Page 7")
        canvas.restoreState()

    page.draw(number)
    page.holds(shown(FUNDS))


def test_boxes_count_from_the_top_left_of_what_is_shown(sheet: Sheets) -> None:
    for way in ("upright", "in a form", "cropped", "scaled down", "landscape by its rotation", "rotated and cropped"):
        page = sheet(**WAYS[way])
        place = page.table(FUNDS, rules="grid")
        ((_, box),) = page.tables()[0].boxes
        drawn = (place.columns[0], place.rows[0], place.right, place.bottom)
        assert all(abs(one - other) < 1.5 for one, other in zip(box, drawn, strict=True)), (way, box, drawn)


def test_every_way_in_reads_the_same_tables(sheet: Sheets) -> None:
    """Through a process of its own, and as part of the whole document."""
    page = sheet().text("Table 1: Funds", bold=True)
    page.table(FUNDS, rules="rows")
    page.space(30).table(TASKS, rules="grid")
    tables = page.tables()
    assert len(tables) == 2
    assert read_file(page.path, settings=Settings()).tables == tables
    assert read_tables(page.path, settings=Settings()).tables == tables
