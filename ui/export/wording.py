"""A change in one plain English sentence, the same in Markdown, HTML and on the page.

A sentence says what the two memos say, never why: "absent and unexplained" is as far as a dropped project goes.
"""

from records.comparison import Change, ComparedMemo
from records.place import Place

KIND_TITLES = {
    "status_changed": "Status changed",
    "completed": "Completed",
    "completed_with_residual": "Completed, with something left open",
    "cancelled": "Cancelled",
    "dropped": "No longer mentioned, without an explanation",
    "joined": "New",
    "re_entered": "Back after an absence",
    "renamed": "Renamed",
    "merged": "Merged",
    "split": "Split",
    "field_changed": "Other changes to projects",
    "metric_changed": "Figures changed",
    "definition_changed": "Definitions changed",
}
"""Every kind of change, in the order in which a reader wants them."""

SILENT_NOTE = "the later memo does not mention this change"


def change_to_sentence(change: Change) -> str:
    """``Ferry Ticketing: green → red``, or for a rename ``Ferry Ticketing is now called Harbor Pass``."""
    name = change.project_new or change.project_old or change.field or ""
    match change.kind:
        case "renamed":
            return f"{change.project_old} is now called {change.project_new}"
        case "joined" | "re_entered":
            return f"{name} ({change.new})" if change.new else name
        case "dropped":
            return f"{name} (last reported: {change.old})" if change.old else name
        case "merged" | "split":
            return f"{change.old} → {change.new}"
        case "field_changed":
            return f"{name}, {field_label(change.field)}: {_from_to(change)}"
        case "metric_changed" | "definition_changed":
            return f"{change.field}: {_from_to(change)}"
        case _:
            return f"{name}: {_from_to(change)}"


def field_label(field: str | None) -> str:
    return {"end": "end date", "start": "start date"}.get(field or "", (field or "").replace("_", " "))


def place_label(place: Place) -> str:
    section = f', "{place.section}"' if place.section else ""
    return f"{place.file}, page {place.page}{section}"


def memo_label(memo: ComparedMemo) -> str:
    day = memo.date.isoformat() if memo.date else "undated"
    return f"{day}, {memo.subject or memo.file}"


def bridge_sentence(opening: int, joined: int, left: int, closing: int, residual: int) -> str:
    sentence = (
        f"{opening} open + {joined} joined - {left} left = {opening + joined - left}; the later memo has {closing}"
    )
    return f"{sentence} ({residual:+d} not explained)" if residual else sentence


def _from_to(change: Change) -> str:
    note = f" ({change.note})" if change.note else ""
    was, now = (_value(value, change) for value in (change.old, change.new))
    return f"{was} → {now}{note}"


def _value(value: str | None, change: Change) -> str:
    if value is None:
        return "not stated"
    return value.replace("_", " ") if change.field == "status" else value
