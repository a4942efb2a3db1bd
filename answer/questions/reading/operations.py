"""Which computation a question asks for, read from its wording alone: a total, a mean, what is left, a lapse of time.

It also says whether a sentence states the result of such a computation. A sentence that only holds the figures that
go in is no answer: whoever asks for a mean is not served with the sum and the number of things. It computes nothing.
"""

import re
from typing import Literal

from answer.questions.reading.words import PROJECT_WORD, stems

Operation = Literal[
    "after_memo", "elapsed", "shift", "average", "ratio", "percent_change", "difference", "left", "series", "total",
    "share", "target", "threshold", "order",
]  # fmt: skip

_MANY = r"(?:how many|what number|(?:the |total )?number of|count of)"
_MUCH = r"(?:how (?:much|many)|what number|number of|amount of)"
_SPAN = r"(?:years|quarters|months|phases|cohorts|rounds|terms|seasons)"
_MOVED = r"(?:slip|mov(?:e|ed)|delay|later|behind|postpone|push|late\b|extend|overr[au]n|forecast|set back|earlier)"
_ROSE = r"(?:increas|grow|grew|r[io]se|chang|declin|decreas|f[ae]ll|drop|up\b|down\b|gain|jump|expand|shr[aiu]nk|climb)"
_UNIT = r"(?:project|participant|year|quarter|month|staff|member|person|head|capita|department|office|site|program)"
_WORDINGS: tuple[tuple[Operation, str], ...] = (
    ("after_memo", r"^(?!how\b).*\b(?:after|later than|beyond|postdate\w*|dated after)\b.{0,30}\b(?:memo"
                   r"|memorandum|report|document"
                   r"|its own|own date|it was (?:written|dated|issued))\b"),
    ("shift", rf"\b(?:how many|what number of) (?:days|weeks|months|years)\b.{{0,100}}\b{_MOVED}"
              rf"|\bhow (?:long|far|much) .{{0,80}}\b(?:slip|delay|postpone|behind schedule|push)"),
    ("elapsed", r"\bhow (?:long|much time|many (?:days|weeks|months|years))\b.{0,120}"
                r"\b(?:between|after|before|passed|took|take|taken|until|elapsed?|lie|lay|apart|since)\b"
                r"|\b(?:time|days|weeks|months|years|interval|gap) between\b"),
    ("threshold", r"^(?:would|should|could|must|can|will|does|is|if) (?:an?|any)\b.{0,80}"
                  r"(?:[$£€]\s?\d[\d,.]*|\b\w+ (?:departments?|months|years)\b)"),
    ("difference", r"\b(?:by how (?:much|many|far)(?! per ?cent\b)"
                   r"|how (?:far|much|many \w+) (?:above|below|short|behind|over|under|off)"
                   r"|how (?:far|much) (?:\w+ ){0,3}?(?:dearer|cheaper|younger|older|faster|slower|longer"
                   r"|shorter|higher|lower))\b"),
    ("left", rf"\b{_MANY}\b.{{0,80}}(?:\b(?:not (?:yet )?|remain|left\b|still (?:to|not|need|have|lack|wait|await|miss)"
             r"|outstanding|yet to|without\b|lack|missing\b|miss\b|unfinished|incomplete|fail)|n['’]t\b)"
             r"|\b(?:not (?:yet )?(?:on|in|using|done|moved)|still (?:missing|without|lacking|to)|remaining)\b.{0,60}"
             r"\b(?:count|number)\b"
             r"|\bhow (?:many|much)\b.{0,90}\b(?:unspent|unused|unfilled|vacant|neither|never|other than|left to"
             r"|(?:is|are|was|were|has|have|had|did|does) not\b|not (?:yet )?(?:been )?(?:paid|spent|covered)"
             r"|remain\w*|(?:still|yet) to\b|still (?:on|unspent|waiting))"),
    ("target", r"\b(?:reach|meet|met|hit|achieve|miss|exceed|surpass|beat|fall short of|above|below|against"
               r"|compared? to|from|off)\w*\b.{0,50}\b(?:target|goal|objective)\b"
               r"|\b(?:target|goal|objective)\b.{0,60}\b(?:reach|met\b|meet|hit|achiev|miss|exceed|surpass|beat)"),
    ("average", rf"\b(?:average|mean|on average|per {_UNIT}s?|for each|each|apiece)\b"),
    ("ratio", r"\bhow many times (?:as|more|larger|bigger|higher|greater)|\bratio (?:of|between)\b"
              r"|\bby what factor\b|\bper (?!cent\b|capita income\b)\w+"),
    ("percent_change", rf"\b(?:by )?(?:what|how many) (?:percent(?:age)?|per cent)\b(?! points).{{0,80}}\b{_ROSE}"
                       r"|\b(?:percent(?:age)?|relative) (?:change|increase|decrease|growth|rise|drop)\b"
                       r"|\bgrowth rate\b|\b(?:growth|increase|rise|decline|drop) in percent"),
    ("difference", rf"\b(?:by how (?:much|many)|how many percentage points|{_MUCH} (?:\w+ ){{0,4}}?"
                   r"(?:more|fewer|less|higher|lower|larger|smaller|shorter|additional|new|extra)"
                   r"|what (?:is|was) the (?:difference|increase|decrease|rise|growth|change)|difference between"
                   rf"|how much did .{{1,80}} {_ROSE}"
                   rf"|{_MANY} .{{1,80}}\b(?:gain|added?|win|won|lose|lost|grow|grew|increas|ris|rose)\b)"),
    ("series", r"\bhow (?:did|has|have) .{1,120}\b(?:change|evolve|develop|progress|vary|trend|grow|move"
               r"|improve|compare|rise|risen|fall|fallen|decline|increase)|\btrends?\b"
               r"|\b(?:each|every) (?:year|quarter|phase|month|cohort|round|of (?:its|the|their|these|those)\b.{0,20}"
               rf"\b{_SPAN})|\b(?:per|by|for) (?:year|quarter|phase|cohort)\b|\byear by year\b|\byear on year\b"
               rf"|\b(?:develop|evol|chang)\w*\b.{{0,60}}\b(?:over|across|through|during)\b.{{0,30}}\b{_SPAN}"
               r"|\bdevelopment of\b"),
    ("total", r"\b(?:in total|total|altogether|combined|in all|all told|overall|together|sum of|total number"
              rf"|(?:over|across|during|in) (?:its|the|all|these|those|their|both)(?: \w+){{0,2}} {_SPAN})\b"),
    ("share", r"\b(?:what|which|how (?:large|big)) (?:is |are |was |were )?(?:the |a )?"
              r"(?:share|portion|proportion|fraction|part|percent(?:age)?|per cent) (?:of\b|(?:is|are|was|were)\b)"
              r"|\bhow many (?:percent|per cent)\b|\b(?:share|portion|percent(?:age)?|proportion) of\b"),
    ("order", r"\bwhich .{1,120}\b(?:first|earlier|earliest|last|latest|later|before the other|sooner|older|newer"
              r"|younger|oldest|newest)\b|\b(?:which|what) came (?:first|later|last|earlier)\b"
              r"|^(?:did|was|were|is) .{2,80} (?:before|after|earlier than|later than|older than) .{2,80}"),
)  # fmt: skip
_OPERATIONS: tuple[tuple[Operation, re.Pattern[str]], ...] = tuple(
    (operation, re.compile(pattern, re.IGNORECASE)) for operation, pattern in _WORDINGS
)
_PER_YEAR = re.compile(
    rf"\b(?:per|each|every) (?:year|quarter|phase|cohort)\b"
    rf"|\beach (?:one )?of (?:its|the|their|these|those) (?:\w+ )?{_SPAN}",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:average|mean)\b", re.IGNORECASE)
