"""Where a fact stands: the file, the page, the box on it and the exact words."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in PDF points from the page's top left, as shown (after the page's own rotation)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One spot in one version of one memo.

    ``page`` counts from 1; ``box`` is ``None`` where the source has no geometry (Markdown, plain text). ``quote`` is
    found verbatim in the source once white space is folded, with the source's own markup where it has any.
    ``sha256`` names the version of the file that was read, so that a citation outlives a replaced memo.
    """

    memo: str | None
    file: str
    page: int
    box: Box | None
    section: str | None
    quote: str
    sha256: str


def union_box(boxes: "list[Box]") -> Box | None:
    """The smallest box around all of ``boxes``; ``None`` for none."""
    if not boxes:
        return None
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)
