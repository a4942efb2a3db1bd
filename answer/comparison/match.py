"""Which project of one memo is which of another: one best assignment over both lists, with abstention.

A pair with a rival that would fit nearly as well is not claimed; it is handed back as ambiguous. What speaks for and
against a pair is gathered in ``evidence.py``, and ``explain_pair`` tells it to a person.
"""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from answer.comparison.evidence import fewer_candidates, gather_evidence
from answer.comparison.similarity import Matrix
from records.facts import Project

CLOSED = ("complete", "cancelled")

STATED = 8.0
"""Log-odds of a pair that a memo states outright ("formerly known as")."""

DOUBT = 0.4
"""A pair whose log-odds are no further from even than this is neither claimed nor denied."""

LIKELY = 0.55
"""What a pair must reach that is claimed only because hardly anybody else is left over: a false rename is worse than a
project that is told as gone and another as new, with a word that they may be one."""

POSSIBLE = -2.9
"""Below this two projects have hardly more in common than any two."""

MARGIN = 1.0
"""A rival this close (in log-odds) makes a pair ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``old`` and ``new`` are positions in the two lists."""

    old: int
    new: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """``ambiguous`` holds pairs that were best but not clearly so: nothing is claimed of any project in them.
    ``possible`` are pairs that are too unlikely even for that, yet each is the other's best of those left over.

    ``sure_old[i]`` is how sure it is that ``old[i]`` has no partner, were it left over; ``sure_new`` likewise.
    """

    pairs: tuple[Match, ...]
    ambiguous: tuple[Match, ...]
    possible: tuple[Match, ...] = ()
    sure_old: tuple[float, ...]
    sure_new: tuple[float, ...]

    def unclear_old(self) -> frozenset[int]:
        return frozenset(match.old for match in self.ambiguous)

    def unclear_new(self) -> frozenset[int]:
        return frozenset(match.new for match in self.ambiguous)


