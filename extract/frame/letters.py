"""The head of a letter, which has no labels: its day, whom it goes to above "Dear ...", and who signed it.

"January 17, 2028", "The Honorable Ada Brook, Chair", "Committee on Ports", "Dear Chair Brook:". Refused: memos with
labels of their own, which say better, and a "Dear ..." without lines above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.frame.committee_names import names_body
from extract.frame.front_lines import Line, document_to_lines
from extract.frame.head_values import HeadValue, begin_value
from extract.frame.label_words import Field, Labelled
from extract.language.dates import find_periods
from records.document import Document

_SALUTATION = re.compile(r"Dear\s[A-Z][^.!?]{2,80}[:,]$")
_REGARDS = re.compile(r"(?:re|subject|regarding|ref(?:erence)?)\b\s?[.:]", re.IGNORECASE)
_MOST_WORDS = 14
_MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``salutation`` is the index of the block with "Dear ..."."""

    salutation: int
    to: HeadValue | None = None
    body: str | None = None
    """The line of the address that names a committee."""
    day: HeadValue | None = None


def salutation_index(document: Document) -> int | None:
    """The block of "Dear ...": what follows it is the letter's text."""
    letter = lines_to_letter(document_to_lines(document))
    return letter.salutation if letter else None


def lines_to_letter(lines: Sequence[Line]) -> Letter | None:
    """Whom a letter goes to and when it was written, from the lines above its salutation."""
    at = next((n for n, line in enumerate(lines) if _SALUTATION.match(line.text.strip())), None)
    if at is None:
        return None
    address: list[Line] = []
    day = None
    for line in reversed(lines[max(0, at - _MOST_LINES) : at]):
        day = _line_to_day(line)
        if day is not None:
            break
        if not _REGARDS.match(line.text) and not line.heading:
            address.append(line)
    address = address[::-1] if all(len(line.words) <= _MOST_WORDS for line in address) else []
    body = next((line for line in address if names_body(line.text)), None)
    to = address[: address.index(body) + 1] if body else address  # rooms and streets follow
    return Letter(to=_to(to), day=day, salutation=lines[at].block, body=body.text if body else None)


def _line_to_day(line: Line) -> HeadValue | None:
    """The day that a line is, or that stands at the end of a title that ran together with it."""
    days = [span for span in find_periods(line.text) if span.period.first == span.period.last is not None]
    if len(days) != 1 or line.text[days[0].end :].strip():
        return None
    before = line.text[: days[0].start].strip(" =_*–—-|,")
    if before and not before.isupper():
        return None
    return begin_value(_labelled("date", line, days[0].start, days[0].end), 0)


def _to(address: Sequence[Line]) -> HeadValue | None:
    if not address:
        return None
    value = begin_value(_labelled("to", address[0], 0, len(address[0].text)), 0)
    for before, line in pairwise(address):
        value.add(line, line.words, before)
    return value


def _labelled(field: Field, line: Line, start: int, end: int) -> Labelled:
    plain = replace(line, bold=())
    return Labelled(field=field, line=plain, label=start, start=start, end=end, sure=True, bare=True)
