"""A table over a page break is one table; two tables that only look alike stay two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables.whole.stitch import stitch_tables
from records.place import Box
from records.table import Cell, Table
from records.word import Word

WIDTHS = (72.0, 200.0, 300.0, 500.0)
HEADER = ("Project", "Status", "Issue")


def cell(text: str, row: int, column: int, page: int, *, bold: bool = False) -> Cell:
    box = (WIDTHS[column], 100.0 + 20 * row, WIDTHS[column + 1], 120.0 + 20 * row)
    words, start = [], 0
    for part in text.split():
        words.append(Word(start=start, end=start + len(part), source=part, page=page, box=box))
        start += len(part) + 1
    return Cell(row=row, column=column, text=text, page=page, box=box, words=tuple(words), bold=bold)


def table(page: int, *rows: tuple[str, str, str], header: int = 0, bold: bool = False) -> Table:
    cells = tuple(
        cell(text, number, column, page, bold=bold and number < header)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    box = (WIDTHS[0], 100.0, WIDTHS[-1], 100.0 + 20 * len(rows))
    return Table(
        cells=cells, rows=len(rows), columns=3, header_rows=header, pages=(page,), boxes=((page, box),),
        method="ruled", confidence=0.9,
    )  # fmt: skip


FIRST = table(1, HEADER, ("Ferry", "Red", "Vendor is late"), ("Pier", "Green", "None"), header=1, bold=True)


def test_a_repeated_header_is_dropped() -> None:
    (joined,) = stitch_tables([FIRST, table(2, HEADER, ("Crane", "Red", "Parts"), header=1, bold=True)])
    assert joined.grid() == [*FIRST.grid(), ["Crane", "Red", "Parts"]]
    assert joined.pages == (1, 2)
    assert [page for page, _ in joined.boxes] == [1, 2]
    assert {cell.text: cell.page for cell in joined.cells}["Crane"] == 2


def test_a_continuation_without_a_header_keeps_all_its_rows() -> None:
    (joined,) = stitch_tables([FIRST, table(2, ("Crane", "Red", "Parts"), ("Dock", "Green", "None"), header=1)])
    assert joined.rows == 5
    assert joined.header_rows == 1


def test_three_pages_are_one_table() -> None:
    rest = [table(page, HEADER, (f"Crane {page}", "Red", "Parts"), header=1, bold=True) for page in (2, 3)]
    (joined,) = stitch_tables([FIRST, *rest])
    assert joined.pages == (1, 2, 3)
    assert [row[0] for row in joined.grid()] == ["Project", "Ferry", "Pier", "Crane 2", "Crane 3"]


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    first = table(1, HEADER, ("Ferry", "Red", "The vendor is two months"), header=1, bold=True)
    (joined,) = stitch_tables(
        [first, table(2, HEADER, ("", "", "late with the gates"), ("Pier", "Green", "None"), header=1)]
    )
    assert joined.grid()[1:] == [
        ["Ferry", "Red", "The vendor is two months late with the gates"],
        ["Pier", "Green", "None"],
    ]
    broken = joined.row(1)[2]
    assert [broken.text[word.start : word.end] for word in broken.words] == [word.source for word in broken.words]
    assert {word.page for word in broken.words} == {1, 2}


@pytest.mark.parametrize(
    ("reason", "second"),
    [
        ("a header of its own", table(2, ("Fund", "Year", "Sum"), ("Roads", "2031", "1"), header=1, bold=True)),
        ("a page between", table(3, HEADER, ("Crane", "Red", "Parts"), header=1, bold=True)),
        ("the same page", table(1, HEADER, ("Crane", "Red", "Parts"), header=1, bold=True)),
        ("other columns", replace(table(2, HEADER, ("Crane", "Red", "Parts")), columns=4)),
    ],
)
def test_what_is_no_continuation_stays_apart(reason: str, second: Table) -> None:
    assert stitch_tables([FIRST, second]) == [FIRST, second], reason


def moved(table: Table, dx: float) -> Table:
    def shift(box: Box) -> Box:
        return box[0] + dx, box[1], box[2] + dx, box[3]

    cells = tuple(replace(cell, box=shift(cell.box)) for cell in table.cells if cell.box)
    return replace(table, cells=cells, boxes=tuple((page, shift(box)) for page, box in table.boxes))


def test_ruled_columns_elsewhere_are_another_table() -> None:
    second = table(2, ("Crane", "Red", "Parts"))
    assert len(stitch_tables([FIRST, moved(second, 2)])) == 1
    assert len(stitch_tables([FIRST, moved(second, 30)])) == 2


@pytest.mark.parametrize(
    ("page", "box", "count"),
    [(1, (72.0, 400.0, 300.0, 412.0), 2), (1, (72.0, 40.0, 300.0, 52.0), 1), (2, (72.0, 60.0, 300.0, 72.0), 2)],
)
def test_text_between_the_two_keeps_them_apart(page: int, box: Box, count: int) -> None:
    assert len(stitch_tables([FIRST, table(2, ("Crane", "Red", "Parts"))], text={page: [box]})) == count


def test_two_rows_of_figures_are_never_joined_into_one() -> None:
    first = table(1, ("Fund", "2031", "2032"), ("Roads", "10", "20"), header=1, bold=True)
    (joined,) = stitch_tables([first, table(2, ("", "30", "40"))])
    assert joined.grid()[1:] == [["Roads", "10", "20"], ["", "30", "40"]]


WORDS = st.text(alphabet="abcdeg", min_size=1, max_size=6)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_no_row_is_lost_or_doubled_over_any_number_of_pages(pages: list[list[tuple[str, str, str]]]) -> None:
    tables = [table(number, HEADER, *rows, header=1, bold=True) for number, rows in enumerate(pages, start=1)]
    (joined,) = stitch_tables(tables)
    assert joined.grid() == [list(HEADER), *(list(row) for rows in pages for row in rows)]
    assert joined.rows == 1 + sum(map(len, pages))


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_stitching_twice_changes_nothing(pages: list[list[tuple[str, str, str]]]) -> None:
    once = stitch_tables([table(number, *rows) for number, rows in enumerate(pages, start=1)])
    assert stitch_tables(once) == once
