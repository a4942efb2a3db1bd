"""Cells of a sheet -> regions: what blank rows and blank columns part, from top to bottom and left to right.

A cell that shows only a colour is not blank, and neither is what a merged cell covers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from records.table import Cell

Region = list[list[Cell]]
"""Rows of cells, each from left to right; ``Cell.row`` and ``Cell.column`` are the sheet's."""


def cells_to_regions(cells: Sequence[Cell]) -> list[Region]:
    """Regions that hold some text."""
    parts = sorted(_cut(cells), key=lambda part: (min(c.row for c in part), min(c.column for c in part)))
    return [_to_rows(part) for part in parts if any(cell.text for cell in part)]


def _cut(cells: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """Cut at blank rows, each part at blank columns, and so on until nothing is blank."""
    for part in _split(cells, _rows):
        columns = _split(part, _columns)
        if len(columns) == 1:
            yield part
        else:
            for column in columns:
                yield from _cut(column)


def _rows(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.row_span)


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _split(cells: Sequence[Cell], extent: Callable[[Cell], range]) -> list[list[Cell]]:
    parts: list[list[Cell]] = []
    end = -1
    for cell in sorted(cells, key=lambda cell: (extent(cell).start, cell.row, cell.column)):
        if not parts or extent(cell).start > end:
            parts.append([])
        parts[-1].append(cell)
        end = max(end, extent(cell).stop)
    return parts


def _to_rows(cells: Iterable[Cell]) -> Region:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return [row for row in rows.values() if any(cell.text for cell in row)]
