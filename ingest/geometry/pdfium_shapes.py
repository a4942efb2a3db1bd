"""The shapes and pictures of a page through PDFium: its objects are walked, and the forms among them."""

import ctypes
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import Any

from ingest.geometry.addresses import by_address, to_address
from ingest.geometry.frame import Frame, Matrix, multiply
from ingest.geometry.objects import MOST_SHAPES, Point, Shape, path_to_kind, points_to_box
from ingest.geometry.pdfium_colours import Colours
from records.place import Box

_MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 200_000
_DEEPEST = 12
"""Forms within forms."""


def read_shapes(page: Any, frame: Frame) -> tuple[list[Shape], list[Box], bool]:
    """The shapes of a ``pypdfium2`` page, the boxes of its pictures, and whether that is all: a drawing may have more
    shapes, objects or segments than are read."""
    import pypdfium2.raw as pdfium

    walk = _Walk()
    raw = page.raw
    walk.through(map(pdfium.FPDFPage_GetObject, repeat(raw), range(pdfium.FPDFPage_CountObjects(raw))), frame.matrix)
    return walk.shapes, walk.images, walk.complete


class _Walk:
    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.images: list[Box] = []
        self._colours = Colours()
        self._objects = _MOST_OBJECTS
        self._segments = _MOST_SEGMENTS

    @property
    def complete(self) -> bool:
        return self._objects >= 0 and self._segments >= 0 and len(self.shapes) <= MOST_SHAPES

    def through(self, things: Iterator[Any], outer: Matrix, depth: int = 0) -> None:
        import pypdfium2.raw as pdfium

        kind_of = pdfium.FPDFPageObj_GetType
        for thing in things:
            self._objects -= 1
            if not self.complete:
                return
            kind = kind_of(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._add_path(thing, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._add_image(thing, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = max(pdfium.FPDFFormObj_CountObjects(thing), 0)
                inner = map(pdfium.FPDFFormObj_GetObject, repeat(thing), range(count))
                self.through(inner, multiply(_matrix(thing), outer), depth + 1)

    def _add_image(self, image: Any, outer: Matrix) -> None:
        """A picture fills the unit square of its matrix."""
        a, b, c, d, e, f = multiply(_matrix(image), outer)
        self.images.append(points_to_box([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)]))

    def _add_path(self, path: Any, outer: Matrix) -> None:
        import pypdfium2.raw as pdfium

        count = pdfium.FPDFPath_CountSegments(path)
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        drawn = pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroke))
        self._segments -= count
        if not drawn or count < 2 or self._segments < 0:
            return
        fill_colour = self._colours.fill(path) if mode.value else None
        stroke_colour = self._colours.stroke(path) if stroke.value else None
        filled, stroked = fill_colour is not None, stroke_colour is not None
        if not filled and not stroked:
            return
        matrix = multiply(_matrix(path), outer)
        for points, curved, closed in _subpaths(path, count, matrix):
            kind = path_to_kind(points, curved=curved, closed=closed or filled)
            shape = Shape(kind, points_to_box(points), tuple(points), filled, stroked, fill_colour, stroke_colour)
            self.shapes.append(shape)


def _subpaths(path: Any, count: int, matrix: Matrix) -> Iterator[tuple[list[Point], bool, bool]]:
    """Each stretch drawn without lifting the pen: its points as shown, whether it bends, whether it closes."""
    segment_of, point_of, kind_of, closes = _segment_readers()
    a, b, c, d, e, f = matrix
    point = (ctypes.c_float * 2)()
    at_x = ctypes.addressof(point)
    at_y = at_x + ctypes.sizeof(ctypes.c_float)
    address = to_address(path)
    points: list[Point] = []
    curved = closed = False
    for number in range(count):
        segment = segment_of(address, number)
        point_of(segment, at_x, at_y)
        kind = kind_of(segment)
        if kind == _MOVE:
            if len(points) > 1:
                yield points, curved, closed
            points, curved, closed = [], False, False
        x, y = point
        points.append((a * x + c * y + e, b * x + d * y + f))
        curved = curved or kind == _BEZIER
        if closes(segment):
            closed = True
            if points[0] != points[-1]:
                points.append(points[0])
    if len(points) > 1:
        yield points, curved, closed


_BEZIER, _MOVE = 1, 2
"""PDFium's kinds of segments; a line is 0."""


@lru_cache(maxsize=1)
def _segment_readers() -> tuple[Callable[..., Any], ...]:
    import pypdfium2.raw as pdfium

    assert (pdfium.FPDF_SEGMENT_BEZIERTO, pdfium.FPDF_SEGMENT_MOVETO) == (_BEZIER, _MOVE)
    pointer, number = ctypes.c_void_p, ctypes.c_int
    return (
        by_address(pdfium.FPDFPath_GetPathSegment, pointer, pointer, number),
        by_address(pdfium.FPDFPathSegment_GetPoint, number, pointer, pointer, pointer),
        by_address(pdfium.FPDFPathSegment_GetType, number, pointer),
        by_address(pdfium.FPDFPathSegment_GetClose, number, pointer),
    )


def _matrix(thing: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
