"""Where a page draws charts: their labels are no rows of a table, and a table ends where a chart begins.

A bar chart is a row of painted bars with one foot, one thickness and unequal lengths; a line or pie chart is a group of
joined slanted strokes; and any chart may have axes. Painted cells and high-lights hold text and are no bars; bars
within the rows of a table (rules between them, or several texts beside each) belong to the table.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.geometry.objects import PageGeometry
from ingest.tables.drawn.axes import find_plots
from ingest.tables.drawn.chart_labels import across_labels, curve_labels, legend_beside, lines_near, up_labels
from ingest.tables.drawn.rulings import Rule, Rulings
from ingest.tables.lines.figures import is_figure
from ingest.tables.lines.text_chunks import TextLine
from ingest.tables.lines.words import Piece, is_within
from records.place import Box, union_box

_FEWEST = 3
"""Bars; two are enough where an axis is drawn along their feet."""
_UNEQUAL = 3.0
"""Points between the longest and the shortest bar; the cells of a column are all as wide."""
_APART = 6
"""Bars of one chart leave less than this many times their thickness between them."""
_MOST_BARS = 200
_MOST_STROKES = 5_000
"""More are a picture; nobody's table is searched for among them."""
_NEAREST = 50
"""Rules looked at on each side of a curve for its axes."""
_TICK = 8
"""Points that the last mark of a scale sticks out where two axes meet."""
_MOST_WORDS = 40
"""More words inside slanted strokes are a page under a watermark or in an ornament."""


def find_charts(page: PageGeometry, rulings: Rulings, lines: Sequence[TextLine]) -> list[Box]:
    """The boxes of the charts of a page, each with its labels."""
    pieces = [piece for line in lines for piece in line.pieces]
    bars = [*_bars_across(rulings, lines, pieces), *_bars_up(rulings, lines, pieces)]
    plots = [curve_labels(plot, lines) for plot in find_plots(page, rulings)]
    return _overlaid([*bars, *_curves(page, rulings, lines, pieces), *plots])


def _overlaid(charts: Sequence[Box]) -> list[Box]:
    """Series drawn over each other, or in turn on one axis, are one chart."""
    whole: list[Box] = []
    for chart in charts:
        met = [box for box in whole if _overlap(box, chart)]
        whole = [*(box for box in whole if box not in met), _union([chart, *met])]
    return whole


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _bars_across(rulings: Rulings, lines: Sequence[TextLine], pieces: Sequence[Piece]) -> Iterable[Box]:
    """Bars that begin at one x and run to the right."""
    painted = {fill.box for fill in rulings.fills if fill.colour != "#ffffff"}
    for bars in _runs(painted, rulings.vertical, rulings.horizontal, pieces):
        if not _are_of_a_table(bars, painted, lines):
            drawn = [*bars, *_continued(bars, painted), *_scale(bars, rulings.vertical)]
            yield legend_beside(across_labels(_union(drawn), bars, lines), list(painted), lines)


def _bars_up(rulings: Rulings, lines: Sequence[TextLine], pieces: Sequence[Piece]) -> Iterable[Box]:
    """Bars that stand on one line: the same, with the page laid on its side, feet to the left."""
    painted = {_lay(fill.box) for fill in rulings.fills if fill.colour != "#ffffff"}
    floors = [Rule(-rule.at, rule.start, rule.end) for rule in rulings.horizontal]
    walls = [Rule(rule.at, -rule.end, -rule.start) for rule in rulings.vertical]
    for bars in _runs(painted, floors, walls, pieces, laid=True):
        drawn = [*bars, *_continued(bars, painted), *_scale(bars, floors)]
        chart = up_labels(_raise(_union(drawn)), lines)
        yield legend_beside(chart, [fill.box for fill in rulings.fills if fill.colour != "#ffffff"], lines)


def _lay(box: Box) -> Box:
    return -box[3], box[0], -box[1], box[2]


def _raise(box: Box) -> Box:
    return box[1], -box[2], box[3], -box[0]


def _union(boxes: Sequence[Box]) -> Box:
    box = union_box(list(boxes))
    assert box is not None, "a chart has bars"
    return box


def _runs(
    painted: Iterable[Box],
    along: Sequence[Rule],
    between: Sequence[Rule],
    pieces: Sequence[Piece],
    *,
    laid: bool = False,
) -> Iterable[list[Box]]:
    """Bars from the top that share foot and thickness, near each other, of unequal lengths, without text."""
    groups: dict[tuple[int, int], list[Box]] = {}
    for box in painted:
        groups.setdefault((round(box[0]), round(box[3] - box[1])), []).append(box)
    for group in groups.values():
        for bars in _neighbours(sorted(group, key=lambda box: box[1])):
            if len(bars) > _MOST_BARS:
                continue
            lengths = [bar[2] - bar[0] for bar in bars]
            enough = len(bars) >= (2 if _has_axis(bars, along) else _FEWEST)
            if not enough or max(lengths) - min(lengths) < _UNEQUAL or _are_ruled_apart(bars, between):
                continue
            if not any(_holds_text(_raise(bar) if laid else bar, pieces) for bar in bars):
                yield bars


def _neighbours(bars: Sequence[Box]) -> list[list[Box]]:
    runs = [list(bars[:1])]
    for above, below in pairwise(bars):
        gap, thickness = below[1] - above[3], above[3] - above[1]
        if -1 <= gap <= _APART * thickness:
            runs[-1].append(below)
        else:
            runs.append([below])
    return runs


