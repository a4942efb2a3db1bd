"""Reading order: rows are cut into columns where a white gutter runs between two bodies of prose.

A gutter needs at least three lines on either side, side by side, each side as wide as prose is and most of its lines
filled. Prose beside something else (a chart's labels) is cut off as well if the two do not keep to common lines. Labels
beside their values, list signs beside their items and page numbers beside titles are therefore never cut apart, and
neither are the rows of a table that was not recognised. Every word comes out exactly once.
"""

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.line import PdfWord, dominant
from ingest.pdf.rows import Row, words_to_rows
from ingest.pdf.segments import cut_row, is_bare_label, starts_with_label

_GUTTER = 0.65
"""The narrowest gutter, in units of the type size."""
_PROSE_WIDTH = 9.0
"""The narrowest column of prose, in units of the type size."""
_FILLED = 0.6
"""In prose the middle line fills at least this share of its column."""
_LINES = 3
_LONE = 8
"""Lines of prose that make a column beside something that is none."""
_LETTERHEAD = 16
"""Rows of a letterhead at most."""
_MOST_OPEN = 200
"""Gutters followed at a time; a page that means no harm has a dozen."""
_NEAR, _FAR = 1.9, 4.5
"""Steps between rows of one column: within a text, and over a rule or a wide gap, in units of the type size."""
_OPEN = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gutter:
    """White space from ``x0`` to ``x1`` through ``rows[first:last]``."""

    x0: float
    x1: float
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Rows of one column, or of what runs over the full width; ``right`` is how far its lines may run."""

    rows: list[Row]
    right: float


def words_to_columns(words: Sequence[PdfWord], *, right: float) -> list[Column]:
    """Columns in reading order."""
    if not words:
        return []
    rows = words_to_rows(words)
    gutter = _best_gutter(rows)
    if gutter is None:
        return [Column(rows=rows, right=right)]
    above, beside, below = rows[: gutter.first], rows[gutter.first : gutter.last], rows[gutter.last :]
    left_words, right_words = _sides(beside, gutter)
    parts = ((_flat(above), right), (left_words, gutter.x0), (right_words, right), (_flat(below), right))
    return [column for part, limit in parts for column in words_to_columns(part, right=limit)]


def _flat(rows: Sequence[Row]) -> list[PdfWord]:
    return [word for row in rows for word in row]


def _sides(rows: Sequence[Row], gutter: _Gutter) -> tuple[list[PdfWord], list[PdfWord]]:
    words = _flat(rows)
    middle = (gutter.x0 + gutter.x1) / 2
    return [word for word in words if word.x0 < middle], [word for word in words if word.x0 >= middle]


def _best_gutter(rows: Sequence[Row]) -> _Gutter | None:
    """The tallest gutter between columns of prose, its ends trimmed to where text stands on both sides."""
    candidates = sorted(_gutters(rows), key=lambda g: (g.first - g.last, g.x0))
    for candidate in candidates[:40]:
        trimmed = _trim(rows, candidate)
        if trimmed is not None and not _in_letterhead(rows, trimmed) and _parts_prose(_beside(rows, trimmed), trimmed):
            return trimmed
    return None


def _beside(rows: Sequence[Row], gutter: _Gutter) -> Sequence[Row]:
    return rows[gutter.first : gutter.last]


def _in_letterhead(rows: Sequence[Row], gutter: _Gutter) -> bool:
    """Labels stand on the left and their values on the right, or labels on both sides of one of the first rows."""
    middle = (gutter.x0 + gutter.x1) / 2
    near = rows[max(0, gutter.first - 1) : gutter.last]
    sides = [([w for w in row if w.x0 < middle], [w for w in row if w.x0 >= middle]) for row in near]
    pairs = [(left, right) for left, right in sides if left and right]
    waiting = sum(is_bare_label(cut_row(left)[-1]) for left, _ in pairs)
    both = any(starts_with_label(left) and starts_with_label(right) for left, right in pairs)
    return waiting >= 2 or (both and len(near) <= _LETTERHEAD)


def _gutters(rows: Sequence[Row]) -> list[_Gutter]:
    """Every stretch of white space that runs through at least three rows."""
    closed: list[_Gutter] = []
    opened: dict[tuple[float, float], int] = {}
    for number, row in enumerate([*rows, []]):
        gaps = _gaps(row) if row else []
        still: dict[tuple[float, float], int] = {}
        for (x0, x1), first in opened.items():
            kept = [(max(x0, a), min(x1, b)) for a, b in gaps if min(x1, b) - max(x0, a) >= _GUTTER * _size(row)]
            for span in kept:
                still[span] = min(first, still.get(span, first))
            if (x0, x1) not in kept and number - first >= _LINES and x0 > -_OPEN and x1 < _OPEN:
                closed.append(_Gutter(x0=x0, x1=x1, first=first, last=number))
        for span in gaps:
            still.setdefault(span, number)
        opened = dict(list(still.items())[:_MOST_OPEN])
    return closed


def _gaps(row: Row) -> list[tuple[float, float]]:
    """White spans of a row that are wide enough, the open ones to its left and right included."""
    spans = [(-_OPEN, row[0].x0)]
    reach = row[0].x1
    for word in row[1:]:
        if word.x0 - reach >= _GUTTER * _size(row):
            spans.append((reach, word.x0))
        reach = max(reach, word.x1)
    return [*spans, (reach, _OPEN)]


def _size(row: Row) -> float:
    return max(4.0, min(14.0, row[0].size))


def _trim(rows: Sequence[Row], gutter: _Gutter) -> _Gutter | None:
    """Without the rows above and below where only one side has text, save a longer column's own last lines."""
    sides = [(_has_left(row, gutter), _has_right(row, gutter)) for row in rows[gutter.first : gutter.last]]
    left = [number for number, (has, _) in enumerate(sides) if has]
    right = [number for number, (_, has) in enumerate(sides) if has]
    if not left or not right:
        return None
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    first = min(first, _run_start(rows, gutter, first))
    last = max(last, _run_end(rows, gutter, last))
    return _Gutter(x0=gutter.x0, x1=gutter.x1, first=gutter.first + first, last=gutter.first + last + 1)


