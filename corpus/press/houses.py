"""What a house's pages look like besides their text: paper, margins, letterhead, running heads, styles."""

from collections.abc import Callable
from dataclasses import dataclass

from press import letterhead as harrowgate
from press import letterhead_lundermere as lundermere
from press.facts import Letterhead, Source
from press.styles import HARROWGATE, LUNDERMERE, Styles
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """``heads`` is the room at the top of the first and of every later page; ``first_page`` and ``running_head`` draw
    what stands there, and the foot."""

    city: str
    width: float
    height: float
    margin: float
    heads: tuple[float, float]
    styles: Styles
    letterhead: Callable[[Letterhead], list[Flowable]]
    first_page: Callable[[Canvas, Letterhead, int], None]
    running_head: Callable[[Canvas, Letterhead, int, int], None]


def house_of(source: Source) -> House:
    if source.house == "lundermere":
        return House(
            city="City of Lundermere", width=lundermere.WIDTH, height=lundermere.HEIGHT, margin=lundermere.MARGIN,
            heads=(92, 64), styles=LUNDERMERE, letterhead=lundermere.letterhead_flowables,
            first_page=lundermere.draw_first_page, running_head=lundermere.draw_running_head,
        )  # fmt: skip
    compact = source.look == "compact"
    return House(
        city="City of Harrowgate Bay", width=harrowgate.WIDTH, height=harrowgate.HEIGHT, margin=harrowgate.MARGIN,
        heads=(112, 84 if compact else 96), styles=HARROWGATE, letterhead=harrowgate.letterhead_flowables,
        first_page=lambda canvas, head, pages: harrowgate.draw_first_page(canvas, head),
        running_head=lambda canvas, head, page, pages: harrowgate.draw_running_head(
            canvas, head, page=page, pages=pages, look=source.look
        ),
    )  # fmt: skip
