"""Whether a title names a department: "Department of Parks", "Water Services"; "Roads" and "Phase 2" do not."""

import re

_ORGANISATION = re.compile(
    r"\b(?:department|dept|ministry|agency|office|bureau|division|directorate|authority|commission|council|corporation|"
    r"secretariat|treasury|services?|public works|police|board of)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:projects?|programmes?|programs?|portfolio|initiatives?|status|report|list|schemes?|upgrade|replacement|system|"
    r"as of|as at|total|summary|data|new|completed|active)\b|\d",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:department|ministry|agency|division|directorate)\s?[:–-]\s?", re.IGNORECASE)
_MOST_WORDS = 9


def reads_like_department(title: str) -> bool:
    """Few words, one of which only an organisation's name has."""
    short = len(title.split()) <= _MOST_WORDS
    return short and bool(_ORGANISATION.search(title)) and not _SOMETHING_ELSE.search(_LABEL.sub("", title))
