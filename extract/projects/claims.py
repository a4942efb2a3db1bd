"""What one sentence claims of one subject: a status, a completion, a planned end, the reason for a delay.

A claim is not yet a project: whether its subject is one is decided by ``status_prose``. Conditional, denied, foreseen
and past-report statuses are not claims.
"""

import re
from dataclasses import dataclass
from typing import Any

from extract.language.clauses import last_clause
from extract.projects.completions import find_events
from extract.projects.house_words import is_verb, statuses_in
from extract.projects.names import COUNTS, Subject, list_to_subjects, phrase_to_subject, phrase_to_subjects
from extract.projects.planned_ends import ended_in, find_plan, planned_end
from extract.projects.remedies import find_reason
from extract.projects.status_verbs import (
    BE,
    HAS_STATUS,
    LEAD,
    MOVED_TO,
    RATE,
    RATES,
    is_of_action,
    is_other_word,
    moves_on,
)
from extract.projects.status_words import TROUBLED, StatusSpan
from extract.projects.subjects import bare_subject, without_former_name
from extract.statements import Context, Statement
from records.values import Period

# "is marked amber when ..." tells what amber means.
_DEFINES = re.compile(r"[\"”’)]{0,2},?\s(?:when|if|whenever|where|only)\b")
_ASIDE = re.compile(r",\s[^,]{3,120},")
_ABOUT_PROJECTS = re.compile(r"\b(?:projects?|initiatives?|schemes?|programmes?|strands?|workstreams?)\b", re.I)
_LISTED = re.compile(
    r"[\"”]?(?:(?:\s(?:projects?|initiatives?|schemes?|programmes?|strands?|workstreams?))?\s(?:is|"
    r"are):?|:)\s(?P<names>(?:the\s)?[A-Z][^.;:()]{3,240})\.?$"
)
_ANYTHING_ENDS = re.compile(r"(?<=[a-z\d)])\s?$")
_HAS_NOT = re.compile(r"\b(?:has|have)\s$")
_NOT_NOW = re.compile(
    r"\b(?:last (?:year|report|quarter|update)|previous(?:ly)?|prior (?:report|year)|initially|originally|"
    r"formerly|at one point)\b",
    re.I,
)
# "Formerly the Dock Lift, the Pier Lift is ...": the name is of old, not the status.
_FORMERLY = re.compile(r"^(?:Formerly|Previously|Originally|Once)\s[^,]{3,80},\s")
_CONDITIONAL = re.compile(r"\b(?:if|unless|would|could|might|should|whether|when|until|once)\b", re.I)
_TELLS = re.compile(rf"\s(?:{BE}|has|have)\s[^:]{{3,60}}:\s$")
_THEN = re.compile(r"[^.;]{0,30}\b(?:at|in|as of|by)\s(?:(?:the|our)\s)?(?:last|previous|prior|earlier)\b|\slast\s")
# "two months later than planned", "under budget", "handed over to service": words of work that had a plan.
_AGAINST_PLAN = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,80}?\b(?:(?:than|as)\s(?:originally\s)?(?:planned|scheduled|forecast)|(?:under|over|within|on)\sbudget|"
    r"(?:ahead of|behind|on)\sschedule|on time|(?:below|above)\s(?:its\s)?budget|"
    r"to (?:service|operations|business as usual))\b"
)
_HANDED_OVER = re.compile(r".*\bhanded over$")


