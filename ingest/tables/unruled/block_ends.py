"""How far a block of rows reaches: up over the levels of its header, down over the last lines of its last row."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import Chunk, TextLine

_SPACED = 1.3
"""Rows further apart than this share of their size do not tell how close a level of the header stands."""
_LEVELS = 0.6
"""Levels of a header leave less than this share of their size between them."""
_RUNS_ON = 0.5
"""Lines of one cell leave less than this share of their size between them."""
_MOST_WORDS = 12
"""Words on one line of a header."""


def up_to_rule(lines: Sequence[TextLine], first: int, last: int, rules: Sequence[Rule], used: set[int]) -> int:
    """Lines above the block but under a rule of its width are its header."""
    left = min(line.x0 for line in lines[first : last + 1])
    right = max(line.x1 for line in lines[first : last + 1])
    top = lines[first].top
    over = [r for r in rules if top - 70 < r.at < top + 1 and r.covers(left, right) > 0.6]
    if not over:
        return first
    limit = min(rule.at for rule in over)
    reached = first
    while reached > 0 and reached - 1 not in used and lines[reached - 1].top > limit - 2:
        reached -= 1
    while reached < first and _is_title(lines[reached], lines[reached + 1], rules):
        reached += 1
    header = lines[reached:first]
    if any(line.words >= 25 or (len(line.chunks) == 1 and line.words > 9) for line in header):
        return first
    return reached


def up_over_values(lines: Sequence[TextLine], first: int, last: int, used: set[int]) -> int:
    """Lines right above the block that stand over its values alone are levels of its header; what stands over the
    labels too, or in the middle of it all, is its title."""
    rows = [line for line in lines[first : last + 1] if len(line.chunks) > 1]
    left, right = min(line.x0 for line in rows), max(line.x1 for line in rows)
    values = min(line.chunks[1].x0 for line in rows if line.x0 < left + 2 * line.size)
    pace = statistics.median([below.top - above.bottom for above, below in pairwise(rows)] or [0.0])
    while first > 0 and first - 1 not in used:
        line, below = lines[first - 1], lines[first]
        chunk = line.chunks[0]
        reach = max(_LEVELS * line.size, min(pace + 1.0, _SPACED * line.size))
        near = below.top - line.bottom < reach and line.size < 1.1 * below.size
        over = values - line.size < line.x0 and line.x1 < right + line.size
        unit = len(line.chunks) == 1 and chunk.pieces[0].text.startswith("(")
        central = len(line.chunks) == 1 and abs(chunk.x0 + chunk.x1 - left - right) / 2 < line.size
        if not (near and over) or unit or central or line.words > _MOST_WORDS:
            break
        first -= 1
    return first


def _is_title(line: TextLine, below: TextLine, rules: Sequence[Rule]) -> bool:
    """An undivided line at the left edge, set apart by space alone from the names of the columns: it names them all."""
    gap = below.top - line.bottom
    ruled = any(line.bottom - 2 < rule.at < below.top + 2 and rule.covers(line.x0, line.x1) > 0.5 for rule in rules)
    return len(line.chunks) == 1 and line.x0 < below.x0 + 6 and gap > 0.6 * line.size and not ruled


def down_to_row_end(lines: Sequence[TextLine], first: int, last: int, rules: Sequence[Rule], used: set[int]) -> int:
    """Lines close below the last row over which its cells run on; a note below the table is wider than a cell."""
    cells = [chunk for line in lines[first : last + 1] for chunk in line.chunks]
    while last + 1 < len(lines) and last + 1 not in used:
        line, above = lines[last + 1], lines[last]
        near = line.top - above.bottom < _RUNS_ON * line.size and 0.95 < line.size / above.size < 1.05
        ruled = any(above.bottom - 2 < rule.at < line.top + 2 and rule.covers(line.x0, line.x1) > 0.5 for rule in rules)
        if not near or ruled or not all(_runs_on(chunk, above, cells) for chunk in line.chunks):
            break
        last += 1
    return last


def _runs_on(chunk: Chunk, above: TextLine, cells: Sequence[Chunk]) -> bool:
    """It begins where a text of the line above does, is no wider than its column, and did not fit above."""
    begun = next((cell for cell in above.chunks if abs(cell.x0 - chunk.x0) < 1.5), None)
    word = chunk.pieces[0]
    if begun is None or chunk.is_figure or begun.is_figure or word.bold != begun.pieces[-1].bold or word.mark:
        return False
    if not word.text[:1].isalpha() or word.text.endswith(":"):
        return False
    edge = max(cell.x1 for cell in cells if abs(cell.x0 - chunk.x0) < 1.5) + 1
    return chunk.x1 <= edge and begun.x1 + 0.25 * chunk.size + word.box[2] - word.box[0] > edge
