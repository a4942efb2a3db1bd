"""Whether evidence suffices: the gates that a sentence must pass before it is given as an answer.

Names, figures and years of the question must stand in the sentence, its headings or the lines before it; the kind of
thing asked for must stand in the sentence itself; and enough of the question's other words must be covered. A sentence
that fails one gate is refused, however near it came: saying nothing is better than saying something false.
"""

import re
from dataclasses import dataclass

from answer.questions.evidence import Candidate, Weights
from answer.questions.name_spans import new_names
from answer.questions.question_parse import COLORS, ORDINALS, Asked
from answer.questions.spans import Span, SpanKind, spans_of, word_to_number
from answer.questions.words import covers, fold, kin, stem, stems, tokens
from records.memo import Memo

_LEAST = {
    "date": 0.72, "money": 0.66, "count": 0.66, "percent": 0.7, "entity": 0.68, "place": 0.66, "list": 0.66,
    "definition": 0.66, "reason": 0.68, "yes_no": 0.85, "address": 0.6, "phone": 0.6, "duration": 0.72, "text": 0.6,
}  # fmt: skip
"""The share of the question, by weight, that a sentence with its surroundings must cover, by kind of question."""
_LEAST_REST = {"text": 0.34, "count": 0.55}
"""The share of the terms that are no names: open questions may be paraphrased, counts must not be of something else."""
_DEFINES = re.compile(
    r"\b(?:mean\w*|indicat\w*|defin\w*|classif\w*|refers? to|stands? for|signif\w*|says that"
    r"|counts? as|is when|is an?|are|is the|qualif\w*)\b|: ",
    re.IGNORECASE,
)
_FORMER_ASKED = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)? (?:name|call|known)|called before"
    r"|known (?:as )?before|old name|renamed from|used to be)\b",
    re.IGNORECASE,
)
_FORMER_SAID = re.compile(
    r"\b(?:now (?:called|known as|named)"
    r"|former(?:ly)?|previously|renamed?|known as|was called|new name|old name|appeared .{0,40} as)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^(?:which|who|what)\b.*,.* or \b", re.IGNORECASE)
_SUM_ASKED = re.compile(r"\b(?:total|combined|altogether|in all|both|sum of)\b", re.IGNORECASE)
_SUM_SAID = re.compile(
    r"\b(?:totals?|totall?ing|combined|altogether|in all|overall|aggregate|sum)\b|^total\b", re.IGNORECASE
)
_LIMIT_ASKED = re.compile(
    r"\b(?:above|over|below|under|beyond|up to) what\b|\bthreshold|\bminimum\b|\bmaximum\b"
    r"|\bat (?:least|most)\b|\blimit\b|\bcap\b",
    re.IGNORECASE,
)
_LIMIT_SET = re.compile(
    r"\b(?:over|above|below|under|more than|less than|exceed\w*|at least|at most|minimum"
    r"|maximum|up to|greater than|or more|or less|limit\w*|threshold|cap(?:ped)?)\b",
    re.IGNORECASE,
)
_PAST_ASKED = re.compile(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|expected to|scheduled to|planned to|plans to|anticipated|is to be|are to be|targeted for)\b",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(r"(?:what|who) (?:is|are|was|were)\b|(?:describe|explain)\b|tell me about", re.IGNORECASE)
_LEAST_COSINE = 0.2
_LOST_COSINE = 0.55
"""Above this likeness of meaning, the share may fall short by `_LENIENCE`: paraphrase, not another subject."""
_LENIENCE = 0.12
_CAUSAL = re.compile(
    r"\b(?:due to|because|as a result|result(?:ed|s)? (?:in|from)|owing to|thanks to|caused by"
    r"|driven by|in order to|so that"
    r"|since|to (?:help|ensure|address|allow|improve|reduce|meet|modernize|replace|support|avoid|make|provide|build)"
    r"|following|led to|after|in response to|reason|while|until|addressing|for (?:\w+ing))\b",
    re.IGNORECASE,
)
_SPAN_OF_TIME = re.compile(r"\b(?:\d+|\w+)[- ](?:day|week|month|year|hour|minute)s?\b", re.IGNORECASE)
_AT_PLACE = re.compile(r"\b(?:in|at|on|near|to|from|across|between|along) (?:the )?[A-Z]")
_MONEY_CLASSES = {
    "cost": stems("budget cost price expense expenditure spend spent spending contract worth"),
    "income": stems("revenue income earn collect receipt fee"),
    "grant": stems("grant award fund funding donate donation subsidy"),
    "saving": stems("save saving avoid avoided"),
}
_ROLE = re.compile(
    r"\bwho (?:is|was|are|were) (?:the |its |their )?((?:[\w'’-]+ ){0,3}?[\w'’-]+?)(?= (?:of"
    r"|for|on|in|at|selected|chosen|who|that|to|behind|responsible)\b|\?|$)",
    re.IGNORECASE,
)
_ANY_NAME = stems(
    "organization company vendor firm contractor supplier partner group body agency person official city "
    "foundation university consultant provider team state county name leader manager director"
)
_SPAN_KINDS: dict[str, tuple[SpanKind, ...]] = {"date": ("date",), "address": ("url", "email"), "phone": ("phone",)}
_PROJECT_NOUNS = stems("project initiative program system programme effort")
_FIRM_NOUNS = stems("vendor company firm contractor supplier consultant developer")
_PUBLIC_NOUNS = stems(
    "department office division bureau city council committee board commission county state director mayor"
)
_FIRST_OF_RUN = re.compile(
    r"\bfirst[- ](?:year|quarter|month|phase|round|cohort|half|stage|class|season|term)\b", re.IGNORECASE
)
_EXACT_SHAPES = ("percent", "count", "money", "duration", "yes_no")
"""Shapes whose answer must be of the very colour that is asked about, not of one that stands nearby."""
_LANDS = stems("city county state country")
"""Any name may be that of a body, but a place is called a city or a state where it is meant as one."""
_NAMEABLE = _ANY_NAME | stems(
    "department office division committee project initiative member employee staff board school"
)


