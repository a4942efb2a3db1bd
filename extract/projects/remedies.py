"""Why a troubled project is late and what is done about it, in the words of its own sentences.

Both are told by words that leave little doubt: a reason ("because ..."), else the first sentence that tells of trouble;
an opening ("In response, ..."), else the first sentence after the trouble by which somebody acts. Refused: conditions,
what is denied ("no delays"), and sentences that only name the status.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.projects.status_words import find_statuses

_REASON = re.compile(
    r"\b(?:due to|because of|because|as a result of|owing to|caused by|attributed to|attributable to|stemming from|"
    r"driven by|resulting from|"
    r"(?:[Tt]he|[Ii]ts) (?:main )?(?:reason|cause) (?:is|was)(?: that)?|"
    r"pending|after|since(?!\s(?:then|last|its|the (?:last|previous|start)|[\dA-Z])))"
    r"\s(?P<why>[^.;]{8,240})"
)
# "delayed by a chiller shortage", not "delayed by six weeks", "delayed by the end of May".
_DELAYED_BY = re.compile(
    r"\b(?:delayed|held up|set back|slowed|stalled|halted|stopped)\sby\s(?!the\s(?:end|start|beginning|middle)\b)"
    r"(?!(?:(?:about|over|at least|nearly|some|up to|approximately|another|almost)\s)?"
    r"(?:\d|an?\s(?:day|week|month|quarter|year)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"several|a few)\b)(?P<why>[^.;]{5,240})"
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
# What tells of trouble without a word for its reason.
_ILLS = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|late|behind|stopped|stalled|stuck|fail(?:s|ed|ing|ure|ures)?|halted|blocked|rejected|"
    r"withdrew|withdrawn|cancell?ed|shortages?|shortfall|disput\w+|litigation|lawsuit|defects?|defective|faulty|bugs|"
    r"administration|bankrupt\w*|insolven\w*|liquidation|insufficient|lack(?:s|ed|ing)?|await(?:s|ing|ed)?|waiting|"
    r"pending|exceed(?:s|ed)?|over(?:run|runs|spend|budget)|over budget|unresolved|problems?|cannot|unable|vacan\w+|"
    r"turnover|missed|resign\w*|flooded|flooding|damage\w*|unexpected\w*|unforeseen|underestimated|unavailab\w+|"
    r"does not|do not|did not|not (?:yet )?(?:been )?(?:[a-z]+ed|shown|found|known|built|met)|"
    r"slipp(?:ed|ing)|slow(?:ed|er)|constraint\w*|deficien\w+|"
    r"declined|refused|disagreement|objection\w*|protest\w*|contaminat\w+|asbestos|weather|higher than|"
    r"(?:longer|more|slower|later) than (?:expected|planned|anticipated|estimated|budgeted)|"
    r"above (?:the )?(?:engineer[’']s )?(?:estimate|budget|allocation)|"
    r"only (?:one|two) (?:bids?|bidders?|responses?))\b",
    re.I,
)
_NO_ILL = re.compile(
    r"\b(?:no|without|avoid\w*|prevent\w*|resolv\w+|if|could|may|might|would|unless|risk of|in case)\s[^,.;]{0,40}$",
    re.I,
)
_GOOD_NEWS = re.compile(r"\b(?:passed|resolved|accepted|lifted|cleared|overcome|recovered|remedied|back on)\b", re.I)
_REMEDY = re.compile(
    r"^(?:To (?:recover|mitigate|address|resolve|correct|remedy|catch up|make up|compensate)\b[^,]{0,80}|In response|"
    r"As (?:a )?mitigation|In the meantime|Meanwhile|At present),?\s(?P<what>.{8,400}?)\.?$"
)
_ACTED = (
    r"(?:appointed|hired|engaged|retained|ordered|assigned|reassigned|added|approved|granted|brought|scheduled|secured|"
    r"procured|issued|reissued|redesigned|resequenced|escalated|requested|increased|extended|replaced|agreed|"
    r"established|formed|asked|filed|negotiated|advertised|readvertised|contracted|committed|directed|submitted|"
    r"initiated|selected|identified|developed|deployed|authori[sz]ed|doubled|expedited|accelerated|put in place)"
)
_ACTING = (
    r"(?:working|meeting|negotiating|re-?tendering|rebidding|evaluating|reviewing|exploring|seeking|pursuing|preparing|"
    r"monitoring|developing|coordinating|requesting|adding|hiring|recruiting|resequencing|expediting|revising|"
    r"redesigning|renegotiating|considering|collaborating|processing|testing|replacing|under way|underway)"
)
_RESPONDS = re.compile(
    rf"\b(?:has|have)\s(?:(?:also|now|since|already|therefore)\s)?(?:been\s)?{_ACTED}\b|"
    rf"\b(?:is|are)\s(?:(?:also|now|currently|actively|closely)\s)?{_ACTING}\b|"
    r"\bwill\s(?:re-?issue|re-?bid|re-?tender|re-?procure|re-?advertise|replace|redesign|add|hire|seek|return|work)\b|"
    r"\bplans?\sto\s(?:re-?issue|re-?bid|re-?tender|re-?advertise|replace|redesign|add|hire|seek|return)\b|"
    r"\b(?:meets?|works?)\s(?:with|weekly|monthly|daily)\b|"
    r"\b(?:plan|notice|agreement|amendment|change order|extension)\s(?:was|has been)\s"
    r"(?:signed|issued|approved|agreed|adopted|executed|granted)\b",
)
_ACTOR = (
    r"(?:Staff|Officers?|Crews|We|[Tt]he\s(?:[A-Z][\w&’'-]{1,20}(?:\s(?:of\s|for\s|and\s)?[A-Z][\w&’'-]{1,20}){0,4}|[a-z]+\s(?:team|contractor|"
    r"manager)|city|county|department|authority|vendor|contractor|supplier|manufacturer|designer|architect|engineer|team|"
    r"district|agency|utility|developer|consultant))"
)
# "Crews are now working Saturdays", "The maker is shipping a replacement": somebody acts.
_SOMEBODY_ACTS = re.compile(
    rf"^{_ACTOR}\s(?:has|have|is|are)\s(?:(?:now|also|since|already|therefore|actively|closely)\s)?"
    r"(?!(?:not|no|unable|delayed|behind|late|been|experienc|fail|miss|lost|withdrawn|refus|declin|notified|reported|"
    r"indicated|informed|warned|rejected|closed|declared|filed for|still|stopped|ceased|struggl|waiting|await))"
    r"[a-z-]{1,20}(?:ed|ing|ought|ent|old|ade)\b"
)
# "Harbor Marine is rebuilding the wall": a firm by its name.
_FIRM_ACTS = re.compile(
    r"^[A-Z][\w&’'-]{1,20}(?:\s[A-Z][\w&’'-]{1,20}){1,4}\sis\s(?:(?:now|also|currently)\s)?"
    r"(?!(?:await|wait|experienc|fail|miss|fac|struggl|proceed|progress|continu|runn|go|slip|be)ing\b)[a-z-]{3,20}ing\s"
)
_STATES = re.compile(
    r"(?:(?:The|This)\s(?:project|scheme|programme|program|initiative)|It)\s(?:is|remains|(?:needs|requires)\sattention)\b"
)
_MOST_WORDS_OF_A_STATUS = 8
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What sentence number ``number`` tells."""

    text: str
    number: int


