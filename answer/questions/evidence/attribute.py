"""Which attribute of its subject a question asks for: the "opinion" of the mayor, what a study "recommends".

A sentence that names the subject and not the attribute answers nothing, however well it fits otherwise. Attributes that
any statement has (a name, a number, a kind) are none, and neither is what a question merely asks to be told.
"""

import re

from answer.questions.reading.question_parse import Asked
from answer.questions.reading.words import STOP, TALK, content_words, covers, stem, stems

_OF = re.compile(
    r"\b(?:what|which) (?:is|are|was|were) (?:the |its |their |all )*((?:[\w’'-]+ ){1,4}?)(?:of|for|behind|in|on) ",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:what|which) (?:is|are|was|were) (?:the|its|their) ([\w’'-]+)\W*$", re.IGNORECASE)
_OWNED = re.compile(
    r"\b(?:what|which) (?:is|are|was|were) (?:the )?(?:[\w’'-]+ ){0,4}?[\w-]+['’]s? ([\w-]+(?: [\w-]+)??)"
    r"(?= (?:of|for|on|about|in|to)\b|\W*$)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:what|which|when|how much|how many|who)\b.{0,40}\b(?:does|do|did|will|would|can|could|has|have)\b"
    r" .{2,80}? ([\w-]+)\W*$",
    re.IGNORECASE,
)
_DOES_WITH = re.compile(
    r"^what (?:does|do|did|will|would|can|could) .{2,60}? ([\w-]+) (?:from|out of|by|with)\b", re.IGNORECASE
)
_EVERY_STATEMENT = stems(
    "name names number amount kind sort type status state date time purpose use end way thing role subject "
    "content contents plan place year month quarter day point reason cause cost total value figure share percentage "
    "rate title details information news update meaning definition"
)
_PLAIN_VERBS = stems(
    "do be have go get come make take happen stand look work run mean say tell include involve contain need cover cost "
    "bring place"
)


def attribute_of(asked: Asked) -> str | None:
    """The stem of "opinion" in "What is the mayor's opinion of the bus lane?"; ``None`` where none is singled out."""
    found = _OWNED.search(asked.text) or _OF.search(asked.text) or _BARE.search(asked.text)
    if found is None:
        return None
    words = [word for word in content_words(found.group(1)) if word not in TALK]
    base = stem(words[-1]) if words and not words[-1].endswith("ed") else None
    return None if base is None or base in _EVERY_STATEMENT or base.isdigit() else base


def last_verb_of(asked: Asked) -> str | None:
    """The stem of "recommend" in "What does the study recommend?", of "reopen" in "When will the pier reopen?"."""
    found = (_DOES_WITH.search(asked.text) if asked.shape == "text" else None) or _DOES.search(asked.text)
    if found is None or asked.shape not in ("text", "date"):
        return None
    word = found.group(1).lower()
    base = stem(word)
    named = any(term.stem == base and term.named for term in asked.terms)
    known = base in asked.stems and base not in _PLAIN_VERBS | _EVERY_STATEMENT
    return base if known and not named and word not in STOP | TALK else None


def has_attribute(asked: Asked, here: frozenset[str]) -> bool:
    """Whether ``here``, the stems of a sentence and its heading, hold what the question asks of its subject."""
    asked_for = (attribute_of(asked), last_verb_of(asked))
    return all(base is None or covers(base, here) for base in asked_for)
