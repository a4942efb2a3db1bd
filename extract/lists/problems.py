"""What was not read as a project, said with counts: nothing of a list falls away in silence, nor does a whole table
of a memo that looks like its table of projects. Who compares memos must know that projects may stand there."""

from collections.abc import Iterator

from extract.language.blanks import is_blank
from extract.lists.frames import SUMS, Frame, is_published, table_to_frame
from extract.lists.row_records import cell_to_sum
from extract.lists.sheets import earlier_sheets
from extract.lists.unread_tables import looks_unread
from extract.statements import Context
from records.document import UNREAD_PROJECTS, Problem
from records.table import Table

_FEWEST_ROWS = 3
_MOST_NAMED = 5
_LEFT_OUT = {"total": "totals", "note": "notes", "unnamed": "rows without a project's name"}


def context_to_list_problems(context: Context) -> Iterator[Problem]:
    """Of sheets and separated values all; of a memo only tables that look like its list, since others need not be."""
    if not is_published(context):
        yield from _unread_tables(context)
        return
    earlier = earlier_sheets(context.document)
    if earlier:
        pages = ", ".join(str(page) for page in sorted(earlier))
        message = f"Sheets of earlier periods were not read for projects, only the latest one: sheet {pages}."
        yield Problem(kind="earlier_sheets", page=None, message=message)
    for index, block in enumerate(context.document.blocks):
        if block.page in earlier:
            continue
        if block.kind == "table" and block.table is not None:
            table = context.document.tables[block.table]
            frame = table_to_frame(table, index=index, context=context)
            yield from _no_list(table, block.page) if frame is None else _frame_to_problems(frame, block.page)


def _unread_tables(context: Context) -> Iterator[Problem]:
    for index, block in enumerate(context.document.blocks):
        if block.kind == "table" and block.table is not None:
            table = context.document.tables[block.table]
            if looks_unread(table, index=index, context=context):
                message = (
                    f"A table of {table.rows} rows on page {block.page} looks like a list of projects, but was not "
                    "read as one: which column names them, or how they stand, could not be made out. A project that "
                    "stands there looks absent."
                )
                yield Problem(kind=UNREAD_PROJECTS, page=block.page, message=message)


def _no_list(table: Table, page: int) -> Iterator[Problem]:
    if table.rows >= _FEWEST_ROWS and table.columns > 1:
        message = (
            f"A table of {table.rows} rows was not read as a list of projects: no column says which project a row is "
            "of, or none says anything of its state."
        )
        yield Problem(kind="table_without_projects", page=page, message=message)


def _frame_to_problems(frame: Frame, page: int) -> Iterator[Problem]:
    left = [f"{count} {_LEFT_OUT[kind]}" for kind, count in sorted(frame.found.left_out.items())]
    titles = [title.text for title in frame.found.titles]
    if left:
        yield Problem(kind="rows_without_projects", page=page, message=f"Not read as projects: {', '.join(left)}.")
    if titles:
        named = ", ".join(f"{title!r}" for title in titles[:_MOST_NAMED])
        more = f" and {len(titles) - _MOST_NAMED} more" if len(titles) > _MOST_NAMED else ""
        message = f"Rows that hold one text alone were read as titles of the rows below them: {named}{more}."
        yield Problem(kind="title_rows", page=page, message=message)
    yield from _sums_to_problems(frame, page)


def _sums_to_problems(frame: Frame, page: int) -> Iterator[Problem]:
    for role in SUMS:
        column = frame.columns.get(role)
        if column is None:
            continue
        header = frame.headers[column]
        cells = [cell for row in frame.rows for cell in row.cells if cell.column == column]
        figures = [c for c in cells if not is_blank(c.text) and any(char.isdigit() for char in c.text)]
        unread = sum(cell_to_sum(cell, role, frame) is None for cell in figures)
        if unread:
            message = (
                f"{unread} of {len(figures)} figures below {' '.join(header.split())[:60]!r} were not read as sums: "
                "they say no currency, or go against their header."
            )
            yield Problem(kind="sums_without_currency", page=page, message=message)
