"""Which of the days in a memo's head is its own, which its approval's and which its meeting's.

A day that could be either is neither.
"""

import re
from dataclasses import dataclass

from extract.frame.head_values import HeadValue
from records.document import Document

_LINES_AFTER_STAMP = 4
"""The date of an approval stamp stands on its line or on one of the next."""
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:20)?\d{2}(?![\d/])")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadDates:
    memo: HeadValue | None = None
    approved: HeadValue | None = None
    meeting: HeadValue | None = None
    unread: bool = False
    """The memo has a date of its own that could not be read: another's does not stand for it."""

    @property
    def report(self) -> HeadValue | None:
        """The memo's own date; that of its meeting, if no other stands."""
        return self.memo or (None if self.unread else self.meeting)


def values_to_dates(values: list[HeadValue]) -> HeadDates:
    """Tell the memo's date from the approval's and the meeting's.

    A ``Date`` on the line of a bare ``Approved`` stamp, or just below it, is the approval's. So is one on the line of
    ``Approved by``; below it, it is the approval's only if the memo has another date before it.
    """
    memo: HeadValue | None = None
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
    return HeadDates(memo=memo or lone, approved=approved, meeting=meeting, unread=unread)


def _lone_day(values: list[HeadValue]) -> HeadValue | None:
    """The one day that stands alone in the head of a memo that says more about itself, and not below an approval."""
    days = [v for v in values if v.labelled.field == "day"]
    stamped = any(v.labelled.field in ("approved", "approved_by") for v in values)
    known = any(v.labelled.field in ("to", "from_", "prepared", "subject") for v in values)
    return days[0] if known and not stamped and len({v.day() for v in days}) == 1 else None


def _is_meeting(value: HeadValue) -> bool:
    return value.labelled.field == "meeting" and value.day() is not None


def _belongs_to_approval(before: list[HeadValue], value: HeadValue, *, memo_known: bool) -> bool:
    stamp = next((v for v in reversed(before) if v.labelled.field in ("approved", "approved_by")), None)
    if stamp is None or value.order - stamp.order > _LINES_AFTER_STAMP:
        return False
    between = before[before.index(stamp) + 1 :]
    if any(v.labelled.field != "other" for v in between):
        return False
    return value.order == stamp.order or stamp.labelled.field == "approved" or memo_known


def writes_days_first(document: Document) -> bool:
    """Whether a date such as ``25/9/2025`` stands anywhere: then ``5/11/2025`` has two readings."""
    texts = [block.text for block in document.blocks]
    texts += [cell.text for table in document.tables for cell in table.cells]
    return any(_DAY_FIRST.search(text) for text in texts)
