"""What a memo itself says became of projects: renamed, merged, split, cancelled, back again.

Only a sentence that names the project and says it in the indicative counts ("was merged into", not "could be merged").
Who became what is read from the names around the verb; where the names do not settle it, nothing is claimed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answer.comparison.loose_names import LooseNames
from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Project
from records.place import Place

ExplanationKind = Literal["renamed", "merged", "split", "cancelled", "re_entered"]

# The verbs, as they stand in folded text (lower case, no punctuation). "formally known as" is a common slip of the pen.
_VERBS: dict[ExplanationKind, str] = {
    "renamed": r"renamed|retitled|rebranded|rechristened|formerly|"
    r"(?:formally|previously|once|originally|now|since|henceforth) (?:known as|called|named|titled|referred to as)|"
    r"(?:changed|change of) (?:its )?name|goes by the name|under (?:its|the) (?:new|old|former|earlier) name|new name",
    "merged": r"merged?|combined|consolidated|folded into|rolled into|absorbed|incorporated into|subsumed|joined with|"
    r"(?:now|became|become|made) part of|integrated into|brought together|united|taken over by|continues? within|"
    r"continued (?:under|within|as part of)|"
    r"(?:as|into) (?:one|a single) (?:combined )?(?:project|program\w{0,2}|scheme|initiative|contract)",
    "split": r"split|divided|separated|broken (?:up|out|into)|carved out|spun off|spun out|hived off|"
    r"as (?:two|three|four) (?:separate )?(?:projects|program\w{1,3}|schemes|initiatives|contracts)",
    "cancelled": r"cancell?ed|terminated|discontinued|abandoned|withdrawn|scrapped|called off|shelved|ended without|"
    r"closed without|will not (?:be pursued|proceed|continue|go forward)|no longer (?:being )?pursued|"
    r"removed from the (?:portfolio|work plan|register|program)|stopped for good|given up|"
    r"not to (?:proceed|continue|pursue|go ahead|go forward)|did not proceed|does not proceed",
    "re_entered": r"returns?|returned|re ?entered|reinstated|revived|resumed|restarted|reactivated|reopened|"
    r"(?:is|are|was|comes?|came|brought|put) back|taken up again|once (?:more|again)|restored",
}
_PATTERNS = {kind: re.compile(rf" (?:{verbs}) ") for kind, verbs in _VERBS.items()}
_UNREAL = re.compile(
    r" (?:would|could|may (?:be|have|not|also|become|well|yet)|might|should|can|if|whether|propos\w{1,5}|"
    r"consider\w{0,5}|recommend\w{0,6}|not been|never|was not|were not|is not|option to|plans? to|instead of being) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """``old`` and ``new`` are positions in the two lists; ``new`` is ``None`` where nothing takes the project's place,
    ``old`` where nothing came before it."""

    kind: ExplanationKind
    old: int | None
    new: int | None
    places: tuple[Place, ...]


def find_explanations(
    statements: Sequence[Statement], old: Sequence[Project], new: Sequence[Project]
) -> tuple[Explanation, ...]:
    """What the later memo's ``statements`` say of the ``old`` projects and of those that are ``new`` to it."""
    old_names = names_index([name_to_forms(project.project, project.aliases) for project in old])
    new_names = names_index([name_to_forms(project.project) for project in new])
    loose = LooseNames(old, new)
    found = [
        explanation
        for statement in statements
        for kind, pattern in _PATTERNS.items()
        if (verb := pattern.search(statement.folded)) and not _UNREAL.search(statement.folded)
        for explanation in (
            _read(kind, statement, verb, old_names, new_names)
            or [
                Explanation(kind=kind, old=was, new=now, places=statement.places)
                for was, now in loose.read(kind, statement.text)
            ]
        )
    ]
    return (*_aliases(old, new), *found)


def _read(
    kind: ExplanationKind,
    statement: Statement,
    verb: re.Match[str],
    old_names: dict[str, int],
    new_names: dict[str, int],
) -> list[Explanation]:
    before = dict.fromkeys(key for _, key in find_names(statement.folded, old_names))
    after = find_names(statement.folded, new_names)
    gone = [key for key in before if _name_of(key, old_names) not in new_names]
    match kind:
        case "renamed":
            come = [key for _, key in after if _name_of(key, new_names) not in old_names]
            pairs: list[tuple[int | None, int | None]] = (
                [(gone[0], come[0])] if len(gone) == 1 and len(set(come)) == 1 else []
            )
        case "merged":
            heir = _nearest(after, verb)
            pairs = [(key, heir) for key in gone] if heir is not None else []
        case "split":
            come = list(dict.fromkeys(key for _, key in after if _name_of(key, new_names) not in old_names))
            pairs = [(key, part) for key in list(before)[:1] for part in come]
        case "cancelled":
            pairs = [(gone[0], None)] if len(gone) == 1 and not after else []
        case "re_entered":
            come = list(dict.fromkeys(key for _, key in after if _name_of(key, new_names) not in old_names))
            pairs = [(None, key) for key in come]
    return [Explanation(kind=kind, old=was, new=now, places=statement.places) for was, now in pairs]


def _aliases(old: Sequence[Project], new: Sequence[Project]) -> list[Explanation]:
    """A record of the later memo that carries the earlier name as an alias: the memo itself says they are one."""
    names = names_index([[project.project] for project in old])
    known = set(names_index([[project.project] for project in new]))
    return [
        Explanation(kind="renamed", old=names[alias], new=position, places=project.places[:1])
        for position, project in enumerate(new)
        for alias in names_index([(*project.aliases, *name_to_forms(project.project)[1:])])
        if alias in names and alias not in known and not _in_other_departments(old[names[alias]], project)
    ]


def _in_other_departments(old: Project, new: Project) -> bool:
    """Two departments may each have a project of one name; whether one was renamed is a matter of evidence."""
    return bool(old.department and new.department) and fold_name(old.department or "") != fold_name(
        new.department or ""
    )


def _nearest(names: list[tuple[int, int]], verb: re.Match[str]) -> int | None:
    """The first name after the verb (``merged into Y``), else the last before it (``Y absorbed``)."""
    following = [key for at, key in names if at >= verb.start()]
    preceding = [key for at, key in names if at < verb.start()]
    return following[0] if following else preceding[-1] if preceding else None


def _name_of(key: int, names: dict[str, int]) -> str:
    return next(name for name, position in names.items() if position == key)
