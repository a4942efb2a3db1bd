"""The values that a question gives ("$2.4 million", "March 2031", "91 %"), and where a memo holds the same.

Sums are equal by amount, whatever their scale; a day lies in the month that is asked about. A year alone, a number that
only says how many things are wanted, and a time "since" or "before" which something was are no values to look up.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import Span, text_to_spans
from answer.questions.tables.table_figures import cell_value
from extract.language.dates import find_periods
from records.table import Cell, Table
from records.values import Period

_RANGE = re.compile(
    r"(?<!in service )(?<!in use )(?<!in place )\b(?:since|before|after|until|till|by|through|between|from"
    r"|later than|earlier than|as of) (?:the )?(?:end of )?$",
    re.IGNORECASE,
)
_LEAST_COUNT = 12
"""Smaller numbers say how many are meant ("the five aims"), not which."""
_OF_MEMO = re.compile(r"^ (?:\w+ )?(?:memo|memorandum|report|update|letter|committee|council)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|larger) than (?:about )?$|\b(?:over|under|above|below|exceed\w*"
    r"|at least|at most|up to)(?: about)? $",
    re.IGNORECASE,
)
_SCALES = ((re.compile(r"\bthousand|[$£€]? ?0{3}|[$£€]k\b", re.IGNORECASE), 1_000),
           (re.compile(r"\bmillion|[$£€]m\b", re.IGNORECASE), 1_000_000))  # fmt: skip


def asked_values(asked: Asked) -> tuple[Span, ...]:
    """ "Which pier costs $2.4 million?" gives the sum; "Which two piers opened in May 2031?" the month alone."""
    return tuple(span for span in text_to_spans(asked.text) if _is_value(span, asked))


def _is_value(span: Span, asked: Asked) -> bool:
    before, after = asked.text[: span.start], asked.text[span.end :]
    match span.kind:
        case "date":
            return not _RANGE.search(before) and not _OF_MEMO.match(after)
        case "count":
            return span.value is not None and span.value != asked.wanted and span.value >= _LEAST_COUNT
        case "money" | "percent":
            return True
        case _:
            return False


def is_compared(span: Span, asked: Asked) -> bool:
    """ "costs more than $2 million" gives a bound, and no value to be found as it stands."""
    return bool(_COMPARED.search(asked.text[: span.start]))


def is_year(span: Span) -> bool:
    return span.kind == "date" and bool(re.fullmatch(r"(?:19|20)\d\d", span.text.strip()))


def holds(text: str, value: Span) -> bool:
    """Whether ``text`` states the very value."""
    return any(_same(span, value) for span in text_to_spans(text) if span.kind == value.kind)


def _same(span: Span, value: Span) -> bool:
    if value.kind == "date":
        wanted, found = _period(value.text), _period(span.text)
        return wanted is not None and found is not None and period_within(found, wanted)
    return span.value is not None and span.value == value.value


def period_within(found: Period, wanted: Period) -> bool:
    """A day in the month asked about, or the same month; a year says nothing of a month."""
    if None in (found.first, found.last, wanted.first, wanted.last):
        return found.text.strip().lower() == wanted.text.strip().lower()
    return bool(wanted.first <= found.first and found.last <= wanted.last)  # type: ignore[operator]


def _period(text: str) -> Period | None:
    return next((span.period for span in find_periods(text)), None)


def cells_with(table: Table, value: Span) -> Iterator[Cell]:
    """The body cells that hold the value; sums in a table of thousands count in thousands."""
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.text.strip() and _cell_holds(table, cell, value):
            yield cell


def _cell_holds(table: Table, cell: Cell, value: Span) -> bool:
    if value.kind == "date":
        return holds(cell.text, value) or cell.text.strip() == value.text.strip()
    number = cell_value(cell.text)
    if number is None:
        return holds(cell.text, value) and len(cell.text.split()) <= 4
    if value.kind == "percent":
        return "%" in cell.text and number == value.value
    if value.kind == "money":
        return value.value in (number, number * _scale(table, cell))
    return number == value.value and "%" not in cell.text


def _scale(table: Table, cell: Cell) -> Decimal:
    title = next((c.text for c in table.row(table.header_rows - 1) if c.column == cell.column), "")
    said = f"{table.unit or ''} {title}"
    return next((Decimal(scale) for found, scale in _SCALES if found.search(said)), Decimal(1))
