"""Colours beside red, yellow and green, as a memo's own key explains them: "Blue: delivered and closed".

Without such a key blue is no status: it stands for complete in one house and for not started in another.
"""

import colorsys
import re
from collections.abc import Iterator, Mapping

from extract.projects.status_words import COLOURS, find_statuses
from records.document import Document
from records.table import Cell, Table

_HOUSE = "blue|gr[ae]y|purple|black|white"
_SIGN = r"[\"”]?\s?(?:[:=–—-]|means|indicates|denotes)\s?"
_END = rf"(?=[.;:\n]|$|,?\s(?:and\s)?(?:{_HOUSE}|{'|'.join(COLOURS)}){_SIGN})"
_ENTRY = re.compile(rf"\b(?P<colour>{_HOUSE}){_SIGN}(?P<meaning>[^.;:\n]{{3,120}}?){_END}", re.IGNORECASE)
_KEY = re.compile(rf"\b(?:{'|'.join(COLOURS)}){_SIGN}", re.IGNORECASE)
# "R = red, A = amber, B = complete", "B - Blue (delivered)".
_LETTER = re.compile(r"\bB\s?[=:–—-]\s?(?:[Bb]lue\b[\s:(–—-]{0,3})?(?P<meaning>[^.;:,)\n]{3,80})")
_LETTER_KEY = re.compile(r"\b[RAYG]\s?[=:–—-]\s?\w")
_FINISHED = re.compile(r"\b(?:delivered|closed|finished|live|done|achieved)\b", re.IGNORECASE)
_BLUE = range(200, 250)
"""Degrees of hue."""


def house_colours(document: Document) -> dict[str, str]:
    """``{"blue": "complete"}``: the colours that a key explains in words of one status."""
    found: dict[str, str] = {}
    texts = [block.text for block in document.blocks if block.kind != "table"]
    texts += [" ".join(cell.text for cell in table.cells) for table in document.tables if table.columns == 1]
    texts += [text for table in document.tables if table.columns > 1 for text in _lone_texts(table)]
    for text in texts:
        if _KEY.search(text):
            for match in _ENTRY.finditer(text):
                status = _meaning_to_status(match["meaning"])
                if status is not None:
                    found.setdefault(_plain(match["colour"]), status)
        letter = _LETTER.search(text) if _LETTER_KEY.search(text) else None
        if letter is not None and (status := _meaning_to_status(letter["meaning"])) is not None:
            found.setdefault("blue", status)
    return found


def _lone_texts(table: Table) -> Iterator[str]:
    """Rows that hold one text alone: a key that was written below a list."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell.text)
    return (texts[0] for texts in rows.values() if len(texts) == 1)


def cell_to_house_status(cell: Cell, colours: Mapping[str, str]) -> str | None:
    """ "Blue", "B" or an empty blue cell, where the key explains the colour."""
    text = cell.text.strip().lower()
    for colour, status in colours.items():
        if _plain(text) == colour or text == colour[0] or (not text and colour == "blue" and _is_blue(cell.fill)):
            return status
    return None


def _meaning_to_status(meaning: str) -> str | None:
    named = {span.status for span in find_statuses(meaning, cell=True)}
    if _FINISHED.search(meaning):
        named.add("complete")
    return named.pop() if len(named) == 1 else None


def _plain(colour: str) -> str:
    return colour.lower().replace("gray", "grey")


def _is_blue(fill: str | None) -> bool:
    if fill is None or not re.fullmatch(r"#[0-9a-fA-F]{6}", fill):
        return False
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    return saturation >= 0.25 and 0.15 < lightness < 0.96 and int(hue * 360) in _BLUE
