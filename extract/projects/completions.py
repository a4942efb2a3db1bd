"""Events that end a project: completed, launched, gone live, cancelled; and what is left open of a completed one.

Refused: what is only foreseen ("will be launched") or only part of the work ("testing of the Hub was completed").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.language.clauses import last_clause
from extract.projects.names import Subject, phrase_to_subject, phrase_to_subjects, words_of
from extract.projects.subjects import bare_subject

_ADVERBS = r"(?:\s(?:successfully|recently|officially|fully|now|also|formally|since|just|publicly|all|finally|jointly))"
_DONE = (
    r"(?:completed|launched|implemented|deployed|finished|finali[sz]ed|"
    r"delivered(?! (?:as|under|through|in (?:two|three|four))\b)|rolled out|"
    r"put into (?:production|service)|"
    r"placed (?:in|into) (?:production|service)|brought (?:online|live)|commissioned|closed out|wrapped up|"
    r"handed over|concluded)"
)
_ENDED = r"(?:cancell?ed|terminated|discontinued|abandoned|withdrawn)"
_PAUSED = r"(?:paused|suspended|deferred|postponed|halted|placed on hold|put on hold)"
_BE = r"(?:was|were|has been|have been|is now|are now|is|had been|got)"

# "closed in March 2028", "finished at the end of 2027", "closed early and under budget".
_WHEN = (
    r"(?:in|on|at the (?:start|end) of|during)\s(?:(?:early|mid|late)[\s-])?(?:the\s)?"
    r"(?:\d|[A-Z]|spring|summer|autumn|fall|winter)"
)
_AS_PLANNED = r"(?:as planned|on (?:time|schedule|budget)|(?:under|within) budget|early|late|ahead of)\b"

_PASSIVE = re.compile(
    rf"\b(?P<lead>{_BE}){_ADVERBS}{{0,2}}\s"
    rf"(?P<verb>{_DONE}|closed(?!\sin\sfavou?r)|{_ENDED}|{_PAUSED}|dropped(?=\sfrom\s))\b"
)
_INTRANSITIVE = re.compile(
    rf"(?<!\bis)(?<!\bto)(?<!\bwill)(?P<lead>{_ADVERBS}{{0,1}})\s"
    r"(?P<verb>went live|has gone live|have gone live|is (?:now )?live|is (?:now )?(?:complete|done)|"
    r"is (?:now )?fully operational|"
    r"launched(?=\s(?:in|on|at|to|by|with|as|for|this|last|during|citywide|ahead)\b|[,.;]|$)|"
    r"opened to the public|became operational|entered service|moved (?:in)?to production|"
    r"(?:has\s)?reached (?:substantial |practical |final |full )?completion|"
    r"came online|"
    r"went into (?:service|operation|production)|opened(?= (?:in|on)\b)|"
    rf"(?:has\s)?(?:closed|finished|concluded|completed)(?=\s(?:{_WHEN}|{_AS_PLANNED})))\b"
)
_ACTOR = (
    r"(?:the\s[A-Z][\w&.-]{0,30}(?:\s[A-Z][\w&.-]{0,30}){0,5}|the\s(?:department|team|division|office|vendor|contractor)|[A-Z]{2,6}|"
    r"[Ss]taff|[Ww]e|"
    r"[Tt]he\s[\w&.-]{1,30}(?:\s[\w&.-]{1,30}){0,4}|[A-Z][\w&.’'-]{0,30}(?:\s(?:and\s)?[A-Z][\w&.’'-]{0,30}){0,4})"
)
_ACTIVE = re.compile(
    rf"(?P<actor>{_ACTOR}){_ADVERBS}{{0,1}}(?:\s(?:has|have))?{_ADVERBS}{{0,1}}\s(?P<verb>{_DONE}|cancell?ed|terminated|discontinued|paused|"
    rf"suspended|deferred|postponed|halted|went live with|cutover to)\s"
    r"(?P<object>[^.;]{3,200})"
)
# "The last pump started in May, completing the Harbor Pumps project."
_COMPLETING = re.compile(
    r",\s(?:thereby\s|thus\s)?(?P<verb>completing|closing out|concluding|finishing)\s(?P<object>the\s[^.;,]{3,120})"
)
# A list item without a subject: "Launched the Pier Desk in May."
_OPENING_VERB = re.compile(rf"^(?P<verb>(?i:{_DONE}))\s(?P<object>(?:the|our|its|[A-Z])[^.;]{{3,200}})")
# "Launched in May, the Pier Desk has 40 users."
_PARTICIPLE = re.compile(
    rf"^(?P<verb>(?i:{_DONE}|opened))\s(?:in|on|by|during|at)\s[^,]{{3,60}},\s(?P<subject>(?:the|it|"
    rf"this)\b[^,]{{0,80}}?)"
    r"\s(?:is|has|have|was|will|now|already|[a-z]{3,12}s)\b"
)
_OBJECT_END = re.compile(
    r"\s(?:in|on|by|during|for|to|which|that|with|across|at|from|after|before|within|as|using|ahead|under|this|"
    r"last)\s(?=[a-z0-9(A-Z])"
)
# In small letters, or first in the sentence: "Testing of the Hub", but not "the Harbor Data Portal".
_PARTLY = re.compile(
    r"^(?:[Tt]he\s)?(?:[a-z]+\s)?"
    r"(?i:phase|stage|(?:first|second|third|initial|final)\s(?:phase|stage|part|round|release|step|half|segment|"
    r"portion)|"
    r"testing|design|procurement|migration|training|vendor|construction|configuration|selection|part|portion|planning|"
    r"requirements|recruitment|data|hiring|draft|contract|development|discovery|assessment|review|evaluation|"
    r"negotiations?|installation|installing)\b(?=\s[a-z\d]|,|$)"
)
# "Phase 1 of the Pier Lift", "Phase 2" alone: where the memo reports on phases, each is a project.
_PHASE = re.compile(
    r"(?:[Tt]he\s)?(?P<part>(?:Phase|Stage)\s(?:\d{1,2}|[IVX]{1,4}))(?:\sof\s(?:the\s)?(?P<whole>[A-Z][^,;.]{2,80}))?"
)
_WHOLE = re.compile(
    r"^(?:The\s|the\s)?(?:[Ii]mplementation|[Rr]ollout|[Dd]eployment|[Ll]aunch|[Cc]ompletion|"
    r"[Dd]elivery)\sof\s(?=(?:the\s)?(?:new\s)?[A-Z])"
)
_NOT_FACT = re.compile(
    r"\b(?:not|never|nearly|almost|partially|if|when|once|until|would|could|will|may|might|should|to be)\b"
)

_REMAINS = re.compile(
    r"\b(?:remaining|outstanding|residual)\s(?!balance|budget|fund|contract amount)[a-z]+"
    r"|\bpunch[- ]?list\b"
    r"|\bremains?\s(?:to be|open|outstanding|incomplete|unresolved|in progress|pending|unfinished|under ?way)\b"
    r"|\bremains?\s(?:(?:un|off)[a-z]+|closed|manual|without|with|on|in|at|under|behind)\b"
    r"(?!\s(?:budget|schedule|track|time|target|warranty|use|service|operation|place|production|effect|force|"
    r"contact|compliance|good|line)\b)"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|few|minor|certain)\b[^.;]{0,60}\bremain\b"
    r"|\b(?:has|have) (?:not yet|yet to|not been [a-z]+ed)\b"
    r"|\b(?:is|are) (?:not yet|yet to be|still to be|still being|still pending)\b"
    r"|\b(?:is|are) (?:still )?(?:awaiting|waiting for|being (?:rectified|corrected|repaired))\b"
    r"|\b(?:all|everything) (?:[a-z]+ ){0,3}(?:but|except)\s|\bsnag(?:s|ging)\b"
    r"|\bstill (?:on order|missing|closed|keeps?|"
    r"uses?|runs?|rel(?:y|ies)|operates?|works? (?:on|with|from)|depends?|lacks?)\b"
    r"|\bstill (?:un[a-z]+ed|to|needs?|requires?|awaits?|outstanding|waiting)\b",
    re.I,
)
# "The lift was finished in May, save for the ramp": all but what is named is done.
_EXCEPT = re.compile(
    r",?\s(?:with the exception of|except(?:ing)?(?: for)?|save for|apart from|aside from|other than)\s"
    r"(?P<left>.{3,300}?)\.?$"
)
_BUT = re.compile(r"[,;]?\s(?:but|although|though|however,?|while)\s(?=.)|;\s(?:however,\s)?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``text`` is the memo's own verb; ``end`` where it ends in the sentence."""

    subject: Subject
    status: str
    text: str
    end: int


