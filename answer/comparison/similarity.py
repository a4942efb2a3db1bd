"""How alike names and texts are, for every pair of two lists at once: numbers from 0 to 1, nothing decided.

Words count by how rare they are in the two lists, so that "System" in every second name proves nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answer.comparison.names import fold_name, name_stems
from answer.questions.words import stem

Matrix = NDArray[np.float64]
Terms = Sequence[str]

_GENERIC_WORDS = """project program programme system initiative upgrade update replacement modernization management
implementation renewal enhancement improvement service solution platform application expansion phase release city
citywide county department new"""
_GENERIC = frozenset(stem(word) for word in _GENERIC_WORDS.split())
"""Words that any project's name may carry; they count for a fraction of their rarity."""

_GENERIC_SHARE = 0.4
_LONG_WORD = r"[A-Za-z]{7,40}"
_SLIP = 90.0  # of 100: "Rehabilitaton" is one, "northeast" for "northwest" is not


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLikeness:
    """Four views of the same pair of names: shared words, words of the shorter found in the longer, shared triples of
    letters, and letters in order (to the fourth power: only near-identity counts)."""

    words: Matrix
    contained: Matrix
    triples: Matrix
    letters: Matrix


def compare_names(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> NameLikeness:
    """``old[i]`` and ``new[j]`` are the forms of one name each (``name_to_forms``); the best pair of forms counts."""
    from rapidfuzz import fuzz, process

    new = _with_spelling_of([form for forms in old for form in forms], new)
    left, right = [form for forms in old for form in forms], [form for forms in new for form in forms]
    starts = _starts(old), _starts(new)
    weights = _rarities([name_stems(forms[0]) for forms in (*old, *new)])
    words = _vectors([name_stems(form) for form in left], [name_stems(form) for form in right], weights)
    triple_weights = _rarities([_triples(forms[0]) for forms in (*old, *new)])
    triples = _vectors([_triples(form) for form in left], [_triples(form) for form in right], triple_weights)
    letters = process.cdist([_letters(form) for form in left], [_letters(form) for form in right], scorer=fuzz.ratio)
    return NameLikeness(
        words=_best_forms(_cosines(*words), *starts),
        contained=_best_forms(_contained(*words), *starts),
        triples=_best_forms(_cosines(*triples), *starts),
        letters=_best_forms((np.asarray(letters, dtype=np.float64) / 100) ** 4, *starts),
    )


def compare_texts(old: Sequence[Terms], new: Sequence[Terms]) -> Matrix:
    """Cosines of two lists of texts, given as stems."""
    return _cosines(*_vectors(old, new, _rarities([*old, *new])))


def _with_spelling_of(old: Sequence[str], new: Sequence[Sequence[str]]) -> list[list[str]]:
    """A long word of the new names that is a slip of the pen away from one of the old is written like that one."""
    from rapidfuzz import fuzz, process

    known = {word for form in old for word in re.findall(_LONG_WORD, form.lower())}
    found: dict[str, str] = {}
    for word in {word for forms in new for form in forms for word in re.findall(_LONG_WORD, form.lower())} - known:
        close = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_SLIP)
        if close is not None:
            found[word] = close[0]
    return [[re.sub(_LONG_WORD, lambda m: found.get(m.group().lower(), m.group()), f) for f in forms] for forms in new]


def _rarities(documents: Sequence[Terms]) -> dict[str, float]:
    seen = Counter(term for document in documents for term in set(document))
    return {term: _rarity(term, count, len(documents)) for term, count in seen.items()}


def _rarity(term: str, count: int, documents: int) -> float:
    return math.log((documents + 1) / (count + 0.5)) * (_GENERIC_SHARE if term in _GENERIC else 1.0)


def _vectors(left: Sequence[Terms], right: Sequence[Terms], weights: dict[str, float]) -> tuple[Matrix, Matrix]:
    unseen = math.log(2 * (len(left) + len(right)) + 1)
    vocabulary = {term: number for number, term in enumerate(dict.fromkeys(t for d in (*left, *right) for t in d))}

    def fill(documents: Sequence[Terms]) -> Matrix:
        matrix = np.zeros((len(documents), max(1, len(vocabulary))))
        for row, document in enumerate(documents):
            for term in set(document):
                matrix[row, vocabulary[term]] = weights.get(term, unseen)
        return matrix

    return fill(left), fill(right)


def _cosines(left: Matrix, right: Matrix) -> Matrix:
    lengths = np.outer(np.linalg.norm(left, axis=1), np.linalg.norm(right, axis=1))
    return _shares(left @ right.T, lengths)


def _contained(left: Matrix, right: Matrix) -> Matrix:
    lengths = np.minimum((left**2).sum(axis=1)[:, None], (right**2).sum(axis=1)[None, :])
    return _shares(left @ right.T, lengths)


def _shares(products: Matrix, lengths: Matrix) -> Matrix:
    return np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)


def _best_forms(scores: Matrix, rows: list[int], columns: list[int]) -> Matrix:
    best: Matrix = np.maximum.reduceat(np.maximum.reduceat(scores, rows, axis=0), columns, axis=1)
    return best


def _starts(forms: Sequence[Sequence[str]]) -> list[int]:
    starts, at = [], 0
    for names in forms:
        starts.append(at)
        at += len(names)
    return starts


def _letters(name: str) -> str:
    return fold_name(name).replace(" ", "")


def _triples(name: str) -> tuple[str, ...]:
    padded = f" {fold_name(name)} "
    return tuple(padded[start : start + 3] for start in range(len(padded) - 2))
