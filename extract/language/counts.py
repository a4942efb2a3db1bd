"""How many projects the memo says there are: those completed, and those under way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.statements import Context, context_to_statements, statement_to_places
from records.place import Place

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
_COUNT = re.compile(
    rf"(?<![\d.,$%/-])\b(?P<number>\d{{1,4}}|{'|'.join(_WORDS)})\s(?P<kinds>(?:[a-z][a-z-]{{2,20}}\s){{0,3}})projects\b",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:completed?|implemented|launched|delivered|finished|closed(?:\sout)?|deployed)\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:active|ongoing|open|current(?:ly)?|under\s?way|in\sprogress|oversees|overseeing|manages|managing|portfolio|"
    r"tracks|tracking|total\sof)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:of\sthe|of\sits|of\sour|out\sof|up\sto|each|per|one\sof)\s*$", re.IGNORECASE)

# "A fund for 12 projects was closed": what follows is said of the fund.
_OBJECT = re.compile(r"\b(?:for|across|with|from|into|over|among|between|on|in)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCount:
    number: int
    kind: Literal["complete", "open"]
    places: tuple[Place, ...]


def find_project_counts(context: Context) -> Iterator[ProjectCount]:
    """``oversees a total of 31 projects`` is open, ``has delivered nine projects`` complete; else none."""
    for statement in context_to_statements(context):
        for match in _COUNT.finditer(statement.text):
            kind = _kind(statement.text, match)
            if kind is not None and not _PART.search(statement.text[: match.start()]):
                places = statement_to_places(statement, context)
                yield ProjectCount(number=_number(match["number"].lower()), kind=kind, places=places)


def _number(text: str) -> int:
    return _WORDS.index(text) if text in _WORDS else int(text)


def _kind(text: str, match: re.Match[str]) -> Literal["complete", "open"] | None:
    """By the words just before and inside the count; only then by those after it, if the count is their subject."""
    before = text[max(0, match.start() - 60) : match.start()]
    near = _kind_of(before + match["kinds"])
    return near if near is not None or _OBJECT.search(before) else _kind_of(text[match.end() : match.end() + 40])


def _kind_of(words: str) -> Literal["complete", "open"] | None:
    """``None`` where the words say neither, or both."""
    complete, opened = _COMPLETED.search(words) is not None, _OPEN.search(words) is not None
    if complete == opened:
        return None
    return "complete" if complete else "open"
