"""Which project is which between any two memos of a series, found once for each pair of memos."""

from collections.abc import Iterable, Sequence
from datetime import date

from answer.comparison.identity import Identity, identify
from answer.comparison.statements import Statement, memo_to_statements
from index.kept import Kept
from records.identity import Decision
from records.memo import Memo

_IDENTITIES: Kept[tuple[int, int, tuple[Decision, ...]], tuple[tuple[Memo, Memo], Identity]] = Kept(most=256)
"""Of the memos themselves, which are held with what was found, and with a person's decisions. A pair takes 20 ms, and
each question about a project's course asks for a dozen."""


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
            self._identities[old, new] = self._identify(old, new)
        return self._identities[old, new]

    def _identify(self, old: int, new: int) -> Identity:
        pair, decisions = (self.memos[old], self.memos[new]), tuple(self.decisions)

        def identify_pair() -> tuple[tuple[Memo, Memo], Identity]:
            return pair, identify(*pair, statements=self.statements(new), decisions=decisions)

        return _IDENTITIES.get((id(pair[0]), id(pair[1]), decisions), identify_pair)[1]

    def partner(self, number: int, position: int, other: int) -> int | None:
        """The position in memo ``other`` of what stands at ``position`` in memo ``number``."""
        pairs = self.between(min(number, other), max(number, other)).matching.pairs
        for pair in pairs:
            here, there = (pair.old, pair.new) if number < other else (pair.new, pair.old)
            if here == position:
                return there
        return None
