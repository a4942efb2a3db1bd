"""Days and periods as memos write them, with the wording kept.

Refused: what has two readings ("winter 2026", "26/3/2026", "2025-26" without a word that it is fiscal) keeps its words
and gets no days; "TBD" is no period at all. A year stands alone only where a word before it makes it a date.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
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
_MONTH = rf"(?:{_MONTH_NAMES}|{_MONTH_NAMES.upper()})\b\.?"
_YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_TO = r"\s?(?:-|–|—|to|through|thru|until|and)\s?"
_FISCAL = r"(?:FY\s?'?|(?:[Ff]iscal|FISCAL)\s(?:[Yy]ear|YEAR)s?\s)"
_FISCAL_YEAR = rf"{_FISCAL}(?P<y1>{_YEAR}|\d{{2}})(?:\s?[-–/]\s?(?P<y2>{_YEAR}|\d{{2}}))?(?!\d)"
_ORDINAL = r"(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|SPRING|SUMMER|FALL|WINTER)"
_PREPOSITION = (
    r"(?:in|In|by|By|since|Since|during|During|until|through|after|After|before|for|For|of|from|From|to|between"
    r"|early|late|mid|year)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSpan:
    """A period found in ``text[start:end]``."""

    period: Period
    start: int
    end: int


def parse_date(text: str) -> date | None:
    """The one day that ``text`` is: "March 3, 2027", "3 March 2027", "3/3/27", "2027-03-03", "Tue., March 3, 2027"."""
    bare = re.sub(r"^\s*(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+", "", text).strip(" .\n\t")
    spans = find_periods(bare)
    if len(spans) != 1 or (spans[0].start, spans[0].end) != (0, len(bare)):
        return None
    period = spans[0].period
    return period.first if period.first == period.last else None


def parse_period(text: str, *, fiscal_start: int = 7) -> Period | None:
    """The one period of a table cell: "Q3 2027", "June 2027 (est.)". ``None`` for "TBD" and where two stand."""
    spans = find_periods(text, fiscal_start=fiscal_start)
    if re.fullmatch(rf"\s*{_YEAR}\s*", text):
        return calendar.months(int(text), 1, 12, text.strip())
    return spans[0].period if len(spans) == 1 else None


def find_periods(text: str, *, fiscal_start: int = 7) -> tuple[PeriodSpan, ...]:
    """All days and periods in ``text``, in order, the longest reading of each: "March through June 2027" is one.

    ``fiscal_start`` is the month in which fiscal years begin. A period that the words do not fix ("in March", "Q3")
    has no days.
    """
    found: list[PeriodSpan] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            start = match.start("at") if "at" in pattern.groupindex else match.start()
            period = reader(match, text[start : match.end()], fiscal_start)
            if period is not None:
                found.append(PeriodSpan(period=period, start=start, end=match.end()))
    return _end_phrases(text, _longest(found))


def find_fiscal_start(text: str) -> int:
    """The month in which the memo says its fiscal year begins ("fiscal year begins October 1"), else July."""
    said = re.search(rf"[Ff]iscal years?,?\s(?:that\s|which\s)?(?:begins?|starts?|beginning|starting|runs from|"
                     rf"from)\s(?:on\s)?"
                     rf"(?P<month>{_MONTH})", text)  # fmt: skip
    return _month_number(said["month"]) if said else 7


def anchor_period(period: Period, *, anchor: date, past: bool) -> Period:
    """A bare month or quarter ("in March") next to the memo's date: the latest one before it, or the next after it.

    What has days already, or is no bare month, is returned unchanged.
    """
    bare = re.fullmatch(rf"({_MONTH})", period.text)
    if period.first is not None or period.last is not None or bare is None:
        return period
    month = _month_number(bare.group(1))
    year = anchor.year
    if past and month > anchor.month:
        year -= 1
    if not past and month < anchor.month:
        year += 1
    return calendar.months(year, month, month, period.text)


def _longest(found: list[PeriodSpan]) -> list[PeriodSpan]:
    kept: list[PeriodSpan] = []
    for span in sorted(found, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


# "the end of June 2027": the last day is known, the first is not meant.
_EDGE = re.compile(
    r"(?:by\s)?(?:the\s)?(?P<edge>(?:end|close)(?=\s)|(?:beginning|start|middle)(?=\sof\s))\s(?:of\s)?(?:calendar\s(?:year\s)?)?$",
    re.I,
)


def _end_phrases(text: str, spans: list[PeriodSpan]) -> tuple[PeriodSpan, ...]:
    return tuple(_end_phrase(text, span) for span in spans)


def _end_phrase(text: str, span: PeriodSpan) -> PeriodSpan:
    before = _EDGE.search(text, max(0, span.start - 40), span.start)
    if before is None:
        return span
    wording, edge = text[before.start() : span.end], before["edge"].lower()
    first, last = span.period.first, span.period.last
    if edge in ("end", "close"):
        first = None
    elif edge in ("beginning", "start"):
        last = None
    else:
        first = last = None
    return PeriodSpan(period=Period(first=first, last=last, text=wording), start=before.start(), end=span.end)


def _month_number(word: str) -> int:
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
    month = int(groups["m"]) if groups["m"].isdigit() else _month_number(groups["m"])
    day = calendar.real_day(_full_year(groups["y"]), month, _day_number(groups["d"]))
    return Period(first=day, last=day, text=text) if day else None


def _days(match: re.Match[str], text: str, _fiscal: int) -> Period | None:
    last_month = match["m2"] or match["m1"]
    last = calendar.real_day(int(match["y"]), _month_number(last_month), _day_number(match["d2"]))
    first = calendar.real_day(int(match["y1"] or match["y"]), _month_number(match["m1"]), _day_number(match["d1"]))
    return calendar.days(first, last, text) if first and last else None


def _month(match: re.Match[str], text: str, _fiscal: int) -> Period:
    number = _month_number(match["m"])
    return calendar.months(_full_year(match["y"]), number, number, text)


def _month_range(match: re.Match[str], text: str, _fiscal: int) -> Period | None:
    first, last = _month_number(match["m1"]), _month_number(match["m2"])
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


_Reader = Callable[[re.Match[str], str, int], Period | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\d-])(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])", _day),
        (r"(?<![\d/.])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d{2}|\d{2})(?![\d/])", _day),
        (rf"\b(?P<m>{_MONTH})\s(?P<d>{_DAY}),?\s(?P<y>{_YEAR})(?!\d)", _day),
        (rf"(?<!\d)(?P<d>{_DAY})\s(?:of\s)?(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})(?!\d)", _day),
        (rf"(?<!\d)(?P<d>{_DAY})-(?P<m>{_MONTH})-(?P<y>{_YEAR}|\d{{2}})(?!\d)", _day),
        (
            rf"\b(?P<m1>{_MONTH})\s(?P<d1>{_DAY})(?:,\s(?P<y1>{_YEAR}))?{_TO}(?:(?P<m2>{_MONTH})\s)?(?P<d2>{_DAY}),?\s"
            rf"(?P<y>{_YEAR})(?!\d)",
            _days,
        ),
        (rf"\b(?P<m>{_MONTH}),?\s(?:of\s)?(?P<y>{_YEAR})(?!\d)", _month),
        (rf"\b(?P<m>{_MONTH})(?:-|\s?['’])(?P<y>{_YEAR}|\d{{2}})(?!\d)", _month),
        (rf"(?<![\d/])(?P<m>0?[1-9]|1[0-2])/(?P<y>{_YEAR})(?![\d/])", lambda m, t, f: _numeric_month(m, t)),
        (
            rf"\b(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?{_TO}(?P<m2>{_MONTH}),?\s(?:of\s)?(?P<y>{_YEAR})(?!\d)",
            _month_range,
        ),
        (
            rf"\bQ(?P<q>[1-4])(?:\s?[-–/]\s?Q?(?P<q2>[1-4]))?,?\s?(?:of\s|CY\s?)?(?P<y>{_YEAR}|'\d{{2}})(?!\d)",
            lambda m, t, f: _short_quarter(m, t),
        ),
        (rf"\b(?P<y>{_YEAR})\s?-?\s?Q(?P<q>[1-4])\b", _quarter_of),
        (
            rf"\b{_ORDINAL}\s(?:calendar\s)?quarter\s(?:of\s)?(?:calendar\s(?:year\s)?)?(?P<y>{_YEAR})(?!\d)",
            _quarter_of,
        ),
        (rf"\bQ(?P<q>[1-4]),?\s?(?:of\s)?{_FISCAL_YEAR}", _fiscal_quarter),
        (rf"{_FISCAL_YEAR},?\s?[-–]?\s?Q(?P<q>[1-4])\b", _fiscal_quarter),
        (rf"\b{_ORDINAL}\s(?:fiscal\s)?quarter\s(?:of\s)?(?:the\s)?{_FISCAL_YEAR}", _fiscal_quarter),
        (rf"\b{_FISCAL_YEAR}", _fiscal_year),
        (rf"\b(?P<season>{_SEASON})\s(?:of\s)?(?P<y>{_YEAR})(?:\s?[-–/]\s?(?P<y2>{_YEAR}|\d{{2}}))?(?!\d)", _season),
        (rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:-|\s)(?:in\s)?(?P<y>{_YEAR})(?!\d)", _part),
        (rf"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Ll]atter)\shalf\sof|H(?P<h>[12]))\s?(?P<y>{_YEAR})(?!\d)", _half),
        (rf"\b(?:[Yy]ear[- ][Ee]nd|EOY)\s(?P<y>{_YEAR})(?!\d)", _year_end),
        (rf"\b(?P<y1>{_YEAR})\s?[-–]\s?(?P<y2>{_YEAR})(?!\d|-)", _years),
        (rf"\b{_PREPOSITION}\s(?:calendar\s(?:year\s)?)?(?P<at>{_YEAR})(?![\d/-]|,\d|\s[A-Z])", _year),
        (rf"\b(?:CY\s?|calendar\syear\s|[Ee]nd\sof\s|(?:[Ee]nd|[Cc]lose)\sof\sthe\s)(?P<at>{_YEAR})(?!\d)", _year),
        (r"\bQ[1-4]\b", _words_only),
        (rf"\b{_ORDINAL}\squarter\b", _words_only),
        (rf"\b{_PREPOSITION}\s(?P<at>{_MONTH}(?:\s{_DAY})?)(?!\s\d|,?\s{_YEAR})", _words_only),
    )
)


def _numeric_month(match: re.Match[str], text: str) -> Period:
    """ "06/2027" """
    return calendar.months(int(match["y"]), int(match["m"]), int(match["m"]), text)


def _short_quarter(match: re.Match[str], text: str) -> Period:
    """ "Q3 2027", "Q3/Q4 2027", "Q3 '27" """
    year = _full_year(match["y"].lstrip("'"))
    first, last = int(match["q"]), int(match["q2"] or match["q"])
    return calendar.months(year, 3 * first - 2, 3 * last, text)
