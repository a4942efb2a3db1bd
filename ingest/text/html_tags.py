"""HTML that stands inside a line of text: which tags are known, and what they do to the glyphs between them."""

import re
from dataclasses import dataclass

from ingest.text.glyphs import HARD_BREAK, Glyph

_BOLD = frozenset(("b", "strong", "th"))
_ITALIC = frozenset(("i", "em", "cite"))
_SILENT = re.compile(
    r"a|abbr|acronym|address|big|blockquote|center|code|col|colgroup|dd|del|details|dfn|div|dl|dt|figcaption|figure|"
    r"font|footer|h[1-6]|head|header|hr|img|ins|kbd|label|li|main|mark|nobr|ol|p|pre|q|s|samp|section|small|span|"
    r"strike|style|sub|summary|sup|table|tbody|td|tfoot|thead|tr|tt|u|ul|var|wbr"
)
_PARTS = frozenset(
    ("address", "blockquote", "center", "dd", "div", "dl", "dt", "li", "ol", "p", "table", "td", "th", "tr", "ul")
)
"""Tags at which a page begins another line or cell: words on both sides are two words."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})\b")
_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]")
_UNITS = frozenset(("m", "km", "cm", "mm", "mi", "ft", "in", "yd", "sq", "co", "x"))


def tag_name(tag: str) -> str | None:
    """The name of a tag of HTML, or ``None`` for what only looks like one (``<name of vendor>``)."""
    found = _TAG.match(tag)
    if found is None:
        return "!" if tag.startswith(("<!", "<?")) else None
    name = found.group(1).lower()
    return name if name in _BOLD | _ITALIC | {"br"} or _SILENT.fullmatch(name) else None


@dataclass(slots=True)
class TagState:
    """What the tags read so far mean for the text that follows."""

    bold: int = 0
    italic: int = 0
    superscript_from: int | None = None

    def apply(self, tag: str, *, start: int, glyphs: list[Glyph]) -> None:
        """Take in ``tag``, which stands at ``start`` of the file; ``glyphs`` are those before it."""
        name = tag_name(tag)
        closes = tag.startswith("</")
        step = -1 if closes else 1
        if name in _PARTS:
            glyphs.append(Glyph(" ", start, start + len(tag)))
        if name in _BOLD:
            self.bold = max(0, self.bold + step)
        elif name in _ITALIC:
            self.italic = max(0, self.italic + step)
        elif name == "br":
            glyphs.append(Glyph(HARD_BREAK, start, start + len(tag)))
        elif name == "sup" and not closes:
            self.superscript_from = len(glyphs)
        elif name == "sup" and self.superscript_from is not None:
            superscript_to_mark(glyphs, self.superscript_from)
            self.superscript_from = None


def superscript_to_mark(glyphs: list[Glyph], first: int) -> None:
    """Make ``glyphs[first:]`` a footnote mark, unless they are an exponent (``m²``) or an ordinal's end (``1st``)."""
    raised = glyphs[first:]
    text = "".join(glyph.char for glyph in raised).strip()
    if not raised or not _MARK.fullmatch(text) or _last_word(glyphs[:first]) in _UNITS:
        return
    glyphs[first:] = [Glyph("", raised[0].start, raised[-1].end, mark=text)]


def _last_word(glyphs: list[Glyph]) -> str:
    tail = "".join(glyph.char for glyph in glyphs[-4:])
    return re.split(r"[\s\d]", tail)[-1].lower()
