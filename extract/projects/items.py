"""Projects behind a label ("Pier Lift - Delayed ..."), and in lists with a status of their own.

Refused: labels of fields, of areas of work, and items under an introduction with two statuses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.language.dates import find_periods
from extract.language.money import parse_money
from extract.projects.claimed_projects import claims_to_project, with_circumstances
from extract.projects.claims import PLAN, STATE, Claim, statement_to_claims
from extract.projects.claims_about import claims_about
from extract.projects.field_lines import FieldLine, block_to_fields, is_field_name, with_fields
from extract.projects.house_words import status_in, statuses_in
from extract.projects.label_rows import labels_in_rows
from extract.projects.loose_claims import loose_claims
from extract.projects.names import Subject, one_match, phrase_to_subject
from extract.projects.opening_status import leading_claim
from extract.projects.scope import (
    calls_it_project,
    could_name_project,
    has_project_noun,
    heading_to_name,
    in_scope,
    is_other_matter,
    is_outside,
    is_scope,
    reads_as_name,
)
from extract.projects.status_words import cell_to_status, find_statuses
from extract.statements import Context, Statement, trail_to_section
from records.document import span_to_places
from records.facts import Project
from records.place import Place
from records.values import Period

# "Projects that were COMPLETED", "Recently LAUNCHED", "COMPLETED technology projects".
_GROUP_BEFORE = re.compile(
    r"(?:\b(?:projects?|initiatives?|systems|efforts)(?:\s(?:that|which|were|are|have been|currently|recently|"
    r"successfully|now|"
    r"marked|rated|as)){0,4}|^(?:[\dIVX]{1,4}[.)]\s)?(?:recently|newly))\s[\"“]?$",
    re.I,
)
_GROUP_AFTER = re.compile(r"^[\"”]?\s(?:[a-z]+\s){0,2}(?:projects|initiatives|systems|implementations|efforts)\b", re.I)
_GROUP_OPENS = re.compile(
    r"(?:[\dIVX]{1,4}[.)]\s)?(?:completed|finished|launched|implemented|delivered|cancell?ed|terminated|paused|"
    r"suspended|"
    r"delayed|on hold|at risk|on track|on schedule|off track)\s(?:since|during|this|in|to date|so far|last|over)\b",
    re.I,
)
# "(80% installed)": a remark after a name, not a part of it.
# "Pier Lift ($1.2 million)": the budget stands behind the name.
_SUM = re.compile(r"\s\((?P<sum>[A-Z]{0,3}\s?[£$€][^()]{1,25})\)$")
_REMARK = re.compile(r"\s\([\d.]*%?\s?[a-z][^()]{0,60}\)$")
_IT = Subject(name=None, anaphor=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The status that an introduction, block number ``index``, gives to a list's items."""

    status: str
    text: str
    index: int


def items_to_projects(context: Context, statements: Sequence[Statement]) -> list[Project]:
    """ "- Pier Lift: Delayed ..." and the items of "Completed projects"."""
    blocks: dict[int, list[Statement]] = {}
    for statement in statements:
        blocks.setdefault(statement.index, []).append(statement)
    rows = labels_in_rows(blocks, context)
    projects = []
    for index, own in blocks.items():
        record = _block_to_project(index, own, context, in_row=index in rows)
        if record is not None:
            projects.append(record)
    return projects


