"""What a promise is about: the act that was promised and the things it was promised of, as stems.

"Staff expects to pour the foundation in January" is the act ``pour`` and the thing ``foundation``. Who promises, to
whom and by when says nothing of the matter, and a project's own name stands in every second sentence about it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from answer.questions.words import STOP, content_words, fold, kin, stem, word_set
from extract.language.spacy_model import Analysis, Token, analyse

_PLANNING = word_set(
    "expect schedule plan anticipate project slate target set intend aim propose estimate hope commit promise work "
    "prepare be have do will can continue need remain reschedule postpone delay"
)
"""Words that say that something is promised, and none of what."""

_THIN = word_set(
    "january february march april may june july august september october november december spring summer fall autumn "
    "winter year month week quarter day date end start beginning time fiscal fy early late mid next first second third "
    "last final new old other more most all full remain current project program programme system service work phase "
    "staff city county department office committee council board commission agency team management member public "
    "completion target initiative effort part number plan update again back place step due ready able likely own same"
)
"""Words that are too common in status reports to tie two sentences together alone."""

_CONTENT = {"NOUN", "PROPN", "ADJ"}
_HEARERS = word_set("council committee board commission commissioners supervisors trustees mayor members")
_REPORTING = word_set("return report present bring submit come provide update propose recommend forward share brief")
_FINISHING = word_set(
    "complete finish conclude close open reopen launch deliver welcome operate occupy finalize finalise inaugurate "
    "vacate commission run"
)
_END_STATES = word_set("completion opening launch live service operation operational online use complete running")
_WHOLE = word_set("last final all remaining remainder full entire")
_ORDER = word_set("first second third fourth last final remaining one two three four five six seven eight nine ten")
_LEAST_STEM = 4
"""A shorter stem is no word of its own: "sit" is left of both "site" and "siting"."""


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The stem, or, where little is left of the word, the word without its plural: ``site`` of "sites"."""
    short = stem(word)
    return short if len(short) >= _LEAST_STEM else word.removesuffix("s")


COMMON = frozenset(
    word_key(word)
    for word in _THIN
    | word_set("management replacement upgrade modernization implementation renewal rollout records data")
)
"""Words that many a project's name has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """``act`` is the stem of the promised verb; ``things`` the keys (see ``word_key``) of what it is about, ``thin``
    those of common words, ``numbers`` the counts and ordinals; ``named`` the keys of the project's name.

    ``reports`` is true of what is promised to the body itself ("return to the Committee with a plan"), ``finishes`` of
    what ends or opens a project.
    """

    act: str | None
    things: frozenset[str]
    thin: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]
    reports: bool
    finishes: bool

    @property
    def own(self) -> frozenset[str]:
        """What tells this promise from another one of the same project."""
        return self.things - self.named


def sentence_to_matter(text: str, *, start: int = 0, names: Iterable[str] = ()) -> Matter:
    """``start`` is where the promising words begin; the act is the first verb from there that says what is done."""
    analysis = analyse(text)
    act = _act(analysis, start)
    words = [token for token in analysis.tokens if token.pos in _CONTENT and token is not act and _is_word(token)]
    telling = [token for token in words if not _is_thin(token)]
    lemmas = {fold(token.lemma) for token in analysis.tokens}
    return Matter(
        act=word_key(fold(act.lemma)) if act is not None else None,
        things=frozenset(word_key(fold(token.text)) for token in telling),
        thin=frozenset(word_key(fold(token.text)) for token in words if _is_thin(token)),
        numbers=frozenset(lemmas & _ORDER),
        named=text_to_keys(" ".join(names)),
        reports=act is not None and fold(act.lemma) in _REPORTING and bool(lemmas & _HEARERS),
        finishes=(act is not None and fold(act.lemma) in _FINISHING) or bool(lemmas & (_WHOLE | _END_STATES)),
    )


@lru_cache(maxsize=20_000)
def text_to_keys(text: str) -> frozenset[str]:
    return frozenset(word_key(word) for word in content_words(text))


def same_act(one: str | None, other: str | None) -> bool:
    """ "open" and "launch"; both are keys."""
    return one is not None and other is not None and (one == other or other in kin(one))


def is_same_matter(one: Matter, other: Matter) -> bool:
    """Two promises of the same thing: most words of the shorter one, and no other count or ordinal."""
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return False
    if (one.own or other.own) and not one.own & other.own:
        return False
    left, right = (one.own | one.thin) - one.named, (other.own | other.thin) - other.named
    least = min(len(left), len(right))
    return least > 0 and len(left & right) >= (_MOST if same_act(one.act, other.act) else _NEARLY_ALL) * least


_MOST, _NEARLY_ALL = 0.5, 0.7


def _act(analysis: Analysis, start: int) -> Token | None:
    for token in analysis.tokens:
        if token.start >= start and token.pos == "VERB" and fold(token.lemma) not in _PLANNING:
            return token
    return None


def _is_thin(token: Token) -> bool:
    return fold(token.lemma) in _THIN or fold(token.text) in _THIN


def _is_word(token: Token) -> bool:
    word = fold(token.text)
    return len(word) > 1 and word not in STOP and any(char.isalpha() for char in word)
