"""Does a memo say that it reports only some of its projects, by rule: the troubled ones, the largest, the dearest?

Who is absent from such a memo is not gone, and who comes back after it was never away. What counts is what the memo
says of its own list; that a few projects "remain on schedule" says nothing of the list unless they are all the others.
"""

import re
from collections.abc import Sequence

from answer.checks.numbers import WHOLE
from answer.comparison.statements import Statement
from records.memo import Memo

_PROJECTS = r"(?:projects|programmes|programs|schemes|initiatives|efforts|works|contracts|items)"
_REST = (
    rf"(?:all (?:of )?(?:the )?|the |every )(?:other|remaining) (?:{WHOLE} )?(?:[a-z-]+ ){{0,3}}?"
    rf"(?:{_PROJECTS}|project)|"
    r"the (?:rest|balance|remainder) of (?:the|our|its) (?:[a-z-]+ ){0,2}?"
    rf"(?:{_PROJECTS}|portfolio|programme|program)|"
    rf"{_PROJECTS} (?:that are )?not (?:listed|shown|named|mentioned|included|reported)(?: (?:here|below|above))?"
)
_FINE = (
    r"(?:is|are|remains?|continues?|stays?|proceeds?|progress(?:es)?|has|have)\b(?! (?:listed|shown|described|below))"
)
_OTHERS_ARE_FINE = re.compile(rf"\b(?:{_REST}),? (?:all |currently |still |also )?{_FINE}", re.IGNORECASE)

_LIST = r"(?:report|memo|memorandum|update|paper|table|dashboard|list|schedule)"
_HOLDS = (
    r"(?:covers?|lists?|shows?|includes?|sets? out|reports?(?: on)?|details?|describes?|presents?|gives?|contains?|"
    r"deals? with|is (?:limited|confined|restricted) to|addresses|names?)"
)
_LARGEST = rf"(?:the |our )?(?:{WHOLE} |top )?(?:largest|biggest|costliest|highest[- ]value|most expensive)"
_DEAR = r"(?:over|above|exceeding|more than|greater than|of at least|worth more than|in excess of)"
_CHOSEN = (
    rf"(?:only\b|by exception\b|exceptions\b|{_LARGEST} (?:[a-z-]+ ){{0,2}}?{_PROJECTS}|"
    rf"{_PROJECTS} (?:[a-z]+ ){{0,4}}?{_DEAR} [$£€]|(?:the )?{_PROJECTS} (?:that|which) (?:need|require|are (?:rated )?"
    r"(?:red|amber|yellow|behind|delayed|at risk|off track)))"
)
_LISTS_SOME = re.compile(rf"\b{_LIST}\b(?: [a-z0-9]+){{0,3}}? {_HOLDS} (?:[a-z-]+ ){{0,3}}?{_CHOSEN}", re.IGNORECASE)
_BY_EXCEPTION = re.compile(
    rf"\b(?:report(?:ed|ing|s)?|{_PROJECTS}) (?:is |are |made )?(?:given )?(?:only )?(?:by|on an) exceptions?\b|"
    r"\bexceptions?[- ](?:only|report(?:ing)?|basis)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"^(?:\W*\d*\W*)(?:exceptions?|{_PROJECTS} by exception)(?: reports?)?\W*$", re.IGNORECASE)

_RECOVERED = 1
"""So many green projects a report of exceptions may name: one that was troubled last time. More are a list of all."""


def reports_exceptions(memo: Memo, statements: Sequence[Statement]) -> bool:
    """``This report covers only the projects rated red.``, ``The table sets out the ten largest schemes.``, a subject
    ``Exceptions report``; ``All other schemes are on programme.`` in a memo that does not name those that are."""
    titles = [block.text for block in memo.document.blocks if block.kind in ("heading", "caption")]
    if any(_TITLE.match(title) for title in titles) or _BY_EXCEPTION.search(memo.letterhead.subject or ""):
        return True
    fine_are_named = sum(project.status == "green" for project in memo.projects) > _RECOVERED
    patterns = (_LISTS_SOME, _BY_EXCEPTION) if fine_are_named else (_LISTS_SOME, _BY_EXCEPTION, _OTHERS_ARE_FINE)
    return any(pattern.search(statement.text) for statement in statements for pattern in patterns)
