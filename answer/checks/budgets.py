"""Sums of money that belong together: spent against budget, what is left of a sum, a total in prose against the
projects' own budgets, and one budget given twice.

A budget that the memo itself calls exceeded is no finding, and neither is a sum that the memo says has changed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answer.checks.hedges import fits, read_hedge
from answer.checks.numbers import WHOLE, whole_number
from answer.checks.quantities import Quantity, agree, find_quantities
from answer.checks.table_columns import cell_places, money_columns, section_tables
from answer.comparison.changes import field_to_places, is_open
from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from answer.questions.reading.words import word_set
from records.answer import Finding
from records.facts import Project
from records.memo import Memo
from records.place import Place

_SAID_OVER = re.compile(
    r"\b(?:over[- ]?(?:budget|spent|run|spending)|overruns?|exceed\w*|above (?:the |its )?budget|additional funding|"
    r"budget (?:increase|amendment)|short(?:fall|age))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:leav(?:es|ing)|with)\s(?:a\s(?:balance|remainder)\sof\s|only\s|about\s)?$|\b(?:remaining|balance\sof)\s$",
    re.IGNORECASE,
)
_IS_LEFT = re.compile(r"^\s(?:is\s|are\s|still\s)*(?:remain\w*|left|unspent|available)\b", re.IGNORECASE)
_SPENT = re.compile(
    r"\b(?:spent|spend|spending|expenditures?|expended|used|paid|encumbered|committed|invoiced|drawn)\b", re.IGNORECASE
)
_TOTAL = re.compile(
    rf"(?P<count>{WHOLE})\s(?:\w+\s){{0,2}}?(?:projects|initiatives)\b[^.;]{{0,60}}?\b"
    r"(?:combined|total|aggregate|overall)\s(?:\w+\s){0,2}?(?:budgets?|costs?|value)\s(?:of|is|are|comes?\sto)\s"
    r"(?:(?:about|approximately|roughly|nearly|over|more\sthan|some)\s)?$",
    re.IGNORECASE,
)
_TOTALLING = re.compile(
    rf"\b(?P<count>{WHOLE})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]+s)\s(?:[a-z]+\s){{0,5}}?"
    r"(?:total(?:s|ing)?|cost|are\sworth|amount\sto|add\sup\sto|come\sto|sum\sto)\s"
    r"(?:(?:about|approximately|roughly|nearly|over|more\sthan|some|just\s(?:under|over))\s)?$",
    re.IGNORECASE,
)
_MEASURE = r"(?P<kind>(?:[a-z-]+\s){0,2}?)(?P<measure>budget|contract|grant|appropriation|price|cost)"
_COSTS = re.compile(
    r"\b(?:costs|(?:will|to|would)\scost)\s(?:(?:about|approximately|roughly|nearly|over|more\sthan|some)\s)?$",
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,5}"
_SUBJECT = re.compile(rf"^(?:The\s)?(?P<name>{_CAPITALS})(?P<thing>(?:\s[a-z]+){{0,2}})\s(?:has|will|is|costs)\b")
_ROUGHLY = r"(?:(?:about|approximately|roughly|nearly|over|more\sthan|some|just\s(?:under|over))\s)?$"
_WORTH = re.compile(
    r"\b(?:portfolio|projects|program|programme|register|budgets)\b[^.;$€£]{0,40}?"
    rf"\b(?:totals?|totaling|is worth|are worth|amounts? to|adds? up to)\s{_ROUGHLY}",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?P<count>{WHOLE})\s(?:[a-z]+\s){{0,2}}?(?:projects|initiatives)\b", re.IGNORECASE)
_BEFORE_SUM = re.compile(
    rf"\b{_MEASURE}\s(?:(?:of|for)\s(?:the\s)?[^$€£.;,]{{3,70}}?\s)?(?:of|is|at|totals|stands\sat|amounts\sto|is\sset\sat)\s"
    r"(?:(?:about|approximately|roughly|nearly|over|more\sthan|some)\s)?$",
    re.IGNORECASE,
)
_SAME_KIND = word_set("a an the its has have total overall approved current project with and whole full entire")
_OTHER_TIME = re.compile(
    r"\b(?:original\w*|initial\w*|increas\w+|decreas\w+|rose|reduc\w+|revised|previous\w*|last year|was|were|"
    r"additional|amend\w*|propos\w*|request\w*|from|phase|annual\w*|per year|each year|remaining)\b",
    re.IGNORECASE,
)


def check_budgets(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    yield from _overspent(memo, statements)
    for statement in statements:
        yield from _remainders(memo, statement)
        yield from _totals(memo, statement)
        yield from _table_totals(memo, statement)
    yield from _given_twice(memo, statements)


def _overspent(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    """More spent than the budget, and nothing said of it."""
    for project in memo.projects:
        if project.budget is None or project.spent is None or project.budget.currency != project.spent.currency:
            continue
        names = names_index([name_to_forms(project.project, project.aliases)])
        told = [project.issue or "", *(s.text for s in statements if find_names(s.folded, names))]
        if project.spent.amount > project.budget.amount > 0 and not any(_SAID_OVER.search(text) for text in told):
            yield _finding(
                memo,
                f"{project.project} has spent {project.spent.text} of a budget of {project.budget.text}.",
                stated=project.budget.text,
                computed=project.spent.text,
                evidence=(*field_to_places(project, "spent"), *field_to_places(project, "budget")),
            )


def _remainders(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Of $2.0 million, $1.2 million has been spent, leaving $600,000``."""
    sums = [quantity for quantity in find_quantities(statement.text) if quantity.kind == "money"]
    left = [q for q in sums if _is_left(statement.text, q)]
    if len(sums) != 3 or len(left) != 1 or not _SPENT.search(statement.text):
        return
    whole, part = sorted((q for q in sums if q is not left[0]), key=lambda q: -q.value)
    if any(read_hedge(statement.text[: q.start]) != "none" for q in sums):
        return
    slack = sum((q.step / 2 for q in sums if q.step > 1), Decimal(0))
    rest = whole.value - part.value
    if abs(rest - left[0].value) > slack:
        yield _finding(
            memo,
            f"The memo says that {left[0].text} of {whole.text} is left; less {part.text} it is "
            f"{whole.text[0]}{rest:,.0f}.",
            stated=left[0].text,
            computed=f"{whole.text[0]}{rest:,.0f}",
            evidence=statement.places[:1],
        )


