"""What all computed answers share: which sentences speak of all that is asked, how figures are hedged and shown.

A sentence gives figures to a computation only if it, its headings and the letterhead account for every word of the
question but those that ask for the computation itself.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from answer.checks.hedges import read_hedge
from answer.questions.evidence.evidence import Candidate
from answer.questions.figures.arithmetic import money_text, plain
from answer.questions.reading.operations import TALK
from answer.questions.reading.question_parse import Term
from answer.questions.reading.spans import Span
from answer.questions.reading.words import PEOPLE, covers, kin, stems
from answer.questions.reply import Case

LOOKED_AT = 8
_BOUNDS = {
    "over": "At least ", "just_over": "At least ", "at_least": "At least ",
    "under": "At most ", "just_under": "At most ", "at_most": "At most ", "about": "About ",
}  # fmt: skip
_OPPOSITE = {"At least ": "At most ", "At most ": "At least ", "About ": "About ", "": ""}
_IN_MILLIONS = re.compile(r"\d\s?(?:million|m\b|mn\b|billion|bn\b)", re.IGNORECASE)
_PEOPLE = stems(" ".join(PEOPLE)) | stems("trainee pupil student learner graduate delegate volunteer")
_SIGN = re.compile(r"[$£€]")


def unexplained(case: Case, have: frozenset[str], *, talk: frozenset[str] = TALK) -> list[Term]:
    """The question's terms that neither ``have`` nor the letterhead holds, those of asking aside."""
    known = have | case.gate.context
    return [
        term
        for term in case.asked.terms
        if term.stem not in talk and not covers(term.stem, known) and not case.gate.weights.is_everywhere(term)
    ]


def speaking(case: Case, *, talk: frozenset[str] = TALK) -> Iterator[Candidate]:
    """The candidates that account for the whole question, best first."""
    for candidate in case.candidates[:LOOKED_AT]:
        if case.gate.speaks_of(candidate) and not unexplained(case, candidate.own | candidate.around, talk=talk):
            yield candidate


def bound_of(text: str, span: Span) -> str:
    """ "At least " of "over 40 ferries" and of "40+ ferries"."""
    if text[span.end :].startswith("+") or span.text.endswith("+"):
        return "At least "
    return _BOUNDS.get(read_hedge(text[: span.start]), "")


def quotient_bound(over: str, under: str) -> str:
    """The bound of a quotient: a larger divisor makes it smaller; two different hedges leave only "About"."""
    turned = _OPPOSITE[under]
    return over or turned if not over or not turned or over == turned else "About "


def same_kind(noun: str) -> frozenset[str]:
    """The stems that count the same: participants, staff and people are all people."""
    return kin(noun) | _PEOPLE if noun in _PEOPLE else kin(noun)


def opposite(bound: str) -> str:
    return _OPPOSITE[bound]


def figure_text(value: Decimal, sources: Iterable[str]) -> str:
    """A sum of money in the currency and scale of the texts it was made from; any other number as it is."""
    texts = tuple(sources)
    sign = next((found.group() for text in texts if (found := _SIGN.search(text))), "")
    if not sign:
        return plain(value)
    return money_text(value, sign=sign, millions=any(_IN_MILLIONS.search(text) for text in texts))
