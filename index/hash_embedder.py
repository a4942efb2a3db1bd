"""Vectors without a model: each word hashed to a direction. Quick and repeatable, for tests; it knows no synonyms."""

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from index.embed import Vectors

_WORD = re.compile(r"\w+")


class HashEmbedder:
    def __init__(self, dimension: int = 64) -> None:
        self.dimension = dimension
        self.name = f"hashed-words-{dimension}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [self._text_to_vector(text) for text in texts]
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), self.dimension)

    def _text_to_vector(self, text: str) -> Vectors:
        total = np.zeros(self.dimension, dtype=np.float32)
        for word in _WORD.findall(text.casefold()) or [""]:
            seed = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())
            total += np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        return total / np.linalg.norm(total)
