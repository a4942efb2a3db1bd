"""A project's budget where prose gives it: "the $3.2 million Pier Lift project", "its budget is £1.2m".

Refused: what was paid, saved, granted or is left, a share, and two different sums.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.money import MoneySpan, find_money
from extract.statements import Context, Statement, statement_to_places
from records.facts import Project

_SUM = r"(?:[A-Z]{0,3}[£$€]|[A-Z]{3}\s)\d[\d.,]{0,14}(?:[\s-]?(?:million|billion|thousand|mn?|bn|k))?"
_ARTICLE = re.compile(r"(?:^|\b)(?:the|this|our|its|a)\s$", re.I)
_CALLED = re.compile(r"[\s-](?:project|scheme|programme|program|initiative|workstream|strand|upgrade|replacement)\b")
_BUDGET_BEFORE = re.compile(
    r"\b(?:(?P<kind>[a-z]+)\s)?(?:budget|budgeted)\s(?:now\s)?"
    r"(?:of|at|is(?: now)?(?: set at)?|stands at|remains(?: at)?|"
    r"(?:was|has been) (?:raised|increased|reduced|cut|lowered|revised) to|(?:is|remains) unchanged at)\s"
    r"(?:about\s|around\s|roughly\s|approximately\s)?$",
    re.I,
)
_COST = (
    r"(?:(?:(?:total|approved|project|overall|construction|capital|estimated|[a-z]+-approved)\s){0,2}budget|"
    r"(?:approved|[a-z]+-approved|total(?:\sproject)?|project|estimated|budgeted)\scosts?)"
)
_CHANGED = (
    r"(?:rose|risen|increased|grew|grown|gone up|went up|raised|fell|fallen|reduced|decreased|cut|lowered|revised|"
    r"changed|came down|come down|moved)"
)
# "Council raised the budget to", "cut its budget from $1.2m to"
_SET_TO = re.compile(
    r"\b(?:raised|increased|reduced|cut|lowered|revised|reset|brought)\s(?:the|its|this)\s(?:[a-z]+\s)?"
    rf"budget\s(?:from\s{_SUM}\s)?to\s(?:about\s)?$",
    re.I,
)
# "The approved cost rose from $1.2m to", "a total cost of", "at a cost of", "(budget", "; cost"
_COST_BEFORE = re.compile(
    rf"\b{_COST}\s(?:of\s(?:the\s)?[\w\s-]{{2,40}}\s)?(?:(?:has|have|was|been|is)\s){{0,2}}(?:now\s)?{_CHANGED}\s"
    rf"(?:in\s[A-Z][a-z]+\s)?(?:by\s[^.;]{{2,25}}\s)?(?:from\s{_SUM}[,]?\s(?:[^.;$£€]{{2,30}}\s)?)?to\s"
    r"(?:about\s|around\s|roughly\s)?$"
    rf"|\b{_COST}\s(?:of|is|remains|stands at|at|was set at)\s(?:now\s)?$"
    rf"|(?:^|[(;,]\s?)(?:{_COST}|budget|cost):?\s$",
    re.I,
)
_AT_A_COST = re.compile(r"\bat an?\s(?:(?:total|estimated|approved|project)\s)?(?:cost|budget)\sof\s$", re.I)
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


# "of the $11.2 million budget", "its $4 million budget"
_BUDGET_AFTER = re.compile(
    r"\s(?:(?:total|approved|project|overall|construction)\s){0,2}budget\b(?!\s(?:gap|shortfall|cut|amendment|request))"
)
# "Expenditures to date total $7.9 million", "$2 million has been spent"
_SPENT_BEFORE = re.compile(
    r"\b(?:expenditures?|spending|spent|costs?)\s(?:to date|so far)(?:\s(?:total|are|is|of|stands? at|come to))?:?\s$",
    re.I,
)
_SPENT_AFTER = re.compile(r"\s(?:has|have)\s(?:already\s)?been\s(?:spent|expended)\b")


def with_told_sums(project: Project, statements: Sequence[Statement], context: Context) -> Project:
    """The project with the one budget, and the one sum spent, that its own sentences give."""
    return _with_spent(with_told_budget(project, statements, context), statements, context)


def _with_spent(project: Project, statements: Sequence[Statement], context: Context) -> Project:
    found = [(span, s) for s in statements for span in find_money(s.text) if _is_spent(s.text, span)]
    if project.spent is not None or len({span.money.amount for span, _ in found}) != 1:
        return project
    return _with_sum(project, "spent", *found[0], context)


def _is_spent(text: str, span: MoneySpan) -> bool:
    return bool(_SPENT_BEFORE.search(text[: span.start]) or _SPENT_AFTER.match(text[span.end :]))


def with_told_budget(project: Project, statements: Sequence[Statement], context: Context) -> Project:
    """The project with the one budget that its sentences give, if it has none yet."""
    if project.budget is not None:
        return project
    found = [(span, s) for s in statements for span in find_money(s.text) if _is_budget(s.text, span, project)]
    if len({span.money.amount for span, _ in found}) != 1:
        return project
    return _with_sum(project, "budget", *found[0], context)


def _with_sum(project: Project, field: str, span: MoneySpan, statement: Statement, context: Context) -> Project:
    places = statement_to_places(statement, context)
    return replace(
        project,
        **{field: span.money},  # type: ignore[arg-type]
        places=tuple(dict.fromkeys((*project.places, *places))),
        field_places=(*project.field_places, *((field, place) for place in places[:1])),
    )


def _is_budget(text: str, span: MoneySpan, project: Project) -> bool:
    before, after = text[: span.start], text[span.end :]
    # "closed at a cost of $90,000" tells what was paid.
    if _COST_BEFORE.search(before) or _SET_TO.search(before):
        return True
    if project.status != "complete" and _AT_A_COST.search(before):
        return True
    told = _BUDGET_BEFORE.search(before)
    if told:
        return (told["kind"] or "").lower() not in _OTHER_BUDGET
    if not _ARTICLE.search(before):
        return False
    if _BUDGET_AFTER.match(after):
        return True
    named = next((name for name in (project.project, *project.aliases) if after[1:].startswith(name)), None)
    called = _CALLED.match(after, 1 + len(named) if named else 0)
    end = called.end() if called else 1 + len(named) if named else None
    return end is not None and not _OTHER_SUM.match(after, end)
