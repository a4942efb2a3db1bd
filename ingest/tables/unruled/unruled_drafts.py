"""Tables that white space divides, with some rules or none: a block of lines that keep to common columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell, band_of, pieces_box
from ingest.tables.drawn.rulings import Rule, Rulings
from ingest.tables.headers.header_spans import Extent, Frame
from ingest.tables.headers.header_stack import header_lines, lines_to_header
from ingest.tables.lines.captions import split_at_captions
from ingest.tables.lines.close_columns import split_at_columns
from ingest.tables.lines.prose_columns import prose_columns
from ingest.tables.lines.side_by_side import tables_beside
from ingest.tables.lines.stacked import tables_below
from ingest.tables.lines.text_chunks import Chunk, TextLine, line_to_chunks, row_score
from ingest.tables.lines.words import Piece, is_within, pieces_to_lines
from ingest.tables.unruled.facts import are_facts
from ingest.tables.unruled.framed_blocks import find_framed
from ingest.tables.unruled.group_titles import is_group_title
from ingest.tables.unruled.row_bands import free_lines_to_rows
from ingest.tables.unruled.sign_columns import join_signs
from ingest.tables.unruled.text_blocks import Block, find_blocks
from ingest.tables.unruled.text_columns import chunk_columns, column_edges, lines_to_columns
from records.place import Box

_FEWEST_ROWS = 2
"""Lines that look like rows of a table."""
_RULES = 3
"""Between as many rules one is enough: the rest of a row that a page ended, and the last row."""


def unruled_drafts(lines: Sequence[TextLine], rulings: Rulings, *, taken: Sequence[Box]) -> list[Draft]:
    """Draft tables among the words that no ruled table and no chart holds; none reaches over one of these."""
    free = outside(lines, taken)
    rules = [r for r in rulings.horizontal if r.length > 18 and not any(_along(r, box) for box in taken)]
    if not _may_hold_rows(free, rules):
        return []
    framed = [block for block in find_framed(free, rules) if len(tables_beside(block.lines, rules)) == 1]
    drafts = [draft for block in framed if (draft := block_to_draft(block, rulings.vertical)) is not None]
    held = [*taken, *(draft.box for draft in drafts)]
    rest = outside(free, held) if drafts else free
    sides = (side for column in prose_columns(rest, rules) for side in tables_beside(column, rules))
    parts = (part for side in sides for part in split_at_captions(side))
    for stretch in (table for part in parts for table in tables_below(part)):
        for block in find_blocks(stretch, _over(stretch, rules), taken=held):
            draft = block_to_draft(block, rulings.vertical)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _may_hold_rows(lines: Sequence[TextLine], rules: Sequence[Rule]) -> bool:
    """A page of prose, in one column or two, is not searched further."""
    if len(rules) >= _RULES:
        return any(len(line.chunks) > 1 for line in lines)
    return sum(len(line.chunks) > 1 and row_score(line) >= 1 for line in lines) >= _FEWEST_ROWS


def outside(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[TextLine]:
    """What ``boxes`` leave of the lines."""
    if not boxes:
        return list(lines)
    free: list[TextLine] = []
    for line in lines:
        near = [box for box in boxes if box[1] - 1 <= line.bottom and line.top <= box[3] + 1]
        rest = [piece for piece in line.pieces if not any(is_within(piece, box) for box in near)]
        whole = len(rest) == len(line.pieces)
        free += [line] if whole else [line_to_chunks(part) for part in pieces_to_lines(rest)]
    return free


def _over(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[Rule]:
    """The rules that are not those of a table beside the lines."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [rule for rule in rules if rule.start < right and left < rule.end]


def _along(rule: Rule, box: Box) -> bool:
    return box[1] - 3 <= rule.at <= box[3] + 3 and rule.start < box[2] and box[0] < rule.end


def block_to_draft(block: Block, vertical: Sequence[Rule]) -> Draft | None:
    """Columns, then header, then rows; ``None`` where no two columns can be told."""
    box = block.box
    height = box[3] - box[1]
    dividers = [v.at for v in vertical if box[0] < v.at < box[2] and v.covers(box[1], box[3]) * height > 0.25 * height]
    joined = join_signs(block.lines)
    columns = lines_to_columns(joined, dividers=dividers)
    if len(columns) < 2:
        return None
    edges = column_edges(columns, left=box[0] - 3, right=box[2] + 3)
    lines = [split_at_columns(line, edges) for line in joined]
    count = 0 if _holds_facts(lines, edges) else header_lines(lines, block.rules, edges)
    frame = Frame(block.rules, edges, _extents(lines[count:], edges))
    header = lines_to_header(lines[:count], frame) if count else []
    depth = max((cell.row for cell in header), default=-1) + 1
    body = _body_cells(lines[count:], block.rules, edges, first=depth)
    rows = max((cell.row for cell in [*header, *body]), default=-1) + 1
    return Draft(
        cells=tuple(_raised(header) + body),
        rows=rows,
        columns=len(columns),
        box=box,
        method="partly_ruled" if block.rules else "unruled",
        header_rows=depth or None,
    )


def _holds_facts(lines: Sequence[TextLine], edges: Sequence[float]) -> bool:
    """Two columns of labels with their values; a line of one column alone goes on with the one above."""
    rows = [line.chunks for line in lines if len(line.chunks) > 1]
    pairs = [(row[0].pieces, row[1].pieces) for row in rows if len(row) == 2]
    return len(edges) == 3 and len(pairs) == len(rows) and are_facts(pairs)


