"""Words and lines of a PDF page, as the layout code hands them on.

They are geometry and type only; what a line is for (heading, item, footnote) is decided elsewhere.
"""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from records.place import Box

GLUE = 0.12
"""Pieces closer than this share of their size are one word: a white space is never that narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfWord:
    """One word, or one raised mark, of one style. ``baseline`` is measured from the page's top, as boxes are.

    ``box`` serves the layout and is in the frame in which the text lies flat; ``shown`` is the box on the page as
    shown. ``glued`` says that no white space stands before it ("City" + raised "2"). ``table`` is the index of a table
    for which the word holds the place in the reading order; such a word has no text. ``chart`` is the number of the
    page's chart that the word is a label of.
    """

    text: str
    page: int
    box: Box
    shown: Box
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    glued: bool = False
    table: int | None = None
    chart: int | None = None

    @property
    def x0(self) -> float:
        return self.box[0]

    @property
    def x1(self) -> float:
        return self.box[2]


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words on one baseline within one column. ``limit`` is how far right the line could have run; ``goes_on`` says
    that it continues the line before for sure: the value of a label in a letterhead's column."""

    words: tuple[PdfWord, ...]
    limit: float
    goes_on: bool = False

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def table(self) -> int | None:
        return self.words[0].table

    @property
    def chart(self) -> int | None:
        """The chart that all of the words are labels of."""
        charts = {word.chart for word in self.words}
        return self.words[0].chart if len(charts) == 1 else None

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.box[3] for word in self.words)

    @cached_property
    def baseline(self) -> float:
        return statistics.median(word.baseline for word in self.body)

    @cached_property
    def size(self) -> float:
        return dominant(self.words, lambda word: word.size)

    @property
    def body(self) -> tuple[PdfWord, ...]:
        """The words that are not raised; all, where every word is."""
        return tuple(word for word in self.words if not word.raised) or self.words

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.body)

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.body)

    @property
    def underlined(self) -> bool:
        return all(word.underlined for word in self.body)

    @cached_property
    def text(self) -> str:
        return words_to_text(self.words)

    @property
    def caps(self) -> bool:
        """Capitals throughout: ``BACKGROUND AND NEXT STEPS``; one short abbreviation (``FY``) is not enough."""
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) >= 4 and all(char.isupper() for char in letters)


def words_to_text(words: Iterable[PdfWord]) -> str:
    text = ""
    for word in words:
        text += word.text if word.glued or not text else f" {word.text}"
    return text


def dominant(words: Sequence[PdfWord], value: Callable[[PdfWord], float]) -> float:
    """The value that most characters have, to a tenth."""
    weights: dict[float, int] = {}
    for word in words:
        key = round(value(word), 1)
        weights[key] = weights.get(key, 0) + max(1, len(word.text))
    return max(weights, key=lambda key: (weights[key], key))
