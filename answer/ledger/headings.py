"""Headings that tell of one thing: what stands under "Fern Library" in two memos is about the same library.

"Background", "Program Update" and "Public Safety" tell of everything; under them a sentence must name its thing itself.
"""

import re
from functools import lru_cache

from answer.comparison.names import fold_name
from answer.ledger.matters import COMMON, text_to_keys, word_key
from answer.questions.reading.words import word_set

_MOST_WORDS = 7
_GENERAL = frozenset(
    word_key(word)
    for word in word_set(
        "overview background discussion summary introduction update status highlight accomplishment progress matter "
        "finance financial budget fiscal impact outlook ahead look capital public safety transportation parks "
        "recreation operation technology infrastructure service works community development housing environment "
        "health economic "
        "analysis issue challenge risk performance measure metric achievement key report recommendation conclusion "
        "strategic goal priority portfolio activity milestone schedule timeline commitment promise task action item "
        "list general administration information engineering utilities water energy culture education human resources "
        "result purpose attachment appendix coordination contact note definition completed upcoming planned ongoing "
        "communication engagement training security business customer innovation section part area new other coming "
        "attention require focus change quarter "
        "transit street facility facilities fleet police fire library libraries"
    )
)


_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[A-Z]\.)\s")


@lru_cache(maxsize=5_000)
def title_to_heading(title: str | None) -> str | None:
    """``fern library`` of "3. Fern Library"; nothing of "Program Update"."""
    if not title or len(title.split()) > _MOST_WORDS:
        return None
    keys = {key for key in text_to_keys(title) if not key.isdigit()}
    return fold_name(_NUMBER.sub("", title)) if keys - COMMON - _GENERAL else None
