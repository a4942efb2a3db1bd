"""Tables without rules or paint whose cells stand in the middle of their rows, below names in bold.

Lines of two cells of one row overlap there, and hardly a space parts a number from the name beside it. The names show
how many columns there are; where most rows begin a text in the same place shows where each column begins. Without such
places, or without lines that overlap, nothing is claimed: other rules read those tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.draft import Draft
from ingest.tables.drawn.rulings import Rule
from ingest.tables.lines.text_chunks import TextLine
from ingest.tables.lines.words import Piece, pieces_to_lines
from ingest.tables.unruled.hanging_rows import FEWEST_NAMES, ROW_GAP, Names, Rows, joined, names_to_draft, rows_below
from records.place import Box, union_box

_SAME = 1.2
"""Points by which texts that begin in one place may differ."""
_MOST = 0.5
"""Share of the rows that begin a text where a column begins."""
_OVERLAP = 0.2
"""Share of the size by which lines of two cells overlap; those of a tight paragraph hardly do."""
_FEWEST_OVERLAPS = 2
_FEWEST_ROWS = 2
_MANY_NAMES = 5
"""Under as many names one row is enough: the last one, on the page after the others."""


@dataclass(slots=True)
class _Name:
    """What stands over one column, on one line or several."""

    x0: float
    x1: float
    pieces: list[Piece]


def centred_rows(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[Draft]:
    """Each such table of a page, from the top; those with rules across are read by them."""
    groups = joined(lines, 0.0)
    drafts: list[Draft] = []
    for number, group in enumerate(groups[:-1]):
        if not _is_bold(group) or any(draft.box[1] <= group[0].top <= draft.box[3] for draft in drafts):
            continue
        following = _rows_after(groups, number)
        overlapping = sum(map(_overlaps, [group, *following])) >= _FEWEST_OVERLAPS
        names = _group_to_names(group, following) if overlapping and following else None
        rows = rows_below(names, lines, floor=None) if names is not None else []
        if names is not None and len(rows) >= (1 if len(names.pieces) >= _MANY_NAMES else _FEWEST_ROWS):
            drafts.append(names_to_draft(names, rows))
    return [draft for draft in drafts if not any(_crosses(rule, draft) for rule in rules)]


def _crosses(rule: Rule, draft: Draft) -> bool:
    """It runs between the rows; the edges of a painted header run beside it."""
    top = min(cell.box[1] for cell in draft.cells if cell.row > 0)
    return top < rule.at < draft.box[3] + 3 and rule.start < draft.box[2] and draft.box[0] < rule.end


def _overlaps(group: Sequence[TextLine]) -> bool:
    """A line begins well above the end of the one before it."""
    return any(above.bottom - below.top > _OVERLAP * below.size for above, below in pairwise(group))


def _is_bold(group: Sequence[TextLine]) -> bool:
    return all(piece.bold for line in group for piece in line.pieces) and sum(len(n.chunks) for n in group) > 2


def _rows_after(groups: Rows, number: int) -> Rows:
    """The groups below that look like rows: near each other, in plain letters, of several texts."""
    size = groups[number][0].size
    found: Rows = []
    for above, group in pairwise(groups[number:]):
        apart = min(n.top for n in group) - max(n.bottom for n in above)
        if apart > ROW_GAP * size or abs(group[0].size - size) > 0.25 * size or _is_bold(group):
            break
        if sum(len(line.chunks) for line in group) >= FEWEST_NAMES:
            found.append(group)
    return found


def _group_to_names(group: Sequence[TextLine], rows: Rows) -> Names | None:
    names = _stacked(group)
    if len(names) < FEWEST_NAMES:
        return None
    starts = _starts(names, [[piece for line in row for piece in line.pieces] for row in rows])
    if starts is None:
        return None
    box = union_box([piece.box for name in names for piece in name.pieces])
    assert box is not None, "names are words"
    right = max(line.x1 for row in [group, *rows] for line in row)
    edges = [min(starts[0], box[0]) - _SAME, *(start - _SAME for start in starts[1:]), right + _SAME]
    return Names(pieces=[name.pieces for name in names], edges=edges, box=_over(edges, box))


def _over(edges: Sequence[float], box: Box) -> Box:
    return edges[0], box[1], edges[-1], box[3]


def _stacked(group: Sequence[TextLine]) -> list[_Name]:
    """Texts of the group's lines that stand over each other are one name."""
    names: list[_Name] = []
    for chunk in sorted((chunk for line in group for chunk in line.chunks), key=lambda chunk: chunk.x0):
        if names and chunk.x0 < names[-1].x1:
            names[-1].pieces += chunk.pieces
            names[-1].x1 = max(names[-1].x1, chunk.x1)
        else:
            names.append(_Name(chunk.x0, chunk.x1, list(chunk.pieces)))
    for name in names:
        name.pieces = [piece for line in pieces_to_lines(name.pieces) for piece in line]
    return names


def _starts(names: Sequence[_Name], rows: Sequence[Sequence[Piece]]) -> list[float] | None:
    """Where each column begins: the first place after the name before it where most rows begin a text, else the
    place of its own name; ``None`` where a column shows neither."""
    starts: list[float] = []
    reach = float("-inf")
    for name in names:
        begun = sorted(p.box[0] for row in rows for p in row if reach < p.box[0] < name.x1)
        common = next((x for x in begun if _share(x, rows) >= _MOST), None) if len(rows) > 1 else None
        own = name.x0 if any(abs(x - name.x0) <= _SAME for x in begun) else None
        start = common if common is not None else own
        if start is None:
            return None
        starts.append(start)
        reach = name.x1
    return starts


def _share(x: float, rows: Sequence[Sequence[Piece]]) -> float:
    return sum(any(abs(piece.box[0] - x) <= _SAME for piece in row) for row in rows) / len(rows)
