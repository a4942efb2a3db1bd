"""Questions of two parts: "Which project is amber, and why?" is put as two questions, the second with a name for "it".

Both parts must be answered, or the question is not; only a long list of projects is given alone, with its rows. What
"it" stands for is what the first part names or was answered with; where that is not a name, nothing is put there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answer.questions.named_projects import find_named
from answer.questions.status_words import STATED
from records.answer import Answer, Question
from records.facts import Project
from records.memo import Memo

_WH = (
    r"(?:who|whom|whose|which|what|when|where|why|how|can|could|is|are|was|were|will|would|does|do|did|has|have"
    r"|(?:by|since|until) (?:when|what)|(?:at|for|in|to|with|on|from|under) (?:what|which|whom|whose))\b"
)
_TWO = re.compile(
    rf"^(?P<first>{_WH}.{{8,200}}?),? (?:and|but) (?:if so,? )?(?P<second>{_WH}.{{0,200}})$", re.IGNORECASE
)
_IT = re.compile(
    r"\b(?:(?:it|they|them|that|this|he|she)|(?:the|this|that|these|those) "
    r"(?:projects?|initiatives?|schemes?|programs?|ones?|efforts?))\b(?!['’])",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b(?:its|their) ((?:[\w-]+ ){0,3}?[\w-]+)$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:the|our|this) (?P<named>(?:[A-Z][\w'’&-]*|of|for|and) ?(?:(?:[A-Z][\w'’&-]*|of|for|and) ?){0,7}"
    r"(?:(?:grant|program|system|project|fund|plan|policy|contract|event|award)s?\b)?)"
    r"|\b(?:is|are|was|were) (?P<plain>the (?:[a-z-]+ ){0,3}[a-z-]+)\?$"
)
"""What the first part is about, where it names no project: "the Tidewater Fund grant", "the target pass rate"."""
_BARE_WHY = re.compile(r"^(?:why(?: so| is that| not)?|how come|for what reason)$", re.IGNORECASE)
_MOST_NAMES = 4
_MOST_WORDS = 85

Ask = Callable[[str], Answer | None]


def split_question(text: str) -> tuple[str, str] | None:
    """ "Which pier is red, and who leads it?" as "Which pier is red?" and "who leads it"."""
    found = _TWO.match(" ".join(text.split()).rstrip("?. "))
    return (f"{found['first'].rstrip(', ')}?", found["second"].strip()) if found else None


def two_part_answer(question: Question, memo: Memo, ask: Ask) -> Answer | None:
    """Both parts answered from one memo, or nothing."""
    parts = split_question(question.text)
    if parts is None:
        return None
    first = ask(parts[0])
    if first is not None and first.outcome == "false_premise":
        return replace(first, question=question)
    if first is None or first.outcome != "answered":
        return None
    projects = _subjects(parts[0], first, memo)
    if projects:
        seconds = [ask(second_question(parts[1], project.project, project.status)) for project in projects]
    else:
        subject = _subject(parts[0])
        seconds = [ask(second_question(parts[1], subject, None))] if subject else [None]
    answers = [answer for answer in seconds if answer is not None and answer.outcome == "answered"]
    whole = _joined(question, first, answers) if len(answers) == len(seconds) else None
    return whole or _list_alone(question, first)


def _list_alone(question: Question, first: Answer) -> Answer | None:
    """A list of projects too long to tell each one's reason: the cited rows tell it, and the answer says so."""
    if first.method != "record" or len(first.values) <= _MOST_NAMES:
        return None
    return replace(first, question=question, notes=(*first.notes, "What else is told of each stands in its cited row."))


def second_question(text: str, name: str, status: str | None) -> str:
    """The second part with a name: for "it", for "its" as "the ... of", or at the end of a part that names nothing."""
    if _BARE_WHY.match(text) and status is not None:
        return f"Why is {name} {STATED.get(status, 'so')}?"
    if _ITS.search(text):
        return f"{_ITS.sub(lambda found: f'the {found.group(1)} of {name}', text, count=1)}?"
    if _IT.search(text):
        return f"{_IT.sub(lambda _: name, text, count=1)}?"
    if status is None or re.search(r"[A-Z]", text[1:]):
        return f"{text}?"
    return f"{text} for {name}?"


def _subject(text: str) -> str | None:
    found = _SUBJECT.search(text)
    if found is None:
        return None
    return f"the {found['named'].strip()}" if found["named"] else found["plain"]


def _subjects(text: str, first: Answer, memo: Memo) -> tuple[Project, ...]:
    """The projects that the first part names, else those that it was answered with."""
    named = find_named(text, memo.projects)
    if len(named) == 1:
        return (named[0].project,)
    found = tuple(project for project in memo.projects if project.project in first.values)
    return found if len(found) == len(first.values) <= _MOST_NAMES else ()


def _joined(question: Question, first: Answer, seconds: Sequence[Answer]) -> Answer | None:
    answers = (first, *seconds)
    texts = dict.fromkeys(answer.text for answer in answers)
    text = " ".join(said for said in texts if not any(said != other and said in other for other in texts))
    if len(text.split()) > _MOST_WORDS:
        return None
    return replace(
        first,
        question=question,
        text=text,
        values=tuple(dict.fromkeys(value for answer in answers for value in answer.values)),
        citations=tuple(dict.fromkeys(place for answer in answers for place in answer.citations)),
        working="; ".join(a.working for a in answers if a.working) or None,
        notes=tuple(dict.fromkeys(note for answer in answers for note in answer.notes)),
        confidence=min(answer.confidence for answer in answers),
    )
