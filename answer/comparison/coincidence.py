"""What it proves that two projects have the very same sum, end or owner.

By Fellegi and Sunter's rule an equal value speaks with log(m/u): m is how often a project keeps it from list to list, u
how often two different projects share it. In a short list u cannot be counted, since nearly every value stands alone;
so it is never taken for less than what long lists show for a value that is written as exactly. "$2 million" and "2031"
are shared by many, "$4,750,000" and "March 14, 2031" by hardly any. A value that differs says nothing: sums grow, ends
slip, people move on.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

from answer.comparison.names import fold_name
from answer.comparison.similarity import Matrix
from records.facts import Project

_SUM_KEPT, _END_KEPT, _OWNER_KEPT = 0.3, 0.3, 0.7

_SHARED_SUM = (1.0, 1 / 25, 1 / 60, 1 / 300, 1 / 1000)
"""How often two projects share a sum of so many digits before its noughts, or of more; a sum of 0 tells nothing."""

_SHARED_END = ((1, 1 / 60), (31, 1 / 25), (92, 1 / 12))
"""How often they share an end that is told to so many days, or fewer; one that is told to the year, very often."""

_YEAR_SHARED = 1 / 4
_SHARED_OWNER = 1 / 10


def compare_sums(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    return _proof(*([_sum(project) for project in side] for side in (old, new)), kept=_SUM_KEPT)


def compare_ends(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    return _proof(*([_end(project) for project in side] for side in (old, new)), kept=_END_KEPT)


def compare_owners(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    return _proof(*([_owner(project) for project in side] for side in (old, new)), kept=_OWNER_KEPT)


Value = tuple[Hashable | None, float]
"""A value and how often two different projects share one that is told as exactly."""


def _sum(project: Project) -> Value:
    if project.budget is None:
        return None, 1.0
    digits = len(str(int(project.budget.amount * 100)).rstrip("0"))
    return (project.budget.currency, project.budget.amount), _SHARED_SUM[min(digits, len(_SHARED_SUM) - 1)]


def _end(project: Project) -> Value:
    if project.end is None or project.end.last is None:
        return None, 1.0
    days = (project.end.last - (project.end.first or project.end.last)).days + 1
    return project.end.last, next((shared for most, shared in _SHARED_END if days <= most), _YEAR_SHARED)


def _owner(project: Project) -> Value:
    return fold_name(project.owner or "") or None, _SHARED_OWNER


def _proof(old: Sequence[Value], new: Sequence[Value], *, kept: float) -> Matrix:
    """Log-odds for each pair: 0 where the values differ, one is unknown, or everybody has it."""
    often_old, often_new = (Counter(value for value, _ in side if value is not None) for side in (old, new))
    others = max(1, often_old.total() + often_new.total() - 2)
    rows = [max(shared, (often_old[value] + often_new[value] - 2) / others) for value, shared in old]
    shared = np.maximum.outer(np.array(rows), np.array([shared for _, shared in new]))
    codes = {value: code for code, value in enumerate({value for value, _ in (*old, *new)} - {None})}
    left, right = (np.array([codes.get(value, none) for value, _ in side]) for side, none in ((old, -1), (new, -2)))
    proof: Matrix = np.where(left[:, None] == right[None, :], np.maximum(np.log(kept / shared), 0.0), 0.0)
    return proof
