"""The wordings of days and periods, each with what it is: "Q3 2027", "late 2027", "FY 2027-28".

A wording that does not fix its days ("in March", "winter 2026") is a period without any.
"""

import re
from collections.abc import Callable
from datetime import date

from extract.language import calendar
from records.values import Period

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}

_MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
# In capitals, too, as headings and letterheads write them; never "may" and "march" in small letters.
MONTH = rf"(?:{_MONTH_NAMES}|{_MONTH_NAMES.upper()})\b\.?"
YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_TO = r"\s?(?:-|–|—|to|through|thru|until|and)\s?"
_FISCAL = r"(?:FY\s?'?|(?:[Ff]iscal|FISCAL)\s(?:[Yy]ear|YEAR)s?\s)"
_FISCAL_YEAR = rf"{_FISCAL}(?P<y1>{YEAR}|\d{{2}})(?:\s?[-–/]\s?(?P<y2>{YEAR}|\d{{2}}))?(?!\d)"
_ORDINAL = r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|SPRING|SUMMER|FALL|WINTER)"
_PREPOSITION = (
    r"(?:in|In|by|By|since|Since|during|During|until|through|after|After|before|for|For|of|from|From|to|between"
    r"|early|late|mid|year)"
)


def month_number(word: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, start=1) if name.startswith(word.rstrip(".").lower()[:3]))


def _day_number(word: str) -> int:
    return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _fiscal_name(match: re.Match[str]) -> int | None:
    """The year that a fiscal year is named after; ``None`` for "FY 2025-2028", which is no single year."""
    first = _full_year(match["y1"])
    if match["y2"] is None:
        return first
    last = _full_year(match["y2"])
    return last if last == first + 1 else None


def _day(match: re.Match[str], text: str, _fiscal: int) -> Period | None:
    groups = match.groupdict()
    month = int(groups["m"]) if groups["m"].isdigit() else month_number(groups["m"])
    day = calendar.real_day(_full_year(groups["y"]), month, _day_number(groups["d"]))
    return Period(first=day, last=day, text=text) if day else None


def _days(match: re.Match[str], text: str, _fiscal: int) -> Period | None:
    last_month = match["m2"] or match["m1"]
    last = calendar.real_day(int(match["y"]), month_number(last_month), _day_number(match["d2"]))
    first = calendar.real_day(int(match["y1"] or match["y"]), month_number(match["m1"]), _day_number(match["d1"]))
    return calendar.days(first, last, text) if first and last else None


def _month(match: re.Match[str], text: str, _fiscal: int) -> Period:
    number = month_number(match["m"])
    return calendar.months(_full_year(match["y"]), number, number, text)


def _month_range(match: re.Match[str], text: str, _fiscal: int) -> Period | None:
    first, last = month_number(match["m1"]), month_number(match["m2"])
    year = int(match["y"])
    if match["y1"]:
        return calendar.span(
            calendar.months(int(match["y1"]), first, first, ""), calendar.months(year, last, last, ""), text
        )
    # "November to February 2027" began the year before.
    return calendar.months(year - (first > last), first, last + 12 * (first > last), text)


def _quarter_of(match: re.Match[str], text: str, _fiscal: int) -> Period:
    groups = match.groupdict()
    number = int(groups["q"]) if groups.get("q") else _QUARTERS[groups["ordinal"].lower()]
    if groups.get("q2"):
        return calendar.months(_full_year(match["y"]), 3 * number - 2, 3 * int(groups["q2"]), text)
    return calendar.quarter(_full_year(match["y"]), number, text)


def _fiscal_quarter(match: re.Match[str], text: str, fiscal: int) -> Period | None:
    groups = match.groupdict()
    number = int(groups["q"]) if groups.get("q") else _QUARTERS[groups["ordinal"].lower()]
    named = _fiscal_name(match)
    return calendar.fiscal_quarter(named, number, text, start_month=fiscal) if named else _words_only(match, text, 0)


def _fiscal_year(match: re.Match[str], text: str, fiscal: int) -> Period:
    named = _fiscal_name(match)
    if named:
        return calendar.fiscal_year(named, text, start_month=fiscal)
    first = calendar.fiscal_year(_full_year(match["y1"]) + 1, "", start_month=fiscal)
    last = calendar.fiscal_year(_full_year(match["y2"]), "", start_month=fiscal)
    return calendar.span(first, last, text) or Period(first=None, last=None, text=text)


def _season(match: re.Match[str], text: str, _fiscal: int) -> Period:
    season = match["season"].lower()
    year = int(match["y"])
    if season == "winter":
        years = match["y2"]
        return calendar.months(year, 12, 14, text) if years else Period(first=None, last=None, text=text)
    return calendar.months(year, *calendar.SEASONS[season], text)


def _part(match: re.Match[str], text: str, _fiscal: int) -> Period:
    return calendar.months(int(match["y"]), *calendar.PARTS[match["part"].lower()], text)


def _half(match: re.Match[str], text: str, _fiscal: int) -> Period:
    number = match["h"] or {"first": 1, "second": 2, "latter": 2}[match["ordinal"].lower()]
    return calendar.months(int(match["y"]), 6 * int(number) - 5, 6 * int(number), text)


def _year(match: re.Match[str], text: str, _fiscal: int) -> Period:
    return calendar.months(int(match["at"]), 1, 12, text)


