"""The day on which a completed project ended, where another sentence than the one that says so tells it.

``The portal is complete. It went live on 3 May 2031.`` Refused: a day of something before the end ("the contract had
been signed on ..."), and two days of which either could be meant.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.dates import find_periods
from extract.statements import Context, Statement, statement_to_places
from records.facts import Project
from records.values import Period

IN_USE = (
    r"(?:opened|reopened|commissioned|energi[sz]ed|installed|handed over|delivered|occupied|moved in|ribbon was cut|"
    r"sealed|poured|came down|went live|accepted|signed off)"
)
"""What is done with a thing that is finished."""
_ENDED = (
    rf"(?:{IN_USE}|launched|finished|completed|closed out|switched (?:on|over)|cut over|came online|took effect|"
    r"(?:entered|began|started|went into|was put into) (?:service|operation|production|use)|"
    r"passed (?:its|the|their) (?:final|last) [a-z]+|welcomed (?:its|their|the) first [a-z]+|"
    r"(?:last|final|first) [a-z]+(?: [a-z]+){0,2} (?:was|were|has been|have been|is) [a-z]+ed|"
    r"(?:last|final) [a-z]+(?: [a-z]+){0,2} (?:left|arrived|came|went)|"
    r"certificate of (?:[a-z]+ )?(?:occupancy|completion) (?:was|came) [a-z]+)"
)
_USED = r"(?:running|in use|in service|in operation|open|operating|operational|live)"
_BEFORE_DAY = re.compile(
    rf"\b(?:{_ENDED}\s(?:[a-z]+\s){{0,5}}(?:on|in|at the end of)|{_USED}\s(?:[a-z]+\s){{0,4}}since)\s"
    r"(?:the\s)?(?:early\s|late\s)?$",
    re.I,
)
_AFTER_DAY = re.compile(rf"^,?\s[^.;]{{0,80}}?\b{_ENDED}\b", re.I)
_NO_END = re.compile(
    r"\b(?:had|will|would|was to|were to|to be|expected|scheduled|planned|contract|tender|bids?|phase|stage|design|"
    r"permits?|not|before|until|first phase|ground)\b",
    re.I,
)
_MOST_SENTENCES = 2


def with_completion_day(project: Project, sentences: Sequence[Statement], context: Context) -> Project:
    """The project, if it is complete without a day, with the one day that the sentences after that tell."""
    if project.status != "complete" or project.completed is not None:
        return project
    said = next((n for n, s in enumerate(sentences) if _says_so(s, project)), None)
    following = sentences[said + 1 : said + 1 + _MOST_SENTENCES] if said is not None else ()
    told = [(period, s) for s in following if (period := ended_on(s.text, context)) is not None]
    if not told or any(period != told[0][0] for period, _ in told):
        return project
    places = statement_to_places(told[0][1], context)
    return replace(
        project,
        completed=told[0][0],
        places=tuple(dict.fromkeys((*project.places, *places))),
        field_places=(*project.field_places, *(("completed", place) for place in places[:1])),
    )


def _says_so(sentence: Statement, project: Project) -> bool:
    return project.status_text is not None and project.status_text.casefold() in sentence.text.casefold()


def ended_on(text: str, context: Context) -> Period | None:
    """The one past period of a sentence that tells of an end: "It opened to riders on 3 May 2031." """
    spans = find_periods(text, fiscal_start=context.fiscal_start)
    if len(spans) != 1 or _NO_END.search(text):
        return None
    span = spans[0]
    introduces = re.fullmatch(r"(?:On|In|At the end of)\s", text[: span.start]) is not None
    if not (_BEFORE_DAY.search(text[: span.start]) or (introduces and _AFTER_DAY.match(text[span.end :]))):
        return None
    first = span.period.first
    past = first is not None and span.period.last is not None and (context.date is None or first <= context.date)
    return span.period if past else None
