"""What one sentence claims of one subject: a status, a completion, a planned end, the reason for a delay.

A claim is not yet a project: whether its subject is one is decided by ``status_prose``. Conditional, denied, foreseen
and past-report statuses are not claims.
"""

import re
from dataclasses import dataclass
from typing import Any

from extract.language.clauses import last_clause
from extract.language.dates import anchor_period, find_periods, parse_period
from extract.projects.completions import find_events
from extract.projects.names import COUNTS, Subject, list_to_subjects, phrase_to_subject, phrase_to_subjects
from extract.projects.remedies import find_reason
from extract.projects.status_words import TROUBLED, StatusSpan, find_statuses
from extract.projects.subjects import bare_subject, without_former_name
from extract.statements import Context, Statement
from records.values import Period

_ADVERB = (
    r"(?:back|once more|currently|now|still|also|again|today|generally|presently|all|both|well|fully|slightly|somewhat)"
)
_BE = (
    r"(?:is|are|was|were|remains?|remained|has been|have been|has remained|has stayed|reports|continues to be|"
    r"continue to be|continues|stays?|sits|stands|holds|is being|has turned|turned)"
)
_RATE = (
    r"(?:marked|rated|re-?rated|regraded|flagged|reported|reporting|showing|classified|designated|listed|shown|coded|considered|identified|scored|graded|"
    r"placed|put|moved|upgraded|downgraded|reclassified|changed|categorized|assigned)"
)
_LEAD = re.compile(
    rf"\b{_BE}(?:\s{_ADVERB}){{0,2}}(?:\s{_RATE})?(?:\s(?:as|at|in|to|on|a|an|from))?"
    r"(?:\s(?:about|nearly|over|almost|roughly|approximately|more than|running))?"
    r"(?:\s(?:an?\s)?[\w-]+\s(?:days?|weeks?|months?|quarters?|years?))?"
    rf"(?:\s(?:a|the)\s(?:status|rating)\sof)?(?:\s[\"“'‘]?[A-Za-z]{{3,6}}[\"”'’]?\sto)?\s[\"“'‘]?$"
)
_HAS_STATUS = re.compile(r"\b(?:has|carries|holds|received|maintains|retains)\s(?:an?\s|its\s)?(?:overall\s)?[\"“'‘]?$")
_MOVED_TO = re.compile(
    r"\b(?:(?:has|have)\s(?:(?:now|since|also|recently|again|just)\s)?)?"
    r"(?:moved|went|gone|changed|shifted|slipped|improved|dropped|fell|fallen|advanced|risen|rose|recovered|worsened|"
    r"deteriorated|returned|reverted)(?:\sback)?(?:\sthis\s(?:month|quarter|period|year))?"
    r"\s(?:from\s[\"“]?(?:a rating of\s)?[a-z -]{3,15}[\"”]?\s)?(?:in)?to\s[\"“]?$",
    re.I,
)
# "We have moved the Pier Lift from Green to Red", "staff rated the Pier Lift as amber".
_RATES = re.compile(
    r"\b(?:moved|upgraded|downgraded|re-?rated|rated|changed|raised|lowered|placed|put|flagged|marked)\s"
    r"(?P<name>(?:the\s)?[A-Z][^.;,]{2,80}?)\s(?:from\s[\"“]?[A-Za-z -]{3,15}[\"”]?\s)?(?:to|as|at|on)\s[\"“]?$"
)
# "is marked amber when ..." tells what amber means.
_DEFINES = re.compile(r"[\"”’)]{0,2},?\s(?:when|if|whenever|where|only)\b")
_ANOTHER_CLAUSE = re.compile(r",\s(?:although|though|but|while|whereas|which|where|with|and)\b")
_ASIDE = re.compile(r",\s[^,]{3,120},")
_ABOUT_PROJECTS = re.compile(r"\b(?:projects?|initiatives?|schemes?|programmes?|strands?|workstreams?)\b", re.I)
_LISTED = re.compile(
    r"[\"”]?(?:(?:\s(?:projects?|initiatives?|schemes?|programmes?|strands?|workstreams?))?\s(?:is|"
    r"are):?|:)\s(?P<names>(?:the\s)?[A-Z][^.;:()]{3,240})\.?$"
)
_HAS_NOT = re.compile(r"\b(?:has|have)\s$")
_NOT_NOW = re.compile(
    r"\b(?:last (?:year|report|quarter|update)|previous(?:ly)?|prior (?:report|year)|initially|originally|"
    r"formerly|at one point)\b",
    re.I,
)
_CONDITIONAL = re.compile(r"\b(?:if|unless|would|could|might|should|whether|when|until|once)\b", re.I)
_PLAN = re.compile(
    r"\b(?:expected|scheduled|anticipated|projected|planned|slated|targeted|estimated|due|set|forecast|on track|"
    r"on schedule|"
    r"on target|will|plans?|aims?|working|delayed|postponed|deferred|pushed|rescheduled)\b[^.;]{0,90}?"
    r"\b(?:launch\w*|complet\w*(?!\s\d)|go[- ]live|going live|finish\w*|deploy\w*|open\w*|deliver\w*|"
    r"implement\w*|cutover|"
    r"roll[- ]?out|conclu\w*|end|to|until|in|by)\b[^.;]{0,50}?$",
    re.I,
)
_TARGET = re.compile(
    r"\b(?:target|completion|launch|go-live|handover|finish|opening|end)(?:\s(?:date|completion|launch|finish|opening))?\s"
    r"(?:is(?: now)? (?:planned|expected|scheduled|anticipated|targeted|projected|forecast|due) "
    r"(?:for|in|by|on)|is|remains|"
    r"(?:has\s)?(?:slipped|moved|shifted)\sfrom\s[\w\s,]{4,30}\sto|has moved to|moved to|has slipped to|"
    r"slipped to|is set for|is scheduled for|"
    r"is expected (?:in|by|on))\s"
    r"(?:now\s)?(?:(?:in|by|on|for)\s)?(?:the\s)?$",
    re.I,
)
# Not the range from the old date to the new one: "slipped from May 2027 to July 2027" is July.
_MOVED_DATE = re.compile(
    r"\b(?:slipped|moved|pushed(?: back)?|delayed|shifted|extended|rescheduled|postponed)\sfrom\s.{4,30}?\sto\s"
    r"(?P<new>[^.;,]{4,40})"
)
_FINISH = re.compile(
    rf"\b{_BE}(?:\s{_ADVERB})?\s(?:expected|scheduled|anticipated|projected|planned|slated|targeted|estimated|"
    rf"due|set)\s"
    r"(?:to\s(?:be\s)?|for\s)?(?:launch\w*|complet\w*|go[- ]live|finish\w*|deploy\w*|open\w*|deliver\w*|implement\w*|"
    r"roll\w* out|conclude\w*)"
    r"|\bwill\s(?:be\s)?(?:launch|complete|go live|finish|deploy|open|implement|conclude|roll out)(?:ed|d)?\b"
)
_DATED = r"(?:expected|due|scheduled|forecast|anticipated|planned)\s(?:on|for|in|by|at)\s(?:the\s(?:end\sof\s)?)?"
# "It is now expected on 2 March 2029": what is due is the subject itself.
_DUE = re.compile(
    rf"\b(?:is|are)(?:\s(?:now|currently|still))?\s(?={_DATED}(?:\d|[A-Z]|early|mid|late|spring|summer|autumn|fall|winter))"
)
# "..., now expected on 2 March 2029", "completion is forecast for May".
_EXPECTED = re.compile(
    rf"(?:^|[,;]\s|\band\s|\bbut\s|\b(?:completion|go-live|handover|finish|opening)\s)"
    rf"(?:(?:it\s)?(?:is|are)\s)?(?:now\s|currently\s)?{_DATED}(?:(?:early|mid|late)[\s-])?$"
)
# What opens the words behind a name, up to its status: "Now rated Amber", "Remains Red", "Moved from Amber to Green".
_OPENS = re.compile(
    rf"(?:(?:{_ADVERB}|{_BE}|{_RATE}|reports?|status|overall|rag|as|at|it|the project|this project|"
    r"(?:has\s)?(?:moved|improved|slipped|changed|returned|gone|went|dropped|recovered)(?:\sfrom\s[a-z -]{3,15}?)?\sto)"
    r":?\s){0,4}",
    re.I,
)
_TELLS = re.compile(rf"\s(?:{_BE}|has|have)\s[^:]{{3,60}}:\s$")
_THEN = re.compile(r"[^.;]{0,30}\b(?:at|in|as of|by)\s(?:(?:the|our)\s)?(?:last|previous|prior|earlier)\b|\slast\s")
# "two months later than planned", "under budget", "handed over to service": words of work that had a plan.
_AGAINST_PLAN = re.compile(
    r"[^.;]{0,80}?\b(?:(?:than|as)\s(?:originally\s)?(?:planned|scheduled|forecast)|(?:under|over|within|on)\sbudget|"
    r"(?:ahead of|behind|on)\sschedule|on time|to (?:service|operations|business as usual))\b"
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
            completed=_event_period(text, event.end, context) if event.status == "complete" else None,
            firm=bool(_AGAINST_PLAN.match(text[event.end :]) or _HANDED_OVER.match(text[: event.end])),
        )
        for event in find_events(text)
    ]
    for span in find_statuses(text):
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


