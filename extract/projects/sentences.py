"""Sentences that claim something of a named project, with the sentences that go on about it.

Refused: a name that nothing else in the memo marks as a project: no table, no heading, no word such as "Upgrade".
"""

import re
from collections.abc import Sequence

from extract.projects.claimed_projects import claims_to_project
from extract.projects.claims import COLOUR, LAUNCHED, PLAN, STATE, Claim, statement_to_claims
from extract.projects.claims_about import is_about, named_before
from extract.projects.listed_names import listed_names
from extract.projects.names import Subject, can_mean, one_match, same_name, words_of
from extract.projects.scope import has_project_noun, is_other_matter, is_outside, is_part, is_undertaking
from extract.projects.status_words import find_statuses
from extract.statements import Context, Statement
from records.facts import Project

# "Three projects were finished. The Pier Lift ...": what comes after it in the paragraph are projects.
_OF_PROJECTS = re.compile(r"\b(?:projects|initiatives)\s(?:[a-z-]+\s){0,4}(?:finished|completed|implemented|"
                          r"delivered|launched|delayed|"
                          r"behind schedule|on hold|at risk|on track|under way|underway)\b")  # fmt: skip
_CLOSES = re.compile(r"\b(?:closed|finished|concluded)$")


def sentences_to_projects(
    context: Context, statements: Sequence[Statement], names: Sequence[str], owners: dict[int, str]
) -> list[Project]:
    """Sentences that claim something of a named project, the sentences that go on about it included."""
    told: dict[str, list[Claim]] = {}
    last: tuple[int, str] | None = None
    claimed = [(statement, statement_to_claims(statement, context)) for statement in statements]
    listed = listed_names(claimed, context, names)
    for statement, claims in claimed:
        section = context.section_of(statement.index)
        for claim in claims:
            known = [*names, *told, *listed]
            name = _claim_to_name(claim, known, last if last and last[0] == statement.index else None)
            about_owner = is_about(claim, owners.get(statement.index, ""), ()) if statement.index in owners else False
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
        before = last[1] if last else _named_before(claim, names)
        return before if before and can_mean(subject.noun, before) else None
    if subject.name is None:
        return None
    for name in (subject.name, *subject.aliases):
        found = one_match(name, names)
        if found is not None:
            return found
    if subject.part:
        return None
    told_of = claim.statement.block.text[: claim.statement.end]
    opening = find_statuses(claim.statement.trail[-1], cell=True) if claim.statement.trail else ()
    if opening and opening[0].start == 0:
        return subject.name
    return subject.name if claim.rank > PLAN and _is_project(claim, subject.name, told_of) else None


def _named_before(claim: Claim, names: Sequence[str]) -> str | None:
    """What "the project" is where its paragraph has named one only, and said nothing of its state yet."""
    called = claim.subject.noun in ("project", "initiative", "programme", "upgrade", "replacement", "migration")
    name = named_before(claim.statement) if (called or claim.firm) and claim.rank > PLAN else None
    return name and (one_match(name, names) or name)


def _is_project(claim: Claim, name: str, told_of: str) -> bool:
    """Whether what a claim speaks of is a project: by its name, by what it is called, or by how its status is told."""
    if is_part(name):
        return False
    if claim.status_text and _CLOSES.search(claim.status_text):  # streets, counters and calls for bids close too
        ended = claim.firm and claim.status_text != "closed" and not is_other_matter(name)
        return claim.subject.called_project or is_undertaking(name) or ended
    if (claim.firm or same_name(claim.statement.label or "", name)) and " " in name and not is_other_matter(name):
        return True
    told = claim.rank in (STATE, COLOUR) and words_of(name)[-1] in ("program", "programme")
    return told or claim.subject.called_project or has_project_noun(name) or bool(_OF_PROJECTS.search(told_of))
