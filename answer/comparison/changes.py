"""What changed of one project that stands in both memos: its name, its status, its dates, money and people.

Only what both memos state is compared; a field that one of them leaves out has not changed. A date that has become
more exact, or a sum that is written with fewer digits, has not changed either.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from answer.comparison.firsts import First
from answer.comparison.names import fold_name, written_forms
from answer.comparison.periods import periods_differ
from answer.comparison.scales import Scales
from answer.comparison.shifts import period_shift, shift_to_note, sum_shift, sums_differ
from answer.comparison.silence import Spoken
from answer.comparison.words import texts_to_words
from records.comparison import Change, ChangeKind, Shift
from records.facts import Project
from records.place import Place

CLOSED = ("complete", "cancelled")

_TEXT_FIELDS = ("issue", "mitigation")
_PEOPLE_FIELDS = ("owner", "department")
_PERIOD_FIELDS = ("start", "end")
_PLAIN_ENDING = re.compile(r"^the | (?:project|program|programme|initiative|effort)$")


def is_open(project: Project) -> bool:
    return project.status not in CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """What projects are compared against: what the later memo says, and the scales of both."""

    spoken: Spoken
    scales: Scales


def pair_to_changes(
    old: Project,
    new: Project,
    backdrop: Backdrop,
    *,
    first: Callable[[str], First | None],
    confidence: float,
    stated: tuple[Place, ...] = (),
) -> tuple[Change, ...]:
    """``stated`` are the places where the later memo says that the two names are one project; ``first`` gives the
    first known value of a field."""
    changes = [
        *_renamed(old, new, stated),
        *_status_changed(old, new, backdrop),
        *_fields_changed(old, new, backdrop, first),
    ]
    return tuple(replace(change, confidence=confidence) for change in changes)


def is_renamed(old: str, new: str) -> bool:
    """``Ferry Ticketing`` and ``the Ferry Ticketing (FT) Project`` are one name."""
    return _plain_forms(old).isdisjoint(_plain_forms(new))


def field_to_places(project: Project, field: str) -> tuple[Place, ...]:
    """Where the field stands: the row or sentence of the record around it, since a cell "RED" alone would not say of
    what; then the record's title, where it stands on a line of its own."""
    stands = _field_place(project, field)
    title = project.places[:1] if project.places and _is_name(project.places[0], project) else ()
    return tuple(dict.fromkeys((*stands, *title)))


def _field_place(project: Project, field: str) -> tuple[Place, ...]:
    own = next((place for name, place in project.field_places if name == field), None)
    if own is not None:
        return next(((place,) for place in project.places if _holds(place, own)), (own,))
    words = _field_words(project, field)
    named = [place for place in project.places if words and f" {words} " in f" {fold_name(place.quote)} "]
    return tuple(named[:1] or project.places[:1])


def _is_name(place: Place, project: Project) -> bool:
    return fold_name(place.quote) == fold_name(project.project)


def _holds(place: Place, part: Place) -> bool:
    """Whether ``place`` is the row or sentence that ``part`` is a cell or some words of."""
    if (place.sha256, place.page) != (part.sha256, part.page):
        return False
    if place.box is None or part.box is None:
        return part.quote in place.quote
    (x0, top, x1, bottom), (left, above, right, below) = place.box, part.box
    inside = x0 - 1 <= left and top - 1 <= above and right <= x1 + 1 and below <= bottom + 1
    return inside and fold_name(part.quote) in fold_name(place.quote)


def _field_words(project: Project, field: str) -> str:
    value = getattr(project, "status_text" if field == "status" else field, None)
    return fold_name(value if isinstance(value, str) else getattr(value, "text", ""))


def _plain_forms(name: str) -> frozenset[str]:
    forms = map(fold_name, written_forms(name))
    return frozenset(_PLAIN_ENDING.sub("", _PLAIN_ENDING.sub("", form)) for form in forms)


def _renamed(old: Project, new: Project, stated: tuple[Place, ...]) -> Iterator[Change]:
    if is_renamed(old.project, new.project):
        yield Change(
            kind="renamed",
            project_old=old.project,
            project_new=new.project,
            field="project",
            old=old.project,
            new=new.project,
            silent=not stated,
            evidence_old=old.places[:1],
            evidence_new=(*stated, *new.places[:1]) if stated != new.places[:1] else stated,
        )


def _status_changed(old: Project, new: Project, backdrop: Backdrop) -> Iterator[Change]:
    """A value of another scale that may mean the same is no change."""
    if old.status is None or new.status is None or old.status == new.status:
        return
    if backdrop.scales.is_rescaled(old, new):
        return
    kind = _status_kind(old, new)
    explained = bool(new.issue) or backdrop.spoken.is_mentioned("status", old.status, new)
    yield Change(
        kind=kind,
        project_old=old.project,
        project_new=new.project,
        field="status",
        old=old.status,
        new=new.status,
        silent=kind in ("status_changed", "re_entered") and not explained,
        note=f"left open: {new.residual}" if kind == "completed_with_residual" else None,
        evidence_old=field_to_places(old, "status"),
        evidence_new=field_to_places(new, "status"),
    )


def _status_kind(old: Project, new: Project) -> ChangeKind:
    """What was over and is under way again has come back."""
    if new.status == "complete":
        return "completed_with_residual" if new.residual else "completed"
    if new.status == "cancelled":
        return "cancelled"
    return "re_entered" if not is_open(old) else "status_changed"


def _fields_changed(
    old: Project, new: Project, backdrop: Backdrop, first: Callable[[str], First | None]
) -> Iterator[Change]:
    """Fields of a project that is still open: once it is complete, its plan no longer changes."""
    if not is_open(new):
        return
    for field in _TEXT_FIELDS:
        was, now = getattr(old, field), getattr(new, field)
        if was and now and _letters(was) != _letters(now):
            yield replace(_field_change(old, new, field, was, now, silent=False), words=texts_to_words(was, now))
    for field in _PERIOD_FIELDS:
        before, after = getattr(old, field), getattr(new, field)
        if before and after and periods_differ(before, after):
            shift = period_shift(before, after, first(field))
            silent = not backdrop.spoken.is_mentioned(field, before.text, new)
            yield _field_change(old, new, field, before.label(), after.label(), silent=silent, shift=shift)
    if old.budget and new.budget and sums_differ(old.budget, new.budget):
        shift = sum_shift(old.budget, new.budget, first("budget"))
        silent = not backdrop.spoken.is_mentioned("budget", old.budget.text, new)
        yield _field_change(old, new, "budget", old.budget.label(), new.budget.label(), silent=silent, shift=shift)
    for field in _PEOPLE_FIELDS:
        was, now = getattr(old, field), getattr(new, field)
        if was and now and _plain_forms(was).isdisjoint(_plain_forms(now)):
            yield _field_change(old, new, field, was, now, silent=not backdrop.spoken.is_mentioned(field, was, new))


def _field_change(
    old: Project, new: Project, field: str, was: str, now: str, *, silent: bool, shift: Shift | None = None
) -> Change:
    return Change(
        kind="field_changed",
        project_old=old.project,
        project_new=new.project,
        field=field,
        old=was,
        new=now,
        silent=silent,
        note=shift_to_note(shift),
        shift=shift,
        evidence_old=field_to_places(old, field),
        evidence_new=field_to_places(new, field),
    )


def _letters(text: str) -> str:
    """A line that one of the files breaks within a word has not changed."""
    return fold_name(text).replace(" ", "")
