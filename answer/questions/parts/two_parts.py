"""Questions of several parts, each answered, and the answers joined: "Which project is amber, and why?"

The later parts are asked with a name for "it": what the first part names or was answered with. Where both parts are
answered by one sentence it is given once. A part that is answered by what the memo says of something else is no answer:
asked without a name, it must be answered from where the first part was.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from answer.questions.parts.unstated import unstated_text
from answer.questions.reading.named_projects import Named, find_named
from answer.questions.reading.question_parts import Parts, split_question
from answer.questions.reading.spans import SpanKind, spans_of
from answer.questions.reading.status_words import STATED
from answer.questions.reading.words import stems
from records.answer import Answer, Question
from records.facts import Project
from records.memo import Memo

_IT = re.compile(
    r"\b(?:(?:it|they|this|he|she)|(?<=\w )(?:that|them)(?= |\?|$)|(?:the|this|that|these|those) "
    r"(?:projects?|initiatives?|schemes?|programs?|ones?|efforts?))\b(?!['’])",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"\b(?:its|their|his|her) ((?:(?!for\b|in\b|of\b)[\w-]+ ){0,3}?[\w-]+)(?=$|\?| (?:in|for|at|as)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\bof (?:them|these|those)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^how many (?P<noun>(?:[\w-]+ ){0,2}?[\w-]+) (?:is|are|was|were|do|does|did|has|have|had|will)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:(?:the|our|this) )?(?P<named>(?:[A-Z0-9][\w'’&-]*)(?:(?: of| for| and)? (?:[A-Z0-9][\w'’&-]*)){0,7}"
    r"(?: (?:grant|program|system|project|fund|plan|policy|contract|event|award)s?\b)?)"
)
_PLAIN = re.compile(
    r"(?P<plain>\b(?:the|this) (?:(?!(?:the|of|for|in|on)\b)[a-z-]+ ){0,3}?(?!(?:the|of|for)\b)[a-z-]+)"
    r"(?=\?|$| (?:is|are|was|were|\w+ed|open|start|begin|end|have|go|run|cost)\b)"
)
"""What the first part is about, where it names no project: "the Tidewater Fund grant", "the target pass rate"."""
_DOERS = re.compile(r"\b(?:did|do|does|has|have) (?P<plain>[a-z]+s) [a-z]+", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:and )?(?P<wh>why|when|where|how|how much|by whom|(?:by|until|since|from) when"
    r"|(?:on|at|in|by|to|for|with|under) (?:what|which|whom)(?: [\w-]+){0,2})(?: so| is that| not| was that)?$",
    re.IGNORECASE,
)
_LEAD_IN = r"^(?:and )?(?:(?:what is|what['’]s|(?:at|under|by|on) (?:what|which)) )?(?:the |their |his |her |its )?"
_TOLD: tuple[tuple[re.Pattern[str], SpanKind], ...] = (
    (re.compile(rf"{_LEAD_IN}(?:(?:(?:tele)?phone )?number|(?:tele)?phone)$", re.IGNORECASE), "phone"),
    (re.compile(rf"{_LEAD_IN}e-?mail(?: address)?$", re.IGNORECASE), "email"),
    (re.compile(rf"{_LEAD_IN}(?:web ?)?(?:link|url|address)$", re.IGNORECASE), "url"),
)
"""What a contact's answer holds beside the name."""
_TITLE = re.compile(
    r"^(?:what is|what['’]s|in what) (?:his|her|their|the) (?:job |official )?"
    r"(?:title|role|position|office|function|capacity)$",
    re.IGNORECASE,
)
_AUX = r"(?:is|are|was|were|will|would|does|do|did|has|have|had|can|could|should)"
_ASKED_OF = re.compile(rf"^.*?\b(?P<rest>{_AUX} .+)$", re.IGNORECASE)
_DID = re.compile(
    r"^(?:who|which [\w -]+?|what) (?P<verb>\w+(?:ed|ave|ent|ead|old|eld)) (?P<object>.+)$", re.IGNORECASE
)
_TIME = re.compile(r"\bwhen\b|\bdate\b|\bday\b|\bmonth\b|\byear\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|due to|owing to|as a result of|after)\b", re.IGNORECASE)
_KINDS = stems("project program programme system initiative city effort")
_MOST_NAMES = 4
_MOST_WORDS = 85

Ask = Callable[[str], Answer | None]


