"""Questions that take for done what the memo reports as only planned: "since it became a trust" of one that may be.

The memo must speak of the very event, in every sentence that does so as planned, considered or yet to come. An event
that it does not mention, or reports as done anywhere, is no false premise.
"""

import re

from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.words import content_words, covers, stem, stems
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer

_EVENT = re.compile(
    r"\b(?:since|now that|after|once|when) (?!(?:will|would|did|does|do|is|are|was|were|has|have|can|should)\b)"
    r"(?P<event>[^,?]{6,90}?)(?: (?:last|this) (?:year|month|quarter|week))?(?=,|\?|$)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:became|turned into|went|was|were|has been|have been|going|being|becoming|opening|closing|\w+ed)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:explor\w+|consider\w*|propos\w+|plan(?:s|ned|ning)? (?:to|for)|planned|intends?|expect\w*|scheduled|due"
    r"|will|would|once|if|until|to be|seek\w*|remains?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]{2,120}[\"”]")
"""The title of another paper reports nothing."""
_TURNING = stems("become became turn turned change changed made make get got become into go going went being")


def pending_premise(case: Case) -> Answer | None:
    """ "The memo does not report that as done: ..." with the sentence that says what is planned."""
    found = _EVENT.search(case.asked.text)
    if found is None or not _DONE.search(found["event"]) or case.asked.shape in ("yes_no", "date"):
        return None
    event = _event_stems(case, found["event"])
    told = [c for c in case.candidates if event and _tells(c, event)]
    if not told or not all(_PENDING.search(_clause(c.text, event)) for c in told):
        return None
    best = max(told, key=lambda candidate: (len(event & candidate.own), candidate.cosine))
    text = f"The memo does not report that as done: {sentence_text(best.text)}"
    return denied(case, text, best.places, confidence=0.7)


def _event_stems(case: Case, event: str) -> frozenset[str]:
    """The words of the event beside its subject's name; none where too little is said to know it again."""
    names = frozenset().union(*(stems(name) for name in case.asked.names))
    own = frozenset(stem(word) for word in content_words(event)) - _TURNING - names
    return own if all(not base.isdigit() for base in own) else frozenset()


def _tells(candidate: Candidate, event: frozenset[str]) -> bool:
    """The sentence holds the event, and the question's subject stands there or around it."""
    subject = all(not term.named for term in candidate.missing)
    said = stems(_QUOTED.sub(" ", candidate.text))
    return subject and candidate.sentence.kind != "heading" and all(covers(base, said) for base in event)


def _clause(text: str, event: frozenset[str]) -> str:
    """The parts of the sentence, cut at its commas and semicolons, that speak of the event."""
    parts = re.split(r"[;,]", _QUOTED.sub(" ", text))
    told = [part for part in parts if any(covers(base, stems(part)) for base in event)]
    return " , ".join(told)
