"""Look-ups the other way round: the value is given and the thing is asked, "Which pier costs $2.4 million?"

A table's row answers with its label, a project's record with its name, a sentence as it stands, with its heading where
it names nobody. The value must be there exactly, and what else the question says must be told of it; else nobody is
named. What several have is told of all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.comparison.statements import Statement, is_common_heading, memo_to_statements
from answer.questions.reading.column_classes import CLASSES, ColumnClass, asked_classes
from answer.questions.reading.name_spans import new_names
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import Span
from answer.questions.reading.words import covers, stem, stems, tokens
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from answer.questions.tables.value_matches import (
    asked_values,
    cells_with,
    holds,
    is_compared,
    is_year,
    period_within,
)
from extract.language.dates import find_periods
from records.answer import Answer
from records.facts import Project
from records.place import Place
from records.table import Cell, Table
from records.values import Money, Period

_ASKS_THING = re.compile(r"^(?:(?:for|in|at|of|to|by|from|on) )?(?:which|what|who|whom|whose)\b", re.IGNORECASE)
_VALUE_NOUN = (
    r"(?:rate|share|percent(?:age)?|budget|cost|price|amount|number|date|day|month|year|quarter|total|sum|figure|status"
    r"|rating|issue|problem|reason|purpose|effect|result|impact|change|difference)s?"
)
_ASKS_VALUE = re.compile(
    r"^(?:in |by |at |on |for )?(?:what|which)(?: (?:are|were)\b"
    r"| (?:is|was|has been|will be) (?:the|its|their|our|an?)\b"
    rf"|(?: [\w'’-]+){{0,3}} {_VALUE_NOUN} (?:is|was|were|are|do|does|did|has|have|will)\b"
    r"| (?:do|does|did|has|have|had|will|would|can|could)\b)",
    re.IGNORECASE,
)
_KINDS = stems(
    "project program programme system initiative effort scheme event thing item organization group team body entity "
    "company one portal platform service area kind sort type"
)
_SAID_OF_ALL = stems(
    "year annual yearly annually per approximately around about roughly some total "
    "handle manage have hold process deal get worth amount reach give gave given"
)
_COST = stems("cost budget price worth expensive fund funded")
_LABELLED_SUM = re.compile(r"^[^;]{3,80}\([^)]{0,6}\d[^)]{0,24}\)[.:]?$")
_LEANS_BACK = re.compile(
    r"^(?:It|This|These|They|He|She|Those|That|The (?:project|program|system|event|portal|service|initiative|scheme"
    r"|work|contract|deposit|pilot|platform|team)s?)\b"
)
_MOST_TOLD, _MOST_WORDS, _LABEL_WORDS = 6, 70, 9


@dataclass(frozen=True, slots=True)
class Row:
    """A table row that holds the value: its label, the cell and the column's title."""

    label: Cell
    cell: Cell
    title: Cell


def reverse_lookup_answer(case: Case) -> Answer | None:
    """ "Who gave the $40,000?", "What opened in May 2031?", "Which pier has $1.2 million left?" """
    asked = case.asked
    if asked.negated or not _ASKS_THING.match(asked.text) or _ASKS_VALUE.match(asked.text):
        return None
    values = asked_values(asked)
    if not values:
        return None
    plain = len(values) == 1 and not is_compared(values[0], asked)
    return (plain and (_in_tables(case, values[0]) or _in_records(case, values[0]))) or _in_sentences(case, values)


def _rest(asked: Asked, values: tuple[Span, ...]) -> list[str]:
    """The question's words beside its values, the kind of thing that it asks for, and the asking."""
    said = {stem(word) for value in values for word in tokens(value.text)}
    return [term.stem for term in asked.terms if term.stem not in said | _KINDS and not term.stem.isdigit()]


def _in_tables(case: Case, value: Span) -> Answer | None:
    rows = [row for table in case.memo.document.tables for row in _rows(table, case.asked, value)]
    labels = dict.fromkeys(row.label.text.strip() for row in rows)
    if not rows or len(labels) > _MOST_TOLD:
        return None
    first = {label: next(row for row in rows if row.label.text.strip() == label) for label in labels}
    text = f"{'; '.join(_row_told(row) for row in first.values())}."
    places = [p for row in first.values() for cell in (row.label, row.cell) for p in cell_places(case.memo, cell)]
    return answered(case, text, places, method="record", confidence=0.86, values=list(labels))


def _row_told(row: Row) -> str:
    return f"{row.label.text.strip()} ({row.title.text.strip().rstrip(':')}: {row.cell.text.strip()})"


def _rows(table: Table, asked: Asked, value: Span) -> Iterator[Row]:
    heads = {head.column: head for head in titles(table)}
    labels = {row[0].row: label for row in body_rows(table) if (label := row_label(row))}
    rest = _rest(asked, (value,))
    for cell in cells_with(table, value):
        label, title = labels.get(cell.row), heads.get(cell.column)
        if label is None or title is None or label is cell or re.match(r"(?:grand )?totals?\b", label.text, re.I):
            continue
        known = stems(" ".join((title.text, label.text, table.title or "", heads[label.column].text
                                if label.column in heads else "")))  # fmt: skip
        told = all(covers(base, known) or base in _SAID_OF_ALL or _means(base, asked, title) for base in rest)
        if told and (rest or value.kind != "count"):
            yield Row(label, cell, title)


