"""Rows of one column -> lines in reading order.

A row that holds two things side by side becomes two lines: ``TO: Council   FROM: Clerk`` is cut before ``FROM:``, two
signatures are cut at the wide gap between them. What continues such a line in the rows below follows it directly.
"""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence

from ingest.pdf_line import Line, PdfWord, words_to_text
from ingest.pdf_rows import Row

_LABEL_GAP = 0.4
"""Before the second label of a row: wider than a word space, in units of the type size."""
_CLEAR_GAP = 1.5
"""Before a label in a row that begins with none."""
_WIDE_GAP = 3.0
"""Between two texts: as wide as no justified line's spaces are."""
_PITCH = 1.45
"""Lines of one text are no further apart than this, in units of the type size."""
LABEL = re.compile(r"[A-Z][\w.'’&/-]{0,18}(?: [\w.'’&/-]{1,18}){0,3} ?:")


def rows_to_lines(rows: Sequence[Row], *, right: float) -> list[Line]:
    """The lines of one column that ends at ``right``, from the top; cells side by side follow one another."""
    lines: list[Line] = []
    for band in _bands([_cut(row) for row in rows]):
        starts = [segment[0].x0 for segment in band[0]]
        for number in range(len(starts)):
            limit = starts[number + 1] - 4 if number + 1 < len(starts) else right
            for row in band:
                words = [word for segment in row if _slot(segment, starts) == number for word in segment]
                if words:
                    lines.append(Line(words=tuple(words), limit=max(limit, words[-1].x1)))
    return lines


def _cut(row: Row) -> list[Row]:
    """The row's segments; the row of a table that was not recognised (more than one wide gap) stays whole."""
    spaces = [word.x0 - before.x1 for before, word in itertools.pairwise(row) if not word.glued]
    usual = statistics.median(spaces) if spaces else 0.0
    tabular = sum(space > _WIDE_GAP * row[0].size for space in spaces) > 1
    segments: list[Row] = [[row[0]]]
    for number, word in enumerate(row[1:], start=1):
        gap = word.x0 - row[number - 1].x1
        left, right = segments[-1], row[number:]
        if not word.glued and (
            _is_label_cut(left, right, gap, usual) or (not tabular and _is_wide_cut(left, right, gap))
        ):
            segments.append([word])
        else:
            segments[-1].append(word)
    return segments


def _is_label_cut(left: Row, right: Row, gap: float, usual: float) -> bool:
    size = left[-1].size
    label_gap = max(_LABEL_GAP * size, 1.6 * usual) if starts_with_label(left) else _CLEAR_GAP * size
    return gap > label_gap and starts_with_label(right) and not _is_sign(left)


def _is_wide_cut(left: Row, right: Row, gap: float) -> bool:
    return gap > _WIDE_GAP * left[-1].size and _is_text(left) and _is_text(right)


def starts_with_label(words: Sequence[PdfWord]) -> bool:
    """``FROM:``, ``Council District:``: bold or in capitals up to its colon; ``Date:`` after a wide gap as well."""
    label = LABEL.match(words_to_text(words[:5]))
    if label is None:
        return False
    inside = words[: label[0].count(" ") + (0 if label[0].endswith(" :") else 1)]
    after = words[len(inside) : len(inside) + 1]
    bold = all(word.bold for word in inside) and not all(word.bold for word in after)
    return bold or label[0].rstrip(" :").isupper() or len(inside) == 1


def _is_sign(words: Row) -> bool:
    """A list sign: its item follows at a distance that means nothing."""
    return len(words) == 1 and not re.search(r"\w{4}", words[0].text)


def _is_text(words: Row) -> bool:
    """Words rather than a figure, dots that lead to a page number, or a label that waits for its value."""
    text = words_to_text(words)
    return bool(re.search(r"[^\W\d_]{2}", text)) and not text.endswith((":", "..")) and not text.startswith("..")


def _bands(rows: Sequence[list[Row]]) -> Iterator[list[list[Row]]]:
    """Rows that belong together: a cut row with the rows that continue its cells; else one row."""
    band: list[list[Row]] = []
    for row in rows:
        if band and _continues(band, row):
            band.append(row)
            continue
        if band:
            yield band
        band = [row]
    if band:
        yield band


def _continues(band: list[list[Row]], row: list[Row]) -> bool:
    """Every segment stands under one cell of the band's first row and begins no label of its own."""
    first, last = band[0], band[-1]
    if len(first) < 2 or row[0][0].table is not None:
        return False
    size = first[0][0].size
    if row[0][0].baseline - last[0][0].baseline > _PITCH * size:
        return False
    starts = [segment[0].x0 for segment in first]
    return all(_fits(segment, starts, size) and not starts_with_label(segment) for segment in row)


def _fits(segment: Row, starts: Sequence[float], size: float) -> bool:
    number = _slot(segment, starts)
    if segment[0].x0 < starts[number] - size:
        return False
    return number + 1 == len(starts) or segment[-1].x1 < starts[number + 1]


def _slot(segment: Row, starts: Sequence[float]) -> int:
    return max((n for n, x in enumerate(starts) if x <= segment[0].x0 + 0.5 * segment[0].size), default=0)
