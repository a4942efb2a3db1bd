"""A row -> the texts that stand side by side in it: ``TO: Council   FROM: Clerk``, two signatures.

A row is cut before a label and at gaps wider than a justified line has. The row of a table that was not recognised
stays whole.
"""

import itertools
import re
import statistics
from collections.abc import Sequence

from ingest.pdf.line import PdfWord, words_to_text
from ingest.pdf.rows import Row

_LABEL_GAP = 0.4
"""Before the second label of a row: wider than a word space, in units of the type size."""
_CLEAR_GAP = 1.5
"""Before a label in a row that begins with none."""
_WIDE_GAP = 3.0
"""Between two texts: as wide as no justified line's spaces are."""
LABEL = re.compile(r"[A-Z][\w.'’&/-]{0,18}(?: [\w.'’&/-]{1,18}){0,3} ?:")


def cut_row(row: Row) -> list[Row]:
    """The row's segments from the left; a chart's labels stay together."""
    if all(word.chart is not None for word in row):
        return [row]
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


def cut_row_at(row: Row, starts: Sequence[float]) -> list[Row]:
    """The row cut before the first word that stands at one of ``starts``, though the gap there be narrow."""
    for number, (before, word) in enumerate(itertools.pairwise(row), start=1):
        clear = word.x0 - before.x1 > _LABEL_GAP * word.size
        if clear and any(abs(word.x0 - start) < 0.3 * word.size for start in starts):
            return [row[:number], row[number:]]
    return [row]


def _is_label_cut(left: Row, right: Row, gap: float, usual: float) -> bool:
    size = left[-1].size
    label_gap = max(_LABEL_GAP * size, 1.6 * min(usual, size)) if starts_with_label(left) else _CLEAR_GAP * size
    return gap > label_gap and starts_with_label(right) and not _is_sign(left)


def _is_wide_cut(left: Row, right: Row, gap: float) -> bool:
    return gap > _WIDE_GAP * left[-1].size and _is_text(left) and _is_text(right)


def starts_with_label(words: Sequence[PdfWord]) -> bool:
    """``FROM:``, ``Council District:``: bold or in capitals up to its colon; ``Date:`` after a wide gap as well."""
    text = words_to_text(words[:5])
    if text.casefold() == "approved":  # a stamp's word stands alone, its signature is a drawing
        return True
    label = LABEL.match(text)
    if label is None:
        return False
    inside = words[: label[0].count(" ") + (0 if label[0].endswith(" :") else 1)]
    if any(word.x0 - before.x1 > word.size for before, word in itertools.pairwise(inside)):
        return False
    after = words[len(inside) : len(inside) + 1]
    bold = all(word.bold for word in inside) and not all(word.bold for word in after)
    return bold or label[0].rstrip(" :").isupper() or len(inside) == 1


def is_bare_label(words: Sequence[PdfWord]) -> bool:
    """``FROM:`` and nothing behind it."""
    return words[-1].text.endswith(":") and LABEL.fullmatch(words_to_text(words)) is not None


def _is_sign(words: Row) -> bool:
    """A list sign: its item follows at a distance that means nothing."""
    return len(words) == 1 and not re.search(r"\w{4}|\w:$", words[0].text)


def _is_text(words: Row) -> bool:
    """Words rather than a figure, dots that lead to a page number, or a label that waits for its value."""
    text = words_to_text(words)
    return bool(re.search(r"[^\W\d_]{2}|___", text)) and not text.endswith((":", "..")) and not text.startswith("..")
