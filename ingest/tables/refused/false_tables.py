"""What looks like a table and is none: letterheads, contents lists, prose in boxes, charts, near-empty frames."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.geometry.objects import PageGeometry
from ingest.tables.draft import Draft
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import is_plain
from ingest.tables.lines.words import is_within, pieces_to_lines
from ingest.tables.refused.boxes import is_key_figures
from ingest.tables.refused.page_lists import is_counted_text, is_page_list
from records.place import Box

_LETTERHEAD = re.compile(
    r"(?:to|from|via|through|cc|date|dated|re|subject|prepared by|submitted by|approved|approved by|council district"
    r"|attention|attn|meeting date|agenda item|item no\.?|department|contact)\s?:.*",
    re.IGNORECASE,
)

_WORD_SPACE = 0.8
"""Words of a justified line are rarely further apart than this share of their size."""
_FIGURES = 0.2
"""Fewer figures than this share of the values are the numbers of streets and rooms."""

_ADDRESS = 3
"""Lines: a name in bold over a street and a town; a table of words has more rows."""


def is_table(draft: Draft, page: PageGeometry, *, others: Sequence[Box]) -> bool:
    """False where the cells hold a letterhead, a contents list, running prose or a chart's labels.

    ``others`` are the boxes of the page's charts, of its letterhead, and of grids that are no tables.
    """
    texts = [cell.text for cell in draft.cells if cell.text]
    return not (
        len(texts) < 3
        or draft.rows < (2 if draft.method == "ruled" or draft.header_rows else 3)
        or draft.fill_share() < (0.25 if draft.method == "ruled" else 0.45)
        or _is_letterhead(draft, page)
        or is_page_list(draft)
        or is_counted_text(draft)
        or is_key_figures(draft)
        or _is_prose(draft)
        or _is_run_on(draft)
        or _is_sentences(draft)
        or _is_unmarked(draft)
        or _is_in_another(draft, others)
        or _is_slanted(draft, page)
    )


def _is_letterhead(draft: Draft, page: PageGeometry) -> bool:
    """``TO: ... FROM: ...``, in a frame or without: labels with colons are the cells' own beginnings.

    A grid further down, or on a later page, is a fact sheet unless it names sender and recipient.
    """
    labelled = [cell for cell in draft.cells if _LETTERHEAD.fullmatch(cell.text)]
    opens = page.number == 1 and draft.box[1] < 0.5 * page.height
    named = {cell.text.partition(":")[0].strip().lower() for cell in labelled}
    if draft.method == "ruled" and not opens and not {"to", "from"} <= named:
        return False
    return len(labelled) >= 2 and len(labelled) >= 0.4 * draft.rows


def _is_prose(draft: Draft) -> bool:
    """Two columns of running text, or a single filled cell beside a margin."""
    if draft.method == "ruled" and draft.rows >= 2 and draft.columns >= 2:
        return sum(bool(cell.text) for cell in draft.cells) < 3
    long = [cell for cell in draft.cells if len(cell.text.split()) > 25]
    return len(long) >= 0.3 * len(draft.cells)


def _is_run_on(draft: Draft) -> bool:
    """A sentence with figures in it, cut into columns no further apart than its words: ``... 2. Restart ...``"""
    if draft.method == "ruled":
        return False
    apart = close = 0
    for row in range(draft.rows):
        for line in pieces_to_lines([piece for cell in draft.row(row) for piece in cell.pieces]):
            of = {id(piece): cell.column for cell in draft.row(row) for piece in cell.pieces}
            for left, right in pairwise(line):
                if of[id(left)] != of[id(right)]:
                    near = right.box[0] - left.box[2] < _WORD_SPACE * right.size
                    close += near and (is_plain(left.text) or is_plain(right.text))
                    apart += 1
    return close > 0.5 * apart


def _is_sentences(draft: Draft) -> bool:
    """Lines of prose whose words stand wide apart: what would be cells begins in the middle of a sentence."""
    words = [piece.text for cell in draft.cells for piece in cell.pieces]
    starts = [cell.text[0] for cell in draft.cells if cell.text]
    inside = sum(start.islower() for start in starts) >= 0.6 * len(starts)
    return draft.method != "ruled" and inside and sum(map(is_plain, words)) >= max(0.6 * len(words), 5 * draft.rows)


def _is_unmarked(draft: Draft) -> bool:
    """Words in columns without a rule, without names in bold over them and with hardly a figure: addresses, bullets."""
    if draft.method != "unruled":
        return False
    values = [cell for cell in draft.cells if cell.column and cell.text]
    figures = sum(all(is_figure(piece.text) for piece in cell.pieces) for cell in values)
    named = draft.has_bold_names() and draft.rows > _ADDRESS
    return figures < _FIGURES * len(values) and not named


def _is_in_another(draft: Draft, others: Sequence[Box]) -> bool:
    """Half of the words, or of the area, are a chart's or a letterhead's: what was ruled are the lines of a scale."""
    pieces = [piece for cell in draft.cells for piece in cell.pieces]
    labels = sum(any(is_within(piece, box) for box in others) for piece in pieces)
    return labels >= 0.5 * len(pieces) or any(_covers(box, draft.box) for box in others)


def _covers(other: Box, box: Box) -> bool:
    width = min(other[2], box[2]) - max(other[0], box[0])
    height = min(other[3], box[3]) - max(other[1], box[1])
    return width > 0 and height > 0 and width * height > 0.5 * (box[2] - box[0]) * (box[3] - box[1])


def _is_slanted(draft: Draft, page: PageGeometry) -> bool:
    """Slanted strokes inside the box: the words are labels of axes."""
    x0, top, x1, bottom = draft.box
    slanted = 0
    for shape in (shape for shape in page.shapes if shape.kind != "rect"):
        for (ax, ay), (bx, by) in pairwise(shape.points):
            inside = x0 <= (ax + bx) / 2 <= x1 and top <= (ay + by) / 2 <= bottom
            slanted += inside and abs(ax - bx) > 3 and abs(ay - by) > 3
    return slanted >= 4 and slanted > 0.05 * len(draft.cells) and draft.fill_share() < 0.8