_POINTS = re.compile(r"\bpercentage points\b", re.IGNORECASE)

TALK = stems(
    "least most roughly about approximately last previous average mean total sum altogether combined together "
    "overall many much number amount count share portion percent percentage proportion fraction part ratio times "
    "factor per each apiece year years difference increase grow grew rise rose change gain add added develop evolve "
    "progress "
    "improve decline decrease fall fell drop trend development more less fewer higher lower larger smaller extra "
    "additional new not still yet lack lacking missing remain remaining left without aren't isn't haven't hasn't "
    "don't doesn't didn't weren't wasn't using come take taken part attend join had get got three two four five six "
    "all told long day days month months week weeks time between passed after before money worth reach meet met hit "
    "exceed target compare figure portfolio overseen wait waiting await pending"
)
"""Words that ask for a computation; the sentences with its figures need not hold them."""

_TAKES_PART = re.compile(
    r"\d,? (?:of|from) (?:which|whom|the|its|these|those)\b|\bof (?:which|whom)\b|\bof \d", re.IGNORECASE
)
_LEFT_OVER = re.compile(
    r"\b(?:remain\w*|left|yet|still|outstanding|pending|await\w*|vacan\w+|unfilled|unspent|other|rest)\b", re.IGNORECASE
)
"""A sentence that tells a part of a whole does not tell what is left, unless it says so."""
_TIME_SAID = re.compile(r"\b(?:\d+|\w+)[- ](?:day|week|month|year|hour|minute)s?\b", re.IGNORECASE)
_STATES: dict[Operation, re.Pattern[str]] = {
    "average": re.compile(r"\b(?:average\w*|mean|median|per|each|apiece)\b", re.IGNORECASE),
    "ratio": re.compile(r"\b(?:times|twice|doubl\w+|tripl\w+|half|\w+fold|ratio|per)\b", re.IGNORECASE),
    "left": re.compile(
        r"\b(?:remain\w*|left|not|without|lack\w*|yet|still|outstanding|pending|await\w*|missing|vacan\w+|unfilled"
        r"|balance|other|rest|unspent|need\w*)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "share": re.compile(r"%|\bper ?cent\b|\b(?:half|third|quarter)s?\b|\bout of\b", re.IGNORECASE),
    "percent_change": re.compile(r"%|\bper ?cent\b|\b(?:doubl|tripl|halv)\w+\b|\bhalf\b", re.IGNORECASE),
    "elapsed": _TIME_SAID,
    "shift": _TIME_SAID,
    "order": re.compile(r"\b(?:first|earlier|before|after|prior|older|later|followed)\b", re.IGNORECASE),
    "target": re.compile(
        r"\b(?:met|meets?|reach\w*|achiev\w*|exceed\w*|miss\w*|short|surpass\w*|above|below|hit)\b", re.IGNORECASE
    ),
    "difference": re.compile(
        r"\bby (?:\w+ ){0,3}[$£€]?(?:\d|\w+ (?:percent|points))|\bdifferen|\b(?:more|fewer|additional|extra|new)\b"
        r"|\b(?:increase|decrease|rise|drop|fall|gain|growth|decline|reduction|saving|gap|shortfall|surplus|excess"
        r"|(?:under|over)(?:spend|run)) of\b|\b(?:gain|add|lost|lose|won|join|save)\w*\b",
        re.IGNORECASE,
    ),
}


def read_operation(text: str) -> Operation | None:
    """ "How much does a depot cost on average?" asks for a mean, "How many depots lack a roof?" for what is left."""
    if _PER_YEAR.search(text) and not _MEAN.search(text):
        return "series"
    if _POINTS.search(text):
        return "difference"
    return next((op for op, pattern in _OPERATIONS if pattern.search(text)), None)


_REST = re.compile(
    r"\b(?:not|never|neither|nor|without|unspent|unused|unfilled|uncovered|other than|remain\w*|left|outstanding"
    r"|lack\w*|fail(?:ed)? to|missing|yet to|still (?:to|need\w*|have to|has to|wait\w*|unspent|await\w*)"
    r"|(?:have|has|had|is|are) (?:still|yet) to|drop(?:ped)? out|to go|no)\b|n['’]t\b",
    re.IGNORECASE,
)


def asks_for_rest(text: str) -> bool:
    """ "How many depots have not been painted?", "... have yet to be", "... are left": what is beside the part."""
    return bool(_REST.search(text))


_COUNTS_PROJECTS = re.compile(rf"\bhow many (?:\w+ ){{0,3}}?{PROJECT_WORD}\b", re.IGNORECASE)
_STEP = re.compile(
    r"^(?:in )?(?:the )?(?:first|second|third|fourth|fifth|last) (?:year|quarter|phase|cohort|round|term|season)\b"
    r"|^(?:year|phase|cohort|round|quarter|q) ?(?:\d|one|two|three|four)\b",
    re.IGNORECASE,
)


def asks_to_count_projects(text: str) -> bool:
    """ "How many projects end late?" is never answered by the row of one."""
    return bool(_COUNTS_PROJECTS.search(text))


def states_result(operation: Operation | None, asked: str, sentence: str) -> bool:
    """Whether ``sentence`` may state what ``operation`` would give, so that it can be quoted as the answer.

    "The mean fare is $3" answers a question for the mean; "12 fares came to $36" holds the figures only, and what is
    said of one year nothing of them all.
    """
    if operation == "threshold":
        return False
    if operation == "left" and _TAKES_PART.search(sentence) and not _LEFT_OVER.search(sentence):
        return False
    if operation in ("series", "total") and _STEP.search(sentence):
        return False
    said = _STATES.get(operation) if operation else None
    if said is None:
        return True
    return bool(said.search(sentence)) and (operation != "average" or _of_one(asked, sentence))


def _of_one(asked: str, sentence: str) -> bool:
    """A mean, or a figure for one of what is asked about: "$40 per rider" is none per driver."""
    if _MEAN.search(sentence) or re.search(r"\bmedian\b", sentence, re.IGNORECASE):
        return True
    units = re.findall(r"\b(?:per|each|every) (\w+)", sentence, re.IGNORECASE)
    return any(not stems(unit).isdisjoint(stems(asked)) for unit in units)
