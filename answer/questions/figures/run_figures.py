"""Figures from runs of labelled statements: their total, their mean, how they developed, what changed between two.

"First year: 12 pupils ...", "Second year: 15 pupils ...": the question must name the run by its headings and what is
counted by its noun. A run in which a statement lacks the figure is not added up.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from answer.questions.figures.arithmetic import is_round, plain
from answer.questions.figures.before_after import change_answer
from answer.questions.figures.series import Point, Run, find_runs
from answer.questions.reading.operations import TALK
from answer.questions.reading.words import covers, stem, stems
from answer.questions.reply import Case, answered
from records.answer import Answer
from records.place import Place

_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth|sixth|last)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:did|has|have|was|is) (?:the |its )?(?:number of )?(.{3,60}?) (?:in|of|at|for|over"
    r"|from|between|chang|grow|grew|increas|ris|rose|evolv|develop|mov|improv|declin|fall|fell)",
    re.IGNORECASE,
)
_VAGUE = stems("year rate quarter phase number")


def run_answer(case: Case) -> Answer | None:
    """ "How many pupils were there over the two years?", "How did the pass rate develop?" """
    found = _run_of(case)
    if found is None:
        return None
    run, points = found
    whole = len(run.points) == run.length
    match case.asked.operation:
        case "total" if whole and points[0].span.kind == "count":
            return _total(case, points)
        case "average" if whole:
            return _mean(case, points)
        case "series" if whole or len(points) == len(_ORDINAL.findall(case.asked.text)) > 1:
            return _series(case, points)
        case "difference" | "percent_change":
            labels = _labels((points[0], points[-1]))
            return change_answer(case, points[0].span, points[-1].span, _places((points[0], points[-1])), note=labels)
        case _:
            return None


def _run_of(case: Case) -> tuple[Run, tuple[Point, ...]] | None:
    """The one run that gives what is asked; ``None`` where two do."""
    for measure in _measures(case):
        runs = [run for run in find_runs(case.memo, measure) if _speaks_of(case, run, measure)]
        if len(runs) == 1:
            return runs[0], _chosen(case, runs[0].points)
        if runs:
            return None
    return None


def _measures(case: Case) -> Iterator[tuple[str, ...]]:
    """What the run may count, the likeliest first: the noun that is asked for, the one after the verb, any other."""
    asked = case.asked
    if asked.head:
        yield asked.head
        yield asked.head[:1]
    found = _MEASURE.search(asked.text)
    words = [stem(word) for word in found.group(1).lower().split()] if found else []
    common = [term.stem for term in asked.terms if not term.named and term.stem not in TALK]
    named = tuple(word for word in words if word in common)
    if named:
        yield named
    yield from pairwise(term.stem for term in asked.terms if term.stem not in TALK - _VAGUE)
    yield from ((word,) for word in common if word not in _VAGUE)


def _speaks_of(case: Case, run: Run, measure: tuple[str, ...]) -> bool:
    """The run's headings and statements account for the whole question, and its length for the years asked about."""
    trail = frozenset().union(*(stems(title) for title in run.trail))
    said = stems(" ".join((*(point.label for point in run.points), *(p.quote for p in _places(run.points)))))
    gate = case.gate
    heading = trail | gate.context
    named = all(
        covers(t.stem, heading | said if t.stem in _ORDINALS else heading | frozenset(measure))
        or gate.weights.is_everywhere(t)
        for t in case.asked.terms
        if t.named
    )
    known = heading | said | TALK | frozenset(measure[-1:])
    rest = [t for t in case.asked.terms if not covers(t.stem, known) and not gate.weights.is_everywhere(t)]
    about = any(covers(t.stem, trail) for t in case.asked.terms)
    lengths = [number for number in case.asked.numbers if number != case.asked.wanted]
    return named and about and not rest and all(number == run.length for number in lengths)


_ORDINALS = stems("first second third fourth fifth sixth last")


def _chosen(case: Case, points: Sequence[Point]) -> tuple[Point, ...]:
    """The points whose labels the question names ("from the first to the third year"), else all."""
    asked = {word.lower() for word in _ORDINAL.findall(case.asked.text)} - {"last"}
    chosen = tuple(p for p in points if any(word in p.label.lower() for word in asked) or p.label in case.asked.text)
    return chosen if len(chosen) >= 2 else tuple(points)


def _total(case: Case, points: Sequence[Point]) -> Answer | None:
    total = sum((point.value for point in points), Decimal())
    working = " + ".join(plain(point.value) for point in points)
    text = f"{plain(total)} ({working}), counting {_labels(points)}."
    return answered(case, text, _places(points), method="computed", confidence=0.78, values=[plain(total)],
                    working=f"{working} = {plain(total)}")  # fmt: skip


def _mean(case: Case, points: Sequence[Point]) -> Answer | None:
    mean = sum((point.value for point in points), Decimal()) / len(points)
    unit = "%" if points[0].span.kind == "percent" else ""
    value = f"{plain(mean)}{unit}"
    working = f"({' + '.join(_shown(point) for point in points)}) / {len(points)}"
    about = "" if is_round(mean) else "About "
    text = f"{about}{value} ({working}), counting {_labels(points)}."
    return answered(case, text, _places(points), method="computed", confidence=0.72, values=[value],
                    working=f"{working} = {value}")  # fmt: skip


def _series(case: Case, points: Sequence[Point]) -> Answer | None:
    values = [_shown(point) for point in points]
    text = f"{', then '.join(values)} ({_labels(points)})."
    return answered(case, text, _places(points), method="computed", confidence=0.8, values=values,
                    working="; ".join(f"{p.label}: {_shown(p)}" for p in points))  # fmt: skip


def _shown(point: Point) -> str:
    return f"{plain(point.value)}{'%' if point.span.kind == 'percent' else ''}"


def _labels(points: Sequence[Point]) -> str:
    return ", ".join(point.label for point in points)


def _places(points: Sequence[Point]) -> list[Place]:
    return [place for point in points for place in point.places]
