"""How alike names and texts are, for every pair of two lists at once: numbers from 0 to 1, nothing decided.

Words count by how rare they are in the two lists, so that "System" in every second name proves nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answer.comparison.names import fold_name, name_stems
from answer.questions.reading.words import stem

Matrix = NDArray[np.float64]
Terms = Sequence[str]
Sparse = Any
"""A sparse matrix of scipy: rows are names or texts, columns their terms. Its stubs do not say which kind."""

_GENERIC_WORDS = """project program programme system initiative upgrade update replacement modernization management
implementation renewal enhancement improvement service solution platform application expansion phase release city
citywide county department new"""
_GENERIC = frozenset(stem(word) for word in _GENERIC_WORDS.split())
"""Words that any project's name may carry; they count for a fraction of their rarity."""

_GENERIC_SHARE = 0.4
_LONG_WORD = r"[A-Za-z]{7,40}"
_SLIP = 88.0  # of 100: "Rehabilitaton" is one, "northeast" for "northwest" is not


def compare_names(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Matrix:
    """The best of three views of the best pair of forms: shared words, shared triples of letters, and letters in order
    (to the fourth power: only near-identity counts). ``old[i]`` are the forms of one name (``name_to_forms``)."""
    from rapidfuzz import fuzz, process

    left, right = [form for forms in old for form in forms], [form for forms in new for form in forms]
    starts = _starts(old), _starts(new)
    weights = rarities([[term for form in forms for term in name_stems(form)] for forms in (*old, *new)])
    words = _vectors([name_stems(form) for form in left], [name_stems(form) for form in right], weights)
    triple_weights = rarities([[term for form in forms for term in _triples(form)] for forms in (*old, *new)])
    triples = _vectors([_triples(form) for form in left], [_triples(form) for form in right], triple_weights)
    letters = process.cdist([_letters(form) for form in left], [_letters(form) for form in right], scorer=fuzz.ratio)
    views = (_cosines(*words), _cosines(*triples), (np.asarray(letters, dtype=np.float64) / 100) ** 4)
    return _best_forms(np.maximum.reduce(views), *starts)


def compare_texts(old: Sequence[Terms], new: Sequence[Terms]) -> Matrix:
    """Cosines of two lists of texts, given as stems."""
    return _cosines(*_vectors(old, new, rarities([*old, *new])))


def corrected(names: Sequence[str], known: Sequence[str]) -> list[str]:
    """Names in which a long word that is a slip of the pen away from a word of ``known`` is written like that one."""
    from rapidfuzz import fuzz, process

    words = {word for name in known for word in re.findall(_LONG_WORD, name.lower())}
    slips = {word for name in names for word in re.findall(_LONG_WORD, name.lower())} - words
    close = {slip: process.extractOne(slip, words, scorer=fuzz.ratio, score_cutoff=_SLIP) for slip in slips}
    right = {slip: found[0] for slip, found in close.items() if found is not None}
    return [re.sub(_LONG_WORD, lambda m: right.get(m.group().lower(), m.group()), name) for name in names]


def shares_found(names: Sequence[Terms], texts: Sequence[Terms], weights: dict[str, float]) -> Matrix:
    """How much of each name stands somewhere in each text, its words counted by their weights."""
    wanted, present = _vectors(names, texts, weights)
    present.data = np.ones_like(present.data)
    whole = np.asarray(wanted.sum(axis=1)).reshape(-1, 1) @ np.ones((1, len(texts)))
    return _shares((wanted @ present.T).toarray(), whole)


def rarities(documents: Sequence[Terms]) -> dict[str, float]:
    seen = Counter(term for document in documents for term in set(document))
    return {term: _rarity(term, count, len(documents)) for term, count in seen.items()}


def _rarity(term: str, count: int, documents: int) -> float:
    return math.log((documents + 1) / (count + 0.5)) * (_GENERIC_SHARE if term in _GENERIC else 1.0)


def _vectors(left: Sequence[Terms], right: Sequence[Terms], weights: dict[str, float]) -> tuple[Sparse, Sparse]:
    from scipy.sparse import csr_matrix

    unseen = math.log(2 * (len(left) + len(right)) + 1)
    vocabulary = {term: number for number, term in enumerate(dict.fromkeys(t for d in (*left, *right) for t in d))}

    def fill(documents: Sequence[Terms]) -> Sparse:
        terms = [tuple(set(document)) for document in documents]
        columns = [vocabulary[term] for document in terms for term in document]
        values = [weights.get(term, unseen) for document in terms for term in document]
        ends = np.cumsum([0, *(len(document) for document in terms)])
        return csr_matrix((values, columns, ends), shape=(len(documents), max(1, len(vocabulary))), dtype=np.float64)

    return fill(left), fill(right)


def _cosines(left: Sparse, right: Sparse) -> Matrix:
    return _shares((left @ right.T).toarray(), np.sqrt(np.outer(_squares(left), _squares(right))))


def _squares(vectors: Sparse) -> Matrix:
    return np.asarray(vectors.multiply(vectors).sum(axis=1), dtype=np.float64).ravel()


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
