"""The time words of a question: which memos of a series it means, and the question without those words.

"What was the budget in the 2030 report?" means the memo of 2030 and asks "What was the budget?". Each committee's
memos are a series of their own. Words that fit no memo choose none, so that no other year answers in its place; words
that tell between what two reports something happened ("since the last report") choose nothing and stay.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answer.questions.reading.spans import word_to_number
from extract.language.dates import parse_period
from records.library import MemoEntry

Series = Sequence[MemoEntry]
"""One committee's memos, latest first."""
Pick = Callable[[re.Match[str], Series, date | None], Sequence[MemoEntry]]

MEMO = r"(?:memorandum|memo|report|update|letter)s?(?!\w)"
_NOT_ADJ = r"memo|report|update|letter|(?:in|the|of|from|for|to|by|on|it|is|was|were|this|that|an?|and|or|did|does)\b"
_ADJ = rf"(?:(?!{_NOT_ADJ})[\w'’/-]+ ){{0,3}}?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_WHEN = rf"(?:(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},?)?,? (?:of )?)?{_YEAR}(?![\d/])"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_QUARTER = (
    rf"(?:(?P<y1>{_YEAR}) )?(?:(?P<o>{_ORDINAL})[- ]quarter(?:ly)?|Q(?P<q>[1-4])|quarter (?P<n>[1-4]))"
    rf"(?:,? (?:of )?(?P<y2>{_YEAR}))?"
)
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_LEAD = r"(?P<lead>,? ?\b(?:in|from|according to|per|by|as of|as at|as stated in|as told in) )?(?P<the>the |its |our )?"
_NOUN_LEAD = _LEAD.removesuffix("?")
"""With its article: "the last report"; in "when did we last report" it is a verb."""
_BETWEEN_BEFORE = re.compile(r"\b(?:since|between|after|than|until|till|before|and|to|from)(?: the)? $", re.IGNORECASE)
_TWO_TIMES = re.compile(r"\bbetween\b.*\band\b|\bsince\b|\b(?:each|every|all|both)\b.*\breports?\b", re.IGNORECASE)
_NOW = re.compile(
    r",? ?\b(?:right now|now|currently|at present|presently|at the moment|these days|today|as of (?:now|today))"
    r"(?= ?[?.,]|$)",
    re.IGNORECASE,
)
_AS_LATE_AS = timedelta(days=130)
"""A quarter's report may be dated so long after the quarter's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoped:
    """``told`` is true where the question says which memo; its words for that are no longer in ``text``."""

    text: str
    entries: tuple[MemoEntry, ...]
    told: bool


def scope_by_time(text: str, entries: Sequence[MemoEntry], *, today: date | None = None) -> Scoped:
    """ "in last year's report", "in the March 2030 memo", "as of May 2030", "in the third quarter report".

    ``today`` is the day that the question is asked as of; without one, it is the latest memo's.
    """
    series = entries_to_series(entries)
    if not _TWO_TIMES.search(text):
        for pattern, pick in _RULES:
            found = next((m for m in pattern.finditer(text) if not _BETWEEN_BEFORE.search(text[: m.start()])), None)
            if found is None:
                continue
            chosen = [entry for each in series for entry in pick(found, each, today)]
            if chosen or pick is _as_of or "memo" in found.groupdict():
                return Scoped(text=_without(text, found), entries=latest_first(chosen), told=True)
    return Scoped(text=_tidy(_NOW.sub(" ", text)), entries=latest_first(entries), told=False)


def entries_to_series(entries: Sequence[MemoEntry]) -> list[list[MemoEntry]]:
    bodies: dict[str | None, list[MemoEntry]] = {}
    for entry in latest_first(entries):
        bodies.setdefault(entry.body, []).append(entry)
    return list(bodies.values())


def oldest_first(entries: Sequence[MemoEntry]) -> tuple[MemoEntry, ...]:
    """Undated ones last here, too: no memo is the first, or was there before another, for having no date."""
    return tuple(sorted(entries, key=lambda e: (e.date is None, e.date or date.max)))


def latest_first(entries: Sequence[MemoEntry]) -> tuple[MemoEntry, ...]:
    """Undated ones last."""
    return tuple(sorted(entries, key=lambda e: (e.date is not None, e.date or date.min), reverse=True))


def in_time(text: str, entries: Sequence[MemoEntry]) -> tuple[MemoEntry, ...]:
    """The memos dated in ``text`` ("March 2030", "2030")."""
    return tuple(entry for entry in entries if is_within(entry.date, text))


def is_within(day: date | None, text: str) -> bool:
    period = parse_period(re.sub(r"(?<=[a-z]),? of (?=\d)", " ", text))
    if day is None or period is None or period.first is None or period.last is None:
        return False
    return period.first <= day <= period.last


def _without(text: str, found: re.Match[str]) -> str:
    """The question without the time words; where they are what it is about, "the memo" stays in their place."""
    groups = found.groupdict()
    determined = groups.get("the") is not None or found.group().lstrip().lower().startswith(("last", "this"))
    stays = groups.get("memo") is not None and groups.get("lead") is None and determined
    return _tidy(f"{text[: found.start()]} {'the memo' if stays else ''} {text[found.end() :]}")


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([?.,;])", r"\1", " ".join(text.split())).strip(" ,;")
    text = re.sub(r"^[,;:]\s*|,(?=\?)", "", text)
    return f"{text[:1].upper()}{text[1:]}"


def _by_date(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    undated = [e for e in series if e.date is None and found["when"] in (e.subject or "")]
    return in_time(found["when"], series) or undated


def _by_month(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    """ "the October report" is the latest of an October."""
    month = found["month"][:3].lower()
    return [e for e in series if e.date is not None and f"{e.date:%b}".lower() == month][:1]


def _by_span(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    """ "the 2029/30 report", by its subject."""
    return [entry for entry in series if found["span"] in (entry.subject or "")]


def _by_quarter(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    """The memo whose subject names the quarter; where no subject names one, the first dated after the quarter."""
    number, year = _quarter(found)
    named = [(entry, each) for entry in series if (each := _subject_quarter(entry)) is not None]
    if named:
        return [entry for entry, each in named if each[0] == number and year in (None, each[1])][:1]
    if year is None or "memo" not in found.groupdict():
        return []
    end = date(year + number // 4, number % 4 * 3 + 1, 1)
    after = [entry for entry in series if entry.date is not None and end <= entry.date < end + _AS_LATE_AS]
    return after[-1:]


def _subject_quarter(entry: MemoEntry) -> tuple[int, int | None] | None:
    found = re.search(_QUARTER, entry.subject or "", re.IGNORECASE)
    return _quarter(found) if found else None


def _quarter(found: re.Match[str]) -> tuple[int, int | None]:
    number = found["q"] or found["n"] or _QUARTERS[found["o"].lower()]
    year = found["y1"] or found["y2"]
    return int(number), int(year) if year else None


def _as_of(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    """The last memo that was written by then."""
    period = parse_period(re.sub(r"(?<=[a-z]),? of (?=\d)", " ", found["when"]))
    if period is None or period.last is None:
        return []
    return [entry for entry in series if entry.date is not None and entry.date <= period.last][:1]


def _last_year(_found: re.Match[str], series: Series, today: date | None) -> Sequence[MemoEntry]:
    anchor = today or next((entry.date for entry in series if entry.date), None)
    return [e for e in series if anchor is not None and e.date is not None and e.date.year == anchor.year - 1]


def _years_ago(found: re.Match[str], series: Series, today: date | None) -> Sequence[MemoEntry]:
    anchor, number = today or next((entry.date for entry in series if entry.date), None), _number(found["number"])
    return [e for e in series if anchor is not None and e.date is not None and e.date.year == anchor.year - number]


def _reports_ago(found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    number = _number(found["number"])
    return _dated(series)[number : number + 1]


def _previous(_found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    return _dated(series)[1:2]


def _latest(_found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    return series[:1]


def _earliest(_found: re.Match[str], series: Series, _: date | None) -> Sequence[MemoEntry]:
    return _dated(series)[-1:] or series[-1:]


def _dated(series: Series) -> Sequence[MemoEntry]:
    return [entry for entry in series if entry.date is not None]


def _number(word: str) -> int:
    return int(word_to_number(word) or 0)


_COUNT = r"(?P<number>\d|one|two|three|four|five|six)"
_RULES: tuple[tuple[re.Pattern[str], Pick], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), pick)
    for pattern, pick in (
        (rf"{_LEAD}{_QUARTER}['’]?s? (?P<memo>{_ADJ}{MEMO})", _by_quarter),
        (rf"{_LEAD}(?P<memo>{MEMO}) (?:of|for|from|on) (?:the )?{_QUARTER}", _by_quarter),
        (rf"(?P<lead>,? ?\bin (?:the )?){_QUARTER}(?= ?[?.,]|$)", _by_quarter),
        (rf"{_LEAD}(?P<span>{_YEAR}[/–-]\d\d)['’]?s? (?P<memo>{_ADJ}{MEMO})", _by_span),
        (rf"{_LEAD}(?P<when>{_WHEN})['’]?s?,? (?P<memo>{_ADJ}{MEMO})", _by_date),
        (rf"{_LEAD}(?P<memo>{_ADJ}{MEMO}) (?:of|from|dated|for|in)(?: the)? (?P<when>{_WHEN})", _by_date),
        (rf",? ?\bas (?:of|at) (?:the end of |late |early |mid-?)?(?P<when>{_WHEN}),?", _as_of),
        (rf"{_LEAD}(?P<month>{_MONTH})['’]?s? (?P<memo>{_ADJ}{MEMO})", _by_month),
        (rf"{_LEAD}last year['’]?s (?P<memo>{_ADJ}{MEMO})", _last_year),
        (rf"{_LEAD}(?P<memo>{MEMO}) (?:of|from) (?:last year|the year before)", _last_year),
        (rf"(?P<lead>,? ?){_COUNT} (?:{MEMO}) (?:ago|earlier|back)", _reports_ago),
        (rf"{_LEAD}(?P<memo>{MEMO}) (?:of|from) {_COUNT} years? ago", _years_ago),
        (rf"{_NOUN_LEAD}(?:previous|prior|preceding|last but one|penultimate) (?P<memo>{_ADJ}{MEMO})", _previous),
        (rf"{_LEAD}(?P<memo>{MEMO}) before (?:that|this|the (?:last|latest|current))(?: one)?", _previous),
        (rf"{_NOUN_LEAD}(?:very )?(?:first|earliest|oldest|initial) (?P<memo>{_ADJ}{MEMO})", _earliest),
        (rf"{_NOUN_LEAD}(?:last|latest|newest|most recent|current|this year['’]s) (?P<memo>{_ADJ}{MEMO})", _latest),
    )
)
SOFT: tuple[tuple[re.Pattern[str], Pick], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), pick)
    for pattern, pick in (
        (rf",? ?\b(?:back )?(?:in|during|at the end of|by the end of|at the time of)(?: early| late"
         rf"| mid)? (?P<when>{_WHEN}),?", _by_date),
        (r",? ?\b(?:last year|a year ago|the (?:previous|prior|preceding) year|the year before)\b(?!['’])", _last_year),
        (rf",? ?\b{_COUNT} years? (?:ago|earlier|before)\b", _years_ago),
    )
)  # fmt: skip
"""Times that need not mean a memo: "in 2030" may be when a thing happened. They do where a project's state is asked."""


def scope_by_bare_time(text: str, entries: Sequence[MemoEntry], *, today: date | None = None) -> Scoped | None:
    """ "in 2030", "last year", "two years ago": the memos of then, where two times are not compared."""
    if _TWO_TIMES.search(text) or len(set(re.findall(_YEAR, text))) > 1:
        return None
    for pattern, pick in SOFT:
        if found := pattern.search(text):
            chosen = [entry for each in entries_to_series(entries) for entry in pick(found, each, today)]
            return Scoped(text=_without(text, found), entries=latest_first(chosen), told=True)
    return None
