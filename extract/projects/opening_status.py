"""The status that opens what stands behind a name: "Pier Lift: Delayed by weather", "🟡 The mast ..."."""

import re
from dataclasses import replace

from extract.projects.claims import COLOUR, STATE, Claim, explained
from extract.projects.house_words import status_in, statuses_in
from extract.projects.names import Subject
from extract.projects.planned_ends import ended_in
from extract.projects.status_verbs import ADVERB, BE, RATE, is_other_word, moves_on
from extract.projects.status_words import StatusSpan
from extract.statements import Context, Statement

# What opens the words behind a name, up to its status: "Now rated Amber", "Remains Red", "Moved from Amber to Green".
_OPENS = re.compile(
    rf"(?:(?:{ADVERB}|{BE}|{RATE}|reports?|status|overall|rag|as|at|it|the project|this project|"
    r"(?:has\s)?(?:moved|improved|slipped|changed|returned|gone|went|dropped|recovered)(?:\sfrom\s[a-z -]{3,15}?)?\sto)"
    r":?\s){0,4}",
    re.I,
)

_COLOURED = ("red", "red_yellow", "yellow", "yellow_green", "green", "on_hold", "not_started")


def leading_claim(statement: Statement, context: Context) -> Claim | None:
    """The status that opens what follows a name: "Pier Lift: Delayed due to weather", "- launched on June 1, 2027",
    "🟡 The mast is late". A sign and words that contradict each other claim nothing."""
    said, signed = _said(statement, context), _signed(statement, context)
    if said is None or signed is None or said.status == signed.status or said.status not in _COLOURED:
        return said or signed
    return None


def _said(statement: Statement, context: Context) -> Claim | None:
    text = _after_name(statement, context)
    spans = [span for span in statuses_in(text, context.words)[:2] if not moves_on(text, span)]
    if not spans or not _OPENS.fullmatch(text[: spans[0].start]) or is_other_word(text, spans[0]):
        return None
    return None if spans[0].status is None else _claim(statement, text, spans[0], context)


def _signed(statement: Statement, context: Context) -> Claim | None:
    status = status_in(statement.sign, context.words) if statement.sign else None
    if status is None or statement.sign is None:
        return None
    span = StatusSpan(status=status, text=statement.sign, start=0, end=0)
    return replace(_claim(statement, statement.text, span, context), rank=COLOUR)


def _claim(statement: Statement, text: str, span: StatusSpan, context: Context) -> Claim:
    return Claim(
        subject=Subject(name=None, anaphor=True),
        statement=statement,
        rank=COLOUR if span.is_colour else STATE,
        status=span.status,
        status_text=span.text,
        firm=span.text.lower() != "closed",
        completed=ended_in(text, span.end, span.text, context) if span.status == "complete" else None,
        **explained(text, span, context),
    )


def _after_name(statement: Statement, context: Context) -> str:
    """The sentence; with its label where that is a status and no name: "**At risk.** The mast is late"."""
    label = statement.label
    spans = statuses_in(label, context.words) if label else ()
    is_status = label is not None and len(spans) == 1 and spans[0].text == label
    return (
        statement.block.text[statement.block.text.find(label) : statement.end]
        if is_status and label
        else statement.text
    )
