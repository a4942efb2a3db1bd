"""A part and its whole in one sentence: what is left, what share it is, and how many a percentage of a count are.

"Six of nine depots have chargers" leaves three and is two thirds; "40 swimmers, of whom 90% passed" are 36 who passed.
Part and whole must be of the same thing, and a percentage of a count that is no whole number is said to be rounded.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise, takewhile

from answer.questions.evidence.evidence import Candidate
from answer.questions.figures.arithmetic import plain
from answer.questions.figures.computing import LOOKED_AT, bound_of, opposite, same_kind, unexplained
from answer.questions.reading.operations import TALK
from answer.questions.reading.spans import Span, spans_of, text_to_spans
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer
from records.place import Place

_OUT_OF = re.compile(r"^ (?:out )?of (?:the |its |our |all )?(?:\w+ )?$")
_AGAINST = re.compile(r"^(?: \w+){1,6} (?:against|towards?|out of) (?:a|the|its) (?:target|goal|total) of $")
_THEM = re.compile(r" of (?:them|these|those)\b", re.IGNORECASE)
_OF_THOSE = re.compile(r"^Of (?:those|these|them|the)\b")
_LEAST_COVERAGE = 0.5
_CLAUSE_WORDS = 9
_LEAST_BASE = 2
_ASKING = TALK - stems("passed lost gain")
_CLOSE = Decimal("0.1")
_ROUNDING = {"At least ": ROUND_CEILING, "At most ": ROUND_FLOOR}
_NOT = re.compile(r"\b(?:not|never|without|fail\w*)\b|n['’]t\b", re.IGNORECASE)


def out_of_answer(case: Case) -> Answer | None:
    """ "How many depots still lack chargers?" of "Six of nine depots have chargers" is 3 (9 - 6)."""
    for candidate in _good(case):
        spans = spans_of(candidate.text, "count")
        for part, whole in pairwise(spans):
            if _is_part_of(case, candidate.text, part, whole):
                return _left_or_share(case, candidate, part, whole)
        if (pair := _of_them(case, candidate)) is not None:
            return _left_or_share(case, candidate, *pair)
    return None


def _of_them(case: Case, candidate: Candidate) -> tuple[Span, Span] | None:
    """ "40 visits were made. In nine of them it rained.": the whole is the one count of the sentence before."""
    parts = [span for span in spans_of(candidate.text, "count") if _THEM.match(candidate.text[span.end :])]
    wholes = _bases(candidate.before.text) if candidate.before else []
    if len(parts) != 1 or len(wholes) != 1 or (parts[0].value or 0) > (wholes[0].value or 0):
        return None
    if any(span.end <= parts[0].start for span in _bases(candidate.text)):
        return None  # "A team of nine, four of them volunteers, saw them all": four of the nine
    return (parts[0], wholes[0]) if _counts_head(case, wholes[0]) else None


def _good(case: Case) -> Iterator[Candidate]:
    """The candidates that speak of the question's names and of all but one of its other words."""
    for candidate in case.candidates[:LOOKED_AT]:
        left = unexplained(case, candidate.own | candidate.around)
        few = len(left) <= 1 and not any(term.named for term in left)
        if case.gate.speaks_of(candidate) and candidate.coverage >= _LEAST_COVERAGE and few:
            yield candidate


def _is_part_of(case: Case, text: str, part: Span, whole: Span) -> bool:
    between = text[part.end : whole.start]
    if not part.value or not whole.value or part.value > whole.value:
        return False
    if not _OUT_OF.match(f"{between.rstrip()} ") and not _AGAINST.match(between):
        return False
    counted = frozenset((*part.nouns, *whole.nouns))
    noun = list(takewhile(lambda base: base not in TALK, case.asked.head))
    wanted = noun or [term.stem for term in case.asked.terms]
    return any(covers(base, counted) for base in wanted)


def _left_or_share(case: Case, candidate: Candidate, some: Span, all_: Span) -> Answer | None:
    part, whole = some.value or Decimal(), all_.value or Decimal()
    bound = bound_of(candidate.text, some)
    if case.asked.operation == "share":
        value, working = f"{plain(100 * part / whole)}%", f"{plain(part)} / {plain(whole)}"
    else:
        value, working, bound = plain(whole - part), f"{plain(whole)} - {plain(part)}", opposite(bound)
    text = f"{bound}{value} ({working}). {sentence_text(candidate.text)}"
    before = candidate.before.places if candidate.before and _THEM.match(candidate.text[some.end :]) else ()
    return answered(case, text, [*before, *candidate.places], method="computed",
                    confidence=0.8, values=[value], working=f"{working} = {value}")  # fmt: skip