DONE, COLOUR, STATE, LAUNCHED, PLAN = 4, 3, 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``rank`` orders claims of one project: an event that ends it, a named colour, other words, a launch (a project
    that was launched may have ended or begun), a planned end without a status."""

    subject: Subject
    statement: Statement
    rank: int
    status: str | None = None
    status_text: str | None = None
    issue: str | None = None
    end: Period | None = None
    completed: Period | None = None
    firm: bool = False
    """Whether the wording is that of a status report ("is rated Red", "moved from Amber to Green", "under budget"):
    then what it is said of is a project, whatever it is called."""
    of_action: bool = False
    """Whether a deed has the status ("is on track to hire six officers")."""


def statement_to_claims(statement: Statement, context: Context) -> tuple[Claim, ...]:
    """ "The Hub (HB) is on track for launch in Q3 2027." / "In May 2027, the City launched the Hub." """
    text = claim_text(statement)
    claims = [
        Claim(
            subject=event.subject,
            statement=statement,
            rank=LAUNCHED if event.text == "launched" else DONE,
            status=event.status,
            status_text=event.text,
            completed=ended_in(text, event.end, event.text, context) if event.status == "complete" else None,
            firm=bool(_AGAINST_PLAN.match(text[event.end :]) or _HANDED_OVER.match(text[: event.end])),
        )
        for event in find_events(text)
    ]
    for span in statuses_in(text, context.words):
        claims += _state_claims(text, span, statement, context) or _named_after(text, span, statement, context)
    if not any(claim.end for claim in claims):
        claims += _plan_claims(text, statement, context)
    return tuple(claims)


def claim_text(statement: Statement) -> str:
    """The sentence; with its label where that is the subject ("**Pier Lift** is rated Red") or has the status itself
    ("The Pier Lift has slipped to Red: the mast fell")."""
    text = statement.text
    lead_in = statement.block.text[statement.start : statement.body]
    runs_on = lead_in.endswith(" ") and lead_in.strip() == statement.label and text[:1].islower()
    return lead_in + text if runs_on or _TELLS.search(lead_in) else text


def told_of(text: str, span: StatusSpan) -> tuple[str, str] | None:
    """What a sentence gives the status in ``span`` to, and the words by which: ("the Hub", "is now "). ``None`` where
    it gives it to nothing, on a condition, or of old."""
    before = text[max(0, span.start - 600) : span.start]  # long runs of statuses must not stall
    lead = LEAD.search(before) or HAS_STATUS.search(before) or MOVED_TO.search(before)
    if span.status == "not_started":
        lead = lead or _HAS_NOT.search(before)
    rates = None if lead else RATES.search(before)
    lead = lead or rates or (_ANYTHING_ENDS.search(before) if is_verb(span) else None)
    if span.status in (None, "complete", "cancelled") or lead is None:
        return None
    past = bool(_NOT_NOW.search(_ASIDE.sub("", without_former_name(_FORMERLY.sub("", before))))) and not re.search(
        r"\bnow\s[\"“]?$", before
    )
    past = past or bool(re.match(r"was|were", lead.group()) and _THEN.match(text[span.end :]))
    if (
        past
        or is_other_word(text, span)
        or _CONDITIONAL.search(last_clause(before))
        or moves_on(text, span)
        or _DEFINES.match(text[span.end :])
    ):
        return None
    return rates["name"] if rates else last_clause(before[: lead.start()]), lead.group()


def _state_claims(text: str, span: StatusSpan, statement: Statement, context: Context) -> list[Claim]:
    told = told_of(text, span)
    if told is None:
        return []
    phrase, lead = told
    return [
        Claim(
            subject=subject,
            statement=statement,
            rank=COLOUR if span.is_colour else STATE,
            status=span.status,
            status_text=span.text,
            firm=_is_firm(text, span, lead) or span.text.casefold() in context.words,
            of_action=is_of_action(text, span),
            **explained(text, span, context),
        )
        for subject in phrase_to_subjects(bare_subject(phrase), plural=_is_plural(lead))
    ]


def _is_firm(text: str, span: StatusSpan, lead: str) -> bool:
    """ "is Red", "is rated red", "went from amber to green", "is on hold until May": said of projects alone."""
    if span.is_colour:
        ends = re.match(r"\s?[.;,:]|$|\s(?:because|due to|owing to|pending)\b", text[span.end :])
        return span.text[0].isupper() or ends is not None or bool(re.search(rf"[\"“]|\b{RATE}\b|\bfrom\b", lead))
    return span.status == "on_hold" and bool(re.match(r"\s(?:until|pending|while)\b", text[span.end :]))


def _is_plural(lead: str) -> bool:
    return bool(re.match(r"(?:are|were|have|remain|continue)\b", lead))


def _named_after(text: str, span: StatusSpan, statement: Statement, context: Context) -> list[Claim]:
    """ "The only red project is the Pier Lift." / "The two projects rated yellow are the Pier Lift and the Hub." """
    listed = _LISTED.match(text[span.end :])
    if listed is None or span.status is None or not _ABOUT_PROJECTS.search(text[: span.end] + listed.group()):
        return []
    counted = re.search(r"\b(one|two|three|four|five|six)\b", text[: span.start], re.I)
    names = listed["names"].strip()
    many = bool(re.match(r"[\"”]?(?:\s(?:projects|initiatives))?\sare\b", listed.group()))
    subjects = list_to_subjects(
        names, count=COUNTS.get(counted.group(1).lower(), 1) if counted else None if many else 1
    )
    return [
        Claim(
            subject=subject,
            statement=statement,
            rank=COLOUR if span.is_colour else STATE,
            status=span.status,
            status_text=span.text,
        )
        for subject in subjects
    ]


def explained(text: str, span: StatusSpan, context: Context) -> dict[str, Any]:
    """Why a project is late, and when it is to end."""
    troubled = span.status in TROUBLED
    planned = span.status not in ("complete", "cancelled")
    return {
        "issue": _reason_after(text[span.end :]) if troubled else None,
        "end": planned_end(text, span.start, context) if planned else None,
    }


def _reason_after(text: str) -> str | None:
    """ "the mast fell" of "is Red because the mast fell" and of "is Red: the mast fell"."""
    told = re.match(r":\s(?P<why>[^:;]{8,240}?)\.?$", text)
    return find_reason(text) or (told["why"] if told else None)


def _plan_claims(text: str, statement: Statement, context: Context) -> list[Claim]:
    plan = find_plan(text)
    subject = phrase_to_subject(bare_subject(last_clause(text[:plan]))) if plan is not None else None
    if plan is None or subject is None:
        return []
    end = planned_end(text, plan, context)
    return [Claim(subject=subject, statement=statement, rank=PLAN, end=end)] if end else []
