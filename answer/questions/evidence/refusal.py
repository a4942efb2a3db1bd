"""What must hold between a question and a sentence: the gates, some shut for good, the others witnesses.

Names, figures and years of the question must stand in the sentence, its headings or the lines before it, and what
the wording demands must be said: a sentence that fails there is refused, however near it came. Whether enough of the
question's other words are covered is told to `answerability`, which weighs it.
"""

import re

from answer.questions.evidence.asked_figures import counts_of, dates_of, durations_of, rates_of, sums_of
from answer.questions.evidence.asked_names import ANY_NAME, Others, entities_of, members_of, places_of
from answer.questions.evidence.attribute import attribute_of, has_attribute
from answer.questions.evidence.demands import asks_former_name, meets_demands
from answer.questions.evidence.evidence import Candidate, Weights
from answer.questions.reading.question_parse import COLORS, ORDINALS, Asked, Shape
from answer.questions.reading.spans import Span, SpanKind, word_to_number
from answer.questions.reading.words import covers, fold, stem, stems, tokens
from records.memo import Memo

_LEAST = {
    "date": 0.72, "money": 0.66, "count": 0.66, "percent": 0.7, "entity": 0.68, "place": 0.66, "list": 0.66,
    "definition": 0.66, "reason": 0.68, "yes_no": 0.85, "address": 0.6, "phone": 0.6, "duration": 0.72, "text": 0.6,
}  # fmt: skip
"""The share of the question, by weight, that a sentence with its surroundings must cover, by kind of question."""
_LEAST_REST = {"text": 0.5, "count": 0.55}
"""The share of the terms that are no names: open questions may be paraphrased, counts must not be of something else."""
_DEFINES = re.compile(
    r"\b(?:mean\w*|indicat\w*|defin\w*|classif\w*|refers? to|stands? for|signif\w*|says that"
    r"|counts? as|is when|is an?|qualif\w*)\b|: ",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^(?:which|who|what)\b.*,.* or \b", re.IGNORECASE)
_WHAT_IS = re.compile(r"(?:what|who) (?:is|are|was|were)\b|(?:describe|explain)\b|tell me about", re.IGNORECASE)
_WHAT_DOES = re.compile(r"\bwhat (?:does|do|did) .{1,80} (\w+)\W*$", re.IGNORECASE)
_NOT_AT = "".join(rf"(?<!\b{word} )" for word in ("at", "in", "on", "by", "of", "for", "near", "from", "with"))
_LOST_COSINE = 0.55
"""Above this likeness of meaning, the share may fall short by `_LENIENCE`: paraphrase, not another subject."""
_LENIENCE = 0.12
_LIKEST_BEHIND, _LIKEST_COSINE, _LIKEST_LENIENCE = 0.02, 0.42, 0.22
"""The likest of all sentences found may cover less still: what it lacks is then mostly said in other words."""
_LIKEST_REST = 0.33
_CAUSAL = re.compile(
    r"\b(?:due to|because|as a result|result(?:ed|s)? (?:in|from)|owing to|thanks to|caused by"
    r"|driven by|in order to|so that"
    r"|since|to (?:help|ensure|address|allow|improve|reduce|meet|modernize|replace|support|avoid|make|provide|build)"
    r"|following|led to|after|in response to|reason|addressing|for (?:\w+ing))\b",
    re.IGNORECASE,
)
_SPAN_KINDS: dict[str, tuple[SpanKind, ...]] = {"date": ("date",), "address": ("url", "email"), "phone": ("phone",)}
_FIRST_OF_RUN = re.compile(
    r"\bfirst[- ](?:year|quarter|month|phase|round|cohort|half|stage|class|season|term)\b", re.IGNORECASE
)
_TYPED: tuple[Shape, ...] = (
    "date", "money", "count", "percent", "duration", "address", "entity", "place", "list",
)  # fmt: skip
"""Shapes whose answer is of a kind that can be seen in a sentence."""
_EXACT_SHAPES = ("percent", "count", "money", "duration", "yes_no")
"""Shapes whose answer must be of the very colour that is asked about, not of one that stands nearby."""


class Gate:
    """The gates for one question in one memo."""

    def __init__(self, asked: Asked, memo: Memo, weights: Weights) -> None:
        self.asked = asked
        self.weights = weights
        letterhead = memo.letterhead
        said = (letterhead.body, letterhead.to, letterhead.from_, letterhead.district, letterhead.subject)
        self.context = stems(" ".join(part for part in said if part))
        self._others = Others(self.context, tuple(stems(project.project) for project in memo.projects))
        strict = ORDINALS | COLORS if asked.shape in _EXACT_SHAPES else ORDINALS
        self._strict = strict | {"first"} if _FIRST_OF_RUN.search(asked.text) else strict
        self.memo_years = {letterhead.date.year} if letterhead.date else set()

    def passes(self, candidate: Candidate) -> bool:
        """Whether the candidate speaks of the names, figures, years and attribute that are asked of, as the wording
        demands, and holds a date where a date is asked."""
        if not (self._names_covered(candidate) and self._figures_covered(candidate) and self._attribute_in(candidate)):
            return False
        return self._holds_what_is_asked(candidate) and meets_demands(self.asked, candidate)

    def _holds_what_is_asked(self, candidate: Candidate) -> bool:
        """A date where one is asked, as many things as are counted, and of a bare name what it is."""
        asked = self.asked
        if asked.shape in _TYPED:
            return self.values(candidate) is not None
        bare_name = asked.shape == "text" and all(term.named for term in asked.terms)
        return not bare_name or self._tells_what_it_is(candidate)

    def witnesses(self, candidate: Candidate) -> dict[str, float]:
        """What each gate says of the candidate, 1 where it is open; ``margin`` is by how much enough is covered."""
        return {
            "names": float(self._names_covered(candidate)),
            "figures": float(self._figures_covered(candidate)),
            "rest": float(self._rest_covered(candidate)),
            "demands": float(meets_demands(self.asked, candidate)),
            "attribute": float(self._attribute_in(candidate)),
            "values": float(self.values(candidate) is not None),
            "likest": float(self._is_likest(candidate)),
            "margin": self._margin(candidate),
        }

    def speaks_of(self, candidate: Candidate) -> bool:
        """Whether the question's names stand in the candidate or around it."""
        return self._names_covered(candidate)

    def _attribute_in(self, candidate: Candidate) -> bool:
        """The attribute asked for stands in the sentence or its heading; something that is asked stands in itself."""
        heading = stems(candidate.trail[-1]) if candidate.trail else frozenset()
        here = candidate.own | heading
        attribute = attribute_of(self.asked)
        rest = [term.stem for term in self.asked.terms if term.stem != attribute]
        speaks = not rest or any(covers(base, here) for base in rest)
        return speaks and has_attribute(self.asked, here)

    def _margin(self, candidate: Candidate) -> float:
        lenience = _LENIENCE if candidate.cosine >= _LOST_COSINE else 0.0
        if self._is_likest(candidate):
            lenience = _LIKEST_LENIENCE
        return candidate.coverage + lenience - _LEAST[self.asked.shape]

    def _is_likest(self, candidate: Candidate) -> bool:
        """Whether no sentence is more like the question, and all that this one lacks is nowhere in the memo: words
        that the memo uses elsewhere are of another matter."""
        likest = candidate.behind <= _LIKEST_BEHIND and candidate.cosine >= _LIKEST_COSINE
        said_elsewhere = any(self.weights.knows(term) for term in candidate.missing)
        return likest and candidate.sentence.kind != "row" and self.asked.shape != "yes_no" and not said_elsewhere

    def _rest_covered(self, candidate: Candidate) -> bool:
        """Names alone do not make an answer: half of what is asked of them must be covered too."""
        asked = self.asked
        kind_nouns = ANY_NAME if asked.shape in ("entity", "list") else frozenset()
        rest = [t for t in asked.terms if not t.named and t.stem not in kind_nouns]
        if asked.shape == "count":
            rest = [t for t in rest if t.stem not in asked.head]
        if _CHOICE.search(asked.text):
            return False
        if not rest and asked.shape == "text":
            return self._tells_what_it_is(candidate)
        if not rest:
            return asked.shape not in ("list", "reason", "yes_no") or bool(_WHAT_IS.match(asked.text))
        missing = [t for t in rest if t in candidate.missing]
        if asked.shape == "yes_no" and missing:
            return False  # "Yes" to "Was the target met?" must speak of its being met, not only of the target
        least = _LIKEST_REST if self._is_likest(candidate) else _LEAST_REST.get(asked.shape, 0.5)
        return 1 - len(missing) / len(rest) >= least

    def _tells_what_it_is(self, candidate: Candidate) -> bool:
        """ "What is the Pier Fund?" wants "The Pier Fund is a ..." or "..., the Pier Fund, an account that ..." and not
        just any sentence that names it; "What does it show?" one that says what it shows."""
        if asks_former_name(self.asked, candidate.text):
            return True
        text = fold(candidate.text)
        verb = _WHAT_DOES.search(self.asked.text)
        if verb:
            return re.search(rf"\b{re.escape(fold(verb.group(1)))}(?:s|es)?\b (?!and\b)\w", text) is not None
        does = r"provides|helps|aims|will|shows|gives|lists|measures|tracks"
        is_what = rf"(?:,? (?:is|was|are|were)\b (?!\w+ed\b)|,? (?:{does})\b)"
        for name in map(re.escape, map(fold, self.asked.names)):
            if re.search(rf"{_NOT_AT}{name}(?: \([^)]*\))?(?:{is_what}|, (?:an?|the|its|our) (?!\w+ed\b)\w)", text):
                return True
        return False

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

    def values(self, candidate: Candidate) -> tuple[str, ...] | None:
        """The values of the kind asked for; ``None`` if the sentence holds none."""
        asked = self.asked
        match asked.shape:
            case "date" | "address" | "phone":
                return _texts(dates_of(candidate, asked, *_SPAN_KINDS[asked.shape]))
            case "money":
                return _texts(sums_of(candidate, asked))
            case "percent":
                return _texts(rates_of(candidate, asked))
            case "count":
                return _texts(counts_of(candidate, asked))
            case "duration":
                return durations_of(candidate) or None
            case "entity":
                return entities_of(candidate, asked, self._others) or None
            case "place":
                return places_of(candidate, asked) or None
            case "list":
                return members_of(candidate, asked, self._others)
            case _:
                return () if self._says_it(candidate) else None

    def _says_it(self, candidate: Candidate) -> bool:
        """What has no values of its own: a reason, a meaning, plain text."""
        match self.asked.shape:
            case "reason":
                return bool(_CAUSAL.search(candidate.text))
            case "text":
                return all(covers(base, candidate.own | candidate.around) for base in self.asked.head[-1:])
            case "definition":
                return bool(_DEFINES.search(candidate.text)) and self._terms_in(candidate)
            case _:
                return True

    def _terms_in(self, candidate: Candidate) -> bool:
        """Whether the sentence itself holds the names and quoted words whose meaning is asked."""
        return all(covers(t.stem, candidate.own) or self.weights.is_everywhere(t) for t in self.asked.terms if t.named)


def _texts(spans: tuple[Span, ...]) -> tuple[str, ...] | None:
    return tuple(span.text for span in spans) or None


def _spelled(number: int) -> str:
    return stem({1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}.get(number, str(number)))
