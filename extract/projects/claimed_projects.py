"""Claims about one project -> its record. Where claims of the same weight differ, no status is given."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.dates import anchor_period, find_periods
from extract.projects.claims import LAUNCHED, PLAN, STATE, Claim
from extract.projects.completion_days import with_completion_day
from extract.projects.completions import find_residual
from extract.projects.names import is_spelling
from extract.projects.planned_ends import find_target
from extract.projects.remedies import find_cause, find_remedy, find_trouble
from extract.projects.renames import former_name
from extract.projects.status_words import TROUBLED
from extract.projects.told_budgets import with_told_sums
from extract.statements import Context, Statement, statement_to_places
from records.facts import Project
from records.values import Period

_BEGAN = re.compile(
    r"^(?:The\s)?(?:[Ww]orks?|[Cc]onstruction|[Bb]uilding)\s(?:on site\s)?(?:began|started|commenced)\s(?:in|on)\s"
)
_OLDEST_EVENT_YEARS = 3
"""A completion longer ago than this is history, told as background, and no news of a status memo."""


def claims_to_project(
    name: str,
    aliases: Sequence[str],
    claims: Sequence[Claim],
    *,
    context: Context,
    around: Sequence[Statement] = (),
) -> Project | None:
    """One record of ``claims``; ``around`` are the sentences in which something may be said to be left open."""
    claims = [claim for claim in claims if is_news(claim, context)]
    chosen = _choose(claims)
    if not claims:
        return None
    ordered = [claim for claim in claims if claim is chosen] + [claim for claim in claims if claim is not chosen]
    places = [place for claim in ordered for place in statement_to_places(claim.statement, context)]
    status = chosen.status if chosen else None
    texts = [statement.text for statement in around]
    record = Project(
        project=name,
        aliases=_other_names(name, (*aliases, *(old for text in texts if (old := former_name(text)))), claims),
        status=status,
        status_text=chosen.status_text if chosen else None,
        issue=next((c.issue for c in ordered if c.issue and c.status == status), None) if status in TROUBLED else None,
        end=None if status in ("complete", "cancelled") else _planned_end(claims, texts, context),
        completed=_only([c.completed for c in claims if c.status == "complete"]) if status == "complete" else None,
        residual=find_residual(texts) if status == "complete" else None,
        source="prose",
        memo=context.memo,
        as_of=context.date,
        places=tuple(dict.fromkeys(places)),
    )
    told = [*around, *(claim.statement for claim in claims)]
    record = with_told_sums(record, tuple({id(s): s for s in told}.values()), context)
    return with_story(record, around, context)


def with_circumstances(project: Project, sentences: Sequence[Statement], context: Context) -> Project:
    """What a project's own sentences say of its end, of why it is late and what is done, where no field does."""
    if project.end is None and project.status not in ("complete", "cancelled"):
        project = replace(project, end=_only([find_target(sentence.text, context) for sentence in sentences]))
    if project.start is None:
        project = replace(project, start=_only([_begun_in(sentence.text, context) for sentence in sentences]))
    if project.status == "complete" and project.residual is None:
        project = replace(project, residual=find_residual([sentence.text for sentence in sentences]))
    project = with_completion_day(project, sentences, context)
    return with_story(project, sentences, context, entry=True)


def with_story(project: Project, sentences: Sequence[Statement], context: Context, *, entry: bool = False) -> Project:
    """A troubled project with its issue and what is done about it, each with the place of its sentence.

    In an ``entry`` of its own the sentence before somebody acts is the issue, whatever its words.
    """
    if project.status not in TROUBLED or (project.issue and project.mitigation):
        return project
    texts = [sentence.text for sentence in sentences]
    trouble = find_trouble(texts) or (find_cause(texts) if entry else None)
    told_in = next((n for n, text in enumerate(texts) if project.issue and project.issue in text), None)
    remedy = find_remedy(texts, trouble=trouble.number if trouble else told_in)
    for field, told in (("issue", trouble), ("mitigation", remedy)):
        if told is not None and getattr(project, field) is None:
            places = statement_to_places(sentences[told.number], context)
            project = replace(
                project,
                **{field: told.text},  # type: ignore[arg-type]
                places=tuple(dict.fromkeys((*project.places, *places))),
                field_places=(*project.field_places, *((field, place) for place in places[:1])),
            )
    return project


def is_news(claim: Claim, context: Context) -> bool:
    """Whether a claim's event is recent: "was implemented in 1998" tells of the old system."""
    when = claim.completed.last if claim.completed else None
    return when is None or context.date is None or (context.date - when).days <= 366 * _OLDEST_EVENT_YEARS


def _choose(claims: Sequence[Claim]) -> Claim | None:
    """The weightiest claim, if all of its weight agree."""
    ranks = sorted({claim.rank for claim in claims if claim.rank > PLAN}, reverse=True)
    if not ranks:
        return None
    best = [claim for claim in claims if claim.rank == ranks[0]]
    if len({claim.status for claim in best}) > 1:
        return None
    # What was launched and is now late is under way: the launch was its beginning.
    if best[0].rank == LAUNCHED and any(claim.rank == STATE for claim in claims):
        return None
    return best[0]


def _other_names(name: str, aliases: Sequence[str], claims: Sequence[Claim]) -> tuple[str, ...]:
    names = [*aliases]
    for claim in claims:
        names += [n for n in (claim.subject.name, *claim.subject.aliases) if n]
    return tuple(other for other in dict.fromkeys(names) if other != name and not is_spelling(other, name))


def _planned_end(claims: Sequence[Claim], texts: Sequence[str], context: Context) -> Period | None:
    """The end that the claims give; where they give none, the target that the sentences around name."""
    claimed = [claim.end for claim in claims]
    return _only(claimed) if any(claimed) else _only([find_target(text, context) for text in texts])


def _begun_in(text: str, context: Context) -> Period | None:
    """ "Work began in May 2027, and steel is going up." """
    began = _BEGAN.match(text)
    found = find_periods(text, fiscal_start=context.fiscal_start) if began else ()
    if began is None or not found or found[0].start != began.end() or context.date is None:
        return None
    return anchor_period(found[0].period, anchor=context.date, past=True)


def _only(periods: Sequence[Period | None]) -> Period | None:
    known = [period for period in periods if period is not None]
    return known[0] if known and all(period == known[0] for period in known) else None
