"""A question's words as the memo writes them: typing errors mended, names that were typed in lower case capitalised.

Only a word that is neither English nor in the memo is mended, and only into one word of the memo or of asking that is
an edit or two away. What was mended is told. Figures are never touched.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from answer.of_memo import once_a_memo
from answer.questions.reading.words import ASKING, fold, stem
from extract.language.lexicon import is_english
from records.memo import Memo

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYM = re.compile(r"[A-Z]{2,}s?")
_LEAST_MENDED, _LONG = 4, 8
_ENDINGS = ("s", "es", "ies", "ed", "ied", "ing", "er", "ers", "ly")
_LIKE_TITLES = ("heading", "title")
_NAMES_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``seen`` counts a memo's folded words; ``written`` gives names and acronyms among them as the memo has them."""

    seen: Counter[str]
    stems: frozenset[str]
    written: Mapping[str, str]


NOTHING = Vocabulary(Counter(), frozenset(), {})
"""Of no memo: only the words of asking are mended."""


class MemoVocabulary:
    """A memo's, counted when a question has a word that English does not explain."""

    def __init__(self, memo: Memo) -> None:
        self._texts = tuple(_texts(memo))

    @cached_property
    def seen(self) -> Counter[str]:
        plain = "\n".join(text for text, _ in self._texts if text.isascii())
        words = _WORD.findall(plain.lower())
        words += [fold(word) for text, _ in self._texts if not text.isascii() for word in _WORD.findall(text)]
        return Counter(word.removesuffix("'s") for word in words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.seen))

    @cached_property
    def written(self) -> Mapping[str, str]:
        capital: dict[str, Counter[str]] = {}
        for text, running in self._texts:
            for found in _WORD.finditer(text) if running else ():
                if not _opens_sentence(text, found.start()):
                    word = fold(found.group()).removesuffix("'s")
                    capital.setdefault(word, Counter())[found.group().removesuffix("'s").removesuffix("’s")] += 1
        return {word: form for word, forms in capital.items() if (form := _name_form(forms))}


memo_to_vocabulary = once_a_memo(MemoVocabulary)
Words = Vocabulary | MemoVocabulary


def _texts(memo: Memo) -> Iterator[tuple[str, bool]]:
    """Each text of the memo, and whether it is running text: headings capitalise what is no name."""
    for block in memo.document.blocks:
        if block.text:
            yield block.text, block.kind not in _LIKE_TITLES
    for table in memo.document.tables:
        yield from ((cell.text, False) for cell in table.cells)
    for project in memo.projects:
        yield from ((f"the {name}", True) for name in (project.project, *project.aliases))


def _opens_sentence(text: str, start: int) -> bool:
    return not text[:start].rstrip(" \"'“‘(*") or text[:start].rstrip(" \"'“‘(*")[-1] in ".:!?•-"


def _name_form(forms: Counter[str]) -> str | None:
    """How the word is written where it is nearly always capitalised."""
    capital = sum(count for form, count in forms.items() if form[0].isupper())
    return forms.most_common(1)[0][0] if capital >= _NAMES_SHARE * forms.total() else None


def as_the_memo_writes(text: str, vocabulary: Words) -> tuple[str, tuple[str, ...]]:
    """The question with mended words and names, and ``("statsu" read as "status",)`` for each that was mended."""
    notes: list[str] = []
    typed_small = text[1:] == text[1:].lower()

    def written(found: re.Match[str]) -> str:
        word = found.group()
        mended = _mended(word, vocabulary)
        if mended is not None:
            notes.append(f"“{word}” is read as “{mended}”.")
            word = mended
        if typed_small and (form := vocabulary.written.get(fold(word))) and fold(word) not in ASKING:
            return form
        return word

    return _WORD.sub(written, text), tuple(notes)


def _mended(word: str, vocabulary: Words) -> str | None:
    folded = fold(word).removesuffix("'s")
    if len(folded) < _LEAST_MENDED or _ACRONYM.fullmatch(word) or _is_known(folded, vocabulary):
        return None
    most = 2 if len(folded) >= _LONG - 2 else 1
    near = [
        (distance, known[0] != folded[0], -vocabulary.seen[known], known)
        for known in (*vocabulary.seen, *ASKING)
        if abs(len(known) - len(folded)) <= most
        and len(known) >= _LEAST_MENDED
        and (distance := OSA.distance(folded, known, score_cutoff=most)) <= most
    ]
    if not near:
        return None
    distance, _, _, best = min(near)
    return best if distance == 1 or best[0] == folded[0] else None


def _is_known(word: str, vocabulary: Words) -> bool:
    if word in ASKING or is_english(word) or any(map(is_english, _base_forms(word))):
        return True
    return word in vocabulary.seen or stem(word) in vocabulary.stems


def _base_forms(word: str) -> Iterator[str]:
    """ "mitigations" is of "mitigation", "redeploys" of "redeploy"."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield from (base, f"{base}e", f"{base}y")
