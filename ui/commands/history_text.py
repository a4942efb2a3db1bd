"""A project's history as lines for a person at a terminal: the first plan, then memo by memo what moved."""

from collections.abc import Iterator

from answer.comparison.shifts import shift_to_note
from records.comparison import Shift
from records.history import Baseline, History, Step

_HOW = {"rebaselined": "told as a new baseline", "told": "the memo speaks of it", "silent": "without a word"}
_STATUS_MOVES = {"worse": "worse", "better": "better", "rescaled": "only the scale changed"}
_TIMES = {1: "once", 2: "twice"}


def history_to_lines(history: History) -> Iterator[str]:
    """::

    Harbor Pass (before: Dock Ticketing System)
      first plan  finish 2031-06 (memo of 2030-03-01), $1,200,000 (memo of 2030-03-01)
      since then  2 slips, 549 days later than first stated; new baseline once; moved without a word once

    2031-03-01  yellow (worse)
      finish      2032-01: 215 days later (without a word)
      issue       The vendor is late.
      place       memo-2031.pdf, page 3
    """
    yield _title(history)
    yield from _plan_lines(history)
    for step in history.steps:
        yield ""
        yield from _step_lines(step, named=len(history.names) > 1)


def _title(history: History) -> str:
    *before, last = history.names
    return f"{last} (before: {', '.join(before)})" if before else last


def _plan_lines(history: History) -> Iterator[str]:
    plan = ", ".join(_plan(history.baseline))
    if not plan:
        yield _line("first plan", "no memo states an end or a budget")
        return
    yield _line("first plan", plan)
    yield _line("since then", "; ".join(_summary(history)) or "as first planned, as far as the memos say")


def _plan(baseline: Baseline) -> Iterator[str]:
    if baseline.end is not None:
        yield f"finish {baseline.end.label()} (memo of {baseline.end_memo or 'unknown date'})"
    if baseline.budget is not None:
        yield f"{baseline.budget.label()} (memo of {baseline.budget_memo or 'unknown date'})"


def _summary(history: History) -> Iterator[str]:
    """``2 slips, 549 days later than first stated``."""
    end = next((step.end_shift for step in reversed(history.steps) if step.end_shift), None)
    budget = next((step.budget_shift for step in reversed(history.steps) if step.budget_shift), None)
    if end is not None:
        slips = f"{history.slips} slip{'' if history.slips == 1 else 's'}"
        yield f"{slips}, the finish {_from_first(end)}"
    if budget is not None:
        yield f"budget {_from_first(budget)}"
    if history.rebaselines:
        yield f"given a new baseline {_times(history.rebaselines)}"
    if history.silent_moves:
        yield f"moved without a word {_times(history.silent_moves)}"


def _from_first(shift: Shift) -> str:
    far = Shift(unit=shift.unit, by=shift.from_first or shift.by, percent=shift.percent_from_first)
    note = shift_to_note(far) if shift.from_first else None
    if note is None:
        return "back where it was first stated"
    return f"now {note} than first stated" if shift.unit == "days" else f"now {note} against the first"


def _times(count: int) -> str:
    return _TIMES.get(count, f"{count} times")


def _step_lines(step: Step, *, named: bool) -> Iterator[str]:
    record = step.project
    move = _STATUS_MOVES.get(step.status_move or "")
    status = (record.status or "no status stated").replace("_", " ") + (f" ({move})" if move else "")
    yield f"{record.as_of or 'undated'}  {status}{f'  {record.project}' if named else ''}"
    how = f" ({_HOW[step.moved]})" if step.moved else ""
    if record.end is not None:
        yield _line("finish", record.end.label() + _moved(step.end_shift, how))
    if record.budget is not None:
        yield _line("budget", record.budget.label() + _moved(step.budget_shift, how))
    if how and step.end_shift is None and step.budget_shift is None:
        yield _line("plan", _HOW[step.moved or "told"])
    for label, text in (("issue", record.issue), ("mitigation", record.mitigation), ("left open", record.residual)):
        if text:
            yield _line(label, text)
    for kin in step.kin:
        yield _line("formed" if kin.kind.endswith("from") else "became", kin.text)
    if step.note:
        yield _line("note", step.note)
    if record.places:
        yield _line("place", f"{record.place.file}, page {record.place.page}")
    for silence in step.silences:
        yield f"{silence.date or 'undated'}  {silence.text}"


def _moved(shift: Shift | None, how: str) -> str:
    """``: 215 days later (without a word)``; the distance from the first plan stands in the summary."""
    note = shift_to_note(Shift(unit=shift.unit, by=shift.by, percent=shift.percent)) if shift else None
    return f": {note}{how}" if note else ""


def _line(label: str, text: str) -> str:
    return f"  {label:<11} {text}"
