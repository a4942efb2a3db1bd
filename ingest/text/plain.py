"""A plain text file -> a ``Document``: paragraphs by blank lines, and the headings, lists and tables drawn with keys.

Nothing marks structure in plain text, so only plain signs count: capitals, underlines, list signs, aligned columns. A
form feed begins a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.text.aligned_rows import lines_to_rows
from ingest.text.broken_blocks import join_broken
from ingest.text.delimited_rows import line_to_cells, lines_to_row_count
from ingest.text.draft import Draft, drafts_to_blocks
from ingest.text.glyphs import HARD_BREAK, SOFT_BREAK, Glyph, plain_glyphs
from ingest.text.grid_table import RawCell, rows_to_table
from ingest.text.label_columns import label_columns
from ingest.text.line_splits import split_lines
from ingest.text.loose_headings import is_capitals, mark_headings
from ingest.text.running_lines import TextLine, split_running_lines
from ingest.text.source_text import SourceText, bytes_to_source
from records.document import Block, BlockKind, Document

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
_ITEM = re.compile(r"\s*(?P<sign>[-*•▪◦●‣■□–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\(\d{1,3}\))\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.)]\s+(?=\S)")
_FOOTNOTE = re.compile(r"\s*(?:\[(?P<bracketed>\d{1,3})\]|(?P<bare>\d{1,3}))\s+(?=https?://|[A-Z])")
_SEVERAL_CELLS = re.compile(r"\S {2,}\S|\|.+\|")
_TAB = re.compile(r"\t")
_LONGEST_HEADING = 12


def read_plain(data: bytes, *, name: str, sha256: str) -> Document:
    """Read a plain text file's bytes."""
    source = bytes_to_source(data)
    lines, running = split_running_lines(source_to_lines(source))
    drafts = list(chunks_to_drafts(lines_to_chunks(lines), source))
    drafts = mark_headings(_mark_title_lines(join_broken(split_lines(drafts), source)))
    blocks, tables = drafts_to_blocks(drafts, source)
    return Document(
        file=name,
        sha256=sha256,
        media="text",
        pages=source.pages(),
        blocks=blocks,
        tables=tables,
        problems=source.problems,
        furniture=_furniture(running, source),
    )


Chunk = Sequence[TextLine]
"""Lines without a blank line between them."""


def source_to_lines(source: SourceText) -> list[TextLine]:
    """Every line; a form feed parts lines as a line end does."""
    return [
        TextLine(found.group(), found.start(), source.page(found.start()))
        for found in re.finditer(r"[^\n\f]*(?=[\n\f]|$)", source.text)
        if found.group() or found.start() == 0 or source.text[found.start() - 1] in "\n\f"
    ]


def lines_to_chunks(lines: Sequence[TextLine]) -> list[Chunk]:
    chunks: list[list[TextLine]] = [[]]
    for line in lines:
        if not chunks[-1] and _UNDERLINE.fullmatch(line.text):
            chunks += [[line], []]
        elif line.text.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


@dataclass(slots=True)
class _Reader:
    source: SourceText
    styles: list[str] = field(default_factory=list)
    """Heading styles in the order in which they first appear: the first ranks highest."""

    def level(self, style: str) -> int:
        if style not in self.styles:
            self.styles.append(style)
        return self.styles.index(style) + 1


def chunks_to_drafts(chunks: Sequence[Chunk], source: SourceText) -> Iterator[Draft]:
    """Tables first, since a table's rows may have blank lines between them; then what each chunk is."""
    reader = _Reader(source)
    number = 0
    after_rule = False
    while number < len(chunks):
        count, rows = _aligned_chunks(chunks[number:], source)
        if rows is not None:
            lines = [line for chunk in chunks[number : number + count] for line in chunk]
            yield from _table_drafts(lines, rows, source)
        elif (columns := label_columns(chunks[number])) is not None:
            yield from columns
        elif after_rule and _FOOTNOTE.match(chunks[number][0].text):
            yield from _footnotes(chunks[number])
        else:
            yield from _chunk_drafts(chunks[number], reader)
        after_rule = len(chunks[number]) == 1 and _UNDERLINE.fullmatch(chunks[number][0].text) is not None
        number += count


def _aligned_chunks(chunks: Sequence[Chunk], source: SourceText) -> tuple[int, list[list[RawCell]] | None]:
    """How many of the first chunks are one table of at least three columns (or one chunk of two), and its rows."""
    best: tuple[int, list[list[RawCell]] | None] = (1, lines_to_rows(chunks[0], source))
    lines = list(chunks[0])
    for count, chunk in enumerate(chunks[1:], start=2):
        if not (_SEVERAL_CELLS.search(lines[0].text) and _SEVERAL_CELLS.search(chunk[0].text)):
            break
        lines += chunk
        rows = lines_to_rows(lines, source)
        if rows is None or len(rows[0]) < 3:
            break
        best = (count, rows)
    return best


def _table_drafts(lines: Chunk, rows: list[list[RawCell]], source: SourceText) -> Iterator[Draft]:
    tabs = "\t" in lines[0].text
    table = rows_to_table(
        rows, source=source, method="delimited" if tabs else "unruled", confidence=0.9 if tabs else 0.6
    )
    if table is not None:
        yield Draft(kind="table", begin=lines[0].at, end=_end(lines[-1]), table=table)


def _end(line: TextLine) -> int:
    return line.at + len(line.text)


