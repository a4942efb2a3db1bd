"""Answers from a table's cells: the column that is asked for in the row that is named, or the row that holds a value.

The column must be named by its title, or by a word that means the same, and the row by its label; two rows or two
columns that fit equally well are left unanswered, and so is an empty cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.questions.reading.direction_words import asks_direction
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer
from records.document import words_to_places
from records.memo import Memo
from records.place import Place
from records.table import Cell, Table

GENERIC = stems("project program table row column cell value number item entry name status listed of total")
_FEWEST_SHARE = 0.6
_SENTENCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A cell, its row's label and its column's title."""

    table: Table
    cell: Cell
    label: Cell
    title: Cell


def table_answer(case: Case) -> Answer | None:
    """ "What is the end date of Pier 4?" where a column is titled "End date" and a row begins with "Pier 4"."""
    if case.asked.shape in ("yes_no", "reason", "duration") or case.asked.operation in ("difference", "percent_change"):
        return None
    if asks_direction(case.asked.text):
        return None
    found = [cell for table in case.memo.document.tables for cell in _cells(table, case.asked)]
    texts = {cell.cell.text.strip() for cell in found}
    if len(texts) != 1 or not texts.copy().pop():
        return None
    first = found[0]
    text = cell_sentence(first.title.text, first.cell.text, first.label.text)
    places = cell_places(case.memo, first.cell) + cell_places(case.memo, first.label)
    return answered(case, text, places, method="record", confidence=0.85, values=[first.cell.text.strip()])


def cell_sentence(title: str, value: str, label: str | None) -> str:
    """ "The status of Pier 4 is RED.", and for a cell that is a sentence itself: "Issue of Pier 4: Steel is late." """
    title, value = title.strip().rstrip(":"), value.strip()
    of = f" of {label.strip()}" if label else ""
    if len(value.split()) >= _SENTENCE_WORDS or value.endswith("."):
        return f"{title}{of}: {sentence_text(value)}"
    named = title if re.search(r"[A-Z]{2}|\d", title) else title.lower()
    return sentence_text(f"The {named}{of} is {value}" if of else f"{title}: {value}")


def cell_places(memo: Memo, cell: Cell) -> tuple[Place, ...]:
    return words_to_places(cell.words, document=memo.document, memo=memo.id, section=None)


def body_rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    return (row for number in range(table.header_rows, table.rows) if (row := table.row(number)))


def titles(table: Table) -> tuple[Cell, ...]:
    return table.row(table.header_rows - 1) if table.header_rows else ()


def row_label(row: tuple[Cell, ...]) -> Cell | None:
    """The first cell with words in it: a leading row number is no label."""
    return next((cell for cell in row if any(c.isalpha() for c in cell.text)), None)


def _cells(table: Table, asked: Asked) -> Iterator[Found]:
    columns = _columns(table, asked)
    labels = [label for row in body_rows(table) if (label := row_label(row)) and names_row(label, asked)]
    best = max((len(stems(label.text) & asked.stems) for label in labels), default=0)
    for label in labels:
        if len(stems(label.text) & asked.stems) < best:
            continue
        for title in columns:
            cell = next((c for c in table.row(label.row) if c.column == title.column), None)
            if cell and cell is not label and _nothing_left(table, asked, label, title) and _kind_fits(asked, cell):
                yield Found(table, cell, label, title)


def _columns(table: Table, asked: Asked) -> list[Cell]:
    """The columns whose whole title the question names."""
    return [
        title
        for title in titles(table)
        if stems(title.text)
        and all(covers(base, asked.stems) for base in stems(title.text) - GENERIC or stems(title.text))
    ]


def names_row(label: Cell, asked: Asked) -> bool:
    telling = stems(label.text) - GENERIC
    return bool(telling) and len(telling & asked.stems) >= _FEWEST_SHARE * len(telling)


def _nothing_left(table: Table, asked: Asked, label: Cell, title: Cell) -> bool:
    """The question's content comes from the row's label, the column's titles, the table's title or the asking; one
    verb ("raise", "hold") may be its own, if label and title are named in full."""
    heads = stems(" ".join(head.text for head in titles(table) if head.column in (label.column, title.column)))
    known = stems(label.text) | heads | stems(table.title or "") | GENERIC
    left = [term for term in asked.terms if not covers(term.stem, known)]
    in_full = stems(label.text) <= asked.stems and asked.shape in ("count", "money", "percent", "date")
    return not left or (in_full and len(left) == 1 and not left[0].named)


def _kind_fits(asked: Asked, cell: Cell) -> bool:
    """A "when" wants a date in the cell, a "how much" a sum, a "how many" a figure."""
    match asked.shape:
        case "date":
            return bool(spans_of(cell.text, "date"))
        case "money":
            return bool(spans_of(cell.text, "money"))
        case "count":
            return bool(re.fullmatch(r"[\d,.]+\+?", cell.text.strip()))
        case "percent":
            return bool(spans_of(cell.text, "percent"))
        case _:
            return True
