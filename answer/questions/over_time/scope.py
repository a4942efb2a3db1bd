"""Which memos a question may be answered from: its own filters first, then the committee, city or office it names.

A name that two committees' memos share narrows nothing. Which memo of a committee is meant is for ``time_words``.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from answer.questions.over_time.listing import entries_to_listing
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.time_words import oldest_first
from answer.questions.reading.words import content_words, fold, stems
from index.kept import Kept
from records.answer import Question
from records.identity import Decision
from records.library import MemoEntry
from records.memo import Memo
from records.passage import Hit


class Shelf(Protocol):
    """What this room needs of ``index.library.Library``."""

    def memos(self) -> tuple[MemoEntry, ...]: ...

    def memo(self, memo_id: str, /) -> Memo: ...

    def names(self, memos: Sequence[str], /) -> Sequence[tuple[tuple[str, ...], ...]]: ...

    def entry(self, wanted: str, /) -> MemoEntry: ...

    def decisions(self) -> tuple[Decision, ...]: ...

    def search(self, query: str, *, memos: Sequence[str] | None = None, limit: int = 10) -> tuple[Hit, ...]: ...

    def memos_near(self, query: str, *, memos: Sequence[str] | None = None, limit: int = 10) -> Sequence[str]: ...

    def likeness(self, text: str, others: tuple[str, ...]) -> Sequence[float]: ...


_BESIDE_BODY = re.compile(
    r"\b(?:committees?|councils?|boards?|commissions?|memos?|memorand(?:um|a)|reports?|updates?|tables?|projects?"
    r"|schemes?"
    r"|initiatives?|lists?|program(?:me)?s?)\b",
    re.IGNORECASE,
)
"""A body's word names the body only beside one of these: "the Utilities Board", "the transit projects"."""
_BODY_WORDS = stems("committee council board commission city public")
_HEAD_BLOCKS = 8
_HEADS: Kept[MemoEntry, str] = Kept(most=1000)
"""Every question that names something is held against the heads of all committees' latest memos."""


def memos_in_scope(question: Question, asked: Asked, library: Shelf) -> tuple[MemoEntry, ...]:
    """Latest first. A named memo alone; else all up to ``as_of``, narrowed to the body or city that is named."""
    if question.memo is not None:
        entry = library.entry(question.memo)
        return (entry,) if _is_early_enough(entry, question) else ()
    entries = entries_to_listing(library.memos()).entries
    if question.as_of is not None:
        entries = tuple(entry for entry in entries if _is_early_enough(entry, question))
    return tuple(_of_named_body(_of_named_place(entries, asked, library), asked))


def earlier_of_body(entry: MemoEntry, entries: Sequence[MemoEntry]) -> tuple[MemoEntry, ...]:
    """The memos of the same body, oldest first, ``entry`` among them."""
    same = [other for other in entries if other.body == entry.body]
    return oldest_first(same)


def _is_early_enough(entry: MemoEntry, question: Question) -> bool:
    return question.as_of is None or (entry.date is not None and entry.date <= question.as_of)


def _of_named_place(entries: Sequence[MemoEntry], asked: Asked, library: Shelf) -> Sequence[MemoEntry]:
    """Those of the one body in whose latest memo's head a name of the question stands: "Harbor Office",
    "Quillmouth"."""
    names = [name for name in asked.names if content_words(name)]
    latest = {entry.body: entry for entry in reversed(entries)} if names else {}
    if len(latest) < 2:
        return entries
    heads = {body: _head(entry, library) for body, entry in latest.items()}
    for name in names:
        wanted = rf"\b{re.escape(fold(name).removesuffix(chr(39) + 's'))}\b"
        bodies = [body for body, head in heads.items() if re.search(wanted, head)]
        if len(bodies) == 1:
            return [entry for entry in entries if entry.body == bodies[0]]
    return entries


def _head(entry: MemoEntry, library: Shelf) -> str:
    return _HEADS.get(entry, lambda: _memo_to_head(library.memo(entry.id)))


def _memo_to_head(memo: Memo) -> str:
    """What stands above a memo: its first blocks, what every page repeats, and its letterhead."""
    letterhead = memo.letterhead
    stated = (letterhead.body, letterhead.to, letterhead.from_, letterhead.district)
    blocks = (*memo.document.blocks[:_HEAD_BLOCKS], *memo.document.furniture)
    return fold(" | ".join((*(part for part in stated if part), *(block.text for block in blocks))))


def _of_named_body(entries: Sequence[MemoEntry], asked: Asked) -> Sequence[MemoEntry]:
    """Those whose body has a telling word in the question ("the Harbor Committee's memo"), if it singles some out."""
    if not _BESIDE_BODY.search(asked.text):
        return entries
    bodies = {body: stems(body or "") - _BODY_WORDS for body in {entry.body for entry in entries}}
    if len(bodies) < 2:
        return entries
    told = {body: len(words & asked.stems) / len(words) for body, words in bodies.items() if words}
    best = max(told.values(), default=0.0)
    if best < 0.5:
        return entries
    return [entry for entry in entries if told.get(entry.body, 0.0) == best]
