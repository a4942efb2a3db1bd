"""A comparison as Markdown that any viewer shows well: headings, lists and small tables, each change with its words."""

from collections.abc import Iterator, Sequence

from records.comparison import Change, Comparison
from records.promises import Promise
from ui.export.bridge_wording import bridge_in_words, bridge_rows, flow_table, scale_in_words, stated_counts
from ui.export.changed_words import is_word_by_word, words_to_markdown
from ui.export.markdown_text import escape_markdown, table_to_markdown
from ui.export.promise_wording import (
    count_states,
    due_in_words,
    outcome_in_words,
    promise_order,
    promise_to_places,
    promise_to_text,
)
from ui.export.wording import (
    KIND_TITLES,
    Told,
    capital,
    change_to_sentence,
    changes_of_kind,
    memo_label,
    place_label,
    status_word,
    tell_changes,
)


def comparison_to_markdown(comparison: Comparison, promises: Sequence[Promise] = ()) -> str:
    return "\n".join(_lines(comparison, tuple(promises))) + "\n"


def _lines(comparison: Comparison, promises: tuple[Promise, ...]) -> Iterator[str]:
    yield "# What changed"
    yield ""
    yield f"- Earlier: {escape_markdown(memo_label(comparison.old))} ({escape_markdown(comparison.old.file)})"
    yield f"- Later: {escape_markdown(memo_label(comparison.new))} ({escape_markdown(comparison.new.file)})"
    yield ""
    for note in comparison.notes:
        yield from (f"> {escape_markdown(note)}", "")
    yield from _bridge_lines(comparison)
    for kind, title in KIND_TITLES.items():
        changes = changes_of_kind(comparison.changes, kind)
        if changes:
            yield from ("", f"## {title} ({len(changes)})", "")
            for told in tell_changes(changes):
                yield from _told_lines(told, comparison)
    yield from _promise_lines(promises, comparison)
    if comparison.unchanged:
        yield from ("", f"## Unchanged ({len(comparison.unchanged)})", "")
        for pair in comparison.unchanged:
            yield f"- {escape_markdown(pair.project_new)}" + (f" ({escape_markdown(pair.note)})" if pair.note else "")


def _bridge_lines(comparison: Comparison) -> Iterator[str]:
    bridge = comparison.bridge
    yield bridge_in_words(bridge) + "."
    yield ""
    yield from table_to_markdown(
        ("Open projects", "Count"), [(label, str(count)) for label, count in bridge_rows(bridge)], numbers=(1,)
    )
    for sentence in stated_counts(bridge):
        yield from ("", sentence)
    header, flows = flow_table(bridge.flows)
    if not flows:
        header = ["Status", "Earlier", "Later"]
        flows = [[status_word(status), str(old), str(new)] for status, old, new in bridge.by_status]
    if flows:
        yield from ("", *table_to_markdown(header, flows, numbers=range(1, len(header))))
    if comparison.scale is not None:
        yield from ("", escape_markdown(scale_in_words(comparison.scale)))
        for item in comparison.scale.rescaled:
            was, now = status_word(item.old), status_word(item.new)
            yield f"- {escape_markdown(f'{item.project_new}: {was} then, {now} now: {item.note}')}"


def _told_lines(told: Told, comparison: Comparison) -> Iterator[str]:
    for change, note in zip(told.changes, told.notes, strict=True):
        yield f"- {_sentence(change)}" + (f" *({note})*" if note else "")
    for place in told.places:
        yield f"  - {escape_markdown(place_label(place, comparison))}: \u201c{escape_markdown(place.quote)}\u201d"


def _sentence(change: Change) -> str:
    """A text that was changed in places is shown word by word."""
    if not is_word_by_word(change):
        return escape_markdown(change_to_sentence(change))
    name = change.project_new or change.project_old
    label = f"{name}, {change.field}" if name else capital(change.field or "")
    return f"{escape_markdown(label)}: {words_to_markdown(change)}"


def _promise_lines(promises: tuple[Promise, ...], comparison: Comparison) -> Iterator[str]:
    if not promises:
        return
    yield from ("", f"## Promises of the earlier memo ({len(promises)})", "")
    yield capital(", ".join(f"{count} {title.lower()}" for title, count in count_states(promises))) + "."
    yield ""
    for promise in sorted(promises, key=promise_order):
        outcome = escape_markdown(outcome_in_words(promise))
        due = escape_markdown(due_in_words(promise.due))
        yield f"- **{outcome}** — {escape_markdown(promise_to_text(promise))} *(by: {due})*"
        for place in promise_to_places(promise):
            yield f"  - {escape_markdown(place_label(place, comparison))}: \u201c{escape_markdown(place.quote)}\u201d"
