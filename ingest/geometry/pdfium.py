"""Pages read through PDFium: the fast source."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.geometry.frame import page_frame
from ingest.geometry.objects import PageGeometry
from ingest.geometry.pdfium_shapes import read_shapes
from ingest.geometry.pdfium_text import read_text


def read_pages(source: Path | bytes) -> Iterator[PageGeometry]:
    """Every page of a file, given by its path or as bytes.

    Raises ``pypdfium2.PdfiumError`` where the file cannot be opened or a page cannot be loaded.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for index in range(len(document)):
            yield read_page(document, index)


def read_page(document: Any, index: int) -> PageGeometry:
    """Page ``index`` (from 0) of a ``pypdfium2.PdfDocument``."""
    page = document[index]
    try:
        frame = page_frame(page)
        text = read_text(page, frame)
        shapes, images, complete = read_shapes(page, frame)
    finally:
        page.close()
    width, height = frame.size
    return PageGeometry(
        number=index + 1,
        width=width,
        height=height,
        runs=text.runs(),
        make_chars=text.chars,
        shapes=shapes,
        images=images,
        turns=text.turns(),
        complete=complete,
    )
