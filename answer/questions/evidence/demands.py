"""What the wording of a question demands of a sentence: "above what cost" wants a limit, "called before" a renaming.

Each demand is a pair: what the question says and what the sentence must then say. A sentence on the same matter that
says another thing about it (the budget where the spending is asked, one year where each is) fails its demand.
"""

import re
from dataclasses import dataclass

from answer.questions.evidence.evidence import Candidate
from answer.questions.reading.name_spans import new_names
from answer.questions.reading.question_parse import Asked, Shape
from answer.questions.reading.spans import spans_of, text_to_spans
from answer.questions.reading.words import content_words, stem

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
_CAUSAL_SHAPES: tuple[Shape, ...] = ("reason", "yes_no")


@dataclass(frozen=True, slots=True)
class Demand:
    """Where ``asked`` stands in the question, ``said`` must stand in the sentence; not for ``spared`` shapes."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    spared: tuple[Shape, ...] = ()

    def is_met(self, asked: Asked, text: str) -> bool:
        return asked.shape in self.spared or not self.asked.search(asked.text) or bool(self.said.search(text))


def _demand(asked: str, said: str, *spared: Shape) -> Demand:
    return Demand(re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE), spared)


_DEMANDS = (
    Demand(_FORMER_ASKED, _FORMER_SAID),
    _demand(
        r"\b(?:above|over|below|under|beyond|up to) (?:what|which)\b|\bthreshold|\bminimum\b|\bmaximum\b"
        r"|\bat (?:least|most)\b|\blimit\b|\bcap\b",
        r"\b(?:over|above|below|under|more than|less than|exceed\w*|at least|at most|minimum"
        r"|maximum|up to|greater than|or more|or less|limit\w*|threshold|cap(?:ped)?)\b",
    ),
    _demand(
        r"\b(?:total|combined|altogether|in all|both|sum of)\b",
        r"\b(?:totals?|totall?ing|combined|altogether|in all|overall|aggregate|sum)\b|^total\b",
        "list", "definition", "entity", "place", "date", *_CAUSAL_SHAPES,
    ),
    _demand(r"\b(?:average|mean|median|typical(?:ly)?)\b", r"\b(?:average|mean|median|typical(?:ly)?)\b", "definition"),
    _demand(
        r"\b(?:highest|lowest|largest|biggest|smallest|longest|shortest|oldest|newest|fewest|most expensive"
        r"|cheapest)\b",
        r"\b\w+est\b|\b(?:most|least|best|worst|record)\b|#1\b",
    ),
    _demand(
        r"\b(?:lack(?:s|ing)?|without|missing|left out|leaves? out|exclud\w+|omit\w*|except\w*|(?:is|are|was|were|do"
        r"|does|did|has|have|had) (?:\w+ ){0,2}not|\w+n['’]t|not (?:yet )?(?:on|in|part))\b",
        r"\b(?:not|no|none|never|nor|without|lack\w*|missing|remain\w*|except\w*|exclud\w*|other than|still|yet|unable"
        r"|leaves? out|left out|omit\w*|fail\w*|declin\w*|refus\w*|until|cannot|only|before|wait\w*|delay\w*)\b"
        r"|n['’]t\b",
    ),
    _demand(
        r"\b(?:now|today|nowadays|currently|at present|these days)\b",
        r"\b(?:now|today|current(?:ly)?|present(?:ly)?|since)\b"
        r"|^(?!.*\b(?:previously|formerly|used to|in the past|until (?:then|now|recently))\b)",
    ),
    _demand(
        r"\b(?:spent|paid out|expenditure|spending|outlay)\b",
        r"\b(?:sp[ea]n[dt]\w*|paid|pa(?:ys|ying)|expen\w+|actual|outturn|used|cost (?:of|was)|final cost"
        r"|written off)\b",
        *_CAUSAL_SHAPES,
    ),
    _demand(
        r"\bbefore (?:the|that|this|it|they|there)\b(?! (?:end|start|begin\w*)\b)",
        r"\b(?:before|previous\w*|prior|former\w*|earlier|legacy|old|ago|used to|until|replac\w+|since|first|from)\b",
        "date", "duration", *_CAUSAL_SHAPES,
    ),
    _demand(
        r"\b(?:opinion|views?|think|thinks|position|stance|feel(?:s|ing)?|attitude|believes?) (?:of|on|about|is|are)\b"
        r"|\b(?:opinion|stance|viewpoint)\b|\bthinks?\b",
        r"\b(?:opinion|views?|think\w*|thought|position|stance|feel\w*|felt|believ\w*|consider\w*|regard\w*|support\w*"
        r"|oppos\w*|favou?r\w*|prais\w*|critici\w*|welcom\w*|concern\w*)\b",
    ),
)  # fmt: skip
_PAST_ASKED = re.compile(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|expected to|scheduled to|planned to|plans to|anticipated|is to be|are to be|targeted for)\b",
    re.IGNORECASE,
)
_EACH_ASKED = re.compile(
    r"\b(?:(?:in|for|of|by|during) (?:each|every)|year (?:by|after|over) year|per) (?:of (?:its|the|their) )?(?:\w+ )?"
    r"(?:year|quarter|month|week|report|memo|phase|cohort)s?\b"
    r"|\beach (?:of its |of the )?(?:year|quarter|report|memo)s?\b"
    r"|\bover (?:the|its|all) (?:(?:two|three|four|five|six|\d+) \w+|(?:\w+ )?(?:years|quarters))\b",
    re.IGNORECASE,
)
_NAMES_ASKED = re.compile(r"^name (?:the|all|every|both)\b|\bnames?\W*$", re.IGNORECASE)
_EACH_SAID = re.compile(
    r"\b(?:each|every|per|annual(?:ly)?|yearly|monthly|quarterly|then)\b|\ba (?:year|month)\b", re.IGNORECASE
)
_NEW, _PRESENT = (
    ["new", "updated", "upcoming", "next", "future", "coming"],
    ["current", "existing", "old", "previous", "former", "legacy", "last", "present"],
)
_ADJECTIVE = re.compile(rf"\b({'|'.join((*_NEW, *_PRESENT))})\b((?: [\w'’-]+){{1,4}})", re.IGNORECASE)


def meets_demands(asked: Asked, candidate: Candidate) -> bool:
    """Whether the sentence says what the question's wording demands of its answer."""
    text = candidate.text
    return (
        all(demand.is_met(asked, text) for demand in _DEMANDS)
        and _fits_tense(asked, text)
        and _fits_years(asked, candidate)
        and _speaks_of_each(asked, text)
        and _gives_names(asked, text)
        and not _is_of_the_other(asked.text, text)
    )


