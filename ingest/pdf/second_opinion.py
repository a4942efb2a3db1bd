"""A second reader's view of the same PDF: which pages and which text the first one may have missed.

pdfplumber loses pages and text of damaged files without an error; PDFium loses others. Where the two disagree, the
document says so. Nothing is repaired here: a text that only one reader sees is not evidence, it is a question.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from records.document import Block, Document, Problem
from records.table import Table

_SHARE = 0.02
"""Readers differ in hyphens, bullets and ligatures; a page that lost a line lost more than this share of it."""
_FEWEST = 8
"""Letters and digits: a page number or a stamp's initial is not worth an alarm."""


def with_second_opinion(document: Document, path: Path) -> Document:
    """``document`` with a problem for each page, or run of pages, that PDFium reads and the document does not hold."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as pdf:
            problems = (*_missing_pages(document, len(pdf)), *_missing_text(document, pdf, path))
    except pypdfium2.PdfiumError:
        problems = (_unchecked(document),)
    return replace(document, problems=document.problems + problems)


def _unchecked(document: Document) -> Problem:
    message = f"{document.file} is damaged: a second reader cannot open it, so missing text would not be noticed."
    return Problem(kind="second_opinion", page=None, message=message, loses_text=True)


def _missing_pages(document: Document, count: int) -> list[Problem]:
    read = {page.number for page in document.pages}
    missing = [number for number in range(1, count + 1) if number not in read]
    if not missing:
        return []
    message = f"A second reader finds {count} pages; {numbers_to_text(missing)} could not be read."
    return [Problem(kind="second_opinion", page=missing[0], message=message, loses_text=True)]


def numbers_to_text(numbers: list[int]) -> str:
    """``[2, 3, 4, 7]`` to ``pages 2-4, 7``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number, number])
    text = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {text}"


def _missing_text(document: Document, pdf: Any, path: Path) -> list[Problem]:
    """Where the document holds less than PDFium reads, and running heads and hidden text do not explain it.

    Such a page is parsed once more: what the first reader never saw is lost, whatever else is on the page.
    """
    held = _document_letters(document)
    running = _block_letters(document.furniture)
    hidden = {problem.page for problem in document.problems if problem.kind == "hidden_text"}
    second = {number: letters(_pdfium_text(pdf, number)) for number in sorted(held) if number <= len(pdf)}
    doubtful = [number for number, text in second.items() if lost_letters(held[number], text)]
    first = _raw_letters(path, doubtful)
    problems = []
    for number in doubtful:
        unread = lost_letters(first.get(number, Counter()), second[number])
        unplaced = 0 if number in hidden else lost_letters(held[number] + running, second[number])
        if lost := max(unread, unplaced):
            message = f"Page {number}: a second reader finds {lost} letters or digits more. Check the page itself."
            problems.append(Problem(kind="second_opinion", page=number, message=message, loses_text=True))
    return problems


def letters(text: str) -> Counter[str]:
    """Letters and digits with their counts: what is left when spaces, signs and ligatures are set aside."""
    return Counter(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def lost_letters(first: Counter[str], second: Counter[str]) -> int:
    """How many letters the second reader has beyond the first; 0 where that is within what readers differ by."""
    lost = (second - first).total()
    return lost if lost > max(_FEWEST, _SHARE * second.total()) else 0


def _document_letters(document: Document) -> dict[int, Counter[str]]:
    held: dict[int, Counter[str]] = {page.number: Counter() for page in document.pages}
    for block in document.blocks:
        for word in block.words:
            held.setdefault(word.page, Counter()).update(letters(word.source))
    for table in document.tables:
        for cell in table.cells:
            for word in cell.words:
                held.setdefault(word.page, Counter()).update(letters(word.source))
        if table.numbered:
            _count_row_numbers(table, held)
        for page in table.pages[1:]:
            held.setdefault(page, Counter()).update(_header_letters(table))
    return held


def _count_row_numbers(table: Table, held: dict[int, Counter[str]]) -> None:
    """The numbers of the column that was left out stand on the page all the same."""
    pages = {cell.row: cell.page for cell in table.cells}
    for row, page in pages.items():
        if row >= table.header_rows:
            held.setdefault(page, Counter()).update(letters(str(row - table.header_rows + 1)))


def _header_letters(table: Table) -> Counter[str]:
    """A table over several pages repeats its header on each; the document holds it once."""
    return letters(" ".join(cell.text for cell in table.cells if cell.row < max(1, table.header_rows)))


def _block_letters(blocks: Iterable[Block]) -> Counter[str]:
    return sum((letters(word.source) for block in blocks for word in block.words), Counter())


def _pdfium_text(pdf: Any, number: int) -> str:
    page = pdf[number - 1]
    try:
        return str(page.get_textpage().get_text_range())
    finally:
        page.close()


def _raw_letters(path: Path, numbers: list[int]) -> dict[int, Counter[str]]:
    """Every character pdfplumber sees on these pages, shown or not; ``(cid:7)`` is a glyph it cannot name."""
    import pdfplumber

    if not numbers:
        return {}
    raw = {}
    with pdfplumber.open(path, pages=numbers) as pdf:
        for page in pdf.pages:
            raw[page.page_number] = letters("".join(c["text"] for c in page.chars if not c["text"].startswith("(cid:")))
            page.close()
    return raw
