"""A person's decisions on names, as positions in two memos.

Confirmed names hang together: with "Dock Sales" = "Ferry Ticketing" and "Ferry Ticketing" = "Harbor Pass", the memo
before and the memo after the middle one are linked too. A pair that was set apart is set apart whatever else says so.
"""

from collections.abc import Iterable, Sequence

from answer.comparison.names import fold_name
from records.facts import Project
from records.identity import Decision
from records.memo import Memo

Pair = tuple[int, int]


def decided_pairs(decisions: Sequence[Decision], old: Memo, new: Memo) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """The pairs of positions that are one project, and those that are not."""
    holding = [decision for decision in decisions if _holds_for(decision, old) and _holds_for(decision, new)]
    if not holding:
        return frozenset(), frozenset()
    apart = frozenset(
        pair for decision in holding if not decision.same for pair in _positions(_names(decision), old, new)
    )
    same = frozenset(pair for group in _one_project(holding) for pair in _positions(group, old, new))
    return frozenset(pair for pair in same - apart if _is_only_one(pair, same - apart)), apart


def names_apart(name: str, decisions: Sequence[Decision], memo: Memo) -> frozenset[str]:
    """The names, folded, that a person has set apart from ``name`` as far as this memo goes."""
    wanted = fold_name(name)
    undone = (_names(each) for each in decisions if not each.same and _holds_for(each, memo))
    return frozenset(other for names in undone if wanted in names for other in names - {wanted})


def _holds_for(decision: Decision, memo: Memo) -> bool:
    if decision.body is not None and fold_name(decision.body) != fold_name(memo.letterhead.body or ""):
        return False
    day = memo.letterhead.date
    if day is None:
        return decision.valid_from is None and decision.valid_to is None
    return (decision.valid_from or day) <= day <= (decision.valid_to or day)


def _names(decision: Decision) -> frozenset[str]:
    return frozenset({fold_name(decision.name_one), fold_name(decision.name_other)})


def _one_project(decisions: Iterable[Decision]) -> list[frozenset[str]]:
    """The confirmed names, those that are linked in one set."""
    groups: list[frozenset[str]] = []
    for decision in decisions:
        if decision.same:
            names = _names(decision)
            linked = [group for group in groups if group & names]
            groups = [group for group in groups if not group & names] + [names.union(*linked)]
    return groups


def _positions(names: frozenset[str], old: Memo, new: Memo) -> list[Pair]:
    """Pairs of two of the names; the same name on both sides is decided only by a decision on that one name."""
    return [
        (was, now)
        for was, name_old in _bearing(names, old.projects)
        for now, name_new in _bearing(names, new.projects)
        if name_old != name_new or len(names) == 1
    ]


def _bearing(names: frozenset[str], projects: Sequence[Project]) -> list[tuple[int, str]]:
    folded = [(position, fold_name(project.project)) for position, project in enumerate(projects)]
    return [(position, name) for position, name in folded if name in names]


def _is_only_one(pair: Pair, pairs: Iterable[Pair]) -> bool:
    """Where two projects of one memo bear a confirmed name, the decision doesn't say which is meant."""
    return not any(other != pair and (other[0] == pair[0] or other[1] == pair[1]) for other in pairs)
