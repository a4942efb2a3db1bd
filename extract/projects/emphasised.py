"""Names in bold in a part about completions: "Works at **Riverside Court** finished on 20 June 2028".

The sentence speaks of the homes or the works, the bold words are the project. Refused: other parts of the memo,
sentences without a word for an end, and two bold names in one sentence.
"""

import re
from collections.abc import Sequence

from extract.projects.claimed_projects import claims_to_project
from extract.projects.claims import DONE, Claim
from extract.projects.names import Subject
from extract.projects.planned_ends import event_period
from extract.projects.scope import could_name_project, is_other_matter, reads_as_name
from extract.projects.status_words import find_statuses
from extract.statements import Context, Statement
from records.facts import Project

_COMPLETIONS = re.compile(
    r"(?:[\d.]{1,5}\s)?(?:(?:recent|recently|newly|project|projects?)\s)?(?:complet(?:ed|ions?)|finished|delivered)\b",
    re.I,
)
_MOST_WORDS = 10


def emphasised_to_projects(context: Context, statements: Sequence[Statement]) -> list[Project]:
    """One record for each sentence of such a part with one bold name in it."""
    projects = []
    for statement in statements:
        if statement.trail and _COMPLETIONS.match(statement.trail[-1]):
            claim = _statement_to_claim(statement, context)
            if claim is not None and claim.subject.name is not None:
                around = _up_to_next(statement, statements)
                record = claims_to_project(claim.subject.name, (), [claim], context=context, around=around)
                projects += [record] if record else []
    return projects


def _statement_to_claim(statement: Statement, context: Context) -> Claim | None:
    bold = [(first, last) for first, last in statement.block.bold if statement.body < first and last <= statement.end]
    names = [statement.block.text[first:last].strip(" .,;:") for first, last in bold]
    ends = [span for span in find_statuses(statement.text) if span.status == "complete"]
    if len(names) != 1 or not ends or not _could_be(names[0]):
        return None
    return Claim(
        subject=Subject(name=names[0], called_project=True),
        statement=statement,
        rank=DONE,
        status="complete",
        status_text=ends[0].text,
        completed=event_period(statement.text, ends[0].end, context),
    )


def _could_be(name: str) -> bool:
    named = " " in name and len(name.split()) <= _MOST_WORDS and could_name_project(name)
    return named and reads_as_name(name) and not is_other_matter(name)


def _up_to_next(statement: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """The sentence and those after it in its paragraph, up to the next with a bold name."""
    later = [s for s in statements if s.index == statement.index and s.start > statement.start]
    around = [statement]
    for following in later:
        if any(following.start <= first < following.end for first, _ in following.block.bold):
            break
        around.append(following)
    return around
