"""Growth "each year" and "the highest ever" against the memo's own row of figures: a table by years, or paragraphs by
years ("First Year: ... 15 participants", "Second Year: ...").

Read is a claim that names no figures of its own. In a table only the column whose header the claim speaks of counts,
or the first of figures under the same heading. A row that only dips at its end, in a year not yet over, is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from answer.questions.reading.words import content_words, stem, stems
from records.answer import Finding
from records.document import words_to_places
from records.memo import Memo, Section
from records.place import Place
from records.table import Table

_GREW = r"(?:gr[eo]wn?|growing|growth|increas\w+|ris\w+|rose|expand\w+|climb\w+)"
_FELL = r"(?:declin\w+|decreas\w+|fallen|fell|falling|dropp\w+|shr[aiu]nk\w*)"
_EACH = (
    r"(?:steadily|steady|consistently|consistent|continuously|continually|(?:each|every)\s(?:\w+\s)?year|"
    r"year[- ](?:after|over|on)[- ]year|annually|without interruption)"
)
_STEADY = re.compile(
    rf"\b(?:(?P<up>{_GREW})|(?P<down>{_FELL}))\s(?:\w+\s){{0,2}}?{_EACH}\b|"
    rf"\b(?:steady|consistent|continuous|year[- ]over[- ]year)\s(?:(?P<up2>{_GREW})|(?P<down2>{_FELL}))\b|"
    rf"\b{_EACH}\s(?:(?P<up3>{_GREW})|(?P<down3>{_FELL}))\b",
    re.IGNORECASE,
)
_HIGHEST = re.compile(
    r"\b(?:highest|largest|most|biggest|best)\b.{0,40}"
    r"\b(?:ever|on record|to date|in (?:its|the|our) .{0,30}history|of any year)\b|"
    r"\ball[- ]time high\b|\brecord (?:high|number|year)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|would|expect\w*|project(?:ed|ion)|forecast\w*|plan(?:ned|s)?|goal|target\w*|should)\b", re.IGNORECASE
)
_YEAR_LABEL = re.compile(
    r"^\W{0,4}(?:(?P<ordinal>first|second|third|fourth|fifth|sixth)\s(?:program\s|full\s|cohort\s)?(?:year|cohort|round)|"
    r"(?:FY\s?|fiscal\syear\s|year\s|in\s)?(?P<year>(?:19|20)\d{2})(?:\s?[-–/]\s?\d{2,4})?)\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_PEOPLE = stems(
    "participants members attendees students trainees staff employees users riders visitors graduates people learners "
    "patrons volunteers residents customers households placements"
)
_LEAST_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    label: str
    text: str
    value: Decimal
    places: tuple[Place, ...]


def check_trends(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        match = _STEADY.search(statement.text)
        if _HIGHEST.search(statement.text) and not _PLAN.search(statement.text):
            yield from _not_the_highest(memo, statement)
        if match is None or _PLAN.search(statement.text) or _holds_figures(statement.text):
            continue
        falls = any(match[name] for name in ("down", "down2", "down3"))
        for points in _rows_of(memo, statement):
            broken = _first_break(points, falls=falls)
            if broken is not None:
                yield _finding(memo, statement, match.group(), *broken)
                break


def _not_the_highest(memo: Memo, statement: Statement) -> Iterator[Finding]:
    """``the highest number on record``, where an earlier year of the table is higher than its last."""
    told = _HIGHEST.search(statement.text)
    for points in _rows_of(memo, statement):
        top, last = max(points, key=lambda point: point.value), points[-1]
        if told and len(points) >= _LEAST_ROW and top.value > last.value:
            yield _finding(memo, statement, told.group(), top, last)
            return


def _holds_figures(text: str) -> bool:
    return any(q.kind != "count" or q.value > 10 for q in find_quantities(text))


def _first_break(points: Sequence[_Point], *, falls: bool) -> tuple[_Point, _Point] | None:
    """The first two neighbours that do not grow (or fall); ``None`` where the row as a whole does the opposite."""
    for before, after in pairwise(points):
        if (after.value >= before.value) if falls else (after.value <= before.value):
            return before, after
    return None


def _rows_of(memo: Memo, statement: Statement) -> Iterator[Sequence[_Point]]:
    sections = [s for s in memo.sections if s.title == statement.section]
    for section in sections:
        for block in memo.document.blocks[section.first : section.last]:
            if block.kind == "table" and block.table is not None:
                yield from _table_rows(memo, memo.document.tables[block.table], statement)
        yield from _paragraph_rows(memo, section, statement)


def _table_rows(memo: Memo, table: Table, statement: Statement) -> Iterator[Sequence[_Point]]:
    """Years down the first column: the column that the claim names, else the first with figures."""
    grid = table.grid()
    rows = [row for row in range(table.header_rows, table.rows) if _YEAR_LABEL.match(grid[row][0])]
    years = [int(m["year"]) for row in rows if (m := _YEAR_LABEL.match(grid[row][0])) and m["year"]]
    if len(years) < _LEAST_ROW or years != sorted(set(years)):
        return
    said = {stem(word) for word in content_words(statement.text)}
    columns = [column for column in range(1, table.columns) if all(_single(grid[row][column]) for row in rows)]
    named = [c for c in columns if said & {stem(w) for w in content_words(grid[0][c])}]
    for column in named or columns[:1]:
        yield [_cell_point(memo, table, grid, row, column) for row in rows]


def _single(text: str) -> Quantity | None:
    found = list(find_quantities(text))
    return found[0] if len(found) == 1 else None


def _cell_point(memo: Memo, table: Table, grid: Sequence[Sequence[str]], row: int, column: int) -> _Point:
    quantity = _single(grid[row][column])
    assert quantity is not None
    words = next(c.words for c in table.cells if (c.row, c.column) == (row, column))
    places = words_to_places(words, document=memo.document, memo=memo.id, section=table.title)
    header = grid[table.header_rows - 1][column] if table.header_rows else ""
    return _Point(
        label=grid[row][0].strip(),
        text=f"{quantity.text} {header.lower()}".strip(),
        value=quantity.value,
        places=places,
    )


def _paragraph_rows(memo: Memo, section: Section, statement: Statement) -> Iterator[Sequence[_Point]]:
    """``First Year: 15 participants``, ``Second Year: 15 participants``: neighbours that count the same people."""
    labelled = []
    for block in memo.document.blocks[section.first : section.last]:
        label = _YEAR_LABEL.match(block.text) if block.kind in ("paragraph", "item") else None
        if label is not None:
            order = _ORDINALS.index(label["ordinal"].lower()) if label["ordinal"] else int(label["year"])
            places = words_to_places(block.words[:12], document=memo.document, memo=memo.id, section=section.title)
            labelled.append((order, label.group().strip(" *_"), block.text, places))
    if len(labelled) < _LEAST_ROW or [o for o, *_ in labelled] != sorted({o for o, *_ in labelled}):
        return
    said = {stem(word) for word in content_words(statement.text)}
    for (_, label1, text1, places1), (_, label2, text2, places2) in pairwise(labelled):
        one, other = _counts(text1, said), _counts(text2, said)
        for noun in one.keys() & other.keys():
            first = _Point(label=label1, text=one[noun][1], value=one[noun][0], places=places1)
            yield [first, _Point(label=label2, text=other[noun][1], value=other[noun][0], places=places2)]


def _counts(text: str, said: set[str]) -> dict[str, tuple[Decimal, str]]:
    """Counts of people, and of what the claim names: ``{"particip": (15, "15 participants")}``."""
    found: dict[str, tuple[Decimal, str]] = {}
    for quantity in find_quantities(text):
        after = re.match(r"\s((?:[a-z-]+\s){0,1}?([a-z]+s|people|staff))\b", text[quantity.end :])
        if quantity.kind == "count" and after and stem(after[2]) in _PEOPLE | said:
            found.setdefault(stem(after[2]), (quantity.value, f"{quantity.text} {after[1]}"))
    return found


def _finding(memo: Memo, statement: Statement, told: str, before: _Point, after: _Point) -> Finding:
    figures = f"{before.text} ({before.label}) and then {after.text} ({after.label})"
    return Finding(
        kind="restatement",
        severity="note",
        message=f'The memo says "{told}"; its own figures are {figures}.',
        stated=told,
        computed=figures,
        memo=memo.id,
        evidence=(*statement.places[:1], *before.places[:1], *after.places[:1]),
    )
