"""What in a finished table speaks against its reading: each doubt holds, or it does not.

A doubt is no proof. Every one of them is met in tables that are read right; ``confidence`` weighs them.
"""

import statistics
from itertools import pairwise

from ingest.tables.doubt.table_view import TableView, is_number, is_sign, text_box
from records.table import Cell

_WIDE = 0.9
"""Words of one text stand closer than this share of a line's height; words of two columns do not."""
_GUTTER = 0.35
"""The same for what white space two columns need between them."""
_SPARSE = 0.25
"""A column filled in fewer rows than this share."""
_LONG = 12
"""Characters; shorter texts are names, after which the next row may begin in small letters."""
_FEW = 3
_TALL = 4
_NOTE = 6
"""Words; a single text of more in the last row is a note."""


def is_partly_ruled(view: TableView) -> bool:
    """Rules part some rows or columns; white space parts the others."""
    return view.table.method == "partly_ruled"


def is_unruled(view: TableView) -> bool:
    """White space alone."""
    return view.table.method == "unruled"


def has_no_header(view: TableView) -> bool:
    """No row of names: it may stand above, or this may be no table."""
    return view.table.header_rows == 0


def has_narrow_heading(view: TableView) -> bool:
    """A name above another name that stands over this one column alone: its level, or its reach, was guessed."""
    depth = view.table.header_rows
    return any(
        cell.column and cell.column_span == 1 and (cell.row + cell.row_span, cell.column) in view.owners
        for cell in view.header
        if cell.row + cell.row_span < depth
    )


def has_unnamed_column(view: TableView) -> bool:
    """A filled column without a name of its own: nothing above it, or only a name that it shares."""
    depth = view.table.header_rows
    named = {column for row, column in view.owners if row < depth}
    shared = any(cell.column_span > 1 and cell.row + cell.row_span == depth for cell in view.header)
    bare = any(column and cells and column not in named for column, cells in enumerate(view.columns))
    return depth > 0 and (shared or bare)


def has_broken_name(view: TableView) -> bool:
    """``Balance (number``, the same name twice side by side, a value among the names."""
    rows = [[cell for cell in view.header if cell.row == row] for row in range(view.table.header_rows)]
    twice = any(a.text == b.text and len(a.text) > 4 and not _is_value(a) for row in rows for a, b in pairwise(row))
    open_bracket = any(cell.text.count("(") > cell.text.count(")") for cell in view.cells)
    return twice or open_bracket or any(_is_amount(cell) for cell in view.header)


def has_wide_gap(view: TableView) -> bool:
    """Words of one cell stand apart like those of two columns."""
    return any(
        after[0] - before[2] > _WIDE * view.size
        for lines in view.lines.values()
        for line in lines
        for (before, _), (after, _) in pairwise(line)
    )


def has_narrow_gutter(view: TableView) -> bool:
    """Without rules: two columns whose texts nearly touch, or reach into each other."""
    if view.table.method == "ruled":
        return False
    columns = [[box for cell in cells if (box := text_box(view, cell))] for cells in view.columns]
    return any(
        min(box[0] for box in right) - max(box[2] for box in left) < _GUTTER * view.size
        for left, right in pairwise(columns)
        if left and right
    )


def has_stacked_values(view: TableView) -> bool:
    """Figures below one another in one cell, or a row whose every text has as many lines: rows run together."""
    if any(len(view.lines_of(cell)) > 1 for cell in view.figure_cells()):
        return True
    return any(_lines_agree(view, row) for row in view.body_rows())


def has_mixed_figures(view: TableView) -> bool:
    """``300 300``, ``62,747 South`` or words alone in a column of figures."""
    return any(not _is_one_figure(cell) for cell in view.figure_cells())


def has_column_of_signs(view: TableView) -> bool:
    """``$``, ``=``, ``:`` or dashes alone, which belong to what stands beside them."""
    return any(cells and all(all(map(is_sign, c.text.split())) for c in cells) for cells in view.columns)


def has_sparse_column(view: TableView) -> bool:
    """A column nearly empty: its few texts may belong to the columns beside it."""
    rows = view.table.rows - view.table.header_rows
    return any(len(cells) <= _SPARSE * rows for cells in view.columns)


def has_torn_row(view: TableView) -> bool:
    """A text goes on in the next row: ``Repairs of the roof and`` above ``the gutters``."""
    return any(_goes_on(view, cell) for cell in view.body) or any(_hangs(view, row) for row in view.body_rows() if row)


def has_tall_row(view: TableView) -> bool:
    """One row of four lines and more where most have one and no rules divide them."""
    heights = [max(len(view.lines_of(cell)) for cell in row) for row in view.body_rows() if row]
    if view.table.method == "ruled" or len(heights) < _FEW:
        return False
    return max(heights) >= _TALL and statistics.median(heights) <= 1


def ends_with_note(view: TableView) -> bool:
    """The last row is a sentence alone."""
    rows = view.body_rows()
    return bool(rows) and len(rows[-1]) == 1 and len(rows[-1][0].text.split()) > _NOTE


def has_no_title(view: TableView) -> bool:
    """Nothing above names it: the lines above may have been taken in, or this may be no table."""
    return not view.table.title


def is_continued(view: TableView) -> bool:
    """It was put together from parts on several pages."""
    return len(view.table.pages) > 1


def is_beside_loose_lines(view: TableView) -> bool:
    """Lines right above or below it, or within its height, look like parts of it and are none."""
    return view.left_out


def is_crowded(view: TableView) -> bool:
    """Another table stands so close that both may be one, or torn at the wrong place."""
    return view.crowded


def _is_value(cell: Cell) -> bool:
    words = cell.text.split()
    return any(map(is_number, words)) and all(is_number(word) or is_sign(word) for word in words)


def _is_one_figure(cell: Cell) -> bool:
    """One number, or a sign instead of one, and signs beside it."""
    words = cell.text.split()
    return sum(map(is_number, words)) <= 1 and all(is_number(word) or is_sign(word) for word in words)


def _is_amount(cell: Cell) -> bool:
    """``1,250`` and ``4.5%`` are no names of columns; ``2031``, ``(3)``, ``2030/31`` are."""
    return _is_value(cell) and any(sign in cell.text for sign in ("%", "$", "€", "£", ".", ",")) and len(cell.text) > 3


def _lines_agree(view: TableView, row: list[Cell]) -> bool:
    counts = [len(view.lines_of(cell)) for cell in row]
    return len(row) >= 2 and min(counts) > 1 and len(set(counts)) == 1


def _goes_on(view: TableView, cell: Cell) -> bool:
    above = view.owners.get((cell.row - 1, cell.column))
    if above is None or above.row < view.table.header_rows or not cell.text[0].islower():
        return False
    return len(above.text) > _LONG and not above.text.endswith((".", ";", ":"))


def _hangs(view: TableView, row: list[Cell]) -> bool:
    """Words without a label and without a figure, in a few of the columns."""
    labelled = (row[0].row, 0) in view.owners
    return not labelled and len(row) < view.table.columns - 1 and not any(_is_value(cell) for cell in row)
