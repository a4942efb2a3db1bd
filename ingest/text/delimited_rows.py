"""Lines whose cells are parted by tabs: where such a table ends, and which stretch of a line each cell is."""

import re
from collections.abc import Sequence

_LABEL = re.compile(r"\W{0,4}[A-Za-z][\w /.&()'-]{0,40}:\W{0,4}")
_LIST_SIGN = re.compile(r"\W|\(?\w{1,3}[.)]")


def lines_to_row_count(lines: Sequence[str]) -> int:
    """How many of the first lines are rows of one table; 0 where they are none.

    Rows are at least two lines running, each with the tabs of the first line (two or more tabs: or fewer, where
    trailing cells are empty). ``TO:<tab>Council`` above ``FROM:<tab>Clerk`` is a letterhead and ``-<tab>text`` a list.
    """
    tabs = lines[0].count("\t")
    rows = []
    for line in lines:
        count = line.count("\t")
        if not line.strip() or count == 0 or count > tabs or count < tabs < 3:
            break
        rows.append([cell.strip() for cell in line.split("\t")])
    return len(rows) if _is_table(rows) else 0


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    width = max((len(row) for row in rows), default=0)
    filled = [n for n in range(width) if any(len(row) > n and row[n] for row in rows)]
    if len(rows) < 2 or len(filled) < 2:
        return False
    firsts = [next(filter(None, row)) for row in rows]
    if all(_LABEL.fullmatch(cell) for cell in firsts):
        return False
    return len(filled) > 2 or not all(_LIST_SIGN.fullmatch(cell) for cell in firsts)


def line_to_cells(line: str, at: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """``(start, end)`` in the file of each cell of a line that begins at ``at``, without outer white space."""
    edges = [0, *(edge for found in separator.finditer(line) for edge in found.span()), len(line)]
    return [_trim(line, at, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _trim(line: str, at: int, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    first = start + len(cell) - len(cell.lstrip())
    return at + first, at + max(first, start + len(cell.rstrip()))
