"""How the number of open projects gets from one memo to the next, with what does not add up printed.

Counted are the projects the memos name. A project whose identity is unclear is counted on its own side but claimed as
neither joined nor left, so it stands in the residual.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from answer.comparison.changes import is_open
from records.comparison import Bridge
from records.facts import STATUSES, Project

NO_STATUS = "not_stated"


def build_bridge(
    old: Sequence[Project],
    new: Sequence[Project],
    *,
    pairs: Collection[tuple[int, int]],
    unclear_old: Collection[int] = (),
    unclear_new: Collection[int] = (),
) -> Bridge:
    """``pairs`` are positions of one project in both lists."""
    open_old = {position for position, project in enumerate(old) if is_open(project)}
    open_new = {position for position, project in enumerate(new) if is_open(project)}
    stayed = [(was, now) for was, now in pairs if was in open_old and now in open_new]
    left = open_old - {was for was, _ in stayed} - set(unclear_old)
    joined = open_new - {now for _, now in stayed} - set(unclear_new)
    opening, closing = len(open_old), len(open_new)
    return Bridge(
        opening=opening,
        joined=len(joined),
        left=len(left),
        closing=closing,
        residual=closing - (opening + len(joined) - len(left)),
        by_status=_by_status(old, new),
    )


def _by_status(old: Sequence[Project], new: Sequence[Project]) -> tuple[tuple[str, int, int], ...]:
    """The open statuses that occur, worst first, and how many state none."""
    before = Counter(project.status or NO_STATUS for project in old if is_open(project))
    after = Counter(project.status or NO_STATUS for project in new if is_open(project))
    return tuple((s, before[s], after[s]) for s in (*STATUSES, NO_STATUS) if before[s] or after[s])
