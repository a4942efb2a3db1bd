"""Rows of one column -> lines in reading order.

Where a row holds two things side by side (see ``pdf_segments``), each is followed by its own continuation in the rows
below: a letterhead in two columns is read label by label, whatever the rhythm of its columns, and two signatures one
after the other. What ends such a band is a wide step, a text that runs over both columns or one that looks otherwise.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.pdf.line import Line, PdfWord
from ingest.pdf.rows import Row
from ingest.pdf.segments import cut_row, cut_row_at, is_bare_label, starts_with_label

_PITCH = 1.45
"""Lines of one text are no further apart than this, in units of the type size."""
_LABELLED_PITCH = 2.0
"""Lines of a label's value may be: nothing else can be meant by text below a value in its own column."""
_LABEL_STEP = 3.5
"""Labels of one letterhead."""
_LABEL_LETTERS = 24
_LABEL_SHIFT = 5.0
"""Labels set flush right begin at different places, in units of the type size."""


@dataclass(slots=True)
class _Cell:
    """A text and what continues it. ``slot`` is its column in the band."""

    slot: int
    labelled: bool
    lines: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Band:
    """Rows that are read cell by cell. ``starts`` are the left edges of its columns."""

    starts: list[float]
    cells: list[_Cell]
    last: Row

    @property
    def labelled(self) -> bool:
        """A letterhead: a label stands beside something else."""
        return len(self.starts) > 1 and any(cell.labelled for cell in self.cells if cell.slot > 0)

    def current(self, slot: int) -> _Cell | None:
        return next((cell for cell in reversed(self.cells) if cell.slot == slot), None)


def rows_to_lines(rows: Sequence[Row], *, right: float) -> list[Line]:
    """The lines of one column that ends at ``right``, from the top; cells side by side follow one another."""
    return [line for band in _bands(rows) for cell in band.cells for line in _cell_lines(cell, band, right)]


def _cell_lines(cell: _Cell, band: _Band, right: float) -> Iterator[Line]:
    limit = band.starts[cell.slot + 1] - 4 if cell.slot + 1 < len(band.starts) else right
    for number, words in enumerate(cell.lines):
        yield Line(
            words=tuple(words), limit=max(limit, words[-1].x1), goes_on=number > 0 and cell.labelled and band.labelled
        )


def _bands(rows: Sequence[Row]) -> Iterator[_Band]:
    band: _Band | None = None
    for segments in _with_whole_labels([cut_row(row) for row in rows]):
        placed = None if band is None else _placed(segments, band)
        if band is not None and placed is not None:
            _add(band, placed)
            continue
        if band is not None:
            yield band
        band = _opened(segments)
    if band is not None:
        yield band


def _with_whole_labels(rows: Sequence[list[Row]]) -> list[list[Row]]:
    """``FROM    R. Vale`` over ``DATE    May 4``: labels without a colon, in a column, stay with their values."""
    listed: set[int] = set()
    for number, (above, below) in enumerate(itertools.pairwise(rows)):
        if _is_listed(above) and _is_listed(below) and abs(above[1][0].x0 - below[1][0].x0) < 3:
            listed |= {number, number + 1}
    return [[segments[0] + segments[1]] if n in listed else segments for n, segments in enumerate(rows)]


def _is_listed(segments: Sequence[Row]) -> bool:
    """A short label in bold or capitals, and a text that is set otherwise."""
    if len(segments) != 2 or len(segments[0]) > 3:
        return False
    label, value = (Line(words=tuple(words), limit=0.0) for words in segments)
    bold = label.bold and not value.bold
    return (bold or (label.text.isupper() and not value.text.isupper())) and len(label.text) <= _LABEL_LETTERS


def _opened(segments: list[Row]) -> _Band:
    cells = [_Cell(slot=slot, labelled=starts_with_label(words), lines=[words]) for slot, words in enumerate(segments)]
    return _Band(starts=[words[0].x0 for words in segments], cells=cells, last=segments[0])


def _add(band: _Band, placed: Sequence[tuple[int, Row]]) -> None:
    """Cells stay in the order of their first rows."""
    for slot, words in placed:
        cell = band.current(slot)
        if cell is None or (band.labelled and starts_with_label(words)):
            band.cells.append(_Cell(slot=slot, labelled=starts_with_label(words), lines=[words]))
        else:
            cell.lines.append(words)
    band.last = placed[0][1]


def _placed(segments: list[Row], band: _Band) -> list[tuple[int, Row]] | None:
    """The row's segments with their columns, or ``None`` where the row does not belong to the band."""
    if len(band.starts) < 2 or segments[0][0].table is not None:
        return None
    if band.labelled and _slot(segments[0], band) == 0:
        segments = [*cut_row_at(segments[0], _text_starts(band)), *segments[1:]]
    placed = [(_slot(words, band), words) for words in segments]
    if len({slot for slot, _ in placed}) < len(placed) or not all(_fits(words, slot, band) for slot, words in placed):
        return None
    return placed if all(_goes_on(words, slot, band) for slot, words in placed) else None


def _text_starts(band: _Band) -> list[float]:
    """Where the labels of all columns but the first begin, and the values behind them."""
    firsts = [cell.lines[0] for cell in band.cells if cell.slot > 0]
    values = [words[n + 1].x0 for words in firsts for n, word in enumerate(words[:-1]) if word.text.endswith(":")]
    return [*(words[0].x0 for words in firsts), *values]


def _slot(words: Row, band: _Band) -> int:
    """The column under whose start the words stand; a label flush right may begin before it."""
    x = words[0].x0 + 0.5 * words[0].size
    slot = max((n for n, start in enumerate(band.starts) if start <= x), default=0)
    if band.labelled and starts_with_label(words) and slot + 1 < len(band.starts):
        near = band.starts[slot + 1] - words[0].x0
        return slot + 1 if near < min(_LABEL_SHIFT * words[0].size, words[0].x0 - band.starts[slot]) else slot
    return slot


def _fits(words: Row, slot: int, band: _Band) -> bool:
    """Inside its column."""
    size = words[0].size
    shift = _LABEL_SHIFT if band.labelled and starts_with_label(words) else 1.0
    if words[0].x0 < band.starts[slot] - shift * size:
        return False
    return slot + 1 == len(band.starts) or words[-1].x1 < band.starts[slot + 1]


def _goes_on(words: Row, slot: int, band: _Band) -> bool:
    """A further label of a letterhead, or the next line of what stands above in the same column."""
    step = (words[0].baseline - band.last[0].baseline) / words[0].size
    label = starts_with_label(words)
    if not band.labelled:
        return not label and step <= _PITCH
    cell = band.current(slot)
    if label:
        return step <= _LABEL_STEP and cell is not None and cell.labelled
    if cell is None or not cell.labelled:
        return step <= _PITCH
    if _hangs(slot, band) and words[0].x0 < band.starts[slot] + words[0].size:
        return False
    above = cell.lines[-1]
    below = (words[0].baseline - above[0].baseline) / words[0].size
    return below <= _LABELLED_PITCH and (is_bare_label(above) or _looks(above[-1]) == _looks(words[0]))


def _hangs(slot: int, band: _Band) -> bool:
    """Values in this column wrap under themselves: a line that begins under the labels is something else."""
    wrapped = [line for cell in band.cells if cell.slot == slot and cell.labelled for line in cell.lines[1:]]
    return any(line[0].x0 > band.starts[slot] + line[0].size for line in wrapped)


def _looks(word: PdfWord) -> tuple[bool, float]:
    return word.bold, round(word.size)
