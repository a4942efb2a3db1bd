"""The earlier and the later figure of a sentence that compares two, and what changed between them.

"Grew from 200 riders to 300 riders", "300 riders, up from 200". Where it is not clear which figure is which, or where
the question sets two other things against each other, nothing is computed.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.checks.hedges import read_hedge
from answer.questions.figures.arithmetic import change_text
from answer.questions.figures.averages import times_answer
from answer.questions.figures.computing import bound_of, figure_text, opposite, same_kind, speaking
from answer.questions.reading.operations import TALK
from answer.questions.reading.spans import Span, text_to_spans
from answer.questions.reading.words import kin, stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer
from records.place import Place

_BASE = re.compile(
    r"\b(?:from|compared (?:with|to)|versus|vs\.?|over|against)(?: (?:about|roughly|some|the|only|an?))?"
    r"(?: (?:revised|original|approved|adopted|planned) (?:programme|program|budget|plan|target) of)? $",
    re.IGNORECASE,
)
_TIME = stems("year ago month week quarter period report last previous today now earlier")
_WHOLE = re.compile(r"(?:\d|[a-z]) (?:out )?of (?:the |its |all )?$")
_TWO_THINGS = re.compile(r"\bdifference between (?P<one>.+?) and (?P<other>[^?]+)", re.IGNORECASE)


def two_figures_answer(case: Case) -> Answer | None:
    """ "By how much did ridership grow?" from the one sentence that gives both figures."""
    for candidate in speaking(case):
        pair = before_and_after(candidate.text)
        if pair is None or not _are_of(case, pair):
            continue
        old, new = pair
        if case.asked.operation == "ratio":
            return times_answer(case, old.value or Decimal(), new.value or Decimal(), candidate)
        bound = change_bound(candidate.text, old, new)
        return change_answer(case, old, new, candidate.places, note=candidate.text, bound=bound)
    return None


def before_and_after(text: str) -> tuple[Span, Span] | None:
    """The earlier and the later figure of a sentence that compares two; ``None`` if it is not clear which is which."""
    spans = [
        span for span in text_to_spans(text) if span.kind in ("count", "percent", "money") and span.value is not None
    ]
    for first in spans:
        if not _BASE.search(text[: first.start]) or (
            first.kind != "money" and read_hedge(text[: first.start]) == "over"
        ):
            continue
        others = [
            s
            for s in spans
            if s is not first and s.kind == first.kind and _same_thing(first, s) and not _is_whole(text, s)
        ]
        after = [s for s in others if s.start > first.end and re.search(r"\bto\b", text[first.end : s.start])]
        before = [s for s in others if s.end <= first.start]
        if after or before:
            return first, (after or before[-1:])[0]
    return None


def change_bound(text: str, old: Span, new: Span) -> str:
    """ "At least " of "more than 60 pupils, up from 50"; two hedged figures give no more than "About "."""
    before, after = bound_of(text, old), bound_of(text, new)
    if before and after:
        return "About "
    rises = (new.value or 0) >= (old.value or 0)
    said, turned = (after, not rises) if after else (before, rises)
    return opposite(said) if turned else said


def change_answer(
    case: Case, old: Span, new: Span, places: Sequence[Place], *, note: str, bound: str = ""
) -> Answer | None:
    if old.value is None or new.value is None:
        return None
    texts = [old.text, new.text] if old.kind == "money" else []
    said = change_text(old.value, new.value, percent=case.asked.operation == "percent_change",
                       points=old.kind == "percent", show=lambda number: figure_text(number, texts))  # fmt: skip
    if said is None:
        return None
    return answered(case, f"{bound}{said.text}. {sentence_text(note)}", places, method="computed", confidence=0.78,
                    values=[said.value], working=said.working)  # fmt: skip


def _is_whole(text: str, span: Span) -> bool:
    """540 of "212 of the 540 ferries": what a part is part of has not changed."""
    return span.kind == "count" and bool(_WHOLE.search(text[: span.start]))


def _same_thing(one: Span, other: Span) -> bool:
    if one.kind != "count" or not set(one.nouns) - _TIME or not set(other.nouns) - _TIME:
        return True
    return not kin(one.nouns[0]).isdisjoint(other.nouns)


def _counts_asked(case: Case, nouns: frozenset[str]) -> bool:
    """ "How many more riders ...?" is not answered by the harbors that they came from."""
    head = [base for base in case.asked.head if base not in TALK]
    if case.asked.shape != "count" or not head or not nouns:
        return True
    return any(not same_kind(base).isdisjoint(nouns) for base in head)


def _are_of(case: Case, pair: tuple[Span, Span]) -> bool:
    """Of the noun that is asked for; "the difference between the members and the offices" is of two things."""
    found = _TWO_THINGS.search(case.asked.text)
    nouns = frozenset((*pair[0].nouns, *pair[1].nouns))
    if found is None:
        return _counts_asked(case, nouns)
    sides = [stems(found[name]) for name in ("one", "other")]
    return not nouns or all(side & nouns or not side - nouns for side in sides)
