"""Rules and painted areas of a PDF page: what a reader sees as lines and as coloured cells.

A rule is a rule whatever drew it: a stroke, a thin rectangle, a curve with straight sides, or the edge of a painted
area. Strokes outrank painted edges. Nothing here knows of tables.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.geometry.objects import PageGeometry, Shape
from records.place import Box

THIN = 3.2
"""Points: a rectangle no thicker than this is drawn as a line."""
_SAME_RULE = 1.6
"""Points: parallel strokes closer than this are one rule (double strokes, a cell's left and its neighbour's right)."""
_MOST_CORNERS = 12
"""A path with more is a drawing's."""
_BRIDGE = 3.5
_BRIDGE_DOWN = 5.0
"""Points: a gap in a rule that a reader does not see. Across, a wider one parts the rules under two names."""
_CROSSING = 5.0
"""Points: the gap that rules leave where others cross them, so that neither paints over the other."""
_DOT = 1.5
"""Points: a stroke no longer is a dot, which may be part of a rule either way."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A horizontal rule at height ``at`` from ``start`` to ``end``; a vertical one likewise, turned."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def covers(self, start: float, end: float) -> float:
        """The share of ``start..end`` that the rule runs along."""
        return max(0.0, min(self.end, end) - max(self.start, start)) / max(end - start, 0.01)


@dataclass(frozen=True, slots=True)
class Fill:
    """A painted area with its colour as ``#rrggbb``; later ones are painted over earlier ones."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Rulings:
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    fills: tuple[Fill, ...]


def page_rulings(page: PageGeometry) -> Rulings:
    """Every rule and fill of a page, clipped to it."""
    fills = tuple(_fills(page))
    strokes = list(_segments(page, painted=[fill.box for fill in fills if fill.colour != "#ffffff"]))
    across, down = _merge(_horizontal(strokes)), _merge(_vertical(strokes), bridge=_BRIDGE_DOWN)
    horizontal, vertical = _join_at_crossings(across, down), _join_at_crossings(down, across)
    edges = [edge for box in _joined_areas(fills) for edge in _box_edges(box)]
    return Rulings(
        horizontal=tuple(sorted(horizontal + _merge(_unseen(_horizontal(edges), horizontal)))),
        vertical=tuple(sorted(vertical + _merge(_unseen(_vertical(edges), vertical), bridge=_BRIDGE_DOWN))),
        fills=fills,
    )


def fill_of(box: Box, fills: Sequence[Fill]) -> str | None:
    """The colour last painted over most of ``box``; ``None`` for white paper."""
    colour = None
    x0, top, x1, bottom = box
    for fill in fills:
        left, upper, right, lower = fill.box
        if left < x1 and x0 < right and upper < bottom and top < lower and _overlap_share(box, fill.box) > 0.6:
            colour = fill.colour
    return None if colour == "#ffffff" else colour


def _overlap_share(box: Box, other: Box) -> float:
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0


def _fills(page: PageGeometry) -> Iterable[Fill]:
    for shape in page.shapes:
        x0, top, x1, bottom = shape.box
        thick = min(x1 - x0, bottom - top) > THIN
        whole_page = x1 - x0 > 0.95 * page.width and bottom - top > 0.9 * page.height
        if shape.fill and thick and not whole_page and (shape.kind == "rect" or _is_box(shape)):
            yield Fill(shape.box, shape.fill)


def _is_box(shape: Shape) -> bool:
    """A path of four corners that is not quite a rectangle."""
    corners = {(round(x), round(y)) for x, y in shape.points}
    return len(corners) == 4 and len({x for x, _ in corners}) == 2 and len({y for _, y in corners}) == 2


def _is_thin(shape: Shape) -> bool:
    x0, top, x1, bottom = shape.box
    return shape.filled and min(x1 - x0, bottom - top) <= THIN


def _segments(page: PageGeometry, *, painted: Sequence[Box]) -> Iterable[Box]:
    """Every straight stroke that shows, as a box without thickness, inside the page.

    White shows on paint alone: white rules between painted cells are a common table style.
    """
    width, height = page.width, page.height
    for segment, colour in _raw_segments(page.shapes):
        x0, x1 = sorted((segment[0], segment[2]))
        top, bottom = sorted((segment[1], segment[3]))
        if colour != "#ffffff" or _touches((x0, top, x1, bottom), painted):
            yield max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height)


def _touches(segment: Box, painted: Sequence[Box]) -> bool:
    x, y = (segment[0] + segment[2]) / 2, (segment[1] + segment[3]) / 2
    return any(box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1 for box in painted)


