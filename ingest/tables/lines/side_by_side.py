"""Two tables beside each other as stretches of lines of their own, so that no row reads across the gutter.

A wide gap alone parts nothing: many a table stands far from its labels. Each side must be a table with labels of its
own, and several signs must say so together; where they are thin the sides stay one table, whose rows a reader can
still see.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.captions import is_caption
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import Chunk, TextLine, line_to_chunks
from ingest.tables.lines.words import pieces_to_lines
from ingest.tables.unruled.text_columns import Column, lines_to_columns

_CLEAR = 10.0
"""Points of white space that a gutter has at least."""
_PARTED = 2.5
"""Lines further apart than this many times their size are no rows beside each other."""
_NEAR = 1.5
"""Rows of one table leave at most this many times their size between them."""
_WHOLE = 0.6
"""An undivided line wider than this share of the page runs under no gutter."""
_FEWEST = 3
"""Rows on either side, the header among them."""
_ROWS = 0.35
"""Share of the lines of a table that hold two texts or more: labels wrap."""
_MARGIN = 0.2
"""Share of the width at the left within which no second table begins."""
_LABELS = 0.6
"""Share of the rows of a table that begin with words."""
_WIDER = 1.5
"""A gutter this many times wider than any gap between columns is wide."""
_RULED = 0.8
"""Share of its width that the rules of a table run along."""
_LEVEL = 2.5
"""Points by which the middles of two lines on one height may differ."""
_TRIED = 16
"""Gutters of a page that are looked at closely, the longest first."""
_ENOUGH = 3
"""Signs, counted by weight, that make two tables."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_Strip = tuple[float, float]
_Gutter = tuple[_Strip, int, int]
"""White space from x to x, and the first and last line (exclusive) beside it."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of a gutter, with its rows of two cells or more and their columns."""

    lines: list[TextLine]
    rows: list[TextLine]
    columns: list[Column]

    @property
    def x0(self) -> float:
        return self.columns[0].x0

    @property
    def x1(self) -> float:
        return self.columns[-1].x1


def tables_beside(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[list[TextLine]]:
    """Lines in stretches: above a pair of tables, the left, the right one, and below."""
    found = [gutter for zone in _zones(lines) for gutter in _gutters(lines, zone, rules)]
    for (start, end), first, last in sorted(found, key=lambda gutter: gutter[1] - gutter[2])[:_TRIED]:
        at, beside = (start + end) / 2, lines[first:last]
        left, right = _to_side(beside, -math.inf, at), _to_side(beside, at, math.inf)
        if _is_whole(lines, first, last) and _are_two(left, right, rules):
            parts = (lines[:first], *_parted(beside, at), lines[last:])
            return [stretch for part in parts for stretch in tables_beside(part, rules)]
    return [list(lines)] if lines else []


def _parted(lines: Sequence[TextLine], at: float) -> list[list[TextLine]]:
    """The words on either side, in lines of their own."""
    pieces = [piece for line in lines for piece in line.pieces]
    sides = [piece for piece in pieces if piece.centre < at], [piece for piece in pieces if piece.centre >= at]
    return [[line_to_chunks(line) for line in pieces_to_lines(side)] for side in sides]


def _zones(lines: Sequence[TextLine]) -> list[range]:
    """Lines close to one another, none of them undivided over the page, of which some hold words that begin a row
    away from the left: most pages have none."""
    left = min([line.x0 for line in lines], default=0.0)
    width = max([line.x1 for line in lines], default=0.0) - left
    zones: list[range] = []
    first = labels = rows = 0
    for number, line in enumerate([*lines, None]):
        whole = line is None or (len(line.chunks) == 1 and line.x1 - line.x0 > _WHOLE * width)
        apart = number and line is not None and line.top - lines[number - 1].bottom > _PARTED * line.size
        if whole or apart:
            zones += [range(first, number)] if labels >= max(_FEWEST, _LABELS * rows / 2) else []
            first, labels, rows = number + whole, 0, 0
        if line is not None and len(line.chunks) > 1:
            labels += any(c.x0 > left + _MARGIN * width and not c.is_figure for c in line.chunks[:-1])
            rows += len(line.chunks) > 3
    return zones


def _is_whole(lines: Sequence[TextLine], first: int, last: int) -> bool:
    """No row that crosses the gutter stands close above or below: half of a table is none."""
    above = first > 0 and _is_row_near(lines[first - 1], lines[first])
    return not above and not (last < len(lines) and _is_row_near(lines[last], lines[last - 1]))


def _is_row_near(line: TextLine, other: TextLine) -> bool:
    return len(line.chunks) > 2 and max(line.top - other.bottom, other.top - line.bottom) <= _NEAR * line.size


def _to_side(lines: Sequence[TextLine], low: float, high: float) -> _Side:
    held = [[chunk for chunk in line.chunks if low < chunk.x0 < high] for line in lines]
    own = [TextLine(chunks) for chunks in held if chunks]
    rows = [line for line in own if len(line.chunks) > 1]
    return _Side(own, rows, lines_to_columns(rows))


def _gutters(lines: Sequence[TextLine], zone: range, rules: Sequence[Rule]) -> Iterator[_Gutter]:
    """White space that runs down beside the rows of neighbouring lines, crossed by no rule."""
    open_: dict[_Strip, int] = {}
    over, under = _middle(lines[zone.start]), _middle(lines[zone.stop - 1])
    near = [rule for rule in rules if over < rule.at < under]
    for number in zone:
        line, above = lines[number], lines[max(zone.start, number - 1)]
        white = _white(line)
        between = [rule for rule in near if _middle(above) < rule.at < _middle(line)] if near else []
        onward = dict.fromkeys(white, number)
        for strip, first in open_.items():
            if any(rule.start < strip[0] and strip[1] < rule.end for rule in between):
                continue
            for low, high in white:
                narrow = max(strip[0], low), min(strip[1], high)
                if narrow[1] - narrow[0] >= _CLEAR:
                    onward[narrow] = min(first, onward.get(narrow, first))
        yield from _ended(open_, onward, lines, number)
        open_ = onward
    yield from _ended(open_, {}, lines, zone.stop)


def _ended(
    before: dict[_Strip, int], after: dict[_Strip, int], lines: Sequence[TextLine], number: int
) -> Iterator[_Gutter]:
    for strip, first in before.items():
        if after.get(strip) != first and _may_part(strip, lines[first:number]):
            yield strip, first, number


def _white(line: TextLine) -> list[_Strip]:
    """The white space before, between and after the chunks of a line."""
    ends = [-math.inf, *(chunk.x1 for chunk in line.chunks)]
    starts = [*(chunk.x0 for chunk in line.chunks), math.inf]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if start - end >= _CLEAR]


