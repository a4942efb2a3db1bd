"""The figures of a memo's sentences, each with what it counts and the words around it: two memos' figures side by side.

A figure of one memo and one of another are the same where they are of one kind, count the same thing and stand in
sentences of the same content. Dates, labels and numbers of pages are no figures.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from answer.checks.hedges import read_hedge
from answer.comparison.names import name_stems
from answer.comparison.statements import Statement
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import STOP, content_words, stem, word_set

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

MOST_SENTENCES = 4_000
"""In either text. Two texts longer than that are data, not memos: their figures are not paired (and a note says so)."""

_LEAST = 0.45
_LEAST_ALONE = 0.25
_FAR_BEHIND = 0.65
_MARGIN = 0.08
_SAME_NOUN = 0.2
_HEADING_SHARE = 0.5
_OUTSIDE_SHARE = 0.5
_CLAUSE_END = re.compile(r"[,;:](?=\s)")
_TIME_WORDS = word_set(
    "january february march april may june july august september october november december quarter month year week "
    "spring summer fall autumn winter annual quarterly yearly last previous since"
)
_IRREGULAR = {word: stem("spend") for word in ("spent", "spending", "spend", "spends")}
_OF = re.compile(r"^\+?\s(?:out\s)?of\s(?:the\s|its\s|all\s)?[\d,]+", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[^s]s|people|staff|children|men)$", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\d\+?\s(?:out\s)?of\s(?:the\s|its\s|all\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``text`` has the memo's hedge; ``part`` tells the first from the second number of ``9,300 of 31,000 meters``."""

    value: Decimal
    text: str
    kind: Literal["money", "percent", "count"]
    counted: tuple[str, ...]
    noun: str
    part: Literal["part", "whole", ""]
    start: int
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePair:
    old: Figure
    new: Figure
    likeness: float


def statement_to_figures(statement: Statement) -> Iterator[Figure]:
    """``Crews replaced over 300 of 900 hydrants for $2 million`` -> three figures."""
    text = statement.text
    for span in spans_of(text, "money", "percent", "count"):
        if span.value is None:
            continue
        part: Literal["part", "whole", ""] = ""
        if span.kind == "count":
            part = "part" if _OF.match(text[span.end :]) else "whole" if _OF_BEFORE.search(text[: span.start]) else ""
        yield Figure(
            value=span.value,
            text=_hedge_words(text, span.start) + span.text,
            kind=span.kind,  # type: ignore[arg-type]
            counted=span.nouns[:3],
            noun=_noun(text, span.end, len(span.nouns[:3])),
            part=part,
            start=span.start,
            statement=statement,
        )


