"""The Check tab: figures that do not add up, dates out of order, and what is named but absent."""

from typing import TYPE_CHECKING

from ui.web.choices import memo_choices, shown_errors
from ui.web.markup import render
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio


def build_check_tab(workspace: Workspace) -> "gradio.Dropdown":
    """Lays out the tab; returns the drop-down of memos, which the page refreshes."""
    import gradio as gr

    choices = memo_choices(workspace)
    memo = gr.Dropdown(choices, label="Memo", value=choices[0][1] if choices else None)
    button = gr.Button("Check", variant="primary")
    result = gr.HTML(elem_id="ml-findings")

    @shown_errors
    def check(memo_id: str | None) -> str:
        if not memo_id:
            raise gr.Error("Choose a memo.", print_exception=False)
        return render("findings", findings=list(workspace.check([memo_id])))

    button.click(check, [memo], [result], api_visibility="private")
    return memo
