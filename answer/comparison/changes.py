"""What changed of one project that stands in both memos: its name, its status, its dates, money and people.

Only what both memos state is compared; a field that one of them leaves out has not changed. A date that has become
more exact, or a sum that is written with fewer digits, has not changed either.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.silence import is_mentioned
from answer.comparison.statements import Statement
from records.comparison import Change, ChangeKind
from records.facts import Project
from records.place import Place
from records.values import Money, Period

CLOSED = ("complete", "cancelled")

_TEXT_FIELDS = ("issue", "mitigation")
_PEOPLE_FIELDS = ("owner", "department")
_PERIOD_FIELDS = ("start", "end")
_PLAIN_ENDING = re.compile(r"^the | (?:project|program|programme|initiative|effort)$")
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mm": 6, "billion": 9, "b": 9}
_SCALED = re.compile(r"(\d[\d,]{0,15})(?:\.(\d{1,6}))?\s?(thousand|million|billion|mm|k|m|b)\b", re.IGNORECASE)


def is_open(project: Project) -> bool:
    return project.status not in CLOSED


def pair_to_changes(
    old: Project, new: Project, *, confidence: float, statements: Sequence[Statement], stated: tuple[Place, ...] = ()
) -> tuple[Change, ...]:
    """``stated`` are the places where the later memo says that the two names are one project."""
    changes = [
        *_renamed(old, new, stated),
        *_status_changed(old, new, statements),
        *_fields_changed(old, new, statements),
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
    forms = (fold_name(form) for form in name_to_forms(name)[:2])
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


def _status_changed(old: Project, new: Project, statements: Sequence[Statement]) -> Iterator[Change]:
    if old.status is None or new.status is None or old.status == new.status:
        return
    kind = _status_kind(old, new)
    explained = bool(new.issue) or is_mentioned("status", old.status, new, statements)
    yield Change(
        kind=kind,
        project_old=old.project,
        project_new=new.project,
        field="status",
        old=old.status,
        new=new.status,
        silent=kind == "status_changed" and not explained,
        note=f"left open: {new.residual}" if kind == "completed_with_residual" else None,
        evidence_old=field_to_places(old, "status"),
        evidence_new=field_to_places(new, "status"),
    )


def _status_kind(old: Project, new: Project) -> ChangeKind:
    if new.status == "complete":
        return "completed_with_residual" if new.residual else "completed"
    if new.status == "cancelled":
        return "cancelled"
    return "re_entered" if old.status == "cancelled" else "status_changed"


def _fields_changed(old: Project, new: Project, statements: Sequence[Statement]) -> Iterator[Change]:
    """Fields of a project that is still open: once it is complete, its plan no longer changes."""
    if not is_open(new):
        return
    for field in _TEXT_FIELDS:
        was, now = getattr(old, field), getattr(new, field)
        if was and now and _letters(was) != _letters(now):
            yield _field_change(old, new, field, was, now, silent=False)
    for field in _PERIOD_FIELDS:
        before, after = getattr(old, field), getattr(new, field)
        if before and after and _periods_differ(before, after):
            was, now = before.label(), after.label()
            silent = not is_mentioned(field, before.text, new, statements)
            yield _field_change(old, new, field, was, now, silent=silent, note=_days_moved(before, after))
    if old.budget and new.budget and _sums_differ(old.budget, new.budget):
        silent = not is_mentioned("budget", old.budget.text, new, statements)
        note = _sum_moved(old.budget, new.budget)
        yield _field_change(old, new, "budget", old.budget.text, new.budget.text, silent=silent, note=note)
    for field in _PEOPLE_FIELDS:
        was, now = getattr(old, field), getattr(new, field)
        if was and now and _plain_forms(was).isdisjoint(_plain_forms(now)):
            yield _field_change(old, new, field, was, now, silent=not is_mentioned(field, was, new, statements))


def _field_change(
    old: Project, new: Project, field: str, was: str, now: str, *, silent: bool, note: str | None = None
) -> Change:
    return Change(
        kind="field_changed",
        project_old=old.project,
        project_new=new.project,
        field=field,
        old=was,
        new=now,
        silent=silent,
        note=note,
        evidence_old=field_to_places(old, field),
        evidence_new=field_to_places(new, field),
    )


def _letters(text: str) -> str:
    """A line that one of the files breaks within a word has not changed."""
    return fold_name(text).replace(" ", "")


def _periods_differ(old: Period, new: Period) -> bool:
    """``2024`` and ``June 2024`` do not contradict each other."""
    if old.last is None or new.last is None:
        return (old.first, old.last) != (new.first, new.last) or fold_name(old.text) != fold_name(new.text)
    if old.first is None or new.first is None:
        return old.last != new.last
    return not (old.first <= new.first and new.last <= old.last) and not (
        new.first <= old.first and old.last <= new.last
    )


def _days_moved(old: Period, new: Period) -> str | None:
    """By the last day of each period: a finish "in June" is kept until June 30."""
    if old.last is None or new.last is None or old.last == new.last:
        return None
    days = (new.last - old.last).days
    return f"{abs(days)} days {'later' if days > 0 else 'earlier'}"


def _sums_differ(old: Money, new: Money) -> bool:
    """``$1.2 million`` and ``$1,204,000`` agree as far as the first is written."""
    if old.currency != new.currency:
        return True
    return abs(old.amount - new.amount) > max(_rounding(old.text), _rounding(new.text))


def _rounding(text: str) -> Decimal:
    """Half a unit of the last digit that a scaled sum is written with: 50,000 for ``$1.2 million``."""
    found = _SCALED.search(text)
    if found is None:
        return Decimal(0)
    return Decimal(5).scaleb(_SCALES[found[3].lower()] - len(found[2] or "") - 1)


def _sum_moved(old: Money, new: Money) -> str | None:
    if old.currency != new.currency or old.amount == 0:
        return None
    difference = new.amount - old.amount
    sign = "+" if difference > 0 else "-"
    share = abs(difference) / old.amount * 100
    dollars, unit = ("$", "") if new.currency == "USD" else ("", f" {new.currency}")
    return f"{sign}{dollars}{abs(difference):,.0f}{unit}, {sign}{share:.1f} %"
