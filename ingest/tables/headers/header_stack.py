"""Header lines of a table without a grid: stacked words become one cell, wider titles span the columns below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.draft import DraftCell, pieces_box
from ingest.tables.drawn.rulings import Rule
from ingest.tables.headers.header_spans import Frame, cut_names, title_spans
from ingest.tables.lines.figures import counts_columns, is_year
from ingest.tables.lines.text_chunks import Chunk, TextLine
from ingest.tables.unruled.group_titles import is_group_title
from ingest.tables.unruled.text_columns import chunk_columns

_MOST_LINES = 9
_UNIT = re.compile(r"\((?:US|C|A)?[$€£¥%]?\s?(?:0{3}(?:,0{3})?s?)?\)")
_CLOSER = 0.15
"""Share of its size by which a line stands closer to the one it belongs to."""


@dataclass(slots=True)
class _Stack:
    """Chunks one under the other over the columns ``first..last``."""

    first: int
    last: int
    chunks: list[Chunk]

    @property
    def top(self) -> float:
        return min(chunk.top for chunk in self.chunks)

    @property
    def bottom(self) -> float:
        return max(chunk.bottom for chunk in self.chunks)


def header_lines(lines: Sequence[TextLine], rules: Sequence[Rule], edges: Sequence[float]) -> int:
    """How many lines stand above the body: those over the rule under the header, else over the first figures."""
    figures = next((n for n, line in enumerate(lines) if _is_figures(line, edges)), None)
    cut = _header_rule(lines, rules, edges, figures)
    if cut is not None:
        count = sum((line.top + line.bottom) / 2 < cut for line in lines)
    else:
        count = figures or 0
        while count and all(chunk_columns(chunk, edges) == (0, 0) for chunk in lines[count - 1].chunks):
            count -= 1
    while 1 < count < len(lines) and _names_rows(lines[:count], lines[count], edges):
        count -= 1
    return count if 0 < count < len(lines) and count <= _MOST_LINES else 0


def _names_rows(lines: Sequence[TextLine], below: TextLine, edges: Sequence[float]) -> bool:
    """The last line of a header names the first rows: in the middle of the table, or a second label that stands no
    closer to the first than to the rows."""
    *over, line = lines
    if is_group_title(line, over[-1], edges):
        return True
    labelled = any(chunk_columns(chunk, edges) == (0, 0) for other in over for chunk in other.chunks)
    alone = all(chunk_columns(chunk, edges) == (0, 0) for chunk in line.chunks)
    apart = line.top - over[-1].bottom > below.top - line.bottom - _CLOSER * line.size
    return alone and labelled and apart and line.chunks[0].pieces[0].text[:1].isupper()


def _is_figures(line: TextLine, edges: Sequence[float]) -> bool:
    values = [chunk for chunk in line.chunks if chunk_columns(chunk, edges)[0] > 0]
    figures = sum(chunk.is_figure and not is_year(chunk.pieces[-1].text) and not _is_unit(chunk) for chunk in values)
    if counts_columns([chunk.pieces[0].text for chunk in values]):
        return False
    return bool(figures) and figures >= 0.5 * len(values) and (figures >= 2 or len(edges) <= 4)


def _is_unit(chunk: Chunk) -> bool:
    """``($000)``, ``(%)``: what the figures below are counted in."""
    return _UNIT.fullmatch(" ".join(piece.text for piece in chunk.pieces)) is not None


def _header_rule(
    lines: Sequence[TextLine], rules: Sequence[Rule], edges: Sequence[float], figures: int | None
) -> float | None:
    """The lowest full-width rule above the first figures; without figures, the first rule under the first line."""
    full = [rule.at for rule in rules if rule.covers(edges[0] + 3, edges[-1] - 3) > 0.8]
    if figures is not None:
        above = [at for at in full if lines[0].bottom - 3 < at < lines[figures].top + 3]
        return max(above, default=None)
    height = lines[-1].bottom - lines[0].top
    return min((at for at in full if lines[0].bottom - 3 < at < lines[0].top + 0.4 * height), default=None)


def lines_to_header(lines: Sequence[TextLine], frame: Frame) -> list[DraftCell]:
    """Cells of the header, its lowest row holding the names of single columns."""
    stacks = _stack([cut_names(lines, number, frame) for number in range(len(lines))], frame)
    levels = _levels(stacks)
    depth = max(levels) + 1
    cells = []
    for stack, level in zip(stacks, levels, strict=True):
        pieces = tuple(piece for chunk in stack.chunks for piece in chunk.pieces)
        cells.append(
            DraftCell(
                row=depth - 1 - level,
                column=stack.first,
                column_span=stack.last - stack.first + 1,
                box=pieces_box(pieces),
                pieces=pieces,
            )
        )
    return cells


def _stack(lines: Sequence[TextLine], frame: Frame) -> list[_Stack]:
    stacks: list[_Stack] = []
    for number, line in enumerate(lines):
        titles = [(stack.first, stack.last) for stack in stacks if stack.last > stack.first]
        spans = title_spans(line, lines[number + 1 :], frame, titles)
        for chunk, (first, last) in zip(line.chunks, spans, strict=True):
            over = [stack for stack in stacks if stack.first <= last and first <= stack.last]
            above = max(over, key=lambda stack: stack.bottom, default=None)
            if above is not None and _goes_on(above, chunk, first, last, frame.rules):
                above.chunks.append(chunk)
            else:
                stacks.append(_Stack(first, last, [chunk]))
    return stacks


def _goes_on(above: _Stack, chunk: Chunk, first: int, last: int, rules: Sequence[Rule]) -> bool:
    if above.first <= first and last <= above.last and above.bottom > chunk.top + 2:
        return True
    between = any(
        above.bottom - 2 <= rule.at <= chunk.top + 2 and rule.covers(chunk.x0, chunk.x1) > 0.5 for rule in rules
    )
    return (above.first, above.last) == (first, last) and chunk.top - above.bottom < 0.9 * chunk.size and not between


def _levels(stacks: Sequence[_Stack]) -> list[int]:
    """0 for what stands right over the body, one more for each title above it."""
    levels: dict[int, int] = {}
    for number in sorted(range(len(stacks)), key=lambda n: -stacks[n].top):
        stack = stacks[number]
        below = [
            levels[other]
            for other in levels
            if stacks[other].top > stack.top and stacks[other].first <= stack.last and stack.first <= stacks[other].last
        ]
        levels[number] = max(below, default=-1) + 1
    return [levels[number] for number in range(len(stacks))]