def _is_left(text: str, quantity: Quantity) -> bool:
    return bool(_LEFT.search(text[: quantity.start]) or _IS_LEFT.search(text[quantity.end :]))


def _totals(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``Four projects with a combined budget of $4.2 million``, where the four budgets are given."""
    listed = [project for project in memo.projects if is_open(project)]
    budgets = [project.budget for project in listed if project.budget is not None]
    for quantity in find_quantities(statement.text):
        before = statement.text[: quantity.start]
        match = _TOTAL.search(before) or (_COUNTED.search(statement.text) if _WORTH.search(before) else None)
        if match is None or quantity.kind != "money" or len(budgets) < 2:
            continue
        if len(budgets) != len(listed) or whole_number(match["count"]) != len(budgets):
            continue
        total = sum((budget.amount for budget in budgets), Decimal(0))
        if not fits(read_hedge(statement.text[: quantity.start]), quantity.value, total, step=quantity.step):
            places = [place for project in listed for place in field_to_places(project, "budget")]
            yield _finding(
                memo,
                f"The memo gives {quantity.text} for {match['count'].lower()} projects; their budgets add up to "
                f"{quantity.text[0]}{total:,.0f}.",
                stated=quantity.text,
                computed=f"{quantity.text[0]}{total:,.0f}",
                evidence=(*statement.places[:1], *places),
            )


def _table_totals(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``The four contracts below total $9.4 million``, with a table of four sums in the same section."""
    for quantity in find_quantities(statement.text):
        match = _TOTALLING.search(statement.text[: quantity.start])
        if match is None or quantity.kind != "money":
            continue
        for table in section_tables(memo, statement):
            columns = [column for column in money_columns(table) if len(column) == whole_number(match["count"])]
            sums = [sum((amount.value for _, amount in column), Decimal(0)) for column in columns]
            hedge = read_hedge(statement.text[: quantity.start])
            if len(sums) != 1 or fits(hedge, quantity.value, sums[0], step=quantity.step):
                continue
            yield _finding(
                memo,
                f"The memo gives {quantity.text} for {match['count'].lower()} {match['noun']}; the lines of the table "
                f"add up to {quantity.text[0]}{sums[0]:,.0f}.",
                stated=quantity.text,
                computed=f"{quantity.text[0]}{sums[0]:,.0f}",
                evidence=(
                    *statement.places[:1],
                    *(p for cell, _ in columns[0] for p in cell_places(memo, table, cell)),
                ),
            )


def _given_twice(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    """One budget of one project with two values, in two sentences or in a sentence and a table."""
    told: dict[tuple[str, str], list[tuple[Quantity, tuple[Place, ...], str]]] = defaultdict(list)
    for project in memo.projects:
        for quantity in find_quantities(project.budget.text) if project.budget and project.source != "prose" else ():
            told[fold_name(project.project), "budget"].append(
                (quantity, field_to_places(project, "budget"), project.project)
            )
    names = names_index([_forms(memo, name) for name in _names(memo)])
    for statement in statements:
        stated, measure = _budget_of(statement)
        named = {key for _, key in find_names(statement.folded, names)} if stated else set()
        subject = _SUBJECT.match(statement.text) if stated and not named else None
        if stated and (subject or len(named) == 1):
            name = f"{subject['name']}{subject['thing']}" if subject else _names(memo)[named.pop()]
            told[fold_name(name), measure].append((stated, statement.places, name))
    for (_, measure), values in told.items():
        yield from _different(memo, measure, values)


def _names(memo: Memo) -> list[str]:
    """What a budget may be of: the projects, and the memo's own subject."""
    subject = memo.letterhead.subject or ""
    names = [project.project for project in memo.projects]
    known = {fold_name(name) for name in names}
    return names + ([subject] if len(subject.split()) > 1 and fold_name(subject) not in known else [])


def _forms(memo: Memo, name: str) -> list[str]:
    project: Project | None = next((p for p in memo.projects if p.project == name), None)
    return name_to_forms(name, project.aliases if project else ())


def _budget_of(statement: Statement) -> tuple[Quantity | None, str]:
    """``has a total budget of $12.4 million``: the sum and what it measures."""
    if _OTHER_TIME.search(statement.text):
        return None, ""
    for quantity in find_quantities(statement.text):
        match = _BEFORE_SUM.search(statement.text[: quantity.start])
        if quantity.kind == "money" and _COSTS.search(statement.text[: quantity.start]):
            return quantity, "cost"
        if match and quantity.kind == "money":
            kind = " ".join(word for word in match["kind"].lower().split() if word not in _SAME_KIND)
            return quantity, f"{kind} {match['measure'].lower()}".strip()
    return None, ""


def _different(
    memo: Memo, measure: str, values: Sequence[tuple[Quantity, tuple[Place, ...], str]]
) -> Iterator[Finding]:
    first, places, name = values[0]
    other = next((value for value in values[1:] if not agree(first, value[0])), None)
    if other is not None and len({value[0].value for value in values}) == 2:
        yield _finding(
            memo,
            f"The memo gives {first.text} for the {measure} of {name} and, elsewhere, {other[0].text}.",
            stated=first.text,
            computed=other[0].text,
            evidence=(*places[:1], *other[1][:1]),
            kind="restatement",
        )


def _finding(
    memo: Memo, message: str, *, stated: str, computed: str, evidence: tuple[Place, ...], kind: str = "sum"
) -> Finding:
    return Finding(
        kind="restatement" if kind == "restatement" else "sum",
        severity="warning",
        message=message,
        stated=stated,
        computed=computed,
        memo=memo.id,
        evidence=evidence,
    )
