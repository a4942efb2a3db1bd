"""Pipe tables and lines of tab-separated cells, as they stand in a Markdown file."""

import re

from markdown_it import MarkdownIt

from ingest.text.delimited_rows import line_to_cells
from ingest.text.glyphs import plain_glyphs
from ingest.text.grid_table import RawCell, rows_to_table
from ingest.text.markdown_inline import inline_to_glyphs
from ingest.text.source_text import SourceText
from records.table import Table

_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")


def pipes_to_table(lines: list[tuple[int, str]], *, source: SourceText, parser: MarkdownIt) -> Table | None:
    """``(offset, line)`` of the header, the delimiter row and the body.

    A row with more cells than the header, which a browser would not show, keeps them: mostly a sign between two words
    was not escaped, and then it is unsure in which column the words stand.
    """
    rows = [_pipe_row(at, line, source, parser) for at, line in lines]
    del rows[1]
    wider = any(cell.begin < cell.end for row in rows for cell in row[len(rows[0]) :])
    kept = rows if wider else [row[: len(rows[0])] for row in rows]
    return rows_to_table(kept, source=source, method="markdown", header_rows=1, confidence=0.6 if wider else 1.0)


def _pipe_row(at: int, line: str, source: SourceText, parser: MarkdownIt) -> list[RawCell]:
    cells = line_to_cells(line, at, _PIPE)
    if line.lstrip().startswith("|"):
        cells = cells[1:]
    if _PIPE.search(line.rstrip()[-1:]) and not line.rstrip().endswith("\\|"):
        cells = cells[:-1]
    return [_raw_cell(start, end, source, parser) for start, end in cells]


def tabs_to_table(lines: list[tuple[int, str]], *, source: SourceText, parser: MarkdownIt) -> Table | None:
    """Lines of tab-separated cells; where rows lack trailing cells, the reading is less sure."""
    rows = [
        [_raw_cell(start, end, source, parser) for start, end in line_to_cells(line, at, _TAB)] for at, line in lines
    ]
    even = len({len(row) for row in rows}) == 1
    return rows_to_table(rows, source=source, method="delimited", confidence=0.9 if even else 0.6)


def _raw_cell(start: int, end: int, source: SourceText, parser: MarkdownIt) -> RawCell:
    content = source.text[start:end]
    tokens = parser.parseInline(content)[0].children or []
    glyphs = inline_to_glyphs(tokens, content=content, at=range(start, end + 1), parser=parser)
    if glyphs is None:
        glyphs = plain_glyphs(content, start)
    return RawCell(glyphs=tuple(glyphs), begin=start, end=end)
