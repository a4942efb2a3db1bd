"""List signs and footnote signs at the start of a line: ``•``, ``3.``, ``(b)``, ``iv)``, a raised ``2``."""

import re
from collections.abc import Collection, Sequence

from ingest.pdf.line import Line, PdfWord
from ingest.pdf.words import SUPERSCRIPTS, UNREADABLE

_BULLET = re.compile(
    r"[\u2022\u2023\u2043\u204c\u204d\u2219\u25a0-\u25ff\u2610-\u2612\u2713-\u2717\u27a2-\u27af\u2794\u00b7\u00bb\u203a"
    rf"\uf000-\uf0ff{UNREADABLE}]"
)
_DASH = re.compile(r"[-\u2013\u2014*o\u00a7+]")
_NUMBER = re.compile(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\([A-Z]\)|[A-Z]\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?", re.IGNORECASE
)
_CLEAR = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-h]|[ivx]{1,4})\.")
_TAB = 0.55
"""After a sign that could be a word or an initial, in units of the type size."""
_MARKS_APART = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_FOOTNOTE = re.compile(r"\d{1,3}[.)]?|[*†‡§]{1,3}")


def list_marker(words: Sequence[PdfWord]) -> tuple[str, int] | None:
    """The sign that opens the line, and how many words it takes; the sign of a bullet font is shown as ``•``.

    ``A. Nguyen`` is a name and ``3.5 million`` a figure: signs like these need a tab's width after them.
    """
    count = 1
    while count < len(words) and words[count].glued and len(words[count - 1].text) < 4:
        count += 1
    if count == len(words) or words[0].raised:
        return None
    text = "".join(word.text for word in words[:count])
    wide = words[count].x0 - words[count - 1].x1 > _TAB * words[count].size
    if _BULLET.fullmatch(text):
        return ("•" if text >= "\uf000" else text), count
    if _CLEAR.fullmatch(text) or (wide and (_NUMBER.fullmatch(text) or _DASH.fullmatch(text))):
        return text, count
    if text in "-\u2013*" and words[0].x0 < words[count].x0:
        return text, count
    return None


def is_bullet(marker: str) -> bool:
    return bool(_BULLET.fullmatch(marker))


def follows(marker: str, before: str | None) -> bool:
    """Whether ``marker`` is the next sign after ``before``: ``2.`` after ``1.``, ``(c)`` after ``(b)``, ``•`` after
    ``•``."""
    if before is None:
        return False
    if is_bullet(marker) or marker == before:
        return marker == before
    signs = [re.sub(r"\w", "", sign) for sign in (before, marker)]
    values = [re.sub(r"\W", "", sign) for sign in (before, marker)]
    if signs[0] != signs[1]:
        return False
    if values[0].isdigit() and values[1].isdigit():
        return int(values[1]) == int(values[0]) + 1
    return len(values[0]) == len(values[1]) == 1 and ord(values[1]) == ord(values[0]) + 1


def footnote_marker(line: Line, *, before: str | None, marks: Collection[str]) -> str | None:
    """The sign that opens a footnote: raised, or a plain figure or star that is raised in the text (``marks``).

    After note ``before`` only the next number counts, so that a line that goes on with a figure opens no note.
    """
    first = line.words[0]
    text = first.text.translate(SUPERSCRIPTS)
    if len(line.words) < 2 or not _FOOTNOTE.fullmatch(text):
        return None
    marker = text.rstrip(".)")
    if first.raised:
        return marker
    expected = before is None or not marker.isdigit() or (before.isdigit() and int(marker) == int(before) + 1)
    return marker if expected and not line.words[1].glued and (marker in marks or not marker.isdigit()) else None


def opens_note(line: Line) -> bool:
    """A raised sign before any text: in running text a mark follows a word."""
    return len(line.words) > 1 and line.words[0].raised and bool(marks_in(line.words[0]))


def marks_in(word: PdfWord) -> list[str]:
    """``1`` and ``2`` of a raised ``1,2``."""
    return _MARKS_APART.findall(word.text.translate(SUPERSCRIPTS))
