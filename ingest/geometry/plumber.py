"""Pages read through pdfplumber: the reference that the fast source is held to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ingest.geometry.objects import (
    MOST_SHAPES,
    Char,
    PageGeometry,
    Point,
    Shape,
    ShapeKind,
    Style,
    chars_to_runs,
    path_to_kind,
    points_to_box,
    without_subset,
)
from records.place import Box

PLAIN_SPACES = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased")
"""Elsewhere a colour's figures do not say how light it is: 1.0 of an ink is dark."""
_QUARTERS = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}
"""Text directions in the file's coordinates (y upwards, the page's rotation applied), and their turn as shown."""


def read_pages(path: Path) -> Iterator[PageGeometry]:
    """Every page of the file at ``path``. Raises what pdfplumber raises for a file that it cannot open."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            yield read_page(page)
            page.close()


def read_page(page: Any) -> PageGeometry:
    """A pdfplumber page."""
    x0, top, width, height = shown_part(page)
    chars = list(_chars(page.chars, x0, top))
    return PageGeometry(
        number=page.page_number,
        width=width,
        height=height,
        runs=chars_to_runs(chars),
        make_chars=lambda: chars,
        shapes=[_shape(kind, thing, x0, top) for kind, thing in _shapes(page)],
        images=[_box(image, x0, top) for image in page.images],
        turns=Counter(char.style.turn for char in chars),
        complete=len(page.lines) + len(page.rects) + len(page.curves) <= MOST_SHAPES,
    )


def shown_part(page: Any) -> tuple[float, float, float, float]:
    """``left, top, width, height`` of what is shown of a pdfplumber page, in its own coordinates.

    pdfplumber's crop box does not follow the page's rotation.
    """
    x0, y0, x1, y1 = map(float, page.page_obj.mediabox)
    a, b, c, d = map(float, page.page_obj.cropbox)
    a, b, c, d = max(a, x0), max(b, y0), min(c, x1), min(d, y1)
    turns = int(page.page_obj.rotate) % 360 // 90
    left, top = ((a - x0, y1 - d), (b - y0, a - x0), (x1 - c, b - y0), (y1 - d, x1 - c))[turns]
    width, height = (d - b, c - a) if turns % 2 else (c - a, d - b)
    return left, top, width, height


def _chars(chars: Iterable[dict[str, Any]], left: float, top: float) -> Iterator[Char]:
    styles: dict[tuple[Any, ...], Style] = {}
    after_space = False
    for char in chars:
        if not char["text"].strip():
            after_space = True
            continue
        a, b = char["matrix"][:2]
        key = (char["fontname"], a, b, char.get("ncs"), str(char.get("non_stroking_color")))
        if key not in styles:
            styles[key] = Style(
                without_subset(char["fontname"]), _turn(a, b), _paint(char, "non_stroking_color", "ncs")
            )
        box = _box(char, left, top)
        size = box[2] - box[0] if styles[key].turn in (90, 270) else float(char["size"])
        yield Char(char["text"], *box, size, styles[key], after_space)
        after_space = False


def _paint(thing: dict[str, Any], colour: str, space: str) -> str | None:
    return colour_to_hex(thing.get(colour)) if thing.get(space, "DeviceRGB") in PLAIN_SPACES else None


def _turn(a: float, b: float) -> int | None:
    largest = max(abs(a), abs(b)) or 1.0
    direction = (round(a / largest, 1), round(b / largest, 1))
    return next((turn for (x, y), turn in _QUARTERS.items() if direction == (x, y)), None)


def _shapes(page: Any) -> Iterator[tuple[ShapeKind, dict[str, Any]]]:
    for line in page.lines:
        yield "line", line
    for rect in page.rects:
        yield "rect", rect
    for curve in page.curves:
        yield "curve", curve


def _shape(kind: ShapeKind, thing: dict[str, Any], left: float, top: float) -> Shape:
    points: tuple[Point, ...] = tuple((float(x) - left, float(y) - top) for x, y in thing.get("pts") or ())
    box = _box(thing, left, top)
    filled, stroked = bool(thing.get("fill")), bool(thing.get("stroke"))
    if kind == "curve" and points and points_to_box(points) == box:
        bent = any(command[0] in "cvy" for command in thing.get("path") or ())
        kind = path_to_kind(points, curved=bent, closed=filled)
    return Shape(
        kind,
        box,
        points,
        filled,
        stroked,
        _paint(thing, "non_stroking_color", "ncs") if filled else None,
        _paint(thing, "stroking_color", "scs") if stroked else None,
    )


def _box(thing: dict[str, Any], left: float, top: float) -> Box:
    return (
        float(thing["x0"]) - left,
        float(thing["top"]) - top,
        float(thing["x1"]) - left,
        float(thing["bottom"]) - top,
    )


def colour_to_hex(colour: Any) -> str | None:
    """``(1, 0, 0)`` to ``#ff0000``: grey, RGB and CMYK. A pattern or a named colour space has no single colour."""
    values = colour if isinstance(colour, (list, tuple)) else (colour,)
    if not values or not all(isinstance(value, (int, float)) for value in values):
        return None
    parts = [min(1.0, max(0.0, float(value))) for value in values]
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return None
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
