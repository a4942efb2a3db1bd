"""Cells asked for in other words than their titles: a row by part of its name, a column by its time, class or kind.

Every word of the question must come from the row, the column, the table or the asking, but for one. The row is the one
that the question's words tell from all others; where two rows are as near, or the table has no column of the kind that
is asked for, nothing is said. Where only the time is left open, the figures of all times are told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.questions.reading.column_classes import column_classes
from answer.questions.reading.direction_words import asks_direction
from answer.questions.reading.period_words import same_time, times_in
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.spans import spans_of, word_to_number
from answer.questions.reading.words import STOP, TALK, covers, stem, stems, tokens
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from records.answer import Answer
from records.table import Cell, Table

_BRACKETS = re.compile(r"\([^()]*\)")
_ASKING = stems(
    """project program table row column cell value number item entry name status list total figure amount rate share
    percent percentage portion proportion money dollar sum many much far last this year now current currently latest
    previous quarter half month period end day time compare compared versus vs count change changed fiscal so date
    record went come came put have had make made use used get got see saw run ran find found ask asked issue issued look
    go happen stand stood reach reached hi hello please tell whole full""".replace("\n", " ")
)
_GOAL = re.compile(r"\b(?:targets?|goals?|aims?)\b", re.IGNORECASE)
_ASKS_GOAL = re.compile(r"\b(?:targets?|goals?|aim(?:s|ed)?(?: for)?|supposed to|hope[sd]? for)\b", re.IGNORECASE)
_COUNT = re.compile(r"[\d.,]+\+?(?: [a-z]+){0,2}")
"""A figure, with what it counts ("140 beds")."""
_NUMBERING = re.compile(r"(?:(?:no|nos|number|ref|id)\b\.?|#)?$", re.IGNORECASE)
"""A column without a title, or one that only counts the rows."""
_LEAST_COMMON = 5
_MOST_TOLD, _SENTENCE_WORDS = 3, 14
_OF_ONE_CELL = (None, "share", "ratio", "difference")
"""What a cell may hold as it is: a table gives shares and rates, and "new" and "issued" are no subtraction."""
_NOT_OF_ONE_CELL = re.compile(
    r"\b(?:most(?! of)|least|largest|highest|lowest|smallest|total|average|mean|more|fewer|less|better|worse|difference"
    r"|together|combined|altogether|lack\w*|missing|without|gr[eo]w\w*|r[io]se|fell|fall|drop\w*"
    r"|how many (?:of the )?(?:projects|programs|measures|departments|rows|lines))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A row with the columns that are asked for; ``left`` are the question's words that neither explains."""

    table: Table
    label: Cell
    columns: tuple[Cell, ...]
    matched: int
    left: tuple[str, ...]


def cells_by_words(case: Case) -> Answer | None:
    """ "How much has gone to the pier?" where a column is "Spent to date" and a row "Pier 4 Rebuilding"."""
    asked = case.asked
    if asked.shape in ("yes_no", "reason", "definition", "address", "phone") or asked.negated:
        return None
    if asked.operation not in _OF_ONE_CELL or asks_direction(asked.text) or _NOT_OF_ONE_CELL.search(asked.text):
        return None
    if spans_of(asked.text, "money", "percent"):
        return None
    fits = [fit for table in case.memo.document.tables for fit in _table_fits(table, case)]
    if not fits:
        return None
    fewest = min(len(fit.left) for fit in fits)
    best = [fit for fit in fits if len(fit.left) == fewest]
    return _told(case, best[0]) if len(best) == 1 else None


def _told(case: Case, fit: _Fit) -> Answer | None:
    cells = [cell for column in fit.columns if (cell := _cell(fit.table, fit.label.row, column)) is not None]
    if not cells or any(not cell.text.strip() for cell in cells):
        return None
    pairs = [f"{column.text.strip()}: {cell.text.strip()}" for column, cell in zip(fit.columns, cells, strict=True)]
    places = [place for cell in (fit.label, *cells) for place in cell_places(case.memo, cell)]
    text = sentence_text(f"{fit.label.text.strip()}: {'; '.join(pairs)}")
    values = [cell.text.strip() for cell in cells]
    return answered(case, text, places, method="record", confidence=0.8, values=values)


