"""Headers that are painted or framed by themselves, above rows that are not.

Such a frame looks like a small table of its own; it belongs to the table whose rows stand below it.
"""

from collections.abc import Sequence

from ingest.tables.draft import Draft
from ingest.tables.lines.figures import counts_columns, is_figure, is_year
from ingest.tables.lines.text_chunks import TextLine, row_score

_MOST_ROWS = 4
_BELOW = 3
"""Lines below the frame among which rows are looked for: the name of a group may stand above them."""
_NEAR = 1.2
"""Lines of one table leave less than this share of their size between them."""


def is_open_header(draft: Draft, lines: Sequence[TextLine]) -> bool:
    """A few ruled rows without figures, and right below them, as wide, lines with figures in several columns."""
    rows = ([cell.text for cell in draft.row(number) if _is_amount(cell.text)] for number in range(draft.rows))
    if draft.rows > _MOST_ROWS or any(row and not counts_columns(row) for row in rows):
        return False
    left, bottom, right = draft.box[0], draft.box[3], draft.box[2]
    below = [line for line in lines if line.top > bottom - 2 and line.x0 < right and left < line.x1]
    reach = bottom
    for line in below[:_BELOW]:
        if line.top - reach > _NEAR * line.size or line.x0 < left - line.size or line.x1 > right + line.size:
            return False
        if row_score(line) >= 2:
            return line.x1 - line.x0 > 0.5 * (right - left)
        reach = line.bottom
    return False


def _is_amount(text: str) -> bool:
    words = text.split()
    year = len(words) == 1 and is_year(words[0])
    return bool(words) and not year and all(map(is_figure, words))
