"""Acts by what they bring about: "opened", "let the public in" and "has been in service since" are one, and so are
"demolished" and "came down".

A promise names an act, a later memo tells of one in other words. Some acts are the same (``is_same``), some come later
and take the promised one for granted (``comes_after``): buses that run have arrived, a policy that was adopted had been
brought. Words that fit two acts stand in both; what a memo means by rarer words is left alone.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from answer.questions.reading.words import word_set

_VERBS: Mapping[str, str] = {
    "open": "open reopen launch unveil inaugurate debut commission deploy activate energize energise welcome go+live "
    "let+in switch+on turn+on enter+service enter+operation enter+use cut+ribbon roll+out",
    "begin": "begin start commence initiate break+ground kick+off get+way get+underway mobilize mobilise launch",
    "finish": "complete finish conclude finalize finalise accomplish wrap+up",
    "demolish": "demolish raze dismantle tear+down pull+down knock+down come+down take+down",
    "award": "award sign execute let enter+contract enter+agreement authorize+contract authorize+agreement",
    "adopt": "adopt approve pass enact ratify endorse",
    "report": "present bring return submit report propose recommend introduce forward",
    "hear": "hear consider review discuss receive accept adopt approve debate reject table",
    "hire": "hire recruit appoint name employ join onboard fill engage come+board",
    "deliver": "deliver arrive receive hand+over turn+over come+in",
    "publish": "publish release issue post print go+out come+out put+out make+public",
    "submit": "submit deliver file send complete finish hand+in turn+in hand+over",
    "move": "move relocate occupy transfer",
    "hold": "hold conduct host convene take+place occur",
    "permit": "issue grant obtain receive secure approve",
    "obtain": "obtain receive secure win come+in arrive",
    "build": "build construct erect",
    "install": "install instal mount fit place erect lay put+in put+on put+up set+up",
    "replace": "replace renew swap exchange install instal put+in put+on",
    "repair": "repair fix mend restore",
    "pave": "pave resurface repave overlay",
    "sell": "sell dispose",
    "train": "train instruct",
    "buy": "buy purchase acquire procure",
    "select": "select choose pick",
    "evaluate": "evaluate assess review",
    "migrate": "migrate convert transfer switch+over cut+over move+over",
}
"""Each act's verbs; ``come+down`` is a verb with a word that hangs on it."""

_NOUNS: Mapping[str, str] = {
    "open": "opening reopening launch inauguration",
    "begin": "groundbreaking start commencement beginning",
    "finish": "completion",
    "demolish": "demolition razing dismantling",
    "award": "award signing execution",
    "adopt": "adoption approval enactment",
    "hire": "hiring recruitment appointment",
    "deliver": "delivery arrival",
    "publish": "publication release issuance",
    "submit": "submission",
    "move": "relocation move",
    "report": "presentation",
    "build": "construction",
    "install": "installation",
    "replace": "replacement",
    "repair": "repair",
    "pave": "paving repaving resurfacing",
    "sell": "sale",
    "train": "training",
    "buy": "purchase acquisition",
    "select": "selection",
    "evaluate": "evaluation assessment",
    "migrate": "migration conversion cutover",
}

_LATER: Mapping[str, str] = {
    "report": "hear",
    "deliver": "open",
    "begin": "finish open build",
    "build": "open",
    "install": "open",
    "replace": "open",
    "repair": "open",
    "select": "award",
    "finish": "open",
}
_SAME: Mapping[str, str] = {"due": "submit publish finish deliver", "submit": "publish"}
DUE = "due"
"""What is promised of a thing that is only said to be due."""

