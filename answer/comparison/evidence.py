"""Why two projects are taken for one: named pieces of evidence, each in log-odds, for every pair of two lists.

The weights were fitted on published lists whose pairs were matched by hand (tests/bench/bench_identity.py fits them
again and measures them on other years). What an equal reference or start date proves is counted from how rare it is in
the two lists themselves. Nothing here decides; ``match.py`` does.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import add

import numpy as np

from answer.comparison.agreement import compare_budgets, compare_references, compare_starts, equal_once
from answer.comparison.coincidence import compare_ends, compare_owners, compare_sums
from answer.comparison.departments import same_departments
from answer.comparison.names import (
    acronyms_to_words,
    fold_name,
    name_numbers,
    name_stems,
    name_to_forms,
    number_parts,
    spell_out,
)  # fmt: skip
from answer.comparison.similarity import Matrix, Terms, compare_names, compare_texts, corrected, rarities, shares_found
from answer.questions.reading.words import STOP, content_words, stem, tokens
from records.facts import Project

WEIGHTS = {
    "base": -5.6,
    "candidates": 0.73,
    "alike": 2.8,
    "rare": 2.5,
    "found_once": 1.2,
    "found_twice": 3.4,
    "whole": 1.0,
    "described": -0.8,
    "text": 2.1,
    "budgeted": 0.35,
    "grown": -0.3,
    "shrunk": -1.4,
    "other_department": -3.5,
    "other_number": -2.2,
    "same_sum": 1.0,
    "same_end": 1.0,
    "same_owner": 1.0,
    "start": 0.5,
    "reference": 1.0,
}
"""Log-odds for each unit of a measure. A start date counts half: nobody has measured it yet."""

PIECES = {
    "candidates": ("base", "candidates"),
    "name likeness": ("alike", "rare"),
    "name words": ("found_once", "found_twice", "whole"),
    "description": ("described", "text"),
    "budget": ("budgeted", "grown", "shrunk", "same_sum"),
    "department": ("other_department",),
    "number in the name": ("other_number",),
    "dates": ("start", "same_end"),
    "owner": ("same_owner",),
    "reference": ("reference",),
}
"""What a person is told a pair was matched for, and the measures behind it."""

SAME_NAME = 5.0
"""Log-odds, at least, of one name that nobody else bears; its reference may still speak against it."""

ONE_LEFT = -4.9
"""Log-odds of two projects with nothing alike, where one is left over on either side; each further one divides them.
Set so that among fifteen, as many as a department of the lists leaves over, it is what was fitted there."""

_WHOLE = 0.97  # of a name's words, by weight; "Elm Street Main" and "Oak Street Main" both lack one
_OPENING = 25  # words of a description; the first sentence often says the full name
_MOST_RARITY = 12.0  # three rare words; a longer name proves no more
_STEEPNESS = 1.08  # a cosine near 1 counts much more than one in the middle


def gather_evidence(
    old: Sequence[Project], new: Sequence[Project], *, weights: Mapping[str, float] = WEIGHTS
) -> dict[str, Matrix]:
    """The pieces of evidence for every pair; their sum is the pair's log-odds."""
    departments = same_departments(old, new)
    measures = measure_pairs(old, new, departments=departments)
    pieces = {piece: _total(weights[name] * measures[name] for name in names) for piece, names in PIECES.items()}
    likely = _total(scores for piece, scores in pieces.items() if piece != "reference")
    return {**pieces, "same name": np.maximum(_least_for_same_names(old, new, departments) - likely, 0.0)}


def measure_pairs(old: Sequence[Project], new: Sequence[Project], *, departments: Matrix) -> dict[str, Matrix]:
    """Every measure that ``WEIGHTS`` knows, for every pair."""
    names = _names(old, new)
    other_number = _other_numbers(old, new)
    return {
        "base": np.ones(departments.shape),
        "candidates": -np.log(_candidates(old, new, departments)),
        **names,
        **_descriptions(old, new),
        **_budgets(old, new),
        "other_department": np.maximum(-departments, 0.0),
        "other_number": other_number,
        "same_sum": (1 - other_number) * compare_sums(old, new),  # two phases of one work may well cost the same
        "same_end": (1 - other_number) * compare_ends(old, new),
        "same_owner": compare_owners(old, new),
        "start": compare_starts(old, new),
        "reference": compare_references(old, new, alike=names["alike"], departments=departments),
    }


def _total(scores: Iterable[Matrix]) -> Matrix:
    total: Matrix = np.sum(list(scores), axis=0)
    return total


