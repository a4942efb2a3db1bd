"""Projects of the earlier memo that the later one has no record of: dropped, merged, split, cancelled, completed.

Absence is ``dropped``, never completion; a project that the later memo names anywhere is never dropped in silence, and
what its sentence says of it ("was completed") is the change. A project that was already closed in the earlier memo and
is absent from the later one has simply had its report: it is no change. Where the later memo counts more projects than
it names, one that is absent may be among the others: the change says so and is hardly claimed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from answer.comparison.changes import field_to_places, is_open
from answer.comparison.explained import Explanation
from answer.comparison.identity import Identity
from answer.comparison.listing import SURE, Doubt, Listing, doubt_to_note
from answer.comparison.mentions import Mention, find_mentions
from records.comparison import Change, ChangeKind, Pairing
from records.facts import Project
from records.memo import Memo


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The ``changes`` of the projects of the earlier memo without a partner, by their positions; ``kept`` are those of
    them that a sentence of the later memo tells with the status they had, ``not_listed`` those that may be among the
    projects which it counts and does not name, ``doubted`` those whose absence may mean nothing."""

    changes: Mapping[int, tuple[Change, ...]]
    kept: Mapping[int, Pairing]
    not_listed: tuple[int, ...] = ()
    doubted: frozenset[int] = frozenset()


def find_gone(old: Memo, new: Memo, identity: Identity, listing: Listing, possible: Mapping[int, Pairing]) -> Gone:
    """``listing`` is the later memo's; ``possible`` says which of its projects each may be."""
    known = {pair.old for pair in identity.matching.pairs} | identity.matching.unclear_old()
    gone = [position for position in range(len(old.projects)) if position not in known]
    mentions = find_mentions(new, [old.projects[position] for position in gone], others=new.projects)
    told = {position: mentions[number] for number, position in enumerate(gone) if number in mentions}
    rated = {position for position, mention in told.items() if mention.status is not None}
    unsaid = [p for p in gone if is_open(old.projects[p]) and p not in identity.ended and p not in rated]
    doubt = listing.doubt(len(unsaid), "later", of=sum(map(is_open, old.projects)))
    not_listed = tuple(unsaid) if doubt.covered else ()
    kept = {
        position: _kept(old.projects[position], mention, identity.matching.sure_old[position])
        for position, mention in told.items()
        if position not in identity.ended and mention.status == old.projects[position].status is not None
    }
    return Gone(
        changes={
            position: tuple(
                gone_to_changes(
                    old.projects[position],
                    identity.ended.get(position, ()),
                    new.projects,
                    sureness=identity.matching.sure_old[position],
                    mention=told.get(position),
                    doubt=doubt,
                    possible=possible.get(position),
                )
            )
            for position in gone
            if position not in not_listed and position not in kept
        },
        kept=kept,
        not_listed=not_listed,
        doubted=frozenset(gone) if doubt.reason else frozenset(),
    )


def _kept(project: Project, mention: Mention, sureness: float) -> Pairing:
    status = (mention.status or "").replace("_", " ")
    return Pairing(
        project_old=project.project,
        project_new=project.project,
        confidence=sureness,
        note=f"named on {mention.pages()} of the later memo, as {status}",
    )


def gone_to_changes(
    project: Project,
    explanations: Iterable[Explanation],
    new: Sequence[Project],
    *,
    sureness: float,
    mention: Mention | None = None,
    doubt: Doubt = SURE,
    possible: Pairing | None = None,
) -> Iterator[Change]:
    """What became of a project of the earlier memo that has no record in the later one; ``doubt`` is why its absence
    may mean nothing, ``possible`` who it may be."""
    explained = list(explanations)
    if not explained:
        if is_open(project):
            yield _mentioned(project, mention, sureness) if mention else _dropped(project, sureness, doubt, possible)
        return
    for explanation in explained:
        heir = new[explanation.new] if explanation.new is not None else None
        if explanation.kind == "cancelled":
            yield Change(
                kind="cancelled",
                project_old=project.project,
                field="status",
                old=project.status,
                new="cancelled",
                evidence_old=field_to_places(project, "status"),
                evidence_new=explanation.places,
            )
        elif explanation.kind in ("merged", "split") and heir is not None:
            yield Change(
                kind=explanation.kind,
                project_old=project.project,
                project_new=heir.project,
                old=project.project,
                new=heir.project,
                evidence_old=field_to_places(project, "status"),
                evidence_new=(*explanation.places, *heir.places[:1]),
            )


def _dropped(project: Project, sureness: float, doubt: Doubt, possible: Pairing | None) -> Change:
    return Change(
        kind="dropped",
        project_old=project.project,
        old=project.status,
        silent=True,
        uncertain=bool(doubt.reason or possible),
        confidence=round(sureness * doubt.share, 4),
        note=doubt_to_note(doubt, possible.project_new if possible else None, possible),
        evidence_old=field_to_places(project, "status"),
    )


_TOLD: dict[str, ChangeKind] = {"complete": "completed", "cancelled": "cancelled", "merged": "merged"}


def _mentioned(project: Project, mention: Mention, sureness: float) -> Change:
    """A project without a record that a sentence, heading or row of the later memo names."""
    if mention.status is None:
        return Change(
            kind="dropped",
            project_old=project.project,
            old=project.status,
            confidence=sureness,
            note=f"named on {mention.pages()}, without a status",
            evidence_old=field_to_places(project, "status"),
            evidence_new=mention.places,
        )
    if mention.status == "merged":
        return Change(
            kind="merged",
            project_old=project.project,
            old=project.project,
            confidence=sureness,
            evidence_old=field_to_places(project, "status"),
            evidence_new=mention.places,
        )
    kind = _TOLD.get(mention.status, "status_changed")
    return Change(
        kind="completed_with_residual" if mention.residual and kind == "completed" else kind,
        project_old=project.project,
        project_new=project.project,
        field="status",
        old=project.status,
        new=mention.status,
        note=f"left open: {mention.residual}" if mention.residual else None,
        confidence=sureness,
        evidence_old=field_to_places(project, "status"),
        evidence_new=mention.places,
    )
