"""Figures and definitions that both memos state, and that differ.

Two figures are the same one where subject, measure and unit agree word for word (case and endings aside) and each memo
states it once; with two readings nothing is claimed.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from answer.names import fold_name, name_stems
from answer.silence import is_definition_change_mentioned, is_figure_change_mentioned
from records.comparison import Change
from records.facts import Definition, Metric

T = TypeVar("T")


def metrics_to_changes(old: Sequence[Metric], new: Sequence[Metric]) -> Iterator[Change]:
    for before, after in _pairs_by_key([(_metric_key(m), m) for m in old], [(_metric_key(m), m) for m in new]):
        if before.value == after.value:
            continue
        quote = after.places[0].quote if after.places else after.text
        yield Change(
            kind="metric_changed",
            field=": ".join(part for part in (after.subject, after.measure) if part),
            old=before.text,
            new=after.text,
            silent=not is_figure_change_mentioned(before.text, quote),
            evidence_old=before.places[:1],
            evidence_new=after.places[:1],
        )


def definitions_to_changes(old: Sequence[Definition], new: Sequence[Definition]) -> Iterator[Change]:
    for before, after in _pairs_by_key([(fold_name(d.term), d) for d in old], [(fold_name(d.term), d) for d in new]):
        if fold_name(before.meaning) == fold_name(after.meaning):
            continue
        quote = after.places[0].quote if after.places else after.meaning
        yield Change(
            kind="definition_changed",
            field=after.term,
            old=before.meaning,
            new=after.meaning,
            silent=not is_definition_change_mentioned(quote),
            evidence_old=before.places[:1],
            evidence_new=after.places[:1],
        )


def _metric_key(metric: Metric) -> Hashable:
    return (
        frozenset(name_stems(metric.subject)) if metric.subject else None,
        frozenset(name_stems(metric.measure)),
        frozenset(name_stems(metric.unit)) or metric.unit,
    )


def _pairs_by_key(old: Sequence[tuple[Hashable, T]], new: Sequence[tuple[Hashable, T]]) -> Iterator[tuple[T, T]]:
    often_old, often_new = Counter(key for key, _ in old), Counter(key for key, _ in new)
    before = dict(old)
    for key, after in new:
        if often_old[key] == often_new[key] == 1:
            yield before[key], after
