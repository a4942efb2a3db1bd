"""Reads a question into a typed query: which kind of answer it wants, of what, as of when.

It works on the question's own words and knows no memo. It refuses to guess a kind: a question that fits no pattern
wants plain text, and the gates of `refusal` are then all that stands between it and an answer.
"""

import re
from dataclasses import dataclass
from typing import Literal

from answer.questions.reading.operations import Operation, read_operation
from answer.questions.reading.spans import text_to_spans, word_to_number
from answer.questions.reading.words import STOP, TALK, content_words, fold, stem, tokens, word_set

Shape = Literal[
    "date", "money", "count", "percent", "entity", "place", "list", "definition", "reason", "yes_no", "address",
    "duration", "phone", "text",
]  # fmt: skip

_AUX = word_set("is are was were be been did does do has have had will would can could should shall may might must")
_IRREGULAR_PAST = word_set(
    "won led got made built took grew fell rose gave came went ran held wrote spent began became drew saw paid met"
)
_THIRD_PERSON = word_set(
    """requires manages offers makes uses oversees leads owns gives covers serves includes says mentions
    provides supports funds runs needs gets comes shows allows helps ensures handles replaces represents
    operates guides describes
    use make oversee lead own cover serve include provide support require manage guide help"""
)
"""Verbs that end a wh-phrase: "which rules | guide the plan"."""
_GROUPS = word_set("staff people personnel men women children crew equipment of")
_MONEY_NOUN = (
    r"(?:cost|budget|price|amount|revenue|income|funding|fee|expense|expenditure|saving|grant|sum|value|spending"
    r"|rent|salary|salarie|wage|premium|deductible|penalty|penaltie|toll|tuition|surcharge|loan|bonus)s?"
)
_ADJ = r"(?:[\w'’-]+ ){0,4}?"
_ENTITY_NOUN = (
    r"(?:vendor|company|firm|contractor|supplier|consultant|organization|agency|department|foundation|university|person"
    r"|official|employee|manager|director|officer|architect|developer|provider|partner|city|county|state)"
)
"""What has a name of its own, so that "what vendor" wants a name."""
_SHAPE_WORDINGS: tuple[tuple[Shape, str], ...] = (
    ("phone", r"(?<!\bby )(?<!\bover the )(?<!\bwithout )\b(?:phone|telephone|fax)\b"),
    ("address", r"\b(?:what|which)\b.*\b(?:web ?site|web address|url|link|e-?mail(?: address)?)\b"),
    ("address", r"\b(?:what|which) address\b|\bfootnote \d+ (?:point|link|lead|refer)"),
    (
        "definition",
        r"^what (?:does|do) .{1,60}? (?:mean|stand for|signify|indicate)\b"
        r"|^when is an? |\bunder (?:what|which) (?:conditions?|circumstances)\b"
        r"|^when does an? \w+ (?:turn|become|count)",
    ),
    (
        "duration",
        r"\bwhat (?:is|was|are|were) the (?:\w+ ){0,3}?"
        r"(?:wait(?:ing)?|response|processing|turnaround|median|average|resolution) (?:\w+ )?times?\b",
    ),
    ("duration", r"\bhow (?:long|many (?:days|weeks|months)\b.*\b(?:between|after|before|passed|took|take))"),
    (
        "count",
        r"\bhow many\b|\bwhat (?:is|was|were) the (?:total )?number of\b|\bwhat number of\b"
        r"|\bnumber of \w+ (?:did|has|have|was|were)\b",
    ),
    (
        "count",
        r"\bwhat (?:is|was|were) (?:the )?(?:\w+ ){0,2}?(?:attendance|membership|enrollment"
        r"|turnout|ridership|headcount)\b",
    ),
    (
        "percent",
        r"\b(?:what|which|how large|how big) (?:is the |was the "
        r"|were the )?(?:\w+ ){0,3}?(?:percent(?:age)?|share|proportion|fraction)\b",
    ),
    (
        "percent",
        rf"\b(?:what|which)\b (?:is |was |are |were )?(?:the )?{_ADJ}(?:rate"
        rf"|rating)s?\b(?! \w+ (?:award|program))",
    ),
    (
        "money",
        rf"\bhow (?:much|large|big|expensive)\b(?! (?:time|more|longer)| of (?:the|its|their|each|our|this|all)\b"
        rf"(?!.{{0,40}}\b{_MONEY_NOUN}|.{{0,40}}\b(?:money|fund|contingency)))|\b(?:what|which"
        rf"|whose)\b (?:is |was |are |were )?(?:the |its )?{_ADJ}{_MONEY_NOUN}\b"
        r"|^what (?:did|does|do|will|would|has|have|is|was) .{2,80}?"
        r" (?:(?:costs?|worth)\b(?! of)|charge(?: for\b|\W*$))",
    ),
    (
        "date",
        r"^(?:(?:and|or|so|but|also|since|until|till|from|by|just|hi|hey|hello),? ){0,3}when\b"
        r"|(?:\b(?:and|or|know|say|says|tell|us|me|about)|[,:–—-]) when\b|\bwhen\W*$"
        r"|\b(?:what|which) (?:is |was )?(?:the )?(?:\w+ ){0,3}?(?:date|day|month|year"
        r"|quarter|season|deadline)\b|\bhow soon\b|\bsince when\b|\bby what time\b",
    ),
    (
        "reason",
        r"\bwhy\b|\b(?:what|which) (?:caused|made|led to|prompted|explains)\b|\b(?:what"
        r"|which) (?:is|was|were|are) the (?:reason|cause|explanation)s?\b|\bfor what reason\b"
        r"|\bhow come\b",
    ),
    (
        "definition",
        r"\bwhat does (?:the )?.{1,60}? (?:mean|stand for|signify|indicate)\b|\b(?:define"
        r"|definition of)\b|\bwhat is meant by\b|\bwhat (?:makes?|would make|qualifies"
        r"|counts as)\b|\bhow (?:is|are) .{1,60} defined\b|\bwhat is an? \b",
    ),
    (
        "entity",
        rf"\bnames? of (?:the |its |all )?|\bwhat (?:\w+ )?{_ENTITY_NOUN}\b|\bnamed? (?:the"
        rf"|all) {_ADJ}{_ENTITY_NOUN}s?\b",
    ),
    ("place", r"\bwhere\b(?!.*\b(?:stand|come from|came from)\b)|\b(?:what|which) (?:location|venue|place|site)\b"),
    ("entity", r"\b(?:who|whom|whose)\b"),
    (
        "list",
        r"\b(?:name|list|enumerate) (?:the|all|every)\b|\b(?:what|which) (?:are|were) (?:the|its"
        r"|their|some)\b",
    ),
    ("yes_no", r"^(?:is|are|was|were|did|does|do|has|have|had|will|can|could|should|would)\b"),
)
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = tuple(
    (shape, re.compile(pattern, re.IGNORECASE)) for shape, pattern in _SHAPE_WORDINGS
)  # fmt: skip
_COMPUTED_SHAPES: tuple[Shape, ...] = ("count", "money", "percent", "duration", "yes_no", "list", "text")
"""Kinds of answer that may be computed; a date, a reason, a name or a meaning is stated."""
_EMBEDDED = re.compile(
    r"^(?:(?:does|do|did) (?:the|this) (?:memo|memorandum|report|document) (?:say|state"
    r"|mention|tell(?: us)?|explain|specify|indicate)"
    r"|(?:can|could) you tell me|according to (?:the|this) (?:memo|memorandum|report"
    r"|document),?|in (?:the|this) (?:memo|memorandum|report),)"
    r" (?=(?:who|whom|whose|what|which|when|where|why|how)\b)",
    re.IGNORECASE,
)
"""A question inside a question: "Does the memo say | which firm was chosen?" wants the firm."""
_WH_PHRASE = re.compile(
    r"\b(?:names? of|number of|how many|how much|(?:what|which) (?:is|was|are|were) (?=(?:the"
    r"|its|their)\b)|what|which|whose)\b(.*)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z0-9][\w'’.&-]*(?:[ /-](?:(?:of|and|for|the|to|in|on) (?=[A-Z]))*[A-Z0-9][\w'’.&-]*)*")
