"""Projects told in prose: under a heading of their own, behind a label, in a list, or in a plain sentence.

Precision first. A sentence makes a project only of a name that a table or heading has, that the sentence calls a
project, or that ends in a word for a piece of work ("... Upgrade").
"""

import re
from collections.abc import Iterable, Sequence

from extract.claimed_projects import claims_to_project
from extract.claims import COLOUR, LAUNCHED, PLAN, STATE, Claim, leading_claim, statement_to_claims
from extract.dates import find_periods
from extract.field_lines import FieldLine, block_to_fields, with_fields
from extract.names import Subject, can_mean, one_match, phrase_to_subject, shares_name
from extract.project_scope import (
    could_name_project,
    has_project_noun,
    heading_to_name,
    in_scope,
    is_outside,
    is_scope,
    opens_scope,
    scoped_sections,
)
from extract.statements import Context, Statement, context_to_statements
from extract.status_words import cell_to_status, find_statuses
from records.document import span_to_places
from records.facts import Project
from records.memo import Section

# "Projects that were COMPLETED", "Recently LAUNCHED", "COMPLETED technology projects".
_GROUP_BEFORE = re.compile(
    r"(?:\b(?:projects?|initiatives?|systems|efforts)(?:\s(?:that|which|were|are|have been|currently|recently|"
    r"successfully|now|"
    r"marked|rated|as)){0,4}|^(?:[\dIVX]{1,4}[.)]\s)?(?:recently|newly))\s[\"“]?$",
    re.I,
)
_GROUP_AFTER = re.compile(r"^[\"”]?\s(?:[a-z]+\s){0,2}(?:projects|initiatives|systems|implementations|efforts)\b", re.I)
# "(80% installed)": a remark after a name, not a part of it.
_REMARK = re.compile(r"\s\([\d.]*%?\s?[a-z][^()]{0,60}\)$")
_IT = Subject(name=None, anaphor=True)
# "Three projects were finished. The Pier Lift ...": what comes after it in the paragraph are projects.
_OF_PROJECTS = re.compile(r"\b(?:projects|initiatives)\s(?:[a-z-]+\s){0,4}(?:finished|completed|implemented|"
                          r"delivered|launched|delayed|"
                          r"behind schedule|on hold|at risk|on track|under way|underway)\b")  # fmt: skip
_CALLS_IT_PROJECT = re.compile(r"\b(?:[Tt]his|[Tt]he) (?:project|initiative|upgrade|rollout|implementation)\b")


def prose_to_projects(context: Context, known: Iterable[str]) -> tuple[Project, ...]:
    """All projects that prose tells of; ``known`` are the names that tables have."""
    statements = context_to_statements(context)
    headed = _headed_projects(context, statements)
    names = [*known, *(project.project for project in headed)]
    listed = _listed_projects(context, statements)
    names += [project.project for project in listed]
    told = _told_projects(context, statements, names, _owners(context, headed))
    return (*headed, *listed, *told)


# --- headings


def _headed_projects(context: Context, statements: Sequence[Statement]) -> list[Project]:
    """Headings that name a project, each with what its section says of it."""
    scoped = scoped_sections(context)
    projects, row_open = [], False
    for section in context.sections:
        record = _section_to_project(section, context, statements, scoped=row_open or section.first in scoped)
        if record is not None:
            projects.append(record)
        row_open = opens_scope(section, context) or (row_open and record is not None)
    return projects


def _section_to_project(
    section: Section, context: Context, statements: Sequence[Statement], *, scoped: bool
) -> Project | None:
    name, aliases, said = heading_to_name(section.title)
    if is_outside(section) or not could_name_project(name):
        return None
    own = [s for s in statements if section.first <= s.index < section.last]
    claims = _claims_about(own, name, aliases, context)
    fields = [f for i in range(section.first, section.last) for f in block_to_fields(context.document.blocks[i], i)]
    has_status = any(f.role == "status" and cell_to_status(f.value) for f in fields)
    called = any(_CALLS_IT_PROJECT.search(s.text) for s in own) or has_project_noun(name)
    told = any(c.rank > (PLAN if scoped or called else STATE + 10) for c in claims)
    if not (said or has_status or told):
        return None
    record = claims_to_project(name, aliases, claims, context=context, around=own)
    if record is None:
        heading = context.document.blocks[section.first]
        places = span_to_places(
            heading, 0, len(heading.text), document=context.document, memo=context.memo,
            section=" / ".join(t for t in section.trail if t),
        )  # fmt: skip
        record = Project(
            project=name, aliases=aliases, status=cell_to_status(said) if said else None, status_text=said,
            source="prose", memo=context.memo, as_of=context.date, places=places,
        )  # fmt: skip
    return with_fields(record, fields, context)


