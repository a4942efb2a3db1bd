"""What a promise is about: the act that was promised and the things it was promised of, as stems.

"Staff expects to pour the foundation in January" is the act ``pour`` and the thing ``foundation``. Who promises, to
whom and by when says nothing of the matter, and a project's own name stands in every second sentence about it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from answer.ledger.acts import DOCUMENTS, DUE, PATRONS, PLACES, is_same, noun_to_acts, promised_state_acts, verb_to_acts
from answer.questions.reading.words import STOP, content_words, fold, kin, stem, word_set
from extract.language.dates import find_periods
from extract.language.spacy_model import Analysis, Token, analyse

_PLANNING = word_set(
    "expect schedule plan anticipate project slate target set intend aim propose estimate hope commit promise work "
    "prepare be have do will can continue need remain reschedule postpone delay"
)
"""Words that say that something is promised, and none of what."""

_SETTING = word_set(
    "january february march april may june july august september october november december spring summer fall autumn "
    "winter year month week quarter day date time fiscal fy staff city county department office committee council "
    "board commission agency authority team member public officer official crew due ready able likely "
    "district subcommittee cabinet government"
)
"""Who promises, to whom and by when."""

_THIN = word_set(
    "end start beginning early late mid next first second third last final new old other more most all full remain "
    "current project program programme scheme system service work phase stage management completion target initiative "
    "effort part number plan update again back place step own same budget cost million thousand billion approve "
    "percent cent go-live go live federal fund"
)
"""Words that are too common in status reports to tie two sentences together alone."""

_NOUN_ROLES = {"nsubj", "nsubjpass", "csubj", "dobj", "pobj", "compound"}
_CONTENT = {"NOUN", "PROPN", "ADJ"}
_HEARERS = word_set(
    "council committee board commission commissioners supervisors trustees mayor members cabinet subcommittee"
)
_REPORTING = word_set("return report present bring submit come provide update propose recommend forward share brief")
_FINISHING = word_set(
    "complete finish conclude close open reopen launch deliver welcome operate occupy finalize finalise inaugurate "
    "vacate commission run"
)
_END_STATES = word_set("completion opening launch live service operation operational online use complete running")
_WHOLE = word_set("last final all remaining remainder full entire")
_ORDER = word_set("first second third fourth last final remaining one two three four five six seven eight nine ten")
_MARKED = re.compile(r"\b(?P<what>[A-Z][a-z]{2,20})\s(?P<mark>\d{1,3}|[A-Z]|[IVX]{2,4})\b(?![.,]\d|[’'])")
_SIDE = re.compile(r"\b(?:north|south|east|west|upper|lower|left|right|inner|outer)\b", re.IGNORECASE)
_SMALL = "two three four five six seven eight nine ten eleven twelve"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNT_WORDS = {
    **{word: str(number) for number, word in enumerate(_SMALL.split(), start=2)},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)},
}
_PART = re.compile(
    r"\b(?:half|part(?:ly|ially)?|some|several|most|many|except|apart from|all but|the first(?! (?:time|day))|only|"
    r"\d{1,2} ?(?:%|percent|per cent))(?!\w)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![$€£\d.,/-])\b(?P<count>\d{{1,3}}(?:,\d{{3}}){{0,2}}|\d{{1,6}}|{'|'.join(_COUNT_WORDS)})\b"
    r"(?![%\d./-]|\s(?:percent|per cent|million|billion|days|weeks|months|years|a\.m|p\.m))",
    re.IGNORECASE,
)
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
    | _SETTING
    | word_set("management replacement upgrade modernization implementation renewal rollout records data")
)
"""Words that many a project's name has."""

PATRON_KEYS = frozenset(word_key(word) for word in PATRONS)
PLACE_KEYS = frozenset(word_key(word) for word in PLACES)
DOCUMENT_KEYS = frozenset(word_key(word) for word in DOCUMENTS)
BODIES = frozenset(word_key(word) for word in _HEARERS) | _HEARERS
_WORK = word_set("construction work works ground ceremony crew contractor it they we")
OF_THE_WORK = frozenset(word_key(word) for word in _WORK)
IDLE = frozenset(word_key(word) for word in _SETTING)
"""Who and when, as keys."""

