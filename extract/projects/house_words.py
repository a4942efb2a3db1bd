"""A memo's own words for the state of its projects, as it explains them: "Watch" of "Healthy, Watch, Critical".

A word that every memo uses so keeps its meaning. Of a scale of three that is explained word after word, the unknown
ones stand between the known ends as they are told. Refused: words that are explained alone, and scales of which no end
is known.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from extract.projects.status_words import StatusSpan, cell_to_status, find_statuses
from records.facts import Definition

_STEPS = ("green", "yellow", "red")
_MOST_WORDS = 4
_GOOD = re.compile(
    r"^(?!.*\b(?:not|unless|only if|may|might|could|cannot|without (?!delay|problem|difficult|concern|risk|issue))\b)"
    r".*\b(?:on time|on (?:schedule|budget|course|plan|target)|"
    r"within (?:\w+ ){0,3}(?:budget|cost|plan|schedule|tolerance|limits)|in line with|without [a-z]+|free of|"
    r"(?:as|to) (?:in the )?(?:plan(?:ned)?|approved|agreed|expected|intended|scheduled)|meets? (?:its|all|the|their)|"
    r"will (?:meet|keep|finish|be (?:met|kept|held))|nothing|all is well|"
    r"no (?:[a-z]+ ){0,2}?(?:action|concerns?|threats?|risks?|delays?|problems?|issues?|help|decision|intervention))\b",
    re.IGNORECASE,
)
"""What the best word of a scale is explained by."""
_BAD = re.compile(
    r"^(?!.*\b(?:may|might|could|if|unless|nothing)\b)"
    r"(?!.*\bno (?:[a-z]+ ){0,2}?(?:action|decision|help|intervention)\b)"
    r".*\b(?:cannot|can no longer|will not|unlikely|not recoverable|no recovery|rescue|escalat\w{1,3}|"
    r"(?:must|has to|have to|needs? to) (?:act|decide|step in|intervene)|"
    r"(?:need|require)s? (?:an? |the )?(?:[a-z]+ ){0,2}?(?:decision|intervention|rescue)|"
    r"(?:is|are|has been|have been|were|was) (?:both )?(?:lost|exceeded|missed|stopped|spent|failed|broken)|"
    r"will (?:miss|be missed)|fail\w{0,3})\b",
    re.IGNORECASE,
)
"""What the worst one is explained by."""
_PREDICATES = {"needs attention": "yellow", "requires attention": "yellow"}
_ENDS_CLAUSE = (
    r"(?=[\"”]?(?:\s?[.;,:)]|$|\s(?:because|due to|owing|since|until|after|and|but|again|with|against|this|for)\b))"
)
_VERBAL = re.compile(r"(?:needs?|requires?|faces)\s", re.IGNORECASE)


def definitions_to_words(definitions: Sequence[Definition]) -> dict[str, str]:
    """{"healthy": "green", "watch": "yellow", "critical": "red"}, for what the memo explains of its ratings."""
    found: dict[str, str] = {}
    for _, run in groupby(definitions, key=_where):
        scale = {d.term.casefold(): d for d in run if len(d.term.split()) <= _MOST_WORDS}
        states = {term: _known(term) for term in scale}
        health = [term for term, state in states.items() if state is None or state in _STEPS]
        states |= dict(zip(health, _along(scale, health, states), strict=True))
        if len({state for state in states.values() if state}) > 1:
            found |= {term: state for term, state in states.items() if state is not None and not _in_every_memo(term)}
    return found


def with_statuses(definitions: Sequence[Definition], words: Mapping[str, str]) -> tuple[Definition, ...]:
    """The definitions, those of the memo's own words with their status."""
    return tuple(
        replace(definition, status=words[definition.term.casefold()])
        if definition.status is None and definition.term.casefold() in words
        else definition
        for definition in definitions
    )


def statuses_in(text: str, words: Mapping[str, str], *, cell: bool = False) -> tuple[StatusSpan, ...]:
    """As ``find_statuses``, with the memo's own ``words`` where they end a clause: "is on watch", "is healthy"."""
    found = find_statuses(text, cell=cell)
    words = {**_PREDICATES, **words} if "attention" in text else words
    words = {word: state for word, state in words.items() if len(word) > 1}  # a grade, "A", is a word of any sentence
    if not words:
        return found
    taken = [(span.start, span.end) for span in found]
    own = [span for span in _own_spans(text, words) if not any(a < span.end and span.start < b for a, b in taken)]
    return tuple(sorted((*found, *own), key=lambda span: span.start))


def status_in(text: str, words: Mapping[str, str]) -> str | None:
    """As ``cell_to_status``, with the memo's own ``words``."""
    plain = " ".join(text.split()).strip(' ."“”').casefold()
    return words.get(plain) or cell_to_status(text)


def is_verb(span: StatusSpan) -> bool:
    """ "needs attention": the words are the predicate themselves."""
    return bool(_VERBAL.match(span.text))


def _own_spans(text: str, words: Mapping[str, str]) -> Iterable[StatusSpan]:
    terms = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{terms})(?![\w-]){_ENDS_CLAUSE}", text, re.IGNORECASE):
        state = words[" ".join(match.group().split()).casefold()]
        yield StatusSpan(status=state, text=match.group(), start=match.start(), end=match.end())


def _where(definition: Definition) -> object:
    """Definitions of one part of the memo are of one scale."""
    return definition.places[0].section if definition.places else None


def _known(term: str) -> str | None:
    spans = find_statuses(term, cell=True)
    whole = len(spans) == 1 and len(spans[0].text) == len(term)
    return spans[0].status if whole else None


def _in_every_memo(term: str) -> bool:
    spans = find_statuses(term)
    return len(spans) == 1 and len(spans[0].text) == len(term)


def _along(
    scale: Mapping[str, Definition], health: Sequence[str], states: Mapping[str, str | None]
) -> list[str | None]:
    """The states of a scale's words; the unknown ones of three by their place, if an end tells the direction."""
    told = [states[term] for term in health]
    if len(health) != len(_STEPS) or None not in told:
        return told
    told = [
        state or _by_meaning(scale[term].meaning, n) for n, (term, state) in enumerate(zip(health, told, strict=True))
    ]
    fits = [steps for steps in (_STEPS, _STEPS[::-1]) if _fit(told, steps)]
    return list(fits[0]) if len(fits) == 1 else [states[term] for term in health]


def _by_meaning(meaning: str, place: int) -> str | None:
    """The best or the worst word of three; the one between them tells no direction."""
    if place == 1:
        return None
    return "green" if _GOOD.search(meaning) else "red" if _BAD.search(meaning) else None


def _fit(told: Sequence[str | None], steps: Sequence[str]) -> bool:
    return any(told) and all(state is None or state == step for state, step in zip(told, steps, strict=True))
