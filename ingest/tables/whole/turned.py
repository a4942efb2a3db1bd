"""Tables that were found on a page held another way up, with their boxes on the page as shown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.geometry.turns import turn_back
from ingest.tables.page_tables import Sheet
from records.place import Box
from records.table import Cell, Table


def with_turned_tables(views: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages as shown, each with the tables of its other sides too."""
    for sheet in (view for view in views if view.turn == 0):
        others = [view for view in views if view.number == sheet.number and view.turn != 0]
        turned = [table_turned_back(table, [view]) for view in others for table in view.tables]
        yield replace(sheet, tables=(*sheet.tables, *turned)) if turned else sheet


def table_turned_back(table: Table, views: Sequence[Sheet]) -> Table:
    """``table`` with every box on the page as shown; ``views`` are the pages that it was found on."""
    by_page = {view.number: view for view in views}
    return replace(
        table,
        cells=tuple(_turn_cell(cell, by_page[cell.page]) for cell in table.cells),
        boxes=tuple((page, _turn(box, by_page[page])) for page, box in table.boxes),
    )


def _turn_cell(cell: Cell, view: Sheet) -> Cell:
    words = tuple(word if word.box is None else replace(word, box=_turn(word.box, view)) for word in cell.words)
    return replace(cell, box=None if cell.box is None else _turn(cell.box, view), words=words)


def _turn(box: Box, view: Sheet) -> Box:
    sideways = view.turn in (90, 270)
    width, height = (view.height, view.width) if sideways else (view.width, view.height)
    return turn_back(box, view.turn, width=width, height=height)
