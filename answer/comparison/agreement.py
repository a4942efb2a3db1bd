"""Values that two projects may share, and that speak against a pair where they differ: budgets, starts, references.

What an equal value proves is counted by Fellegi and Sunter's rule: a value that a project keeps from list to list with
probability m, and that a share u of all projects bear, speaks with log(m/u) where it is equal and with log(1-m) where
it is not. A list's numbering is trusted as far as the names agree with it: row numbers prove nothing, nor do numbers
that were given out again.
"""

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from answer.comparison.names import fold_name
from answer.comparison.similarity import Matrix
from records.facts import Project

Mask = NDArray[np.bool_]

_OTHER_UNIT, _FEW = math.log(100), 3
_START_KEPT = 0.6

_TRUSTED_REFERENCE = 14.0
_OTHER_REFERENCE, _TAKEN_REFERENCE = -2.5, -5.0
_NAMES_AGREE = 0.5
_ROW_NUMBER = re.compile(r"\d{1,2}")
_LEAST_DIGITS = 6  # what must be equal of two numbers whose letters differ: "DH 0031-1314", "DOH 0031-1314"


def compare_budgets(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """The logarithm of new by old; NaN where unknown. A list in millions is moved beside a list in units."""
    left, right = _log_amounts(old), _log_amounts(new)
    change: Matrix = right[None, :] - left[:, None]
    namesakes = _equal([fold_name(p.project) for p in old], [fold_name(p.project) for p in new]) & ~np.isnan(change)
    shift = float(np.median(change[namesakes])) if namesakes.sum() >= _FEW else 0.0
    return change - shift if abs(shift) >= _OTHER_UNIT else change


def compare_starts(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """A start seldom moves: an equal one speaks for a pair, another one against it."""
    return _compare_values(*([p.start and p.start.first for p in side] for side in (old, new)), kept=_START_KEPT)


def compare_references(old: Sequence[Project], new: Sequence[Project], *, alike: Matrix, departments: Matrix) -> Matrix:
    """Near certainty for an equal reference, weak evidence against a pair whose references differ."""
    left, right = [_reference(project) for project in old], [_reference(project) for project in new]
    both = np.outer([bool(reference) for reference in left], [bool(reference) for reference in right])
    same = _same_references(left, right, departments)
    if not same.any():
        return np.zeros(both.shape)
    trust = (int((alike[same] >= _NAMES_AGREE).sum()) + 3) / (int(same.sum()) + 4)
    believed = max(0.0, 2 * trust - 1)
    taken = _in_row_or_column(same)
    other = np.where(taken, _TAKEN_REFERENCE, _OTHER_REFERENCE)
    return believed * np.where(same, _TRUSTED_REFERENCE, np.where(both, other, 0.0))


def _same_references(left: Sequence[str], right: Sequence[str], departments: Matrix) -> Mask:
    whole = equal_once(left, right)
    digits = equal_once([_digits(reference) for reference in left], [_digits(reference) for reference in right])
    return whole | (digits & ~_in_row_or_column(whole) & (departments > -1))


def _in_row_or_column(pairs: Mask) -> Mask:
    """Every pair of which one project stands in one of ``pairs``."""
    touched: Mask = np.logical_or(np.any(pairs, axis=1, keepdims=True), np.any(pairs, axis=0, keepdims=True))
    return touched


def _reference(project: Project) -> str:
    reference = re.sub(r"[^A-Z0-9]", "", (project.reference or "").upper())
    return "" if _ROW_NUMBER.fullmatch(reference) else reference


def _digits(reference: str) -> str:
    digits = re.sub(r"\D", "", reference)
    return digits if len(digits) >= _LEAST_DIGITS else ""


def _compare_values(old: Sequence[Hashable | None], new: Sequence[Hashable | None], *, kept: float) -> Matrix:
    """Log-odds; 0 where either side is ``None``. ``kept`` is m."""
    known = Counter(value for value in (*old, *new) if value is not None)
    equal = [0.0 if v is None else max(0.0, math.log(kept * (known.total() + 1) / (known[v] + 0.5))) for v in old]
    both = np.outer([value is not None for value in old], [value is not None for value in new])
    scores = np.where(_equal(old, new), np.array(equal)[:, None], math.log(1 - kept))
    return np.where(both, scores, 0.0)


def _equal(left: Sequence[Hashable], right: Sequence[Hashable]) -> Mask:
    codes: dict[Hashable, int] = {}
    rows = np.array([codes.setdefault(value, len(codes)) for value in left])
    columns = np.array([codes.setdefault(value, len(codes)) for value in right])
    same: Mask = rows[:, None] == columns[None, :]
    return same


def equal_once(left: Sequence[Hashable], right: Sequence[Hashable]) -> Mask:
    """Equal, not empty, and nobody else's in either list."""
    often = Counter(left), Counter(right)
    once = np.outer([bool(v) and often[0][v] == 1 for v in left], [bool(v) and often[1][v] == 1 for v in right])
    return once & _equal(left, right)


def _log_amounts(projects: Sequence[Project]) -> Matrix:
    amounts = [float(project.budget.amount) if project.budget else 0.0 for project in projects]
    return np.array([math.log(amount) if amount > 0 else math.nan for amount in amounts])