@dataclass(frozen=True, slots=True)
class Passed:
    """The evidence suffices; ``values`` are the bare values asked for, ``margin`` how clearly it does."""

    values: tuple[str, ...]
    margin: float


class Gate:
    """The gates for one question in one memo."""

    def __init__(self, asked: Asked, memo: Memo, weights: Weights) -> None:
        self.asked = asked
        self.weights = weights
        letterhead = memo.letterhead
        said = (letterhead.body, letterhead.to, letterhead.from_, letterhead.district, letterhead.subject)
        self.context = stems(" ".join(part for part in said if part))
        self.projects = tuple(stems(project.project) for project in memo.projects)
        strict = ORDINALS | COLORS if asked.shape in _EXACT_SHAPES else ORDINALS
        self._strict = strict | {"first"} if _FIRST_OF_RUN.search(asked.text) else strict
        self.memo_years = {letterhead.date.year} if letterhead.date else set()

    def passes(self, candidate: Candidate) -> Passed | None:
        if not self._names_covered(candidate) or not self._figures_covered(candidate):
            return None
        if not self._rest_covered(candidate) or not self._fits_limits(candidate) or not self._fits_tense(candidate):
            return None
        margin = self._margin(candidate)
        if margin < 0 or candidate.cosine < _LEAST_COSINE:
            return None
        values = self._values(candidate)
        return None if values is None else Passed(values, margin)

    def speaks_of(self, candidate: Candidate) -> bool:
        """Whether the question's names stand in the candidate or around it."""
        return self._names_covered(candidate)

    def _margin(self, candidate: Candidate) -> float:
        lenience = _LENIENCE if candidate.cosine >= _LOST_COSINE else 0.0
        return candidate.coverage + lenience - _LEAST[self.asked.shape]

    def _rest_covered(self, candidate: Candidate) -> bool:
        """Names alone do not make an answer: half of what is asked of them must be covered too."""
        kind_nouns = _ANY_NAME if self.asked.shape in ("entity", "list") else frozenset()
        rest = [t for t in self.asked.terms if not t.named and t.stem not in kind_nouns]
        if self.asked.shape == "count":
            rest = [t for t in rest if t.stem not in self.asked.head]
        if _CHOICE.search(self.asked.text):
            return False
        if not rest and self.asked.shape == "text" and not self._tells_what_it_is(candidate):
            return False
        if not rest:
            return self.asked.shape not in ("text", "list", "reason", "yes_no") or bool(_WHAT_IS.match(self.asked.text))
        missing = [t for t in rest if t in candidate.missing]
        if self.asked.shape == "yes_no" and missing:
            return False  # "Yes" to "Was the target met?" must speak of its being met, not only of the target
        return 1 - len(missing) / len(rest) >= self._least_rest()

    def _least_rest(self) -> float:
        return _LEAST_REST.get(self.asked.shape, 0.5)

    def _tells_what_it_is(self, candidate: Candidate) -> bool:
        """ "What is the Pier Fund?" wants "The Pier Fund is a ..." and not just any sentence that names it."""
        for name in self.asked.names:
            if re.search(
                rf"{re.escape(fold(name))}(?: \([^)]*\))?"
                r"(?:,? (?:is|was|are|were|provides|helps|aims|will|shows|gives|lists|measures|tracks)\b)"
                rf"|^(?:the )?{re.escape(fold(name))}, (?:an?|the|its|our) \w",
                fold(candidate.text),
            ):
                return True
        return False

    def _fits_limits(self, candidate: Candidate) -> bool:
        """ "Above what cost" asks for a limit and "called before" for a renaming: only such a sentence answers."""
        if (
            self.asked.shape in ("count", "money")
            and _SUM_ASKED.search(self.asked.text)
            and not _SUM_SAID.search(candidate.text)
        ):
            return False
        if _FORMER_ASKED.search(self.asked.text) and not _FORMER_SAID.search(candidate.text):
            return False
        return not _LIMIT_ASKED.search(self.asked.text) or bool(_LIMIT_SET.search(candidate.text))

    def _fits_tense(self, candidate: Candidate) -> bool:
        """ "When was it opened?" is not answered by when the next one is expected to open."""
        if self.asked.shape != "date" or not _PAST_ASKED.search(self.asked.text):
            return True
        return not _FUTURE.search(candidate.text)

    def _names_covered(self, candidate: Candidate) -> bool:
        """A name may be missing only if it is the memo's own city or body, said everywhere."""
        here = candidate.own | stems(" ".join(candidate.trail))
        if any(t.stem in self._strict and not covers(t.stem, here) for t in self.asked.terms):
            return False
        missing = [term for term in candidate.missing if term.named]
        return all(term.stem in self.context or self.weights.is_everywhere(term) for term in missing)

    def _figures_covered(self, candidate: Candidate) -> bool:
        numbers = {
            n for t in tokens(" ".join((candidate.text, *candidate.trail))) if (n := word_to_number(t)) is not None
        }
        near = candidate.own | candidate.around
        years_known = all(str(y) in near or y in self.memo_years for y in self.asked.years)
        wanted = [n for n in self.asked.numbers if n != self.asked.wanted]
        return years_known and all(n in numbers or str(n) in near or _spelled(n) in near for n in wanted)

    def _values(self, candidate: Candidate) -> tuple[str, ...] | None:
        """The values of the kind asked for; ``None`` if the sentence holds none."""
        text, asked = candidate.text, self.asked
        if asked.shape in _SPAN_KINDS:
            return _texts(spans_of(text, *_SPAN_KINDS[asked.shape]))
        match asked.shape:
            case "money":
                return _texts(self._sums(candidate))
            case "percent":
                return _texts(self._rates(candidate))
            case "count":
                return _texts(counted(text, asked.head))
            case "duration":
                return tuple(_SPAN_OF_TIME.findall(text)) or None
            case "entity":
                return self._entities(candidate)
            case "place":
                return new_names(text, asked.stems) if _AT_PLACE.search(text) and new_names(text, asked.stems) else None
            case "reason":
                return () if _CAUSAL.search(text) else None
            case "list":
                return self._listed(candidate)
            case "text":
                return () if self._head_covered(candidate) else None
            case "definition":
                return () if _DEFINES.search(text) and self._terms_in(candidate) else None
            case _:
                return ()

    def _sums(self, candidate: Candidate) -> tuple[Span, ...]:
        """Sums of the class asked for: an answer about a budget must not be somebody's revenue."""
        asked_classes = {name for name, members in _MONEY_CLASSES.items() if not members.isdisjoint(self.asked.stems)}
        sums = spans_of(candidate.text, "money")
        if not asked_classes:
            return sums
        wanted = frozenset().union(*(_MONEY_CLASSES[name] for name in asked_classes))
        return sums if not wanted.isdisjoint(candidate.own) else ()

    def _rates(self, candidate: Candidate) -> tuple[Span, ...]:
        """Percentages whose own words name the rate asked for, else those of a sentence that names it."""
        spans = spans_of(candidate.text, "percent")
        rate = _rate_words(self.asked.head)
        if not all(covers(base, candidate.own) for base in rate):
            return ()
        if not all(covers(base, candidate.own | candidate.around) for base in self.asked.head):
            return ()
        exact = tuple(s for s in spans if rate and set(rate) - {"first"} <= set(s.nouns))
        return exact or spans

    def _entities(self, candidate: Candidate) -> tuple[str, ...] | None:
        found = self._new_names(candidate)
        role = self._role()
        if role:
            return tuple(n for n in found if _holds_role(candidate.text, n, role)) or None
        head = self.asked.head[-1:] if self.asked.head else ()
        if head and self._heading_names(candidate, head[0]):
            return (candidate.text,)
        if head and head[0] not in _ANY_NAME:
            found = tuple(n for n in found if not kin(head[0]).isdisjoint(stems(n)))
        least = self.asked.wanted or 1
        return found if len(found) >= least else None

    def _new_names(self, candidate: Candidate) -> tuple[str, ...]:
        """Names that the question does not hold; a project's name answers no question about firms or people."""
        names = new_names(_told(candidate, self.asked), self.asked.stems)
        if self.asked.head and self.asked.head[-1] in _PROJECT_NOUNS:
            return names
        if self.asked.head and self.asked.head[-1] in _FIRM_NOUNS:
            names = tuple(name for name in names if not stems(name) & (_PUBLIC_NOUNS | self.context))
        return tuple(name for name in names if not any(stems(name) <= project for project in self.projects))

    def _heading_names(self, candidate: Candidate, noun: str) -> bool:
        """Whether the text stands under a heading of that noun: "Attachments" answers which attachments there are."""
        heading = stems(candidate.trail[-1]) if candidate.trail else frozenset()
        return len(heading) == 1 and not kin(noun).isdisjoint(heading) and not self.asked.names

    def _role(self) -> str | None:
        """ "Who is the harbor master of ...?" asks for whom the text calls "harbor master"."""
        found = _ROLE.search(self.asked.text)
        return fold(found.group(1)) if found else None

    def _listed(self, candidate: Candidate) -> tuple[str, ...] | None:
        """A list in a sentence: names where things with names are asked for, else an enumeration."""
        head = self.asked.head[-1] if self.asked.head else ""
        nouns = {self.asked.head[0], head} if head else set()
        told = {int(s.value) for noun in nouns for s in counted(candidate.text, (noun,)) if s.value is not None}
        if self.asked.wanted and told and self.asked.wanted not in told:
            return None
        if head in _NAMEABLE or (re.match(r"which\b", self.asked.text, re.IGNORECASE) and self.asked.wanted):
            if head in _LANDS and not covers(head, candidate.own):
                return None
            names = self._new_names(candidate)
            kindred = tuple(n for n in names if head in _ANY_NAME or not kin(head).isdisjoint(stems(n)))
            if head in _PROJECT_NOUNS and self.projects:
                kindred = tuple(n for n in kindred if any(p <= stems(n) or stems(n) <= p for p in self.projects))
            least = max(self.asked.wanted or 1, *told, 0)
            return kindred if len(kindred) >= least else None  # "25 states and Canada" does not tell which
        pieces = re.split(r", (?:and )?|; |\band\b|\bto\b", candidate.text)
        heads = all(
            covers(base, candidate.own | stems(" ".join(candidate.trail[-1:]))) for base in self.asked.head[-1:]
        )
        return () if heads and len(pieces) >= (self.asked.wanted or 2) else None

    def _terms_in(self, candidate: Candidate) -> bool:
        """Whether the sentence itself holds the names and quoted words whose meaning is asked."""
        return all(covers(t.stem, candidate.own) or self.weights.is_everywhere(t) for t in self.asked.terms if t.named)

    def _head_covered(self, candidate: Candidate) -> bool:
        return all(covers(base, candidate.own | candidate.around) for base in self.asked.head[-1:])


