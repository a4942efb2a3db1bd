"""When something was, by the memo: its own dates, a project's, or the one date of the sentences that speak of it.

A phrase that several dates fit is no event with a date, and nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.comparison.statements import memo_to_statements
from answer.questions.projects.letterhead_answers import field_place, written_date
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case
from extract.language.dates import find_periods
from records.place import Place
from records.values import Period

_OWN = re.compile(
    r"^(?:the |this |its |of |on )*(?:(?:date|day) of )?(?:the |this |its )?(?:memo|memorandum|report|document)"
    r"(?:['’]s)?(?: (?:own )?date| itself| was (?:written|dated|issued)| (?:written|dated|issued))?$",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"^(?:the |its |it )*(?:\w+['’]s )?(?:date of )?(?:its )?approv\w+(?: date)?$", re.IGNORECASE)
_MEETING = re.compile(r"^(?:the |its )*(?:committee |council )?meeting(?: date)?$", re.IGNORECASE)
_FIELDS = (
    ("start", re.compile(r"\b(?:start|beg[aiu]n|kick)", re.IGNORECASE)),
    ("completed", re.compile(r"complet|finish|launch|live|open|implement|deliver|done", re.IGNORECASE)),
    ("end", re.compile(r"complet|finish|launch|live|open|end|due", re.IGNORECASE)),
)
_GENERIC = stems("date day time moment year project program time happen took place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, in the question's words or a project's name, and when."""

    name: str
    period: Period
    places: tuple[Place, ...]


def event_of(case: Case, phrase: str) -> Event | None:
    """ "the memo's date", "its approval", "the ferry dock was completed", "the last report to the board"."""
    phrase = phrase.strip(" ?.,")
    return _own_date(case, phrase) or _of_project(case, phrase) or _of_sentences(case, phrase)


def _own_date(case: Case, phrase: str) -> Event | None:
    letterhead = case.memo.letterhead
    for field, pattern, name in (
        ("date", _OWN, "the memo's date"),
        ("approved", _APPROVED, "its approval"),
        ("meeting", _MEETING, "the meeting"),
    ):
        day, place = getattr(letterhead, field), field_place(letterhead, field)
        if pattern.match(phrase) and day is not None and place is not None:
            return Event(name=name, period=Period(first=day, last=day, text=written_date(day)), places=(place,))
    return None


def _of_project(case: Case, phrase: str) -> Event | None:
    named = find_named(phrase, case.memo.projects)
    if len(named) != 1:
        return None
    project = named[0].project
    places = dict(project.field_places)
    for field, pattern in _FIELDS:
        period = getattr(project, field)
        if isinstance(period, Period) and period.first and pattern.search(phrase):
            return Event(name=project.project, period=period, places=(places.get(field, project.place), project.place))
    return None


def _of_sentences(case: Case, phrase: str) -> Event | None:
    """The one date of all sentences that hold the phrase's words."""
    wanted = stems(phrase) - _GENERIC
    found = list(_dated(case, wanted)) if wanted else []
    if not found or len({(period.first, period.last) for period, _ in found}) != 1:
        return None
    period, places = found[0]
    return Event(name=phrase, period=period, places=places)


def _dated(case: Case, wanted: frozenset[str]) -> Iterator[tuple[Period, tuple[Place, ...]]]:
    for statement in memo_to_statements(case.memo):
        own = stems(statement.text)
        known = own | stems(statement.section) | case.gate.context
        periods = [span.period for span in find_periods(statement.text)]
        if len(periods) == 1 and periods[0].first and wanted & own and all(covers(base, known) for base in wanted):
            yield periods[0], statement.places
