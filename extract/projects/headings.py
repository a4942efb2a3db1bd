"""Headings that name a project, each with what its section says of it.

Refused: headings of the memo's own parts, and names under which nothing is said of a project's state.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.projects.claimed_projects import claims_to_project, with_circumstances
from extract.projects.claims import LAUNCHED, PLAN, Claim
from extract.projects.claims_about import claims_about, named_before
from extract.projects.field_lines import block_to_fields, with_fields
from extract.projects.heading_rows import sections_in_rows
from extract.projects.house_words import status_in, statuses_in
from extract.projects.loose_claims import loose_claims
from extract.projects.names import phrase_to_subject, same_name, shares_name
from extract.projects.opening_status import leading_claim
from extract.projects.scope import (
    calls_it_project,
    could_name_project,
    has_project_noun,
    heading_to_name,
    is_other_matter,
    is_outside,
    opens_scope,
    reads_as_name,
    scoped_sections,
)
from extract.statements import Context, Statement, trail_to_section
from records.document import span_to_places
from records.facts import Project
from records.memo import Section
from records.place import Place

_STATUS_LINE = re.compile(r"^(?:[A-Za-z]+\s){0,2}(?:status|rating|health|RAG):\s?\S", re.I | re.M)


def headings_to_projects(context: Context, statements: Sequence[Statement]) -> list[Project]:
    """Headings that name a project, each with what its section says of it."""
    rows = sections_in_rows(context.sections, lambda section, name: _speaks(section, name, context, statements))
    first = _read_sections(context, statements, scoped_sections(context), rows)
    # Where one heading names a project, those beside it may.
    beside = {section.trail[:-1] for section, record in first if record is not None and len(section.trail) > 1}
    near = frozenset(s.first for s, _ in first if s.trail[:-1] in beside and _may_stand_beside(s))
    again = _read_sections(context, statements, scoped_sections(context) | near, rows) if near else first
    return [record for _, record in again if record is not None]


def _speaks(section: Section, name: str, context: Context, statements: Sequence[Statement]) -> bool:
    """Whether the sentences below a heading, in a status line or in words, tell the state of what it names."""
    own = _own_statements(section, name, statements)
    if _STATUS_LINE.search("\n".join(b.text for b in context.document.blocks[section.first + 1 : section.last][:3])):
        return True
    opening = leading_claim(own[0], context) if own and _opens_section(own[0], context) else None
    claims = [*claims_about(own, name, (), context), *loose_claims(own, name, context)]
    # A course or a fair is launched, too.
    return (opening is not None and opening.firm) or any(claim.rank > LAUNCHED for claim in claims)


def _may_stand_beside(section: Section) -> bool:
    """Of several words and written as a name: "Staffing" and "Hiring and training" beside projects are none."""
    name = heading_to_name(section.title)[0]
    return " " in name and reads_as_name(name) and not is_other_matter(name)


def _read_sections(
    context: Context, statements: Sequence[Statement], scoped: frozenset[int], rows: frozenset[int]
) -> list[tuple[Section, Project | None]]:
    read, row_open = [], False
    for section in context.sections:
        in_row = section.first in rows
        record = _section_to_project(
            section, context, statements, scoped=row_open or in_row or section.first in scoped, in_row=in_row
        )
        read.append((section, record))
        row_open = opens_scope(section, context) or (row_open and record is not None)
    return read


def _section_to_project(
    section: Section, context: Context, statements: Sequence[Statement], *, scoped: bool, in_row: bool
) -> Project | None:
    name, aliases, said = heading_to_name(section.title)
    if is_outside(section) or not could_name_project(name):
        return None
    own = _own_statements(section, name, statements)
    claims = claims_about(own, name, aliases, context)
    if not scoped and not has_project_noun(name):
        claims = [claim for claim in claims if not _means_another(claim, name)]
    blocks = range(section.first, section.last)
    foreign = {s.index for s in statements if _is_of_another(s, name)}
    labelled = [f for i in blocks if i not in foreign for f in block_to_fields(context.document.blocks[i], i)]
    fields = list(takewhile(lambda field: field.role != "project", labelled))
    above = None if said else _status_above(section, context)
    said = said or above
    has_status = any(f.role == "status" and status_in(f.value, context.words) for f in fields)
    if len({status for s in own if s.label and (status := status_in(s.label, context.words))}) > 1:  # a legend
        return None
    called = any(calls_it_project(s.text) for s in own) or has_project_noun(name)
    opening = leading_claim(own[0], context) if own and (scoped or called) else None
    claims += [opening] if opening and _opens_section(own[0], context) else []
    if in_row and not any(claim.rank > PLAN for claim in claims):
        claims += loose_claims(own, name, context)
    told = any(c.rank > PLAN and (scoped or called or _tells_alone(c, name)) for c in claims)
    if not (said or has_status or told or {"status"} < {field.role for field in fields}):
        return None  # a status in words that nobody explains stays as it is written, if it is one label of several
    record = claims_to_project(name, aliases, claims, context=context, around=own)
    if record is None or (said and status_in(said, context.words) != record.status):
        places = _heading_places(section, context) + (_places_above(section, context) if above else ())
        record = Project(
            project=name,
            aliases=aliases,
            status=status_in(said, context.words) if said else None,
            status_text=said,
            source="prose",
            memo=context.memo,
            as_of=context.date,
            places=places,
        )
    return with_circumstances(with_fields(record, fields, context), own, context)


def _own_statements(section: Section, name: str, statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if section.first <= s.index < section.last and not _is_of_another(s, name)]


def _tells_alone(claim: Claim, name: str) -> bool:
    """Whether a claim makes a project of a heading that stands alone: in firm words, or of its very name."""
    named = claim.subject.name is not None and same_name(claim.subject.name, name) and " " in name
    return (claim.firm or (named and not claim.of_action)) and _can_be_subject(name)


def _opens_section(first: Statement, context: Context) -> bool:
    """Whether a section's first sentence has no lead-in, or a status for one: "At risk. The mast is late"."""
    return first.label is None or status_in(first.label, context.words) is not None


