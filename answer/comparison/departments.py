"""Whether two projects belong to one department, whose name may have changed between the two lists.

A department that is renamed keeps its projects: where those that kept their names moved together from one department
to another, the two are one. A department that only one of the lists knows speaks but half against.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from answer.comparison.names import fold_name, initials
from answer.comparison.similarity import Matrix
from records.facts import Project

_MOVED = 2
"""So many projects under the same name tell that a department was renamed."""


def same_departments(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """1 for one department, -1 for two, -0.5 where one of them may be the other renamed, 0 where nothing is known."""
    left, right = [_department(project) for project in old], [_department(project) for project in new]
    before, after = set(left), set(right)
    renamed = _renamed(old, new)

    def relate(a: str, b: str) -> float:
        if not a or not b:
            return 0.0
        if a == b or (a, b) in renamed or _abbreviated(a, b) or _abbreviated(b, a):
            return 1.0
        return -1.0 if a in after and b in before else -0.5

    rows, columns = sorted(before), sorted(after)
    table = np.array([[relate(a, b) for b in columns] for a in rows], dtype=np.float64)
    return table[np.ix_([rows.index(a) for a in left], [columns.index(b) for b in right])]


def _renamed(old: Sequence[Project], new: Sequence[Project]) -> set[tuple[str, str]]:
    often = Counter(fold_name(p.project) for p in old), Counter(fold_name(p.project) for p in new)
    where = {fold_name(project.project): _department(project) for project in new}
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    for project in old:
        name = fold_name(project.project)
        if often[0][name] == often[1][name] == 1:
            moves[_department(project)][where[name]] += 1
    before, after = {_department(project) for project in old}, {_department(project) for project in new}
    return {
        (a, b)
        for a, places in moves.items()
        for b, count in places.items()
        if count >= _MOVED and 2 * count >= places.total() and not (a in after and b in before)
    }


def _abbreviated(short: str, long: str) -> bool:
    """``"dpw"`` of ``"department of public works"``."""
    return short.replace(" ", "").upper() in initials(long)


def _department(project: Project) -> str:
    return fold_name(project.department or "")
