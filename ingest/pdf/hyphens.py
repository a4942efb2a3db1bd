"""Words broken at a line's end, put together again.

The rule, in this order:

1. A soft hyphen goes; a dash or slash stays; neither leaves a space.
2. Before a capital or a digit the hyphen stays (``City-`` ``Wide``, ``2025-`` ``2026``).
3. What the document itself writes unbroken decides: ``long-term`` keeps its hyphen if the document writes
   ``long-term`` somewhere, and loses it if it writes ``longterm``.
4. If both halves are words of the document (three letters at least), the hyphen stays: ``well-`` ``known``.
5. After a number and a few others that make compounds it stays: ``three-`` ``year``, ``self-`` ``service``.
6. Else the printer broke the word, and the hyphen goes: ``infor-`` ``mation``.

A hyphen that hangs on purpose ("short- and long-term") is followed by ``and``, ``or`` or ``to`` and keeps its space.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

Join = Literal["space", "keep", "drop"]

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010\u2011"
_COMPOUNDING = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve"))
_COMPOUNDING |= {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_COMPOUNDING |= {"self", "non", "intra", "quasi"}
_GLUERS = "\u2013\u2014/"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_HANGING = frozenset(("and", "or", "to"))
_URL = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_URL_REST = re.compile(r"\S*[/=&?%#_~]\S*|\S+\.(?:html?|aspx?|php|pdf)\b\S*", re.IGNORECASE)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands unbroken in ``texts`` (each the text of one line), hyphenated words as they are.

    The last word of a line is left out if it ends in a hyphen, and so is the first word of the next one.
    """
    counts: Counter[str] = Counter()
    broken = False
    for text in texts:
        pieces = text.split()
        whole = pieces[1:] if broken else pieces
        broken = bool(pieces) and pieces[-1][-1] in _HYPHENS + SOFT_HYPHEN
        counts.update(_plain(word) for piece in (whole[:-1] if broken else whole) for word in _WORD.findall(piece))
    return counts


def _plain(word: str) -> str:
    return re.sub(f"[{_HYPHENS}]", "-", word).casefold()


def how_to_join(first: str, second: str, *, known: Mapping[str, int]) -> Join:
    """How the last word of a line and the first word of the next belong together: ``keep`` and ``drop`` (the hyphen)
    leave no space between them."""
    if not first or not second:
        return "space"
    if first.endswith(SOFT_HYPHEN):
        return "drop"
    if _URL.fullmatch(first.lstrip("(<[")) and _URL_REST.fullmatch(second):
        return "keep"
    if len(first) > 1 and first[-1] in _GLUERS and first[-2].isalnum() and second[0].isalnum():
        return "keep"
    if len(first) < 2 or first[-1] not in _HYPHENS or not first[-2].isalnum():
        return "space"
    return _join_hyphen(first, second, known=known)


def _join_hyphen(first: str, second: str, *, known: Mapping[str, int]) -> Join:
    head, tail = _WORD.findall(first[:-1]), _WORD.match(second)
    if second.casefold().strip(".,;") in _HANGING:
        return "space"
    if not second[0].isalnum():
        return "space"
    if not second[0].islower() or not head or tail is None or not first[-2].isalpha():
        return "keep"
    left, right = _plain(head[-1]), _plain(tail[0])
    if known.get(f"{left}-{right}"):
        return "keep"
    if known.get(left + right):
        return "drop"
    alone = min(len(left), len(right)) >= 3 and known.get(left) and known.get(right)
    return "keep" if alone or (left in _COMPOUNDING and len(right) >= 4) else "drop"
