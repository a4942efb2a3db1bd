"""A Word table -> rows of cells with their spans, header rows and colours.

Cells whose edges differ by less than a reader sees share a column. A table that only frames text (one column) or that
sets the labels of a letterhead beside their values is no table, and is read as the paragraphs it holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from ingest.office.word_columns import MOST_COLUMNS, table_to_columns
from ingest.office.word_styles import Element
from ingest.office.word_text import WordText
from ingest.text.glyphs import HARD_BREAK, Glyph
from ingest.text.grid_table import RawCell

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_LABEL = re.compile(r"(to|from|via|through|thru|cc|date|re|subject|attention|attn)\s?:?\s*", re.IGNORECASE)
_FEWEST_LABELS = 3
_HOLDERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class WordCell:
    """A cell as it stands in the file: columns are the table's own, before near edges are joined."""

    element: Element
    first: int
    last: int
    glyphs: list[Glyph]
    begin: int
    end: int
    row_span: int = 1
    inner: list[Element] = field(default_factory=list)
    """Tables in the cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """``title`` is the alternative text that the author gave the table."""

    rows: tuple[tuple[RawCell, ...], ...]
    header_rows: int | None
    title: str | None
    begin: int
    end: int
    inner: tuple[Element, ...]

    @property
    def is_letterhead(self) -> bool:
        """Every row begins with a label or goes on with the row above; most labels are a letterhead's."""
        texts = [[_text(cell) for cell in row] for row in self.rows]
        labels = {found[1].lower() for row in texts for text in row if (found := _LABEL.fullmatch(text))}
        begins = all(not row[0] or row[0].endswith(":") or _LABEL.fullmatch(row[0]) for row in texts if row)
        return begins and (len(labels) >= _FEWEST_LABELS or {"to", "from"} <= labels)

    def lines(self) -> Iterator[list[RawCell]]:
        """The cells of each label and its value, or of each row."""
        for row in self.rows:
            line: list[RawCell] = []
            for cell in row:
                if line and _LABEL.fullmatch(_text(cell)):
                    yield line
                    line = []
                line.append(cell)
            if line:
                yield line


def framed_cells(table: Element) -> list[Element] | None:
    """The cells of a table of one column, which is text with a box around it; ``None`` for any other table."""
    rows = [list(_children(row, qn("w:tc"))) for row in _children(table, qn("w:tr"))]
    return [cell for cells in rows for cell in cells] if all(len(cells) <= 1 for cells in rows) else None


def read_table(table: Element, text: WordText) -> WordTable:
    """The table's text goes onto the tape row by row, cells parted by tabs."""
    begin = text.tape.length
    rows = [(row, _row_to_cells(row, text)) for row in _children(table, qn("w:tr")) if not _is_deleted(row, text)]
    kept = _merge_down([cells for _, cells in rows])
    edges = table_to_columns(table)
    headers = [_has(row, "tblHeader") for row, _ in rows]
    header_rows = headers.index(False) if False in headers else 0
    return WordTable(
        rows=tuple(tuple(_raw_cells(cells, edges)) for cells in kept),
        header_rows=header_rows or None,
        title=_alternative_text(table),
        begin=begin,
        end=text.tape.length,
        inner=tuple(inner for cells in kept for cell in cells for inner in cell.inner),
    )


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _is_deleted(row: Element, text: WordText) -> bool:
    deleted = _has(row, "del")
    text.unread["deleted_text"] += deleted
    return deleted


def _has(row: Element, name: str) -> bool:
    found = row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}")
    return found is not None and found.get(qn("w:val"), "1") not in ("0", "false", "off")


def _row_to_cells(row: Element, text: WordText) -> list[WordCell]:
    column = _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    cells: list[WordCell] = []
    for element in _children(row, qn("w:tc")):
        properties = element.find(qn("w:tcPr"))
        width = _number(_property(properties, "gridSpan"), 1)
        if _value(_property(properties, "hMerge")) == "continue" and cells:
            cells[-1].last = column = column + width
            continue
        begin = text.tape.length
        glyphs, inner = _content(element, text)
        end = text.tape.length
        text.tape.write("\t")
        cells.append(WordCell(element, column, column + width, glyphs, begin, end, inner=inner))
        column += width
    text.tape.write("\n")
    return cells


