"""Which project a question names, under any of its names, in whole or by words that no other project shares.

Two projects fit equally? Then both are returned, and the caller must say that it is ambiguous. A word counts as part
of a name only here; whether the rest of the question fits a project's record is for the caller to check.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.questions.reading.words import fold, kin, stems, tokens
from records.facts import Project

_GENERIC = stems("project program programme initiative system effort city citywide combined total overall")
_WHOLE = 10.0
_CAPITALS = re.compile(r"(?<!\w)[A-Z][\w'’-]*(?: (?:of |and |the )?[A-Z0-9][\w'’-]*){1,6}")


@dataclass(frozen=True, slots=True)
class Named:
    """``used`` are the question's stems that the project's name explains; ``whole`` if a full name was given."""

    project: Project
    used: frozenset[str]
    whole: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Match:
    """As ``Named``, of the project whose names stand at ``at``."""

    at: int
    used: frozenset[str]
    whole: bool
    strength: float


def find_named(text: str, projects: Sequence[Project]) -> tuple[Named, ...]:
    """The best match for the names in ``text``; several where they match equally well; none where nothing is shared.

    "the camera project" finds "Harbor Camera Replacement" if no other project has a camera in its name.
    """
    listed = list(projects)
    found = match_names(text, [project_names(project) for project in listed])
    return tuple(Named(listed[each.at], each.used, each.whole, each.strength) for each in found)


def match_names(text: str, names: Sequence[Sequence[str]]) -> tuple[Match, ...]:
    """As ``find_named``, where no more than the names of each project is known."""
    asked, groups = stems(text), _stems_of(tuple(map(tuple, names)))
    near = [at for at, group in enumerate(groups) if not asked.isdisjoint(group) or any(map(str.isupper, names[at]))]
    shared = Counter(base for group in groups for base in group) if near else Counter[str]()
    found = [match for at in near if (match := _match(text, asked, at, names[at], groups[at], shared))]
    if not found:
        return ()
    best = max(match.strength for match in found)
    return tuple(match for match in found if match.strength >= best - 1e-9)


def _of_other_names(text: str, everything: frozenset[str]) -> frozenset[str]:
    """The stems of names in ``text`` that only in part are the project's: "Quill Bay" is no "Quill Ferry Dock"."""
    names = (stems(found.group()) for found in _CAPITALS.finditer(text[1:]))
    return frozenset().union(*(name for name in names if len(name) > 1 and not name <= everything | _GENERIC))


def project_names(project: Project) -> tuple[str, ...]:
    return (project.project, *project.aliases)


@lru_cache(maxsize=4096)
def _stems_of(names: tuple[tuple[str, ...], ...]) -> tuple[frozenset[str], ...]:
    """The stems of each project's names. A memo's names are met again and again."""
    return tuple(frozenset().union(*map(stems, group)) for group in names)


def _match(  # a project's place, names and stems beside the question's
    text: str, asked: frozenset[str], at: int, names: Sequence[str], everything: frozenset[str], shared: Counter[str]
) -> Match | None:
    used = asked & everything
    for name in names:
        telling = stems(name) - _GENERIC or stems(name)
        acronym = name.isupper() and fold(name) in tokens(text)
        if telling and (telling <= asked or acronym):
            return Match(at, used | (asked & _GENERIC), True, _WHOLE + len(telling))
    own = [base for base in used - _GENERIC if shared[base] == 1]
    if not own or set(own) <= _of_other_names(text, everything):
        return None
    kindred = frozenset(base for base in asked if not kin(base).isdisjoint(everything))
    return Match(at, used | kindred | (asked & _GENERIC), False, sum(1 / shared[base] for base in used))
