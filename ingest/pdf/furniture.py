"""Running heads, footers, page numbers and repeated notices: found by repetition and position, taken out of the text.

A row at the top or bottom edge is furniture if it stands at the same height on other pages with the same words, digits
aside. A row that holds its own page's number is furniture at the edge even once, and so are the rows above it in the
same stack if other pages say the same words (``City Council`` / ``May 4, 2027`` / ``Page 2`` of a memo of two pages)
or if these rows are few, short and apart from the text. Small print alone at the foot of a page, far below the text,
is furniture too, save footnotes.
Rows that open with a label (``TO:``) are never furniture on the first page: the letterhead stays.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.line import PdfWord, dominant, words_to_text
from ingest.pdf.rows import Row, words_to_rows
from ingest.pdf.segments import starts_with_label

_NUMBER = re.compile(r"[0-9]{1,9}")
_PAGE_NUMBER = re.compile(r"(?:page|pg\.?|p\.)?\W{0,3}([0-9]{1,4})\W{0,3}(?:(?:of|/)\W{0,2}([0-9]{1,4}))?\W{0,3}")
_ENDS_IN_NUMBER = re.compile(r"\bpage\W{0,3}([0-9]{1,4})(?:\W{0,2}(?:of|/)\W{0,2}([0-9]{1,4}))?\W{0,3}$")
_HEAD_ROWS = 5
_HEAD_LETTERS = 90
_FOOTER_ROWS = 3
_EDGE_ROWS = 8
_REACH = 0.17
"""Of the page's height: how far from the edge furniture stands."""
_FOOTER_REACH = 0.08
_SAME_HEIGHT = 6.0
_SHARE = 0.35
"""Of the pages after the first, that must carry a row: heads of left and right pages may differ."""
_STACK_GAP = 1.9
"""Rows further apart than this, in units of the type size, are not one stack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page's words for this purpose. ``text`` is all of its text, white space folded, in lower case."""

    number: int
    height: float
    rows: tuple[Row, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """What a row says, its numbers apart, and how far it stands from the edge.

    Words and numbers are sorted: a head's page number stands on the left of one page and on the right of the next.
    """

    page: int
    says: str
    numbers: tuple[int, ...]
    distance: float

    def matches(self, other: "_Key") -> bool:
        """The same words at the same height; a number may differ as the pages do (``Page 2``, ``Page 3``)."""
        apart = other.page - self.page
        return (
            self.says == other.says
            and abs(self.distance - other.distance) <= _SAME_HEIGHT
            and all(b - a in (0, apart) for a, b in zip(self.numbers, other.numbers, strict=True))
        )


def page_to_sheet(number: int, height: float, words: Sequence[PdfWord]) -> Sheet:
    rows = tuple(words_to_rows(words))
    return Sheet(number=number, height=height, rows=rows, text=_folded(" ".join(words_to_text(row) for row in rows)))


def furniture_rows(sheets: Sequence[Sheet]) -> list[list[Row]]:
    """The rows to take away, one list a page, from the top."""
    tops = {sheet.number: _keys(sheet, top=True) for sheet in sheets}
    ends = {sheet.number: _keys(sheet, top=False) for sheet in sheets}
    return [
        [*_edge(sheet, sheets, tops, top=True), *reversed(_edge(sheet, sheets, ends, top=False))] for sheet in sheets
    ]


def _edge_rows(sheet: Sheet, *, top: bool) -> list[Row]:
    """The outermost rows of text, from the edge inwards, as far as running heads and footers reach."""
    rows = list(sheet.rows if top else reversed(sheet.rows))
    edge: list[Row] = []
    for row in rows[:_EDGE_ROWS]:
        middle = (row[0].box[1] + row[0].box[3]) / 2
        distance = middle if top else sheet.height - middle
        if row[0].table is not None or distance > _REACH * sheet.height:
            break
        edge.append(row)
    return edge


def _keys(sheet: Sheet, *, top: bool) -> list[_Key]:
    return [_key(row, sheet, top=top) for row in _edge_rows(sheet, top=top)]


def _key(row: Row, sheet: Sheet, *, top: bool) -> _Key:
    text = _folded(words_to_text(row))
    return _Key(
        page=sheet.number,
        says=" ".join(sorted(_NUMBER.sub("#", text).split())),
        numbers=tuple(sorted(int(digits) for digits in _NUMBER.findall(text))),
        distance=row[0].baseline if top else sheet.height - row[0].baseline,
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _edge(sheet: Sheet, sheets: Sequence[Sheet], keys: dict[int, list[_Key]], *, top: bool) -> list[Row]:
    """The unbroken run of furniture rows from the edge inwards."""
    rows = _edge_rows(sheet, top=top)
    repeated = 0
    while repeated < len(rows) and _repeats(_key(rows[repeated], sheet, top=top), sheet, keys):
        repeated += 1
    run = max(repeated, _numbered_stack(sheet, sheets, rows), 0 if top else _lone_footer(sheet, rows))
    return [row for row in rows[:run] if sheet.number > 1 or not starts_with_label(row)]


def _repeats(key: _Key, sheet: Sheet, keys: dict[int, list[_Key]]) -> bool:
    """On enough other pages a row says the same at the same height."""
    others = [number for number in keys if number != sheet.number]
    count = sum(any(key.matches(other) for other in keys[number]) for number in others)
    return count >= max(1, _SHARE * (len(others) - 1))


def _numbered_stack(sheet: Sheet, sheets: Sequence[Sheet], rows: Sequence[Row]) -> int:
    """How many rows, from the edge inwards, form a stack with this page's number and words of earlier pages.

    ``City Council`` / ``May 4, 2027`` / ``Page 2``: one of the rows above the number must have been said before.
    """
    stack = _stack(rows)
    if _is_head(stack, sheet, len(sheets)):
        return len(stack)
    number = next((n for n, row in enumerate(stack) if _is_page_number(row, sheet.number, len(sheets))), None)
    if number is None or len(stack) == len(sheet.rows):
        return 0
    earlier = [other.text for other in sheets if other.number < sheet.number]
    said = [any(_without_label(words_to_text(row)) in text for text in earlier) for row in stack]
    if number and not any(said[:number]):
        return 0
    return number + 1 + sum(1 for _ in itertools.takewhile(bool, said[number + 1 :]))


def _is_head(stack: Sequence[Row], sheet: Sheet, pages: int) -> bool:
    """Few short lines apart from the text of a later page, one of which ends in the page's number: ``Page 2 of 3``."""
    texts = [_folded(words_to_text(row)) for row in stack]
    if sheet.number == 1 or len(stack) > _HEAD_ROWS or len(stack) == len(sheet.rows):
        return False
    short = all(len(text) <= _HEAD_LETTERS and text[-1] not in ".;," for text in texts)
    ends = [match for match in map(_ENDS_IN_NUMBER.search, texts) if match is not None]
    return short and any(int(end[1]) == sheet.number and end[2] in (None, str(pages)) for end in ends)


def _lone_footer(sheet: Sheet, rows: Sequence[Row]) -> int:
    """A page's last rows in small type, far below the text and at the very edge, are a footer even on a single page."""
    stack = _stack(rows)[:_FOOTER_ROWS]
    if not stack or len(sheet.rows) < len(stack) + 2:
        return 0
    size = dominant([word for row in sheet.rows for word in row], lambda word: word.size)
    above = sheet.rows[-len(stack) - 1]
    small = all(row[0].size <= 0.85 * size for row in stack)
    if any(_opens_note(row, sheet) or starts_with_label(row) for row in stack):
        return 0
    edge = sheet.height - stack[0][0].baseline < _FOOTER_REACH * sheet.height
    far = stack[-1][0].baseline - above[0].baseline > 4 * size
    return len(stack) if small and edge and far else 0


def _opens_note(row: Row, sheet: Sheet) -> bool:
    """A footnote's sign: raised, a star, or a figure that is raised in the text."""
    first = row[0]
    marks = {word.text for other in sheet.rows for word in other if word.raised}
    return first.raised or first.text[0] in "*\u2020\u2021\u00a7" or first.text in marks


def _stack(rows: Sequence[Row]) -> list[Row]:
    """The first rows up to a clear gap."""
    stack = list(rows[:1])
    for before, row in itertools.pairwise(rows):
        if abs(row[0].baseline - before[0].baseline) > _STACK_GAP * max(row[0].size, before[0].size):
            break
        stack.append(row)
    return stack


def _is_page_number(row: Row, page: int, pages: int) -> bool:
    """``Page 2``, ``2``, ``- 2 -``, ``Page 2 of 5``; ``Phase 2`` is none."""
    found = _PAGE_NUMBER.fullmatch(_folded(words_to_text(row)))
    return found is not None and int(found[1]) == page and found[2] in (None, str(pages))


def _without_label(text: str) -> str:
    """``Subject: New system`` repeats what the letterhead says under another label."""
    return _folded(re.sub(r"^[A-Z][\w ]{1,20}: ", "", text))
