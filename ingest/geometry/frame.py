"""The part of a page that is shown, and how points get from the file's coordinates to there."""

import ctypes
from dataclasses import dataclass
from typing import Any

from ingest.geometry.objects import Point

Matrix = tuple[float, float, float, float, float, float]
"""``a, b, c, d, e, f`` as PDF writes them: x' = ax + cy + e, y' = bx + dy + f."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """``rotation`` is clockwise, in degrees; ``matrix`` maps to points from the top left of the page shown."""

    size: Point
    rotation: int
    matrix: Matrix


def page_frame(page: Any) -> Frame:
    """The frame of a ``pypdfium2`` page."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box))
    rotation = int(page.get_rotation()) % 360
    width, height = box.right - box.left, box.top - box.bottom
    matrices: dict[int, Matrix] = {
        0: (1, 0, 0, -1, -box.left, box.top),
        90: (0, 1, 1, 0, -box.bottom, -box.left),
        180: (-1, 0, 0, 1, box.right, -box.bottom),
        270: (0, -1, -1, 0, box.top, box.right),
    }
    size = (height, width) if rotation in (90, 270) else (width, height)
    return Frame(size=size, rotation=rotation, matrix=matrices[rotation])


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and ``then`` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
