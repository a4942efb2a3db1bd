"""Rows of a grid that one cell fills from side to side and that are no rows: the caption, and the notes at the end.

A heading without a number stays; it names what stands below it.
"""

import re
from dataclasses import replace

from ingest.tables.draft import Draft, DraftCell
from ingest.tables.lines.captions import opens_caption
from ingest.tables.lines.text_chunks import is_plain, line_to_chunks
from ingest.tables.lines.words import pieces_to_lines

_NOTE = re.compile(r"(?:notes?|sources?|legend|key)\s?[:.–—-]", re.IGNORECASE)
_SENTENCES = 15
"""Words, mostly in small letters, that are sentences and no total."""


def without_caption_and_notes(draft: Draft) -> Draft:
    """``Exhibit 4: Calls by month`` over all columns, and ``Note: ...`` or sentences below them, are outside."""
    first, last = 0, draft.rows
    while last - first > 2 and (cell := _full(draft, first)) is not None and _is_caption(cell):
        first += 1
    while last - first > 2 and (cell := _full(draft, last - 1)) is not None and _is_note(cell):
        last -= 1
    if last - first == draft.rows:
        return draft
    cells = tuple(replace(c, row=c.row - first) for c in draft.cells if first <= c.row < last)
    x0, _, x1, _ = draft.box
    box = (x0, min(cell.box[1] for cell in cells), x1, max(cell.box[3] for cell in cells))
    return replace(draft, cells=cells, rows=last - first, box=box)


def _full(draft: Draft, row: int) -> DraftCell | None:
    """The one cell of a row that fills it, and no other row."""
    cells = draft.row(row)
    full = len(cells) == 1 and cells[0].column_span == draft.columns and cells[0].row_span == 1
    return cells[0] if full and cells[0].text else None


def _is_caption(cell: DraftCell) -> bool:
    return opens_caption(line_to_chunks(pieces_to_lines(cell.pieces)[0]))


def _is_note(cell: DraftCell) -> bool:
    first = min(cell.pieces, key=lambda piece: (piece.box[1], piece.box[0]))
    words = cell.text.split()
    told = len(words) >= _SENTENCES and sum(map(is_plain, words)) >= 0.5 * len(words)
    return first.mark or _NOTE.match(cell.text) is not None or told