def _content(cell: Element, text: WordText) -> tuple[list[Glyph], list[Element]]:
    """The paragraphs of a cell and of its text boxes, each on a line of its own; its tables are kept for later."""
    glyphs: list[Glyph] = []
    waiting = list(_children(cell, qn("w:p")))
    inner = list(_children(cell, qn("w:tbl")))
    for paragraph in waiting:
        if glyphs:
            start = text.tape.write("\n")
            glyphs.append(Glyph(HARD_BREAK, start, start + 1))
        glyphs += text.paragraph_to_glyphs(paragraph)
        for box in text.boxes:
            waiting += _children(box, qn("w:p"))
            inner += _children(box, qn("w:tbl"))
        text.boxes.clear()
    return glyphs, inner


def _merge_down(rows: Sequence[list[WordCell]]) -> list[list[WordCell]]:
    """Cells that go on with the one above are left out and counted with it."""
    open_cells: dict[int, WordCell] = {}
    kept = []
    for row in rows:
        here = []
        for cell in row:
            merge = _property(cell.element.find(qn("w:tcPr")), "vMerge")
            above = open_cells.get(cell.first)
            if merge is not None and _value(merge) != "restart" and above is not None and above.last == cell.last:
                above.row_span += 1
                continue
            here.append(cell)
            open_cells = {first: other for first, other in open_cells.items() if not cell.first <= first < cell.last}
            if merge is not None:
                open_cells[cell.first] = cell
        kept.append(here)
    return kept


def _raw_cells(cells: Sequence[WordCell], edges: list[int] | None) -> Iterator[RawCell]:
    """The row's cells on the shown columns; cells are put in for what is left out before the first one."""
    column = 0
    for number, cell in enumerate(cells):
        first, last = (_shown(edge, edges) for edge in (cell.first, cell.last))
        if number == 0 and first > 0 and cell.first == _number(_row_start(cell.element), 0):
            yield RawCell(glyphs=(), begin=cell.begin, end=cell.begin, column_span=first)
        first = max(first, column)
        column = max(last, first + 1)
        yield RawCell(
            glyphs=tuple(cell.glyphs),
            begin=cell.begin,
            end=cell.end,
            row_span=cell.row_span,
            column_span=min(column - first, MOST_COLUMNS),
            fill=_fill(cell.element),
        )


def _row_start(cell: Element) -> Element:
    return cell.getparent().find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")


def _shown(edge: int, edges: list[int] | None) -> int:
    return edges[edge] if edges is not None and edge < len(edges) else edge


def _fill(cell: Element) -> str | None:
    """The colour that the cell is painted in, or else all of its paragraphs."""
    own = _property(cell.find(qn("w:tcPr")), "shd")
    inside = [paragraph.find(f"{qn('w:pPr')}/{qn('w:shd')}") for paragraph in cell.iterchildren(qn("w:p"))]
    colours = {_colour(shade) for shade in ([own] if _colour(own) else inside)}
    return colours.pop() if len(colours) == 1 else None


def _colour(shade: Element) -> str | None:
    value = "" if shade is None else str(shade.get(qn("w:fill"), ""))
    return f"#{value.lower()}" if _COLOUR.fullmatch(value) and value.lower() != "ffffff" else None


def _alternative_text(table: Element) -> str | None:
    value = _value(_property(table.find(qn("w:tblPr")), "tblCaption"))
    return " ".join(value.split()) or None if value else None


def _property(properties: Element, name: str) -> Element:
    return None if properties is None else properties.find(qn(f"w:{name}"))


def _value(element: Element) -> str | None:
    value = None if element is None else element.get(qn("w:val"))
    return None if value is None else str(value)


def _number(element: Element, default: int) -> int:
    value = _value(element) or ""
    return min(int(value), MOST_COLUMNS) if value.isdigit() else default


def _text(cell: RawCell) -> str:
    return "".join(glyph.char for glyph in cell.glyphs).strip()
