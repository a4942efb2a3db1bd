"""The signs that Word puts before the paragraphs of a list (``3.``, ``(b)``, ``•``): counted here as Word counts them.

The file holds no sign, only which list a paragraph is in; a sign is therefore a block's marker, never part of its text.
"""

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from ingest.office.word_styles import Element, ListPlace

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 10_000
BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    format: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class _Count:
    """How far each level of a list has been counted."""

    numbers: dict[int, int] = field(default_factory=dict)

    def step(self, level: int, start: int) -> None:
        self.numbers[level] = min(self.numbers.get(level, start - 1) + 1, _MOST)
        for deeper in [other for other in self.numbers if other > level]:
            del self.numbers[deeper]


class Lists:
    def __init__(self, numbering: Element | None) -> None:
        """``numbering`` is the root of the numbering part, where there is one."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, _Count] = {}
        if numbering is not None:
            self._read(numbering)

    def sign(self, place: ListPlace) -> str:
        """The sign of the next paragraph at ``place``; each call counts it."""
        levels = self._levels.get(place.number, {})
        level = levels.get(place.level, _Level())
        count = self._counts.setdefault(self._shared.get(place.number, place.number), _Count())
        count.step(place.level, level.start)
        if level.format == "bullet":
            return BULLET
        if level.format == "none":
            return ""
        return _PLACEHOLDER.sub(lambda found: _shown(int(found.group(1)) - 1, levels, count), level.text)

    def _read(self, numbering: Element) -> None:
        abstract = {
            found.get(qn("w:abstractNumId")): {
                int(level.get(qn("w:ilvl"), "0")): _level(level) for level in found.iterchildren(qn("w:lvl"))
            }
            for found in numbering.iterchildren(qn("w:abstractNum"))
        }
        for number in numbering.iterchildren(qn("w:num")):
            name = str(number.get(qn("w:numId")))
            shared = number.find(qn("w:abstractNumId"))
            base = None if shared is None else shared.get(qn("w:val"))
            self._levels[name] = abstract.get(base, {})
            restarts = number.find(f".//{qn('w:startOverride')}") is not None
            self._shared[name] = f"own {name}" if restarts or base is None else f"shared {base}"


def _level(level: Element) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(qn(f"w:{name}"))
        return str(found.get(qn("w:val"), default)) if found is not None else default

    start = value("start", "1")
    return _Level(
        format=value("numFmt", "decimal"), text=value("lvlText", ""), start=int(start) if start.isdigit() else 1
    )


def _shown(depth: int, levels: dict[int, _Level], count: _Count) -> str:
    level = levels.get(depth, _Level())
    return number_to_sign(count.numbers.get(depth, level.start), level.format)


def number_to_sign(number: int, style: str) -> str:
    """``4`` as ``4``, ``d``, ``D``, ``iv``, ``IV`` or ``04``."""
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman if style == "lowerRoman" else roman.upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)
