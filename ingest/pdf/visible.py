"""Which characters of a PDF page a reader of the page can see.

Text in the colour of its background, off the page, too small to read or drawn with an invisible pen must not become
an answer; it is left out and counted. An invisible layer over a scan is the scan's recognised text: it is kept, and
said to be that. Layers switched off and text under pictures are not looked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.geometry.plumber import PLAIN_SPACES, colour_to_hex
from ingest.geometry.visible import SCAN, TINY, alike, unseen_problems
from records.document import Problem
from records.place import Box

_MOST_SHAPES = 3000
"""On a page with more, no background is told."""
PICTURE = 0.08
"""A picture over this share of the page may hold text that matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The page's characters that can be seen, and what is to be said of the rest."""

    chars: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]


def visible_chars(page: Any, *, invisible: Sequence[Box] = ()) -> Visible:
    """``invisible`` are boxes of text drawn with an invisible pen, in the page's coordinates."""
    scanned = _picture_share(page) >= SCAN
    backgrounds = list(_backgrounds(page))
    shown: list[dict[str, Any]] = []
    hidden: list[dict[str, Any]] = []
    layer: list[dict[str, Any]] = []
    for char in drawn_once(page.chars):
        if not char["text"].strip():
            shown.append(char)
        elif any(_holds(box, char) for box in invisible):
            (layer if scanned else hidden).append(char)
        elif _is_hidden(char, page, backgrounds):
            hidden.append(char)
        else:
            shown.append(char)
    problems = unseen_problems(page.page_number, hidden=len(hidden), recognised=len(layer))
    return Visible(chars=tuple(shown + layer), problems=tuple(problems))


def drawn_once(chars: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A character that is drawn again within a point of itself, to look bold or to throw a shadow, counts once.

    pdfplumber's own way to do this takes time with the square of the page's characters.
    """
    seen: dict[tuple[str, str, int, int], list[tuple[float, float]]] = {}
    for char in chars:
        x, y = float(char["x0"]), float(char["top"])
        near = [(char["text"], char["fontname"], int(x) + dx, int(y) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        spots = [spot for cell in near for spot in seen.get(cell, ())]
        if not any(abs(x - a) < 1 and abs(y - b) < 1 for a, b in spots):
            seen.setdefault((char["text"], char["fontname"], int(x), int(y)), []).append((x, y))
            yield char


def _is_hidden(char: dict[str, Any], page: Any, backgrounds: Sequence[tuple[Box, str]]) -> bool:
    x, y = _middle(char)
    x0, top, x1, bottom = page.cropbox
    if not (x0 <= x <= x1 and top <= y <= bottom) or max(char["width"], char["height"]) < TINY:
        return True
    if char.get("ncs") not in PLAIN_SPACES:
        return False
    colour = colour_to_hex(char["non_stroking_color"])
    return colour is not None and alike(colour, _background(x, y, backgrounds))


def _background(x: float, y: float, backgrounds: Sequence[tuple[Box, str]]) -> str | None:
    colour: str | None = "#ffffff"
    for (x0, top, x1, bottom), painted in backgrounds:
        if x0 <= x <= x1 and top <= y <= bottom:
            colour = painted or None
    return colour


def _backgrounds(page: Any) -> Iterator[tuple[Box, str]]:
    """Painted areas from the undermost to the topmost; a picture's colour is unknown (``""``), and so is a single
    figure's: it may be a grey or the strength of an ink."""
    shapes = [*page.rects, *page.curves]
    if len(shapes) > _MOST_SHAPES:
        yield page.bbox, ""
        return
    for image in page.images:
        yield _box(image), ""
    for shape in shapes:
        box = _box(shape)
        colour = shape.get("non_stroking_color")
        if shape.get("fill") and min(box[2] - box[0], box[3] - box[1]) > 4:
            plain = isinstance(colour, (list, tuple)) and len(colour) > 1
            yield box, (colour_to_hex(colour) if plain else None) or ""


def picture_problems(page: Any, *, has_text: bool) -> Iterator[Problem]:
    """A page that is nothing but a picture is not read; a large picture among text may hold text of its own."""
    number = page.page_number
    drawn = len(page.curves) + len(page.lines) + len(page.rects)
    share = _picture_share(page)
    if not has_text and (share > 0.02 or drawn > 50):
        message = f"Page {number} is a picture without text; it was not read."
        yield Problem(kind="no_text", page=number, message=message, loses_text=True)
    elif has_text and PICTURE <= share < SCAN:
        message = f"Page {number} holds a picture; words inside it, if any, were not read."
        yield Problem(kind="picture", page=number, message=message)


def _picture_share(page: Any) -> float:
    """The pictures' share of the page; stripes of one scan count together."""
    boxes = [_clipped(_box(image), page.bbox) for image in page.images]
    areas = [max(0.0, x1 - x0) * max(0.0, bottom - top) for x0, top, x1, bottom in boxes]
    return min(1.0, sum(areas) / max(1.0, float(page.width * page.height)))


def _clipped(box: Box, page: Box) -> Box:
    return max(box[0], page[0]), max(box[1], page[1]), min(box[2], page[2]), min(box[3], page[3])


def _box(thing: dict[str, Any]) -> Box:
    return float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"])


def _middle(char: dict[str, Any]) -> tuple[float, float]:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _holds(box: Box, char: dict[str, Any]) -> bool:
    x, y = _middle(char)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
