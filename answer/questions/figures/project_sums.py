"""Budgets of several projects added up, or their mean.

The projects are those that the question names, those of a status or a lead, or all; each must have a budget in one
currency, and a number that the question gives ("the two contracts") must fit.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.comparison.statements import memo_to_statements
from answer.questions.figures.arithmetic import is_round, money_text
from answer.questions.reading.attributes import left_over
from answer.questions.reading.named_projects import project_names
from answer.questions.reading.operations import TALK
from answer.questions.reading.spans import spans_of
from answer.questions.reading.status_words import OPEN, asked_statuses
from answer.questions.reading.words import PROJECT_WORD, stems
from answer.questions.reply import Case, answered
from records.answer import Answer
from records.facts import Project
from records.place import Place
from records.values import Money

_BUDGET = re.compile(r"\b(?:budget\w*|costs?|money|value|worth|price|funding|sum)\b", re.IGNORECASE)
_SUM_TALK = TALK | stems(
    "budget budgets budgeted cost costing money value worth price funding project contract release approved both lead "
    "led leads leading manage managed major active listed rated status red amber yellow green hold track risk schedule "
    "together add open current currently complete large run by officer own owned responsible"
)
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
_ALL = re.compile(rf"\b(?:all|every|the)\b.{{0,40}}\b{PROJECT_WORD}\b", re.IGNORECASE)
_SHARED_LEAST = 2
_MOST_SHOWN = 12


def project_sum_answer(case: Case) -> Answer | None:
    """ "What do the pier and the dock cost together?", "What is the mean budget of the amber projects?" """
    if not _BUDGET.search(case.asked.text) or re.search(r"\bspen[dt]|\bper\b", case.asked.text, re.IGNORECASE):
        return None
    rows = _chosen(case)
    sums = [row.budget for row in rows if row.budget is not None]
    if len(rows) < _SHARED_LEAST or len(sums) != len(rows) or len({money.currency for money in sums}) != 1:
        return None
    return _worked(case, rows, sums)


def _stated_total(case: Case, listed: int) -> tuple[Place, ...] | None:
    """The places where the memo says that it has as many projects as it lists; ``None`` where it does not."""
    noun = re.compile(rf"\b{PROJECT_WORD}\b", re.IGNORECASE)
    for statement in memo_to_statements(case.memo):
        for span in spans_of(statement.text, "count"):
            if span.value == listed > _SHARED_LEAST and noun.search(statement.text[span.end : span.end + 40]):
                return statement.places
    return None


def _numbers(case: Case) -> frozenset[str]:
    return stems(" ".join(str(number) for number in case.asked.numbers))


def _chosen(case: Case) -> tuple[Project, ...]:
    """The projects that the question speaks of, if it can be explained in full."""
    asked, projects = case.asked, case.memo.projects
    named = tuple(p for p in projects if any(stems(n) <= asked.stems for n in project_names(p)))
    if len(named) >= _SHARED_LEAST:
        words = frozenset().union(*(stems(" ".join(project_names(p))) for p in named))
        return () if left_over(asked, words, _SUM_TALK) else named
    return _of_one_name(case) or _of_kind(case)


def _of_one_name(case: Case) -> tuple[Project, ...]:
    """ "the two Gull Street contracts": as many projects as the question says share the name that it gives."""
    words = case.asked.stems - _SUM_TALK - _numbers(case)
    rows = tuple(p for p in case.memo.projects if words and words <= stems(p.project))
    return rows if len(rows) in case.asked.numbers else ()


def _of_kind(case: Case) -> tuple[Project, ...]:
    """The projects of a status, of a lead, or all that the memo says that it has."""
    asked = case.asked
    opened = tuple(p for p in case.memo.projects if p.status in OPEN)
    statuses = asked_statuses(asked.text)
    leads = [p.owner for p in opened if p.owner and stems(p.owner) <= asked.stems]
    own = frozenset(t.stem for t in asked.terms if case.gate.weights.is_everywhere(t)) | case.gate.context
    explained = (_SUM_TALK, own, _numbers(case), stems(leads[0]) if leads else frozenset())
    if left_over(asked, *explained) or _stated_total(case, len(opened)) is None:
        return ()
    if leads:
        return tuple(p for p in opened if p.owner == leads[0])
    if statuses:
        return tuple(p for p in opened if p.status in statuses)
    return opened if _ALL.search(asked.text) else ()


def _worked(case: Case, rows: Sequence[Project], sums: Sequence[Money]) -> Answer | None:
    total = sum((money.amount for money in sums), Decimal())
    sign = _SIGNS.get(sums[0].currency, "")
    millions = any(re.search(r"million|\dm\b", money.text) for money in sums) or total >= Decimal(1_000_000)
    mean = case.asked.operation == "average"
    result = total / len(rows) if mean else total
    shown = money_text(result, sign=sign, millions=millions and is_round(result, digits=-4))
    parts = " + ".join(money.label() for money in sums) if len(rows) <= _MOST_SHOWN else f"the {len(rows)} budgets"
    working = f"({parts}) / {len(rows)} = {shown}" if mean else f"{parts} = {shown}"
    names = ", ".join(row.project for row in rows) if len(rows) <= _MOST_SHOWN else f"{len(rows)} projects"
    text = f"{shown} ({working.rpartition(' = ')[0]}): {names}."
    places = [dict(row.field_places).get("budget", row.place) for row in rows]
    return answered(case, text, places, method="computed", confidence=0.78, values=[shown], working=working)
