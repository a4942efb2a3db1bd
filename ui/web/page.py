"""The page: its head, its tabs, and what refreshes when the library changes."""

from typing import TYPE_CHECKING

from ui.web.ask_tab import build_ask_tab
from ui.web.check_tab import build_check_tab
from ui.web.choices import memo_choices
from ui.web.compare_tab import build_compare_tab
from ui.web.library_tab import build_library_tab, entries_to_html
from ui.web.projects_tab import build_projects_tab
from ui.web.tables_tab import build_tables_tab
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio

HEAD = """<header id="ml-head"><h1>memolens</h1>
<p>Status memos, read to the letter: every answer shows its words, page and place,
or says that the memos do not tell.</p>
</header>"""


def build_page(workspace: Workspace, *, read_only: bool) -> "gradio.Blocks":
    """All tabs over one workspace."""
    import gradio as gr

    with gr.Blocks(title="memolens", analytics_enabled=False, delete_cache=(3600, 3600)) as page:
        gr.HTML(HEAD)
        if not workspace.entries():
            gr.Markdown("The library is empty. Add memos in the tab *Library*, then ask.")
        with gr.Tab("Ask"):
            asked = build_ask_tab(workspace)
        with gr.Tab("Projects"):
            listed = build_projects_tab(workspace)
        with gr.Tab("Compare"):
            compared = build_compare_tab(workspace)
        with gr.Tab("Tables") as tables:
            tabled = build_tables_tab(workspace, tab=tables)
        with gr.Tab("Check"):
            checked = build_check_tab(workspace)
        with gr.Tab("Library"):
            listing, changed = build_library_tab(workspace, read_only=read_only)

        def refresh() -> list[object]:
            with_all = [gr.update(choices=memo_choices(workspace, every=label)) for label in ("All memos", "All memos")]
            plain = [gr.update(choices=memo_choices(workspace)) for _ in (*compared, tabled, checked)]
            return [entries_to_html(workspace), *with_all, *plain]

        outputs = [listing, asked, listed, *compared, tabled, checked]
        changed.change(refresh, None, outputs, api_visibility="private")
        page.load(refresh, None, outputs, api_visibility="private")
    return page


def page_theme() -> "gradio.themes.Base":
    """System fonts alone (nothing is fetched), and colours that reach WCAG AA contrast."""
    import gradio as gr

    fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"]
    theme = gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=fonts, font_mono=["ui-monospace", "monospace"])
    return theme.set(
        button_primary_background_fill="#17507f",
        button_primary_background_fill_hover="#0f3b60",
        button_primary_text_color="#ffffff",
        button_primary_background_fill_dark="#17507f",
        block_label_text_color="#36424e",
        block_title_text_color="#36424e",
        body_text_color_subdued="#51606f",
    )
