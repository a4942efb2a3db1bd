"""The names of a sentence that may be what was asked: people, bodies, places, members of a list.

A name answers only where it says something that the question does not, is of the kind asked for, and, where a role is
asked about, stands beside that role. It refuses to take a project's name for that of a firm or a person.
"""

import re

from answer.questions.evidence.asked_figures import counted
from answer.questions.evidence.attribute import attribute_of
from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.name_spans import new_names
from answer.questions.reading.question_parse import Asked
from answer.questions.reading.words import covers, fold, kin, stem, stems

_AT_PLACE = re.compile(r"\b(?:in|at|on|near|to|from|across|between|along) (?:the )?[A-Z]")
_ROLE = re.compile(
    r"\bwho (?:is|was|are|were) (?:the |its |their )?((?:[\w'’-]+ ){0,3}?[\w'’-]+?)(?= (?:of"
    r"|for|on|in|at|selected|chosen|who|that|to|behind|responsible)\b|\?|$)",
    re.IGNORECASE,
)
ANY_NAME = stems(
    "organization company vendor firm contractor supplier partner group body agency person official city "
    "foundation university consultant provider team state county name leader manager director"
)
_PROJECT_NOUNS = stems("project initiative program system programme effort")
_FIRM_NOUNS = stems("vendor company firm contractor supplier consultant developer")
_PUBLIC_NOUNS = stems(
    "department office division bureau city council committee board commission county state director mayor unit section"
)
_LANDS = stems("city county state country")
"""Any name may be that of a body, but a place is called a city or a state where it is meant as one."""
_NAMEABLE = (
    ANY_NAME | _PROJECT_NOUNS | stems("department office division committee member employee staff board school")
) - stems("system")
_LANGUAGES = stems(
    "English Spanish Vietnamese Chinese Mandarin Cantonese Tagalog Korean Japanese Russian Portuguese French German "
    "Italian Polish Arabic Farsi Persian Hindi Punjabi Urdu Bengali Gujarati Tamil Somali Amharic Khmer Hmong Lao Thai "
    "Ukrainian Romanian Greek Turkish Hebrew Haitian Creole Welsh Gaelic Irish Navajo Swahili Nepali Samoan"
)
_NEAR = 24
_PIECES = re.compile(r", (?:and )?|; |\band\b|\bto\b")


def places_of(candidate: Candidate, asked: Asked) -> tuple[str, ...]:
    return new_names(candidate.text, asked.stems) if _AT_PLACE.search(candidate.text) else ()


def entities_of(candidate: Candidate, asked: Asked, not_asked: "Others") -> tuple[str, ...]:
    """ "the Ferry Bureau" for "which bureau"; the name beside "harbor master" for "who is the harbor master"."""
    found = tuple(name for name in _new_names(candidate, asked, not_asked) if not stems(name) <= _LANDS)
    role = _ROLE.search(asked.text)
    if role:
        return tuple(n for n in found if _holds_role(candidate.text, n, fold(role.group(1))))
    head = asked.head[-1:]
    if head and _heading_names(candidate, asked, head[0]):
        return (candidate.text,)
    if head and head[0] not in ANY_NAME:
        found = tuple(n for n in found if not kin(head[0]).isdisjoint(stems(n)))
    return found if len(found) >= (asked.wanted or 1) else ()


def members_of(candidate: Candidate, asked: Asked, not_asked: "Others") -> tuple[str, ...] | None:
    """A list in a sentence: names where things with names are asked for, else an enumeration; a table's row is one of
    its members alone."""
    head = attribute_of(asked) or (asked.head[-1] if asked.head else "")
    if candidate.sentence.kind == "row" and asked.plural:
        return None
    told = {int(s.value) for noun in {*asked.head[:1], *asked.head[-1:]}
            for s in counted(candidate.text, (noun,)) if s.value is not None}  # fmt: skip
    if asked.wanted and told and asked.wanted not in told:
        return None
    if head in stems("language"):
        return tuple(n for n in new_names(candidate.text, asked.stems) if stems(n) & _LANGUAGES) or None
    if head in _NAMEABLE or (re.match(r"which\b", asked.text, re.IGNORECASE) and asked.wanted):
        return _named_members(candidate, asked, head, max(asked.wanted or 1, *told, 0), not_asked)
    pieces = _PIECES.split(candidate.text)
    heading = stems(" ".join(candidate.trail[-1:]))
    return () if (not head or covers(head, candidate.own | heading)) and len(pieces) >= (asked.wanted or 2) else None


