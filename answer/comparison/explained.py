"""What a memo itself says became of projects: renamed, merged, split, cancelled, back again.

Only a sentence that names the project and says it in the indicative counts ("was merged into", not "could be merged").
Who became what is read from the names around the verb; where the names do not settle it, nothing is claimed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from answer.comparison.loose_names import LooseNames
from answer.comparison.names import fold_name, name_to_forms
from answer.comparison.reshaped import Reshapings
from answer.comparison.statements import Statement, find_names, names_index
from records.facts import Project
from records.place import Place

ExplanationKind = Literal["renamed", "merged", "split", "cancelled", "re_entered"]

# The verbs, as they stand in folded text (lower case, no punctuation). "formally known as" is a common slip of the pen.
_VERBS: dict[ExplanationKind, str] = {
    "renamed": r"renamed|retitled|rebranded|rechristened|formerly|"
    r"(?:formally|previously|once|originally|now|since|henceforth) (?:known as|called|named|titled|referred to as)|"
    r"(?:changed|change of) (?:its )?name|goes by the name|under (?:its|the) (?:new|old|former|earlier) name|new name",
    "cancelled": r"cancell?ed|terminated|discontinued|abandoned|withdrawn|scrapped|called off|shelved|ended without|"
    r"closed without|will not (?:be pursued|proceed|continue|go forward)|no longer (?:being )?pursued|"
    r"removed from the (?:portfolio|work plan|register|program)|stopped for good|given up|"
    r"not to (?:proceed|continue|pursue|go ahead|go forward)|did not proceed|does not proceed",
    "re_entered": r"returns?|returned|re ?entered|reinstated|revived|resumed|restarted|reactivated|reopened|"
    r"(?:is|are|was|comes?|came|brought|put) back|taken up again|once (?:more|again)|restored",
}
_PATTERNS: dict[ExplanationKind, re.Pattern[str]] = {
    kind: re.compile(rf" (?:{verbs}) ") for kind, verbs in _VERBS.items()
}
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
    reshapings = Reshapings(old, new, loose)
    found = []
    for statement in (*statements, *_remarks(new)):
        if _UNREAL.search(statement.folded):
            continue
        told: list[tuple[ExplanationKind, int | None, int | None]] = [
            *(("merged", was, now) for was, now in reshapings.merged(statement)),
            *(("split", was, now) for was, now in reshapings.split(statement)),
        ]
        for kind, pattern in _PATTERNS.items():
            if pattern.search(statement.folded):
                told += ((kind, was, now) for was, now in _read(kind, statement, old_names, new_names, loose))
        found += [Explanation(kind=kind, old=was, new=now, places=statement.places) for kind, was, now in told]
    return (*_aliases(old, new), *_of_one_mind(found))


def _remarks(projects: Sequence[Project]) -> Iterator[Statement]:
    """What the rows of tables say of their projects: ``Absorbed the dock phone line in May``."""
    for project in projects:
        for field in ("description", "issue", "status_text") if project.source != "prose" else ():
            text = getattr(project, field)
            if text:
                places = tuple(place for name, place in project.field_places if name == field) or project.places[:1]
                yield Statement(text=text, folded=f" {fold_name(text)} ", section=project.project, places=places)


def _of_one_mind(found: Sequence[Explanation]) -> Iterator[Explanation]:
    """A project that is told to have gone into two others was split, whatever the sentence calls it; one that is told
    to have gone into one other, as a merger and as a split, was merged."""
    parts = {was: {e.new for e in found if e.kind == "split" and e.old == was} for was in {e.old for e in found}}
    merged = {each.old for each in found if each.kind == "merged"}
    for each in found:
        divided = len(parts[each.old]) > 1
        if not (each.kind == "merged" and divided) and not (
            each.kind == "split" and each.old in merged and not divided
        ):
            yield each


def _read(
    kind: ExplanationKind,
    statement: Statement,
    old_names: dict[str, int],
    new_names: dict[str, int],
    loose: LooseNames,
) -> list[tuple[int | None, int | None]]:
    before = dict.fromkeys(key for _, key in find_names(statement.folded, old_names))
    after = dict.fromkeys(key for _, key in find_names(statement.folded, new_names))
    gone = [key for key in before if _name_of(key, old_names) not in new_names]
    come = [key for key in after if _name_of(key, new_names) not in old_names]
    match kind:
        case "renamed":
            if len(gone) == 1 and len(come) == 1:
                return [(gone[0], come[0])]
            return list(loose.renamed(statement.text))
        case "cancelled":
            return [(gone[0], None)] if len(gone) == 1 and not after else []
        case _:
            return [(None, key) for key in come]


def _aliases(old: Sequence[Project], new: Sequence[Project]) -> list[Explanation]:
    """A record of the later memo that carries the earlier name as an alias: the memo itself says they are one. One that
    carries two such names was made of both: ``Harbor Desk (formerly Dock Phone Line and Dock Web Desk)``."""
    names = names_index([[project.project] for project in old])
    known = set(names_index([[project.project] for project in new]))
    found = []
    for position, project in enumerate(new):
        forms = names_index([(*project.aliases, *name_to_forms(project.project)[1:])])
        before = {names[alias] for alias in forms if alias in names and alias not in known}
        before = {was for was in before if not _in_other_departments(old[was], project)}
        kind: ExplanationKind = "merged" if len(before) > 1 else "renamed"
        found += [Explanation(kind=kind, old=was, new=position, places=project.places[:1]) for was in sorted(before)]
    return found


def _in_other_departments(old: Project, new: Project) -> bool:
    """Two departments may each have a project of one name; whether one was renamed is a matter of evidence."""
    return bool(old.department and new.department) and fold_name(old.department or "") != fold_name(
        new.department or ""
    )


def _name_of(key: int, names: dict[str, int]) -> str:
    return next(name for name, position in names.items() if position == key)
