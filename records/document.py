"""A file as it was read: pages, blocks in reading order, tables, and what went wrong.

This is what ``ingest`` hands over, the same for every kind of file. It knows nothing of memos.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from records.place import Place, union_box
from records.table import Table
from records.word import Word

BlockKind = Literal["heading", "paragraph", "item", "footnote", "caption", "table"]
Media = Literal["pdf", "markdown", "text", "html", "docx", "xlsx", "csv"]
"""``csv`` stands for all files of separated values, whatever separates them."""
UNREAD_PROJECTS = "projects_unread"
"""The kind of problem that a table which looks like a list of projects was not read as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not read, or may have been read wrongly. ``kind`` is a stable code such as ``no_text``.

    ``loses_text`` is true where text of the file is (or may be) missing from the document: the outcome is then
    ``partial``, and answers from the memo carry the note.
    """

    kind: str
    page: int | None
    message: str
    loses_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page's size in points as shown. ``number`` counts from 1.

    Files without pages of their own (text, Word, HTML) are one page without a size; each sheet of a workbook is one.
    """

    number: int
    width: float | None
    height: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteMark:
    """A footnote's mark in running text: taken out of ``Block.text``, remembered at the offset where it stood."""

    mark: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item, footnote, caption or table, in reading order.

    ``text`` has white space folded to single spaces, hyphenation undone and footnote marks taken out; a deliberate
    line break (a Markdown hard break, a letterhead's lines) is ``\\n``. ``words`` cover the text by offsets; a block
    that runs over a page break has words on both pages. ``marker`` is a list item's own sign (``1.``, ``-``) or a
    footnote's mark. ``bold`` and ``italic`` are ``(start, end)`` spans of the text. A ``table`` block has no text of
    its own: ``table`` is the index into ``Document.tables``.
    """

    kind: BlockKind
    text: str
    page: int
    words: tuple[Word, ...] = field(default=(), compare=False, repr=False)
    level: int | None = None
    marker: str | None = None
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    marks: tuple[FootnoteMark, ...] = ()
    table: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, read. ``file`` is its name, never its path; ``sha256`` is of the file's bytes."""

    file: str
    sha256: str
    media: Media
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: tuple[Block, ...] = ()
    """Running heads, footers, page numbers and repeated notices: taken out of ``blocks``, kept once each."""


def words_to_quote(words: Sequence[Word]) -> str:
    """Neighbouring words as the file writes them, with what stands between them, white space folded."""
    return "".join((word.lead or " " if number else "") + word.source for number, word in enumerate(words))


def words_to_places(
    words: tuple[Word, ...], *, document: Document, memo: str | None, section: str | None
) -> tuple[Place, ...]:
    """One place for each page that ``words`` stand on, and for each piece where other words stand between them."""
    places = []
    for piece in _words_to_pieces(words):
        boxes = [word.box for word in piece if word.box is not None]
        places.append(
            Place(
                memo=memo,
                file=document.file,
                page=piece[0].page,
                box=union_box(boxes),
                section=section,
                quote=words_to_quote(piece),
                sha256=document.sha256,
            )
        )
    return tuple(places)


def _words_to_pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Words by page, in the order of the pages, cut where a quote cannot run on."""
    pieces: list[list[Word]] = []
    for page in dict.fromkeys(word.page for word in words):
        here = [word for word in words if word.page == page]
        starts = [n for n, word in enumerate(here) if n == 0 or word.lead is None]
        pieces += [here[start:end] for start, end in zip(starts, [*starts[1:], len(here)], strict=True)]
    return pieces


def span_to_places(
    block: Block, start: int, end: int, *, document: Document, memo: str | None, section: str | None
) -> tuple[Place, ...]:
    """The places of ``block.text[start:end]``, whole words, one for each page it stands on."""
    words = tuple(word for word in block.words if word.start < end and word.end > start)
    return words_to_places(words, document=document, memo=memo, section=section)