def _chunk_drafts(chunk: Chunk, reader: _Reader) -> Iterator[Draft]:
    if not chunk or (len(chunk) == 1 and _UNDERLINE.fullmatch(chunk[0].text)):
        return
    first = chunk[0]
    if (style := _heading_style(chunk)) is not None:
        yield _lines_draft([first], "heading", level=reader.level(style))
        yield from _chunk_drafts(chunk[2:] if style.startswith("under") else chunk[1:], reader)
        return
    for start in (0, 1):
        tabbed = lines_to_row_count([line.text for line in chunk[start:]]) if len(chunk) > start + 1 else 0
        rows = _tab_rows(chunk[start:], reader.source) if tabbed == len(chunk) - start else None
        rows = rows or (lines_to_rows(chunk[start:], reader.source) if start else None)
        if rows is not None:
            yield from _text_drafts(chunk[:start], reader)
            yield from _table_drafts(chunk[start:], rows, reader.source)
            return
    yield from _text_drafts(chunk, reader)


def _heading_style(chunk: Chunk) -> str | None:
    """How the first line is made a heading: an underline below it, or capitals with nothing or plain text below."""
    text = chunk[0].text.strip()
    if len(text.split()) > _LONGEST_HEADING or text.endswith((".", ",", ";")):
        return None
    under = chunk[1].text.strip() if len(chunk) > 1 else ""
    if _UNDERLINE.fullmatch(under) and not _UNDERLINE.fullmatch(text):
        return f"under{under[0]}"
    name = _NUMBERED_HEADING.sub("", text)
    return "capitals" if is_capitals(name) and (not under or not under.isupper()) else None


def _tab_rows(lines: Chunk, source: SourceText) -> list[list[RawCell]]:
    return [
        [
            RawCell(glyphs=tuple(plain_glyphs(source.text[start:end], start)), begin=start, end=end)
            for start, end in line_to_cells(line.text, line.at, _TAB)
        ]
        for line in lines
    ]


def _text_drafts(lines: Chunk, reader: _Reader) -> Iterator[Draft]:
    """A paragraph and the list items in it; an item's lines run to the next sign."""
    starts = [number for number, line in enumerate(lines) if number == 0 or _ITEM.match(line.text)]
    for start, end in pairwise([*starts, len(lines)]):
        part = lines[start:end]
        sign = _ITEM.match(part[0].text)
        if sign is not None:
            yield _lines_draft(part, "item", marker=sign["sign"], skip=sign.end(), level=1)
        elif part:
            yield _lines_draft(part, "paragraph")


def _lines_draft(
    lines: Chunk,
    kind: BlockKind,
    *,
    level: int | None = None,
    marker: str | None = None,
    skip: int = 0,
) -> Draft:
    """The lines as one draft, without the first ``skip`` characters."""
    glyphs: list[Glyph] = []
    for number, line in enumerate(lines):
        if number:
            before = _end(lines[number - 1])
            glyphs.append(Glyph(SOFT_BREAK, before, line.at))
        text = line.text[skip:] if number == 0 else line.text
        glyphs += plain_glyphs(text, line.at + (skip if number == 0 else 0))
    return Draft(
        kind=kind, begin=lines[0].at + skip, end=_end(lines[-1]), glyphs=tuple(glyphs), level=level, marker=marker
    )


def _footnotes(chunk: Chunk) -> Iterator[Draft]:
    """Numbered lines below a rule."""
    starts = [number for number, line in enumerate(chunk) if _FOOTNOTE.match(line.text)]
    for start, end in pairwise([*starts, len(chunk)]):
        sign = _FOOTNOTE.match(chunk[start].text)
        assert sign is not None
        yield _lines_draft(chunk[start:end], "footnote", marker=sign["bracketed"] or sign["bare"], skip=sign.end())


def _mark_title_lines(drafts: Sequence[Draft]) -> list[Draft]:
    """Below the first heading, a short line in title case above prose or a table is a heading of the lowest level."""
    lowest = max((draft.level or 0 for draft in drafts if draft.kind == "heading"), default=0)
    marked = list(drafts)
    begun = False
    for number, (draft, after) in enumerate(pairwise(drafts)):
        begun = begun or draft.kind == "heading"
        if begun and _is_title_line(draft, after, drafts[number - 1]):
            marked[number] = replace(draft, kind="heading", level=lowest + 1)
    return marked


def _is_title_line(draft: Draft, after: Draft, before: Draft) -> bool:
    text = draft.text.strip()
    words = [word for word in text.split() if len(word) > 3]
    if draft.kind != "paragraph" or SOFT_BREAK in text or HARD_BREAK in text or before.text.lstrip().startswith("/s/"):
        return False
    if not 0 < len(text.split()) <= _LONGEST_HEADING or re.search(r"[.,;:!?]$|: ", text) or not text[0].isupper():
        return False
    in_title_case = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return in_title_case and (after.kind in ("table", "item") or len(after.text.split()) > _LONGEST_HEADING)


def _furniture(lines: Sequence[TextLine], source: SourceText) -> tuple[Block, ...]:
    """Each running line once, in the order of its first appearance."""
    once = {" ".join(line.text.split()): line for line in reversed(lines)}
    drafts = [_lines_draft([line], "paragraph") for line in reversed(once.values())]
    return drafts_to_blocks(drafts, source)[0]
