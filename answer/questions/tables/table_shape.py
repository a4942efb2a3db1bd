"""Answers about a table as such: its columns, how many rows or projects it has, and which.

The table must be clear: numbered, named by its title or by a column, or the only one. Rows of totals are not counted.
"""

import re
from collections.abc import Sequence

from answer.questions.reading.spans import word_to_number
from answer.questions.reading.words import PROJECT_WORD, stems
from answer.questions.reply import Case, answered
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from records.answer import Answer
from records.place import Place
from records.table import Cell, Table

_ASKS_TABLE = re.compile(r"\b(?:tables?|register|columns?|rows?)\b", re.IGNORECASE)
_COLUMNS = re.compile(
    r"\b(?:what|which|name|list|how many)\b.*\b(?:columns?|column (?:headings?|headers?|titles?|names?)|headings? of"
    r"|headers? of)\b",
    re.IGNORECASE,
)
_THINGS = rf"(?:rows?|lines?|entries|items?|{PROJECT_WORD})"
_ROWS = re.compile(rf"\b(?P<how>how many|which|what) {_THINGS}\b(?! (?:in|of) (?:row|line))", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?P<kind>table|appendix|exhibit|attachment|schedule) (?P<label>\d{1,2}|[A-Z])\b", re.IGNORECASE
)
_ORDINAL = re.compile(r"\b(first|second|third|fourth|last) table\b", re.IGNORECASE)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_TOTAL = re.compile(r"^(?:grand |sub)?totals?\b", re.IGNORECASE)
_TALK = stems(
    "table register column row line entry item heading header title name list listed contain contains include included "
    "show shown given memo report appear have project projects initiative initiatives program programs scheme call "
    "total number of in are there hold different first second third fourth last"
)
_MOST_NAMED = 25


def table_shape_answer(case: Case) -> Answer | None:
    """ "Which columns does the status table have?", "How many projects does Table 2 list?" """
    text = case.question.text
    if not _ASKS_TABLE.search(text):
        return None
    table = _asked_table(case)
    if table is None:
        return None
    if _COLUMNS.search(text):
        return _columns_told(case, table)
    if _ROWS.search(text):
        return _rows_told(case, table)
    return None


def _asked_table(case: Case) -> Table | None:
    """The one table that accounts for all that the question says beside the asking."""
    tables = [table for table in case.memo.document.tables if titles(table)]
    chosen = _by_number(case.question.text, tables)
    if chosen is not None:
        return chosen
    fits = [table for table in tables if not _left(case, table)]
    if len(fits) == 1 or not fits:
        return fits[0] if fits else None
    scores = [len(_named_by(case, table)) for table in fits]
    best = [table for table, score in zip(fits, scores, strict=True) if score == max(scores)]
    return best[0] if len(best) == 1 else None


def _by_number(text: str, tables: Sequence[Table]) -> Table | None:
    if found := _NUMBERED.search(text):
        label = re.compile(rf"\b{found['kind']} {found['label']}\b", re.IGNORECASE)
        named = [table for table in tables if label.search(table.title or "")]
        return named[0] if len(named) == 1 else None
    if (found := _ORDINAL.search(text)) and len(tables) > 1:
        at = _ORDINALS[found.group(1).lower()]
        return tables[at] if at < len(tables) else None
    return None


def _named_by(case: Case, table: Table) -> frozenset[str]:
    heads = " ".join(title.text for title in titles(table))
    return (stems(table.title or "") | stems(heads)) & (stems(case.question.text) - _TALK)


def _left(case: Case, table: Table) -> list[str]:
    known = _TALK | stems(table.title or "") | stems(" ".join(title.text for title in titles(table)))
    known = known | case.gate.context
    return [base for base in stems(case.question.text) - known if word_to_number(base) is None]


def _columns_told(case: Case, table: Table) -> Answer | None:
    heads = [title for title in titles(table) if title.text.strip()]
    names = [title.text.strip().rstrip(":") for title in heads]
    opening = f"{len(names)} columns: " if _HOW_MANY.search(case.question.text) else ""
    return answered(case, f"{opening}{'; '.join(names)}.", _places(case, heads), method="record", confidence=0.86,
                    values=names)  # fmt: skip


def _rows_told(case: Case, table: Table) -> Answer | None:
    labels = [label for row in body_rows(table) if (label := row_label(row)) and not _TOTAL.match(label.text.strip())]
    names = [label.text.strip() for label in labels]
    if not names or len(names) > _MOST_NAMED:
        return None
    listed = f"{'; '.join(names)}."
    if _HOW_MANY.search(case.question.text):
        return answered(case, f"{len(names)}: {listed}", _places(case, labels), method="computed", confidence=0.82,
                        values=[str(len(names))], working=f"counted {len(names)} rows, totals aside")  # fmt: skip
    return answered(case, listed, _places(case, labels), method="record", confidence=0.82, values=names)


def _places(case: Case, cells: Sequence[Cell]) -> list[Place]:
    return [place for cell in cells for place in cell_places(case.memo, cell)]