_STATES = re.compile(
    r"\b(?:(?:is|are|was|were|been|went|gone|came|put|placed|brought|entered)\s(?:\w+\s){0,2}?"
    r"(?:live|online|operational|running|open(?! (?:question|issue|item|position|until|space))|"
    r"(?:back )?(?:in|into) (?:\w+ )?(?:service|use|operation))|"
    r"(?:been|are|were) able to use|"
    r"opened (?:its|their) (?:doors|gates)|(?:received|saw|served|carried) (?:its|their|the) first|"
    r"ha(?:s|ve) been (?:using|crossing|serving|operating|riding)|(?:is|are) again (?:open|running)|"
    r"(?:were|was|been) (?:on the job|admitted|let (?:back )?in))\b",
    re.IGNORECASE,
)
_PROMISED_STATE = re.compile(
    r"\b(?:(?:go|be|going|being) (?:\w+ )?(?:live|online|operational|running|open|back)|"
    r"(?:in|into|to) (?:service|use|operation)|(?:receive|see|serve|carry) (?:its|their|the) first|"
    r"open (?:its|their) (?:doors|gates)|break ground|ground will be broken|be completed?)\b",
    re.IGNORECASE,
)
_ON_THE_JOB = re.compile(r"\bon the job\b", re.IGNORECASE)

PATRONS = word_set(
    "reader visitor swimmer guest rider passenger patron public traffic customer user student pupil child patient "
    "driver cyclist pedestrian shopper skater player tenant family door gate"
)
"""Those for whom a thing opens: they tell nothing of which thing it is."""

PLACES = word_set(
    "building facility branch centre center station site structure complex venue campus house hall property premises"
)
"""What a project is called when its name is not repeated."""

DOCUMENTS = word_set(
    "report study plan policy contract agreement permit hearing survey ordinance grant analysis assessment estimate "
    "proposal update review application list document meeting presentation request bid budget workshop rule result "
    "recommendation resolution option finding software portal position vote approval"
)
"""Kinds of things of which every memo has several: such a word alone doesn't tell one from another."""


def _table(rows: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for act, words in rows.items():
        for word in words.split():
            found.setdefault(word, set()).add(act)
    return {word: frozenset(acts) for word, acts in found.items()}


_BY_VERB, _BY_NOUN = _table(_VERBS), _table(_NOUNS)


def verb_to_acts(lemma: str, beside: frozenset[str]) -> frozenset[str]:
    """``come`` with ``down`` beside it -> demolish; the pair, where there is one, is stronger than the verb alone."""
    pairs = [acts for pair, acts in _BY_VERB.items() if _is_pair(pair, lemma, beside)]
    return frozenset().union(*pairs) if pairs else _BY_VERB.get(lemma, frozenset())


def _is_pair(pair: str, lemma: str, beside: frozenset[str]) -> bool:
    verb, plus, word = pair.partition("+")
    return bool(plus) and verb == lemma and word in beside


def noun_to_acts(lemma: str) -> frozenset[str]:
    return _BY_NOUN.get(lemma, frozenset())


def state_acts(text: str) -> list[tuple[int, int, frozenset[str]]]:
    """``(start, end, acts)`` of each state that a text tells of: "has been in service", "are running again"."""
    return [
        (found.start(), found.end(), frozenset({"hire"} if _ON_THE_JOB.search(found.group()) else {"open"}))
        for found in _STATES.finditer(text)
    ]


def promised_state_acts(text: str) -> frozenset[str]:
    found = _PROMISED_STATE.search(text)
    if found is None:
        return frozenset()
    words = found.group().lower()
    if "ground" in words:
        return frozenset({"begin"})
    return frozenset({"finish"}) if "complete" in words else frozenset({"open"})


@lru_cache(maxsize=1_000)
def is_same(promised: frozenset[str], told: frozenset[str]) -> bool:
    wanted = promised.union(*(_SAME.get(act, "").split() for act in promised))
    return not wanted.isdisjoint(told)


@lru_cache(maxsize=1_000)
def comes_after(promised: frozenset[str], told: frozenset[str]) -> bool:
    return any(not told.isdisjoint(_LATER.get(act, "").split()) for act in promised)
