"""Which project of one memo is which of another: one best assignment over both lists, with abstention.

Evidence is added up as log-odds: name, description, department, budget, and how many candidates there are. The weights
were fitted on published lists of projects whose pairs were matched by hand (tests/bench/bench_identity.py measures
them on other years). A pair with a rival that would fit nearly as well is not claimed; it is handed back as ambiguous.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answer.comparison.names import find_acronyms, fold_name, name_to_forms
from answer.comparison.similarity import Matrix, compare_names, compare_texts
from answer.questions.words import content_words, stem
from records.facts import Project

_BASE = -2.7
_WORDS, _CONTAINED, _LETTERS, _TRIPLES = 1.4, 2.4, 1.5, 1.7
_TEXT, _TEXT_NEUTRAL = 2.9, 0.2
_SAME_TEXT, _SAME_TEXT_FROM, _SAME_TEXT_WORDS = 2.0, 0.9, 8
_BUDGET, _BUDGET_NEUTRAL, _BUDGET_FLOOR = 1.4, 0.7, -1.0
_OTHER_DEPARTMENT = -1.7
_OTHER_NUMBER = -0.7

SAME_NAME = 5.0
"""Log-odds of one and the same name that nobody else in either memo bears."""

STATED = 8.0
"""Log-odds of a pair that a memo states outright ("formerly known as")."""

MARGIN = 1.0
"""A rival this close (in log-odds) makes a pair ambiguous."""

_NUMBER_WORDS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_NUMBER = re.compile(r"\b(?:\d{1,4}|iii|ii|iv)\b|(?<=phase )[iv]\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``old`` and ``new`` are positions in the two lists."""

    old: int
    new: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """``ambiguous`` holds pairs that were best but not clearly so: nothing is claimed of any project in them.

    ``sure_old[i]`` is how sure it is that ``old[i]`` has no partner, were it left over; ``sure_new`` likewise.
    """

    pairs: tuple[Match, ...]
    ambiguous: tuple[Match, ...]
    sure_old: tuple[float, ...]
    sure_new: tuple[float, ...]

    def unclear_old(self) -> frozenset[int]:
        return frozenset(match.old for match in self.ambiguous)

    def unclear_new(self) -> frozenset[int]:
        return frozenset(match.new for match in self.ambiguous)


