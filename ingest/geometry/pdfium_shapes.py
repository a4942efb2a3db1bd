"""The shapes and pictures of a page through PDFium: its objects are walked, and the forms among them."""

import ctypes
from collections.abc import Iterator
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
_PATH, _IMAGE, _FORM = 2, 3, 5
"""PDFium's kinds of objects that are looked at."""
_BEZIER, _MOVE = 1, 2
"""Its kinds of segments; a line is 0."""
_DEEPEST = 12
"""Forms within forms."""


def read_shapes(page: Any, frame: Frame) -> tuple[list[Shape], list[Box], bool]:
    """The shapes of a ``pypdfium2`` page, the boxes of its pictures, and whether that is all: a drawing may have more
    shapes, objects or segments than are read."""
    walk = _Walk(_api())
    walk.through_page(to_address(page.raw), frame.matrix)
    return walk.shapes, walk.images, walk.complete


class _Walk:
    def __init__(self, api: "_Api") -> None:
        self.shapes: list[Shape] = []
        self.images: list[Box] = []
        self._api = api
        self._colours = Colours(api.fill_colour, api.stroke_colour)
        self._objects = _MOST_OBJECTS
        self._segments = _MOST_SEGMENTS

    @property
    def complete(self) -> bool:
        return self._objects >= 0 and self._segments >= 0 and len(self.shapes) <= MOST_SHAPES

    def through_page(self, page: int, matrix: Matrix) -> None:
        self._through(map(self._api.page_object, repeat(page), range(self._api.page_count(page))), matrix, 0)

    def _through(self, things: Iterator[int], outer: Matrix, depth: int) -> None:
        kind_of = self._api.kind
        for thing in things:
            self._objects -= 1
            if not self.complete:
                return
            kind = kind_of(thing)
            if kind == _PATH:
                self._add_path(thing, outer)
            elif kind == _IMAGE:
                self._add_image(thing, outer)
            elif kind == _FORM and depth < _DEEPEST:
                inner = map(self._api.form_object, repeat(thing), range(max(self._api.form_count(thing), 0)))
                self._through(inner, multiply(self._api.matrix_of(thing), outer), depth + 1)

    def _add_image(self, image: int, outer: Matrix) -> None:
        """A picture fills the unit square of its matrix."""
        a, b, c, d, e, f = multiply(self._api.matrix_of(image), outer)
        self.images.append(points_to_box([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)]))

    def _add_path(self, path: int, outer: Matrix) -> None:
        count = self._api.segment_count(path)
        fills, strokes = self._api.draw_mode(path)
        self._segments -= count
        if count < 2 or self._segments < 0:
            return
        fill_colour = self._colours.fill(path) if fills else None
        stroke_colour = self._colours.stroke(path) if strokes else None
        filled, stroked = fill_colour is not None, stroke_colour is not None
        if not filled and not stroked:
            return
        matrix = multiply(self._api.matrix_of(path), outer)
        for points, curved, closed in _subpaths(self._api, path, count, matrix):
            kind = path_to_kind(points, curved=curved, closed=closed or filled)
            shape = Shape(kind, points_to_box(points), tuple(points), filled, stroked, fill_colour, stroke_colour)
            self.shapes.append(shape)


def _subpaths(api: "_Api", path: int, count: int, matrix: Matrix) -> Iterator[tuple[list[Point], bool, bool]]:
    """Each stretch drawn without lifting the pen: its points as shown, whether it bends, whether it closes."""
    segment_of, point_of, kind_of, closes = api.segment, api.segment_point, api.segment_kind, api.segment_closes
    a, b, c, d, e, f = matrix
    point = (ctypes.c_float * 2)()
    at_x = ctypes.addressof(point)
    at_y = at_x + ctypes.sizeof(ctypes.c_float)
    points: list[Point] = []
    curved = closed = False
    for number in range(count):
        segment = segment_of(path, number)
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


class _Api:
    """The functions of PDFium that are asked of each object of a page, by address."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        assert (pdfium.FPDF_SEGMENT_BEZIERTO, pdfium.FPDF_SEGMENT_MOVETO) == (_BEZIER, _MOVE)
        kinds = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        assert kinds == (_PATH, _IMAGE, _FORM)
        thing, number = ctypes.c_void_p, ctypes.c_int
        self.page_count = by_address(pdfium.FPDFPage_CountObjects, number, thing)
        self.page_object = by_address(pdfium.FPDFPage_GetObject, thing, thing, number)
        self.form_count = by_address(pdfium.FPDFFormObj_CountObjects, number, thing)
        self.form_object = by_address(pdfium.FPDFFormObj_GetObject, thing, thing, ctypes.c_ulong)
        self.kind = by_address(pdfium.FPDFPageObj_GetType, number, thing)
        self.segment_count = by_address(pdfium.FPDFPath_CountSegments, number, thing)
        self.segment = by_address(pdfium.FPDFPath_GetPathSegment, thing, thing, number)
        self.segment_point = by_address(pdfium.FPDFPathSegment_GetPoint, number, thing, thing, thing)
        self.segment_kind = by_address(pdfium.FPDFPathSegment_GetType, number, thing)
        self.segment_closes = by_address(pdfium.FPDFPathSegment_GetClose, number, thing)
        colour = (number, thing, *(thing,) * 4)
        self.fill_colour = by_address(pdfium.FPDFPageObj_GetFillColor, *colour)
        self.stroke_colour = by_address(pdfium.FPDFPageObj_GetStrokeColor, *colour)
        self._get_matrix = by_address(pdfium.FPDFPageObj_GetMatrix, number, thing, thing)
        self._get_draw_mode = by_address(pdfium.FPDFPath_GetDrawMode, number, thing, thing, thing)
        self._matrix = (ctypes.c_float * 6)()
        self._mode = (ctypes.c_int * 2)()
        self._at_matrix = ctypes.addressof(self._matrix)
        self._at_mode = ctypes.addressof(self._mode)

    def matrix_of(self, thing: int) -> Matrix:
        self._get_matrix(thing, self._at_matrix)
        a, b, c, d, e, f = self._matrix
        return a, b, c, d, e, f

    def draw_mode(self, path: int) -> tuple[bool, bool]:
        """Whether the path is filled, and whether it is stroked."""
        if not self._get_draw_mode(path, self._at_mode, self._at_mode + ctypes.sizeof(ctypes.c_int)):
            return False, False
        fills, strokes = self._mode
        return bool(fills), bool(strokes)


@lru_cache(maxsize=1)
def _api() -> _Api:
    return _Api()
