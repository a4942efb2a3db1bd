"""What a Word file's styles say of text: bold, italic, hidden, heading level, list. A style takes after another.

Only switches are looked up, direct ones first, then the run's style, then the paragraph's. Table styles are not: their
bold first row is mostly the program's default and says nothing about the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from docx.oxml.ns import qn

Switch = Literal["b", "i", "vanish"]
Element = Any
"""An element of the parsed XML; its library has no types."""

_OFF = frozenset(("0", "false", "off"))
_HEADING = re.compile(r"heading ([1-9])")
_LONGEST_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """Which list a paragraph is in, and how deep (from 0)."""

    number: str
    level: int


class Styles:
    def __init__(self, styles: Element) -> None:
        """``styles`` is the root of the styles part."""
        found = (
            {}
            if styles is None
            else {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
        )
        self._styles: dict[str, Element] = found

    def is_on(self, switch: Switch, run: Element, paragraph: Element) -> bool:
        """Whether the run is bold, italic or hidden."""
        properties = [run.find(qn("w:rPr"))]
        for kind, holder in (("rStyle", properties[0]), ("pStyle", paragraph.find(qn("w:pPr")))):
            properties += [style.find(qn("w:rPr")) for style in self._chain(_value(holder, kind))]
        return next((state for part in properties if (state := _switch(part, switch)) is not None), False)

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 9 for ``Heading 1`` and its kin, 1 for ``Title``; ``None`` for text."""
        own = paragraph.find(qn("w:pPr"))
        chain = list(self._chain(_value(own, "pStyle")))
        for style in chain:
            name = (_value(style, "name") or "").lower()
            if name == "title":
                return 1
            if (heading := _HEADING.fullmatch(name)) is not None:
                return int(heading.group(1))
        outlines = [_value(part, "outlineLvl") for part in (own, *(style.find(qn("w:pPr")) for style in chain))]
        level = next((int(value) for value in outlines if value is not None and value.isdigit()), _BODY_LEVEL)
        return level + 1 if level < _BODY_LEVEL else None

    def is_caption(self, paragraph: Element) -> bool:
        chain = self._chain(_value(paragraph.find(qn("w:pPr")), "pStyle"))
        return any((_value(style, "name") or "").lower() == "caption" for style in chain)

    def list_place(self, paragraph: Element) -> ListPlace | None:
        own = paragraph.find(qn("w:pPr"))
        chain = self._chain(_value(own, "pStyle"))
        lists = [part.find(qn("w:numPr")) for part in (own, *(s.find(qn("w:pPr")) for s in chain)) if part is not None]
        for found in lists:
            if found is not None:
                number, level = _value(found, "numId"), _value(found, "ilvl") or "0"
                # Number 0 takes a paragraph out of the list that its style is in.
                in_list = number is not None and number != "0" and level.isdigit()
                return ListPlace(number=number or "", level=int(level)) if in_list else None
        return None

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those it takes after."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = _value(style, "basedOn")


def _value(parent: Element, name: str) -> str | None:
    child = None if parent is None else parent.find(qn(f"w:{name}"))
    value = None if child is None else child.get(qn("w:val"))
    return None if value is None else str(value)


def _switch(properties: Element, name: str) -> bool | None:
    found = None if properties is None else properties.find(qn(f"w:{name}"))
    return None if found is None else found.get(qn("w:val"), "1") not in _OFF
