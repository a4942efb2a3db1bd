"""Figures and definitions that both memos state, and that differ.

Figures are paired by the sentences they stand in, then by the records that name their subject; with two readings
nothing is claimed. A figure that the later memo states is never a silent change. Numbers up to three are words of the
sentence rather than figures ("the two groups").
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from answer.names import fold_name, name_stems
from answer.silence import is_definition_change_mentioned
from answer.statements import Statement, is_common_heading
from answer.told_figures import Figure, FigurePair, pair_figures
from records.comparison import Change
from records.facts import Definition, Metric
from records.memo import Memo

T = TypeVar("T")
_LEAST_COUNT = 3


def figures_to_changes(
    old: Memo, new: Memo, *, old_statements: Sequence[Statement], new_statements: Sequence[Statement]
) -> Iterator[Change]:
    """Each figure that has another value in the later memo, once."""
    seen = set()
    for pair in pair_figures(old_statements, new_statements):
        if pair.old.value != pair.new.value and not _is_small(pair):
            seen.add((pair.old.value, pair.new.value))
            yield _pair_to_change(pair, new)
    for change, values in _metrics_to_changes(old.metrics, new.metrics):
        if values not in seen:
            yield change


def _is_small(pair: FigurePair) -> bool:
    return pair.new.kind == "count" and max(pair.old.value, pair.new.value) <= _LEAST_COUNT


def _pair_to_change(pair: FigurePair, new: Memo) -> Change:
    return Change(
        kind="metric_changed",
        field=_label(pair.new, new),
        old=_shown(pair.old),
        new=_shown(pair.new),
        confidence=round(min(1.0, pair.likeness), 4),
        evidence_old=pair.old.statement.places[:1],
        evidence_new=pair.new.statement.places[:1],
    )


def _shown(figure: Figure) -> str:
    return f"{figure.text} {figure.noun if figure.kind == 'count' else ''}".strip()


def _label(figure: Figure, memo: Memo) -> str:
    """The heading and what is measured, as the record of the figure has it, if there is one."""
    pages = {place.page for place in figure.statement.places}
    for metric in memo.metrics:
        if metric.value == figure.value and pages & {place.page for place in metric.places}:
            return _joined(metric.subject, metric.measure)
    kinds = {"money": "amount", "percent": "share", "count": figure.noun or "number"}
    return _joined(figure.statement.section, kinds[figure.kind])


def _joined(subject: str | None, measure: str) -> str:
    """``Ferries: riders``; a heading that any memo may have ("At a Glance") is no subject."""
    return f"{subject}: {measure}" if subject and not is_common_heading(subject) else measure


def _metrics_to_changes(old: Sequence[Metric], new: Sequence[Metric]) -> Iterator[tuple[Change, tuple[object, object]]]:
    """Records whose subject, measure and unit agree word for word, each stated once."""
    for before, after in _pairs_by_key([(_metric_key(m), m) for m in old], [(_metric_key(m), m) for m in new]):
        if before.value == after.value:
            continue
        change = Change(
            kind="metric_changed",
            field=_joined(after.subject, after.measure),
            old=before.text,
            new=after.text,
            evidence_old=before.places[:1],
            evidence_new=after.places[:1],
        )
        yield change, (before.value, after.value)


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
