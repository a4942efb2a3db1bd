"""Two memos made ready for whoever goes into the meeting: what changed, what was promised, what does not add up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.check import check
from answer.compare import compare
from answer.comparison.names import fold_name
from answer.promises import promises_in_order, promises_of
from records.answer import Finding
from records.comparison import Comparison
from records.facts import Project
from records.identity import Decision
from records.memo import Memo
from records.promises import Promise

_STANDING = ("red", "red_yellow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """``promises`` are those of the earlier memo, held against the later one. ``forgotten`` were made before the
    earlier memo, have fallen due, and no memo has come back to them. ``findings`` are of the later memo; ``standing``
    are its records of projects that were red in both."""

    comparison: Comparison
    promises: tuple[Promise, ...] = ()
    forgotten: tuple[Promise, ...] = ()
    findings: tuple[Finding, ...] = ()
    standing: tuple[Project, ...] = ()


def brief(old: Memo, new: Memo, *, earlier: Sequence[Memo] = (), decisions: Sequence[Decision] = ()) -> Briefing:
    """``earlier`` are the memos of the same body before ``old``, oldest first."""
    comparison = compare(old, new, earlier=earlier, decisions=decisions)
    return Briefing(
        comparison=comparison,
        promises=promises_of(old, new, decisions=decisions),
        forgotten=tuple(_forgotten((*earlier, old, new), old, decisions)) if earlier else (),
        findings=check(new, (*earlier, old)),
        standing=tuple(_standing(comparison, new)),
    )


def _forgotten(memos: Sequence[Memo], old: Memo, decisions: Sequence[Decision]) -> Iterator[Promise]:
    """Only what was promised in words: an end date that was never heard of again is told as a dropped project."""
    day = memos[-1].letterhead.date
    for promise in promises_in_order(memos, decisions=decisions):
        due = promise.due_now or promise.due
        is_due = due is not None and due.last is not None and day is not None and due.last < day
        if promise.kind == "statement" and promise.state == "unmentioned" and is_due and promise.memo != old.id:
            yield promise


def _standing(comparison: Comparison, new: Memo) -> Iterator[Project]:
    """Paired projects without a change of status are as they were."""
    paired = {fold_name(pair.project_new) for pair in comparison.unchanged}
    paired |= {fold_name(c.project_new) for c in comparison.changes if c.kind == "field_changed" and c.project_new}
    moved = {fold_name(c.project_new) for c in comparison.changes if c.field == "status" and c.project_new}
    for project in new.projects:
        if project.status in _STANDING and fold_name(project.project) in paired - moved:
            yield project
