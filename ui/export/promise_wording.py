"""A promise and what came of it in plain English. It says what the memos say, and accuses nobody."""

import re
from datetime import date

from records.place import Place
from records.promises import Promise, PromiseState
from records.values import Period
from ui.export.wording import label_in_words, long_day

_BY = re.compile(r"^by (?:the )?", re.IGNORECASE)
STATE_TITLES: dict[PromiseState, str] = {
    "unmentioned": "Not mentioned again",
    "late": "Late",
    "changed": "Changed",
    "unclear": "Not clear",
    "withdrawn": "Withdrawn",
    "not_due": "Not yet due",
    "kept": "Kept",
}
"""Every state, in the order in which a reader wants them."""


def promise_to_text(promise: Promise) -> str:
    """The memo's sentence; of a finish ``Ferry Ticketing is to be finished``; of an action its project first."""
    match promise.kind:
        case "finish":
            return f"{promise.project}: planned finish"
        case "action":
            return f"{promise.project}: {promise.text}" if promise.project else promise.text
        case _:
            return promise.text


def promise_to_places(promise: Promise) -> tuple[Place, ...]:
    """Where it was promised, and the words that decide."""
    return (*promise.places[:1], *(promise.deciding.places[:1] if promise.deciding else ()))


def promise_order(promise: Promise) -> int:
    return list(STATE_TITLES).index(promise.state)


def due_in_words(period: Period | None) -> str:
    """``June 2031``, ``end of 2031``: what stands after "by"."""
    return "no day named" if period is None else _BY.sub("", label_in_words(period.label()))


def outcome_in_words(promise: Promise) -> str:
    """``Late: done March 2031, 59 days after January 2031``."""
    note = promise.note
    same = f" (now {promise.project_now})" if promise.project_now else ""
    return f"{STATE_TITLES[promise.state]}: {note}{same}" if note else STATE_TITLES[promise.state]


def count_states(promises: tuple[Promise, ...]) -> list[tuple[str, int]]:
    counts = [(title, sum(promise.state == state for promise in promises)) for state, title in STATE_TITLES.items()]
    return [(title, count) for title, count in counts if count]


def memo_of(day: date | None) -> str:
    return f"the memo of {long_day(day)}" if day else "the memo"


def is_past_due(promise: Promise, day: date | None) -> bool:
    due = promise.due_now or promise.due
    return due is not None and due.last is not None and day is not None and due.last < day
