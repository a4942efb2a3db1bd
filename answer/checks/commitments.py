"""Promises whose day has passed: in this memo itself, or made by an earlier memo and not heard of again.

A promise of an earlier memo counts as answered when a later one has a project or a sentence of the same matter,
whatever it says of it. What is not heard of is a note, not a reproach.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from answer.comparison.changes import CLOSED, field_to_places
from answer.comparison.statements import Statement
from answer.questions.reading.words import content_words
from records.answer import Finding
from records.facts import Commitment, Project
from records.memo import Memo

_SAME_MATTER = 0.34
_LEAST_SHARED = 2
"""A sentence with two of a promise's own words, and a third of them all, speaks of the same matter."""

_COMMON_WORDS = """city citywide project program system new replacement upgrade management staff committee council
department office expected planned scheduled complete completed begin report return present final year work
implementation january february march april may june july august september october november december"""
_COMMON = frozenset(_COMMON_WORDS.split())


def check_commitments(memo: Memo, statements: Sequence[Statement], earlier: Sequence[Memo]) -> Iterator[Finding]:
    day = memo.letterhead.date
    if day is None:
        return
    for commitment in memo.commitments:
        if commitment.due and commitment.due.last and commitment.due.last < day:
            yield _already_past(memo, commitment, day)
    for project in memo.projects:
        yield from _open_past_its_end(memo, project, day)
    for promise, source in _open_promises(earlier, day):
        if not _is_answered(promise, memo, statements):
            yield _not_heard_of(memo, promise, source)


def _already_past(memo: Memo, commitment: Commitment, day: date) -> Finding:
    assert commitment.due is not None
    return Finding(
        kind="commitment",
        severity="warning",
        message=f"The memo of {day} still promises for {commitment.due.text}: {commitment.text}",
        stated=commitment.due.text,
        computed=day.isoformat(),
        memo=memo.id,
        evidence=commitment.places,
    )


def _open_past_its_end(memo: Memo, project: Project, day: date) -> Iterator[Finding]:
    """A project that is still open after its own planned finish."""
    last = project.end.last if project.end else None
    if project.end is None or last is None or last >= day or project.status in CLOSED:
        return
    said = f" and is marked {project.status.replace('_', ' ')}" if project.status else ""
    yield Finding(
        kind="commitment",
        severity="warning" if project.status == "green" else "note",
        message=f"{project.project} was to finish {project.end.text}{said} in the memo of {day}.",
        stated=project.end.text,
        computed=day.isoformat(),
        memo=memo.id,
        evidence=field_to_places(project, "end"),
    )


def _open_promises(earlier: Sequence[Memo], day: date) -> Iterator[tuple[Commitment, Memo]]:
    """Promises of the memo just before this one that have fallen due; older ones were due to be asked about before."""
    dated = [memo for memo in earlier if memo.letterhead.date is not None and memo.letterhead.date < day]
    last = max(dated, key=lambda memo: memo.letterhead.date or date.min, default=None)
    if last is None:
        return
    for commitment in last.commitments:
        if commitment.due and commitment.due.last and commitment.due.last < day:
            yield commitment, last


def _is_answered(promise: Commitment, memo: Memo, statements: Sequence[Statement]) -> bool:
    """Any project or sentence of the later memo that shares the promise's own words comes back to it."""
    wanted = _own_words(promise)
    names = [name for project in memo.projects for name in (project.project, *project.aliases)]
    if any(wanted & _words(name) for name in names):
        return True
    return any(_speaks_of(wanted, statement) for statement in statements)


def _own_words(promise: Commitment) -> set[str]:
    section = promise.places[0].section if promise.places else None
    return _words(" ".join((promise.text, promise.project or "", section or "")))


def _words(text: str) -> set[str]:
    """Content words without their plural; stems would take a city for a citation."""
    words = set(content_words(text)) - _COMMON
    return {word.removesuffix("s") for word in words if word.isalpha()} - _COMMON


def _speaks_of(wanted: set[str], statement: Statement) -> bool:
    shared = wanted & _words(statement.text)
    return len(shared) >= _LEAST_SHARED and len(shared) >= _SAME_MATTER * len(wanted)


def _not_heard_of(memo: Memo, promise: Commitment, source: Memo) -> Finding:
    assert promise.due is not None
    return Finding(
        kind="commitment",
        severity="note",
        message=f"The memo of {source.letterhead.date} promised for {promise.due.text}, and this one does not come "
        f"back to it: {promise.text}",
        stated=promise.due.text,
        memo=memo.id,
        evidence=promise.places,
    )
