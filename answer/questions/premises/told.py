"""The single statements in which a memo may contradict a question, and how much of the question each speaks of.

A list item or a table's row that was found as one is taken apart into its sentences, since each tells something of its
own. What a sentence leaves unsaid may stand in its headings and in the sentences before it. Nothing is decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case
from extract.language.sentences import split_sentences
from records.place import Place

_NEAR = 2
_AROUND = 0.75
_LIKEST_BEHIND, _LIKEST_COSINE = 0.02, 0.5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence of the memo; ``around`` are the stems of its headings and of what stands before it;
    ``likest`` where none is more like the question."""

    text: str
    own: frozenset[str]
    around: frozenset[str]
    places: tuple[Place, ...]
    is_row: bool = False
    likest: bool = False


def statements_of(case: Case) -> Iterator[Told]:
    """Every sentence found for the question, the likest first; no headings."""
    for candidate in case.candidates:
        if candidate.sentence.kind in ("heading", "letterhead"):
            continue
        pieces = [candidate.text[start:end] for start, end in split_sentences(candidate.text)]
        for number, piece in enumerate(pieces):
            near = frozenset().union(*(stems(text) for text in pieces[max(0, number - _NEAR) : number]))
            opening = stems(pieces[0]) if number else frozenset()
            yield Told(
                text=piece,
                own=stems(piece),
                around=candidate.around | near | opening,
                places=candidate.places,
                is_row=candidate.sentence.kind == "row",
                likest=candidate.behind <= _LIKEST_BEHIND and candidate.cosine >= _LIKEST_COSINE,
            )


def fit(case: Case, told: Told, apart: frozenset[str] = frozenset()) -> float:
    """The share of the question, by weight, that the statement and what stands around it hold; ``apart`` aside.

    Nothing where a name of the question is missing from both, or where the statement is of another year.
    """
    gate = case.gate
    terms = [t for t in case.asked.terms if t.stem not in apart and not gate.weights.is_everywhere(t)]
    here = told.own | told.around | gate.context | {str(year) for year in gate.memo_years}
    if any(t.named and not covers(t.stem, here) for t in terms) or _is_of_another_year(case, told, apart):
        return 0.0
    total = sum(gate.weights(term) for term in terms)
    held = sum(gate.weights(t) * _share(t.stem, told) for t in terms)
    return held / total if total else 0.0


def missing_terms(case: Case, told: Told, apart: frozenset[str]) -> list[str]:
    """The question's words that stand neither in the statement nor around it, those of asking aside."""
    here = told.own | told.around | case.gate.context
    terms = [t for t in case.asked.terms if t.stem not in apart and not case.gate.weights.is_everywhere(t)]
    years = {str(year) for year in case.gate.memo_years}
    return [t.stem for t in terms if not covers(t.stem, here) and t.stem not in years]


def _share(base: str, told: Told) -> float:
    return 1.0 if covers(base, told.own) else _AROUND if covers(base, told.around) else 0.0


def _is_of_another_year(case: Case, told: Told, apart: frozenset[str]) -> bool:
    asked = {str(year) for year in case.asked.years} - apart
    said = set(_YEAR.findall(told.text))
    return bool(asked and said) and asked.isdisjoint(said)


def holds_count(text: str) -> bool:
    return any(span.kind == "count" for span in spans_of(text, "count"))
