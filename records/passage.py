"""Passages: what full text and vectors search, cut so that a reader understands each alone."""

from dataclasses import dataclass, field
from typing import Literal

from records.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The smallest citable piece: a sentence, a list item, a table row ("Project: X; Status: red") or a footnote.

    ``text`` is for reading (no markup); ``places`` hold the exact source words.
    """

    text: str
    kind: Literal["prose", "item", "row", "footnote", "heading", "letterhead"]
    places: tuple[Place, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Neighbouring sentences of one section. ``trail`` (headings, outermost first) is embedded with the text and
    shown apart from it."""

    id: str
    memo: str
    sha256: str
    trail: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found for a query. Higher is better for all scores; cosines lie in -1..1.

    ``score`` is the fused rank score; ``cosine`` of query and passage; ``sentence_cosines`` one a sentence;
    ``lexical`` the full-text score (0 where no word matched).
    """

    passage: Passage
    score: float
    cosine: float
    sentence_cosines: tuple[float, ...]
    lexical: float
