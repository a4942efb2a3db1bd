"""What stands around the tables of a document: running heads, captions, notes, and the text that parts two tables.

A table goes on over a page break if nothing but running heads, notes and words such as ``Table 3 (continued)`` stands
between its two parts.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ingest.tables.lines.captions import opens_caption
from ingest.tables.lines.text_chunks import TextLine
from ingest.tables.lines.words import is_within
from ingest.tables.page_tables import Sheet
from ingest.tables.whole.stitch import CONTINUED, TextBoxes
from records.place import Box

_EDGE = 0.12
"""The share of a page at its top and bottom where running heads stand."""
_SAME_HEIGHT = 4.0
"""Points by which a running head may move from page to page."""
_DIGITS = re.compile(r"\d+")
_RULE = r"[-–—|\s]{0,4}"
_PAGE_NUMBER = re.compile(rf"(?:page\s)?{_RULE}(?:\d{{1,4}}|[ivxlc]{{1,6}})(?:\s(?:of|/)\s\d{{1,4}})?{_RULE}", re.I)
_MARK = r"(?:[*†‡§]{1,3}|\(?\d{1,2}[.)]?|\[\d{1,2}\]|[a-z][.)])"
_NOTE = re.compile(rf"(?:notes?|sources?|legend|key)\s?[:.–—-].*|{_MARK} ?\S.*", re.I)
_ABOVE = 60.0
"""Points above a table in which its title stands."""
_SMALL = 0.93
"""Notes are set in at most this share of the body's type size."""
_COUNTED = r"(?:(?:dollar )?amounts|figures|values|dollars|numbers|data)"
_SCALE = r"(?:thousands?|millions?|billions?|hundreds|percent|per ?cent|%|\$?000s?|nominal|constant|current)"
_MONEY = r"(?:[A-Z]{2,3}\$? |U\.?S\.? |\$ ?)"
UNIT = re.compile(
    rf"\(?(?:all )?{_COUNTED}?,? ?(?:are |shown |expressed |stated )?in "
    rf"{_MONEY}?{_SCALE}(?: of)?(?: [A-Za-z.$,]{{1,16}}){{0,4}}\)?",
    re.I,
)
"""``(in thousands of dollars)``, ``Dollars in millions``, ``in percent``."""


def line_text(line: TextLine) -> str:
    """Its words, without footnote marks."""
    return " ".join(piece.text for piece in line.pieces if not piece.mark)


def lines_outside(sheets: Sequence[Sheet]) -> dict[int, list[TextLine]]:
    """For each page the lines outside tables and charts, without running heads and page numbers."""
    outside = {sheet.number: _outside(sheet) for sheet in sheets}
    running = _running(sheets, outside)
    return {page: [line for line in lines if id(line) not in running] for page, lines in outside.items()}


def _outside(sheet: Sheet) -> list[TextLine]:
    boxes = [*(box for table in sheet.tables for _, box in table.boxes), *sheet.charts]
    if not boxes:
        return list(sheet.lines)
    return [line for line in sheet.lines if not _mostly_within(line, boxes)]


def _mostly_within(line: TextLine, boxes: Sequence[Box]) -> bool:
    near = [box for box in boxes if box[1] - 1 <= (line.top + line.bottom) / 2 <= box[3] + 1]
    inside = sum(any(is_within(piece, box) for box in near) for piece in line.pieces) if near else 0
    return inside >= 0.5 * len(line.pieces)


def _running(sheets: Sequence[Sheet], outside: dict[int, list[TextLine]]) -> set[int]:
    """Lines at the top or bottom edge that stand there on other pages too, their figures aside; bare page numbers."""
    edge = {sheet.number: [line for line in outside[sheet.number] if _at_edge(line, sheet.height)] for sheet in sheets}
    seen: Counter[tuple[str, int]] = Counter()
    for lines in edge.values():
        seen.update({key for line in lines for key in _keys(line)})
    return {
        id(line)
        for lines in edge.values()
        for line in lines
        if _PAGE_NUMBER.fullmatch(line_text(line)) or max(seen[key] for key in _keys(line)) > 1
    } - {id(line) for lines in edge.values() for line in _captions(lines)}


def _captions(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Captions and what runs on from them: ``Table 3`` at the top of one page, ``Table 4`` on the next."""
    caption: TextLine | None = None
    for line in lines:
        close = caption is not None and 0 <= line.top - caption.bottom < 0.9 * line.size
        if opens_caption(line) or close:
            yield line
            caption = line


def _keys(line: TextLine) -> list[tuple[str, int]]:
    text = _DIGITS.sub("#", line_text(line).casefold())
    height = int(line.top / _SAME_HEIGHT)
    return [(text, height), (text, height + 1)]


def _at_edge(line: TextLine, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def body_size(lines: dict[int, list[TextLine]]) -> float:
    """The type size of most words outside the tables."""
    sizes: Counter[float] = Counter()
    for line in (line for page in lines.values() for line in page):
        sizes[round(line.size, 1)] += line.words
    return sizes.most_common(1)[0][0] if sizes else 10.0


def is_note(line: TextLine, *, body: float) -> bool:
    """A footnote or source line: it opens with a mark or says what it is, or is set smaller than the body."""
    opens = line.pieces[0].mark or _NOTE.fullmatch(line_text(line)) is not None
    return line.size <= _SMALL * body or (opens and line.size <= body)


def parting_text(sheets: Sequence[Sheet], outside: dict[int, list[TextLine]]) -> TextBoxes:
    """For each page the boxes of the lines that part a table above them from one below."""
    body = body_size(outside)
    boxes: dict[int, list[Box]] = {}
    titles: set[str] = set()
    for sheet in sheets:
        tops = [box[1] for table in sheet.tables for _, box in table.boxes]
        for line in outside[sheet.number]:
            above = bool(tops) and line.bottom <= min(tops) + 1
            passing = _says_continued(line, titles) if above else is_note(line, body=body)
            if not passing:
                boxes.setdefault(sheet.number, []).append((line.x0, line.top, line.x1, line.bottom))
        titles = {line_text(line) for line in outside[sheet.number] for top in tops if 0 <= top - line.bottom < _ABOVE}
    return boxes


def _says_continued(line: TextLine, titles: Collection[str]) -> bool:
    """``Table 3 (continued)``, the title of the table above once more, or the unit of its figures."""
    text = line_text(line)
    return text in titles or CONTINUED.search(text) is not None or UNIT.fullmatch(text) is not None
