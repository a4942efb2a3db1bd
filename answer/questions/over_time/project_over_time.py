"""One project through several memos: how a field went, when its status turned, how long it stood, what came before.

Its names are followed as ``answer.history`` follows them; each step is cited with its memo's date. Reports tell a
status on their own days only: what lies between two of them is not told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answer.questions.over_time.present_names import trail_of, what_it_became
from answer.questions.over_time.project_steps import (
    became,
    before_it,
    ever,
    first_value,
    how_long,
    names_told,
    says_before_what,
    since_when,
    steps_told,
    turning,
    until_when,
)
from answer.questions.over_time.series import Series
from answer.questions.projects.whether import STATUS_TALK
from answer.questions.reading.attributes import ATTRIBUTES, left_over
from answer.questions.reading.named_projects import match_names
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import stems
from records.answer import Answer, Question
from records.facts import Project

Kind = Literal["became", "names", "before", "ever", "until", "since", "long", "turned", "first", "changed"]

_TURN = (
    r"(?:turn(?:ed)?|bec[ao]me|becoming|go|gone|went|mov(?:e|ed)|reported|rated|flagged|marked|put|placed"
    r"|stand|stood|was|be|been|is)"
)
_REPORT = r"(?:memo|memorandum|report|update)"
_WORDINGS: tuple[tuple[Kind, str], ...] = (
        ("became", r"\bwhat (?:became|has become|ever became) of\b|\bwhat(?:ever)? (?:has )?happened (?:to|with)\b"),
        (
            "names",
            r"\b(?:former(?:ly)?|previous(?:ly)?|old|earlier|new|current|other) names?\b"
            r"|\b(?:called|named|known as) (?:before|now|today|previously|formerly|earlier|originally|at first)\b"
            r"|\b(?:formerly|previously|originally|now) (?:called|named|known as)\b"
            r"|\b(?:was|been|is) .{3,80} renamed\b|\brenamed (?:to|from)\b|\bunder (?:what|which) name\b",
        ),
        ("before", r"\b(?:before|prior to)\b.{0,80}\b(?:turn|bec[ao]m|went|going|split|merg|renam|cancel|complet"
                   r"|put on|mov|re-?baselin)"),
        ("ever", r"\b(?:ever|at any (?:time|point)|(?:always|never) been)\b"),
        ("until", r"\b(?:until|till) when\b|\bwhen (?:was|were) .{2,80} last\b|\bwhen did .{2,80} (?:stop|cease)\b"
                  r"|\bwhen did .{2,80} leave\b|\bhow long (?:was|were)\b"),
        ("since", r"\bsince when\b|\bsince which\b|\bfrom when\b"),
        ("long", r"\bhow long (?:has|have|is)\b|\bfor how (?:long|many reports)\b|\bhow many (?:reports|memos"
                 r"|years|quarters) (?:in a row )?(?:has|have|was)\b"),
        ("turned", rf"\bwhen\b.*\b{_TURN}\b|\b(?:in|by|since) (?:which|what) (?:{_REPORT}|year|quarter)\b"
                   rf"|\bwhich {_REPORT} (?:first )?\b"
                   rf"|\bfirst {_TURN}\b"),
        ("first", rf"\b(?:original(?:ly)?|initial(?:ly)?|baseline|first (?:planned|stated|approved|budgeted|set"
                  rf"|reported)|at first)\b"
                  rf"|\bfirst {_REPORT}\b.*\b(?:say|said|give|gave|state|stated|tell|told|put|list)\w*\b"
                  rf"|\b(?:say|said|give|gave|state|stated)\b.*\bfirst {_REPORT}\b"),
        ("changed", r"\bhow (?:did|has|have|does|was|were)\b.*\b(?:chang|evolv|develop|mov|shift|slip|gone|go"
                    r"|gr[eo]w|ris)|\bover (?:time|the years)\b"
                    r"|\bhistory of\b|\b(?:each|every) (?:year|report|memo)\b|\b(?:has|have|did)\b.*\b(?:chang\w*"
                    r"|mov\w*|slip\w*|shift\w*|ris\w*|ros\w*|grow\w*|increas\w*|gone up)\b"
                    r"|\bby how much\b.*\b(?:ris|ros|grow|grew|increas|chang|go|gone|fall|fell|drop|decreas|mov|slip)"
                    r"|\bwhat (?:has |was )?changed\b|\bhow (?:many times|often)\b|\b(?:from|between) (?:19"
                    r"|20)\d\d (?:to|and)\b"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDINGS)
_TALK = stems(
    """when what which how long since until till first ever last time times point report memo memorandum update
    year years
    quarter month turned turn turns become became becoming go goes going gone went moved move moves moving
    reported rated
    flagged marked put placed status color colour rating stand stood before prior after change changed changes changing
    develop developed evolve evolved slip slipped slips shift shifted history over budget cost date end
    completion finish
    planned approved original originally initial initially baseline say said give gave state stated tell told again
    far rise risen rose grow grown grew increase increased decrease decreased much many often stop stopped leave left be
    expected forecast target price amount spent about supposed always never issue problem split merged renamed cancelled
    canceled completed happened become called known named name former formerly previous previously old earlier new now
    today rebaselined baselined hold row each every from between complete due spend spending""".replace("\n", " ")
)
_DATED = frozenset({"complete", "cancelled", "not_started"})
"""What happens on a day of its own, which is not the report's."""
_IN_REPORTS = re.compile(rf"\b{_REPORT}s?\b|\bever\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """``rows`` are the project's records, oldest first; ``name`` is the one that they were found by."""

    name: str
    used: frozenset[str]
    rows: tuple[Project, ...]


def asked_kinds(asked: Asked) -> tuple[Kind, ...]:
    """What the wording asks of a project's course, as far as it says of which status or field."""
    if asked.shape == "reason":
        return ()
    return tuple(kind for kind, pattern in _KINDS if pattern.search(asked.text) and _says_of_what(kind, asked))


def _says_of_what(kind: Kind, asked: Asked) -> bool:
    wanted = asked_statuses(asked.text)
    if kind in ("became", "names", "first"):
        return True
    if kind == "before":
        return says_before_what(asked)
    if kind == "changed":
        return bool(wanted or _field(asked))
    return bool(wanted) and (not set(wanted) <= _DATED or bool(_IN_REPORTS.search(asked.text)))


def project_over_time(question: Question, asked: Asked, series: Series) -> Answer | None:
    """``series`` is oldest first. Its memos are read where names and wording leave no doubt that it can tell."""
    kinds = asked_kinds(asked)
    trail = _trail(asked, series) if kinds else None
    if trail is None:
        return None
    names = stems(" ".join(row.project for row in trail.rows))
    if left_over(asked, trail.used, names, _TALK, STATUS_TALK):
        return None
    answers = (_answer_kind(kind, question, asked, trail, series) for kind in kinds)
    return next((answer for answer in answers if answer is not None), None)


def _answer_kind(kind: Kind, question: Question, asked: Asked, trail: Trail, series: Series) -> Answer | None:
    rows = trail.rows
    rated = [row for row in rows if row.status is not None]
    wanted = asked_statuses(asked.text)
    field = _field(asked) or "status"
    if kind == "became":
        return became(question, rows, what_it_became(trail.name, series, series.decisions))
    if kind == "names":
        return names_told(question, rows)
    if kind == "first":
        return first_value(question, rows, field, series[0])
    if kind == "changed":
        chosen = _in_years(asked, rows)
        return steps_told(question, asked, chosen, field if _field(asked) else "status" if wanted else None)
    if kind == "before":
        return before_it(question, asked, rows, field, what_it_became(trail.name, series, series.decisions))
    if not rated:
        return None
    tell = {"ever": ever, "until": until_when, "since": since_when, "long": how_long, "turned": turning}[kind]
    return tell(question, rated, wanted)


def _field(asked: Asked) -> str | None:
    """The field that the question speaks of: a date's or a sum's before a status, which other words name as well."""
    order = ("end", "budget", "spent", "start", "owner", "department", "issue", "mitigation", "status")
    by_name = {attribute.name: attribute.pattern for attribute in ATTRIBUTES}
    named = re.sub(r"\b(?:before|prior to)\b.*", "", asked.text, flags=re.IGNORECASE)
    if re.search(
        r"\b(?:completion|finish|end|target|go-live|due) date|\bplanned finish|\bdeadline\b", named, re.IGNORECASE
    ):
        return "end"
    if re.search(r"\b(?:completion|forecast|finish|schedule)\b", named, re.IGNORECASE) and "status" not in named:
        return "end"
    return next((name for name in order if by_name[name].search(named)), None)


def _trail(asked: Asked, series: Series) -> Trail | None:
    """The project that the question names, through the memos, under all its names; a full name before a part of one."""
    listed = list(reversed(series.names))
    found = [(names, match_names(asked.text, names)) for names in listed]
    whole = [(names, matches) for names, matches in found if len(matches) == 1 and matches[0].whole]
    part = [(names, matches) for names, matches in found if matches]
    candidates = [(names[matches[0].at][0], matches) for names, matches in whole or part[:1]]
    everything = stems(" ".join(group[0] for names in listed for group in names))
    if all(
        left_over(asked, *(match.used for match in matches), everything, _TALK, STATUS_TALK)
        for _, matches in candidates
    ):
        return None
    for name, matches in candidates:
        if len(matches) != 1:
            return None
        rows = trail_of(name, series, series.decisions)
        if rows:
            return Trail(name=name, used=matches[0].used, rows=rows)
    return None


def _in_years(asked: Asked, rows: Sequence[Project]) -> list[Project]:
    """The rows of the years that the question names; from the year on that it says "since" of; else all."""
    if re.search(r"\bsince\b", asked.text, re.IGNORECASE) and len(set(asked.years)) == 1:
        return [row for row in rows if row.as_of is not None and row.as_of.year >= asked.years[0]]
    if re.search(r"\bsince (?:the )?(?:last|previous|prior)\b", asked.text, re.IGNORECASE):
        return list(rows[-2:])
    if len(set(asked.years)) == 2:
        low, high = sorted(set(asked.years))
        return [row for row in rows if row.as_of is not None and row.as_of.year in (low, high)]
    return list(rows)
