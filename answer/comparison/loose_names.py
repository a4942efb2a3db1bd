"""Which projects a sentence means that does not write their names as the lists do.

"The two phases of the harbor network", "the roof and boiler works at the annex" and "the ticket work" name projects by
some of their words. Only those that stand in one of two memos alone are looked for, and the lists must leave one
reading; where they do not, nobody is meant.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from answer.comparison.names import fold_name, name_stems
from records.facts import Project

Stems = frozenset[str]
_LEAST = 2
"""Words that a project must be named by: one alone could be anything."""

_COUNTS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_THINGS = (
    r"(?:projects|programmes|programs|schemes|initiatives|phases|stages|jobs|works|contracts|packages|efforts|parts|"
    r"releases|lots|components|sections|[a-z]{3,15}s)"
)
_COUNTED = re.compile(
    rf" (?P<count>{'|'.join(_COUNTS)}) (?:of the |the |separate |former |distinct )?(?P<words>(?:[a-z0-9]+ ){{0,4}}?)"
    rf"{_THINGS} (?:(?:at|in|on|of|for|along) (?:the )?(?P<place>(?:[a-z0-9]+ ){{1,3}}))?"
)


class LooseNames:
    """The names that stand in one of two memos only, as their stems."""

    def __init__(self, old: Sequence[Project], new: Sequence[Project]) -> None:
        before, after = ({fold_name(project.project) for project in side} for side in (old, new))
        self.gone = _stems(old, but=after)
        self.come = _stems(new, but=before)
        self._own = _own_words(self.gone, [*old, *new])
        self._unions = _families(self.come, self.gone, share=lambda heir, part: heir < part)
        self._divisions = _families(self.gone, self.come, share=lambda whole, part: bool(whole & part))

    def renamed(self, text: str) -> list[tuple[int, int]]:
        """``the lights at the ferry pier ...; the work is now called Pier Lighting``"""
        said = _said(text)
        gone = [old for old, stems in self.gone.items() if _is_named(stems, said)]
        come = [new for new, stems in self.come.items() if _is_named(stems, said)]
        return [(gone[0], come[0])] if len(gone) == len(come) == 1 else []

    def merged(self, text: str) -> list[tuple[int, int]]:
        """``The two phases of the harbor network were combined``: both bear the words of the one that is new, and the
        sentence has these, or what tells them apart (``the upper and lower weir projects were merged``)."""
        said = _said(text)
        for new, parts in self._unions.items():
            stems = self.come[new]
            told_apart = bool(stems & said) and all(rest & said for rest in parts.values())
            if _is_named(stems, said) or told_apart:
                return [(old, new) for old in parts]
        return []

    def split(self, text: str) -> list[tuple[int, int]]:
        """``split into a ticket package and a baggage package``: what tells the new names apart stands there."""
        said = _said(text)
        for old, parts in self._divisions.items():
            told = [new for new, rest in parts.items() if rest <= said] if _is_named(self.gone[old], said) else []
            if len(told) >= _LEAST:
                return [(old, new) for new in told]
        return []

    def gone_in(self, text: str) -> list[int]:
        """The projects of the earlier memo that all but one of their words name, one of them theirs alone."""
        said = _said(text)
        return [
            old
            for old, stems in self.gone.items()
            if len(stems & said) >= max(_LEAST, len(stems) - 1) and self._own[old] & said
        ]

    def parts_of(self, heir: Stems, text: str) -> list[int]:
        """``both Northgate jobs``, ``the roof and boiler projects at Northgate``, of an heir that bears that word."""
        said = _said(text)
        counted = _counted(f" {fold_name(text)} ", self.gone)
        if counted:
            return counted
        near = {old: stems & heir for old, stems in self.gone.items() if stems & heir & said}
        told = [old for old, shared in near.items() if (self.gone[old] - shared) & self._own[old] & said]
        return told if len(told) >= _LEAST else []

    def parts_into(self, whole: int, text: str) -> list[int]:
        """``split into two releases``: the two new names that share most words with the whole's."""
        shared = {new: len(stems & self.gone.get(whole, frozenset())) for new, stems in self.come.items()}
        most = max(shared.values(), default=0)
        kin = [new for new, count in shared.items() if count == most > 0]
        counts = {_COUNTS[found["count"]] for found in _COUNTED.finditer(f" {fold_name(text)} ")}
        return kin if len(kin) in counts else []


def _counted(folded: str, members: Mapping[int, Stems]) -> list[int]:
    """``the two Northgate projects``, where two there are."""
    for found in _COUNTED.finditer(folded):
        for words in (found["words"], *_openings(found["place"] or "")):
            wanted = frozenset(name_stems(words)) if words.strip() else frozenset()
            named = [position for position, stems in members.items() if wanted and wanted <= stems]
            if len(named) == _COUNTS[found["count"]]:
                return named
    return []


def _openings(words: str) -> list[str]:
    """The longest first: what follows "the two projects at" ends somewhere."""
    parts = words.split()
    return [" ".join(parts[:size]) for size in range(len(parts), 0, -1)]


def _own_words(gone: Mapping[int, Stems], everybody: Iterable[Project]) -> dict[int, Stems]:
    """Those words of each name that no other project's has."""
    names = {fold_name(project.project): frozenset(name_stems(project.project)) for project in everybody}
    often = Counter(stem for stems in names.values() for stem in stems)
    return {position: frozenset(stem for stem in stems if often[stem] == 1) for position, stems in gone.items()}


def _families(
    heads: Mapping[int, Stems], members: Mapping[int, Stems], *, share: Callable[[Stems, Stems], bool]
) -> dict[int, dict[int, Stems]]:
    """The names of one memo that share words with two or more of the other, each of these with its words of its own."""
    found = {
        head: {member: part - stems for member, part in members.items() if share(stems, part) and part - stems}
        for head, stems in heads.items()
    }
    return {head: parts for head, parts in found.items() if len(parts) >= _LEAST}


def _said(text: str) -> Stems:
    return frozenset(name_stems(text))


def _is_named(stems: Stems, said: Stems) -> bool:
    return len(stems) >= _LEAST and stems <= said


def _stems(projects: Sequence[Project], *, but: set[str]) -> dict[int, Stems]:
    return {
        position: frozenset(name_stems(project.project))
        for position, project in enumerate(projects)
        if fold_name(project.project) not in but
    }