class Others:
    """Names that stand everywhere in the memo or are of its projects: they answer few questions."""

    def __init__(self, context: frozenset[str], projects: tuple[frozenset[str], ...]) -> None:
        self.context, self.projects = context, projects


def _named_members(
    candidate: Candidate, asked: Asked, head: str, least: int, not_asked: Others
) -> tuple[str, ...] | None:
    """ "25 states and Canada" does not tell which states."""
    if head in _LANDS and not covers(head, candidate.own):
        return None
    names = _new_names(candidate, asked, not_asked)
    kindred = tuple(n for n in names if head in ANY_NAME | _PROJECT_NOUNS or not kin(head).isdisjoint(stems(n)))
    if head in _PROJECT_NOUNS and not_asked.projects:
        kindred = tuple(n for n in kindred if any(_same_project(stems(n), p) for p in not_asked.projects))
    return kindred if len(kindred) >= least else None


def _same_project(name: frozenset[str], project: frozenset[str]) -> bool:
    return project <= name or (len(name) > 1 and name <= project)


def _new_names(candidate: Candidate, asked: Asked, not_asked: Others) -> tuple[str, ...]:
    """Names that the question does not hold; a project's name answers no question about firms or people."""
    names = new_names(_told(candidate, asked), asked.stems | stems("unit section"))
    if asked.head and asked.head[-1] in _PROJECT_NOUNS:
        return names
    if asked.head and asked.head[-1] in _FIRM_NOUNS:
        names = tuple(name for name in names if not stems(name) & (_PUBLIC_NOUNS | not_asked.context))
        names = tuple(name for name in names if _beside(candidate.text, name, asked.head[-1]))
    return tuple(name for name in names if not any(stems(name) <= project for project in not_asked.projects))


def _beside(text: str, name: str, noun: str) -> bool:
    """Where the text speaks of "vendors", only a name beside that word is a vendor's."""
    at = [m.span() for m in re.finditer(r"[\w-]+", text) if stem(fold(m.group())) in kin(noun)]
    start = text.find(name)
    return not at or any(start <= end + _NEAR and begin <= start + len(name) + _NEAR for begin, end in at)


def _heading_names(candidate: Candidate, asked: Asked, noun: str) -> bool:
    """Whether the text stands under a heading of that noun: "Attachments" answers which attachments there are."""
    heading = stems(candidate.trail[-1]) if candidate.trail else frozenset()
    return len(heading) == 1 and not kin(noun).isdisjoint(heading) and not asked.names


def _told(candidate: Candidate, asked: Asked) -> str:
    """Of a table row, the cells that speak of what is asked, without their titles: other cells answer nothing."""
    if candidate.sentence.kind != "row":
        return candidate.text
    cells = [part.split(": ", 1)[-1] for part in candidate.text.split("; ")]
    common = [term.stem for term in asked.terms if not term.named]
    return " ; ".join(cell for cell in cells if any(covers(base, stems(cell)) for base in common))


def _holds_role(text: str, name: str, role: str) -> bool:
    """Whether ``name`` and ``role`` stand side by side: "Dana Ortiz, harbor master", "harbor master Dana Ortiz"."""
    plain, person = fold(text), re.escape(fold(name))
    said = re.escape(role)
    near = r"[,:]?(?: (?:is|was|the|our|as|city|city's|its|serves|acting|new)){0,4} "
    return bool(re.search(rf"{person}{near}(?:\w+ ){{0,2}}{said}|{said}(?: of [^,.;]{{1,40}})?{near}{person}", plain))
