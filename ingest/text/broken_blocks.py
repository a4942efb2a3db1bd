"""Paragraphs and list items that a page break tore in two are put together again.

Only where both sides say so: the first part ends in the middle of a sentence and the second begins in lower case.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.text.draft import Draft
from ingest.text.glyphs import SOFT_BREAK, Glyph
from ingest.text.source_text import SourceText

_FINISHED = re.compile(r"[.!?:;…][\"'”’)\]]{0,3}\s*\Z")
_EDGE = 200
"""Characters of a part that are looked at."""
_LONGEST = 20_000
"""Characters: a part this long is no paragraph that goes on."""
_ENUMERATED = re.compile(r"\(?[a-z]{1,4}[.)]\s")


def join_broken(drafts: Sequence[Draft], source: SourceText) -> list[Draft]:
    """``... protect`` + ``privacy, and ...`` -> one block, also with footnotes between the two parts."""
    joined: list[Draft] = []
    for draft in drafts:
        before = next((n for n in range(len(joined) - 1, -1, -1) if joined[n].kind != "footnote"), None)
        if before is not None and _continues(joined[before], draft):
            joined[before] = _join(joined[before], draft, source)
        else:
            joined.append(draft)
    return joined


def _continues(first: Draft, second: Draft) -> bool:
    if first.kind not in ("paragraph", "item") or second.kind != "paragraph":
        return False
    start, end = _text(second.glyphs[:_EDGE]).lstrip(), _text(first.glyphs[-_EDGE:]).rstrip()
    if (
        len(first.glyphs) > _LONGEST
        or not start[:1].islower()
        or _ENUMERATED.match(start)
        or not end
        or _FINISHED.search(end)
    ):
        return False
    return not (is_all(first, "bold") and not is_all(second, "bold"))


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs)


def _join(first: Draft, second: Draft, source: SourceText) -> Draft:
    torn = not source.text[first.end : second.begin].isspace()
    gap = Glyph(SOFT_BREAK, first.end, second.begin, torn=torn)
    return replace(first, glyphs=(*first.glyphs, gap, *second.glyphs), end=second.end)


def is_all(draft: Draft, style: str) -> bool:
    """Whether every character that shows is ``bold`` or ``italic``."""
    shown = (glyph.bold if style == "bold" else glyph.italic for glyph in draft.glyphs if glyph.char.strip())
    first = next(shown, None)
    return first is True and all(shown)
