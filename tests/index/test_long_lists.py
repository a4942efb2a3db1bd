"""A list with thousands of rows: only the beginning of each row is encoded, and what is encoded is still found."""

from collections.abc import Sequence

import numpy as np

from index.embed import Vectors
from index.hash_embedder import HashEmbedder
from index.vectors import MOST_SENTENCES, ROW_WORDS, embed_passages
from records.passage import Passage, Sentence


class Counting:
    """An embedder that remembers what it was asked for."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._inner = HashEmbedder()

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def dimension(self) -> int:
        return self._inner.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return self._inner.encode(texts)


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")


def passages_of(rows: int, *, words: int = 40) -> list[Passage]:
    sentences = [
        Sentence(
            text=f"No.: {n}; Project: Culvert {letters(n)}; Cost: $4,0{n % 90 + 10}; Note: " + "is late " * words,
            kind="row",
            places=(),
        )
        for n in range(rows)
    ]
    return [
        Passage(id=str(n), memo="m", sha256="0", trail=("Culverts",), sentences=tuple(sentences[n : n + 5]))
        for n in range(0, rows, 5)
    ]


def test_of_a_long_list_the_first_words_of_each_row_are_encoded() -> None:
    embedder = Counting()
    passages = passages_of(MOST_SENTENCES + 5)
    embedded = embed_passages(passages, embedder)
    assert len(embedder.texts) == MOST_SENTENCES + 5
    assert max(len(text.split()) for text in embedder.texts) == ROW_WORDS
    assert all(abs(float(np.linalg.norm(one.vector)) - 1) < 1e-4 for one in embedded)
    assert all(len(one.sentence_vectors) == len(one.passage.sentences) for one in embedded)
    assert embedder.texts[7].startswith("Culvert aaah is late is late")


def test_a_row_of_figures_alone_is_encoded_as_it_is() -> None:
    embedder = Counting()
    sentence = Sentence(text="2031: 14; 2032: 17", kind="row", places=())
    passage = Passage(id="0", memo="m", sha256="0", trail=(), sentences=(sentence,))
    embed_passages([passage, *passages_of(MOST_SENTENCES + 5)], embedder)
    assert "2031: 14; 2032: 17" in embedder.texts


def test_a_memos_tables_are_encoded_whole() -> None:
    embedder = Counting()
    embed_passages(passages_of(20), embedder)
    assert max(len(text.split()) for text in embedder.texts) > 40