_QUOTED = re.compile(r"[\"“‘']([^\"”’']{2,60})[\"”’'](?!\w)")
_TAKES_PLACE = re.compile(r"\b(?:takes?|took|taken|taking) place\b", re.IGNORECASE)
"""What happens needs no such words in the memo."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRAME = word_set(
    "date day month year percent percentage number amount many long time share proportion "
    "figure sum kind sort type "
    "way thing point points list footnote first-ever value dollar money mean meaning stand "
    "definition reason cause person people"
)
_TALK_STEMS = frozenset(stem(word) for word in ("report", "say", "state", "mention", "describe", "memo"))
COLORS = frozenset(("red", "yellow", "green", "amber"))
_NO_HEAD = STOP | (TALK - {"state", "states"}) | _FRAME - {"people", "person"}
ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth")
"""Words that say which kind of answer is wanted, not what it is about."""


@dataclass(frozen=True, slots=True)
class Term:
    """One content word of the question. ``named`` terms (names, figures, quoted words) must be in the evidence."""

    stem: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, read. ``head`` is the noun asked for ("which **department**"), ``wanted`` how many of it."""

    text: str
    shape: Shape
    operation: Operation | None
    terms: tuple[Term, ...]
    head: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]
    numbers: tuple[int, ...]
    wanted: int | None
    plural: bool
    negated: bool

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(term.stem for term in self.terms)

    def asks(self, *words: str) -> bool:
        """Whether the question holds one of ``words``, by stem."""
        have = {stem(token) for token in tokens(self.text)}
        return any(stem(word) in have for word in words)


