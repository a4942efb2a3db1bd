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


_OF_ONE_CELL = (
    _class("spent", r"spen[dt]\w*|expend\w*|paid|laid out|used up", r"spen[dt]\w*|expend\w*|paid|actuals?|disbursed"),
    _class("remaining", r"remain\w*|left(?: over)?|unspent|balance", r"remain\w*|balance|left|unspent"),
    _class(
        "source",
        r"(?:what|who|which \w+) (?:pays|paid|funds|funded|covers)(?: for)?|pays for|paid for by|funded|financed"
        r"|source of (?:the )?(?:money|funds|funding)|money comes? from",
        r"sources?|funded by|funding|funder|fund",
    ),
    _class(
        "progress",
        r"how far (?:along|advanced)|complete\w*|progress|done|built|finished",
        r"(?:share |percent(?:age)? )?complete|progress",
    ),
    _class(
        "status",
        r"status|rat(?:ed|ing|ings)|grad(?:e|ed)|colou?r|rag|flagged|mark(?:ed)?|doing|stands?|health|classified",
        r"status|ratings?|rag|grade|health|state|condition|stage|phase",
    ),
    _class(
        "person",
        r"who (?:\w+ )?(?:leads?|runs?|owns?|manages?|heads?|sponsors?|oversees?|handles?)|in charge of|responsible",
        r"lead|owner|manager|sponsor|responsible|director|contact|department|agency|office",
    ),
    _class(
        "budget",
        r"given|allocat\w*|set aside|granted|appropriat\w*|available|funded|budget\w*|costs?|price\w*|worth",
        r"budget\w*|approved|costs?|price|amount|value|appropriat\w*|allocat\w*|award\w*|available|contract sum",
    ),
    *CLASSES[3:],
)
"""Those that a question about one row may mean, beside the classes that rows are compared by."""


def column_classes(text: str) -> tuple[ColumnClass, ...]:
    """The classes that a question about one cell means, the surest first: "What pays for the pier?" """
    return tuple(one for one in _OF_ONE_CELL if one.asked.search(text))
