"""Exact search: every passage's vector and every sentence's, compared with the query by one matrix product each."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embed import Embedder, Vectors
from index.passages import passage_to_text, sentence_to_text
from records.passage import Passage, Sentence

MOST_SENTENCES = 400
"""A file of more is a list, not a memo: the longest memos have about three hundred."""
ROW_WORDS = 16
"""Of each row of such a list: its name, whose it is and how it stands, as a rule."""
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedPassage:
    """A passage with its own vector and one for each sentence."""

    passage: Passage
    vector: Vectors
    sentence_vectors: Vectors


def embed_passages(passages: Sequence[Passage], embedder: Embedder) -> tuple[EmbeddedPassage, ...]:
    """All texts of a memo in one call, so that the model fills its batches. A text met twice is encoded once.

    Of a list with thousands of rows only the first words of each row's cells are encoded, without the columns' names,
    numbers and dates, and a passage of rows lies in their middle: else one list would take minutes. The full text
    finds every word of it all the same.
    """
    is_long = sum(len(passage.sentences) for passage in passages) > MOST_SENTENCES
    rows = [is_long and all(sentence.kind == "row" for sentence in passage.sentences) for passage in passages]
    wholes = [passage_to_text(passage) for passage in passages]
    parts = [
        [_part(passage, sentence, short=short) for sentence in passage.sentences]
        for passage, short in zip(passages, rows, strict=True)
    ]
    told = [whole for whole, short in zip(wholes, rows, strict=True) if not short]
    texts = list(dict.fromkeys([*told, *(text for group in parts for text in group)]))
    if not texts:
        return ()
    vectors = embedder.encode(texts)
    at = {text: number for number, text in enumerate(texts)}
    return tuple(
        EmbeddedPassage(
            passage=passage,
            vector=_middle(vectors[[at[text] for text in group]]) if short else vectors[at[whole]],
            sentence_vectors=vectors[[at[text] for text in group]],
        )
        for passage, whole, group, short in zip(passages, wholes, parts, rows, strict=True)
    )


def _part(passage: Passage, sentence: Sentence, *, short: bool) -> str:
    return _row_opening(sentence.text) if short else sentence_to_text(passage, sentence)


def _row_opening(row: str) -> str:
    """ "No.: 14-203; Project: Dock Repair; Cost: $4,000" -> "Dock Repair"; a row of figures alone stays as it is."""
    cells = [part.partition(": ")[2] or part for part in row.split("; ")]
    words = [word for cell in cells for word in cell.split() if _WORD.search(word) and not any(map(str.isdigit, word))]
    return " ".join((words or row.split())[:ROW_WORDS])


def _middle(vectors: Vectors) -> Vectors:
    mean = vectors.mean(axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length else vectors[0], dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorRow:
    """A passage as the ledger holds it for search."""

    number: int
    memo: str
    vector: bytes
    sentence_vectors: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Passages in the ledger's order: ``sentences[starts[i]:starts[i + 1]]`` are those of passage ``i``."""

    numbers: NDArray[np.int64]
    memos: tuple[str, ...]
    vectors: Vectors
    sentences: Vectors
    starts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Similarity:
    """Cosines of one query: of each passage, of each sentence, and the two combined for ranking."""

    passages: Vectors
    sentences: Vectors
    combined: Vectors


def rows_to_matrix(rows: Iterable[VectorRow], dimension: int) -> Matrix:
    listed = sorted(rows, key=lambda row: row.number)
    counts = [len(row.sentence_vectors) // (4 * dimension) for row in listed]
    return Matrix(
        numbers=np.array([row.number for row in listed], dtype=np.int64),
        memos=tuple(row.memo for row in listed),
        vectors=bytes_to_vectors(b"".join(row.vector for row in listed), dimension),
        sentences=bytes_to_vectors(b"".join(row.sentence_vectors for row in listed), dimension),
        starts=np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int64),
    )


def bytes_to_vectors(data: bytes, dimension: int) -> Vectors:
    return np.frombuffer(data, dtype="<f4").reshape(-1, dimension)


def vectors_to_bytes(vectors: Vectors) -> bytes:
    return np.ascontiguousarray(vectors, dtype="<f4").tobytes()


def similarity(matrix: Matrix, query: Vectors) -> Similarity:
    """``combined`` is the mean of the passage's cosine and its best sentence's, which ranks better than either."""
    passages, sentences = matrix.vectors @ query, matrix.sentences @ query
    best = np.maximum.reduceat(sentences, matrix.starts[:-1]) if len(passages) else passages
    return Similarity(
        passages=passages, sentences=sentences, combined=np.asarray((passages + best) / 2, dtype=np.float32)
    )


def ranked(matrix: Matrix, scores: Vectors, *, memos: Collection[str] | None, limit: int) -> list[int]:
    """Positions in the matrix, best first, of the given memos only; equal scores in the ledger's order."""
    allowed = np.arange(len(scores))
    if memos is not None:
        wanted = set(memos)
        allowed = np.flatnonzero(np.fromiter((memo in wanted for memo in matrix.memos), dtype=bool, count=len(scores)))
    if len(allowed) > limit:
        cut = np.partition(scores[allowed], len(allowed) - limit)[len(allowed) - limit]
        allowed = allowed[scores[allowed] >= cut]
    order = np.lexsort((allowed, -scores[allowed]))
    return [int(position) for position in allowed[order][:limit]]
