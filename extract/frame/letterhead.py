"""The head of a memo -> who reports what to whom, and when, each with its place.

It reads labels in any order and layout: ``TO:`` with the value beside or below it, two fields on a line, a table, and
lines of a PDF page whose columns are told apart by their boxes. The memo's date and the approval's are never mixed: a
date that could be either is neither, and that is reported. Where only the meeting's date stands, it is the memo's too,
and ``date_is_meeting`` tells so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.frame.committee_names import meeting_to_body, to_to_body
from extract.frame.contact import Found, document_to_contact
from extract.frame.front_lines import Line, document_to_lines
from extract.frame.letterhead_labels import Labelled, lines_to_fields
from extract.frame.signature import Signature, document_to_signature
from extract.language.dates import find_periods, parse_date
from records.document import Document, words_to_places
from records.memo import Letterhead
from records.place import Place
from records.word import Word

_COLUMN_SLACK = 8.0
"""Points: a line that begins this near to a value's left edge goes on with that value."""
_LINE_GAP = 30.0
"""Points: a line farther below the last one of a value does not belong to it."""
_LINES_AFTER_STAMP = 4
"""The date of an approval stamp stands on its line or on one of the next."""
_UNFINISHED = re.compile(r"(?:,|&|/|-|\b(?:and|of|for|the|on|to|with))$", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"[A-Z][\w/()'’&-]{0,20}(?:\s[\w/()'’&-]{1,20}){0,4}\s?:(?:\s|$)")
"""A label that is not known; its line goes on with no value."""
_TWO_READINGS = re.compile(r"(?<!\d)(?!(0?\d|1[0-2])/0?\1/)(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d{2})(?!\d)")
"""``5/11/2025``: a day in May, or in November where days come first."""
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:20)?\d{2}(?![\d/])")
_TELLS_SUBJECT = re.compile(r"\b(?:report|update|review|progress|monitoring|status|results)\b", re.IGNORECASE)
_FEWEST_TITLE_WORDS = 4
_HAS_DIGIT = re.compile(r"\d")
_STRONG = ("to", "from_", "prepared", "subject", "date")
_RUNS_ON = ("to", "from_", "subject", "district", "approved_by")


