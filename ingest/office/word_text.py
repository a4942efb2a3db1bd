"""A paragraph of a Word file -> glyphs: its runs in order, as a reader of the page sees them.

What tracked changes delete and what is hidden is no text; both are counted, like everything else here that is not read
(pictures, equations, embedded objects). A field shows the value that Word stored with it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from ingest.office.word_styles import Element, Styles
from ingest.text.glyphs import HARD_BREAK, Glyph
from ingest.text.html_tags import superscript_to_mark
from ingest.text.source_text import SourceText

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
_CHOICES = (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")
_WRAPPERS = frozenset(
    qn(f"w:{name}") for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml",
                                 "fldSimple", "dir", "bdo")
)  # fmt: skip
"""What stands around text without changing it; an insertion is read as if it were accepted."""
_DELETED = frozenset((qn("w:del"), qn("w:moveFrom")))
_EQUATIONS = frozenset((qn("m:oMath"), qn("m:oMathPara")))
_SHAPES = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATIVES))
_REFERENCES = frozenset((qn("w:footnoteReference"), qn("w:endnoteReference")))
_PICTURES = ("pic", "imagedata", "chart", "relIds")
"""Local names of a picture, an old picture, a chart and a diagram."""
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): HARD_BREAK, qn("w:cr"): HARD_BREAK,
          qn("w:noBreakHyphen"): "-"}  # fmt: skip


class Tape:
    """The text of a document in the order in which it was read; quotes are taken from it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def write(self, text: str) -> int:
        """Where ``text`` begins."""
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return start

    def source(self) -> SourceText:
        return SourceText(text="".join(self._pieces))


class Notes:
    """The marks of footnotes and endnotes, numbered in the order in which the text refers to them."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, str, str]] = []
        """``(kind, id, mark)`` of those referred to whose text has not been read yet."""
        self._count: Counter[str] = Counter()

    def refer(self, reference: Element, own_mark: str) -> str:
        """The mark of ``reference``; ``own_mark`` is the author's, where it takes the place of a number."""
        kind = "footnote" if reference.tag == qn("w:footnoteReference") else "endnote"
        mark = own_mark
        if not own_mark:
            self._count[kind] += 1
            mark = str(self._count[kind])
        self.waiting.append((kind, str(reference.get(qn("w:id"))), mark))
        return mark


@dataclass(slots=True)
class WordText:
    """Reads paragraphs onto one tape. ``unread`` counts by kind what was left out."""

    styles: Styles
    tape: Tape = field(default_factory=Tape)
    notes: Notes = field(default_factory=Notes)
    unread: Counter[str] = field(default_factory=Counter)
    boxes: list[Element] = field(default_factory=list)
    """The contents of text boxes anchored in what was read; whoever reads blocks takes them from here."""

    def paragraph_to_glyphs(self, paragraph: Element) -> list[Glyph]:
        glyphs: list[Glyph] = []
        self._read(paragraph, paragraph, glyphs)
        return glyphs

    def _read(self, parent: Element, paragraph: Element, glyphs: list[Glyph]) -> None:
        for child in parent.iterchildren():
            if child.tag == qn("w:r"):
                self._run(child, paragraph, glyphs)
            elif child.tag in _WRAPPERS:
                self._read(child, paragraph, glyphs)
            elif child.tag in _DELETED:
                self.unread["deleted_text"] += 1
            elif child.tag in _EQUATIONS:
                self.unread["equation"] += 1
            elif child.tag == ALTERNATIVES:
                self._shape(child)

    def _run(self, run: Element, paragraph: Element, glyphs: list[Glyph]) -> None:
        if self.styles.is_on("vanish", run, paragraph):
            self.unread["hidden_text"] += any((text.text or "").strip() for text in run.iter(qn("w:t")))
            return
        bold, italic = (self.styles.is_on(switch, run, paragraph) for switch in ("b", "i"))
        first = len(glyphs)
        reference = next((child for child in run.iterchildren() if child.tag in _REFERENCES), None)
        if reference is not None:
            self._reference(reference, run, glyphs)
            return
        for child in run.iterchildren():
            text = (child.text or "") if child.tag == qn("w:t") else _SIGNS.get(child.tag, "")
            start = self.tape.write(text)
            glyphs += [Glyph(char, start + n, start + n + 1, bold, italic) for n, char in enumerate(text)]
            self._other(child)
        if _is_raised(run):
            superscript_to_mark(glyphs, first)

    def _reference(self, reference: Element, run: Element, glyphs: list[Glyph]) -> None:
        own = "".join(text.text or "" for text in run.iter(qn("w:t"))).strip()
        has_own = reference.get(qn("w:customMarkFollows"), "0") not in ("0", "false")
        mark = self.notes.refer(reference, own if has_own else "")
        glyphs.append(Glyph("", self.tape.length, self.tape.length, mark=mark))

    def _other(self, child: Element) -> None:
        if child.tag in _SHAPES:
            self._shape(child)
        elif child.tag == qn("w:sym"):
            self.unread["symbol"] += 1
        elif child.tag == qn("w:commentReference"):
            self.unread["comment"] += 1

    def _shape(self, shape: Element) -> None:
        """A drawing: the text boxes in it, and whether something in it can only be looked at."""
        content = _taken(shape)
        self.boxes += _outermost(content, qn("w:txbxContent"))
        if shape.tag == qn("w:object"):
            self.unread["embedded"] += 1
        else:
            self.unread["picture"] += any(_local_name(part) in _PICTURES for part in content.iter())


def _taken(shape: Element) -> Element:
    """Of two ways to draw the same thing, the first."""
    if shape.tag != ALTERNATIVES:
        return shape
    return next((found for tag in _CHOICES if (found := shape.find(tag)) is not None), shape)


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(_taken(child), tag)


def _local_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_raised(run: Element) -> bool:
    """Set as a superscript, or lifted above the line."""
    properties = run.find(qn("w:rPr"))
    align, lift = (
        None if properties is None else properties.find(qn(f"w:{name}")) for name in ("vertAlign", "position")
    )
    lifted = lift is not None and lift.get(qn("w:val"), "").isdigit() and lift.get(qn("w:val")) != "0"
    return lifted or (align is not None and align.get(qn("w:val")) == "superscript")
