"""The Library tab: what is in, adding memos with progress, and withdrawing them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from records.outcome import Outcome
from ui.files import READABLE
from ui.web.choices import memo_choices, shown_errors
from ui.web.markup import render
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio


def entries_to_html(workspace: Workspace) -> str:
    entries = sorted(workspace.entries(), key=lambda entry: str(entry.date or ""), reverse=True)
    return render("library", entries=entries)


def outcomes_to_html(outcomes: Sequence[Outcome]) -> str:
    """File names alone: where the server keeps an upload is nobody's business."""
    return render("outcomes", outcomes=[(Path(outcome.path).name, outcome) for outcome in outcomes])


def build_library_tab(workspace: Workspace, *, read_only: bool) -> "tuple[gradio.HTML, gradio.State]":
    """Lays out the tab; returns the list of memos and a counter that grows with each change of the library."""
    import gradio as gr

    listing = gr.HTML(entries_to_html(workspace), elem_id="ml-library")
    changed = gr.State(0)
    if read_only:
        gr.Markdown("This library is served read-only.")
        return listing, changed
    with gr.Row(equal_height=False):
        with gr.Column():
            upload = gr.File(
                file_count="multiple",
                file_types=sorted(READABLE),
                label="Add memos",
                elem_id="ml-upload",
            )
            add = gr.Button("Read into the library", variant="primary", elem_id="ml-add")
        with gr.Column():
            choice = gr.Dropdown(memo_choices(workspace), label="Withdraw a memo", value=None)
            sure = gr.Checkbox(label="Yes, withdraw it (citations already given stay resolvable)")
            remove = gr.Button("Withdraw", variant="stop")
    result = gr.HTML(elem_id="ml-outcomes")

    @shown_errors
    def read_uploads(
        files: list[str] | None,
        count: int,
        progress: gr.Progress = gr.Progress(),  # noqa: B008 - the form that gradio asks for
    ) -> tuple[str, int, None]:
        paths = [Path(file) for file in files or []]
        if not paths:
            raise gr.Error("Choose files first.", print_exception=False)
        outcomes = []
        progress((0, len(paths)), desc="Reading", unit="files")
        for outcome in workspace.ingest(paths):
            outcomes.append(outcome)
            progress((len(outcomes), len(paths)), desc=Path(outcome.path).name, unit="files")
        return outcomes_to_html(outcomes), count + 1, None

    @shown_errors
    def withdraw(memo_id: str | None, certain: bool, count: int) -> tuple[str, int, bool]:
        if not memo_id or not certain:
            raise gr.Error("Choose a memo and tick the box.", print_exception=False)
        workspace.withdraw(memo_id)
        return "", count + 1, False

    add.click(read_uploads, [upload, changed], [result, changed, upload], api_visibility="private")
    remove.click(withdraw, [choice, sure, changed], [result, changed, sure], api_visibility="private")
    changed.change(
        lambda: gr.update(choices=memo_choices(workspace), value=None), None, [choice], api_visibility="private"
    )
    return listing, changed
