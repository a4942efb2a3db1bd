"""A PDF -> ``Document``: words, lines, columns, furniture, footnotes, paragraphs, headings and tables put in order.

It runs inside the reader process, trusts nothing in the file, and never reads pictures: what it cannot read becomes a
problem with its page.
"""

import statistics
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ingest.pdf.blocks import drafts_to_blocks
from ingest.pdf.columns import words_to_columns
from ingest.pdf.drafts import Stretch, join_over_breaks, stretch_to_drafts, usual_steps
from ingest.pdf.footnotes import Footnote, raised_marks, split_footnotes
from ingest.pdf.furniture import furniture_rows, page_to_sheet
from ingest.pdf.hyphens import count_words
from ingest.pdf.kinds import Body, lines_to_body
from ingest.pdf.line import PdfWord
from ingest.pdf.lines import rows_to_lines
from ingest.pdf.page import PageLayout, page_to_layout
from ingest.pdf.pen import InvisiblePen
from ingest.pdf.rows import Row
from ingest.pdf.text import line_pieces, pieces_to_block_text
from ingest.tables.document_tables import PdfTables, find_tables
from records.document import Block, Document, Page, Problem
from records.errors import InputError
from records.place import Box
from records.table import Table

_PAGE_ERRORS = (KeyError, TypeError, ValueError, IndexError, AttributeError, AssertionError, ArithmeticError)
"""What the PDF parser lets through when a page is damaged."""


def read_pdf(path: Path, *, name: str, sha256: str, max_pages: int) -> Document:
    """Raises ``InputError`` for a file that is encrypted, damaged or has too many pages."""
    found = find_tables(path, name=name, max_pages=max_pages)
    layouts = list(_read_pages(path, found, name=name, max_pages=max_pages))
    furniture = _page_furniture(layouts)
    right = _right_edge(layouts, furniture)
    stretches = [
        list(_page_stretches(x, rows, found.tables, right=right)) for x, rows in zip(layouts, furniture, strict=True)
    ]
    blocks = _stretches_to_blocks(stretches, found.tables)
    return Document(
        file=name,
        sha256=sha256,
        media="pdf",
        pages=tuple(layout.page for layout in layouts),
        blocks=tuple(blocks),
        tables=found.tables,
        problems=tuple(problem for layout in layouts for problem in layout.problems),
        furniture=tuple(_furniture_to_blocks(furniture)),
    )


def _read_pages(path: Path, found: PdfTables, *, name: str, max_pages: int) -> Iterator[PageLayout]:
    from pdfplumber.utils.exceptions import PdfminerException

    # The file is closed, not the PDF: closing that walks the page list once more, which fails on damaged ones.
    sheets = {sheet.number: sheet for sheet in found.sheets}
    with path.open("rb") as file, InvisiblePen(path) as pen:
        for index, page in enumerate(_open_pages(file, name=name, max_pages=max_pages)):
            try:
                yield page_to_layout(page, invisible=pen.boxes(index), sheet=sheets.get(index + 1))
            except (PdfminerException, *_PAGE_ERRORS) as error:
                yield _failed_page(page, error)
            page.close()


def _open_pages(file: BinaryIO, *, name: str, max_pages: int) -> list[Any]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pages = list(pdfplumber.open(file).pages)
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect | PDFEncryptionError):
            raise InputError(f"{name} is encrypted. Save it without a password.", code="encrypted") from error
        message = f"{name} is damaged: its pages cannot be listed. Open it in a viewer and save it anew."
        raise InputError(message, code="damaged") from error
    if len(pages) > max_pages:
        message = f"{name} has {len(pages)} pages; at most {max_pages} are read (MEMOLENS_FILE_PAGES)."
        raise InputError(message, code="too_many_pages")
    return pages


def _failed_page(page: Any, error: Exception) -> PageLayout:
    number = page.page_number
    message = f"Page {number} could not be read ({type(error).__name__}); nothing of it is known."
    problem = Problem(kind="page_failed", page=number, message=message, loses_text=True)
    shown = Page(number=number, width=float(page.width), height=float(page.height))
    return PageLayout(page=shown, frames=(), tables=(), problems=(problem,))


