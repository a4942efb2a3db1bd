"""A letterhead set in two columns -> one block for each column.

``TO: Mayor and     FROM: R. Vale`` above ``City Council       Director`` is read column by column, as a person
reads it; line by line, the two values would mix.
"""

from collections.abc import Sequence

from ingest.text.aligned_rows import LABEL, cut_at_gutters
from ingest.text.draft import Draft
from ingest.text.glyphs import HARD_BREAK, Glyph, plain_glyphs
from ingest.text.running_lines import TextLine


def label_columns(lines: Sequence[TextLine]) -> list[Draft] | None:
    """The columns from left to right, or ``None`` where the lines are not labels side by side with wrapped values."""
    rows = cut_at_gutters(lines) if len(lines) > 1 else []
    if not rows:
        return None
    cells = [[_text(line, span) for span in row] for line, row in zip(lines, rows, strict=True)]
    starts = [n for n in range(len(rows[0])) if any(LABEL.match(row[n]) for row in cells)]
    wrapped = any(not any(LABEL.match(cell) for cell in row) for row in cells)
    if len(starts) < 2 or starts[0] != 0 or not wrapped:
        return None
    ends = [*starts[1:], len(rows[0])]
    return [_column(lines, [row[first:last] for row in rows]) for first, last in zip(starts, ends, strict=True)]


def _text(line: TextLine, span: tuple[int, int]) -> str:
    return line.text[span[0] - line.at : span[1] - line.at]


def _column(lines: Sequence[TextLine], rows: Sequence[Sequence[tuple[int, int]]]) -> Draft:
    """The column's part of each line, with deliberate breaks between; the other column's words stand between them."""
    glyphs: list[Glyph] = []
    last: int | None = None
    begin = 0
    for line, row in zip(lines, rows, strict=True):
        filled = [span for span in row if span[0] < span[1]]
        if not filled:
            continue
        start, end = filled[0][0], filled[-1][1]
        if last is None:
            begin = start
        else:
            glyphs.append(Glyph(HARD_BREAK, last, start, torn=True))
        glyphs += plain_glyphs(_text(line, (start, end)), start)
        last = end
    return Draft(kind="paragraph", begin=begin, end=last or begin, glyphs=tuple(glyphs))
