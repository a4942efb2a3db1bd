"""One question put to one memo: every way of answering is tried, the surest first.

The ways, in order: letterhead, remarks, footnotes, contradicted premises, project records, table cells, figures,
definitions, and at last the memo's own sentences. A question that none of the surer ways understands as it is worded is
put anew in the words of the intent that it is most like, if it is much like one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.later import Later
from answer.questions.evidence.evidence import Candidate, Weights, hits_to_candidates
from answer.questions.evidence.refusal import Gate
from answer.questions.figures.computed import computed_answer, sum_answer
from answer.questions.over_time.scope import Shelf
from answer.questions.parts.two_parts import two_part_answer
from answer.questions.premises.premise import premise_answer
from answer.questions.projects.letterhead_answers import letterhead_answer
from answer.questions.projects.record_answers import record_answer
from answer.questions.reading.intents import Canonical, canonical_question, mask_question, wordings
from answer.questions.reading.question_parse import parse_question
from answer.questions.reading.question_parts import split_question
from answer.questions.reading.spelling import as_the_memo_writes, memo_to_vocabulary
from answer.questions.reply import Case
from answer.questions.tables.cells_by_words import cells_by_words
from answer.questions.tables.comparisons import comparison_answer
from answer.questions.tables.directions import direction_answer
from answer.questions.tables.reverse_lookup import reverse_lookup_answer
from answer.questions.tables.table_answers import table_answer
from answer.questions.tables.table_figures import table_figure_answer
from answer.questions.tables.table_positions import table_position_answer
from answer.questions.tables.table_shape import table_shape_answer
from answer.questions.tables.unfilled import unfilled_answer
from answer.questions.texts.consistency import consistency_answer
from answer.questions.texts.contrast import contrast_answer
from answer.questions.texts.definitions import definition_answer
from answer.questions.texts.footnotes import footnote_answer
from answer.questions.texts.list_items import list_item_answer
from answer.questions.texts.missing_parts import asks_for_missing_content, missing_part_answer
from answer.questions.texts.quoted import quoted_answer
from answer.questions.texts.remarks import remark_answer
from records.answer import Answer, Question
from records.memo import Memo

PASSAGES = 24
"""Passages looked at in one memo."""

Answerer = Callable[[Case], Answer | None]
SURE_ANSWERERS: tuple[Answerer, ...] = (
    missing_part_answer,
    letterhead_answer,
    remark_answer,
    footnote_answer,
    consistency_answer,
    contrast_answer,
    table_position_answer,
    table_shape_answer,
    definition_answer,
    reverse_lookup_answer,
    premise_answer,
    direction_answer,
    table_figure_answer,
    sum_answer,
    comparison_answer,
    record_answer,
    unfilled_answer,
    table_answer,
    cells_by_words,
    list_item_answer,
    computed_answer,
)
WHOLE_ANSWERERS: tuple[Answerer, ...] = (
    footnote_answer,
    consistency_answer,
    contrast_answer,
    definition_answer,
    premise_answer,
)
"""Those that see to every word of a question, and so may answer one of two parts at once."""


def answer_from_memo(case: Case, library: Shelf) -> Answer | None:
    """A question of two parts is answered in both, or by what answers it as a whole; any other as it stands."""

    def ask(text: str) -> Answer | None:
        return _answer_single(question_to_case(replace(case.question, text=text), case.memo, library), library)

    parts = split_question(case.question.text, case.memo.projects)
    if parts is None:
        return _answer_single(case, library)
    together = sum_answer(case) or two_part_answer(case.question, case.memo, ask) or _first(WHOLE_ANSWERERS, case)
    return together or (None if parts.firm else _answer_single(case, library))


def _answer_single(case: Case, library: Shelf) -> Answer | None:
    if asks_for_missing_content(case):
        return None
    canonical = _canonical(case, library)
    if canonical is None:
        return _first((*SURE_ANSWERERS, quoted_answer), case)
    anew = question_to_case(replace(case.question, text=canonical.text), case.memo, library)
    if canonical.sure:
        return _first((*SURE_ANSWERERS, quoted_answer), anew) or _first(SURE_ANSWERERS, case)
    return _first(SURE_ANSWERERS, case) or _first((*SURE_ANSWERERS, quoted_answer), anew)


def _canonical(case: Case, library: Shelf) -> Canonical | None:
    """A yes-or-no question wants a yes or a no, which no other wording asks for."""
    if case.asked.shape == "yes_no":
        return None
    masked = mask_question(case.question.text, case.memo.projects)
    canonical = canonical_question(masked, library.likeness(masked.text, wordings(masked.intents)))
    return canonical if canonical and canonical.text != case.question.text else None


def _first(answerers: Sequence[Answerer], case: Case) -> Answer | None:
    return next((answer for answerer in answerers if (answer := answerer(case)) is not None), None)


def as_written(question: Question, memo: Memo) -> tuple[Question, tuple[str, ...]]:
    """The question in the memo's spelling, and what was mended in it."""
    text, mended = as_the_memo_writes(question.text, memo_to_vocabulary(memo))
    return replace(question, text=text), mended


def question_to_case(question: Question, memo: Memo, library: Shelf) -> Case:
    question, mended = as_written(question, memo)
    asked = parse_question(question.text)
    weights = Weights(memo)

    def search() -> tuple[Candidate, ...]:
        hits = library.search(asked.text, memos=[memo.id], limit=PASSAGES)
        return hits_to_candidates(hits, asked, weights)

    return Case(
        question=question,
        asked=asked,
        memo=memo,
        candidates=Later(search),
        gate=Gate(asked, memo, weights),
        mended=mended,
    )
