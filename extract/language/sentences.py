"""Where sentences begin and end, by rules: the same text always splits the same way, and fast.

A full stop ends no sentence after an abbreviation ("Res. No. 12"), an initial ("J. Doe"), inside a number
("$4.5 million") or after a list number ("1. Scope"). A line break that the source meant always ends one.
"""

import re

from extract.language.word_sets import word_set

_ALWAYS_INSIDE = word_set(
    "mr mrs ms dr hon prof rev gen sen rep st no nos vs e.g i.e cf approx est fig sec art res ord dept div attn re "
    "jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd vol pp p ch ext tel min max avg acct"
)
# These close a sentence as often as they stand inside one; the next word decides.
_EITHER = word_set("inc corp co ltd llc jr sr etc u.s u.s.a d.c a.m p.m ph.d al")
_STARTERS = word_set(
    "a an the this that these those it its in on at by for from as since with after before during to if when while "
    "however staff we they he she there all both each no one two another additionally also finally our"
)
_STOP = re.compile(r"[.!?]+[\"”’')\]]{0,3}(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘]+$")
_NEXT_WORD = re.compile(r"\s+[\"“‘'(\[]{0,2}([^\s,;:]+)")


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of each sentence: "Res. No. 7 passed. It cost $4.5 million." has two."""
    sentences: list[tuple[int, int]] = []
    for first, last in _lines(text):
        start = first
        for stop in _STOP.finditer(text, first, last):
            if _ends_sentence(text[start : stop.start()], stop.group(), text[stop.end() : last]):
                sentences.append(_trimmed(text, start, stop.end()))
                start = stop.end()
        sentences.append(_trimmed(text, start, last))
    return tuple((start, end) for start, end in sentences if start < end)


def _lines(text: str) -> list[tuple[int, int]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(before: str, stop: str, after: str) -> bool:
    following = _NEXT_WORD.match(after)
    if following is None:
        return True
    next_word = following.group(1)
    if next_word[0].islower():
        return False
    if not stop.startswith(".") or stop.startswith(".."):
        return True
    last = _LAST_WORD.search(before.rstrip())
    word = last.group().lower() if last else ""
    if word in _ALWAYS_INSIDE or _is_initial_or_number(before, word):
        return False
    if word in _EITHER:
        return next_word.lower() in _STARTERS
    return True


def _is_initial_or_number(before: str, word: str) -> bool:
    """ "J" of "J. Doe", or a list number that opens the line ("1", "a", "iv")."""
    if len(word) == 1 and word.isalpha():
        return True
    return before.strip().lower() == word and bool(re.fullmatch(r"\d{1,3}|[ivx]{1,5}|[a-z]", word))