@dataclass(slots=True)
class _Value:
    """A field while it is read: its label, and the lines of its value with their words."""

    labelled: Labelled
    order: int
    """The number of its line."""
    last_line: Line
    lines: list[str] = field(default_factory=list)
    runs: list[list[Word]] = field(default_factory=list)
    """Words that stand next to each other in the file; another column's words between two lines make two runs."""
    days_first: bool = False
    """The memo writes days before months somewhere, in figures."""

    @property
    def text(self) -> str:
        return " ".join(line for line in self.lines if line)

    @property
    def last_word(self) -> Word | None:
        return self.runs[-1][-1] if self.runs else None

    def add(self, line: Line, words: Sequence[Word], before: Line) -> None:
        """Go on with ``words`` of ``line``; ``before`` is the line that was added last."""
        if not words:
            return
        self.lines.append(line.text[words[0].start : words[-1].end].strip(" \t|"))
        if self.runs and words[0] is line.words[0] and self.last_word is before.words[-1]:
            self.runs[-1] += words
        else:
            self.runs.append(list(words))
        self.last_line = line

    def day(self) -> date | None:
        """The one day in the value, which may go on after it (``May 4, 2027, 6:00 PM``)."""
        if self.days_first and _TWO_READINGS.search(self.text):
            return None
        days = {p.period.first for p in find_periods(self.text) if p.period.first == p.period.last}
        return parse_date(self.text) or (days.pop() if len(days) == 1 else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dates:
    memo: _Value | None = None
    approved: _Value | None = None
    meeting: _Value | None = None
    unread: bool = False
    """The memo has a date of its own that could not be read: another's does not stand for it."""

    @property
    def report(self) -> _Value | None:
        """The memo's own date; that of its meeting, if no other stands."""
        return self.memo or (None if self.unread else self.meeting)


def document_to_letterhead(document: Document) -> Letterhead:
    """Everything that the head and the end of the memo say about it; what is not there is ``None``."""
    lines = document_to_lines(document)
    values = _lines_to_values(lines)
    days_first = _writes_days_first(document)
    for value in values:
        value.days_first = days_first
    dates = _values_to_dates(values)
    to, prepared, reference = _first(values, "to"), _first(values, "prepared"), _first_reference(values)
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
    signed = document_to_signature(document)
    meeting = next((v for v in values if v.labelled.field == "meeting" and _meeting_to_body(v, document)), None)
    return Letterhead(
        body=to_to_body(to.lines, document) if to else _meeting_to_body(meeting, document) if meeting else None,
        to=_text(named["to"]),
        from_=_text(named["from_"]),
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
        places=_places(document, {**named, "body": to or meeting}, dates, contact=contact, signed=signed),
    )


def date_is_meeting(letterhead: Letterhead) -> bool:
    """Whether the memo's ``date`` is only known as that of the meeting it was written for."""
    days = [[place for name, place in letterhead.places if name == which] for which in ("date", "meeting")]
    return letterhead.date is not None and days[0] == days[1]


def _writes_days_first(document: Document) -> bool:
    """Whether a date such as ``25/9/2025`` stands anywhere: then ``5/11/2025`` has two readings."""
    texts = [block.text for block in document.blocks]
    texts += [cell.text for table in document.tables for cell in table.cells]
    return any(_DAY_FIRST.search(text) for text in texts)


def _lines_to_values(lines: list[Line]) -> list[_Value]:
    """Labels with their values, up to the memo's first section or prose."""
    values: list[_Value] = []
    open_values: list[_Value] = []
    for number, (line, fields) in enumerate(lines_to_fields(lines)):
        waits_for_it = all(field.bare for field in fields) and _waits(open_values)
        if fields and not line.is_prose and not waits_for_it:
            open_values = [_begin(labelled, number) for labelled in fields]
            values += open_values
        elif _waits(open_values) and not line.is_prose:
            _continue(open_values, line, fields)
        elif _ends_head(line, values):
            break
        else:
            open_values = _continue(open_values, line, fields)
    return [value for value in values if value.text or value.labelled.field in ("approved", "approved_by")]


def _begin(labelled: Labelled, number: int) -> _Value:
    words = list(labelled.line.between(labelled.label, labelled.end))
    return _Value(
        labelled=labelled,
        order=number,
        last_line=labelled.line,
        lines=[labelled.value] if labelled.value else [],
        runs=[words] if words else [],
    )


def _waits(open_values: list[_Value]) -> bool:
    return any(not value.lines for value in open_values)


def _ends_head(line: Line, values: list[_Value]) -> bool:
    """A heading or prose after a first real field: the memo itself begins."""
    begun = any(value.labelled.field in _STRONG and not value.labelled.bare for value in values)
    return (begun and line.heading) or (bool(values) and line.is_prose)


def _continue(open_values: list[_Value], line: Line, fields: list[Labelled]) -> list[_Value]:
    """Add a line without labels to the value it goes on with; returns the values that may still go on."""
    if line.words and line.words[0].box is not None and any(v.last_word and v.last_word.box for v in open_values):
        return _continue_columns(open_values, line)
    for value in reversed(open_values):
        last = value.labelled.line
        unfinished = bool(value.lines) and _UNFINISHED.search(value.lines[-1]) is not None
        if value.labelled.bare or (not unfinished and _is_other_row(line)):
            continue
        same_block = line.block == last.block and value.labelled.field in _RUNS_ON
        if not value.lines or same_block or (value.labelled.field in _RUNS_ON and unfinished):
            value.add(line, line.words, value.last_line)
            return [value]
    return []


def _is_other_row(line: Line) -> bool:
    """A label that is not known with its value, or a further row of a table."""
    return "\t" in line.text or _OTHER_LABEL.match(line.text) is not None


def _continue_columns(open_values: list[_Value], line: Line) -> list[_Value]:
    """A PDF's line: each of its words goes to the value in whose column it stands."""
    columns = sorted(((_value_left(value), value) for value in open_values), key=lambda column: column[0])
    taken: list[_Value] = []
    for number, (left, value) in enumerate(columns):
        right = _label_left(columns[number + 1][1]) if number + 1 < len(columns) else float("inf")
        words = [w for w in line.words if w.box is not None and left - _COLUMN_SLACK <= w.box[0] < right - 1]
        if words and not _has_label(line, value, left) and _is_near(value, words[0], left):
            value.add(line, words, value.last_line)
            taken.append(value)
    return taken


def _has_label(line: Line, value: _Value, left: float) -> bool:
    """Whether ``line`` has a word where the labels stand, left of the value: then it is a row of its own."""
    first, last = _label_left(value) - _COLUMN_SLACK, left - _COLUMN_SLACK
    return any(word.box is not None and first <= word.box[0] < last for word in line.words)


def _value_left(value: _Value) -> float:
    """The left edge of a value; of an empty one, that of its label, below which its value stands."""
    box = value.labelled.line.box_at(value.labelled.start) if value.labelled.value else None
    return box[0] if box is not None else _label_left(value)


def _label_left(value: _Value) -> float:
    box = value.labelled.line.box_at(value.labelled.label)
    return box[0] if box is not None else 0.0


def _is_near(value: _Value, word: Word, left: float) -> bool:
    """Whether ``word`` begins the next line of ``value``: near below it, and at its left edge if it has begun."""
    before = value.last_word
    if before is None or before.box is None or word.box is None or before.page != word.page:
        return False
    aligned = not value.lines or abs(word.box[0] - left) <= _COLUMN_SLACK
    return (
        aligned and word.box[1] - before.box[3] <= _LINE_GAP and (not value.lines or value.labelled.field in _RUNS_ON)
    )


def _first(values: list[_Value], name: str) -> _Value | None:
    """The first value with a label; else that of a line of the title."""
    found = [value for value in values if value.labelled.field == name and value.text]
    return min(found, key=lambda value: value.labelled.bare, default=None)


def _titled_subject(lines: list[Line], values: list[_Value]) -> _Value | None:
    """The one title above the labels that says what the report is about: "Housing Programme: Progress Report"."""
    labelled = [v.labelled.line for v in values if not v.labelled.bare and v.labelled.field in _STRONG]
    above = lines[: lines.index(labelled[0])] if len(labelled) > 1 and labelled[0] in lines else []
    titles = [
        line
        for line in above
        if line.heading and _TELLS_SUBJECT.search(line.text) and len(line.text.split()) >= _FEWEST_TITLE_WORDS
    ]
    if len(titles) != 1:
        return None
    end = len(titles[0].text)
    return _begin(Labelled(field="subject", line=titles[0], label=0, start=0, end=end, sure=True, bare=True), 0)


def _first_reference(values: list[_Value]) -> _Value | None:
    """The report's or file's number, which stays; else that of the item of an agenda. Words are no number."""
    found = [v for v in values if v.labelled.field == "reference" and _HAS_DIGIT.search(v.text)]
    return min(found, key=lambda value: value.labelled.numbers_an_agenda, default=None)


def _reference_text(value: _Value | None) -> str | None:
    """``IT-2027-04``; a bare number of an agenda keeps its label: ``Agenda Item 7``."""
    if value is None or not value.labelled.numbers_an_agenda:
        return _text(value)
    return f"{value.labelled.label_text} {value.text}"


def _meeting_to_body(value: _Value, document: Document) -> str | None:
    """``Meeting: Parks Committee, May 4, 2027`` -> "Parks Committee"."""
    text = value.labelled.line.text[: value.labelled.start] if value.labelled.bare else value.text
    days = find_periods(text)
    return meeting_to_body(text[: days[0].start] if days else text, document)


def _labelled_contact(values: list[_Value]) -> Found | None:
    value = _first(values, "contact")
    return Found(text=value.text, words=tuple(value.runs[0])) if value is not None else None


def _text(value: _Value | None) -> str | None:
    return value.text or None if value is not None else None


def _values_to_dates(values: list[_Value]) -> _Dates:
    """Tell the memo's date from the approval's and the meeting's.

    A ``Date`` on the line of a bare ``Approved`` stamp, or just below it, is the approval's. So is one on the line of
    ``Approved by``; below it, it is the approval's only if the memo has another date before it.
    """
    memo: _Value | None = None
    approved = next((v for v in values if v.labelled.field == "approved" and v.day()), None)
    for number, value in enumerate(values):
        if value.labelled.field == "approved_by" and approved is None and value.day():
            approved = value
        if value.labelled.field != "date" or value.day() is None:
            continue
        if approved is None and _belongs_to_approval(values[:number], value, memo_known=memo is not None):
            approved = value
        elif memo is None or (value.labelled.dates_the_report and not memo.labelled.dates_the_report):
            memo = value
    meetings = [v for v in values if _is_meeting(v)]
    meeting = min(meetings, key=lambda value: value.labelled.bare, default=None)
    unread = any(v.labelled.field == "date" and v.text and v.day() is None for v in values)
    lone = None if unread else _lone_day(values)
    return _Dates(memo=memo or lone, approved=approved, meeting=meeting, unread=unread)


def _lone_day(values: list[_Value]) -> _Value | None:
    """The one day that stands alone in the head of a memo that says more about itself, and not below an approval."""
    days = [v for v in values if v.labelled.field == "day"]
    stamped = any(v.labelled.field in ("approved", "approved_by") for v in values)
    known = any(v.labelled.field in ("to", "from_", "prepared", "subject") for v in values)
    return days[0] if known and not stamped and len({v.day() for v in days}) == 1 else None


def _is_meeting(value: _Value) -> bool:
    return value.labelled.field == "meeting" and value.day() is not None


def _belongs_to_approval(before: list[_Value], value: _Value, *, memo_known: bool) -> bool:
    stamp = next((v for v in reversed(before) if v.labelled.field in ("approved", "approved_by")), None)
    if stamp is None or value.order - stamp.order > _LINES_AFTER_STAMP:
        return False
    between = before[before.index(stamp) + 1 :]
    if any(v.labelled.field != "other" for v in between):
        return False
    return value.order == stamp.order or stamp.labelled.field == "approved" or memo_known


def _places(
    document: Document,
    named: dict[str, _Value | None],
    dates: _Dates,
    *,
    contact: Found | None,
    signed: Signature | None,
) -> tuple[tuple[str, Place], ...]:
    """``(field, place)`` for every field that was found; the quote holds label and value."""
    days = {"date": dates.report, "approved": dates.approved, "meeting": dates.meeting}
    values = {**named, **days}
    runs: list[tuple[str, Sequence[Word]]] = [
        (name, run) for name, value in values.items() if value is not None for run in value.runs
    ]
    runs += [(name, found.words) for name, found in (("contact", contact), ("signed_by", signed)) if found is not None]
    return tuple(
        (name, place)
        for name, run in runs
        for place in words_to_places(tuple(run), document=document, memo=None, section=None)
    )
