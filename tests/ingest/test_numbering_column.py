"""A column that only counts the rows is left out; one that says anything else stays."""

from dataclasses import replace

import pytest

from ingest.tables.whole.numbering_column import without_numbering
from ingest.tables.whole.stitch import stitch_tables
from records.table import Cell, Table
from records.word import Word


def table_of(*rows: tuple[str, ...], header_rows: int = 1, page: int = 1) -> Table:
    cells = tuple(
        Cell(
            row=r,
            column=c,
            text=text,
            page=page,
            words=words_of(text, page),
            box=(80.0 * c, 20.0 * r, 80.0 * c + 75, 20.0 * r + 18),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    box = (page, (0.0, 0.0, 80.0 * len(rows[0]), 20.0 * len(rows)))
    return Table(
        cells=cells,
        rows=len(rows),
        columns=len(rows[0]),
        header_rows=header_rows,
        pages=(page,),
        boxes=(box,),
        method="ruled",
        confidence=0.9,
    )


def words_of(text: str, page: int) -> tuple[Word, ...]:
    return (Word(start=0, end=len(text), source=text, page=page),) if text else ()


@pytest.mark.parametrize("sign", ["", ".", ")"])
def test_a_bare_count_is_left_out_and_rows_keep_their_numbers(sign: str) -> None:
    table = without_numbering(
        table_of(("", "Project", "Status"), (f"1{sign}", "Pier", "Red"), (f"2{sign}", "Quay", "Green"))
    )
    assert table.grid() == [["Project", "Status"], ["Pier", "Red"], ["Quay", "Green"]]
    assert (table.columns, table.numbered, [cell.row for cell in table.cells]) == (2, True, [0, 0, 1, 1, 2, 2])
    assert [cell.words[0].lead for cell in table.row(2)] == [f" 2{sign} ", " "]


@pytest.mark.parametrize(
    "rows",
    [
        (("No.", "Project"), ("1", "Pier"), ("2", "Quay")),
        (("", "Project"), ("1", "Pier"), ("3", "Quay")),
        (("", "Project"), ("1", "Pier"), ("", "Quay")),
        (("", "Project"), ("Pier", "1"), ("Quay", "2")),
    ],
    ids=["named", "a gap", "not every row", "labels"],
)
def test_a_column_that_says_more_stays(rows: tuple[tuple[str, ...], ...]) -> None:
    table = table_of(*rows)
    assert without_numbering(table) is table


def test_without_a_header_figures_are_figures() -> None:
    table = table_of(("1", "Pier"), ("2", "Quay"), header_rows=0)
    assert without_numbering(table) is table


def test_a_count_may_go_on_over_pages() -> None:
    first = table_of(("", "Project", "Status"), ("1", "Pier", "Red"), ("2", "Quay", "Green"))
    second = table_of(("", "Project", "Status"), ("3", "Lamps", "Red"), ("4", "Docks", "Green"), page=2)
    (table,) = stitch_tables([first, replace(second, boxes=((2, second.boxes[0][1]),))])
    assert [row[0] for row in table.grid()] == ["Project", "Pier", "Quay", "Lamps", "Docks"]
    assert table.numbered
