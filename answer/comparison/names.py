"""The forms in which one name is written: with and without its brackets, its aliases, its acronym spelled out.

Two memos seldom write a name alike: "Harbor Pass (HP)", "HP", "Harbor-Pass Project". A form is one such writing, as
folded words; which of them belong together is not decided here.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from answer.questions.reading.words import STOP, fold, stem, tokens, word_list
from records.facts import Project

_BRACKETS = re.compile(r"\(([^()]{1,120})\)")
_FORMERLY = re.compile(
    r"^\s*(?:formerly|formally|previously|originally|now|aka|a\.k\.a\.|also)?\s*(?:known\s+as|called|named)?[\s\-–—:]*",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&]{1,9})\)")
_WORD = re.compile(r"[A-Za-z][\w'’&/-]{0,30}")
_PREFIX = re.compile(r"\b([a-z]|re|pre|co|non|un|de)[-–](?=[a-z]{3})", re.IGNORECASE)
"""``e-Permits`` and ``ePermits``, ``Re-roofing`` and ``Reroofing`` are one word each."""

_ABBREVIATED = {
    "admin": "Administration", "gym": "Gymnasium", "rec": "Recreation", "tech": "Technology", "mgmt": "Management",
    "rehab": "Rehabilitation", "maint": "Maintenance", "govt": "Government", "elem": "Elementary", "sys": "System",
    "info": "Information", "svc": "Service", "svcs": "Services", "equip": "Equipment", "constr": "Construction",
}  # fmt: skip
_SHORT_WORD = re.compile(rf"\b({'|'.join(_ABBREVIATED)})\b\.?", re.IGNORECASE)

_WAYS = {
    "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard", "bldg": "Building", "ctr": "Center", "hwy": "Highway",
    "pkwy": "Parkway", "rd": "Road", "st": "Street", "sq": "Square", "hq": "Headquarters", "dept": "Department",
}  # fmt: skip
_WAY = re.compile(rf"(?<=\w )({'|'.join(_WAYS)})\b\.?", re.IGNORECASE)
_COMPASS = {"N": "North", "E": "East", "S": "South", "W": "West"}
_COMPASS_POINT = re.compile(r"(?<=[a-z] )([NESW])\b\.?(?! ?\d)")
"""After a word in small letters: ``Cannery Row E``, not ``E 14th`` and not ``Phase E 2``."""

_NUMBER_WORDS = word_list("one two three four five six seven eight nine ten")
_ROMAN = word_list("i ii iii iv v vi vii viii ix x")
_PART = r"(?:phase|release|stage|part|tranche|round|wave|version|step|generation|v|r)"
_PART_NUMBER = re.compile(rf"\b({_PART} ?)(\d{{1,3}}|{'|'.join(_NUMBER_WORDS + _ROMAN)})\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:\d{1,4}|ii|iii|iv|vi|vii|viii|ix)\b|(?<=[a-z]{4})\d\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,8}\b")
_LONGEST_ACRONYM = 8
_LONGEST_NAME = 40  # words; what is longer is a sentence


def name_to_forms(name: str, aliases: Iterable[str] = (), *, acronyms: Mapping[str, str] | None = None) -> list[str]:
    """``"Ferry Ticketing (formerly Dock Sales)"`` -> the whole, ``Ferry Ticketing`` and ``Dock Sales``.

    ``acronyms`` (see ``find_acronyms``) adds a form with each acronym spelled out.
    """
    forms: list[str] = []
    for written in (name, *aliases):
        inside = [_FORMERLY.sub("", text) for text in _BRACKETS.findall(written)]
        forms += [written, _BRACKETS.sub(" ", written), *(text for text in inside if " " in text.strip())]
    spelled = [spell_out(written, acronyms or {}) for form in forms for written in (form, _spell_words(form))]
    kept = (" ".join(form.split()).strip(" -–—:,") for form in (*forms, *spelled))
    return list(dict.fromkeys(form for form in kept if form)) or [name]


def written_forms(name: str) -> list[str]:
    """The name with and without its brackets, its streets spelled out: one name, however it is written."""
    return [_spell_places(form) for form in (name, _BRACKETS.sub(" ", name))]


def _spell_words(form: str) -> str:
    """``"Harbor Blvd N Gym"`` -> ``"Harbor Boulevard North Gymnasium"``."""
    return _spell_places(_SHORT_WORD.sub(lambda found: _ABBREVIATED[found.group(1).lower()], form))


def _spell_places(form: str) -> str:
    ways = _WAY.sub(lambda found: _WAYS[found.group(1).lower()], form)
    return _COMPASS_POINT.sub(lambda found: _COMPASS[found.group(1)], ways)


def find_acronyms(text: str) -> dict[str, str]:
    """``"the Harbor Emission Register (HER)"`` -> ``{"HER": "Harbor Emission Register"}``: initials must fit."""
    found = {}
    for bracket in _IN_BRACKETS.finditer(text):
        acronym, words = bracket.group(1), _words_before(text, bracket.start())
        letters = "".join(char for char in acronym if char.isupper())
        for count in range(2, len(words) + 1):
            if letters in initials(" ".join(words[-count:])):
                found[acronym] = " ".join(words[-count:])
                break
    return found


def _words_before(text: str, end: int) -> list[str]:
    words = text[max(0, end - 30 * _LONGEST_ACRONYM) : end].split()[-_LONGEST_ACRONYM:]
    broken = [position for position, word in enumerate(words) if not _WORD.fullmatch(word)]
    return words[broken[-1] + 1 :] if broken else words


def acronyms_to_words(old: Sequence[Project], new: Sequence[Project]) -> tuple[dict[str, str], dict[str, str]]:
    """What the acronyms in the names of each list stand for, as either list tells it."""
    told: dict[str, str] = {}
    for project in (*old, *new):
        for text in (project.project, *project.aliases, project.description or "", project.issue or ""):
            for acronym, words in find_acronyms(text).items() if "(" in text else ():
                told.setdefault(acronym, words)
    before, after = [project.project for project in old], [project.project for project in new]
    return {**spell_by_initials(before, after), **told}, {**spell_by_initials(after, before), **told}


def spell_by_initials(names: Sequence[str], others: Sequence[str]) -> dict[str, str]:
    """``"HR Counter"`` beside ``"Human Resources Counter"`` in the other list -> ``{"HR": "human resources"}``.

    Only a wording that is twice as frequent there as any other with these initials.
    """
    common = {word.upper() for name in others for word in re.findall(r"[A-Za-z]+", name) if not word.isupper()}
    wanted = {found for name in names for found in _CAPITALS.findall(name)} - common
    wordings: dict[str, Counter[str]] = {letters: Counter() for letters in wanted}
    for name in others:
        words = [word.lower() for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in STOP][:_LONGEST_NAME]
        letters = "".join(word[0].upper() for word in words)
        for start, end in itertools.combinations(range(len(words) + 1), 2):
            if letters[start:end] in wordings:
                wordings[letters[start:end]][" ".join(words[start:end])] += 1
    return {acronym: found for acronym, counts in wordings.items() if (found := _clearly_most(counts))}


def _clearly_most(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


@lru_cache(maxsize=50_000)
def initials(name: str) -> frozenset[str]:
    """The acronyms a name may have: ``"Office of Harbor Safety"`` -> ``OOHS`` and ``OHS``."""
    words = re.findall(r"[A-Za-z0-9]+", name)
    spellings = (words, [word for word in words if word.lower() not in STOP])
    return frozenset(
        "".join(word[0].upper() for word in spelling)
        for spelling in spellings
        if 2 <= len(spelling) <= _LONGEST_ACRONYM
    )


def acronyms_in(name: str) -> frozenset[str]:
    """The words of a name that look like acronyms, in capitals: ``"eQMS Release 2"`` -> ``EQMS``."""
    return frozenset(found.upper() for found in _ACRONYM.findall(name))


@lru_cache(maxsize=50_000)
def name_stems(name: str) -> tuple[str, ...]:
    """The content words of a name, stemmed, in order; all words where it has no other (``"The IT"``)."""
    words = tokens(_PREFIX.sub(r"\1", name))
    return tuple(stem(word) for word in words if word not in STOP) or tuple(words)


def number_parts(name: str) -> str:
    """``"Seawall Phase Two"`` and ``"Seawall Phase II"`` -> ``"Seawall Phase 2"``."""
    return _PART_NUMBER.sub(lambda part: part.group(1) + _to_digits(part.group(2).lower()), name)


@lru_cache(maxsize=50_000)
def name_numbers(name: str) -> frozenset[str]:
    """``"Seawall Phase Two"``, ``"Seawall II"``, ``"Seawall 2"`` -> ``2``."""
    folded = fold_name(name)
    parts = (number for _, number in _PART_NUMBER.findall(folded))
    return frozenset(_to_digits(found) for found in (*_NUMBER.findall(folded), *parts))


def _to_digits(number: str) -> str:
    for row in (_NUMBER_WORDS, _ROMAN):
        if number in row:
            return str(row.index(number) + 1)
    return number.lstrip("0") or "0"


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> str:
    """What two writings of the same name have in common: case, accents, punctuation and blanks aside."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(name)))


def spell_out(form: str, acronyms: Mapping[str, str]) -> str:
    return re.sub(r"\b[A-Z][A-Za-z&]{1,9}\b", lambda match: acronyms.get(match.group(), match.group()), form)
