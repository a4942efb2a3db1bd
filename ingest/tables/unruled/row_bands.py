"""Which lines of text make one row of a table, where no rules say so.

A figure begins a row of its own; words may wrap. Where two readings are left, a line is a row: a cell too many is seen
at once, two rows run together are not.
"""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.words import Piece
from ingest.tables.unruled.facts import are_facts, begin_anew

Line = Sequence[Piece]

_FACTS = 3
"""Lines of labels with values in a band; fewer may be one label that wraps beside one value."""
_SENTENCE = 3
"""Words on the line of a cell that go on below; fewer are names, which end anywhere."""
_TIGHT = 0.55
"""Lines of one paragraph leave less than this share of their size between them."""
_WIDE = 1.0
_MOST = 0.6
"""Shares of their size beyond which all gaps are alike; share of lines that makes a rule of it."""
_CLOSER = 0.15
"""Shares of their size by which lines of one row overlap, or stand closer than rows do."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one line shows: where it stands, which columns it fills and which of them hold figures."""

    line: Line
    columns: frozenset[int]
    figures: frozenset[int]
    top: float
    bottom: float
    size: float

    @property
    def label(self) -> list[Piece]:
        return [piece for piece in self.line if not piece.mark]


def lines_to_rows(lines: Sequence[Line], *, column_of: Callable[[Piece], int], columns: int) -> list[list[Line]]:
    """Group the lines of a ruled band: one row, unless figures stand line by line in two columns, wider gaps divide
    lines that begin in the first column, or each line is a label with its value."""
    if columns == 2 and _are_facts(lines, column_of):
        return [[line] for line in lines]
    readings = [_read(line, column_of) for line in lines]
    shown = [reading for reading in readings if len(reading.figures) >= min(2, columns - 1)]
    figured = len(shown) >= 2 and len(shown) >= 0.4 * len(readings)
    groups = _group(readings, column_of) if figured else _spaced(readings)
    return [[reading.line for reading in group] for group in groups]


def _are_facts(lines: Sequence[Line], column_of: Callable[[Piece], int]) -> bool:
    """Three lines or more of labels with their values, none of which goes on from the one above."""
    pairs = [([p for p in line if column_of(p) == 0], [p for p in line if column_of(p) == 1]) for line in lines]
    return len(lines) >= _FACTS and are_facts(pairs) and begin_anew(pairs)


def _spaced(readings: list[_Reading]) -> list[list[_Reading]]:
    """Rows without rules between them, each set off by more space than its own lines leave; a single wider gap may
    as well be a paragraph's."""
    tight = _paragraph_gap(readings)
    groups = [readings[:1]]
    for above, below in pairwise(readings):
        begins = 0 in below.columns and len(below.columns) >= 2
        if tight is not None and begins and below.top - above.bottom > tight:
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups if len(groups) >= 3 else [readings]


def free_lines_to_rows(lines: Sequence[Line], *, column_of: Callable[[Piece], int]) -> list[list[Line]]:
    """Group the lines of a table without row rules."""
    return [[reading.line for reading in row] for row in _group([_read(line, column_of) for line in lines], column_of)]


def _read(line: Line, column_of: Callable[[Piece], int]) -> _Reading:
    texts: dict[int, list[str]] = {}
    for piece in line:
        if not piece.mark:
            texts.setdefault(column_of(piece), []).append(piece.text)
    return _Reading(
        line=line,
        columns=frozenset(texts),
        figures=frozenset(column for column, words in texts.items() if column and all(map(is_figure, words))),
        top=min(piece.box[1] for piece in line),
        bottom=max(piece.box[3] for piece in line),
        size=max(piece.size for piece in line),
    )


def _group(readings: list[_Reading], column_of: Callable[[Piece], int]) -> list[list[_Reading]]:
    edges: dict[int, float] = {}
    for piece in (piece for reading in readings for piece in reading.line):
        edges[column_of(piece)] = max(edges.get(column_of(piece), 0.0), piece.box[2])
    tight = _row_gap(readings) or _paragraph_gap(readings)
    rows: list[list[_Reading]] = []
    for reading in readings:
        goes_on = bool(rows) and _continues(rows[-1], reading, label_edge=edges.get(0, 0.0), tight=tight)
        if goes_on or (rows and tight is None and _runs_over(rows[-1], reading, column_of, edges)):
            rows[-1].append(reading)
        else:
            rows.append([reading])
    return rows


