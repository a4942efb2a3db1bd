"""What the first memo that spoke of a project said of its dates and its money: the original plan.

Followed back from memo to memo under the same name, and under another where two successive memos make that clear. The
oldest value found is the first *known* one; what memos before those at hand said is not known.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answer.comparison.identity import identify
from answer.comparison.links import oldest_first
from answer.comparison.names import fold_name
from answer.comparison.statements import memo_to_statements
from records.facts import Project
from records.identity import Decision
from records.memo import Memo
from records.place import Place
from records.values import Money, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """``day`` is the date of the memo that stated the value first."""

    value: Period | Money
    day: date | None
    places: tuple[Place, ...]


class Firsts:
    """The first values of the projects of ``old``, looked up in the memos before it, as far as they are asked for.

    A memo without a date is before none.
    """

    def __init__(self, old: Memo, earlier: Sequence[Memo], decisions: Sequence[Decision] = ()) -> None:
        before = [memo for memo in earlier if memo.id != old.id and memo.letterhead.date is not None]
        self._memos = (*oldest_first(before), old)
        self._decisions = decisions
        self._links: dict[int, dict[int, int]] = {}
        self._names = [_unique_names(memo.projects) for memo in self._memos]
        self._trails: dict[int, tuple[tuple[Memo, Project], ...]] = {}

    def of(self, position: int, field: str) -> First | None:
        """Of the project at ``position`` in ``old``; ``None`` without memos before it."""
        if len(self._memos) == 1:
            return None
        if position not in self._trails:
            self._trails[position] = self._trail(position)
        for memo, project in self._trails[position]:
            value = getattr(project, field)
            if value is not None:
                own = tuple(place for name, place in project.field_places if name == field)
                return First(value=value, day=memo.letterhead.date, places=(*own, *project.places)[:1])
        return None

    def _trail(self, position: int) -> tuple[tuple[Memo, Project], ...]:
        """Oldest first."""
        last = len(self._memos) - 1
        trail = [(self._memos[last], self._memos[last].projects[position])]
        for number in range(last - 1, -1, -1):
            before = self._partner(number, last, position)
            if before is not None:
                last, position = number, before
                trail.append((self._memos[number], self._memos[number].projects[position]))
        return tuple(reversed(trail))

    def _partner(self, number: int, last: int, position: int) -> int | None:
        named = self._names[number].get(fold_name(self._memos[last].projects[position].project))
        if named is not None or last != number + 1:
            return named
        if number not in self._links:
            old, new = self._memos[number], self._memos[last]
            pairs = identify(old, new, statements=memo_to_statements(new), decisions=self._decisions).matching.pairs
            self._links[number] = {pair.new: pair.old for pair in pairs}
        return self._links[number].get(position)


def _unique_names(projects: Sequence[Project]) -> dict[str, int]:
    names = [fold_name(project.project) for project in projects]
    often = Counter(names)
    return {name: position for position, name in enumerate(names) if often[name] == 1}
