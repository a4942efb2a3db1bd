"""When a sentence says that a project is to end, and when an event was: the date that the words tie to the plan.

Where two dates remain, none is given.
"""

import re

from extract.language.dates import anchor_period, find_periods, parse_period
from extract.projects.completion_days import IN_USE
from extract.projects.status_verbs import ADVERB, BE
from extract.statements import Context
from records.values import Period

_ANOTHER_CLAUSE = re.compile(r",\s(?:although|though|but|while|whereas|which|where|with|and)\b")
_PLAN = re.compile(
    r"\b(?:expected|scheduled|anticipated|projected|planned|slated|targeted|estimated|due|set|forecast|on track|"
    r"on schedule|"
    r"on target|on course|will|should|plans?|aims?|working|delayed|postponed|deferred|pushed|rescheduled)\b[^.;]{0,90}?"
    r"\b(?:launch\w*|complet\w*(?!\s\d)|go[- ]live|going live|finish\w*|deploy\w*|open\w*|deliver\w*|"
    r"implement\w*|cutover|"
    r"roll[- ]?out|conclu\w*|end|to|until|in|by)\b[^.;]{0,50}?$",
    re.I,
)
_TARGET = re.compile(
    r"\b(?:target|completion|launch|go-live|handover|finish|opening|occupancy|commissioning|end)(?:\s(?:date|completion|launch|finish|opening))?\s"
    r"(?:is(?: now)? (?:planned|expected|scheduled|anticipated|targeted|projected|forecast|due) "
    r"(?:for|in|by|on)|is|remains|"
    r"(?:has\s)?(?:slipped|moved|shifted)\sfrom\s[\w\s,]{4,30}\sto|has moved to|moved to|has slipped to|"
    r"slipped to|(?:has\s)?(?:drifted|slid|shifted|gone back) to|is set for|is scheduled for|"
    r"is expected (?:in|by|on)|"
    r"(?:has been|was|is)(?: now)? (?:pushed(?: back| out)?|moved|delayed|postponed|rescheduled|deferred|extended)"
    r" (?:to|until))\s"
    r"(?:now\s)?(?:(?:in|by|on|for)\s)?(?:the\s)?$",
    re.I,
)
# "We expect to go live in March", "staff anticipates a grand reopening on May 1".
_HOPED = re.compile(
    r"\b(?:expects?|anticipates?|plans?|intends?|aims?|(?:is|are) (?:expected|scheduled|set|due|planned|anticipated))\s"
    r"(?:to\s(?:be\s)?(?:go live|launch(?:ed)?|(?:re)?open(?:ed)?|finish(?:ed)?|completed?|delivered?|operational|"
    r"in service|reach (?:substantial |practical |final |full )?completion|enter service)"
    r"|(?:an?|the|its)\s(?:[a-z]+\s){0,2}(?:(?:re)?opening|launch|completion|go-live|cutover|handover))"
    r"(?:\s[^.;,]{0,40})?\s(?:in|by|on|for|during)\s(?:the\s)?(?:(?:early|mid|late)[\s-])?$",
    re.I,
)
# "expect completion in May", "a name, to open in May", "go-live 1 March 2028"
_AIMED = re.compile(
    r"\b(?:expects?|anticipates?|forecasts?)\s(?:completion|handover|delivery|opening|go-live)\s(?:in|by|on)\s$"
    r"|,\s(?:due\s)?to\s(?:open|reopen|finish|launch|go live|be (?:completed|finished|handed over))\s(?:in|by|on)\s$"
    r"|\b(?:should|will|is (?:now )?(?:due|set|expected) to)\s(?:re-?open|open|finish|"
    r"be (?:commissioned|completed|finished|handed over|occupied|in service|in use|ready))"
    r"\s(?:[a-z]+\s){0,4}(?:in|by|on)\s(?:(?:early|mid|late)[\s-])?$"
    r"|\bon (?:track|schedule|course|target) (?:for|to (?:open|finish|reopen|launch) (?:in|by|on))\s"
    r"(?:(?:early|mid|late)[\s-])?$"
    r"|(?:^|[;,(]\s?)(?:go-live|completion|opening|handover|finish|due)(?:\sdate)?:?\s(?:in\s|by\s|on\s)?$",
    re.I,
)
_FOR_A = re.compile(r"\b(?:for|toward|towards|with)\s(?:an?|the|its)\s(?:(?:early|mid|late)[\s-])?$")
_OPENING = re.compile(
    r"\s(?:(?:grand|public|planned|scheduled|target)\s)?(?:re-?opening|opening|launch|completion|go-live|handover)\b"
)
# Not the range from the old date to the new one: "slipped from May 2027 to July 2027" is July.
_MOVED_DATE = re.compile(
    r"\b(?:slipped|moved|pushed(?: back)?|delayed|shifted|extended|rescheduled|postponed)\sfrom\s.{4,30}?\sto\s"
    r"(?P<new>[^.;,]{4,40})"
)
_FINISH = re.compile(
    rf"\b{BE}(?:\s{ADVERB})?\s(?:expected|scheduled|anticipated|projected|planned|slated|targeted|estimated|"
    rf"due|set)\s"
    r"(?:to\s(?:be\s)?|for\s)?(?:launch\w*|complet\w*|go[- ]live|finish\w*|deploy\w*|(?:re)?open\w*|deliver\w*|"
    r"implement\w*|roll\w* out|conclude\w*|reach (?:substantial |practical |final )?completion)"
    r"|\bwill\s(?:be\s)?(?:launch|complete|go live|finish|deploy|(?:re)?open|implement|conclude|roll out)(?:ed|d)?\b"
)
# "Completion in 2025 is no longer possible"
_DENIED = re.compile(r"\s(?:is|was|are)\s(?:now\s)?(?:no longer|not|in doubt|unlikely|impossible|at risk)\b")
_DATED = r"(?:expected|due|scheduled|forecast|anticipated|planned)\s(?:on|for|in|by|at)\s(?:the\s(?:end\sof\s)?)?"
# "It is now expected on 2 March 2029": what is due is the subject itself.
_DUE = re.compile(
    rf"\b(?:is|are)(?:\s(?:now|currently|still))?\s(?={_DATED}(?:\d|[A-Z]|early|mid|late|spring|summer|autumn|fall|winter))"
)
# "..., now expected on 2 March 2029", "completion is forecast for May".
_EXPECTED = re.compile(
    rf"(?:^|[,;]\s|\band\s|\bbut\s|\b(?:completion|go-live|handover|finish|opening|occupancy|commissioning)\s)"
    rf"(?:(?:it\s)?(?:is|are)\s)?(?:now\s|currently\s|still\s)?{_DATED}(?:(?:early|mid|late)[\s-])?$"
    r"|(?:^|[.;,(]\s?)(?:now|currently)\s(?:expected|due|forecast|scheduled)(?:\sin)?\s$",
    re.I,
)