def _years(match: re.Match[str], text: str, _fiscal: int) -> Period:
    first, last = int(match["y1"]), int(match["y2"])
    if last <= first + 1:
        return Period(first=None, last=None, text=text)
    return Period(first=date(first, 1, 1), last=date(last, 12, 31), text=text)


def _year_end(match: re.Match[str], text: str, _fiscal: int) -> Period:
    return Period(first=None, last=date(int(match["y"]), 12, 31), text=text)


def _words_only(_match: re.Match[str], text: str, _fiscal: int) -> Period:
    return Period(first=None, last=None, text=text)


def _numeric_month(match: re.Match[str], text: str, _fiscal: int) -> Period:
    """ "06/2027" """
    return calendar.months(int(match["y"]), int(match["m"]), int(match["m"]), text)


def _short_quarter(match: re.Match[str], text: str, _fiscal: int) -> Period:
    """ "Q3 2027", "Q3/Q4 2027", "Q3 '27" """
    year = _full_year(match["y"].lstrip("'"))
    first, last = int(match["q"]), int(match["q2"] or match["q"])
    return calendar.months(year, 3 * first - 2, 3 * last, text)


_Reader = Callable[[re.Match[str], str, int], Period | None]
READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\d-])(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])", _day),
        (r"(?<![\d/.])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d{2}|\d{2})(?![\d/])", _day),
        (rf"\b(?P<m>{MONTH})\s(?P<d>{_DAY}),?\s(?P<y>{YEAR})(?!\d)", _day),
        (rf"(?<!\d)(?P<d>{_DAY})\s(?:of\s)?(?P<m>{MONTH}),?\s(?P<y>{YEAR})(?!\d)", _day),
        (rf"(?<!\d)(?P<d>{_DAY})-(?P<m>{MONTH})-(?P<y>{YEAR}|\d{{2}})(?!\d)", _day),
        (
            rf"\b(?P<m1>{MONTH})\s(?P<d1>{_DAY})(?:,\s(?P<y1>{YEAR}))?{_TO}(?:(?P<m2>{MONTH})\s)?(?P<d2>{_DAY}),?\s"
            rf"(?P<y>{YEAR})(?!\d)",
            _days,
        ),
        (rf"\b(?P<m>{MONTH}),?\s(?:of\s)?(?P<y>{YEAR})(?!\d)", _month),
        (rf"\b(?P<m>{MONTH})(?:-|\s?['’])(?P<y>{YEAR}|\d{{2}})(?!\d)", _month),
        (rf"(?<![\d/])(?P<m>0?[1-9]|1[0-2])/(?P<y>{YEAR})(?![\d/])", _numeric_month),
        (
            rf"\b(?P<m1>{MONTH})(?:,?\s(?P<y1>{YEAR}))?{_TO}(?P<m2>{MONTH}),?\s(?:of\s)?(?P<y>{YEAR})(?!\d)",
            _month_range,
        ),
        (
            rf"\bQ(?P<q>[1-4])(?:\s?[-–/]\s?Q?(?P<q2>[1-4]))?,?\s?(?:of\s|CY\s?)?(?P<y>{YEAR}|'\d{{2}})(?!\d)",
            _short_quarter,
        ),
        (rf"\b(?P<y>{YEAR})\s?-?\s?Q(?P<q>[1-4])\b", _quarter_of),
        (
            rf"\b{_ORDINAL}\s(?:calendar\s)?quarter\s(?:of\s)?(?:calendar\s(?:year\s)?)?(?P<y>{YEAR})(?!\d)",
            _quarter_of,
        ),
        (rf"\bQ(?P<q>[1-4]),?\s?(?:of\s)?{_FISCAL_YEAR}", _fiscal_quarter),
        (rf"{_FISCAL_YEAR},?\s?[-–]?\s?Q(?P<q>[1-4])\b", _fiscal_quarter),
        (rf"\b{_ORDINAL}\s(?:fiscal\s)?quarter\s(?:of\s)?(?:the\s)?{_FISCAL_YEAR}", _fiscal_quarter),
        (rf"\b{_FISCAL_YEAR}", _fiscal_year),
        (rf"\b(?P<season>{_SEASON})\s(?:of\s)?(?P<y>{YEAR})(?:\s?[-–/]\s?(?P<y2>{YEAR}|\d{{2}}))?(?!\d)", _season),
        (rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:-|\s)(?:in\s)?(?P<y>{YEAR})(?!\d)", _part),
        (rf"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Ll]atter)\shalf\sof|H(?P<h>[12]))\s?(?P<y>{YEAR})(?!\d)", _half),
        (rf"\b(?:[Yy]ear[- ][Ee]nd|EOY)\s(?P<y>{YEAR})(?!\d)", _year_end),
        (rf"\b(?P<y1>{YEAR})\s?[-–]\s?(?P<y2>{YEAR})(?!\d|-)", _years),
        (rf"\b{_PREPOSITION}\s(?:calendar\s(?:year\s)?)?(?P<at>{YEAR})(?![\d/-]|,\d|\s[A-Z])", _year),
        (rf"\b(?:CY\s?|calendar\syear\s|[Ee]nd\sof\s|(?:[Ee]nd|[Cc]lose)\sof\sthe\s)(?P<at>{YEAR})(?!\d)", _year),
        (r"\bQ[1-4]\b", _words_only),
        (rf"\b{_ORDINAL}\squarter\b", _words_only),
        (rf"\b{_PREPOSITION}\s(?P<at>{MONTH}(?:\s{_DAY})?)(?!\s\d|,?\s{YEAR})", _words_only),
    )
)
