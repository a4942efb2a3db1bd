"""How much, or what share, of a project's budget is spent or left, from the two sums of its record or its table row."""

import re

from answer.questions.figures.arithmetic import plain
from answer.questions.figures.computing import figure_text
from answer.questions.reading.attributes import left_over
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.operations import TALK
from answer.questions.reading.words import stems
from answer.questions.reply import Case, answered
from records.answer import Answer

_SPENT = re.compile(r"\b(?:spen[dt]|used(?: up)?|expended|paid|left|remain\w*|unspent)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|remain\w*|unspent)\b|\bnot\b.{0,20}\bspent\b", re.IGNORECASE)
_TALK = TALK | stems(
    "budget approved cost money spent spend used up expended paid unspent far date already total sum been yet"
)


def spent_share_answer(case: Case) -> Answer | None:
    """ "What percentage of the pier's budget has been spent?" """
    named = find_named(case.asked.text, case.memo.projects)
    if len(named) != 1 or case.asked.shape != "percent" or not _SPENT.search(case.asked.text):
        return None
    project = named[0].project
    if left_over(case.asked, named[0].used, _TALK) or project.budget is None or project.spent is None:
        return None
    if project.budget.currency != project.spent.currency or not project.budget.amount:
        return None
    part = project.spent.amount
    left = bool(_LEFT.search(case.asked.text))
    share = 100 * (project.budget.amount - part if left else part) / project.budget.amount
    value = f"{plain(share)}%"
    top = f"({project.budget.label()} - {project.spent.label()})" if left else project.spent.label()
    working = f"{top} / {project.budget.label()}"
    text = f"{value} of the budget of {project.project} is {'left' if left else 'spent'} ({working})."
    places = dict(project.field_places)
    cited = [places.get(field, project.place) for field in ("budget", "spent")]
    return answered(case, text, cited, method="computed", confidence=0.82, values=[value],
                    working=f"{working} = {value}")  # fmt: skip


def remaining_answer(case: Case) -> Answer | None:
    """ "How much of the pier's budget is left?" """
    named = find_named(case.asked.text, case.memo.projects)
    if len(named) != 1 or case.asked.shape != "money" or not _LEFT.search(case.asked.text):
        return None
    project = named[0].project
    if left_over(case.asked, named[0].used, _TALK) or project.budget is None or project.spent is None:
        return None
    if project.budget.currency != project.spent.currency:
        return None
    budget, spent = project.budget.label(), project.spent.label()
    value = figure_text(project.budget.amount - project.spent.amount, (budget, spent))
    text = f"{value} of the budget of {project.project} is left ({budget} - {spent})."
    places = dict(project.field_places)
    cited = [places.get(field, project.place) for field in ("budget", "spent")]
    return answered(case, text, cited, method="computed", confidence=0.82, values=[value],
                    working=f"{budget} - {spent} = {value}")  # fmt: skip
