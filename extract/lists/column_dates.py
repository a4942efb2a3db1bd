"""Cells of a date column -> days and periods, where the column as a whole settles what one cell leaves open.

"03/04/2027" has two readings; a column that also holds "25/04/2027" has one. Refused: an order that nothing in the
table settles, and years that begin in a month that a list does not tell ("2027-28", "FY28"): they keep their words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.language.blanks import is_blank
from extract.language.dates import parse_period
from records.table import Cell
from records.values import Period

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:\s?[AaPp][Mm]|Z)?)?"
_FIGURES = re.compile(rf"(?P<one>\d{{1,2}})(?P<sign>[/.-])(?P<two>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}|\d{{2}}){_TIME}")
_YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}})(?P<sign>[/.]?)(?P<month>\d{{2}})(?P=sign)(?P<day>\d{{2}}){_TIME}"
)
_YEARS = re.compile(
    r"(?:(?:Q[1-4]|H[12])\s?(?:of\s)?)?(?:FY\s?|fiscal\s(?:year\s)?)?'?(?:20)?\d{2}\s?[/–-]\s?(?:20)?\d{2}"
    r"|(?:Q[1-4]|H[12])?\s?(?:FY\s?|fiscal\s(?:year\s)?)'?(?:20)?\d{2}",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(25_569, 73_051)
"""1970 to 2099."""
_BROKEN = re.compile(r"(?<=[A-Za-z])\s(?=[a-z]{1,7}\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStyle:
    """How a column writes its dates. ``day_first`` is ``None`` where nothing settles it. ``list_years`` are years of
    accounts whose first month is not known, ``serial`` numbers of days as spreadsheets count them."""

    day_first: bool | None = None
    serial: bool = False
    list_years: bool = False


def texts_to_day_first(texts: Iterable[str]) -> bool | None:
    """Whether "25/04/2027" or "04/25/2027" stands among ``texts``; ``None`` for neither and for both."""
    found = [match for text in texts if (match := _FIGURES.fullmatch(text.strip()))]
    days = any(int(match["one"]) > 12 for match in found)
    months = any(int(match["two"]) > 12 for match in found)
    return None if days == months else days


def is_serial(texts: Sequence[str]) -> bool:
    """Whether all of a column that is not blank are numbers of days ("46477")."""
    said = [text for text in texts if not is_blank(text)]
    return bool(said) and all(_SERIAL.fullmatch(text) and int(float(text)) in _SERIALS for text in said)


def cell_to_period(cell: Cell, *, style: DateStyle, fiscal_start: int) -> Period | None:
    """The day or period of a cell; one that cannot be settled keeps its words and has no days."""
    text = cell.text.strip()
    figures = _FIGURES.fullmatch(text)
    if figures is not None:
        return Period(first=(day := cell.day or _figures_to_day(figures, style)), last=day, text=text)
    if _SERIAL.fullmatch(text) and style.serial:
        day = _SERIAL_ZERO + timedelta(days=int(float(text)))
        return Period(first=day, last=day, text=text)
    plain = _YEAR_FIRST.fullmatch(text)
    if plain is not None and (found := _day(plain["year"], plain["month"], plain["day"])) is not None:
        return Period(first=found, last=found, text=text)
    if style.list_years and _YEARS.fullmatch(text):
        return Period(first=None, last=None, text=text)
    period = parse_period(text, fiscal_start=fiscal_start) or _unbroken(text, fiscal_start)
    return Period(first=cell.day, last=cell.day, text=text) if period is None and cell.day is not None else period


def _unbroken(text: str, fiscal_start: int) -> Period | None:
    """ "Novembe r 2032", of a column that is narrower than the month's name."""
    period = parse_period(_BROKEN.sub("", text), fiscal_start=fiscal_start)
    return None if period is None else replace(period, text=text)


def _figures_to_day(figures: re.Match[str], style: DateStyle) -> date | None:
    one, two = int(figures["one"]), int(figures["two"])
    day_first = True if one > 12 or one == two else False if two > 12 else style.day_first
    if day_first is None:
        return None
    day, month = (figures["one"], figures["two"]) if day_first else (figures["two"], figures["one"])
    return _day(figures["year"], month, day)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
