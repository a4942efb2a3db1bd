"""Lines in the middle of a table that name the rows below them: ``Capital expenditure``, centred over all columns."""

from collections.abc import Sequence

from ingest.tables.lines.text_chunks import Chunk, TextLine

_CENTRED = 1.0
"""Shares of its size by which such a line may stand off the middle of the table."""
_LINED_UP = 0.2
"""Share of its size by which a text may stand off the one above that it goes on."""


def is_group_title(line: TextLine, above: TextLine | None, edges: Sequence[float]) -> bool:
    """One text in the middle of the table, clear of the labels, that goes on no text above it."""
    chunk = line.chunks[0]
    unit = chunk.pieces[0].text.startswith("(")
    if len(line.chunks) > 1 or chunk.is_figure or unit or len(edges) < 4 or chunk.x0 < edges[1]:
        return False
    middle = (edges[0] + edges[-1]) / 2
    if abs((chunk.x0 + chunk.x1) / 2 - middle) >= _CENTRED * chunk.size:
        return False
    return above is None or not any(goes_on(other, chunk) for other in above.chunks if not other.is_figure)


def goes_on(above: Chunk, below: Chunk) -> bool:
    """The two texts line up at the left, in the middle or at the right."""
    left, right = above.x0 - below.x0, above.x1 - below.x1
    beside = above.x0 < below.x1 and below.x0 < above.x1
    return beside and min(abs(left), abs(right), abs(left + right) / 2) < _LINED_UP * below.size
