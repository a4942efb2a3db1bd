"""A workbook (XLSX) -> a ``Document``: each visible sheet is a page, and holds the tables that blank rows part.

Values are shown as the sheet shows them. A formula is its stored result; one without a stored result is an empty cell
and a problem, and its text is never taken for a value. Hidden sheets, rows and columns are left out and named.
"""

import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ingest.office.archive import damaged
from ingest.office.grid import NOTE, cell_to_block, parts_to_blocks, rows_to_parts, rows_to_table, titles_to_text
from ingest.office.sheet_cells import SheetCells, read_sheet
from ingest.office.sheet_regions import Region, cells_to_regions
from ingest.office.sheet_styles import SheetStyles
from records.document import Block, Document, Page, Problem
from records.errors import InputError
from records.table import Cell, Table
from records.word import Word

MOST_CELLS = 300_000
"""In all sheets together, those without text too: 60,000 rows of five columns."""
_DEFAULT_NAME = re.compile(r"(?:Sheet|Table|Tabelle|Feuille?)[ _]?\d{0,3}", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w{1,8}:)?c[ />]")
_FORMULA = re.compile(rb"<(?:\w{1,8}:)?f[ />]")
_MOST_TITLES = 5
_LONGEST_TITLE = 120
_SET_APART = 0.9
"""Confidence in a table that only blank rows and columns set apart: nothing in the file says that it is one."""


def read_xlsx(path: Path, *, name: str, sha256: str, max_sheets: int) -> Document:
    """Read an XLSX file."""
    results, formulas = _open(path, name)
    titles = results.sheetnames
    if len(titles) > max_sheets:
        message = f"{name} has {len(titles)} sheets, more than {max_sheets}. Split it and try again."
        raise InputError(message, code="too_large")
    content = _Content(styles=SheetStyles((results.loaded_theme or b"").decode("utf-8", "replace")))
    for number, title in enumerate(titles, start=1):
        content.add(results[title], None if formulas is None else formulas[title], number=number)
    return Document(
        file=name,
        sha256=sha256,
        media="xlsx",
        pages=tuple(Page(number=number + 1, width=None, height=None) for number in range(len(titles))),
        blocks=tuple(content.blocks),
        tables=tuple(content.tables),
        problems=tuple(content.problems),
    )


def _open(path: Path, name: str) -> tuple[Any, Any]:
    """The workbook with the results of its formulas, and again with the formulas, if it has any.

    The library reports damage by whatever went wrong; all of it is the file's.
    """
    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")  # of parts that hold no values: validations, extensions, print settings
            has_formulas = _check_sheets(path, name)
            results = load_workbook(file, data_only=True, keep_links=False)
            formulas = load_workbook(file, keep_links=False) if has_formulas else None
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, SyntaxError, OSError,
            zipfile.BadZipFile) as error:  # fmt: skip
        raise damaged(name) from error
    return results, formulas


def _check_sheets(path: Path, name: str) -> bool:
    """Whether any sheet has formulas. Raises ``InputError`` where the sheets have more cells than fit."""
    cells, has_formulas = 0, False
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if "worksheets/" in part:
                sheet = archive.read(part)
                cells += len(_CELL.findall(sheet))
                has_formulas |= _FORMULA.search(sheet) is not None
    if cells > MOST_CELLS:
        message = f"{name} has {cells:,} cells, more than {MOST_CELLS:,}. Split it, or save its sheets as CSV."
        raise InputError(message, code="too_large")
    return has_formulas


@dataclass(slots=True)
class _Content:
    """The document while its sheets are added."""

    styles: SheetStyles
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, sheet: Any, formulas: Any, *, number: int) -> None:
        if not hasattr(sheet, "merged_cells"):
            self._leave_out("picture", number, f"Sheet {sheet.title!r} is a chart, which was not looked at.")
        elif sheet.sheet_state != "visible":
            self._leave_out("hidden_text", number, f"Sheet {sheet.title!r} is hidden and was left out.")
        else:
            self._add_cells(read_sheet(sheet, formulas, styles=self.styles, page=number), sheet.title, number)

    def _leave_out(self, kind: str, number: int, message: str) -> None:
        self.problems.append(Problem(kind=kind, page=number, message=message))

    def _add_cells(self, sheet: SheetCells, title: str, number: int) -> None:
        self.problems += sheet.problems
        if not sheet.cells:
            return
        self.blocks.append(_name_block(title, number))
        waiting: list[Cell] = []
        for region in cells_to_regions(sheet.cells):
            if all(len([cell for cell in row if cell.text]) == 1 for row in region):
                waiting += [cell for row in region for cell in row if cell.text]
            else:
                self._add_table(region, waiting, title)
                waiting = []
        self.blocks += [cell_to_block(cell, "paragraph") for cell in waiting]

    def _add_table(self, region: Region, lines: Sequence[Cell], sheet: str) -> None:
        """A table, with the lines above it: its title, if they are few and short."""
        above = [cell for cell in lines if _may_title(cell, region)]
        titled = above if len(above) <= _MOST_TITLES and lines[len(lines) - len(above) :] == above else []
        self.blocks += [cell_to_block(cell, "paragraph") for cell in lines if cell not in titled]
        parts = rows_to_parts(region)
        titles = [*titled, *parts.titles]
        name = None if _DEFAULT_NAME.fullmatch(sheet) else sheet
        self.blocks += [cell_to_block(cell, "heading", level=2) for cell in titled]
        self.blocks += parts_to_blocks(parts, table=len(self.tables), level=2)
        self.tables.append(
            rows_to_table(parts.rows, method="xlsx", confidence=_SET_APART, title=titles_to_text(titles) or name)
        )


def _may_title(cell: Cell, region: Region) -> bool:
    left = min(other.column for row in region for other in row)
    right = max(other.column + other.column_span for row in region for other in row)
    beside = left - 1 <= cell.column < right
    is_short = len(cell.text) <= _LONGEST_TITLE and not cell.text.endswith(".")
    return cell.row < region[0][0].row and beside and is_short and not NOTE.match(cell.text)


def _name_block(title: str, number: int) -> Block:
    """The sheet's name as a heading."""
    shown = " ".join(title.split())
    pieces = list(re.finditer(r"\S+", shown))
    words = tuple(Word(start=p.start(), end=p.end(), source=p.group(), page=number) for p in pieces)
    return Block(kind="heading", text=shown, page=number, words=words, level=1)