def leading_claim(statement: Statement, context: Context) -> Claim | None:
    """The status that opens what follows a name: "Pier Lift: Delayed due to weather", "- launched on June 1, 2027"."""
    spans = [span for span in find_statuses(statement.text)[:2] if not _moves_on(statement.text, span)]
    if not spans or spans[0].status is None or not _OPENS.fullmatch(statement.text[: spans[0].start]):
        return None
    span = spans[0]
    if _is_other_word(statement.text, span):
        return None
    return Claim(
        subject=Subject(name=None, anaphor=True),
        statement=statement,
        rank=COLOUR if span.is_colour else STATE,
        status=span.status,
        status_text=span.text,
        firm=span.text.lower() != "closed",
        completed=_event_period(statement.text, span.end, context) if span.status == "complete" else None,
        **_explained(statement.text, span, context),
    )


def _state_claims(text: str, span: StatusSpan, statement: Statement, context: Context) -> list[Claim]:
    before = text[max(0, span.start - 600) : span.start]  # long runs of statuses must not stall
    lead = _LEAD.search(before) or _HAS_STATUS.search(before) or _MOVED_TO.search(before)
    if span.status == "not_started":
        lead = lead or _HAS_NOT.search(before)
    rates = None if lead else _RATES.search(before)
    lead = lead or rates
    if span.status in (None, "complete", "cancelled") or lead is None:
        return []
    past = bool(_NOT_NOW.search(_ASIDE.sub("", without_former_name(before)))) and not re.search(
        r"\bnow\s[\"“]?$", before
    )
    past = past or bool(re.match(r"was|were", lead.group()) and _THEN.match(text[span.end :]))
    if (
        past
        or _is_other_word(text, span)
        or _CONDITIONAL.search(last_clause(before))
        or _moves_on(text, span)
        or _DEFINES.match(text[span.end :])
    ):
        return []
    subject_phrase = rates["name"] if rates else last_clause(before[: lead.start()])
    return [
        Claim(
            subject=subject,
            statement=statement,
            rank=COLOUR if span.is_colour else STATE,
            status=span.status,
            status_text=span.text,
            firm=_is_firm(text, span, lead.group()),
            **_explained(text, span, context),
        )
        for subject in phrase_to_subjects(bare_subject(subject_phrase), plural=_is_plural(lead.group()))
    ]


