"""Signs of money and shares that stand far from their figures, at the other edge of the cell.

In accounts ``$`` stands at the left edge of a column and the figure at the right, often in the first and the last row
only. A sign belongs to the figure beside it wherever no other row has a figure in its place.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.lines.text_chunks import Chunk, TextLine

_BEFORE = frozenset(("$", "€", "£"))
_AFTER = frozenset(("%", "%)"))


def join_signs(lines: Sequence[TextLine]) -> list[TextLine]:
    """``Total   $      1,200   $       90`` as three texts: the label, ``$ 1,200`` and ``$ 90``."""
    signs = [chunk for line in lines for chunk in line.chunks if _is_sign(chunk)]
    if not signs:
        return list(lines)
    figures = [chunk for line in lines for chunk in line.chunks if chunk.is_figure and not _is_sign(chunk)]
    free = {id(sign) for sign in signs if not any(f.x0 < sign.x1 and sign.x0 < f.x1 for f in figures)}
    return [_join(line, free) if any(id(chunk) in free for chunk in line.chunks) else line for line in lines]


def _is_sign(chunk: Chunk) -> bool:
    return chunk.words == 1 and chunk.pieces[0].text in _BEFORE | _AFTER


def _join(line: TextLine, free: set[int]) -> TextLine:
    chunks: list[Chunk] = [line.chunks[0]]
    for before, chunk in pairwise(line.chunks):
        if (_goes_before(before, free) and _is_value(chunk)) or (_goes_after(chunk, free) and _is_value(before)):
            chunks[-1] = Chunk([*chunks[-1].pieces, *chunk.pieces])
        else:
            chunks.append(chunk)
    return TextLine(chunks)


def _goes_before(chunk: Chunk, free: set[int]) -> bool:
    return id(chunk) in free and chunk.pieces[0].text in _BEFORE


def _goes_after(chunk: Chunk, free: set[int]) -> bool:
    return id(chunk) in free and chunk.pieces[0].text in _AFTER


def _is_value(chunk: Chunk) -> bool:
    return chunk.is_figure and not _is_sign(chunk)
