"""Tables of one PDF page: from rules and from aligned text to cells with their words, boxes, weight and paint.

It works on geometry alone and refuses what only looks like a table: prose in boxes, letterheads, contents lists,
charts. How sure a table is can be told only once it is whole, so each leaves here without confidence.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.geometry.objects import PageGeometry
from ingest.geometry.turns import turn_upright
from ingest.geometry.visible import picture_share, visible_runs
from ingest.pdf.hyphens import count_words
from ingest.tables.draft import Draft, DraftCell, without_overlaps
from ingest.tables.drawn.charts import find_charts
from ingest.tables.drawn.rulings import Fill, Rulings, fill_of, page_rulings
from ingest.tables.headers.header_rows import count_header_rows
from ingest.tables.headers.open_headers import is_open_header
from ingest.tables.lines.text_chunks import TextLine, line_to_chunks
from ingest.tables.lines.words import Piece, pieces_to_cell_text, pieces_to_lines, runs_to_lines
from ingest.tables.refused.boxes import find_drawn_boxes
from ingest.tables.refused.false_tables import is_table
from ingest.tables.refused.letterheads import find_letterhead
from ingest.tables.ruled.ruled_drafts import GridTooFineError, ruled_drafts
from ingest.tables.unruled.centred_rows import centred_rows
from ingest.tables.unruled.painted_names import painted_names
from ingest.tables.unruled.unruled_drafts import outside, unruled_drafts
from records.place import Box
from records.table import Cell, Table

_HYPHENS = ("-", "\u00ad", "\u2010", "\u2011")
_MOST_CROSSINGS = 250_000
"""Rules across times rules down; graph paper has more, a page of tables has not."""
_ENOUGH = 30
"""Characters turned one way; fewer are the name of an axis."""
_PICTURE = 0.02
_DRAWN = 50
"""A page without text is a picture if pictures cover this share of it, or as many shapes are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page with its tables from the top, the boxes of its charts, and all its lines of text.

    ``pictured`` is true where pictures or drawings are on the page, ``skipped`` for a drawing, on which no tables were
    looked for. ``hidden`` and ``recognised`` count characters that the page does not show, and those that a machine
    recognised in a scan; ``characters`` counts all, however they are turned.

    A page whose text is turned by ``turn`` degrees clockwise is looked at as its reader holds it: everything here is
    then in the coordinates of the upright page.
    """

    number: int
    width: float
    height: float
    tables: tuple[Table, ...] = ()
    charts: tuple[Box, ...] = ()
    lines: tuple[TextLine, ...] = ()
    pictured: bool = False
    skipped: bool = False
    hidden: int = 0
    recognised: int = 0
    characters: int = 0
    turn: int = 0


def page_to_sheets(page: PageGeometry) -> Iterator[Sheet]:
    """The page as shown, and then as it reads from each other side from which tables are found on it."""
    sheet = page_to_sheet(page)
    yield sheet
    for turn in (90, 180, 270):
        if page.turns.get(turn, 0) >= _ENOUGH and not sheet.skipped:
            turned = page_to_sheet(turn_upright(page, turn), turn=turn)
            if turned.tables:
                yield turned


def page_to_sheet(page: PageGeometry, *, turn: int = 0) -> Sheet:
    visible = visible_runs(page)
    lines = tuple(line_to_chunks(line) for line in runs_to_lines(visible.runs))
    found = _find_unless_drawing(page, lines)
    tables, charts = found or ((), ())
    return Sheet(
        number=page.number,
        width=page.width,
        height=page.height,
        tables=tables,
        charts=charts,
        lines=lines,
        pictured=picture_share(page) > _PICTURE or len(page.shapes) > _DRAWN,
        skipped=found is None,
        hidden=visible.hidden,
        recognised=visible.recognised,
        characters=sum(page.turns.values()),
        turn=turn,
    )


def _find_unless_drawing(
    page: PageGeometry, lines: Sequence[TextLine]
) -> tuple[tuple[Table, ...], tuple[Box, ...]] | None:
    """Tables and charts; ``None`` where a limit of what is searched was reached, which is said of the page."""
    rulings = page_rulings(page) if page.complete else None
    if rulings is None or len(rulings.horizontal) * len(rulings.vertical) > _MOST_CROSSINGS:
        return None
    try:
        return _find_tables(page, lines, rulings)
    except GridTooFineError:
        return None


def _find_tables(
    page: PageGeometry, lines: Sequence[TextLine], rulings: Rulings
) -> tuple[tuple[Table, ...], tuple[Box, ...]]:
    pieces = [piece for line in lines for piece in line.pieces]
    charts = find_charts(page, rulings, lines)
    letterhead = find_letterhead(lines, number=page.number, height=page.height)
    painted = [d for d in painted_names(lines, rulings) if is_table(d, page, others=[*charts, *letterhead])]
    held = [draft.box for draft in painted]
    drawn = [draft for draft in ruled_drafts(pieces, rulings) if not _lies_in(draft.box, held)]
    grids = [draft for draft in drawn if not is_open_header(draft, lines)]
    others = [*charts, *letterhead, *find_drawn_boxes(grids)]
    drafts = [*painted, *(draft for draft in grids if is_table(draft, page, others=others))]
    free = outside(lines, [*others, *(draft.box for draft in drafts)])
    drafts += [d for d in centred_rows(free, rulings.horizontal) if is_table(d, page, others=others)]
    unruled = unruled_drafts(lines, rulings, taken=[*others, *(draft.box for draft in drafts)])
    drafts += [draft for draft in unruled if is_table(draft, page, others=others)]
    drafts.sort(key=lambda draft: (draft.box[1], draft.box[0]))
    known = _unbroken_words(pieces, drafts)
    tables = tuple(draft_to_table(draft, rulings, page=page.number, known=known) for draft in drafts)
    return tables, tuple(charts)


def _lies_in(box: Box, others: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(other[0] <= x <= other[2] and other[1] <= y <= other[3] for other in others)


def _unbroken_words(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> Counter[str]:
    """Words as each cell, and the text around the tables, writes them: a cell's lines end where the cell ends."""
    cells = [cell.pieces for draft in drafts for cell in draft.cells]
    held = {id(piece) for cell in cells for piece in cell}
    known: Counter[str] = Counter()
    if not any(piece.text.endswith(_HYPHENS) for cell in cells for piece in cell):
        return known
    for text in [*cells, [piece for piece in pieces if id(piece) not in held]]:
        known += count_words(" ".join(piece.text for piece in line) for line in pieces_to_lines(text))
    return known


