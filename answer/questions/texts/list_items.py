"""One item of a list, by its label: "What benefits for drivers does the pass bring?" of "For drivers: ...".

The list's opening, its headings and the item must account for all that is asked, and no other item's label may fit.
"""

from collections.abc import Iterator

from answer.questions.reading.words import covers, stems
from answer.questions.reply import Case, answered, sentence_text
from answer.questions.texts.lists import ListFound, memo_to_lists
from records.answer import Answer

_ASKING = stems("report reported bring brings brought there list say give include offer provide item point")


def list_item_answer(case: Case) -> Answer | None:
    """ "What are the aims for the harbor?" of a list with one item on the harbor."""
    asked = case.asked
    if asked.shape not in ("list", "text") or asked.wanted is not None or asked.negated:
        return None
    found = [pair for one in memo_to_lists(case.memo) for pair in _fitting(case, one)]
    if len(found) != 1:
        return None
    listed, number = found[0]
    item = listed.items[number]
    places = [place for place in listed.places if place.quote.split()[:3] and _same_words(place.quote, item)]
    return answered(case, sentence_text(item), places, method="quoted", confidence=0.82, values=[item])


def _fitting(case: Case, listed: ListFound) -> Iterator[tuple[ListFound, int]]:
    """The item whose label alone is named, in a list that the rest of the question names."""
    if len(listed.labels) != len(listed.items):
        return
    asked = case.asked.stems
    own = [stems(label) for label in listed.labels]
    shared = frozenset.intersection(*own)
    named = [n for n, label in enumerate(own) if label - shared and all(covers(b, asked) for b in label - shared)]
    if len(named) != 1:
        return
    around = listed.own | frozenset().union(*(stems(title) for title in listed.trail))
    known = around | own[named[0]] | _ASKING
    rest = [base for base in asked if not covers(base, own[named[0]])]
    if rest and all(covers(base, known) for base in rest) and any(covers(base, listed.own) for base in rest):
        yield listed, named[0]


def _same_words(quote: str, item: str) -> bool:
    """Whether a place is one of the item's: most of its words are the item's own."""
    words = stems(quote)
    return bool(words) and len(words & stems(item)) >= 0.8 * len(words)
