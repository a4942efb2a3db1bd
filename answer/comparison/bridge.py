"""How the number of open projects gets from one memo to the next, with what does not add up printed.

Counted are the projects the memos name. A project whose identity is unclear is counted on its own side but claimed as
neither joined nor left, so it stands in the residual. A status is worse or better than another only among the colours;
a move to "on hold" or to no status at all is neither.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from answer.comparison.changes import is_open
from answer.comparison.scales import is_worse
from records.comparison import Bridge, StatedCount, StatusFlow
from records.facts import STATUSES, Project

NO_STATUS = "not_stated"

Went = Literal["completed", "cancelled", "dropped", "merged", "split", "named_only", "not_listed"]
Came = Literal["new", "re_entered", "reopened", "formed", "first_listed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What became of the projects, by their positions in the two lists. ``pairs`` are one project in both,
    ``rescaled`` those of them whose status only reads differently; who is in none of these is unclear."""

    pairs: Collection[tuple[int, int]]
    went: Mapping[int, Went] = field(default_factory=dict)
    came: Mapping[int, Came] = field(default_factory=dict)
    rescaled: Collection[tuple[int, int]] = ()


def build_bridge(
    old: Sequence[Project],
    new: Sequence[Project],
    fates: Fates,
    *,
    stated_opening: StatedCount | None = None,
    stated_closing: StatedCount | None = None,
) -> Bridge:
    open_old = {position for position, project in enumerate(old) if is_open(project)}
    open_new = {position for position, project in enumerate(new) if is_open(project)}
    stayed = [(was, now) for was, now in fates.pairs if was in open_old and now in open_new]
    left = {was: how for was, how in fates.went.items() if was in open_old}
    joined = {now: how for now, how in fates.came.items() if now in open_new}
    went, came = Counter(left.values()), Counter(joined.values())
    opening, closing = len(open_old), len(open_new)
    return Bridge(
        opening=opening,
        joined=len(joined),
        left=len(left),
        closing=closing,
        residual=closing - (opening + len(joined) - len(left)),
        by_status=_by_status(old, new),
        completed=went["completed"],
        cancelled=went["cancelled"],
        dropped=went["dropped"],
        merged=went["merged"],
        split=went["split"],
        named_only=went["named_only"],
        not_listed=went["not_listed"],
        new=came["new"],
        re_entered=came["re_entered"],
        reopened=came["reopened"],
        formed=came["formed"],
        first_listed=came["first_listed"],
        flows=_flows(old, new, stayed=stayed, left=left, joined=joined, rescaled=fates.rescaled),
        stated_opening=stated_opening,
        stated_closing=stated_closing,
    )


def _by_status(old: Sequence[Project], new: Sequence[Project]) -> tuple[tuple[str, int, int], ...]:
    """The open statuses that occur, worst first, and how many state none."""
    before = Counter(_status(project) for project in old if is_open(project))
    after = Counter(_status(project) for project in new if is_open(project))
    return tuple((s, before[s], after[s]) for s in (*STATUSES, NO_STATUS) if before[s] or after[s])


def _flows(
    old: Sequence[Project],
    new: Sequence[Project],
    *,
    stayed: Collection[tuple[int, int]],
    left: Collection[int],
    joined: Collection[int],
    rescaled: Collection[tuple[int, int]],
) -> tuple[StatusFlow, ...]:
    """One flow for each open status that occurs."""
    out, into = Counter(_status(old[was]) for was in left), Counter(_status(new[now]) for now in joined)
    moves: Counter[tuple[str, str]] = Counter()
    for was, now in stayed:
        before, after = _status(old[was]), _status(new[now])
        if before == after:
            continue
        if (was, now) in rescaled:
            kind_out, kind_in = "rescaled_out", "rescaled_in"
        else:
            kind_out, kind_in = _MOVES[is_worse(before, after)]
        moves[before, kind_out] += 1
        moves[after, kind_in] += 1
    return tuple(
        _flow(status, opening, closing, joined=into[status], left=out[status], moves=moves)
        for status, opening, closing in _by_status(old, new)
    )


_MOVES: dict[bool | None, tuple[str, str]] = {
    True: ("worsened_out", "worsened"),
    False: ("improved", "improved_into"),
    None: ("other_out", "other_in"),
}
"""What a move to a worse, a better or another status is to the one it leaves, and to the one it reaches."""


def _flow(
    status: str, opening: int, closing: int, *, joined: int, left: int, moves: Counter[tuple[str, str]]
) -> StatusFlow:
    come = moves[status, "worsened"] + moves[status, "improved_into"] + joined
    gone = moves[status, "improved"] + moves[status, "worsened_out"] + left
    other = moves[status, "other_in"] - moves[status, "other_out"]
    rescaled = moves[status, "rescaled_in"] - moves[status, "rescaled_out"]
    return StatusFlow(
        status=status,
        opening=opening,
        worsened=moves[status, "worsened"],
        improved_into=moves[status, "improved_into"],
        joined=joined,
        improved=moves[status, "improved"],
        worsened_out=moves[status, "worsened_out"],
        left=left,
        other=other,
        rescaled=rescaled,
        closing=closing,
        residual=closing - (opening + come - gone + other + rescaled),
    )


def _status(project: Project) -> str:
    return project.status or NO_STATUS