def _names(old: Sequence[Project], new: Sequence[Project]) -> dict[str, Matrix]:
    names_old, names_new = ([number_parts(project.project) for project in side] for side in (old, new))
    names_old, names_new = corrected(names_old, names_new), corrected(names_new, names_old)
    spelled_old, spelled_new = acronyms_to_words(old, new)
    alike = compare_names(
        [name_to_forms(name, p.aliases, acronyms=spelled_old) for name, p in zip(names_old, old, strict=True)],
        [name_to_forms(name, p.aliases, acronyms=spelled_new) for name, p in zip(names_new, new, strict=True)],
    )
    left, right = [name_stems(name) for name in names_old], [name_stems(name) for name in names_new]
    spelled_left = [name_stems(spell_out(name, spelled_old)) for name in names_old]
    spelled_right = [name_stems(spell_out(name, spelled_new)) for name in names_new]
    weights = rarities([*map(add, left, spelled_left), *map(add, right, spelled_right)])
    rarity = [np.array([sum(weights[stem] for stem in set(stems)) for stems in side]) for side in (left, right)]
    openings = [_opening(project) for project in old], [_opening(project) for project in new]
    plain = _found(left, right, *openings, weights)
    spelled = _found(spelled_left, spelled_right, *openings, weights)
    there, back = np.maximum(plain[0], spelled[0]), np.maximum(plain[1], spelled[1])
    return {
        "alike": alike,
        "rare": alike * np.minimum(np.sqrt(np.outer(*rarity)), _MOST_RARITY) / 10,
        "found_once": np.maximum(there, back),
        "found_twice": np.sqrt(there * back),
        "whole": (np.maximum(there, back) >= _WHOLE).astype(np.float64),
    }


def _found(
    left: Sequence[Terms],
    right: Sequence[Terms],
    openings_left: Sequence[Terms],
    openings_right: Sequence[Terms],
    weights: dict[str, float],
) -> tuple[Matrix, Matrix]:
    """How much of each old name stands in the new name or the opening of its description, and the other way round."""
    texts_left = [(*name, *opening) for name, opening in zip(left, openings_left, strict=True)]
    texts_right = [(*name, *opening) for name, opening in zip(right, openings_right, strict=True)]
    return shares_found(left, texts_right, weights), shares_found(right, texts_left, weights).T


def _opening(project: Project) -> list[str]:
    words = tokens(" ".join((project.description or "").split()[:_OPENING]))
    return [stem(word) for word in words if word not in STOP]


def _descriptions(old: Sequence[Project], new: Sequence[Project]) -> dict[str, Matrix]:
    """Descriptions are about the project; what is wrong with it this year is not."""
    left, right = ([[stem(w) for w in content_words(p.description or "")] for p in side] for side in (old, new))
    both = np.outer([bool(stems) for stems in left], [bool(stems) for stems in right]).astype(np.float64)
    likeness = -np.log(_STEEPNESS - np.minimum(compare_texts(left, right), 1.0))
    return {"described": both, "text": both * likeness}


def _budgets(old: Sequence[Project], new: Sequence[Project]) -> dict[str, Matrix]:
    """Budgets grow over the years; one that falls to a third is seldom the same project's."""
    change = compare_budgets(old, new)
    known = ~np.isnan(change)
    change = np.where(known, np.clip(change, -3.0, 3.0), 0.0)
    return {"budgeted": known.astype(np.float64), "grown": np.maximum(change, 0), "shrunk": np.maximum(-change, 0)}


def _other_numbers(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """``Phase 1`` speaks against ``Phase 2``; a number on one side alone says nothing."""
    left, right = [name_numbers(p.project) for p in old], [name_numbers(p.project) for p in new]
    return np.array([[bool(a and b and a.isdisjoint(b)) for b in right] for a in left], dtype=np.float64)


def fewer_candidates(
    old: Sequence[Project], new: Sequence[Project], rows: Sequence[int], columns: Sequence[int]
) -> Matrix:
    """What is gained for a pair of the projects at ``rows`` and ``columns`` where only these are still to be paired.

    In a memo of twenty projects one likeness among the three that are left over proves more than among all.
    """
    here = np.ix_(rows, columns)
    departments = same_departments(old, new)
    among_all = WEIGHTS["base"] - WEIGHTS["candidates"] * np.log(_candidates(old, new, departments)[here])
    among_few = _candidates([old[row] for row in rows], [new[column] for column in columns], departments[here])
    gained: Matrix = np.maximum(ONE_LEFT - np.log(among_few) - among_all, 0.0)
    return gained


def _candidates(old: Sequence[Project], new: Sequence[Project], departments: Matrix) -> Matrix:
    """The more candidates a project has, the less one likeness proves; a department narrows them down."""
    left, right = [fold_name(p.department or "") for p in old], [fold_name(p.department or "") for p in new]
    sizes_left, sizes_right = Counter(left), Counter(right)
    narrowed = np.sqrt(np.outer([sizes_left[name] for name in left], [sizes_right[name] for name in right]))
    return np.where(departments > 0, narrowed, math.sqrt(len(old) * len(new)))


def _least_for_same_names(old: Sequence[Project], new: Sequence[Project], departments: Matrix) -> Matrix:
    """One name that nobody else bears, in the two lists or in the department of both, is one project; in two
    departments it may be two."""
    left, right = [fold_name(p.project) for p in old], [fold_name(p.project) for p in new]
    within = [
        [(name, fold_name(p.department or "")) for name, p in zip(names, side, strict=True)]
        for names, side in ((left, old), (right, new))
    ]
    in_lists, in_department = equal_once(left, right), equal_once(*within)
    sure = in_lists & (departments > -1) | in_department & (departments > 0)
    return np.where(sure, SAME_NAME, np.where(in_lists, 0.0, -np.inf))