def _table_fits(table: Table, case: Case) -> Iterator[_Fit]:
    heads = titles(table)
    labels = [label for row in body_rows(table) if (label := row_label(row))]
    if not heads or len(labels) < _FEWEST_ROWS:
        return
    words = _words(case.asked.text)
    label = _only_row(labels, words)
    if label is None:
        return
    in_row = {word for word in words if _named_by(word, stems(label.text))}
    for columns in _columns(table, case.asked, label):
        known = stems(" ".join(head.text for head in (*columns, *_label_head(heads, label)))) | stems(table.title or "")
        meant = _meant(case.asked.text, columns) | (
            _ORDINALS | _TIME_STEMS if times_in(case.asked.text) else frozenset()
        )
        left = [w for w in words - in_row if not _named_by(w, known) and w not in meant and w not in _ASKING]
        if len(left) <= _may_be_left(case, in_row, label) and not any(_is_named(w, case.asked) for w in left):
            yield _Fit(table, label, columns, len(in_row), tuple(left))
            return


_FEWEST_ROWS = 2
_ORDINALS = stems("first second third fourth")
_OF_A_KIND = ("date", "money", "percent", "count", "duration")


def _may_be_left(case: Case, in_row: set[str], label: Cell) -> int:
    """One word of the question may be its own ("issued", "seats") where the row is named by two words or in full."""
    own = stems(_BRACKETS.sub(" ", label.text))
    full = bool(own) and all(any(_akin(word, base) for word in in_row) for base in own)
    return 1 if case.asked.shape in _OF_A_KIND and (full or len(in_row) > 1) else 0


def _words(text: str) -> frozenset[str]:
    """The stems that may name a row or column; times stand apart."""
    return frozenset(
        stem(token.removesuffix("'s"))
        for token in tokens(text)
        if token.removesuffix("'s") not in STOP | TALK and not any(c.isdigit() for c in token[:1]) and len(token) > 1
        and not re.fullmatch(r"[qh]\d|fy\d*|py\d*|cy\d*", token)
    )  # fmt: skip


def _is_named(word: str, asked: Asked) -> bool:
    return any(term.named and term.stem == word for term in asked.terms)


def _only_row(labels: Sequence[Cell], words: frozenset[str]) -> Cell | None:
    """The one row that holds most of the question's words, those that every row holds left out."""
    common = frozenset.intersection(*(stems(label.text) for label in labels))
    told = words - common - _ASKING
    scored = [(sum(_named_by(word, stems(label.text)) for word in told), label) for label in labels]
    most = max(score for score, _ in scored)
    best = [label for score, label in scored if score == most]
    if not most or len(best) != 1:
        return None
    own = stems(_BRACKETS.sub(" ", best[0].text)) - common
    held = [base for base in own if any(_akin(word, base) for word in words)]
    return best[0] if len(held) * 3 >= len(own) or most > 1 else None


def _named_by(word: str, have: frozenset[str]) -> bool:
    return covers(word, have) or any(_akin(word, base) for base in have)


def _akin(one: str, other: str) -> bool:
    """ "satisfaction" and "satisfied" begin alike."""
    if one == other:
        return True
    least = min(len(one), len(other))
    return least >= _LEAST_COMMON and one[:_LEAST_COMMON] == other[:_LEAST_COMMON]


def _columns(table: Table, asked: Asked, label: Cell) -> Iterator[tuple[Cell, ...]]:
    """The columns that are asked for, by their titles first, then by what their class means, then by their kind."""
    heads = [head for head in titles(table) if head.column != label.column and not _NUMBERING.match(head.text.strip())]
    goals = [head for head in heads if _GOAL.search(head.text)]
    if _ASKS_GOAL.search(asked.text):
        yield from (_of_time(asked, chosen) for chosen in (goals,) if _all_fit(table, label, chosen, asked))
        return
    heads = [head for head in heads if head not in goals]
    for chosen in (_by_title(heads, asked), _by_class(heads, asked), _by_kind(table, heads, label, asked)):
        if chosen and _all_fit(table, label, chosen, asked):
            timed = _of_time(asked, chosen)
            if timed and len(timed) <= _MOST_TOLD and _one_measure(timed):
                yield timed


