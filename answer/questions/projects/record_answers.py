"""Answers about projects from their records: one project's field, yes or no on it, or the projects that fit.

A record answers only a question that it explains in full: beside the project's name and the attribute no content word
may be left over. What a record does not hold is left to others to find.
"""

import re
from collections.abc import Sequence

from answer.questions.projects.project_filters import filtered_projects
from answer.questions.projects.project_lists import all_projects, named_count, status_list
from answer.questions.projects.record_statements import field_statement, field_text, when_text
from answer.questions.projects.whether import whether_answer
from answer.questions.reading.attributes import asked_attribute, left_over, record_place
from answer.questions.reading.named_projects import Named, find_named
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import PROJECT_WORD, stems
from answer.questions.reply import Case, answered
from answer.questions.tables.unfilled import is_open, refused_as_open
from records.answer import Answer

__all__ = ["asked_attribute", "left_over", "record_answer", "record_place", "when_text"]

_ABOUT_PROJECTS = re.compile(rf"\b{PROJECT_WORD}\b|\bwho (?:has|leads|manages|owns|runs)\b", re.IGNORECASE)


def record_answer(case: Case) -> Answer | None:
    """ "What is the status of the ferry dock?", "Which projects are on hold?", "How many are red?" """
    named = find_named(case.question.text, case.memo.projects) or _only_of_status(case)
    if len(named) == 1 and (found := _attribute_answer(case, named[0])) is not None:
        return found
    if len(named) > 1 and (found := _ambiguous(case, named)) is not None:
        return found
    if _ABOUT_PROJECTS.search(case.question.text) and not any(each.whole for each in named):
        return named_count(case) or filtered_projects(case) or status_list(case) or all_projects(case)
    return None


def _only_of_status(case: Case) -> tuple[Named, ...]:
    """ "the red project" where the memo has one."""
    found = re.search(
        r"\b(?:the|that) (red|yellow|amber|green) (?:project|initiative|one)\b", case.asked.text, re.IGNORECASE
    )
    if found is None:
        return ()
    rows = [project for project in case.memo.projects if project.status in asked_statuses(found.group(1))]
    return tuple(Named(row, stems(found.group(0)), False, 1.0) for row in rows)


def _attribute_answer(case: Case, named: Named) -> Answer | None:
    if case.asked.shape == "yes_no":
        return whether_answer(case, named)
    attribute = asked_attribute(case.asked)
    if attribute is None:
        return None
    name, words = attribute
    if left_over(case.asked, named.used, words):
        return None
    said = field_statement(named.project, name, case.memo.definitions)
    if said is None:
        return None
    text, value = said
    if is_open(value):
        return refused_as_open(case, value)
    sure = 0.95 if named.whole else 0.85
    places = [record_place(named.project, name), *named.project.places[:1]]
    return answered(case, text, places, method="record", confidence=sure, values=[value])


def _ambiguous(case: Case, named: Sequence[Named]) -> Answer | None:
    attribute = asked_attribute(case.asked)
    if attribute is None or left_over(case.asked, attribute[1], *(n.used for n in named)):
        return None
    said = [(n.project, field_text(n.project, attribute[0], case.memo.definitions)) for n in named]
    names = "; ".join(f"{project.project}: {value}" if value else project.project for project, value in said)
    return answered(case, f"Several projects fit: {names}.", [n.project.place for n in named], method="record",
                    confidence=0.3, values=[n.project.project for n in named], outcome="ambiguous")  # fmt: skip
