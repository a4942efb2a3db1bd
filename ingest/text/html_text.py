"""A stretch of HTML -> drafts: its headings, paragraphs, list items and tables, each with its place in the file.

A table inside a cell is a table of its own, below the one that holds it; a table of one cell is the text in it. What
the page hides is left out and counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser

from ingest.text.draft import Draft
from ingest.text.glyphs import SOFT_BREAK, Glyph, plain_glyphs
from ingest.text.html_cells import OpenTable, table_to_draft
from ingest.text.html_lists import OpenLists
from ingest.text.html_tags import TagState
from ingest.text.source_text import SourceText
from records.document import BlockKind, Problem

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "figcaption",
     "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSHOWN = frozenset(("script", "style", "template", "title"))
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_LISTS = frozenset(("ol", "ul"))
_MOST_NESTED = 20


@dataclass(slots=True)
class HtmlDrafts:
    """``running`` are the links of a page's menus; ``hidden`` and ``pictures`` count what was not read."""

    drafts: list[Draft] = field(default_factory=list)
    running: list[Draft] = field(default_factory=list)
    hidden: int = 0
    pictures: int = 0


def html_to_drafts(source: SourceText, begin: int, end: int) -> HtmlDrafts:
    """Everything that ``file[begin:end]`` shows; as plain text where it is too broken to be parsed."""
    reader = _Reader(source, begin)
    try:
        reader.feed(source.text[begin:end])
        reader.close()
    except AssertionError:  # how html.parser reports a malformed declaration
        text = plain_glyphs(source.text[begin:end], begin)
        return HtmlDrafts(drafts=[Draft(kind="paragraph", begin=begin, end=end, glyphs=tuple(text))])
    reader.finish()
    return reader.found


def html_problems(found: HtmlDrafts) -> Iterator[Problem]:
    if found.pictures:
        yield Problem(kind="picture", page=None, message=f"{found.pictures} picture(s) were not looked at.")
    if found.hidden:
        message = f"{found.hidden} part(s) that the page hides were left out."
        yield Problem(kind="hidden_text", page=None, message=message)


