"""Whether a sentence says that a promised thing was done.

It takes a verb in the past that the promised thing itself hangs on: "The foundation was poured in March". What is
planned, denied, possible or said of something else in the same sentence is no deed; a part of it is not the whole.
"""

import re

from answer.ledger.matters import Matter, same_act, text_to_counts, text_to_parts, word_key
from answer.questions.words import fold, word_list, word_set
from extract.language.spacy_model import Analysis, Token, analyse

_DONE = frozenset(
    word_key(word) for word in word_list("complete finish conclude accomplish deliver achieve fulfil fulfill")
)
_UNREAL = word_set("will would shall could can may might must should to if")
_DENIED = word_set("not no none never nor yet n't neither nobody nothing hardly without nearly almost")
_WENT_LIVE = re.compile(
    r"\b(?:went live|ha(?:s|ve) gone live|entered (?:service|use|operation)|opened|"
    r"(?:came|were|was|been|is now|are now) (?:put |placed |brought )?(?:in|into) (?:service|use|operation)|"
    r"(?:was|were|been|is now|are now) (?:online|operational|live|commissioned|energi[sz]ed|switched on))\b",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"\b(?:not|never|will|would|could|should|may|might|to|if|once|until)\s(?:\w+\s){0,2}$", re.IGNORECASE
)


def was_done(text: str, matter: Matter, shared: frozenset[str], *, least: float) -> bool:
    """The promised verb said of a promised thing, or of ``least`` of them all that they were completed."""
    if matter.goes_live and _went_live(text):
        return True
    analysis = analyse(text)
    for position, token in enumerate(analysis.tokens):
        if token.pos not in ("VERB", "AUX") or not _happened(token, position, analysis):
            continue
        act = word_key(fold(token.lemma))
        tied = _tied_to(position, analysis)
        if tied & _DENIED:
            continue
        if same_act(matter.act, act) and tied & shared:
            return True
        if act in _DONE and matter.own and len(tied & shared) >= least * len(matter.own):
            return True
    return False


def is_in_part(text: str, matter: Matter) -> bool:
    """ "Half of the lamps", "12 of the lamps" where 40 were promised."""
    promised, told = matter.counts, text_to_counts(text)
    if promised and told:
        return promised.isdisjoint(told)
    return bool(text_to_parts(text) - matter.parts)


def _went_live(text: str) -> bool:
    found = _WENT_LIVE.search(text)
    return found is not None and not _NOT_REAL.search(text[: found.start()])


def _tied_to(position: int, analysis: Analysis) -> frozenset[str]:
    """The words whose nearest verb is the one at ``position``."""
    return frozenset(
        key
        for number, token in enumerate(analysis.tokens)
        if number != position and _verb_of(number, analysis.tokens) == position
        for key in (word_key(fold(token.text)), fold(token.text))
    )


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
        return verb.role in ("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis") or bool(helpers)
    return verb.tag in ("VBZ", "VBP") and "now" in words
