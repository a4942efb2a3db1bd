"""A page of prose in columns as stretches of words, so that no table's row reads across the gutter between them.

The two sides keep their own lines: newsletters set them at different heights. What a rule crosses, or what holds no
prose on one of its sides, is not cut.
"""

import statistics
from collections.abc import Sequence

from ingest.tables.rulings import Rule
from ingest.tables.text_chunks import TextLine, line_to_chunks
from ingest.tables.words import Piece, pieces_to_lines

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
_LARGEST = 10_000
"""More words on a page are none that a reader could read."""


def prose_columns(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[list[TextLine]]:
    """Lines of the page in stretches: above a pair of columns, the left, the right one, and below."""
    lines = pieces_to_lines(pieces)
    found = _gutter(lines, rules) if len(pieces) <= _LARGEST else None
    if found is None:
        return [[line_to_chunks(line) for line in lines]] if lines else []
    at, first, last = found
    beside = _flat(lines[first:last])
    left = [piece for piece in beside if piece.centre < at]
    right = [piece for piece in beside if piece.centre >= at]
    parts = (_flat(lines[:first]), left, right, _flat(lines[last:]))
    return [stretch for part in parts for stretch in prose_columns(part, rules)]


def _flat(lines: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for line in lines for piece in line]


def _gutter(lines: Sequence[Sequence[Piece]], rules: Sequence[Rule]) -> tuple[float, int, int] | None:
    """An x, and the first and last line (exclusive) of the longest run beside it that is prose on both sides."""
    if len(lines) < _LINES:
        return None
    left = min(line[0].box[0] for line in lines)
    width = max(piece.box[2] for line in lines for piece in line) - left
    count = int(width * (1 - 2 * _MARGIN) / _STEP)
    runs = [run for n in range(count) for run in _runs(lines, rules, left + _MARGIN * width + n * _STEP)]
    for at, first, last in sorted(runs, key=lambda run: (run[1] - run[2], run[0])):
        trimmed = _to_prose(lines[first:last], at)
        if trimmed is not None:
            return at, first + trimmed[0], first + trimmed[1]
    return None


def _runs(lines: Sequence[Sequence[Piece]], rules: Sequence[Rule], at: float) -> list[tuple[float, int, int]]:
    """Stretches of lines of which no word, and between which no rule, crosses ``at``."""
    crossing = [rule.at for rule in rules if rule.start < at - _CLEAR and rule.end > at + _CLEAR]
    runs: list[tuple[float, int, int]] = []
    first: int | None = None
    for number, line in enumerate([*lines, None]):
        free = line is not None and not any(_crosses(piece, at) for piece in line)
        ruled = first is not None and line is not None and _is_ruled_apart(lines[number - 1], line, crossing)
        if first is not None and (not free or ruled):
            if number - first >= _LINES:
                runs.append((at, first, number))
            first = None
        if free and first is None:
            first = number
    return runs


def _crosses(piece: Piece, at: float) -> bool:
    return piece.box[0] < at + _CLEAR / 2 and piece.box[2] > at - _CLEAR / 2


def _is_ruled_apart(above: Sequence[Piece], below: Sequence[Piece], rules: Sequence[float]) -> bool:
    top, bottom = min(piece.middle for piece in above), max(piece.middle for piece in below)
    return any(top < y < bottom for y in rules)


def _to_prose(lines: Sequence[Sequence[Piece]], at: float) -> tuple[int, int] | None:
    """The lines from the first to the last that hold prose of either side, if both sides are columns of it."""
    sides = [[p for p in _flat(lines) if p.centre < at], [p for p in _flat(lines) if p.centre >= at]]
    tall = [_prose_lines(side) for side in sides]
    if not all(tall):
        return None
    low, high = min(side[0].top for side in tall), max(side[-1].bottom for side in tall)
    shared = min(side[-1].bottom for side in tall) - max(side[0].top for side in tall)
    if shared < 0.5 * min(side[-1].bottom - side[0].top for side in tall):
        return None
    inside = [n for n, line in enumerate(lines) if any(low <= piece.middle <= high for piece in line)]
    return inside[0], inside[-1] + 1


def _prose_lines(pieces: Sequence[Piece]) -> list[TextLine]:
    """The lines of a side that are prose; none if too few are, or if they do not fill a column."""
    lines = [line_to_chunks(line) for line in pieces_to_lines(pieces)]
    prose = [line for line in lines if _is_prose(line)]
    if len(prose) < _LINES or len(prose) < 0.5 * len(lines):
        return []
    column = max(line.x1 for line in prose) - min(line.x0 for line in prose)
    filled = statistics.median(line.x1 - line.x0 for line in prose) >= _FILLED * column
    return prose if filled else []


def _is_prose(line: TextLine) -> bool:
    """Words in small letters, however far a justified line spreads them; no label with its value far to the right."""
    words = [piece.text.rstrip(".,;:") for piece in line.pieces]
    plain = sum(word.isalpha() and word.islower() for word in words)
    return len(words) >= _WORDS and plain >= 0.5 * len(words)
