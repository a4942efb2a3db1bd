"""To whom a memo goes -> the body it reports to, in normal case.

``HONORABLE MAYOR AND CITY COUNCIL`` is the "Mayor and City Council", ``Chair Ode and Members of the Parks Committee``
the "Parks Committee". A memo to a person has no body here.
"""

import re
from collections import Counter

from records.document import Document

_BODY = re.compile(
    r"\b(?:sub-?committee|committee|council|commission|board|authority|trustees|supervisors|aldermen|selectmen|"
    r"task force|panel|legislature|assembly|cabinet)\b|^(?:the\s)?executive(?=$|\s?[,;(])",
    re.IGNORECASE,
)
_COURTESY = re.compile(r"\b(?:the\s)?(?:honorable|hon\.|esteemed)\s+", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"^.{0,80}?\bmembers(?:,|\s+of)\s+(?:the\s+)?", re.IGNORECASE)
_MAYOR_AND = re.compile(r"^mayor\b.{0,40}?(?:\band|&)\s+(?:members\s+of\s+)?(?:the\s+)?", re.IGNORECASE)
_MEMBERS = re.compile(r"(?:,?\s+chair(?:man|woman|person)?)?(?:\s+(?:and|&))?\s+members\.?$", re.IGNORECASE)
_MEETING = re.compile(
    r"^.{0,40}?\bmeeting\s+of\s+(?:the\s+)?|\b(?:regular|special|ordinary|extraordinary|scheduled|monthly)\s+|"
    r"\s+(?:meeting|session)\b.{0,40}$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:;|\||\bvia\b|\bthrough\b|\battn\b|\battention\b|\bc/o\b|\(|:).*$", re.IGNORECASE)
_SMALL = re.compile(r"a|an|and|as|at|by|for|from|in|of|on|or|the|to|with")


def names_body(text: str) -> bool:
    """Whether ``text`` names a committee or council: "the Executive" does, "the Chief Executive" does not."""
    return _BODY.search(text.strip()) is not None


def to_to_body(lines: list[str], document: Document) -> str | None:
    """The body named in the lines of ``TO``; a name may run over several lines."""
    joined = ""
    for line in lines:
        joined = f"{joined} {line}".strip()
        if _BODY.search(joined):
            return _clean(joined, document)
    return None


def meeting_to_body(text: str, document: Document) -> str | None:
    """``Regular Meeting of the Parks Committee``, ``Ordinary Council Meeting`` -> "Parks Committee", "Council"."""
    return to_to_body([_MEETING.sub("", text).strip(" ,–—-")], document)


def _clean(text: str, document: Document) -> str | None:
    text = _COURTESY.sub("", " ".join(text.split()))
    text = _CUT.sub("", text).strip(" ,.")
    mayor = _MAYOR_AND.match(text)
    if mayor is not None and re.search(r"\bcouncil\b", text[mayor.end() :], re.IGNORECASE):
        text = f"Mayor and {text[mayor.end() :]}" if not text.isupper() else f"MAYOR AND {text[mayor.end() :]}"
    else:
        text = _MEMBERS_OF.sub("", text)
    text = _MEMBERS.sub("", text)
    text = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE)
    return normal_case(text, document) if _BODY.search(text) else None


def normal_case(text: str, document: Document) -> str:
    """``FINANCE AND IT COMMITTEE`` -> "Finance and IT Committee", if the memo itself writes "IT"; mixed case stays."""
    if not text.isupper():
        return text
    acronyms = _acronyms(document)
    words = [_cased(word, first=number == 0, acronyms=acronyms) for number, word in enumerate(text.split())]
    return " ".join(words)


def _cased(word: str, *, first: bool, acronyms: frozenset[str]) -> str:
    if word.strip(",.()") in acronyms:
        return word
    if not first and _SMALL.fullmatch(word.lower().strip(",")):
        return word.lower()
    return re.sub(r"[^\W\d_][^\W\d_'’]*", lambda m: m.group()[0].upper() + m.group()[1:].lower(), word)


def _acronyms(document: Document) -> frozenset[str]:
    """Short words that the memo's mixed-case text writes in capitals only."""
    capitals: Counter[str] = Counter()
    others: set[str] = set()
    for block in document.blocks:
        words = re.findall(r"[^\W\d_]{2,}", block.text)
        if sum(word.isupper() for word in words) * 2 < len(words):
            capitals.update(word for word in words if word.isupper() and len(word) <= 5)
            others.update(word.upper() for word in words if not word.isupper())
    return frozenset(word for word in capitals if word not in others)
