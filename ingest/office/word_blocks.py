"""The body of a Word file -> pieces in reading order: headings, paragraphs, list items, footnotes, tables.

A footnote stands at the end of the section that refers to it, as near to its mark as a file without pages allows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from ingest.office.word_lists import Lists
from ingest.office.word_styles import Element
from ingest.office.word_tables import WordTable, framed_cells, read_table
from ingest.office.word_text import WordText
from ingest.text.draft import Draft
from ingest.text.glyphs import HARD_BREAK, Glyph
from ingest.text.grid_table import RawCell, rows_to_table
from ingest.text.source_text import SourceText

_HOLDERS = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "txbxContent")
)
_TYPED_SIGN = re.compile(r"\s*(?P<sign>[-–*]|\(?\d{1,2}[.)])\s+(?=\S)")
_MOST_NESTED = 20

Piece = Draft | WordTable


@dataclass(slots=True)
class WordBlocks:
    """``notes`` holds the elements of footnotes and endnotes by kind and id."""

    text: WordText
    lists: Lists
    notes: Mapping[tuple[str, str], Element]
    depth: int = 0

    def read(self, parent: Element) -> Iterator[Piece]:
        """Everything in ``parent``; the notes that its last section refers to come last."""
        yield from self._read(parent)
        yield from self._waiting_notes()

    def _read(self, parent: Element) -> Iterator[Piece]:
        for child in parent.iterchildren():
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _HOLDERS:
                yield from self._read(child)
            elif child.tag in (qn("w:del"), qn("w:moveFrom")):
                self.text.unread["deleted_text"] += 1
            elif child.tag == qn("w:altChunk"):
                self.text.unread["embedded"] += 1

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        if self.text.styles.heading_level(paragraph) is not None:
            yield from self._waiting_notes()
        draft = self.paragraph_to_draft(paragraph)
        boxes, self.text.boxes = self.text.boxes, []
        if draft is not None:
            yield draft
        for box in boxes:
            yield from self._nested(box)

    def _nested(self, element: Element) -> Iterator[Piece]:
        """What stands in a text box or a cell; deeper than anybody draws it, it is left out and counted."""
        if self.depth >= _MOST_NESTED:
            self.text.unread["embedded"] += 1
            return
        self.depth += 1
        yield from self._table(element) if element.tag == qn("w:tbl") else self._read(element)
        self.depth -= 1

    def paragraph_to_draft(self, paragraph: Element) -> Draft | None:
        """``None`` for a paragraph without text."""
        styles, tape = self.text.styles, self.text.tape
        place = styles.list_place(paragraph)
        sign = self.lists.sign(place) if place is not None else None
        begin = tape.length
        glyphs = self.text.paragraph_to_glyphs(paragraph)
        draft = Draft(kind="paragraph", begin=begin, end=tape.length, glyphs=tuple(glyphs))
        tape.write("\n")
        if not draft.text.strip():
            return None
        level = styles.heading_level(paragraph)
        if level is not None:
            return replace(draft, kind="heading", level=level, marker=sign)
        if styles.is_caption(paragraph):
            return replace(draft, kind="caption")
        if place is not None and sign:
            return replace(draft, kind="item", level=place.level + 1, marker=sign)
        return _typed_item(draft)

    def _table(self, element: Element) -> Iterator[Piece]:
        framed = framed_cells(element)
        if framed is not None:
            for cell in framed:
                yield from self._nested(cell)
            return
        table = read_table(element, self.text)
        if table.is_letterhead:
            yield from (_line_to_draft(line) for line in table.lines())
        else:
            yield table
        for inner in table.inner:
            yield from self._nested(inner)

    def _waiting_notes(self) -> Iterator[Draft]:
        waiting, self.text.notes.waiting = self.text.notes.waiting, []
        for kind, name, mark in waiting:
            note = self.notes.get((kind, name))
            draft = None if note is None else self._note(note, mark)
            if draft is None:
                self.text.unread["footnote"] += 1
            else:
                yield draft

    def _note(self, note: Element, mark: str) -> Draft | None:
        begin = self.text.tape.length
        glyphs: list[Glyph] = []
        for paragraph in note.iterchildren(qn("w:p")):
            if glyphs:
                start = self.text.tape.write("\n")
                glyphs.append(Glyph(HARD_BREAK, start, start + 1))
            glyphs += self.text.paragraph_to_glyphs(paragraph)
        draft = Draft(kind="footnote", begin=begin, end=self.text.tape.length, glyphs=tuple(glyphs), marker=mark)
        self.text.tape.write("\n")
        return draft if draft.text.strip() else None


def pieces_to_drafts(pieces: Sequence[Piece], source: SourceText) -> list[Draft]:
    """Tables get their places once the whole text is known; one without any text is none."""
    drafts = [piece if isinstance(piece, Draft) else _table_draft(piece, source) for piece in pieces]
    return [draft for draft in drafts if draft is not None]


def _table_draft(piece: WordTable, source: SourceText) -> Draft | None:
    table = rows_to_table(piece.rows, source=source, method="docx", header_rows=piece.header_rows)
    if table is None:
        return None
    return Draft(kind="table", begin=piece.begin, end=piece.end, table=replace(table, title=piece.title))


def _typed_item(draft: Draft) -> Draft:
    """``- text`` and ``2) text`` typed by hand."""
    sign = _TYPED_SIGN.match(draft.text)
    if sign is None:
        return draft
    position = _glyph_position(draft, sign.end())
    rest = draft.glyphs[position:]
    return replace(draft, kind="item", level=1, marker=sign["sign"], glyphs=rest, begin=rest[0].start)


def _glyph_position(draft: Draft, offset: int) -> int:
    """The glyph at ``offset`` of the text; marks show no character."""
    shown = 0
    for number, glyph in enumerate(draft.glyphs):
        if shown == offset and glyph.char:
            return number
        shown += len(glyph.char)
    return len(draft.glyphs)


def _line_to_draft(line: list[RawCell]) -> Draft:
    glyphs: list[Glyph] = []
    for cell in line:
        if glyphs:
            glyphs.append(Glyph(" ", glyphs[-1].end, cell.begin))
        glyphs += cell.glyphs
    return Draft(kind="paragraph", begin=line[0].begin, end=line[-1].end, glyphs=tuple(glyphs))
