"""How the number of live projects gets from one memo to the next, and the number of red ones."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from press.facts import Project, Source

_COLOURS = ("red", "red_yellow", "yellow", "yellow_green", "green")
_SPANS = {"red_yellow": {"red", "yellow"}, "yellow_green": {"yellow", "green"}}
"""What a colour between two may be on a scale of three."""


def is_rescaled(was: Project, now: Project, old: Source, new: Source) -> bool:
    """Whether the two statuses differ only because the scale has changed: Amber/Green of five is Green of three."""
    if old.scale == new.scale or was.status == now.status:
        return False
    return now.status in _SPANS.get(was.status, set()) or was.status in _SPANS.get(now.status, set())


def bridge_gold(
    before: Mapping[str, Project], after: Mapping[str, Project], changes: Sequence[Any], old: Source, new: Source
) -> dict[str, Any]:
    """``left`` is the sum of the five kinds of leaving, ``joined`` that of ``new``, ``re_entered`` and ``formed``."""
    kinds = Counter({change["kind"]: 0 for change in changes})
    for kind, project in {(change["kind"], change["project_old"] or change["project_new"]) for change in changes}:
        kinds[kind] += bool(project)
    formed = len({c["project_new"] for c in changes if c["kind"] in ("merged", "split")})
    left = {
        "completed": kinds["completed"] + kinds["completed_with_residual"], "cancelled": kinds["cancelled"],
        "dropped": kinds["dropped"], "merged": kinds["merged"], "split": kinds["split"],
    }  # fmt: skip
    joined = {"new": kinds["joined"], "re_entered": kinds["re_entered"], "formed": formed}
    counts = {status: [sum(p.status == status for p in side.values()) for side in (before, after)]
              for status in (*_COLOURS, "on_hold")}  # fmt: skip
    bridge = {
        "opening": len(before), "joined": sum(joined.values()), "left": sum(left.values()), "closing": len(after),
        **left, **joined, "by_status": {status: pair for status, pair in counts.items() if any(pair)},
        "reds": _reds(before, after, old, new),
    }  # fmt: skip
    assert bridge["opening"] + bridge["joined"] - bridge["left"] == bridge["closing"]  # type: ignore[operator]
    return bridge


def _reds(before: Mapping[str, Project], after: Mapping[str, Project], old: Source, new: Source) -> dict[str, int]:
    """The red ones: ``other`` is the net of moves from and to "on hold", ``rescaled`` of those on another scale."""
    stayed = [(before[key], after[key]) for key in before.keys() & after.keys()]
    came = [was for was, now in stayed if now.status == "red" != was.status and not is_rescaled(was, now, old, new)]
    went = [now for was, now in stayed if was.status == "red" != now.status and not is_rescaled(was, now, old, new)]
    rescaled = [now.status == "red" for was, now in stayed if is_rescaled(was, now, old, new)
                and "red" in (was.status, now.status)]  # fmt: skip
    return {
        "opening": sum(p.status == "red" for p in before.values()),
        "worsened": sum(p.status in _COLOURS for p in came),
        "joined": sum(p.status == "red" for key, p in after.items() if key not in before),
        "improved": sum(p.status in _COLOURS for p in went),
        "left": sum(p.status == "red" for key, p in before.items() if key not in after),
        "other": sum(p.status not in _COLOURS for p in came) - sum(p.status not in _COLOURS for p in went),
        "rescaled": sum(1 if became_red else -1 for became_red in rescaled),
        "closing": sum(p.status == "red" for p in after.values()),
    }
