"""A table drawn with ``+---+`` and ``|``, as it stands in Markdown and plain text -> rows of cells.

The rows are what the drawn lines part, so a cell may have several lines; a cell without the sign between two columns
spans both. A line of ``=`` ends the header.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.text.aligned_rows import Spans, join_cell
from ingest.text.grid_table import RawCell
from ingest.text.source_text import SourceText

_RULE = re.compile(r"\+(?:[-=:]{2,400}\+){1,60}")
_LINE = re.compile(r"\|.*\|")

NumberedLine = tuple[int, str]
"""A line and its offset in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnGrid:
    rows: tuple[tuple[RawCell, ...], ...]
    header_rows: int | None


def drawn_line_count(lines: Sequence[str]) -> int:
    """How many of the first lines are one drawn table: from its first drawn line to its last; 0 for none."""
    if not lines or not _RULE.fullmatch(lines[0].strip()):
        return 0
    shapes = [line.strip() for line in lines]
    end = next(
        (n for n, line in enumerate(shapes) if not (_RULE.fullmatch(line) or _LINE.fullmatch(line))), len(shapes)
    )
    last = max(n for n in range(end) if _RULE.fullmatch(shapes[n]))
    widths = {(len(line) - len(line.lstrip()), len(line.rstrip())) for line in lines[: last + 1]}
    # Where the lines are not as long as each other, it is unsure which words belong to which cell.
    is_even = len(widths) == 1
    return last + 1 if is_even and any(_LINE.fullmatch(line) for line in shapes[:last]) else 0


def lines_to_grid(lines: Sequence[NumberedLine], source: SourceText) -> DrawnGrid:
    """``lines`` are those that ``drawn_line_count`` counted."""
    indent = len(lines[0][1]) - len(lines[0][1].lstrip())
    edges = sorted({n for _, line in lines if _is_rule(line) for n, char in enumerate(line) if char == "+"})
    rows: list[tuple[RawCell, ...]] = []
    group: list[NumberedLine] = []
    header_rows: int | None = None
    for at, line in lines:
        if not _is_rule(line):
            group.append((at, line))
            continue
        if group:
            rows.append(tuple(_cells(group, [edge for edge in edges if edge >= indent], source)))
            group = []
        if "=" in line and rows and header_rows is None:
            header_rows = len(rows)
    return DrawnGrid(rows=tuple(rows), header_rows=header_rows)


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _cells(group: Sequence[NumberedLine], edges: Sequence[int], source: SourceText) -> list[RawCell]:
    """The cells of one row, which all of its lines cut at the same edges."""
    cuts = [edge for edge in edges if all(line[edge : edge + 1] == "|" for _, line in group)]
    if len(cuts) < 2 or cuts[0] != edges[0] or cuts[-1] != edges[-1]:
        cuts = [edges[0], edges[-1]]
    cells = []
    for left, right in pairwise(cuts):
        pieces: Spans = [_trimmed(at, line, left + 1, right) for at, line in group]
        span = sum(left <= edge < right for edge in edges)
        cells.append(join_cell(pieces, source, column_span=span))
    return cells


def _trimmed(at: int, line: str, first: int, last: int) -> tuple[int, int]:
    text = line[first:last]
    start = at + first + len(text) - len(text.lstrip())
    return start, max(start, at + first + len(text.rstrip()))
