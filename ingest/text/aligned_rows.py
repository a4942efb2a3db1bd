"""Lines of a text file whose columns are parted by runs of spaces, or by drawn pipes -> cells.

Columns are the stretches between gutters: positions that are blank in every line. A line that fills only some columns
and goes on in lower case, or leaves the first column empty, is the wrapped end of the row above.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.text.delimited_rows import line_to_cells
from ingest.text.glyphs import SOFT_BREAK, Glyph, plain_glyphs
from ingest.text.grid_table import RawCell
from ingest.text.running_lines import TextLine
from ingest.text.source_text import SourceText

_NARROWEST_GUTTER = 2
_RULE = re.compile(r"[\s|+=_-]+")
_PIPE = re.compile(r"\|")
LABEL = re.compile(r"\W{0,4}[A-Z][\w /.&()'-]{0,40}:(?=\s|$)")
_LIST_SIGN = re.compile(r"[-*•▪◦–]|\(?\w{1,3}[.)]")

Spans = list[tuple[int, int]]
"""``(start, end)`` in the file of each cell of a line, from left to right; an empty cell's are equal."""


def lines_to_rows(lines: Sequence[TextLine], source: SourceText) -> list[list[RawCell]] | None:
    """The rows of the table that ``lines`` are, or ``None`` where they are none."""
    body = [line for line in lines if not _RULE.fullmatch(line.text)]
    if len(body) < 2 or any("\t" in line.text for line in body):
        return None
    piped = all(line.text.count("|") > 1 for line in body)
    cells = _cut_at_pipes(body) if piped else cut_at_gutters(body)
    if not cells or len({len(row) for row in cells}) > 1 or not _is_table(cells, source):
        return None
    return [_join_lines(row, source) for row in _wrapped_to_rows(cells, source)]


def _cut_at_pipes(lines: Sequence[TextLine]) -> list[Spans]:
    """Pipes that stand at the same side of every line frame the table; elsewhere they part cells, empty ones too."""
    first = int(all(line.text.lstrip().startswith("|") for line in lines))
    last = -1 if all(line.text.rstrip().endswith("|") for line in lines) else None
    return [line_to_cells(line.text, line.at, _PIPE)[first:last] for line in lines]


def cut_at_gutters(lines: Sequence[TextLine]) -> list[Spans]:
    """Cut every line at the gutters that all lines share."""
    width = max(len(line.text) for line in lines)
    blank = [all(column >= len(line.text) or line.text[column] == " " for line in lines) for column in range(width)]
    edges = [0]
    start: int | None = None
    for column, is_blank in enumerate([*blank, False]):
        if is_blank and start is None:
            start = column
        elif not is_blank and start is not None:
            if start > 0 and column - start >= _NARROWEST_GUTTER and column < width:
                edges.append(column)
            start = None
    edges.append(width)
    if len(edges) < 3:
        return []
    return [[_cell(line, first, last) for first, last in pairwise(edges)] for line in lines]


def _cell(line: TextLine, first: int, last: int) -> tuple[int, int]:
    text = line.text[first:last]
    start = line.at + min(first, len(line.text)) + len(text) - len(text.lstrip())
    return start, max(start, line.at + min(first, len(line.text)) + len(text.rstrip()))


def _is_table(cells: Sequence[Spans], source: SourceText) -> bool:
    """Two columns may be a list or prose; more are a table if most lines have several cells. Labels make none."""
    texts = [[source.text[start:end] for start, end in row] for row in cells]
    several = [row for row in texts if sum(bool(text) for text in row) > 1]
    labelled = [text for row in texts for text in row if LABEL.match(text)]
    if len(several) < 2 or len(several) * 2 < len(texts) or len(labelled) > 1:
        return False
    if len(texts[0]) > 2:
        return True
    return len(several) >= 3 and not all(_LIST_SIGN.fullmatch(row[0]) for row in several)


def _wrapped_to_rows(cells: Sequence[Spans], source: SourceText) -> list[list[Spans]]:
    rows: list[list[Spans]] = []
    for line in cells:
        if rows and _goes_on(line, source):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _goes_on(line: Spans, source: SourceText) -> bool:
    texts = [source.text[start:end] for start, end in line]
    return not texts[0] or (not all(texts) and any(text[:1].islower() for text in texts))


def _join_lines(row: Sequence[Spans], source: SourceText) -> list[RawCell]:
    return [join_cell([line[column] for line in row], source) for column in range(len(row[0]))]


def join_cell(pieces: Spans, source: SourceText, *, column_span: int = 1) -> RawCell:
    """The lines of one cell; between them stand words of other columns, so a quote cannot run over them."""
    filled = [(start, end) for start, end in pieces if start < end] or [pieces[0]]
    glyphs: list[Glyph] = []
    for number, (start, end) in enumerate(filled):
        if number:
            before = filled[number - 1][1]
            torn = not source.text[before:start].isspace()
            glyphs.append(Glyph(SOFT_BREAK, before, start, torn=torn))
        glyphs += plain_glyphs(source.text[start:end], start)
    return RawCell(glyphs=tuple(glyphs), begin=filled[0][0], end=filled[-1][1], column_span=column_span)
