"""The texts that belong to a chart: beside its bars, under its feet, along its axes. Titles are not looked for."""

from collections.abc import Iterable, Sequence

from ingest.tables.lines.text_chunks import Chunk, TextLine
from records.place import Box, union_box

_REACH = 150.0
"""Points between a bar's foot and the label on its left."""
_BESIDE = 40.0
"""Points between a chart and the figures of its scale."""
_KEY = 15.0
"""Points: the painted signs of a legend are no larger."""
_NEXT = 25.0
"""Points between a legend's sign and its text."""
_MOST_WORDS = 6
_WRAPPED = 3
"""Lines of one label under a bar."""


def lines_near(lines: Sequence[TextLine], top: float, bottom: float) -> list[TextLine]:
    return [line for line in lines if top <= (line.top + line.bottom) / 2 <= bottom]


def across_labels(box: Box, bars: Sequence[Box], lines: Sequence[TextLine]) -> Box:
    """``box`` with the name left of each bar, the value on its right, and a scale of figures below."""
    found = []
    for bar in bars:
        for line in lines_near(lines, bar[1] - 2, bar[3] + 2):
            left = [c for c in line.chunks if 0 < bar[0] - c.x1 + 1 < _REACH]
            right = [c for c in line.chunks if 0 < c.x0 - bar[2] + 1 < _BESIDE]
            found += [*left[-1:], *right[:1]]
    return _scale_below(_with(box, found), lines)


def up_labels(box: Box, lines: Sequence[TextLine]) -> Box:
    """``box`` with the names below the bars, the value over the tallest, and the figures of its scale beside it."""
    return _scale_beside(_names_below(_with(box, _over(box, lines)), lines), lines)


def curve_labels(box: Box, lines: Sequence[TextLine]) -> Box:
    """``box`` with what stands beside and under a line chart; a pie's labels stand beside it."""
    return _names_below(_scale_beside(box, lines), lines)


def legend_beside(box: Box, painted: Sequence[Box], lines: Sequence[TextLine]) -> Box:
    """``box`` with the small painted squares in or near it, two or more, and the text right beside each."""
    near = [key for key in painted if _is_key(key) and _distance(box, key) < _BESIDE]
    found = [(key, chunk) for key in near for chunk in _beside_key(key, lines)[:1]]
    if len(found) < 2:
        return box
    whole = union_box([_with(box, [chunk for _, chunk in found]), *(key for key, _ in found)])
    assert whole is not None
    return whole


def _is_key(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return 3 < width < _KEY and 3 < height < _KEY


def _distance(box: Box, other: Box) -> float:
    across = max(box[0] - other[2], other[0] - box[2])
    down = max(box[1] - other[3], other[1] - box[3])
    return max(across, down, 0.0)


def _beside_key(key: Box, lines: Sequence[TextLine]) -> list[Chunk]:
    beside = [chunk for line in lines_near(lines, key[1] - 4, key[3] + 4) for chunk in line.chunks if _is_short(chunk)]
    return [chunk for chunk in beside if any(_is_next_to(piece.box, key) for piece in chunk.pieces)]


def _is_next_to(word: Box, key: Box) -> bool:
    return 0 <= word[0] - key[2] + 2 < _NEXT or 0 <= key[0] - word[2] + 2 < _NEXT


def _with(box: Box, chunks: Iterable[Chunk]) -> Box:
    whole = union_box([box, *((c.x0, c.top, c.x1, c.bottom) for c in chunks)])
    assert whole is not None
    return whole


def _over(box: Box, lines: Sequence[TextLine]) -> list[Chunk]:
    inside = [c for line in lines for c in line.chunks if c.is_figure and box[0] <= (c.x0 + c.x1) / 2 <= box[2]]
    return [c for c in inside if 0 <= box[1] - c.bottom + 2 < 1.2 * c.size]


def _scale_beside(box: Box, lines: Sequence[TextLine]) -> Box:
    found = []
    for line in lines_near(lines, box[1] - 6, box[3] + 6):
        left = [c for c in line.chunks if 0 <= box[0] - c.x1 + 2 < _BESIDE and _is_short(c)]
        right = [c for c in line.chunks if 0 <= c.x0 - box[2] + 2 < _BESIDE and _is_short(c)]
        found += [*left[-1:], *right[:1]]
    return _with(box, found)


def _names_below(box: Box, lines: Sequence[TextLine]) -> Box:
    """Lines right under the chart that keep within its width."""
    width = box[2] - box[0]
    margin = 0.15 * width
    for number in range(_WRAPPED):
        under = [line for line in lines if 0 <= line.top - box[3] + 3 < (0.6 if number else 1.6) * line.size]
        inside = [line for line in under if box[0] - margin < line.x0 and line.x1 < box[2] + margin]
        if not inside:
            break
        box = _with(box, inside[0].chunks)
    return box


def _scale_below(box: Box, lines: Sequence[TextLine]) -> Box:
    under = [line for line in lines if 0 <= line.top - box[3] + 3 < 1.2 * line.size]
    found = [c for line in under for c in line.chunks if all(other.is_figure for other in line.chunks)]
    return _with(box, [c for c in found if box[0] - 10 < c.x0 and c.x1 < box[2] + 10])


def _is_short(chunk: Chunk) -> bool:
    return chunk.words <= _MOST_WORDS and not chunk.is_prose