def match_projects(
    old: Sequence[Project],
    new: Sequence[Project],
    *,
    stated: Collection[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> Matching:
    """``stated`` are pairs that a memo or a person names as one project, ``apart`` those that a person says are not."""
    if not old or not new:
        return Matching(pairs=(), ambiguous=(), sure_old=(1.0,) * len(old), sure_new=(1.0,) * len(new))
    scores = _as_said(log_odds(old, new), stated, apart)
    return match_scores(_look_again(scores, old, new))


def match_scores(scores: Matrix) -> Matching:
    """``scores`` are log-odds, a row for each old project and a column for each new one; neither may be without any."""
    chosen = _assign(scores)
    unclear = _with_a_rival(scores, chosen) | {pair for pair in chosen if scores[pair] < DOUBT}
    return Matching(
        pairs=_to_matches(scores, [pair for pair in chosen if pair not in unclear]),
        ambiguous=_to_matches(scores, [pair for pair in chosen if pair in unclear]),
        possible=_to_matches(scores, _best_of_the_rest(scores, chosen)),
        sure_old=_sureness(scores, [column for _, column in chosen]),
        sure_new=_sureness(scores.T, [row for row, _ in chosen]),
    )


def _look_again(scores: Matrix, old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    """The scores, higher between the open projects that a first matching leaves over: they have fewer rivals."""
    sure = match_scores(scores).pairs
    taken_old, taken_new = {pair.old for pair in sure}, {pair.new for pair in sure}
    rows = [row for row, project in enumerate(old) if row not in taken_old and project.status not in CLOSED]
    columns = [column for column, project in enumerate(new) if column not in taken_new and project.status not in CLOSED]
    if not rows or not columns:
        return scores
    here = np.ix_(rows, columns)
    raised = scores.copy()
    raised[here] += fewer_candidates(old, new, rows, columns)
    short = (scores < DOUBT) & (raised < LIKELY)
    return np.where(short, np.minimum(raised, np.nextafter(DOUBT, 0.0)), raised)


def log_odds(old: Sequence[Project], new: Sequence[Project]) -> Matrix:
    scores: Matrix = np.sum(list(gather_evidence(old, new).values()), axis=0)
    return scores


def explain_pair(
    old: Sequence[Project], new: Sequence[Project], row: int, column: int
) -> tuple[tuple[str, float], ...]:
    """``(("name likeness", 2.1), ("description", 1.9), ("budget", -0.4), ...)``: what speaks most comes first.

    The whole lists are needed: a likeness counts by how rare it is in them. The sum is the pair's log-odds.
    """
    pieces = ((piece, round(float(scores[row, column]), 1)) for piece, scores in gather_evidence(old, new).items())
    return tuple(sorted((piece for piece in pieces if piece[1]), key=lambda piece: -abs(piece[1])))


def _as_said(scores: Matrix, stated: Collection[tuple[int, int]], apart: Collection[tuple[int, int]]) -> Matrix:
    """A stated pair leaves its two projects no other partner, unless two statements speak of the same project."""
    pairs = set(stated) - set(apart)
    often_row, often_column = Counter(row for row, _ in pairs), Counter(column for _, column in pairs)
    said = scores.copy()
    for row, column in pairs:
        if often_row[row] == often_column[column] == 1:
            said[row, :] = said[:, column] = -np.inf
    for row, column in pairs:
        said[row, column] = max(scores[row, column], STATED)
    for row, column in apart:
        said[row, column] = -np.inf
    return said


def _assign(scores: Matrix) -> list[tuple[int, int]]:
    """The set of pairs, each project once, with the highest sum of log-odds, without the clearly unlikely ones."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(-np.maximum(scores + DOUBT + _tie_break(scores.shape), 0.0))
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if scores[r, c] > -DOUBT]


def _tie_break(shape: tuple[int, ...]) -> Matrix:
    """So little that it decides between equals alone: by their order, and the same whichever memo is the earlier."""
    row, column = np.indices(shape)
    little: Matrix = -1e-9 * (row + column) + 1e-12 * row * column
    return little


def _best_of_the_rest(scores: Matrix, chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of projects that nobody took, each the best that the other could have."""
    rows = np.setdiff1d(np.arange(scores.shape[0]), [row for row, _ in chosen])
    columns = np.setdiff1d(np.arange(scores.shape[1]), [column for _, column in chosen])
    if not rows.size or not columns.size:
        return []
    rest = scores[np.ix_(rows, columns)]
    mutual = (rest >= rest.max(axis=1, keepdims=True)) & (rest >= rest.max(axis=0, keepdims=True)) & (rest > POSSIBLE)
    alone = mutual & (mutual.sum(axis=1, keepdims=True) == 1) & (mutual.sum(axis=0, keepdims=True) == 1)
    return [(int(rows[row]), int(columns[column])) for row, column in zip(*np.nonzero(alone), strict=True)]


def _to_matches(scores: Matrix, pairs: list[tuple[int, int]]) -> tuple[Match, ...]:
    return tuple(Match(old=old, new=new, confidence=round(_probability(scores[old, new]), 4)) for old, new in pairs)


def _with_a_rival(scores: Matrix, chosen: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs that could nearly as well be another: with a project left over, or by swapping partners with a pair."""
    free_rows = np.setdiff1d(np.arange(scores.shape[0]), [row for row, _ in chosen])
    free_columns = np.setdiff1d(np.arange(scores.shape[1]), [column for _, column in chosen])
    unclear = set()
    for row, column in chosen:
        rivals = np.concatenate([scores[row, free_columns], scores[free_rows, column]])
        if rivals.size and rivals.max() > max(0.0, scores[row, column] - MARGIN):
            unclear.add((row, column))
    return unclear | _swappable(scores, chosen)


def _swappable(scores: Matrix, chosen: list[tuple[int, int]]) -> set[tuple[int, int]]:
    rows, columns = [row for row, _ in chosen], [column for _, column in chosen]
    table = scores[np.ix_(rows, columns)]
    own = np.diag(table)
    swapped = table + table.T
    close = (swapped > own[:, None] + own[None, :] - MARGIN) & (np.minimum(table, table.T) > 0)
    np.fill_diagonal(close, val=False)
    return {pair for pair, near in zip(chosen, close, strict=True) if near.any()}


def _sureness(scores: Matrix, taken: list[int]) -> tuple[float, ...]:
    """How unlikely each row's best partner is among the columns that nobody took."""
    free = np.delete(scores, taken, axis=1)
    best = free.max(axis=1) if free.shape[1] else np.full(len(scores), -np.inf)
    return tuple(round(1 - _probability(score), 4) for score in best)


def _probability(score: float) -> float:
    return 0.0 if score < -700 else 1 / (1 + math.exp(-float(score)))
