"""What is proposed by sketches holds what comparing every vector would have found."""

from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest

from index.library import Library
from index.nearest import SKETCH, read_passage_vectors
from index.reading import vector_rows
from index.vectors import ranked, rows_to_matrix, similarity

BEST = 10


@pytest.mark.parametrize("dimension", [64, 384])
def test_the_best_are_among_those_proposed(
    open_library: Callable[..., Library], samples: ModuleType, dimension: int
) -> None:
    library = open_library(dimension=dimension)
    for number in range(40):
        memo, original = samples.numbered_memo(number)
        library.add(memo, original=original)
    only = {entry.id for entry in library.memos()[::2]}
    with library._read() as connection:
        near = read_passage_vectors(connection, dimension)
        matrix = rows_to_matrix(vector_rows(connection), dimension)
    assert near.sentences.shape[1] == min(dimension, SKETCH)
    for text in ("How is the library roof doing?", "storm drains phase", "ferry"):
        query = library._searcher.vector(text)
        for memos in (None, only):
            best = ranked(matrix, similarity(matrix, query).combined, memos=memos, limit=BEST)
            allowed = near.of_memos(memos)
            proposed = near.best(near.scores(query, allowed), 3 * BEST, allowed=allowed)
            assert allowed is None or np.allclose(near.scores(query)[allowed], near.scores(query, allowed), atol=1e-6)
            assert {int(matrix.numbers[at]) for at in best} <= set(proposed)
            assert memos is None or {matrix.memos[at] for at in np.searchsorted(matrix.numbers, proposed)} <= memos


def test_an_empty_library_has_nothing_near(open_library: Callable[..., Library]) -> None:
    library = open_library(dimension=384)
    with library._read() as connection:
        near = read_passage_vectors(connection, 384)
    assert near.best(near.scores(library._searcher.vector("ferry")), 5, allowed=None) == []