def percent_of_count_answer(case: Case) -> Answer | None:
    """ "How many swimmers passed?" of "40 swimmers took part and 90% passed" is 36 (90% of 40)."""
    if case.asked.shape != "count" or not case.asked.head:
        return None
    for candidate in _good(case):
        texts = _with_base(candidate)
        bases = [(span, text) for text in texts for span in spans_of(text, "count") if _counts_head(case, span)]
        said = _predicate(case, candidate)
        rates = [s for s in spans_of(candidate.text, "percent") if _tells(said, candidate.text, s)]
        if len(bases) == len(rates) == 1 and not _tells(said, bases[0][1], bases[0][0]):
            return _percent_of(case, candidate, bases[0][0], rates[0], texts)
    return None


def _with_base(candidate: Candidate) -> tuple[str, ...]:
    """The sentence, and the one before it where the percentage is "of those"."""
    if candidate.before and _OF_THOSE.match(candidate.text) and not _bases(candidate.text):
        return candidate.before.text, candidate.text
    return (candidate.text,)


def _bases(text: str) -> list[Span]:
    return [span for span in spans_of(text, "count") if span.value and span.value >= _LEAST_BASE]


def _counts_head(case: Case, span: Span) -> bool:
    """The count is of the noun that is asked for: "How many **riders** ...", "How many of the 22 **staff** ...",."""
    if not span.value or span.value < _LEAST_BASE:
        return False
    return span.value in case.asked.numbers or any(
        not same_kind(base).isdisjoint(span.nouns[:3]) for base in _subject(case)
    )


def _subject(case: Case) -> tuple[str, ...]:
    return tuple(base for base in case.asked.head if base not in TALK)[:3]


def _predicate(case: Case, candidate: Candidate) -> tuple[str, ...]:
    """What is said of those that are counted; what names the thing in the headings above says nothing of them."""
    subject = frozenset(_subject(case)) | stems(" ".join(candidate.trail))
    return tuple(t.stem for t in case.asked.terms if t.stem not in subject | _ASKING and not t.named)


def _clause(text: str, span: Span) -> frozenset[str]:
    """The words right after a figure, up to the next figure."""
    ends = [other.start for other in text_to_spans(text) if other.start > span.end]
    rest = text[span.end : min(ends, default=len(text))]
    return stems(" ".join(rest.split()[:_CLAUSE_WORDS]))


def _tells(predicate: Sequence[str], text: str, figure: Span) -> bool:
    """Whether the words after a figure say what is asked: "90% passed", "36 swimmers passed"."""
    return any(covers(base, _clause(text, figure)) for base in predicate)


def _percent_of(case: Case, candidate: Candidate, base: Span, rate: Span, texts: tuple[str, ...]) -> Answer | None:
    whole, share = base.value or Decimal(), rate.value or Decimal()
    if case.asked.negated or _NOT.search(case.asked.text):
        share = 100 - share
    exact = whole * share / 100
    bound = bound_of(candidate.text, rate) or bound_of(texts[0], base)
    value = plain(exact, digits=2)
    working = f"{plain(share)}% of {plain(whole)} = {value}"
    said, rounded = _whole_number(exact, bound)
    places: list[Place] = [*(candidate.before.places if len(texts) > 1 and candidate.before else ()), *candidate.places]
    text = f"{said} ({working}).{rounded} {' '.join(sentence_text(t) for t in texts)}"
    return answered(
        case, text, places, method="computed", confidence=0.7, values=[said.rpartition(" ")[2]], working=working
    )


def _whole_number(exact: Decimal, bound: str) -> tuple[str, str]:
    """The count that a percentage stands for, and what to add where none fits: half of 15 is no number of people."""
    if exact == int(exact):
        return f"{bound}{plain(exact)}", ""
    nearest = exact.quantize(Decimal(1), rounding=_ROUNDING.get(bound, ROUND_HALF_UP))
    if bound or abs(exact - nearest) <= _CLOSE:
        return f"{bound or 'About '}{plain(nearest)}", ""
    return f"About {plain(exact, digits=2)}", " The rate must be rounded, since this is no whole number."
