"""One committee's memos, each read when a question first looks into it.

Most questions are not asked over time, and of those that are, most name no project of the series: the dates of its
memos and the names of their projects tell that, at a small part of what the memos themselves cost.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from answer.later import Later
from answer.questions.over_time.listing import entries_to_listing
from answer.questions.over_time.scope import Shelf
from answer.questions.reading.time_words import oldest_first
from records.facts import Project
from records.identity import Decision
from records.library import MemoEntry
from records.memo import Memo

MOST_MEMOS = 12
"""The latest of a committee's memos, which are looked into."""


class Series(Sequence[Memo]):
    """``entries`` as memos, in their order: oldest first."""

    def __init__(self, entries: Sequence[MemoEntry], library: Shelf) -> None:
        self.entries = tuple(entries)
        self._library = library

    @classmethod
    def of_body(cls, body: str | None, library: Shelf) -> "Series":
        """The body's latest memos in the library."""
        latest = entries_to_listing(library.memos()).bodies[body][:MOST_MEMOS]
        return cls(oldest_first(latest), library)

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, at: int) -> Memo: ...

    @overload
    def __getitem__(self, at: slice) -> "Series": ...

    def __getitem__(self, at: int | slice) -> "Memo | Series":
        if isinstance(at, slice):
            return Series(self.entries[at], self._library)
        return self._library.memo(self.entries[at].id)

    @cached_property
    def names(self) -> Sequence[tuple[tuple[str, ...], ...]]:
        """Of each memo, the names of each of its projects, without reading the memos."""
        return self._library.names([entry.id for entry in self.entries])

    @property
    def projects(self) -> Sequence[Project]:
        """Those of all memos, with no more than their names: enough to see which one a question names."""
        return Later(lambda: [project for number in range(len(self)) for project in self._named(number)])

    def _named(self, number: int) -> list[Project]:
        memo = self.entries[number]
        return [
            Project(project=name, aliases=tuple(others), memo=memo.id, as_of=memo.date, places=())
            for name, *others in self.names[number]
        ]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self._library.decisions()