def _is_firm(text: str, span: StatusSpan, lead: str) -> bool:
    """ "is Red", "is rated red", "went from amber to green", "is on hold until May": said of projects alone."""
    if span.is_colour:
        ends = re.match(r"\s?[.;,:]|$|\s(?:because|due to|owing to|pending)\b", text[span.end :])
        return span.text[0].isupper() or ends is not None or bool(re.search(rf"[\"“]|\b{_RATE}\b|\bfrom\b", lead))
    return span.status == "on_hold" and bool(re.match(r"\s(?:until|pending|while)\b", text[span.end :]))


def _is_other_word(text: str, span: StatusSpan) -> bool:
    """ "Red Hat", "Amber/Green", "at risk of flooding", "on track to adopt": other words, or two statuses at once."""
    after = text[span.end :]
    if span.is_colour:
        return bool(
            re.match(r"\s?/\s?[A-Za-z]|[\s-][A-Z][a-z]", after)
            or re.search(r"[A-Za-z]\s?/\s?$", text[max(0, span.start - 4) : span.start])
        )
    return span.text.lower() in ("at risk", "at-risk") and after.startswith(" of ")


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


def _explained(text: str, span: StatusSpan, context: Context) -> dict[str, Any]:
    """Why a project is late, and when it is to end."""
    troubled = span.status in TROUBLED
    planned = span.status not in ("complete", "cancelled")
    return {
        "issue": _reason_after(text[span.end :]) if troubled else None,
        "end": _planned_end(text, span.start, context) if planned else None,
    }


