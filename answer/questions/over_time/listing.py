"""All memos of a library in the order that questions want them, put in order once for each state of the library."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.questions.reading.time_words import entries_to_series, latest_first
from index.kept import Kept
from records.library import MemoEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """``entries`` latest first; ``bodies`` has those of each body."""

    entries: tuple[MemoEntry, ...]
    bodies: Mapping[str | None, tuple[MemoEntry, ...]]


_LISTINGS: Kept[int, tuple[tuple[MemoEntry, ...], Listing]] = Kept(most=8)
"""By the library's own listing, which is held and is the same object while nothing changes."""


def entries_to_listing(entries: tuple[MemoEntry, ...]) -> Listing:
    return _LISTINGS.get(id(entries), lambda: (entries, _to_listing(entries)))[1]


def _to_listing(entries: tuple[MemoEntry, ...]) -> Listing:
    ordered = latest_first(entries)
    return Listing(entries=ordered, bodies={series[0].body: tuple(series) for series in entries_to_series(ordered)})
