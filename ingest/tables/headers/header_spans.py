"""Which columns a text above the body of a table without a grid names: by what stands under it, and by a rule.

Names of neighbours may stand so close that they seem one text, and a title over several columns may touch few of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import Chunk, TextLine
from ingest.tables.lines.words import Piece
from ingest.tables.unruled.group_titles import goes_on
from ingest.tables.unruled.text_columns import chunk_columns

Extent = tuple[float, float]
Span = tuple[int, int]
"""First and last column."""

_CENTRED = 0.08
"""Share of their width by which a title may stand off the middle of its columns."""
_ALIGNED = 0.4
"""Share of its size by which a name may stand off the middle of its column."""
_WIDE = 0.85
"""A rule along more than this share of the table is not one title's."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rules of a table, the edges between its columns, and what the values of each column cover."""

    rules: Sequence[Rule]
    edges: Sequence[float]
    extents: Sequence[Extent]

    def touched(self, chunk: Chunk) -> Span:
        """The columns whose values a text stands over; where there are none, those it reaches into."""
        least = min(1.0, 0.3 * (chunk.x1 - chunk.x0))
        hit = [n for n, (low, high) in enumerate(self.extents) if min(high, chunk.x1) - max(low, chunk.x0) > least]
        return (hit[0], hit[-1]) if hit else chunk_columns(chunk, self.edges)

    def named(self, lines: Sequence[TextLine], *, but: Chunk | None = None) -> set[int]:
        """The columns that the texts of ``lines`` stand over."""
        spans = [self.touched(chunk) for line in lines for chunk in line.chunks if chunk is not but]
        return {column for first, last in spans for column in range(first, last + 1)}

    def with_names(self, lines: Sequence[TextLine]) -> "Frame":
        """The same with the extents of the single columns' names among ``lines`` counted in."""
        extents = list(self.extents)
        for chunk in (chunk for line in lines for chunk in line.chunks):
            first, last = self.touched(chunk)
            if first == last:
                low, high = extents[first]
                extents[first] = min(low, chunk.x0), max(high, chunk.x1)
        return replace(self, extents=extents)

    def off_centre(self, chunk: Chunk, first: int, last: int) -> float:
        return abs((chunk.x0 + chunk.x1) - (self.extents[first][0] + self.extents[last][1])) / 2

    def stands_over(self, chunk: Chunk, first: int, last: int) -> bool:
        """In the middle of several columns: of what their values cover, or, where figures keep to the right of theirs,
        of the columns themselves, which reach from the column before to their own right edge."""
        (low, _), (_, high) = self.extents[first], self.extents[last]
        before = self.extents[first - 1][1] if first > 1 else self.edges[first]
        middle = (chunk.x0 + chunk.x1) / 2
        slack = _CENTRED * (high - low)
        return (min(before, low) + high) / 2 - slack < middle < (low + high) / 2 + slack


def cut_names(lines: Sequence[TextLine], number: int, frame: Frame) -> TextLine:
    """Names of neighbouring columns that stand so close that they seem one text, each for itself."""
    line, below = lines[number], lines[number + 1 :]
    beside = [chunk for other in lines[max(0, number - 1) : number + 2] if other is not line for chunk in other.chunks]
    if names_all_values(line, frame):
        return line
    chunks: list[Chunk] = []
    for chunk in line.chunks:
        first, last = frame.touched(chunk)
        parts = _cut(chunk, frame.edges[first + 1 : last + 1])
        apart = last > first and len(parts) == last - first + 1 and _own_rule(chunk, line, frame) is None
        named = apart and (_go_on(parts, beside) or _are_names(chunk, parts, below, frame, first))
        chunks += parts if named else [chunk]
    return TextLine(tuple(chunks))


def _cut(chunk: Chunk, borders: Sequence[float]) -> list[Chunk]:
    """The words of a chunk on either side of ``borders``."""
    parts: list[list[Piece]] = [[] for _ in range(len(borders) + 1)]
    for piece in chunk.pieces:
        parts[sum(piece.centre > border for border in borders)].append(piece)
    return [Chunk(tuple(part)) for part in parts if part]


def _go_on(parts: Sequence[Chunk], beside: Sequence[Chunk]) -> bool:
    """Each of the parts lines up with a text of its own in the line above or below."""
    own = [[other for other in beside if goes_on(other, part)] for part in parts]
    return all(own) and not any(one is other for left, right in pairwise(own) for one in left for other in right)


def _are_names(chunk: Chunk, parts: Sequence[Chunk], below: Sequence[TextLine], frame: Frame, first: int) -> bool:
    """A title over columns stands in their middle, and each has a name below it; names stand over their own column."""
    last = first + len(parts) - 1
    if not set(range(first, last + 1)) <= frame.named(below):
        return True
    if parts[0].pieces[0].text[:1].isupper() and any(part.pieces[0].text[:1].islower() for part in parts[1:]):
        return False  # a name begins as its neighbours do; this is one phrase
    as_names = max(frame.off_centre(part, column, column) for column, part in enumerate(parts, start=first))
    return as_names < frame.off_centre(chunk, first, last)


