"""The forms in which one name is written: with and without its brackets, its aliases, its acronym spelled out.

Two memos seldom write a name alike: "Harbor Pass (HP)", "HP", "Harbor-Pass Project". A form is one such writing, as
folded words; which of them belong together is not decided here.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from answer.questions.words import STOP, fold, stem, tokens

_BRACKETS = re.compile(r"\(([^()]{1,120})\)")
_FORMERLY = re.compile(
    r"^\s*(?:formerly|formally|previously|originally|now|aka|a\.k\.a\.|also)?\s*(?:known\s+as|called|named)?[\s\-–—:]*",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_SPELLED_OUT = re.compile(r"((?:[A-Za-z][\w'’&/-]{0,30}\s){2,8})\(([A-Z][A-Za-z&]{1,9})\)")
_PREFIX_LETTER = re.compile(r"\b([A-Za-z])[-–](?=[A-Za-z]{3})")  # "e-Permits" and "ePermits" are one word
_LONGEST_ACRONYM = 8


def name_to_forms(name: str, aliases: Iterable[str] = (), *, acronyms: Mapping[str, str] | None = None) -> list[str]:
    """``"Ferry Ticketing (formerly Dock Sales)"`` -> the whole, ``Ferry Ticketing`` and ``Dock Sales``.

    ``acronyms`` (see ``find_acronyms``) adds a form with each acronym spelled out.
    """
    forms: list[str] = []
    for written in (name, *aliases):
        inside = [_FORMERLY.sub("", text) for text in _BRACKETS.findall(written)]
        forms += [written, _BRACKETS.sub(" ", written), *(text for text in inside if " " in text.strip())]
    spelled = [_spell_out(form, acronyms or {}) for form in forms]
    kept = (" ".join(form.split()).strip(" -–—:,") for form in (*forms, *spelled))
    return list(dict.fromkeys(form for form in kept if form)) or [name]


def find_acronyms(text: str) -> dict[str, str]:
    """``"the Harbor Emission Register (HER)"`` -> ``{"HER": "Harbor Emission Register"}``: initials must fit."""
    found = {}
    for before, acronym in _SPELLED_OUT.findall(text):
        words = before.split()
        letters = "".join(char for char in acronym if char.isupper())
        for count in range(2, len(words) + 1):
            if letters in initials(" ".join(words[-count:])):
                found[acronym] = " ".join(words[-count:])
                break
    return found


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
    words = tokens(_PREFIX_LETTER.sub(r"\1", name))
    return tuple(stem(word) for word in words if word not in STOP) or tuple(words)


def fold_name(name: str) -> str:
    """What two writings of the same name have in common: case, accents, punctuation and blanks aside."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(name)))


def _spell_out(form: str, acronyms: Mapping[str, str]) -> str:
    return re.sub(r"\b[A-Z][A-Za-z&]{1,9}\b", lambda match: acronyms.get(match.group(), match.group()), form)
