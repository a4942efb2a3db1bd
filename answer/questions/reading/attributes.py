"""Which field of a project's record a question asks for, and which of its words that explains.

A record answers only a question that it explains in full: beside the project's name and the words for the field no
content word may be left over. Wordings are the common vocabulary of status reports, never a memo's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.questions.reading.named_projects import find_named
from answer.questions.reading.question_parse import Asked, Shape, parse_question
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import PROJECT_WORD, stems
from records.facts import Project
from records.place import Place

_ADJ = (
    r"(?:(?:approved|total|current|latest|revised|new|forecast|expected|planned|target|estimated|scheduled"
    r"|projected|anticipated|actual|official|overall|original|initial) ){0,3}"
)
_NO_TIME: tuple[Shape, ...] = ("date", "money", "count", "percent", "duration", "yes_no")


@dataclass(frozen=True, slots=True)
class Attribute:
    """``pattern`` finds the asking, ``words`` are the stems that it may use, ``shapes`` the kinds of answer that fit
    (all but ``but`` where none are given)."""

    name: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    shapes: tuple[Shape, ...] = ()
    but: tuple[Shape, ...] = _NO_TIME


def _attribute(
    name: str, pattern: str, words: str, shapes: tuple[Shape, ...] = (), but: tuple[Shape, ...] = _NO_TIME
) -> Attribute:
    return Attribute(name, re.compile(pattern, re.IGNORECASE), stems(words), shapes, but)


_DATES: tuple[Shape, ...] = ("date", "text", "definition")
ATTRIBUTES: tuple[Attribute, ...] = (
    _attribute("reference", r"\breference\b|\b(?:project|programme|scheme) (?:number|no\b|id\b|code)",
               "reference number no id code project programme scheme"),
    _attribute("residual", r"\b(?:left|remain\w*|still) (?:open|undone|outstanding|to (?:do|be done))\b"
               r"|\bwhat (?:is|was|are|were|has been) (?:still )?(?:left|outstanding|open|missing|unfinished)\b"
               r"|\bwhat (?:still )?remain\w*|\bleft (?:open|over|undone)\b|\bwhat (?:part|parts"
               r"|work) .*\b(?:remain|left|open)",
               "left leave open undone outstanding remain remains remaining still do done unfinished missing part "
               "parts work over"),
    _attribute("mitigation", r"\bmitigat|\bcorrective\b|\bremed|\b(?:being|been) done\b|\baddress(?:ed|ing)?\b"
               r"|\bnext step|\bresolv|\bget .{1,60} back on track|\bresponse\b|\baction\b|\brecover",
               "mitigation mitigate mitigating action corrective remedy remedies step next address resolve "
               "response plan "
               "taken back track recover delay delayed issue problem risk fix status"),
    _attribute("issue", r"\bissues?\b|\bproblems?\b|\bchallenges?\b|\bobstacles?\b|\bdifficult(?:y|ies)\b|\bwrong\b"
               r"|\bconcerns?\b|\bwhy\b|\b(?:reason|cause)[ds]?\b|\bholding (?:.{1,60} )?up\b|\btrouble with\b",
               "issue problem challenge obstacle difficulty difficulties wrong went go concern reason cause "
               "caused delay delayed "
               "late behind schedule risk red yellow amber status flagged marked rated hold slip table listed "
               "holding up trouble "
               "give gave given"),
    _attribute("status", r"\bstatus\b|\bcolou?r\b|\brat(?:ed|ings?)\b|\bflag|\bmarked\b|\bstands?\b(?! for)|\bhealth\b"
               r"|\bcondition\b|\bRAG\b|\bstate of\b|\bdoing\b|\bgoing\b|\bprogressing\b",
               "status color colour rated rating flagged flag marked stand state progress progressing doing going "
               "current today "
               "health condition rag confidence delivery overall"),
    _attribute("spent", r"\bspen[dt]\b|\bexpend", "spend spent expended expenditure date far amount money", ("money",)),
    _attribute("budget", rf"\bbudget|\bcosts?\b|\bfunding\b|\bprice\b|\b{_ADJ}(?:value|sum)\b",
               "budget budgeted cost total funding price estimate estimated amount approved money much value sum "
               "set aside",
               ("money", "text", "definition")),
    _attribute("owner", r"\bwho\b|\bowners?\b|\bproject manager\b|\bsponsor\b|\blead(?:er| officer)?\b|\bin charge\b",
               "owner own lead leads led leader manage manages managing manager responsible run runs charge "
               "sponsor head heads "
               "oversee oversees senior officer person responsible name", ("entity", "text")),
    _attribute("department", r"\bdepartment\b|\boffice\b|\bagency\b|\bdirectorate\b|\bdivision\b|\bbureau\b",
               "department office agency directorate division bureau own lead leads manage responsible run charge "
               "sponsor"),
    _attribute("completed", r"\b(?:when|(?:which|what) (?:month|year|date|quarter)) (?:was|were|did|has"
                            r"|had)\b.*\b(?:complete"
               r"|finish|done|launch|implement|go live|went live|deliver|open)|\b(?:actual )?completion date\b"
               r"|\bdate of completion\b",
               "complete completed completion finish finished done launch launched implement implemented live "
               "deliver delivered "
               "open opened date month year actual", ("date",)),
    _attribute("end", r"\b(?:when (?:will|is|are|was|should|does)|target|expected|estimated|planned|scheduled|due"
                      r"|supposed)\b.*\b(?:complete"
               r"|completion|completed|finish|finished|done|end|ends|due|live|launch|date|ready|open|opens)"
               r"|\bdeadline\b|\bend date\b"
               rf"|\b{_ADJ}(?:completion|finish|go-live|end)(?: date)?\b(?= (?:of|for)\b)|\bby when\b|\bdue date\b",
               "complete completed completion finish finished done end ends due live launch launched target "
               "expected expect "
               "estimated planned scheduled schedule forecast current new revised deadline date month year go ready "
               "open opens supposed projected anticipated", _DATES),
    _attribute("start", r"\b(?:when|what date)\b.*\b(?:start|began|begin|begun|kick)|\bstart date\b|\bstart (?:of"
                        r"|for)\b",
               "start started begin began begun kick kicked date month year", _DATES),
)  # fmt: skip
_PROJECT_WORDS = stems(
    "project initiative scheme program programme effort system table row column listed report reported currently total"
)
_PARTLY = re.compile(
    r"\b(?:not (?:yet )?|un)(?:spent|used|committed)\b|\bremain\w*|\bleft\b|\b(?:over|under|within|below|above"
    r"|exceed\w*)\b"
    r"(?! the (?:project|programme)s?\b)",
    re.IGNORECASE,
)
"""A share or a comparison of a sum, which the sum alone does not answer."""
_HOW_MANY_PROJECTS = re.compile(rf"\bhow many (?:\w+ ){{0,2}}{PROJECT_WORD}\b", re.IGNORECASE)
_STATE = ("status", "issue", "mitigation", "budget", "spent", "owner", "department")
_COLOURS = frozenset({"red", "red_yellow", "yellow", "yellow_green", "green", "on_hold"})
_TURNS = re.compile(
    r"\b(?:turn\w*|bec[ao]me\w*|chang\w*|mov\w+|went|since|improv\w*|worsen\w*|complet\w+|finish\w*|start\w*)\b",
    re.IGNORECASE,
)
"""What happened in a year is not what stood in the memo of that year."""


def asked_attribute(asked: Asked) -> tuple[str, frozenset[str]] | None:
    """The record field that is asked for, with the stems that asking for it may use."""
    for attribute in ATTRIBUTES:
        if attribute.pattern.search(asked.text) and _shape_fits(attribute, asked):
            return attribute.name, attribute.words
    return None


def left_over(asked: Asked, *explained: frozenset[str]) -> frozenset[str]:
    """The question's content that none of ``explained`` accounts for."""
    years = {str(year) for year in asked.years}
    return asked.stems - frozenset().union(*explained) - _PROJECT_WORDS - years


def record_place(project: Project, name: str) -> Place:
    return dict(project.field_places).get(name, project.place)


def asks_for_a_state(text: str, projects: Sequence[Project]) -> bool:
    """Whether ``text`` asks how projects stood: a project's status, budget or owner; which were red; how many."""
    asked = parse_question(text)
    if _TURNS.search(text):
        return False
    if find_named(text, projects):
        found = asked_attribute(asked)
        return found is not None and found[0] in _STATE
    statuses = set(asked_statuses(text))
    return bool(statuses and statuses <= _COLOURS) or bool(_HOW_MANY_PROJECTS.search(text))


def _shape_fits(attribute: Attribute, asked: Asked) -> bool:
    if attribute.name == "owner" and asked.shape == "entity" and asked.head:
        return False
    if attribute.name in ("budget", "spent") and _PARTLY.search(asked.text):
        return False
    if attribute.shapes:
        return asked.shape in attribute.shapes
    return asked.shape not in attribute.but
