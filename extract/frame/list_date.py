"""The day or period that a list gives its projects' state for: from its title, its first rows, a sheet's name.

A list has no letterhead. It reads ``Position as at 30 September 2027``, ``Data as of: 9/30/2027``, ``Report date |
2027-09-30``, a title with one period (``Capital schemes, Q2 2027``) and, last, the name of the file, which is no
evidence on the page. A day makes the list's date; of a month, quarter or year no day is made up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.language.calendar import months
from extract.language.dates import find_periods
from extract.lists.column_dates import DateStyle, cell_to_period, texts_to_day_first
from records.document import Block, Document, words_to_places
from records.memo import Letterhead
from records.place import Place
from records.table import Cell
from records.values import Period
from records.word import Word

_FIRST_ROWS = 8
_AS_OF = re.compile(
    r"\b(?:as (?:of|at)|position (?:as )?at|correct (?:as )?at|snapshot|valid (?:as )?(?:of|at)|"
    r"(?:report|reporting|data|status|publication|extract|effective)\s(?:date|period|month|quarter)|published(?: on)?|"
    r"(?:last )?updated(?: on)?|(?:quarter|period|month|year) (?:ended|ending)|date)\b\s?:?\s{0,3}(?:the\s)?"
    r"(?P<when>[^;|]{4,40})",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|(?:19|20)\d{2}[/.]?\d{2}[/.]?\d{2}(?!\d)")
_FILE_PARTS = re.compile(r"[_\s]+|(?<=[a-z])-|-(?=[a-z])|(?<=q\d)-|\.(?=\D)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDate:
    """``places`` are empty where only the file's name tells it."""

    period: Period
    places: tuple[Place, ...] = ()

    @property
    def is_day(self) -> bool:
        return self.period.first is not None and self.period.first == self.period.last and bool(self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    words: tuple[Word, ...]


def with_list_date(letterhead: Letterhead, document: Document) -> Letterhead:
    """A list's letterhead with what its state is of; a day with its place on the page is its date, too."""
    found = document_to_list_date(document)
    if found is None:
        return letterhead
    letterhead = replace(letterhead, as_of=found.period)
    if letterhead.date is not None or not found.is_day:
        return letterhead
    places = tuple(("date", place) for place in found.places)
    return replace(letterhead, date=found.period.first, places=(*letterhead.places, *places))


def document_to_list_date(document: Document) -> ListDate | None:
    """``None`` for files that are no lists, and where two dates stand."""
    if document.media not in ("csv", "xlsx"):
        return None
    lines = list(_first_lines(document))
    day_first = texts_to_day_first(_figures(document))
    return _stated(lines, document, day_first) or _titled(lines, document) or _named(document.file)


def _first_lines(document: Document) -> Iterator[_Line]:
    """Titles, notes and the first rows: what stands over and beside the list."""
    for block in document.blocks:
        if block.kind == "table" and block.table is not None:
            yield from _rows(document.tables[block.table].cells)
        else:
            yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[_Line]:
    yield _Line(text=block.text, words=block.words)


def _rows(cells: Sequence[Cell]) -> Iterator[_Line]:
    """Rows of one or two texts: "Report date | 2027-09-30"."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.row < _FIRST_ROWS and cell.text:
            rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        if len(row) <= 2:
            text = " ".join(_shown(cell) for cell in row)
            yield _Line(text=text, words=tuple(word for cell in row for word in cell.words))


def _shown(cell: Cell) -> str:
    """ "03/04/2027" as the day that its sheet knows it for."""
    return cell.day.isoformat() if cell.day is not None and _FIGURES.fullmatch(cell.text) else cell.text


def _figures(document: Document) -> Iterator[str]:
    for table in document.tables:
        yield from (cell.text for cell in table.cells)


def _stated(lines: Sequence[_Line], document: Document, day_first: bool | None) -> ListDate | None:
    found: dict[tuple[object, object], ListDate] = {}
    for line in lines:
        said = _AS_OF.search(line.text)
        period = _read(said["when"], day_first) if said else None
        if period is not None:
            places = words_to_places(line.words, document=document, memo=None, section=None)
            found.setdefault((period.first, period.last), ListDate(period=period, places=places))
    return next(iter(found.values())) if len(found) == 1 else None


def _titled(lines: Sequence[_Line], document: Document) -> ListDate | None:
    """The one period of the titles; "2024-25" in a title is no date of the list."""
    found: dict[tuple[object, object], ListDate] = {}
    for line in lines[:4]:
        for span in find_periods(line.text) if len(line.text) < 160 else ():
            if span.period.last is not None and span.period.first is not None and not _FIGURES.match(span.period.text):
                places = words_to_places(line.words, document=document, memo=None, section=None)
                found.setdefault((span.period.first, span.period.last), ListDate(period=span.period, places=places))
    return next(iter(found.values())) if len(found) == 1 else None


def _read(text: str, day_first: bool | None) -> Period | None:
    figures = _FIGURES.match(text.strip())
    if figures is not None:
        cell = Cell(row=0, column=0, text=figures.group(), page=1)
        period = cell_to_period(cell, style=DateStyle(day_first=day_first), fiscal_start=7)
        return period if period is not None and period.first is not None else None
    spans = [span for span in find_periods(text) if span.start <= 12 and span.period.last is not None]
    if spans:
        return spans[0].period
    year = re.match(r"\s*((?:19|20)\d{2})\s*$", text)
    return _year(year.group(1)) if year else None


def _named(name: str) -> ListDate | None:
    """ "schemes-2027-09-30.csv", "projects_sept_2027.xlsx", "it-projects-2027.csv": the one period of a file's name.

    A year of accounts ("2027-28", "FY28") is none, since its months are not known.
    """
    plain = _FILE_PARTS.sub(" ", name.rsplit(".", 1)[0])
    found = [_read(day.group(), None) for day in re.finditer(r"(?:19|20)\d{2}(-?)\d{2}\1\d{2}(?!\d)", plain)]
    if not found and re.search(r"\bFY|\d{4}-\d{2}(?!\d)|\d{4}\s(?:to\s)?\d{4}", plain, re.IGNORECASE):
        found = [_month(plain)]
    elif not found:
        found = [span.period for span in find_periods(plain.title()) if span.period.last is not None]
        years = {year.group() for year in _YEAR.finditer(plain)}
        found = found or [_year(year) for year in years]
    known = {(period.first, period.last): period for period in found if period is not None}
    return ListDate(period=next(iter(known.values()))) if len(known) == 1 else None


def _month(text: str) -> Period | None:
    """ "2027-09"; "2027-28" are two years."""
    said = re.fullmatch(r".*?(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])(?!\d).*", text)
    if said is None or int(said["month"]) == (int(said["year"]) + 1) % 100:
        return None
    return months(int(said["year"]), int(said["month"]), int(said["month"]), f"{said['year']}-{said['month']}")


def _year(text: str) -> Period:
    return months(int(text), 1, 12, text)
