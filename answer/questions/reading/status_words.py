"""The words in which questions speak of a status: "red", "at risk", "on hold", "finished", "behind schedule".

A word that fits several statuses names them all. It refuses to read a status into a word that only sounds like one.
"""

import re
from collections.abc import Iterable

NOT_GREEN = ("red", "red_yellow", "yellow", "yellow_green")
_ENDS = {"red_yellow": {"red", "yellow"}, "yellow_green": {"yellow", "green"}}
_AMBER = "(?:amber|yellow)"
_BETWEEN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(rf"\b(?:{_AMBER}(?: ?/ ?|-| ){end}|{end}(?: ?/ ?|-| ){_AMBER})\b", re.IGNORECASE))
    for status, end in (("red_yellow", "red"), ("yellow_green", "green"))
)
_WORDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (statuses, re.compile(pattern, re.IGNORECASE))
    for statuses, pattern in (
        (("red",), r"\bred\b|\boff track\b|\bcritical\b"),
        (("yellow",), r"\b(?:yellow|amber)\b"),
        (
            ("red", "red_yellow", "yellow"),
            r"\bat[- ]risk\b|\b(?:delay(?:ed|s)?|behind schedule|late|troubled|slipping|in trouble)\b",
        ),
        ((*NOT_GREEN, "on_hold"), r"\bnot (?:currently )?(?:green|on (?:track|schedule|time))\b"),
        (("green",), r"(?<!not )(?<!not currently )(?:\bgreen\b|\bon[- ](?:track|schedule|time)\b)"),
        (("on_hold",), r"\b(?:on hold|paused?|suspended|stalled)\b"),
        (("not_started",), r"\b(?:not (?:yet )?(?:started|begun)|yet to (?:start|begin))\b"),
        (("complete",), r"\b(?:complete[ds]?|finish(?:ed)?|done|delivered|closed out|implemented|launched)\b"),
        (("cancelled",), r"\b(?:cancell?ed|terminated|abandoned|dropped|discontinued)\b"),
    )
)
_UNFINISHED = re.compile(
    r"\b(?:not (?:yet )?|in)(?:complete[d]?|finished)\b|\bstill (?:open|active|ongoing)\b", re.IGNORECASE
)
STATED = {
    "red": "red", "red_yellow": "red/yellow", "yellow": "yellow", "yellow_green": "yellow/green", "green": "green",
    "on_hold": "on hold", "not_started": "not started", "complete": "complete", "cancelled": "cancelled",
}  # fmt: skip
OPEN = (*NOT_GREEN, "green", "on_hold", "not_started")


def asked_statuses(text: str) -> tuple[str, ...]:
    """The statuses that ``text`` speaks of: "Which projects are late?" means red and yellow and what is between."""
    if _UNFINISHED.search(text):
        return OPEN
    found = [status for status, pattern in _BETWEEN if pattern.search(text)]
    for _, pattern in _BETWEEN:
        text = pattern.sub(" ", text)
    found += [status for statuses, pattern in _WORDS if pattern.search(text) for status in statuses]
    return tuple(dict.fromkeys(found))


def statuses_to_words(statuses: Iterable[str]) -> str:
    """ "red or yellow"; a step between two colours that both are asked for goes without saying."""
    named = tuple(statuses)
    steps = {step for step, ends in _ENDS.items() if ends <= set(named)}
    return " or ".join(STATED[status] for status in named if status not in steps)
