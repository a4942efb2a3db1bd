"""Pictures of the pages with what was found painted over them, so that a person sees why a table came out as it did.

Header cells are tinted, a spanning cell is framed as far as it spans, each table has an outline and, above the page, a
line on what it is; what is to be reviewed is in another colour. A picture replaces only a picture that memolens drew.
"""

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from ingest.render import page_png
from records.document import Document
from records.errors import InputError
from records.place import Box, union_box
from records.settings import Settings
from records.table import Cell, Table
from ui.export.table_names import table_labels

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Colour = tuple[int, int, int]

_SURE: Colour = (0, 110, 60)
_REVIEW: Colour = (200, 60, 0)
_HEADER: Colour = (30, 90, 200)
_CELL: Colour = (90, 90, 90)
_PAPER: Colour = (255, 255, 255)
_TINT, _OPAQUE = 48, 255
_LETTER, _LINE = 8, 12
"""Points: the size of the letters, and from one line to the next."""
_DASHES = {0x2013: "-", 0x2014: "-"}  # of the letters that the built-in font does not have, the frequent ones
_LONGEST_TITLE = 80
_OURS = b"tEXtSoftware\0memolens"


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws on a picture of ``scale`` pixels a point what is given in points."""

    draw: "ImageDraw"
    scale: float

    def box(self, box: Box, *, colour: Colour, points: float, fill: bool = False) -> None:
        x0, top, x1, bottom = (side * self.scale for side in box)
        corners = (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))
        width = max(1, round(points * self.scale))
        self.draw.rectangle(corners, outline=(*colour, _OPAQUE), width=width, fill=(*colour, _TINT) if fill else None)

    def label(self, text: str, *, x: float, y: float, colour: Colour) -> None:
        """White on the colour, with its top left at ``x`` and ``y``."""
        from PIL import ImageFont

        font = ImageFont.load_default(size=_LETTER * self.scale)
        spot = (max(0.0, x) * self.scale, max(0.0, y) * self.scale)
        self.draw.rectangle(self.draw.textbbox(spot, text, font=font), fill=(*colour, _OPAQUE))
        self.draw.text(spot, text, font=font, fill=(*_PAPER, _OPAQUE))


def draw_tables(path: Path, document: Document, *, folder: Path, stem: str, settings: Settings) -> list[Path]:
    """``<stem>-p3.png`` for each page of ``path`` with a table; none for files without pages to show."""
    return [
        _write_picture(folder / f"{stem}-p{page}.png", table_page_png(path, document, page, settings=settings))
        for page in _pages_with_tables(document)
    ]


def table_page_png(path: Path, document: Document, page: int, *, settings: Settings) -> bytes:
    """The page as PNG with its tables painted over it, and a line on each above it."""
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(page_png(path, page, settings=settings))) as drawn:
        paper = drawn.convert("RGBA")
    scale = paper.width / (next(each.width for each in document.pages if each.number == page) or paper.width)
    shown = [
        (table, label)
        for table, label in zip(document.tables, table_labels(document.tables), strict=True)
        if page in {number for number, _ in table.boxes}
    ]
    layer = Image.new("RGBA", paper.size, (0, 0, 0, 0))
    for table, label in shown:
        _paint_table(_Pen(ImageDraw.Draw(layer), scale), table, page=page, label=label)
    band = round((len(shown) * _LINE + _LETTER) * scale)
    picture = Image.new("RGB", (paper.width, paper.height + band), _PAPER)
    picture.paste(Image.alpha_composite(paper, layer).convert("RGB"), (0, band))
    _write_captions(_Pen(ImageDraw.Draw(picture, "RGBA"), scale), shown)
    return _to_png(picture)


def table_caption(table: Table, label: str) -> str:
    """``p3-t1: 12 x 4, partly ruled, 0.93``, with ``review`` where it should be looked at, and its title."""
    caption = f"{label}: {table.rows} x {table.columns}, {table.method.replace('_', ' ')}, {table.confidence:.2f}"
    title = shorten(table.title or "", _LONGEST_TITLE, placeholder="...")
    caption = ", ".join(filter(None, (caption, "review" if table.review else "", title)))
    return caption.translate(_DASHES).encode("latin-1", "replace").decode("latin-1")


def _pages_with_tables(document: Document) -> Iterator[int]:
    sized = {page.number for page in document.pages if page.width}
    yield from sorted({page for table in document.tables for page, _ in table.boxes} & sized)


def _write_captions(pen: _Pen, shown: Sequence[tuple[Table, str]]) -> None:
    for number, (table, label) in enumerate(shown):
        caption = table_caption(table, label)
        pen.label(caption, x=_LETTER, y=_LETTER / 2 + number * _LINE, colour=_table_colour(table))


def _table_colour(table: Table) -> Colour:
    return _REVIEW if table.review else _SURE


def _paint_table(pen: _Pen, table: Table, *, page: int, label: str) -> None:
    cells = [cell for cell in table.cells if cell.page == page and cell.box is not None]
    for cell in cells:
        _paint_cell(pen, cell, cells, is_header=cell.row < table.header_rows)
    colour = _table_colour(table)
    for number, box in table.boxes:
        if number == page:
            pen.box(box, colour=colour, points=1.5)
            tag = label.rpartition("-")[2]
            pen.label(tag, x=box[0] - _LETTER * len(tag), y=box[1], colour=colour)


def _paint_cell(pen: _Pen, cell: Cell, cells: Sequence[Cell], *, is_header: bool) -> None:
    assert cell.box is not None
    colour = _HEADER if is_header else _CELL
    pen.box(cell.box, colour=colour, points=0.5, fill=is_header)
    if cell.row_span > 1 or cell.column_span > 1:
        pen.box(span_box(cell, cells), colour=colour, points=1)


def span_box(cell: Cell, cells: Sequence[Cell]) -> Box:
    """As far as the rows and columns reach that ``cell`` spans: its own box may hold no more than its words."""
    columns = range(cell.column, cell.column + cell.column_span)
    rows = range(cell.row, cell.row + cell.row_span)
    across = [each.box for each in cells if each.box and each.column_span == 1 and each.column in columns]
    down = [each.box for each in cells if each.box and each.row_span == 1 and each.row in rows]
    own = [cell.box] if cell.box else []
    x0, _, x1, _ = union_box(own + across) or (0.0, 0.0, 0.0, 0.0)
    _, top, _, bottom = union_box(own + down) or (0.0, 0.0, 0.0, 0.0)
    return x0, top, x1, bottom


def _to_png(picture: object) -> bytes:
    from PIL.Image import Image
    from PIL.PngImagePlugin import PngInfo

    assert isinstance(picture, Image)
    notes, out = PngInfo(), io.BytesIO()
    notes.add_text("Software", "memolens")
    picture.save(out, format="PNG", pnginfo=notes)
    return out.getvalue()


def _write_picture(path: Path, content: bytes) -> Path:
    if os.path.lexists(path) and not _is_ours(path):
        raise InputError(
            f"its pictures were not drawn: {path.name} was not drawn by memolens. Move it away, or choose another "
            "folder.",
            code="in_the_way",
        )
    path.write_bytes(content)
    return path


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return _OURS in file.read(256)
