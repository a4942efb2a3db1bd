"""Two years' sources -> the changes between them, in the contract's words, from the projects' stable keys.

``silent`` is ``None`` where nobody has judged whether the later memo's prose speaks of the change.
"""

from typing import Any

from press.facts import Definition, Metric, Project, Source
from press.gold import project_gold
from press.periods import to_iso

_LIVE = ("red", "yellow", "green", "on_hold")
_FIELDS = ("issue", "mitigation", "budget", "start", "end")


def changes_gold(old: Source, new: Source) -> dict[str, Any]:
    before = {p.key: p for p in old.projects if p.status in _LIVE}
    after = {p.key: p for p in new.projects}
    changes = [change for key, project in before.items() for change in _one(project, after.get(key), new)]
    heirs = {successor for _, successor in new.explained.values()}
    arrived = [p for p in new.projects if p.status in _LIVE and p.key not in before and p.key not in heirs]
    changes += [_joined(p, new) for p in arrived]
    changes += _metrics(old, new) + _definitions(old, new)
    return {
        "old": {"file": f"{old.stem}.pdf", "date": to_iso(old.letterhead.date)},
        "new": {"file": f"{new.stem}.pdf", "date": to_iso(new.letterhead.date)},
        "bridge": _bridge(before, after),
        "changes": changes,
        "unchanged": _unchanged(before, after, changes),
    }


def _one(old: Project, new: Project | None, after: Source) -> list[Any]:
    """What became of one live project of the old memo."""
    if new is None:
        kind, successor = after.explained.get(old.key, ("dropped", None))
        heir = next((p.project for p in after.projects if p.key == successor), None)
        dropped = kind == "dropped"
        return [_change(kind, old.project, heir, old=old.status if dropped else None, silent=dropped)]
    names = (old.project, new.project)
    changes = []
    if new.project != old.project:
        changes.append(_change("renamed", *names, field="project", old=old.project, new=new.project))
    if new.status in ("complete", "cancelled"):
        kind = "cancelled" if new.status == "cancelled" else "completed_with_residual" if new.residual else "completed"
        return [*changes, _change(kind, *names, field="status", old=old.status, new=new.status)]
    if new.status != old.status:
        changes.append(_change("status_changed", *names, field="status", old=old.status, new=new.status, silent=None))
    records = project_gold(old, page=None), project_gold(new, page=None)
    for field in _FIELDS:
        was, now = (record[field] for record in records)
        if was is not None and now is not None and was != now:
            changes.append(_change("field_changed", *names, field=field, old=was, new=now, silent=None))
    return changes


def _joined(project: Project, new: Source) -> dict[str, Any]:
    kind = "re_entered" if project.key in new.returned else "joined"
    return _change(kind, None, project.project, new=project.status)


def _metrics(old: Source, new: Source) -> list[dict[str, Any]]:
    """Figures of the same subject and measure; one that the memo gives a new value."""
    was = {(f.subject, f.measure): f for f in old.facts.values() if isinstance(f, Metric)}
    return [
        _change("metric_changed", None, None, field=f"{f.subject}: {f.measure}", old=was[key].text, new=f.text)
        for f in new.facts.values()
        if isinstance(f, Metric) and (key := (f.subject, f.measure)) in was and was[key].value != f.value
    ]


def _definitions(old: Source, new: Source) -> list[dict[str, Any]]:
    was = {f.term: f for f in old.facts.values() if isinstance(f, Definition)}
    return [
        _change("definition_changed", None, None, field=f.term, old=was[f.term].meaning, new=f.meaning)
        for f in new.facts.values()
        if isinstance(f, Definition) and f.term in was and was[f.term].meaning != f.meaning
    ]


def _bridge(before: dict[str, Project], after: dict[str, Project]) -> dict[str, Any]:
    live = {key: p for key, p in after.items() if p.status in _LIVE}
    statuses = {status: [sum(p.status == status for p in side.values()) for side in (before, live)] for status in _LIVE}
    return {
        "opening": len(before),
        "joined": len(live.keys() - before.keys()),
        "left": len(before.keys() - live.keys()),
        "closing": len(live),
        "by_status": {status: counts for status, counts in statuses.items() if any(counts)},
    }


def _unchanged(before: dict[str, Project], after: dict[str, Project], changes: list[Any]) -> list[dict[str, str]]:
    changed = {change["project_old"] for change in changes}
    return [
        {"project_old": p.project, "project_new": after[key].project}
        for key, p in before.items()
        if p.project not in changed and key in after
    ]


def _change(
    kind: str, project_old: str | None, project_new: str | None, *, field: str | None = None, old: str | None = None,
    new: str | None = None, silent: bool | None = False,
) -> dict[str, Any]:  # fmt: skip
    return {
        "kind": kind, "project_old": project_old, "project_new": project_new, "field": field, "old": old, "new": new,
        "silent": silent,
    }  # fmt: skip
