"""Which project of the memo a sentence is about: named in it, meant by it, or that of its paragraph or heading.

Where two projects remain, none is given.
"""

import re
from collections.abc import Iterable, Sequence

from extract.language.word_sets import word_set
from extract.projects.names import GENERIC, ORGANISATIONS, PROJECT_NOUNS, key_of, one_match, words_of
from extract.projects.scope import heading_to_name
from extract.statements import Statement
from records.facts import Project

_EMPTY = word_set(
    "data system systems management service services center centre office report plan new city county citywide public "
    "online program customer community enterprise records digital phase"
) | GENERIC  # fmt: skip
"""Words that many a sentence shares with a project's name without meaning it."""
_VERBS = word_set("has have had was were can may must began begins opens went goes now still of")
_WORK = frozenset(noun for noun in PROJECT_NOUNS if re.search(r"(?:ions?|ments?|ing|al|ade|out|fit|ul|sh|el)$", noun))
"""What is done rather than made: "the conversion" may be that of anything."""
_STOPS = (
    r"(?!(?:with|to|for|in|on|by|from|at|and|or|that|which|will|is|are|along|across|near|under|over|after|during)\s)"
)
_ONE = r"[\w’'-]{1,40}"
_DEFINITE = re.compile(
    rf"\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Tt]hese|[Tt]hose|of \d[\d,]{{0,9}})\s"
    rf"(?=({_STOPS}{_ONE}(?:\s{_STOPS}{_ONE}){{0,5}}))"
)
_ENDINGS = r"(?:s|es|e|er|ers|or|ors|ed|ing|ings|ion|ions|ment|ments)?"
_BIG_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+(?:\s(?:of\s|and\s)?[A-Z][\w’'-]+)+")


def statement_to_project(statement: Statement, projects: Sequence[Project]) -> str | None:
    """The one project that the sentence names or means, else its paragraph, else its heading."""
    named = _named(statement.text, projects)
    if named:
        return named.pop() if len(named) == 1 else None
    meant = _meant(statement.text, projects)
    around = _named(statement.block.text, projects)
    headed = _heading_to_project(statement.trail, projects)
    if meant:
        others = around if len(around) == 1 else {headed} if headed else meant
        fit = meant & others
        return fit.pop() if len(fit) == 1 else None
    if around:
        return around.pop() if len(around) == 1 and not _names_another(statement.text) else None
    return headed


def _named(text: str, projects: Iterable[Project]) -> set[str]:
    return {p.project for p in projects if any(_mentions(text, name) for name in (p.project, *p.aliases))}


def _mentions(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, 0 if name.isupper() else re.I))


def _meant(text: str, projects: Sequence[Project]) -> set[str]:
    """The projects whose telling words the sentence uses: two of them, or one after "the" that no other name has."""
    words = words_of(text)
    definite = {word for phrase in _DEFINITE.findall(text) for word in _heads(words_of(phrase))}
    meant = set()
    for project in projects:
        shared = [word for word in _telling(project) if any(_same_word(word, other) for other in words)]
        own = [word for word in shared if sum(_has(other, word) for other in projects) == 1]
        things = [word for word in own if word not in _WORK and any(_same_word(word, other) for other in definite)]
        if things or (own and len(shared) > 1):
            meant.add(project.project)
    return meant


def _heads(words: Sequence[str]) -> set[str]:
    """The words that may be what a phrase is about: "seawall" of "the old seawall", not "port" of "the port cats"."""
    followed = zip(words, (*words[1:], ""), strict=False)  # "the 5" has no words at all
    light = _EMPTY | PROJECT_NOUNS | _VERBS
    return {word for word, after in followed if not after or after in light or after.endswith("ed")}


def _telling(project: Project) -> tuple[str, ...]:
    names = (project.project, *project.aliases)
    words = dict.fromkeys(word for name in names for word in key_of(name) if len(word) > 3 and not word.isdigit())
    return tuple(word for word in words if word not in _EMPTY and word not in ORGANISATIONS)


def _has(project: Project, word: str) -> bool:
    return any(_same_word(word, other) for other in _telling(project))


def _same_word(one: str, other: str) -> bool:
    """ "charger" and "charging", "meters" and "meter": the same beginning, and endings of one kind."""
    short = 0
    while short < min(len(one), len(other)) and one[short] == other[short]:
        short += 1
    shared = one == other or short >= 4
    return shared and bool(re.fullmatch(_ENDINGS, one[short:]) and re.fullmatch(_ENDINGS, other[short:]))


def _names_another(text: str) -> bool:
    """Whether the sentence has a capitalised name of its own that is no body of the city: "the Harbor Fair"."""
    names = (match.group() for match in _BIG_NAME.finditer(text))
    return any(words_of(name)[-1] not in ORGANISATIONS and not re.search(r"\d{4}", name) for name in names)


def _heading_to_project(trail: tuple[str, ...], projects: Sequence[Project]) -> str | None:
    """The project that the heading names, or whose name has all the heading's telling words."""
    heading = heading_to_name(trail[-1])[0] if trail else ""
    if not heading:
        return None
    names = {name: p.project for p in projects for name in (p.project, *p.aliases)}
    found = one_match(heading, names)
    if found:
        return names[found]
    words = [word for word in key_of(heading) if word not in GENERIC]
    tells = any(word not in _EMPTY and word not in ORGANISATIONS for word in words)
    near = [p.project for p in projects if tells and all(_same_in(word, p) for word in words)]
    return near[0] if len(near) == 1 else None


def _same_in(word: str, project: Project) -> bool:
    return any(_same_word(word, other) for name in (project.project, *project.aliases) for other in words_of(name))
