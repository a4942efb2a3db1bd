"""The head of a memo -> who reports what to whom, and when, each with its place.

It reads labels in any order and layout: ``TO:`` with the value beside or below it, two fields on a line, a table, and
lines of a PDF page whose columns are told apart by their boxes. The memo's date and the approval's are never mixed: a
date that could be either is neither, and that is reported. Where only the meeting's date stands, it is the memo's too,
and ``date_is_meeting`` tells so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.frame.committee_names import meeting_to_body, to_to_body
from extract.frame.contact import Found, document_to_contact
from extract.frame.front_lines import Line, document_to_lines
from extract.frame.head_dates import HeadDates, values_to_dates, writes_days_first
from extract.frame.head_values import STRONG, HeadValue, begin_value, lines_to_values
from extract.frame.label_words import Labelled
from extract.frame.letters import lines_to_letter
from extract.frame.signature import Signature, document_to_signature
from extract.language.dates import find_periods
from records.document import Document, words_to_places
from records.memo import Letterhead
from records.place import Place
from records.word import Word

_TELLS_SUBJECT = re.compile(r"\b(?:report|update|review|progress|monitoring|status|results)\b", re.IGNORECASE)
_FEWEST_TITLE_WORDS = 4
_HAS_DIGIT = re.compile(r"\d")


def document_to_letterhead(document: Document) -> Letterhead:
    """Everything that the head and the end of the memo say about it; what is not there is ``None``."""
    lines = document_to_lines(document)
    values = lines_to_values(lines)
    days_first = writes_days_first(document)
    for value in values:
        value.days_first = days_first
    letter = None if _is_labelled(values) else lines_to_letter(lines)
    to = _first(values, "to") or (letter.to if letter else None)
    prepared, reference = _first(values, "prepared"), _first_reference(values)
    signed = document_to_signature(document)
    dates = values_to_dates(values)
    if letter and letter.day and dates.memo is None and not dates.unread:
        dates = replace(dates, memo=letter.day)
    named = {
        "to": to,
        "from_": _first(values, "from_") or prepared,
        "prepared_by": prepared,
        "subject": _first(values, "subject") or _titled_subject(lines, values),
        "district": _first(values, "district"),
        "reference": reference,
        "approved_by": _first(values, "approved_by"),
    }
    contact = document_to_contact(document) or _labelled_contact(values)
    meeting = next((v for v in values if v.labelled.field == "meeting" and _meeting_to_body(v, document)), None)
    return Letterhead(
        body=to_to_body([letter.body] if letter and letter.body else to.lines, document)
        if to
        else _meeting_to_body(meeting, document)
        if meeting
        else None,
        to=_text(named["to"]),
        from_=_text(named["from_"]) or (signed.name if letter and signed else None),
        prepared_by=_text(prepared),
        subject=_text(named["subject"]),
        date=dates.report.day() if dates.report else None,
        approved=dates.approved.day() if dates.approved else None,
        approved_by=_text(named["approved_by"]),
        district=_text(named["district"]),
        meeting=dates.meeting.day() if dates.meeting else None,
        reference=_reference_text(reference),
        contact=contact.text if contact else None,
        signed_by=signed.name if signed else None,
        signer_title=signed.title if signed else None,
        places=_places(
            document,
            {**named, "body": to or meeting},
            dates,
            contact=contact,
            signed=signed,
            by_signature=letter is not None and named["from_"] is None,
        ),
    )


def _is_labelled(values: list[HeadValue]) -> bool:
    """Whether labels say whom the memo goes to or who wrote it."""
    return any(value.labelled.field in ("to", "from_", "prepared") and not value.labelled.bare for value in values)


def date_is_meeting(letterhead: Letterhead) -> bool:
    """Whether the memo's ``date`` is only known as that of the meeting it was written for."""
    days = [[place for name, place in letterhead.places if name == which] for which in ("date", "meeting")]
    return letterhead.date is not None and days[0] == days[1]


def _first(values: list[HeadValue], name: str) -> HeadValue | None:
    """The first value with a label; else that of a line of the title."""
    found = [value for value in values if value.labelled.field == name and value.text]
    return min(found, key=lambda value: value.labelled.bare, default=None)


def _titled_subject(lines: list[Line], values: list[HeadValue]) -> HeadValue | None:
    """The one title above the labels that says what the report is about: "Housing Programme: Progress Report"."""
    labelled = [v.labelled.line for v in values if not v.labelled.bare and v.labelled.field in STRONG]
    above = lines[: lines.index(labelled[0])] if len(labelled) > 1 and labelled[0] in lines else []
    titles = [
        line
        for line in above
        if line.heading and _TELLS_SUBJECT.search(line.text) and len(line.text.split()) >= _FEWEST_TITLE_WORDS
    ]
    if len(titles) != 1:
        return None
    end = len(titles[0].text)
    return begin_value(Labelled(field="subject", line=titles[0], label=0, start=0, end=end, sure=True, bare=True), 0)


def _first_reference(values: list[HeadValue]) -> HeadValue | None:
    """The report's or file's number, which stays; else that of the item of an agenda. Words are no number."""
    found = [v for v in values if v.labelled.field == "reference" and _HAS_DIGIT.search(v.text)]
    return min(found, key=lambda value: value.labelled.numbers_an_agenda, default=None)


def _reference_text(value: HeadValue | None) -> str | None:
    """``IT-2027-04``; a bare number of an agenda keeps its label: ``Agenda Item 7``."""
    if value is None or not value.labelled.numbers_an_agenda:
        return _text(value)
    return f"{value.labelled.label_text} {value.text}"


def _meeting_to_body(value: HeadValue, document: Document) -> str | None:
    """``Meeting: Parks Committee, May 4, 2027`` -> "Parks Committee"."""
    text = value.labelled.line.text[: value.labelled.start] if value.labelled.bare else value.text
    days = find_periods(text)
    return meeting_to_body(text[: days[0].start] if days else text, document)


def _labelled_contact(values: list[HeadValue]) -> Found | None:
    value = _first(values, "contact")
    return Found(text=value.text, words=tuple(value.runs[0])) if value is not None else None


def _text(value: HeadValue | None) -> str | None:
    return value.text or None if value is not None else None


def _places(
    document: Document,
    named: dict[str, HeadValue | None],
    dates: HeadDates,
    *,
    contact: Found | None,
    signed: Signature | None,
    by_signature: bool,
) -> tuple[tuple[str, Place], ...]:
    """``(field, place)`` for every field that was found; the quote holds label and value."""
    days = {"date": dates.report, "approved": dates.approved, "meeting": dates.meeting}
    values = {**named, **days}
    runs: list[tuple[str, Sequence[Word]]] = [
        (name, run) for name, value in values.items() if value is not None for run in value.runs
    ]
    runs += [(name, found.words) for name, found in (("contact", contact), ("signed_by", signed)) if found is not None]
    if by_signature and signed is not None:
        runs.append(("from_", signed.words))
    return tuple(
        (name, place)
        for name, run in runs
        for place in words_to_places(tuple(run), document=document, memo=None, section=None)
    )
