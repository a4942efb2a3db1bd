"""A Markdown file -> a ``Document``: CommonMark with pipe tables, footnotes, and the loose habits of PDF converters.

Every word keeps the characters that the file has for it, signs and all, so that a quote is found in the file. Raw
programs, front matter and pictures are not interpreted; a picture is reported, since what it shows was not read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from ingest.text.broken_blocks import join_broken
from ingest.text.draft import Draft, drafts_to_blocks
from ingest.text.drawn_grid import lines_to_grid
from ingest.text.glyphs import HARD_BREAK, Glyph, plain_glyphs
from ingest.text.grid_table import rows_to_table
from ingest.text.html_text import HtmlDrafts, html_problems, html_to_drafts
from ingest.text.line_splits import split_lines
from ingest.text.loose_headings import mark_headings
from ingest.text.markdown_inline import inline_to_glyphs
from ingest.text.markdown_rules import memo_parser
from ingest.text.markdown_source import MarkdownLines
from ingest.text.markdown_tables import pipes_to_table, tabs_to_table
from ingest.text.source_text import SourceText, bytes_to_source
from records.document import Document, Problem

_LONGEST_UNDERLINED_HEADING = 15
"""Words: a longer underlined paragraph is a paragraph above a rule."""


def read_markdown(data: bytes, *, name: str, sha256: str) -> Document:
    """Read a Markdown file's bytes."""
    source = bytes_to_source(data)
    tokens = memo_parser().parse(source.text)
    html = HtmlDrafts()
    drafts = list(tokens_to_drafts(tokens, source, html))
    drafts = mark_headings(join_broken(split_lines(drafts), source))
    blocks, tables = drafts_to_blocks(drafts, source)
    return Document(
        file=name,
        sha256=sha256,
        media="markdown",
        pages=source.pages(),
        blocks=blocks,
        tables=tables,
        problems=(*source.problems, *_problems(tokens, html)),
    )


@dataclass(slots=True)
class _Item:
    """An open list item: its sign, until its first paragraph has taken it."""

    marker: str
    has_text: bool = False


@dataclass(slots=True)
class _Walk:
    source: SourceText
    lines: MarkdownLines
    html: HtmlDrafts
    items: list[_Item] = field(default_factory=list)


def tokens_to_drafts(tokens: Sequence[Token], source: SourceText, html: HtmlDrafts) -> Iterator[Draft]:
    """One draft for each leaf block of the parse, in the order of the file; ``html`` counts what HTML leaves unread."""
    walk = _Walk(source, MarkdownLines(source.text), html)
    in_table = False
    for number, token in enumerate(tokens):
        if token.type == "list_item_open":
            walk.items.append(_Item(token.info + token.markup))
        elif token.type == "list_item_close":
            walk.items.pop()
        elif token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        if token.type == "inline" and not in_table:
            yield _inline_draft(token, tokens[number - 1], walk)
        elif token.map is not None:
            yield from _leaf_drafts(token, walk)


def _leaf_drafts(token: Token, walk: _Walk) -> Iterator[Draft]:
    assert token.map is not None
    first, last = token.map
    begin, end = walk.lines.span(first, last)
    rows = [walk.lines.row(number) for number in range(first, last)]
    match token.type:
        case "table_open":
            table = pipes_to_table(rows, source=walk.source, parser=memo_parser())
        case "delimited_table":
            table = tabs_to_table(rows, source=walk.source, parser=memo_parser())
        case "drawn_table":
            grid = lines_to_grid(rows, walk.source)
            table = rows_to_table(grid.rows, source=walk.source, method="markdown", header_rows=grid.header_rows)
        case "block_html":
            found = html_to_drafts(walk.source, begin, end)
            walk.html.hidden += found.hidden
            walk.html.pictures += found.pictures
            yield from [*found.running, *found.drafts]
            return
        case "fence":
            yield _verbatim(token, walk)
            return
        case _:
            return
    if table is not None:
        yield Draft(kind="table", begin=begin, end=end, table=table)


def _verbatim(token: Token, walk: _Walk) -> Draft:
    """A fenced block's lines as they are."""
    assert token.map is not None
    closed = walk.source.text[slice(*walk.lines.span(token.map[1] - 1, token.map[1]))].strip().startswith(token.markup)
    begin, end = walk.lines.span(token.map[0] + 1, max(token.map[0] + 1, token.map[1] - closed))
    glyphs = [
        g._replace(char=HARD_BREAK) if g.char == "\r" else g for g in plain_glyphs(walk.source.text[begin:end], begin)
    ]
    return Draft(kind="paragraph", begin=begin, end=end, glyphs=tuple(glyphs))


def _inline_draft(token: Token, opened: Token, walk: _Walk) -> Draft:
    assert token.map is not None
    draft = _paragraph(token, opened, walk)
    if opened.type == "heading_open" and not _is_ruled_paragraph(opened, draft):
        return replace(draft, kind="heading", level=int(opened.tag[1]))
    if walk.items and not walk.items[-1].has_text:
        level = 1 + sum(item.has_text for item in walk.items)
        for item in walk.items:
            item.has_text = True
        return replace(draft, kind="item", marker=walk.items[-1].marker, level=level)
    return draft


def _is_ruled_paragraph(opened: Token, draft: Draft) -> bool:
    """A paragraph directly above ``---`` is an underlined heading to Markdown, and a page's end to a converter."""
    underlined = opened.markup in ("-", "=")
    text = draft.text.strip()
    return underlined and (len(text.split()) > _LONGEST_UNDERLINED_HEADING or text.endswith((".", ";", ",")))


def _paragraph(token: Token, opened: Token, walk: _Walk) -> Draft:
    assert token.map is not None
    at = walk.lines.content_offsets(token.content, token.map[0], heading=opened.markup if "#" in opened.markup else "")
    glyphs: list[Glyph] | None = None
    if at:
        glyphs = inline_to_glyphs(token.children or [], content=token.content, at=at, parser=memo_parser())
        begin, end = at[0], at[-1] + 1
    if glyphs is None:
        begin, end = walk.lines.span(*token.map)
        glyphs = plain_glyphs(walk.source.text[begin:end], begin)
    return Draft(kind="paragraph", begin=begin, end=end, glyphs=tuple(glyphs))


def _problems(tokens: Sequence[Token], html: HtmlDrafts) -> Iterator[Problem]:
    html.pictures += sum(child.type == "image" for token in tokens for child in token.children or ())
    yield from html_problems(html)
