"""Does a memo say that its list of projects is all of them, or only some?

"The eight with the greatest effect" and "Selected Projects" are some: what is counted and not named there is no
contradiction. Where the memo says neither, both are taken for possible.
"""

import re
from collections.abc import Sequence

from answer.comparison.statements import Statement
from records.memo import Memo

_THINGS = r"(?:projects?|initiatives?|efforts?|items?|ones|programs?|them|those|these)"
_SOME = (
    r"(?:selected|select|notable|representative|highlighted|featured|sample of|a selection of|a subset of|some of|"
    r"several of|a few of|examples? of|not all)"
)
_MOST = (
    r"(?:largest|biggest|greatest|highest|most (?:significant|important|visible|critical|affected|complex|costly)|"
    r"matter(?:s|ing)? (?:the )?most|principal|top|leading|major|key|of (?:most|special|particular) interest|"
    r"(?:need|needing|require|requiring|deserve|merit)s? "
    r"(?:the )?(?:sub)?(?:council|committee|board|attention|discussion|action)\w*)"
)
_SHOWS = (
    r"(?:tables?|lists?|listed|listing|below|following|follows|shown|shows?|presents?|presented|describes?|described|"
    r"covers?|covered|details?|detailed|highlights?|highlighted|summari[sz]e[sd]?|named?|includes?|included|reports?)"
)
_ONLY = r"\bonly (?:the|those|a few|some|projects|initiatives|[\w-]+ of)\b"
_PARTIAL_SENTENCE = re.compile(
    rf"(?=.*\b{_SHOWS}\b)(?=.*\b{_THINGS}\b|.*\b(?:with|that|which)\b)(?:.*\b{_SOME}\b|.*\b{_MOST}\b|.*{_ONLY})",
    re.IGNORECASE,
)
_PARTIAL_TITLE = re.compile(
    rf"\b(?:{_SOME}|{_MOST})\b.{{0,40}}\b(?:projects|initiatives|efforts|programs)\b|"
    r"\b(?:projects?|initiatives?|program|portfolio) highlights\b|\bhighlights of\b",
    re.IGNORECASE,
)
_ABOUT_MONEY = re.compile(r"\b(?:budgets?|costs?|spending|expenditures?|finances?|dollars|money)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:all|each|every one) (?:of )?(?:the |these |its |our |them|which|\w+ )?(?:\w+ ){0,2}"
    r"(?:are|is|being )?\s?(?:listed|named|shown|described|appears?|follow)\b|"
    r"\b(?:the following|as follows|complete list|full list|are listed (?:below|in)|are shown (?:below|in)|"
    r"are named (?:below|in)|lists? all|shows? all|listed below)\b",
    re.IGNORECASE,
)


def declares_part(memo: Memo, statements: Sequence[Statement]) -> bool:
    """``The table below holds the eight initiatives with the greatest effect.`` / a heading ``Selected Projects``.

    A list of the largest budgets is another list than that of the projects' status.
    """
    titles = [block.text for block in memo.document.blocks if block.kind in ("heading", "caption")]
    titles += [table.title for table in memo.document.tables if table.title]
    return any(_PARTIAL_TITLE.search(title) and not _ABOUT_MONEY.search(title) for title in titles) or any(
        _PARTIAL_SENTENCE.match(s.text) and not _ABOUT_MONEY.search(s.text) for s in statements
    )


def declares_whole(text: str) -> bool:
    """``The following four projects are red:``, ``all of them are listed in Table 1``."""
    return _WHOLE.search(text) is not None
