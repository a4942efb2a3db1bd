"""One PDF page -> its words, tables and problems, before anything is known of the other pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.geometry.plumber import shown_part
from ingest.pdf.line import PdfWord
from ingest.pdf.visible import picture_problems, visible_chars
from ingest.pdf.words import RAISED_TEXT, UNREADABLE, chars_by_turn, chars_to_words
from ingest.tables.document_tables import drawing_problem
from ingest.tables.page_tables import Sheet
from records.document import Page, Problem
from records.place import Box
from records.table import Table

_MOST_BULLETS = 200
"""A page with more small shapes is a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """``frames`` are the words of each reading direction, outside tables, the commonest direction first."""

    page: Page
    frames: tuple[tuple[PdfWord, ...], ...]
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def page_to_layout(page: Any, *, invisible: Sequence[Box], sheet: Sheet | None) -> PageLayout:
    """``page`` is a pdfplumber page; ``invisible`` are boxes of unseen text, as shown; ``sheet`` has its tables."""
    left, top, width, height = shown_part(page)
    visible = visible_chars(page, invisible=[_moved(box, left, top) for box in invisible])
    tables, charts = (sheet.tables, sheet.charts) if sheet is not None else ((), ())
    frames = [
        _with_charts(words_outside(tables, _shifted(drawn, left, top)), charts)
        for turn, chars in chars_by_turn(visible.chars).items()
        if (words := chars_to_words(chars, turn=turn, width=page.width, height=page.height))
        for drawn in [with_drawn_bullets(_underlined(words, page), page)]
    ]
    return PageLayout(
        page=Page(number=page.page_number, width=round(width, 2), height=round(height, 2)),
        frames=tuple(tuple(words) for words in frames),
        tables=tables,
        problems=(
            *visible.problems,
            *picture_problems(page, has_text=bool(frames)),
            *_unreadable(page.page_number, frames),
            *_form_fields(page),
            *([drawing_problem(page.page_number)] if sheet is not None and sheet.skipped else ()),
        ),
    )


def words_outside(tables: Sequence[Table], words: Sequence[PdfWord]) -> list[PdfWord]:
    """The words that no cell holds. A word in a table's box that no cell took stays: it must not get lost."""
    taken: dict[int, list[Box]] = {}
    for word in (word for table in tables for cell in table.cells for word in cell.words):
        if word.box is not None:
            for band in range(_band(word.box[1]), _band(word.box[3]) + 1):
                taken.setdefault(band, []).append(word.box)
    marked = [box for table in tables if any(cell.marks for cell in table.cells) for _, box in table.boxes]
    return [
        word
        for word in words
        if not any(_holds(box, word) for box in taken.get(_band((word.shown[1] + word.shown[3]) / 2), ()))
        and not (RAISED_TEXT.fullmatch(word.text) and any(_holds(box, word) for box in marked))
    ]


def _with_charts(words: list[PdfWord], charts: Sequence[Box]) -> list[PdfWord]:
    """Words that stand in a chart know which."""
    if not charts:
        return words
    inside = [next((n for n, box in enumerate(charts) if _holds(box, word)), None) for word in words]
    return [replace(word, chart=chart) for word, chart in zip(words, inside, strict=True)]


def _band(y: float) -> int:
    """Pages are searched in bands of 20 points."""
    return int(y // 20)


def _holds(box: Box, word: PdfWord) -> bool:
    x, y = (word.shown[0] + word.shown[2]) / 2, (word.shown[1] + word.shown[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _moved(box: Box, dx: float, dy: float) -> Box:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _shifted(words: list[PdfWord], left: float, top: float) -> list[PdfWord]:
    """Boxes count from the corner of what is shown, which a crop box may set."""
    if not left and not top:
        return words
    return [
        replace(
            word,
            box=_moved(word.box, -left, -top),
            shown=_moved(word.shown, -left, -top),
            baseline=word.baseline - top,
        )
        for word in words
    ]


def _underlined(words: list[PdfWord], page: Any) -> list[PdfWord]:
    """Words with a rule just below their baseline that begins and ends where words do."""
    rules = [(r["x0"], r["x1"], r["top"]) for r in [*page.lines, *page.rects] if abs(r["bottom"] - r["top"]) < 2]
    rules = [rule for rule in rules if rule[1] - rule[0] > 8]
    if not rules or len(rules) > 500:
        return words
    marked: set[int] = set()
    for x0, x1, y in rules:
        over = [w for w in words if -1 <= y - w.baseline <= 0.3 * w.size and x0 - 3 <= w.x0 and w.x1 <= x1 + 3]
        if over and min(w.x0 for w in over) - x0 < 4 and x1 - max(w.x1 for w in over) < 4:
            marked |= {id(word) for word in over}
    return [replace(word, underlined=True) if id(word) in marked else word for word in words]


def with_drawn_bullets(words: list[PdfWord], page: Any) -> list[PdfWord]:
    """List signs that the page draws as small discs or squares, as browsers do, before the line they belong to."""
    shapes = [_box(shape) for shape in [*page.curves, *page.rects]]
    small = [b for b in shapes if 1.5 <= b[2] - b[0] <= 7 and 0.7 <= (b[2] - b[0]) / max(0.1, b[3] - b[1]) <= 1.4]
    if not small or len(small) > _MOST_BULLETS:
        return words
    found = [_bullet_before(box, words) for box in small]
    return [*words, *(bullet for bullet in found if bullet is not None)]


def _bullet_before(box: Box, words: Sequence[PdfWord]) -> PdfWord | None:
    middle = (box[1] + box[3]) / 2
    beside = [word for word in words if word.box[1] < middle < word.box[3]]
    right = [word for word in beside if 0 < word.x0 - box[2] < 30]
    if not right or any(word.x0 < box[2] for word in beside if box[0] - word.x1 < 30):
        return None
    first = min(right, key=lambda word: word.x0)
    return replace(first, text="\u2022", box=box, shown=box, bold=False, italic=False, underlined=False)


def _box(shape: dict[str, Any]) -> Box:
    return float(shape["x0"]), float(shape["top"]), float(shape["x1"]), float(shape["bottom"])


def _unreadable(page: int, frames: Sequence[Sequence[PdfWord]]) -> Iterator[Problem]:
    count = sum(word.text.count(UNREADABLE) for words in frames for word in words if word.text != UNREADABLE)
    if count:
        message = f"{count} characters on page {page} have no readable value in the file; they show as {UNREADABLE}."
        yield Problem(kind="unreadable_text", page=page, message=message, loses_text=True)


def _form_fields(page: Any) -> Iterator[Problem]:
    """Filled form fields are not part of a page's text."""
    try:
        annotations = page.annots
    except (KeyError, TypeError, ValueError, AttributeError):
        return
    filled = [a for a in annotations if a["data"].get("FT") is not None and a["data"].get("V") not in (None, b"")]
    if filled:
        message = f"Page {page.page_number} has {len(filled)} filled form fields; their contents were not read."
        yield Problem(kind="form_field", page=page.page_number, message=message, loses_text=True)
