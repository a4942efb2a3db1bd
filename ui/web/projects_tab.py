"""The Projects tab: every project that the memos report on, its record, its history and its place on the page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from records.errors import NotFound
from records.facts import STATUSES, Project
from ui.web.choices import ALL_MEMOS, memo_choices, shown_errors
from ui.web.markup import STATUS_LABELS, render
from ui.web.source_view import place_to_excerpt, place_to_picture
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio

COLUMNS = ["Project", "Status", "Issue", "Mitigation", "Budget", "End", "Completed", "Memo of", "Page"]


def projects_to_rows(projects: Sequence[Project]) -> list[list[str]]:
    return [
        [
            project.project,
            STATUS_LABELS.get(project.status or "", project.status_text or ""),
            project.issue or "",
            project.mitigation or "",
            project.budget.text if project.budget else "",
            project.end.text if project.end else "",
            project.completed.text if project.completed else "",
            str(project.as_of or "undated"),
            str(project.place.page),
        ]
        for project in projects
    ]


def project_facts(project: Project) -> list[tuple[str, str]]:
    """``(label, value)`` of the fields that the memo gives."""
    values = {
        "Status, as written": project.status_text,
        "Issue": project.issue,
        "Mitigation": project.mitigation,
        "Description": project.description,
        "Owner": project.owner,
        "Department": project.department,
        "Budget": project.budget and project.budget.text,
        "Spent": project.spent and project.spent.text,
        "Start": project.start and project.start.text,
        "End": project.end and project.end.text,
        "Completed": project.completed and project.completed.text,
        "Still open": project.residual,
    }
    return [(label, value) for label, value in values.items() if value]


def build_projects_tab(workspace: Workspace) -> "gradio.Dropdown":
    """Lays out the tab; returns the drop-down of memos, which the page refreshes."""
    import gradio as gr

    choices = memo_choices(workspace, every="All memos")
    latest = choices[1][1] if len(choices) > 1 else ALL_MEMOS
    found = workspace.projects(memo=latest or None)
    shown = gr.State(found)
    with gr.Row():
        memo = gr.Dropdown(choices, label="Memo", value=latest)
        status = gr.Dropdown(
            [("Any", ""), *((STATUS_LABELS[name], name) for name in STATUSES)], label="Status", value=""
        )
    table = gr.Dataframe(
        projects_to_rows(found), headers=COLUMNS, datatype="str", interactive=False, wrap=True, max_height=420,
        show_search="filter", label="Choose a row to see where it stands", elem_id="ml-projects",
        column_widths=["19%", "8%", "18%", "18%", "10%", "8%", "9%", "10%", "5%"],
    )  # fmt: skip
    gr.HTML('<a class="ml-download" href="/api/projects?format=csv">Download all as CSV</a>')
    with gr.Row(equal_height=False):
        detail = gr.HTML(elem_id="ml-project")
        picture = gr.Image(
            label="Page", show_label=False, format="png", type="pil", interactive=False, visible=False,
            buttons=["fullscreen"], alt_text="The page the record was read from, its row highlighted",
        )  # fmt: skip

    @shown_errors
    def list_projects(memo_id: str, wanted: str) -> tuple[object, object]:
        projects = workspace.projects(memo=memo_id or None, status=wanted or None)
        return projects, projects_to_rows(projects)

    @shown_errors
    def show_project(row: list[str], projects: Sequence[Project]) -> tuple[str, object]:
        project = next(p for p in projects if projects_to_rows([p])[0] == [str(cell) for cell in row])
        try:
            history = workspace.history(project.project)
        except NotFound:
            history = ()
        silences = workspace.silences(history)
        html = render("project", project=project, facts=project_facts(project), history=history, silences=silences)
        page = place_to_picture(workspace, project.place)
        return html + place_to_excerpt(workspace, project.place), gr.update(value=page, visible=page is not None)

    def select(event: gr.SelectData, projects: Sequence[Project]) -> tuple[str, object]:
        return show_project(event.row_value, projects)

    for control in (memo, status):
        control.input(list_projects, [memo, status], [shown, table], api_visibility="private")
    table.select(select, [shown], [detail, picture], api_visibility="private")
    return memo
