"""Cells whose paint and frames leave thin bands between them: the bands are borders, however many edges they have."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

CELLS = [["Quay", "Depth", "Boats"], ["North", "4.2", "12"], ["Mole", "3.9", "7"], ["Ferry", "6.0", "31"]]
TEXT = "Quay | Depth | Boats\n===\nNorth | 4.2 | 12\nMole | 3.9 | 7\nFerry | 6.0 | 31"


@pytest.mark.parametrize("inset", [1.0, 3.0, 5.0])
@pytest.mark.parametrize("framed", [True, False], ids=["grid too", "paint alone"])
def test_paint_that_leaves_a_margin_in_each_cell(sheet: Sheets, inset: float, framed: bool) -> None:
    page = sheet()
    for r, row in enumerate(CELLS):
        for c, text in enumerate(row):
            x0, top = 72 + 100 * c, 80 + 20 * r
            if framed:
                page.frame(x0, top, x0 + 100, top + 20)
            page.paint(x0 + inset, top, x0 + 100 - inset, top + 20, "#dddddd" if r else "#bbbbbb")
            page.words(x0 + inset + 4, top + 5, text)
    page.holds(shown(TEXT))
