"""Figures from a table's columns: the largest, the smallest, the total, and what changed between two columns.

A column of figures is one whose every filled cell is a number, a sum or a percentage; its rows of totals are kept
apart. The column must be named, by its title or by being the only one that fits, and a tie names nobody.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.questions.figures.arithmetic import change_text, plain
from answer.questions.figures.computing import figure_text
from answer.questions.reading.named_projects import find_named
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.words import covers, fold, stems
from answer.questions.reply import Case, answered
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from records.answer import Answer
from records.facts import Project
from records.place import Place
from records.table import Cell, Table
from records.values import Money

_MOST = re.compile(
    r"\b(?:most|largest|highest|biggest|greatest|maximum|top|more|larger|higher|bigger|most expensive|costliest)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:least|smallest|lowest|fewest|minimum|cheapest|less|smaller|lower|fewer)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|sum|altogether|in all|combined|overall)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:r[io]se|increas\w*|grow\w*|grew|chang\w*|declin\w*|decreas\w*|f[ae]ll|dropp?\w*|difference|more|fewer)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\(?-?\$?\s?(\d[\d,]*(?:\.\d+)?)\s?(%|million|thousand|billion)?\)?\+?")
_SCALE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FEWEST = 2
_YEAR_LABEL = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?(?!\d)")
_TOTAL_ROW = re.compile(r"^(?:grand )?(?:sub)?totals?\b|^all\b|^sum\b", re.IGNORECASE)
_ASKING = stems(
    "most largest highest biggest greatest maximum top more larger higher least smallest lowest fewest minimum "
    "less average mean per each total sum altogether combined overall rise rose increase grow change difference "
    "fall decrease drop decline table column row project number many much has have had"
)
_MONEY_FIELDS = {"spent": stems("spend spent expenditure"), "budget": stems("budget cost expensive funding large big")}


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled figure."""

    label: Cell
    cell: Cell
    value: Decimal
    is_total: bool


def table_figure_answer(case: Case) -> Answer | None:
    """ "Which depot had the most trips?", "How many trips were there?", "How far did they rise from 2030 to 2031?" """
    text = case.asked.text
    if _MOST.search(text) or _LEAST.search(text):
        if (answer := _of_two_projects(case)) is not None:
            return answer
        if case.asked.shape in ("entity", "text", "list"):
            return _extreme(case)
    if len(case.asked.years) == 2 and _CHANGE.search(text):
        return _between_columns(case)
    if case.asked.operation == "average" and case.asked.shape in ("count", "money", "text"):
        return _mean(case)
    if _TOTAL.search(text) and case.asked.shape in ("count", "money"):
        return _total(case)
    return None


def cell_value(text: str) -> Decimal | None:
    """ "$1,250" is 1250, "3.5 million" 3500000, "12%" 12; anything with other words is no figure."""
    found = _FIGURE.fullmatch(text.strip())
    if found is None:
        return None
    value = Decimal(found.group(1).replace(",", "")) * _SCALE.get(found.group(2) or "", 1)
    return -value if text.strip().startswith(("-", "(")) else value


def column_rows(table: Table, title: Cell) -> list[Row]:
    """The column's figures with their rows' labels; empty unless every filled cell is a figure."""
    rows = []
    for row in body_rows(table):
        label, cell = row_label(row), next((c for c in row if c.column == title.column), None)
        if label is None or cell is None or not cell.text.strip():
            continue
        value = cell_value(cell.text)
        if value is None:
            return []
        rows.append(Row(label, cell, value, bool(_TOTAL_ROW.match(label.text.strip()))))
    return rows


def _figure_columns(case: Case) -> Iterator[tuple[Table, Cell, list[Row]]]:
    """Columns of figures whose title, with its table's, covers the question's words."""
    for table in case.memo.document.tables:
        heads = titles(table)
        for title in heads:
            rows = column_rows(table, title)
            if len(rows) >= 2 and _column_fits(case.asked, table, title, heads):
                yield table, title, rows


def _column_fits(asked: Asked, table: Table, title: Cell, heads: Sequence[Cell]) -> bool:
    own = stems(title.text) | _years(title.text)
    known = own | stems(table.title or "") | stems(" ".join(head.text for head in heads[:2])) | _ASKING
    named = own and all(covers(base, asked.stems | _years(asked.text)) for base in own)
    return bool(named) and all(covers(base, known | _years(title.text)) for base in asked.stems)


def _years(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?:19|20)\d\d\b", text))


def _extreme(case: Case) -> Answer | None:
    columns = list(_figure_columns(case))
    if len(columns) != 1:
        return None
    _, title, rows = columns[0]
    rows = [row for row in rows if not row.is_total]
    pick = min if _LEAST.search(case.asked.text) else max
    best = pick(row.value for row in rows)
    chosen = [row for row in rows if row.value == best]
    if len(chosen) != 1:
        return None
    row = chosen[0]
    text = f"{row.label.text.strip()}: {row.cell.text.strip()} ({title.text.strip()})."
    working = "; ".join(f"{r.label.text.strip()} {r.cell.text.strip()}" for r in rows)
    return answered(case, text, _row_places(case, [row, *rows]), method="computed", confidence=0.82,
                    values=[row.label.text.strip()], working=working)  # fmt: skip


