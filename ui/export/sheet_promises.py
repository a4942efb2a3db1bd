"""Promises as items of the sheet. What was kept, or is not yet due and spoken of, is counted and not asked about."""

from collections.abc import Collection
from datetime import date

from answer.comparison.names import fold_name
from records.promises import Promise
from ui.briefing import Briefing
from ui.export.promise_wording import due_in_words, is_past_due, memo_of
from ui.export.sheet_items import Item, short_quote, upper_first

_WEIGHTS = {"late": 70.0, "unmentioned": 45.0, "unclear": 50.0, "changed": 40.0, "withdrawn": 35.0}
_PAST_DUE, _HAS_DAY = 35.0, 10.0


def promise_items(briefing: Briefing, *, told: Collection[str]) -> list[Item]:
    """``told`` are projects whose changes stand above: their end dates are not told again."""
    day = briefing.comparison.new.date
    which = f"the memo of {day:%B} {day.day}, {day.year}" if day else "the later memo"
    return [
        _item(promise, day, which)
        for promise in briefing.promises
        if promise.state in _WEIGHTS and not (promise.kind == "finish" and _names(promise) & set(told))
    ]


def forgotten_items(briefing: Briefing) -> list[Item]:
    return [_item(promise, briefing.comparison.new.date, "no later memo") for promise in briefing.forgotten]


def _names(promise: Promise) -> set[str]:
    return {fold_name(name) for name in (promise.project, promise.project_now) if name}


def _item(promise: Promise, day: date | None, which: str) -> Item:
    step = promise.deciding
    return Item(
        kind=f"promise_{promise.state}",
        weight=_weight(promise, day),
        title=promise.project_now or promise.project or "A promise",
        statement=_statement(promise),
        question=_question(promise, day, which),
        about=None,
        places=(*promise.places[:1], *(step.places[:1] if step else ())),
    )


def _weight(promise: Promise, day: date | None) -> float:
    weight = _WEIGHTS.get(promise.state, 0.0)
    if promise.state == "late" and promise.done is not None:
        return weight - 30
    if promise.state in ("unmentioned", "unclear"):
        weight += _PAST_DUE if is_past_due(promise, day) else _HAS_DAY if promise.due else 0.0
    return weight


def _statement(promise: Promise) -> str:
    """``The memo of March 4, 2030 promised for June 2030: "..."``, then what came of it."""
    memo = upper_first(memo_of(promise.made))
    due = f" for {due_in_words(promise.due)}" if promise.due else ""
    what = "gave an end date" if promise.kind == "finish" else "promised" if promise.kind == "statement" else "planned"
    text = "" if promise.kind == "finish" else f": \u201c{short_quote(promise.text.rstrip('.'))}\u201d"
    if promise.kind == "finish":
        return f"{memo} {what}: {due_in_words(promise.due)}."
    return f"{memo} {what}{due}{text}."


def _question(promise: Promise, day: date | None, which: str) -> str:
    match promise.state:
        case "unmentioned" if which == "no later memo":
            return "No later memo mentions it. What became of it?"
        case "unmentioned" if promise.due is None or is_past_due(promise, day):
            return f"{upper_first(which)} does not mention it. What became of it?"
        case "unmentioned":
            return f"{upper_first(which)} does not mention it. Is it on course for {due_in_words(promise.due)}?"
        case "unclear" if promise.kind == "finish" and not (promise.deciding and promise.deciding.places):
            return f"It is not certain which project of {which} this is. Which one is it, and does the date hold?"
        case "unclear":
            return f"{upper_first(which)} speaks of it without saying whether it was done. Was it, and when?"
        case "changed" if promise.due_now is not None:
            return f"It now says {due_in_words(promise.due_now)}. What moved it?"
        case "changed":
            return f"{upper_first(promise.note)}. What of the promise still holds?"
        case "withdrawn":
            return f"{upper_first(promise.note)}. What takes its place?"
        case "late" if promise.done is not None:
            return f"It was {promise.note}. Does anything that depends on it move too?"
        case _:
            return f"It is {promise.note}. By when is it expected now, and what does it wait for?"
