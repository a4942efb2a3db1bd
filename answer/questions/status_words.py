"""The words in which questions speak of a status: "red", "at risk", "on hold", "finished", "behind schedule".

A word that fits several statuses names them all. It refuses to read a status into a word that only sounds like one.
"""

import re

_WORDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (statuses, re.compile(pattern, re.IGNORECASE))
    for statuses, pattern in (
        (("red",), r"\bred\b|\boff track\b|\bcritical\b"),
        (("yellow",), r"\b(?:yellow|amber)\b"),
        (("red", "yellow"), r"\bat[- ]risk\b|\b(?:delay(?:ed|s)?|behind schedule|late|troubled|slipping|in trouble)\b"),
        (("red", "yellow", "on_hold"), r"\bnot (?:currently )?(?:green|on (?:track|schedule|time))\b"),
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
    "red": "red", "yellow": "yellow", "green": "green", "on_hold": "on hold", "not_started": "not started",
    "complete": "complete", "cancelled": "cancelled",
}  # fmt: skip
OPEN = ("red", "yellow", "green", "on_hold", "not_started")


def asked_statuses(text: str) -> tuple[str, ...]:
    """The statuses that ``text`` speaks of: "Which projects are late?" means red and yellow."""
    if _UNFINISHED.search(text):
        return OPEN
    found = [status for statuses, pattern in _WORDS if pattern.search(text) for status in statuses]
    return tuple(dict.fromkeys(found))
