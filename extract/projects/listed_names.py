"""Names that a memo tells one after the other, each with its state: such a row is of projects, whatever their names.

" * Quarry Park is on track; ..." and " * Mill Bridge was cancelled ..." below it, or the same as sentences of one part
of the memo. Refused: a list of which fewer than half of the items open so, a part with two such sentences unless it has
a project in it, and names of people, offices and single words.
"""

from collections.abc import Iterable, Sequence

from extract.projects.claims import LAUNCHED, PLAN, Claim
from extract.projects.names import one_match
from extract.projects.organisations import reads_like_department
from extract.projects.scope import (
    has_project_noun,
    in_scope,
    is_other_matter,
    is_outside,
    is_part,
    reads_as_name,
)
from extract.statements import Context, Statement

_FEWEST = 2
_FEWEST_UNKNOWN = 3
_Claimed = Sequence[tuple[Statement, Sequence[Claim]]]


def listed_names(claimed: _Claimed, context: Context, known: Sequence[str]) -> tuple[str, ...]:
    """The names that open items of such lists, then those of such parts of the memo; ``known`` are projects."""
    return tuple(dict.fromkeys((*_of_lists(claimed, context), *_of_parts(claimed, context, known))))


def _of_lists(claimed: _Claimed, context: Context) -> list[str]:
    opening: dict[int, str | None] = {}
    for statement, claims in claimed:
        if statement.block.kind == "item":
            opening.setdefault(statement.index, _opening_name(statement, claims, least=PLAN))
    names: list[str] = []
    for run in _runs(sorted(opening)):
        found = [name for index in run if (name := opening[index])]
        section = context.section_of(run[0])
        if len(found) >= _FEWEST and 2 * len(found) >= len(run) and not (section and is_outside(section)):
            names += found
    return names


def _of_parts(claimed: _Claimed, context: Context, known: Sequence[str]) -> list[str]:
    """ "The Deed Vault is at risk. ... The Court Link is four weeks late. ... Staff completed the Wash Plant." """
    parts: dict[int, list[tuple[Statement, Sequence[Claim]]]] = {}
    for statement, claims in claimed:
        section = context.section_of(statement.index)
        if claims and statement.label is None and not (section and is_outside(section)):
            parts.setdefault(section.first if section else -1, []).append((statement, claims))
    return [name for part in parts.values() for name in _part_to_names(part, known)]


def _part_to_names(part: _Claimed, known: Sequence[str]) -> list[str]:
    opening = {name: s for s, claims in part if (name := _opening_name(s, claims, least=LAUNCHED))}
    sure = [name for name in opening if has_project_noun(name) or one_match(name, known)]
    among = any(in_scope(statement.trail) for statement in opening.values())
    if len(opening) < (_FEWEST if sure or among else _FEWEST_UNKNOWN):
        return []
    return [*opening, *_told(claim for _, claims in part for claim in claims)]


def _told(claims: Iterable[Claim]) -> list[str]:
    """Names that need not open their sentence, where the row is known: "Staff completed the Wash Plant"."""
    return [c.subject.name for c in claims if c.rank > LAUNCHED and c.subject.name and _could_be(c.subject.name)]


def _opening_name(statement: Statement, claims: Sequence[Claim], *, least: int) -> str | None:
    for claim in claims:
        name = claim.subject.name
        opens = name is not None and statement.text.removeprefix("The ").startswith(name)
        if claim.rank > least and not claim.of_action and name is not None and opens and _could_be(name):
            return name
    return None


def _could_be(name: str) -> bool:
    if " " not in name or not reads_as_name(name) or reads_like_department(name):
        return False
    return not is_other_matter(name) and not is_part(name)


def _runs(indices: Sequence[int]) -> list[list[int]]:
    """Items right below one another."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
