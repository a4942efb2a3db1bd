"""Projects that may be one, though too little speaks for it to claim so: told with each of the two, with what does.

A false rename would be worse than a project that is told as gone and another as new; but a reader who isn't told that
the two may be one is misled as well. Only the best partner of both sides is told, and only what can be pointed at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answer.comparison.changes import is_open
from answer.comparison.evidence import gather_evidence
from answer.comparison.match import Match, Matching
from answer.comparison.names import fold_name
from answer.comparison.similarity import Matrix
from records.comparison import Pairing
from records.facts import Project

_SPEAKS = 0.8
"""Log-odds that a piece of evidence must have to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """``old`` and ``new`` say of the open projects without a partner, by their positions, who each may be and why.
    ``unclear`` are pairs that are nearly even, or have a rival: nothing is claimed of either project."""

    old: dict[int, Pairing]
    new: dict[int, Pairing]
    unclear: tuple[Pairing, ...]

    def pairings(self) -> tuple[Pairing, ...]:
        return (*self.unclear, *self.old.values())


def find_possible(matching: Matching, old: Sequence[Project], new: Sequence[Project]) -> Possible:
    left = [match for match in matching.possible if is_open(old[match.old]) and is_open(new[match.new])]
    evidence = gather_evidence(old, new) if left or matching.ambiguous else {}
    told = {match: _to_pairing(match, old, new, evidence) for match in (*left, *matching.ambiguous)}
    return Possible(
        old={match.old: told[match] for match in left if told[match].note},
        new={match.new: told[match] for match in left if told[match].note},
        unclear=tuple(told[match] for match in matching.ambiguous),
    )


def _to_pairing(
    match: Match, old: Sequence[Project], new: Sequence[Project], evidence: Mapping[str, Matrix]
) -> Pairing:
    was, now = old[match.old], new[match.new]
    pieces = [name for name, scores in evidence.items() if scores[match.old, match.new] >= _SPEAKS]
    return Pairing(
        project_old=was.project,
        project_new=now.project,
        confidence=match.confidence,
        note=reasons_in_words(was, now, pieces) or None,
    )


def reasons_in_words(was: Project, now: Project, pieces: Sequence[str]) -> str:
    """``both have the budget $4,750,000 and the end December 2033; the names are alike``; ``pieces`` are those that
    speak for it."""
    both = [text for text in (_sum(was, now), _end(was, now), _owner(was, now), _department(was, now)) if text]
    likeness = [word for piece, word in _ALIKE.items() if piece in pieces]
    same = f"both have the {' and the '.join(both)}" if both else ""
    alike = f"the {' and '.join(dict.fromkeys(likeness))} are alike" if likeness else ""
    return ", ".join(text for text in (same, alike) if text)


_ALIKE = {"name likeness": "names", "name words": "names", "description": "descriptions", "reference": "references"}


def _sum(old: Project, new: Project) -> str | None:
    same = old.budget and new.budget and old.budget == new.budget
    return f"budget {new.budget.text}" if same and new.budget else None


def _end(old: Project, new: Project) -> str | None:
    same = old.end and new.end and old.end.last is not None and old.end.last == new.end.last
    return f"end {new.end.text}" if same and new.end else None


def _owner(old: Project, new: Project) -> str | None:
    same = old.owner and new.owner and fold_name(old.owner) == fold_name(new.owner)
    return f"owner {new.owner}" if same else None


def _department(old: Project, new: Project) -> str | None:
    same = old.department and new.department and fold_name(old.department) == fold_name(new.department)
    return f"department {new.department}" if same else None
