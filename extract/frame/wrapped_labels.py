"""A label that wraps in its narrow column: ``COUNCIL  Citywide`` above ``DISTRICT:`` is ``COUNCIL DISTRICT: Citywide``.

Only a page's boxes tell so: both halves begin at the same left edge. Refused: halves that are no label together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.frame.front_lines import Line, cut_line
from records.word import Word

_SAME_EDGE = 3.0
"""Points."""


def join_wrapped_labels(lines: Sequence[Line], is_label: Callable[[str], bool]) -> Iterator[Line]:
    """The lines, each wrapped label with its value on a line of its own; ``is_label`` knows a whole label."""
    taken = False
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        upper = _upper_half(line, below, is_label) if below is not None and not taken else None
        if taken:
            taken = False
        elif upper is None or below is None:
            yield line
        else:
            taken = True
            before = cut_line(line.text[: upper.start].rstrip(), 0, line.words, line.block, heading=line.heading)
            if before.words:
                yield before
            yield _joined(line, below, upper)


def _upper_half(line: Line, below: Line, is_label: Callable[[str], bool]) -> Word | None:
    """The word of ``line`` that stands right above the first of ``below`` and begins its label."""
    edge = below.box_at(0)
    if edge is None or not below.text.rstrip().endswith(":"):
        return None
    for word in line.words:
        near = word.box is not None and abs(word.box[0] - edge[0]) <= _SAME_EDGE
        if near and is_label(f"{line.text[word.start : word.end]} {below.text.strip()}"):
            return word
    return None


def _joined(line: Line, below: Line, upper: Word) -> Line:
    rest = [word for word in line.words if word.start > upper.start]
    words: list[Word] = []
    text = ""
    for run, source in (([upper], line), (list(below.words), below), (rest, line)):
        for position, word in enumerate(run):
            piece = source.text[word.start : word.end]
            start = len(text) + 1 if text else 0
            text = f"{text} {piece}" if text else piece
            lead = word.lead if position else None
            words.append(replace(word, start=start, end=start + len(piece), lead=lead))
    return Line(text=text, words=tuple(words), block=line.block)
