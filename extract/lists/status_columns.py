"""Which of a table's status columns tells how a project stands now and as a whole.

An overall rating goes before one of schedule or budget, a rating of this period before an older one, an assessor's
before the team's own. Parts without a whole stay parts: no overall status is made up from them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.language.dates import parse_period
from extract.lists.column_roles import plain_header, without_explanation

_OVERALL = re.compile(r"\b(?:overall|current|project|general|summary|headline)\b")
_COLOURED = re.compile(r"\b(?:rag|health|colou?r|rating|traffic light|stoplight|confidence|dca|indicator)\b")
_PART = re.compile(
    r"\b(?:schedule|time|timeline|timescales?|budget|costs?|financ\w*|scope|quality|resourc\w*|benefits?|technical|"
    r"technology|procurement|communications?|safety|stakeholders?|people|design|construction|milestones?)\b"
)
_OWN = re.compile(r"\b(?:sro|self|departmental|department|pm|manager|team|agency)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusColumns:
    """``main`` tells the status. ``stage`` is a second column that may say that a project is done or on hold, ``own``
    the team's own rating where the assessor gives none. ``parts`` rate something of the project."""

    main: int | None = None
    stage: int | None = None
    own: int | None = None
    parts: tuple[int, ...] = ()


def choose_status(columns: Sequence[int], headers: Sequence[str]) -> StatusColumns:
    """ "Overall RAG" of "Schedule RAG | Cost RAG | Overall RAG"; none of "Schedule RAG | Cost RAG"."""
    plain = {column: plain_header(without_explanation(headers[column])) for column in columns}
    # A lone "State" beside a status is where the project is.
    columns = [c for c in columns if plain[c] != "state"] or columns
    if len(columns) < 2:
        return StatusColumns(main=columns[0] if columns else None)
    overall = [c for c in columns if _OVERALL.search(plain[c])]
    if len(overall) == 1:
        return StatusColumns(main=overall[0])
    parts = tuple(c for c in columns if _PART.search(plain[c]))
    whole = [c for c in overall or columns if c not in parts]
    if not whole:
        return StatusColumns(parts=parts)
    if len(whole) == 1:
        return StatusColumns(main=whole[0])
    coloured = [c for c in whole if _COLOURED.search(plain[c])]
    stages = [c for c in whole if c not in coloured]
    if len(coloured) == 1 and len(stages) == 1:
        return StatusColumns(main=coloured[0], stage=stages[0])
    return _latest(whole, headers) or _assessed(whole, plain) or StatusColumns()


def _latest(columns: Sequence[int], headers: Sequence[str]) -> StatusColumns | None:
    """ "RAG Q2 2027" of "RAG Q1 2027 | RAG Q2 2027"."""
    days = [_header_to_day(headers[column]) for column in columns]
    known = [day for day in days if day is not None]
    if len(known) != len(columns) or known.count(max(known)) > 1:
        return None
    return StatusColumns(main=columns[days.index(max(known))])


def _header_to_day(header: str) -> date | None:
    """ "RAG (31 May 2027)", "Confidence 2027"."""
    period = parse_period(header)
    years = re.findall(r"(?<!\d)20\d{2}(?!\d)", header)
    if period is not None and period.last is not None:
        return period.last
    return date(int(years[0]), 12, 31) if len(years) == 1 else None


def _assessed(columns: Sequence[int], plain: dict[int, str]) -> StatusColumns | None:
    """Of "Assessor's rating" and "SRO rating" the first, and the second where the first is blank."""
    own = [column for column in columns if _OWN.search(plain[column])]
    others = [column for column in columns if column not in own]
    return StatusColumns(main=others[0], own=own[0]) if len(own) == len(others) == 1 else None