def _middle(line: TextLine | Chunk) -> float:
    return (line.top + line.bottom) / 2


def _may_part(strip: _Strip, lines: Sequence[TextLine]) -> bool:
    """Rows of two chunks on either side, those on the right begun by words: looked at before the sides are made."""
    start, end = strip
    if len(lines) < _FEWEST or math.isinf(end - start):
        return False
    left = right = labels = 0
    for line in lines:
        before = sum([chunk.x0 < start for chunk in line.chunks])
        left += before > 1
        if len(line.chunks) - before > 1:
            right += 1
            labels += not line.chunks[before].is_figure
    return left >= _FEWEST and labels >= _FEWEST and labels >= _LABELS * right


def _are_two(left: _Side, right: _Side, rules: Sequence[Rule]) -> bool:
    return _is_table(left) and _is_table(right) and _signs(left, right, rules) >= _ENOUGH


def _is_table(side: _Side) -> bool:
    """Rows of several columns, words at the beginning of most."""
    if len(side.rows) < _FEWEST or len(side.rows) < _ROWS * len(side.lines) or len(side.columns) < 2:
        return False
    first = [row.chunks[0] for row in side.rows if row.chunks[0].x0 < side.columns[0].x1]
    return sum(not chunk.is_figure for chunk in first) >= _LABELS * len(side.rows)


def _signs(left: _Side, right: _Side, rules: Sequence[Rule]) -> int:
    """How much says that the sides are two tables."""
    return (
        2 * _are_ruled_apart(left, right, rules)
        + 2 * _are_rows_apart(left, right)
        + 2 * (is_caption(left.lines[0]) and is_caption(right.lines[0]))
        + _are_of_unequal_length(left, right)
        + _has_second_labels(left, right)
        + _is_wide(left, right)
        + _have_one_header(left, right)
    )


def _are_ruled_apart(left: _Side, right: _Side, rules: Sequence[Rule]) -> bool:
    """Rules run along all columns of either side, and end at the gutter."""
    before = [rule for rule in rules if rule.end < right.x0]
    after = [rule for rule in rules if rule.start > left.x1]
    return _ruled_heights(left, before) > 1 and _ruled_heights(right, after) > 1


def _ruled_heights(side: _Side, rules: Sequence[Rule]) -> int:
    """How often rules, one or several at a height, run along all columns."""
    top, bottom = side.lines[0].top - 8, side.lines[-1].bottom + 8
    covered: dict[float, float] = {}
    for rule in rules:
        if top < rule.at < bottom:
            height = next((at for at in covered if abs(at - rule.at) < _LEVEL), rule.at)
            covered[height] = covered.get(height, 0.0) + rule.covers(side.x0, side.x1)
    return sum(share > _RULED for share in covered.values())


def _are_rows_apart(left: _Side, right: _Side) -> bool:
    """Side by side, half of the rows of either stand on a height where the other has no line."""
    top, bottom = max(left.rows[0].top, right.rows[0].top), min(left.rows[-1].bottom, right.rows[-1].bottom)
    for side, other in ((left, right), (right, left)):
        heights = [_middle(line) for line in other.lines]
        rows = [row for row in side.rows if top - 1 <= _middle(row) <= bottom + 1]
        alone = sum(min(abs(_middle(row) - height) for height in heights) > _LEVEL for row in rows)
        if alone < 2 or 2 * alone < len(rows):
            return False
    return True


def _are_of_unequal_length(left: _Side, right: _Side) -> bool:
    return abs(_middle(left.rows[-1]) - _middle(right.rows[-1])) > 0.8 * left.rows[-1].size


def _has_second_labels(left: _Side, right: _Side) -> bool:
    """Figures, then words with figures of their own, under names over both."""
    last = [row.chunks[-1] for row in left.rows[1:] if row.chunks[-1].x1 > left.columns[-1].x0]
    values = [chunk for row in right.rows[1:] for chunk in row.chunks[1:]]
    figured = all(2 * sum(chunk.is_figure for chunk in chunks) > len(chunks) for chunks in (last, values))
    return figured and _are_names(left.rows[0]) and _are_names(right.rows[0])


def _are_names(row: TextLine) -> bool:
    """Words and years."""
    return not any(is_figure(piece.text) and not _YEAR.fullmatch(piece.text) for piece in row.pieces)


def _is_wide(left: _Side, right: _Side) -> bool:
    gaps = [after.x0 - before.x1 for side in (left, right) for before, after in pairwise(side.columns)]
    return right.x0 - left.x1 > _WIDER * max(gaps)


def _have_one_header(left: _Side, right: _Side) -> bool:
    """The same names over both: a table, and the same again beside it."""
    texts = [[[piece.text for piece in chunk.pieces] for chunk in side.rows[0].chunks] for side in (left, right)]
    return texts[0] == texts[1]
