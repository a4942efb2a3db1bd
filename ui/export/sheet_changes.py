"""Changes as items of the sheet: one a project, the worst change first, with the question that it raises."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from answer.comparison.names import fold_name
from records.comparison import Change, Comparison
from records.facts import STATUSES, Project
from ui.briefing import Briefing
from ui.export.sheet_items import Item, memo_of, upper_first
from ui.export.wording import (
    capital,
    field_label,
    label_in_words,
    shift_in_words,
    shown_places,
    silent_note,
    status_word,
    value_in_words,
)

_LEAST = 20.0
"""What weighs less is no matter for a meeting: a better colour, a new wording of a problem."""

_SILENT = 25.0
_ALSO = 4.0
_MOST_TOLD = 4
_DAYS_A_POINT, _MOST_DAYS, _MOST_PERCENT = 20, 25.0, 30.0
_COLOURS = STATUSES[: STATUSES.index("green") + 1]
_WEIGHTS = {
    "dropped": 75.0, "cancelled": 70.0, "completed_with_residual": 50.0, "re_entered": 45.0, "merged": 40.0,
    "split": 40.0, "renamed": 12.0, "joined": 14.0, "completed": 8.0, "metric_changed": 3.0, "definition_changed": 35.0,
}  # fmt: skip


def change_items(briefing: Briefing) -> list[Item]:
    comparison = briefing.comparison
    by_project = sorted(_of_projects(comparison), key=_name)
    items = [_item(list(group), comparison) for _, group in groupby(by_project, key=_name)]
    definitions = [change for change in comparison.changes if change.kind == "definition_changed"]
    items += [_definition_item(definitions, comparison)] if definitions else []
    items += [_standing_item(project, comparison) for project in briefing.standing if not _is_told(project, items)]
    return [item for item in items if item.weight >= _LEAST]


def _of_projects(comparison: Comparison) -> Iterator[Change]:
    return (change for change in comparison.changes if change.project_old or change.project_new)


def _name(change: Change) -> str:
    return fold_name(change.project_new or change.project_old or "")


def _is_told(project: Project, items: Sequence[Item]) -> bool:
    return any(item.about == fold_name(project.project) and item.weight >= _LEAST for item in items)


def change_to_weight(change: Change) -> float:
    """How much a reader should mind, 0 to about 110."""
    base = _WEIGHTS.get(change.kind, 0.0)
    if change.kind == "status_changed":
        base = _status_weight(change)
    elif change.kind == "field_changed":
        base = _field_weight(change)
    elif change.kind == "joined" and change.new in ("red", "red_yellow"):
        base = 60.0
    return base + (_SILENT if change.silent and base >= 10 else 0.0)


def _status_weight(change: Change) -> float:
    if change.old not in _COLOURS or change.new not in _COLOURS:
        return 45.0 if change.new == "on_hold" else 15.0
    steps = _COLOURS.index(change.old) - _COLOURS.index(change.new)
    if steps <= 0:
        return 5.0
    return 85.0 if change.new == "red" else 45.0 + 5 * steps


def _field_weight(change: Change) -> float:
    shift = change.shift
    if change.field in ("end", "start") and shift is not None:
        days = float(shift.by)
        least = 30.0 if change.field == "end" else 10.0
        return least + min(_MOST_DAYS, days / _DAYS_A_POINT) if days > 0 else 8.0
    if change.field == "budget":
        percent = float(shift.percent) if shift and shift.percent is not None else 0.0
        return 30.0 + min(_MOST_PERCENT, percent) if percent > 0 else 20.0 + min(15.0, -percent / 2)
    return {"owner": 12.0, "department": 12.0, "end": 30.0}.get(change.field or "", 4.0)


def _item(changes: list[Change], comparison: Comparison) -> Item:
    """The changes of one project, the weightiest first; what is only a new wording is left to the full comparison."""
    ranked = sorted(changes, key=lambda change: -change_to_weight(change))
    top = ranked[0]
    told = [top, *(change for change in ranked[1:_MOST_TOLD] if change_to_weight(change) >= 10)]
    places = tuple(dict.fromkeys(place for change in told for place in shown_places(change)))
    silent = [change for change in told if change.silent]
    return Item(
        kind=top.kind,
        weight=change_to_weight(top) + _ALSO * (len(told) - 1),
        title=top.project_new or top.project_old or "",
        statement=upper_first("; ".join(_told(change) for change in told)) + ".",
        question=_question(top, told, comparison),
        tag=_tag(silent, told),
        about=fold_name(top.project_new or top.project_old or ""),
        places=places,
    )


def _tag(silent: Sequence[Change], told: Sequence[Change]) -> str | None:
    if not silent:
        return None
    if len(silent) == len(told):
        return silent_note(silent[0])
    labels = " and ".join(dict.fromkeys(_subject(change) for change in silent))
    return f"the later memo does not point out the change of {labels}"


def _subject(change: Change) -> str:
    return field_label(change.field) if change.field and change.field != "project" else "name"


def _told(change: Change) -> str:
    """``end date June 2031 → May 2032 (335 days later)``; the project's name stands above."""
    match change.kind:
        case "dropped":
            last = f", last reported {status_word(change.old)}" if change.old else ""
            return f"no longer reported{last}" + (f"; {change.note}" if change.note else "")
        case "joined":
            return f"new, {status_word(change.new)}" if change.new else "new"
        case "re_entered":
            return "reported again" + (f", {status_word(change.new)}" if change.new else "") + _bracketed(change.note)
        case "merged":
            return f"{change.project_old} was merged" + (f" into {change.project_new}" if change.project_new else "")
        case "split":
            return f"{change.project_old} was split; one part is {change.project_new}"
        case "renamed":
            return f"called {change.project_old} before"
        case "field_changed":
            was, now = (value_in_words(value, change) for value in (change.old, change.new))
            return f"{field_label(change.field)} {was} → {now}{_bracketed(shift_in_words(change))}"
        case _:
            was = status_word(change.old) if change.old else "not in the earlier memo"
            return f"{was} → {status_word(change.new)}{_bracketed(change.note)}"