def _has_axis(bars: Sequence[Box], rules: Sequence[Rule]) -> bool:
    top, bottom = bars[0][1], bars[-1][3]
    return any(abs(rule.at - bars[0][0]) < 2 and rule.covers(top, bottom) > 0.9 for rule in rules)


def _are_ruled_apart(bars: Sequence[Box], rules: Sequence[Rule]) -> bool:
    """Rules that cross the feet between most bars divide the rows of a table."""
    foot, reach = bars[0][0], max(bar[2] - bar[0] for bar in bars)
    crossing = [rule.at for rule in rules if rule.start < foot - 10 and rule.end > foot + reach / 2]
    gaps = [(above[1] + above[3], below[1] + below[3]) for above, below in pairwise(bars)]
    return sum(any(low < 2 * at < high for at in crossing) for low, high in gaps) >= 0.5 * len(gaps)


def _holds_text(bar: Box, pieces: Sequence[Piece]) -> bool:
    """A single figure may be the bar's own value; a word that sticks out of the bar is a legend's or a title's."""
    within = [piece for piece in pieces if is_within(piece, bar)]
    inside = [piece for piece in within if bar[0] - 1 <= piece.box[0] and piece.box[2] <= bar[2] + 1]
    return len(inside) > 1 or any(not is_figure(piece.text) for piece in inside)


def _are_of_a_table(bars: Sequence[Box], painted: Iterable[Box], lines: Sequence[TextLine]) -> bool:
    """Three texts or more beside most bars, other than on paint."""
    paint = list(painted)
    crowded = 0
    for bar in bars:
        beside = [chunk for line in lines_near(lines, bar[1], bar[3]) for chunk in line.chunks]
        free = [c for c in beside if not any(b[0] <= (c.x0 + c.x1) / 2 <= b[2] and _level(b, bar) for b in paint)]
        crowded += len(free) >= 3
    return crowded > 0.5 * len(bars)


def _level(box: Box, bar: Box) -> bool:
    return abs(box[1] - bar[1]) < 1 and abs(box[3] - bar[3]) < 1


def _continued(bars: Sequence[Box], painted: Iterable[Box]) -> list[Box]:
    """The further parts of stacked bars."""
    return [box for box in painted for bar in bars if _level(box, bar) and box[0] >= bar[0]]


def _scale(bars: Sequence[Box], rules: Sequence[Rule]) -> list[Box]:
    """The axis along the feet and the lines parallel to it."""
    top, bottom = bars[0][1], bars[-1][3]
    left, right = bars[0][0], max(bar[2] for bar in bars)
    near = [r for r in rules if left - 3 < r.at < right + 0.3 * (right - left) and r.covers(top, bottom) > 0.9]
    return [(rule.at, rule.start, rule.at, rule.end) for rule in near if rule.length < 2 * (bottom - top)]


def _curves(page: PageGeometry, rulings: Rulings, lines: Sequence[TextLine], pieces: Sequence[Piece]) -> Iterable[Box]:
    """Joined slanted strokes that make up a drawing: the corners of a rounded frame are each too small for one."""
    slanted = _slanted(page)
    for strokes in _joined(slanted) if len(slanted) <= _MOST_STROKES else []:
        box = _union(strokes)
        width, height = box[2] - box[0], box[3] - box[1]
        drawn = sum(stroke[2] - stroke[0] for stroke in strokes)
        if len(strokes) < 3 or width < 60 or height < 20 or drawn < 0.6 * width:
            continue
        if sum(is_within(piece, box) for piece in pieces) <= _MOST_WORDS:
            yield curve_labels(_plot(box, rulings), lines)


def _plot(box: Box, rulings: Rulings) -> Box:
    """What two axes that meet at the lower left enclose around the curve; the curve itself where none are drawn."""
    walls = [r for r in rulings.vertical if r.at < box[0] + 3 and r.start < box[1] + 3][-_NEAREST:]
    floors = [r for r in rulings.horizontal if r.at > box[3] - 3 and r.end > box[2] - 3][:_NEAREST]
    plots = [
        (wall.at, min(wall.start, box[1]), floor.end, floor.at)
        for wall in walls
        for floor in floors
        if abs(wall.end - floor.at) < _TICK and abs(floor.start - wall.at) < _TICK
    ]
    return _union([box, *sorted(plots, key=lambda plot: (plot[2] - plot[0]) * (plot[3] - plot[1]))[:1]])


def _slanted(page: PageGeometry) -> list[Box]:
    strokes = []
    for shape in (shape for shape in page.shapes if shape.kind != "rect"):
        for (ax, ay), (bx, by) in pairwise(shape.points):
            if abs(ax - bx) > 3 and abs(ay - by) > 3:
                strokes.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
    return strokes


def _joined(strokes: Sequence[Box]) -> list[list[Box]]:
    """Groups from the left whose boxes come within five points of each other."""
    done: list[list[Box]] = []
    groups: list[tuple[Box, list[Box]]] = []
    for stroke in sorted(strokes):
        box, members, others = stroke, [stroke], []
        for group in groups:
            if group[0][2] < stroke[0] - 5:
                done.append(group[1])
            elif _touch(group[0], stroke):
                box, members = _union([box, group[0]]), group[1] + members
            else:
                others.append(group)
        groups = [*others, (box, members)]
    return done + [members for _, members in groups]


def _touch(one: Box, other: Box) -> bool:
    return one[0] - 5 < other[2] and other[0] < one[2] + 5 and one[1] - 5 < other[3] and other[1] < one[3] + 5