def names_all_values(line: TextLine, frame: Frame) -> bool:
    """A single text in brackets, in the middle of all values: ``(thousands of dollars)``."""
    chunk, last = line.chunks[0], len(frame.extents) - 1
    bracketed = chunk.pieces[0].text.startswith("(") and chunk.pieces[-1].text.endswith(")")
    if len(line.chunks) > 1 or not bracketed or last < 2 or frame.touched(chunk)[0] == 0:
        return False
    width = frame.extents[last][1] - frame.extents[1][0]
    return frame.off_centre(chunk, 1, last) < _CENTRED * width


def title_spans(line: TextLine, below: Sequence[TextLine], frame: Frame, above: Sequence[Span]) -> list[Span]:
    """For each text of a header line the columns under it: those that a rule right below it groups, or those in whose
    middle it stands. No title reaches out of the one over it, one of ``above``."""
    if names_all_values(line, frame):
        return [(1, len(frame.extents) - 1)]
    frame = frame.with_names(below)
    shared = None if above else _shared_out(line, below, frame)
    if shared is not None:
        return shared
    taken = [_ruled_span(chunk, line, frame) or frame.touched(chunk) for chunk in line.chunks]
    for number, chunk in enumerate(line.chunks):
        if _ruled_span(chunk, line, frame) is None and not _runs_on(chunk, below):
            beside = {n for first, last in taken[:number] + taken[number + 1 :] for n in range(first, last + 1)}
            free = frame.named(below) - beside - {0}
            taken[number] = _centred_span(chunk, taken[number], frame, free, above)
    return taken


def _shared_out(line: TextLine, below: Sequence[TextLine], frame: Frame) -> list[Span] | None:
    """Titles that share out all columns of values, two or more each, every one in the middle of its own."""
    spans = [frame.touched(chunk) for chunk in line.chunks]
    titles = [chunk for chunk, span in zip(line.chunks, spans, strict=True) if span[0] > 0]
    columns = range(1, len(frame.extents))
    if not titles or len(columns) < 2 * len(titles) or not frame.named(below).issuperset(columns):
        return None
    middles = [(low + high) / 2 for low, high in frame.extents]
    nearest = {n: min(titles, key=lambda c: abs((c.x0 + c.x1) / 2 - middles[n])) for n in columns}
    groups = []
    for title in titles:
        own = [n for n in columns if nearest[n] is title]
        if len(own) < 2 or not frame.stands_over(title, own[0], own[-1]):
            return None
        groups.append((own[0], own[-1]))
    return spans[: len(spans) - len(titles)] + groups


def _runs_on(chunk: Chunk, below: Sequence[TextLine]) -> bool:
    """The first text under it lines up with it: one name over several lines."""
    under = (c for line in below for c in line.chunks if c.x0 < chunk.x1 and chunk.x0 < c.x1)
    following = next(under, None)
    return following is not None and goes_on(chunk, following)


def _centred_span(chunk: Chunk, span: Span, frame: Frame, free: set[int], above: Sequence[Span]) -> Span:
    """Of the ``free`` columns those in whose middle a text stands, if it stands in the middle of none that it touches:
    over a single column in the middle of three it is that one's name."""
    off = frame.off_centre(chunk, *span)
    if span[0] == 0 or off < _ALIGNED * chunk.size:
        return span
    start, end = next((a for a in reversed(above) if a[0] <= span[0] and span[1] <= a[1]), (1, len(frame.extents) - 1))
    best = span
    for first in range(start, span[0] + 1):
        for last in range(span[1], end + 1):
            here = frame.off_centre(chunk, first, last)
            over = here < off and frame.stands_over(chunk, first, last)
            if over and free.issuperset(range(first, last + 1)):
                best, off = (first, last), here
    return best


def _ruled_span(chunk: Chunk, line: TextLine, frame: Frame) -> Span | None:
    rule = _own_rule(chunk, line, frame)
    if rule is None:
        return None
    bands = enumerate(pairwise(frame.edges))
    under = [n for n, (low, high) in bands if rule.covers(low, high) > 0.45]
    span = frame.touched(chunk)
    return (min(span[0], *under), max(span[1], *under)) if under else None


def _own_rule(chunk: Chunk, line: TextLine, frame: Frame) -> Rule | None:
    """The rule right below a text that runs under no other text of its line."""
    others = [other for other in line.chunks if other is not chunk]
    for rule in frame.rules:
        below = -1.5 <= rule.at - chunk.bottom <= chunk.size
        around = rule.start <= chunk.x0 + 3 and rule.end >= chunk.x1 - 3
        narrow = rule.length <= _WIDE * (frame.edges[-1] - frame.edges[0])
        if below and around and narrow and not any(rule.start < c.x1 - 2 and c.x0 + 2 < rule.end for c in others):
            return rule
    return None
