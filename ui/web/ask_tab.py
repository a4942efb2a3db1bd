"""The Ask tab: a question, its answer with the exact words, and the place they stand in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from records.answer import Answer, Question
from records.facts import Project
from records.place import Place
from ui.web.choices import memo_choices, shown_errors
from ui.web.markup import place_label, render
from ui.web.source_view import place_to_excerpt, place_to_picture
from ui.workspace import Workspace

if TYPE_CHECKING:
    import gradio

HEADLINES = {
    "answered": "Answer",
    "not_found": "Not in these memos",
    "false_premise": "The memos say otherwise",
    "ambiguous": "More than one reading",
}
METHODS = {
    "record": "from the records",
    "computed": "computed",
    "quoted": "in the memo's own words",
    "model": "rephrased",
}

ALL = "All memos (the latest that speaks of it)"


def answer_to_html(answer: Answer) -> str:
    headline = HEADLINES[answer.outcome]
    if answer.outcome == "answered" and answer.method:
        headline += f", {METHODS[answer.method]}"
    return render("answer", answer=answer, headline=headline)


def example_questions(projects: Sequence[Project]) -> list[str]:
    """Questions that these projects can be asked about: one for each thing that their memo tells of one of them."""
    kinds = (
        ("Which projects are red?", [p for p in projects if p.status == "red"]),
        ("Which projects are yellow?", [p for p in projects if p.status == "yellow"]),
        ("What is the issue with {}?", [p for p in projects if p.issue]),
        ("What is the budget of {}?", [p for p in projects if p.budget]),
        ("When was {} completed?", [p for p in projects if p.completed]),
    )
    return [question.format(found[0].project) for question, found in kinds if found] or ["What is the subject?"]


def _latest(workspace: Workspace) -> Sequence[Project]:
    choices = memo_choices(workspace)
    return workspace.projects(memo=choices[0][1]) if choices else ()


def source_choices(answer: Answer) -> list[tuple[str, int]]:
    return [(f"{number + 1}. {place_label(place)}", number) for number, place in enumerate(answer.citations)]


def build_ask_tab(workspace: Workspace) -> "gradio.Dropdown":
    """Lays out the tab; returns the drop-down of memos, which the page refreshes."""
    import gradio as gr

    places = gr.State(())
    with gr.Row(equal_height=False):
        with gr.Column(scale=5):
            question = gr.Textbox(
                label="Your question",
                placeholder="Which projects are red, and why?",
                submit_btn="Ask",
                autofocus=True,
                max_length=2000,
                elem_id="ml-question",
            )
            memo = gr.Dropdown(memo_choices(workspace, every=ALL), label="Search in", value="")
            gr.Examples([[text] for text in example_questions(_latest(workspace))], [question], label="For example")
            answer = gr.HTML(elem_id="ml-answer")
        with gr.Column(scale=4):
            source = gr.Radio([], label="Where it stands", visible=False, elem_id="ml-source")
            picture = gr.Image(
                label="Page", show_label=False, format="png", type="pil", interactive=False, buttons=["fullscreen"],
                visible=False, elem_id="ml-page", alt_text="The page the answer was read from, its words highlighted",
            )  # fmt: skip
            excerpt = gr.HTML(visible=False)

    @shown_errors
    def show(cited: Sequence[Place], number: int | None) -> tuple[object, object]:
        if number is None or not 0 <= number < len(cited):
            return gr.update(visible=False), gr.update(visible=False)
        page, text = place_to_picture(workspace, cited[number]), place_to_excerpt(workspace, cited[number])
        return gr.update(value=page, visible=page is not None), gr.update(value=text, visible=bool(text))

    @shown_errors
    def ask(text: str, memo_id: str) -> tuple[object, ...]:
        if not text.strip():
            return "", (), gr.update(visible=False), *show((), None)
        found = workspace.ask(Question(text=text.strip(), memo=memo_id or None))
        choices = source_choices(found)
        radio = gr.update(choices=choices, value=0 if choices else None, visible=bool(choices))
        return answer_to_html(found), found.citations, radio, *show(found.citations, 0)

    question.submit(ask, [question, memo], [answer, places, source, picture, excerpt], api_visibility="private")
    source.input(show, [places, source], [picture, excerpt], api_visibility="private")
    return memo
