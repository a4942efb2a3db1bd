"""The place a fact was read from, for showing: the page with the words highlighted, or the text around them."""

from io import BytesIO
from typing import TYPE_CHECKING

from records.document import Block, Document
from records.place import Place
from ui.web.markup import render
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PIL.Image import Image

CONTEXT_BLOCKS = 2
"""How many blocks before and after the quoted one are shown of a text file."""


def place_to_picture(workspace: Workspace, place: Place) -> "Image | None":
    """The page with the place's box highlighted; ``None`` where the source has no pages to show."""
    if place.box is None:
        return None
    png = workspace.page_picture(place.sha256, place.page, highlights=[place.box])
    if png is None:
        return None
    from PIL import Image

    return Image.open(BytesIO(png))


def place_to_excerpt(workspace: Workspace, place: Place) -> str:
    """HTML of the blocks around the quote, the quoted words marked; empty where the page itself can be shown."""
    if place.box is not None or place.memo is None:
        return ""
    document = workspace.memo_version(place.memo, place.sha256).document
    return render("excerpt", place=place, blocks=_blocks_around(document, place.quote))


def _blocks_around(document: Document, quote: str) -> list[tuple[str, str, str]]:
    """``(before, marked, after)`` texts; the middle block holds the quote. The quote alone where none does."""
    for number, block in enumerate(document.blocks):
        if (span := _quoted_span(block, quote)) is not None:
            start, end = span
            around = document.blocks[max(0, number - CONTEXT_BLOCKS) : number + CONTEXT_BLOCKS + 1]
            return [
                (block.text[:start], block.text[start:end], block.text[end:])
                if other is block
                else (other.text, "", "")
                for other in around
            ]
    return [("", quote, "")]


def _quoted_span(block: Block, quote: str) -> tuple[int, int] | None:
    """Where the quote's source words stand in the block's text."""
    sources = [word.source for word in block.words]
    wanted = quote.split(" ")
    pieces = [(number, part) for number, source in enumerate(sources) for part in source.split(" ")]
    parts = [part for _, part in pieces]
    for first in range(len(parts) - len(wanted) + 1):
        if parts[first : first + len(wanted)] == wanted:
            last = pieces[first + len(wanted) - 1][0]
            return block.words[pieces[first][0]].start, block.words[last].end
    return None