def _extents(lines: Sequence[TextLine], edges: Sequence[float]) -> list[Extent]:
    """What the values of each column cover; the whole column where it has none."""
    held: list[list[Chunk]] = [[] for _ in edges[1:]]
    for chunk in (chunk for line in lines for chunk in line.chunks):
        first, last = chunk_columns(chunk, edges)
        if first == last:
            held[first].append(chunk)
    bands = zip(held, pairwise(edges), strict=True)
    return [(min(c.x0 for c in own), max(c.x1 for c in own)) if own else band for own, band in bands]


def _body_cells(
    lines: Sequence[TextLine], rules: Sequence[Rule], edges: Sequence[float], *, first: int
) -> list[DraftCell]:
    cells: list[DraftCell] = []
    for number, row in enumerate(_rows(lines, rules, edges), start=first):
        cells += _row_cells(row, edges, number)
    return cells


def _rows(lines: Sequence[TextLine], rules: Sequence[Rule], edges: Sequence[float]) -> list[list[TextLine]]:
    """Where a rule runs under most rows, rules make the rows; else the text has to tell."""
    bands = _bands(lines, rules, edges)
    ruled = len(bands) >= 3 or (len(bands) == 2 and len(rules) >= 4)
    if not ruled or any(_figure_lines(band, edges) > 1 for band in bands):
        return [row for band in bands for row in _free_rows(band, edges)]
    return [row for band in bands for row in (_free_rows(band, edges) if _is_section(band, edges) else [band])]


def _free_rows(band: Sequence[TextLine], edges: Sequence[float]) -> list[list[TextLine]]:
    by_pieces = {id(line.pieces[0]): line for line in band}
    rows: list[list[TextLine]] = []
    for part in _at_titles(band, edges):
        grouped = free_lines_to_rows([line.pieces for line in part], column_of=lambda p: band_of(p.centre, edges))
        rows += [[by_pieces[id(line[0])] for line in group] for group in grouped]
    return rows


def _is_section(band: Sequence[TextLine], edges: Sequence[float]) -> bool:
    """Several rows of words between two rules: each line fills all of three columns or more, or labels begin anew
    below lines that have none. The label of a single row stands in one piece."""
    if len(band) < 2:
        return False
    filled = [{chunk_columns(chunk, edges)[0] for chunk in line.chunks} for line in band]
    if all(len(columns) == len(edges) - 1 for columns in filled):
        return len(edges) > 3
    anew = any(0 in below and len(below) > 1 and 0 not in above for above, below in pairwise(filled))
    return anew and 0 in filled[0] and len(filled[0]) > 1


def _at_titles(lines: Sequence[TextLine], edges: Sequence[float]) -> list[list[TextLine]]:
    """The lines cut before and after each that names a group of rows."""
    parts: list[list[TextLine]] = [[]]
    for above, line in pairwise([None, *lines]):
        if line is not None and is_group_title(line, above, edges):
            parts += [[line], []]
        elif line is not None:
            parts[-1].append(line)
    return [part for part in parts if part]


def _bands(lines: Sequence[TextLine], rules: Sequence[Rule], edges: Sequence[float]) -> list[list[TextLine]]:
    full = [rule.at for rule in rules if rule.covers(edges[0] + 3, edges[-1] - 3) > 0.6]
    bands: list[list[TextLine]] = []
    for line in lines:
        middle = (line.top + line.bottom) / 2
        cut = bands and any((bands[-1][-1].top + bands[-1][-1].bottom) / 2 < at < middle for at in full)
        if bands and not cut:
            bands[-1].append(line)
        else:
            bands.append([line])
    return bands


def _figure_lines(band: Sequence[TextLine], edges: Sequence[float]) -> int:
    return sum(any(c.is_figure and chunk_columns(c, edges)[0] > 0 for c in line.chunks) for line in band)


def _row_cells(row: Sequence[TextLine], edges: Sequence[float], number: int) -> list[DraftCell]:
    """The cells of one row: text over several columns is a spanning cell only if it has them to itself."""
    spans = [(chunk, chunk_columns(chunk, edges)) for line in row for chunk in line.chunks]
    if len(row) == 1 and is_group_title(row[0], None, edges):
        spans = [(row[0].chunks[0], (0, len(edges) - 2))]
    held: dict[tuple[int, int], list[Piece]] = {}
    for chunk, span in spans:
        alone = not any(other != span and other[0] <= span[1] and span[0] <= other[1] for _, other in spans)
        if span[0] == span[1] or (alone and len(row) == 1):
            held.setdefault(span, []).extend(chunk.pieces)
        else:
            for piece in chunk.pieces:
                column = band_of(piece.centre, edges)
                held.setdefault((column, column), []).append(piece)
    return [
        DraftCell(
            row=number,
            column=span[0],
            column_span=span[1] - span[0] + 1,
            box=pieces_box(pieces),
            pieces=tuple(pieces),
        )
        for span, pieces in sorted(held.items())
    ]


def _raised(header: list[DraftCell]) -> list[DraftCell]:
    """A header cell with nothing above it reaches up to the header's top, so that its column has one name."""
    taken = {(cell.row, column) for cell in header for column in range(cell.column, cell.column + cell.column_span)}
    raised = []
    for cell in sorted(header, key=lambda c: c.row):
        row, columns = cell.row, range(cell.column, cell.column + cell.column_span)
        while row > 0 and all((row - 1, column) not in taken for column in columns):
            row -= 1
            taken |= {(row, column) for column in columns}
        raised.append(replace(cell, row=row, row_span=cell.row - row + 1))
    return raised
