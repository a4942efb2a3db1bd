"""The status that opens what stands behind a name: "Pier Lift: Delayed by weather", "🟡 The mast ..."."""

import re

from extract.projects.claims import COLOUR, STATE, Claim, explained
from extract.projects.names import Subject
from extract.projects.planned_ends import event_period
from extract.projects.status_verbs import ADVERB, BE, RATE, is_other_word, moves_on
from extract.projects.status_words import find_statuses
from extract.statements import Context, Statement

# What opens the words behind a name, up to its status: "Now rated Amber", "Remains Red", "Moved from Amber to Green".
_OPENS = re.compile(
    rf"(?:(?:{ADVERB}|{BE}|{RATE}|reports?|status|overall|rag|as|at|it|the project|this project|"
    r"(?:has\s)?(?:moved|improved|slipped|changed|returned|gone|went|dropped|recovered)(?:\sfrom\s[a-z -]{3,15}?)?\sto)"
    r":?\s){0,4}",
    re.I,
)


def leading_claim(statement: Statement, context: Context) -> Claim | None:
    """The status that opens what follows a name: "Pier Lift: Delayed due to weather", "- launched on June 1, 2027"."""
    spans = [span for span in find_statuses(statement.text)[:2] if not moves_on(statement.text, span)]
    if not spans or spans[0].status is None or not _OPENS.fullmatch(statement.text[: spans[0].start]):
        return None
    span = spans[0]
    if is_other_word(statement.text, span):
        return None
    return Claim(
        subject=Subject(name=None, anaphor=True),
        statement=statement,
        rank=COLOUR if span.is_colour else STATE,
        status=span.status,
        status_text=span.text,
        firm=span.text.lower() != "closed",
        completed=event_period(statement.text, span.end, context) if span.status == "complete" else None,
        **explained(statement.text, span, context),
    )