def _means(base: str, asked: Asked, title: Cell) -> bool:
    """Whether a word of the question stands for the column: "costs" for "Approved", "due" for "Target"."""
    return any(
        one.title.search(title.text) and any(stem(word) == base for m in one.asked.finditer(asked.text)
                                             for word in tokens(m.group()))
        for one in CLASSES
    )  # fmt: skip


def _in_records(case: Case, value: Span) -> Answer | None:
    classes = [one for one in asked_classes(case.asked.text) if one.field not in ("remaining",)]
    rest = _rest(case.asked, (value,))
    meant = [base for base in rest if not any(stem(word) == base for one in classes
             for m in one.asked.finditer(case.asked.text) for word in tokens(m.group()))]  # fmt: skip
    if not classes or any(base not in _SAID_OF_ALL for base in meant):
        return None
    for one in classes:
        found = [project for project in case.memo.projects if _record_holds(project, one, value)]
        if 0 < len(found) <= _MOST_TOLD:
            return _projects_told(case, found, one)
    return None


def _record_holds(project: Project, one: ColumnClass, value: Span) -> bool:
    held = getattr(project, one.field)
    if isinstance(held, Money):
        return value.kind == "money" and held.amount == value.value
    if isinstance(held, Period) and value.kind == "date":
        wanted = next((span.period for span in find_periods(value.text)), None)
        return wanted is not None and period_within(held, wanted)
    return False


def _projects_told(case: Case, found: list[Project], one: ColumnClass) -> Answer | None:
    word = {"spent": "spent", "budget": "budget", "end": "due", "completed": "completed", "start": "start"}[one.field]
    said = "; ".join(f"{project.project} ({word}: {getattr(project, one.field).text})" for project in found)
    places = [place for p in found for place in (dict(p.field_places).get(one.field, p.place), p.place)]
    return answered(case, f"{said}.", places, method="record", confidence=0.85, values=[p.project for p in found])


def _in_sentences(case: Case, values: tuple[Span, ...]) -> Answer | None:
    statements = memo_to_statements(case.memo)
    holding = [n for n, one in enumerate(statements) if all(holds(one.text, value) for value in values)]
    told = [n for n in holding if _tells(case, statements, n, values, only=len(holding) == 1)]
    if not told or len(told) > 2:
        return None
    texts, places = [], []
    for number in told:
        text, more = _with_subject(statements, number)
        texts.append(text)
        places += more
    text = " ".join(sentence_text(text) for text in texts)
    if len(text.split()) > _MOST_WORDS:
        return None
    return answered(case, text, places, method="quoted", confidence=0.8, values=texts)


def _tells(case: Case, statements: tuple[Statement, ...], number: int, values: tuple[Span, ...], *, only: bool) -> bool:
    """Whether the sentence tells what the question does; where no other holds it, a common verb may differ."""
    asked, statement = case.asked, statements[number]
    own, around = stems(statement.text), _around(statements, number)
    head = [base for base in asked.head[-1:] if base not in _KINDS]
    exact = only and all(value.kind in ("money", "percent") for value in values)
    rest = [base for base in _rest(asked, values) if not (exact and base in _SAID_OF_ALL)]
    if _COST.intersection(rest) and not _LABELLED_SUM.match(statement.text.strip()) and not own & _COST:
        return False
    rest = [base for base in rest if base not in _COST]
    if (
        asked.shape == "entity"
        and re.match(r"who", asked.text, re.IGNORECASE)
        and not new_names(statement.text, asked.stems)
    ):
        return False
    if any(not covers(base, own | around) for base in head):
        return False
    if not rest:
        return only and not any(is_year(value) for value in values)
    return all(covers(base, own | around) for base in rest) and any(covers(base, own) for base in rest)


def _around(statements: tuple[Statement, ...], number: int) -> frozenset[str]:
    """The words of the heading and of what stands before in the paragraph."""
    here = statements[number]
    before = [one for one in statements[max(0, number - 3) : number] if one.paragraph == here.paragraph]
    return stems(here.section).union(*(stems(one.text) for one in before))


def _with_subject(statements: tuple[Statement, ...], number: int) -> tuple[str, list[Place]]:
    """The sentence, after the paragraph's label or its heading where it begins with "It" or "The system"."""
    here = statements[number]
    paragraph = [one for one in statements if one.paragraph == here.paragraph]
    label = paragraph[0]
    if label is not here and len(label.text.split()) <= _LABEL_WORDS:
        return f"{label.text.rstrip(' .')}: {here.text}", [*label.places, *here.places]
    if not _LEANS_BACK.match(here.text) or not here.section or is_common_heading(here.section):
        return here.text, list(here.places)
    return f"{here.section}: {here.text}", list(here.places)
