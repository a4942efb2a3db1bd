"""Words of a page as tables need them: with size, weight and footnote marks, and joined into a cell's text.

They are made of runs of one style, so that a raised footnote mark stands alone; runs of one word that only change
weight are glued together.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from ingest.geometry.objects import Run
from ingest.pdf.hyphens import Join, how_to_join
from records.place import Box, union_box
from records.word import Word

_BOLD_FONT = re.compile(r"bold|black|heavy|demi|semibd", re.IGNORECASE)
_ONE_MARK = r"(?:[\d*†‡§]{1,3}|[a-z]|\[\d{1,2}\]|\(\d{1,2}\))"
_MARK = re.compile(rf"{_ONE_MARK}(?:[,;]{_ONE_MARK}){{0,4}}")
"""``2``, ``*``, ``a``, ``(1)``, ``2,3``."""
_MARKS_APART = re.compile(r"\d{1,2}|[*†‡§]{1,3}|[a-z]")

_CID = re.compile(r"\(cid:\d{1,6}\)")
UNREADABLE = "\ufffd"
"""What stands for a glyph without a Unicode value."""

_GLUE = 0.12
"""Runs of two styles closer than this share of their size are one word."""
_RAISED_SIZE = 0.8
"""A footnote mark is at most this share of its neighbour's size."""


class Piece(NamedTuple):
    """One word, or one footnote mark, on a page."""

    text: str
    box: Box
    size: float
    bold: bool
    mark: bool = False

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2

    @property
    def centre(self) -> float:
        return (self.box[0] + self.box[2]) / 2


def is_within(piece: Piece, box: Box) -> bool:
    """Its middle lies in the box, or a point beside it."""
    x0, top, x1, bottom = piece.box
    return 2 * (box[1] - 1) <= top + bottom <= 2 * (box[3] + 1) and 2 * (box[0] - 1) <= x0 + x1 <= 2 * (box[2] + 1)


def pieces_within(pieces: Iterable[Piece], box: Box) -> list[Piece]:
    """Those of the ``pieces`` that are within ``box``."""
    left, top, right, bottom = 2 * (box[0] - 1), 2 * (box[1] - 1), 2 * (box[2] + 1), 2 * (box[3] + 1)
    return [p for p in pieces if top <= p.box[1] + p.box[3] <= bottom and left <= p.box[0] + p.box[2] <= right]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """A cell's words joined, with what stood out of the text."""

    text: str
    words: tuple[Word, ...]
    bold: bool
    marks: tuple[str, ...]


def runs_to_lines(runs: Sequence[Run]) -> list[list[Piece]]:
    """The words that runs of characters make up, line by line from the top; footnote marks are told apart."""
    return [_glue_line(_drawn_once(line)) for line in pieces_to_lines(_runs_to_pieces(runs))]


def _runs_to_pieces(runs: Sequence[Run]) -> list[Piece]:
    if not runs:
        return []
    texts, boxes, sizes, styles = zip(*runs, strict=True)
    readable = [_CID.sub(UNREADABLE, text) if "(cid:" in text else text for text in texts]
    bold = [is_bold(style[0]) for style in styles]
    return list(map(Piece._make, zip(readable, boxes, sizes, bold, repeat(False))))


def _drawn_once(line: list[Piece]) -> list[Piece]:
    """What is drawn again within a point of itself, to look bold or to throw a shadow, counts once."""
    kept = line[:1]
    for piece in line[1:]:
        last = kept[-1]
        if piece.text == last.text and abs(piece.box[0] - last.box[0]) < 1 and abs(piece.box[3] - last.box[3]) < 1:
            continue
        kept.append(piece)
    return kept


@lru_cache(maxsize=256)
def is_bold(font: str) -> bool:
    return bool(_BOLD_FONT.search(font))


