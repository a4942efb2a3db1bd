"""Answers how two things differ: with the memo's two definitions, or the sentences that set one against the other.

A sentence that only names both says nothing of a difference. Either it turns from one to the other ("while", "unlike",
"in contrast"), or two neighbouring sentences begin with one each. A difference in some respect ("in cost") must be said
in those very sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from answer.comparison.statements import Statement, memo_to_statements
from answer.questions.reading.status_words import asked_statuses
from answer.questions.reading.words import covers, fold, stem, stems, tokens
from answer.questions.reply import Case, answered, sentence_text
from records.answer import Answer
from records.facts import Definition

_TAIL = r"(?: (?:in|within|according to) (?:the|this) [^?]{0,60}(?:memo|memorandum|report))?\??$"
_IN = r"(?: (?:in(?: terms of)?|regarding|on) (?P<respect>(?!the\b|this\b)[^?]{3,40}?))?"
_ASKED = tuple(
    re.compile(pattern + _IN + _TAIL, re.IGNORECASE)
    for pattern in (
        r"\bhow (?:do|does|did|are|is) (?P<one>.{3,80}?) (?:and|or) (?P<other>.{3,80}?) "
        r"(?:differ(?:ent)?|unlike)(?: from (?:each other|one another))?",
        r"\b(?:how|in (?:what|which) (?:ways?|respects?)) (?:do|does|did|are|is) (?P<one>.{3,80}?) "
        r"(?:differ|different|distinct) from (?P<other>.{3,80}?)",
        r"\bdifferences?(?: in (?P<aspect>[\w -]{3,30}))? between (?P<one>.{3,80}?) and (?P<other>.{3,80}?)",
        r"\bwhat (?:distinguishes|separates|sets) (?P<one>.{3,80}?) (?:apart )?from (?P<other>.{3,80}?)",
    )
)
_TURNS = re.compile(
    r"\b(?:while|whereas|but|unlike|in contrast|by contrast|however|on the other hand|conversely|rather than"
    r"|instead of|as opposed to|compared with|compared to|although|though|only|meanwhile|differs?)\b|;",
    re.IGNORECASE,
)
_GENERIC = stems("project projects status rating mark one ones two kind type item table program initiative")
_OPENING_WORDS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """The stems of either side, those that they share left out of ``one`` and ``other``."""

    one: frozenset[str]
    other: frozenset[str]
    shared: frozenset[str]
    respect: frozenset[str]
    texts: tuple[str, str]


def contrast_answer(case: Case) -> Answer | None:
    """ "How do the day pass and the season pass differ?", "What is the difference between amber and red?" """
    contrast = asked_contrast(case.question.text)
    if contrast is None:
        return None
    return _two_definitions(case, contrast) or _contrasting_sentences(case, contrast)


def asked_contrast(text: str) -> Contrast | None:
    """The two things that a question sets against each other; ``None`` if it asks for no difference of things."""
    for pattern in _ASKED:
        found = pattern.search(" ".join(text.split()))
        if found is None:
            continue
        one, other = stems(found["one"]) - _GENERIC, stems(found["other"]) - _GENERIC
        parts = found.groupdict()
        respect = stems(" ".join(filter(None, (parts.get("aspect"), parts.get("respect")))))
        if one - other and other - one:
            return Contrast(
                one=one - other, other=other - one, shared=one & other, respect=respect,
                texts=(found["one"], found["other"]),
            )  # fmt: skip
    return None


def _two_definitions(case: Case, contrast: Contrast) -> Answer | None:
    found = [_definition(case, text) for text in contrast.texts]
    one, other = found
    if one is None or other is None or one.term == other.term or contrast.respect:
        return None
    text = " ".join(f"{_capital(d.term)} means: {sentence_text(d.meaning)}" for d in (one, other))
    return answered(case, text, (*one.places, *other.places), method="record", confidence=0.88,
                    values=[one.meaning, other.meaning])  # fmt: skip


def _definition(case: Case, text: str) -> Definition | None:
    statuses = asked_statuses(text)
    for definition in case.memo.definitions:
        if len(statuses) == 1 and definition.status == statuses[0]:
            return definition
        if stems(definition.term) and stems(definition.term) == stems(text):
            return definition
    return None


def _capital(term: str) -> str:
    return term[:1].upper() + term[1:]


def _contrasting_sentences(case: Case, contrast: Contrast) -> Answer | None:
    statements = memo_to_statements(case.memo)
    found = next(iter([*_in_one(statements, contrast), *_in_two(statements, contrast)]), None)
    if found is None:
        return None
    if not all(covers(base, frozenset().union(*(stems(s.text) for s in found))) for base in contrast.respect):
        return None
    places = [place for statement in found for place in statement.places]
    text = " ".join(sentence_text(statement.text) for statement in found)
    return answered(case, text, places, method="quoted", confidence=0.82, values=[s.text for s in found])


def _in_one(statements: tuple[Statement, ...], contrast: Contrast) -> Iterator[tuple[Statement, ...]]:
    """One sentence that names both in full and turns between them, or opens with the turn."""
    for statement in statements:
        have = stems(statement.text)
        if not (contrast.one | contrast.other | contrast.shared) <= have:
            continue
        first, second = sorted((_at(statement.text, contrast.one), _at(statement.text, contrast.other)))
        turns = [found.start() for found in _TURNS.finditer(statement.text)]
        if any(first < turn < second for turn in turns) or (turns and turns[0] == 0):
            yield (statement,)


def _in_two(statements: tuple[Statement, ...], contrast: Contrast) -> Iterator[tuple[Statement, ...]]:
    """Two neighbouring sentences, each beginning with one of the two and silent about the other."""
    for before, after in pairwise(statements):
        for one, other in ((contrast.one, contrast.other), (contrast.other, contrast.one)):
            if (
                before.section == after.section
                and _begins_with(before.text, one | contrast.shared)
                and _begins_with(after.text, other)
                and not other & stems(before.text)
                and not (one & stems(after.text) and not _TURNS.search(after.text))
            ):
                yield (before, after)


def _begins_with(text: str, wanted: frozenset[str]) -> bool:
    return wanted <= {stem(word) for word in tokens(text)[:_OPENING_WORDS]}


def _at(text: str, wanted: frozenset[str]) -> int:
    """Where the first word of ``wanted`` stands."""
    plain = fold(text)
    places = [m.start() for m in re.finditer(r"[a-z0-9']+", plain) if stem(m.group()) in wanted]
    return min(places, default=0)
