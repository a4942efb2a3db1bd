"""Refuses where the table leaves open what is asked: the cell says "TBD", "n/a" or nothing at all.

Without this a row would be quoted for the sake of its other cells. Where another cell of the row fits the question as
well as the open one, nothing is refused here.
"""

import re
from collections.abc import Iterator

from answer.questions.reading.question_parse import Asked
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, not_found
from answer.questions.tables.table_answers import GENERIC, body_rows, names_row, row_label, titles
from records.answer import Answer
from records.table import Cell, Table

_OPEN = re.compile(
    r"t\.?\s?b\.?\s?[adc]\.?|n\.?\s?/?\s?a\.?|unknown|not (?:available|applicable|known|yet known|reported|provided)"
    r"|to be (?:determined|confirmed|decided|announced|advised)|[-–—―.?*…\s]{0,12}",
    re.IGNORECASE,
)
_MOST_LEFT = 1
"""A verb of the question's own ("be raised") may be found neither in the row's label nor in a title."""


def is_open(value: str) -> bool:
    """ "TBD", "n/a", "—" and "" tell nothing; "None" and "Pending" do."""
    return bool(_OPEN.fullmatch(value.strip()))


def unfilled_answer(case: Case) -> Answer | None:
    """ "What does the pier cost?" where the pier's row has "TBD" in the column of costs."""
    if case.asked.shape == "reason":
        return None
    found = [cell for table in case.memo.document.tables for cell in _asked_cells(table, case.asked)]
    if not found or not all(is_open(cell.text) for cell in found):
        return None
    return refused_as_open(case, found[0].text)


def refused_as_open(case: Case, value: str) -> Answer:
    said = " ".join(value.split())
    note = f"The table says {said}." if said else "The table leaves the cell blank."
    return not_found(case.question, notes=(note,))


def _asked_cells(table: Table, asked: Asked) -> Iterator[Cell]:
    """In every row that the question names best, the cells whose titles hold most of what is asked."""
    rows = [(label, row) for row in body_rows(table) if (label := row_label(row)) and names_row(label, asked)]
    best = max((len(stems(label.text) & asked.stems) for label, _ in rows), default=0)
    for label, row in rows:
        if len(stems(label.text) & asked.stems) == best:
            yield from _best_titled(table, asked, label, row)


def _best_titled(table: Table, asked: Asked, label: Cell, row: tuple[Cell, ...]) -> Iterator[Cell]:
    heads = {title.column: title for title in titles(table) if title.column != label.column}
    wanted = [term.stem for term in asked.terms if term.stem not in stems(label.text)]
    known = stems(" ".join(head.text for head in heads.values())) | stems(table.title or "") | GENERIC
    if sum(not covers(base, known) for base in wanted) > _MOST_LEFT:
        return
    fits = {
        column: sum(covers(base, frozenset(wanted)) for base in stems(title.text)) for column, title in heads.items()
    }
    most = max(fits.values(), default=0)
    yield from (cell for cell in row if most and fits.get(cell.column) == most)