def pieces_to_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Text lines from the top, each from the left: a piece joins a line that it overlaps by half its height."""
    if len(pieces) < 2:
        return [list(pieces)] if pieces else []
    first, *rest = sorted(pieces, key=_middle)
    lines = [_Line(first)]
    for piece in rest:
        if not lines[-1].takes(piece) and not any(line.takes(piece) for line in lines[-2:-4:-1]):
            lines.append(_Line(piece))
    return [sorted(line.pieces, key=_left) for line in lines]


class _Line:
    """A line as it grows; its height is its tallest piece's."""

    __slots__ = ("bottom", "pieces", "size", "top")

    def __init__(self, piece: Piece) -> None:
        self.pieces = [piece]
        self.size, (_, self.top, _, self.bottom) = piece.size, piece.box

    def takes(self, piece: Piece) -> bool:
        """Whether it overlaps the line by half its height; if so, it is now part of it."""
        _, top, _, bottom = piece.box
        own_top, own_bottom = self.top, self.bottom
        shared = (bottom if bottom < own_bottom else own_bottom) - (top if top > own_top else own_top)
        height, own_height = bottom - top, own_bottom - own_top
        if 2 * shared <= (height if height < own_height else own_height):
            return False
        self.pieces.append(piece)
        if piece.size > self.size:
            self.size, self.top, self.bottom = piece.size, top, bottom
        return True


def _middle(piece: Piece) -> float:
    box = piece.box
    return box[1] + box[3]


def _left(piece: Piece) -> float:
    return piece.box[0]


def _glue_line(line: list[Piece]) -> list[Piece]:
    glued: list[Piece] = []
    for piece in line:
        before = glued[-1] if glued else None
        if before is None or piece.box[0] - before.box[2] > _GLUE * max(before.size, piece.size):
            glued.append(_mark_before_text(piece, line))
        elif _is_raised(piece, before):
            glued.append(piece._replace(mark=True))
        elif before.mark:
            glued.append(piece)
        else:
            glued[-1] = _join(before, piece)
    return glued


def _mark_before_text(piece: Piece, line: list[Piece]) -> Piece:
    """A mark may open a line ("¹ Includes grants"): raised against the word that follows it."""
    if _MARK.fullmatch(piece.text.strip(",")) is None:
        return piece
    following = [p for p in line if 0 <= p.box[0] - piece.box[2] < piece.size]
    return piece._replace(mark=True) if following and _is_raised(piece, following[0]) else piece


def _is_raised(piece: Piece, neighbour: Piece) -> bool:
    small = piece.size <= _RAISED_SIZE * neighbour.size
    raised = piece.middle < neighbour.middle - 0.08 * neighbour.size
    return small and raised and bool(_MARK.fullmatch(piece.text.strip(",")))


def _join(first: Piece, second: Piece) -> Piece:
    box = union_box([first.box, second.box])
    assert box is not None
    size = max(first.size, second.size)
    return Piece(text=first.text + second.text, box=box, size=size, bold=first.bold and second.bold)


def pieces_to_cell_text(pieces: Sequence[Piece], *, page: int, known: Mapping[str, int]) -> CellText:
    """Join a cell's pieces in reading order: lines with spaces, but "long-" + "term" without one.

    ``known`` are the words the page writes unbroken, which decide whether a hyphen at a line's end is the printer's.

    A raised "2" after "Budget" leaves the text as "Budget" and is kept as a mark.
    """
    text = ""
    words: list[Word] = []
    marks: list[str] = []
    ordered = [piece for line in pieces_to_lines(pieces) for piece in line]
    for piece in ordered:
        if piece.mark:
            marks += _MARKS_APART.findall(piece.text)
            continue
        join = _join_to(words[-1], piece, known) if words else "keep"
        text = text[:-1] if join == "drop" else text
        if words and join == "drop":
            words[-1] = replace(words[-1], end=len(text))
        text += " " if join == "space" else ""
        end = len(text) + len(piece.text)
        words.append(Word(start=len(text), end=end, source=piece.text, page=page, box=piece.box))
        text += piece.text
    body = [piece for piece in ordered if not piece.mark]
    bold = bool(body) and all(piece.bold for piece in body)
    return CellText(text=text, words=tuple(words), bold=bold, marks=tuple(marks))


def _join_to(word: Word, piece: Piece, known: Mapping[str, int]) -> Join:
    """Words of one line have a space between them; at a line's end a hyphen may belong to the word or to the line."""
    assert word.box is not None
    on_new_line = piece.box[1] > word.box[3] - 0.3 * piece.size
    return how_to_join(word.source, piece.text, known=known) if on_new_line else "space"
