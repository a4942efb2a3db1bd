"""A page of prose in columns as stretches of words, so that no table's row reads across the gutter between them.

The two sides keep their own lines: newsletters set them at different heights. What a rule crosses, or what holds no
prose on one of its sides, is not cut.
"""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import Chunk, TextLine, is_plain, line_to_chunks, row_score
from ingest.tables.lines.words import Piece, pieces_to_lines

_LINES = 5
"""Lines of prose on either side."""
_CLEAR = 6.0
"""Points of white space that a gutter has at least."""
_STEP = 3.0
_MARGIN = 0.2
"""Share of the width at either side in which no gutter is looked for."""
_FILLED = 0.6
"""In prose the middle line fills this share of its column."""
_WORDS = 4
"""Words between wide gaps in the lines of prose."""
_ROWS = 3
"""Lines that look like rows, or paragraphs that begin beside each other."""
_LEVEL = 0.12
"""Shares of their size by which words of one line stand higher or lower."""
_CLEARER = 0.2
"""Share of its size by which a paragraph begins further from the line above than its own lines are apart."""
_LARGEST = 10_000
"""More words on a page are none that a reader could read."""


def prose_columns(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[list[TextLine]]:
    """Lines of the page in stretches: above a pair of columns, the left, the right one, and below."""
    few = sum(len(line.pieces) for line in lines) <= _LARGEST
    found = _gutter(lines, rules) if few and _has_sides(lines) else None
    if found is None:
        return [list(lines)] if lines else []
    at, first, last = found
    beside = _flat(lines[first:last])
    left = [piece for piece in beside if piece.centre < at]
    right = [piece for piece in beside if piece.centre >= at]
    parts = (lines[:first], _to_lines(left), _to_lines(right), lines[last:])
    return [stretch for part in parts for stretch in prose_columns(part, rules)]


def _has_sides(lines: Sequence[TextLine]) -> bool:
    """Whether enough texts end before others begin; in a single column they do not."""
    words = [chunk for line in lines for chunk in line.chunks if _holds_words(chunk)]
    if len(words) < 2 * _LINES:
        return False
    ends = sorted(chunk.x1 for chunk in words)
    starts = sorted(chunk.x0 for chunk in words)
    return ends[_LINES - 1] <= starts[-_LINES]


def _holds_words(chunk: Chunk) -> bool:
    plain = 0
    for piece in chunk.pieces:
        plain += is_plain(piece.text)
        if plain == 2:
            return True
    return False


def _to_lines(pieces: Sequence[Piece]) -> list[TextLine]:
    return [line_to_chunks(line) for line in pieces_to_lines(pieces)]


def _flat(lines: Sequence[TextLine]) -> list[Piece]:
    return [piece for line in lines for piece in line.pieces]


def _gutter(lines: Sequence[TextLine], rules: Sequence[Rule]) -> tuple[float, int, int] | None:
    """An x, and the first and last line (exclusive) of the longest run beside it that is prose on both sides."""
    if len(lines) < _LINES:
        return None
    left = min(line.x0 for line in lines)
    width = max(line.x1 for line in lines) - left
    places = [left + _MARGIN * width + n * _STEP for n in range(int(width * (1 - 2 * _MARGIN) / _STEP))]
    free = _free_lines(lines, places)
    between = _rules_between(lines, rules)
    runs: list[tuple[float, int, int]] = []
    before: list[tuple[float, int, int]] = []
    for at, numbers in zip(places, free, strict=True):
        here = _runs(between, at, numbers)
        known = {run[1:] for run in before}
        runs += [run for run in here if run[1:] not in known]  # the same white space, a step further
        before = here
    for at, first, last in sorted(runs, key=lambda run: (run[1] - run[2], run[0])):
        trimmed = _to_prose(lines[first:last], at) if _may_be_prose(lines[first:last], at) else None
        if trimmed is not None:
            return at, first + trimmed[0], first + trimmed[1]
    return None


def _free_lines(lines: Sequence[TextLine], places: Sequence[float]) -> list[list[int]]:
    """For each x in ``places`` (ascending) the numbers of the lines of which no word stands within the gutter there."""
    free: list[list[int]] = [[] for _ in places]
    for number, line in enumerate(lines):
        reach = -math.inf
        for start, end in [*((piece.box[0], piece.box[2]) for piece in line.pieces), (math.inf, math.inf)]:
            if start - reach >= _CLEAR:
                low = bisect_left(places, reach + _CLEAR / 2)
                for place in range(low, bisect_right(places, start - _CLEAR / 2, lo=low)):
                    free[place].append(number)
            reach = max(reach, end)
    return free


def _rules_between(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[list[Rule]]:
    """For each line the rules between it and the next one."""
    middles = [[piece.middle for piece in line.pieces] for line in lines]
    return [
        [rule for rule in rules if min(above) < rule.at < max(below)] if rules else []
        for above, below in pairwise([*middles, [-math.inf]])
    ]


def _runs(between: Sequence[Sequence[Rule]], at: float, numbers: Sequence[int]) -> list[tuple[float, int, int]]:
    """Stretches of neighbouring lines among ``numbers`` between which no rule crosses ``at``."""
    runs: list[tuple[float, int, int]] = []
    first = 0
    for n, number in enumerate(numbers if len(numbers) >= _LINES else ()):
        goes_on = n + 1 < len(numbers) and numbers[n + 1] == number + 1
        if goes_on and not any(rule.start < at - _CLEAR and rule.end > at + _CLEAR for rule in between[number]):
            continue
        if n + 1 - first >= _LINES:
            runs.append((at, numbers[first], number + 1))
        first = n + 1
    return runs


def _may_be_prose(lines: Sequence[TextLine], at: float) -> bool:
    """Whether lines of words stand on either side at all, or beside a table: before either is put together."""
    left = right = 0
    for line in lines:
        plain = [piece.centre < at for piece in line.pieces if is_plain(piece.text)]
        left += plain.count(True) >= _WORDS / 2
        right += plain.count(False) >= _WORDS / 2
    return min(left, right) >= _LINES or (max(left, right) >= _LINES and _stand_apart(lines, at))


def _to_prose(lines: Sequence[TextLine], at: float) -> tuple[int, int] | None:
    """The lines from the first to the last that hold prose of either side, if both sides are columns of it."""
    sides = [[p for p in _flat(lines) if p.centre < at], [p for p in _flat(lines) if p.centre >= at]]
    tall = [_prose_lines(side) for side in sides]
    if not all(tall) and any(tall) and _stand_apart(lines, at):
        tall = [prose or _table_lines(side) for prose, side in zip(tall, sides, strict=True)]
    if not all(tall) or _are_rows(sides):
        return None
    low, high = min(side[0].top for side in tall), max(side[-1].bottom for side in tall)
    shared = min(side[-1].bottom for side in tall) - max(side[0].top for side in tall)
    if shared < 0.5 * min(side[-1].bottom - side[0].top for side in tall):
        return None
    inside = [n for n, line in enumerate(lines) if any(low <= piece.middle <= high for piece in line.pieces)]
    return inside[0], inside[-1] + 1


def _stand_apart(lines: Sequence[TextLine], at: float) -> bool:
    """What stands beside each other is not on one line: a table beside prose, and no label beside its value."""
    ends = [(line.pieces[0], line.pieces[-1], line.size) for line in lines]
    off = [abs(a.box[3] - b.box[3]) / size for a, b, size in ends if a.centre < at <= b.centre]
    return len(off) >= _ROWS and statistics.median(off) > _LEVEL


def _table_lines(pieces: Sequence[Piece]) -> list[TextLine]:
    """The lines of a side, if most look like rows with a label."""
    lines = _to_lines(pieces)
    rows = sum(row_score(line) >= 1 and not line.chunks[0].is_figure for line in lines)
    return lines if rows >= _ROWS and rows > 0.5 * len(lines) else []


def _are_rows(sides: Sequence[Sequence[Piece]]) -> bool:
    """Paragraphs that begin at the same heights on both sides, again and again, are the cells of rows."""
    begins = [_paragraphs(_to_lines(side)) for side in sides]
    fewer, more = sorted(begins, key=len)
    shared = sum(any(abs(top - other) < 1.5 for other in more) for top in fewer)
    return shared >= _ROWS and shared >= 0.7 * len(more)


def _paragraphs(lines: Sequence[TextLine]) -> list[float]:
    """The tops of lines that stand further from the line above them than lines of one paragraph do."""
    gaps = [below.top - above.bottom for above, below in pairwise(lines)]
    if not gaps:
        return []
    tight = sorted(gaps)[len(gaps) // 4]
    return [line.top for line, gap in zip(lines[1:], gaps, strict=True) if gap > tight + _CLEARER * line.size]


def _prose_lines(pieces: Sequence[Piece]) -> list[TextLine]:
    """The lines of a side that are prose; none if too few are, or if they do not fill a column."""
    if 2 * sum([is_plain(piece.text) for piece in pieces]) < _LINES * _WORDS:
        return []
    lines = _to_lines(pieces)
    prose = [line for line in lines if _is_prose(line)]
    if len(prose) < _LINES or len(prose) < 0.5 * len(lines):
        return []
    column = max(line.x1 for line in prose) - min(line.x0 for line in prose)
    filled = statistics.median(line.x1 - line.x0 for line in prose) >= _FILLED * column
    return prose if filled else []


def _is_prose(line: TextLine) -> bool:
    """Words in small letters, however far a justified line spreads them; no label with its value far to the right."""
    if len(line.pieces) < _WORDS:
        return False
    plain = sum([is_plain(piece.text) for piece in line.pieces])
    return plain >= 0.5 * len(line.pieces)
