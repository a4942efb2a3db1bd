"""The tables that are open while HTML is read, each inside a cell of the one before, and the colours of their cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.text.draft import Draft
from ingest.text.glyphs import Glyph
from ingest.text.grid_table import RawCell, rows_to_table
from ingest.text.source_text import SourceText

_WIDEST_SPAN = 100
"""A table's cell cannot claim more rows or columns than this: a span is a number that anybody can write."""
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]{1,60})", re.IGNORECASE)
_PART = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?\b|rgb\([\d\s,.%]{5,30}\)|\b[a-z]{3,20}\b", re.IGNORECASE)
_WHITE = "#ffffff"

Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class OpenCell:
    row_span: int
    column_span: int
    header: bool
    fill: str | None
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table up to where it has been read; ``head_rows`` counts the rows of its ``<thead>``."""

    rows: list[list[OpenCell]] = field(default_factory=list)
    cell: OpenCell | None = None
    in_head: bool = False
    head_rows: int = 0
    inner: list[Draft] = field(default_factory=list)
    """Tables that ended inside its cells: they follow it."""

    def start_row(self) -> None:
        self.rows.append([])
        self.cell = None

    def start_cell(self, tag: str, attributes: Attributes) -> None:
        if not self.rows:
            self.start_row()
        self.cell = OpenCell(
            row_span=_span(attributes.get("rowspan")),
            column_span=_span(attributes.get("colspan")),
            header=tag == "th",
            fill=attributes_to_fill(attributes),
        )
        self.rows[-1].append(self.cell)

    def raw_rows(self, at: int) -> list[list[RawCell]]:
        """Rows that have cells; an empty cell is said to stand at ``at``."""
        return [[_raw_cell(cell, at) for cell in row] for row in self.rows if row]

    def header_rows(self) -> int | None:
        """What the table declares; ``None`` where it declares nothing, or only headers."""
        head = sum(bool(row) for row in self.rows[: self.head_rows])
        return head if 0 < head < sum(map(bool, self.rows)) else None


def table_to_draft(table: OpenTable, *, source: SourceText, at: int) -> Draft | None:
    """The table that ends at ``at``, or its text where it has one cell; ``None`` where nothing shows."""
    rows = table.raw_rows(at)
    read = rows_to_table(rows, source=source, method="html", header_rows=table.header_rows()) if rows else None
    if read is None:
        return None
    if read.rows * read.columns == 1:
        only = next(cell for row in rows for cell in row if cell.begin < cell.end)
        return Draft(kind="paragraph", begin=only.begin, end=only.end, glyphs=only.glyphs)
    return Draft(kind="table", begin=min(cell.begin for row in rows for cell in row), end=at, table=read)


def attributes_to_fill(attributes: Attributes) -> str | None:
    """``bgcolor="yellow"``, ``style="background: #ff0"`` -> ``#ffff00``; white is no colour."""
    style = _BACKGROUND.search(attributes.get("style") or "")
    written = style.group(1) if style else attributes.get("bgcolor") or ""
    colours = (_colour(part) for part in _PART.findall(written))
    found = next((colour for colour in colours if colour is not None), None)
    return None if found == _WHITE else found


def _colour(written: str) -> str | None:
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:  # "none", "transparent", "url"
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"


def _span(value: str | None) -> int:
    return max(1, min(int(value), _WIDEST_SPAN)) if value and value.isascii() and value.isdigit() else 1


def _raw_cell(cell: OpenCell, at: int) -> RawCell:
    shown = [glyph for glyph in cell.glyphs if not glyph.char.isspace()]
    begin, end = (shown[0].start, shown[-1].end) if shown else (at, at)
    return RawCell(
        glyphs=tuple(cell.glyphs),
        begin=begin,
        end=end,
        row_span=cell.row_span,
        column_span=cell.column_span,
        header=cell.header,
        fill=cell.fill,
    )
