"""What a draft is: heading, caption, item, paragraph. And how deep a heading stands.

A heading is short, stands alone, does not end like a sentence and differs from the body by size, weight, slant,
capitals or an underline. Depth is the rank of its looks among the headings of the document: larger before smaller,
then capitals, bold, underlined, italic. Nothing is decided by the words, save that ``Table 4:`` opens a caption.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf.drafts import Draft, is_tabular
from ingest.pdf.line import Line, dominant

_NUMBER = r"(?:[A-Z]{0,2}[.-]?\d{1,3}(?:[.-]\d{1,2})?[a-z]?|[A-Z]|[IVX]{2,4})"
_NUMBERED = rf"(?:exhibit|table|figure|fig\.|chart|graph|map|illustration) {_NUMBER}"
_CAPTION = re.compile(rf"{_NUMBERED}(?:$|[.:](?!\d)| ?[\u2013\u2014|-] )", re.IGNORECASE)
_BOLD_CAPTION = re.compile(rf"{_NUMBERED}\b", re.IGNORECASE)
_PART = re.compile(rf"(?:appendix|attachment|annex|schedule|section|part|chapter) {_NUMBER} ?:", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;,]$")
_LONGEST_CAPTION = 40
_LONGEST_HEADING = 22
_LARGER = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How running text looks in this document."""

    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Looks:
    """Ordered: the smallest stands highest."""

    size: float
    rank: int


def lines_to_body(lines: Sequence[Line]) -> Body:
    words = [word for line in lines for word in line.words if word.table is None and word.chart is None]
    if not words:
        return Body(size=11.0, bold=False, italic=False)
    weight = sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if word.bold)
    italic = sum(len(word.text) for word in words if word.italic)
    return Body(size=dominant(words, lambda w: w.size), bold=bold > 0.6 * weight, italic=italic > 0.6 * weight)


def is_caption(draft: Draft) -> bool:
    """``Exhibit 2: Progress by quarter``; ``Table 2 Staffing`` in bold; not ``Table 2 shows ...``."""
    text = " ".join(line.text for line in draft.lines)
    pattern = _BOLD_CAPTION if _bold(draft) else _CAPTION
    return draft.marker is None and len(draft.words) <= _LONGEST_CAPTION and bool(pattern.match(text))


def is_heading(draft: Draft, body: Body, *, among_labels: bool = False) -> bool:
    """Numbered headings (``2. Scope`` in bold) are headings; labels with a value (``DATE: May 4``) are none.

    ``APPENDIX B: COSTS`` in bold throughout is a heading, unless it stands ``among_labels``, as ``TO: COUNCIL`` does.
    """
    text = " ".join(line.text for line in draft.lines)
    count = len(draft.words)
    if not re.search(r"[^\W\d_]{2}", text) or count > _LONGEST_HEADING or len(draft.lines) > 3:
        return False
    if draft.lines[0].chart is not None or any(is_tabular(line) for line in draft.lines):
        return False
    if _SENTENCE_END.search(text) or (draft.label and not _is_titled(draft, text, among_labels=among_labels)):
        return False
    if draft.marker is not None and not re.search(r"[\dA-Z]", draft.marker):
        return False
    size = draft.lines[0].size
    strong = (_bold(draft) and not body.bold) or _underlined(draft) or (size >= _LARGER * body.size and count <= 15)
    if draft.marker is not None:
        return _bold(draft) and not body.bold
    if strong:
        return True
    return size >= 0.95 * body.size and count <= 12 and ((_italic(draft) and not body.italic) or _caps(draft))


def _is_titled(draft: Draft, text: str, *, among_labels: bool) -> bool:
    """A label that is a heading all the same: it waits for its text (``Budget:``) or names a part of the document."""
    return text.endswith(":") or (not among_labels and (_bold(draft) or _PART.match(text) is not None))


def heading_looks(draft: Draft, body: Body) -> Looks:
    """Capitals in bold, bold, capitals, underlined, bold italics, italics: in this order within one size."""
    size = draft.lines[0].size
    larger = max(0.0, round((size - body.size) / body.size, 1))
    bold = _bold(draft) and not body.bold
    italic = _italic(draft) and not body.italic
    if _caps(draft):
        rank = 0 if bold else 1
    elif bold:
        rank = 4 if italic else 2
    elif _underlined(draft):
        rank = 3
    else:
        rank = 5
    return Looks(size=-larger, rank=rank)


def looks_to_levels(looks: Sequence[Looks]) -> dict[Looks, int]:
    """Level 1 for the highest looks in the document."""
    return {look: number for number, look in enumerate(sorted(set(looks)), start=1)}


def _bold(draft: Draft) -> bool:
    return all(word.bold for word in draft.words if not word.raised)


def _italic(draft: Draft) -> bool:
    return all(word.italic for word in draft.words if not word.raised)


def _underlined(draft: Draft) -> bool:
    return all(word.underlined for word in draft.words if not word.raised)


def _caps(draft: Draft) -> bool:
    return all(line.caps for line in draft.lines)
