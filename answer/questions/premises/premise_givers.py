"""Questions that name another giver than the memo: "Why did the Harbor Trust give $5,000?" of the Pier Fund's grant.

The memo must name the giver of the very sum, or of the gift to the very receiver that is asked about, and must nowhere
know the one in the question. A giver who is merely not mentioned, where no other is, is no contradiction.
"""

import re
from collections.abc import Iterator

from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.spans import spans_of
from answer.questions.reading.words import covers, fold, stem, stems
from answer.questions.reply import Case, denied, sentence_text
from records.answer import Answer

_NAME = r"[A-Z][\w&.'’-]*(?: (?:of |and |for |the )?[A-Z][\w&.'’-]*){0,5}"
_GIVE = (
    r"(?:give|gave|given|award|awarded|grant|granted|donate|donated|fund|funded|provide|provided|contribute"
    r"|contributed|pay|paid)"
)
_LEVEL = r"(?:federal|state|provincial|county|national|regional|municipal|private)"
_ASKED = re.compile(
    rf"\b(?i:did|has|does|have|will) (?i:the )?(?P<name>{_NAME}|{_LEVEL} (?:government|agency|office)) (?i:{_GIVE})\b"
    rf"|\b(?i:from|by) (?i:the )?(?P<source>{_NAME})(?! [A-Z])(?=.{{0,60}}\b(?i:grant|award|gift|donation|money))"
    rf"|\b(?i:the )(?P<owner>{_NAME})(?:['’]s?)? (?i:grant|award|gift|donation)\b"
)
_TOLD = re.compile(
    rf"\b(?i:grant|gift|award|donation|funding|funds|money|\$[\d,.]+(?: \w+)?) (?i:of .{{1,20}} )?(?i:from)"
    rf" (?i:the )?(?P<source>{_NAME})"
    rf"|(?P<name>{_NAME}) (?i:(?:has |have )?{_GIVE})\b"
    rf"|\b(?P<level>{_LEVEL}) (?i:grant|gift|award|donation|funding|funds)\b"
)
_KIND = stems(
    "foundation fund trust council board city department company corporation inc government agency office group"
)


def giver_premise(case: Case) -> Answer | None:
    """ "The memo names another giver: ..."; the sum or the receiver must be the one that is asked about."""
    asked = _asked_giver(case)
    if asked is None or case.asked.shape == "yes_no":
        return None
    telling = stems(asked) - _KIND
    if not telling or any(_is_known(case, base) for base in telling):
        return None
    for candidate in case.candidates:
        givers = [giver for giver in _told_givers(candidate.text) if not stems(giver) & telling]
        if len(givers) == 1 and _is_same_gift(case, candidate, stems(asked)):
            text = f"The memo names another giver: {sentence_text(candidate.text)}"
            return denied(case, text, candidate.places, confidence=0.75, values=givers)
    return None


def _asked_giver(case: Case) -> str | None:
    found = _ASKED.search(case.asked.text)
    return next((part for part in found.groups() if part), None) if found else None


def _is_known(case: Case, base: str) -> bool:
    """Whether the memo holds the giver's own word anywhere: then it may have given too."""
    blocks = (block.text for block in case.memo.document.blocks)
    return any(base in stems(text) for text in blocks)


def _told_givers(text: str) -> Iterator[str]:
    for found in _TOLD.finditer(text):
        yield next(part for part in found.groups() if part)


def _is_same_gift(case: Case, candidate: Candidate, giver: frozenset[str]) -> bool:
    """The sum of the question, or without one all its other names, stand in the sentence or around it."""
    sums = {span.value for span in spans_of(case.asked.text, "money")}
    here = candidate.own | candidate.around
    names = [t.stem for t in case.asked.terms if t.named and t.stem not in giver and not t.stem[0].isdigit()]
    if sums:
        return sums <= {span.value for span in spans_of(candidate.text, "money")}
    return bool(names) and all(covers(base, here) for base in names) and stem(fold("grant")) in here
