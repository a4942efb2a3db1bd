"""A comparison as rows of text, one a change, with every field and place: what CSV and the workbook have in common."""

from collections.abc import Sequence

from records.comparison import Change, Comparison, Shift
from records.place import Place
from records.promises import Promise
from records.values import Period
from ui.export.bridge_wording import bridge_in_words, bridge_rows, flow_table, scale_in_words, stated_counts
from ui.export.changed_words import words_to_text
from ui.export.promise_wording import count_states
from ui.export.wording import KIND_TITLES, memo_day, status_word

_PLACE_COLUMNS = ("file", "page", "quote")
_EXACT_COLUMNS = ("memo", "section", "box", "sha256")
CHANGE_COLUMNS = (
    "kind", "project_old", "project_new", "field", "old", "new", "note", "silent", "confidence",
    *(f"old_{name}" for name in _PLACE_COLUMNS), *(f"new_{name}" for name in _PLACE_COLUMNS),
    "moved_by", "moved_unit", "moved_percent", "first", "first_memo", "moved_from_first", "percent_from_first",
    "word_by_word", *(f"old_{name}" for name in _EXACT_COLUMNS), "old_more_places",
    *(f"new_{name}" for name in _EXACT_COLUMNS), "new_more_places",
)  # fmt: skip
PROMISE_COLUMNS = (
    "state", "kind", "project", "project_now", "promise", "due", "due_now", "done", "days_late", "note", "made",
    *(f"promised_{name}" for name in _PLACE_COLUMNS),
    "decided_on", *(f"decided_{name}" for name in _PLACE_COLUMNS),
    "due_last_day", "body", *(f"promised_{name}" for name in _EXACT_COLUMNS),
    *(f"decided_{name}" for name in _EXACT_COLUMNS),
)  # fmt: skip
"""What a person reads stands first, what a program needs to find the words again at the end."""


def change_rows(changes: Sequence[Change]) -> list[list[str]]:
    return [list(CHANGE_COLUMNS), *(_change_to_row(change) for change in changes)]


def promise_rows(promises: Sequence[Promise]) -> list[list[str]]:
    return [list(PROMISE_COLUMNS), *(_promise_to_row(promise) for promise in promises)]


def summary_rows(comparison: Comparison, promises: Sequence[Promise]) -> list[list[str]]:
    """What a reader wants first: which memos, how the count moved, how many changes of each kind, and what to mind."""
    memos = [
        [word, memo.subject or "", memo.date.isoformat() if memo.date else memo_day(memo), memo.file]
        for word, memo in (("Earlier memo", comparison.old), ("Later memo", comparison.new))
    ]
    counts = [
        [title, str(sum(change.kind == kind for change in comparison.changes))] for kind, title in KIND_TITLES.items()
    ]
    silent = sum(change.silent for change in comparison.changes)
    return [
        ["What changed", "", "", ""],
        *memos,
        [],
        ["How the count of open projects moved"],
        *([label, str(count)] for label, count in bridge_rows(comparison.bridge)),
        [bridge_in_words(comparison.bridge)],
        *([sentence] for sentence in stated_counts(comparison.bridge)),
        [],
        ["Changes", str(len(comparison.changes))],
        *(row for row in counts if row[1] != "0"),
        ["of these, not pointed out by the later memo", str(silent)],
        ["Unchanged projects", str(len(comparison.unchanged))],
        *([[], ["Promises of the earlier memo", str(len(promises))]] if promises else []),
        *([title, str(count)] for title, count in count_states(tuple(promises))),
    ]


def flow_rows(comparison: Comparison) -> list[list[str]]:
    bridge = comparison.bridge
    header, flows = flow_table(bridge.flows)
    if not flows:
        header = ["Status", "Earlier", "Later"]
        flows = [[status, str(old), str(new)] for status, old, new in bridge.by_status]
    return [header, *flows]


def note_rows(comparison: Comparison) -> list[list[str]]:
    scale = comparison.scale
    said = [scale_in_words(scale)] if scale else []
    rescaled = [
        f"{item.project_new}: {status_word(item.old)} then, {status_word(item.new)} now: {item.note}"
        for item in (scale.rescaled if scale else ())
    ]
    return [["Note"], *([note] for note in (*comparison.notes, *said, *rescaled))]


def _place_cells(places: tuple[Place, ...]) -> list[str]:
    return [places[0].file, str(places[0].page), places[0].quote] if places else [""] * len(_PLACE_COLUMNS)


def _exact_cells(places: tuple[Place, ...]) -> list[str]:
    if not places:
        return [""] * len(_EXACT_COLUMNS)
    place = places[0]
    box = "" if place.box is None else " ".join(f"{side:.1f}" for side in place.box)
    return [place.memo or "", place.section or "", box, place.sha256]


def _change_to_row(change: Change) -> list[str]:
    return [
        change.kind,
        change.project_old or "",
        change.project_new or "",
        change.field or "",
        change.old or "",
        change.new or "",
        change.note or "",
        "yes" if change.silent else "no",
        f"{change.confidence:.2f}",
        *_place_cells(change.evidence_old),
        *_place_cells(change.evidence_new),
        *_shift_cells(change.shift),
        words_to_text(change),
        *_exact_cells(change.evidence_old),
        _more(change.evidence_old),
        *_exact_cells(change.evidence_new),
        _more(change.evidence_new),
    ]


def _shift_cells(shift: Shift | None) -> list[str]:
    if shift is None:
        return [""] * 7
    numbers = (shift.percent, shift.from_first, shift.percent_from_first)
    percent, from_first, percent_first = ("" if number is None else f"{number:f}" for number in numbers)
    first_memo = shift.first_memo.isoformat() if shift.first_memo else ""
    return [f"{shift.by:f}", shift.unit, percent, shift.first or "", first_memo, from_first, percent_first]


def _more(places: tuple[Place, ...]) -> str:
    return " | ".join(f"{place.file}, page {place.page}: {place.quote}" for place in places[1:])


def _promise_to_row(promise: Promise) -> list[str]:
    step = promise.deciding
    decided = step.places if step else ()
    return [
        promise.state,
        promise.kind,
        promise.project or "",
        promise.project_now or "",
        promise.text,
        _label(promise.due),
        _label(promise.due_now),
        _label(promise.done),
        "" if promise.days_late is None else str(promise.days_late),
        promise.note,
        promise.made.isoformat() if promise.made else "",
        *_place_cells(promise.places),
        step.date.isoformat() if step and step.date else "",
        *_place_cells(decided),
        promise.due.last.isoformat() if promise.due and promise.due.last else "",
        promise.body or "",
        *_exact_cells(promise.places),
        *_exact_cells(decided),
    ]


def _label(period: Period | None) -> str:
    return "" if period is None else period.label()
