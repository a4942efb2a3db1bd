"""Texts of columns that stand so close that they seem one text, told by the columns of the other lines."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.lines.text_chunks import Chunk, TextLine
from ingest.tables.unruled.text_columns import chunk_columns

_WIDER = 0.42
"""Share of their size that words of two columns are apart at least: more than a space."""
_NEAR = 1.5
"""Shares of its size by which a text may reach over the border of its column."""


def split_at_columns(line: TextLine, edges: Sequence[float]) -> TextLine:
    """The same line, with a text for each column that was taken for one over several."""
    chunks: list[Chunk] = []
    for chunk in line.chunks:
        first, last = chunk_columns(chunk, edges)
        if last > first and chunk.words > 1:
            chunks += _parts(chunk, edges[first + 1 : last + 1])
        else:
            chunks.append(chunk)
    return TextLine(tuple(chunks))


def _parts(chunk: Chunk, borders: Sequence[float]) -> list[Chunk]:
    """Figures are one text each; words are cut at the spaces near the borders, if no other space is as wide."""
    if chunk.is_figure:
        return [Chunk((piece,)) for piece in chunk.pieces]
    spaces = [(before.box[2], after.box[0]) for before, after in pairwise(chunk.pieces)]
    cuts = [min(range(len(spaces)), key=lambda n: _off(spaces[n], border)) for border in borders]
    far = any(_off(spaces[n], border) > _NEAR * chunk.size for n, border in zip(cuts, borders, strict=True))
    others = [end - start for n, (start, end) in enumerate(spaces) if n not in cuts]
    narrowest = min(spaces[n][1] - spaces[n][0] for n in cuts)
    if far or len(set(cuts)) < len(borders) or narrowest <= max([_WIDER * chunk.size, *others]):
        return [chunk]
    return [Chunk(chunk.pieces[low:high]) for low, high in pairwise([0, *(n + 1 for n in cuts), len(chunk.pieces)])]


def _off(space: tuple[float, float], border: float) -> float:
    return abs(space[0] + space[1] - 2 * border) / 2
