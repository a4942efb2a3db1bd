"""Tables as word processors write them for the web: no rules, cells in the middle of their rows, names painted one by
one or only bold."""

from itertools import accumulate

import pytest

from tests.ingest.tables.drawing import Paper, parse
from tests.ingest.tables.reading import Sheets, shown

TABLE = """
Ref | Scheme | Lead officer | Rating | Approved // cost | Due | Comment
===
P-01 | Quay Wall Strengthening | Head of // Coastal Works | Amber | £4,150,000 | Sep // 2031 | Stone late // by barge.
P-02 | Tram Depot Roof | Head of Estates | Green | £620,000 | 2032 |
P-03 | Market Paving // and Drains | Head of Digital | Red | £1,300,000 | Mar // 2032 | Supplier has withdrawn.
P-04 | Archive Move | Librarian | Green | £98,000 | 2031 |
"""
WIDTHS = (24, 120, 76, 42, 60, 40, 120)
LINE = 11.0


def draw(page: Paper, *, paint: str | None, gap: float = 2.5, pad: float = 8.0, status: bool = False) -> None:
    """Each cell in the middle of its row; the names' areas are as high as the names themselves."""
    cells, _ = parse(TABLE)
    left = list(accumulate(WIDTHS, lambda x, width: x + width + gap, initial=page.x))
    for number, row in enumerate(cells):
        texts = [cell.split(" // ") for cell in row]
        height = max(map(len, texts)) * LINE
        for column, lines in enumerate(texts):
            top = page.y + (height - len(lines) * LINE) / 2
            if paint and not number:
                page.paint(left[column], top, left[column] + WIDTHS[column], top + len(lines) * LINE, paint)
            if status and number and column == 3:
                colour = {"Amber": "#ffc000", "Green": "#00b050", "Red": "#c00000"}[lines[0]]
                page.paint(left[3], page.y - pad / 2, left[3] + WIDTHS[3], page.y + height + pad / 2, colour)
            for line, words in enumerate(lines):
                page.words(left[column], top + line * LINE, words, size=9, bold=not number)
        page.space(height + pad)


@pytest.mark.parametrize("gap", [0.0, 2.5, 9.0])
@pytest.mark.parametrize("pad", [4.0, 16.0])
@pytest.mark.parametrize("status", [False, True])
def test_names_painted_one_by_one_tell_the_columns_of_the_rows_below(
    sheet: Sheets, gap: float, pad: float, status: bool
) -> None:
    page = sheet(width=700)
    page.text("The position of each scheme at the end of May is given below for members to note.")
    draw(page, paint="#ddddee", gap=gap, pad=pad, status=status)
    page.space(10).text(
        "A further report will be brought to the committee in September, with the costs of each scheme."
    )
    page.holds(shown(TABLE))


@pytest.mark.parametrize("gap", [3.0, 9.0])
def test_names_in_bold_alone_do_too_where_the_rows_keep_to_them(sheet: Sheets, gap: float) -> None:
    page = sheet(width=700)
    page.text("The position of each scheme at the end of May is given below for members to note.")
    draw(page, paint=None, gap=gap, pad=16)
    page.space(10).text(
        "A further report will be brought to the committee in September, with the costs of each scheme."
    )
    page.holds(shown(TABLE))


def test_the_table_goes_on_below_the_names_on_the_next_page(sheet: Sheets) -> None:
    page = sheet(width=700)
    draw(page, paint="#ddddee")
    page.page()
    draw(page, paint="#ddddee")
    body = TABLE.strip().split("===")[1].strip("\n")
    page.holds(shown(f"{TABLE.strip()}\n{body}", pages=(1, 2)))


def test_painted_labels_over_prose_are_no_table(sheet: Sheets) -> None:
    page = sheet(width=700)
    for number, label in enumerate(("Harbor", "Roads", "Parks", "Libraries")):
        page.paint(72 + 110 * number, page.y, 180 + 110 * number, page.y + 14, "#ddddee")
        page.words(80 + 110 * number, page.y + 2, label, bold=True)
    page.space(30)
    for _ in range(4):
        page.text("The four departments met in May and agreed that the works of the next year are to be let together.")
    assert page.tables() == ()
