"""The axes of a chart: two lines that meet in a corner, one of them with ticks at even steps.

Whatever is drawn between them (bars with a hatch, symbols, a picture), their figures are a scale and no column.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.geometry.objects import PageGeometry
from ingest.tables.drawn.rulings import Rule, Rulings, near
from records.place import Box

_TICK = (1.0, 9.0)
"""Points: how long a tick is."""
_FEWEST = 4
_EVEN = 0.1
"""Steps differ by less than this share of the longest; at least a point."""
_CLOSEST = 5.0
"""Points between two ticks; dots and dashes of a line are closer."""
_MEET = 3.0
_LEAST = 40.0
"""Points: a plot is no smaller either way."""


def find_plots(page: PageGeometry, rulings: Rulings) -> list[Box]:
    """What each pair of axes encloses."""
    lines = [shape.box for shape in page.shapes if shape.kind == "line"]
    flat = [Rule(top, x0, x1) for x0, top, x1, bottom in lines if bottom - top < 0.5]
    upright = [Rule(x0, top, bottom) for x0, top, x1, bottom in lines if x1 - x0 < 0.5]
    beside = _ticked(rulings.vertical, _ticks(flat, rulings.horizontal))
    below = _ticked(rulings.horizontal, _ticks(upright, rulings.vertical))
    return [*_corners(beside, rulings.horizontal), *(_laid(box) for box in _corners(below, rulings.vertical))]


def _ticks(strokes: Iterable[Rule], rules: Sequence[Rule]) -> list[Rule]:
    """Short strokes that are no dashes of a rule."""
    short = sorted(stroke for stroke in strokes if _TICK[0] <= stroke.length <= _TICK[1])
    return [tick for tick in short if not any(_is_part(tick, rule) for rule in near(rules, tick.at - 1, tick.at + 1))]


def _is_part(tick: Rule, rule: Rule) -> bool:
    return rule.length > _TICK[1] and rule.covers(tick.start, tick.end) > 0.5


def _ticked(axes: Sequence[Rule], ticks: Sequence[Rule]) -> list[Rule]:
    """The ``axes`` that ticks touch at even steps from end to end."""
    if len(ticks) < _FEWEST:
        return []
    return [axis for axis in axes if axis.length > _LEAST and _is_even(_steps(axis, ticks), axis)]


def _steps(axis: Rule, ticks: Sequence[Rule]) -> list[float]:
    beside = near(ticks, axis.start - _MEET, axis.end + _MEET)
    places = sorted({round(tick.at, 1) for tick in beside if tick.start - 1 <= axis.at <= tick.end + 1})
    return [below - above for above, below in pairwise(places)]


def _is_even(steps: Sequence[float], axis: Rule) -> bool:
    if len(steps) < _FEWEST - 1 or min(steps) < _CLOSEST or sum(steps) < 0.6 * axis.length:
        return False
    return max(steps) - min(steps) < max(1.0, _EVEN * max(steps))


def _corners(axes: Sequence[Rule], across: Sequence[Rule]) -> list[Box]:
    """The box between each of the upright ``axes`` and the longest line that meets its foot or its top."""
    found = []
    for axis in axes:
        ends = [rule for end in (axis.start, axis.end) for rule in near(across, end - _MEET, end + _MEET)]
        meeting = [r for r in ends if r.start - _MEET <= axis.at <= r.end + _MEET and r.length > _LEAST]
        if meeting:
            floor = max(meeting, key=lambda rule: rule.length)
            found.append((min(axis.at, floor.start), axis.start, floor.end, axis.end))
    return found


def _laid(box: Box) -> Box:
    """A box that was found with the page on its side."""
    return box[1], box[0], box[3], box[2]
