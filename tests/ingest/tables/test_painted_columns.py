"""A column of traffic lights: the only cells of a table with edges to their left and right are painted ones."""

from itertools import accumulate

import pytest

from tests.ingest.tables.reading import Sheets, shown

TABLE = """
Scheme | Owner | Status | Due | Cost | Issue
===
Quay Lights | H. Vale | Red | 30/09/2031 | 4,150 | Poles are late.
Ferry Pass | P. Orme | Amber | 31/12/2031 | 620 |
Mole Repair | L. Bane | Green | 31/03/2032 | 1,300 |
Dock Register | G. Foley | Amber | 30/06/2032 | 9,800 | Clerk not named.
Tide Tables | R. Quill | Green | 30/11/2031 | 150 |
"""
WIDTHS = (90, 70, 50, 70, 50, 110)
COLOURS = {"Red": "#c00000", "Amber": "#ffc000", "Green": "#00b050"}
ROW = 18.0
"""Points: a line of ten points and the space around it."""


@pytest.mark.parametrize("rules", ["rows", "header", "frame+under"])
@pytest.mark.parametrize("fill", ["header", "header zebra"])
@pytest.mark.parametrize("column", [2, 1, 5])
def test_the_columns_beside_a_painted_one_are_found_by_their_names(
    sheet: Sheets, rules: str, fill: str, column: int
) -> None:
    lines = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
    for row in lines:
        if len(row) > 1:
            row.insert(column, row.pop(2))
    text = "\n".join(" | ".join(row) for row in lines)
    widths = list(WIDTHS)
    widths.insert(column, widths.pop(2))
    page = sheet()
    left = [page.x, *accumulate(widths, initial=page.x)][1:]
    for number, row in enumerate((row for row in lines[2:]), start=1):
        top = page.y + ROW * number
        page.paint(left[column], top, left[column] + widths[column], top + ROW, COLOURS[row[column]])
    page.table(text, rules=rules, fill=fill if rules == "rows" else "header", widths=widths)
    page.holds(shown(text))


def test_texts_far_apart_under_one_name_stay_one_cell(sheet: Sheets) -> None:
    text = "Scheme | Remarks\n===\nQuay | a    b\nMole | c    d\nFerry | e    f\nDock | g    h"
    page = sheet()
    page.table(text, rules="grid", widths=(100, 200))
    assert page.tables()[0].grid()[0] == ["Scheme", "Remarks"]
    assert page.tables()[0].columns == 2