def _raw_segments(shapes: Iterable[Shape]) -> Iterable[tuple[Box, str | None]]:
    """Straight strokes with their colour: lines, thin areas, the sides of boxes and of paths."""
    for shape in shapes:
        x0, top, x1, bottom = shape.box
        if shape.kind == "line":
            yield shape.box, shape.stroke if shape.stroked else shape.fill
        elif (shape.kind == "rect" or _is_thin(shape)) and min(x1 - x0, bottom - top) <= THIN:
            yield _centre_line(shape.box), shape.stroke if shape.stroked else shape.fill
        elif shape.kind == "rect" and shape.stroked:
            yield from ((edge, shape.stroke) for edge in _box_edges(shape.box))
        elif shape.stroked and len(shape.points) <= _MOST_CORNERS:
            sides = pairwise(shape.points)
            yield from (((ax, ay, bx, by), shape.stroke) for (ax, ay), (bx, by) in sides)


def _centre_line(box: Box) -> Box:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        return x0, (top + bottom) / 2, x1, (top + bottom) / 2
    return (x0 + x1) / 2, top, (x0 + x1) / 2, bottom


def _box_edges(box: Box) -> list[Box]:
    x0, top, x1, bottom = box
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _horizontal(segments: Iterable[Box]) -> list[Rule]:
    return [Rule((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in segments if bottom - top <= min(_DOT, x1 - x0)]


def _vertical(segments: Iterable[Box]) -> list[Rule]:
    return [Rule((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in segments if x1 - x0 <= min(_DOT, bottom - top)]


def _merge(rules: list[Rule], *, bridge: float = _BRIDGE) -> list[Rule]:
    """Rules on one line that touch become one; what stays shorter than five points is a tick, not a rule."""
    merged = [rule for row in _rows_of_rules(rules) for rule in _merge_row(row, bridge)]
    return sorted(rule for rule in merged if rule.length > 5)


def _rows_of_rules(rules: list[Rule]) -> list[list[Rule]]:
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][-1].at <= _SAME_RULE and rule.at - rows[-1][0].at <= 2 * _SAME_RULE:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return rows


def _join_at_crossings(rules: list[Rule], crossing: list[Rule]) -> list[Rule]:
    """The parts of a rule that stops short on both sides of those that cross it."""
    joined: list[Rule] = []
    for rule in rules:
        last = joined[-1] if joined and joined[-1].at == rule.at else None
        if last and rule.start - last.end <= _CROSSING and _is_crossed(rule.at, last.end, rule.start, crossing):
            joined[-1] = Rule(rule.at, last.start, rule.end)
        else:
            joined.append(rule)
    return joined


def _is_crossed(at: float, low: float, high: float, crossing: list[Rule]) -> bool:
    return any(r.start - _CROSSING <= at <= r.end + _CROSSING for r in near(crossing, low - 1, high + 1))


def _merge_row(row: list[Rule], bridge: float) -> list[Rule]:
    weight = sum(rule.length for rule in row)
    at = sum(rule.at * rule.length for rule in row) / weight if weight else row[0].at
    merged: list[Rule] = []
    for rule in sorted(row, key=lambda r: r.start):
        if merged and rule.start - merged[-1].end <= bridge:
            merged[-1] = Rule(at, merged[-1].start, max(merged[-1].end, rule.end))
        else:
            merged.append(Rule(at, rule.start, rule.end))
    return merged


def _unseen(edges: list[Rule], strokes: list[Rule]) -> list[Rule]:
    """The painted edges that no stroke already marks."""
    return [e for e in edges if sum(s.covers(e.start, e.end) for s in near(strokes, e.at - 3.5, e.at + 3.5)) < 0.7]


def near(rules: Sequence[Rule], low: float, high: float) -> Sequence[Rule]:
    """Those of the sorted ``rules`` that stand between ``low`` and ``high``."""
    return rules[bisect_left(rules, low, key=lambda r: r.at) : bisect_right(rules, high, key=lambda r: r.at)]


def _joined_areas(fills: Sequence[Fill]) -> list[Box]:
    """Abutting areas of one colour are one area to the eye (text high-lights, a paint for each cell)."""
    areas = [(fill.colour, fill.box) for fill in fills if fill.colour != "#ffffff"]
    for axis in (0, 1):
        areas = _join_along(areas, axis)
    return [box for _, box in areas]


def _join_along(areas: list[tuple[str, Box]], axis: int) -> list[tuple[str, Box]]:
    """Join boxes that share their extent on ``axis`` (0 across, 1 down) and touch on the other."""
    other = 1 - axis
    order = sorted(areas, key=lambda a: (a[0], round(a[1][axis]), round(a[1][axis + 2]), a[1][other]))
    joined: list[tuple[str, Box]] = []
    for colour, box in order:
        last = joined[-1] if joined else None
        same = last and last[0] == colour and abs(last[1][axis] - box[axis]) < 1
        if last and same and abs(last[1][axis + 2] - box[axis + 2]) < 1 and box[other] - last[1][other + 2] < 0.6:
            low, high = list(last[1]), max(last[1][other + 2], box[other + 2])
            low[other + 2] = high
            joined[-1] = (colour, (low[0], low[1], low[2], low[3]))
        else:
            joined.append((colour, box))
    return joined
