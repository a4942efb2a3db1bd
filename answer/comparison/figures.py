"""Figures and definitions that both memos state, and that differ.

Figures are paired by the sentences they stand in, then by the records that name their subject; with two readings
nothing is claimed. A figure that the later memo states is never a silent change. Numbers up to three are words of the
sentence rather than figures ("the two groups").
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from answer.comparison.names import fold_name, name_stems
from answer.comparison.silence import is_definition_change_mentioned
from answer.comparison.statements import Statement, is_common_heading
from answer.comparison.told_figures import Figure, FigurePair, pair_figures
from records.comparison import Change
from records.facts import Definition, Metric, Project
from records.memo import Memo

T = TypeVar("T")
_LEAST_COUNT = 3
_SPAN = re.compile(r"(?:days?|weeks?|months?|quarters?|years?)\b", re.IGNORECASE)
_CHOSEN = re.compile(r"(?:largest|biggest|smallest|top|leading|most|main|principal|longest|costliest)\b", re.IGNORECASE)


def figures_to_changes(
    old: Memo,
    new: Memo,
    *,
    old_statements: Sequence[Statement],
    new_statements: Sequence[Statement],
    ended: Sequence[Project] = (),
) -> Iterator[Change]:
    """Each figure that has another value in the later memo, once.

    ``ended`` are projects of the earlier memo that were merged or split: what the later memo counts is no longer what
    the earlier one counted of them, so their figures are not compared.
    """
    old_statements = [statement for statement in old_statements if not _is_about(statement, ended)]
    seen = set()
    records = _by_value(old.metrics), _by_value(new.metrics)
    for pair in pair_figures(old_statements, new_statements):
        if pair.old.value != pair.new.value and not _is_no_figure(pair):
            seen.add((pair.old.value, pair.new.value))
            yield _pair_to_change(pair, *records)
    names = {fold_name(project.project) for project in ended}
    metrics = [metric for metric in old.metrics if fold_name(metric.subject or "") not in names]
    for change, values in _metrics_to_changes(metrics, new.metrics):
        if values not in seen:
            yield change


def _is_about(statement: Statement, projects: Sequence[Project]) -> bool:
    """``The portal received 900 requests`` under ``Residents`` is about the ``Resident Request Portal``: all words of
    its name stand there."""
    said = {*name_stems(statement.text), *name_stems(statement.section)}
    return any(len(stems) > 1 and said.issuperset(stems) for p in projects for stems in [name_stems(p.project)])


def _is_no_figure(pair: FigurePair) -> bool:
    """``two groups``, ``the seven largest projects`` (how many the writer chose to list), ``two months`` in words."""
    if pair.new.kind != "count":
        return False
    if any(_SPAN.match(figure.noun) and not figure.text[-1].isdigit() for figure in (pair.old, pair.new)):
        return True
    chosen = any(_CHOSEN.match(figure.noun) for figure in (pair.old, pair.new))
    return chosen or max(pair.old.value, pair.new.value) <= _LEAST_COUNT


Records = Mapping[Decimal, Sequence[Metric]]


def _by_value(metrics: Sequence[Metric]) -> Records:
    found: dict[Decimal, list[Metric]] = {}
    for metric in metrics:
        found.setdefault(metric.value, []).append(metric)
    return found


def _pair_to_change(pair: FigurePair, old: Records, new: Records) -> Change:
    return Change(
        kind="metric_changed",
        field=_label(pair, old, new),
        old=_shown(pair.old),
        new=_shown(pair.new),
        confidence=round(min(1.0, pair.likeness), 4),
        evidence_old=pair.old.statement.places[:1],
        evidence_new=pair.new.statement.places[:1],
    )


def _shown(figure: Figure) -> str:
    return f"{figure.text} {figure.noun if figure.kind == 'count' else ''}".strip()


def _label(pair: FigurePair, old: Records, new: Records) -> str:
    """What is measured, as the records of both figures have it; what only one of them says is left out."""
    before, after = _record_of(pair.old, old), _record_of(pair.new, new)
    kinds = {"money": "amount", "percent": "share", "count": pair.new.noun or "number"}
    plain = kinds[pair.new.kind]
    if before is None or after is None:
        return _joined(pair.new.statement.section, plain)
    shared = set(name_stems(before.measure)) & set(name_stems(after.measure))
    subject = after.subject if before.subject and fold_name(before.subject) == fold_name(after.subject or "") else None
    return _joined(subject, after.measure if shared else plain)


def _record_of(figure: Figure, records: Records) -> Metric | None:
    pages = {place.page for place in figure.statement.places}
    return next((m for m in records.get(figure.value, ()) if pages & {p.page for p in m.places}), None)


def _joined(subject: str | None, measure: str) -> str:
    """``Ferries: riders``; a heading that any memo may have ("At a Glance") is no subject."""
    return f"{subject}: {measure}" if subject and not is_common_heading(subject) else measure


def _metrics_to_changes(old: Sequence[Metric], new: Sequence[Metric]) -> Iterator[tuple[Change, tuple[object, object]]]:
    """Records whose subject, measure and unit agree word for word, each stated once."""
    for before, after in _pairs_by_key([(_metric_key(m), m) for m in old], [(_metric_key(m), m) for m in new]):
        counted = after.unit not in ("%", "USD")
        if before.value == after.value or (counted and max(before.value, after.value) <= _LEAST_COUNT):
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


def definitions_to_changes(
    old: Sequence[Definition], new: Sequence[Definition], statements: Sequence[Statement]
) -> Iterator[Change]:
    """``statements`` are the later memo's."""
    for before, after in _pairs_by_key([(fold_name(d.term), d) for d in old], [(fold_name(d.term), d) for d in new]):
        if fold_name(before.meaning) == fold_name(after.meaning):
            continue
        yield Change(
            kind="definition_changed",
            field=after.term,
            old=before.meaning,
            new=after.meaning,
            silent=not is_definition_change_mentioned(after, statements),
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
