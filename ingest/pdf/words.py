"""Characters of a PDF page -> words with box, baseline, size and weight; raised marks apart from the word they follow.

Pages turned by the file are turned already; text that runs up or down an upright page is laid flat first (a frame for
each direction) and its boxes are turned back at the end. It refuses to spell: a glyph without a Unicode value becomes
U+FFFD, and the caller reports it.
"""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from ingest.pdf.line import PdfWord
from records.place import Box, union_box

Turn = Literal["flat", "up", "down"]
UNREADABLE = "\ufffd"

_BOLD = re.compile(r"bold|black|heavy|demi|semibd|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|slanted", re.IGNORECASE)
_CID = re.compile(r"\(cid:\d{1,6}\)")
RAISED_TEXT = re.compile(r"[\d,*†‡§\u00b9\u00b2\u00b3\u2070-\u2079]{1,8}")
_SPELT_OUT = str.maketrans(
    {"\x00": UNREADABLE, "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_USUAL_DESCENT = 0.21
_RAISED_SIZE = 0.85
_RAISED_BY = 0.12


def chars_by_turn(chars: Sequence[dict[str, Any]]) -> dict[Turn, list[dict[str, Any]]]:
    """The characters of each reading direction, the commonest direction first."""
    turned: dict[Turn, list[dict[str, Any]]] = {}
    for char in chars:
        turned.setdefault(_turn(char), []).append(char)
    return dict(sorted(turned.items(), key=lambda item: -len(item[1])))


def _turn(char: dict[str, Any]) -> Turn:
    if char["upright"]:
        return "flat"
    return "up" if char["matrix"][1] > 0 else "down"


def chars_to_words(chars: Sequence[dict[str, Any]], *, turn: Turn, width: float, height: float) -> list[PdfWord]:
    """The words of characters of one direction, in that direction's own frame."""
    from pdfplumber.utils import extract_words

    descents = _descents(chars)
    flat = [_lay_flat(char, turn, descents[char["fontname"]], width=width, height=height) for char in chars]
    raw = extract_words(flat, x_tolerance_ratio=0.15, y_tolerance=2, return_chars=True)
    words = [word for found in raw for word in _pieces(found["chars"])]
    return [replace(word, shown=box_turned_back(word.box, turn, width=width, height=height)) for word in words]


def _descents(chars: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How far each font's boxes reach below the baseline, as a share of the size.

    The text matrix does not tell how far a character is raised (the text rise stands apart), but in most characters
    of a font it is not; a font used for raised marks alone shows an impossible value and gets the usual one.
    """
    shares: dict[str, list[float]] = {}
    for char in chars:
        if char["upright"]:
            share = (float(char["matrix"][5]) - float(char["y0"])) / max(0.1, float(char["size"]))
            shares.setdefault(char["fontname"], []).append(share)
        else:
            shares.setdefault(char["fontname"], []).append(_USUAL_DESCENT)
    medians = {font: statistics.median(values) for font, values in shares.items()}
    return {font: share if -0.05 <= share <= 0.5 else _USUAL_DESCENT for font, share in medians.items()}


def _lay_flat(char: dict[str, Any], turn: Turn, descent: float, *, width: float, height: float) -> dict[str, Any]:
    x0, top, x1, bottom = (float(char[key]) for key in ("x0", "top", "x1", "bottom"))
    if turn == "up":
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif turn == "down":
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    base = bottom - descent * (bottom - top)
    text = _CID.sub(UNREADABLE, char["text"]).translate(_SPELT_OUT)
    box = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "doctop": top, "baseline": base}
    return {**char, **box, "text": text, "upright": True, "size": bottom - top}


def box_turned_back(box: Box, turn: Turn, *, width: float, height: float) -> Box:
    """A box of a laid-flat frame on the page as shown."""
    x0, top, x1, bottom = box
    if turn == "up":
        return top, height - x1, bottom, height - x0
    if turn == "down":
        return width - bottom, x0, width - top, x1
    return box


def _pieces(chars: list[dict[str, Any]]) -> Iterator[PdfWord]:
    """One word as pieces: cut where raised marks begin and end, and where the weight changes (``Cost:`` + ``high``)."""
    size = max(char["size"] for char in chars)
    base = max(char["baseline"] for char in chars if char["size"] > _RAISED_SIZE * size)
    runs: list[list[dict[str, Any]]] = []
    for char in chars:
        if runs and _style(char, size, base) == _style(runs[-1][-1], size, base):
            runs[-1].append(char)
        else:
            runs.append([char])
    for number, run in enumerate(runs):
        yield _run_to_word(run, glued=number > 0, raised=_is_raised(run[0], size, base))


def _style(char: dict[str, Any], size: float, base: float) -> tuple[bool, bool, bool]:
    return _is_raised(char, size, base), _is_bold(char), _is_italic(char)


def _is_raised(char: dict[str, Any], size: float, base: float) -> bool:
    """A small digit or sign above the line; ``th`` of ``4th`` and ``TM`` stay in their word."""
    if not RAISED_TEXT.fullmatch(char["text"]):
        return False
    if char["text"].translate(SUPERSCRIPTS) != char["text"]:
        return True
    return bool(char["size"] <= _RAISED_SIZE * size and char["baseline"] < base - _RAISED_BY * size)


def _is_bold(char: dict[str, Any]) -> bool:
    return bool(_BOLD.search(char["fontname"]))


def _is_italic(char: dict[str, Any]) -> bool:
    """By the font's name, or by a slant that the page itself applies to an upright font."""
    a, b, c, d = char["matrix"][:4]
    slanted = b == 0 and c != 0 and a * d > 0 and c / d > 0.1
    return slanted or bool(_ITALIC.search(char["fontname"]))


def _run_to_word(run: list[dict[str, Any]], *, glued: bool, raised: bool) -> PdfWord:
    box = union_box([(char["x0"], char["top"], char["x1"], char["bottom"]) for char in run])
    assert box is not None
    text = "".join(char["text"] for char in run)
    return PdfWord(
        text=text,
        page=run[0]["page_number"],
        box=box,
        shown=box,
        baseline=run[-1]["baseline"],
        size=max(char["size"] for char in run),
        bold=_is_bold(run[0]),
        italic=_is_italic(run[0]),
        raised=raised,
        glued=glued,
    )


def raise_small_words(row: Sequence[PdfWord], *, size: float, baseline: float) -> list[PdfWord]:
    """A small mark that stands apart from the word it belongs to, or opens a footnote, is raised as well."""
    return [
        replace(word, raised=True)
        if word.size <= _RAISED_SIZE * size
        and word.baseline < baseline - _RAISED_BY * size
        and RAISED_TEXT.fullmatch(word.text)
        else word
        for word in row
    ]
