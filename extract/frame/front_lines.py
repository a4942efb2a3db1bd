"""The lines at the head of a memo, whatever they were in the file: a paragraph's lines, a block each, table rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from records.document import Block, Document
from records.place import Box
from records.word import Word

_RULE = re.compile(r"\s*[=_~*–—-]{3,}\s*")
"""A line drawn with keys below a letterhead."""
_MOST_LINES = 80
_PROSE_WORDS = 40
"""A paragraph line longer than this is the memo's text, no longer its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``words`` cover ``text`` by offsets; cells of a table row are parted by tabs. ``block`` is the block's index."""

    text: str
    words: tuple[Word, ...]
    block: int
    heading: bool = False
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def is_prose(self) -> bool:
        return len(self.words) > _PROSE_WORDS

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.start < end and word.end > start)

    def box_at(self, offset: int) -> Box | None:
        """The box of the first word at or after ``offset``."""
        return next((word.box for word in self.words if word.end > offset), None)


def document_to_lines(document: Document) -> list[Line]:
    """The first lines of the document; list items and footnotes end it."""
    lines: list[Line] = []
    for index, block in enumerate(document.blocks):
        if len(lines) >= _MOST_LINES:
            break
        if block.kind == "table" and block.table is not None:
            lines += _table_lines(document, block.table, index)
        else:
            lines += block_to_lines(block, index)
    return lines


def block_to_lines(block: Block, index: int) -> Iterator[Line]:
    start = 0
    for text in block.text.split("\n"):
        if _RULE.fullmatch(text):
            start += len(text) + 1
            continue
        line = cut_line(text, start, block.words, index, heading=block.kind == "heading")
        yield replace(line, bold=tuple((first - start, last - start) for first, last in block.bold))
        start += len(text) + 1


def cut_line(text: str, start: int, words: tuple[Word, ...], index: int, *, heading: bool = False) -> Line:
    """The line ``text`` that stands at ``start`` of the text that ``words`` cover."""
    end = start + len(text)
    here = tuple(
        replace(word, start=word.start - start, end=word.end - start) for word in words if start <= word.start < end
    )
    return Line(text=text, words=here, block=index, heading=heading)


def _table_lines(document: Document, number: int, index: int) -> Iterator[Line]:
    cells = (cell for cell in document.tables[number].cells if cell.row < _MOST_LINES)
    for _, row in groupby(cells, key=lambda cell: cell.row):
        text = ""
        words: list[Word] = []
        for cell in row:
            if text:
                text += "\t"
            words += [replace(w, start=w.start + len(text), end=w.end + len(text)) for w in cell.words]
            text += cell.text
        yield Line(text=text, words=tuple(words), block=index)