def pair_figures(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[FigurePair, ...]:
    """The same figures of two memos, each at most once; what fits two of them nearly as well is left out."""
    from scipy.optimize import linear_sum_assignment

    left = [figure for statement in old for figure in statement_to_figures(statement)]
    right = [figure for statement in new for figure in statement_to_figures(statement)]
    if not left or not right or are_too_long(old, new):
        return ()
    scores = _likeness(left, right)
    rows, columns = linear_sum_assignment(-np.where(scores >= _LEAST_ALONE, scores, 0.0))
    return tuple(
        FigurePair(old=left[row], new=right[column], likeness=float(scores[row, column]))
        for row, column in zip(rows, columns, strict=True)
        if _is_clear(scores, int(row), int(column), counted=left[row].kind == "count")
    )


def are_too_long(old: Sequence[Statement], new: Sequence[Statement]) -> bool:
    return max(len(old), len(new)) > MOST_SENTENCES


def find_same(figure: Figure, others: Sequence[Statement]) -> Figure | None:
    """The one figure of another memo's statements that is this one there."""
    left = [other for statement in others for other in statement_to_figures(statement)]
    if not left:
        return None
    scores = _likeness(left, [figure])
    row = int(scores[:, 0].argmax())
    return left[row] if scores[row, 0] >= _LEAST and not _has_a_rival(scores, row, 0) else None


def _likeness(left: Sequence[Figure], right: Sequence[Figure]) -> Matrix:
    """For every pair: how alike the sentences are, and a little more where the same noun is counted; 0 where the two
    cannot be one figure."""
    scores = _cosines([_context(figure) for figure in left], [_context(figure) for figure in right])
    scores = scores + _SAME_NOUN * _equal([f.counted[:1] for f in left], [f.counted[:1] for f in right], but=())
    same_kind = _equal([(f.kind, f.part) for f in left], [(f.kind, f.part) for f in right], but=None)
    return np.where(same_kind & _may_count_the_same(left, right), scores, 0.0)


def _may_count_the_same(left: Sequence[Figure], right: Sequence[Figure]) -> Mask:
    """Counts must share a noun; money and percentages need none."""
    shared = _weighted([dict.fromkeys(f.counted, 1.0) for f in left], [dict.fromkeys(f.counted, 1.0) for f in right])
    free = np.array([figure.kind != "count" for figure in left])
    allowed: Mask = (shared > 0) | free[:, None]
    return allowed


def _equal(left: Sequence[object], right: Sequence[object], *, but: object) -> Mask:
    codes = {value: number for number, value in enumerate(dict.fromkeys((*left, *right)))}
    a, b = np.array([codes[value] for value in left]), np.array([codes[value] for value in right])
    same: Mask = (a[:, None] == b[None, :]) & (a != codes.get(but, -1))[:, None]
    return same


def _context(figure: Figure) -> dict[str, float]:
    """The sentence's words, at half their weight those outside the figure's own clause and of the heading above.

    When it was counted is no part of what was: months, quarters and years are left out.
    """
    statement = figure.statement
    first, last = _clause(statement.text, figure.start)
    words = {word: _HEADING_SHARE for word in name_stems(statement.section) if statement.section}
    words |= _weighed(statement.text[:first] + " " + statement.text[last:], _OUTSIDE_SHARE)
    return words | _weighed(statement.text[first:last], 1.0)


def _weighed(text: str, weight: float) -> dict[str, float]:
    plain = (word for word in content_words(text) if not word[0].isdigit() and word not in _TIME_WORDS)
    return {_IRREGULAR.get(word, stem(word)): weight for word in plain}


def _clause(text: str, at: int) -> tuple[int, int]:
    """From the last comma, semicolon or colon before ``at`` to the next one; not one inside a number."""
    breaks = [match.end() for match in _CLAUSE_END.finditer(text)]
    return max((end for end in breaks if end <= at), default=0), min(
        (end for end in breaks if end > at), default=len(text)
    )


def _cosines(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> Matrix:
    """Rare words weigh more; rare is what few figures of both memos have beside them."""
    seen = Counter(word for bag in (*left, *right) for word in bag)
    rarity = {word: math.log((len(left) + len(right) + 1) / (count + 0.5)) for word, count in seen.items()}

    def unit(bag: dict[str, float]) -> dict[str, float]:
        length = math.sqrt(sum((share * rarity[word]) ** 2 for word, share in bag.items()))
        return {word: share * rarity[word] / length for word, share in bag.items()} if length else {}

    return _weighted([unit(bag) for bag in left], [unit(bag) for bag in right])


def _weighted(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> Matrix:
    """Every bag of words against every other: sums of the products of their weights."""
    from scipy.sparse import csr_array

    columns = {word: number for number, word in enumerate(dict.fromkeys(w for bag in (*left, *right) for w in bag))}

    def rows(bags: Sequence[dict[str, float]]) -> Any:
        cells = [(row, columns[word], weight) for row, bag in enumerate(bags) for word, weight in bag.items()]
        places, at, weights = ([cell[part] for cell in cells] for part in range(3))
        return csr_array((weights, (places, at)), shape=(len(bags), max(1, len(columns))), dtype=np.float64)

    product: Matrix = (rows(left) @ rows(right).T).toarray()
    return product


def _is_clear(scores: Matrix, row: int, column: int, *, counted: bool) -> bool:
    """A sum or a percentage that is little alike is the same where nothing else comes near."""
    score = float(scores[row, column])
    if score >= _LEAST:
        return not _has_a_rival(scores, row, column)
    if counted or score < _LEAST_ALONE:
        return False
    close = score * _FAR_BEHIND
    return int((scores[row] >= close).sum()) == 1 == int((scores[:, column] >= close).sum())


def _has_a_rival(scores: Matrix, row: int, column: int) -> bool:
    close = scores[row, column] - _MARGIN
    return int((scores[row] >= close).sum()) > 1 or int((scores[:, column] >= close).sum()) > 1


def _hedge_words(text: str, start: int) -> str:
    """``nearly `` before ``nearly 65 percent``, as written."""
    words = re.search(r"(?:[A-Za-z]+\s){1,3}$", text[:start])
    tail = words.group() if words else ""
    while tail and read_hedge(tail.partition(" ")[2]) == read_hedge(tail):
        tail = tail.partition(" ")[2]
    return tail if tail and read_hedge(tail) != "none" else ""


def _noun(text: str, end: int, words: int) -> str:
    """``new meters`` of ``14 new meters were set``, ``employees`` of ``52 employees finished the course``."""
    match = re.match(r"\+?\s(?:of\s(?:the\s)?[\d,]+\s)?((?:[A-Za-z’'-]+\s?){1,3})", text[end:]) if words else None
    noun: list[str] = []
    for word in match.group(1).split()[:words] if match else ():
        if word.lower() in STOP:
            break
        noun.append(word)
        if _PLURAL.search(word):
            break
    return " ".join(noun)
