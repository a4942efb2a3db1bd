"""How sure a table is: every doubt takes something from it, and what is plainly laid out needs no second look."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables.doubt.confidence import DOUBTS, table_confidence
from ingest.tables.doubt.table_view import view_table
from records.place import Box
from records.table import Cell, Table
from records.word import Word

_LETTER = 5.0
_LINE = 12.0
_ROW = 40.0
_COLUMN = 110.0

PLAIN = """
    Pier    | Berths | Boats
    North   | 1,200  | 40
    South   | 300    | 7
    Harbour | 1,500  | 47
"""


def lay_out(text: str, *, header_rows: int = 1, **options: Any) -> Table:
    """One cell a square; ``//`` ends a line within a cell, ``_`` is a blank as wide as those between columns,
    ``<`` belongs to the cell on its left and ``^`` to the one above."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    spots = [(r, k) for r, row in enumerate(rows) for k, cell in enumerate(row) if cell not in ("<", "^")]
    cells = [_cell(rows, row, column) for row, column in spots]
    filled: dict[str, Any] = {"title": "Table 1. Piers of Lindhafen", "method": "ruled", "confidence": 0.0, **options}
    box = (0.0, 0.0, _COLUMN * len(rows[0]), _ROW * len(rows))
    return Table(
        cells=tuple(cells), rows=len(rows), columns=len(rows[0]), header_rows=header_rows, pages=(1,),
        boxes=((1, box),), **filled,
    )  # fmt: skip


def _cell(rows: list[list[str]], row: int, column: int) -> Cell:
    right = next((k for k in range(column + 1, len(rows[0])) if rows[row][k] != "<"), len(rows[0]))
    below = next((r for r in range(row + 1, len(rows)) if rows[r][column] != "^"), len(rows))
    text, words = _words(rows[row][column], x=_COLUMN * column, y=_ROW * row)
    return Cell(
        row=row, column=column, text=text, page=1, words=words, column_span=right - column, row_span=below - row
    )


def _words(written: str, *, x: float, y: float) -> tuple[str, tuple[Word, ...]]:
    text, words, left = "", [], x
    for part in written.split():
        if part == "//":
            y, left = y + _LINE, x
        elif part == "_":
            left += 2 * _LINE
        else:
            text = f"{text} {part}".strip()
            box: Box = (left, y, left + _LETTER * len(part), y + 0.8 * _LINE)
            words.append(Word(start=len(text) - len(part), end=len(text), source=part, page=1, box=box))
            left = box[2] + _LETTER / 2
    return text, tuple(words)


def doubts_about(table: Table) -> set[str]:
    view = view_table(table)
    return {doubt.measure.__name__ for doubt in DOUBTS if doubt.measure(view)}


def is_reviewed(table: Table) -> bool:
    return replace(table, confidence=table_confidence(table)).review


SOUND = {
    "a plain grid": lay_out(PLAIN),
    "without a title": lay_out(PLAIN, title=None),
    "signs and brackets beside figures": lay_out("""
        Pier  | Cost    | Change
        North | $ 1,200 | (4.5%)
        South | —       | n/a
        Both  | $ 1,200 | 4.5 %
    """),
    "a heading over two columns": lay_out(
        """
        Pier  | Boats | <
        ^     | 2031  | 2032
        North | 40    | 41
        South | 7     | 9
        """,
        header_rows=2,
    ),
    "text that wraps between rules": lay_out("""
        Pier  | State
        North | The planks were // laid anew in May
        South | closed until the // storms are over
    """),
    "rules below the header only": lay_out(PLAIN, method="partly_ruled"),
    "a table without boxes": replace(
        lay_out(PLAIN), cells=tuple(replace(cell, words=()) for cell in lay_out(PLAIN).cells)
    ),
}

