"""Values that can be set against each other, of projects' records or a table's column, each with its name and place.

Which field or column is meant comes from the question's words. A column of which too many cells hold no such value
gives none at all: the largest of a part is not the largest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from answer.questions.reading.choices import Way
from answer.questions.reading.column_classes import CLASSES, asked_classes
from answer.questions.reading.words import stems
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from answer.questions.tables.table_figures import cell_value
from extract.language.dates import find_periods
from records.facts import STATUSES, Project
from records.memo import Memo
from records.place import Place
from records.table import Cell, Table
from records.values import Money, Period

ASKING = stems(
    "more most less least few fewer cheap expensive cost costly large big high low small great long short old young "
    "new early late later last latest first next soon recent worse worst good better best money "
    "amount number much many total"
)
"""Words of comparing, which name no column."""
_TOTAL = re.compile(r"^(?:grand |sub)?totals?\b", re.IGNORECASE)
_LEAST_READ = 0.8
Value = Decimal | date | int


@dataclass(frozen=True, slots=True)
class Held:
    """A name, the value that it has, as it is told, and where both stand."""

    name: str
    value: Value
    shown: str
    places: tuple[Place, ...]


def asked_fields(way: Way, frame: str) -> tuple[str, ...]:
    """The record's fields that the comparison may be of, the first that both hold counting."""
    if way.kind == "status":
        return ("status",)
    asked = tuple(one.field for one in asked_classes(frame))
    if way.kind == "date":
        past = re.search(r"\b(?:was|were|did|has|have|finished|completed|launched|opened)\b", frame, re.IGNORECASE)
        dates = tuple(field for field in asked if field in ("completed", "end", "start"))
        if re.search(r"\b(?:old|new|young)\w*", frame, re.IGNORECASE):
            return ("start", "completed")
        return dates or (("completed", "end", "start") if past else ("end", "completed", "start"))
    return tuple(field for field in asked if field in ("budget", "spent"))


def record_held(project: Project, field: str) -> Held | None:
    held = getattr(project, field)
    place = dict(project.field_places).get(field, project.place)
    if field == "status" and held in STATUSES:
        return Held(project.project, STATUSES.index(held), project.status_text or held, (place,))
    if isinstance(held, Money):
        return Held(project.project, held.amount, held.text, (place,))
    if isinstance(held, Period) and held.first is not None:
        return Held(project.project, held.first, held.text, (place,))
    return None


def asked_columns(table: Table, text: str, way: Way) -> Iterator[Cell]:
    """Columns that the question's words mean: named by their titles, by a class of columns, or the one of dates."""
    heads = titles(table)[1:] if table.header_rows else ()
    own = stems(text)
    named = [head for head in heads if stems(head.text) and stems(head.text) - ASKING <= own and stems(head.text) & own]
    if named and way.kind == "figure":
        yield from named
        return
    classes = asked_classes(text)
    if way.kind == "date":
        wanted = [one for one in classes if one.field in ("completed", "end", "start")] or [
            one for one in CLASSES if one.field in ("end", "completed")
        ]
    else:
        wanted = [one for one in classes if one.field in ("budget", "spent", "remaining")]
        wanted = [one for one in wanted if one.field in ("spent", "remaining")] or wanted
    for one in wanted:
        fits = [head for head in heads if one.title.search(head.text)]
        if len(fits) == 1:
            yield fits[0]
            return


def column_held(memo: Memo, table: Table, title: Cell, way: Way) -> list[Held]:
    """The column's values; empty where too many of its cells hold none that can be compared."""
    rows = []
    filled = 0
    for row in body_rows(table):
        label, cell = row_label(row), next((c for c in row if c.column == title.column), None)
        if label is None or cell is None or label is cell or not cell.text.strip() or _TOTAL.match(label.text.strip()):
            continue
        filled += 1
        value = _cell_held(cell, way)
        if value is not None:
            places = (*cell_places(memo, label), *cell_places(memo, cell))
            rows.append(Held(label.text.strip(), value, cell.text.strip(), places))
    return rows if rows and len(rows) >= _LEAST_READ * filled else []


def _cell_held(cell: Cell, way: Way) -> Value | None:
    if way.kind == "date":
        if cell.day is not None:
            return cell.day
        if re.fullmatch(r"(?:19|20)\d\d", cell.text.strip()):
            return date(int(cell.text), 12, 31)
        return next((found.period.last for found in find_periods(cell.text) if found.period.last is not None), None)
    return cell_value(cell.text)