def _page_furniture(layouts: Sequence[PageLayout]) -> list[list[Row]]:
    sheets = [
        page_to_sheet(layout.page.number, layout.page.height or 0.0, layout.frames[0] if layout.frames else ())
        for layout in layouts
    ]
    return furniture_rows(sheets)


def _right_edge(layouts: Sequence[PageLayout], furniture: Sequence[Sequence[Row]]) -> float:
    """How far lines of text run on most pages; a page of short lines does not show it."""
    texts = [_without(rows, layout.frames[0]) for layout, rows in zip(layouts, furniture, strict=True) if layout.frames]
    edges = [max(word.x1 for word in words) for words in texts if words]
    return statistics.median_low(edges) if edges else 0.0


def _without(furniture: Sequence[Row], words: Sequence[PdfWord]) -> list[PdfWord]:
    gone = {word.shown for row in furniture for word in row}
    return [word for word in words if word.shown not in gone]


def _page_stretches(
    layout: PageLayout, furniture: Sequence[Row], tables: Sequence[Table], *, right: float
) -> Iterator[Stretch]:
    """The page's columns in reading order, without furniture, with a place held for each table that begins here."""
    places = [
        _table_place(number, table.boxes[0][1], layout.page.number)
        for number, table in enumerate(tables)
        if table.boxes and table.boxes[0][0] == layout.page.number
    ]
    for number, frame in enumerate(layout.frames or ((),)):
        words = _without(furniture, frame)
        edge = max((word.x1 for word in words), default=0.0)
        limit = max(right, edge) if number == 0 and right < (layout.page.width or 0.0) else edge
        for column in words_to_columns([*words, *places] if number == 0 else words, right=limit):
            yield rows_to_lines(column.rows, right=column.right)


def _table_place(number: int, box: Box, page: int) -> PdfWord:
    return PdfWord(text="", page=page, box=box, shown=box, baseline=box[1] + 4, size=10.0, table=number)


def _marks(pages: Sequence[Sequence[Stretch]], tables: Sequence[Table]) -> set[str]:
    """The footnote marks raised in running text and in cells."""
    in_text = raised_marks(stretch for stretches in pages for stretch in stretches)
    return in_text | {mark for table in tables for cell in table.cells for mark in cell.marks}


def _stretches_to_blocks(pages: Sequence[Sequence[Stretch]], tables: Sequence[Table]) -> list[Block]:
    everything = [stretch for stretches in pages for stretch in stretches]
    lines = [line for stretch in everything for line in stretch]
    body = lines_to_body(lines)
    known = count_words(line.text for line in lines if line.table is None)
    texts, notes = _apart(pages, body, _marks(pages, tables))
    steps = usual_steps(everything)
    drafts = join_over_breaks([stretch_to_drafts(stretch, steps=steps) for stretch in texts])
    markers = {note.marker for page in notes.values() for note in page}
    assemble = partial(pieces_to_block_text, known=known, footnotes=markers)
    return drafts_to_blocks(drafts, notes, body=body, assemble=assemble)


def _apart(
    pages: Sequence[Sequence[Stretch]], body: Body, marks: Collection[str]
) -> tuple[list[Stretch], Mapping[int, list[Footnote]]]:
    """Running text and the footnotes of each page."""
    texts: list[Stretch] = []
    notes: dict[int, list[Footnote]] = {}
    last: Footnote | None = None
    for stretches in pages:
        for stretch in stretches:
            text, found = split_footnotes(stretch, body_size=body.size, marks=marks, before=last)
            texts.append(text)
            if found:
                notes.setdefault(found[0].lines[0].page, []).extend(found)
        last = notes[max(notes)][-1] if notes else None
    return texts, notes


def _furniture_to_blocks(furniture: Iterable[Sequence[Row]]) -> Iterator[Block]:
    """Each running head once, at its first place."""
    seen: set[str] = set()
    for row in (row for rows in furniture for row in rows):
        read = pieces_to_block_text(list(line_pieces(row, first_gap="")), known={})
        if read.text not in seen:
            seen.add(read.text)
            yield Block(kind="paragraph", text=read.text, page=row[0].page, words=read.words)