def _is_of_another(statement: Statement, name: str) -> bool:
    """Whether a block speaks of the project that its label names: "**Ferry Desk Upgrade:** This project ..."."""
    label = statement.label
    if label is None or shares_name(label, name):
        return False
    subject = phrase_to_subject(label)
    named = subject is not None and subject.name is not None
    if not named or not could_name_project(label):
        return False
    return has_project_noun(label) or not (reads_as_name(name) and _can_be_subject(name))


def _means_another(claim: Claim, name: str) -> bool:
    """Whether "the project" below a heading that may be no name is the one that the paragraph itself names."""
    named = named_before(claim.statement) if claim.subject.anaphor else None
    return named is not None and not shares_name(named, name)


def _can_be_subject(name: str) -> bool:
    subject = phrase_to_subject(name)
    return subject is not None and subject.name is not None and reads_as_name(name) and not is_other_matter(name)


def _heading_places(section: Section, context: Context) -> tuple[Place, ...]:
    heading = context.document.blocks[section.first]
    return span_to_places(
        heading,
        0,
        len(heading.text),
        document=context.document,
        memo=context.memo,
        section=trail_to_section(section.trail),
    )


def _places_above(section: Section, context: Context) -> tuple[Place, ...]:
    """Where the heading above stands: it holds the words of the status."""
    above = [s for s in context.sections if s.trail == section.trail[:-1] and s.first < section.first]
    return _heading_places(above[-1], context) if above else ()


def _status_above(section: Section, context: Context) -> str | None:
    """The status that the heading above gives to the ones below it: "3. On Hold"."""
    above = heading_to_name(section.trail[-2])[0] if len(section.trail) > 1 else ""
    spans = statuses_in(above, context.words)
    return above if len(spans) == 1 and spans[0].status and len(spans[0].text) == len(above) else None


def block_owners(context: Context, headed: Sequence[Project]) -> dict[int, str]:
    """Which project's section each block lies in."""
    names = {project.project for project in headed}
    return {
        index: heading_to_name(section.title)[0]
        for section in context.sections
        if heading_to_name(section.title)[0] in names
        for index in range(section.first, section.last)
    }
