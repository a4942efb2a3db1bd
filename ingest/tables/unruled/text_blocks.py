"""Blocks of lines that may be a table without a full grid: between rules of one width, or by the look of the lines.

Finding errs on the side of too much; whether a block is a table is decided when its columns are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import TextLine, row_score
from ingest.tables.unruled.block_ends import down_to_row_end, up_over_values, up_to_rule
from records.place import Box

_APART = 14.0
"""Points of white space between two rules that part two tables; less is an empty row."""
_RULED_CELLS = 6
"""As many cells in lines right under a rule show that each row has its own."""
_SKIPPED = 3
"""Lines that are no rows (wrapped labels, group titles) allowed between two rows."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines from the top, and the rules that run through or around them."""

    lines: list[TextLine]
    rules: list[Rule]

    @property
    def box(self) -> Box:
        return (
            min(line.x0 for line in self.lines) - 2,
            min(line.top for line in self.lines) - 1,
            max(line.x1 for line in self.lines) + 2,
            max(line.bottom for line in self.lines) + 1,
        )


def find_blocks(lines: Sequence[TextLine], rules: Sequence[Rule], *, taken: Sequence[Box]) -> list[Block]:
    """Blocks between equal rules first; the rest by looks."""
    framed = _ruled_blocks(lines, rules, taken)
    held = {id(line) for block in framed for line in block.lines}
    rest = [line for line in lines if id(line) not in held]
    return framed + _grown_blocks(rest, rules, [*taken, *(block.box for block in framed)])


def _ruled_blocks(lines: Sequence[TextLine], rules: Sequence[Rule], taken: Sequence[Box]) -> list[Block]:
    blocks: list[Block] = []
    for stack in rules_to_stacks(rules, fewest=3):
        left, right = stack[0].start, stack[0].end
        beside = [n for n, line in enumerate(lines) if line.x0 > left - 8 and line.x1 < right + 8]
        for top, bottom in _runs(stack, [lines[n] for n in beside]):
            inside = [n for n in beside if top - 1 < _middle(lines[n]) < bottom + 1]
            held = [lines[n] for n in inside]
            if len(inside) < 2 or not _holds_rows(held, stack) or _meets(top, bottom, left, right, taken):
                continue
            members = with_rows_beside(lines, inside)
            members += range(members[-1] + 1, down_to_row_end(lines, members[0], members[-1], rules, set()) + 1)
            within = [r for r in rules if top - 1 <= r.at <= bottom + 1 and r.covers(left, right) > 0]
            blocks.append(Block([lines[n] for n in members], within))
    return blocks


def _holds_rows(lines: Sequence[TextLine], stack: Sequence[Rule]) -> bool:
    """Most lines hold two cells, or, where each row is ruled, the first of most rows does: its label runs on below."""
    rows = [line for line in lines if len(line.chunks) >= 2]
    if len(rows) >= 0.5 * len(lines):
        return True
    bands = [[line for line in lines if above.at < _middle(line) < below.at] for above, below in pairwise(stack)]
    filled = [band for band in bands if band]
    led = [band for band in filled if len(band[0].chunks) >= 2]
    cells = sum(len(band[0].chunks) for band in led)
    return len(led) >= 2 and cells >= _RULED_CELLS and len(led) >= 0.6 * len(filled)


def _middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2


def _runs(stack: list[Rule], lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """Where a stack of rules belongs to several tables: prose, or white space, parts two of them."""
    runs: list[list[float]] = [[stack[0].at]]
    for above, below in pairwise(stack):
        between = [line for line in lines if above.at < _middle(line) < below.at]
        if is_paragraph(between, above) or (not between and below.at - above.at > _APART):
            runs.append([below.at])
        else:
            runs[-1].append(below.at)
    return [(run[0], run[-1]) for run in runs if len(run) >= 3]


def is_paragraph(lines: Sequence[TextLine], rule: Rule) -> bool:
    """An undivided line between two rules that is no cell's: wide, or from the left edge on with space below it."""
    for line, below in zip_longest(lines, lines[1:]):
        chunk = line.chunks[0]
        if len(line.chunks) > 1 or line.words < 6 or not chunk.is_prose:
            continue
        loose = below is None or below.top - line.bottom > 0.6 * line.size
        if chunk.x1 - chunk.x0 > 0.6 * rule.length or (chunk.x0 < rule.start + 8 and loose):
            return True
    return False


def with_rows_beside(lines: Sequence[TextLine], inside: list[int]) -> list[int]:
    """Painted stripes leave the rows before the first and after the last of them without a rule."""
    members = list(inside)
    for step in (-1, 1):
        number = (members[0] if step < 0 else members[-1]) + step
        while 0 <= number < len(lines) and row_score(lines[number]) >= 1 and len(lines[number].chunks) >= 2:
            near = lines[number - step]
            gap = near.top - lines[number].bottom if step < 0 else lines[number].top - near.bottom
            if gap > 1.1 * lines[number].size or not _as_many(lines[number], [lines[n] for n in inside]):
                break
            members = [number, *members] if step < 0 else [*members, number]
            number += step
    return members


def _as_many(line: TextLine, others: Sequence[TextLine]) -> bool:
    most = max(len(other.chunks) for other in others)
    return len(line.chunks) == most or len(line.chunks) == most - 1 >= 3


def rules_to_stacks(rules: Sequence[Rule], *, fewest: int) -> list[list[Rule]]:
    """Rules of one extent, one under the other: three are over and under a header, and at the end."""
    stacks: list[list[Rule]] = []
    for rule in sorted(_across(rules)):
        for stack in stacks:
            if abs(stack[-1].start - rule.start) < 5 and abs(stack[-1].end - rule.end) < 5:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) >= fewest and stack[0].length > 100]


