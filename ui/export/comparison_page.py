"""A comparison as one standalone page to read, print or send: no script, no outside file, every word escaped.

What changed stands in tables by kind; each row links to the memos' own words, which close the page.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from records.comparison import Bridge, Change, Comparison, ScaleChange
from records.promises import Promise
from ui.export.bridge_wording import bridge_rows, flow_table, scale_in_words, stated_counts
from ui.export.changed_words import words_to_html
from ui.export.page_parts import (
    compared_memos,
    links_to_html,
    notes_to_html,
    page_to_html,
    quotes_to_html,
    table_to_html,
    tag_to_html,
)
from ui.export.promise_wording import (
    count_states,
    due_in_words,
    outcome_in_words,
    promise_order,
    promise_to_places,
    promise_to_text,
)
from ui.export.references import References
from ui.export.wording import (
    KIND_TITLES,
    capital,
    changes_of_kind,
    field_label,
    memo_label,
    shift_in_words,
    shown_places,
    silent_note,
    status_word,
    value_in_words,
)

_TEXT_FIELDS = ("issue", "mitigation", "description")


def comparison_to_html(comparison: Comparison, promises: Sequence[Promise] = ()) -> str:
    references = References()
    sections = [
        *_kinds_to_html(comparison, references),
        *_promises_to_html(tuple(promises), references),
        _unchanged_to_html(comparison),
    ]
    body = [
        "<h1>What changed</h1>",
        compared_memos(comparison),
        notes_to_html(comparison.notes),
        *_bridge_to_html(comparison.bridge),
        _scale_to_html(comparison.scale, references),
        _contents(comparison, tuple(promises)),
        *sections,
        quotes_to_html(references, comparison),
    ]
    return page_to_html(f"What changed: {memo_label(comparison.new)}", body)


def _bridge_to_html(bridge: Bridge) -> Iterator[str]:
    yield '<h2 id="bridge">How the count of open projects moved</h2>'
    rows = [[escape(label), str(count)] for label, count in bridge_rows(bridge)]
    yield '<div class="keep">' + table_to_html(("", "Projects"), rows, numbers=(1,), classes="narrow") + "</div>"
    yield "".join(f'<p class="fine">{escape(sentence)}</p>' for sentence in stated_counts(bridge))
    header, flows = flow_table(bridge.flows)
    if flows:
        escaped = [[escape(cell) for cell in row] for row in flows]
        numbers = range(1, len(header))
        yield '<div class="keep"><h3>By status</h3>' + table_to_html(header, escaped, numbers=numbers) + "</div>"
    elif bridge.by_status:
        counts = [[escape(status_word(status)), str(old), str(new)] for status, old, new in bridge.by_status]
        yield table_to_html(("Status", "Earlier", "Later"), counts, numbers=(1, 2), classes="narrow")


def _scale_to_html(scale: ScaleChange | None, references: References) -> str:
    if scale is None:
        return ""
    rows = [
        [
            escape(item.project_new),
            escape(status_word(item.old)),
            escape(status_word(item.new)),
            escape(item.note) + " " + links_to_html((*item.evidence_old[:1], *item.evidence_new[:1]), references),
        ]
        for item in scale.rescaled
    ]
    table = table_to_html(("Project", "Then", "Now", "Why it is not counted as changed"), rows)
    return f'<h2 id="scale">Another scale</h2><p>{escape(scale_in_words(scale))}</p>{table}'


def _contents(comparison: Comparison, promises: tuple[Promise, ...]) -> str:
    entries = [
        (kind, f"{title} ({count})")
        for kind, title in KIND_TITLES.items()
        if (count := sum(change.kind == kind for change in comparison.changes))
    ]
    if promises:
        entries.append(("promises", f"Promises of the earlier memo ({len(promises)})"))
    entries.append(("words", "The words of the memos"))
    items = "".join(f'<li><a href="#{anchor}">{escape(text)}</a></li>' for anchor, text in entries)
    return f'<nav aria-label="Contents"><ul>{items}</ul></nav>'


def _kinds_to_html(comparison: Comparison, references: References) -> Iterator[str]:
    for kind, title in KIND_TITLES.items():
        here = changes_of_kind(comparison.changes, kind)
        if not here:
            continue
        yield f'<h2 id="{kind}">{escape(title)} ({len(here)})</h2>'
        if kind == "field_changed":
            yield from _fields_to_html(here, references)
        else:
            yield _TABLES.get(kind, _states_table)(here, references)


def _states_table(changes: Sequence[Change], references: References) -> str:
    """Projects whose status changed, came or went."""
    remarks = _has_remarks(changes)
    header = ("Project", "Then", "Now", *(["Remark"] * remarks), "Words")
    rows = [
        [
            escape(change.project_new or change.project_old or ""),
            escape(status_word(change.old) if change.old else "not in the earlier memo"),
            escape(_now(change)),
            *_remark(change, remarks),
            links_to_html(shown_places(change), references),
        ]
        for change in changes
    ]
    return table_to_html(header, rows)


def _now(change: Change) -> str:
    if change.new:
        return status_word(change.new)
    return "no longer reported" if change.kind == "dropped" else "no status given"


def _names_table(changes: Sequence[Change], references: References) -> str:
    remarks = _has_remarks(changes)
    rows = [
        [
            escape(change.project_old or ""),
            escape(change.project_new or "into what is not said"),
            *_remark(change, remarks),
            links_to_html(shown_places(change), references),
        ]
        for change in changes
    ]
    return table_to_html(("Then", "Now", *(["Remark"] * remarks), "Words"), rows)


def _figures_table(changes: Sequence[Change], references: References) -> str:
    remarks = _has_remarks(changes)
    rows = [
        [
            escape(capital(change.field or "")),
            escape(change.old or "not stated"),
            escape(change.new or "not stated"),
            *_remark(change, remarks),
            links_to_html(shown_places(change), references),
        ]
        for change in changes
    ]
    return table_to_html(("Figure", "Then", "Now", *(["Remark"] * remarks), "Words"), rows)


def _has_remarks(changes: Sequence[Change]) -> bool:
    return any(change.note or change.silent for change in changes)


def _remark(change: Change, wanted: bool) -> list[str]:
    return [escape(change.note or "") + tag_to_html(silent_note(change))] if wanted else []


def _texts_table(changes: Sequence[Change], references: References) -> str:
    rows = [
        [
            escape(change.project_new or change.project_old or capital(change.field or "")),
            words_to_html(change) + tag_to_html(silent_note(change)),
            links_to_html(shown_places(change), references),
        ]
        for change in changes
    ]
    return table_to_html(("Of", "Text", "Words"), rows)


_TABLES: dict[str, Callable[[Sequence[Change], References], str]] = {
    "renamed": _names_table,
    "merged": _names_table,
    "split": _names_table,
    "metric_changed": _figures_table,
    "definition_changed": _texts_table,
}


def _fields_to_html(changes: Sequence[Change], references: References) -> Iterator[str]:
    """Each field with a table of its own; what was measured first, texts last."""
    fields = sorted({change.field or "" for change in changes}, key=lambda field: (field in _TEXT_FIELDS, field))
    for field in fields:
        here = [change for change in changes if (change.field or "") == field]
        yield f"<h3>{escape(capital(field_label(field)))} ({len(here)})</h3>"
        yield _texts_table(here, references) if field in _TEXT_FIELDS else _values_table(here, references)


def _values_table(changes: Sequence[Change], references: References) -> str:
    rows = [
        [
            escape(change.project_new or change.project_old or ""),
            escape(value_in_words(change.old, change)),
            escape(value_in_words(change.new, change)),
            escape(shift_in_words(change)) + tag_to_html(silent_note(change)),
            links_to_html(shown_places(change), references),
        ]
        for change in changes
    ]
    return table_to_html(("Project", "Then", "Now", "Moved", "Words"), rows)


def _promises_to_html(promises: tuple[Promise, ...], references: References) -> Iterator[str]:
    if not promises:
        return
    yield f'<h2 id="promises">Promises of the earlier memo ({len(promises)})</h2>'
    counts = ", ".join(f"{count} {title.lower()}" for title, count in count_states(promises))
    yield f"<p>{escape(capital(counts))}. A promise is kept only where the later memo says that it was done.</p>"
    rows = [
        [
            escape(promise_to_text(promise)),
            escape(due_in_words(promise.due)),
            escape(outcome_in_words(promise)),
            links_to_html(promise_to_places(promise), references),
        ]
        for promise in sorted(promises, key=promise_order)
    ]
    yield table_to_html(("Promised", "By", "What came of it", "Words"), rows, classes="texts")


def _unchanged_to_html(comparison: Comparison) -> str:
    if not comparison.unchanged:
        return ""
    names = "".join(
        f"<li>{escape(pair.project_new)}{f' ({escape(pair.note)})' if pair.note else ''}</li>"
        for pair in comparison.unchanged
    )
    return f"<h2>Unchanged ({len(comparison.unchanged)})</h2><ul>{names}</ul>"
