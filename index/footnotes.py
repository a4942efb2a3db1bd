"""Which footnote a mark in the text leads to. Marks may start again on every page, so the nearest one below counts."""

from collections.abc import Iterable

from records.document import Document


def marks_to_footnotes(document: Document) -> dict[tuple[int, str], int]:
    """``{(block that bears the mark, mark): footnote block}``; a mark without a footnote is left out."""
    footnotes = [(n, block) for n, block in enumerate(document.blocks) if block.kind == "footnote" and block.marker]
    found = {}
    for number, block in enumerate(document.blocks):
        for mark in _marks(document, number):
            same = [(n, note) for n, note in footnotes if note.marker == mark]
            on_page = [n for n, note in same if note.page == block.page]
            later = [n for n, _ in same if n > number]
            if nearest := on_page[:1] or later[:1]:
                found[number, mark] = nearest[0]
    return found


def _marks(document: Document, number: int) -> Iterable[str]:
    block = document.blocks[number]
    yield from (mark.mark for mark in block.marks)
    if block.table is not None:
        yield from (mark for cell in document.tables[block.table].cells for mark in cell.marks)
