"""What a question is after, by the likeness of its meaning to questions whose meaning is known.

"How do things stand with the pier?" is put as "What is the status of the pier?", which the answerers understand. A
question is put anew only where it is much like the wordings of one intent and clearly less like those of all others,
those included that memolens has no record for ("Who is the vendor of the project?"): they keep it from guessing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.questions.reading.known_wordings import OF_A_PROJECT, OF_A_STATUS, OF_THE_MEMO, Intent
from answer.questions.reading.named_projects import Named, find_named, project_names
from answer.questions.reading.words import STOP, TALK, stems
from records.facts import Project

LEAST_LIKE, LEAST_AHEAD = 0.78, 0.03
SURELY_LIKE, SURELY_AHEAD = 0.9, 0.05
SUBJECT = "the project"
STATUS = "red"
_STATUS = re.compile(r"\b(?:red|yellow|amber|green)\b", re.IGNORECASE)
_WHICH_MEMO = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:first|second|third|fourth|latest|current|annual|quarterly|monthly)\b(?: quarter)?",
    re.IGNORECASE,
)
"""Which of several memos is meant is not what the question is after."""
_WORD = re.compile(r"[\w'’&./-]*[\w'’&]")
_KIND = frozenset(("project", "program", "programme", "system", "initiative", "scheme", "rollout", "pilot"))
_KIND_STEMS = stems(" ".join(_KIND))


@dataclass(frozen=True, slots=True)
class Masked:
    """A question in which a project's name or a colour gave way to a common word, and what it was."""

    text: str
    intents: tuple[Intent, ...]
    mask: str
    value: str


def mask_question(text: str, projects: Sequence[Project]) -> Masked:
    """ "Who leads Pier 4?" as "Who leads the project?"; "When is it amber?" as "When is it red?"; else as it is."""
    named = find_named(text, projects)
    if len(named) == 1 and (masked := _without_name(text, named[0])):
        return Masked(masked, OF_A_PROJECT, SUBJECT, named[0].project.project)
    colours = dict.fromkeys(found.lower() for found in _STATUS.findall(text))
    if len(colours) == 1:
        return Masked(_STATUS.sub(STATUS, text), OF_A_STATUS, STATUS, next(iter(colours)))
    return Masked(" ".join(_WHICH_MEMO.sub(" ", text).split()), OF_THE_MEMO, "", "")


def best_intent(intents: Sequence[Intent], likeness: Sequence[float]) -> tuple[Intent, float, float]:
    """The intent of the likest wording, how like it is, and how far ahead of every other intent's.

    ``likeness`` is one figure for each wording of all ``intents``, in order.
    """
    left = iter(likeness)
    best = sorted(((max(next(left) for _ in intent.wordings), n) for n, intent in enumerate(intents)), reverse=True)
    return intents[best[0][1]], best[0][0], best[0][0] - best[1][0]


@dataclass(frozen=True, slots=True)
class Canonical:
    """The question as the answerers know it; ``sure`` where its wording is nearly one of those that are known."""

    text: str
    sure: bool


def canonical_question(masked: Masked, likeness: Sequence[float]) -> Canonical | None:
    """``None`` where it is not clear enough what the question is after."""
    intent, like, ahead = best_intent(masked.intents, likeness)
    if not intent.canonical or like < LEAST_LIKE or ahead < LEAST_AHEAD:
        return None
    if masked.mask == SUBJECT and like < SURELY_LIKE and _asks_more(masked):
        return None
    text = intent.canonical.replace(masked.mask, masked.value) if masked.mask else intent.canonical
    return Canonical(text, like >= SURELY_LIKE and ahead >= SURELY_AHEAD)


def _asks_more(masked: Masked) -> bool:
    """ "What does a single lamp of the project cost?": a word that no known wording has would be lost."""
    return bool(stems(masked.text) - stems(" ".join(wordings(masked.intents))) - stems(" ".join(TALK)))


def wordings(intents: Sequence[Intent]) -> tuple[str, ...]:
    return tuple(wording for intent in intents for wording in intent.wordings)


def _without_name(text: str, named: Named) -> str | None:
    """The question with the run of words that names the project replaced; ``None`` where they lie scattered.

    One word alone names it only beside a word such as "project", or where it is written as a name.
    """
    words = list(_WORD.finditer(text))
    telling = _name_stems(named)
    at = [n for n, word in enumerate(words) if _stems_of(word.group()) & telling]
    while at and _stems_of(words[at[-1]].group()) <= _KIND_STEMS and at[-1] - 1 not in at:
        at.pop()
    if not at:
        return None
    first, last = at[0], at[-1]
    between = [words[n].group().lower() for n in range(first, last + 1) if n not in at]
    if any(word not in STOP for word in between):
        return None
    if last + 1 < len(words) and words[last + 1].group().lower() in _KIND:
        last += 1
    if not named.whole and first == last and not words[first].group()[0].isupper():
        return None
    if first and words[first - 1].group().lower() in ("the", "our", "this"):
        first -= 1
    return f"{text[: words[first].start()]}{SUBJECT}{text[words[last].end() :]}"


def _name_stems(named: Named) -> frozenset[str]:
    return frozenset().union(*(stems(name) for name in project_names(named.project)))


def _stems_of(word: str) -> frozenset[str]:
    return stems(word.removesuffix("'s").removesuffix("’s"))
