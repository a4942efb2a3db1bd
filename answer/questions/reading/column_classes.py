"""Which column, or which field of a project's record, a question means that does not name it by its title.

"Which costs most?" means a column titled "Approved" or "Budget"; "which is due first?" one titled "Target". A word that
could mean two columns is for the caller to refuse. Nothing here knows any memo.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnClass:
    """``asked`` are the words of a question, ``title`` those of a column, ``field`` the record's own."""

    field: str
    asked: re.Pattern[str]
    title: re.Pattern[str]


def _class(field: str, asked: str, title: str) -> ColumnClass:
    return ColumnClass(
        field,
        re.compile(rf"\b(?:{asked})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{title})\b", re.IGNORECASE),
    )


CLASSES = (
    _class("spent", r"spen[dt]\w*|expend\w*|paid", r"spen[dt]|expend\w*|paid|actuals?"),
    _class("remaining", r"remain\w*|left(?: over)?|unspent|balance", r"remain\w*|balance|left|unspent"),
    _class(
        "budget",
        r"budget\w*|costs?|costing|costl\w+|price\w*|worth|(?:in)?expensive|cheap\w*|approved|funded|money",
        r"budget\w*|approved|costs?|price|amount|value|funding|contract sum",
    ),
    _class(
        "completed",
        r"(?:was|were|been) (?:\w+ )?(?:completed|finished|launched|delivered|implemented|opened|introduced)"
        r"|(?:finished|ended|opened|launched|completed)|went live|completed",
        r"completed|completion date|finished|date of completion|launched",
    ),
    _class(
        "end",
        r"due|finish\w*|complet\w*|end|ends|ready|deadline|target\w*|go(?:es)? live|(?:be )?done|open\w*|deliver\w*",
        r"target\w*|due|end|finish|completion|deadline|go-live|delivery|ready|expected",
    ),
    _class(
        "start",
        r"start\w*|beg[aiu]n\w*|launch\w*|old\w*|young\w*|newe\w*|new|since|in service|kicked off",
        r"start\w*|since|began|begin|launch\w*|built|opened|in service\w*|year",
    ),
)


def asked_classes(text: str) -> tuple[ColumnClass, ...]:
    """The classes that the question's words mean, the surest first."""
    return tuple(one for one in CLASSES if one.asked.search(text))
