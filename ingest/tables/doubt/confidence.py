"""How likely a table is read right, told from the finished table, and weighed by how often such tables were wrong.

The weights were fitted to 207 tables whose right reading is known, and to earlier readings of the same pages, so that
the reader is no surer than it should be of pages it was not built on. They say how much a doubt counts, never that a
table is wrong, and none of them makes a table surer.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.tables.doubt import doubts
from ingest.tables.doubt.table_view import TableView, view_table
from ingest.tables.lines.text_chunks import TextLine
from records.place import Box
from records.table import Table


@dataclass(frozen=True, slots=True)
class Doubt:
    """``weight`` is what the doubt takes from the logarithm of the odds, ``measure`` whether it holds."""

    measure: Callable[[TableView], bool]
    weight: float


SURE = 3.8
"""The logarithm of the odds for a fully ruled table with a title and a header, against which nothing speaks."""

DOUBTS = (
    Doubt(doubts.is_partly_ruled, 2.0),
    Doubt(doubts.is_unruled, 2.9),
    Doubt(doubts.has_no_header, 2.7),
    Doubt(doubts.has_narrow_heading, 1.2),
    Doubt(doubts.has_unnamed_column, 1.0),
    Doubt(doubts.has_broken_name, 2.0),
    Doubt(doubts.has_wide_gap, 1.5),
    Doubt(doubts.has_narrow_gutter, 0.8),
    Doubt(doubts.has_stacked_values, 0.8),
    Doubt(doubts.has_mixed_figures, 0.6),
    Doubt(doubts.has_column_of_signs, 0.6),
    Doubt(doubts.has_sparse_column, 1.2),
    Doubt(doubts.has_torn_row, 1.5),
    Doubt(doubts.has_tall_row, 1.1),
    Doubt(doubts.ends_with_note, 2.6),
    Doubt(doubts.has_no_title, 0.7),
    Doubt(doubts.is_continued, 1.3),
    Doubt(doubts.is_beside_loose_lines, 0.8),
    Doubt(doubts.is_crowded, 1.2),
)

_INDENT = 3.0
_NEAR_LINE = 1.6
_NEAR_BELOW = 2.5
_NEAR_BESIDE = 3.0
"""Heights of a line: by which the last line of a cell stands clear of the first column; within which a line, a table
above or below, and a table beside may be a part of this one."""


def judge_tables(tables: Sequence[Table], outside: Mapping[int, Sequence[TextLine]]) -> list[Table]:
    """``tables`` with their confidence; ``outside`` holds each page's lines outside its tables."""
    return [replace(table, confidence=_confidence_among(table, tables, outside)) for table in tables]


def table_confidence(table: Table, *, left_out: bool = False, crowded: bool = False) -> float:
    """The likelihood that ``table`` is read right, above 0 and below 1.

    ``left_out``: lines that look like parts of it stand close by; ``crowded``: so does another table.
    """
    return view_to_confidence(view_table(table, left_out=left_out, crowded=crowded))


def view_to_confidence(view: TableView) -> float:
    odds = SURE - sum(doubt.weight for doubt in DOUBTS if doubt.measure(view))
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-odds)), 2)))


def _confidence_among(table: Table, tables: Sequence[Table], outside: Mapping[int, Sequence[TextLine]]) -> float:
    view = view_table(table)
    others = [other for other in tables if other is not table]
    left_out = any(_may_belong(line, box, view.size) for page, box in table.boxes for line in outside.get(page, ()))
    crowded = any(
        _is_close(box, near, view.size)
        for page, box in table.boxes
        for other in others
        for number, near in other.boxes
        if number == page
    )
    return view_to_confidence(replace(view, left_out=left_out, crowded=crowded))


def _may_belong(line: TextLine, box: Box, size: float) -> bool:
    """It stands within the table's height, in several columns right above or below it, or below it and indented as
    the last line of a cell would be."""
    if line.x1 <= box[0] or line.x0 >= box[2]:
        return False
    above, below = box[1] - line.bottom, line.top - box[3]
    if max(above, below) < 0:
        return True
    hangs = 0 <= below < size and line.x0 > box[0] + _INDENT * size
    return hangs or (max(above, below) < _NEAR_LINE * size and len(line.chunks) > 1)


def _is_close(box: Box, other: Box, size: float) -> bool:
    across = max(box[0], other[0]) - min(box[2], other[2])
    down = max(box[1], other[1]) - min(box[3], other[3])
    return (across < 0 and down < _NEAR_BELOW * size) or (down < 0 and across < _NEAR_BESIDE * size)
