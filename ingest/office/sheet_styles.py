"""How a workbook's cells are set: their number format, bold letters, and the colour they are painted in.

A colour is ``#rrggbb``; those that rules set from values are not known.
"""

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.styles.colors import COLOR_INDEX

_SLOT = re.compile(r"<a:(dk1|lt1|dk2|lt2|accent[1-6])>(.*?)</a:\1>", re.DOTALL)
_VALUE = re.compile(r'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')
_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStyle:
    number_format: str = ""
    bold: bool = False
    fill: str | None = None


_PLAIN = CellStyle()


class SheetStyles:
    """Each style is looked up once, however many cells have it."""

    def __init__(self, theme: str) -> None:
        """``theme`` is the XML of the workbook's theme."""
        self._theme = theme
        self._known: dict[int, CellStyle] = {}

    def of(self, cell: Any) -> CellStyle:
        if isinstance(cell, MergedCell) or not cell.has_style:
            return _PLAIN
        number = cell.style_id
        if number not in self._known:
            self._known[number] = CellStyle(
                number_format=str(cell.number_format or ""), bold=bool(cell.font.b), fill=_fill(cell, self._theme)
            )
        return self._known[number]


def _fill(cell: Any, theme: str) -> str | None:
    """``None`` for an unpainted or white cell."""
    if cell.fill.fill_type != "solid":
        return None
    colour = cell.fill.fgColor
    plain = _plain(colour.type, colour.value, theme)
    if plain is None:
        return None
    shown = _tinted(plain, float(colour.tint or 0))
    return None if shown == _WHITE else shown


def _plain(kind: str, value: Any, theme: str) -> str | None:
    if kind == "rgb" and isinstance(value, str) and re.fullmatch(r"[0-9A-Fa-f]{6,8}", value):
        return value[-6:].lower()
    if kind == "indexed" and isinstance(value, int) and value < len(COLOR_INDEX):
        return str(COLOR_INDEX[value])[-6:].lower()
    if kind == "theme" and isinstance(value, int) and value < len(_ORDER):
        return _theme_colours(theme).get(_ORDER[value])
    return None


@lru_cache(maxsize=4)
def _theme_colours(theme: str) -> dict[str, str]:
    found = {slot: _VALUE.search(inner) for slot, inner in _SLOT.findall(theme)}
    return {slot: value.group(1).lower() for slot, value in found.items() if value is not None}


def _tinted(colour: str, tint: float) -> str:
    """Lighter for a tint above 0, darker below."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    shown = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "#" + "".join(f"{round(255 * part):02x}" for part in shown)
