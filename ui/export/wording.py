"""A change in one plain English sentence, the same in Markdown, HTML and on the page.

A sentence says what the two memos say, never why: "no longer reported" is as far as a dropped project goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from records.comparison import Change, ComparedMemo, Comparison
from records.place import Place

KIND_TITLES = {
    "status_changed": "Status changed",
    "completed": "Completed",
    "completed_with_residual": "Completed, with something left open",
    "cancelled": "Cancelled",
    "dropped": "No longer reported, without an explanation",
    "joined": "New",
    "re_entered": "Back after an absence",
    "renamed": "Renamed",
    "merged": "Merged",
    "split": "Split",
    "field_changed": "Dates, budgets, issues and measures",
    "metric_changed": "Figures changed",
    "definition_changed": "Definitions changed",
}
"""Every kind of change, in the order in which a reader wants them."""

_SILENT = {
    "dropped": "the later memo does not name it",
    "re_entered": "the later memo does not say that it was away",
    "renamed": "the later memo does not mention the old name",
}
_SILENT_ELSE = "the later memo does not point out the change"
_QUOTED_FIELDS = ("issue", "mitigation")
_DATE_FIELDS = ("start", "end")
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Changes that rest on the same evidence, to be printed above it; ``notes`` has a word on each that is silent."""

    sentences: tuple[str, ...]
    notes: tuple[str | None, ...]
    places: tuple[Place, ...]


def tell_changes(changes: Sequence[Change]) -> Iterator[Told]:
    """Neighbouring changes of one project that stand in the same rows are told together."""
    for places, group in groupby(changes, key=_shown_places):
        together = list(group)
        yield Told(
            sentences=tuple(change_to_sentence(change) for change in together),
            notes=tuple(silent_note(change) for change in together),
            places=places,
        )


def change_to_sentence(change: Change) -> str:
    """``Ferry Ticketing: green → red``, or for a rename ``Ferry Ticketing is now called Harbor Pass``."""
    name = change.project_new or change.project_old or change.field or ""
    match change.kind:
        case "renamed":
            return f"{change.project_old} is now called {change.project_new}"
        case "joined" | "re_entered":
            return _with_note(f"{name} ({_plain(change.new)})" if change.new else name, change)
        case "dropped":
            return _with_note(f"{name} (last reported: {_plain(change.old)})" if change.old else name, change)
        case "merged":
            return f"{change.project_old} → {change.project_new or 'merged; into what has no record'}"
        case "split":
            return f"{change.project_old} → {change.project_new}"
        case "field_changed":
            return f"{name}, {field_label(change.field)}: {_from_to(change)}"
        case "metric_changed":
            return _figure_sentence(change)
        case "definition_changed":
            return f"{_capital(change.field or '')}: \u201c{change.old}\u201d → \u201c{change.new}\u201d"
        case _:
            return f"{name}: {_from_to(change)}"


def silent_note(change: Change) -> str | None:
    """What the later memo leaves unsaid of a change; ``None`` where it says it."""
    return _SILENT.get(change.kind, _SILENT_ELSE) if change.silent else None


def field_label(field: str | None) -> str:
    return {"end": "end date", "start": "start date"}.get(field or "", (field or "").replace("_", " "))


def place_label(place: Place, comparison: Comparison) -> str:
    """``Later memo, page 3, "Status"``; a memo that is neither of the two is given by its file."""
    sides = {comparison.old.memo: "Earlier memo", comparison.new.memo: "Later memo"}
    heading = (place.section or "").split(" / ")[-1]
    return f"{sides.get(place.memo or '', place.file)}, page {place.page}" + (f', "{heading}"' if heading else "")


def memo_label(memo: ComparedMemo) -> str:
    day = _long_day(memo.date) if memo.date else "undated"
    return f"{day}, {memo.subject or memo.file}"


def bridge_sentence(opening: int, joined: int, left: int, closing: int, residual: int) -> str:
    sentence = (
        f"{opening} open + {joined} joined - {left} left = {opening + joined - left}; the later memo has {closing}"
    )
    return f"{sentence} ({residual:+d} not explained)" if residual else sentence


def _shown_places(change: Change) -> tuple[Place, ...]:
    """One place a side; all that name a project which the later memo no longer reports."""
    new = change.evidence_new[: _MOST_PLACES if change.kind == "dropped" else 1]
    return (*change.evidence_old[:1], *new)


def _with_note(sentence: str, change: Change) -> str:
    return f"{sentence}: {change.note}" if change.note else sentence


def _from_to(change: Change) -> str:
    note = f" ({change.note})" if change.note else ""
    was, now = (_value(value, change) for value in (change.old, change.new))
    if change.project_old is None and change.old is None:
        return f"{now} ({'; '.join(filter(None, ('not in the earlier memo', change.note)))})"
    return f"{was} → {now}{note}"


def _value(value: str | None, change: Change) -> str:
    if value is None:
        return "no status given" if change.field == "status" else "not stated"
    if change.field in _QUOTED_FIELDS:
        return f"\u201c{value}\u201d"
    if change.field in _DATE_FIELDS:
        return _long_period(value)
    return _plain(value) if change.field == "status" else value


def _plain(status: str | None) -> str:
    return (status or "").replace("_", " ")


def _figure_sentence(change: Change) -> str:
    """``Ferries, riders: 41,200 → 44,000``: the noun once."""
    subject, _, measure = (change.field or "").rpartition(": ")
    label = ", ".join(part for part in (subject, measure) if part)
    was, now = change.old or "not stated", change.new or "not stated"
    counted = " ".join(was.split()[1:])
    if counted and counted == " ".join(now.split()[1:]) and counted in measure.split(", ")[0]:
        was, now = was.split()[0], now.split()[0]
    return f"{_capital(label)}: {was} → {now}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _long_period(value: str) -> str:
    """``2031-06`` -> ``June 2031``; what is no ISO date stays as it is."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or [len(part) for part in parts] not in ([4, 2], [4, 2, 2]):
        return value
    try:
        day = date(*(int(part) for part in (*parts, "1")[:3]))
    except ValueError:
        return value
    return f"{day:%B %Y}" if len(parts) == 2 else _long_day(day)


def _long_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