def _bracketed(text: str | None) -> str:
    return f" ({text})" if text else ""


def _question(top: Change, told: Sequence[Change], comparison: Comparison) -> str:
    old, new = memo_of(comparison.old), memo_of(comparison.new)
    match top.kind:
        case "dropped" if top.silent:
            return (
                f"{upper_first(old)} reports it, {new} does not name it. Was it finished, cancelled or merged, or is "
                "it still under way?"
            )
        case "dropped":
            return f"{upper_first(new)} names it without a status. Where does it stand?"
        case "cancelled":
            return "What takes its place, and what of the money spent so far can still be used?"
        case "completed_with_residual":
            return "Who finishes what was left open, and by when?"
        case "re_entered":
            return f"{upper_first(old)} does not report it. What happened in between, and why is it back?"
        case "merged" | "split":
            return "Which dates, budget and scope of the earlier project still hold, and where are they reported now?"
        case "renamed":
            return "Is this the same project under another name, with the same scope, date and budget?"
        case "joined":
            return "What is its approved date and budget, and what would bring it out of its status?"
        case "status_changed":
            return _status_question(top, told)
        case _:
            return _field_question(top)


def _status_question(change: Change, told: Sequence[Change]) -> str:
    if change.new == "on_hold":
        return "What has to happen before work resumes, and by when is that expected?"
    if change.new in ("red", "red_yellow"):
        has_day = any(other.field == "end" for other in told)
        day = "does the new date already allow for it" if has_day else "does its date still hold"
        return f"What has to happen for it to leave {status_word(change.new)}, who decides that, and {day}?"
    return f"What changed from {status_word(change.old)} to {status_word(change.new)}, and do its date and budget hold?"


def _field_question(change: Change) -> str:
    match change.field:
        case "end" | "start":
            first = change.shift.first if change.shift else None
            counted = f" The first date given was {label_in_words(first)}." if first and first != change.old else ""
            moved = "What moved the date" if change.silent else "Who approved the new date"
            return f"{moved}, and how sure is {value_in_words(change.new, change)}?{counted}"
        case "budget":
            return "What does the difference pay for, who approved it, and is more to come?"
        case "owner" | "department":
            return f"Who answers for it now: {change.new}?"
        case _:
            return f"What is behind the new {field_label(change.field)}?"


def _definition_item(changes: Sequence[Change], comparison: Comparison) -> Item:
    """All terms that mean something else now, in one item."""
    terms = " and ".join(f"\u201c{change.field}\u201d" for change in changes[:_MOST_TOLD])
    told = [f"{capital(change.field or '')}: {_meanings(change)}." for change in changes[:_MOST_TOLD]]
    silent = next((change for change in changes if change.silent), None)
    return Item(
        kind="definition_changed",
        weight=max(change_to_weight(change) for change in changes),
        title=f"What {terms} mean{'s' if len(changes) == 1 else ''}",
        statement=" ".join(told),
        question="Which projects would have another status had the earlier meaning been kept?",
        tag=silent_note(silent) if silent else None,
        places=tuple(dict.fromkeys(place for change in changes[:2] for place in shown_places(change))),
    )


def _meanings(change: Change) -> str:
    was, now = (f"\u201c{value}\u201d" if value else "not defined" for value in (change.old, change.new))
    return f"{was} then, {now} now"


def _standing_item(project: Project, comparison: Comparison) -> Item:
    """Red then, red now, and nothing else to tell of it."""
    doing = f" Its measure now: \u201c{project.mitigation}\u201d" if project.mitigation else ""
    return Item(
        kind="standing",
        weight=55.0,
        title=project.project,
        statement=f"{capital(status_word(project.status))} in both memos.{doing}",
        question=f"What has been done since {memo_of(comparison.old)}, and what would bring it out of "
        f"{status_word(project.status)}?",
        about=fold_name(project.project),
        places=project.places[:1],
    )
