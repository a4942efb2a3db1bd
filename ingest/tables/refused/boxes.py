"""Boxes that are no cells: those of an organisation or flow chart, of a form, of framed paragraphs and key figures.

The cells of a table share their borders, say short things and are set in one size. Boxes that stand apart both ways,
that leave room below their labels, that number their labels across, or that are each filled with sentences do not.
"""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell, pieces_box
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import is_plain
from ingest.tables.lines.words import pieces_to_lines
from records.place import Box

_APART = 4.0
"""Points between the borders of two boxes; less is a double rule."""
_SENTENCES = 15
"""Words; a cell with more of them, mostly in small letters, is a paragraph."""
_ROOM = 2.2
"""A field of a form is this many lines high, and holds one, at its top."""
_SHOWN_LARGE = 1.5
"""A key figure is set so much larger than what is said of it."""
_FIELD = re.compile(r"(\d{1,2})[a-z]?\. ?[A-Z]")


def find_drawn_boxes(grids: Sequence[Draft]) -> list[Box]:
    """Where grids of rules are such boxes: nothing in them is read as a table in another way either."""
    return [grid.box for grid in grids if _is_drawn_boxes(grid)]


def _is_drawn_boxes(draft: Draft) -> bool:
    texts = [cell for cell in draft.cells if cell.text]
    return bool(texts) and (_stand_apart(texts) or _are_paragraphs(texts) or _are_fields(draft, texts))


def _stand_apart(texts: Sequence[DraftCell]) -> bool:
    """White space between neighbours both ways, as where lines or arrows lead from box to box."""
    across = [_gap(cell, other, axis=0) for cell, other in _neighbours(texts, axis=0)]
    down = [_gap(cell, other, axis=1) for cell, other in _neighbours(texts, axis=1)]
    return all(len(gaps) >= 1 and statistics.median(gaps) > _APART for gaps in (across, down))


def _gap(cell: DraftCell, other: DraftCell, *, axis: int) -> float:
    return other.box[axis] - cell.box[axis + 2]


def _neighbours(texts: Sequence[DraftCell], *, axis: int) -> list[tuple[DraftCell, DraftCell]]:
    """Each cell with the next one in its row (0) or in its column (1)."""
    lines: dict[int, list[DraftCell]] = {}
    for cell in texts:
        lines.setdefault(cell.column if axis else cell.row, []).append(cell)
    return [pair for line in lines.values() for pair in pairwise(sorted(line, key=lambda cell: cell.box[axis]))]


def _are_paragraphs(texts: Sequence[DraftCell]) -> bool:
    """Sentences in nearly every box, also in the first row and the first column, where a table has its names."""
    long = [cell for cell in texts if _is_paragraph(cell)]
    first = [cell for cell in texts if cell.row == 0]
    labels = [cell for cell in texts if cell.column == 0]
    return (
        len(long) >= 0.7 * len(texts) and all(_is_paragraph(cell) for cell in first) and any(map(_is_paragraph, labels))
    )


def _is_paragraph(cell: DraftCell) -> bool:
    words = cell.text.split()
    return len(words) >= _SENTENCES and sum(map(is_plain, words)) >= 0.5 * len(words)


def _are_fields(draft: Draft, texts: Sequence[DraftCell]) -> bool:
    """Labels at the top of each box with room to write below, or numbered on from box to box in several columns."""
    numbered = [(cell, int(match[1])) for cell in texts if (match := _FIELD.match(cell.text))]
    columns = {cell.column for cell, _ in numbered}
    steps = [after - before for (_, before), (_, after) in pairwise(numbered)]
    if (
        len(numbered) >= 4
        and len(columns) > 1
        and len(numbered) >= 0.3 * len(texts)
        and all(0 <= s <= 2 for s in steps)
    ):
        return True
    if draft.has_bold_names() or any(is_figure(piece.text) for cell in texts for piece in cell.pieces):
        return False
    roomy = [cell for cell in texts if _has_room(cell)]
    return len(roomy) >= 4 and len(roomy) >= 0.8 * len(texts)


def _has_room(cell: DraftCell) -> bool:
    _, top, _, bottom = pieces_box(cell.pieces)
    line = bottom - top
    one = len(pieces_to_lines(cell.pieces)) == 1
    return one and cell.box[3] - cell.box[1] > _ROOM * line and cell.box[3] - bottom > 3 * max(top - cell.box[1], 0.0)


def is_key_figures(draft: Draft) -> bool:
    """``52 %`` in large type over what it is."""
    texts = [cell for cell in draft.cells if cell.text]
    size = statistics.median(piece.size for cell in texts for piece in cell.pieces)
    large = {
        cell.column for cell in texts if any(p.size > _SHOWN_LARGE * size and is_figure(p.text) for p in cell.pieces)
    }
    return len(large) >= 2
