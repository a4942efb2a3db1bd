"""Which blocks of a memo are its letterhead: found by where the letterhead's fields were read, not by their wording."""

from records.document import Block, Document
from records.memo import Memo
from records.word import Word

FIELDS = frozenset(
    """body to from_ subject date approved approved_by district meeting prepared_by
    reference""".split()  # noqa: SIM905  # a row of names reads better than a row of quotes
)
LONG = 25
"""A paragraph of so many words that holds no field is the memo's text: the letterhead has ended."""


def letterhead_end(memo: Memo) -> int:
    """The index after the last letterhead block; 0 for a memo without one."""
    quotes = {" ".join(place.quote.split()) for name, place in memo.letterhead.places if name in FIELDS}
    end = 0
    for number, block in enumerate(memo.document.blocks):
        if _holds_field(block, memo.document, quotes):
            end = number + 1
        elif block.kind != "heading" and _is_text(block):
            break
    return end


def _is_text(block: Block) -> bool:
    return block.table is not None or block.kind == "item" or len(block.text.split()) >= LONG


def _holds_field(block: Block, document: Document, quotes: set[str]) -> bool:
    source = " ".join(word.source for word in _words(block, document))
    return any(quote in source for quote in quotes)


def _words(block: Block, document: Document) -> tuple[Word, ...]:
    if block.table is None:
        return block.words
    return tuple(word for cell in document.tables[block.table].cells for word in cell.words)
