"""A memo held against itself and against the memos before it: what does not fit together, with both figures and places.

A finding accuses nobody. Each kind of check has a file of its own and says there what it refuses to read; on the whole,
a doubt is decided for the memo.
"""

from collections.abc import Sequence
from dataclasses import replace

from answer.checks.acronyms import check_acronyms
from answer.checks.breakdowns import check_breakdowns
from answer.checks.budgets import check_budgets
from answer.checks.calendars import check_calendar
from answer.checks.colour_words import check_colour_words
from answer.checks.colours import check_colours
from answer.checks.commitments import check_commitments
from answer.checks.counts import check_counts
from answer.checks.dates import check_dates
from answer.checks.granularity import check_granularity
from answer.checks.growth import check_growth
from answer.checks.inline_lists import check_inline_lists
from answer.checks.listed_twice import check_listed_twice
from answer.checks.naming import check_naming
from answer.checks.omissions import check_omissions
from answer.checks.partial_lists import declares_part
from answer.checks.percentages import check_percentages
from answer.checks.plan_names import check_plan_names
from answer.checks.references import check_references
from answer.checks.remainders import check_remainders
from answer.checks.restatements import check_restatements
from answer.checks.same_share import check_same_share
from answer.checks.status_counts import count_projects
from answer.checks.sums import check_sums
from answer.checks.table_figures import check_table_figures
from answer.checks.told_twice import check_told_twice
from answer.checks.trends import check_trends
from answer.comparison.statements import memo_to_statements
from records.answer import Finding
from records.memo import Memo
from records.place import Place


def check(memo: Memo, earlier: Sequence[Memo] = ()) -> tuple[Finding, ...]:
    """``earlier`` are memos of the same body; those of the same day or later are not looked at."""
    before = [other for other in earlier if _is_before(other, memo)]
    statements = memo_to_statements(memo)
    totals = count_projects(memo, statements)
    counts = tuple(check_counts(memo, statements, totals))
    findings = (
        *check_percentages(memo, statements, totals),
        *check_same_share(memo, statements),
        *check_growth(memo, statements),
        *check_trends(memo, statements),
        *check_table_figures(memo, statements),
        *check_sums(memo),
        *check_budgets(memo, statements),
        *check_remainders(memo, statements),
        *counts,
        *check_granularity(memo, statements),
        *check_inline_lists(memo, statements),
        *check_breakdowns(memo, statements),
        *check_dates(memo, statements),
        *check_calendar(memo, statements),
        *check_naming(memo, statements),
        *check_plan_names(memo, statements),
        *check_acronyms(memo, statements),
        *check_colours(memo, statements),
        *check_references(memo, statements),
        *check_listed_twice(memo, statements),
        *check_colour_words(memo, statements),
        *check_omissions(memo, statements, counted=bool(counts), partial=declares_part(memo, statements)),
        *check_commitments(memo, statements, before),
        *check_restatements(memo, statements, before),
        *check_told_twice(memo, statements),
    )
    return _merged(findings)


def _merged(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same finding from two sentences is one, with both places; so are two readings of one sentence."""
    places: dict[Finding, tuple[Place, ...]] = {}
    for finding in findings:
        one = next((other for other in places if _is_one(finding, other, places[other])), finding)
        places[one] = tuple(dict.fromkeys((*places.get(one, ()), *finding.evidence)))
    return tuple(replace(finding, evidence=evidence) for finding, evidence in places.items())


def _is_one(finding: Finding, other: Finding, evidence: Sequence[Place]) -> bool:
    """Equal, or of one kind with both figures alike and a place in common."""
    if finding == other:
        return True
    if (finding.kind, finding.stated, finding.computed) != (other.kind, other.stated, other.computed):
        return False
    quotes = [place.quote for place in evidence[:1]]
    return finding.computed is not None and any(
        p.quote in q or q in p.quote for p in finding.evidence[:1] for q in quotes
    )


def _is_before(other: Memo, memo: Memo) -> bool:
    return bool(other.letterhead.date and memo.letterhead.date and other.letterhead.date < memo.letterhead.date)