def find_events(text: str) -> tuple[Event, ...]:
    """ "The Hub was launched in May." / "The Hub went live." / "Staff completed the Atlas Upgrade on time." """
    for pattern, reader in (
        (_PARTICIPLE, _subject_after),
        (_OPENING_VERB, _object_last),
        (_COMPLETING, _completing),
        (_PASSIVE, _subject_first),
        (_ACTIVE, _object_last),
        (_INTRANSITIVE, _subject_first),
    ):
        events = [event for match in pattern.finditer(text) for event in reader(text, match)]
        if events:
            return tuple(events)
    return ()


def find_residual(sentences: Iterable[str]) -> str | None:
    """What a completed project leaves open, in the memo's words: the clause after "but", else the sentence."""
    for sentence in sentences:
        excepted = _EXCEPT.search(sentence)
        if excepted is not None and find_events(sentence[: excepted.start()]):
            return excepted["left"].strip()
        if not _REMAINS.search(sentence):
            continue
        parts = _BUT.split(sentence, maxsplit=1)
        if len(parts) == 2 and _REMAINS.search(parts[1]) and not _REMAINS.search(parts[0]):
            return parts[1].strip().rstrip(".")
        return sentence.strip()
    return None


def verb_to_status(verb: str) -> str:
    """ "rolled out" -> complete, "terminated" -> cancelled, "put on hold" -> on_hold."""
    if verb == "dropped" or re.search(_ENDED, verb):
        return "cancelled"
    return "on_hold" if re.search(_PAUSED, verb) else "complete"


