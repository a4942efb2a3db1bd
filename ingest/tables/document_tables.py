"""The tables of a PDF: found page by page, stitched over page breaks, with titles, units and notes.

Pages are read through PDFium. A file that PDFium cannot open is read through pdfplumber, which reads some that it
does not; a page that cannot be read becomes a problem.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.geometry import pdfium, plumber
from ingest.geometry.visible import unseen_problems
from ingest.tables.doubt.confidence import judge_tables
from ingest.tables.page_tables import Sheet, page_to_sheets
from ingest.tables.whole.stitch import stitch_tables
from ingest.tables.whole.surroundings import lines_outside, parting_text
from ingest.tables.whole.titles import with_titles
from ingest.tables.whole.turned import table_turned_back, with_turned_tables
from records.document import Document, Page, Problem
from records.errors import InputError
from records.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfTables:
    """``sheets`` hold each page's own tables; ``tables`` are those of the whole document, stitched and titled."""

    sheets: tuple[Sheet, ...]
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def read_pdf_tables(path: Path, *, name: str, sha256: str, max_pages: int) -> Document:
    """A document with pages, tables and problems, and no blocks. Raises ``InputError`` for a file that is encrypted,
    damaged or has too many pages."""
    found = find_tables(path, name=name, max_pages=max_pages)
    return Document(
        file=name,
        sha256=sha256,
        media="pdf",
        pages=tuple(
            Page(number=sheet.number, width=round(sheet.width, 2), height=round(sheet.height, 2))
            for sheet in found.sheets
        ),
        blocks=(),
        tables=found.tables,
        problems=(*found.problems, *(problem for sheet in found.sheets for problem in _sheet_problems(sheet))),
    )


def find_tables(path: Path, *, name: str, max_pages: int) -> PdfTables:
    """The tables of the file at ``path``, which the user calls ``name``."""
    views: list[Sheet] = []
    problems: list[Problem] = []
    for outcome in _read_sheets(path, name=name, max_pages=max_pages):
        (views if isinstance(outcome, Sheet) else problems).append(outcome)  # type: ignore[arg-type]
    tables = whole_tables([view for view in views if view.turn == 0])
    for turn in sorted({view.turn for view in views} - {0}):
        sides = [view for view in views if view.turn == turn]
        tables += [table_turned_back(table, sides) for table in whole_tables(sides)]
    return PdfTables(
        sheets=tuple(with_turned_tables(views)),
        tables=tuple(sorted(tables, key=lambda table: (table.boxes[0][0], table.boxes[0][1][1], table.boxes[0][1][0]))),
        problems=tuple(problems),
    )


def whole_tables(sheets: Sequence[Sheet]) -> list[Table]:
    """The tables of pages that are read from one side: stitched, with titles, units, notes and confidence."""
    outside = lines_outside(sheets)
    tables = stitch_tables([table for sheet in sheets for table in sheet.tables], text=parting_text(sheets, outside))
    return judge_tables(with_titles(tables, outside), outside)


def _read_sheets(path: Path, *, name: str, max_pages: int) -> Iterator[Sheet | Problem]:
    """Each page as shown, and after it as it reads from another side if that has tables."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise InputError(f"{name} is encrypted. Save it without a password.", code="encrypted") from error
        yield from _read_with_plumber(path, name=name, max_pages=max_pages)
        return
    with document:
        _check_length(len(document), name=name, max_pages=max_pages)
        for index in range(len(document)):
            try:
                yield from page_to_sheets(pdfium.read_page(document, index))
            except pypdfium2.PdfiumError as error:
                yield _failed(index + 1, error)


def _read_with_plumber(path: Path, *, name: str, max_pages: int) -> Iterator[Sheet | Problem]:
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with path.open("rb") as file:
            pages: Sequence[Any] = pdfplumber.open(file).pages
            _check_length(len(pages), name=name, max_pages=max_pages)
            for page in pages:
                yield from page_to_sheets(plumber.read_page(page))
                page.close()
    except PdfminerException as error:
        message = f"{name} is damaged: its pages cannot be listed. Open it in a viewer and save it anew."
        raise InputError(message, code="damaged") from error


def _check_length(pages: int, *, name: str, max_pages: int) -> None:
    if pages > max_pages:
        message = f"{name} has {pages} pages; at most {max_pages} are read (MEMOLENS_FILE_PAGES)."
        raise InputError(message, code="too_many_pages")


def _failed(number: int, error: Exception) -> Problem:
    message = f"Page {number} could not be read ({type(error).__name__}); its tables are not known."
    return Problem(kind="page_failed", page=number, message=message, loses_text=True)


def _sheet_problems(sheet: Sheet) -> Iterator[Problem]:
    number = sheet.number
    if sheet.skipped:
        yield drawing_problem(number)
    yield from unseen_problems(number, hidden=sheet.hidden, recognised=sheet.recognised)
    if not sheet.characters:
        what = "a picture without text" if sheet.pictured else "without text"
        message = f"Page {number} is {what}; it was not read."
        yield Problem(kind="no_text", page=number, message=message, loses_text=True)


def drawing_problem(number: int) -> Problem:
    message = f"Page {number} is drawn with so many lines that no tables were looked for on it."
    return Problem(kind="drawing", page=number, message=message)
