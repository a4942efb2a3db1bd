"""Lines that name a figure or a table: ``Exhibit 1: Calls by Month``, ``Figure 2.``, ``Table B - Funds``.

A caption belongs to no row, so a table ends before it and begins after it. A list of exhibits is no run of captions.
"""

import re
from collections.abc import Sequence

from ingest.tables.lines.text_chunks import TextLine

_KIND = r"(?:exhibit|figure|fig\.|chart|graph|diagram|map|image|table)"
_NUMBER = r"(?:\d{1,3}(?:[.-]\d{1,3})?[a-z]?|[A-Z](?:[.-]\d{1,3})?)"
_CAPTION = re.compile(rf"(?i:{_KIND})\s+{_NUMBER}\s?[:.–—-](?:\s.*|[A-Z].*)?")
_BARE = re.compile(rf"(?i:{_KIND})\s+{_NUMBER}\s?[:.–—-]?")


def split_at_captions(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The stretches between captions, without these."""
    named = [is_caption(line) for line in lines]
    stretches: list[list[TextLine]] = [[]]
    caption: TextLine | None = None
    for number, line in enumerate(lines):
        alone = not any(named[max(0, number - 1) : number] + named[number + 1 : number + 2])
        if named[number] and alone:
            stretches.append([])
            caption = line
        elif caption is not None and _goes_on(caption, line):
            caption = line
        else:
            stretches[-1].append(line)
            caption = None
    return [stretch for stretch in stretches if stretch]


def _goes_on(caption: TextLine, line: TextLine) -> bool:
    """The caption's next line: undivided, close below, and no wider."""
    beside = caption.x0 - 2 <= line.x0 and line.x1 <= caption.x1 + 2
    return len(line.chunks) == 1 and beside and line.top - caption.bottom < 0.4 * line.size


def is_caption(line: TextLine) -> bool:
    """One text, or the number set apart from the name; with figures beside it, it is the label of a row."""
    first, *rest = line.chunks
    text = " ".join(piece.text for piece in first.pieces if not piece.mark)
    return bool(_CAPTION.fullmatch(text)) and len(rest) <= 1 and not any(chunk.is_figure for chunk in rest)


def opens_caption(line: TextLine) -> bool:
    """As ``is_caption``, also where wide spaces cut the line (``Table 8   - Calls by Month   in 2031``), and the bare
    name over its text (``TABLE 8``)."""
    first, *rest = line.chunks
    text = " ".join(piece.text for piece in line.pieces if not piece.mark)
    name = " ".join(piece.text for piece in first.pieces if not piece.mark)
    named = _BARE.fullmatch(name) is not None and not any(chunk.is_figure for chunk in rest)
    return named or bool(_CAPTION.fullmatch(text))
