"""Answers about a table's rows by their position: "row 2", "the third project in the table", "the last row".

Rows of data count from 1, below the titles; where the table numbers its own rows, its numbers count. The table must be
clear: named by its title or by the column that is asked for, or the only one. A row that is not there, or a cell that
is empty, is answered by nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.questions.reading.spans import word_to_number
from answer.questions.reading.words import covers, stems, word_list
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_answers import body_rows, cell_places, cell_sentence, row_label, titles
from records.answer import Answer
from records.table import Cell, Table

_ORDINALS = {
    word: number
    for number, word in enumerate(word_list("first second third fourth fifth sixth seventh eighth ninth tenth"), 1)
} | {"top": 1, "last": -1, "bottom": -1, "final": -1}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|second[- ]to[- ]last|next[- ]to[- ]last)"
_THINGS = r"(?P<thing>rows?|lines?|entry|entries|items?|projects?|initiatives?|schemes?|programs?)"
_POSITIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<thing>row|line|entry|item)(?: (?:number|no\.?|#))? ?#?(?P<number>\d{1,2}|one|two|three|four|five|six"
        r"|seven|eight|nine|ten)\b",
        rf"\b{_ORDINAL} (?:[a-z]+ ){{0,2}}?{_THINGS}\b",
    )
)
_IN_TABLE = re.compile(r"\btables?\b|\b(?:row|rows|listed)\b", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:grand )?(?:sub)?totals?\b", re.IGNORECASE)
_TALK = stems(
    """table row line entry item number listed list show shown give given stand stands read column cell say says value
    position order appear appears top bottom last final first second third fourth fifth sixth seventh eighth ninth tenth
    one two three four five six seven eight nine ten project initiative scheme program name named status memo report
    in of capital data body content contents next""".replace("\n", " ")
)
_OF_TABLE = re.compile(r"\b(?:[\w-]+ )?table\b", re.IGNORECASE)
"""The status table" names a table, and no column of it."""
_NAMES = stems("project initiative scheme program name title works item")
_WHOLE_ROW = re.compile(r"\bwhat (?:does|is|stands|do)\b.*\b(?:say|in|contain|read|show|give)\b", re.IGNORECASE)
_LABEL_ASKED = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,4}?(?:project|initiative|scheme|program|name)s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Position:
    """``number`` counts from 1, from the end if negative; ``rows`` whether rows of totals count too."""

    number: int
    rows: bool


def asked_position(text: str) -> Position | None:
    """ "row 2" is 2, "the third project in the table" 3, "the last row" -1."""
    if not _IN_TABLE.search(text):
        return None
    for pattern in _POSITIONS:
        found = pattern.search(text)
        if found is not None:
            said = found.groupdict()
            rows = not re.match(r"(?:project|initiative|scheme|program)", said["thing"], re.IGNORECASE)
            word = (said.get("number") or said.get("ordinal") or "").lower()
            return Position(_position_number(word), rows)
    return None


def _position_number(word: str) -> int:
    if re.match(r"(?:second|next)[- ]to", word):
        return -2
    return _ORDINALS.get(word) or word_to_number(re.sub(r"(?:st|nd|rd|th)$", "", word)) or 0


def table_position_answer(case: Case) -> Answer | None:
    position = asked_position(case.question.text)
    if position is None or position.number == 0:
        return None
    found = [hit for table in _named_tables(case) if (hit := _row_hit(case, table, position)) is not None]
    if len(found) != 1:
        return None
    table, row, title, cell = found[0]
    label = _label(table, row)
    if title is None or cell is None:
        return _whole_row(case, table, row)
    places = [*cell_places(case.memo, cell), *(cell_places(case.memo, label) if label else ())]
    text = cell_sentence(title.text, cell.text, label.text if label and label is not cell else None)
    return answered(case, text, places, method="record", confidence=0.85, values=[cell.text.strip()])


def _named_tables(case: Case) -> Sequence[Table]:
    """The tables whose title the question names best; all where it names none."""
    tables = [table for table in case.memo.document.tables if titles(table)]
    scores = [len(stems(table.title or "") & case.asked.stems - stems("project status table")) for table in tables]
    best = max(scores, default=0)
    return [table for table, score in zip(tables, scores, strict=True) if score == best]


def _row_hit(
    case: Case, table: Table, position: Position
) -> tuple[Table, tuple[Cell, ...], Cell | None, Cell | None] | None:
    """The row, and the cell of it that is asked for; ``None`` where the question speaks of something else."""
    row = _row_at(table, position)
    if row is None:
        return None
    asked, heads = case.asked, titles(table)
    wanted = stems(_OF_TABLE.sub(" ", asked.text))
    known = _TALK | stems(table.title or "") | stems(" ".join(head.text for head in heads))
    label = _label(table, row)
    columns = [head for head in heads if _asks_for(wanted, head) and (label is None or head.column != label.column)]
    if any(not covers(t.stem, known) and not t.stem.isdigit() and t.stem not in case.gate.context for t in asked.terms):
        return None
    if len(columns) == 1:
        cell = next((c for c in row if c.column == columns[0].column and c.text.strip()), None)
        return (table, row, columns[0], cell) if cell else None
    if not columns and label is not None and _LABEL_ASKED.search(asked.text):
        head = next((h for h in heads if h.column == label.column), None)
        return (table, row, head, label) if head else None
    return (table, row, None, None) if not columns and _WHOLE_ROW.search(asked.text) else None


def _row_at(table: Table, position: Position) -> tuple[Cell, ...] | None:
    rows = [row for row in body_rows(table) if any(cell.text.strip() for cell in row)]
    if not position.rows:
        rows = [row for row in rows if (label := _label(table, row)) and not _TOTAL.match(label.text.strip())]
    numbers = [row[0].text.strip().rstrip(".") for row in rows if row]
    if position.number > 0 and numbers and all(number.isdigit() for number in numbers):
        return next((row for row, number in zip(rows, numbers, strict=True) if int(number) == position.number), None)
    at = position.number - 1 if position.number > 0 else len(rows) + position.number
    return rows[at] if 0 <= at < len(rows) else None


def _label(table: Table, row: tuple[Cell, ...]) -> Cell | None:
    """The row's cell in the column of names ("Project", "Name"), else its first cell with words."""
    column = next((head.column for head in titles(table) if stems(head.text) & _NAMES), None)
    named = next((cell for cell in row if cell.column == column and cell.text.strip()), None)
    return named or row_label(row)


def _asks_for(wanted: frozenset[str], head: Cell) -> bool:
    """Whether the column's whole title is in the question; "project" alone may be no more than what a row is."""
    own = stems(head.text)
    if not own or own <= stems("project initiative scheme program name number row item"):
        return False
    generic = stems("project table row")
    return all(covers(base, wanted) for base in own - generic or own)


def _whole_row(case: Case, table: Table, row: tuple[Cell, ...]) -> Answer | None:
    heads = {head.column: head.text.strip().rstrip(":") for head in titles(table)}
    said = [f"{heads[c.column]}: {c.text.strip()}" for c in row if heads.get(c.column) and c.text.strip()]
    places = [place for cell in row for place in cell_places(case.memo, cell)]
    return answered(case, sentence_text("; ".join(said)), places, method="record", confidence=0.8, values=said)
