"""From what each later memo says of a promise to what came of it. Only calculation; nothing is read here.

A promise is held against the first day that was named: one that was moved and then met is late against what was first
promised, and says so. Where a memo says that it was done and not when, and no memo after the day showed it open, it is
kept as far as the memos tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from records.promises import PromiseState, PromiseStep
from records.values import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    state: PromiseState
    note: str
    due_now: Period | None = None
    done: Period | None = None
    days_late: int | None = None


def steps_to_verdict(due: Period | None, steps: Sequence[PromiseStep]) -> Verdict:
    """``steps`` are the later memos, oldest first; the last one is where the series stands now."""
    told = [step for step in steps if step.reply != "silent"]
    last = told[-1] if told else None
    now = _last_due(due, told)
    if last is None or (steps[-1].reply == "silent" and last.reply not in _LASTING):
        return _silent(due, now, steps, last)
    match last.reply:
        case "done":
            return _done(due, now, last, told)
        case "withdrawn":
            return Verdict(state="withdrawn", note=last.note or "the later memo says that it will not be", due_now=now)
        case "merged":
            return _merged(due, now, last, told)
        case "unclear":
            since = "; not mentioned since" if steps[-1].reply == "silent" else ""
            return Verdict(state="unclear", note=(last.note or _SPOKEN_OF) + since, due_now=now)
        case _:
            return _still_open(due, now, last)


_LASTING = ("done", "withdrawn", "merged", "unclear")
"""What a memo says of these is not undone by the silence of the next."""

_SPOKEN_OF = "a later memo speaks of it and does not say whether it was done"


def _last_due(due: Period | None, told: Sequence[PromiseStep]) -> Period | None:
    """The day that was named last, where it is another than the first."""
    named = [step.due for step in told if step.reply == "moved" and step.due is not None and step.due.last is not None]
    return named[-1] if named and (due is None or named[-1].last != due.last) else None


def _silent(due: Period | None, now: Period | None, steps: Sequence[PromiseStep], last: PromiseStep | None) -> Verdict:
    if not steps:
        return Verdict(state="not_due", note="no later memo to hold it against")
    latest = steps[-1].date
    which = "the later memo does" if len(steps) == 1 else "the later memos do"
    if last is None:
        note = f"{which} not mention it"
    else:
        note = f"last mentioned in the memo of {last.date or last.memo}; not since"
    named = now or due
    day = named.last if named is not None else None
    if day is not None and latest is not None and day >= latest:
        note += "; its day has not come yet"
    return Verdict(state="unmentioned", note=note, due_now=now)


def _merged(due: Period | None, now: Period | None, step: PromiseStep, told: Sequence[PromiseStep]) -> Verdict:
    """A change of scope, unless its day had passed before."""
    note = step.note or "it became part of another project"
    late = _days_open(due, [other for other in told if other is not step])
    if late is None:
        return Verdict(state="changed", note=note, due_now=now)
    return Verdict(state="late", note=f"{note}; open {days_in_words(late)} after its day", due_now=now, days_late=late)


def _days_open(due: Period | None, told: Sequence[PromiseStep]) -> int | None:
    """How long after its day a memo last had it open."""
    if due is None or due.last is None:
        return None
    late = [(step.date - due.last).days for step in told if step.date is not None and step.date > due.last]
    return max(late, default=None)


def _done(due: Period | None, now: Period | None, step: PromiseStep, told: Sequence[PromiseStep]) -> Verdict:
    suffix = f"; {step.note}" if step.note else ""
    if due is None or due.last is None:
        return Verdict(state="kept", note="done; no day had been promised" + suffix, done=step.done)
    done = step.done
    if done is None or done.last is None:
        return _done_some_day(due, now, step, told, suffix)
    if done.last <= due.last:
        return Verdict(state="kept", note=f"done by {in_words(done)}{suffix}", due_now=now, done=done)
    if done.first is not None and done.first <= due.last:
        note = f"done in {in_words(done)}; whether by {in_words(due)} is not said{suffix}"
        return Verdict(state="unclear", note=note, due_now=now, done=done)
    if done.first is None:
        note = f"done by {done.text} at the latest; whether by {in_words(due)} is not said{suffix}"
        return Verdict(state="unclear", note=note, due_now=now, done=done)
    days = (done.last - due.last).days
    note = f"done {in_words(done)}, {days_in_words(days)} after {in_words(due)}{suffix}"
    return Verdict(state="late", note=note, due_now=now, done=done, days_late=days)


def _done_some_day(
    due: Period, now: Period | None, step: PromiseStep, told: Sequence[PromiseStep], suffix: str
) -> Verdict:
    """When it was done is not said: late for sure if a memo after the day still had it open."""
    assert due.last is not None
    days = _days_open(due, [other for other in told if other is not step])
    if days is not None:
        note = f"done, no earlier than {days_in_words(days)} after {in_words(due)}; when exactly is not said{suffix}"
        return Verdict(state="late", note=note, due_now=now, days_late=days)
    if step.date is not None and step.date <= due.last:
        return Verdict(state="kept", note=f"done before {in_words(due)}{suffix}", due_now=now)
    return Verdict(state="kept", note=f"done; when is not said{suffix}", due_now=now)


def _still_open(due: Period | None, now: Period | None, step: PromiseStep) -> Verdict:
    said = f"; {step.note}" if step.note else ""
    if due is None or due.last is None:
        return Verdict(state="not_due", note="still open; no day was named" + said, due_now=now)
    if step.date is not None and step.date > due.last:
        days = (step.date - due.last).days
        given = "last given as" if now is not None and now.last is not None and now.last < step.date else "now"
        moved = f", {given} {in_words(now)}" if now else ""
        note = f"still open {days_in_words(days)} after {in_words(due)}{moved}{said}"
        return Verdict(state="late", note=note, due_now=now, days_late=days)
    if now is not None and now.last is not None:
        days = (now.last - due.last).days
        way = "later" if days > 0 else "earlier"
        note = f"was {in_words(due)}, now {in_words(now)}: {days_in_words(abs(days))} {way}{said}"
        return Verdict(state="changed", note=note, due_now=now)
    if step.reply == "moved":
        return Verdict(state="changed", note=f"was {in_words(due)}; the new day is not said{said}")
    return Verdict(state="not_due", note=f"due {in_words(due)}{said}")


def days_in_words(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def in_words(period: Period) -> str:
    """``June 2031``, ``June 30, 2031``; what is no whole month or day as it is written."""
    first, last = period.first, period.last
    if first is not None and first == last:
        return f"{first:%B} {first.day}, {first.year}"
    if first is not None and last is not None and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return re.sub(r"^by (?:the )?", "", period.text)
