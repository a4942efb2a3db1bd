"""Why a troubled project is late and what is done about it, where prose says so in words that leave no doubt."""

import re
from collections.abc import Iterable

_REASON = re.compile(
    r"\b(?:due to|because of|because|as a result of|owing to|caused by|attributed to|attributable to|stemming from|"
    r"driven by|resulting from|"
    r"(?:[Tt]he|[Ii]ts) (?:main )?(?:reason|cause) (?:is|was)(?: that)?|"
    r"pending|after|since(?!\s(?:then|last|its|the (?:last|previous|start)|[\dA-Z])))"
    r"\s(?P<why>[^.;]{8,240})"
)
# "the pit flooded and is now expected on 2 March": the date is no part of the reason.
_NEXT_DATE = re.compile(
    r",?\s(?:(?:and|but|so)\s)?(?:(?:it|completion|go-live|handover|opening)\s)?(?:is\s)?now\s"
    r"(?:expected|due|scheduled|forecast|planned|anticipated)\b.*$"
)
_TROUBLE = re.compile(
    r"\b(?:delay\w*|late|behind|stopped|stalled|fail\w*|halted|blocked|waiting|held up|hold|cannot|can be|missed|"
    r"in doubt|slip\w*|"
    r"at risk|disputed|suspended|paused|not (?:yet )?(?:been )?[a-z]+ed)\b",
    re.I,
)
_REMEDY = re.compile(
    r"^(?:To (?:recover|mitigate|address|resolve|correct|remedy|catch up|make up|compensate)\b[^,]{0,80}|In response|"
    r"As (?:a )?mitigation|In the meantime|Meanwhile|At present),?\s(?P<what>.{8,400}?)\.?$"
)


def find_reason(text: str) -> str | None:
    """ "supplier shortages" of "delayed due to supplier shortages"."""
    match = _REASON.search(text)
    return _NEXT_DATE.sub("", match["why"]).rstrip(' ,)"”') if match else None


def find_trouble(sentences: Iterable[str]) -> str | None:
    """The reason in the first sentence that tells of trouble: "Work stopped because the pit flooded"."""
    return next((why for s in sentences if _TROUBLE.search(s) and (why := find_reason(s))), None)


def find_remedy(sentences: Iterable[str]) -> str | None:
    """ "a second crew was hired" of "To recover, a second crew was hired." """
    return next((m["what"] for s in sentences if (m := _REMEDY.match(s))), None)
