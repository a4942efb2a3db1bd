"""A block before its text is folded: what the passes over a text file (joining, splitting, headings) work on."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.text.glyphs import Glyph, glyphs_to_rendered
from ingest.text.source_text import SourceText
from records.document import Block, BlockKind
from records.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``file[begin:end]`` is the block's content without its own sign; a table's glyphs are empty."""

    kind: BlockKind
    begin: int
    end: int
    glyphs: tuple[Glyph, ...] = ()
    level: int | None = None
    marker: str | None = None
    table: Table | None = None

    @property
    def text(self) -> str:
        """The text, white space as in the file."""
        return "".join(glyph.char for glyph in self.glyphs)


def draft_to_block(draft: Draft, *, source: SourceText, table: int | None) -> Block:
    shown = glyphs_to_rendered(draft.glyphs, source=source, begin=draft.begin, end=draft.end)
    return Block(
        kind=draft.kind,
        text=shown.text,
        page=source.page(draft.begin),
        words=shown.words,
        level=draft.level,
        marker=draft.marker,
        bold=shown.bold,
        italic=shown.italic,
        marks=shown.marks,
        table=table,
    )


def drafts_to_blocks(drafts: Sequence[Draft], source: SourceText) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """Blocks that show something, and the tables that they point to by index."""
    blocks: list[Block] = []
    tables: list[Table] = []
    for draft in drafts:
        block = draft_to_block(draft, source=source, table=None if draft.table is None else len(tables))
        if draft.table is not None:
            tables.append(draft.table)
        if block.text or draft.table is not None:
            blocks.append(block)
    return tuple(blocks), tuple(tables)
