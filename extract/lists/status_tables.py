"""Tables of projects, read by the meaning of their columns, into one record a row.

A table is read when its headers speak of projects and it says something of their state; cards (a label column beside a
value column) and tables laid on their side are turned first. Refused: tables of milestones, measures, people, and
every row without a name.
"""

from extract.lists.frames import table_to_frame
from extract.lists.row_records import row_to_project
from extract.lists.sheets import earlier_sheets
from extract.statements import Context
from records.facts import Project
from records.table import Table


def tables_to_projects(context: Context) -> tuple[Project, ...]:
    """All project rows of all tables, in reading order."""
    return tuple(row for rows in tables_to_rows(context) for row in rows)


def tables_to_rows(context: Context) -> tuple[tuple[Project, ...], ...]:
    """The project rows of each table, in reading order."""
    earlier = earlier_sheets(context.document)
    return tuple(
        table_to_projects(context.document.tables[block.table], index=index, context=context)
        for index, block in enumerate(context.document.blocks)
        if block.kind == "table" and block.table is not None and block.page not in earlier
    )


def table_to_projects(table: Table, *, index: int, context: Context) -> tuple[Project, ...]:
    frame = table_to_frame(table, index=index, context=context)
    if frame is None:
        return ()
    records = (row_to_project(number, frame, context=context) for number in range(len(frame.rows)))
    return tuple(record for record in records if record is not None)
