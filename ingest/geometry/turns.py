"""A page turned by quarters, so that text on its side or upside down reads upright; and boxes turned back."""

from collections.abc import Callable

from ingest.geometry.objects import Char, PageGeometry, Point, Shape, chars_to_runs, points_to_box
from records.place import Box

Turning = Callable[[float, float], Point]


def turn_upright(page: PageGeometry, turn: int) -> PageGeometry:
    """The page as a reader holds it for whom the text turned by ``turn`` degrees clockwise is upright.

    Only that text is kept; shapes and pictures are turned along.
    """
    to_upright = _to_upright(turn, page.width, page.height)
    chars = [_turn_char(char, to_upright) for char in page.chars if char.style.turn == turn]
    width, height = (page.height, page.width) if turn in (90, 270) else (page.width, page.height)
    return PageGeometry(
        number=page.number,
        width=width,
        height=height,
        runs=chars_to_runs(chars),
        make_chars=lambda: chars,
        shapes=[_turn_shape(shape, to_upright) for shape in page.shapes],
        images=[_turn_box(image, to_upright) for image in page.images],
    )


def turn_back(box: Box, turn: int, *, width: float, height: float) -> Box:
    """A box found on the upright page, on the page as shown, which is ``width`` by ``height``."""
    x0, top, x1, bottom = box
    to_shown = _to_shown(turn, width, height)
    return points_to_box([to_shown(x0, top), to_shown(x1, bottom)])


def _to_upright(turn: int, width: float, height: float) -> Turning:
    ways: dict[int, Turning] = {
        0: lambda x, y: (x, y),
        90: lambda x, y: (y, width - x),
        180: lambda x, y: (width - x, height - y),
        270: lambda x, y: (height - y, x),
    }
    return ways[turn]


def _to_shown(turn: int, width: float, height: float) -> Turning:
    ways: dict[int, Turning] = {
        0: lambda x, y: (x, y),
        90: lambda x, y: (width - y, x),
        180: lambda x, y: (width - x, height - y),
        270: lambda x, y: (y, height - x),
    }
    return ways[turn]


def _turn_char(char: Char, turning: Turning) -> Char:
    x0, top, x1, bottom = _turn_box(char[1:5], turning)
    return Char(char.text, x0, top, x1, bottom, char.size, char.style._replace(turn=0), char.after_space)


def _turn_box(box: Box, turning: Turning) -> Box:
    x0, top, x1, bottom = box
    return points_to_box([turning(x0, top), turning(x1, bottom)])


def _turn_shape(shape: Shape, turning: Turning) -> Shape:
    points = tuple(turning(x, y) for x, y in shape.points)
    return shape._replace(box=_turn_box(shape.box, turning), points=points)
