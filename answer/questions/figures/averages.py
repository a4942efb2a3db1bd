"""Means and ratios from one sentence that gives a sum and the number of things it is for, or two counts.

"12 ferries with a combined budget of $36 million" is $3 million for each ferry. The divisor must be what the question
divides by; a sentence with two figures that would do gives none.
"""

import re
from decimal import Decimal

from answer.questions.evidence.evidence import Candidate
from answer.questions.figures.arithmetic import is_round, plain
from answer.questions.figures.computing import bound_of, figure_text, quotient_bound, speaking
from answer.questions.reading.spans import Span, SpanKind, spans_of
from answer.questions.reading.words import kin, stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer

_UNIT = re.compile(
    r"\b(?:per|for (?:each|every|an?|one)|each|every|of (?:an?|each|one)) (?P<unit>(?:[\w-]+ ){0,3}?[\w-]+)"
    r"(?=\?|$|[,;]| (?:in|on|of|at|for|by|from|managed|overseen|that|who|have|has|get|have|did|does|is|was|with)\b)",
    re.IGNORECASE,
)
_MONEY = stems("budget cost money spend spending funding price expenditure value worth amount")
_PROJECTS = stems("project initiative scheme programme program contract")
_ALL = re.compile(
    r"\b(?:total\w*|combined|aggregate|altogether|overall|sum|in all|portfolio|budgets|worth|approved cost"
    r"|collectively|together)\b", re.IGNORECASE
)  # fmt: skip


def mean_answer(case: Case) -> Answer | None:
    """ "What does a ferry cost on average?", "How many riders are there per ferry?" """
    wants_money = case.asked.shape == "money" or bool(_MONEY & case.asked.stems)
    for candidate in speaking(case):
        pair = _money_and_count(case, candidate) if wants_money else _two_counts(case, candidate)
        if pair is not None:
            return _quotient(case, candidate, *pair)
    return None


def asked_unit(text: str) -> frozenset[str]:
    """What is divided by: "per **ferry**", "of a **project**"; empty where the question does not say."""
    found = _UNIT.search(text)
    return stems(found["unit"]) if found else frozenset()


def _money_and_count(case: Case, candidate: Candidate) -> tuple[Span, Span] | None:
    """One sum of several things and the one count of such things as the question names."""
    sums = [span for span in spans_of(candidate.text, "money") if span.value]
    unit = asked_unit(case.asked.text) or case.asked.stems
    if not unit & _PROJECTS:
        unit = asked_unit(case.asked.text) or unit
    counts = _counts(candidate, unit)
    if len(sums) != 1 or len(counts) != 1 or not _ALL.search(candidate.text):
        return None
    return sums[0], counts[0]


def _two_counts(case: Case, candidate: Candidate) -> tuple[Span, Span] | None:
    unit = asked_unit(case.asked.text)
    below = _counts(candidate, unit)
    above = [span for span in _counts(candidate, frozenset(case.asked.head[:4]) - unit) if span not in below]
    return (above[0], below[0]) if len(above) == len(below) == 1 and unit else None


def _counts(candidate: Candidate, nouns: frozenset[str], kind: SpanKind = "count") -> list[Span]:
    wanted = frozenset().union(*(kin(noun) for noun in nouns)) if nouns else frozenset()
    return [span for span in spans_of(candidate.text, kind) if span.value and wanted & frozenset(span.nouns[:4])]


def _quotient(case: Case, candidate: Candidate, above: Span, below: Span) -> Answer | None:
    top, bottom = above.value or Decimal(), below.value or Decimal()
    if bottom <= 1:
        return None
    exact = top / bottom
    shown = figure_text(exact, [above.text]) if above.kind == "money" else plain(exact, digits=2)
    bound = quotient_bound(bound_of(candidate.text, above), bound_of(candidate.text, below))
    rounded = not is_round(exact, digits=-4 if "million" in shown else 2)
    said = f"{bound or ('About ' if rounded else '')}{shown}"
    working = f"{above.text} / {below.text}"
    text = f"{said} ({working}). {sentence_text(candidate.text)}"
    return answered(case, text, candidate.places, method="computed", confidence=0.78, values=[shown],
                    working=f"{working} = {shown}")  # fmt: skip


def times_answer(case: Case, old: Decimal, new: Decimal, candidate: Candidate) -> Answer | None:
    """ "How many times as many riders as last year?" of 200 and 300 is 1.5 times."""
    if not old or not re.search(r"\bhow many times\b|\bfactor\b|\bratio\b", case.asked.text, re.IGNORECASE):
        return None
    value = plain(new / old, digits=2)
    working = f"{plain(new)} / {plain(old)} = {value}"
    text = f"{value} times as many ({plain(new)} / {plain(old)}). {sentence_text(candidate.text)}"
    return answered(case, text, candidate.places, method="computed", confidence=0.75, values=[value], working=working)