def parse_question(text: str) -> Asked:
    """ "Which two depots have no charger?" asks for two entities, of head "depot", about chargers."""
    text = _EMBEDDED.sub("", " ".join(text.split()))
    head_words = _head_words(text)
    names = _names(text)
    shape = _shape(text, head_words)
    wanted = next((n for n in map(word_to_number, head_words[:2]) if n), None)
    if shape in ("text", "entity") and wanted is not None and wanted > 1:
        shape = "list"
    operation = _operation(text, shape)
    return Asked(
        text=text,
        shape=shape,
        operation=operation,
        terms=_terms(text, names),
        head=tuple(stem(w) for w in head_words if w not in _NO_HEAD and word_to_number(w) is None),
        names=names,
        years=tuple(int(y) for y in _YEAR.findall(text)),
        numbers=tuple(int(s.value) for s in text_to_spans(text) if s.kind == "count" and s.value is not None),
        wanted=wanted,
        plural=bool(head_words) and head_words[-1].endswith("s") and not head_words[-1].endswith("ss"),
        negated=bool(re.search(r"\b(?:not|never|no longer|without)\b|n['’]t\b", text)),
    )


def _operation(text: str, shape: Shape) -> Operation | None:
    """ "Why was the target missed?" asks for no figure, "When did it rise?" for none that is computed."""
    operation = read_operation(text)
    if operation == "order":
        return operation
    if operation == "after_memo":
        return operation if shape in ("yes_no", "list", "entity", "text") else None
    return operation if shape in _COMPUTED_SHAPES else None


def _shape(text: str, head_words: list[str]) -> Shape:
    for shape, pattern in _SHAPES:
        if pattern.search(text):
            return shape
    if head_words and re.match(r"(?:.* )?(?:which|whose|what)\b", text, re.IGNORECASE):
        last = head_words[-1]
        if last.endswith("s") and not last.endswith(("ss", "us", "is")):
            return "list"
        return "entity" if re.search(r"\b(?:which|whose)\b", text, re.IGNORECASE) else "text"
    return "text"


def _head_words(text: str) -> list[str]:
    """The words of the wh-phrase: "Which city department paid for it?" gives ``["city", "department"]``."""
    found = _WH_PHRASE.search(text)
    if not found:
        return []
    counts = found.group().lower().startswith("how many")
    words: list[str] = []
    for word in tokens(found.group(1)):
        bare = word.removesuffix("'s")
        has_noun = any(word_to_number(said) is None for said in words)
        ends = bare in _AUX or (has_noun and _is_verb(bare)) or (counts and _ends_count(words, bare))
        if ends or (words and bare in STOP and bare not in ("of", "the")):
            break
        if bare in STOP and word_to_number(bare) is None:
            if bare in ("the", "other", "of", "its", "their", "all"):
                continue
            break
        words.append(bare)
    return words[:5]


def _ends_count(words: list[str], word: str) -> bool:
    """ "how many piers | belong to the city": what follows the plural is no more of it, but for "sales staff"."""
    plural = bool(words) and words[-1].endswith("s") and not words[-1].endswith(("ss", "us"))
    return plural and not word.endswith("s") and word not in _GROUPS


def _is_verb(word: str) -> bool:
    return word in _IRREGULAR_PAST or word in _THIRD_PERSON or (word.endswith("ed") and len(word) > 4)


def _names(text: str) -> tuple[str, ...]:
    """Capitalised phrases and quoted words; the first word of the question does not count."""
    rest = re.sub(r"^\W*\w+['’]?\w*", lambda m: " " * len(m.group()), text, count=1)
    if re.match(r"^(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z])", text):
        rest = text
    found = [m.group().strip(" .'’") for m in _NAME.finditer(rest) if not m.group().isdigit()]
    return (*found, *_QUOTED.findall(text))


def _terms(text: str, names: tuple[str, ...]) -> tuple[Term, ...]:
    in_names = {stem(word) for name in names for word in content_words(name)}
    text = _TAKES_PLACE.sub(" ", text)
    terms: dict[str, Term] = {}
    for word in content_words(text):
        base = stem(word)
        named = base in in_names or any(c.isdigit() for c in word) or word in ORDINALS or word in COLORS
        if not named and (word in TALK or base in _TALK_STEMS or word in _FRAME or word_to_number(word) is not None):
            continue
        terms.setdefault(base, Term(base, named))
    return tuple(terms.values())


def is_about(text: str, name: str) -> bool:
    """Whether ``text`` holds ``name``, case and accents aside."""
    return fold(name) in fold(text)
