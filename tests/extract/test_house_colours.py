"""Colours beside the traffic light count where the memo's own key explains them, and only there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.lists.status_tables import tables_to_projects
from extract.statements import Context

Make = Callable[[str], Context]
TABLE = "| Project | RAG |\n|---|---|\n| Pier Lift | {cell} |\n| Dune Fence | R |\n"


@pytest.mark.parametrize(
    ("key", "cell", "status"),
    [
        ("Green: on schedule. Red: late. Blue: delivered and closed.", "B", "complete"),
        ("**Blue** - complete; **Green** - on schedule; **Red** - late.", "Blue", "complete"),
        ("Grey means not started, red means late, green: on time.", "Gray", "not_started"),
        ("Blue: not started. Green: on time. Red: late.", "B", "not_started"),
        ("Blue: water mains. The table shows the works.", "B", None),
        ("The table shows the works.", "B", None),
        ("Green: on schedule. Blue: see the notes.", "B", None),
    ],
)
def test_a_key_gives_other_colours_their_status(key: str, cell: str, status: str | None, context: Make) -> None:
    first, _ = tables_to_projects(context(f"## Works\n\n{key}\n\n{TABLE.format(cell=cell)}"))
    assert first.status == status


def test_a_blue_cell_without_words_is_read_by_the_key(context: Make) -> None:
    made = context(f"## Works\n\nGreen: on time. Red: late. Blue: delivered.\n\n{TABLE.format(cell='x')}")
    (table,) = made.document.tables
    cells = tuple(replace(c, text="", fill="#4f81bd") if c.text == "x" else c for c in table.cells)
    first, _ = tables_to_projects(replace(made, document=replace(made.document, tables=(replace(table, cells=cells),))))
    assert first.status == "complete"
