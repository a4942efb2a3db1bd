"""Text whose fields are parted by a sign -> rows of fields, each with its place in the file.

It reads what ``csv`` of the standard library reads, which does not tell where a field stands. A quotation mark inside a
field that does not begin with one is text, and so is one that is never closed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import log
from pathlib import PurePath
from typing import NamedTuple

_SEPARATORS = ",;\t|"
_SAMPLE = 200
"""Rows that are looked at to find the separator."""
_DECLARED = re.compile(r"sep=(.)[ \t]*\n", re.IGNORECASE)
"""The first line that some spreadsheet programs write."""
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """A word as shown and as the file writes it (with doubled quotation marks), at ``start`` of the file."""

    shown: str
    source: str
    start: int


@dataclass(frozen=True, slots=True)
class Field:
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.shown for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number from 0, and the line of the file, from 1, on which it begins. A blank line is a row too."""

    number: int
    line: int
    fields: tuple[Field, ...]

    @property
    def width(self) -> int:
        """How many fields it has up to the last one with text."""
        return max((n + 1 for n, field in enumerate(self.fields) if field.pieces), default=0)


def guess_separator(text: str, *, name: str) -> str:
    """The sign that cuts the first rows most evenly; a comma where none does."""
    declared = _DECLARED.match(text)
    if declared is not None:
        return declared.group(1)
    scores = {sign: _evenness(text, sign) for sign in _SEPARATORS}
    if PurePath(name).suffix.lower() in (".tsv", ".tab") and scores["\t"] > 0:
        return "\t"
    best = max(_SEPARATORS, key=lambda sign: scores[sign])
    return best if scores[best] > 0 else ","


def _evenness(text: str, separator: str) -> float:
    """The share of rows that have the most usual number of fields, weighed by that number."""
    records = islice(text_to_records(text, separator), _SAMPLE)
    widths = Counter(len(record.fields) for record in records if record.fields)
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: (item[1], item[0]))
    return count / sum(widths.values()) * log(width + 1)


def text_to_records(text: str, separator: str) -> Iterator[Record]:
    """Every row of the file; a line that declares the separator is none."""
    declared = _DECLARED.match(text)
    at = declared.end() if declared is not None else 0
    number, line = 0, 2 if declared is not None else 1
    pattern = _field_pattern(separator)
    fields: list[Field] = []
    begun = line
    while at < len(text):
        found = pattern.match(text, at)
        assert found is not None, "a field may be empty"
        fields.append(_field(found))
        line += text.count("\n", at, found.end())
        at = found.end()
        if found["end"] != separator:
            yield Record(number, begun, tuple(fields) if len(fields) > 1 or fields[0].pieces else ())
            fields, number, begun = [], number + 1, line
    if fields:
        yield Record(number, begun, tuple(fields))


@cache
def _field_pattern(separator: str) -> re.Pattern[str]:
    sign = re.escape(separator)
    quoted = rf'[ ]*"(?P<quoted>(?:[^"]++|"")*+)"(?P<rest>[^{sign}\n]*)'
    plain = rf"(?P<plain>[^{sign}\n]*)"
    return re.compile(rf"(?:{quoted}|{plain})(?P<end>{sign}|\n|\Z)")


def _field(found: re.Match[str]) -> Field:
    if found["quoted"] is None:
        return Field(tuple(_pieces(found["plain"], found.start("plain"))))
    inner = [
        Piece(piece.shown.replace('""', '"'), piece.source, piece.start)
        for piece in _pieces(found["quoted"], found.start("quoted"))
    ]
    return Field((*inner, *_pieces(found["rest"], found.start("rest"))))


def _pieces(text: str, at: int) -> Iterator[Piece]:
    return (Piece(found.group(), found.group(), at + found.start()) for found in _WORD.finditer(text))
