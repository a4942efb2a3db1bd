"""The typefaces, sizes and colours of the series. Only the standard PDF fonts: nothing depends on the machine."""

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

INK = HexColor("#1c2733")
SEAL = HexColor("#1f4e66")
RULE = HexColor("#5b6770")
HEADER_FILL = HexColor("#dce4ea")
FILLS = {
    "red": HexColor("#c00000"),
    "yellow": HexColor("#ffd966"),
    "green": HexColor("#70ad47"),
    "on_hold": HexColor("#bfbfbf"),
}
ON_FILL = {"red": white}

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=14.6, alignment=TA_JUSTIFY, spaceAfter=9,
                      splitLongWords=0, allowWidows=0, allowOrphans=0)  # fmt: skip
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=36, bulletIndent=18, bulletFontName="Times-Roman",
                      bulletFontSize=12, spaceAfter=4, allowWidows=1, allowOrphans=1)  # fmt: skip
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=10.5, leading=12.2, splitLongWords=0)
CELL_RIGHT = ParagraphStyle("cell_right", parent=CELL, alignment=TA_RIGHT)
CELL_HEAD = ParagraphStyle("cell_head", parent=CELL, fontName="Times-Bold")
CELL_HEAD_RIGHT = ParagraphStyle("cell_head_right", parent=CELL_HEAD, alignment=TA_RIGHT)
NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=9, leading=10.8)
LABEL = ParagraphStyle("label", fontName="Helvetica", fontSize=10, leading=12.5)
CAPTION = ParagraphStyle("caption", parent=BODY, fontName="Times-Bold", alignment=0, spaceBefore=4, keepWithNext=1)
HEADINGS = {
    1: ParagraphStyle("h1", fontName="Times-Bold", fontSize=12, leading=15, spaceBefore=10, spaceAfter=6,
                      keepWithNext=1),
    2: ParagraphStyle("h2", fontName="Times-BoldItalic", fontSize=12, leading=15, spaceBefore=4, spaceAfter=5,
                      keepWithNext=1),
    3: ParagraphStyle("h3", fontName="Times-Italic", fontSize=11.5, leading=14, spaceBefore=2, spaceAfter=4,
                      keepWithNext=1),
}  # fmt: skip