def _row_gap(readings: list[_Reading]) -> float | None:
    """A little less than what lies between two lines that surely are two rows: each has a label and figures.

    ``None`` where there are no such lines, or where no other lines stand closer.
    """
    gaps = list(pairwise(readings))
    rows = [below.top - above.bottom for above, below in gaps if _is_whole(above) and _is_whole(below)]
    if len(rows) < 2:
        return None
    limit = statistics.median(rows) - _CLOSER * readings[0].size
    closer = [below for above, below in gaps if below.top - above.bottom <= limit]
    return limit if closer else None


def _is_whole(reading: _Reading) -> bool:
    return bool(reading.figures) and 0 in reading.columns


def _paragraph_gap(readings: list[_Reading]) -> float | None:
    """The gap inside a paragraph, where the page has clearly two kinds of gap; ``None`` where all gaps are alike.

    How far rows are apart beyond a line's height says nothing more. Where the closer lines fill all columns in
    one weight, as the lines above them do, they are rows that stand in groups.
    """
    size = readings[0].size
    gaps = sorted(min(below.top - above.bottom, _WIDE * size) for above, below in pairwise(readings))
    if len(gaps) < 3:
        return None
    jump, low = max((b - a, a) for a, b in pairwise(gaps))
    if jump <= _CLOSER * size or low >= _TIGHT * size:
        return None
    tight = low + jump / 2
    closer = [(above, below) for above, below in pairwise(readings) if below.top - above.bottom <= tight]
    columns = max(len(reading.columns) for reading in readings)
    full = sum(
        len(above.columns) == len(below.columns) == columns and above.line[0].bold == below.line[0].bold
        for above, below in closer
    )
    return tight if full < _MOST * len(closer) or columns < 3 else None


def _continues(row: list[_Reading], reading: _Reading, *, label_edge: float, tight: float | None) -> bool:
    last = row[-1]
    gap = reading.top - last.bottom
    shown = frozenset(column for r in row for column in r.figures)
    if gap < -_CLOSER * reading.size and not shown & reading.figures:
        return True
    if gap > (_TIGHT * reading.size if tight is None else tight):
        return False
    if reading.figures:
        return _label_runs_on(row, reading, label_edge) and 0 in reading.columns
    if 0 not in reading.columns:
        return True
    if reading.columns == {0}:
        return _label_runs_on(row, reading, label_edge)
    return tight is not None and any(r.columns - {0} for r in row) and _is_alike(row, reading)


def _runs_over(
    row: list[_Reading], reading: _Reading, column_of: Callable[[Piece], int], edges: Mapping[int, float]
) -> bool:
    """Words alone, in fewer columns than the row begins with, one a sentence; none had fitted on the line above."""
    above = row[-1]
    if reading.figures or len(reading.columns) < 2 or not reading.columns <= above.columns:
        return False
    if len(reading.columns) == len(row[0].columns) or reading.top - above.bottom > _TIGHT * reading.size:
        return False
    pairs = [(_words(above, c, column_of), _words(reading, c, column_of), edges[c]) for c in reading.columns]
    return max(len(words) for words, _, _ in pairs) >= _SENTENCE and all(_overflows(*pair) for pair in pairs)


def _words(reading: _Reading, column: int, column_of: Callable[[Piece], int]) -> list[Piece]:
    return [piece for piece in reading.label if column_of(piece) == column]


def _overflows(above: list[Piece], below: list[Piece], edge: float) -> bool:
    """The first word below had no room at the end of the line above."""
    first = below[0]
    room = edge + 1 - above[-1].box[2] - 0.25 * first.size
    return first.bold == above[-1].bold and first.box[2] - first.box[0] > room


def _is_alike(row: list[_Reading], reading: _Reading) -> bool:
    """The label is as bold as the one it goes on; bold beside plain names a group."""
    labels = [r.label[0].bold for r in row if 0 in r.columns]
    return not labels or labels[-1] == reading.label[0].bold


def _label_runs_on(row: list[_Reading], reading: _Reading, edge: float) -> bool:
    """A label wraps where its next word would not have fitted, or goes on in small letters or in brackets."""
    holds_values = any(r.columns - {0} for r in row)
    if reading.columns != {0} and holds_values:
        return False
    first = reading.label[0] if reading.label else None
    above = [piece for piece in row[-1].label if piece.box[0] < edge + 1]
    if first is None or not above or 0 not in row[-1].columns or first.bold != above[-1].bold:
        return False
    if above[-1].text.endswith(":"):
        return False
    if first.text[:1].islower() or first.text.startswith("("):
        return True
    full = above[-1].box[2] + 0.25 * first.size + (first.box[2] - first.box[0]) > edge + 1
    return full and above[-1].box[2] > 0.5 * edge and not first.text[:1].isdecimal()
