"""What a line says against a promise: that it is still open, given up or put off.

"Remains", "continues" and "not" are said of many things; they count where the promised act hangs on them ("has not been
dredged") or where the state itself is an open one ("remains closed", "is still being drafted").
"""

import re
from collections.abc import Iterator

from answer.ledger.acts import is_same, verb_to_acts
from answer.ledger.matters import PLACE_KEYS, Matter, same_act, word_key
from answer.questions.reading.words import fold, word_set
from extract.language.spacy_model import analyse

_PUT_OFF = re.compile(
    r"\b(?:delay\w{0,3}|postpon\w{1,4}|push\w{0,3} (?:back|out)|slip\w{0,4}|reschedul\w{1,3}|defer\w{0,4}|put off|"
    r"(?:now|currently) (?:expected|scheduled|planned|due|set|anticipated|targeted|projected)|"
    r"behind (?:schedule|plan)|(?:weeks|months|days|year) (?:late|behind)|new (?:date|target)|rebaselin\w{1,3})\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:push\w{0,3} to|moved? (?:back|from|to|by)|moves (?:back|from|to|by)|extend\w{0,3}|later than|rather than|"
    r"instead of)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:cancell?ed|withdrawn|abandoned|called off|given up|shelved|scrapped|decided against|no longer (?:planned|"
    r"pursued|needed|necessary|required|intended)|(?:was|were|been) dropped|dropped the|struck (?:\w+ )?from|"
    r"(?:turned down|denied|rejected|refused) (?:the|our|its|this) (?:\w+ )?(?:application|request|bid|proposal))\b",
    re.IGNORECASE,
)
_UNFINISHED = (
    r"(?:be(?:ing)?|closed|shut|incomplete|unfinished|undecided|unsigned|unfilled|vacant|unsold|outstanding|pending|"
    r"waiting|awaiting|under|in (?:progress|design|planning|draft|review)|out of|on hold|without|not|to be|a draft|"
    r"delayed|in the works)"
)
_OPEN = re.compile(
    r"\b(?:not yet|yet to be|pending|outstanding|awaiting|awaits?|ongoing|under ?way|in progress|waits? for|on hold|"
    rf"(?:still|remains?)(?: \w{{2,9}}ly)? {_UNFINISHED})\b",
    re.IGNORECASE,
)
_COMES_ABOUT = word_set(
    "complete finish begin start happen occur do proceed go continue pursue build fund take conclude deliver"
)
"""Denied of a promised thing, these deny the promise, whatever was its verb."""


def is_put_off(text: str) -> bool:
    return bool(_PUT_OFF.search(text))


def may_have_moved(text: str) -> bool:
    """Put off, or said beside another day that the text must name."""
    return bool(_PUT_OFF.search(text) or _MOVED.search(text))


def is_given_up(text: str, matter: Matter) -> bool:
    return bool(_GIVEN_UP.search(text)) or any(future for future in _denials(text, matter))


def is_open(text: str, matter: Matter) -> bool:
    return bool(_OPEN.search(text)) or any(not future for future in _denials(text, matter))


def is_whole_denied(text: str, matter: Matter) -> bool:
    """ "The branch did not reopen", of the project itself."""
    return any(subject & (matter.named | PLACE_KEYS) for subject, _ in _denied(text, matter))


def _denials(text: str, matter: Matter) -> Iterator[bool]:
    return (is_future for _, is_future in _denied(text, matter))


def _denied(text: str, matter: Matter) -> Iterator[tuple[frozenset[str], bool]]:
    """For each "not" that hangs on the promised act: its subject's keys, and whether the future is denied."""
    tokens = analyse(text).tokens
    for position, token in enumerate(tokens):
        around = {fold(t.text) for t in tokens if t.head == position and t.role in ("aux", "auxpass", "neg", "advmod")}
        if token.pos not in ("VERB", "AUX") or not around & {"not", "n't", "never"}:
            continue
        lemma = fold(token.lemma)
        acts = verb_to_acts(lemma, frozenset(fold(t.text) for t in tokens[position + 1 : position + 3]))
        if lemma in _COMES_ABOUT or same_act(matter.act, word_key(lemma)) or is_same(matter.acts, acts):
            subjects = (t for t in tokens if t.head == position and t.role in ("nsubj", "nsubjpass"))
            yield frozenset(word_key(fold(t.text)) for t in subjects), "will" in around