def two_part_answer(question: Question, memo: Memo, ask: Ask) -> Answer | None:
    """All parts answered from one memo, or nothing."""
    parts = split_question(question.text, memo.projects)
    if parts is None:
        return None
    first = ask(parts.texts[0])
    if first is not None and first.outcome == "false_premise":
        return replace(first, question=question)
    if first is None or first.outcome != "answered":
        return None
    answers = [first]
    for text in parts.texts[1:]:
        further = _further(text, parts, first, memo, ask)
        if further is None:
            return _list_alone(question, first)
        answers += further
    return _joined(question, answers) or _list_alone(question, first)


def parts_apart(question: Question, memo: Memo, ask: Ask) -> Answer | None:
    """Each part asked of all memos: the answers joined, with a word on what the memo is known not to say."""
    parts = split_question(question.text, memo.projects)
    if parts is None or not parts.firm:
        return None
    named = find_named(parts.texts[0], memo.projects)
    name = named[0].project.project if len(named) == 1 else None
    answers: list[Answer] = []
    missing: list[str] = []
    for number, text in enumerate(parts.texts):
        further = _part(text, number, parts, answers, memo, ask)
        if further is None:
            asked = (
                text if number == 0 or name is None else second_question(text, name) or f"{text.rstrip('?')} of {name}?"
            )
            unstated = unstated_text(asked, memo)
            if unstated is None:
                return None
            missing.append(unstated)
        else:
            answers += further
    joined = _joined(question, answers) if answers else None
    return replace(joined, text=" ".join((joined.text, *missing))) if joined else None


def _part(text: str, number: int, parts: Parts, answers: list[Answer], memo: Memo, ask: Ask) -> list[Answer] | None:
    if number and answers:
        return _further(text, parts, answers[0], memo, ask)
    name = find_named(parts.texts[0], memo.projects)
    if number and len(name) == 1:
        text = second_question(text, name[0].project.project) or text
    answer = ask(text)
    return [answer] if answer is not None and answer.outcome == "answered" else None


def _further(text: str, parts: Parts, first: Answer, memo: Memo, ask: Ask) -> list[Answer] | None:
    """A later part's answers: one for each project that the first was answered with; ``None`` if one is missing."""
    if _already_told(text, first):
        return []
    projects = _subjects(parts.texts[0], first, memo)
    if len(find_named(text, memo.projects)) == 1 and not _leans(text):
        projects = ()
    if not projects:
        one = _first_fit(_wordings(text, parts.texts[0], None, None), first, ask)
        return [one] if one is not None else None
    answers = [_first_fit(_wordings(text, parts.texts[0], p.project, p.status), first, ask) for p in projects]
    found = [answer for answer in answers if answer is not None]
    return found if len(found) == len(answers) else None


def _leans(text: str) -> bool:
    return bool(_IT.search(text) or _ITS.search(text) or _BARE.match(text.rstrip("?")))


def _already_told(text: str, first: Answer) -> bool:
    """ "..., and when?" where the first part's answer holds the date, "why?" where it holds the reason."""
    text = text.rstrip("? ")
    if any(asked.match(text) and spans_of(first.text, kind) for asked, kind in _TOLD):
        return True
    if _TITLE.match(text):
        return bool(re.search(r"\b[A-Z][\w.’'-]+, [A-Z]", first.text))
    bare = _BARE.match(text)
    if bare is None:
        return False
    if _TIME.search(bare["wh"]):
        return len(spans_of(first.text, "date")) == 1
    if bare["wh"].lower() == "how much":
        return len(spans_of(first.text, "money")) == 1
    return bare["wh"].lower() == "why" and bool(_REASON.search(first.text))


def _first_fit(wordings: Iterator[tuple[str, bool]], first: Answer, ask: Ask) -> Answer | None:
    for text, named in wordings:
        answer = ask(text)
        if answer is not None and answer.outcome == "answered" and (named or _same_spot(answer, first)):
            return answer
    return None


def _same_spot(answer: Answer, first: Answer) -> bool:
    """Both answers rest on one section or one block of the page."""
    ours = {(place.file, place.page, place.section) for place in answer.citations}
    theirs = {(place.file, place.page, place.section) for place in first.citations}
    return not ours.isdisjoint(theirs)


