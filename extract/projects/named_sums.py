"""Budgets that a sentence tells of a project whose own row or entry gives none.

"The approved cost of the Pier Lift rose from $1.2m to $1.4m." Refused: sentences that name two projects, and projects
of which two sums are told.
"""

import re
from collections.abc import Sequence

from extract.projects.mentioned import statement_to_project
from extract.projects.told_budgets import with_told_budget
from extract.statements import Context, Statement, context_to_statements
from records.facts import Project

_MAY_TELL = re.compile(r"\b(?:budget|cost)\b[^.;]{0,120}\d|\d[^.;]{0,60}\b(?:budget|project|scheme)\b", re.IGNORECASE)


def with_named_sums(projects: Sequence[Project], context: Context) -> tuple[Project, ...]:
    """Each project without a budget, with the one that the memo's sentences about it give."""
    if all(project.budget is not None for project in projects):
        return tuple(projects)
    told: dict[str, list[Statement]] = {}
    for statement in context_to_statements(context):
        if statement.block.kind != "footnote" and _MAY_TELL.search(statement.text):
            name = statement_to_project(statement, projects)
            if name is not None:
                told.setdefault(name, []).append(statement)
    return tuple(with_told_budget(project, told.get(project.project, ()), context) for project in projects)