def _subject_first(text: str, match: re.Match[str]) -> list[Event]:
    clause = _WHOLE.sub("", bare_subject(last_clause(text[: match.start()])))
    if phase := _phase(clause):
        return [Event(subject=phase, status=verb_to_status(match["verb"]), text=match["verb"], end=match.end())]
    if _PARTLY.search(clause) or _NOT_FACT.search(clause) or _NOT_FACT.search(match.group()):
        return []
    return _events(clause, match, end=match.end(), plural=bool(re.match(r"(?:were|have|are)\b", match["lead"].strip())))


def _phase(phrase: str) -> Subject | None:
    found = _PHASE.fullmatch(phrase.strip(" ,"))
    if found is None:
        return None
    whole = (found["whole"] or "").removesuffix(" project")
    return Subject(name=f"{whole} {found['part']}".strip(), called_project=True, part=True)


def _subject_after(text: str, match: re.Match[str]) -> list[Event]:
    return _events(match["subject"], match, end=match.end("verb"))


def _object_last(text: str, match: re.Match[str]) -> list[Event]:
    if _NOT_FACT.search(text[: match.start("verb")]):
        return []
    end = _object_end(match["object"])
    if phase := _phase(match["object"][:end]):
        at = match.start("object") + end
        return [Event(subject=phase, status=verb_to_status(match["verb"]), text=match["verb"], end=at)]
    if _PARTLY.search(match["object"]):
        return []
    return _events(match["object"][:end], match, end=match.start("object") + end)


def _completing(text: str, match: re.Match[str]) -> list[Event]:
    """What is completed by what the sentence tells; "closing out the project" is said of the sentence's own subject."""
    if _NOT_FACT.search(text[: match.start()]) or _PARTLY.search(match["object"]):
        return []
    object_ = match["object"][: _object_end(match["object"])]
    subjects = _named_subjects(object_)
    if re.match(r"the\s(?:project|initiative|work|effort)\b(?!\s[A-Z])", object_):
        first = re.match(
            r"(?P<who>(?:The|Our)?\s?[A-Z][^,.;]{3,100}?)\s(?:was|were|is|has|opened|began|started)\s", text
        )
        subjects = phrase_to_subjects(bare_subject(first["who"])) if first else ()
    return [
        Event(subject=replace(s, called_project=True), status="complete", text=match["verb"], end=match.start())
        for s in subjects
        if s.name is not None
    ]


def _object_end(words: str) -> int:
    """Where the thing that was launched ends: at the first small word after a name, past an apposition in commas."""
    apposition = re.match(r"[^,;.]{3,80}, (?:the|called|named|known as|dubbed) [^,;.]{3,80}?(?=,|$)", words)
    if apposition:
        return apposition.end()
    ends = [m.start() for m in _OBJECT_END.finditer(words) if m.start() > 3]
    comma = words.find(",")
    return min([*ends, *([comma] if comma > 0 else []), len(words)])


def _events(phrase: str, match: re.Match[str], *, end: int, plural: bool = False) -> list[Event]:
    verb = " ".join(match["verb"].split()).lower()
    # To launch a project, a programme or a pilot is to begin it.
    return [
        Event(subject=subject, status=verb_to_status(verb), text=verb, end=end)
        for subject in _named_subjects(phrase, plural=plural)
        if not (verb == "launched" and _is_undertaking(subject))
    ]


def _named_subjects(phrase: str, *, plural: bool = False) -> tuple[Subject, ...]:
    """The subjects of a phrase; of "its first booking tool, the Pier Desk" the second is the name."""
    phrase = bare_subject(phrase)
    named = re.match(
        r"^(?P<kind>.{3,80}), (?:the|called|named|known as|dubbed) (?P<name>[^,]{3,80})$", phrase.strip(" ,")
    )
    subject = phrase_to_subject(named["name"]) if named else None
    if named is None or subject is None or subject.name is None:
        return phrase_to_subjects(phrase, plural=plural)
    kind = phrase_to_subject(named["kind"])
    if kind is None or kind.name is None:
        called = kind is not None or words_of(named["kind"])[-1:] in (("project",), ("programme",), ("initiative",))
        return (replace(subject, called_project=called or subject.called_project),)
    return (replace(subject, aliases=(*subject.aliases, kind.name, *kind.aliases)),)


def _is_undertaking(subject: Subject) -> bool:
    last = subject.noun or " ".join(words_of(subject.name or "")[-1:])
    return subject.called_project or last in (
        "project",
        "initiative",
        "program",
        "programme",
        "effort",
        "pilot",
        "campaign",
        "scheme",
    )
