"""What a question sets against each other, and which way: "Which is cheaper, the pier or the dock?"

It reads the question's own words: the two sides, the words of comparison and what they compare. It knows no memo and
compares nothing.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "money", "status", "figure"]
_AUX = r"(?:is|was|are|were|will|did|does|do|has|have|had)"
_LESS = (
    r"cheap(?:er|est)|less(?: expensive| costly)?|least(?: expensive| costly)?|small(?:er|est)|low(?:er|est)"
    r"|few(?:er|est)|short(?:er|est)"
)
_MORE = (
    r"(?:more|most)(?: expensive| costly)?|cost(?:lier|liest)|larg(?:er|est)|bigg(?:er|est)|high(?:er|est)"
    r"|great(?:er|est)|long(?:er|est)|priciest|pricier|top"
)
_EARLY = r"older|oldest|earlier|earliest|first|sooner|soonest|next|before"
_LATE = r"newer|newest|younger|youngest|later|latest|last|(?:more|most) recent(?:ly)?|after"
_WORSE, _BETTER = r"worse|worst|more at risk|in more trouble", r"better|best|healthier|healthiest"
COMPARING = re.compile(
    rf"\b(?:(?P<late>{_LATE})|(?P<early>{_EARLY})|(?P<worse>{_WORSE})|(?P<better>{_BETTER})|(?P<more>{_MORE})"
    rf"|(?P<less>{_LESS}))\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:most|least|top|first|last|next|latest|earliest|soonest|worst|best|[a-z]+(?<!inter)(?<!for)(?<!qu)est)\b",
    re.IGNORECASE,
)
_THE = r"(?:the |in the |in |from the |of the )?"
_PAIRS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<frame>(?:in |by |at )?(?:which|who|what|whose)\b.+?)[,:-]+ ?(?:is it |was it )?{_THE}"
        rf"(?P<one>[^,]+?),? or {_THE}(?P<other>[^,]+)$",
        rf"^(?P<frame>(?:which|who|what|whose) (?:one )?(?:is|was|has|had|costs?|came|started|ended|opened|got)\b.+?) "
        rf"(?P<one>the .+?),? or {_THE}(?P<other>.+)$",
        rf"^which (?:one )?of (?:the two,? )?{_THE}(?P<one>.+?) (?:and|or) {_THE}(?P<other>.+?) "
        rf"(?P<frame>(?:{_AUX}|costs?|ended|started|opened)\b.+)$",
        rf"^between {_THE}(?P<one>.+?) and {_THE}(?P<other>.+?), (?P<frame>(?:which|who|what)\b.+)$",
        rf"^(?P<frame>{_AUX} .+?) (?P<way>in|during|for) {_THE}(?P<one>[^,]+?),? or {_THE}(?P<other>.+)$",
        rf"^(?P<aux>{_AUX}) {_THE}(?P<one>.+?) or {_THE}(?P<other>.+?) "
        r"(?P<frame>(?:be|have|get|cost|start|finish|end|open|more|less|[a-z]+er\b|due|complet\w+|launch\w+|finish\w+|start\w*|open\w*).*)$",
    )
)
_THAN = re.compile(
    rf"^(?P<aux>{_AUX}) {_THE}(?P<one>.+) (?P<frame>(?:(?:be|have|get|cost|start\w*|finish\w*|end\w*|open\w*|complet\w*"
    r"|launch\w*|due|a|an) )?(?:[\w-]+ ){0,3}?(?:[a-z]+er|more|less|before|after)(?: [\w-]+){0,3}?)"
    rf"(?: than)? {_THE}(?P<other>(?:the )?[^,]+)$",
    re.IGNORECASE,
)
_VERB_AT_END = re.compile(
    r" (?:be|have|get|cost|costs|start\w*|finish\w*|end|ended|open\w*|complet\w*|launch\w*|due|a|an)$", re.IGNORECASE
)
_OF_LARGEST = re.compile(r"\bof (?:the |its |our )?(?:\w+ )?[a-z]+est [a-z]+s\b", re.IGNORECASE)
"""A set that is named by its size says nothing of which of it is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """``one`` and ``other`` as the question calls them; ``claims`` where it asks whether ``one`` is the one."""

    frame: str
    one: str
    other: str
    claims: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Which end is wanted, of what kind of value."""

    largest: bool
    kind: Kind


def asked_choice(text: str) -> Choice | None:
    """ "Which is older, the pier or the dock?", "Is the pier older than the dock?" """
    plain = " ".join(text.split()).rstrip("?. ")
    for pattern in _PAIRS:
        found = pattern.match(plain)
        if found and COMPARING.search(found["frame"]):
            return Choice(frame=found["frame"], one=found["one"].strip(), other=found["other"].strip())
    found = _THAN.match(plain)
    if found and COMPARING.search(found["frame"]):
        one = _VERB_AT_END.sub("", found["one"])
        frame = f"{found['one'][len(one) :]} {found['frame']}".strip()
        return Choice(frame=frame, one=one.strip(), other=found["other"].strip(), claims=True)
    return None


def asked_extreme(text: str) -> bool:
    """ "Which pier has the biggest budget?", "Which one is due first?" """
    return bool(re.match(r"(?:in |at |for )?(?:which|what|who|whose)\b", text, re.IGNORECASE)) and bool(
        _SUPERLATIVE.search(text)
    )


def asked_way(frame: str) -> Way | None:
    """ "costs more" wants the largest sum, "is due first" the earliest date; ``None`` for two ways at once."""
    ways = {
        name
        for found in COMPARING.finditer(_OF_LARGEST.sub("", frame))
        for name, said in found.groupdict().items()
        if said
    }
    if len(ways) != 1:
        return None
    match ways.pop():
        case "late":
            return Way(True, "date")
        case "early":
            return Way(False, "date")
        case "worse":
            return Way(False, "status")
        case "better":
            return Way(True, "status")
        case "more":
            return Way(True, "figure")
        case _:
            return Way(False, "figure")