def _run_start(rows: Sequence[Row], gutter: _Gutter, number: int) -> int:
    while number > 0 and _step(rows, gutter.first + number - 1) <= _NEAR:
        number -= 1
    return number


def _run_end(rows: Sequence[Row], gutter: _Gutter, number: int) -> int:
    """The longer column's last rows, but not a heading of the full-width text that ends the gutter."""
    shared = number
    while gutter.first + number + 1 < gutter.last and _step(rows, gutter.first + number) <= _FAR:
        number += 1
    if gutter.first + number + 1 == gutter.last < len(rows):
        while number > shared and _step(rows, gutter.first + number) < _step(rows, gutter.first + number - 1):
            number -= 1
    return number


def _step(rows: Sequence[Row], number: int) -> float:
    """From this row's baseline to the next one's, in units of the type size."""
    return (rows[number + 1][0].baseline - rows[number][0].baseline) / _size(rows[number])


def _has_left(row: Row, gutter: _Gutter) -> bool:
    return row[0].x0 < gutter.x0 + 0.1


def _has_right(row: Row, gutter: _Gutter) -> bool:
    return row[-1].x0 > gutter.x1 - 0.1


def _parts_prose(rows: Sequence[Row], gutter: _Gutter) -> bool:
    left, right = _sides(rows, gutter)
    if not left or not right or not _side_by_side(left, right):
        return False
    if _is_prose(left) and _is_prose(right):
        return _common_lines(left, right) < 0.9 or (_is_wordy(left) and _is_wordy(right))
    prose, other = (left, right) if _is_prose(left, least=_LONE) else (right, left)
    return _is_prose(prose, least=_LONE) and _common_lines(other, prose) < 0.6


def _is_wordy(words: Sequence[PdfWord]) -> bool:
    """More words between wide gaps than a table's cells of names or figures have."""
    rows = words_to_rows([word for word in words if word.table is None])
    gaps = sum(b.x0 - a.x1 > 1.5 * a.size for row in rows for a, b in itertools.pairwise(row))
    return len(words) >= 4 * (len(rows) + gaps)


def _common_lines(words: Sequence[PdfWord], others: Sequence[PdfWord]) -> float:
    """The share of rows that stand on a line with a row of the ``others``, as a table's cells do."""
    baselines = [row[0].baseline for row in words_to_rows(others)]
    rows = words_to_rows(words)
    return sum(any(abs(row[0].baseline - base) < 1 for base in baselines) for row in rows) / len(rows)


def _is_prose(words: Sequence[PdfWord], *, least: int = _LINES) -> bool:
    text = [word for word in words if word.table is None]
    if not text:
        return False
    rows = words_to_rows(text)
    widths = [row[-1].x1 - row[0].x0 for row in rows]
    column = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    size = dominant(text, lambda word: word.size)
    filled = statistics.median(widths) >= _FILLED * column
    wordy = sum(len(row) for row in rows) >= 3 * len(rows)
    return len(rows) >= least and column >= _PROSE_WIDTH * size and filled and wordy


def _side_by_side(left: Sequence[PdfWord], right: Sequence[PdfWord]) -> bool:
    """At least half of the shorter side stands beside the other."""
    tops = [min(w.box[1] for w in side) for side in (left, right)]
    ends = [max(w.box[3] for w in side) for side in (left, right)]
    common = min(ends) - max(tops)
    return common >= 0.5 * min(end - top for end, top in zip(ends, tops, strict=True))
