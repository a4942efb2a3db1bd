"""The text of a page through PDFium, asked for in a few sweeps that run in C.

Asking character by character costs ten times as much. PDFium's "loose" boxes are the advance wide and reach from the
type's descent to its ascent; here they are made one type size high. Styles are asked for once a text operation.
"""

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.geometry.addresses import by_address, to_address
from ingest.geometry.frame import Frame
from ingest.geometry.objects import LEVEL, SPACE, Char, Run, Style
from ingest.geometry.pdfium_styles import Floats, Numbers, Styles

_SPACES = (0x20, 0xA0)
_HYPHENS = (0x02, 0xFFFE)
"""How PDFium reports a hyphen at a line's end."""
_BLANK = (0x7F, 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF, 0xFFFF, *range(0x2000, 0x2010))
"""White space and signs without a shape."""
_TALLEST = 1.5
"""Times the type size that a loose box is high at most; those few that are higher only make more runs."""


def _make_signs() -> Numbers:
    """What PDFium's codes below 2^16 stand for: themselves, a hyphen, or nothing that shows (0)."""
    signs = np.arange(0x10000)
    signs[:0x21] = 0
    signs[list(_BLANK)] = 0
    signs[list(_HYPHENS)] = ord("-")
    return signs


_SIGNS = _make_signs()


@dataclass(frozen=True, slots=True)
class Text:
    """The visible characters of a page in the file's order, a column for each thing known of them.

    ``boxes`` is (n, 4): x0, top, x1, bottom as shown. ``styles`` and ``sizes`` are those of ``style_of[n]``.
    """

    text: str
    boxes: Floats
    after_space: NDArray[np.bool_]
    style_of: Numbers
    styles: Sequence[Style]
    sizes: Floats

    def chars(self) -> list[Char]:
        rows = zip(self.text, self.boxes.tolist(), self.style_of.tolist(), self.after_space.tolist(), strict=True)
        sizes = self.sizes.tolist()
        return [
            Char(text, x0, top, x1, bottom, sizes[style], self.styles[style], after)
            for text, (x0, top, x1, bottom), style, after in rows
            if sizes[style] > 0
        ]

    def turns(self) -> Counter[int | None]:
        """How many characters are turned in which way."""
        counts: Counter[int | None] = Counter()
        for style, count in zip(self.styles, np.bincount(self.style_of, minlength=len(self.styles)), strict=True):
            counts[style.turn] += int(count)
        return counts

    def runs(self) -> list[Run]:
        if not self.text:
            return []
        sizes = self.sizes[self.style_of]
        upright = np.array([style.turn == 0 for style in self.styles])[self.style_of] & (sizes > 0)
        begins = self._begins(sizes) | ~upright
        begins[1:] |= ~upright[:-1]
        starts = np.flatnonzero(begins)
        ends = np.append(starts[1:], len(self.text))
        left, bottom = self.boxes[starts, 0], self.boxes[starts, 3]
        top = np.minimum.reduceat(self.boxes[:, 1], starts)
        right = np.maximum.reduceat(self.boxes[:, 2], starts)
        rows = zip(
            starts.tolist(),
            ends.tolist(),
            zip(left.tolist(), top.tolist(), right.tolist(), bottom.tolist(), strict=True),
            sizes[starts].tolist(),
            self.style_of[starts].tolist(),
            upright[starts].tolist(),
            strict=True,
        )
        text, styles = self.text, self.styles
        return [Run(text[a:b], box, size, styles[style]) for a, b, box, size, style, straight in rows if straight]

    def _begins(self, sizes: Floats) -> NDArray[np.bool_]:
        begins = np.ones(len(self.text), dtype=bool)
        gaps = np.abs(self.boxes[1:, 0] - self.boxes[:-1, 2])
        begins[1:] = (
            self.after_space[1:]
            | (gaps >= SPACE * sizes[:-1])
            | (np.abs(np.diff(self.boxes[:, 3])) >= LEVEL)
            | (np.abs(np.diff(sizes)) >= LEVEL)
            | (np.diff(self.style_of) != 0)
        )
        return begins


_NOTHING = Text("", np.zeros((0, 4)), np.zeros(0, dtype=bool), np.zeros(0, dtype=np.int64), (), np.zeros(0))


