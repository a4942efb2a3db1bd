"""A series of memos, read once: which project of one is which of a later one, and the lines of each.

All that is costly (matching two memos, cutting a memo into lines) is done when it is first asked for, and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from answer.comparison.explained import Explanation
from answer.comparison.identity import Identity, identify
from answer.comparison.mentions import Mention, find_mentions
from answer.comparison.statements import memo_to_statements
from answer.ledger.lines import Lines
from records.identity import Decision
from records.memo import Memo


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """What a later memo has of a project: its record's ``position``; or the ``endings`` that the memo tells of it; or
    a bare ``mention``; or that it may be one of two (``is_unclear``); or nothing."""

    position: int | None = None
    endings: tuple[Explanation, ...] = ()
    mention: Mention | None = None
    is_unclear: bool = False


class Series:
    """Memos of one body, oldest first."""

    def __init__(self, memos: Sequence[Memo], *, decisions: Sequence[Decision] = ()) -> None:
        self.memos = tuple(memos)
        self._decisions = decisions
        self._steps: dict[tuple[int, int], _Between] = {}
        self._lines: dict[int, Lines] = {}

    def lines(self, number: int) -> Lines:
        if number not in self._lines:
            self._lines[number] = Lines(self.memos[number])
        return self._lines[number]

    def find(self, number: int, position: int, later: int) -> Whereabouts:
        """Where project ``position`` of memo ``number`` is in memo ``later``."""
        if (number, later) not in self._steps:
            self._steps[number, later] = _Between(self.memos[number], self.memos[later], self._decisions)
        return self._steps[number, later].find(position)


class _Between:
    """Two memos' projects, matched."""

    def __init__(self, old: Memo, new: Memo, decisions: Sequence[Decision]) -> None:
        self._old, self._new, self._decisions = old, new, decisions

    @cached_property
    def _identity(self) -> Identity:
        statements = memo_to_statements(self._new)
        return identify(self._old, self._new, statements=statements, decisions=self._decisions)

    @cached_property
    def _partners(self) -> dict[int, int]:
        return {pair.old: pair.new for pair in self._identity.matching.pairs}

    @cached_property
    def _mentions(self) -> dict[int, Mention]:
        known = {*self._partners, *self._identity.ended, *self._identity.matching.unclear_old()}
        gone = [position for position in range(len(self._old.projects)) if position not in known]
        found = find_mentions(self._new, [self._old.projects[p] for p in gone], others=self._new.projects)
        return {gone[number]: mention for number, mention in found.items()}

    def find(self, position: int) -> Whereabouts:
        if position in self._partners:
            return Whereabouts(position=self._partners[position])
        if position in self._identity.matching.unclear_old():
            return Whereabouts(is_unclear=True)
        endings = tuple(self._identity.ended.get(position, ()))
        return Whereabouts(endings=endings, mention=None if endings else self._mentions.get(position))
