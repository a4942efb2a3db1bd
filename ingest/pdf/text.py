"""Lines of one block -> its text, with words, bold and italic spans and footnote marks at their offsets."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ingest.pdf.hyphens import Join, how_to_join
from ingest.pdf.line import PdfWord
from ingest.pdf.markers import marks_in
from records.document import FootnoteMark
from records.place import Box
from records.word import Word

Span = tuple[int, int]

_UNIT = re.compile(r"(?:^|[\d\s/])(?:k|c|m)?m$|(?:^|[\d\s])(?:ft|mi|in|yd)$|\d$|CO$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockText:
    text: str
    words: tuple[Word, ...]
    bold: tuple[Span, ...]
    italic: tuple[Span, ...]
    marks: tuple[FootnoteMark, ...]


class Piece(NamedTuple):
    """A word of a line and what stands before it: a space, ``\\n``, or for the first word of a line ``None``: that
    depends on the word before."""

    word: PdfWord
    before: str | None


@dataclass(slots=True)
class _Builder:
    text: str = ""
    words: list[Word] = field(default_factory=list)
    bold: list[Span] = field(default_factory=list)
    italic: list[Span] = field(default_factory=list)
    marks: list[FootnoteMark] = field(default_factory=list)
    mark_lead: str = ""
    last: PdfWord | None = None

    def add(self, word: PdfWord, *, gap: str, lead: str) -> None:
        """Append ``word`` after ``gap``; a piece that is glued to the word before becomes part of it."""
        start = len(self.text) + len(gap)
        self.text += gap + word.text
        lead = self.mark_lead + lead
        if lead == "" and self.words and self.words[-1].end == start:
            self.words[-1] = _joined(self.words[-1], word)
        else:
            self.words.append(_to_word(word, start=start, lead=lead))
        if word.bold:
            _extend(self.bold, start, len(self.text))
        if word.italic:
            _extend(self.italic, start, len(self.text))
        self.mark_lead = ""
        self.last = word

    def mark(self, word: PdfWord, *, lead: str) -> None:
        """A footnote mark stays out of the text; the next word knows that it stood here."""
        self.mark_lead += lead + word.text
        for mark in marks_in(word):
            self.marks.append(FootnoteMark(mark=mark, offset=len(self.text)))

    def drop_hyphen(self) -> None:
        """The text loses the hyphen that its last word ends with; the word's source keeps it."""
        self.text = self.text[:-1]
        self.words[-1] = replace(self.words[-1], end=len(self.text))
        for spans in (self.bold, self.italic):
            if spans and spans[-1][1] > len(self.text):
                spans[-1] = (spans[-1][0], len(self.text))

    def done(self) -> BlockText:
        return BlockText(
            text=self.text,
            words=tuple(self.words),
            bold=tuple(self.bold),
            italic=tuple(self.italic),
            marks=tuple(self.marks),
        )


def _to_word(word: PdfWord, *, start: int, lead: str) -> Word:
    box = _rounded(word.shown)
    return Word(start=start, end=start + len(word.text), source=word.text, page=word.page, box=box, lead=lead)


def _rounded(box: Box) -> Box:
    x0, top, x1, bottom = (round(float(side), 2) for side in box)
    return x0, top, x1, bottom


def _joined(word: Word, piece: PdfWord) -> Word:
    assert word.box is not None
    x0, top, x1, bottom = _rounded(piece.shown)
    box = (min(word.box[0], x0), min(word.box[1], top), max(word.box[2], x1), max(word.box[3], bottom))
    return replace(word, end=word.end + len(piece.text), source=word.source + piece.text, box=box)


def _extend(spans: list[Span], start: int, end: int) -> None:
    if spans and start - spans[-1][1] <= 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def pieces_to_block_text(
    pieces: Sequence[Piece], *, known: Mapping[str, int], footnotes: Collection[str] = ()
) -> BlockText:
    """``known`` are the document's unbroken words (for hyphens), ``footnotes`` the marks that have a footnote."""
    builder = _Builder()
    for piece in pieces:
        gap = _gap(piece, builder.last, known=known)
        lead = "" if piece.word.glued else " "
        if piece.word.raised and _is_mark(piece.word, builder.text, footnotes):
            builder.mark(piece.word, lead=lead)
        elif gap == "drop":
            builder.drop_hyphen()
            builder.add(piece.word, gap="", lead=lead)
        else:
            builder.add(piece.word, gap={"keep": "", "space": " "}.get(gap, gap) if builder.text else "", lead=lead)
    return builder.done()


def _gap(piece: Piece, last: PdfWord | None, *, known: Mapping[str, int]) -> Join | str:
    if piece.before is not None or last is None:
        return piece.before or ""
    return how_to_join(last.text, piece.word.text, known=known)


def _is_mark(word: PdfWord, before: str, footnotes: Collection[str]) -> bool:
    """A raised figure after a unit or a figure is an exponent (``400 ft²``), unless a footnote bears it."""
    marks = marks_in(word)
    return bool(marks) and (all(mark in footnotes for mark in marks) or not _UNIT.search(before[-4:]))


def line_pieces(words: Sequence[PdfWord], *, first_gap: str | None) -> Iterator[Piece]:
    """The pieces of one line; ``first_gap`` stands before it."""
    for number, word in enumerate(words):
        if number == 0:
            yield Piece(word, first_gap)
        else:
            yield Piece(word, "" if word.glued else " ")


Assembler = Callable[[Sequence[Piece]], BlockText]
"""``pieces_to_block_text`` with the document's own words and footnotes filled in."""
