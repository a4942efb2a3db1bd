"""What became of every project of both memos, one word each, for the bridge to count."""

from collections.abc import Iterator, Sequence

from answer.comparison.bridge import Came, Fates, Went
from answer.comparison.changes import is_open
from answer.comparison.comings import Come
from answer.comparison.goings import Gone
from answer.comparison.identity import Identity
from answer.comparison.scales import Scales
from records.comparison import Change
from records.facts import Project
from records.memo import Memo

_WENT: dict[str, Went] = {
    "completed": "completed",
    "completed_with_residual": "completed",
    "cancelled": "cancelled",
    "merged": "merged",
    "split": "split",
}


_NAMED_ONLY: Went = "named_only"
_NOT_LISTED: Went = "not_listed"
_FIRST_LISTED: Came = "first_listed"
_FORMED: Came = "formed"
_REOPENED: Came = "reopened"


def find_fates(
    old: Memo,
    new: Memo,
    identity: Identity,
    *,
    gone: Gone,
    come: Come,
    scales: Scales,
) -> Fates:
    pairs = [(pair.old, pair.new) for pair in identity.matching.pairs]
    known = {now for _, now in pairs} | identity.matching.unclear_new()
    return Fates(
        pairs=pairs,
        went={
            **{
                position: _how_it_went(changes[0], doubted=position in gone.doubted)
                for position, changes in gone.changes.items()
                if changes
            },
            **dict.fromkeys(gone.kept, _NAMED_ONLY),
            **dict.fromkeys(gone.not_listed, _NOT_LISTED),
            **dict(_closed(pairs, old.projects, new.projects)),
        },
        came={
            **{
                position: _how_it_came(change, doubted=position in come.doubted)
                for position, change in come.changes.items()
            },
            **dict.fromkeys(come.first_listed, _FIRST_LISTED),
            **dict.fromkeys(identity.parts - known, _FORMED),
            **dict.fromkeys((now for was, now in pairs if not is_open(old.projects[was])), _REOPENED),
        },
        rescaled=[(was, now) for was, now in pairs if scales.is_rescaled(old.projects[was], new.projects[now])],
    )


def _closed(
    pairs: Sequence[tuple[int, int]], old: Sequence[Project], new: Sequence[Project]
) -> Iterator[tuple[int, Went]]:
    for was, now in pairs:
        if not is_open(new[now]):
            yield was, "completed" if new[now].status == "complete" else "cancelled"


def _how_it_went(change: Change, *, doubted: bool) -> Went:
    """One that is named without a record, or told to be on hold, is no longer rated; it is not known to be gone."""
    if change.kind != "dropped":
        return _WENT.get(change.kind, "named_only")
    if change.evidence_new:
        return "named_only"
    return "not_listed" if doubted else "dropped"


def _how_it_came(change: Change, *, doubted: bool) -> Came:
    if change.kind == "re_entered":
        return "re_entered"
    return "first_listed" if doubted and change.kind == "joined" else "new"