DOUBTFUL = {
    "has_mixed_figures": lay_out("""
        Pier  | Boats
        North | 300 300
        South | 7
    """),
    "has_wide_gap": lay_out("""
        Pier  | Boats
        North | 40 _ 300
        South | 7 _ 120
    """),
    "has_stacked_values": lay_out("""
        Pier           | Boats
        North // South | 40 // 7
        East           | 12
    """),
    "has_narrow_heading": lay_out(
        """
        Pier  | Boats // in May | Wrecks
        ^     | 2031            | ^
        North | 40              | 1
        South | 7               | 0
        """,
        header_rows=2,
    ),
    "has_unnamed_column": lay_out("""
        Pier  | Boats |
        North | 40    | 1
        South | 7     | 0
    """),
    "has_broken_name": lay_out("""
        Pier  | Boats (in | Wrecks
        North | 40        | 1
        South | 7         | 0
    """),
    "has_column_of_signs": lay_out("""
        Pier  | Cost |
        North | $    | 40
        South | $    | 7
    """),
    "has_sparse_column": lay_out("""
        Pier  | Boats | Wrecks | Note
        North | 40    | 1      |
        South | 7     | 0      | closed
        East  | 8     | 3      |
        West  | 9     | 2      |
    """),
    "has_torn_row": lay_out("""
        Pier  | State              | Boats
        North | The planks of the  | 40
              | outer half are new |
        South | Closed.            | 7
    """),
    "has_tall_row": lay_out(
        """
        Pier                               | State
        North                              | Open
        South // and // the // bridge to it | Closed
        East                               | Open
        West                               | Open
        """,
        method="partly_ruled",
    ),
    "ends_with_note": lay_out(
        PLAIN + "    Counted by the harbour master on every first of May. | | \n"
    ),
    "has_no_header": lay_out(PLAIN, header_rows=0),
    "is_unruled": lay_out(PLAIN, method="unruled"),
    "has_narrow_gutter": lay_out(
        """
        Pier                    | State
        North and its old bridge | Open
        South                   | Closed
        """,
        method="unruled",
    ),
    "is_continued": replace(lay_out(PLAIN), pages=(1, 2)),
}  # fmt: skip


@pytest.mark.parametrize("case", SOUND)
def test_what_is_plainly_laid_out_needs_no_review(case: str) -> None:
    assert not is_reviewed(SOUND[case])


@pytest.mark.parametrize("doubt", DOUBTFUL)
def test_what_speaks_against_a_reading_is_told_and_makes_it_less_sure(doubt: str) -> None:
    table = DOUBTFUL[doubt]
    assert doubt in doubts_about(table)
    assert table_confidence(table) < table_confidence(SOUND["a plain grid"])


def test_doubts_add_up_to_a_review() -> None:
    torn = replace(DOUBTFUL["has_torn_row"], method="partly_ruled", title=None)
    assert is_reviewed(torn)
    assert table_confidence(replace(torn, header_rows=0)) < table_confidence(torn)


def test_what_stands_around_a_table_counts() -> None:
    table = SOUND["a plain grid"]
    alone = table_confidence(table)
    assert table_confidence(table, left_out=True) < alone
    assert table_confidence(table, crowded=True) < alone


Defect = Callable[[Table], Table]


def _written(row: int, column: int, text: str) -> Defect:
    """Another text in one cell."""

    def write(table: Table) -> Table:
        written, words = _words(text, x=_COLUMN * column, y=_ROW * row)
        return replace(
            table,
            cells=tuple(
                replace(cell, text=written, words=words) if (cell.row, cell.column) == (row, column) else cell
                for cell in table.cells
            ),
        )

    return write


DEFECTS: tuple[Defect, ...] = (
    lambda table: replace(table, title=None),
    lambda table: replace(table, method="unruled" if table.method == "unruled" else "partly_ruled"),
    lambda table: replace(table, method="unruled"),
    lambda table: replace(table, pages=(1, 2)),
    _written(0, 1, ""),
    _written(0, 2, "Boats (all"),
    _written(1, 1, "300 300"),
    _written(2, 2, "300 _ 300"),
    _written(2, 1, "62,747 South"),
    _written(3, 1, "7 // 9"),
)

figures = st.integers(min_value=0, max_value=99_999).map("{:,}".format)
grids = st.lists(st.tuples(figures, figures, figures), min_size=3, max_size=8)


@given(rows=grids, first=st.lists(st.sampled_from(DEFECTS), max_size=4), last=st.sampled_from(DEFECTS))
def test_a_defect_never_makes_a_table_surer(rows: list[tuple[str, ...]], first: list[Defect], last: Defect) -> None:
    lines = ["Pier | Berths | Boats | Wrecks", *(f"Pier {n} | " + " | ".join(row) for n, row in enumerate(rows))]
    table = lay_out("\n".join(lines))
    for defect in first:
        table = defect(table)
    before, after = table_confidence(table), table_confidence(last(table))
    assert 0 < after < 1
    assert after <= before