def _wordings(text: str, first: str, name: str | None, status: str | None) -> Iterator[tuple[str, bool]]:
    """How a later part may be asked, and whether that names its subject: with a name for "it", else as it stands."""
    text = text.rstrip("? ")
    subject = name or _subject(first)
    bare = _BARE.match(text)
    if bare is not None:
        if bare["wh"].lower() == "why" and name is not None and status is not None:
            yield f"Why is {name} {STATED.get(status, 'so')}?", True
        yield from ((wording, True) for wording in _bare_wordings(bare["wh"], first.rstrip("? ")))
        return
    counted = _COUNTED.match(first)
    if counted and _OF_THEM.search(text):
        yield f"{_OF_THEM.sub('of the ' + counted['noun'], text)}?", True
        yield f"{_OF_THEM.sub('', text).replace('how many', 'how many ' + counted['noun'], 1)}?", True
        return
    if counted and (short := re.match(rf"how many (?={_AUX}\b)", text, re.IGNORECASE)):
        yield f"how many {counted['noun']} {text[short.end() :]}?", True
        return
    if subject and (placed := second_question(text, subject)) is not None:
        yield placed, True
    elif name is not None:
        yield f"{text} for {name}?", True
    if not _leans(text):
        yield f"{text}?", bool(re.search(r"[A-Z]", text[1:])) and not name
        if subject and name is None:
            yield f"{text} for {subject}?", True


def second_question(text: str, name: str) -> str | None:
    """The part with a name for "it", or for "its" as "the ... of"; ``None`` where it leans on nothing."""
    if _ITS.search(text):
        return f"{_ITS.sub(lambda found: f'the {found.group(1)} of {name}', text, count=1)}?"
    if _IT.search(text):
        return f"{_IT.sub(lambda _: name, text, count=1)}?"
    return None


def _bare_wordings(wh: str, first: str) -> Iterator[str]:
    """ "until when" of "Why is the pier shut" asks "until when is the pier shut", "when" of "Who signed the lease"
    "when was the lease signed"."""
    if found := _DID.match(first):
        yield f"{wh} was {found['object']} {found['verb']}?"
    elif found := _ASKED_OF.match(first):
        yield f"{wh} {found['rest']}?"


def _subject(text: str) -> str | None:
    rest = re.sub(r"^\W*[\w'’]+", lambda found: " " * len(found.group()), text, count=1)
    found = max(_SUBJECT.finditer(rest), key=lambda m: len(m["named"]), default=None)
    if found is not None and stems(found["named"]):
        return f"the {found['named'].strip()}"
    plain = _PLAIN.search(text) or _DOERS.search(text)
    return plain["plain"] if plain else None


def _subjects(text: str, first: Answer, memo: Memo) -> tuple[Project, ...]:
    """The projects that the first part names, else those that it was answered with."""
    named = find_named(text, memo.projects)
    if len(named) == 1 and (named[0].whole or not _names_another(text, named[0])):
        return (named[0].project,)
    found = tuple(project for project in memo.projects if project.project in first.values)
    return found if len(found) == len(first.values) <= _MOST_NAMES else ()


def _names_another(text: str, named: Named) -> bool:
    """ "the Rope Program train" names no "Training Portal": the name that is written has no word of it."""
    rest = re.sub(r"^\W*[\w'’]+", lambda found: " " * len(found.group()), text, count=1)
    written = stems(" ".join(found["named"] for found in _SUBJECT.finditer(rest)))
    return bool(written) and written.isdisjoint(named.used - _KINDS)


def _list_alone(question: Question, first: Answer) -> Answer | None:
    """A list of projects too long to tell each one's reason: the cited rows tell it, and the answer says so."""
    if first.method != "record" or len(first.values) <= _MOST_NAMES:
        return None
    return replace(first, question=question, notes=(*first.notes, "What else is told of each stands in its cited row."))


def _joined(question: Question, answers: Sequence[Answer]) -> Answer | None:
    texts = dict.fromkeys(answer.text for answer in answers)
    text = " ".join(said for said in texts if not any(said != other and said in other for other in texts))
    if len(text.split()) > _MOST_WORDS:
        return None
    return replace(
        answers[0],
        question=question,
        text=text,
        values=tuple(dict.fromkeys(value for answer in answers for value in answer.values)),
        citations=tuple(dict.fromkeys(place for answer in answers for place in answer.citations)),
        working="; ".join(a.working for a in answers if a.working) or None,
        notes=tuple(dict.fromkeys(note for answer in answers for note in answer.notes)),
        confidence=min(answer.confidence for answer in answers),
    )
