"""What a sentence says was done, and whether that is what was promised.

It takes a verb in the past that the promised thing itself hangs on: "The foundation was poured in March". What is
planned, denied, possible or said of something else in the same sentence is no deed; a part of it is not the whole.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from answer.checks.numbers import WHOLE, whole_number
from answer.ledger.acts import comes_after, is_same, noun_to_acts, state_acts, verb_to_acts
from answer.ledger.matters import (
    BODIES,
    IDLE,
    OF_THE_WORK,
    PATRON_KEYS,
    PLACE_KEYS,
    Matter,
    same_act,
    text_to_counts,
    text_to_parts,
    word_key,
)
from answer.questions.reading.words import fold, word_list, word_set
from extract.language.spacy_model import Analysis, Token, analyse

Fit = Literal["done", "by_then"]
"""The promised act itself; or a later one that takes it for granted."""

_DONE = frozenset(
    word_key(word) for word in word_list("complete finish conclude accomplish deliver achieve fulfil fulfill")
)
_TAKES_PLACE = frozenset(word_key(word) for word in word_list("take hold occur close happen end"))
_UNREAL = word_set("will would shall could can may might must should to if")
_DENIED = word_set("not no none never nor yet n't neither nobody nothing hardly without nearly almost")
_NOT_REAL = re.compile(
    r"\b(?:not|never|will|would|could|should|may|might|to|if|once|until|when|before|after)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_UNREAL_PAST = re.compile(r"^(?:Had|Were|Should) (?:the|a|an|it|they|this|all|[A-Z])\b.{0,200}\bwould\b", re.DOTALL)
_BORNE = {"nsubjpass", "dobj", "oprd"}
_LIGHT = frozenset(word_key(word) for word in word_list("place way effect shape"))
"""Objects that only make a verb with their verb: "took place"."""

_HEADS = {"nsubj", "nsubjpass", "dobj", "csubj", "attr", "oprd"}
_BESIDE = {"prt", "advmod", "dobj", "nsubjpass", "acomp", "oprd", "prep"}
_OF_THEM = re.compile(
    rf"\b(?P<part>{WHOLE})\s(?:out\s)?of\s(?:the\s|its\s|all\s|our\s|their\s)?(?:\w+\s)?(?P<whole>{WHOLE})\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:one|a single|the first)\s(?!of)\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """``tied`` are the keys of the words that hang on the verb, ``heads`` those of its subject and object, ``borne``
    of what it is done to; ``named`` are the acts that its subject names ("**demolition** began")."""

    acts: frozenset[str]
    verb: str
    tied: frozenset[str]
    heads: frozenset[str]
    borne: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def text_to_deeds(text: str) -> tuple[Deed, ...]:
    if _UNREAL_PAST.search(text):
        return ()
    analysis = analyse(text)
    return (*_verb_deeds(analysis), *_state_deeds(text, analysis))


def find_deed(
    text: str, matter: Matter, shared: frozenset[str], *, least: float, is_headed: bool = False
) -> Fit | None:
    """The promised act said of a promised thing, or of ``least`` of them all that they were completed; ``is_headed``
    asks that such a thing is the verb's own subject or object."""
    deeds = (deed for deed in text_to_deeds(text) if not is_headed or deed.heads & shared)
    fits = {_fit(deed, matter, shared, least) for deed in deeds}
    return "done" if "done" in fits else "by_then" if "by_then" in fits else None


def find_deed_of_whole(text: str, matter: Matter) -> Fit | None:
    """The promised act said of the project itself, under its name or what such a place is called, or of nobody but
    those it is for: "Swimmers were let in", "Work began"."""
    fits = {_act_fit(deed, matter) for deed in text_to_deeds(text) if _is_of_whole(deed, matter)}
    return "done" if "done" in fits else "by_then" if "by_then" in fits else None


def is_near_the_whole(text: str, matter: Matter) -> bool:
    """The promised act of a part of it, or only begun: "The first phase of the park opened", "Demolition began"."""
    return any(
        ("begin" in deed.acts and is_same(matter.acts, deed.named))
        or (deed.tied & matter.named and _act_fit(deed, matter) == "done")
        for deed in text_to_deeds(text)
    )


def is_in_part(text: str, matter: Matter) -> bool:
    """ "Half of the lamps", "12 of the lamps" where 40 were promised."""
    promised, told = text_counts(matter), {int(count) for count in text_to_counts(text)}
    if any(_of_them(match) for match in _OF_THEM.finditer(text)):
        return True
    if promised and told:
        return promised.isdisjoint(told) and not (len(promised) == 1 and len(told) == 1 and max(told) > max(promised))
    if promised and max(promised) > 1 and _ONE.search(text):
        return True
    return bool(text_to_parts(text) - matter.parts)


def text_counts(matter: Matter) -> set[int]:
    return {int(count) for count in matter.counts}


def _of_them(match: re.Match[str]) -> bool:
    part, whole = whole_number(match["part"]), whole_number(match["whole"])
    return part is not None and whole is not None and part < whole


def _fit(deed: Deed, matter: Matter, shared: frozenset[str], least: float) -> Fit | None:
    if deed.borne and not deed.borne & (shared | matter.thin | OF_THE_WORK) and not _names_the_act(deed, matter):
        return None
    if deed.tied & shared:
        found = _act_fit(deed, matter)
        if found is not None:
            return found
    if deed.verb in _DONE and matter.own and len(deed.tied & shared) >= least * len(matter.own):
        return "done"
    return None


