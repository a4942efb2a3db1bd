"""Tables of text between rules: names of columns over a rule, and below it all that a second rule of its width ends.

They are looked for before prose in columns is: sentences in cells look just like it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import Chunk, TextLine, line_to_chunks
from ingest.tables.unruled.text_blocks import Block, is_paragraph, rules_to_stacks, with_rows_beside

_NAMES = 3
"""Columns named over a rule; two are enough if a rule runs over the names too."""
_NAME_LINES = 6
_CROSSED = 0.1
"""Share of the lines below that may run across two names: titles of groups do, prose always."""
_TITLE = 6
"""Words of a line that is no title of a group of rows."""
_NEAR = 0.8
"""The names stand at most this share of their size above their rule."""


def find_framed(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[Block]:
    """Each table of words between rules of one width, from its names to its last rule."""
    blocks = []
    for stack in rules_to_stacks(rules, fewest=2):
        left, right = stack[0].start - 8, stack[0].end + 8
        own = [part for line in lines if (part := _within(line, left, right))]
        tried = (_framed(own, stack, number, rules) for number in _under_names(stack, own))
        block = next((block for block in tried if block), None)
        blocks += [block] if block else []
    return blocks


def _under_names(stack: Sequence[Rule], lines: Sequence[TextLine]) -> Iterator[int]:
    """The rules of a stack that may run under the names: the first, or one below a rule that begins a table."""
    for number, rule in enumerate(stack[:-1]):
        above = next((line for line in reversed(lines) if _middle(line) < rule.at), None)
        names_below = above is None or rule.at - above.bottom > above.size
        if above is not None and len(above.chunks) < 2:
            names_below = names_below or number == 0 or above.words >= _TITLE
        if names_below and number + 2 < len(stack):
            yield number + 1
        elif not names_below and number == 0:
            yield number


def _within(line: TextLine, left: float, right: float) -> TextLine | None:
    if left <= line.x0 and line.x1 <= right:
        return line
    pieces = [piece for piece in line.pieces if left <= piece.centre <= right]
    return line_to_chunks(pieces) if pieces else None


def _framed(lines: Sequence[TextLine], stack: Sequence[Rule], number: int, rules: Sequence[Rule]) -> Block | None:
    under, over = stack[number], stack[number - 1] if number else None
    names = _names_above(lines, under, over)
    closed = over is not None and bool(names) and over.at > names[0].top - 12
    if not names or len(names[-1].chunks) < (2 if closed else _NAMES):
        return None
    last = _last_rule(lines, stack[number:], names[-1])
    inside = [n for n, line in enumerate(lines) if under.at < _middle(line) < last.at]
    beside = with_rows_beside(lines, inside) if closed and inside else inside
    body = [lines[n] for n in beside if n >= inside[0]]
    if len(body) < 2 or len(body[0].chunks) < 2:
        return None
    if not (closed and last is stack[-1]) and not _is_text_table(body, names[-1]):
        return None
    left, right = under.start, under.end
    within = [r for r in rules if names[0].top - 12 <= r.at <= last.at + 1 and r.covers(left, right) > 0]
    return Block([*names, *body], within)


def _middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2


def _names_above(lines: Sequence[TextLine], under: Rule, over: Rule | None) -> list[TextLine]:
    """The lines right above the rule, up to a rule of the same width or to the first that stands apart."""
    names = [line for line in lines if over is not None and over.at < _middle(line) < under.at]
    if names and len(names) <= _NAME_LINES and len(names[-1].chunks) >= 2:
        return names
    names = []
    reach = under.at
    for line in reversed([line for line in lines if _middle(line) < under.at]):
        apart = reach - line.bottom > _NEAR * line.size or (over is not None and _middle(line) < over.at)
        if apart or len(names) == _NAME_LINES or (names and len(line.chunks) < 2):
            break
        names.insert(0, line)
        reach = line.top
    return names


def _last_rule(lines: Sequence[TextLine], stack: Sequence[Rule], names: TextLine) -> Rule:
    """The table goes on from rule to rule while what stands between two of them keeps to columns."""
    last = stack[0]
    for above, below in pairwise(stack):
        between = [line for line in lines if above.at < _middle(line) < below.at]
        if not between or is_paragraph(between, above) or not _keeps_to_columns(between, names):
            break
        last = below
    return last


def _keeps_to_columns(lines: Sequence[TextLine], names: TextLine) -> bool:
    crossing = [line for line in lines if any(_crosses(chunk, names) for chunk in line.chunks)]
    return len(crossing) <= _CROSSED * len(lines)


def _crosses(chunk: Chunk, names: TextLine) -> bool:
    return sum(chunk.x0 < name.x1 and name.x0 < chunk.x1 for name in names.chunks) > 1


def _is_text_table(body: Sequence[TextLine], names: TextLine) -> bool:
    """A first line of several cells, and cells that run over several lines."""
    wrapped = sum(len(line.chunks) < len(names.chunks) for line in body)
    figures = sum(chunk.is_figure for line in body for chunk in line.chunks[1:])
    texts = sum(len(line.chunks) for line in body)
    return wrapped >= 2 and figures <= 0.2 * texts
