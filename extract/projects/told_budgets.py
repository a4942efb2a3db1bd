"""A project's budget where prose gives it: "the $3.2 million Pier Lift project", "its budget is £1.2m".

Refused: what was paid, saved, granted or is left, a share, and two different sums.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.money import MoneySpan, find_money
from extract.statements import Context, Statement, statement_to_places
from records.facts import Project

_ARTICLE = re.compile(r"(?:^|\b)(?:the|this|our|its|a)\s$", re.I)
_CALLED = re.compile(r"[\s-](?:project|scheme|programme|program|initiative|workstream|strand|upgrade|replacement)\b")
_BUDGET_BEFORE = re.compile(
    r"\b(?:(?P<kind>[a-z]+)\s)?(?:budget|budgeted)\s(?:of|at|is(?: set at)?|stands at|remains(?: at)?)\s"
    r"(?:about\s|around\s|roughly\s|approximately\s)?$",
    re.I,
)
_OTHER_BUDGET = (
    "remaining",
    "unspent",
    "annual",
    "operating",
    "original",
    "training",
    "marketing",
    "revenue",
    "contingency",
)
# "a $2 million Pier Lift overspend", "$40,000 project grant": the sum is that of the last word.
_OTHER_SUM = re.compile(
    r"\s(?:over-?spend|under-?spend|savings?|grants?|shortfall|overrun|bill|invoice|loan|payment|claim|contract|gap)\b"
)


def with_told_budget(project: Project, statements: Sequence[Statement], context: Context) -> Project:
    """The project with the one budget that its sentences give, if it has none yet."""
    if project.budget is not None:
        return project
    found = [(span, s) for s in statements for span in find_money(s.text) if _is_budget(s.text, span, project)]
    if len({span.money.amount for span, _ in found}) != 1:
        return project
    span, statement = found[0]
    places = statement_to_places(statement, context)
    return replace(
        project,
        budget=span.money,
        places=tuple(dict.fromkeys((*project.places, *places))),
        field_places=(*project.field_places, *(("budget", place) for place in places[:1])),
    )


def _is_budget(text: str, span: MoneySpan, project: Project) -> bool:
    before, after = text[: span.start], text[span.end :]
    told = _BUDGET_BEFORE.search(before)
    if told:
        return (told["kind"] or "").lower() not in _OTHER_BUDGET
    if not _ARTICLE.search(before):
        return False
    named = next((name for name in (project.project, *project.aliases) if after[1:].startswith(name)), None)
    called = _CALLED.match(after, 1 + len(named) if named else 0)
    end = called.end() if called else 1 + len(named) if named else None
    return end is not None and not _OTHER_SUM.match(after, end)
