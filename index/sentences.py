"""Blocks as sentences, the smallest citable pieces: prose, list items, table rows, letterhead lines.

The text is for reading, without markup; the places hold the source's own words. Nothing is rephrased: a table row only
gains its column titles, a footnote its mark.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from extract.language.sentences import split_sentences
from index.footnotes import marks_to_footnotes
from records.document import Block, FootnoteMark, span_to_places, words_to_places
from records.memo import Memo
from records.passage import Sentence
from records.place import Place
from records.table import Cell, Table

SentenceKind = Literal["prose", "item", "row", "footnote", "heading", "letterhead"]
_KINDS: dict[str, SentenceKind] = {"item": "item", "heading": "heading"}


class SentenceReader:
    """Reads the blocks of one memo by their number in the document."""

    def __init__(self, memo: Memo) -> None:
        self.memo = memo.id
        self.document = memo.document
        self._footnotes = marks_to_footnotes(memo.document)
        self.placed_footnotes = frozenset(self._footnotes.values())
        """Footnote blocks that stand beside their marks, so that they need no place of their own."""

    def block(self, number: int, *, section: str | None) -> tuple[Sentence, ...]:
        """A paragraph by sentences, a table by rows; an item, footnote, heading or caption whole."""
        block = self.document.blocks[number]
        if block.table is not None:
            return tuple(self._rows(number, self.document.tables[block.table], section))
        if block.kind == "paragraph":
            return tuple(self._prose(number, section))
        if not block.text.strip():
            return ()
        if block.kind == "footnote":
            return (self._note(block, section),)
        whole = self._span(block, (0, len(block.text)), _KINDS.get(block.kind, "prose"), section)
        return (whole, *(self._footnote(number, mark.mark, section) for mark in self._marks(number)))

    def lines(self, number: int) -> tuple[Sentence, ...]:
        """A letterhead's lines: "To: Finance Committee"."""
        block = self.document.blocks[number]
        if block.table is not None:
            return self.block(number, section=None)
        found, start = [], 0
        for line in block.text.split("\n"):
            if line.strip():
                found.append(self._span(block, (start, start + len(line)), "letterhead", None))
            start += len(line) + 1
        return tuple(found)

    def _prose(self, number: int, section: str | None) -> Iterator[Sentence]:
        block = self.document.blocks[number]
        before = 0
        for start, end in split_sentences(block.text):
            yield self._span(block, (start, end), "prose", section)
            for mark in self._marks(number):
                if before < mark.offset <= end or mark.offset == before == 0:
                    yield self._footnote(number, mark.mark, section)
            before = end

    def _marks(self, number: int) -> Iterator[FootnoteMark]:
        return (mark for mark in self.document.blocks[number].marks if (number, mark.mark) in self._footnotes)

    def _footnote(self, number: int, mark: str, section: str | None) -> Sentence:
        return self._note(self.document.blocks[self._footnotes[number, mark]], section)

    def _note(self, block: Block, section: str | None) -> Sentence:
        """Reads "Footnote 2: Grant 77": in the passage alone nobody sees where the mark stood."""
        note = self._span(block, (0, len(block.text)), "footnote", section)
        return replace(note, text=f"Footnote {block.marker}: {note.text}") if block.marker else note

    def _rows(self, number: int, table: Table, section: str | None) -> Iterator[Sentence]:
        """One sentence a row: "Project: Dock Repair; Status: Green"."""
        titles = _column_titles(table)
        for row, cells in _table_to_rows(table):
            if cells:
                yield Sentence(text=_row_text(cells, titles), kind="row", places=self._cell_places(cells, section))
            for mark in dict.fromkeys(mark for cell in cells if cell.row == row for mark in cell.marks):
                if (number, mark) in self._footnotes:
                    yield self._footnote(number, mark, section)

    def _cell_places(self, cells: tuple[Cell, ...], section: str | None) -> tuple[Place, ...]:
        # One place a cell: only inside a cell do the words stand in the file in the order they are read.
        return tuple(
            place
            for cell in cells
            for place in words_to_places(cell.words, document=self.document, memo=self.memo, section=section)
        )

    def _span(self, block: Block, span: tuple[int, int], kind: SentenceKind, section: str | None) -> Sentence:
        return Sentence(
            text=" ".join(block.text[slice(*span)].split()),
            kind=kind,
            places=span_to_places(block, *span, document=self.document, memo=self.memo, section=section),
        )


def _first_row(table: Table) -> int:
    """A table of titles alone is read as rows: its words are the memo's, too."""
    return table.header_rows if table.header_rows < table.rows else 0


def _table_to_rows(table: Table) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Each row's number and the cells that cover it, also those that began above it; without the empty ones."""
    first = _first_row(table)
    rows: dict[int, list[Cell]] = {number: [] for number in range(first, table.rows)}
    for cell in table.cells:
        if cell.row >= first and cell.text.strip():
            for number in range(cell.row, min(cell.row + cell.row_span, table.rows)):
                rows[number].append(cell)
    for number, cells in rows.items():
        yield number, tuple(sorted(cells, key=lambda cell: cell.column))


def _column_titles(table: Table) -> list[str]:
    """Reads "2026 Budget" for a column "Budget" under a title "2026" that spans two columns."""
    titles: list[list[str]] = [[] for _ in range(table.columns)]
    for cell in sorted(table.cells, key=lambda cell: cell.row):
        if cell.row < _first_row(table) and cell.text.strip():
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                titles[column].append(" ".join(cell.text.split()))
    return [" ".join(parts) for parts in titles]


def _row_text(cells: tuple[Cell, ...], titles: list[str]) -> str:
    """A cell over several columns is a line of its own kind ("Public Works projects") and gets no title."""
    parts = []
    for cell in cells:
        text, title = " ".join(cell.text.split()), titles[cell.column].rstrip(":")
        parts.append(f"{title}: {text}" if title and cell.column_span == 1 else text)
    return "; ".join(parts)