def match_projects(
    old: Sequence[Project],
    new: Sequence[Project],
    *,
    stated: Collection[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> Matching:
    """``stated`` are pairs that a memo or a person names as one project, ``apart`` those that a person says are not."""
    if not old or not new:
        return Matching(pairs=(), ambiguous=(), sure_old=(1.0,) * len(old), sure_new=(1.0,) * len(new))
    scores = _as_said(log_odds(old, new), stated, apart)
    chosen = _assign(scores)
    unclear = _with_a_rival(scores, chosen)
    matches = [
        (pair, Match(old=pair[0], new=pair[1], confidence=round(_probability(scores[pair]), 4))) for pair in chosen
    ]
    return Matching(
        pairs=tuple(match for pair, match in matches if pair not in unclear),
        ambiguous=tuple(match for pair, match in matches if pair in unclear),
        sure_old=_sureness(scores, [column for _, column in chosen]),
        sure_new=_sureness(scores.T, [row for row, _ in chosen]),
    )


def log_odds(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    acronyms = _acronyms((*old, *new))
    names = compare_names(
        [name_to_forms(project.project, project.aliases, acronyms=acronyms) for project in old],
        [name_to_forms(project.project, project.aliases, acronyms=acronyms) for project in new],
    )
    likeness = _WORDS * names.words + _CONTAINED * names.contained + _LETTERS * names.letters + _TRIPLES * names.triples
    scores: Matrix = _BASE + likeness + _texts(old, new) + _budgets(old, new) + _numbers(old, new)
    scores = scores + _departments_and_choice(old, new)
    return np.where(_same_unique_names(old, new), np.maximum(scores, SAME_NAME), scores)


def _as_said(scores: Matrix, stated: Collection[tuple[int, int]], apart: Collection[tuple[int, int]]) -> Matrix:
    """A stated pair leaves its two projects no other partner, unless two statements speak of the same project."""
    pairs = set(stated) - set(apart)
    often_row, often_column = Counter(row for row, _ in pairs), Counter(column for _, column in pairs)
    said = scores.copy()
    for row, column in pairs:
        if often_row[row] == often_column[column] == 1:
            said[row, :] = said[:, column] = -np.inf
    for row, column in pairs:
        said[row, column] = max(scores[row, column], STATED)
    for row, column in apart:
        said[row, column] = -np.inf
    return said


def _assign(scores: Matrix) -> list[tuple[int, int]]:
    """The set of pairs, each project once, with the highest sum of log-odds; what is less likely than not stays out."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(-np.maximum(scores, 0.0))
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if scores[r, c] > 0]


def _with_a_rival(scores: Matrix, chosen: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs that could nearly as well be another: with a project left over, or by swapping partners with a pair."""
    free_rows = np.setdiff1d(np.arange(scores.shape[0]), [row for row, _ in chosen])
    free_columns = np.setdiff1d(np.arange(scores.shape[1]), [column for _, column in chosen])
    unclear = set()
    for row, column in chosen:
        rivals = np.concatenate([scores[row, free_columns], scores[free_rows, column]])
        if rivals.size and rivals.max() > max(0.0, scores[row, column] - MARGIN):
            unclear.add((row, column))
    return unclear | _swappable(scores, chosen)


def _swappable(scores: Matrix, chosen: list[tuple[int, int]]) -> set[tuple[int, int]]:
    rows, columns = [row for row, _ in chosen], [column for _, column in chosen]
    table = scores[np.ix_(rows, columns)]
    own = np.diag(table)
    swapped = table + table.T
    close = (swapped > own[:, None] + own[None, :] - MARGIN) & (np.minimum(table, table.T) > 0)
    np.fill_diagonal(close, val=False)
    return {pair for pair, near in zip(chosen, close, strict=True) if near.any()}


def _sureness(scores: Matrix, taken: list[int]) -> tuple[float, ...]:
    """How unlikely each row's best partner is among the columns that nobody took."""
    free = np.delete(scores, taken, axis=1)
    best = free.max(axis=1) if free.shape[1] else np.full(len(scores), -np.inf)
    return tuple(round(1 - _probability(score), 4) for score in best)


def _probability(score: float) -> float:
    return 0.0 if score < -700 else 1 / (1 + math.exp(-float(score)))


def _acronyms(projects: Sequence[Project]) -> dict[str, str]:
    found: dict[str, str] = {}
    for project in projects:
        for text in (project.project, *project.aliases, project.description or "", project.issue or ""):
            found = {**find_acronyms(text), **found}
    return found


def _texts(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    left, right = [_text_stems(project) for project in old], [_text_stems(project) for project in new]
    known = np.outer([bool(stems) for stems in left], [bool(stems) for stems in right])
    long = np.outer([len(s) >= _SAME_TEXT_WORDS for s in left], [len(s) >= _SAME_TEXT_WORDS for s in right])
    likeness = compare_texts(left, right)
    same = np.where(long & (likeness >= _SAME_TEXT_FROM), _SAME_TEXT, 0.0)
    return np.where(known, _TEXT * (likeness - _TEXT_NEUTRAL) + same, 0.0)


def _text_stems(project: Project) -> list[str]:
    """Descriptions are about the project; what is wrong with it this year is not."""
    return [stem(word) for word in content_words(project.description or "")]


def _budgets(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    left, right = _log_amounts(old), _log_amounts(new)
    distance = np.abs(left[:, None] - right[None, :])
    evidence = _BUDGET * np.maximum(_BUDGET_NEUTRAL - distance, _BUDGET_FLOOR)
    return np.where(np.isnan(distance), 0.0, evidence)


def _log_amounts(projects: Sequence[Project]) -> Matrix:
    amounts = [float(project.budget.amount) if project.budget else 0.0 for project in projects]
    return np.array([math.log(amount) if amount > 0 else math.nan for amount in amounts])


def _numbers(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """``Phase 1`` speaks against ``Phase 2``; a number on one side alone says nothing."""
    left, right = [_name_numbers(project) for project in old], [_name_numbers(project) for project in new]
    other = [[bool(a and b and a.isdisjoint(b)) for b in right] for a in left]
    return np.where(np.array(other, dtype=bool), _OTHER_NUMBER, 0.0)


def _name_numbers(project: Project) -> frozenset[str]:
    return frozenset(_NUMBER_WORDS.get(word, word) for word in _NUMBER.findall(fold_name(project.project)))


def _departments_and_choice(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """The more candidates a project has, the less one likeness proves; a department narrows them down."""
    left, right = [fold_name(p.department or "") for p in old], [fold_name(p.department or "") for p in new]
    sizes_left, sizes_right = Counter(left), Counter(right)
    both = np.outer([bool(name) for name in left], [bool(name) for name in right])
    same = np.array([[a == b for b in right] for a in left]) & both
    narrowed = np.sqrt(np.outer([sizes_left[name] for name in left], [sizes_right[name] for name in right]))
    candidates = np.where(same, narrowed, math.sqrt(len(old) * len(new)))
    return np.where(both & ~same, _OTHER_DEPARTMENT, 0.0) - np.log(candidates)


def _same_unique_names(old: Sequence[Project], new: Sequence[Project]) -> "NDArray[np.bool_]":
    left, right = [_whole_name(project) for project in old], [_whole_name(project) for project in new]
    often_left, often_right = Counter(left), Counter(right)
    unique = np.outer([often_left[name] == 1 for name in left], [often_right[name] == 1 for name in right])
    same: NDArray[np.bool_] = np.array([[a == b for b in right] for a in left]) & unique
    return same


def _whole_name(project: Project) -> str:
    return fold_name(project.project)
