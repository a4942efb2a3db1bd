"""The Tables tab: every table of a memo, as a grid, as a file, and on its page."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from records.place import Place
from records.table import Table
from ui.web.choices import memo_choices, shown_errors
from ui.web.source_view import place_to_picture
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio


def table_label(number: int, table: Table) -> str:
    """``2. Budget by department (page 4, 9 x 3)``, with ``to be reviewed`` where it should be looked at."""
    pages = f"page {table.pages[0]}" if len(table.pages) == 1 else f"pages {table.pages[0]} to {table.pages[-1]}"
    review = ", to be reviewed" if table.review else ""
    return f"{number}. {table.title or 'Untitled table'} ({pages}, {table.rows} x {table.columns}{review})"


def table_to_frame(table: Table) -> tuple[list[str], list[list[str]]]:
    """Headers and rows: stacked header rows are joined column by column."""
    grid = table.grid()
    header = [" ".join(filter(None, column)) for column in zip(*grid[: table.header_rows], strict=True)]
    return header or [str(number + 1) for number in range(table.columns)], grid[table.header_rows :]


def table_links(memo_id: str, number: int) -> str:
    base = f"/api/memos/{quote(memo_id)}/tables/{number}"
    return f'<p>Download: <a href="{base}">CSV</a> · <a href="{base}?format=xlsx">XLSX</a></p>'


def build_tables_tab(workspace: Workspace, *, tab: "gradio.Tab") -> "gradio.Dropdown":
    """Lays out the tab; returns the drop-down of memos, which the page refreshes."""
    import gradio as gr

    choices = memo_choices(workspace)
    memo = gr.Dropdown(choices, label="Memo", value=choices[0][1] if choices else None)
    chooser = gr.Dropdown([], label="Table", elem_id="ml-table-choice")
    with gr.Row(equal_height=False):
        with gr.Column():
            grid = gr.Dataframe(
                datatype="str", interactive=False, wrap=True, visible=False, label="Cells", elem_id="ml-grid"
            )
            links = gr.HTML()
        picture = gr.Image(
            label="Page", show_label=False, format="png", type="pil", interactive=False, visible=False,
            buttons=["fullscreen"], alt_text="The page the table stands on, the table highlighted",
        )  # fmt: skip

    @shown_errors
    def list_tables(memo_id: str | None) -> object:
        tables = workspace.memo(memo_id).document.tables if memo_id else ()
        labels = [(table_label(number, table), number) for number, table in enumerate(tables, 1)]
        return gr.update(choices=labels, value=1 if labels else None)

    @shown_errors
    def show_table(memo_id: str | None, number: int | None) -> tuple[object, str, object]:
        if not memo_id or not number:
            return gr.update(visible=False), "This memo has no tables." if memo_id else "", gr.update(visible=False)
        found = workspace.memo(memo_id)
        table = found.document.tables[number - 1]
        headers, rows = table_to_frame(table)
        page = None
        if table.boxes:
            first_page, box = table.boxes[0]
            place = Place(
                memo=memo_id, file=found.document.file, page=first_page, box=box, section=None, quote="",
                sha256=found.document.sha256,
            )  # fmt: skip
            page = place_to_picture(workspace, place)
        frame = gr.update(value={"headers": headers, "data": rows}, visible=True)
        return frame, table_links(memo_id, number), gr.update(value=page, visible=page is not None)

    shown = [grid, links, picture]
    for event in (memo.change, tab.select):
        event(list_tables, [memo], [chooser], api_visibility="private").then(
            show_table, [memo, chooser], shown, api_visibility="private"
        )
    chooser.input(show_table, [memo, chooser], shown, api_visibility="private")
    return memo
