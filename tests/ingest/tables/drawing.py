"""A sheet of paper to draw tables on, and the notation in which they are drawn.

One text says what is drawn and what must come back::

    Programme | Budget | <     | Spent      ``<`` belongs to the cell on its left, ``^`` to the one above
    ^         | 2031   | 2032  | ^
    ===                                     the rows above are the header
    Roads{1}  | 1,200  | 1,300 | 900        ``{1}`` is a raised mark
    Long // label | 7  |       | $ 4        ``//`` ends a line within the cell; blank is an empty cell

``~`` is drawn empty; read, it may be empty or belong to the cell on its left.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Grid = list[list[str]]
Span = tuple[int, int, int, int]
Op = Callable[[Canvas], object]

_RAISED = re.compile(r"\{([^}]{1,6})\}")
_FIGURES = re.compile(r"[-–(<$]{0,3}\s?[\d.,]+[%)]{0,2}|[-–—]|n/a", re.IGNORECASE)
MARGIN = 72.0


def parse(text: str) -> tuple[Grid, int]:
    """The cells and the number of header rows that a text writes."""
    lines = [line.strip() for line in text.strip().splitlines()]
    header = lines.index("===") if "===" in lines else 0
    return [[cell.strip() for cell in line.split("|")] for line in lines if line != "==="], header


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table was drawn, from the top left of the page, with the edges of its rows and columns."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]

    @property
    def bottom(self) -> float:
        return self.rows[-1]

    @property
    def right(self) -> float:
        return self.columns[-1]


@dataclass(slots=True)
class Paper:
    """Pages on which things are drawn from the top left; ``y`` is where the next one goes.

    ``turn`` turns all that is drawn, ``rotate`` is the page's own rotation; ``scale``, ``crop`` and ``form`` draw the
    same through a scaled matrix, on a larger page of which a part is shown, and inside a form of its own.
    """

    path: Path
    width: float = 612.0
    height: float = 792.0
    turn: int = 0
    rotate: int = 0
    scale: float = 1.0
    crop: tuple[float, float] = (0.0, 0.0)
    form: bool = False
    x: float = MARGIN
    y: float = MARGIN
    pages: list[list[Op]] = field(default_factory=lambda: [[]])

    def page(self) -> Self:
        """The next page."""
        self.pages.append([])
        self.y = MARGIN
        return self

    def on_each(self, draw: Callable[[Self, int], object]) -> None:
        """Draw the same on every page, told its number."""
        drawn, self.pages = self.pages, []
        for number, ops in enumerate(drawn, start=1):
            self.pages.append(ops)
            draw(self, number)

    def space(self, points: float) -> Self:
        self.y += points
        return self

    def text(self, words: str, *, size: float = 10, bold: bool = False, x: float | None = None) -> Self:
        """Lines of text; the next thing goes below."""
        for line in words.strip().splitlines():
            self.words(self.x if x is None else x, self.y, line.strip(), size=size, bold=bold)
            self.y += 1.2 * size
        self.y += 0.4 * size
        return self

    def words(self, x: float, top: float, words: str, *, size: float = 10, bold: bool = False) -> float:
        """One line of text at a place, with its raised marks; returns where it ends."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        for number, part in enumerate(_RAISED.split(words)):
            raised = number % 2 == 1
            used = 0.6 * size if raised else size
            self._string(x, top + 0.8 * size - (0.35 * size if raised else 0), part, font, used)
            x += stringWidth(part, font, used)
        return x

    def line(
        self, x0: float, top: float, x1: float, bottom: float, *, width: float = 0.6, colour: str = "#000000"
    ) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColor(HexColor(colour))
            canvas.setLineWidth(width / self.scale)
            canvas.line(*self._at(x0, top), *self._at(x1, bottom))

        self.draw(draw)

    def paint(self, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(*self._at(x0, bottom), (x1 - x0) / self.scale, (bottom - top) / self.scale, stroke=0, fill=1)

        self.draw(draw)

    def frame(self, x0: float, top: float, x1: float, bottom: float, *, width: float = 0.6) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColor(HexColor("#000000"))
            canvas.setLineWidth(width / self.scale)
            canvas.rect(*self._at(x0, bottom), (x1 - x0) / self.scale, (bottom - top) / self.scale)

        self.draw(draw)

    def draw(self, op: Op) -> None:
        self.pages[-1].append(op)

    def _string(self, x: float, base: float, text: str, font: str, size: float) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont(font, size / self.scale)
            canvas.drawString(*self._at(x, base), text)

        self.draw(draw)

    def _at(self, x: float, top: float) -> tuple[float, float]:
        return x / self.scale, (self.height - top) / self.scale

    def table(self, text: str, **look: Any) -> Place:
        """Draw a table at the left margin, or at ``x``; the next thing goes below."""
        place = draw_table(self, text, Look(**look))
        self.y = place.bottom + 6
        return place

    def save(self) -> Path:
        sideways = self.turn % 180 == 90
        across, up = (self.height, self.width) if sideways else (self.width, self.height)
        left, below = self.crop
        size = (across + 2 * left, up + 2 * below)
        canvas = Canvas(str(self.path), pagesize=size[::-1] if self.rotate % 180 else size)  # its size as it is shown
        for number, ops in enumerate(self.pages):
            if left or below:
                canvas.setCropBox((left, below, left + across, below + up))
            canvas.setPageRotation(self.rotate)
            canvas.saveState()
            canvas.translate(left, below)
            self._turn(canvas)
            canvas.scale(self.scale, self.scale)
            self._ops(canvas, ops, name=f"form{number}")
            canvas.restoreState()
            canvas.showPage()
        canvas.save()
        return self.path

    def _turn(self, canvas: Canvas) -> None:
        """A quarter turn to the left is what a page that is rotated to the right shows upright."""
        dx = {90: self.height, 180: self.width}.get(self.turn, 0.0)
        dy = {180: self.height, 270: self.width}.get(self.turn, 0.0)
        canvas.translate(dx, dy)
        canvas.rotate(self.turn)

    def _ops(self, canvas: Canvas, ops: Sequence[Op], *, name: str) -> None:
        if self.form:
            canvas.beginForm(name, 0, 0, self.width / self.scale, self.height / self.scale)
        for op in ops:
            op(canvas)
        if self.form:
            canvas.endForm()
            canvas.doForm(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a table is drawn.

    ``rules`` names which, joined by ``+``: grid, rows, columns, inner (columns without the sides), frame, header (over
    and under it, and at the end), under (only below the header), spans (below header cells over several columns), top,
    end, total (over the last row), cells (a frame for each, ``inset`` from its neighbours). ``pen`` draws them as line,
    area (a thin painted one), dashed, dotted, strokes, double, or with gaps. ``fill`` paints zebra, header, cells or
    all. ``align`` is a letter a column (l, r, c); figures stand on the right by themselves.
    """

    rules: str = "grid"
    pen: str = "line"
    fill: str = ""
    colour: str = "#000000"
    size: float = 10
    bold: bool = True
    bold_labels: bool = False
    widths: Sequence[float] | None = None
    align: str = ""
    gap: float = 14
    pad: float = 3
    x: float | None = None
    inset: float = 0


def draw_table(paper: Paper, text: str, look: Look) -> Place:
    """Paint first, then rules, then words."""
    cells, header = parse(text.replace("~", ""))
    spans = list(cell_spans(cells))
    place = _lay_out(cells, spans, look, x=paper.x if look.x is None else look.x, y=paper.y, header=header)
    _paint(paper, place, look, header)
    for rule in _rules(place, spans, look, header):
        _draw_rule(paper, rule, look)
    for span in spans:
        _write(paper, cells, span, place, look, header)
    return place


def cell_spans(cells: Grid) -> Iterator[Span]:
    """First row and column of each cell, and those after its last."""
    for r, row in enumerate(cells):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = next((k for k in range(c + 1, len(row)) if row[k] != "<"), len(row))
            below = next((k for k in range(r + 1, len(cells)) if cells[k][c] != "^"), len(cells))
            yield r, c, below, right


def _lay_out(cells: Grid, spans: Sequence[Span], look: Look, *, x: float, y: float, header: int) -> Place:
    columns, rows = len(cells[0]), len(cells)
    widths = list(look.widths or [0.0] * columns)
    heights = [0.0] * rows
    for r, c, below, right in sorted(spans, key=lambda span: span[3] - span[1]):
        lines = [line.strip() for line in cells[r][c].split("//")]
        need = max(_width(line, look, bold=r < header) for line in lines) + look.gap
        if not look.widths:
            widths[right - 1] += max(0.0, need - sum(widths[c:right]))
        if below - r == 1:
            heights[r] = max(heights[r], 1.2 * look.size * len(lines) + 2 * look.pad)
    rises = [y + sum(heights[:n]) for n in range(rows + 1)]
    return Place(tuple(rises), tuple(x + sum(widths[:n]) for n in range(columns + 1)))


def _width(text: str, look: Look, *, bold: bool) -> float:
    font = "Helvetica-Bold" if bold and look.bold else "Helvetica"
    parts = _RAISED.split(text)
    return sum(float(stringWidth(part, font, look.size * (0.6 if n % 2 else 1))) for n, part in enumerate(parts))


def _paint(paper: Paper, place: Place, look: Look, header: int) -> None:
    left, right = place.columns[0], place.columns[-1]
    for r, (top, bottom) in enumerate(pairwise(place.rows)):
        if ("header" in look.fill and r < header) or ("zebra" in look.fill and r >= header and (r - header) % 2):
            paper.paint(left, top, right, bottom, "#c6d9f1" if r < header else "#eeeeee")
        elif "cells" in look.fill:
            for x0, x1 in pairwise(place.columns):
                paper.paint(x0, top, x1, bottom, "#c6d9f1" if r < header else "#eeeeee")
    if "all" in look.fill:
        paper.paint(left, place.rows[0], right, place.rows[-1], "#dbe5f1")


def _rules(place: Place, spans: Sequence[Span], look: Look, header: int) -> Iterator[tuple[float, float, float, float]]:
    names = set(look.rules.split("+"))
    ys, xs = place.rows, place.columns
    full = {"header": {0, header, len(ys) - 1}, "under": {header}, "top": {0}, "end": {len(ys) - 1}}
    full |= {"total": {len(ys) - 2}, "frame": {0, len(ys) - 1}}
    for number in set().union(*(full[name] for name in names if name in full)):
        yield xs[0], ys[number], xs[-1], ys[number]
    if "frame" in names:
        yield xs[0], ys[0], xs[0], ys[-1]
        yield xs[-1], ys[0], xs[-1], ys[-1]
    if "columns" in names:
        yield from ((x, ys[0], x, ys[-1]) for x in xs)
    if "inner" in names:
        yield from ((x, ys[0], x, ys[-1]) for x in xs[1:-1])
    inset = look.inset
    for r, c, below, right in spans:
        x0, top, x1, bottom = xs[c] + inset, ys[r] + inset, xs[right] - inset, ys[below] - inset
        if names & {"grid", "rows", "cells"}:
            yield from ((x0, top, x1, top), (x0, bottom, x1, bottom))
        if names & {"grid", "cells"}:
            yield from ((x0, top, x0, bottom), (x1, top, x1, bottom))
        if "spans" in names and r < header and right - c > 1:
            yield x0 + 3, bottom, x1 - 3, bottom


def _draw_rule(paper: Paper, rule: tuple[float, float, float, float], look: Look) -> None:
    x0, top, x1, bottom = rule
    across = top == bottom
    if look.pen == "area":
        paper.paint(x0 - (0 if across else 0.4), top - (0.4 if across else 0), x1 + 0.4, bottom + 0.4, look.colour)
    elif look.pen == "double":
        for shift in (-0.9, 0.9):
            dx, dy = (0.0, shift) if across else (shift, 0.0)
            paper.line(x0 + dx, top + dy, x1 + dx, bottom + dy, width=0.4)
    elif look.pen in _BROKEN:
        stroke, gap = _BROKEN[look.pen]
        length, at = (x1 - x0) + (bottom - top), 0.0
        while at < length:
            end = min(at + stroke, length)
            ax, bx = (x0 + at, x0 + end) if across else (x0, x0)
            ay, by = (top, top) if across else (top + at, top + end)
            paper.line(ax, ay, bx, by, colour=look.colour)
            at = end + gap
    elif look.pen == "dashed":
        paper.draw(lambda canvas: canvas.setDash(3, 2))
        paper.line(*rule, colour=look.colour)
        paper.draw(lambda canvas: canvas.setDash())
    else:
        paper.line(*rule, colour=look.colour, width=1.0 if look.colour == "#ffffff" else 0.6)


_BROKEN = {"strokes": (4.0, 2.0), "dotted": (0.8, 1.6), "gaps": (37.0, 1.5)}
"""Length of a stroke and of the gap after it."""


def _write(paper: Paper, cells: Grid, span: Span, place: Place, look: Look, header: int) -> None:
    r, c, below, right = span
    bold = (look.bold and r < header) or (look.bold_labels and c == 0)
    x0, x1 = place.columns[c] + look.gap / 2, place.columns[right] - look.gap / 2
    align = look.align[c] if look.align else _usual_align(cells, c, header)
    align = "c" if right - c > 1 and r < header else align
    lines = [line.strip() for line in cells[r][c].split("//")]
    slack = place.rows[below] - place.rows[r] - 2 * look.pad - 1.2 * look.size * len(lines)
    y = place.rows[r] + look.pad + (slack if r < header and not look.rules.startswith("grid") else 0)
    for line in lines:
        apart = align == "r" and line.startswith("$ ")
        if apart:
            paper.words(x0, y, "$", size=look.size, bold=bold)
        words = line[2:] if apart else line
        free = x1 - x0 - _width(words, look, bold=bold)
        paper.words(x0 + {"l": 0.0, "c": free / 2, "r": free}[align], y, words, size=look.size, bold=bold)
        y += 1.2 * look.size


def _usual_align(cells: Grid, column: int, header: int) -> str:
    filled = [row[column] for row in cells[header:] if row[column] not in ("", "<", "^")]
    figures = sum(bool(_FIGURES.fullmatch(_RAISED.sub("", text))) for text in filled)
    return "r" if column and filled and figures >= 0.6 * len(filled) else "l"
