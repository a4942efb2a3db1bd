"""A figure of a year in a sentence against the same memo's table by years: "received 1,420 requests in 2029" beside a
line "2029 | 1,240".

The sentence must name the year and every word of the column's header (or of the table's title and header together);
a hedged or rounded figure that fits is no finding, and neither is a part of a year.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from answer.checks.hedges import fits, read_hedge
from answer.checks.quantities import Quantity, find_quantities
from answer.comparison.statements import Statement
from answer.questions.reading.words import content_words, stem
from records.answer import Finding
from records.document import words_to_places
from records.memo import Memo
from records.place import Place
from records.table import Table

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_PART_OF_YEAR = re.compile(
    r"\b(?:quarter|half|month|through|to date|so far|since|from|to|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|first|goal|target|expect\w*|forecast|will|average)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(map(stem, ("number", "total", "count", "no", "all", "annual", "fiscal", "year")))


def check_table_figures(memo: Memo, statements: Sequence[Statement]) -> Iterator[Finding]:
    told = _told_by_year(statements)
    for table in memo.document.tables if told else ():
        for year, wanted, row, column in _cells_by_year(table):
            for said, statement in told.get(year, ()):
                if wanted and wanted <= said:
                    yield from _compare(memo, table, statement, year, wanted, row, column)


def _told_by_year(statements: Sequence[Statement]) -> dict[str, list[tuple[set[str], Statement]]]:
    """The sentences that speak of one whole year, with their words."""
    found: dict[str, list[tuple[set[str], Statement]]] = defaultdict(list)
    for statement in statements:
        years = _YEAR.findall(statement.text)
        if len(years) == 1 and not _PART_OF_YEAR.search(statement.text):
            found[years[0]].append(({stem(word) for word in content_words(statement.text)}, statement))
    return found


def _cells_by_year(table: Table) -> Iterator[tuple[str, set[str], int, int]]:
    """Each figure of a table with years down its side or across its top: the year, and the words that name it."""
    grid = table.grid()
    years = {
        row: m.group() for row in range(table.header_rows, table.rows) if (m := _YEAR.fullmatch(grid[row][0].strip()))
    }
    for row, year in years.items() if len(years) > 1 and table.header_rows == 1 else ():
        for column in range(1, table.columns):
            yield year, _own_words(grid[0][column]), row, column
    tops = (
        {c: m.group() for c in range(1, table.columns) if (m := _YEAR.fullmatch(grid[0][c].strip()))}
        if table.rows
        else {}
    )
    for column, year in tops.items() if len(tops) > 1 and table.header_rows == 1 else ():
        for row in range(1, table.rows):
            yield year, _own_words(grid[row][0]), row, column


def _own_words(label: str) -> set[str]:
    return {stem(word) for word in content_words(label)} - _GENERIC


def _compare(
    memo: Memo, table: Table, statement: Statement, year: str, wanted: set[str], row: int, column: int
) -> Iterator[Finding]:
    printed, told = _single(table.grid()[row][column]), _told(statement, wanted)
    if printed is None or told is None or printed.kind != told.kind:
        return
    if not fits(read_hedge(statement.text[: told.start]), told.value, printed.value, step=max(told.step, printed.step)):
        header = " ".join(cell for cell in (table.grid()[row][0], table.grid()[0][column]) if cell)
        yield Finding(
            kind="restatement",
            severity="warning",
            message=f"The text gives {told.text} for {year}; the table ({header}) gives {printed.text}.",
            stated=told.text,
            computed=printed.text,
            memo=memo.id,
            evidence=(*statement.places[:1], *_cell_places(memo, table, row, column)),
        )


def _told(statement: Statement, wanted: set[str]) -> Quantity | None:
    """The one figure of the sentence, or the one that counts what the header names."""
    figures = [q for q in find_quantities(statement.text) if q.value > 1]
    counted = [q for q in figures if wanted & {stem(w) for w in content_words(statement.text[q.end : q.end + 40])[:3]}]
    found = figures if len(figures) == 1 else counted
    return found[0] if len(found) == 1 else None


def _single(text: str) -> Quantity | None:
    found = list(find_quantities(text))
    return found[0] if len(found) == 1 else None


def _cell_places(memo: Memo, table: Table, row: int, column: int) -> tuple[Place, ...]:
    words = next((c.words for c in table.cells if (c.row, c.column) == (row, column)), ())
    return words_to_places(words, document=memo.document, memo=memo.id, section=table.title)