def _claims_about(own: Sequence[Statement], name: str, aliases: Sequence[str], context: Context) -> list[Claim]:
    """The claims about ``name``; "it" after another project's name in the same block means that one."""
    claims: list[Claim] = []
    other: int | None = None
    for statement in own:
        for claim in statement_to_claims(statement, context):
            if claim.subject.anaphor and other == statement.index:
                continue
            if _is_about(claim, name, aliases):
                claims.append(claim)
            elif claim.subject.name:
                other = statement.index
    return claims


def _is_about(claim: Claim, name: str, aliases: Sequence[str]) -> bool:
    """Whether a claim under the heading ``name`` speaks of it: "it", "the upgrade", or a name that shares its own."""
    subject = claim.subject
    if subject.anaphor:
        return can_mean(subject.noun, name)
    mine, theirs = (name, *aliases), (subject.name or "", *subject.aliases)
    return any(shares_name(one, other) for one in mine for other in theirs if other)


def _owners(context: Context, headed: Sequence[Project]) -> dict[int, str]:
    """Which project's section each block lies in."""
    names = {project.project for project in headed}
    return {
        index: heading_to_name(section.title)[0]
        for section in context.sections
        if heading_to_name(section.title)[0] in names
        for index in range(section.first, section.last)
    }


# --- lists and labels


def _listed_projects(context: Context, statements: Sequence[Statement]) -> list[Project]:
    """ "- Pier Lift: Delayed ..." and the items of "Completed projects"."""
    blocks: dict[int, list[Statement]] = {}
    for statement in statements:
        blocks.setdefault(statement.index, []).append(statement)
    projects = []
    for index, own in blocks.items():
        record = _block_to_project(index, own, context)
        if record is not None:
            projects.append(record)
    return projects


def _block_to_project(index: int, own: Sequence[Statement], context: Context) -> Project | None:
    block = context.document.blocks[index]
    section = context.section_of(index)
    group = _group_status(index, context)
    label = own[0].label or _status_label(block.text) or (block.text if group and len(block.text) < 120 else None)
    if label is None or (section is not None and is_outside(section)):
        return None
    label, period = _split_period(_REMARK.sub("", label), context)
    name, aliases, said = heading_to_name(label)
    fields = _fields_below(index, context)
    if not _could_be_label(name) or any(f.index == index and f.start < own[0].body for f in fields):
        return None
    leading = leading_claim(own[0], context)
    has_status = any(f.role == "status" and cell_to_status(f.value) for f in fields)
    claims = [leading] if leading else []
    claims += [c for c in _claims_about(own, name, aliases, context) if c.rank > PLAN]
    if said or (group and not claims):
        status, text = (cell_to_status(said), said) if said else (group or ("", ""))
        first = Claim(subject=_IT, statement=own[0], rank=STATE, status=status, status_text=text)
        claims = [first, *claims]
    claims += [c for s in own[1:] if (c := leading_claim(s, context)) is not None and c.status == "complete"]
    if has_status and not claims:
        claims = [Claim(subject=_IT, statement=own[0], rank=PLAN)]
    if not claims or not (said or group or in_scope(context.trail_of(index)) or has_project_noun(name)):
        return None
    if len(name.split()) == 1 and not (said or leading or group or has_status):
        return None
    record = _with_period(claims_to_project(name, aliases, claims, context=context, around=own), period)
    return with_fields(record, fields, context) if record else None


def _status_label(text: str) -> str | None:
    """ "Pier Lift (Amber)" of "Pier Lift (Amber). The mast ..." """
    match = re.match(r"(?P<label>[A-Z][^.:;()]{2,80}\((?P<status>[^()]{1,20})\))[.:]?\s", text)
    return match["label"] if match and cell_to_status(match["status"]) else None


def _could_be_label(name: str) -> bool:
    return could_name_project(name) and (
        phrase_to_subject(name) is not None or re.fullmatch(r"[A-Z][\w-]{2,30}", name) is not None
    )


