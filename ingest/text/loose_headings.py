"""Paragraphs that act as headings: a bold, italic or capitals line of its own, and what stands above a table.

Their level is below the heading they stand under; among each other, the style that comes first is the higher one. The
line directly above a table is the table's title and ranks below whatever heading is open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.text.broken_blocks import is_all
from ingest.text.draft import Draft
from ingest.text.glyphs import HARD_BREAK

_MOST_WORDS = 15
_SENTENCE_END = re.compile(r"[.,;!]['\"”’)]{0,2}\Z")
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Exhibit) {1,2}[A-Z0-9]{1,4}\b[.:–-]?", re.IGNORECASE)


@dataclass(slots=True)
class _Outline:
    """The heading levels that are open at some point of the file."""

    under: int = 0
    """The level of the marked-up heading that is open."""
    open: int = 0
    """The level of whatever heading is open."""
    titled: bool = False
    """Whether the open heading is a table's title."""
    styles: list[str] = field(default_factory=list)

    def enter(self, level: int) -> None:
        self.under = self.open = level
        self.styles = []
        self.titled = False

    def level(self, style: str) -> int:
        if style not in self.styles:
            self.styles.append(style)
        self.open = self.under + 1 + self.styles.index(style)
        self.titled = False
        return self.open

    def title_level(self) -> int:
        if not self.titled:
            self.open += 1
        self.titled = True
        return self.open


def mark_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """Give loose headings their kind and level, captions their kind, and tables the title that stands above them."""
    capitals_count = not any(draft.kind == "heading" for draft in drafts)
    outline = _Outline()
    marked: list[Draft] = []
    for number, draft in enumerate(drafts):
        after = drafts[number + 1] if number + 1 < len(drafts) else None
        marked.append(_mark(draft, marked[-1] if marked else None, after, outline, capitals_count=capitals_count))
    return _title_tables(marked)


def _mark(draft: Draft, before: Draft | None, after: Draft | None, outline: _Outline, *, capitals_count: bool) -> Draft:
    if draft.kind == "heading" and draft.level is not None:
        outline.enter(draft.level)
        return draft
    table_follows = after is not None and after.kind == "table"
    if table_follows and draft.kind == "paragraph" and _CAPTION.match(draft.text.lstrip()) and _is_short(draft):
        return replace(draft, kind="caption")
    style = _style(draft, before, after, capitals_count=capitals_count)
    if style is None:
        return draft
    level = outline.title_level() if table_follows else outline.level(style)
    return replace(draft, kind="heading", level=level)


def _style(draft: Draft, before: Draft | None, after: Draft | None, *, capitals_count: bool) -> str | None:
    """The style that makes ``draft`` a heading, or ``None`` where it is none."""
    if not _is_short(draft) or _SENTENCE_END.search(draft.text.rstrip()) or not re.search(r"[^\W\d]", draft.text):
        return None
    if before is not None and before.text.lstrip().startswith("/s/"):
        return None
    bold, italic = is_all(draft, "bold"), is_all(draft, "italic")
    if draft.kind == "item":
        stands_alone = after is not None and after.kind in ("paragraph", "table")
        in_list = before is not None and before.kind == "item"
        return "item" if bold and stands_alone and not in_list else None
    if draft.kind != "paragraph":
        return None
    if bold or italic:
        return f"{'bold' if bold else ''}{'italic' if italic else ''}"
    return "capitals" if capitals_count and is_capitals(draft.text) and after is not None else None


def _is_short(draft: Draft) -> bool:
    text = draft.text.strip()
    return HARD_BREAK not in text and 0 < len(text.split()) <= _MOST_WORDS


def is_capitals(text: str) -> bool:
    """``FISCAL IMPACT`` and ``I. BACKGROUND``, but not ``FROM: J. RUIZ``, ``2025`` or an abbreviation (``PMO``)."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 5 and all(char.isupper() for char in letters) and not re.search(r":.", text)


def _title_tables(drafts: Sequence[Draft]) -> list[Draft]:
    return [_titled(draft, above) for above, draft in zip([None, *drafts], drafts, strict=False)]


def _titled(draft: Draft, above: Draft | None) -> Draft:
    if draft.table is None or above is None or above.kind not in ("heading", "caption"):
        return draft
    return replace(draft, table=replace(draft.table, title=" ".join(above.text.split())))
