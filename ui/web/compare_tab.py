"""The Compare tab: what changed between two memos, each change with its evidence on both sides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from records.comparison import Change, Comparison
from records.library import MemoEntry
from records.promises import Promise
from ui.export.bridge_wording import bridge_in_words, flow_table, scale_in_words
from ui.export.promise_wording import (
    due_in_words,
    outcome_in_words,
    promise_order,
    promise_to_places,
    promise_to_text,
)
from ui.export.wording import KIND_TITLES, change_to_sentence, changes_of_kind, silent_note
from ui.web.choices import memo_choices, shown_errors
from ui.web.markup import render
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio


def comparison_to_html(comparison: Comparison, promises: Sequence[Promise] = ()) -> str:
    header, flows = flow_table(comparison.bridge.flows)
    return render(
        "comparison",
        comparison=comparison,
        bridge=bridge_in_words(comparison.bridge),
        flow_header=header,
        flows=flows,
        scale=scale_in_words(comparison.scale) if comparison.scale else None,
        groups=changes_to_groups(comparison.changes),
        promises=[
            (promise_to_text(promise), due_in_words(promise.due), outcome_in_words(promise), promise_to_places(promise))
            for promise in sorted(promises, key=promise_order)
        ],
    )


def changes_to_groups(changes: tuple[Change, ...]) -> list[tuple[str, list[tuple[Change, str, str | None]]]]:
    """``(title, [(change, sentence, what stays unsaid)])``, what a reader must not miss first."""
    return [
        (title, [(change, change_to_sentence(change), silent_note(change)) for change in group])
        for kind, title in KIND_TITLES.items()
        if (group := changes_of_kind(changes, kind))
    ]


def successive_memos(entries: Sequence[MemoEntry]) -> tuple[str | None, str | None]:
    """The two latest memos to the same body: what a visitor most likely wants to compare."""
    dated = sorted((entry for entry in entries if entry.date), key=lambda entry: str(entry.date), reverse=True)
    for place, later in enumerate(dated):
        for earlier in dated[place + 1 :]:
            if earlier.body == later.body:
                return earlier.id, later.id
    return None, None


def build_compare_tab(workspace: Workspace) -> "list[gradio.Dropdown]":
    """Lays out the tab; returns the two drop-downs of memos, which the page refreshes."""
    import gradio as gr

    choices = memo_choices(workspace)
    earlier, later = successive_memos(workspace.entries())
    with gr.Row():
        old = gr.Dropdown(choices, label="Earlier memo", value=earlier)
        new = gr.Dropdown(choices, label="Later memo", value=later)
    button = gr.Button("Compare", variant="primary", elem_id="ml-compare")
    result = gr.HTML(elem_id="ml-comparison")

    @shown_errors
    def compare(old_id: str | None, new_id: str | None) -> str:
        if not old_id or not new_id:
            raise gr.Error("Choose two memos.", print_exception=False)
        return comparison_to_html(*workspace.compare_memos_with_promises(old_id, new_id))

    button.click(compare, [old, new], [result], api_visibility="private")
    return [old, new]
