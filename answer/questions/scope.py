"""Which memos a question may be answered from: its own filters first, then the years and bodies that it names.

Years are never blended: the memos come back latest first, and the caller answers from one of them. A year that no memo
in the library is of restricts nothing, since it may be a year that a memo speaks about.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from answer.questions.question_parse import Asked
from answer.questions.status_words import asked_statuses
from answer.questions.words import stems
from extract.language.dates import find_periods
from records.answer import Question
from records.identity import Decision
from records.library import MemoEntry
from records.memo import Memo
from records.passage import Hit


class Shelf(Protocol):
    """What this room needs of ``index.library.Library``."""

    def memos(self) -> tuple[MemoEntry, ...]: ...

    def memo(self, memo_id: str, /) -> Memo: ...

    def entry(self, wanted: str, /) -> MemoEntry: ...

    def decisions(self) -> tuple[Decision, ...]: ...

    def search(self, query: str, *, memos: Sequence[str] | None = None, limit: int = 10) -> tuple[Hit, ...]: ...

    def likeness(self, text: str, others: tuple[str, ...]) -> Sequence[float]: ...


_MEMO_OF = re.compile(r"\b(?:memo|memorandum|report|update)\b", re.IGNORECASE)
_BESIDE_BODY = re.compile(
    r"\b(?:committees?|councils?|boards?|commissions?|memos?|memorand(?:um|a)|reports?|updates?|tables?|projects?|schemes?"
    r"|initiatives?|lists?)\b",
    re.IGNORECASE,
)
"""A body's word names the body only beside one of these: "the Utilities Board", "the transit projects"."""
_BODY_WORDS = stems("committee council board commission city public")
_COLOURS = {"red", "red_yellow", "yellow", "yellow_green", "green", "on_hold"}
_TURNS = re.compile(r"\b(?:turn\w*|bec[ao]me\w*|chang\w*|mov\w+|went|since|improv\w*|worsen\w*)\b", re.IGNORECASE)
"""What changed in a year is told by two memos, not by that year's alone."""


def memos_in_scope(question: Question, asked: Asked, library: Shelf) -> tuple[MemoEntry, ...]:
    """Latest first. A named memo alone; else all up to ``as_of``, narrowed to the body and year that are named."""
    if question.memo is not None:
        entry = library.entry(question.memo)
        return (entry,) if _is_early_enough(entry, question) else ()
    entries = [entry for entry in library.memos() if _is_early_enough(entry, question)]
    entries = _of_named_body(entries, asked)
    entries = _of_named_date(entries, asked)
    return tuple(sorted(entries, key=lambda e: (e.date is not None, e.date), reverse=True)) if entries else ()


def earlier_of_body(entry: MemoEntry, entries: Sequence[MemoEntry]) -> tuple[MemoEntry, ...]:
    """The memos of the same body, oldest first, ``entry`` among them."""
    same = [other for other in entries if other.body == entry.body]
    return tuple(sorted(same, key=lambda e: (e.date is not None, e.date)))


def _is_early_enough(entry: MemoEntry, question: Question) -> bool:
    return question.as_of is None or (entry.date is not None and entry.date <= question.as_of)


def _of_named_body(entries: Sequence[MemoEntry], asked: Asked) -> list[MemoEntry]:
    """Those whose body has a telling word in the question ("the Harbor Committee's memo"), if it singles some out."""
    bodies = {entry.body: stems(entry.body or "") - _BODY_WORDS for entry in entries}
    if len(bodies) < 2 or not _BESIDE_BODY.search(asked.text):
        return list(entries)
    told = {body: len(words & asked.stems) / len(words) for body, words in bodies.items() if words}
    best = max(told.values(), default=0.0)
    if best < 0.5:
        return list(entries)
    return [entry for entry in entries if told.get(entry.body, 0.0) == best]


def _of_named_date(entries: Sequence[MemoEntry], asked: Asked) -> list[MemoEntry]:
    """ "in the 2024 report", "the March 2024 memo": only where the date stands beside the word memo or report."""
    if len(set(asked.years)) > 1:
        return list(entries)
    for period in (span.period for span in find_periods(f"in {asked.text}")):
        close = re.search(rf"{re.escape(period.text.removeprefix('in '))}['’s]*,? (?:\w+ ){{0,3}}?{_MEMO_OF.pattern}"
                          rf"|{_MEMO_OF.pattern} (?:of|from|dated|for|in)(?: the)? {re.escape(period.text)}",
                          asked.text, re.IGNORECASE)  # fmt: skip
        chosen = [
            e for e in entries if e.date and period.first and period.last and period.first <= e.date <= period.last
        ]
        if close:
            return chosen
    return _of_bare_year(entries, asked)


def _of_bare_year(entries: Sequence[MemoEntry], asked: Asked) -> list[MemoEntry]:
    """ "the 2024 report", "in the report for 2024" where the year stands alone."""
    for year in asked.years:
        if re.search(rf"\b{year}\b['’s]*,? (?:\w+ ){{0,3}}?{_MEMO_OF.pattern}|{_MEMO_OF.pattern} (?:of|from|for"
rf"|in) {year}\b",
                     asked.text, re.IGNORECASE):  # fmt: skip
            return [entry for entry in entries if entry.date and entry.date.year == year]
    return _of_status_year(entries, asked)


def _of_status_year(entries: Sequence[MemoEntry], asked: Asked) -> list[MemoEntry]:
    """ "Which projects were red in 2023?": a colour is what the memo of that year gave, where there is one."""
    statuses = set(asked_statuses(asked.text))
    if len(set(asked.years)) != 1 or not statuses or not statuses <= _COLOURS or _TURNS.search(asked.text):
        return list(entries)
    return [entry for entry in entries if entry.date and entry.date.year == asked.years[0]] or list(entries)
