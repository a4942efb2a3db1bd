"""Takes a question of several parts apart: "Which pier is red, and who leads it?" is two questions.

It works on the question's own words and knows no memo, save where two names stand side by side. What stands for what
in the later parts ("it", "its budget", "of them") is left to `two_parts`. It refuses to cut a name or an "and" that
joins no two things asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.questions.reading.named_projects import find_named
from records.facts import Project

_AUX = r"(?:can|could|is|are|was|were|will|would|does|do|did|has|have|had)"
_PREPOSITION = r"(?:at|for|in|to|with|on|from|under|by|since|until|of|through|during|before|after)"
_WHAT = r"(?:who|whom|whose|which|what|when|where|why|how)"
_WH = rf"(?:{_WHAT}|{_PREPOSITION} {_WHAT}|what['’]s|who['’]s|{_AUX})\b"
_TELL = r"(?:name|list|identify|state|say|tell|give|explain|describe|show)"
_LEAD = r"(?:(?:in|as of|according to|for|per|from|on|under) [^,?]{3,60}, )?"
_ALSO = r"(?:also |then |if so,? |if not,? )?"
_CLAUSES = re.compile(
    rf"^(?P<first>{_LEAD}(?:{_WH}|{_TELL}\b).{{4,200}}?)"
    r"(?:,? (?:and|but|plus)|[;,] (?:and |also )?(?=how many\b|how much\b))"
    rf" ?{_ALSO}(?P<second>(?:(?:{_TELL}) )?(?:{_WH}).{{0,200}})$",
    re.IGNORECASE,
)
_ITS_TAIL = re.compile(
    rf"^(?P<first>{_LEAD}{_WH}.{{4,200}}?),? and (?P<its>(?:its|their|his|her) (?:[\w-]+ ){{0,3}}[\w-]+)$",
    re.IGNORECASE,
)
_HOW = r"(?: (?:much|many \w+|long|often))?"
_WH_PAIR = re.compile(
    rf"^(?P<one>{_WHAT}{_HOW}) and (?P<two>(?:{_PREPOSITION} )?{_WHAT}{_HOW})"
    rf" (?P<rest>(?:{_AUX})\b.+)$",
    re.IGNORECASE,
)
_NOUN = r"(?:(?!and\b|of\b|for\b|the\b)[\w’'-]+ ){0,2}(?!and\b|of\b|for\b|the\b)[\w’'-]+"
_NOUNS = re.compile(
    rf"^(?:(?P<how>how many) "
    rf"|(?:(?:what|which)(?:['’]s)?(?: (?:is|are|was|were))?|give|state|tell|list|name)(?: me)? "
    rf"(?P<whose>the |its |their |(?:the )?(?:[\w-]+ ){{1,6}}?[\w-]+['’]s? )?)"
    rf"(?P<nouns>{_NOUN}(?:, {_NOUN}){{0,2}},? and (?:the )?{_NOUN})"
    rf"(?P<of>(?: (?:of|for|in|on|at|to|from|behind|given|listed)\b.+| (?:{_AUX})\b.+)?)$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\b(?:status|colou?r|rating|issue|problem|concern|mitigat\w+|action|next step|budget|cost|price|owner|manager|lead"
    r"|sponsor|vendor|date|deadline|names?|e-?mail(?: address)?|phone(?: number)?|number|title|subject|sender|author"
    r"|recipient|spending|target|start|end)$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[?;] ?(?:(?:and|also|plus|or),? )?(?:also,? )?(?=\w)", re.IGNORECASE)
_VERBLESS = re.compile(rf"\b{_AUX}\b", re.IGNORECASE)
_WHAT_SET = re.compile(r"^how (?:many|much)(?: [\w’'-]+){1,4}$", re.IGNORECASE)
_COMPARE = re.compile(
    r"^(?:please )?(?:compare|contrast)(?: the)?(?: (?P<what>(?:[\w-]+ ){0,2}[\w-]+) (?:of|for))? (?P<one>.+?) "
    r"(?:and|with|to|against|versus|vs\.?) (?P<other>.+)$",
    re.IGNORECASE,
)
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Parts:
    """``firm`` where nothing but an answer to every part is an answer to the whole."""

    texts: tuple[str, ...]
    firm: bool = True


def split_question(text: str, projects: Sequence[Project] = ()) -> Parts | None:
    """The parts in order, each a question; ``None`` for a question of one part."""
    plain = _plain(text)
    for cut in (_by_sentences, _by_wh_pair, _by_clauses, _by_its, _by_nouns):
        parts = cut(plain)
        if parts is not None:
            return parts
    return _by_names(plain, projects)


def _plain(text: str) -> str:
    text = re.sub(r"(?:, ?)?\b(?:as well as|along with|together with)\b|(?<= )&(?= [a-z])", " and", text)
    return " ".join(text.split()).rstrip("?. ")


def _by_sentences(text: str) -> Parts | None:
    """ "What went wrong? And who mends it?" """
    pieces = [piece.strip(" ,.") for piece in _SENTENCES.split(text) if piece.strip(" ,.")]
    asks = [re.match(rf"(?:{_LEAD}{_WH}|{_TELL}\b)", piece, re.IGNORECASE) for piece in pieces]
    if not 2 <= len(pieces) <= _MOST_PARTS or not all(asks):
        return None
    return Parts(tuple(f"{piece}?" for piece in pieces))


def _by_wh_pair(text: str) -> Parts | None:
    """ "When and where was the regatta held?" """
    found = _WH_PAIR.match(text)
    return Parts((f"{found['one']} {found['rest']}?", f"{found['two']} {found['rest']}?")) if found else None


def _by_clauses(text: str) -> Parts | None:
    """ "Who leads the pier works and when do they end?", "How many boats and how many crews does the club have?" """
    found = _CLAUSES.match(text)
    if found is None or _is_relative(text, found.end("first")):
        return None
    first, second = found["first"].rstrip(", "), re.sub(rf"^{_TELL} (?:me )?(?={_WH})", "", found["second"])
    if _WHAT_SET.match(first) and not _VERBLESS.search(first):
        tail = _VERBLESS.search(second) or re.match(r"how (?:many|much) [\w’'-]+()(?= \w)", second)
        if tail is None:
            return None
        first = f"{first} {second[tail.end() if tail.re.groups else tail.start() :].strip()}"
    further = _by_clauses(second)
    rest = further.texts if further is not None else (f"{second}?",)
    return Parts((f"{first}?", *rest)) if 1 + len(rest) <= _MOST_PARTS else None


def _is_relative(text: str, at: int) -> bool:
    """Whether the cut goes on with what a clause before it began: "things that are late and which cost most"."""
    return (
        bool(re.search(r"\b(?:that|which|who) (?:is|are|was|were) [\w ]{3,30}$", text[:at]))
        and bool(re.match(r",? and (?:which|who) (?:is|are|was|were|has|have)\b", text[at:]))
        and not re.match(r"(?:which|who|what)\b", text, re.IGNORECASE)
    )


def _by_its(text: str) -> Parts | None:
    """ "Which pier is red, and its budget?" """
    found = _ITS_TAIL.match(text)
    if found is None or not _ATTRIBUTE.search(found["its"]):
        return None
    return Parts((f"{found['first'].rstrip(', ')}?", f"what is {found['its']}?"))


def _by_nouns(text: str) -> Parts | None:
    """ "What are the status and the budget of the pier?", "How many boats and crews did the club have?" """
    found = _NOUNS.match(text)
    if found is None:
        return None
    nouns = [noun.strip() for noun in re.split(r",? and (?:the )?|, (?:the )?", found["nouns"])]
    if not 2 <= len(nouns) <= _MOST_PARTS or any(not noun for noun in nouns):
        return None
    if found["how"]:
        tail = found["of"].strip()
        return Parts(tuple(f"how many {noun} {tail}?" for noun in nouns), firm=False) if tail else None
    known = any(_ATTRIBUTE.search(noun) for noun in nouns)
    if not known or (not found["of"] and not found["whose"]):
        return None
    tail = re.sub(r"^ (?:is|are) given\b", "", found["of"])
    return Parts(tuple(f"what is {found['whose'] or 'the '}{noun}{tail}?" for noun in nouns))


def _by_names(text: str, projects: Sequence[Project]) -> Parts | None:
    """ "What is the status of the pier and the ferry dock?", "Compare the budgets of the pier and the dock" """
    compared = _COMPARE.match(text)
    if compared:
        return _compared(compared, projects)
    for found in re.finditer(r",? and (?:of |for |the |of the |for the )?", text):
        one = _last_phrase(text[: found.start()])
        lead, other = text[: found.start() - len(one)], text[found.end() :]
        if one and _one_name(one, projects) and _one_name(other, projects) and _differ(one, other, projects):
            lead = _singular(lead)
            return Parts((f"{lead}{one}?", f"{lead}{other}?"))
    return None


def _compared(found: "re.Match[str]", projects: Sequence[Project]) -> Parts | None:
    one, other = found["one"], found["other"]
    if not _one_name(one, projects) or not _one_name(other, projects) or not _differ(one, other, projects):
        return None
    what = _singular(found["what"] or "status")
    return Parts((f"What is the {what} of {one}?", f"What is the {what} of {other}?"))


def _last_phrase(text: str) -> str:
    """What follows the last "of", "for", "is" or the like: there the first name begins."""
    found = re.match(r".*\b(?:of|for|is|are|was|were|does|do|did|with|on|will|about|both)\b (?P<name>.+)$", text)
    return found["name"] if found else ""


def _one_name(text: str, projects: Sequence[Project]) -> bool:
    return len(text.split()) <= 9 and len(find_named(text, projects)) == 1


def _differ(one: str, other: str, projects: Sequence[Project]) -> bool:
    return find_named(one, projects)[0].project is not find_named(other, projects)[0].project


def _singular(text: str) -> str:
    """ "statuses" and "budgets" of two are "status" and "budget" of one."""
    text = re.sub(r"\bare\b", "is", re.sub(r"\bboth ", "", text))
    return re.sub(
        r"\b(status|issue|budget|cost|deadline|owner|rating|problem|concern|(?:end|start|target) date)(?:es|s)\b",
        r"\1", text,
    )  # fmt: skip
