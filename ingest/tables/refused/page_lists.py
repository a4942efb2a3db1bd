"""Lists that lead to pages, and lists of numbered sentences: aligned like a table, and none.

A contents list names a page at the end of each line, an index one or several after each entry, and both only ever count
up; numbered paragraphs, references and lines numbered in the margin count in front of running text.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.tables.draft import Draft, DraftCell

_LEADERS = re.compile(r"[.…_·]{4,}|(?:[.…·] ){2,}[.…·]|(?:[.…·] ?){5,}")
_PAGE = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_PAGE_NAMES = frozenset(("page", "pages", "page no.", "no.", "p."))
_ENTRY = re.compile(r".{0,200}[^\W\d].{0,80}(?:, | [.…·]{1,3} ?)\d{1,3}(?:(?:, ?| ?[-–] ?)\d{1,3})*\.?", re.DOTALL)
"""``budget hearings, 12, 40-43``; a year or a figure with thousands is no page of an index."""
_COUNTER = re.compile(r"[(\[]?(\d{1,3}|[a-z])[)\].:]{0,2}")
_EQUATION_NUMBER = re.compile(r"\((\d{1,3})\)")
_FEWEST = 3
_FALLS = 0.05
"""Page numbers, as a share of all, that begin anew: a list of figures follows the contents."""
_BARE = 0.25
"""Numbers, as a share of all, beside which nothing stands: those of the lines of a page."""


def is_page_list(draft: Draft) -> bool:
    """``1.2  Background of the works ..... 3``, with or without leaders; ``harbor dues, 14, 88``."""
    return _is_led(draft) or _is_contents(draft) or _is_index(draft)


def _is_led(draft: Draft) -> bool:
    """Dots lead from most labels to the last column, or from the entries of two columns to their pages."""
    led = [cell for cell in draft.cells if _LEADERS.search(cell.text)]
    if len({cell.row for cell in led}) < 0.5 * draft.rows:
        return False
    return draft.columns <= 3 or (len(led) >= draft.rows and len({cell.column for cell in led}) >= 2)


def _is_contents(draft: Draft) -> bool:
    """The last column holds page numbers that never fall, beside words; other figures only number the sections."""
    last = [
        cell for cell in draft.cells if cell.column + cell.column_span == draft.columns and cell.column and cell.text
    ]
    if draft.method == "ruled" or draft.columns > 6:
        return False
    tokens = [token for cell in sorted(last, key=lambda c: c.row) for token in cell.text.split()]
    pages = [token for token in tokens if not _LEADERS.fullmatch(token) and token.strip(".…·")]
    if pages and pages[0].lower() in _PAGE_NAMES:
        pages = pages[1:]
    numbers = [int(page) for page in pages if _PAGE.fullmatch(page)]
    named = len(numbers) + sum(bool(_ROMAN.fullmatch(page)) for page in pages)
    falls = sum(after < before for before, after in pairwise(numbers))
    led = any(_LEADERS.search(cell.text) for cell in draft.cells)
    if named < len(pages) or len(set(numbers)) < (1 if led else _FEWEST) or falls > _FALLS * len(numbers):
        return False
    return all(_is_heading(cell) for cell in draft.cells if cell not in last and cell.text)


def _is_heading(cell: DraftCell) -> bool:
    """Words, dots, or the number of a section in front of them."""
    text = _LEADERS.sub("", cell.text).strip()
    return (
        not text or any(letter.isalpha() for letter in text) or (cell.column < 2 and bool(re.match(r"[\d. ]+$", text)))
    )


def _is_index(draft: Draft) -> bool:
    cells = [cell for cell in draft.cells if any(letter.isalpha() for letter in cell.text)]
    entries = sum(bool(_ENTRY.fullmatch(cell.text)) for cell in cells)
    return draft.method != "ruled" and entries >= 4 and entries >= 0.5 * len(cells)


def is_counted_text(draft: Draft) -> bool:
    """``(3) The permit is valid for ...``: the first column counts, and what follows are sentences, not values.

    So do the numbers in the margin of a court filing, and those behind equations: ``a = b + c   (2)``."""
    if draft.method == "ruled":
        return False
    if _is_equations(draft):
        return True
    first = [cell for cell in sorted(draft.cells, key=lambda c: c.row) if cell.column == 0 and cell.text]
    rest = [cell for cell in draft.cells if cell.column and cell.text]
    if not first or not rest or not _counts(" ".join(cell.text for cell in first).split()):
        return False
    bare = len(first) - len({cell.row for cell in first} & {cell.row for cell in rest})
    return bare >= _BARE * len(first) or sum(_is_value(cell) for cell in rest) < 0.25 * len(rest)


def _is_equations(draft: Draft) -> bool:
    last = sorted((c for c in draft.cells if c.column == draft.columns - 1 and c.text), key=lambda c: c.row)
    numbers = [int(match[1]) for cell in last if (match := _EQUATION_NUMBER.fullmatch(cell.text))]
    equal = {cell.row for cell in draft.cells if set(cell.text) & set("=≤≥<>≈")}
    counted = all(after - before == 1 for before, after in pairwise(numbers))
    return 0 < len(numbers) == len(last) and counted and len(equal) >= 0.5 * draft.rows


def _counts(signs: Sequence[str]) -> bool:
    found = [_COUNTER.fullmatch(sign) for sign in signs]
    if len(found) < 2 or not all(found):
        return False
    marks = [match[1] for match in found if match is not None]
    steps = [_order(mark) for mark in marks]
    return all(after - before == 1 for before, after in pairwise(steps))


def _order(mark: str) -> int:
    return int(mark) if mark.isdecimal() else ord(mark)


def _is_value(cell: DraftCell) -> bool:
    """A figure, or a word or two: what a column of a table holds."""
    if _COUNTER.fullmatch(cell.text) and not cell.text.isdecimal():
        return False
    return len(cell.text.split()) <= 2 or not any(letter.isalpha() for letter in cell.text)
