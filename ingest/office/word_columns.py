"""The columns that a reader sees in a Word table, told from those that the file counts.

A row whose edges were drawn a hair beside those of the others has columns of its own in the file.
"""

from bisect import bisect_left
from itertools import accumulate

from docx.oxml.ns import qn

from ingest.office.word_styles import Element

MOST_COLUMNS = 200
_SLIVER = 120
"""Twentieths of a point: column edges nearer to each other than this are one."""


def table_to_columns(table: Element) -> list[int] | None:
    """The number of the shown column at each of the table's own column edges; ``None`` where widths are not given."""
    columns = table.find(qn("w:tblGrid"))
    if columns is None:
        return None
    widths = [_width(column) for column in columns.iterchildren(qn("w:gridCol"))]
    if not widths or len(widths) > MOST_COLUMNS or min(widths) < 0 or sum(widths) < _SLIVER * len(widths):
        return None
    positions = list(accumulate(widths, initial=0))
    shown: list[int] = []
    numbers = []
    for position in positions:
        if not shown or position - shown[-1] > _SLIVER:
            shown.append(position)
        numbers.append(bisect_left(shown, position + 1) - 1)
    return numbers


def _width(column: Element) -> int:
    value = column.get(qn("w:w"), "-1")
    return int(value) if value.isdigit() else -1
