"""What prose tells of a project that a table has: its issue and what is done, under a heading or lead-in of its own.

Refused: prose that only names the project, and projects in no trouble.
"""

import re
from collections.abc import Iterator, Sequence

from extract.projects.claimed_projects import with_story
from extract.projects.field_lines import FieldLine, block_to_fields, with_fields
from extract.projects.names import one_match, plain_names
from extract.projects.scope import heading_to_name
from extract.projects.status_words import TROUBLED
from extract.statements import Context, Statement, context_to_statements
from records.facts import Project

_REMARK = re.compile(r"\s\([^()]{1,40}\)$")
# "H-110 Mill Lane Infill": the number that a list gives to a project.
_REFERENCE = re.compile(r"^(?:[A-Z]{1,5}-?\d{1,6}|\d{2,4}-\d{2,6})[.:]?\s(?:[–—-]\s)?(?=[A-Z])")


def with_own_stories(projects: Sequence[Project], context: Context) -> tuple[Project, ...]:
    """ "Pier Lift (C-03). The mast cracked. Staff has ordered a new one." for the Pier Lift of a table."""
    wanting = [p for p in projects if p.status in TROUBLED and not (p.issue and p.mitigation)]
    if not wanting:
        return tuple(projects)
    owners = {name: p.project for p in projects for name in plain_names(p.project, p.aliases)}
    told: dict[str, list[Statement]] = {}
    fields: dict[str, list[FieldLine]] = {}
    for name, own, labelled in _entries(context):
        found = one_match(name, owners)
        if found is not None:
            told.setdefault(owners[found], []).extend(own)
            fields.setdefault(owners[found], []).extend(f for f in labelled if f.role in ("issue", "mitigation"))
    wanted = {p.project for p in wanting}
    return tuple(
        with_story(with_fields(p, fields[p.project], context), told[p.project], context, entry=True)
        if p.project in told and p.project in wanted
        else p
        for p in projects
    )


def _entries(context: Context) -> Iterator[tuple[str, list[Statement], list[FieldLine]]]:
    """Each lead-in, and each heading, with its sentences and labelled values; under a heading only the sentences
    without a lead-in of their own."""
    blocks: dict[int, list[Statement]] = {}
    for statement in context_to_statements(context):
        blocks.setdefault(statement.index, []).append(statement)
    for own in blocks.values():
        if own[0].label:
            yield _to_name(own[0].label), own, []
    for section in context.sections:
        indices = [n for n in range(section.first, section.last) if context.section_of(n) is section]
        under = [s for n in indices for s in blocks.get(n, ()) if s.label is None]
        labelled = [f for n in indices for f in block_to_fields(context.document.blocks[n], n)]
        if section.title and (under or labelled):
            yield _to_name(section.title), under, labelled


def _to_name(title: str) -> str:
    return heading_to_name(_REMARK.sub("", _REFERENCE.sub("", title)))[0]
