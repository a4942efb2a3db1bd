"""A document as statements: each sentence with its block, its section and the label that leads it in.

This is what the readers of prose share. It does not judge what a statement says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from extract.language.sentences import split_sentences
from extract.lead_ins import find_lead_in
from records.document import Block, Document, span_to_places
from records.memo import Letterhead, Section
from records.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every reader of this room needs to know: the file, its sections, and whose memo it is."""

    document: Document
    sections: tuple[Section, ...]
    memo: str
    date: date | None
    fiscal_start: int = 7
    words: Mapping[str, str] = field(default_factory=dict)
    """The memo's own words for statuses, in small letters."""

    def section_of(self, index: int) -> Section | None:
        """The innermost section that holds block ``index``."""
        inside = [section for section in self.sections if section.first <= index < section.last]
        return min(inside, key=lambda section: section.last - section.first) if inside else None

    def trail_of(self, index: int) -> tuple[str, ...]:
        section = self.section_of(index)
        return tuple(title for title in section.trail if title) if section else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``block.text[start:end]``, a sentence of block number ``index``.

    ``label`` is the lead-in of its block ("First Year" of "First Year: 12 people..."), ``body`` where the sentence
    itself begins after it; ``sign`` a status sign that opens the block ("🟡"), with its first sentence.
    """

    block: Block
    index: int
    start: int
    end: int
    body: int
    label: str | None
    trail: tuple[str, ...]
    sign: str | None = None

    @property
    def text(self) -> str:
        """The sentence without its label."""
        return self.block.text[self.body : self.end]


def make_context(
    document: Document, sections: tuple[Section, ...], letterhead: Letterhead, memo: str, *, fiscal_start: int = 7
) -> Context:
    return Context(
        document=document, sections=tuple(sections), memo=memo, date=letterhead.date, fiscal_start=fiscal_start
    )


def context_to_statements(context: Context) -> tuple[Statement, ...]:
    """Every sentence of paragraphs, list items and footnotes, in reading order."""
    statements: list[Statement] = []
    titles = {section.first for section in context.sections if section.title}
    for index, block in enumerate(context.document.blocks):
        if index not in titles and block.kind in ("paragraph", "item", "footnote"):
            statements += block_to_statements(block, index, context)
    return tuple(statements)


def block_to_statements(block: Block, index: int, context: Context) -> list[Statement]:
    lead_in = find_lead_in(block)
    trail = context.trail_of(index)
    statements: list[Statement] = []
    for start, end in split_sentences(block.text):
        body = max(start, min(lead_in.end, end))
        if body < end:
            statements.append(
                Statement(
                    block=block,
                    index=index,
                    start=start,
                    end=end,
                    body=body,
                    label=lead_in.label,
                    trail=trail,
                    sign=None if statements else lead_in.sign,
                )
            )
    return statements


def statement_to_places(statement: Statement, context: Context) -> tuple[Place, ...]:
    """The sentence's own words, one place a page; the label is part of it where it leads the sentence in."""
    return span_to_places(
        statement.block,
        statement.start,
        statement.end,
        document=context.document,
        memo=context.memo,
        section=trail_to_section(statement.trail),
    )


def trail_to_section(trail: tuple[str, ...]) -> str | None:
    return " / ".join(title for title in trail if title) or None
