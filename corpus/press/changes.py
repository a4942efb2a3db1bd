"""Two memos' sources -> the changes between them, in the contract's words, from the projects' stable keys.

``silent`` is whether the later memo leaves the change unsaid. A new status for which it gives the open issue is not
silent. ``None`` is "not judged": changed texts, and a cause that is told without the change.
"""

from typing import Any

from press.bridge import bridge_gold, is_rescaled
from press.facts import Definition, Metric, Project, Source
from press.gold import project_gold
from press.periods import to_iso

LIVE = ("red", "red_yellow", "yellow", "yellow_green", "green", "on_hold")
_TEXTS = ("issue", "mitigation")
_FIELDS = (*_TEXTS, "department", "budget", "start", "end")
"""Not what was spent: a running total is another in every report."""


def changes_gold(old: Source, new: Source) -> dict[str, Any]:
    before = {p.key: p for p in old.projects if p.status in LIVE}
    after = {p.key: p for p in new.projects}
    changes = [change for key, project in before.items() for change in _one(project, after.get(key), old, new)]
    heirs = {successor for _, successors in new.explained.values() for successor in successors}
    arrived = [p for p in new.projects if p.status in LIVE and p.key not in before and p.key not in heirs]
    changes += [_joined(p, new) for p in arrived]
    changes += _metrics(old, new) + _definitions(old, new)
    return {
        "old": {"file": f"{old.stem}.pdf", "date": to_iso(old.letterhead.date)},
        "new": {"file": f"{new.stem}.pdf", "date": to_iso(new.letterhead.date)},
        "bridge": bridge_gold(before, {key: p for key, p in after.items() if p.status in LIVE}, changes, old, new),
        "rescaled": _rescaled(before, after, old, new),
        "changes": changes,
        "unchanged": _unchanged(before, after, changes),
    }


def _one(was: Project, now: Project | None, old: Source, new: Source) -> list[Any]:
    """What became of one live project of the old memo."""
    if now is None:
        kind, successors = new.explained.get(was.key, ("dropped", ()))
        if kind == "dropped":
            return [_change("dropped", was.project, None, old=was.status, silent=True)]
        return [_change(kind, was.project, _name(key, new)) for key in successors]
    names = (was.project, now.project)
    changes = []
    if now.project != was.project:
        # The aliases are the names that the memo itself puts beside the new one.
        silent = was.project not in now.aliases
        changes.append(_change("renamed", *names, field="project", old=was.project, new=now.project, silent=silent))
    if now.status in ("complete", "cancelled"):
        kind = "cancelled" if now.status == "cancelled" else "completed_with_residual" if now.residual else "completed"
        return [*changes, _change(kind, *names, field="status", old=was.status, new=now.status)]
    if now.status != was.status and not is_rescaled(was, now, old, new):
        explained = project_gold(now, page=None)["issue"] is not None
        silent = False if explained else _silent(was.key, "status", new)
        changes.append(_change("status_changed", *names, field="status", old=was.status, new=now.status, silent=silent))
    return changes + _fields(was, now, new)


def _fields(was: Project, now: Project, new: Source) -> list[Any]:
    records = project_gold(was, page=None), project_gold(now, page=None)
    changes = []
    for field in _FIELDS:
        before, after = (record[field] for record in records)
        if before is not None and after is not None and before != after:
            silent = None if field in _TEXTS else _silent(was.key, field, new)
            changes.append(
                _change("field_changed", was.project, now.project, field=field, old=before, new=after, silent=silent)
            )
    return changes


def _silent(key: str, field: str, new: Source) -> bool | None:
    return None if (key, field) in new.hinted else (key, field) not in new.told


def _joined(project: Project, new: Source) -> dict[str, Any]:
    kind = "re_entered" if project.key in new.returned else "joined"
    return _change(kind, None, project.project, new=project.status)


def _name(key: str, source: Source) -> str:
    return next(p.project for p in source.projects if p.key == key)


def _metrics(old: Source, new: Source) -> list[dict[str, Any]]:
    """Figures of the same subject and measure; one that the memo gives a new value."""
    was = {(f.subject, f.measure): f for f in old.facts.values() if isinstance(f, Metric)}
    return [
        _change("metric_changed", None, None, field=f"{f.subject}: {f.measure}", old=was[key].text, new=f.text)
        for f in new.facts.values()
        if isinstance(f, Metric) and (key := (f.subject, f.measure)) in was and was[key].value != f.value
    ]


def _definitions(old: Source, new: Source) -> list[dict[str, Any]]:
    """Terms with another meaning; another scale is one change, and its terms are not compared one by one."""
    if old.scale != new.scale:
        scales = (", ".join(source.scale) for source in (old, new))
        return [_change("definition_changed", None, None, field="status scale", old=next(scales), new=next(scales))]
    was = {f.term: f for f in old.facts.values() if isinstance(f, Definition)}
    return [
        _change("definition_changed", None, None, field=f.term, old=was[f.term].meaning, new=f.meaning,
                silent=_silent("", f.term, new))
        for f in new.facts.values()
        if isinstance(f, Definition) and f.term in was and was[f.term].meaning != f.meaning
    ]  # fmt: skip


def _rescaled(before: dict[str, Project], after: dict[str, Project], old: Source, new: Source) -> list[dict[str, Any]]:
    """Statuses that only read differently on the later memo's scale."""
    return [
        {"project_old": was.project, "project_new": now.project, "old": was.status, "new": now.status}
        for key, was in before.items()
        if (now := after.get(key)) is not None and is_rescaled(was, now, old, new)
    ]


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
