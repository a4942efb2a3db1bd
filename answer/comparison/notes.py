"""What a reader of a comparison must know: what was not read, what is unclear, what only looks absent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answer.comparison.changes import is_open
from answer.comparison.listing import Listing
from answer.comparison.match import Matching
from answer.comparison.names import name_stems
from answer.comparison.scales import Scales
from records.comparison import Change, Pairing
from records.document import UNREAD_PROJECTS
from records.memo import Letterhead, Memo

_MOST_NAMED = 5
_EVEN = 0.6
"""A pair that is likelier than this and yet not claimed has a rival."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the notes are about. ``unclear`` are pairs that are not claimed; ``listings`` say whether the two memos name
    all of their projects, ``not_listed`` and ``first_listed`` how many may have been among the unnamed ones."""

    matching: Matching
    unclear: Sequence[Pairing]
    changes: Sequence[Change]
    scales: Scales
    listings: tuple[Listing, Listing]
    not_listed: int
    first_listed: int
    figures_paired: bool


def comparison_notes(old: Memo, new: Memo, found: Found) -> tuple[str, ...]:
    dropped = [change.project_old or "" for change in found.changes if change.kind == "dropped"]
    return (
        *_bodies(old, new),
        *_order(old, new),
        *_unread("earlier", old),
        *_unread("later", new),
        *_unclear(found.unclear),
        *_without_status(old, new, found.matching),
        *_scale(found.scales),
        *_unnamed(new, dropped),
        *_unlisted(new, found),
        *_figures_left_out(found.figures_paired),
    )


def _bodies(old: Memo, new: Memo) -> Iterator[str]:
    """``Harbor Committee`` and ``Honorable Chair and Harbor Committee`` are one body."""
    before, after = old.letterhead.body, new.letterhead.body
    if not before or not after:
        return
    one, other = frozenset(name_stems(before)), frozenset(name_stems(after))
    if not (one <= other or other <= one):
        yield (
            f"These memos are addressed to different bodies ({before}; {after}): a project of the one may never have "
            "been reported to the other."
        )


def _order(old: Memo, new: Memo) -> Iterator[str]:
    before, after = (_day(memo.letterhead) for memo in (old, new))
    if before and after and after < before:
        yield f"The memo given as the later one is dated {after}, before the other ({before})."
    if before is None or after is None:
        yield "At least one of the memos has no date, so which is the later one is taken from the order given."


def _day(head: Letterhead) -> date | None:
    """The memo's date; of a list without one the last day of what it gives the state of."""
    return head.date or (head.as_of.last if head.as_of else None)


def _unread(which: str, memo: Memo) -> Iterator[str]:
    pages = sorted({problem.page for problem in memo.problems if problem.loses_text and problem.page is not None})
    if pages:
        numbers = ", ".join(str(page) for page in pages)
        yield f"Of the {which} memo, text on page {numbers} was not read: a project that stands there looks absent."
    elif any(problem.loses_text for problem in memo.problems):
        yield f"Part of the {which} memo was not read: a project that stands there looks absent."
    tables = [problem.message for problem in memo.problems if problem.kind == UNREAD_PROJECTS]
    yield from (f"Of the {which} memo: {message}" for message in tables)


def _unclear(pairings: Sequence[Pairing]) -> Iterator[str]:
    for each in pairings:
        why = f" ({each.note})" if each.note else ""
        but = "another project fits nearly as well" if each.confidence > _EVEN else "too little speaks for it"
        yield f"{each.project_old} may be {each.project_new} in the later memo{why}, but {but}: nothing is claimed."


def _without_status(old: Memo, new: Memo, matching: Matching) -> Iterator[str]:
    """A project that is there but no longer rated has not kept its status; nor had one that was not rated yet."""
    pairs = [(old.projects[pair.old], new.projects[pair.new]) for pair in matching.pairs]
    unrated = [(after.project, before.status) for before, after in pairs if is_open(before) and after.status is None]
    first = [(before.project, after.status) for before, after in pairs if is_open(after) and before.status is None]
    yield from _unrated("later", "earlier", [(name, status) for name, status in unrated if status])
    yield from _unrated("earlier", "later", [(name, status) for name, status in first if status])


def _unrated(which: str, other: str, projects: Sequence[tuple[str, str]]) -> Iterator[str]:
    """One note a project; a list that rates nobody gets one for all."""
    if len(projects) > _MOST_NAMED:
        names = "; ".join(name for name, _ in projects[:_MOST_NAMED])
        rest = len(projects) - _MOST_NAMED
        yield (
            f"The {which} memo gives no status for {len(projects)} projects that the {other} memo rates: {names} and "
            f"{rest} more."
        )
        return
    for name, status in projects:
        yield f"The {which} memo gives no status for {name} (in the {other} memo: {status.replace('_', ' ')})."


def _scale(scales: Scales) -> Iterator[str]:
    if scales.old and scales.new and scales.differ:
        yield (
            f"The memos rate on different scales ({scales.old.label()}; {scales.new.label()}): a status that may mean "
            "the same on both is marked and not counted as changed."
        )


def _unlisted(new: Memo, found: Found) -> Iterator[str]:
    """Where a memo counts more projects than it names, who looks gone or new may have been there all along."""
    earlier, later = found.listings
    told = any(omission.kind == "unnamed_projects" for omission in new.omissions)
    if found.not_listed:
        yield f"{_listed('later', later)} {_may(found.not_listed)} of the earlier memo may be among the others."
    elif later.partial and not told and any(c.kind == "dropped" and not c.evidence_new for c in found.changes):
        yield f"{_listed('later', later)} A project that looks dropped may be among the others."
    if found.first_listed:
        yield f"{_listed('earlier', earlier)} {_may(found.first_listed)} of the later memo may have been there."
    elif earlier.partial and any(c.kind == "joined" for c in found.changes):
        yield f"{_listed('earlier', earlier)} A project that looks new may have been among the others."


def _may(count: int) -> str:
    return "One project" if count == 1 else f"{count} projects"


def _listed(which: str, listing: Listing) -> str:
    if listing.unread and not listing.partial:
        return f"No list of projects was found in the {which} memo."
    if listing.stated is None or not listing.unnamed:
        return f"The {which} memo says that it lists only some of its projects."
    return f"The {which} memo counts {listing.stated.stated} projects and names {listing.stated.named}."


def _figures_left_out(figures_paired: bool) -> Iterator[str]:
    if not figures_paired:
        yield "The texts are too long for their figures to be paired: changed figures are not listed."


def _unnamed(new: Memo, dropped: Sequence[str]) -> Iterator[str]:
    """Completed projects that are counted but not named, or stand in an attachment that the file does not hold."""
    for omission in new.omissions:
        if dropped and omission.kind in ("unnamed_projects", "attachment"):
            yield f"{omission.message.rstrip('.')}. A project that looks dropped may stand there."
