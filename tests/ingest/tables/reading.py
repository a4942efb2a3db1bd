"""What is read from a sheet, in the notation in which it was drawn, and held against what was expected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.tables.document_tables import read_pdf_tables
from records.table import Table
from tests.ingest.tables.drawing import Grid, Paper, parse


def read_tables(path: Path) -> tuple[Table, ...]:
    """The way in that all these tests take."""
    return read_pdf_tables(path, name="drawn.pdf", sha256="0" * 64, max_pages=50).tables


Row = tuple[str, dict[str, Any]]
"""A table and how it is drawn."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as these tests write it: cells with spans and marks, how many rows head it, title and pages."""

    cells: Grid
    header_rows: int
    title: str | None = None
    pages: tuple[int, ...] = (1,)

    def __str__(self) -> str:
        rows = [" | ".join(row) for row in self.cells]
        head = [f"{self.title or 'untitled'}, pages {', '.join(map(str, self.pages))}"]
        return "\n".join([*head, *rows[: self.header_rows], "===", *rows[self.header_rows :], ""])


def shown(text: str, *, title: str | None = None, pages: Sequence[int] = (1,)) -> Shown:
    cells, header = parse(text)
    return Shown(
        [[" ".join(cell.replace("//", " ").split()) for cell in row] for row in cells], header, title, (*pages,)
    )


def table_to_shown(table: Table) -> Shown:
    """Spans that overlap, or reach out of the grid, are no table at all."""
    cells = [[""] * table.columns for _ in range(table.rows)]
    taken: set[tuple[int, int]] = set()
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                assert (row, column) not in taken, "two cells in one place"
                taken.add((row, column))
                cells[row][column] = "<" if column > cell.column else "^"
        cells[cell.row][cell.column] = cell.text + "".join(f"{{{mark}}}" for mark in cell.marks)
    return Shown(cells, table.header_rows, table.title, table.pages)


def resolve(expected: Shown, read: Shown) -> Shown:
    """``expected`` with each ``~`` settled by what was read, if that is one of the two."""
    if [len(row) for row in expected.cells] != [len(row) for row in read.cells]:
        return expected
    cells = [
        [there if here == "~" and there in ("", "<") else here for here, there in zip(mine, theirs, strict=True)]
        for mine, theirs in zip(expected.cells, read.cells, strict=True)
    ]
    return Shown(cells, expected.header_rows, expected.title, expected.pages)


def assert_sound(table: Table) -> None:
    """What holds of any table: words lie in the box of their cell; on the next page, in that of the table."""
    assert 0 < table.confidence <= 1
    assert [page for page, _ in table.boxes] == list(table.pages)
    boxes = dict(table.boxes)
    for cell in table.cells:
        assert bool(cell.words) == bool(cell.text)
        for word in cell.words:
            assert word.source.startswith(cell.text[word.start : word.end])  # a hyphen at a line's end may be dropped
            box = cell.box if word.page == cell.page else boxes[word.page]
            assert box is not None
            assert word.box is not None
            x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
            assert box[0] - 2 <= x <= box[2] + 2, (word, box)
            assert box[1] - 2 <= y <= box[3] + 2, (word, box)


@dataclass(slots=True)
class Sheet(Paper):
    """Paper whose tables can be read."""

    def tables(self) -> tuple[Table, ...]:
        tables = read_tables(self.save())
        for table in tables:
            assert_sound(table)
        return tables

    def holds(self, *expected: Shown) -> None:
        """Fail unless these tables are read, and no other."""
        read = [table_to_shown(table) for table in self.tables()]
        settled = [resolve(*pair) for pair in zip(expected, read, strict=False)]
        assert write(read) == write([*settled, *expected[len(settled) :]])

    def holds_in_text(self, row: Row, rules: str) -> None:
        """Drawn between two paragraphs, the table alone is read."""
        text, look = row
        self.text("The board hears of its funds and of the works of the Port once in every quarter of the year.")
        self.space(12).table(text, rules=rules, **look)
        self.space(14).text("Staff will return with the next report in the fall, after the auditor has seen the books.")
        self.holds(shown(text))


def write(tables: Sequence[Shown]) -> str:
    """A difference is told line by line."""
    return "\n".join(map(str, tables)) or "no table"


Sheets = Callable[..., Sheet]
"""``sheet()``, ``sheet(turn=90)``: the fixture that hands out paper."""
