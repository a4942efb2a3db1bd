"""Which way a figure went: up or down against last year, above or below the budget, from a row's own two figures.

A row says nothing about a direction until its two figures are set against each other. Where a table has no such pair of
columns, or several tables have, nothing is said here; and then no row may be quoted either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.questions.figures.arithmetic import plain
from answer.questions.reading.direction_words import AGAINST, DOWN_ASKED, UP_ASKED, asks_direction, says_direction
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, not_found
from answer.questions.tables.table_answers import body_rows, cell_places, names_row, row_label, titles
from answer.questions.tables.table_figures import cell_value
from records.answer import Answer
from records.table import Cell, Table

_MOST = re.compile(r"\b(?:most|largest|biggest|least|smallest|sharpest)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:last|previous|prior|earlier|before|adopted|approved|budget(?:ed)?|plan(?:ned)?|target|baseline|original"
    r"|estimated?|forecast)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:this|current|actuals?|new|latest|now|revised|proposed|spent|result)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"^(?:grand |sub)?totals?\b", re.IGNORECASE)
_TALK = stems(
    "increase grow rise raise high large expand exceed reduce cut decrease decline lower fall fell rose grew drop "
    "shrink small compare previous prior last year quarter month period budget target plan forecast estimate original "
    "adopted approved actual spend spent went program line row table item figure amount number versus relative "
    "above below within"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row's figure before and after."""

    label: Cell
    before: Cell
    after: Cell
    change: Decimal


def direction_answer(case: Case) -> Answer | None:
    """The rows' two figures; what the memo says in prose is left to others; any other row is refused."""
    asks_for_row = re.match(r"which\b", case.asked.text, re.IGNORECASE) and case.asked.shape == "money"
    if not asks_direction(case.asked.text):
        return None
    if case.asked.shape not in ("entity", "list", "text", "yes_no") and not asks_for_row:
        return None
    computed = None if _MOST.search(case.asked.text) else _computed(case)
    if computed is not None:
        return computed
    prose = (c.text for c in case.candidates if c.sentence.kind != "row")
    return None if any(says_direction(case.asked.text, text) for text in prose) else not_found(case.question)


def _computed(case: Case) -> Answer | None:
    tables = [pairs for table in case.memo.document.tables if (pairs := _pairs(table, case))]
    if len(tables) != 1:
        return None
    named = [pair for pair in tables[0] if names_row(pair.label, case.asked)]
    if len(named) == 1:
        return _of_row(case, named[0])
    return None if named or case.asked.shape == "yes_no" else _rows_that_moved(case, tables[0])


def _of_row(case: Case, pair: Pair) -> Answer | None:
    up, down = (bool(found.search(_without_against(case.asked.text))) for found in (UP_ASKED, DOWN_ASKED))
    went = pair.change > 0, pair.change < 0
    opening = ""
    if case.asked.shape == "yes_no" and up != down:
        opening = "Yes: " if went == (up, down) else "No: "
    word = "higher" if went[0] else "lower" if went[1] else "unchanged"
    return _told(case, f"{opening}{_line(pair)} ({word}).", [pair], values=[word])


def _rows_that_moved(case: Case, pairs: list[Pair]) -> Answer | None:
    """Every row that went the way that is asked about; a question of both ways at once names none."""
    text = _without_against(case.asked.text)
    up, down = bool(UP_ASKED.search(text)), bool(DOWN_ASKED.search(text))
    if up == down:
        return None
    moved = [pair for pair in pairs if (pair.change > 0) == up and pair.change]
    lines = "; ".join(_line(pair) for pair in moved)
    return _told(case, f"{lines}.", moved, values=[pair.label.text.strip() for pair in moved]) if moved else None


def _told(case: Case, text: str, pairs: list[Pair], *, values: list[str]) -> Answer | None:
    places = [p for pair in pairs for c in (pair.label, pair.before, pair.after) for p in cell_places(case.memo, c)]
    working = "; ".join(f"{p.after.text.strip()} - {p.before.text.strip()} = {plain(p.change)}" for p in pairs)
    return answered(case, text, places, method="computed", confidence=0.8, values=values, working=working)


def _line(pair: Pair) -> str:
    return f"{pair.label.text.strip()}: {pair.before.text.strip()} before, {pair.after.text.strip()} after"


def _without_against(text: str) -> str:
    """ "Which programs grew over the prior year?" asks one way: its "over" only says against what."""
    return re.sub(
        r"\bover (?=(?:the |its )?(?:last|previous|prior))|\b(?:more|less) (?=than last)", "", text, flags=re.I
    )


def _pairs(table: Table, case: Case) -> list[Pair]:
    """The table's rows as pairs, if its columns, rows and title account for all that is asked."""
    columns = _before_and_after(table, case.asked.text)
    if columns is None:
        return []
    pairs = list(_row_pairs(table, *columns))
    known = stems(" ".join((table.title or "", *(title.text for title in titles(table))))) | _TALK
    labels = stems(" ".join(pair.label.text for pair in pairs if names_row(pair.label, case.asked)))
    years = {str(year) for year in case.asked.years}
    rest = [base for base in case.asked.stems - years if not covers(base, known | labels)]
    return [] if rest else pairs


def _before_and_after(table: Table, text: str) -> tuple[int, int] | None:
    """The one column of what was planned or was, and the one of what is; or the columns of two years."""
    heads = titles(table)[1:]
    years = sorted((found.group(), head.column) for head in heads if (found := _YEAR.search(head.text)))
    if len(years) == len({year for year, _ in years}) == 2 and not re.search(r"budget|target|plan", text, re.I):
        return years[0][1], years[1][1]
    before = [head.column for head in heads if _BEFORE.search(head.text) and not _AFTER.search(head.text)]
    after = [head.column for head in heads if _AFTER.search(head.text)]
    if (
        len(before) != 1
        or len(after) != 1
        or not _kind_fits(next(h for h in heads if h.column == before[0]).text, text)
    ):
        return None
    return before[0], after[0]


def _kind_fits(title: str, text: str) -> bool:
    """Last year's figure answers nothing about a budget, and a budget nothing about last year."""
    planned = re.search(r"\b(?:budget\w*|target|plan\w*|forecast|estimate\w*|baseline)\b", title, re.I)
    against = AGAINST.search(text)
    of_plan = against is not None and re.search(r"budget|target|plan|forecast|estimate", against.group(), re.I)
    return bool(planned) == bool(of_plan)


def _row_pairs(table: Table, before: int, after: int) -> Iterator[Pair]:
    for row in body_rows(table):
        label, cells = row_label(row), {cell.column: cell for cell in row}
        if label is None or _TOTAL.match(label.text.strip()) or before not in cells or after not in cells:
            continue
        was, now = cell_value(cells[before].text), cell_value(cells[after].text)
        if was is not None and now is not None:
            yield Pair(label, cells[before], cells[after], now - was)
