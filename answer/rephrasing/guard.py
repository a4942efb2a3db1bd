"""Does a model's text say what was found, nothing more and nothing less? Where that is not certain, it does not.

Every word that carries meaning must be one of the answer found, as written, and none of those may be missing. They keep
their order, sentence by sentence. Only a sentence without a negation, with at most one figure, date, name and status,
may be turned round ("The budget of Elm Pier is $4.5 million." / "Elm Pier has a budget of $4.5 million."), as nothing
could change places with its like there. It refuses to weigh meanings: a true rewording in other words is discarded.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from answer.questions.reading.words import STOP
from answer.rephrasing.wording import Word, WordKind, name_words, signs, text_to_sentences
from records.answer import Answer

PLAIN_SIGNS = frozenset(".,;:'-")
_ADDED: dict[WordKind, str] = {
    "amount": "it holds a number that was not found",
    "date": "it holds a date that was not found",
    "name": "it holds a name that was not found",
    "status": "it holds a status that was not found",
    "negation": "it holds a negation that was not found",
    "plain": "it says more than was found",
}
_LEFT_OUT: dict[WordKind, str] = {
    "amount": "it leaves out a number",
    "date": "it leaves out a date",
    "name": "it leaves out a name",
    "status": "it leaves out a status",
    "negation": "it leaves out a negation",
    "plain": "it leaves out words that were found",
}


def find_fault(text: str, answer: Answer) -> str | None:
    """Why ``text`` cannot stand for ``answer.text``, in the guard's own words; ``None`` where it can."""
    if len(text) > 2 * len(answer.text) + 80:
        return "it is much longer than what was found"
    names = name_words((answer.text, answer.question.text, text))
    found, told = text_to_sentences(answer.text, names), text_to_sentences(text, names)
    if len(found) != len(told):
        found, told = [list(chain(*found))], [list(chain(*told))]
    droppable = _droppable(answer, names)
    faults = (_sentence_fault(*pair, droppable) for pair in zip(found, told, strict=True))
    return next((fault for fault in faults if fault), _signs_fault(text, answer.text))


def _signs_fault(text: str, found: str) -> str | None:
    """Brackets, quotation marks, units, question marks and markup are none of a model's business."""
    told, kept = signs(text), signs(found)
    same = all(told[sign] == kept[sign] for sign in (told | kept).keys() - PLAIN_SIGNS)
    return None if same else "it does not hold the same signs"


def _droppable(answer: Answer, names: frozenset[str]) -> frozenset[Word]:
    """Words of this program's own sentence that only repeat the question: "status" of "The status of Elm Pier is"."""
    asked = _plain_words(answer.question.text, names)
    cited = frozenset[Word]().union(*(_plain_words(place.quote, names) for place in answer.citations))
    return frozenset(word for word in asked - cited if word.text not in STOP)


def _plain_words(text: str, names: frozenset[str]) -> frozenset[Word]:
    return frozenset(word for words in text_to_sentences(text, names) for word in words if word.kind == "plain")


def _sentence_fault(found: Sequence[Word], told: Sequence[Word], droppable: frozenset[Word]) -> str | None:
    if added := Counter(told) - Counter(found):
        return _gravest(added, _ADDED)
    kept = [word for word in found if word in told or word not in droppable]
    if left_out := Counter(kept) - Counter(told):
        return _gravest(left_out, _LEFT_OUT)
    return None if _same_order(_join_names(kept), _join_names(told)) else "it puts what was found in another order"


def _gravest(words: Counter[Word], faults: dict[WordKind, str]) -> str:
    kinds = {word.kind for word in words}
    return next(fault for kind, fault in faults.items() if kind in kinds)


def _join_names(words: Sequence[Word]) -> list[Word]:
    """Names that follow one another share all that is said, and so count as one: "Elm Pier, Gull Road: green"."""
    joined: list[Word] = []
    for word in words:
        if joined and joined[-1].kind == word.kind == "name":
            joined[-1] = Word(f"{joined[-1].text}, {word.text}", "name")
        else:
            joined.append(word)
    return joined


def _same_order(found: list[Word], told: list[Word]) -> bool:
    if found == told:
        return True
    if Counter(found) != Counter(told) or not _may_be_turned(found):
        return False
    return told in _turns(found) or _without_lone(told) == _without_lone(found)


def _may_be_turned(words: list[Word]) -> bool:
    """Where two figures, names or statuses stand, turning could give one what belongs to the other."""
    count = Counter(word.kind for word in words if word.kind != "plain")
    return not count["negation"] and all(number == 1 for number in count.values())


def _turns(words: list[Word]) -> list[list[Word]]:
    return [words[at:] + words[:at] for at in range(len(words))]


def _without_lone(words: list[Word]) -> list[Word]:
    """All but the one name and the one status, which may stand anywhere."""
    return [word for word in words if word.kind not in {"name", "status"}]