_NEXT_ONE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur) next (?!year|month|quarter|week|fiscal|phase|step|stage)\w+")
_DUE = re.compile(r"\bdue\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """``act`` is the stem of the promised verb; ``things`` the keys (see ``word_key``) of what it is about, ``thin``
    those of common words, ``numbers`` the counts and ordinals, ``marks`` what tells like things apart ("Phase 2"),
    ``counts`` how many there are, ``parts`` the words that make it a part ("the first", "half");
    ``named`` the keys of the project's name.

    ``reports`` is true of what is promised to the body itself ("return to the Committee with a plan"), ``finishes`` of
    what ends or opens a project. ``acts`` are what the act brings about (see ``acts``), in whatever verb;
    ``proper`` the keys of names of places and people, ``whole`` says that it is promised of the project itself;
    ``recurs`` is true of the next one in a row: "the next report" of a year later is another one.
    """

    act: str | None
    things: frozenset[str]
    thin: frozenset[str]
    numbers: frozenset[str]
    marks: frozenset[tuple[str, str]]
    counts: frozenset[str]
    parts: frozenset[str]
    named: frozenset[str]
    reports: bool
    finishes: bool
    acts: frozenset[str]
    proper: frozenset[str]
    whole: bool
    recurs: bool

    @property
    def telling(self) -> frozenset[str]:
        """What tells it from the promise of anybody: neither "report" nor "contract"."""
        return self.own - DOCUMENT_KEYS

    @property
    def own(self) -> frozenset[str]:
        """What tells this promise from another one of the same project."""
        return self.things - self.named

    @property
    def words(self) -> frozenset[str]:
        """All of them, the common ones too."""
        return (self.things | self.thin) - self.named


def sentence_to_matter(text: str, *, start: int = 0, names: Iterable[str] = ()) -> Matter:
    """``start`` is where the promising words begin; the act is the first verb from there that says what is done."""
    analysis = analyse(text)
    act = _act(analysis, start)
    noun = _act_noun(analysis) if act is None else None
    acts = _acts(analysis, act, noun, text[start:])
    idle = _SETTING | (PATRONS if "open" in acts else frozenset()) | (_WORK if "begin" in acts else frozenset())
    words = [token for token in analysis.tokens if _is_content(token) and token not in (act, noun) and _is_word(token)]
    words = [token for token in words if not _is_one_of(token, idle)]
    if act is not None and _has_own_clause(analysis, act, text[:start]):
        words = [token for token in words if token.start >= start]
    named = text_to_keys(" ".join(names))
    common = _THIN | PLACES if named else _THIN
    telling = [token for token in words if not _is_one_of(token, common)]
    borne = start if act is not None and _has_object(analysis, act) else 0
    lemmas = {fold(token.lemma) for token in analysis.tokens}
    return Matter(
        act=word_key(fold(act.lemma)) if act is not None else None,
        things=frozenset(word_key(fold(token.text)) for token in telling),
        thin=frozenset(word_key(fold(token.text)) for token in words if _is_one_of(token, common)),
        numbers=frozenset(lemmas & _ORDER),
        marks=text_to_marks(text),
        counts=text_to_counts(text),
        parts=text_to_parts(text),
        named=named,
        reports=act is not None and fold(act.lemma) in _REPORTING and bool(lemmas & _HEARERS),
        acts=acts,
        recurs=bool(_NEXT_ONE.search(text)),
        proper=frozenset(
            word_key(fold(token.text)) for token in telling if token.pos == "PROPN" and token.start >= borne
        )
        - named,
        whole=bool(named) and not {word_key(fold(t.text)) for t in telling if t.pos in ("NOUN", "PROPN")} - named,
        finishes=(act is not None and fold(act.lemma) in _FINISHING) or bool(lemmas & (_WHOLE | _END_STATES)),
    )


@lru_cache(maxsize=20_000)
def text_to_keys(text: str) -> frozenset[str]:
    return frozenset(word_key(word) for word in content_words(text))


@lru_cache(maxsize=20_000)
def text_to_marks(text: str) -> frozenset[tuple[str, str]]:
    """``("group", "4")`` of "Group 4", ``("side", "north")`` of "the north stairs"; months have days, not marks."""
    found = ((match["what"].lower(), match["mark"].lower()) for match in _MARKED.finditer(text))
    marks = {(what, mark) for what, mark in found if what not in _SETTING}
    return frozenset(marks | {("side", match.group().lower()) for match in _SIDE.finditer(text)})


@lru_cache(maxsize=20_000)
def text_to_counts(text: str) -> frozenset[str]:
    """How many there are: ``40`` of "40 lamps", ``3`` of "three lines"; neither days, nor sums, nor marks."""
    plain = text
    for span in reversed(find_periods(text)):
        plain = plain[: span.start] + plain[span.end :]
    words = (match["count"].lower().replace(",", "") for match in _COUNT.finditer(_MARKED.sub(" ", plain)))
    return frozenset(_COUNT_WORDS.get(word, word) for word in words)


def text_to_parts(text: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _PART.finditer(text))


def are_apart(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Group 4 is not Group 3; a mark on one side alone says nothing."""
    kinds = {what for what, _ in one} & {what for what, _ in other}
    return any(
        {mark for what, mark in one if what == kind}.isdisjoint(mark for what, mark in other if what == kind)
        for kind in kinds
    )


def same_act(one: str | None, other: str | None) -> bool:
    """ "open" and "launch"; both are keys."""
    return one is not None and other is not None and (one == other or other in kin(one))


def is_same_matter(one: Matter, other: Matter, *, is_one_place: bool = False) -> bool:
    """Two promises of the same thing: most words of the shorter one, and no other count or ordinal; or the same act
    promised twice of one project itself ("will reopen", "will welcome readers again")."""
    if one.recurs and other.recurs:
        return False
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return False
    if are_apart(one.marks, other.marks):
        return False
    if is_one_place and one.whole and other.whole and is_same(one.acts, other.acts):
        return True
    if not (one.own or other.own) and not is_one_place:
        return False
    if (one.own or other.own) and not one.own & other.own:
        return False
    left, right = one.words, other.words
    least = min(len(left), len(right))
    return least > 0 and len(left & right) >= (_MOST if same_act(one.act, other.act) else _NEARLY_ALL) * least


_MOST, _NEARLY_ALL = 0.5, 0.7


def _act(analysis: Analysis, start: int) -> Token | None:
    for token in analysis.tokens:
        if token.start >= start and token.pos == "VERB" and token.role != "amod" and fold(token.lemma) not in _PLANNING:
            return token
    return None


def _has_own_clause(analysis: Analysis, act: Token, before: str) -> bool:
    """ "The lease was signed and staff will **move the archive**": what stands before is another matter."""
    return (", " in before or " and " in before) and _has_object(analysis, act)


def _has_object(analysis: Analysis, act: Token) -> bool:
    """Who acts is then no part of what is promised; but "will welcome readers" is promised of its subject."""
    at = analysis.tokens.index(act)
    return any(t.head == at and t.role == "dobj" and fold(t.lemma) not in PATRONS for t in analysis.tokens)


def _act_noun(analysis: Analysis) -> Token | None:
    """ "Demolition is planned": the act where no verb says it."""
    nouns = (token for token in analysis.tokens if token.pos in ("NOUN", "PROPN") and token.role in _NOUN_ROLES)
    return next((token for token in nouns if noun_to_acts(fold(token.lemma))), None)


def _acts(analysis: Analysis, act: Token | None, noun: Token | None, text: str) -> frozenset[str]:
    found = promised_state_acts(text)
    if act is not None:
        at = analysis.tokens.index(act)
        beside = frozenset(fold(token.text) for token in analysis.tokens[at + 1 : at + 3])
        subject = frozenset(fold(t.text) for t in analysis.tokens if t.head == at and t.role == "nsubjpass")
        acts = verb_to_acts(fold(act.lemma), beside | subject)
        found |= acts - {"hear"} or acts
    if noun is not None:
        found |= noun_to_acts(fold(noun.lemma))
    return found or (frozenset({DUE}) if act is None and _DUE.search(text) else frozenset())


def _is_content(token: Token) -> bool:
    """Nouns and what is said of them: "the revised plan", "track laying"."""
    if token.pos == "VERB":
        return token.role == "amod" or (token.tag == "VBG" and token.role in _NOUN_ROLES)
    return token.pos in _CONTENT


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return fold(token.lemma) in words or fold(token.text) in words


def _is_word(token: Token) -> bool:
    word = fold(token.text)
    return len(word) > 1 and word not in STOP and any(char.isalpha() for char in word)