def _told(candidate: Candidate, asked: Asked) -> str:
    """Of a table row, the cells that speak of what is asked, without their titles: other cells answer nothing."""
    if candidate.sentence.kind != "row":
        return candidate.text
    cells = [part.split(": ", 1)[-1] for part in candidate.text.split("; ")]
    common = [term.stem for term in asked.terms if not term.named]
    return " ; ".join(cell for cell in cells if any(covers(base, stems(cell)) for base in common))


def _rate_words(head: tuple[str, ...]) -> tuple[str, ...]:
    """Of "completion rate of the swim course" what names the rate: "completion rate"."""
    ends = [number for number, base in enumerate(head) if base in ("rat", "shar", "percentag", "scor")]
    return head[: ends[0] + 1] if ends else head


def _holds_role(text: str, name: str, role: str) -> bool:
    """Whether ``name`` and ``role`` stand side by side: "Dana Ortiz, harbor master", "harbor master Dana Ortiz"."""
    plain, person = fold(text), re.escape(fold(name))
    said = re.escape(role)
    near = r"[,:]?(?: (?:is|was|the|our|as|city|city's|its|serves|acting|new)){0,4} "
    return bool(re.search(rf"{person}{near}(?:\w+ ){{0,2}}{said}|{said}(?: of [^,.;]{{1,40}})?{near}{person}", plain))


def counted(text: str, head: tuple[str, ...]) -> tuple[Span, ...]:
    """The numbers of ``text`` that count what ``head`` names: "24 ferries" for ``("ferri",)``."""
    if not head:
        return ()
    wanted = kin(head[-1])
    spans = spans_of(text, "count")
    exact = tuple(s for s in spans if not wanted.isdisjoint(s.nouns[:3]))
    full = tuple(s for s in exact if len(head) > 1 and set(head) <= set(s.nouns))
    return full or exact


def _texts(spans: tuple[Span, ...]) -> tuple[str, ...] | None:
    return tuple(span.text for span in spans) or None


def _spelled(number: int) -> str:
    return stem({1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}.get(number, str(number)))
