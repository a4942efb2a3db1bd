"""Legends: colours one after the other, each with what it means, in a line, a list or a small table.

``Green: on time and in budget. Red: one of the two is lost`` is a legend, so is ``green if nothing is late, red if the
end date is``; ``Red: Harbor Portal`` names a project. So a legend has two colours at least, and meanings are phrases.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.projects.status_words import COLOURS, cell_to_status
from records.document import Block, Document
from records.table import Cell, Table
from records.word import Word

_PARTS = r"(?::|=|[-–—]|(?:means|indicates|denotes|if|when|where)\b(?:\sthat\b)?)"
_WORDS = (
    "on track", "on schedule", "on target", "at risk", "off track", "behind schedule", "delayed", "on hold",
    "not started", "completed", "complete", "monitor", "watch",
)  # fmt: skip
"""Scales of words, which are also how a list tells of its projects: their meanings name nothing and no day."""
_COLOUR = rf"[\"“]?(?P<term>{'|'.join((*COLOURS, *_WORDS))})[\"”]?(?:\sstatus)?"
_ENTRY = re.compile(rf"(?:^|(?<=[.;,:\n])\s|(?<=\sand)\s)(?:and\s|or\s)?(?={_COLOUR}\s?{_PARTS}\s?)", re.IGNORECASE)
_SIGN = re.compile(rf"{_COLOUR}\s?{_PARTS}\s?", re.IGNORECASE)
_HAS_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_BLOCK = 3000
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """A colour and its meaning; ``words`` show both, ``block`` is the index of their block."""

    term: str
    status: str | None
    meaning: str
    words: tuple[Word, ...]
    block: int


def document_to_legends(document: Document) -> Iterator[LegendEntry]:
    """All entries of legends, in reading order."""
    run: list[LegendEntry] = []
    for index, block in enumerate(document.blocks):
        if block.kind == "table" and block.table is not None:
            yield from _real(list(_table_entries(document.tables[block.table], index)))
            continue
        entries = list(_block_entries(block, index))
        if not entries and not _HAS_LETTER.search(block.text):  # a sign that the page lost
            continue
        if not entries:
            yield from _real(run)
            run = []
        run += entries
    yield from _real(run)


def _real(entries: Sequence[LegendEntry]) -> Sequence[LegendEntry]:
    return entries if len({entry.status for entry in entries}) > 1 and all(map(_explains, entries)) else ()


def _explains(entry: LegendEntry) -> bool:
    """Whether the meaning is a phrase: a name or a count has few words, or most of them in capitals."""
    words = re.findall(r"[^\W\d_][\w'’-]*", entry.meaning)
    if entry.term in _WORDS and (re.search(r"\d{4}", entry.meaning) or any(word[0].isupper() for word in words[1:])):
        return False
    return len(words) >= _FEWEST_WORDS and sum(word[0].islower() for word in words) * 2 > len(words)


def _block_entries(block: Block, index: int) -> Iterator[LegendEntry]:
    if block.kind not in ("paragraph", "item", "caption", "footnote") or len(block.text) > _LONGEST_BLOCK:
        return
    starts = list(_ENTRY.finditer(block.text))
    ends = [match.start() for match in starts[1:]] + [len(block.text)]
    for match, end in zip(starts, ends, strict=False):
        sign = _SIGN.match(block.text, match.end())
        first = sign.end() if sign is not None else match.end()
        meaning = re.sub(r"[\s.;,]+(?:and|or)?$", "", block.text[first:end])
        words = tuple(word for word in block.words if word.start < end and word.end > match.end())
        yield _entry(match["term"], meaning, words, index)


def _table_entries(table: Table, index: int) -> Iterator[LegendEntry]:
    """A table of two columns, a colour in the first and a phrase in the second."""
    if table.columns != 2:
        return
    for number in range(table.header_rows, table.rows):
        row = table.row(number)
        if len(row) != 2 or len(row[0].text) > 20 or cell_to_status(row[0].text) is None:
            return
        yield _cells_entry(row[0], row[1], index)


def _cells_entry(term: Cell, meaning: Cell, index: int) -> LegendEntry:
    return _entry(term.text, meaning.text.rstrip(" ."), (*term.words, *meaning.words), index)


def _entry(term: str, meaning: str, words: tuple[Word, ...], index: int) -> LegendEntry:
    return LegendEntry(
        term=term.lower(), status=cell_to_status(term), meaning=" ".join(meaning.split()), words=words, block=index
    )
