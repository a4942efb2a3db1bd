"""Tables of labels and values under a heading that names their project: "Pier Lift", then "Status | Amber".

The heading is read as if it stood in the table. Refused: tables that say nothing of a state or an end, and headings
that name no project.
"""

from dataclasses import replace

from extract.lists.columns import Role, headers_to_roles
from extract.lists.headers import HeadedTable, turned_table
from extract.projects.scope import could_name_project, heading_to_name, is_outside
from extract.statements import Context
from records.document import Block
from records.table import Cell, Table

_LABEL = "Project"
_TELLING: frozenset[Role] = frozenset({"status", "end", "completed"})
_FEWEST = 2
_LONGEST_NAME = 12


def table_to_card(table: Table, *, index: int, context: Context) -> HeadedTable | None:
    """One project's labelled values, with the heading above as its name."""
    turned = turned_table(table)
    if turned is None or len(turned.grid) != 2:  # labels, and the values of one project
        return None
    roles = headers_to_roles(turned.headers).keys()
    heading = _heading_above(index, context)
    if heading is None or "project" in roles or len(roles) < _FEWEST or not roles & _TELLING:
        return None
    name = heading_to_name(heading.text)[0]
    if not could_name_project(name) or len(name.split()) > _LONGEST_NAME:
        return None
    at = len(turned.headers)
    label = Cell(row=0, column=at, text=_LABEL, page=heading.page)
    value = Cell(row=1, column=at, text=name, page=heading.page, words=heading.words)
    grid = ((*turned.grid[0], label), (*turned.grid[1], value))
    return replace(turned, grid=grid, headers=[*turned.headers, _LABEL])


def _heading_above(index: int, context: Context) -> Block | None:
    """The nearest heading of a section that may hold projects, unless another table stands between."""
    section = context.section_of(index)
    if section is None or is_outside(section):
        return None
    for block in reversed(context.document.blocks[:index]):
        if block.kind == "heading":
            return block
        if block.kind == "table":
            return None
    return None
