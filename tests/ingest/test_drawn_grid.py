"""Tables drawn with ``+---+`` in Markdown, and pipe tables whose rows do not fit their header."""

import pytest

from ingest.text.drawn_grid import drawn_line_count
from ingest.text.markdown import read_markdown
from records.document import Document, words_to_quote


def read(text: str) -> Document:
    return read_markdown(text.encode(), name="memo.md", sha256="0" * 64)


GRID = """# Ferries

+-------+--------------+
| Ferry | Crew         |
|       +------+-------+
| Name  | Plan | Now   |
+=======+======+=======+
| Alba  | 9    | eight |
|       |      | hands |
+-------+------+-------+
| Bris  | laid up      |
+-------+--------------+

Text.
"""


def test_a_drawn_table_has_its_rows_its_lines_and_its_header() -> None:
    document = read(GRID.replace("|       +------+-------+\n| Name  | Plan | Now   |\n", ""))
    table = document.tables[0]
    assert table.grid() == [["Ferry", "Crew", ""], ["Alba", "9", "eight hands"], ["Bris", "laid up", ""]]
    assert (table.title, table.header_rows, table.method) == ("Ferries", 1, "markdown")
    assert [(c.text, c.column_span) for c in table.cells if c.column_span > 1] == [("Crew", 2), ("laid up", 2)]
    assert [block.kind for block in document.blocks] == ["heading", "table", "paragraph"]
    assert words_to_quote(table.row(1)[1].words) == "9"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["+---+---+", "| a | b |", "+---+---+", "text"], 3),
        (["  +---+", "  | a |", "  +---+"], 3),
        (["+---+---+", "| a | b |", "text"], 0),
        (["+---+---+", "text"], 0),
        (["+ item", "+ item"], 0),
        ([], 0),
    ],
)
def test_a_drawn_table_runs_from_its_first_drawn_line_to_its_last(lines: list[str], count: int) -> None:
    assert drawn_line_count(lines) == count


@pytest.mark.parametrize("table", ["+---+\n| a", "+--+--+\n|a|b|c|d|\n+--+--+", "+-+\n|\n+-+", GRID])
def test_a_badly_drawn_table_loses_no_word(table: str) -> None:
    document = read(table)
    shown = " ".join(
        [*(block.text for block in document.blocks), *(cell.text for found in document.tables for cell in found.cells)]
    )
    assert all(word in shown for word in table.replace("|", " ").split() if word.isalnum())


def test_cells_beyond_the_header_are_kept_and_the_table_is_less_sure() -> None:
    table = read("| Ferry | Crew |\n|---|---|\n| Alba | 9 | late |\n| Bris | 4 | |\n").tables[0]
    assert table.grid() == [["Ferry", "Crew", ""], ["Alba", "9", "late"], ["Bris", "4", ""]]
    assert table.confidence < 1
    assert read("| Ferry | Crew |\n|---|---|\n| Alba | 9 | |\n").tables[0].columns == 2


def test_pipe_tables_need_no_outer_pipes_and_keep_escaped_ones() -> None:
    table = read("Ferry | Note\n:--- | ---:\n**Alba** | a \\| b<br>c\n").tables[0]
    assert (table.grid(), table.header_rows) == ([["Ferry", "Note"], ["Alba", "a | b c"]], 1)
    assert table.row(1)[0].bold


def test_a_table_inside_a_line_keeps_its_words_apart() -> None:
    assert read("See <table><tr><td>a</td><td>b</td></tr></table> here.").blocks[0].text == "See a b here."
