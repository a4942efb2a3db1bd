"""Headings -> sections with their trails, whatever levels the file gives its headings.

Four habits are put right: what stands above the letterhead is the memo's title, no section; where main headings are
in capitals, a heading of the same level in normal case stands below them; and on a page, the bold line above a table
is the table's title, under which no heading stands; and a name on a line of its own above labelled lines is a heading,
though the file doesn't set it as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.frame.letterhead_labels import is_label_line
from extract.frame.signature import opens_signature
from extract.frame.title_lines import find_title_lines
from records.document import Block, Document
from records.memo import Section

_HEAD_BLOCKS = 60
_FEWEST_CAPITAL_HEADINGS = 2
_LOWEST = 99.0
"""The rank of a title line, which stands below every heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """``rank`` orders headings: a smaller one is an ancestor. A ``leaf`` is nobody's ancestor."""

    index: int
    title: str
    rank: float
    leaf: bool


def document_to_sections(document: Document) -> tuple[Section, ...]:
    """One section for each heading, and one without a title for the text before the first."""
    headings = _ranked(document)
    starts = [heading.index for heading in headings]
    sections = []
    if not starts or starts[0] > 0:
        end = starts[0] if starts else len(document.blocks)
        sections.append(Section(title="", level=0, page=_first_page(document), trail=(), first=0, last=end))
    ends = [*starts[1:], len(document.blocks)]
    for heading, trail, end in zip(headings, _trails(headings), ends, strict=False):
        page = document.blocks[heading.index].page
        sections.append(
            Section(title=heading.title, level=len(trail), page=page, trail=trail, first=heading.index, last=end)
        )
    return tuple(sections)


def _first_page(document: Document) -> int:
    return document.blocks[0].page if document.blocks else 1


def _ranked(document: Document) -> list[_Heading]:
    head_end = _head_end(document)
    numbered = [
        (n, block)
        for n, block in enumerate(document.blocks)
        if n >= head_end and block.kind == "heading" and not is_label_line(block.text) and not _is_signer(document, n)
    ]
    headings = [block for _, block in numbered]
    demoted = _levels_led_by_capitals(headings)
    marked = [
        _Heading(
            index=n,
            title=" ".join(block.text.split()),
            rank=(block.level or 1) + (0.5 if block.level in demoted and not _is_capitals(block.text) else 0.0),
            leaf=(head_end == 0 and _is_title(block, headings)) or _titles_table(document, n),
        )
        for n, block in numbered
    ]
    lines = [
        _Heading(index=n, title=" ".join(document.blocks[n].text.split()), rank=_LOWEST, leaf=False)
        for n in find_title_lines(document.blocks, after=head_end)
    ]
    return sorted((*marked, *lines), key=lambda heading: heading.index)


def _is_signer(document: Document, index: int) -> bool:
    """A name in bold or capitals right below ``/s/``."""
    return index > 0 and opens_signature(document.blocks[index - 1].text)


def _titles_table(document: Document, index: int) -> bool:
    """A line in normal case directly above a table of a page, whose own levels are only guessed from its looks."""
    after = document.blocks[index + 1 : index + 2]
    above_table = bool(after) and after[0].kind == "table"
    return document.media == "pdf" and above_table and not _is_capitals(document.blocks[index].text)


def _head_end(document: Document) -> int:
    """The index after the last labelled line of the letterhead; what stands above it is the memo's title."""
    labelled = [
        n for n, block in enumerate(document.blocks[:_HEAD_BLOCKS]) if is_label_line(block.text.partition("\n")[0])
    ]
    first_prose = next((n for n, b in enumerate(document.blocks) if len(b.words) > 40), len(document.blocks))
    return max((n + 1 for n in labelled if n < first_prose), default=0)


def _is_title(block: Block, main: Sequence[Block]) -> bool:
    """The first heading, if it alone has the highest level."""
    others = [b.level or 1 for b in main if b is not block]
    return bool(main) and block is main[0] and len(others) > 1 and (block.level or 1) < min(others)


def _levels_led_by_capitals(headings: Sequence[Block]) -> frozenset[int]:
    """Levels that headings in capitals (``BACKGROUND``) and in normal case share."""
    capitals: dict[int, int] = {}
    for block in headings:
        if block.level is not None and _is_capitals(block.text):
            capitals[block.level] = capitals.get(block.level, 0) + 1
    return frozenset(level for level, count in capitals.items() if count >= _FEWEST_CAPITAL_HEADINGS)


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _trails(headings: Sequence[_Heading]) -> Iterator[tuple[str, ...]]:
    """For each heading, the titles of the headings above it and its own; a leaf closes nothing and opens nothing."""
    above: list[_Heading] = []
    for heading in headings:
        if heading.leaf:
            yield (*(other.title for other in above), heading.title)
            continue
        above = [*(other for other in above if other.rank < heading.rank), heading]
        yield tuple(other.title for other in above)
