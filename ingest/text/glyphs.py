"""Characters as shown, each with the stretch of the file it comes from, and what they add up to.

A reader of marked-up text turns its markup into glyphs; from then on nobody has to know the markup to quote the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.text.source_text import SourceText
from records.document import FootnoteMark
from records.word import Word

HARD_BREAK = "\n"
"""A line break that the author meant."""
SOFT_BREAK = "\r"
"""A line's end in the file that may only be wrapping; white space unless it is turned into a hard break."""


class Glyph(NamedTuple):
    """``char`` as shown stands for ``file[start:end]``; a footnote ``mark`` shows no character."""

    char: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    mark: str | None = None
    torn: bool = False
    """White space that stands for a jump: what follows is elsewhere in the file, with other words between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Glyphs as a block or a cell wants them."""

    text: str
    words: tuple[Word, ...]
    bold: tuple[tuple[int, int], ...]
    italic: tuple[tuple[int, int], ...]
    marks: tuple[FootnoteMark, ...]


class _Stretch(NamedTuple):
    """A word: where it stands in the text and in the file, and what stands before it in the file."""

    start: int
    first: int
    lead: str | None


def plain_glyphs(text: str, at: int) -> list[Glyph]:
    """Text that is shown as it is written, from offset ``at`` of the file; line ends are soft breaks."""
    return [Glyph(SOFT_BREAK if char == "\n" else char, at + n, at + n + 1) for n, char in enumerate(text)]


def glyphs_to_rendered(glyphs: Sequence[Glyph], *, source: SourceText, begin: int, end: int) -> Rendered:
    """The shown text with folded white space, and its words, whose sources together are ``file[begin:end]``."""
    shown, marks = _fold(glyphs)
    text = "".join(glyph.char for glyph in shown)
    return Rendered(
        text=text,
        words=tuple(_words(shown, source=source, begin=begin, end=end)),
        bold=_spans([glyph.bold for glyph in shown]),
        italic=_spans([glyph.italic for glyph in shown]),
        marks=tuple(marks),
    )


def _fold(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[FootnoteMark]]:
    """Runs of white space become one glyph, outer white space and marks go."""
    shown: list[Glyph] = []
    marks: list[FootnoteMark] = []
    gap: list[Glyph] = []
    for glyph in glyphs:
        if glyph.mark is not None:
            marks.append(FootnoteMark(mark=glyph.mark, offset=len(shown)))
        elif glyph.char.isspace():
            gap.append(glyph)
        else:
            if gap and shown:
                shown.append(
                    _one_space(gap, bold=shown[-1].bold and glyph.bold, italic=shown[-1].italic and glyph.italic)
                )
            gap = []
            shown.append(glyph)
    return shown, marks


def _one_space(gap: Sequence[Glyph], *, bold: bool, italic: bool) -> Glyph:
    """The break or space that a run of white space shows as; it stands where the file itself has white space."""
    char = HARD_BREAK if any(glyph.char == HARD_BREAK for glyph in gap) else " "
    return Glyph(char, gap[0].start, gap[-1].end, bold, italic, torn=any(glyph.torn for glyph in gap))


def _words(shown: Sequence[Glyph], *, source: SourceText, begin: int, end: int) -> Iterator[Word]:
    stretch = _Stretch(0, begin, " ")
    for number, glyph in enumerate(shown):
        if glyph.char in (" ", HARD_BREAK):
            last, first, lead = _split_gap(shown[number - 1].end, shown[number + 1].start, glyph, source)
            yield _word(stretch, number, last, shown, source)
            stretch = _Stretch(number + 1, first, lead)
    if shown:
        yield _word(stretch, len(shown), end, shown, source)


def _word(stretch: _Stretch, end: int, last: int, shown: Sequence[Glyph], source: SourceText) -> Word:
    return Word(
        start=stretch.start,
        end=end,
        source=source.folded(stretch.first, last),
        page=source.page(shown[stretch.start].start),
        lead=stretch.lead,
    )


def _split_gap(last: int, first: int, space: Glyph, source: SourceText) -> tuple[int, int, str | None]:
    """Where the word before ends, the word after begins, and what stands between.

    Closing signs before the white space belong to the word before, opening signs after it to the word after. Where
    the file has no white space at the shown one (``a<br>b``), the signs stand between the two words.
    """
    if space.torn:
        return last, first, None
    if source.text[space.start : space.end].isspace():
        return space.start, space.end, " "
    return last, first, gap_to_lead(source.text[last:first])


def gap_to_lead(gap: str) -> str:
    """What the file has between two words, white space folded."""
    return re.sub(r"\s+", " ", gap)


def _spans(flags: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of each run of true values."""
    spans = []
    start: int | None = None
    for number, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = number
        elif not flag and start is not None:
            spans.append((start, number))
            start = None
    return tuple(spans)