def _across(rules: Sequence[Rule]) -> list[Rule]:
    """Rules at one height taken as one, where each column has a rule of its own."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][-1].at < 1.5 and min(r.end for r in rows[-1]) < rule.start + 30:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [Rule(row[0].at, min(r.start for r in row), max(r.end for r in row)) for row in rows]


def _meets(top: float, bottom: float, left: float, right: float, boxes: Sequence[Box]) -> bool:
    return any(box[1] < bottom and top < box[3] and box[0] < right and left < box[2] for box in boxes)


def _grown_blocks(lines: Sequence[TextLine], rules: Sequence[Rule], taken: Sequence[Box]) -> list[Block]:
    """Start at each line that surely looks like a row, and grow up and down."""
    scores = [row_score(line) for line in lines]
    used: set[int] = set()
    blocks = []
    for seed, score in enumerate(scores):
        if score < 1.5 or seed in used:
            continue
        first, last = _grow(lines, scores, seed, taken, used)
        first = up_to_rule(lines, first, last, rules, used)
        first = up_over_values(lines, first, last, used)
        last = down_to_row_end(lines, first, last, rules, used)
        members = range(first, last + 1)
        used.update(members)
        if _is_promising([scores[n] for n in members], [lines[n] for n in members]):
            block = Block([lines[n] for n in members], [])
            x0, top, x1, bottom = block.box
            near = [r for r in rules if top - 6 <= r.at <= bottom + 6 and min(r.end, x1) - max(r.start, x0) > 6]
            blocks.append(Block(block.lines, near))
    return blocks


def _is_promising(scores: list[float], lines: list[TextLine]) -> bool:
    rows = sum(score >= 1 for score in scores)
    strong = sum(score >= 1.5 for score in scores)
    wide = any(len(line.chunks) >= 3 for line in lines)
    return strong >= 2 and (rows >= 3 or (rows == 2 and wide))


def _grow(
    lines: Sequence[TextLine], scores: Sequence[float], seed: int, taken: Sequence[Box], used: set[int]
) -> tuple[int, int]:
    first = last = seed
    while True:
        below = _next_row(lines, scores, first, last, step=1, taken=taken, used=used)
        above = _next_row(lines, scores, first, last, step=-1, taken=taken, used=used)
        if below is None and above is None:
            return first, last
        last = below if below is not None else last
        first = above if above is not None else first


def _next_row(
    lines: Sequence[TextLine],
    scores: Sequence[float],
    first: int,
    last: int,
    *,
    step: int,
    taken: Sequence[Box],
    used: set[int],
) -> int | None:
    """The next line that looks like a row of the block ``first..last``, over a few that do not."""
    left = min(line.x0 for line in lines[first : last + 1])
    right = max(line.x1 for line in lines[first : last + 1])
    before = lines[last if step > 0 else first]
    number = (last if step > 0 else first) + step
    for _ in range(_SKIPPED + 1):
        if not 0 <= number < len(lines) or number in used:
            return None
        line = lines[number]
        gap = line.top - before.bottom if step > 0 else before.top - line.bottom
        low, high = sorted((before.bottom, line.top) if step > 0 else (line.bottom, before.top))
        if gap > (3.2 if scores[number] >= 1.5 else 2.0) * line.size or _meets(low, high, left, right, taken):
            return None
        if scores[number] >= 1:
            shared = min(line.x1, right) - max(line.x0, left)
            return number if shared > 0.4 * min(line.x1 - line.x0, right - left) else None
        if line.words > 14 or (len(line.chunks) == 1 and line.words > 6 and line.x1 - line.x0 > 0.75 * (right - left)):
            return None
        before = line
        number += step
    return None
