"""Line ends inside one paragraph of a text file: wrapping, a deliberate break, or the start of another block.

Converters write several lists, footnotes and letterhead lines without a blank line between them; Markdown then sees
one paragraph. Wrapping is the usual case and stays white space.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.text.draft import Draft
from ingest.text.glyphs import HARD_BREAK, SOFT_BREAK, Glyph
from records.document import BlockKind

_BULLET = re.compile(r"\s*([•▪◦●‣■□–])\s+")
_FOOTNOTE = re.compile(r"\s*\[\^([^\]\s]{1,20})\]:\s*")
_LABEL = re.compile(r"\s*[A-Z][\w /.&()'-]{0,30}:(?:\s|$)")
_SHORT_LINE = 48
"""Characters: nobody wraps prose this narrowly."""
_MOST_SHORT_LINES = 6
_SIGNATURE = re.compile(r"\s*/s/")


def split_lines(drafts: Sequence[Draft]) -> list[Draft]:
    """Cut paragraphs and items at lines that begin a block of their own; mark the breaks that are deliberate."""
    return [part for draft in drafts for part in _split(draft)]


def _split(draft: Draft) -> Iterator[Draft]:
    if draft.kind not in ("paragraph", "item") or not draft.glyphs:
        yield draft
        return
    parts = _cut(draft, list(_starts(draft.glyphs)))
    for number, part in enumerate(parts):
        yield _own_kind(
            part if number == 0 or draft.kind == "paragraph" else replace(part, kind="paragraph", marker=None)
        )


def _starts(glyphs: Sequence[Glyph]) -> Iterator[int]:
    """Positions of the line ends after which another block begins."""
    text = "".join(glyph.char or "\0" for glyph in glyphs)
    marked = glyphs[0].mark is not None
    for number, glyph in enumerate(glyphs):
        if glyph.char not in (SOFT_BREAK, HARD_BREAK):
            continue
        next_is_mark = number + 1 < len(glyphs) and glyphs[number + 1].mark is not None
        listed = _BULLET.match(text, number + 1) or _FOOTNOTE.match(text, number + 1)
        if listed or (marked and next_is_mark):
            yield number


def _cut(draft: Draft, starts: Sequence[int]) -> list[Draft]:
    edges = [-1, *starts, len(draft.glyphs)]
    parts = []
    for first, last in pairwise(edges):
        begin = draft.begin if first < 0 else draft.glyphs[first].end
        end = draft.end if last == len(draft.glyphs) else draft.glyphs[last].start
        parts.append(replace(draft, glyphs=draft.glyphs[first + 1 : last], begin=begin, end=end))
    return parts


def _own_kind(draft: Draft) -> Draft:
    """``• text`` is an item, ``[^1]: text`` and a mark before text a footnote; labelled lines keep their breaks."""
    if not draft.glyphs or draft.kind == "item":
        return draft
    text = draft.text
    if (bullet := _BULLET.match(text)) is not None:
        return _without_sign(draft, bullet.end(), kind="item", marker=bullet.group(1))
    if (note := _FOOTNOTE.match(text)) is not None:
        return _without_sign(draft, note.end(), kind="footnote", marker=note.group(1))
    if draft.glyphs[0].mark is not None and len(draft.glyphs) > 1:
        return _without_sign(draft, 1, kind="footnote", marker=draft.glyphs[0].mark)
    if _has_line_structure(text):
        return _keep_breaks(draft)
    return _keep_label_breaks(draft) if _has_fields(text) else draft


def _without_sign(draft: Draft, length: int, *, kind: BlockKind, marker: str | None) -> Draft:
    rest = draft.glyphs[length:]
    begin = draft.glyphs[length - 1].end
    return replace(draft, kind=kind, marker=marker, glyphs=rest, begin=min(begin, draft.end))


def _has_line_structure(text: str) -> bool:
    """A letterhead's lines, of which the first and one more have a label; a signature; an address's short lines."""
    lines = re.split(f"[{SOFT_BREAK}{HARD_BREAK}]", text)
    labelled = [_LABEL.match(line) is not None for line in lines]
    short = 1 < len(lines) <= _MOST_SHORT_LINES and max(map(len, lines)) <= _SHORT_LINE
    set_in_lines = short and not text.rstrip().endswith((".", ",", ";"))
    return (labelled[0] and sum(labelled) > 1) or set_in_lines or _SIGNATURE.match(text) is not None


def _has_fields(text: str) -> bool:
    """Labelled lines one after the other inside a paragraph: a name, "Status: ...", "Budget: ..." and then prose."""
    labelled = [_LABEL.match(line) is not None for line in re.split(f"[{SOFT_BREAK}{HARD_BREAK}]", text)]
    return any(one and other for one, other in pairwise(labelled))


def _keep_label_breaks(draft: Draft) -> Draft:
    """The breaks before labelled lines and after short ones; the others only wrap."""
    text = "".join(glyph.char or "\0" for glyph in draft.glyphs)
    kept = []
    for number, glyph in enumerate(draft.glyphs):
        before = re.split(f"[{SOFT_BREAK}{HARD_BREAK}]", text[:number])[-1] if glyph.char == SOFT_BREAK else ""
        ends_field = bool(before) and _LABEL.match(before) is not None and len(before) <= _SHORT_LINE
        is_meant = glyph.char == SOFT_BREAK and (ends_field or _LABEL.match(text, number + 1) is not None)
        kept.append(glyph._replace(char=HARD_BREAK) if is_meant else glyph)
    return replace(draft, glyphs=tuple(kept))


def _keep_breaks(draft: Draft) -> Draft:
    kept = (glyph._replace(char=HARD_BREAK) if glyph.char == SOFT_BREAK else glyph for glyph in draft.glyphs)
    return replace(draft, glyphs=tuple(kept))