def _block_to_project(index: int, own: Sequence[Statement], context: Context, *, in_row: bool) -> Project | None:
    block = context.document.blocks[index]
    section = context.section_of(index)
    group = _group_status(index, context)
    label = (
        own[0].label
        or _status_label(block.text)
        or (group and _dated_label(block.text))
        or (block.text if group and len(block.text) < 120 else None)
    )
    if label is None and group and len(own) > 1 and len(own[0].text.split()) <= 8:
        label = own[0].text.rstrip(".")
    if label is None or (section is not None and is_outside(section)):
        return None
    period = None
    priced = _SUM.search(label)
    label = _SUM.sub("", label)
    if not _status_label(label):
        label, period = _split_period(_REMARK.sub("", label), context)
    name, aliases, said = heading_to_name(label)
    fields = _fields_below(index, context)
    if not _could_be_label(name) or any(f.index == index and f.start < own[0].body for f in fields):
        return None
    leading = leading_claim(own[0], context)
    if _is_kind_of_work(own[0], name, context):
        return None
    has_status = any(f.role == "status" and status_in(f.value, context.words) for f in fields)
    claims = [leading] if leading else []
    about = claims_about(own, name, aliases, context)
    claims += [c for c in about if c.rank > PLAN]
    if in_row and not claims:
        claims = loose_claims(own, name, context)
    if said or (group and not claims):
        claims = [_given_claim(own[0], said, group), *claims]
    claims += [c for s in own[1:] if (c := leading_claim(s, context)) is not None and c.status == "complete"]
    if has_status and not claims:
        claims = [Claim(subject=_IT, statement=own[0], rank=PLAN)]
    told = in_row or _is_told_firmly(name, claims, context.trail_of(index))
    told = told or any(calls_it_project(s.text) for s in own)
    if not claims or not (said or group or in_scope(context.trail_of(index)) or has_project_noun(name) or told):
        return None
    among_projects = any(re.search(r"\b(?:projects?|initiatives?)\b", t, re.I) for t in context.trail_of(index))
    if len(name.split()) == 1 and not (said or group or has_status or (leading and among_projects)):
        return None
    plans = [c for c in about if c.rank == PLAN and (c.subject.anaphor or one_match(c.subject.name or "", [name]))]
    record = claims_to_project(name, aliases, [*claims, *plans], context=context, around=own)
    if record is None:
        return None
    if group and not said:
        record = replace(record, places=(*record.places, *_group_places(group, context)))
    record = with_circumstances(with_fields(_with_period(record, period), fields, context), own, context)
    return _with_price(record, priced["sum"], own[0], context) if priced else record


def _with_price(project: Project, text: str, statement: Statement, context: Context) -> Project:
    """The sum behind a project's name, if nothing else gives its budget."""
    money = parse_money(text) if project.budget is None else None
    block, start = statement.block, statement.block.text.find(text)
    if money is None or start < 0:
        return project
    section = trail_to_section(statement.trail)
    places = span_to_places(
        block, start, start + len(text), document=context.document, memo=context.memo, section=section
    )
    return replace(
        project,
        budget=money,
        places=(*project.places, *places),
        field_places=(*project.field_places, *(("budget", place) for place in places[:1])),
    )


def _is_told_firmly(name: str, claims: Sequence[Claim], trail: tuple[str, ...]) -> bool:
    """ "Pier Lift: On track." outside a list of projects: a name's words have capitals, and it is no field ("Vendor
    Performance: Green") of the project that the heading names."""
    if " " not in name or not reads_as_name(name) or is_other_matter(name) or is_field_name(name):
        return False
    return any(claim.firm for claim in claims) and not any(has_project_noun(title) for title in trail[-1:])


def _is_kind_of_work(statement: Statement, label: str, context: Context) -> bool:
    """ "**Open records.** The Records Desk Relaunch was completed": the sentence has the name, its label the field."""
    if has_project_noun(label) or not label[:1].isupper():
        return False
    names = [claim.subject.name for claim in statement_to_claims(statement, context) if claim.subject.name]
    return any(has_project_noun(name) and len(name) > len(label) for name in names)


def _given_claim(statement: Statement, said: str | None, group: _Group | None) -> Claim:
    """The status that the label itself or the list's introduction gives."""
    status, text = (cell_to_status(said), said) if said else (group.status, group.text) if group else (None, None)
    return Claim(subject=_IT, statement=statement, rank=STATE, status=status, status_text=text)


def _group_places(group: _Group, context: Context) -> tuple[Place, ...]:
    block = context.document.blocks[group.index]
    section = trail_to_section(context.trail_of(group.index))
    return span_to_places(block, 0, len(block.text), document=context.document, memo=context.memo, section=section)


