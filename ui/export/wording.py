"""A change in one plain English sentence, the same in Markdown, HTML and on the page.

A sentence says what the two memos say, never why: "no longer reported" is as far as a dropped project goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from records.comparison import Change, ComparedMemo, Comparison
from records.facts import STATUSES
from records.place import Place

KIND_TITLES = {
    "dropped": "No longer reported, without an explanation",
    "status_changed": "Status changed",
    "cancelled": "Cancelled",
    "completed_with_residual": "Completed, with something left open",
    "completed": "Completed",
    "re_entered": "Back after an absence",
    "joined": "New",
    "merged": "Merged",
    "split": "Split",
    "renamed": "Renamed",
    "field_changed": "Dates, budgets, issues and measures",
    "definition_changed": "Definitions changed",
    "metric_changed": "Figures changed",
}
"""Every kind of change, in the order in which a reader wants them: first what must not be missed."""

_SILENT = {
    "dropped": "the later memo does not name it",
    "re_entered": "the later memo does not say that it was away",
    "renamed": "the later memo does not mention the old name",
}
_SILENT_ELSE = "the later memo does not point out the change"
_QUOTED_FIELDS = ("issue", "mitigation")
_STATUS_WORDS = {"red_yellow": "red/yellow", "yellow_green": "yellow/green"}
_DATE_FIELDS = ("start", "end")
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Changes that rest on the same evidence, to be printed above it; ``notes`` has a word on each that is silent."""

    changes: tuple[Change, ...]
    sentences: tuple[str, ...]
    notes: tuple[str | None, ...]
    places: tuple[Place, ...]


def tell_changes(changes: Sequence[Change]) -> Iterator[Told]:
    """Neighbouring changes of one project that stand in the same rows are told together."""
    for places, group in groupby(changes, key=shown_places):
        together = list(group)
        yield Told(
            changes=tuple(together),
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
            return _with_note(f"{name} ({status_word(change.new)})" if change.new else name, change)
        case "dropped":
            return _with_note(f"{name} (last reported: {status_word(change.old)})" if change.old else name, change)
        case "merged":
            return f"{change.project_old} → {change.project_new or 'merged; into what has no record'}"
        case "split":
            return f"{change.project_old} → {change.project_new}"
        case "field_changed":
            return f"{name}, {field_label(change.field)}: {_from_to(change)}"
        case "metric_changed":
            return _figure_sentence(change)
        case "definition_changed":
            return f"{capital(change.field or '')}: \u201c{change.old}\u201d → \u201c{change.new}\u201d"
        case _:
            return f"{name}: {_from_to(change)}"


def changes_of_kind(changes: Sequence[Change], kind: str) -> list[Change]:
    """Changes of status with the worst first, all others in the order in which they were found."""
    here = [change for change in changes if change.kind == kind]
    if kind != "status_changed":
        return here
    rank = {status: number for number, status in enumerate(STATUSES)}
    return sorted(here, key=lambda change: rank.get(change.new or "", len(rank)))


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
    return f"{memo_day(memo)}, {memo.subject or memo.file}"


def memo_day(memo: ComparedMemo) -> str:
    """``March 4, 2030``; of a list without a date ``as of Q2 2030``."""
    if memo.date is not None:
        return long_day(memo.date)
    return f"as of {memo.as_of.text}" if memo.as_of else "undated"


def shift_in_words(change: Change) -> str:
    """How far a date or a sum moved, also against the project's first memo: "+$400,000, +12.5 %; +$1,000,000 against
    the $2,200,000 of the memo of March 4, 2030"."""
    shift = change.shift
    if shift is None:
        return change.note or ""
    moved = (change.note or "").partition(";")[0]
    if shift.first is None or shift.from_first is None or shift.first == change.old:
        return moved
    memo = f"the memo of {long_day(shift.first_memo)}" if shift.first_memo else "the first memo"
    far = _distance(shift.from_first, shift.unit, shift.percent_from_first)
    held = "than" if shift.unit == "days" else "against"
    return f"{moved}; {far} {held} the {label_in_words(shift.first)} of {memo}"


def _distance(by: Decimal, unit: str, percent: Decimal | None) -> str:
    if unit == "days":
        return f"{abs(by):,.0f} days {'later' if by > 0 else 'earlier'}"
    dollars, name = ("$", "") if unit == "USD" else ("", f" {unit}")
    share = f" ({percent:+.1f} %)" if percent is not None else ""
    return f"{'+' if by > 0 else '-'}{dollars}{abs(by):,.0f}{name}{share}"


def shown_places(change: Change) -> tuple[Place, ...]:
    """One place a side; all that name a project which the later memo no longer reports."""
    new = change.evidence_new[: _MOST_PLACES if change.kind == "dropped" else 1]
    return (*change.evidence_old[:1], *new)


def _with_note(sentence: str, change: Change) -> str:
    return f"{sentence}: {change.note}" if change.note else sentence


def _from_to(change: Change) -> str:
    moved = shift_in_words(change)
    note = f" ({moved})" if moved else ""
    was, now = (value_in_words(value, change) for value in (change.old, change.new))
    if change.project_old is None and change.old is None:
        return f"{now} ({'; '.join(filter(None, ('not in the earlier memo', change.note)))})"
    return f"{was} → {now}{note}"


def value_in_words(value: str | None, change: Change) -> str:
    if value is None:
        return "no status given" if change.field == "status" else "not stated"
    if change.field in _QUOTED_FIELDS:
        return f"\u201c{value}\u201d"
    if change.field in _DATE_FIELDS:
        return label_in_words(value)
    return status_word(value) if change.field == "status" else value


def status_word(status: str | None) -> str:
    """``on hold`` of ``on_hold``, ``red/yellow`` of the colour between the two."""
    return _STATUS_WORDS.get(status or "", (status or "").replace("_", " "))


def _figure_sentence(change: Change) -> str:
    """``Ferries, riders: 41,200 → 44,000``: the noun once."""
    subject, _, measure = (change.field or "").rpartition(": ")
    label = ", ".join(part for part in (subject, measure) if part)
    was, now = change.old or "not stated", change.new or "not stated"
    counted = " ".join(was.split()[1:])
    if counted and counted == " ".join(now.split()[1:]) and counted in measure.split(", ")[0]:
        was, now = was.split()[0], now.split()[0]
    return f"{capital(label)}: {was} → {now}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def label_in_words(value: str) -> str:
    """``2031-06`` -> ``June 2031``; what is no ISO date stays as it is."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or [len(part) for part in parts] not in ([4, 2], [4, 2, 2]):
        return value
    try:
        day = date(*(int(part) for part in (*parts, "1")[:3]))
    except ValueError:
        return value
    return f"{day:%B %Y}" if len(parts) == 2 else long_day(day)


def long_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