def read_text(page: Any, frame: Frame) -> Text:
    """The text of a ``pypdfium2`` page."""
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page.raw)
    if not text_page:
        return _NOTHING
    try:
        return _read(text_page, frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _read(text_page: Any, frame: Frame) -> Text:
    import pypdfium2.raw as pdfium

    codes = _codes(text_page, pdfium.FPDFText_CountChars(text_page))
    signs = np.where(codes < len(_SIGNS), _SIGNS[np.minimum(codes, len(_SIGNS) - 1)], codes)
    shown = np.flatnonzero(signs)
    if not len(shown):
        return _NOTHING
    boxes = _to_shown(_loose_boxes(text_page, shown), frame)
    after_space = _after_space(text_page, codes, shown)
    style_of, styles, sizes = Styles(text_page, frame).of(shown, _operations(boxes, after_space))
    turns = np.array([-1 if style.turn is None else style.turn for style in styles])
    return Text(
        text=signs[shown].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"),
        boxes=_one_size_high(boxes, sizes[style_of], turns[style_of]),
        after_space=after_space,
        style_of=style_of,
        styles=styles,
        sizes=sizes,
    )


def _codes(text_page: Any, count: int) -> Numbers:
    """A code for each character: in one call, or one by one where some have none and the two would not line up."""
    import pypdfium2.raw as pdfium

    if count <= 0:
        return np.zeros(0, dtype=np.int64)
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    codes: Numbers = np.frombuffer(bytes(buffer), dtype=np.uint16)[: max(written, 0)].astype(np.int64)
    if written == count and not ((codes >= 0xD800) & (codes < 0xE000)).any():
        return codes
    return np.fromiter(map(pdfium.FPDFText_GetUnicode, repeat(text_page), range(count)), dtype=np.int64, count=count)


def _after_space(text_page: Any, codes: Numbers, shown: Numbers) -> NDArray[np.bool_]:
    """Whether the file itself has a space before each character; PDFium adds others where a gap is wide."""
    import pypdfium2.raw as pdfium

    after = np.zeros(len(shown), dtype=bool)
    candidates = np.flatnonzero(((codes[shown - 1] == _SPACES[0]) | (codes[shown - 1] == _SPACES[1])) & (shown > 0))
    generated = map(pdfium.FPDFText_IsGenerated, repeat(text_page), (shown[candidates] - 1).tolist())
    after[candidates] = np.fromiter(generated, dtype=np.int64, count=len(candidates)) == 0
    return after


def _loose_boxes(text_page: Any, shown: Numbers) -> Floats:
    """(n, 4): left, top, right, bottom of each character, in the file's coordinates."""
    import pypdfium2.raw as pdfium

    boxes = (pdfium.FS_RECTF * len(shown))()
    width, first = ctypes.sizeof(pdfium.FS_RECTF), ctypes.addressof(boxes)
    read = by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    places = range(first, first + width * len(shown), width)
    for _ in map(read, repeat(to_address(text_page)), shown.tolist(), places):
        pass
    return np.frombuffer(boxes, dtype=np.float32).reshape(-1, 4).astype(np.float64)


def _to_shown(boxes: Floats, frame: Frame) -> Floats:
    """Left, top, right, bottom in the file's coordinates to x0, top, x1, bottom as shown."""
    a, b, c, d, e, f = frame.matrix
    x, y = boxes[:, 0::2], boxes[:, 1::2]
    across, down = a * x + c * y + e, b * x + d * y + f
    shown = np.empty_like(boxes)
    np.minimum(across[:, 0], across[:, 1], out=shown[:, 0])
    np.minimum(down[:, 0], down[:, 1], out=shown[:, 1])
    np.maximum(across[:, 0], across[:, 1], out=shown[:, 2])
    np.maximum(down[:, 0], down[:, 1], out=shown[:, 3])
    return shown


def _one_size_high(boxes: Floats, sizes: Floats, turns: Numbers) -> Floats:
    """Boxes stand on the descent of the type, whichever way it is turned."""
    for turn, foot, head, sign in ((0, 3, 1, -1), (90, 0, 2, 1), (180, 1, 3, 1), (270, 2, 0, -1)):
        turned = turns == turn
        if turned.any():
            boxes[turned, head] = boxes[turned, foot] + sign * sizes[turned]
    return boxes


def _operations(boxes: Floats, after_space: NDArray[np.bool_]) -> Numbers:
    """Where the style may change: the first character of everything that does not simply follow on."""
    heights = boxes[:, 3] - boxes[:, 1]
    begins = np.ones(len(boxes), dtype=bool)
    begins[1:] = (
        after_space[1:]
        | (np.abs(boxes[1:, 0] - boxes[:-1, 2]) >= SPACE * heights[:-1] / _TALLEST)
        | (np.abs(np.diff(boxes[:, 3])) >= LEVEL)
        | (np.abs(np.diff(heights)) >= LEVEL)
    )
    return np.flatnonzero(begins)
