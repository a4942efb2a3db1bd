"""Which runs of a page a reader of the page can see.

Text in the colour of its background, off the page, too small to read or drawn with an invisible pen must not become
a cell; it is left out and counted. An invisible layer over a scan is the scan's recognised text: it is kept, and
counted apart. Layers switched off and text under pictures are not looked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.geometry.objects import PageGeometry, Run, Shape
from records.document import Problem
from records.place import Box

TINY = 2.0
"""Points: below this size nobody reads."""
SAME_COLOUR = 24
"""Of 255, in the channel that differs most."""
SCAN = 0.5
"""A picture over this share of the page makes it a scan."""
_MOST_SHAPES = 3000
"""On a page with more, no background is told."""
_PAPER = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The runs that can be seen; how many characters cannot; how many are a scan's recognised text."""

    runs: tuple[Run, ...]
    hidden: int
    recognised: int


def visible_runs(page: PageGeometry) -> Visible:
    scanned = picture_share(page) >= SCAN
    backgrounds = _backgrounds(page)
    colours = {colour for _, colour in backgrounds} | {_PAPER}
    width, height = 2 * page.width, 2 * page.height
    shown: list[Run] = []
    hidden = recognised = 0
    lost: dict[str | None, bool] = {}
    for run in page.runs:
        text, (x0, top, x1, bottom), size, (_, _, colour, seen) = run
        if colour not in lost:
            lost[colour] = any(alike(colour, other) for other in colours)
        if not seen and scanned:
            recognised += len(text)
            shown.append(run)
            continue
        on_page = size >= TINY and 0 <= x0 + x1 <= width and 0 <= top + bottom <= height
        if not seen or not on_page or (lost[colour] and _is_lost(run, backgrounds)):
            hidden += len(text)
        else:
            shown.append(run)
    return Visible(runs=tuple(shown), hidden=hidden, recognised=recognised)


def unseen_problems(page: int, *, hidden: int, recognised: int) -> Iterator[Problem]:
    """What is to be said of characters that page ``page`` hides, and of those that a machine recognised in a scan."""
    if hidden:
        message = f"{hidden} characters that page {page} does not show to its reader were left out."
        yield Problem(kind="hidden_text", page=page, message=message)
    if recognised:
        message = f"Page {page} is a scan; its text was recognised by a machine and may hold misreadings."
        yield Problem(kind="recognised_text", page=page, message=message)


def picture_share(page: PageGeometry) -> float:
    """The pictures' share of the page; stripes of one scan count together."""
    area = 0.0
    for x0, top, x1, bottom in page.images:
        width, height = min(x1, page.width) - max(x0, 0.0), min(bottom, page.height) - max(top, 0.0)
        area += max(0.0, width) * max(0.0, height)
    return min(1.0, area / max(1.0, page.width * page.height))


def _is_lost(run: Run, backgrounds: Sequence[tuple[Box, str | None]]) -> bool:
    x, y = (run.box[0] + run.box[2]) / 2, (run.box[1] + run.box[3]) / 2
    colour: str | None = _PAPER
    for (x0, top, x1, bottom), painted in backgrounds:
        if x0 <= x <= x1 and top <= y <= bottom:
            colour = painted
    return alike(run.style.colour, colour)


def _backgrounds(page: PageGeometry) -> list[tuple[Box, str | None]]:
    """Painted areas from the undermost to the topmost; a picture's colour is unknown."""
    if len(page.shapes) > _MOST_SHAPES:
        return [((0.0, 0.0, page.width, page.height), None)]
    return [(image, None) for image in page.images] + [
        (shape.box, shape.fill) for shape in page.shapes if _covers(shape)
    ]


def _covers(shape: Shape) -> bool:
    x0, top, x1, bottom = shape.box
    return shape.filled and min(x1 - x0, bottom - top) > 4


def alike(colour: str | None, background: str | None) -> bool:
    """Two colours that a reader does not tell apart; ``None``, an unknown one, is like no other."""
    if colour is None or background is None:
        return False
    if colour == background:
        return True
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(background[1:]), strict=True)
    return max(abs(a - b) for a, b in pairs) < SAME_COLOUR