class _Reader(HTMLParser):
    """Collects glyphs into the open cell, else into the open block."""

    def __init__(self, source: SourceText, begin: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = _line_starts(source.text, begin)
        self.found = HtmlDrafts()
        self.glyphs: list[Glyph] = []
        self.kind: BlockKind = "paragraph"
        self.level: int | None = None
        self.marker: str | None = None
        self.tags = TagState()
        self.lists = OpenLists()
        self.open: list[OpenTable] = []
        self.unshown = 0
        self.menus = 0
        self.hiding: tuple[str, int] | None = None
        """The tag that hides what is in it, and how many of its kind are open."""

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines.offset(line) + column

    def _text(self) -> list[Glyph]:
        cell = self.open[-1].cell if self.open else None
        return self.glyphs if cell is None else cell.glyphs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._hides(tag, attributes):
            return
        if tag == "table":
            self._start_table()
        elif self.open and tag in ("tr", "td", "th", "thead", "tbody", "tfoot"):
            self._start_part(tag, attributes)
        elif tag in _UNSHOWN:
            self.unshown += 1
        else:
            self.found.pictures += tag == "img"
            self._structure(tag, opens=True, value=attributes.get("value") or attributes.get("start"))
            self.tags.apply(self.get_starttag_text() or "", start=self._offset(), glyphs=self._text())

    def _hides(self, tag: str, attributes: dict[str, str | None]) -> bool:
        if self.hiding is not None:
            self.hiding = (self.hiding[0], self.hiding[1] + (tag == self.hiding[0]))
            return True
        style = "".join((attributes.get("style") or "").lower().split())
        if tag not in _EMPTY and ("hidden" in attributes or "display:none" in style or "visibility:hidden" in style):
            self.hiding = (tag, 1)
            self.found.hidden += 1
            return True
        return False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSHOWN | {"table", "tr", "td", "th"}:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.hiding is not None:
            left = self.hiding[1] - (tag == self.hiding[0])
            self.hiding = (self.hiding[0], left) if left else None
        elif tag == "table":
            if self.open:
                self._end_table()
        elif self.open and tag in ("tr", "td", "th", "thead"):
            self.open[-1].cell = None
            self.open[-1].in_head &= tag != "thead"
        elif tag in _UNSHOWN:
            self.unshown = max(0, self.unshown - 1)
        else:
            self._structure(tag, opens=False)
            self.tags.apply(f"</{tag}>", start=self._offset(), glyphs=self._text())

    def _structure(self, tag: str, *, opens: bool, value: str | None = None) -> None:
        """A block's tag ends the block before it; inside a table it only parts words."""
        if tag not in _BLOCKS and tag not in _HEADINGS:
            return
        if self.open and tag != "caption":
            self._text().append(Glyph(" ", self._offset(), self._offset() + 1))
            return
        self._flush()
        if tag in _LISTS and opens:
            self.lists.enter(tag, value)
        elif tag in _LISTS:
            self.lists.leave()
        self.menus = max(0, self.menus + (1 if opens else -1)) if tag == "nav" else self.menus
        self.kind = _kind(tag) if opens else "paragraph"
        self.level = self.lists.depth if self.kind == "item" else _HEADINGS.get(tag) if opens else None
        self.marker = self.lists.sign(value) if self.kind == "item" else None

    def _start_table(self) -> None:
        if len(self.open) >= _MOST_NESTED:
            self._text().append(Glyph(" ", self._offset(), self._offset() + 1))
            return
        if not self.open:
            self._flush()
        self.open.append(OpenTable())

    def _start_part(self, tag: str, attributes: dict[str, str | None]) -> None:
        table = self.open[-1]
        if tag in ("thead", "tbody", "tfoot"):
            table.in_head = tag == "thead"
        elif tag == "tr":
            table.start_row()
            table.head_rows += table.in_head
        else:
            table.start_cell(tag, attributes)
            self.tags = TagState()

    def _end_table(self) -> None:
        if len(self.open) == 1:
            self._flush()
        table = self.open.pop()
        self.tags = TagState()
        own = table_to_draft(table, source=self.source, at=self._offset())
        drafts = [*([own] if own is not None else []), *table.inner]
        (self.open[-1].inner if self.open else self._out()).extend(drafts)

    def _out(self) -> list[Draft]:
        return self.found.running if self.menus else self.found.drafts

    def handle_data(self, data: str) -> None:
        if not self.unshown and self.hiding is None:
            start = self._offset()
            bold, italic = self.tags.bold > 0, self.tags.italic > 0
            self._text().extend(
                Glyph(SOFT_BREAK if char == "\n" else char, start + n, start + n + 1, bold, italic)
                for n, char in enumerate(data)
            )

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self.unshown or self.hiding is not None:
            return
        start = self._offset()
        end = start + len(written)
        if self.source.text.startswith(";", end):
            end += 1
        for char in unescape(written + ";"):
            self._text().append(Glyph(char, start, end, self.tags.bold > 0, self.tags.italic > 0))

    def _flush(self) -> None:
        """Close the open block; one that shows nothing is none."""
        shown = [glyph for glyph in self.glyphs if not glyph.char.isspace() and glyph.char]
        if shown:
            draft = Draft(kind=self.kind, begin=shown[0].start, end=self.glyphs[-1].end, glyphs=tuple(self.glyphs))
            self._out().append(replace(draft, level=self.level, marker=self.marker))
            self.marker = None
        self.glyphs = []

    def finish(self) -> None:
        """What is still open at the end is shown all the same."""
        while self.open:
            self._end_table()
        self._flush()


@dataclass(frozen=True, slots=True)
class _Lines:
    starts: tuple[int, ...]

    def offset(self, line: int) -> int:
        return self.starts[line - 1]


def _line_starts(text: str, begin: int) -> _Lines:
    starts = [begin]
    position = text.find("\n", begin)
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return _Lines(tuple(starts))


def _kind(tag: str) -> BlockKind:
    if tag in _HEADINGS:
        return "heading"
    return {"li": "item", "caption": "caption", "figcaption": "caption"}.get(tag, "paragraph")  # type: ignore[return-value]
