"""Workbooks with a sheet a period: the latest one is the list, the others are its history.

"2026-27 | 2027-28", "March 2027 | June 2027". Sheets of other names all count.
"""

import re
from datetime import date

from extract.language.dates import find_periods
from records.document import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MOST_OTHER_WORDS = 2


def earlier_sheets(document: Document) -> frozenset[int]:
    """The pages of a workbook that hold an earlier state of what a later sheet holds."""
    if document.media != "xlsx":
        return frozenset()
    names = {block.page: block.text for block in reversed(document.blocks) if block.kind == "heading"}
    days = {page: day for page, name in names.items() if (day := sheet_to_day(name)) is not None}
    latest = max(days.values(), default=None)
    return frozenset(page for page, day in days.items() if day != latest)


def sheet_to_day(name: str) -> date | None:
    """The last day that a sheet's name speaks of; "2027-28" counts by the year in which it begins."""
    spans = [span for span in find_periods(name) if span.period.last is not None]
    years = [int(year) for year in _YEAR.findall(name)]
    rest = re.sub(r"[\W\d_]+|\bFY\b", " ", _without(name, spans[0].start, spans[0].end) if spans else name)
    if len(rest.split()) > _MOST_OTHER_WORDS or len(spans) > 1:
        return None
    if spans:
        return spans[0].period.last
    return date(years[0], 12, 31) if years else None


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"
