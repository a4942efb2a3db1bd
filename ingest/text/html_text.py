"""A stretch of HTML -> drafts: its headings, paragraphs, list items and tables, each with its place in the file."""

from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from ingest.text.draft import Draft
from ingest.text.glyphs import SOFT_BREAK, Glyph, plain_glyphs
from ingest.text.grid_table import RawCell, rows_to_table
from ingest.text.html_tags import TagState
from ingest.text.source_text import SourceText
from records.document import BlockKind

_BLOCKS = frozenset(
    ("address", "article", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "figcaption", "hr", "li", "ol",
     "p", "section", "ul")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSHOWN = frozenset(("script", "style", "template", "title"))
_WIDEST_SPAN = 100
"""A table's cell cannot claim more rows or columns than this: a span is a number that anybody can write."""


def html_to_drafts(source: SourceText, begin: int, end: int) -> list[Draft]:
    """Everything that ``file[begin:end]`` shows; as plain text where it is too broken to be parsed."""
    reader = _Reader(source, begin)
    try:
        reader.feed(source.text[begin:end])
        reader.close()
    except AssertionError:  # how html.parser reports a malformed declaration
        return [
            Draft(kind="paragraph", begin=begin, end=end, glyphs=tuple(plain_glyphs(source.text[begin:end], begin)))
        ]
    reader.finish()
    return reader.drafts


@dataclass(slots=True)
class _Cell:
    row_span: int
    column_span: int
    header: bool
    glyphs: list[Glyph] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects glyphs into the open cell, else into the open block."""

    def __init__(self, source: SourceText, begin: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = _line_starts(source.text, begin)
        self.drafts: list[Draft] = []
        self.glyphs: list[Glyph] = []
        self.kind: BlockKind = "paragraph"
        self.level: int | None = None
        self.tags = TagState()
        self.rows: list[list[_Cell]] | None = None
        self.cell: _Cell | None = None
        self.depth = 0
        self.unshown = 0

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines.offset(line) + column

    def _open(self) -> list[Glyph]:
        return self.glyphs if self.cell is None else self.cell.glyphs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._start_table()
        elif self.rows is not None and self.depth == 1 and tag in ("tr", "td", "th"):
            self._start_cell(tag, dict(attrs))
        elif tag in _UNSHOWN:
            self.unshown += 1
        else:
            self._structure(tag, opens=True)
            self.tags.apply(self.get_starttag_text() or "", start=self._offset(), glyphs=self._open())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSHOWN | {"table", "tr", "td", "th"}:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.depth:
            self.depth -= 1
            if self.depth == 0:
                self._end_table()
        elif tag in ("tr", "td", "th") and self.depth == 1:
            self.cell = None
        elif tag in _UNSHOWN:
            self.unshown = max(0, self.unshown - 1)
        else:
            self._structure(tag, opens=False)
            self.tags.apply(f"</{tag}>", start=self._offset(), glyphs=self._open())

    def _structure(self, tag: str, *, opens: bool) -> None:
        """A block's tag ends the block before it; inside a table it only parts words."""
        if tag not in _BLOCKS and tag not in _HEADINGS:
            return
        if self.rows is not None and tag != "caption":
            self._open().append(Glyph(" ", self._offset(), self._offset() + 1))
            return
        self._flush()
        self.level = _HEADINGS.get(tag) if opens else None
        self.kind = _kind(tag) if opens else "paragraph"

    def _start_table(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self._flush()
            self.rows, self.cell = [], None

    def _start_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        assert self.rows is not None
        if tag == "tr" or not self.rows:
            self.rows.append([])
            self.cell = None
        if tag != "tr":
            spans = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
            self.cell = _Cell(row_span=spans[0], column_span=spans[1], header=tag == "th")
            self.rows[-1].append(self.cell)
            self.tags = TagState()

    def _end_table(self) -> None:
        self._flush()
        at = self._offset()
        rows = [_raw_row(row, at) for row in self.rows or () if row]
        table = rows_to_table(rows, source=self.source, method="html") if rows else None
        if table is not None:
            begin = min(cell.begin for row in rows for cell in row)
            self.drafts.append(Draft(kind="table", begin=begin, end=at, table=table))
        self.rows, self.cell, self.depth = None, None, 0

    def handle_data(self, data: str) -> None:
        if not self.unshown:
            start = self._offset()
            bold, italic = self.tags.bold > 0, self.tags.italic > 0
            self._open().extend(
                Glyph(SOFT_BREAK if char == "\n" else char, start + n, start + n + 1, bold, italic)
                for n, char in enumerate(data)
            )

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._offset()
        end = start + len(written)
        if self.source.text.startswith(";", end):
            end += 1
        for char in unescape(written + ";"):
            self._open().append(Glyph(char, start, end, self.tags.bold > 0, self.tags.italic > 0))

    def _flush(self) -> None:
        """Close the open block; one that shows nothing is none."""
        shown = [glyph for glyph in self.glyphs if not glyph.char.isspace() and glyph.char]
        if shown:
            begin, end = shown[0].start, self.glyphs[-1].end
            self.drafts.append(Draft(kind=self.kind, begin=begin, end=end, glyphs=tuple(self.glyphs), level=self.level))
        self.glyphs = []

    def finish(self) -> None:
        """What is still open at the end is shown all the same."""
        if self.rows is not None:
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
    return {"li": "item", "caption": "caption"}.get(tag, "paragraph")  # type: ignore[return-value]


def _span(value: str | None) -> int:
    return max(1, min(int(value), _WIDEST_SPAN)) if value and value.isascii() and value.isdigit() else 1


def _raw_row(row: list[_Cell], at: int) -> list[RawCell]:
    return [_raw_cell(cell, at) for cell in row]


def _raw_cell(cell: _Cell, at: int) -> RawCell:
    shown = [glyph for glyph in cell.glyphs if not glyph.char.isspace()]
    begin, end = (shown[0].start, shown[-1].end) if shown else (at, at)
    return RawCell(
        glyphs=tuple(cell.glyphs),
        begin=begin,
        end=end,
        row_span=cell.row_span,
        column_span=cell.column_span,
        header=cell.header,
    )
