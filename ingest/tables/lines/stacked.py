"""Two tables close below each other as stretches of their own: new names of columns begin the second.

Bold names in the midst of figures head a section as often as a table. It is a table if more space than between rows
sets it apart and its columns stand elsewhere; a section keeps to the columns of its table.
"""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import Chunk, TextLine
from ingest.tables.unruled.text_columns import lines_to_columns

_SPACE = 0.6
"""Share of their size by which tables stand further apart than rows."""
_ROWS = 2
"""Rows of figures above, and of any kind below the names."""
_ALIGNED = 0.4
"""Share of their size by which figures of one column may stand out: a bracket's width."""
_ELSEWHERE = 0.5
_YEAR = re.compile(r"(?:FY)?\s?(?:19|20)\d\d(?:[-–/]\d{2,4})?")


def tables_below(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The stretches from one row of new names to the next."""
    stretches: list[list[TextLine]] = []
    begun = 0
    for number, line in enumerate(lines):
        if _are_names(line) and _is_new(lines[begun:number], lines[number:]):
            stretches.append(list(lines[begun:number]))
            begun = number
    return [*stretches, list(lines[begun:])] if lines else []


def _are_names(line: TextLine) -> bool:
    """Bold words and years side by side."""
    if len(line.chunks) < 3 or not all(piece.bold or piece.mark for piece in line.pieces):
        return False
    return not any(is_figure(piece.text) and not _YEAR.fullmatch(piece.text) for piece in line.pieces)


def _is_new(above: Sequence[TextLine], below: Sequence[TextLine]) -> bool:
    """``below`` begins with names that are apart from the rows ``above`` and stand over columns of their own."""
    before = [line for line in above if len(line.chunks) > 1]
    if len(before) <= _ROWS or not all(map(_holds_figures, before[-_ROWS:])):
        return False
    gap = below[0].top - above[-1].bottom
    usual = statistics.median(low.top - high.bottom for high, low in pairwise(above))
    after = _table_rows(below, usual + _SPACE * below[0].size)
    if gap <= usual + _SPACE * below[0].size or len(after) <= _ROWS:
        return False
    return _stand_elsewhere(_columns(after), _columns(before), below[0].size)


def _table_rows(lines: Sequence[TextLine], gap: float) -> list[TextLine]:
    """The rows from the first line on, down to the next wide gap."""
    end = next((n for n, (high, low) in enumerate(pairwise(lines), start=1) if low.top - high.bottom > gap), len(lines))
    return [line for line in lines[:end] if len(line.chunks) > 1]


def _holds_figures(line: TextLine) -> bool:
    return any(chunk.is_figure for chunk in line.chunks[1:])


def _columns(rows: Sequence[TextLine]) -> list[list[Chunk]]:
    """The figures of each column."""
    figures = [chunk for row in rows for chunk in row.chunks if any(map(str.isdigit, chunk.pieces[-1].text))]
    held = [[c for c in figures if c.x0 < column.x1 and column.x0 < c.x1] for column in lines_to_columns(rows)]
    return [column for column in held if column]


def _stand_elsewhere(columns: Sequence[Sequence[Chunk]], others: Sequence[Sequence[Chunk]], size: float) -> bool:
    """Most columns line up with none of the ``others``."""
    apart = sum(not any(_line_up([*column, *other], _ALIGNED * size) for other in others) for column in columns)
    return apart > _ELSEWHERE * len(columns)


def _line_up(chunks: Sequence[Chunk], limit: float) -> bool:
    """On the left, on the right or in their middle."""
    edges = [(chunk.x0, chunk.x1, (chunk.x0 + chunk.x1) / 2) for chunk in chunks]
    return any(max(edge) - min(edge) <= limit for edge in zip(*edges, strict=True))