_STATE_OF_END = re.compile(r"(?:is (?:now )?)?(?:complete|done|all done)", re.I)
_HAPPENED = re.compile(rf"\b{IN_USE}\s(?:[a-z]+\s){{0,3}}(?:on|in)\s$", re.I)


def find_plan(text: str) -> int | None:
    """Where the words begin that foresee an end: "is expected to open", "is due in"."""
    plan = _FINISH.search(text) or _DUE.search(text)
    return plan.start() if plan else None


def planned_end(text: str, after: int, context: Context) -> Period | None:
    """The one period that a plan in ``text[after:]`` names; a moved date ("from May to July 2027") is its last part."""
    spans = [s for s in find_periods(text, fiscal_start=context.fiscal_start) if s.start > after]
    planned = [
        s
        for s in spans
        if any(p.search(text[after : s.start]) for p in (_PLAN, _EXPECTED)) or _opens_in(text, s.start, s.end)
    ]
    if len(planned) != 1:
        return None
    period = planned[0].period
    return anchor_period(period, anchor=context.date, past=False) if context.date else period


def _opens_in(text: str, start: int, end: int) -> bool:
    """ "on track for a June 2027 opening" """
    return bool(_FOR_A.search(text[:start]) and _OPENING.match(text, end))


def find_target(text: str, context: Context) -> Period | None:
    """ "Q2 FY 2027" of "The new target is Q2 FY 2027": a planned end that a sentence without a subject gives."""
    moved = _MOVED_DATE.search(text)
    if moved:
        return parse_period(moved["new"], fiscal_start=context.fiscal_start)
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    open_ = [s for s in spans if not _DENIED.match(text, s.end)]
    aimed = [s for s in open_ if any(p.search(text[: s.start]) for p in (_TARGET, _HOPED, _EXPECTED, _AIMED))]
    return aimed[0].period if len(aimed) == 1 else None


def event_period(text: str, event_end: int, context: Context) -> Period | None:
    """When an event was: the period right after its verb, else the one that introduces the sentence."""
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    after = [s for s in spans if s.start >= event_end - 1 and _links(text[event_end : s.start])]
    intro = [s for s in spans if s.end <= 60 and re.match(r"^(?:In|On|During|By|At|As of|Late in|Early in)\s", text)]
    chosen = after[:1] or [s for s in intro if s.start <= 12]
    if not chosen:
        return None
    period = chosen[0].period
    return anchor_period(period, anchor=context.date, past=True) if context.date else period


def ended_in(text: str, event_end: int, verb: str, context: Context) -> Period | None:
    """As ``event_period``; of "is complete", which tells no event, the day of the one event that the sentence has:
    "is complete; the ribbon was cut on 9 May 2028"."""
    found = event_period(text, event_end, context)
    if found is not None or not _STATE_OF_END.fullmatch(verb):
        return found
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    if len(spans) != 1 or not _HAPPENED.search(text[: spans[0].start]) or spans[0].period.last is None:
        return None
    period = spans[0].period
    return period if context.date is None or (period.first and period.first <= context.date) else None


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
