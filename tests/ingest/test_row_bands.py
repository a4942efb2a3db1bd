"""Which lines are one row, told by where they stand and what they hold."""

import pytest

from ingest.tables.lines.figures import counts_columns
from ingest.tables.lines.words import Piece
from ingest.tables.unruled.row_bands import free_lines_to_rows

Spot = tuple[str, float, float]
"""A word, its column's left edge, and the top of its line."""


def _lines(*lines: list[Spot], bold: bool = False) -> list[list[Piece]]:
    return [
        [Piece(text, (x, top, x + 5.0 * len(text), top + 10.0), 10.0, bold) for text, x, top in line] for line in lines
    ]


def _rows(lines: list[list[Piece]]) -> list[str]:
    rows = free_lines_to_rows(lines, column_of=lambda piece: int(piece.box[0] // 100))
    return [" / ".join(" ".join(piece.text for piece in line) for line in row) for row in rows]


def test_values_centred_beside_a_label_of_two_lines_are_one_row_with_it() -> None:
    lines = _lines(
        [("Harbor", 0, 0), ("12", 100, 0), ("7", 200, 0)],
        [("Lamps", 0, 14)],
        [("31", 100, 20), ("9", 200, 20)],
        [("and-posts", 0, 26)],
        [("Piers", 0, 40), ("5", 100, 40), ("8", 200, 40)],
    )
    assert _rows(lines) == ["Harbor 12 7", "Lamps / 31 9 / and-posts", "Piers 5 8"]


def test_lines_closer_than_rows_are_one_row() -> None:
    lines = _lines(
        [("Harbor", 0, 0), ("Open", 100, 0), ("North", 200, 0)],
        [("Office", 0, 11), ("Branch", 200, 11)],
        [("Lamps", 0, 30), ("Late", 100, 30), ("South", 200, 30)],
        [("Repair", 0, 41), ("Branch", 200, 41)],
        [("Piers", 0, 60), ("Open", 100, 60), ("West", 200, 60)],
    )
    assert _rows(lines) == ["Harbor Open North / Office Branch", "Lamps Late South / Repair Branch", "Piers Open West"]


def test_rows_in_groups_stay_rows() -> None:
    lines = _lines(
        [("Ada", 0, 0), ("red", 100, 0), ("oak", 200, 0)],
        [("Bo", 0, 11), ("blue", 100, 11), ("elm", 200, 11)],
        [("Cy", 0, 30), ("red", 100, 30), ("ash", 200, 30)],
        [("Di", 0, 41), ("blue", 100, 41), ("fir", 200, 41)],
    )
    assert _rows(lines) == ["Ada red oak", "Bo blue elm", "Cy red ash", "Di blue fir"]


@pytest.mark.parametrize(
    ("texts", "numbered"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["2", "3", "4", "5"], True),
        (["12", "13", "14"], False),
        (["1", "2"], False),
        (["1", "3", "4"], False),
        (["2031", "2032", "2033"], False),
    ],
)
def test_columns_that_are_numbered(texts: list[str], numbered: bool) -> None:
    assert counts_columns(texts) is numbered
