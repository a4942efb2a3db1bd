"""A library of as many passages as wanted: the sample memos, and around them memos of other committees.

Those are clones of the samples whose longer words are exchanged for others of the same length (so that every word keeps
its place), under other ids, bodies and dates; their vectors lie around those of the passages they come from. So memos
are as large, words as common, and texts as alike as in a real library, and nothing has to be embedded for hours.
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.memo import document_to_memo  # noqa: E402
from index.embed import Vectors  # noqa: E402
from index.encoding import json_to_record, record_to_bytes, record_to_json  # noqa: E402
from index.engine import open_engine, sqlite_url  # noqa: E402
from index.ledger import next_generation, put_version  # noqa: E402
from index.library import Library  # noqa: E402
from index.reading import entries, passage_count, vector_rows  # noqa: E402
from index.vectors import EmbeddedPassage, rows_to_matrix  # noqa: E402
from ingest.read import read_file  # noqa: E402
from records.memo import Memo  # noqa: E402
from records.passage import Passage  # noqa: E402
from records.settings import Settings  # noqa: E402
from ui.samples import other_memos, sample_memos  # noqa: E402

CLONE = "c-"
DIMENSION, BODIES, TOGETHER = 384, 40, 50
NOISE = 0.6
"""How far a clone's vector strays, against its length of 1."""
_LONG_WORD = re.compile(r"(?<![\w\\])(?:[a-z]{5,}|[A-Z][a-z]{4,})(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    memo: Memo
    json: str
    fixed: frozenset[str]
    passages: tuple[tuple[str, EmbeddedPassage], ...]


def build(folder: Path, passages: int) -> None:
    """Goes on where an earlier run ended; nothing is done where there are as many passages already."""
    originals = _take_in_samples(folder)
    chance, words = random.Random(7), _by_shape(originals)
    engine = open_engine(sqlite_url(folder / "ledger.sqlite"))
    with engine.connect() as connection:
        made, number = passage_count(connection, None), len(entries(connection, current=True))
    while made < passages:
        with engine.begin() as connection:
            for _ in range(TOGETHER):
                memo, embedded = _clone(chance.choice(originals), number, words, chance)
                put_version(
                    connection, memo, packed=record_to_bytes(memo), stored_as=f"{number}.pdf", embedded=embedded
                )
                number, made = number + 1, made + len(embedded)
            next_generation(connection)
        print(f"{made} passages of {number} memos", file=sys.stderr, flush=True)
    engine.dispose()


def _take_in_samples(folder: Path) -> list[Original]:
    """As a user would, so that Chroma and the ledger's facts are there."""
    settings = Settings()
    with Library.open(folder, settings=settings, write=not (folder / "ledger.sqlite").exists()) as library:
        if not library.memos():
            for path in [*sample_memos(), *other_memos()]:
                memo = document_to_memo(read_file(path, settings=settings))
                library.add(memo, original=path.read_bytes())
        listed = [entry for entry in library.memos() if not entry.id.startswith(CLONE)]
        return [_to_original(library.memo(entry.id), library.passages(entry.id), folder) for entry in listed]


def _to_original(memo: Memo, listed: Sequence[Passage], folder: Path) -> Original:
    engine = open_engine(sqlite_url(folder / "ledger.sqlite"))
    with engine.connect() as connection:
        matrix = rows_to_matrix(vector_rows(connection, [memo.id]), DIMENSION)
    engine.dispose()
    parts = tuple(
        (
            record_to_json(passage),
            EmbeddedPassage(
                passage=passage,
                vector=matrix.vectors[n],
                sentence_vectors=matrix.sentences[matrix.starts[n] : matrix.starts[n + 1]],
            ),
        )
        for n, passage in enumerate(listed)
    )
    text = record_to_json(memo)
    return Original(
        memo=memo, json=text, fixed=_fixed_words(text).union(*(_fixed_words(part) for part, _ in parts)), passages=parts
    )


def _fixed_words(text: str) -> frozenset[str]:
    """What is a key, a kind or a constant of the records is left alone."""
    return frozenset(re.findall(r'"([a-z_]+)"', text)) | {"false"}


def _by_shape(originals: Sequence[Original]) -> dict[tuple[int, bool], list[str]]:
    """The words of all texts by length and capital."""
    shapes: dict[tuple[int, bool], set[str]] = defaultdict(set)
    for original in originals:
        for word in _LONG_WORD.findall(original.json):
            if word not in original.fixed:
                shapes[len(word), word[0].isupper()].add(word)
    return {shape: sorted(listed) for shape, listed in shapes.items()}


def _clone(
    original: Original, number: int, words: dict[tuple[int, bool], list[str]], chance: random.Random
) -> tuple[Memo, tuple[EmbeddedPassage, ...]]:
    identity = f"{CLONE}{number:05d}"
    digest = sha256(identity.encode()).hexdigest()
    other: dict[str, str] = {}

    def exchange(found: re.Match[str]) -> str:
        word = found[0]
        if word in original.fixed:
            return word
        if word not in other:
            other[word] = chance.choice(words[len(word), word[0].isupper()])
        return other[word]

    def rewrite(text: str) -> str:
        text = text.replace(original.memo.id, identity).replace(original.memo.document.sha256, digest)
        return _LONG_WORD.sub(exchange, text)

    memo = json_to_record(rewrite(original.json), Memo)
    day = date(2012, 1, 5) + timedelta(days=(number // BODIES) * 30)
    memo = replace(memo, letterhead=replace(memo.letterhead, date=day, body=_body(number, words)))
    embedded = tuple(_embedded(rewrite(text), item, f"{identity}-{n}", number) for n, (text, item) in
                     enumerate(original.passages))  # fmt: skip
    return memo, embedded


def _body(number: int, words: dict[tuple[int, bool], list[str]]) -> str:
    pool = words[7, True]
    return f"{pool[number % BODIES % len(pool)]} and {pool[-1 - number % BODIES % len(pool)]} Committee"


def _embedded(text: str, item: EmbeddedPassage, identity: str, seed: int) -> EmbeddedPassage:
    source = np.random.default_rng([seed, len(text)])
    passage = replace(json_to_record(text, Passage), id=identity)
    return EmbeddedPassage(
        passage=passage,
        vector=_strayed(item.vector[None], source)[0],
        sentence_vectors=_strayed(item.sentence_vectors, source),
    )


def _strayed(vectors: Vectors, source: np.random.Generator) -> Vectors:
    noise = source.standard_normal(vectors.shape).astype(np.float32) * NOISE / np.sqrt(vectors.shape[-1])
    rows = vectors + noise
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
