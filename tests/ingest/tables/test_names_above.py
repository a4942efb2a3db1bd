"""Names of columns over a grid whose first row holds figures."""

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

BODY = "North | 4.2 | 12\nMole | 3.9 | 7\nFerry | 6.0 | 31"
WIDTHS = (100, 100, 100)
PROSE = "The harbor board keeps its quays open in winter,\nand the ferries run on time in all of the years."


def names(page: Sheet, *lines: tuple[str, ...]) -> None:
    for line in lines:
        for x, text in zip((76, 176, 276), line, strict=True):
            page.words(x, page.y, text, bold=True)
        page.y += 12
    page.y += 2


@pytest.mark.parametrize("fill", ["", "zebra"])
def test_one_line_of_names(sheet: Sheets, fill: str) -> None:
    page = sheet().text(PROSE).space(10)
    names(page, ("Quay", "Depth", "Boats"))
    page.table(BODY, widths=WIDTHS, fill=fill)
    page.holds(shown("Quay | Depth | Boats\n===\n" + BODY))


def test_two_lines_and_no_name_over_the_labels(sheet: Sheets) -> None:
    page = sheet().text(PROSE).space(10)
    names(page, ("", "Depth at", "Boats at"), ("", "low tide", "berth"))
    page.table(BODY, widths=WIDTHS)
    page.holds(shown(" | Depth at low tide | Boats at berth\n===\n" + BODY))


def test_prose_or_a_caption_right_above_is_no_row(sheet: Sheets) -> None:
    for text in (PROSE, "Table 4: Quays of the port"):
        page = sheet().text(text)
        page.table(BODY, widths=WIDTHS)
        (table,) = page.tables()
        assert table.grid() == shown(BODY).cells
