"""Projects of the later memo that the earlier one has no record of: new, back again, or done in between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answer.comparison.changes import field_to_places, is_open
from answer.comparison.explained import Explanation
from answer.comparison.identity import Identity
from answer.comparison.links import oldest_first
from answer.comparison.listing import SURE, Doubt, Listing, doubt_to_note
from answer.comparison.names import fold_name, name_to_forms
from records.comparison import Change, Pairing
from records.facts import Project
from records.memo import Memo
from records.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Come:
    """The ``changes`` of the projects of the later memo without a partner, by their positions; ``first_listed`` are
    those that may have been among the projects which the earlier one counts and does not name, ``doubted`` those that
    may have been in it all the same."""

    changes: Mapping[int, Change]
    first_listed: tuple[int, ...] = ()
    doubted: frozenset[int] = frozenset()


def find_come(
    new: Memo, identity: Identity, listing: Listing, earlier: Sequence[Memo], possible: Mapping[int, Pairing]
) -> Come:
    """``listing`` is the earlier memo's; ``possible`` says which of its projects each may be."""
    known = {pair.new for pair in identity.matching.pairs} | identity.matching.unclear_new() | identity.parts
    said = {e.new: e for e in identity.explanations if e.kind == "re_entered"}
    come = {position: project for position, project in enumerate(new.projects) if position not in known}
    unsaid = [position for position, project in come.items() if is_open(project) and position not in said]
    doubt = listing.doubt(len(unsaid), "earlier", of=sum(map(is_open, new.projects)))
    first_listed = tuple(unsaid) if doubt.covered else ()
    return Come(
        changes={
            position: come_to_change(
                project,
                sureness=identity.matching.sure_new[position],
                back_from=last_memo_with(project, earlier),
                said=said.get(position),
                doubt=doubt,
                possible=possible.get(position),
            )
            for position, project in come.items()
            if position not in first_listed
        },
        first_listed=first_listed,
        doubted=frozenset(come) if doubt.reason else frozenset(),
    )


def come_to_change(
    project: Project,
    *,
    sureness: float,
    back_from: Memo | None,
    said: Explanation | None,
    doubt: Doubt = SURE,
    possible: Pairing | None = None,
) -> Change:
    """Closed ones were done in between; ``doubt`` is why one may not be new all the same, ``possible`` which project of
    the earlier memo it may be."""
    if project.status == "complete":
        return Change(
            kind="completed_with_residual" if project.residual else "completed",
            project_new=project.project,
            field="status",
            new=project.status,
            note=f"left open: {project.residual}" if project.residual else None,
            confidence=sureness,
            evidence_new=field_to_places(project, "status"),
        )
    if project.status == "cancelled":
        return Change(
            kind="cancelled",
            project_new=project.project,
            field="status",
            new=project.status,
            confidence=sureness,
            evidence_new=field_to_places(project, "status"),
        )
    returned = back_from is not None or said is not None
    return Change(
        kind="re_entered" if returned else "joined",
        project_new=project.project,
        new=project.status,
        silent=returned and said is None,
        uncertain=not returned and bool(doubt.reason or possible),
        confidence=sureness if returned else round(sureness * doubt.share, 4),
        note=_last_seen(back_from)
        if returned
        else doubt_to_note(doubt, possible.project_old if possible else None, possible),
        evidence_old=_places_in(back_from, project),
        evidence_new=(*(said.places if said else ()), *field_to_places(project, "status")),
    )


def last_memo_with(project: Project, earlier: Iterable[Memo]) -> Memo | None:
    """The latest of the memos before the two that reported the project under one of its names."""
    dated = [memo for memo in earlier if memo.letterhead.date is not None]
    for memo in (*reversed(oldest_first(dated)), *(memo for memo in earlier if memo.letterhead.date is None)):
        if any(_shares_a_name(project, other) for other in memo.projects):
            return memo
    return None


def _last_seen(memo: Memo | None) -> str | None:
    if memo is None:
        return None
    day = memo.letterhead.date
    return f"last reported in the memo of {f'{day:%B} {day.day}, {day.year}' if day else memo.document.file}"


def _places_in(memo: Memo | None, project: Project) -> tuple[Place, ...]:
    if memo is None:
        return ()
    return next(other.places[:1] for other in memo.projects if _shares_a_name(project, other))


def _shares_a_name(project: Project, other: Project) -> bool:
    return not _names(project).isdisjoint(_names(other))


def _names(project: Project) -> frozenset[str]:
    return frozenset(fold_name(form) for form in name_to_forms(project.project, project.aliases))
