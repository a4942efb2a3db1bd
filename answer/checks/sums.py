"""Tables whose last line or last column says "Total": is it the sum of what stands before it?

Only columns in which every line holds a figure or nothing are summed. A table is known to be meant as a sum where
another of its totals fits, or where the figures miss it by little: a total that no line comes near counts something
else. What rounding can explain, rates, averages and figures of several units are not summed.
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

_OF_ALL = r"(?:grand|overall|combined|city[- ]?wide|portfolio|program|programme|project|department|fund)"
_TOTAL = re.compile(rf"^(?:{_OF_ALL}\s)?(?:total|sum)s?\b(?!\s(?:number|cost|budget)\sof)", re.IGNORECASE)
_SUBTOTAL = re.compile(r"^sub-?\s?totals?\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"^(?P<open>\()?(?P<minus>[-–−])?\s?(?P<currency>[$€£])?\s?(?P<figure>{FIGURE})\s?(?P<unit>%|[KMB]|thousand|million|billion)?\)?\*?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:[-–—]+|n/?a|none|tbd|0)?$", re.IGNORECASE)
_NO_SUM = re.compile(
    r"%|\b(?:percent\w*|pct|rate|ratio|share|average|avg|mean|median|index|per\s\w+|score|rank|days|age|change)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\b(?:of which|including|thereof|incl\.)", re.IGNORECASE)
_LEAST_LINES = 2
_FAR_OFF = Decimal("0.25")
"""A lone column whose lines miss the total by more than a quarter of it is not one of its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    value: Decimal
    step: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """A total as stated, what its parts add up to, and the places of the total and the parts."""

    title: str
    stated: str
    value: Decimal
    computed: Decimal
    slack: Decimal
    cells: tuple[tuple[int, int], ...]

    @property
    def fits(self) -> bool:
        return abs(self.computed - self.value) <= self.slack

    @property
    def is_near(self) -> bool:
        return abs(self.computed - self.value) <= _FAR_OFF * abs(self.value)


def check_sums(memo: Memo) -> Iterator[Finding]:
    for table in memo.document.tables:
        grid = table.grid()
        if not any(_OF_WHICH.search(_label(row)) for row in grid):
            for group in (*_line_totals(table, grid), tuple(_column_total(table, grid))):
                yield from _unfit(memo, table, group)


def _unfit(memo: Memo, table: Table, group: Sequence[_Sum]) -> Iterator[Finding]:
    """Totals that do not fit, where the others show that sums are meant."""
    wrong = [total for total in group if not total.fits]
    if len(group) > 1 and 2 * len(wrong) > len(group):
        return
    for total in wrong:
        if len(group) > 1 or total.is_near:
            yield _finding(memo, table, total)


def _line_totals(table: Table, grid: Sequence[Sequence[str]]) -> Iterator[tuple[_Sum, ...]]:
    """A ``Total`` line: one sum for each column."""
    headers = [" ".join(grid[row][column] for row in range(table.header_rows)) for column in range(table.columns)]
    for number in range(table.header_rows + _LEAST_LINES, table.rows):
        if _TOTAL.match(_label(grid[number])):
            columns = [column for column in range(1, table.columns) if not _NO_SUM.search(headers[column])]
            sums = (_column_sum(table, grid, number, column, headers[column].strip()) for column in columns)
            yield tuple(total for total in sums if total is not None)


def _label(row: Sequence[str]) -> str:
    """The first cell with words; a table may number its lines before it."""
    return next((cell.strip() for cell in row[:3] if re.search(r"[A-Za-z]", cell)), "")


def _column_sum(table: Table, grid: Sequence[Sequence[str]], number: int, column: int, header: str) -> _Sum | None:
    stated = _amount(grid[number][column])
    rows = range(_first_line(table, grid, number), number)
    plain = {row: _amount(grid[row][column]) for row in rows if not _SUBTOTAL.match(_label(grid[row]))}
    sub = {row: _amount(grid[row][column]) for row in rows if _SUBTOTAL.match(_label(grid[row]))}
    if stated is None or not all(
        _NOTHING.match(grid[row][column].strip()) for row in rows if not _has(grid, row, column)
    ):
        return None
    sums = [_parts_sum(stated, amounts) for amounts in (plain, sub)]
    best = min((s for s in sums if s), key=lambda s: abs(s[0] - stated.value), default=None)
    if best is None:
        return None
    title = f'The total of "{header}"' if header else "A total"
    cells = ((number, column), *((row, column) for row in rows))
    return _Sum(
        title=title,
        stated=grid[number][column].strip(),
        value=stated.value,
        computed=best[0],
        slack=best[1],
        cells=cells,
    )