def _total(case: Case) -> Answer | None:
    """The table's own row of totals where it has one, else the sum of the column."""
    columns = list(_figure_columns(case))
    if len(columns) != 1:
        return None
    _, title, rows = columns[0]
    stated = [row for row in rows if row.is_total]
    parts = [row for row in rows if not row.is_total]
    total = sum((row.value for row in parts), Decimal())
    sign = "$" if any("$" in row.cell.text for row in parts) else ""
    working = f"{' + '.join(row.cell.text.strip() for row in parts)} = {sign}{plain(total)}"
    if len(stated) == 1:
        text = f"{title.text.strip()}: {stated[0].cell.text.strip()} in total."
        notes = () if stated[0].value == total else (f"The rows add up to {sign}{plain(total)}.",)
        return answered(case, text, _row_places(case, stated), method="record", confidence=0.85, notes=notes,
                        values=[stated[0].cell.text.strip()])  # fmt: skip
    text = f"{title.text.strip()}: {sign}{plain(total)} in total."
    return answered(case, text, _row_places(case, parts), method="computed", confidence=0.75,
                    values=[f"{sign}{plain(total)}"], working=working)  # fmt: skip


def _mean(case: Case) -> Answer | None:
    """The mean of a column's rows, those of totals left out."""
    columns = list(_figure_columns(case))
    parts = [row for row in columns[0][2] if not row.is_total] if len(columns) == 1 else []
    if len(parts) < _FEWEST or any("%" in row.cell.text for row in parts):
        return None
    mean = sum((row.value for row in parts), Decimal()) / len(parts)
    value = figure_text(mean, [row.cell.text for row in parts])
    working = f"({' + '.join(row.cell.text.strip() for row in parts)}) / {len(parts)}"
    text = f"{columns[0][1].text.strip()}: {value} on average ({working})."
    return answered(case, text, _row_places(case, parts), method="computed", confidence=0.75, values=[value],
                    working=f"{working} = {value}")  # fmt: skip


def _between_columns(case: Case) -> Answer | None:
    """Two columns titled with the question's two years, in the row it names or the row of totals."""
    labels = _YEAR_LABEL.findall(case.asked.text)
    first, last = labels if len(set(labels)) == 2 else ("", "")
    for table in case.memo.document.tables if first else ():
        heads = {label: column for label in (first, last) if (column := _year_column(table, label))}
        if first not in heads or last not in heads:
            continue
        old, new = column_rows(table, heads[first]), column_rows(table, heads[last])
        titled = " ".join(head.text for head in titles(table))
        known = stems(table.title or "") | stems(titled) | _ASKING | stems(f"{first} {last}")
        pairs = [(a, b) for a in old for b in new if a.label.row == b.label.row and _row_named(case.asked, a, known)]
        if len(pairs) != 1:
            continue
        (before, after) = pairs[0]
        percent = case.asked.operation == "percent_change"
        said = change_text(before.value, after.value, percent=percent, show=_shown_like(before.cell))
        if said is None:
            return None
        label, was, now = (cell.text.strip() for cell in (before.label, before.cell, after.cell))
        text = f"{said.text}: {label}, {was} in {first} and {now} in {last}."
        return answered(case, text, _row_places(case, [before, after]), method="computed", confidence=0.8,
                        values=[said.value], working=said.working)  # fmt: skip
    return None


def _year_column(table: Table, label: str) -> Cell | None:
    """The one column of a year's results: beside "2031 target" and "2031 actual" the latter."""
    heads = [head for head in titles(table) if re.search(rf"(?<!\d){re.escape(label)}(?![\d/-])", head.text)]
    results = [head for head in heads if not re.search(r"target|plan|budget|goal", head.text, re.IGNORECASE)]
    return results[0] if len(results) == 1 else None


def _shown_like(cell: Cell) -> Callable[[Decimal], str]:
    return lambda number: figure_text(number, [cell.text])


def _row_named(asked: Asked, row: Row, known: frozenset[str]) -> bool:
    """The row's label is in the question and explains what the table's title does not; or it is the total."""
    label = stems(row.label.text)
    rest = [base for base in asked.stems if not covers(base, known)]
    if row.is_total:
        return not rest
    return bool(rest) and all(covers(base, label) for base in rest) and all(covers(base, asked.stems) for base in label)


def _row_places(case: Case, rows: Sequence[Row]) -> list[Place]:
    return [place for row in rows for cell in (row.label, row.cell) for place in cell_places(case.memo, cell)]


def _of_two_projects(case: Case) -> Answer | None:
    """ "Which has the larger budget, the pier or the ferry dock?" from the two records."""
    found = re.search(r",\s*(.+?),? or (.+?)\??$", case.asked.text)
    field = next((name for name, words in _MONEY_FIELDS.items() if words & case.asked.stems), None)
    if found is None or field is None:
        return None
    named = [find_named(part, case.memo.projects) for part in found.groups()]
    if any(len(match) != 1 for match in named):
        return None
    one, two = (match[0].project for match in named)
    sums = (getattr(one, field), getattr(two, field))
    if not all(isinstance(s, Money) for s in sums) or sums[0].amount == sums[1].amount:
        return None
    more = bool(_MOST.search(case.asked.text))
    ordered = sorted(((sums[0], one), (sums[1], two)), key=lambda pair: pair[0].amount, reverse=more)
    return _two_sums(case, ordered, field)


def _two_sums(case: Case, ordered: Sequence[tuple[Money, Project]], field: str) -> Answer | None:
    (first, chosen), (second, other) = ordered
    places = [dict(p.field_places).get(field, p.place) for p in (chosen, other)]
    text = f"{chosen.project}: {first.text} against {second.text} for {other.project}."
    return answered(case, text, places, method="computed", confidence=0.82, values=[chosen.project],
                    working=f"{fold(first.text)} against {fold(second.text)}")  # fmt: skip