def asks_former_name(asked: Asked, text: str) -> bool:
    """ "What was the pier called before?" and a sentence that tells of a renaming."""
    return bool(_FORMER_ASKED.search(asked.text)) and bool(_FORMER_SAID.search(text))


def _fits_tense(asked: Asked, text: str) -> bool:
    """ "When was it opened?" is not answered by when the next one is expected to open."""
    if asked.shape == "date" and _PAST_ASKED.search(asked.text):
        return not _FUTURE.search(text)
    return True


def _fits_years(asked: Asked, candidate: Candidate) -> bool:
    """What is asked of one year is not answered by a sentence that speaks of other years alone."""
    said = {year for span in spans_of(candidate.text, "date") for year in re.findall(r"\b(?:19|20)\d\d\b", span.text)}
    wanted = {str(year) for year in asked.years}
    return not wanted or not said or bool(said & wanted)


def _speaks_of_each(asked: Asked, text: str) -> bool:
    """ "in each year" wants more than one figure or a sentence about all of them."""
    if not _EACH_ASKED.search(asked.text) or _EACH_SAID.search(text):
        return True
    kinds = [span.kind for span in text_to_spans(text) if span.kind != "date"]
    return asked.shape not in ("count", "money", "percent", "text") or (asked.shape == "text" and not kinds)


def _gives_names(asked: Asked, text: str) -> bool:
    """ "Name the piers that ..." and "piers without lights names" want names."""
    return not _NAMES_ASKED.search(asked.text) or bool(new_names(text, asked.stems))


def _is_of_the_other(question: str, text: str) -> bool:
    """ "the new plan" is not "the current plan": the same noun beside the opposite word, and never beside the asked."""
    for word, asked_nouns in _adjectives(question):
        opposite = _PRESENT if word in _NEW else _NEW
        beside = {said for said, nouns in _adjectives(text) if nouns & asked_nouns}
        if beside & set(opposite) and not beside - set(opposite):
            return True
    return False


def _adjectives(text: str) -> list[tuple[str, frozenset[str]]]:
    return [
        (m.group(1).lower(), frozenset(stem(w) for w in content_words(m.group(2)))) for m in _ADJECTIVE.finditer(text)
    ]
