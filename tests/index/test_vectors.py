"""Exact search against a plain loop over the same numbers."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search import fuse
from index.vectors import VectorRow, bytes_to_vectors, ranked, rows_to_matrix, similarity, vectors_to_bytes

DIMENSION = 8


def random_rows(seed: int, count: int) -> list[VectorRow]:
    source = np.random.default_rng(seed)
    rows = []
    for number in range(count):
        vectors = source.standard_normal((1 + source.integers(1, 5), DIMENSION)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        rows.append(
            VectorRow(
                number=number * 3 + 1,
                memo=f"memo-{number % 4}",
                vector=vectors_to_bytes(vectors[0]),
                sentence_vectors=vectors_to_bytes(vectors[1:]),
            )
        )
    return rows


@given(st.integers(0, 10_000), st.integers(0, 40), st.integers(1, 12), st.sets(st.sampled_from("0123")) | st.none())
def test_ranking_equals_a_plain_loop(seed: int, count: int, limit: int, chosen: set[str] | None) -> None:
    rows = random_rows(seed, count)
    query = bytes_to_vectors(random_rows(seed + 1, 1)[0].vector, DIMENSION)[0]
    memos = None if chosen is None else {f"memo-{one}" for one in chosen}
    plain = []
    for row in rows:
        if memos is None or row.memo in memos:
            best = max(float(query @ one) for one in bytes_to_vectors(row.sentence_vectors, DIMENSION))
            own = float(query @ bytes_to_vectors(row.vector, DIMENSION)[0])
            plain.append((own + best) / 2)
    matrix = rows_to_matrix(rows, DIMENSION)
    scores = similarity(matrix, query).combined
    found = ranked(matrix, scores, memos=memos, limit=limit)
    assert np.allclose([scores[at] for at in found], sorted(plain, reverse=True)[:limit], atol=1e-6)
    assert all(memos is None or matrix.memos[at] in memos for at in found)


def test_vectors_survive_storage() -> None:
    vectors = np.random.default_rng(1).standard_normal((3, DIMENSION)).astype(np.float32)
    assert (bytes_to_vectors(vectors_to_bytes(vectors), DIMENSION) == vectors).all()


@given(st.lists(st.lists(st.integers(0, 20), unique=True, max_size=10), max_size=3))
def test_fusion_rewards_rank_and_agreement(rankings: list[list[int]]) -> None:
    scores = fuse(rankings)
    assert scores.keys() == {item for ranking in rankings for item in ranking}
    for ranking in rankings:
        for better, worse in pairwise(ranking):
            others = [other for other in rankings if other is not ranking]
            if not any(worse in other for other in others):
                assert scores[better] > scores[worse]