def _reason_after(text: str) -> str | None:
    """ "the mast fell" of "is Red because the mast fell" and of "is Red: the mast fell"."""
    told = re.match(r":\s(?P<why>[^:;]{8,240}?)\.?$", text)
    return find_reason(text) or (told["why"] if told else None)


def _moves_on(text: str, span: StatusSpan) -> bool:
    """ "on track to yellow", "green to amber": the phrase is where the status came from."""
    return bool(re.match(r"[\"”']?\sto\s[\"“']?(?:red|yellow|amber|green|on track|at risk)\b", text[span.end :], re.I))


def _plan_claims(text: str, statement: Statement, context: Context) -> list[Claim]:
    plan = _FINISH.search(text) or _DUE.search(text)
    subject = phrase_to_subject(bare_subject(last_clause(text[: plan.start()]))) if plan else None
    if plan is None or subject is None:
        return []
    end = _planned_end(text, plan.start(), context)
    return [Claim(subject=subject, statement=statement, rank=PLAN, end=end)] if end else []


def _planned_end(text: str, after: int, context: Context) -> Period | None:
    """The one period that a plan in ``text[after:]`` names; a moved date ("from May to July 2027") is its last part."""
    spans = [s for s in find_periods(text, fiscal_start=context.fiscal_start) if s.start > after]
    planned = [s for s in spans if _PLAN.search(text[after : s.start]) or _EXPECTED.search(text[after : s.start])]
    if len(planned) != 1:
        return None
    period = planned[0].period
    return anchor_period(period, anchor=context.date, past=False) if context.date else period


def find_target(text: str, context: Context) -> Period | None:
    """ "Q2 FY 2027" of "The new target is Q2 FY 2027": a planned end that a sentence without a subject gives."""
    moved = _MOVED_DATE.search(text)
    if moved:
        return parse_period(moved["new"], fiscal_start=context.fiscal_start)
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    aimed = [span for span in spans if _TARGET.search(text[: span.start])]
    return aimed[0].period if len(aimed) == 1 else None


def _event_period(text: str, event_end: int, context: Context) -> Period | None:
    """When an event was: the period right after its verb, else the one that introduces the sentence."""
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    after = [s for s in spans if s.start >= event_end - 1 and _links(text[event_end : s.start])]
    intro = [s for s in spans if s.end <= 60 and re.match(r"^(?:In|On|During|By|At|As of|Late in|Early in)\s", text)]
    chosen = after[:1] or [s for s in intro if s.start <= 12]
    if not chosen:
        return None
    period = chosen[0].period
    return anchor_period(period, anchor=context.date, past=True) if context.date else period


def _links(between: str) -> bool:
    """Whether the words between a verb and a date tie the date to the verb."""
    if _ANOTHER_CLAUSE.search(between):
        return False
    return bool(
        re.fullmatch(
            r"[^.;]{0,110}?(?:\b(?:in|on|during|by|as of|at|late|early|mid|since)|[,(]|^)\s?(?:the\s)?(?:on\s)?",
            between,
        )
    ) and not re.search(r"\b(?:and|which|from|until|before|after|replac\w+)\b[^,]*$", between)
