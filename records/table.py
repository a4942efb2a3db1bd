"""A table: a rectangular grid of cells, each with its own page, box and words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from records.place import Box
from records.word import Word

TableMethod = Literal["ruled", "partly_ruled", "unruled", "markdown", "html", "delimited", "docx", "xlsx"]
"""How a table was told from what surrounds it: by its rules on the page, or by what its file's format says.
``delimited`` are lines whose cells are parted by tabs, commas or other signs."""


REVIEW_BELOW = 0.75
"""Tables of less confidence should be looked at before they are used. Of 126 tables that were read on pages kept aside,
51 were wrong; 61 were below, and among them 40 of the 51."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; ``row`` and ``column`` count from 0. ``text`` has no markup and no footnote marks (``marks`` has them).

    ``fill`` is the background as ``#rrggbb`` where the page paints one, ``day`` the day that the cell holds where its
    file knows it for one, however it is shown ("03/04/2027").
    """

    row: int
    column: int
    text: str
    page: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = field(default=None, compare=False)
    words: tuple[Word, ...] = field(default=(), compare=False, repr=False)
    bold: bool = False
    fill: str | None = None
    marks: tuple[str, ...] = ()
    day: date | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cells in row order, the header rows first. A table continued over pages is one table with several boxes.

    ``unit`` is what all its figures are counted in, as stated above it ("in thousands of dollars"); ``notes`` are the
    footnotes and source lines right below it, as they stand there. ``numbered`` says that a first column which only
    counted the rows (1, 2, 3 ...) was left out. ``confidence`` is the likelihood that the table is read right, 1 where
    the file's format says all.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int
    pages: tuple[int, ...]
    boxes: tuple[tuple[int, Box], ...] = ()
    title: str | None = None
    unit: str | None = None
    notes: tuple[str, ...] = ()
    method: TableMethod
    confidence: float
    numbered: bool = False

    @property
    def review(self) -> bool:
        """Whether it should be looked at before it is used."""
        return self.confidence < REVIEW_BELOW

    def grid(self) -> list[list[str]]:
        """``rows`` x ``columns`` texts; a spanning cell's text stands in its first position, the rest are empty."""
        grid = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            grid[cell.row][cell.column] = cell.text
        return grid

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that begin in row ``number``, from left to right."""
        return tuple(sorted((c for c in self.cells if c.row == number), key=lambda c: c.column))
