"""Where the first page sets its letterhead: ``TO``, ``FROM``, ``DATE``, ``SUBJECT`` beside their values.

Rules above and below it, or around each value, make no table of it; the labels may do without a colon. Only the upper
part of page 1 is searched, so that a table of labels and values elsewhere stays one.
"""

import re
from collections.abc import Sequence

from ingest.tables.lines.text_chunks import Chunk, TextLine
from records.place import Box, union_box

_DEPTH = 0.6
"""The share of page 1, from its top, in which a letterhead begins."""
_NAMES = r"to|from|via|through|thru|cc|date|re|subject|attention|attn"
_LABEL = re.compile(rf"(?P<name>{_NAMES})\s?(?::.*|$)", re.IGNORECASE)
_OTHER = re.compile(r"[A-Z][\w.'’&/-]{0,18}(?: [\w.'’&/-]{1,18}){0,3} ?:.*")
_FEWEST = 3
"""Different labels; two are enough if they are those of the sender and of the recipient."""
_WRAPPED = 4
"""Lines of one value."""


def find_letterhead(lines: Sequence[TextLine], *, number: int, height: float) -> list[Box]:
    """The box of the letterhead of page ``number``, or none."""
    starts = [n for n, line in enumerate(lines) if _names(line) and line.top < _DEPTH * height]
    for members in (_members(lines, start) for start in starts if number == 1):
        names = {name for line in members for name in _names(line)}
        if len(names) >= _FEWEST or {"to", "from"} <= names:
            box = union_box([(line.x0, line.top, line.x1, line.bottom) for line in members])
            return [] if box is None else [box]
    return []


def _members(lines: Sequence[TextLine], first: int) -> list[TextLine]:
    """Lines that begin with a label, and those on which their values run on."""
    members, wrapped = [lines[first]], 0
    for above, line in zip(lines[first:], lines[first + 1 :], strict=False):
        if _is_labelled(line, members[0]):
            wrapped = 0
        elif wrapped < _WRAPPED and _runs_on(above, line, members[0]):
            wrapped += 1
        else:
            break
        members.append(line)
    return members


def _is_labelled(line: TextLine, first: TextLine) -> bool:
    """A value has to follow the label: a heading with a colon stands alone."""
    text = _text(line.chunks[0])
    return bool(_names(line)) or (
        _OTHER.fullmatch(text) is not None and abs(line.x0 - first.x0) < first.size and len(line.chunks) > 1
    )


def _runs_on(above: TextLine, line: TextLine, first: TextLine) -> bool:
    """Set in under the values, close below."""
    label = first.chunks[0]
    value = first.chunks[1].x0 if len(first.chunks) > 1 else label.x0 + label.size
    return line.x0 > value - line.size and line.top - above.bottom < 1.2 * line.size


def _names(line: TextLine) -> list[str]:
    """The letterhead's labels on a line; a label without a colon has its value set apart from it."""
    found = []
    for chunk in line.chunks:
        label = _LABEL.fullmatch(_text(chunk))
        if label is not None and (":" in label[0] or len(line.chunks) > 1):
            found.append(label["name"].lower())
    return found


def _text(chunk: Chunk) -> str:
    return " ".join(piece.text for piece in chunk.pieces if not piece.mark)
