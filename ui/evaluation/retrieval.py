"""Does search bring up the passage that answers? Full text alone, vectors alone, and both fused.

A passage counts if it holds a gold quote and belongs to a report that answers the question. Nothing is asked here of
what is then made of the passage.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from index.library import Library
from index.search import WAYS, Way
from records.passage import Hit
from ui.evaluation.gold import GoldQuestion

DEPTH, FIRST = 20, 5
_MOST_WORDS = 0.9
_LONG_QUOTE = 4
"""Words from which a quote may miss one in ten: a row's number, a footnote's mark."""


def retrieval_figures(questions: Iterable[GoldQuestion], library: Library) -> dict[str, dict[str, float]]:
    """``{way: {"recall_at_5": ..., "mrr": ...}}`` over the questions that have quotes."""
    asked = [gold for gold in questions if gold.quotes and gold.has_answer]
    return {way: _of_way(asked, library, way) for way in WAYS}


def _of_way(asked: Sequence[GoldQuestion], library: Library, way: Way) -> dict[str, float]:
    dates = {entry.id: entry.date for entry in library.memos()}
    found = [(gold, _search(gold, library, dates, way)) for gold in asked]
    recalls = [recall(hits[:FIRST], gold.quotes) for gold, hits in found]
    ranks = [first_rank(hits, gold.quotes) for gold, hits in found]
    return {
        "recall_at_5": round(sum(recalls) / max(len(recalls), 1), 3),
        "mrr": round(sum(1 / rank for rank in ranks if rank) / max(len(ranks), 1), 3),
    }


def _search(gold: GoldQuestion, library: Library, dates: Mapping[str, date | None], way: Way) -> list[Hit | None]:
    """In the memo that the question names, else in all; a hit of another report is a miss that takes its rank."""
    memos: Collection[str] | None = [library.entry(gold.question.memo).id] if gold.question.memo else None
    hits = library.search(gold.question.text, memos=memos, limit=DEPTH, way=way)
    return [hit if dates[hit.passage.memo] in gold.reports else None for hit in hits]


def recall(hits: Sequence[Hit | None], quotes: Sequence[str]) -> float:
    """The share of the quotes that some hit holds."""
    return sum(any(hit is not None and holds(hit, quote) for hit in hits) for quote in quotes) / len(quotes)


def first_rank(hits: Sequence[Hit | None], quotes: Sequence[str]) -> int | None:
    ranks = (n for n, hit in enumerate(hits, start=1) if hit and any(holds(hit, quote) for quote in quotes))
    return next(ranks, None)


def holds(hit: Hit, quote: str) -> bool:
    """The quote's words in their order; or nine of ten of a longer one's."""
    wanted = _words(quote)
    held = _words(" ".join((hit.passage.text, *(p.quote for s in hit.passage.sentences for p in s.places))))
    if f" {' '.join(wanted)} " in f" {' '.join(held)} ":
        return True
    return len(wanted) >= _LONG_QUOTE and sum(word in held for word in wanted) >= _MOST_WORDS * len(wanted)


def _words(text: str) -> list[str]:
    """Markup aside: a quote in Markdown and the same words in a table cell are equal."""
    return re.findall(r"\w+", re.sub(r"</?\w{1,5}>", " ", text.casefold()).replace("_", " "))
