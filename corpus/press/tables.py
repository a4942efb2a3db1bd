"""Grids and charts as they stand on the page."""

from press.facts import Chart, Grid
from press.hyphens import with_soft_hyphens
from press.spots import spot
from press.styles import RULE, SEAL, Styles
from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Table

_STATUS_OF = {
    "red": "red", "yellow": "yellow", "green": "green", "on hold": "on_hold", "amber/red": "red_yellow",
    "amber": "yellow", "amber/green": "yellow_green", "off track": "red", "at risk": "yellow", "on track": "green",
}  # fmt: skip
_LONG = 45


def grid_flowables(grid: Grid, styles: Styles) -> list[Flowable]:
    """The title and the table; a long ruled table runs over the page and repeats its header row."""
    head = [_cell(text, grid, styles, column=n, head=True) for n, text in enumerate(grid.header)]
    rows = [[_cell(text, grid, styles, column=n) for n, text in enumerate(row)] for row in grid.rows]
    for row, key in zip(rows, grid.keys, strict=False):
        if key is not None:
            row[0] = _with_mark(row[0], f"row:{grid.name}:{key}")
    for row in rows:
        row[-1] = _with_mark(row[-1], f"table:{grid.name}")
    table = Table([head, *rows], colWidths=list(grid.widths), repeatRows=1, style=_style(grid, styles), hAlign="LEFT",
                  spaceBefore=2, spaceAfter=10)  # fmt: skip
    if not grid.ruled or len(rows) < 8:
        return [KeepTogether([*([Paragraph(grid.title, styles.caption)] if grid.title else []), table])]
    room = CondPageBreak(150)
    if not grid.title:
        return [room, table]
    return [room, Paragraph(grid.title, styles.caption.clone("free", keepWithNext=0)), table]


def _cell(text: str, grid: Grid, styles: Styles, *, column: int, head: bool = False) -> Paragraph:
    right = column in grid.right
    if head:
        return Paragraph(text, styles.cell_head_right if right else styles.cell_head)
    status = _STATUS_OF.get(text.lower()) if column == grid.colour else None
    if status is not None:
        colour = styles.on_fill.get(status, "black")
        return Paragraph(f'<font name="{styles.cell_status}" color="{colour}">{text}</font>', styles.cell)
    hyphens = styles.hyphens and len(text) > _LONG
    return Paragraph(with_soft_hyphens(text) if hyphens else text, styles.cell_right if right else styles.cell)


def _with_mark(cell: Paragraph, label: str) -> Paragraph:
    return Paragraph(spot(label) + cell.text, cell.style)


def _style(grid: Grid, styles: Styles) -> list[tuple[object, ...]]:
    commands: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4), ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ]  # fmt: skip
    if grid.ruled:
        commands += [("GRID", (0, 0), (-1, -1), *styles.grid), ("BACKGROUND", (0, 0), (-1, 0), styles.header_fill)]
    for number, status in enumerate(_row_statuses(grid), start=1):
        if status is not None:
            commands.append(("BACKGROUND", (grid.colour, number), (grid.colour, number), styles.fills[status]))
    return commands


def _row_statuses(grid: Grid) -> list[str | None]:
    if grid.colour is None:
        return []
    return list(grid.fills) or [_STATUS_OF.get(row[grid.colour].lower()) for row in grid.rows]


class Bars(Flowable):  # type: ignore[misc]
    """A bar chart: labels left, values at the ends of the bars."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, 20 * len(self.chart.bars) + 12

    def draw(self) -> None:
        canvas = self.canv
        most = max(value for _, value in self.chart.bars)
        for number, (label, value) in enumerate(reversed(self.chart.bars)):
            y = 8 + 20 * number
            canvas.setFillColor(black)
            canvas.setFont("Helvetica", 9)
            canvas.drawRightString(150, y + 3, label)
            canvas.setFillColor(SEAL)
            canvas.rect(156, y, 240 * value / most, 12, fill=1, stroke=0)
            canvas.setFillColor(black)
            canvas.drawString(162 + 240 * value / most, y + 3, f"{value:g}{self.chart.unit}")
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(156, 2, 156, 8 + 20 * len(self.chart.bars))


def chart_flowables(chart: Chart, styles: Styles) -> list[Flowable]:
    return [KeepTogether([Paragraph(chart.title, styles.caption), Bars(chart)])]
