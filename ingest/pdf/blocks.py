"""Drafts, footnotes and tables -> blocks in reading order.

A page's footnotes follow the last block that begins on it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.pdf.drafts import Draft
from ingest.pdf.footnotes import Footnote
from ingest.pdf.kinds import Body, heading_looks, is_caption, is_heading, looks_to_levels
from ingest.pdf.text import Assembler, line_pieces
from records.document import Block, BlockKind

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    draft: Draft
    kind: BlockKind


def drafts_to_blocks(
    drafts: Sequence[Draft], notes: Mapping[int, Sequence[Footnote]], *, body: Body, assemble: Assembler
) -> list[Block]:
    """``notes`` are the footnotes of each page."""
    kinds = [_Sorted(draft=draft, kind=_kind(drafts, number, body)) for number, draft in enumerate(drafts)]
    levels = looks_to_levels([heading_looks(s.draft, body) for s in kinds if s.kind == "heading"])
    blocks: list[Block] = []
    pending = dict(notes)
    for item in kinds:
        page = item.draft.lines[0].page
        blocks += _notes_before(page, pending, assemble)
        level = levels[heading_looks(item.draft, body)] if item.kind == "heading" else None
        blocks.append(_to_block(item, level=level, assemble=assemble))
    return numbers_below_their_parents(blocks) + _notes_before(None, pending, assemble)


def numbers_below_their_parents(blocks: Sequence[Block]) -> list[Block]:
    """``3.1 Scope`` stands below ``3. Plan``, whatever the two look like."""
    levels: dict[int, int] = {}
    done: list[Block] = []
    for block in blocks:
        number = _NUMBER.match(block.text)
        if number is None or block.level is None:
            done.append(block)
            continue
        depth = number[0].rstrip(". ").count(".")
        levels[depth] = max(block.level, levels.get(depth - 1, 0) + 1)
        done.append(replace(block, level=levels[depth]))
    return done


def _kind(drafts: Sequence[Draft], number: int, body: Body) -> BlockKind:
    draft = drafts[number]
    if draft.table is not None:
        return "table"
    if draft.note:
        return "footnote"
    if is_caption(draft):
        return "caption"
    among_labels = any(
        other.label for other in (*drafts[max(0, number - 1) : number], *drafts[number + 1 : number + 2])
    )
    if is_heading(draft, body, among_labels=among_labels):
        return "heading"
    return "item" if draft.marker is not None else "paragraph"


def _notes_before(page: int | None, pending: dict[int, Sequence[Footnote]], assemble: Assembler) -> list[Block]:
    """Footnotes of the pages before ``page`` (all, for ``None``), which are then done with."""
    due = sorted(number for number in pending if page is None or number < page)
    return [_note_to_block(note, assemble) for number in due for note in pending.pop(number)]


def _note_to_block(note: Footnote, assemble: Assembler) -> Block:
    pieces = [
        piece
        for number, line in enumerate(note.lines)
        for piece in line_pieces(line.words[0 if number else 1 :], first_gap=None if number else "")
    ]
    read = assemble(pieces)
    return Block(
        kind="footnote",
        text=read.text,
        page=note.lines[0].page,
        words=read.words,
        marker=note.marker,
        bold=read.bold,
        italic=read.italic,
        marks=read.marks,
    )


def _to_block(item: _Sorted, *, level: int | None, assemble: Assembler) -> Block:
    draft = item.draft
    page = draft.lines[0].page
    if item.kind == "table":
        return Block(kind="table", text="", page=page, table=draft.table)
    flowing = item.kind in ("heading", "caption")
    shown = replace_breaks(draft) if flowing else draft
    read = assemble(list(shown.pieces(with_marker=item.kind == "heading")))
    return Block(
        kind=item.kind,
        text=read.text,
        page=page,
        words=read.words,
        level=level,
        marker=draft.marker if item.kind in ("item", "footnote") else None,
        bold=read.bold,
        italic=read.italic,
        marks=read.marks,
    )


def replace_breaks(draft: Draft) -> Draft:
    """A heading that is set in two lines is one text."""
    return replace(draft, breaks=set())
