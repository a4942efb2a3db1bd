"""The typefaces, sizes and colours of the two houses. Only the standard PDF fonts: nothing depends on the machine."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

INK = HexColor("#1c2733")
SEAL = HexColor("#1f4e66")
RULE = HexColor("#5b6770")
FOREST = HexColor("#23453a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """``fills`` are the colours of status cells; their words are white on those named in ``on_fill``."""

    body: ParagraphStyle
    item: ParagraphStyle
    cell: ParagraphStyle
    cell_right: ParagraphStyle
    cell_head: ParagraphStyle
    cell_head_right: ParagraphStyle
    cell_status: str
    note: ParagraphStyle
    label: ParagraphStyle
    caption: ParagraphStyle
    headings: Mapping[int, ParagraphStyle]
    fills: Mapping[str, Color]
    on_fill: Mapping[str, str]
    header_fill: Color
    grid: tuple[float, Color]
    hyphens: bool


def _cells(cell: ParagraphStyle, *, bold: str) -> dict[str, ParagraphStyle]:
    head = ParagraphStyle("cell_head", parent=cell, fontName=bold)
    return {
        "cell": cell,
        "cell_right": ParagraphStyle("cell_right", parent=cell, alignment=TA_RIGHT),
        "cell_head": head,
        "cell_head_right": ParagraphStyle("cell_head_right", parent=head, alignment=TA_RIGHT),
    }


_TIMES = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=14.6, alignment=TA_JUSTIFY, spaceAfter=9,
                        splitLongWords=0, allowWidows=0, allowOrphans=0)  # fmt: skip
HARROWGATE = Styles(
    body=_TIMES,
    item=ParagraphStyle("item", parent=_TIMES, leftIndent=36, bulletIndent=18, bulletFontName="Times-Roman",
                        bulletFontSize=12, spaceAfter=4, allowWidows=1, allowOrphans=1),
    **_cells(ParagraphStyle("cell", fontName="Times-Roman", fontSize=10.5, leading=12.2, splitLongWords=0),
             bold="Times-Bold"),
    cell_status="Times-Bold",
    note=ParagraphStyle("note", fontName="Times-Roman", fontSize=9, leading=10.8),
    label=ParagraphStyle("label", fontName="Helvetica", fontSize=10, leading=12.5),
    caption=ParagraphStyle("caption", parent=_TIMES, fontName="Times-Bold", alignment=0, spaceBefore=4,
                           keepWithNext=1),
    headings={
        1: ParagraphStyle("h1", fontName="Times-Bold", fontSize=12, leading=15, spaceBefore=10, spaceAfter=6,
                          keepWithNext=1),
        2: ParagraphStyle("h2", fontName="Times-BoldItalic", fontSize=12, leading=15, spaceBefore=4, spaceAfter=5,
                          keepWithNext=1),
        3: ParagraphStyle("h3", fontName="Times-Italic", fontSize=11.5, leading=14, spaceBefore=2, spaceAfter=4,
                          keepWithNext=1),
    },
    fills={"red": HexColor("#c00000"), "yellow": HexColor("#ffd966"), "green": HexColor("#70ad47"),
           "on_hold": HexColor("#bfbfbf")},
    on_fill={"red": "white"},
    header_fill=HexColor("#dce4ea"),
    grid=(0.6, black),
    hyphens=True,
)  # fmt: skip

_HELVETICA = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13.4, spaceAfter=7, splitLongWords=0,
                            allowWidows=0, allowOrphans=0)  # fmt: skip
LUNDERMERE = Styles(
    body=_HELVETICA,
    item=ParagraphStyle("item", parent=_HELVETICA, leftIndent=26, bulletIndent=12, bulletFontName="Helvetica",
                        bulletFontSize=10, spaceAfter=3, allowWidows=1, allowOrphans=1),
    **_cells(ParagraphStyle("cell", fontName="Helvetica", fontSize=8.6, leading=10.4, splitLongWords=0),
             bold="Helvetica-Bold"),
    cell_status="Helvetica",
    note=ParagraphStyle("note", fontName="Helvetica", fontSize=8, leading=9.8),
    label=ParagraphStyle("label", fontName="Helvetica", fontSize=10, leading=13),
    caption=ParagraphStyle("caption", parent=_HELVETICA, fontName="Helvetica-Bold", fontSize=9.5, spaceBefore=5,
                           spaceAfter=4, keepWithNext=1),
    headings={
        1: ParagraphStyle("h1", fontName="Helvetica-Bold", fontSize=12.5, leading=16, spaceBefore=9, spaceAfter=5,
                          textColor=FOREST, keepWithNext=1),
        2: ParagraphStyle("h2", fontName="Helvetica-Bold", fontSize=10, leading=13, spaceBefore=3, spaceAfter=3,
                          keepWithNext=1),
    },
    fills={"red": HexColor("#d9362b"), "red_yellow": HexColor("#ee7d31"), "yellow": HexColor("#fbc02d"),
           "yellow_green": HexColor("#c3d94e"), "green": HexColor("#5cab54"), "on_hold": HexColor("#d0d3d4")},
    on_fill={"red": "white"},
    header_fill=HexColor("#e6ece8"),
    grid=(0.35, HexColor("#8d9a93")),
    hyphens=False,
)  # fmt: skip
PAPER = white
