"""The sheet that somebody takes into the meeting: a briefing cut down to what is worth asking, the weightiest first.

One item says one thing, once: what is told of a project's dates is not told again as a promise or a finding. What does
not fit on two pages is counted, never dropped without a word. No item says why anything happened or who is to blame.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from records.comparison import ComparedMemo
from records.place import Place
from ui.briefing import Briefing
from ui.export.bridge_wording import bridge_in_words
from ui.export.promise_wording import count_states
from ui.export.sheet_changes import change_items
from ui.export.sheet_findings import finding_items
from ui.export.sheet_items import Item
from ui.export.sheet_promises import forgotten_items, promise_items
from ui.export.wording import capital

_MOST_CHANGES, _MOST_PROMISES, _MOST_FINDINGS, _MOST_FORGOTTEN = 8, 6, 4, 2
"""So many fit on two printed pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """``more`` counts the items that did not fit; ``lead`` is a sentence before the first."""

    title: str
    items: tuple[Item, ...]
    more: int = 0
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    old: ComparedMemo
    new: ComparedMemo
    headlines: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for part in self.parts for item in part.items for place in item.places)


def briefing_to_sheet(briefing: Briefing) -> Sheet:
    comparison = briefing.comparison
    changes = change_items(briefing)
    told = frozenset(item.about for item in changes if item.about)
    promises = promise_items(briefing, told=told)
    findings = finding_items(briefing, told=[*changes, *promises])
    forgotten = forgotten_items(briefing)
    parts = (
        _part("What changed", changes, _MOST_CHANGES),
        _part("What was promised", promises, _MOST_PROMISES, lead=_promise_lead(briefing)),
        _part("What does not add up in the later memo", findings, _MOST_FINDINGS),
        _part("Promised in earlier years and not heard of since", forgotten, _MOST_FORGOTTEN),
    )
    return Sheet(
        old=comparison.old,
        new=comparison.new,
        headlines=tuple(_headlines(briefing)),
        parts=tuple(part for part in parts if part.items or part.lead),
        notes=comparison.notes,
    )


def _part(title: str, items: Iterable[Item], most: int, *, lead: str | None = None) -> Part:
    ranked = sorted(items, key=lambda item: -item.weight)
    return Part(title=title, items=tuple(ranked[:most]), more=max(0, len(ranked) - most), lead=lead)


def _headlines(briefing: Briefing) -> Sequence[str]:
    comparison = briefing.comparison
    silent = sum(change.silent for change in comparison.changes)
    counts = f"{_count(len(comparison.changes), 'change')}, {silent} of them not pointed out by the later memo."
    return [f"Open projects: {bridge_in_words(comparison.bridge)}.", counts, *_reds(briefing)]


def _reds(briefing: Briefing) -> list[str]:
    red = next((flow for flow in briefing.comparison.bridge.flows if flow.status == "red"), None)
    if red is None or not (red.opening or red.closing):
        return []
    moves = [
        f"{count} {word}"
        for count, word in (
            (red.worsened, "worsened into it"), (red.improved_into, "improved into it"), (red.joined, "joined"),
            (red.improved, "improved"), (red.left, "left"),
        )
        if count
    ]  # fmt: skip
    return [f"Red: {red.opening} then, {red.closing} now" + (f" ({', '.join(moves)})." if moves else ".")]


def _promise_lead(briefing: Briefing) -> str | None:
    promises = briefing.promises
    if not promises:
        return None
    counts = ", ".join(f"{count} {title.lower()}" for title, count in count_states(promises))
    return (
        f"{_count(len(promises), 'promise')} of the earlier memo, its end dates among them: {capital(counts).lower()}."
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
