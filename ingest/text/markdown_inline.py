"""Markdown's inline tokens -> glyphs, each aligned with the characters of the file it comes from.

The parser gives no positions inside a block, so its tokens are walked from left to right against the block's own
source: each token says what its source must look like at this point. Where that does not hold, ``None`` is returned
and the caller shows the source as it is: text with its signs is right, text with a wrong place is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.text.glyphs import HARD_BREAK, SOFT_BREAK, Glyph
from ingest.text.html_tags import TagState, tag_name

_FOOTNOTE_REFERENCE = re.compile(r"\[\^([^\]\s]{1,20})\](?!:)")


def inline_to_glyphs(
    tokens: Sequence[Token], *, content: str, at: Sequence[int], parser: MarkdownIt
) -> list[Glyph] | None:
    """The glyphs of one inline token; ``at[n]`` is the offset in the file of ``content[n]``."""
    walk = _Walk(content=content, at=at, parser=parser)
    if not all(walk.take(token) for token in tokens):
        return None
    return footnote_references_to_marks(walk.glyphs)


def footnote_references_to_marks(glyphs: list[Glyph]) -> list[Glyph]:
    """``approved.[^3]`` -> ``approved.`` with the mark ``3``; a definition (``[^3]:`` ) is left alone."""
    text = "".join(glyph.char or "\0" for glyph in glyphs)
    result: list[Glyph] = []
    done = 0
    for found in _FOOTNOTE_REFERENCE.finditer(text):
        result += glyphs[done : found.start()]
        result.append(Glyph("", glyphs[found.start()].start, glyphs[found.end() - 1].end, mark=found.group(1)))
        done = found.end()
    return result + glyphs[done:]


@dataclass(slots=True)
class _Walk:
    content: str
    at: Sequence[int]
    parser: MarkdownIt
    position: int = 0
    glyphs: list[Glyph] = field(default_factory=list)
    tags: TagState = field(default_factory=TagState)
    strong: int = 0
    emphasis: int = 0
    in_autolink: bool = False

    def take(self, token: Token) -> bool:
        """Advance over ``token``; false where the source does not look like it."""
        match token.type:
            case "text":
                return self.in_autolink or self._show(token.content, token.content)
            case "text_special":
                return self._show(token.content, token.markup)
            case "softbreak" | "hardbreak":
                return self._break(hard=token.type == "hardbreak")
            case "code_inline":
                return self._code(token)
            case "html_inline":
                return self._html(token.content)
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                return self._emphasis(token)
            case "link_open" | "link_close":
                return self._link(token)
            case "image":
                return self._image(token)
        return False

    def _skip(self, signs: str) -> bool:
        """Pass over ``signs``, which may follow white space that the parser dropped."""
        for position in (self.position, self._after_white()):
            if self.content.startswith(signs, position):
                self.position = position + len(signs)
                return True
        return False

    def _after_white(self) -> int:
        position = self.position
        while position < len(self.content) and self.content[position].isspace():
            position += 1
        return position

    def _show(self, text: str, source: str) -> bool:
        if not self._skip(source):
            return False
        first = self.position - len(source)
        verbatim = text == source
        for number, char in enumerate(text):
            start, end = (first + number, first + number + 1) if verbatim else (first, self.position)
            self._add(char, start, end)
        return True

    def _add(self, char: str, start: int, end: int) -> None:
        bold = self.strong > 0 or self.tags.bold > 0
        italic = self.emphasis > 0 or self.tags.italic > 0
        self.glyphs.append(Glyph(char, self.at[start], self.at[end - 1] + 1, bold, italic))

    def _break(self, *, hard: bool) -> bool:
        newline = self.content.find("\n", self.position)
        if newline < 0 or self.content[self.position : newline].strip(" \t\\"):
            return False
        self._add(HARD_BREAK if hard else SOFT_BREAK, self.position if hard else newline, newline + 1)
        self.position = newline + 1
        return True

    def _code(self, token: Token) -> bool:
        if not self._skip(token.markup):
            return False
        end = re.compile(rf"(?<!`){token.markup}(?!`)").search(self.content, self.position)
        if end is None:
            return False
        for number in range(self.position, end.start()):
            char = self.content[number]
            self._add(SOFT_BREAK if char == "\n" else char, number, number + 1)
        self.position = end.end()
        return True

    def _html(self, tag: str) -> bool:
        if tag_name(tag) is None:
            return self._show(tag, tag)
        if not self._skip(tag):
            return False
        self.tags.apply(tag, start=self.at[self.position - len(tag)], glyphs=self.glyphs)
        return True

    def _emphasis(self, token: Token) -> bool:
        step = 1 if token.nesting > 0 else -1
        if token.type.startswith("strong"):
            self.strong += step
        else:
            self.emphasis += step
        return self._skip(token.markup)

    def _link(self, token: Token) -> bool:
        if token.markup == "autolink":
            return self._autolink(opens=token.nesting > 0)
        return self._skip("[") if token.nesting > 0 else self._link_target()

    def _autolink(self, *, opens: bool) -> bool:
        """``<https://...>``: the address is shown as written, not as the parser decodes it."""
        self.in_autolink = opens
        if not opens:
            return self._skip(">")
        end = self.content.find(">", self.position)
        if not self._skip("<") or end < 0:
            return False
        address = self.content[self.position : end]
        return self._show(address, address)

    def _image(self, token: Token) -> bool:
        """A picture shows its alternative text; that it was not looked at is for the caller to report."""
        return self._skip("![") and all(self.take(child) for child in token.children or ()) and self._link_target()

    def _link_target(self) -> bool:
        """``](address "title")``; reference links are not read as links."""
        if not self._skip("]("):
            return False
        maximum = len(self.content)
        address = self.parser.helpers.parseLinkDestination(self.content, self._after_white(), maximum)
        if address.ok:
            self.position = address.pos
        title = self.parser.helpers.parseLinkTitle(self.content, self._after_white(), maximum)
        if title.ok:
            self.position = title.pos
        return self._skip(")")
