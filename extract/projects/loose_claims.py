"""Statuses that a card's sentences tell without naming their project, since its heading has.

"Fence work is on schedule", "We remain on track", "Four of five are in; on track for May".

Only for passages that are known to stand for one project. Refused: subjects that are somebody, another matter (hiring,
money), or that bear a name of their own.
"""

import re
from collections.abc import Sequence

from extract.projects.claims import COLOUR, STATE, Claim, claim_text, explained, told_of
from extract.projects.house_words import statuses_in
from extract.projects.names import GENERIC, Subject, phrase_to_subjects, words_of
from extract.projects.scope import is_other_matter
from extract.projects.status_verbs import BE, RATE
from extract.projects.status_words import StatusSpan
from extract.projects.subjects import bare_subject
from extract.statements import Context, Statement

_MOST_WORDS = 10
_WE = re.compile(r"(?:we|staff|crews|everything|all|all works?|overall)$", re.I)
_ACTIVITY = re.compile(
    r"(?:works?|job|build|negotiations|talks|tender|design|project|scheme|effort|progress|delivery|programme|program|schedule|refit|roof|"
    r"[a-z]{3,20}(?:ing|tion|sion|ment|al))$"
)
_BEFORE_WORK = ("negotiations", "talks")
"""What a purchase or a lease consists of before it is one."""
_HEAD_ENDS = re.compile(r"\s(?:of|on|at|in|with|from|to|for|under|across|by)\s")
# "Four of five are in; on track for May", "Late start, but on schedule".
_LATER_CLAUSE = re.compile(rf"(?:;|,\s(?:and|but|though)|,)\s(?:(?:now|still|it|{BE}|{RATE})\s){{0,3}}$")


def loose_claims(own: Sequence[Statement], name: str, context: Context) -> list[Claim]:
    """What the sentences below the heading ``name`` say of its state without a name."""
    told = ((statement, claim_text(statement)) for statement in own)
    return [
        _claim(statement, text, span, context)
        for statement, text in told
        for span in statuses_in(text, context.words)
        if span.status not in (None, "complete", "cancelled") and _leaves_open(text, span, name)
    ]


def _claim(statement: Statement, text: str, span: StatusSpan, context: Context) -> Claim:
    return Claim(
        subject=Subject(name=None, anaphor=True),
        statement=statement,
        rank=COLOUR if span.is_colour else STATE,
        status=span.status,
        status_text=span.text,
        **explained(text, span, context),
    )


def _leaves_open(text: str, span: StatusSpan, name: str) -> bool:
    told = told_of(text, span)
    if told is None:
        return bool(_LATER_CLAUSE.search(text[: span.start])) and text[: span.start].count(",") < 2
    phrase = bare_subject(told[0])
    return not phrase_to_subjects(phrase) and leaves_to_heading(phrase, name)


def leaves_to_heading(phrase: str, name: str) -> bool:
    """ "we", "fence work", "renewal of the belt" (of "Belt Renewal"); not "the Board", "hiring", "the bank's loan"."""
    words = phrase.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    mine = {word for word in words_of(name) if word not in GENERIC}
    if any(word[0].isupper() and not set(words_of(word)) & mine for word in words[1:]):
        return False
    head = words_of(_HEAD_ENDS.split(phrase)[0])[-1:]
    if not head or (is_other_matter(head[0]) and head[0] not in _BEFORE_WORK):
        return False
    return bool(_WE.match(phrase) or mine & set(words_of(phrase)) or _ACTIVITY.search(head[0]))