def find_reason(text: str) -> str | None:
    """ "supplier shortages" of "delayed due to supplier shortages" and of "delayed by supplier shortages"."""
    match = _DELAYED_BY.search(text) or _REASON.search(text)
    return _NEXT_DATE.sub("", match["why"]).rstrip(' ,)"”') if match else None


def find_trouble(sentences: Sequence[str]) -> Told | None:
    """The reason in the first sentence that tells of trouble: "Work stopped because the pit flooded"; where none gives
    a reason, that sentence: "Testing uncovered defects in the payment form." """
    for number, sentence in enumerate(sentences):
        if _TROUBLE.search(sentence) and (why := find_reason(sentence)):
            return Told(text=why, number=number)
    troubled = (n for n, s in enumerate(sentences) if _tells_ill(s))
    return next((Told(text=sentences[n].strip(), number=n) for n in troubled), None)


def find_remedy(sentences: Sequence[str], *, trouble: int | None = None) -> Told | None:
    """ "a second crew was hired" of "To recover, a second crew was hired."; else the first sentence after number
    ``trouble`` by which somebody acts: "The vendor has assigned a second team." """
    for number, sentence in enumerate(sentences):
        if match := _REMEDY.match(sentence):
            return Told(text=match["what"], number=number)
    if trouble is None:
        return None
    acts = (n for n, s in enumerate(sentences) if n > trouble and _responds(s))
    return next((Told(text=sentences[n].strip(), number=n) for n in acts), None)


def find_cause(sentences: Sequence[str]) -> Told | None:
    """Of a troubled project's own sentences the first, if somebody acts in the second: "Its lead time is 40 weeks.
    Staff has ordered early." """
    first = next((n for n, s in enumerate(sentences[:2]) if not _only_status(s)), 0)
    told = _cause_at(sentences[first:])
    return Told(text=told, number=first) if told else None


def _only_status(sentence: str) -> bool:
    """ "It is rated yellow.", and "is on watch." behind a name."""
    words = len(sentence.split())
    if (words <= _FEWEST_WORDS and sentence[:1].islower()) or (words <= _FEWEST_WORDS + 2 and _STATES.match(sentence)):
        return True
    return words <= _MOST_WORDS_OF_A_STATUS and bool(find_statuses(sentence))


def _cause_at(sentences: Sequence[str]) -> str | None:
    if len(sentences) < 2 or not _responds(sentences[1]) or _responds(sentences[0]) or find_statuses(sentences[0]):
        return None
    return sentences[0].strip()


def _responds(sentence: str) -> bool:
    return bool(_RESPONDS.search(sentence) or _SOMEBODY_ACTS.search(sentence) or _FIRM_ACTS.search(sentence))


def _tells_ill(sentence: str) -> bool:
    if _only_status(sentence) or _GOOD_NEWS.search(sentence):
        return False
    return any(not _NO_ILL.search(sentence[: ill.start()]) for ill in _ILLS.finditer(sentence))
