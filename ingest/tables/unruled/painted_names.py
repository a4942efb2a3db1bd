"""Tables of which nothing but the names of the columns is painted, each name an area of its own.

Word processors write such a header for a table without borders: the areas stand side by side, some higher than others,
and no rule runs through the rows below. The areas tell the columns. Where rules divide the rows too, where the strip is
one stripe among many, or where a text runs over a border of two columns, nothing is claimed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.draft import Draft
from ingest.tables.drawn.rulings import Fill, Rulings, near
from ingest.tables.lines.figures import is_figure, is_year
from ingest.tables.lines.text_chunks import TextLine
from ingest.tables.lines.words import Piece, pieces_within
from ingest.tables.unruled.hanging_rows import FEWEST_NAMES, ROW_GAP, Names, names_to_draft, rows_below
from records.place import Box, union_box

_YEARS = re.compile(r"(?:19|20)\d{2}[/–-](?:\d{2}|\d{4})")
_GAP = 16.0
"""Points between two areas of one header."""
_HIGHEST = 90.0
"""Points: a higher area is a box."""
_NAMED = 0.75
"""Share of the areas that hold a name; one above a column of numbers may be blank."""
_RULED = 0.5
"""Share of the borders at which a rule goes on below the names of a grid."""

Strip = Sequence[Box]


def painted_names(lines: Sequence[TextLine], rulings: Rulings) -> list[Draft]:
    """Each table that hangs on a strip of painted names, and that no rules already divide."""
    pieces = [piece for line in lines for piece in line.pieces]
    strips = [s for s in _strips(rulings.fills) if not _is_ruled_below(s, rulings) and not _has_levels(s, rulings)]
    drafts: list[Draft] = []
    for strip in strips:
        names = _strip_to_names(strip, pieces)
        if any(_lies_in(strip, draft.box) for draft in drafts) or not _are_names(names, lines):
            continue
        cells = [f.box for f in rulings.fills if strip[0][0] - 4 < f.box[0] and f.box[2] < strip[-1][2] + 4]
        rows = rows_below(names, lines, painted=cells, floor=_floor(strip, strips, pieces))
        drafts += [names_to_draft(names, rows)] if rows else []
    return drafts


def _strips(fills: Sequence[Fill]) -> list[Strip]:
    """Areas of one colour side by side: each overlaps the middle of the one before it, with hardly a gap between."""
    areas = [fill for fill in fills if fill.colour != "#ffffff" and fill.box[3] - fill.box[1] <= _HIGHEST]
    strips: list[list[Fill]] = []
    for fill in sorted(areas, key=lambda fill: fill.box[0]):
        strip = next((strip for strip in strips if _stands_beside(fill, strip[-1])), None)
        if strip is None:
            strips.append([fill])
        else:
            strip.append(fill)
    found = [[fill.box for fill in strip] for strip in strips if len(strip) >= FEWEST_NAMES]
    return sorted(found, key=lambda strip: strip[0][1])


def _stands_beside(fill: Fill, last: Fill) -> bool:
    middle = (last.box[1] + last.box[3]) / 2
    level = fill.box[1] <= middle <= fill.box[3] or last.box[1] <= (fill.box[1] + fill.box[3]) / 2 <= last.box[3]
    return fill.colour == last.colour and level and -1.0 <= fill.box[0] - last.box[2] <= _GAP


def _borders(strip: Strip) -> list[float]:
    return [(one[2] + two[0]) / 2 for one, two in pairwise(strip)]


def _extent(strip: Strip) -> tuple[float, float]:
    """From the highest top to the lowest bottom."""
    return min(box[1] for box in strip), max(box[3] for box in strip)


def _is_ruled_below(strip: Strip, rulings: Rulings) -> bool:
    """Rules go on below the names between most columns, or begin above them."""
    top, bottom = _extent(strip)
    divided = 0
    for one, two in pairwise(strip):
        beside = near(rulings.vertical, one[2] - 3, two[0] + 3)
        divided += any(r.start < top - 4 < r.end or r.start < bottom + 4 < r.end for r in beside)
    return divided >= _RULED * (len(strip) - 1)


def _has_levels(strip: Strip, rulings: Rulings) -> bool:
    """Other areas stand among these: the names of parts, below those of groups."""
    (top, bottom), own = _extent(strip), set(strip)
    left, right = strip[0][0], strip[-1][2]
    others = [fill.box for fill in rulings.fills if fill.box not in own]
    return any(top < (box[1] + box[3]) / 2 < bottom and left < (box[0] + box[2]) / 2 < right for box in others)


def _strip_to_names(strip: Strip, pieces: Sequence[Piece]) -> Names:
    box = union_box(list(strip))
    assert box is not None, "a strip has areas"
    held = [pieces_within(pieces, area) for area in strip]
    return Names(pieces=held, edges=[strip[0][0], *_borders(strip), strip[-1][2]], box=box)


def _are_names(names: Names, lines: Sequence[TextLine]) -> bool:
    """No figures but years, and nothing in columns right above: else the strip is a stripe, and its row one of many."""
    texts = [[piece.text for piece in held if not piece.mark] for held in names.pieces]
    if sum(map(bool, texts)) < max(FEWEST_NAMES, _NAMED * len(texts)):
        return False
    if any(words and all(map(is_figure, words)) and not all(map(_is_year, words)) for words in texts):
        return False
    left, top, right, _ = names.box
    above = next((n for n in reversed(lines) if n.bottom <= top + 2 and n.x0 < right and left < n.x1), None)
    return above is None or len(above.chunks) < FEWEST_NAMES or top - above.bottom > ROW_GAP * above.size


def _is_year(text: str) -> bool:
    """ "2031", "2031/32"."""
    return is_year(text) or _YEARS.fullmatch(text) is not None


def _lies_in(strip: Strip, box: Box) -> bool:
    """A stripe among the rows of a table that is known."""
    middle = (strip[0][1] + strip[0][3]) / 2
    return box[1] <= middle <= box[3] and strip[0][0] < box[2] and box[0] < strip[-1][2]


def _floor(strip: Strip, strips: Sequence[Strip], pieces: Sequence[Piece]) -> float | None:
    """Where the next table begins: at other columns, or at the same names once more. Stripes are rows."""
    _, bottom = _extent(strip)
    below = [other for other in strips if _extent(other)[0] >= bottom - 1 and _meets(other, strip)]
    others = (s for s in below if not _has_columns(s, strip) or _texts(s, pieces) == _texts(strip, pieces))
    return min((_extent(other)[0] for other in others), default=None)


def _meets(strip: Strip, other: Strip) -> bool:
    return strip[0][0] < other[-1][2] and other[0][0] < strip[-1][2]


def _has_columns(strip: Strip, other: Strip) -> bool:
    return len(strip) == len(other) and all(abs(a[0] - b[0]) < 3 for a, b in zip(strip, other, strict=True))


def _texts(strip: Strip, pieces: Sequence[Piece]) -> list[str]:
    return [" ".join(piece.text for piece in pieces_within(pieces, box)) for box in strip]
