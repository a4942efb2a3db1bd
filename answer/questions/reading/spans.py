"""What kinds of thing stand in a sentence: dates, money, percentages, counted things, addresses, names.

An answer to "when" must hold a date and an answer to "how much" a sum; this file finds them, with their offsets and
with the noun that a number counts. It refuses to read a label for a count: "Exhibit 2", "Senate Bill 12", a year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from answer.questions.reading.words import STOP, content_words, fold, stem, word_list, word_set
from extract.language.dates import find_periods
from extract.language.money import find_money

SpanKind = Literal["date", "money", "percent", "count", "url", "email", "phone"]

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PERCENT = re.compile(rf"\b({_FIGURE}) ?(?:%|percent\b|per cent\b)")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;)]")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}(?!\d)")
_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = {w: 10 * n for n, w in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)}
_NUMBER_WORD = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_UNITS[1:10])}))?|({'|'.join(_UNITS)}))\b", re.IGNORECASE
)
_COUNT = re.compile(rf"(?<![\w$.,/-])({_FIGURE})\+?(?![\w%/]|[.,]\d)")
_LABEL_BEFORE = re.compile(r"[A-Z][\w.]*[ #]\s?$|[#§]\s?$")
_LABEL_NOUNS = word_set("phase page exhibit appendix attachment item section table figure footnote no number")
_CLAUSE_END = re.compile(
    r"[;:!?()]|\.(?= [A-Z]|$)|, | – | — |\b(?:from|of|in|for|with|to|at|by|across|on|that|who"
    r"|which|is|are|was|were|has|have|will"
    r"|and|or|under|into|per|after|before|since|during)\b(?!-)"
)
_ADJECTIVES = re.compile(r"^(?:[\w-]+, [\w-]+,? and |[\w-]*[^\Ws] and )(?=[a-z][\w-]* [a-z])")
_OUT_OF = re.compile(r"^(?:out )?of (?:the |its |all )?(?:[\d,]+ |\w+ty |\w+ )??(?=\w)")


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of a sentence. ``nouns`` are the stems of what a number counts, nearest first."""

    kind: SpanKind
    text: str
    start: int
    end: int
    value: Decimal | None = None
    nouns: tuple[str, ...] = ()


@lru_cache(maxsize=4_096)
def text_to_spans(text: str) -> tuple[Span, ...]:
    """Every typed span of ``text`` in order, none overlapping another.

    "Ridership rose 12% to 3,400 riders in May 2024" holds a percentage, a count (of riders) and a date.
    """
    taken: list[Span] = []
    for span in _all_spans(text):
        if all(span.end <= other.start or span.start >= other.end for other in taken):
            taken.append(span)
    return tuple(sorted(taken, key=lambda s: s.start))


def spans_of(text: str, *kinds: SpanKind) -> tuple[Span, ...]:
    return tuple(span for span in text_to_spans(text) if span.kind in kinds)


def word_to_number(word: str) -> int | None:
    """ "nine" is 9, "twenty-two" is 22, "7" is 7; anything else is ``None``."""
    if word.isdigit():
        return int(word)
    found = _NUMBER_WORD.fullmatch(word)
    return _number_word_value(found) if found else None


def _all_spans(text: str) -> Iterator[Span]:
    for found in _URL.finditer(text):
        yield Span("url", found.group(), found.start(), found.end())
    for found in _EMAIL.finditer(text):
        yield Span("email", found.group(), found.start(), found.end())
    for found in _PHONE.finditer(text):
        yield Span("phone", found.group(), found.start(), found.end())
    for money in find_money(text):
        yield Span(
            "money",
            text[money.start : money.end],
            money.start,
            money.end,
            money.money.amount,
            _counted(text, money.end),
        )
    for period in find_periods(text):
        yield Span("date", text[period.start : period.end], period.start, period.end)
    for found in _PERCENT.finditer(text):
        yield _number("percent", found, text, _figure(found.group(1)))
    for found in _COUNT.finditer(text):
        if not _is_label(text, found):
            yield _number("count", found, text, _figure(found.group(1)))
    for found in _NUMBER_WORD.finditer(text):
        yield _number("count", found, text, Decimal(_number_word_value(found)))


def _number(kind: SpanKind, found: re.Match[str], text: str, value: Decimal | None) -> Span:
    return Span(kind, found.group(), found.start(), found.end(), value, _counted(text, found.end()))


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _number_word_value(found: re.Match[str]) -> int:
    tens, unit, single = (part.lower() if part else None for part in found.groups())
    if single:
        return _UNITS.index(single)
    return _TENS[tens or ""] + (_UNITS.index(unit) if unit else 0)


def _is_label(text: str, found: re.Match[str]) -> bool:
    """ "Exhibit 2", "Measure 7": a capitalised word before the number and no plain noun after it."""
    before = text[: found.start()]
    last = re.search(r"(\w+)[ #]*$", before)
    if last and fold(last.group(1)) in _LABEL_NOUNS:
        return True
    after = re.match(r"\+? ([a-z][\w-]*)|\+? [A-Z]\w+ [A-Z]\w*s\b", text[found.end() :])
    counts_something = after is not None and (after.group(1) is None or after.group(1) not in STOP)
    starts_sentence = re.search(r"(?:^|[.!?:] )\w+ $", before)
    return bool(_LABEL_BEFORE.search(before)) and not counts_something and not starts_sentence


def _counted(text: str, end: int) -> tuple[str, ...]:
    """The stems of the words after a number, up to the clause's end: "more than 150 online courses" counts courses."""
    rest = text[end : end + 80].lstrip("+ ")
    rest = _ADJECTIVES.sub("", _OUT_OF.sub("", rest))
    words = [word for word in content_words(_CLAUSE_END.split(rest, maxsplit=1)[0]) if word_to_number(word) is None]
    return tuple(stem(word) for word in words[:5])
