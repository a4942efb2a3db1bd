"""Rules that a grid lacks: text tells apart what no rule divides, and spans only what it stands over or across."""

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

XS = (72, 190, 280, 370, 460)
TOP, STEP = 80, 18


def grid(page: Sheet, cells: list[list[str]], *, without: set[tuple[int, int]]) -> None:
    """Each border drawn by itself, but for those on the right of ``(row, column)``."""
    for r, row in enumerate(cells):
        top = TOP + STEP * r
        for c, text in enumerate(row):
            x0, x1 = XS[c], XS[c + 1]
            page.line(x0, top, x1, top)
            if c == 0:
                page.line(x0, top, x0, top + STEP)
            if (r, c) not in without:
                page.line(x1, top, x1, top + STEP)
            page.words(x0 + 4, top + 4, text)
    page.line(XS[0], TOP + STEP * len(cells), XS[len(cells[0])], TOP + STEP * len(cells))


CELLS = [["Quay", "Depth", "Boats"], ["North", "4.2", "12"], ["Mole", "3.9", "7"], ["Ferry", "6.0", "31"]]
TEXT = "Quay | Depth | Boats\n===\nNorth | 4.2 | 12\nMole | 3.9 | 7\nFerry | 6.0 | 31"
WORDS = [["Quay", "Keeper", "State"], ["North", "Dana Wells", "Open"], ["Mole", "Bo Castell", "Shut"]]


@pytest.mark.parametrize("row", [0, 1, 2, 3])
@pytest.mark.parametrize("column", [0, 1])
def test_a_border_missing_between_two_texts_is_drawn_by_them(sheet: Sheets, row: int, column: int) -> None:
    page = sheet()
    grid(page, CELLS, without={(row, column)})
    (table,) = page.tables()
    assert [cell.text for cell in table.cells] == [text for line in CELLS for text in line]
    assert all(cell.column_span == cell.row_span == 1 for cell in table.cells)


def test_words_side_by_side_are_two_cells_too(sheet: Sheets) -> None:
    page = sheet()
    grid(page, WORDS, without={(1, 0), (1, 1)})
    (table,) = page.tables()
    assert [cell.text for cell in table.cells] == [text for line in WORDS for text in line]


def rows_without_a_rule(page: Sheet, *, level: bool) -> None:
    """Three columns, the rule under the second row missing in the first one, whose text is level with the rows or
    centred over both."""
    for y in (80, 98, 134):
        page.line(72, y, 342, y)
    page.line(162, 116, 342, 116)
    for x in (72, 162, 252, 342):
        page.line(x, 80, x, 134)
    for x, text in ((76, "Quay"), (166, "Depth"), (256, "Boats")):
        page.words(x, 84, text)
    for top, depth, boats in ((102, "4.2", "12"), (120, "3.9", "7")):
        page.words(166, top, depth)
        page.words(256, top, boats)
    if level:
        page.words(76, 102, "North")
        page.words(76, 120, "Mole")
    else:
        page.words(76, 105, "North")
        page.words(76, 117, "and Mole")


def test_lines_level_with_their_rows_are_two_cells(sheet: Sheets) -> None:
    page = sheet()
    rows_without_a_rule(page, level=True)
    page.holds(shown("Quay | Depth | Boats\n===\nNorth | 4.2 | 12\nMole | 3.9 | 7"))


def test_lines_centred_over_two_rows_are_one_cell(sheet: Sheets) -> None:
    page = sheet()
    rows_without_a_rule(page, level=False)
    page.holds(shown("Quay | Depth | Boats\n===\nNorth and Mole | 4.2 | 12\n^ | 3.9 | 7"))


@pytest.mark.parametrize("title", ["Depth and boats of the quay", "Both"])
def test_a_title_across_the_border_or_over_it_spans(sheet: Sheets, title: str) -> None:
    text = f"Quay | {title} | <\n^ | Depth in metres | Number of boats\n===\nNorth | 4.2 | 12\nMole | 3.9 | 7"
    page = sheet()
    page.table(text, align="lcc")
    page.holds(shown(text))


def test_two_long_lines_of_figures_under_one_name_are_columns(sheet: Sheets) -> None:
    page = sheet()
    for y in (80, 98, 134):
        page.line(72, y, 400, y)
    for x in (72, 140, 400):
        page.line(x, 80, x, 134)
    page.words(76, 84, "Quay")
    page.words(146, 84, "Boats by day")
    for top, name, figures in ((102, "North", (12, 7, 31, 118, 4, 9)), (120, "Mole", (3, 40, 22, 60, 11, 5))):
        page.words(76, top, name)
        for number, figure in enumerate(figures):
            page.words(146 + 40 * number, top, str(figure))
    (table,) = page.tables()
    assert [row[1:] for row in table.grid()[1:]] == [
        ["12", "7", "31", "118", "4", "9"],
        ["3", "40", "22", "60", "11", "5"],
    ]
