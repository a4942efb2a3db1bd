"""Which project is which between any two memos of a series, found once for each pair of memos."""

from collections.abc import Iterable, Sequence
from datetime import date

from answer.comparison.identity import Identity, identify
from answer.comparison.statements import Statement, memo_to_statements
from records.identity import Decision
from records.memo import Memo


def oldest_first(memos: Iterable[Memo]) -> tuple[Memo, ...]:
    """Undated ones last."""
    return tuple(
        sorted(memos, key=lambda memo: (memo.letterhead.date is None, memo.letterhead.date or date.max, memo.id))
    )


class Links:
    """``memos`` are oldest first; a memo's number is its place in that order."""

    def __init__(self, memos: Sequence[Memo], decisions: Sequence[Decision] = ()) -> None:
        self.memos = oldest_first(memos)
        self.decisions = decisions
        self._identities: dict[tuple[int, int], Identity] = {}
        self._statements: dict[int, tuple[Statement, ...]] = {}

    def statements(self, number: int) -> tuple[Statement, ...]:
        if number not in self._statements:
            self._statements[number] = memo_to_statements(self.memos[number])
        return self._statements[number]

    def between(self, old: int, new: int) -> Identity:
        if (old, new) not in self._identities:
            self._identities[old, new] = identify(
                self.memos[old], self.memos[new], statements=self.statements(new), decisions=self.decisions
            )
        return self._identities[old, new]

    def partner(self, number: int, position: int, other: int) -> int | None:
        """The position in memo ``other`` of what stands at ``position`` in memo ``number``."""
        pairs = self.between(min(number, other), max(number, other)).matching.pairs
        for pair in pairs:
            here, there = (pair.old, pair.new) if number < other else (pair.new, pair.old)
            if here == position:
                return there
        return None
