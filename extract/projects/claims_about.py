"""Which claims of a passage are about a given project: "it", "the upgrade", or a name that shares its own."""

import re
from collections.abc import Sequence

from extract.projects.claims import Claim, statement_to_claims
from extract.projects.names import can_mean, phases_of, shares_name
from extract.projects.scope import has_project_noun
from extract.statements import Context, Statement

_PROPER = re.compile(r"\b[A-Z][\w’'&-]{0,30}(?:\s(?:(?:of|and|for)\s)?[A-Z][\w’'&-]{0,30}){1,7}")
_ARTICLE = re.compile(r"^(?:The|This|Our|Its|Both|An?)\s")


def claims_about(own: Sequence[Statement], name: str, aliases: Sequence[str], context: Context) -> list[Claim]:
    """The claims about ``name``; "it" after another project's name in the same block means that one."""
    claims: list[Claim] = []
    other: int | None = None
    for statement in own:
        for claim in statement_to_claims(statement, context):
            if claim.subject.anaphor and other == statement.index:
                continue
            if is_about(claim, name, aliases):
                claims.append(claim)
            elif claim.subject.name:
                other = statement.index
    return claims


def named_before(statement: Statement) -> str | None:
    """The one project that a paragraph has named by the end of a sentence: "Work on the Pier Lift Upgrade stopped; the
    project is on hold." Two names are none."""
    text = statement.block.text[: statement.end]
    names = {_ARTICLE.sub("", match.group()) for match in _PROPER.finditer(text)}
    projects = {name for name in names if has_project_noun(name)}
    return projects.pop() if len(projects) == 1 else None


def is_about(claim: Claim, name: str, aliases: Sequence[str]) -> bool:
    """Whether a claim under the heading ``name`` speaks of it: "it", "the upgrade", or a name that shares its own."""
    subject = claim.subject
    if subject.anaphor:
        return can_mean(subject.noun, name)
    if subject.part and phases_of(subject.name or "") != phases_of(name):
        return False
    mine, theirs = (name, *aliases), (subject.name or "", *subject.aliases)
    return any(shares_name(one, other) for one in mine for other in theirs if other)
