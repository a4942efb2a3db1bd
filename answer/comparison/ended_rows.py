"""Rows of a list that only say that a project has gone on inside another: "Merged with Harbor Desk".

Such a row is no project under way, so it is not counted as one; what it says is read as a sentence is. Only a row
without a status of its own that names another project of the list after the verb is taken for one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Project
from records.memo import Memo

_WENT_INTO = re.compile(
    r" (?:(?:merged|combined|consolidated|folded|rolled|absorbed|incorporated|subsumed|integrated) "
    r"(?:in ?to|with|by|under|within)|(?:now |became |become |made )?(?:a )?part of|continued (?:under|within)) "
)


def without_ended_rows(memo: Memo) -> tuple[Memo, tuple[Statement, ...]]:
    """The memo without such rows, and the rows as statements."""
    ended = {
        position: statement
        for position, project in enumerate(memo.projects)
        if project.status is None and (statement := _row_to_statement(project, memo.projects)) is not None
    }
    if not ended:
        return memo, ()
    kept = tuple(project for position, project in enumerate(memo.projects) if position not in ended)
    return replace(memo, projects=kept), tuple(ended.values())


def _row_to_statement(project: Project, projects: Sequence[Project]) -> Statement | None:
    """``Dock Phone Line | Parks | Merged with Harbor Desk``"""
    if project.source == "prose" or not project.places:
        return None
    quote = " ".join(dict.fromkeys(place.quote for place in project.places))
    folded = f" {fold_name(quote)} "
    verb = _WENT_INTO.search(folded)
    if verb is None or fold_name(project.project) not in folded[: verb.start() + 1]:
        return None
    others = names_index([name_to_forms(other.project, other.aliases) for other in projects if other is not project])
    if not find_names(folded[verb.end() - 1 :], others):
        return None
    return Statement(text=quote, folded=folded, section="", places=project.places[:1])
