"""Footnotes at the end of a column: small lines, or lines that a raised sign opens, below everything else.

A note that runs over to the next page is joined there. Notes beneath a table in the middle of a page stay in place.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ingest.pdf.drafts import Stretch
from ingest.pdf.line import Line, PdfWord
from ingest.pdf.markers import footnote_marker, marks_in

_SMALL = 0.93
"""A footnote's size is at most this share of the body's."""
_ENDED = re.compile(r"[.!?\d/)]\W?$")


@dataclass(slots=True)
class Footnote:
    """``marker`` is ``1`` or ``*``; ``marker_words`` how many words of the first line it takes."""

    marker: str
    lines: list[Line]

    @property
    def words(self) -> list[PdfWord]:
        return [word for line in self.lines for word in line.words][1:]


def split_footnotes(
    stretch: Stretch, *, body_size: float, marks: Collection[str], before: Footnote | None
) -> tuple[Stretch, list[Footnote]]:
    """The column's text, and the footnotes that end it.

    ``marks`` are the raised marks of the document: a plain figure opens a note only if it is one of them. ``before``
    is the last note of the page before, which small lines above the first sign may continue.
    """
    start = _first_note(stretch, body_size, marks)
    if start is None:
        return stretch, []
    rest = _continued(stretch[:start], body_size, before)
    return stretch[:rest], _lines_to_notes(stretch[start:], marks)


def raised_marks(stretches: Iterable[Stretch]) -> set[str]:
    """The marks raised in running text."""
    words = [word for stretch in stretches for line in stretch for word in line.words[1:] if word.raised]
    return {mark for word in words for mark in marks_in(word)}


def _first_note(stretch: Stretch, body_size: float, marks: Collection[str]) -> int | None:
    """The first line from which on everything is footnotes."""
    found = None
    for number in range(len(stretch) - 1, -1, -1):
        line = stretch[number]
        if line.table is not None:
            break
        small = line.size <= _SMALL * body_size
        if footnote_marker(line, before=None, marks=marks) and (small or line.words[0].raised):
            found = number
        elif not small and not _below_is_raised(stretch, number):
            break
    return found


def _below_is_raised(stretch: Stretch, number: int) -> bool:
    """A line of the body's size may be the second line of a note only if a raised sign opens a note above it."""
    last = stretch[max(0, number - 3) : number + 1]
    steps = [below.baseline - line.baseline for line, below in itertools.pairwise(last)]
    tight = all(0 < step < 1.45 * stretch[number].size for step in steps)
    return tight and any(line.words[0].raised for line in last[:-1])


def _continued(above: Sequence[Line], body_size: float, before: Footnote | None) -> int:
    """Small lines just above the first note are the end of the note before; the text ends where they begin."""
    end = len(above)
    while end and above[end - 1].table is None and above[end - 1].size <= _SMALL * body_size:
        end -= 1
    if before is None or end == len(above) or end == 0 or _ENDED.search(before.lines[-1].text):
        return len(above)
    before.lines += above[end:]
    return end


def _lines_to_notes(lines: Sequence[Line], marks: Collection[str]) -> list[Footnote]:
    notes: list[Footnote] = []
    for line in lines:
        marker = footnote_marker(line, before=notes[-1].marker if notes else None, marks=marks)
        if marker is not None:
            notes.append(Footnote(marker=marker, lines=[line]))
        else:
            notes[-1].lines.append(line)
    return notes
