"""A text as the words that carry its meaning, sentence by sentence: what rewording must leave alone.

Articles, "is", "of" and the like join words and are left out; all else is kept as written, with an amount, a date and
a name as one word each. It refuses to know that two words mean the same: "late" is not "delayed" here, nor 12 a dozen.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from answer.questions.reading.spans import word_to_number
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import word_set

WordKind = Literal["amount", "date", "name", "status", "negation", "plain"]

JOINTS = word_set(
    """a an the this that these those it its they their them he she his her there which who whose whom is are am be
    being has have having do does of in on at for with as and also memo memos memorandum report reports says states
    project projects program programs programme programmes"""
)
"""Words that say nothing by themselves. Not among them, on purpose: "was", "will", "by", "to", "from", "or"."""
NEGATIONS = word_set("no not never none neither nor without cannot nobody nothing nowhere hardly barely")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_YEAR = r"(?:19|20)\d\d(?![\w%]|[.,:/-]\d)"
_DATE = rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\d)|(?:\d{{1,2}} )?{_MONTH} \d{{4}}(?!\d)|{_YEAR}"
_FIGURE = r"\d+(?:[.,:/-]\d+)*"
_SCALE = r" ?(?:%|per ?cent\b|thousand\b|million\b|billion\b|trillion\b)|[^\W\d_]+"
_AMOUNT = rf"\([$£€¥]?{_FIGURE}\)|(?:(?<!\w)[-+])?[$£€¥]?{_FIGURE}(?:{_SCALE})?"
_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(rf"(?P<date>\b(?:{_DATE}))|(?P<amount>{_AMOUNT})|(?P<word>{_LETTERS}(?:['-]{_LETTERS})*)")
_PLAINER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u2011": "-"})
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_]|\d)")
_STARTS = re.compile(r"(?:^|[.!?:;] )$")
_WITHIN_NAME = (" ", " of ", " & ")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning, in lower case, with an amount, a date or a name of several words as one."""

    text: str
    kind: WordKind


@dataclass(frozen=True, slots=True)
class _Found:
    word: Word
    start: int
    end: int


def plainer(text: str) -> str:
    """White space folded, quotes and dashes of one sort: models write their own."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAINER).split())


def signs(text: str) -> Counter[str]:
    """How often each character of ``text`` stands there that is no letter, digit or space."""
    return Counter(char for char in plainer(text) if not char.isalnum() and not char.isspace())


def name_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that any of ``texts`` writes with a capital where no sentence begins."""
    return frozenset(
        found.group().lower()
        for text in map(plainer, texts)
        for found in re.finditer(_LETTERS, text)
        if found.group()[0].isupper() and not _STARTS.search(text[: found.start()][-2:])
    )


def text_to_sentences(text: str, names: frozenset[str]) -> list[list[Word]]:
    """ "The budget of Elm Pier is $4.5 million." is one sentence: budget, elm pier, $4.5 million."""
    return [_sentence_to_words(sentence, names) for sentence in _SENTENCE.split(plainer(text))]


def _sentence_to_words(sentence: str, names: frozenset[str]) -> list[Word]:
    words: list[_Found] = []
    for found in _WORD.finditer(sentence):
        word = _found_to_word(found, names)
        if word.kind == "plain" and word.text in JOINTS:
            continue
        last = words[-1] if words else None
        if last and last.word.kind == word.kind == "name" and sentence[last.end : found.start()] in _WITHIN_NAME:
            words[-1] = _Found(Word(f"{last.word.text} {word.text}", "name"), last.start, found.end())
        else:
            words.append(_Found(word, found.start(), found.end()))
    return [found.word for found in words]


def _found_to_word(found: re.Match[str], names: frozenset[str]) -> Word:
    """Without the "'s" of a genitive, which is an "of"."""
    text = found.group().lower().removesuffix("'s")
    if found.lastgroup == "date":
        return Word(text, "date")
    if found.lastgroup == "amount" or not text[0].isalpha() or word_to_number(text) is not None:
        return Word(text, "amount")
    return Word(text, _letters_to_kind(text, names))


def _letters_to_kind(text: str, names: frozenset[str]) -> WordKind:
    if text in NEGATIONS or text.endswith("n't"):
        return "negation"
    if _is_status(text):
        return "status"
    if text in JOINTS:
        return "plain"
    return "name" if any(part in names for part in re.split("['-]", text)) else "plain"


@cache
def _is_status(word: str) -> bool:
    return bool(asked_statuses(word))