def _dated_label(text: str) -> str | None:
    """ "Pier Lift (June 2027)" of "Pier Lift (June 2027); two ramps are still unpainted." """
    match = re.match(r"(?P<label>[A-Z][^.:;()]{2,80}\([^()]{4,30}\))\s?[;:,.–—-]", text)
    return match["label"] if match else None


def _status_label(text: str) -> str | None:
    """ "Pier Lift (Amber)" of "Pier Lift (Amber). The mast ..." """
    match = re.match(r"(?P<label>[A-Z][^.:;()]{2,80}\((?P<status>[^()]{1,40})\))[.:]?(?:\s|$)", text)
    return match["label"] if match and cell_to_status(match["status"]) else None


def _could_be_label(name: str) -> bool:
    return could_name_project(name) and (
        phrase_to_subject(name.replace(",", "")) is not None or re.fullmatch(r"[A-Z][\w-]{2,30}", name) is not None
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


def _split_period(label: str, context: Context) -> tuple[str, Period | None]:
    """ "Pier Lift" and June 2027 of "Pier Lift (June 2027)"."""
    match = re.fullmatch(r"(?P<name>.+?)\s?[(,–—-]\s?(?:[a-z ]{0,20})(?P<when>[^()]{4,40})\)?\.?", label)
    spans = find_periods(match["when"], fiscal_start=context.fiscal_start) if match else ()
    if match and len(spans) == 1 and len(match["when"].strip()) - (spans[0].end - spans[0].start) <= 4:
        return match["name"].strip(), spans[0].period
    return label, None


def _with_period(project: Project, period: Period | None) -> Project:
    """The date behind a name is when the project was completed, if it was."""
    if period is None or project.status != "complete" or project.completed is not None:
        return project
    return replace(project, completed=period)


def _status_heading(index: int, context: Context) -> _Group | None:
    """The heading right above, if it and another of the memo's headings are statuses and nothing else."""
    section = context.section_of(index)
    status = _heading_status(section.title, context) if section else None
    if section is None or status is None:
        return None
    # What has ended is told to have: other things stand below such a heading, too.
    told = {span.status for span in find_statuses(context.document.blocks[index].text)}
    if status in ("complete", "cancelled") and status not in told:
        return None
    beside = {s.title for s in context.sections if _heading_status(s.title, context)}
    return _Group(status=status, text=section.title, index=section.first) if len(beside) > 1 else None


def _heading_status(title: str, context: Context) -> str | None:
    name = heading_to_name(title)[0]
    spans = statuses_in(name, context.words, cell=True)
    return spans[0].status if len(spans) == 1 and len(spans[0].text) == len(name) else None


def _group_status(index: int, context: Context) -> _Group | None:
    """The status that a list's heading or introduction gives to all its items: "Projects on hold", "Recently launched",
    "The following projects were completed:"; and one of several headings that are statuses: "On Track"."""
    blocks = context.document.blocks
    headed = _status_heading(index, context)
    if headed is not None or blocks[index].kind != "item":
        return headed
    before = index - 1
    while before >= 0 and blocks[before].kind == "item":
        before -= 1
    text = blocks[before].text if before >= 0 else ""
    whole = cell_to_status(text) if find_statuses(text, cell=True)[:1] else None
    if whole and len(text.split()) <= 3 and any(is_scope(title) for title in context.trail_of(index)[:-1]):
        return _Group(status=whole, text=text, index=before)
    spans = find_statuses(text)
    if len({span.status for span in spans}) != 1 or not (blocks[before].kind == "heading" or text.endswith(":")):
        return None
    span = spans[0]
    # "Completed since our last memo": a heading that opens with the status and has no other noun to it.
    opens = blocks[before].kind == "heading" and _GROUP_OPENS.match(text)
    close = opens or _GROUP_BEFORE.search(text[: span.start]) or _GROUP_AFTER.match(text[span.end :])
    return _Group(status=span.status, text=span.text, index=before) if span.status and close else None
