"""Pictures of a page with the cited words lit up, for a reader who wants to see for himself.

Drawing a page parses the file once more, so it too happens in the reader process. ``page_png`` is for callers,
``draw_page`` runs in that process.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.isolation import ask_worker
from ingest.limits import settings_to_limits
from ingest.messages import PictureReply, RenderRequest
from ingest.read import private_copy
from ingest.surrogates import readable
from records.errors import InputError
from records.place import Box
from records.settings import Settings

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS = 50_000_000
"""A page as large as a poster is drawn smaller rather than not at all."""
_LIGHT = (255, 214, 0, 72)
_EDGE = (200, 120, 0, 255)
_MARGIN = 1.5
"""Points by which a highlight reaches beyond its words."""


def page_png(path: Path, page: int, *, highlights: Sequence[Box] = (), scale: float = 2.0, settings: Settings) -> bytes:
    """Page ``page`` (from 1) as PNG, ``scale`` pixels a point; boxes in points from the page's top left as shown."""
    name = readable(path.name)
    with private_copy(path, most=settings.file_megabytes, name=name) as copy:
        request = RenderRequest(
            path=str(copy.path),
            name=name,
            page=page,
            highlights=tuple(highlights),
            scale=scale,
            limits=settings_to_limits(settings),
        )
        reply = ask_worker(request)
    assert isinstance(reply, PictureReply), "a request to draw is answered by a picture"
    return reply.png


def draw_page(request: RenderRequest) -> bytes:
    """Draw in this process. Raises ``InputError`` for a file or page that cannot be drawn."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(request.path) as pdf:
            if not 1 <= request.page <= len(pdf):
                message = f"{request.name} has no page {request.page}: it has {len(pdf)}."
                raise InputError(message, code="no_page")
            page = pdf[request.page - 1]
            scale = fitting_scale(page.get_size(), request.scale)
            picture = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{request.name} cannot be drawn as a picture ({error}).", code="damaged") from error
    return _to_png(_lit(picture, request.highlights, scale))


def fitting_scale(size: tuple[float, float], scale: float) -> float:
    """``scale``, or less where the picture would be too large to hold."""
    pixels = size[0] * size[1] * scale * scale
    return scale if pixels <= MOST_PIXELS else scale * (MOST_PIXELS / pixels) ** 0.5


def _lit(picture: "Picture", highlights: Sequence[Box], scale: float) -> "Picture":
    from PIL import Image, ImageDraw

    if not highlights:
        return picture
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for x0, top, x1, bottom in highlights:
        box = (x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN)
        draw.rectangle([value * scale for value in box], fill=_LIGHT, outline=_EDGE, width=max(1, round(scale / 2)))
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def _to_png(picture: "Picture") -> bytes:
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()
