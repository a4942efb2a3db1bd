"""What a table is called, what its figures are counted in, and the notes below it.

A title is the caption above the table (``Table 3: Staffing``), with its further lines; else a heading directly above:
set apart by weight or size, short, and no sentence; else the caption right below, which may as well be of a chart
further down. What does not stand close to the table is not its title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.tables.lines.captions import opens_caption
from ingest.tables.lines.text_chunks import TextLine
from ingest.tables.whole.stitch import CONTINUED
from ingest.tables.whole.surroundings import UNIT, body_size, is_note, line_text
from records.place import Box
from records.table import Table

Spot = tuple[float, float]
"""Where a line begins: what has named one table names no other."""

_REACH = 40.0
"""Points between a table and the first line of its title."""
_LINES = 4
_GAP = 0.9
"""Lines of one title leave less than this share of their size between them."""
_LONGEST = 20
"""Words of a heading."""
_LARGER = 1.08


def with_titles(tables: Sequence[Table], outside: dict[int, list[TextLine]]) -> list[Table]:
    """Each table with its title, unit and notes; ``outside`` are the lines of each page outside tables."""
    body = body_size(outside)
    taken: set[Spot] = set()
    return [_with_title(table, outside, tables, body, taken) for table in tables]


def _with_title(
    table: Table, outside: dict[int, list[TextLine]], tables: Sequence[Table], body: float, taken: set[Spot]
) -> Table:
    if not table.boxes:
        return table
    page, box = table.boxes[0]
    last_page, last_box = table.boxes[-1]
    above = list(_above(box, outside.get(page, ()), _others(tables, table, page)))
    below = list(_below(last_box, outside.get(last_page, ()), _others(tables, table, last_page)))
    unit = next((line for line in above[:2] if UNIT.fullmatch(line_text(line))), None)
    named = [line for line in above if line is not unit]
    title = _caption(named) or _heading(named, body) or _caption_below(below, taken)
    taken |= {_spot(line) for line in title}
    text = CONTINUED.sub(" ", " ".join(line_text(line) for line in title)).strip()
    notes = tuple(_notes([line for line in below if _spot(line) not in taken], body))
    return replace(
        table,
        title=table.title or text or None,
        unit=line_text(unit).strip("()") if unit is not None else table.unit,
        notes=table.notes + notes,
    )


def _spot(line: TextLine) -> Spot:
    return line.x0, line.top


def _others(tables: Sequence[Table], table: Table, page: int) -> list[Box]:
    return [box for other in tables if other is not table for number, box in other.boxes if number == page]


def _above(box: Box, lines: Sequence[TextLine], others: Sequence[Box]) -> Iterator[TextLine]:
    """Lines over the table, the nearest first, each close to the one below it, none beyond another table."""
    bottom, reach = box[1], _REACH
    for line in sorted(_parts_over(lines, box), key=lambda line: -line.bottom):
        if line.bottom > bottom + 3:
            continue
        if bottom - line.bottom > reach or any(line.bottom <= o[3] <= box[1] and _over(o, line) for o in others):
            return
        yield line
        bottom, reach = line.top, _GAP * line.size


def _below(box: Box, lines: Sequence[TextLine], others: Sequence[Box]) -> Iterator[TextLine]:
    top, reach = box[3], _REACH
    for line in sorted(_parts_over(lines, box), key=lambda line: line.top):
        if line.top < top - 3:
            continue
        if line.top - top > reach or any(box[3] <= o[1] <= line.top and _over(o, line) for o in others):
            return
        yield line
        top, reach = line.bottom, _GAP * line.size


def _parts_over(lines: Sequence[TextLine], box: Box) -> Iterator[TextLine]:
    """What stands of each line over (or under) the table: beside it another's title may stand on the same line."""
    for line in lines:
        chunks = [chunk for chunk in line.chunks if chunk.x0 < box[2] and chunk.x1 > box[0]]
        if len(chunks) == len(line.chunks):
            yield line
        elif chunks:
            yield TextLine(chunks)


def _over(box: Box, line: TextLine) -> bool:
    return box[0] < line.x1 and line.x0 < box[2]


def _caption(above: Sequence[TextLine]) -> list[TextLine]:
    """The caption and what runs on from it down to the table."""
    for number, line in enumerate(above[:_LINES]):
        if opens_caption(line):
            return list(reversed(above[: number + 1]))
    return []


def _caption_below(below: Sequence[TextLine], taken: set[Spot]) -> list[TextLine]:
    return [line for line in below[:1] if opens_caption(line) and _spot(line) not in taken]


def _heading(above: Sequence[TextLine], body: float) -> list[TextLine]:
    lines: list[TextLine] = []
    for line in above[:_LINES]:
        if not _is_heading(line, body) or (lines and abs(line.size - lines[0].size) > 0.5):
            break
        lines.insert(0, line)
    return lines if sum(line.words for line in lines) <= _LONGEST else []


def _is_heading(line: TextLine, body: float) -> bool:
    text = line_text(line)
    weighty = line.size > _LARGER * body or all(piece.bold for piece in line.pieces) or text.isupper()
    return weighty and len(line.chunks) == 1 and not text.endswith((".", ":", ",", ";")) and any(map(str.isalpha, text))


def _notes(below: Sequence[TextLine], body: float) -> Iterator[str]:
    """The footnotes and source lines right under the table, wrapped lines joined."""
    note: list[str] = []
    for line in below:
        opens = line.pieces[0].mark or is_note(line, body=body)
        if not opens:
            break
        begins = line.pieces[0].mark or _OPENS.match(line_text(line)) is not None
        if begins and note:
            yield " ".join(note)
            note = []
        note.append(" ".join(piece.text for piece in line.pieces))
    if note:
        yield " ".join(note)


_OPENS = re.compile(r"(?:notes?|sources?|legend|key)\b|[*†‡§]|\(?\d{1,2}[.)]? |\[\d|[a-z][.)] ", re.I)