def _of_time(asked: Asked, heads: Sequence[Cell]) -> tuple[Cell, ...]:
    """Of columns that differ in time, those that the question means; all where it names no time that they have."""
    wanted = times_in(asked.text)
    timed = [head for head in heads if times_in(head.text)]
    chosen = [head for head in timed if same_time(wanted, times_in(head.text))]
    if wanted and timed and not chosen and len(timed) == len(heads):
        return ()
    return tuple(chosen or heads)


def _one_measure(heads: Sequence[Cell]) -> bool:
    """Several columns are told together only where their times are all that sets them apart, or two are asked for."""
    return len(heads) == 1 or all(times_in(head.text) for head in heads)


def _by_title(heads: Sequence[Cell], asked: Asked) -> list[Cell]:
    words = _words(asked.text)
    scored = [(sum(any(_akin(w, base) for w in words) for base in _title_stems(head)), head) for head in heads]
    most = max((score for score, _ in scored), default=0)
    return [head for score, head in scored if most and score == most]


def _title_stems(head: Cell) -> frozenset[str]:
    return frozenset(base for base in stems(_BRACKETS.sub(" ", head.text)) if not base.isdigit())


def _by_class(heads: Sequence[Cell], asked: Asked) -> list[Cell]:
    classes = column_classes(asked.text)
    if re.match(r"who\b", asked.text, re.IGNORECASE):
        classes = tuple(one for one in classes if one.field in ("person", "source"))
    for one in classes:
        if found := [head for head in heads if one.title.search(head.text)]:
            return found
    return []


def _by_kind(table: Table, heads: Sequence[Cell], label: Cell, asked: Asked) -> list[Cell]:
    """The columns of the kind that is asked for, or all where all are times of one measure."""
    own = stems(_BRACKETS.sub(" ", label.text))
    held = [base for base in own if any(_akin(word, base) for word in _words(asked.text))]
    surely = asked.shape in _OF_A_KIND or times_in(asked.text) or len(held) * 3 >= len(own) * 2
    timed = [head for head in heads if times_in(head.text) and not _title_stems(head) - _TIME_STEMS]
    if surely and timed and (len(timed) == len(heads) or times_in(asked.text)):
        return timed
    if asked.shape not in _OF_A_KIND:
        return []
    return [h for h in heads if (c := _cell(table, label.row, h)) and _kind_fits(asked, c, h)]


_TIME_STEMS = stems(
    "actual actuals fiscal year quarter half fy py cy january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec one two three four year baseline"
)


def _all_fit(table: Table, label: Cell, heads: Sequence[Cell], asked: Asked) -> bool:
    cells = [_cell(table, label.row, head) for head in heads]
    return bool(cells) and all(
        cell is not None and len(cell.text.split()) <= _SENTENCE_WORDS and _kind_fits(asked, cell, head)
        for cell, head in zip(cells, heads, strict=True)
    )


def _kind_fits(asked: Asked, cell: Cell, head: Cell) -> bool:
    """The kind asked for stands in the cell, or its unit in the column's title."""
    text, figure = cell.text.strip(), re.search(r"\d", cell.text)
    match asked.shape:
        case "date":
            return bool(spans_of(text, "date")) or bool(re.fullmatch(r"(?:19|20)\d\d", text))
        case "money":
            return bool(spans_of(text, "money")) or bool(figure and re.search(r"[$€£]|million|thousand", head.text))
        case "count" | "duration":
            counted = _COUNT.fullmatch(text) or word_to_number(text.lower()) is not None
            return bool(counted) and not re.fullmatch(r"(?:19|20)\d\d", text)
        case "percent":
            return "%" in text or bool(figure and re.search(r"%|percent", head.text))
        case _:
            return True


def _meant(text: str, columns: Sequence[Cell]) -> frozenset[str]:
    """The question's words that stand for a column by its class: "spent so far" for "Paid out"."""
    classes = [one for one in column_classes(text) if any(one.title.search(head.text) for head in columns)]
    said = " ".join(found.group() for one in classes for found in one.asked.finditer(text))
    goal = " ".join(found.group() for found in _ASKS_GOAL.finditer(text))
    return frozenset(stem(token) for token in tokens(f"{said} {goal}"))


def _label_head(heads: Sequence[Cell], label: Cell) -> tuple[Cell, ...]:
    return tuple(head for head in heads if head.column == label.column)


def _cell(table: Table, row: int, head: Cell) -> Cell | None:
    return next((cell for cell in table.row(row) if cell.column == head.column), None)
