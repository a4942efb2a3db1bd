"""Who became what, where a sentence does not write the names as the lists do.

"The two phases of the harbor network were combined" and "the ferry hall was split into a ticket package and a baggage
package" name their projects by their words alone. All words of a name must stand in the sentence, and the lists must
leave one reading; where they do not, nothing is claimed.
"""

from collections.abc import Callable, Mapping, Sequence

from answer.comparison.names import fold_name, name_stems
from records.facts import Project

Stems = frozenset[str]
_LEAST = 2
"""Words that a project must be named by: one alone could be anything."""


class LooseNames:
    """The names that stand in one of two memos only, as their stems."""

    def __init__(self, old: Sequence[Project], new: Sequence[Project]) -> None:
        before, after = ({fold_name(project.project) for project in side} for side in (old, new))
        self._gone = _stems(old, but=after)
        self._come = _stems(new, but=before)
        self._unions = _families(self._come, self._gone, share=lambda heir, part: heir < part)
        self._divisions = _families(self._gone, self._come, share=lambda whole, part: bool(whole & part))

    def read(self, kind: str, text: str) -> list[tuple[int, int]]:
        """Pairs of positions: what the sentence says became of a project of the earlier memo."""
        said = frozenset(name_stems(text))
        if kind == "renamed":
            return self._renamed(said)
        if kind == "merged":
            return self._merged(said)
        return self._split(said) if kind == "split" else []

    def _renamed(self, said: Stems) -> list[tuple[int, int]]:
        """``the lights at the ferry pier ...; the work is now called Pier Lighting``"""
        gone = [old for old, stems in self._gone.items() if len(stems) >= _LEAST and stems <= said]
        come = [new for new, stems in self._come.items() if len(stems) >= _LEAST and stems <= said]
        return [(gone[0], come[0])] if len(gone) == len(come) == 1 else []

    def _merged(self, said: Stems) -> list[tuple[int, int]]:
        """``The two phases of the harbor network were combined``: both bear the words of the one that is new, and the
        sentence has these, or what tells them apart (``the upper and lower weir projects were merged``)."""
        for new, parts in self._unions.items():
            stems = self._come[new]
            told_apart = bool(stems & said) and all(rest & said for rest in parts.values())
            if _is_named(stems, said) or told_apart:
                return [(old, new) for old in parts]
        return []

    def _split(self, said: Stems) -> list[tuple[int, int]]:
        """``split into a ticket package and a baggage package``: what tells the new names apart stands there."""
        for old, parts in self._divisions.items():
            told = [new for new, rest in parts.items() if rest <= said]
            if len(told) >= _LEAST and _is_named(self._gone[old], said):
                return [(old, new) for new in told]
        return []


def _families(
    heads: Mapping[int, Stems], members: Mapping[int, Stems], *, share: Callable[[Stems, Stems], bool]
) -> dict[int, dict[int, Stems]]:
    """The names of one memo that share words with two or more of the other, each of these with its words of its own."""
    found = {
        head: {member: part - stems for member, part in members.items() if share(stems, part) and part - stems}
        for head, stems in heads.items()
    }
    return {head: parts for head, parts in found.items() if len(parts) >= _LEAST}


def _is_named(stems: Stems, said: Stems) -> bool:
    return len(stems) >= _LEAST and stems <= said


def _stems(projects: Sequence[Project], *, but: set[str]) -> dict[int, Stems]:
    return {
        position: frozenset(name_stems(project.project))
        for position, project in enumerate(projects)
        if fold_name(project.project) not in but
    }
