"""Lines at the top and bottom of a text file's pages that repeat, and page numbers: they are not the memo's text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DEEPEST = 5
"""Lines from a page's edge that may be a running head."""
_LONGEST = 100
_PAGE_NUMBER = re.compile(r"\W{0,4}(?:page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\W{0,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the file without its line end; ``at`` is its offset, ``page`` counts from 1."""

    text: str
    at: int
    page: int


def split_running_lines(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """The memo's lines, and the running heads and feet, each in the file's order."""
    pages: dict[int, list[TextLine]] = {}
    for line in lines:
        if line.text.strip():
            pages.setdefault(line.page, []).append(line)
    if len(pages) < 2:
        return list(lines), []
    tops = [page[:_DEEPEST] for page in pages.values()]
    bottoms = [page[: -_DEEPEST - 1 : -1] for page in pages.values()]
    edges = [*tops, *bottoms]
    counts = Counter(
        key for page in zip(tops, bottoms, strict=True) for key in {_key(x) for edge in page for x in edge}
    )
    enough = max(2, len(pages) // 2)
    found = {id(line) for edge in edges for line in _running(edge, counts, enough)}
    return [line for line in lines if id(line) not in found], [line for line in lines if id(line) in found]


def _running(edge: Sequence[TextLine], counts: Counter[str], enough: int) -> Iterator[TextLine]:
    """From a page's edge inwards, as long as the lines are page numbers or stand at an edge of half of the pages."""
    for line in edge:
        repeats = counts[_key(line)] >= enough and len(line.text) <= _LONGEST
        if not repeats and not _PAGE_NUMBER.fullmatch(line.text.strip()):
            return
        yield line


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold()
