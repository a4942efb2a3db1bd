"""The objects of a page: characters, runs of them, shapes and pictures, in points from the top left of the page shown.

Rotation and crop box are already applied. Nothing here knows which library read the page, or what is looked for on it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from records.place import Box

Point = tuple[float, float]
ShapeKind = Literal["line", "rect", "curve"]

MOST_SHAPES = 10_000
"""A page with more is a drawing, which nobody searches for tables; the sources may stop reading shapes there."""
SPACE = 0.18
"""Characters of one style further apart than this share of their size are parted by a space."""
LEVEL = 0.05
"""Points by which the feet of one run's characters may differ."""
_SQUARE = 0.02
"""Points by which a side may lean and still be upright."""


class Style(NamedTuple):
    """What the characters of one text operation have in common.

    ``turn`` is by how many degrees the text is turned clockwise as shown (0, 90, 180 or 270); ``None`` is aslant.
    ``colour`` is ``#rrggbb``, or ``None`` where it has no single one. ``seen`` is false for the invisible pen.
    """

    font: str
    turn: int | None = 0
    colour: str | None = "#000000"
    seen: bool = True


class Char(NamedTuple):
    """One visible sign (never white space). Its box is as wide as its advance and as high as its type size.

    ``after_space`` is whether the file writes a space before it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    style: Style
    after_space: bool = False


class Run(NamedTuple):
    """Upright characters that follow each other in the file, in one style and size, on one line, without a gap."""

    text: str
    box: Box
    size: float
    style: Style


class Shape(NamedTuple):
    """A drawn path: a straight ``line``, an upright ``rect``, or any other ``curve``.

    ``points`` are the corners in drawing order, control points of curves among them. A colour is ``#rrggbb``, or
    ``None`` where a pattern or an unknown ink has no single one.
    """

    kind: ShapeKind
    box: Box
    points: tuple[Point, ...]
    filled: bool
    stroked: bool
    fill: str | None = None
    stroke: str | None = None


@dataclass(frozen=True, kw_only=True)
class PageGeometry:
    """One page. ``shapes`` are in drawing order, a later one over the earlier; ``chars`` are made when asked for.

    ``complete`` is false for a drawing with more shapes than are read. ``runs`` are of upright text alone; ``turns``
    counts the characters by how they are turned (``Style.turn``).
    """

    number: int
    width: float
    height: float
    runs: Sequence[Run]
    make_chars: Callable[[], Sequence[Char]]
    shapes: Sequence[Shape]
    images: Sequence[Box] = ()
    turns: Mapping[int | None, int] = field(default_factory=dict)
    complete: bool = True

    @cached_property
    def chars(self) -> Sequence[Char]:
        return self.make_chars()


def chars_to_runs(chars: Iterable[Char]) -> list[Run]:
    """The runs that the upright ones among ``chars`` make up, in the file's order."""
    runs: list[list[Char]] = []
    last: Char | None = None
    for char in chars:
        if char.style.turn != 0:
            last = None
            continue
        if last is not None and _goes_on(last, char):
            runs[-1].append(char)
        else:
            runs.append([char])
        last = char
    return [_chars_to_run(run) for run in runs]


def _goes_on(last: Char, char: Char) -> bool:
    beside = abs(char.x0 - last.x1) < SPACE * last.size and abs(char.bottom - last.bottom) < LEVEL
    return beside and not char.after_space and char.style == last.style and abs(char.size - last.size) < LEVEL


def _chars_to_run(chars: Sequence[Char]) -> Run:
    first = chars[0]
    box = (first.x0, min(char.top for char in chars), max(char.x1 for char in chars), first.bottom)
    return Run("".join(char.text for char in chars), box, first.size, first.style)


def points_to_box(points: Sequence[Point]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def path_to_kind(points: Sequence[Point], *, curved: bool, closed: bool) -> ShapeKind:
    """Two points are a line; four sides along the axes are a rectangle if they close; the rest is a curve."""
    if curved:
        return "curve"
    if len(points) == 2 or (len(points) == 3 and points[0] == points[2]):
        return "line"
    corners = list(points[:-1]) if points[0] == points[-1] else list(points)
    if len(corners) != 4 or not closed:
        return "curve"
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    level = [abs(a[0] - b[0]) < _SQUARE or abs(a[1] - b[1]) < _SQUARE for a, b in sides]
    return "rect" if all(level) else "curve"


def without_subset(font: str) -> str:
    """``ABCDEF+Arial`` is a part of ``Arial``."""
    prefix, plus, name = font.partition("+")
    return name if plus and len(prefix) == 6 and prefix.isupper() else font
