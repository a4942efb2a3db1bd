"""The lines of a memo's head -> its labels with their values, which run on over lines, cells and columns.

A value ends where another label, a section or prose begins; nothing is judged here but where the words belong.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.frame.front_lines import Line
from extract.frame.label_words import Labelled
from extract.frame.letterhead_labels import lines_to_fields
from extract.language.dates import find_periods, parse_date
from records.word import Word

_COLUMN_SLACK = 8.0
"""Points: a line that begins this near to a value's left edge goes on with that value."""
_LINE_GAP = 30.0
"""Points: a line farther below the last one of a value does not belong to it."""
_UNFINISHED = re.compile(r"(?:,|&|/|-|\b(?:and|of|for|the|on|to|with))$", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"[A-Z][\w/()'’&-]{0,20}(?:\s[\w/()'’&-]{1,20}){0,4}\s?:(?:\s|$)")
"""A label that is not known; its line goes on with no value."""
_TWO_READINGS = re.compile(r"(?<!\d)(?!(0?\d|1[0-2])/0?\1/)(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d{2})(?!\d)")
"""``5/11/2025``: a day in May, or in November where days come first."""
_RUNS_ON = ("to", "from_", "subject", "district", "approved_by")
STRONG = ("to", "from_", "prepared", "subject", "date")
"""Fields that only a memo's head has: with one of them it has begun."""


@dataclass(slots=True)
class HeadValue:
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


def lines_to_values(lines: list[Line]) -> list[HeadValue]:
    """Labels with their values, up to the memo's first section or prose."""
    values: list[HeadValue] = []
    open_values: list[HeadValue] = []
    for number, (line, fields) in enumerate(lines_to_fields(lines)):
        waits_for_it = all(field.bare for field in fields) and _waits(open_values)
        if fields and not line.is_prose and not waits_for_it:
            open_values = [begin_value(labelled, number) for labelled in fields]
            values += open_values
        elif _waits(open_values) and not line.is_prose:
            _continue(open_values, line, fields)
        elif _ends_head(line, values):
            break
        else:
            open_values = _continue(open_values, line, fields)
    return [value for value in values if value.text or value.labelled.field in ("approved", "approved_by")]


def begin_value(labelled: Labelled, number: int) -> HeadValue:
    words = list(labelled.line.between(labelled.label, labelled.end))
    return HeadValue(
        labelled=labelled,
        order=number,
        last_line=labelled.line,
        lines=[labelled.value] if labelled.value else [],
        runs=[words] if words else [],
    )


def _waits(open_values: list[HeadValue]) -> bool:
    return any(not value.lines for value in open_values)


def _ends_head(line: Line, values: list[HeadValue]) -> bool:
    """A heading or prose after a first real field: the memo itself begins."""
    begun = any(value.labelled.field in STRONG and not value.labelled.bare for value in values)
    return (begun and line.heading) or (bool(values) and line.is_prose)


def _continue(open_values: list[HeadValue], line: Line, fields: list[Labelled]) -> list[HeadValue]:
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


def _continue_columns(open_values: list[HeadValue], line: Line) -> list[HeadValue]:
    """A PDF's line: each of its words goes to the value in whose column it stands."""
    columns = sorted(((_value_left(value), value) for value in open_values), key=lambda column: column[0])
    taken: list[HeadValue] = []
    for number, (left, value) in enumerate(columns):
        right = _label_left(columns[number + 1][1]) if number + 1 < len(columns) else float("inf")
        words = [w for w in line.words if w.box is not None and left - _COLUMN_SLACK <= w.box[0] < right - 1]
        if words and not _has_label(line, value, left) and _is_near(value, words[0], left):
            value.add(line, words, value.last_line)
            taken.append(value)
    return taken


def _has_label(line: Line, value: HeadValue, left: float) -> bool:
    """Whether ``line`` has a word where the labels stand, left of the value: then it is a row of its own."""
    first, last = _label_left(value) - _COLUMN_SLACK, left - _COLUMN_SLACK
    return any(word.box is not None and first <= word.box[0] < last for word in line.words)


def _value_left(value: HeadValue) -> float:
    """The left edge of a value; of an empty one, that of its label, below which its value stands."""
    box = value.labelled.line.box_at(value.labelled.start) if value.labelled.value else None
    return box[0] if box is not None else _label_left(value)


def _label_left(value: HeadValue) -> float:
    box = value.labelled.line.box_at(value.labelled.label)
    return box[0] if box is not None else 0.0


def _is_near(value: HeadValue, word: Word, left: float) -> bool:
    """Whether ``word`` begins the next line of ``value``: near below it, and at its left edge if it has begun."""
    before = value.last_word
    if before is None or before.box is None or word.box is None or before.page != word.page:
        return False
    aligned = not value.lines or abs(word.box[0] - left) <= _COLUMN_SLACK
    return (
        aligned and word.box[1] - before.box[3] <= _LINE_GAP and (not value.lines or value.labelled.field in _RUNS_ON)
    )
