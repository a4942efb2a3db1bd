"""Colours against the memo's own definitions, and against what it tells of the project.

Read are a delay in days, weeks or months and a cost in per cent that the colour's own definition excludes, and a green
project whose issue is a delay or an overrun. Everything softer is left to the reader.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.checks.numbers import WHOLE, whole_number
from answer.comparison.changes import field_to_places, is_open
from answer.comparison.names import fold_name, name_stems, name_to_forms
from answer.comparison.statements import Statement, find_names, names_index
from records.answer import Finding
from records.facts import Definition, Project
from records.memo import Memo
from records.place import Place

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_UNIT = r"\s(?:calendar\s|business\s|working\s)?(?P<unit>day|week|month|year)s?\b"
_PER_CENT = r"\s?(?P<unit>%|percent\b|per\scent\b)"
_AT_MOST = r"up to|no more than|not more than|at most|within|less than|under|fewer than"
_AT_LEAST = r"more than|over|at least|exceed(?:s|ing)|greater than|beyond"
_NUMBERS = (
    rf"\b(?:(?P<low>{WHOLE})(?:\spercent|\s?%)?\s?(?:to|-|–|and)\s?(?P<high>{WHOLE})|"
    rf"(?P<most>(?:{_AT_MOST})\s{WHOLE})|(?P<least>(?:{_AT_LEAST})\s{WHOLE}))"
)
_DAYS = re.compile(_NUMBERS + _UNIT, re.IGNORECASE)
_COSTS = re.compile(_NUMBERS + _PER_CENT, re.IGNORECASE)
_DELAY = re.compile(
    r"\b(?:(?:delays?\s(?:of|is)|overdue|back|delayed|slipped|late|behind|postponed|"
    r"pushed out|moves?|moved|extended|off schedule)\s"
    r"(?:back\s|out\s)?"
    rf"(?:by\s|for\s|about\s|nearly\s|almost\s){{0,2}}(?P<count>{WHOLE})\s(?P<unit>day|week|month|year)s?|"
    rf"(?P<count2>{WHOLE})[-\s](?P<unit2>day|week|month|year)s?[-\s](?:delay|slip|slippage|behind|late|setback)\w{{0,6}})\b",
    re.IGNORECASE,
)
_SHARE = r"(?:\s?%|\spercent\b|\sper\scent\b)"
_PLAN = r"(?:the\s|its\s)?(?:approved\s)?(?:budget|estimate|plan)\b"
_RISE = r"(?:overspen\w+|overrun|cost\s(?:overrun|increase|growth)|costs?\s(?:has|have)\srisen)"
_OVERRUN = re.compile(
    rf"(?P<a>{WHOLE}){_SHARE}\s(?:above|over|more\sthan|beyond)\s{_PLAN}|"
    rf"\b{_RISE}\s(?:of\s|by\s)?(?:about\s)?(?P<b>{WHOLE}){_SHARE}|"
    rf"(?P<c>{WHOLE}){_SHARE}\s(?:cost\s)?(?:overrun|overspend|over\b)|"
    rf"\b(?:over|above|exceed(?:s|ed|ing)?)\s{_PLAN}\sby\s(?:about\s)?(?P<d>{WHOLE}){_SHARE}",
    re.IGNORECASE,
)
_ABOUT_COSTS = re.compile(r"\b(?:budget|cost|spending)\w{0,4}\b", re.IGNORECASE)
_ABOUT_DATES = re.compile(
    r"\b(?:date|finish|schedule|delay|late|behind|milestone|completion|launch|timeline)\w{0,4}\b", re.IGNORECASE
)
_TROUBLE = re.compile(
    r"\b(?:delayed|behind schedule|over budget|overrun|exceeds? (?:the|its) (?:approved )?budget|"
    r"missed (?:the|its) (?:deadline|date)|"
    r"significant(?:ly)? (?:delay\w*|deviat\w*))\b",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(
    r"\b(?:not|no|never|without|avoid\w*|previously|earlier|resolved|recovered|were|was)\b", re.IGNORECASE
)
_SLACK = 0.1  # months are not all of one length


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits:
    low: float
    high: float
    text: str
    places: tuple[Place, ...]


def check_colours(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    days = {d.status: found for d in memo.definitions if d.status and (found := _day_limits(d)) is not None}
    costs = {d.status: found for d in memo.definitions if d.status and (found := _cost_limits(d)) is not None}
    for project in memo.projects:
        if not is_open(project) or project.status is None:
            continue
        if project.status in days or project.status in costs:
            yield from _outside(memo, project, days.get(project.status), costs.get(project.status), statements)
        elif project.status == "green":
            yield from _troubled_green(memo, project)


def _day_limits(definition: Definition) -> _Limits | None:
    """``the date has moved by 30 to 90 days`` -> 30 and 90 days; ``None`` where two ranges stand."""
    return _limits(definition, _DAYS) if _ABOUT_DATES.search(definition.meaning) else None


def _cost_limits(definition: Definition) -> _Limits | None:
    """``exceeds the budget by 5 to 10 percent`` -> 5 and 10 per cent."""
    return _limits(definition, _COSTS) if _ABOUT_COSTS.search(definition.meaning) else None


def _limits(definition: Definition, pattern: re.Pattern[str]) -> _Limits | None:
    found = list(pattern.finditer(definition.meaning))
    if len(found) != 1:
        return None
    match, unit = found[0], _UNIT_DAYS.get(found[0]["unit"].lower(), 1)
    if match["low"]:
        low, high = whole_number(match["low"]) * unit, whole_number(match["high"]) * unit
    elif match["most"]:
        low, high = 0, _last_number(match["most"]) * unit
    else:
        low, high = _last_number(match["least"]) * unit, 10**6
    return _Limits(low=low, high=high, text=match.group(), places=definition.places)


def _last_number(text: str) -> int:
    return whole_number(re.findall(WHOLE, text, re.IGNORECASE)[-1])


def _outside(
    memo: Memo, project: Project, days: _Limits | None, costs: _Limits | None, statements: Sequence[Statement]
) -> Iterator[Finding]:
    """``moved back by five months`` under a colour for 30 to 90 days."""
    for text, places in _told(project, statements):
        for limits, told, value in (*_delays(text, days), *_overruns(text, costs)):
            if limits.low * (1 - _SLACK) <= value <= limits.high * (1 + _SLACK):
                continue
            yield Finding(
                kind="colour_vs_definition",
                severity="warning",
                message=f"{project.project} is marked {project.status}, which this memo defines as {limits.text}; "
                f'it says "{told}".',
                stated=told,
                computed=limits.text,
                memo=memo.id,
                evidence=(*places[:1], *field_to_places(project, "status"), *limits.places[:1]),
            )
            return


def _delays(text: str, limits: _Limits | None) -> Iterator[tuple[_Limits, str, int]]:
    for match in _DELAY.finditer(text) if limits else ():
        assert limits is not None
        count, unit = match["count"] or match["count2"], match["unit"] or match["unit2"]
        yield limits, match.group(), whole_number(count) * _UNIT_DAYS[unit.lower()]


def _overruns(text: str, limits: _Limits | None) -> Iterator[tuple[_Limits, str, int]]:
    for match in _OVERRUN.finditer(text) if limits else ():
        assert limits is not None
        yield limits, match.group(), whole_number(next(n for n in match.groups() if n))


def _told(project: Project, statements: Sequence[Statement]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The project's own issue, then the sentences that name it or stand under its heading."""
    for field in ("issue", "description"):
        if text := getattr(project, field):
            yield text, field_to_places(project, field)
    names = names_index([name_to_forms(project.project, project.aliases)])
    whole = set(name_stems(project.project))
    for statement in statements:
        title = set(name_stems(statement.section)) if statement.section else set()
        if (len(title) >= 2 and title <= whole) or find_names(statement.folded, names):
            yield statement.text, statement.places


def _troubled_green(memo: Memo, project: Project) -> Iterator[Finding]:
    """``green``, and the issue column says ``behind schedule``."""
    if not project.issue or _NO_TROUBLE.search(project.issue):
        return
    match = _TROUBLE.search(project.issue)
    if match is not None and fold_name(project.issue):
        yield Finding(
            kind="colour_vs_definition",
            severity="note",
            message=f'{project.project} is marked green, and its issue says "{match.group()}".',
            stated=project.status_text or project.status,
            computed=match.group(),
            memo=memo.id,
            evidence=(*field_to_places(project, "status"), *field_to_places(project, "issue")),
        )