def _names_the_act(deed: Deed, matter: Matter) -> bool:
    """ "Training of the dispatchers was finished"."""
    return is_same(matter.acts, deed.named) or any(same_act(matter.act, head) for head in deed.heads)


def _act_fit(deed: Deed, matter: Matter) -> Fit | None:
    if same_act(matter.act, deed.verb) or is_same(matter.acts, deed.acts):
        return "done"
    if not comes_after(matter.acts, deed.acts):
        return None
    is_heard = bool(deed.tied & BODIES) or "adopt" in deed.acts
    return "by_then" if is_heard or not matter.reports else None


def _is_of_whole(deed: Deed, matter: Matter) -> bool:
    if deed.heads & (matter.named | PLACE_KEYS):
        return True
    return bool(deed.heads) and deed.heads <= PATRON_KEYS | OF_THE_WORK


def _verb_deeds(analysis: Analysis) -> Iterator[Deed]:
    for position, token in enumerate(analysis.tokens):
        if token.pos not in ("VERB", "AUX") or not _happened(token, position, analysis):
            continue
        tied = _tied_to(position, analysis)
        if tied & _DENIED:
            continue
        verb = word_key(fold(token.lemma))
        acts, named = verb_to_acts(fold(token.lemma), _beside(position, analysis)), _noun_acts(position, analysis)
        yield Deed(
            acts=acts | named if verb in _DONE or verb in _TAKES_PLACE else acts,
            verb=verb,
            tied=tied,
            heads=_heads(position, analysis, _HEADS),
            borne=_heads(position, analysis, _BORNE) - IDLE - _LIGHT,
            named=named,
        )


def _state_deeds(text: str, analysis: Analysis) -> Iterator[Deed]:
    """ "Has been in service", "are running again": what is so has come about."""
    for start, end, acts in state_acts(text):
        words = {fold(word) for word in re.findall(r"[\w’']+", text[start:end])}
        if words & (_UNREAL | _DENIED) - {"to"} or " to be " in text[start:end] or _NOT_REAL.search(text[:start]):
            continue
        inside = [n for n, token in enumerate(analysis.tokens) if token.end > start and token.start < end]
        verbs = {_verb_of(n, analysis.tokens) for n in inside}
        tied = frozenset().union(*(_tied_to(n, analysis) for n in verbs))
        heads = frozenset().union(*(_heads(n, analysis, _HEADS) for n in verbs))
        if not tied & _DENIED:
            yield Deed(acts=acts, verb="", tied=tied, heads=heads)


def _tied_to(position: int, analysis: Analysis) -> frozenset[str]:
    """The words whose nearest verb is the one at ``position``."""
    return frozenset(
        key
        for number, token in enumerate(analysis.tokens)
        if number != position and _verb_of(number, analysis.tokens) == position
        for key in (word_key(fold(token.text)), fold(token.text))
    )


def _heads(position: int, analysis: Analysis, roles: AbstractSet[str]) -> frozenset[str]:
    return frozenset(
        word_key(fold(token.text))
        for number, token in enumerate(analysis.tokens)
        if token.role in roles and _verb_of(number, analysis.tokens) == position
    )


def _beside(position: int, analysis: Analysis) -> frozenset[str]:
    """What may make one act with the verb: "came **down**", "broke **ground**", "**ground** was broken"."""
    tokens = analysis.tokens
    near = {fold(token.text) for token in tokens[position + 1 : position + 3]}
    return frozenset(near | {fold(t.text) for t in tokens if t.head == position and t.role in _BESIDE})


def _noun_acts(position: int, analysis: Analysis) -> frozenset[str]:
    """Selling, of "The sale of the lot closed"."""
    subjects = (t for t in analysis.tokens if t.head == position and t.role in ("nsubj", "nsubjpass"))
    return frozenset().union(*(noun_to_acts(fold(token.lemma)) for token in subjects))


def _verb_of(number: int, tokens: tuple[Token, ...]) -> int:
    """Up to the first verb that is no gerund: "began" of the track in "track laying began"."""
    for _ in tokens:
        number = tokens[number].head
        token = tokens[number]
        if (token.pos in ("VERB", "AUX") and token.tag != "VBG") or token.head == number:
            break
    return number


def _happened(verb: Token, position: int, analysis: Analysis) -> bool:
    """A verb in the past, or in the present beside "now"; not one that is planned, possible or denied."""
    helpers = [token for number, token in enumerate(analysis.tokens) if token.head == position and number != position]
    words = {fold(token.text) for token in helpers if token.role in ("aux", "auxpass", "mark", "neg", "advmod")}
    if words & _UNREAL or words & _DENIED:
        return False
    if verb.tag == "VBD":
        return True
    if verb.tag == "VBN":
        return verb.role in ("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl") or bool(helpers)
    return verb.tag in ("VBZ", "VBP") and "now" in words


def was_put_to_use(text: str, names: frozenset[str]) -> bool:
    """ "The crane has been in operation since May", said of the project that ``names`` are the keys of."""
    return any("open" in deed.acts and deed.heads & names for deed in text_to_deeds(text))
