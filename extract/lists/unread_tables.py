"""Whether a table of a memo looks like a list of projects although no projects were read from it.

Its columns speak of projects and of how they stand, or it is headed so and a column holds little but statuses. Tables
of risks, milestones, actions and people have columns of statuses, too, and are none.
"""

from extract.lists.columns import headers_to_roles, headers_to_statuses, is_sure_project, table_headers
from extract.lists.frames import PART_OF_PROJECT, surroundings_of, table_to_frame
from extract.lists.name_column import ABOUT_PROJECTS
from extract.lists.status_cells import status_of_cell
from extract.statements import Context
from records.table import Table

_FEWEST_STATUSES = 2
_MOST = 0.6
_LONGEST_STATUS = 4
"""Words."""


def looks_unread(table: Table, *, index: int, context: Context) -> bool:
    headers = table_headers(table)
    if any(map(PART_OF_PROJECT.search, headers)) or table_to_frame(table, index=index, context=context) is not None:
        return False
    roles, statuses = headers_to_roles(headers), headers_to_statuses(headers)
    rated = "status" in roles or bool(statuses.parts)
    if any(map(is_sure_project, headers)):
        return rated or ("project" in roles and _holds_statuses(table))
    about = bool(ABOUT_PROJECTS.search(" | ".join(surroundings_of(table, index, context)[-2:])))
    return about and (rated or _holds_statuses(table))


def _holds_statuses(table: Table) -> bool:
    """A column of which most cells are a status each."""
    first = max(table.header_rows, 1)
    for column in range(table.columns):
        cells = [
            cell for cell in table.cells if cell.column == column and cell.row >= first and (cell.text or cell.fill)
        ]
        read = [
            cell
            for cell in cells
            if len(cell.text.split()) <= _LONGEST_STATUS and status_of_cell(cell.text, fill=cell.fill)
        ]
        if len(read) >= max(_FEWEST_STATUSES, _MOST * len(cells)):
            return True
    return False
