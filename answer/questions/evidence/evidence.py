"""Sentences found for a question, each with how much of the question it covers.

A term counts in full where the sentence itself holds it, less in the headings above it and in the sentences before it,
since "It opened in May" speaks of what was named there. Rare terms weigh more than common ones, counted in the memo at
hand. Nothing is decided here: whether the evidence suffices is for `refusal` to say.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.of_memo import once_a_memo
from answer.questions.reading.question_parse import Asked, Term
from answer.questions.reading.words import covers, stems
from records.memo import Memo
from records.passage import Hit, Sentence
from records.place import Place

IN_HEADING, IN_OTHER_WORDS, IN_TRAIL, BEFORE = 0.9, 0.85, 0.7, 0.75
_EVERYWHERE_LEAST, _EVERYWHERE_SHARE = 5, 0.1
_NAMED_WEIGHT, _COMMON_CAP, _COSINE_SHARE = 1.5, 0.6, 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """``own`` are the sentence's stems, ``around`` those of its headings and the sentences before it; ``behind`` is how
    much less like the question it is than the likest sentence found."""

    sentence: Sentence
    trail: tuple[str, ...]
    own: frozenset[str]
    around: frozenset[str]
    cosine: float
    coverage: float
    missing: tuple[Term, ...]
    score: float
    before: Sentence | None = None
    after: Sentence | None = None
    behind: float = 0.0

    @property
    def text(self) -> str:
        return self.sentence.text

    @property
    def places(self) -> tuple[Place, ...]:
        return self.sentence.places


@once_a_memo
def _count_stems(memo: Memo) -> tuple[int, Counter[str]]:
    """How many texts there are, and in how many of them each stem stands."""
    texts = [block.text for block in memo.document.blocks if block.text]
    texts += [cell.text for table in memo.document.tables for cell in table.cells]
    return max(len(texts), 2), Counter(base for text in texts for base in stems(text))


class Weights:
    """How much each term of a question tells in one memo: a term that stands everywhere tells little."""

    def __init__(self, memo: Memo) -> None:
        self._count, self._seen = _count_stems(memo)

    def __call__(self, term: Term) -> float:
        most = math.log(1 + self._count)
        rarity = math.log(1 + self._count / (1 + self._seen[term.stem])) / most
        return rarity * _NAMED_WEIGHT if term.named else min(rarity, _COMMON_CAP)

    def is_everywhere(self, term: Term) -> bool:
        """Whether the word stands in so many places that leaving it out says nothing, as a city's own name does."""
        return self._seen[term.stem] >= max(_EVERYWHERE_LEAST, _EVERYWHERE_SHARE * self._count)

    def knows(self, term: Term) -> bool:
        """Whether the memo holds the very word anywhere."""
        return self._seen[term.stem] > 0


def hits_to_candidates(hits: Sequence[Hit], asked: Asked, weights: Weights) -> tuple[Candidate, ...]:
    """Every sentence of ``hits``, best first, each once."""
    found: dict[tuple[str, ...], Candidate] = {}
    for hit in hits:
        for number in range(len(hit.passage.sentences)):
            candidate = _candidate(hit, number, asked, weights)
            key = (candidate.text, *candidate.trail[-1:])
            if key not in found or found[key].score < candidate.score:
                found[key] = candidate
    likest = max((candidate.cosine for candidate in found.values()), default=0.0)
    ranked = sorted(found.values(), key=lambda c: -c.score)
    return tuple(replace(candidate, behind=likest - candidate.cosine) for candidate in ranked)


def coverage_of(asked: Asked, weights: Weights, own: frozenset[str], around: frozenset[str]) -> float:
    """The share of the question, by weight, that ``own`` and, for less, ``around`` hold."""
    total = sum(weights(term) for term in asked.terms)
    nothing: frozenset[str] = frozenset()
    held = sum(weights(term) * _share(term, own, around, nothing, nothing) for term in asked.terms)
    return held / total if total else 0.0


def _candidate(hit: Hit, number: int, asked: Asked, weights: Weights) -> Candidate:
    sentence = hit.passage.sentences[number]
    before = _before(hit.passage.sentences, number)
    own = stems(sentence.text)
    heading = stems(hit.passage.trail[-1]) if hit.passage.trail else frozenset()
    trail = frozenset().union(*(stems(t) for t in hit.passage.trail[:-1]))
    near = frozenset().union(*(stems(s.text) for s in before))
    share = {term: _share(term, own, heading, near, trail) for term in asked.terms}
    total = sum(weights(term) for term in asked.terms)
    coverage = sum(weights(term) * share[term] for term in asked.terms) / total if total else 0.0
    cosine = hit.sentence_cosines[number] if number < len(hit.sentence_cosines) else hit.cosine
    meaning = (2 * cosine + hit.cosine) / 3
    return Candidate(
        sentence=sentence,
        trail=hit.passage.trail,
        own=own,
        around=heading | trail | near,
        cosine=cosine,
        coverage=coverage,
        missing=tuple(term for term in asked.terms if not share[term]),
        before=before[-1] if before else None,
        after=next(iter(hit.passage.sentences[number + 1 : number + 2]), None),
        score=(1 - _COSINE_SHARE) * coverage + _COSINE_SHARE * meaning,
    )


def _before(sentences: Sequence[Sentence], number: int) -> tuple[Sentence, ...]:
    """The two sentences before; of a list item, the one that opens its list. A table's row tells nothing of a sentence
    that happens to follow it."""
    if sentences[number].kind == "item":
        opening = [s for s in sentences[:number] if s.kind != "item"]
        return tuple(opening[-1:])
    near = sentences[max(0, number - 2) : number]
    return tuple(s for s in near if s.kind != "row")


def _share(
    term: Term, own: frozenset[str], heading: frozenset[str], near: frozenset[str], trail: frozenset[str]
) -> float:
    if term.stem in own:
        return 1.0
    for part, share in ((heading, IN_HEADING), (own, IN_OTHER_WORDS), (near, BEFORE), (trail, IN_TRAIL)):
        if covers(term.stem, part):
            return share
    return 0.0