def draft_to_table(draft: Draft, rulings: Rulings, *, page: int, known: Mapping[str, int]) -> Table:
    x0, top, x1, bottom = draft.box
    fills = [f for f in rulings.fills if f.box[0] < x1 and x0 < f.box[2] and f.box[1] < bottom and top < f.box[3]]
    cells = tuple(_draft_to_cell(cell, fills, page=page, known=known) for cell in without_overlaps(draft.cells))
    header = draft.header_rows if draft.header_rows is not None else count_header_rows(cells, rows=draft.rows)
    return Table(
        cells=cells,
        rows=draft.rows,
        columns=draft.columns,
        header_rows=header,
        pages=(page,),
        boxes=((page, draft.box),),
        method=draft.method,
        confidence=0.0,
    )


def _draft_to_cell(cell: DraftCell, fills: Sequence[Fill], *, page: int, known: Mapping[str, int]) -> Cell:
    read = pieces_to_cell_text(cell.pieces, page=page, known=known)
    return Cell(
        row=cell.row,
        column=cell.column,
        text=read.text,
        page=page,
        row_span=cell.row_span,
        column_span=cell.column_span,
        box=cell.box,
        words=read.words,
        bold=read.bold,
        fill=fill_of(cell.box, fills),
        marks=read.marks,
    )
