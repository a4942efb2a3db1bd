"""Tables whose last line or a line in between says "Total": is it the sum of the lines above it?

Only columns in which every line holds a figure or nothing are summed. What is left out of a table ("the largest five")
cannot be seen here, so a column with more doubt than that is not touched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.checks.numbers import FIGURE, figure_value
from records.answer import Finding
from records.document import words_to_places
from records.memo import Memo
from records.place import Place
from records.table import Cell, Table

_TOTAL = re.compile(
    r"^(?:grand\s|overall\s|combined\s|city[- ]?wide\s)?(?:total|sum)s?\b(?!\s(?:number|cost|budget)\sof)",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"^sub-?\s?totals?\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"^(?P<open>\()?(?P<minus>[-–−])?\s?(?P<currency>[$€£])?\s?(?P<figure>{FIGURE})\s?(?P<unit>%|[KMB]|thousand|million|billion)?\)?\*?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:[-–—]+|n/?a|none|tbd|0)?$", re.IGNORECASE)
_LEAST_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    value: Decimal
    step: Decimal
    unit: str


def check_sums(memo: Memo) -> Iterator[Finding]:
    for table in memo.document.tables:
        grid = table.grid()
        for number in range(table.header_rows + _LEAST_LINES, table.rows):
            if _TOTAL.match(_label(grid[number])):
                for column in range(1, table.columns):
                    yield from _check_column(memo, table, grid, number, column)


def _label(row: Sequence[str]) -> str:
    """The first cell with words; a table may number its lines before it."""
    return next((cell.strip() for cell in row[:3] if re.search(r"[A-Za-z]", cell)), "")


def _check_column(
    memo: Memo, table: Table, grid: Sequence[Sequence[str]], number: int, column: int
) -> Iterator[Finding]:
    stated = _amount(grid[number][column])
    if stated is None or stated.unit == "%":
        return
    lines = grid[_first_line(table, grid, number) : number]
    plain = [_amount(row[column]) for row in lines if not _SUBTOTAL.match(_label(row))]
    sub = [_amount(row[column]) for row in lines if _SUBTOTAL.match(_label(row))]
    empty = [row[column] for row in lines if _amount(row[column]) is None]
    if not all(_NOTHING.match(text.strip()) for text in empty):
        return
    sums = [_sum(amounts) for amounts in (plain, sub) if len([a for a in amounts if a]) >= _LEAST_LINES]
    units = {amount.unit for amount in (*plain, *sub) if amount is not None} | {stated.unit}
    if not sums or len(units) > 1:
        return
    slack = sum((a.step / 2 for a in plain if a), Decimal(0)) if stated.unit else Decimal(0)
    if all(abs(total - stated.value) > slack for total in sums):
        yield _finding(memo, table, grid, number, column, sums[0])


def _first_line(table: Table, grid: Sequence[Sequence[str]], number: int) -> int:
    """Lines count from the last total above, unless that one is summed up too."""
    if re.match(r"grand|overall|combined", _label(grid[number]), re.IGNORECASE):
        return table.header_rows
    totals = [row for row in range(table.header_rows, number) if _TOTAL.match(_label(grid[row]))]
    return totals[-1] + 1 if totals else table.header_rows


def _amount(text: str) -> _Amount | None:
    match = _AMOUNT.match(text.strip())
    if match is None:
        return None
    value = figure_value(match["figure"])
    step = Decimal(1).scaleb(-len(match["figure"].partition(".")[2]))
    negative = bool(match["open"] or match["minus"])
    return _Amount(value=-value if negative else value, step=step, unit=(match["unit"] or "").lower())


def _sum(amounts: Sequence[_Amount | None]) -> Decimal:
    return sum((amount.value for amount in amounts if amount is not None), Decimal(0))


def _finding(
    memo: Memo, table: Table, grid: Sequence[Sequence[str]], number: int, column: int, total: Decimal
) -> Finding:
    stated = grid[number][column].strip()
    computed = _written_like(stated, total)
    header = " ".join(grid[row][column] for row in range(table.header_rows)).strip()
    title = f'The total of "{header}"' if header else "A total"
    return Finding(
        kind="sum",
        severity="error",
        message=f"{title} is given as {stated}; the lines above it add up to {computed}.",
        stated=stated,
        computed=computed,
        memo=memo.id,
        evidence=_column_places(memo, table, number, column),
    )


def _written_like(example: str, value: Decimal) -> str:
    """``Decimal(52700000)`` like ``$53,700,000`` is ``$52,700,000``."""
    match = _AMOUNT.match(example)
    assert match is not None
    decimals = len(match["figure"].partition(".")[2])
    grouped = "," if "," in match["figure"] or not re.search(r"\d{4}", match["figure"]) else ""
    unit = match["unit"] or ""
    sign = "-" if value < 0 else ""
    return f"{sign}{match['currency'] or ''}{abs(value):{grouped}.{decimals}f}{unit if len(unit) < 2 else ' ' + unit}"


def _column_places(memo: Memo, table: Table, number: int, column: int) -> tuple[Place, ...]:
    """The total's cell first, then the cells that were added."""
    cells = [cell for cell in table.cells if cell.column == column and table.header_rows <= cell.row <= number]
    ordered: list[Cell] = sorted(cells, key=lambda cell: (cell.row != number, cell.row))
    return tuple(
        place
        for cell in ordered
        for place in words_to_places(cell.words, document=memo.document, memo=memo.id, section=table.title)
    )
