"""What looks like a table and is none: letterheads, contents lists, prose in boxes, charts, near-empty frames."""

import re
from itertools import pairwise
from typing import Any

from ingest.pdf_rulings import THIN
from ingest.table_draft import Draft

_LETTERHEAD = re.compile(
    r"(?:to|from|via|through|cc|date|dated|re|subject|prepared by|submitted by|approved|approved by|council district"
    r"|attention|attn|meeting date|agenda item|item no\.?|department|contact)\s?:.*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"[.…_·]{4,}|(?:\. ){3,}")


def is_table(draft: Draft, page: Any) -> bool:
    """False where the cells hold a letterhead, a contents list, running prose or a chart's labels."""
    texts = [cell.text for cell in draft.cells if cell.text]
    return not (
        len(texts) < 3
        or draft.rows < (2 if draft.method == "ruled" or draft.header_rows else 3)
        or draft.fill_share() < (0.25 if draft.method == "ruled" else 0.45)
        or _is_letterhead(draft)
        or _is_contents_list(draft)
        or _is_prose(draft)
        or _is_chart(draft, page)
    )


def _is_letterhead(draft: Draft) -> bool:
    """``TO: ... FROM: ...``, in a frame or without: labels with colons are the cells' own beginnings."""
    labelled = [cell for cell in draft.cells if _LETTERHEAD.fullmatch(cell.text)]
    return len(labelled) >= 2 and len(labelled) >= 0.4 * draft.rows


def _is_contents_list(draft: Draft) -> bool:
    """``Background ........ 3``: dots lead from most labels to the last column."""
    led = {cell.row for cell in draft.cells if _LEADERS.search(cell.text)}
    return len(led) >= 0.5 * draft.rows and draft.columns <= 3


def _is_prose(draft: Draft) -> bool:
    """Two columns of running text, or a single filled cell beside a margin."""
    if draft.method == "ruled" and draft.rows >= 2 and draft.columns >= 2:
        return sum(bool(cell.text) for cell in draft.cells) < 3
    long = [cell for cell in draft.cells if len(cell.text.split()) > 25]
    return len(long) >= 0.3 * len(draft.cells)


def _is_chart(draft: Draft, page: Any) -> bool:
    """Slanted strokes, or bars of many lengths, inside the box: the words are labels of axes."""
    if _has_bars(draft, page):
        return True
    x0, top, x1, bottom = draft.box
    slanted = 0
    for shape in [*page.lines, *page.curves]:
        points = shape.get("pts") or ()
        for (ax, ay), (bx, by) in pairwise(points):
            inside = x0 <= (ax + bx) / 2 <= x1 and top <= (ay + by) / 2 <= bottom
            slanted += inside and abs(ax - bx) > 3 and abs(ay - by) > 3
    return slanted >= 4 and slanted > 0.05 * len(draft.cells) and draft.fill_share() < 0.8


def _has_bars(draft: Draft, page: Any) -> bool:
    """Four painted bars or more that share a foot and differ in length, over a good part of the box."""
    x0, top, x1, bottom = draft.box
    feet: dict[tuple[str, int, int], set[int]] = {}
    for shape in page.rects:
        width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
        inside = x0 <= shape["x0"] and shape["x1"] <= x1 and top <= shape["top"] and shape["bottom"] <= bottom
        if not (inside and shape.get("fill") and min(width, height) > THIN):
            continue
        feet.setdefault(("across", round(shape["x0"]), round(height)), set()).add(round(width))
        feet.setdefault(("up", round(shape["bottom"]), round(width)), set()).add(round(height))
    return max(map(len, feet.values()), default=0) >= 4
