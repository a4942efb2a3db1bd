"""A target held against what was reached: in a table's two columns, in one sentence, or in two that tell of one rate.

Whether more is better depends on what is measured; of waits, faults and costs less is. Where the memo gives a target
and no figure for the same thing, nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.figures.arithmetic import plain
from answer.questions.figures.computing import bound_of, figure_text
from answer.questions.reading.operations import TALK
from answer.questions.reading.question_parse import Term
from answer.questions.reading.spans import Span, SpanKind, spans_of
from answer.questions.reading.words import PROJECT_WORD, covers, stems
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.tables.table_answers import body_rows, cell_places, row_label, titles
from answer.questions.tables.table_figures import cell_value
from records.answer import Answer
from records.place import Place

_TARGET = re.compile(r"\b(?:target|goal|objective|aim)s?\b", re.IGNORECASE)
_ACTUAL = re.compile(r"\b(?:actual|result|achieved|outturn|reached|latest|performance|to date)\b", re.IGNORECASE)
_LESS_IS_BETTER = re.compile(
    r"\b(?:days|time|wait\w*|hours|minutes|cost|complaints?|vacanc\w+|errors?|incidents?|faults?|delays?|outages?|backlog"
    r"|late|overdue|absence|turnover)\b",
    re.IGNORECASE,
)
_SUCCESS = stems("success schedule time green track complete completion delivery performance")
_ON_COURSE = re.compile(r"\b(?:on (?:schedule|track|time|target|course)|green|successful\w*)\b", re.IGNORECASE)
_PROJECT = re.compile(rf"\b{PROJECT_WORD}\b", re.IGNORECASE)
_TARGET_TALK = TALK | stems(
    "target goal objective reach meet met hit achieve miss exceed surpass beat fall short above below success far off "
    "rate against actual result"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What was to be and what is, with the words and places they are from."""

    target: Decimal
    actual: Decimal
    unit: str
    texts: tuple[str, str]
    bound: str
    what: str
    said: str
    places: tuple[Place, ...]


def target_answer(case: Case) -> Answer | None:
    """ "Was the target for calls met?", "By how much does the office exceed its target?" """
    found = [*_rows(case)] or [*_sentences(case)]
    if len({(against.target, against.actual) for against in found}) != 1:
        return None
    return _told(case, found[0])


def _told(case: Case, against: Against) -> Answer | None:
    gap = against.actual - against.target
    lower_is_better = bool(_LESS_IS_BETTER.search(against.what))
    met = gap <= 0 if lower_is_better else gap >= 0
    size = f"{figure_text(abs(gap), against.texts)}{' percentage points' if against.unit == '%' else ''}"
    way = "above" if gap > 0 else "below"
    how = f"{against.bound.lower()}{size} {way} the target" if gap else "exactly the target"
    opening = ("Yes: " if met else "No: ") if case.asked.shape == "yes_no" else ""
    texts = f"{against.texts[1]} against a target of {against.texts[0]}"
    working = f"{plain(against.actual)}{against.unit} - {plain(against.target)}{against.unit}"
    text = f"{opening}{how} ({texts}). {against.said}".strip()
    text = text if opening else f"{text[:1].upper()}{text[1:]}"
    return answered(case, text, against.places, method="computed", confidence=0.75, values=[size],
                    working=f"{working} = {plain(gap)}{against.unit}")  # fmt: skip


def _missing(case: Case, known: frozenset[str]) -> list[Term]:
    years = {str(year) for year in case.asked.years}
    return [
        term
        for term in case.asked.terms
        if term.stem not in _TARGET_TALK and term.stem not in years and not covers(term.stem, known | case.gate.context)
        and not case.gate.weights.is_everywhere(term) and not re.fullmatch(r"\d{2}", term.stem)
    ]  # fmt: skip


def _rows(case: Case) -> Iterator[Against]:
    for table in case.memo.document.tables:
        heads = titles(table)
        targets = [head for head in heads if _TARGET.search(head.text)]
        actuals = [head for head in heads if _ACTUAL.search(head.text) and not _TARGET.search(head.text)]
        if len(targets) != 1 or len(actuals) != 1:
            continue
        for row in body_rows(table):
            label, cells = row_label(row), {cell.column: cell for cell in row}
            pair = [cells.get(head.column) for head in (targets[0], actuals[0])]
            if label is None or pair[0] is None or pair[1] is None:
                continue
            values = [cell_value(cell.text) for cell in pair if cell is not None]
            known = stems(label.text) | stems(" ".join(head.text for head in heads)) | stems(table.title or "")
            own = stems(label.text) & case.asked.stems
            if len(values) != 2 or values[0] is None or values[1] is None or not own or _missing(case, known):
                continue
            places = [place for cell in (label, pair[0], pair[1]) for place in cell_places(case.memo, cell)]
            yield Against(
                target=values[0], actual=values[1], unit="%" if "%" in pair[1].text else "", bound="",
                texts=(pair[0].text.strip(), pair[1].text.strip()), what=label.text, said=label.text.strip() + ".",
                places=tuple(places),
            )  # fmt: skip


def _sentences(case: Case) -> Iterator[Against]:
    """The one sentence that sets a target as is asked, and those that tell what share of the same is reached."""
    statements = memo_to_statements(case.memo)
    for aim in statements:
        goals = [span for span in spans_of(aim.text, "percent", "count", "money") if _is_goal(aim.text, span)]
        for result, reached in _reached(aim, goals[0], statements) if len(goals) == 1 else ():
            if _missing(case, stems(f"{aim.text} {aim.section} {result.text}")):
                continue
            yield _against(aim, goals[0], result, reached)


def _is_goal(text: str, span: Span) -> bool:
    return bool(_TARGET.search(text)) and span.value is not None and (span.kind == "percent" or not span.nouns)


def _reached(aim: Statement, goal: Span, statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, Span]]:
    """A rate of success among projects is the share that is on schedule; any other must be named alike."""
    kind: SpanKind = goal.kind
    measure = stems(aim.text) & _SUCCESS
    for statement in statements:
        if statement == aim or _TARGET.search(statement.text):
            continue
        spans = [span for span in spans_of(statement.text, kind) if span.value is not None]
        if len(spans) != 1:
            continue
        if (
            measure
            and _PROJECT.search(aim.text)
            and _PROJECT.search(statement.text)
            and _ON_COURSE.search(statement.text)
        ):
            yield statement, spans[0]


def _against(aim: Statement, goal: Span, result: Statement, reached: Span) -> Against:
    hedge = bound_of(result.text, reached)
    shown = result.text[max(0, reached.start - 5) : reached.end].strip() if hedge == "At least " else reached.text
    shown = shown if shown.lower().startswith("over") else reached.text
    return Against(
        target=goal.value or Decimal(), actual=reached.value or Decimal(), unit="%" if goal.kind == "percent" else "",
        texts=(goal.text, shown), bound=hedge, what=aim.text,
        said=f"{sentence_text(aim.text)} {sentence_text(result.text)}", places=(*aim.places, *result.places),
    )  # fmt: skip
