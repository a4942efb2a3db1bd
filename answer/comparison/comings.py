"""Projects that stand in one of two memos only: new, back again, dropped, merged, split, cancelled.

Absence is ``dropped``, never completion; a project that the later memo names anywhere is never dropped in silence, and
what its sentence says of it ("was completed") is the change. A project that was already closed in the earlier memo and
is absent from the later one has simply had its report: it is no change.
"""

from collections.abc import Iterable, Iterator, Sequence

from answer.comparison.changes import field_to_places, is_open
from answer.comparison.explained import Explanation
from answer.comparison.mentions import Mention
from answer.comparison.names import fold_name, name_to_forms
from records.comparison import Change, ChangeKind
from records.facts import Project
from records.memo import Memo
from records.place import Place


def gone_to_changes(
    project: Project,
    explanations: Iterable[Explanation],
    new: Sequence[Project],
    *,
    sureness: float,
    mention: Mention | None = None,
) -> Iterator[Change]:
    """What became of a project of the earlier memo that has no record in the later one."""
    explained = list(explanations)
    if not explained:
        if is_open(project):
            yield _mentioned(project, mention, sureness) if mention else _dropped(project, sureness)
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


def come_to_change(project: Project, *, sureness: float, back_from: Memo | None, said: Explanation | None) -> Change:
    """A project of the later memo that has no record in the earlier one; closed ones were done in between."""
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
        confidence=sureness,
        note=_last_seen(back_from),
        evidence_old=_places_in(back_from, project),
        evidence_new=(*(said.places if said else ()), *field_to_places(project, "status")),
    )


def last_memo_with(project: Project, earlier: Iterable[Memo]) -> Memo | None:
    """The latest of the memos before the two that reported the project under one of its names."""
    for memo in sorted(earlier, key=lambda memo: str(memo.letterhead.date or ""), reverse=True):
        if any(_shares_a_name(project, other) for other in memo.projects):
            return memo
    return None


def _dropped(project: Project, sureness: float) -> Change:
    return Change(
        kind="dropped",
        project_old=project.project,
        old=project.status,
        silent=True,
        confidence=sureness,
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
    residual = mention.record.residual if mention.record else None
    kind = _TOLD.get(mention.status, "status_changed")
    return Change(
        kind="completed_with_residual" if residual and kind == "completed" else kind,
        project_old=project.project,
        project_new=project.project,
        field="status",
        old=project.status,
        new=mention.status,
        note=f"left open: {residual}" if residual else None,
        confidence=sureness,
        evidence_old=field_to_places(project, "status"),
        evidence_new=mention.places,
    )


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
