"""Names that a list tells one after the other, each with its state: such a list is of projects, whatever their names.

" * Quarry Park is on track; ..." and " * Mill Bridge was cancelled ..." below it. Refused: a list of which fewer than
half of the items open so, and names of people, offices and single words.
"""

from collections.abc import Sequence

from extract.projects.claims import PLAN, Claim
from extract.projects.scope import is_other_matter, is_outside, is_part, reads_as_name
from extract.statements import Context, Statement

_FEWEST = 2


def listed_names(claimed: Sequence[tuple[Statement, Sequence[Claim]]], context: Context) -> tuple[str, ...]:
    """The names that open items of such lists, in reading order."""
    opening: dict[int, str | None] = {}
    for statement, claims in claimed:
        if statement.block.kind == "item":
            opening.setdefault(statement.index, _opening_name(statement, claims))
    names: list[str] = []
    for run in _runs(sorted(opening)):
        found = [name for index in run if (name := opening[index])]
        section = context.section_of(run[0])
        if len(found) >= _FEWEST and 2 * len(found) >= len(run) and not (section and is_outside(section)):
            names += found
    return tuple(dict.fromkeys(names))


def _opening_name(statement: Statement, claims: Sequence[Claim]) -> str | None:
    for claim in claims:
        name = claim.subject.name
        opens = name is not None and statement.text.removeprefix("The ").startswith(name)
        if claim.rank > PLAN and name is not None and opens and _could_be(name):
            return name
    return None


def _could_be(name: str) -> bool:
    return " " in name and reads_as_name(name) and not is_other_matter(name) and not is_part(name)


def _runs(indices: Sequence[int]) -> list[list[int]]:
    """Items right below one another."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