def _has(grid: Sequence[Sequence[str]], row: int, column: int) -> bool:
    return _amount(grid[row][column]) is not None


def _parts_sum(stated: _Amount, parts: dict[int, _Amount | None]) -> tuple[Decimal, Decimal] | None:
    """What the parts add up to, and how far rounding may take it off; ``None`` where they are no parts of it."""
    amounts = [amount for amount in parts.values() if amount is not None]
    units, steps = {amount.unit for amount in (*amounts, stated)}, {amount.step for amount in (*amounts, stated)}
    if len(amounts) < _LEAST_LINES or len(units) > 1 or "%" in units:
        return None
    if Decimal("0.001") in steps:  # "14.862" beside "268": a point between thousands
        return None
    rounded = stated.unit or stated.step not in (1, Decimal("0.01"))
    slack = sum((amount.step / 2 for amount in (*amounts, stated)), Decimal(0)) if rounded else Decimal(0)
    return sum((amount.value for amount in amounts), Decimal(0)), slack


def _first_line(table: Table, grid: Sequence[Sequence[str]], number: int) -> int:
    """Lines count from the last total above, unless that one is summed up too."""
    if re.match(r"grand|overall|combined", _label(grid[number]), re.IGNORECASE):
        return table.header_rows
    totals = [row for row in range(table.header_rows, number) if _TOTAL.match(_label(grid[row]))]
    return totals[-1] + 1 if totals else table.header_rows


def _column_total(table: Table, grid: Sequence[Sequence[str]]) -> Iterator[_Sum]:
    """A last column headed ``Total``: one sum for each line. One header line only: groups have sums of their own."""
    last = table.columns - 1
    if (
        table.header_rows != 1
        or last < 3
        or not re.fullmatch(r"(?:grand |combined )?total", grid[0][last].strip().lower())
    ):
        return
    if any(_NO_SUM.search(header) or _TOTAL.match(header.strip()) for header in grid[0][1:last]):
        return
    for number in range(1, table.rows):
        row = grid[number]
        stated = _amount(row[last])
        parts = {column: _amount(row[column]) for column in range(1, last)}
        if stated is None or any(amount is None and not _NOTHING.match(row[c].strip()) for c, amount in parts.items()):
            continue
        found = _parts_sum(stated, parts)
        if found:
            cells = ((number, last), *((number, column) for column in range(1, last)))
            title = f'The total of "{_label(row)}"'
            yield _Sum(
                title=title,
                stated=row[last].strip(),
                value=stated.value,
                computed=found[0],
                slack=found[1],
                cells=cells,
            )


def _amount(text: str) -> _Amount | None:
    match = _AMOUNT.match(text.strip())
    if match is None or (match["open"] and match["unit"] is None and not match["currency"] and len(text) < 7):
        return None
    value = figure_value(match["figure"])
    step = Decimal(1).scaleb(-len(match["figure"].partition(".")[2]))
    negative = bool(match["open"] or match["minus"])
    return _Amount(value=-value if negative else value, step=step, unit=(match["unit"] or "").lower())


def _finding(memo: Memo, table: Table, total: _Sum) -> Finding:
    computed = _written_like(total.stated, total.computed)
    return Finding(
        kind="sum",
        severity="error",
        message=f"{total.title} is given as {total.stated}; what stands before it adds up to {computed}.",
        stated=total.stated,
        computed=computed,
        memo=memo.id,
        evidence=_cell_places(memo, table, total.cells),
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


def _cell_places(memo: Memo, table: Table, wanted: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """The total's cell first, then the cells that were added."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    ordered: list[Cell] = [cells[spot] for spot in wanted if spot in cells]
    return tuple(
        place
        for cell in ordered
        for place in words_to_places(cell.words, document=memo.document, memo=memo.id, section=table.title)
    )
