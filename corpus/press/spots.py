"""A canvas that remembers on which page each labelled spot was drawn: how a gold record gets its page."""

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

Spots = dict[str, list[int]]


def spot(label: str) -> str:
    """The markup that leaves no ink and reports its page."""
    return f'<onDraw name="note_spot" label="{label}"/>'


def spotting_canvas(spots: Spots) -> Callable[..., Canvas]:
    """For a document's ``canvasmaker``; fills ``spots`` while the document is built."""

    def note_spot(canvas: Canvas, _: str, label: str) -> None:
        pages = spots.setdefault(label, [])
        if canvas.getPageNumber() not in pages:
            pages.append(canvas.getPageNumber())

    def make_canvas(*args: object, **kwargs: object) -> Canvas:
        canvas = Canvas(*args, **kwargs)
        canvas.setNamedCB("note_spot", note_spot)
        return canvas

    return make_canvas
