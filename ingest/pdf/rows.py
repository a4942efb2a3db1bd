"""Words of a page -> rows: all words on one baseline, from the left, over the whole width of the page or column."""

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import replace

from ingest.pdf.line import GLUE, PdfWord, dominant
from ingest.pdf.words import raise_small_words

Row = list[PdfWord]

_SAME_BASELINE = 0.3
"""Words whose baselines differ by less than this share of their size stand in one row."""
_MARK_REACH = 0.8
"""A raised mark's baseline is at most this share of the text's size above it."""


def words_to_rows(words: Sequence[PdfWord]) -> list[Row]:
    """Rows from the top; a raised mark joins the row of the word beside it, a table's place is a row of its own."""
    anchors = _anchors(words)
    rows: list[Row] = []
    for word in sorted((w for w in words if id(w) not in anchors), key=lambda w: (w.baseline, w.x0)):
        row = rows[-1] if rows else None
        if row and word.table is None and row[0].table is None and _on_baseline(word, row):
            row.append(word)
        else:
            rows.append([word])
    row_of = {id(word): row for row in rows for word in row}
    for piece in (word for word in words if id(word) in anchors):
        row = row_of[id(piece)] = row_of[id(anchors[id(piece)])]
        row.append(piece)
    return [_finished(row) for row in _join_marks(rows)]


def _anchors(words: Sequence[PdfWord]) -> dict[int, PdfWord]:
    """For each piece of a word (by its ``id``) the piece before it, whose row it shares."""
    return {
        id(piece): first
        for first, piece in itertools.pairwise(words)
        if piece.glued and abs(piece.x0 - first.x1) < 0.5 * first.size and piece.box[1] < first.box[3]
    }


def _on_baseline(word: PdfWord, row: Row) -> bool:
    return word.baseline - row[0].baseline <= _SAME_BASELINE * min(word.size, row[0].size)


def _join_marks(rows: list[Row]) -> list[Row]:
    """A row of nothing but small marks, just above the text row they belong to, becomes part of it."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and _are_marks(above, row):
            joined[-1] = above + row
        else:
            joined.append(row)
    return joined


def _are_marks(above: Row, row: Row) -> bool:
    if above[0].table is not None or row[0].table is not None:
        return False
    size = dominant(row, lambda word: word.size)
    base = statistics.median(word.baseline for word in row)
    near = 0 < base - above[0].baseline < _MARK_REACH * size
    return near and all(word.raised for word in raise_small_words(above, size=size, baseline=base))


def _finished(row: Row) -> Row:
    """From the left, with marks raised and pieces that touch glued."""
    ordered = sorted(row, key=lambda word: word.x0)
    size = dominant(ordered, lambda word: word.size)
    base = statistics.median(word.baseline for word in ordered if word.size >= 0.9 * size)
    ordered = raise_small_words(ordered, size=size, baseline=base)
    for number, (before, word) in enumerate(itertools.pairwise(ordered), start=1):
        gap = word.x0 - before.x1
        touching = gap < GLUE * max(before.size, word.size) and gap > -0.5 * word.size
        ordered[number] = replace(word, glued=touching and word.table is None)
    ordered[0] = replace(ordered[0], glued=False)
    return _without_letterspacing(ordered)


def _without_letterspacing(row: Row) -> Row:
    """``M E M O`` is one word: letters alone, set apart by one distance; a wider gap parts two such words."""
    if len(row) < 4 or not all(len(word.text) == 1 and word.text.isalpha() for word in row):
        return row
    gaps = [word.x0 - before.x1 for before, word in itertools.pairwise(row)]
    usual = statistics.median_low(gaps)
    glued = [replace(word, glued=gap < 1.6 * usual) for gap, word in zip(gaps, row[1:], strict=True)]
    return [row[0], *glued]
