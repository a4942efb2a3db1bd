"""Lines of text cut at wide gaps, and how much each line looks like a row of a table."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.words import Piece

_GAP = 0.62
"""Words further apart than this share of their size are apart; spaces of justified prose rarely are."""
_FIGURE_GAP = 0.42
"""Two figures side by side belong to two columns sooner: no sentence sets them apart by more than a space."""
_SPREAD_WORDS = 4
_SPREAD = 3.0
_EVEN = 0.12
"""Spaces of a justified line are at most this wide and differ by at most this, as shares of its size."""
_BULLETS = frozenset("•▪●○■□◦·–-*➢✓o")


class Chunk:
    """Words of one line with ordinary spaces between them. What is asked of it again and again is kept."""

    __slots__ = ("bottom", "is_figure", "pieces", "size", "top", "words", "x0", "x1")

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = tuple(pieces)
        self.words = len(self.pieces)
        if self.words == 1:
            text, (self.x0, self.top, self.x1, self.bottom), self.size, _, mark = self.pieces[0]
            self.is_figure = mark or is_figure(text)
            return
        boxes = [piece.box for piece in self.pieces]
        self.x0 = boxes[0][0]
        self.top = min([box[1] for box in boxes])
        self.x1 = max([box[2] for box in boxes])
        self.bottom = max([box[3] for box in boxes])
        self.size = max([piece.size for piece in self.pieces])
        self.is_figure = all(is_figure(piece.text) or piece.mark for piece in self.pieces)

    @property
    def is_prose(self) -> bool:
        """Several words, mostly in small letters."""
        plain = sum(piece.text.rstrip(".,;:").isalpha() and piece.text[1:].islower() for piece in self.pieces)
        return self.words >= 4 and plain >= 0.6 * self.words


class TextLine:
    """The chunks on one line, from the left."""

    __slots__ = ("bottom", "chunks", "pieces", "size", "top", "words", "x0", "x1")

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = tuple(chunks)
        if len(self.chunks) == 1:
            (only,) = self.chunks
            self.pieces, self.words, self.size = only.pieces, only.words, only.size
            self.x0, self.top, self.x1, self.bottom = only.x0, only.top, only.x1, only.bottom
            return
        self.pieces = tuple([piece for chunk in self.chunks for piece in chunk.pieces])
        self.words = len(self.pieces)
        self.x0 = self.chunks[0].x0
        self.top = min([chunk.top for chunk in self.chunks])
        self.x1 = max([chunk.x1 for chunk in self.chunks])
        self.bottom = max([chunk.bottom for chunk in self.chunks])
        self.size = max([chunk.size for chunk in self.chunks])


@lru_cache(maxsize=8192)
def is_plain(word: str) -> bool:
    """A word of a sentence: small letters, with or without a sign at its end."""
    return word.islower() and word.rstrip(".,;:").isalpha()


def line_to_chunks(line: Sequence[Piece]) -> TextLine:
    """``Roads   1,200   (300)`` is three chunks, ``$ 1,200`` and ``• Paving`` are one each; so is a justified line
    of prose, however far its words are spread."""
    if _is_spread_evenly(line):
        return TextLine([Chunk(line)])
    chunks: list[list[Piece]] = [[line[0]]]
    reach = line[0].box[2]
    for piece in line[1:]:
        if _is_apart(chunks[-1], piece, piece.box[0] - reach):
            chunks.append([piece])
            reach = piece.box[2]
        else:
            chunks[-1].append(piece)
            reach = max(reach, piece.box[2])
    return TextLine([Chunk(pieces) for pieces in chunks])


def _is_spread_evenly(line: Sequence[Piece]) -> bool:
    """Words in small letters at equal distances: cells of a row stand at unequal ones."""
    if len(line) < _SPREAD_WORDS or sum([is_plain(piece.text) for piece in line]) < 0.5 * len(line):
        return False
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(line)]
    return max(gaps) - min(gaps) < _EVEN * line[0].size and max(gaps) < _SPREAD * line[0].size


def _is_apart(before: Sequence[Piece], piece: Piece, gap: float) -> bool:
    last = before[-1]
    size = last.size if last.size < piece.size else piece.size
    if gap <= _FIGURE_GAP * size and not piece.mark:
        return False
    if piece.mark:
        return gap > _GAP * piece.size
    if last.text in ("$", "€", "£", "US$") and piece.text[:1] in "(-–0123456789" and gap < 5 * size:
        return False
    if len(before) == 1 and last.text in _BULLETS and not is_figure(piece.text) and gap < 1.8 * size:
        return False
    figures = is_figure(last.text) and is_figure(piece.text) and last.text not in _BULLETS
    return gap > (_FIGURE_GAP if figures else _GAP) * size


def row_score(line: TextLine) -> float:
    """0 no row, 1 may be one, 2 surely looks like one: figures to the right of a label, or three short texts."""
    chunks = line.chunks
    if len(chunks) < 2:
        return 0.0
    figures = sum(chunk.is_figure for chunk in chunks[1:])
    if not figures and len(chunks) == 2 and any(chunk.words >= 9 for chunk in chunks):
        return 0.0
    if figures and figures >= 0.4 * (len(chunks) - 1):
        return 2.0
    short = sum(chunk.words <= 4 for chunk in chunks)
    widest = max(right.x0 - left.x1 for left, right in pairwise(chunks))
    if len(chunks) >= 3 and short >= 0.6 * len(chunks):
        return 1.5 if widest > line.size else 1.0
    return 1.0 if short and widest > 1.5 * line.size else 0.0
