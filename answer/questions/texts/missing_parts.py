"""Questions about an appendix or exhibit that the memo names but does not hold: its content is nowhere to be read.

Whether it is there can be answered. What stands in it cannot, and must not be answered from its title.
"""

import re
from collections.abc import Iterator

from answer.questions.reply import Case, answered
from records.answer import Answer
from records.facts import Omission
from records.memo import Memo

_PART = re.compile(
    r"\b(?:appendix|exhibit|attachment|annex|schedule|enclosure)\b(?: (?:[A-Z]|\d{1,2}|[IVX]{1,4})\b)?", re.IGNORECASE
)
_ASKS_WHETHER = re.compile(
    r"\b(?:attached|included?|includes?|enclosed?|contains?|holds?|there|present|missing"
    r"|part of|in the (?:file|memo|memorandum|report)|come|empty)\b",
    re.IGNORECASE,
)
_CONTENT_SHAPES = ("list", "count", "money", "percent", "entity", "date", "duration")


def missing_parts(text: str, memo: Memo) -> tuple[Omission, ...]:
    """The omissions of ``memo`` that ``text`` names: "Appendix B" where the memo lacks an Appendix B."""
    return tuple(_named(text, memo))


def _named(text: str, memo: Memo) -> Iterator[Omission]:
    asked = {found.group().lower() for found in _PART.finditer(text)}
    for omission in memo.omissions:
        label = _PART.match(omission.message)
        if omission.kind in ("attachment", "exhibit") and label and label.group().lower() in asked:
            yield omission


def missing_part_answer(case: Case) -> Answer | None:
    """ "Is Appendix B attached?" of a memo that only names it."""
    found = missing_parts(case.question.text, case.memo)
    if len(found) != 1 or case.asked.shape != "yes_no" or not _ASKS_WHETHER.search(case.question.text):
        return None
    opening = "Yes" if re.search(r"\b(?:missing|empty)\b", case.question.text, re.IGNORECASE) else "No"
    return answered(case, f"{opening}. {found[0].message}", found[0].places, method="record", confidence=0.85)


def asks_for_missing_content(case: Case) -> bool:
    """ "What projects does Appendix B list?" of a memo that has no Appendix B."""
    return case.asked.shape in _CONTENT_SHAPES and bool(missing_parts(case.question.text, case.memo))
