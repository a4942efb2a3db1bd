"""Where a PDF draws text with an invisible pen (text render mode 3), which pdfplumber does not tell.

PDFium does. Its boxes are turned into the coordinates of the page as shown.
"""

from pathlib import Path
from types import TracebackType
from typing import Any

from records.place import Box

_INVISIBLE_MODES = (3, 7)
_FINE = 100
"""PDFium maps to whole pixels: this many to a point."""


class InvisiblePen:
    """One file, open for the time of reading; ``with InvisiblePen(path) as pen: pen.boxes(0)``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document: Any = None

    def __enter__(self) -> "InvisiblePen":
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(self._path)
        except pypdfium2.PdfiumError:
            self._document = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._document is not None:
            self._document.close()

    def boxes(self, index: int) -> list[Box]:
        """The invisible texts of page ``index`` (from 0); none where PDFium cannot read the page."""
        import pypdfium2
        import pypdfium2.raw as pdfium

        if self._document is None or index >= len(self._document):
            return []
        try:
            page = self._document[index]
            texts = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1))
            hidden = [text for text in texts if pdfium.FPDFTextObj_GetTextRenderMode(text) in _INVISIBLE_MODES]
            return [_shown(page, text.get_bounds()) for text in hidden]
        except pypdfium2.PdfiumError:
            return []


def _shown(page: Any, bounds: tuple[float, float, float, float]) -> Box:
    left, bottom, right, top = bounds
    ax, ay = _point_shown(page, left, bottom)
    bx, by = _point_shown(page, right, top)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _point_shown(page: Any, x: float, y: float) -> tuple[float, float]:
    from ctypes import byref, c_int

    import pypdfium2.raw as pdfium

    across, down = c_int(), c_int()
    width, height = (round(side * _FINE) for side in page.get_size())
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, byref(across), byref(down))
    return across.value / _FINE, down.value / _FINE
