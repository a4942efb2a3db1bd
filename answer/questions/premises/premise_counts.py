"""Questions that count too many: "Which 30 depots were closed?" where the memo says that 12 were.

The memo must say how many did what the question says, the question must say more, and no sentence may bear it out. A
smaller number is no contradiction: 5 of the 12 may well be meant. Figures that are hedged upwards decide nothing.
"""

from decimal import Decimal

from answer.checks.hedges import read_hedge
from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.reading.question_parse import Asked, Term
from answer.questions.reading.spans import Span, spans_of
from answer.questions.reading.words import covers, kin, stems
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer

_UPWARDS = ("over", "just_over", "at_least", "about")
_LEAST = 2
_MEMO_OWN = stems("office department team city since last report year name names")


def count_premise(case: Case) -> Answer | None:
    """Both sentences are cited: the one that counts what was asked about, and the one that the other number is from."""
    asked = case.asked
    if asked.negated or asked.shape in ("yes_no", "count", "money", "percent", "duration"):
        return None
    for assumed in _assumed_counts(asked):
        stated = _counts_of(case, assumed)
        values = {span.value for _, span in stated}
        if len(values) != 1 or assumed.value is None or not _is_more(assumed.value, stated[0]):
            continue
        return _contradicted(case, assumed, stated[0])
    return None


def _assumed_counts(asked: Asked) -> list[Span]:
    counts = [s for s in spans_of(asked.text, "count") if s.value is not None and s.value >= _LEAST and s.nouns]
    return [s for s in counts if s.text not in map(str, asked.years)]


def _is_more(assumed: Decimal, stated: tuple[Statement, Span]) -> bool:
    statement, span = stated
    hedged = read_hedge(statement.text[: span.start]) in _UPWARDS
    return span.value is not None and assumed > span.value and not hedged


def _counts_of(case: Case, assumed: Span) -> list[tuple[Statement, Span]]:
    """The sentences that say of the counted noun what the question says of it, with their number."""
    noun = assumed.nouns[0] if len(assumed.nouns) == 1 else _shared_noun(case, assumed)
    said = [t for t in case.asked.terms if not _is_apart(case, t, noun, assumed)]
    if not said:
        return []
    return [
        (statement, span)
        for statement in memo_to_statements(case.memo)
        if all(covers(term.stem, stems(statement.text)) for term in said)
        for span in spans_of(statement.text, "count")
        if noun in span.nouns[:2] and span.value is not None
    ]


def _shared_noun(case: Case, assumed: Span) -> str:
    """ "the 30 projects the office finished": the noun is the first of the words after the number that is the head."""
    return next((noun for noun in assumed.nouns if noun in case.asked.head), assumed.nouns[0])


def _is_apart(case: Case, term: Term, noun: str, assumed: Span) -> bool:
    """The noun, the number, the memo's own office and dates: what is left is what the things are said to have done."""
    number = term.stem == str(assumed.value) or term.stem in stems(assumed.text)
    own = term.stem in case.gate.context or case.gate.weights.is_everywhere(term) or term.stem in _MEMO_OWN
    date = term.stem.isdigit() or any(term.stem in stems(s.text) for s in spans_of(case.asked.text, "date"))
    return number or date or not kin(term.stem).isdisjoint({noun}) or (own and term.named) or term.stem in _MEMO_OWN


def _contradicted(case: Case, assumed: Span, stated: tuple[Statement, Span]) -> Answer | None:
    statement, span = stated
    elsewhere = next((s for s in memo_to_statements(case.memo) if _holds(s, assumed)), None)
    text = f"The memo counts {span.text}, not {assumed.text}: {sentence_text(statement.text)}"
    places = [*statement.places]
    if elsewhere is not None:
        text = f"{text} The number {assumed.text} is of something else: {sentence_text(elsewhere.text)}"
        places += elsewhere.places
    return denied(case, text, places, confidence=0.75, values=[span.text])


def _holds(statement: Statement, assumed: Span) -> bool:
    return any(s.value == assumed.value and s.nouns[:1] == assumed.nouns[:1] for s in spans_of(statement.text, "count"))