def _fields_below(index: int, context: Context) -> list[FieldLine]:
    """The labelled values in a block, and in a paragraph of nothing else that carries it on."""
    blocks = context.document.blocks
    fields = list(block_to_fields(blocks[index], index))
    after = index + 1
    if after < len(blocks) and blocks[after].kind == "paragraph" and blocks[index].kind == "item":
        carried = block_to_fields(blocks[after], after)
        fields += carried if carried and carried[0].start == 0 else ()
    return fields


def _split_period(label: str, context: Context) -> tuple[str, object]:
    """ "Pier Lift" and June 2027 of "Pier Lift (June 2027)"."""
    match = re.fullmatch(r"(?P<name>.+?)\s?[(,–—-]\s?(?:[a-z ]{0,20})(?P<when>[^()]{4,40})\)?\.?", label)
    spans = find_periods(match["when"], fiscal_start=context.fiscal_start) if match else ()
    if match and len(spans) == 1 and len(match["when"].strip()) - (spans[0].end - spans[0].start) <= 4:
        return match["name"].strip(), spans[0].period
    return label, None


def _with_period(project: Project | None, period: object) -> Project | None:
    from dataclasses import replace

    if project is None or period is None or project.status != "complete" or project.completed is not None:
        return project
    return replace(project, completed=period)  # type: ignore[arg-type]


def _group_status(index: int, context: Context) -> tuple[str, str] | None:
    """The status that a list's heading or introduction gives to all its items: "Projects on hold", "Recently launched",
    "The following projects were completed:"."""
    blocks = context.document.blocks
    if blocks[index].kind != "item":
        return None
    before = index - 1
    while before >= 0 and blocks[before].kind == "item":
        before -= 1
    text = blocks[before].text if before >= 0 else ""
    whole = cell_to_status(text) if find_statuses(text, cell=True)[:1] else None
    if whole and len(text.split()) <= 3 and any(is_scope(title) for title in context.trail_of(index)[:-1]):
        return whole, text
    spans = find_statuses(text)
    if len({span.status for span in spans}) != 1 or not (blocks[before].kind == "heading" or text.endswith(":")):
        return None
    span = spans[0]
    close = _GROUP_BEFORE.search(text[: span.start]) or _GROUP_AFTER.match(text[span.end :])
    return (span.status, span.text) if span.status and close else None


# --- sentences


def _told_projects(
    context: Context, statements: Sequence[Statement], names: Sequence[str], owners: dict[int, str]
) -> list[Project]:
    """Sentences that claim something of a named project, the sentences that go on about it included."""
    told: dict[str, list[Claim]] = {}
    last: tuple[int, str] | None = None
    for statement in statements:
        section = context.section_of(statement.index)
        claims = statement_to_claims(statement, context)
        for claim in claims:
            name = _claim_to_name(claim, names, last if last and last[0] == statement.index else None)
            about_owner = _is_about(claim, owners.get(statement.index, ""), ()) if statement.index in owners else False
            if name is None or about_owner or (section and is_outside(section) and claim.rank <= LAUNCHED):
                continue
            told.setdefault(name, []).append(claim)
            last = (statement.index, name)
    projects = []
    for name, claims_of in told.items():
        around = _sentences_on(claims_of, statements, told)
        record = claims_to_project(name, (), claims_of, context=context, around=around)
        if record is not None:
            projects.append(record)
    return projects


def _sentences_on(
    claims: Sequence[Claim], statements: Sequence[Statement], told: dict[str, list[Claim]]
) -> list[Statement]:
    """The claims' sentences, and those that follow in the same paragraph until one is about another project."""
    mine = {id(claim.statement) for claim in claims}
    others = {id(c.statement) for found in told.values() for c in found} - mine
    around, open_in = [], -1
    for statement in statements:
        if id(statement) in mine:
            open_in = statement.index
        elif id(statement) in others or statement.index != open_in:
            open_in = -1
        if open_in >= 0:
            around.append(statement)
    return around


def _claim_to_name(claim: Claim, names: Sequence[str], last: tuple[int, str] | None) -> str | None:
    subject: Subject = claim.subject
    if subject.anaphor:
        return last[1] if last and can_mean(subject.noun, last[1]) else None
    if subject.name is None:
        return None
    for name in (subject.name, *subject.aliases):
        found = one_match(name, names)
        if found is not None:
            return found
    told_of = claim.statement.block.text[: claim.statement.end]
    told = claim.rank in (STATE, COLOUR) and subject.name.split()[-1].lower() in ("program", "programme")
    accepted = told or subject.called_project or has_project_noun(subject.name) or bool(_OF_PROJECTS.search(told_of))
    return subject.name if accepted and claim.rank > PLAN else None
