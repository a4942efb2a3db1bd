"""Questions after something that the memo says there is none of, or that it says has not been done.

"How many complaints came in?" of "There were no complaints", "When did the depot open?" of "The depot has not opened".
The denying word must stand right before what the question asks for or says, and the rest of the question must be spoken
of there. A question that asks whether, or that denies the same itself, takes nothing of the kind for granted.
"""

import re

from answer.questions.premises.told import Told, fit, holds_count, missing_terms, statements_of
from answer.questions.reading.words import STOP, covers, stem, stems, tokens
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer

_AUX = r"(?:has|have|had|did|does|do|is|are|was|were|will|would|could|can)"
_BETWEEN = r"(?: (?:yet|been|be|being|have|had|ever|to|able|so|far|it|them|the|any|\w+ly))"
_NOT_DONE = re.compile(
    rf"\b(?:{_AUX}(?: not|n['’]t)|cannot|never|but not)\b(?! (?:only|just|merely|all|every)\b)"
    rf"{_BETWEEN}{{0,3}} (?P<said>\w+)",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"\bno (?!later\b|more\b|longer\b|fewer\b|less\b|doubt\b|sooner\b|other\b|matter\b|one\b)"
    r"(?P<thing>(?:(?!(?:of|on|in|for|to|at|by|from|with|and|or|has|have|had|is|are|was|were|will|may|can|be|that)\b)"
    r"[\w'’-]+(?: |\b)){1,4})"
    rf"(?:(?P<to>to )|(?:{_AUX} )(?:(?:been|be|being|yet|\w+ly) ){{0,2}})?(?P<said>\w+)?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    rf"\b(?:nobody|no one|none|nothing|not one)\b(?: of [\w ,'’-]{{2,50}}? (?={_AUX}\b))?"
    rf"(?: (?:{_AUX}|been|be|yet|\w+ly|the|it)\b){{0,4}} (?P<said>\w+)",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:if|unless|until|whether|would|may(?! \d)|might|should|must)\b", re.IGNORECASE)
_WILL_NOT = re.compile(r"\b(?:will not|won['’]t|cannot|never|could not)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:not|never|no|none|without|only|nobody|nothing|neither|fail\w*|lack\w*|missing|remain\w*|unspent|unused|left"
    r"|refus\w+|stop\w*|(?:did|does|do|is|are|was|were|has|have|had|wo|ca|could|would|should)n['’]?t)\b"
    r"|\bun\w{4,}ed\b",
    re.IGNORECASE,
)
_MORE = stems("additional extra further another new")
_ASKS_MORE = re.compile(r"\b(?:more|extra|additional|further|another|new)\b", re.IGNORECASE)
_FOUND = stems("lost found made reported identified recorded received known")
"""What is said of anything that there is none of."""
_VAGUE = stems(
    "year month time day date number far way one plan use part good need know able city office department used report "
    "project program people get got go give make take work new last first money"
)
_NO_ONE = stems("nobody one none nothing")
_SKIPPED = ("yes_no", "definition", "percent", "duration")
_OF_MANY = ("count", "money", "list", "entity")
_LEAST_FIT, _LEAST_OF_NONE, _LEAST_OF_LIKEST = 0.6, 0.5, 0.4
_CLAUSE = re.compile(r"[,;:]| (?:and|but|that|which|who) ")


def denied_premise(case: Case) -> Answer | None:
    """ "The memo says otherwise: The depot has not opened." """
    asked = case.asked
    if asked.shape in _SKIPPED or asked.operation in ("left", "threshold", "order") or _DENIES.search(asked.text):
        return None
    for told in statements_of(case):
        if not told.is_row and (_is_none(case, told) or _is_not_done(case, told)):
            text = f"The memo says otherwise: {sentence_text(told.text)}"
            return denied(case, text, told.places, confidence=0.72)
    return None


def _is_none(case: Case, told: Told) -> bool:
    """ "no complaints", "nobody was hurt", "none rated serious"."""
    words = _asked_words(case)
    nobody = any(_is_said(words, found["said"]) for found in _NOBODY.finditer(told.text))
    if not (nobody or _is_no_thing(case, told)):
        return False
    if told.likest and all(covers(base, case.asked.stems) for base in told.own - _NO_ONE):
        return fit(case, told) >= _LEAST_OF_LIKEST
    lacks = missing_terms(case, told, _VAGUE | frozenset(case.asked.head))
    return len(lacks) <= (0 if case.asked.shape == "entity" else 1) and fit(case, told) >= _LEAST_OF_NONE


def _is_no_thing(case: Case, told: Told) -> bool:
    """The thing is what is asked for, or what is said of it is what the question says."""
    words = _asked_words(case)
    for found in _NO_THING.finditer(told.text):
        thing, said = stems(found["thing"]), found["said"] or ""
        last = stems(found["thing"].split()[-1])
        if thing & _MORE and not _ASKS_MORE.search(case.asked.text):
            continue
        counted = case.asked.shape in (*_OF_MANY, "text") and last & frozenset(case.asked.head)
        tells = _is_said(words, said)
        if (found["to"] and tells) or (thing & frozenset(words) and tells and _is_verb_of(told.text, found)):
            return True
        if counted and (not _is_verb_of(told.text, found) or stems(said) <= _FOUND):
            return True
    return False


def _is_verb_of(text: str, found: "re.Match[str]") -> bool:
    """Whether the thing is what something is said of: "no file **was lost**", not "found no file"."""
    return bool(re.search(rf" {_AUX} ", f" {text[found.end('thing') - 1 : found.end()]} ", re.IGNORECASE))


def _is_not_done(case: Case, told: Told) -> bool:
    """ "has not opened", "will not be renewed"; what is not yet done may still be asked for its date to come."""
    to_come = re.search(r"\b(?:will|is|are|be)\b", case.asked.text) and case.asked.shape == "date"
    if case.asked.shape == "text" and re.match(r"(?:\W*\w+,? )*?how\b", case.asked.text, re.IGNORECASE):
        return False
    for found in _NOT_DONE.finditer(told.text):
        before = told.text[: found.start()]
        if (to_come and not _WILL_NOT.search(found.group())) or _HEDGED.search(before):
            continue
        if case.asked.shape in _OF_MANY and (holds_count(told.text) or not _is_of_asked(case, before)):
            continue
        lacks = missing_terms(case, told, _VAGUE | frozenset(case.asked.head))
        if stem(found["said"].lower()) in stems(before + told.text[found.end() :]):
            continue  # said of something else, or said to be so and said not to be so
        if not lacks and _is_said(_asked_words(case), found["said"]) and fit(case, told) >= _LEAST_FIT:
            return True
    return False


def _is_of_asked(case: Case, before: str) -> bool:
    """Whether what something is denied of, in the clause before the denial, is named in the question."""
    clauses = [stems(part) for part in _CLAUSE.split(before)]
    subject = next((clause for clause in reversed(clauses) if clause), frozenset())
    return bool(subject) and 2 * sum(covers(base, case.asked.stems) for base in subject) >= len(subject)


def _is_said(words: list[str], said: str) -> bool:
    have = frozenset(stem(word) for word in tokens(said) if word not in STOP)
    return any(covers(base, have) for base in words)


def _asked_words(case: Case) -> list[str]:
    return [t.stem for t in case.asked.terms if not t.named and t.stem not in _VAGUE]
