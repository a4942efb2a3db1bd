"""A memo's source -> a PDF, and on which page each fact landed.

Footnotes stand at the foot of the page that carries their mark, so a memo is set several times: each pass reserves
the room that the pass before found necessary, until nothing moves. The bytes depend on nothing but the source:
standard fonts, no compression (its output differs between zlib builds), no dates.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from press.facts import Chart, Footnote, Gap, Grid, Heading, Items, NewPage, Para, Source
from press.houses import House, house_of
from press.hyphens import with_soft_hyphens
from press.spots import Spots, spot, spotting_canvas
from press.styles import RULE, Styles
from press.tables import chart_flowables, grid_flowables
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

_MAX_PASSES = 12
_FREE_PASSES = 4
_MAX_PAGES = 20


class PagedTemplate(BaseDocTemplate):  # type: ignore[misc]
    """Gives page n the n-th template, however the page came to begin."""

    def handle_pageBegin(self) -> None:  # noqa: N802 - the name is ReportLab's
        self.pageTemplate = self.pageTemplates[self.page]
        super().handle_pageBegin()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where things landed: ``spots[label]`` are the pages, ``pages`` how many there are."""

    spots: Spots
    pages: int


def set_memo(source: Source, path: Path) -> Proof:
    """Writes the PDF and says where each fact stands."""
    proof = Proof(spots={}, pages=1)
    reserved: dict[int, float] = {}
    house = house_of(source)
    for number in range(_MAX_PASSES):
        needed = {page: _room(_notes_on(page, source, house, proof)) for page in range(1, _MAX_PAGES + 1)}
        # A mark that its own note pushes to the next page would swing to and fro: later passes give no room back.
        keep = reserved if number >= _FREE_PASSES else {}
        reserved = {page: max(room, keep.get(page, 0.0)) for page, room in needed.items()}
        before, proof = proof, _set_once(source, house, path, before=proof, reserved=reserved)
        if proof == before:
            return proof
    raise RuntimeError(f"{source.stem}: the footnotes do not settle")


def _set_once(source: Source, house: House, path: Path, *, before: Proof, reserved: dict[int, float]) -> Proof:
    spots: Spots = {}
    document = PagedTemplate(
        str(path), pagesize=(house.width, house.height), invariant=1, pageCompression=0,
        title=source.letterhead.subject, author=f"{house.city} (invented)",
        pageTemplates=_templates(source, house, before, reserved),
    )  # fmt: skip
    document.build(_story(source, house), canvasmaker=spotting_canvas(spots))
    return Proof(spots=spots, pages=document.page)


def _templates(source: Source, house: House, before: Proof, reserved: dict[int, float]) -> list[PageTemplate]:
    """One template a page, each with room at its foot for the notes that the last pass put there."""
    templates = []
    for page in range(1, _MAX_PAGES + 1):
        notes = _notes_on(page, source, house, before)
        foot = 72 + reserved[page]
        head = house.heads[0 if page == 1 else 1]
        width, height = house.width - 2 * house.margin, house.height - head - foot
        frame = Frame(house.margin, foot, width, height, 0, 0, 0, 0, id=f"frame{page}")

        def draw(canvas: Canvas, _: object, page: int = page, notes: list[tuple[Paragraph, float]] = notes) -> None:
            if page == 1:
                house.first_page(canvas, source.letterhead, before.pages)
            else:
                house.running_head(canvas, source.letterhead, page, before.pages)
            _draw_notes(canvas, house, notes)

        templates.append(PageTemplate(id=f"page{page}", frames=[frame], onPage=draw))
    return templates


def _notes_on(page: int, source: Source, house: House, before: Proof) -> list[tuple[Paragraph, float]]:
    notes = []
    for name, fact in source.facts.items():
        if isinstance(fact, Footnote) and before.spots.get(name) == [page]:
            paragraph = Paragraph(f"<super>{fact.mark}</super> {fact.text}", house.styles.note)
            notes.append((paragraph, paragraph.wrap(house.width - 2 * house.margin, 200)[1] + 2))
    return notes


def _room(notes: list[tuple[Paragraph, float]]) -> float:
    return sum(height for _, height in notes) + 12 if notes else 0.0


def _draw_notes(canvas: Canvas, house: House, notes: list[tuple[Paragraph, float]]) -> None:
    if not notes:
        return
    y = 52 + sum(height for _, height in notes)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.line(house.margin, y + 4, house.margin + 144, y + 4)
    for paragraph, height in notes:
        y -= height
        paragraph.drawOn(canvas, house.margin, y)


def _story(source: Source, house: House) -> list[Flowable]:
    story = house.letterhead(source.letterhead)
    story.append(Spacer(1, 8))
    for block in source.blocks:
        story += _flowables(block, source, house.styles)
    return story


def _flowables(block: object, source: Source, styles: Styles) -> list[Flowable]:
    match block:
        case Heading(level, text):
            return [Paragraph(text, styles.headings[level])]
        case Para(text):
            return [Paragraph(markup(text, source, styles), styles.body)]
        case Items(items, numbered):
            return _list(items, source, styles, numbered=numbered)
        case Grid():
            return grid_flowables(block, styles)
        case Chart():
            return chart_flowables(block, styles)
        case Gap(points):
            return [Spacer(1, points)]
        case NewPage():
            return [PageBreak()]
    raise TypeError(f"no way to set {block!r}")


def _list(items: tuple[str, ...], source: Source, styles: Styles, *, numbered: bool) -> list[Flowable]:
    signs = [f"{n}." for n in range(1, len(items) + 1)] if numbered else ["\u2022"] * len(items)
    last = styles.item.clone("last", spaceAfter=8)
    return [
        Paragraph(markup(text, source, styles), last if n == len(items) - 1 else styles.item, bulletText=sign)
        for n, (sign, text) in enumerate(zip(signs, items, strict=True))
    ]


_NAME = re.compile(r"\{(\w{1,40})\}")


def markup(text: str, source: Source, styles: Styles) -> str:
    """``{name}`` -> the fact's words with its spot; ``{at_key}`` -> only a spot."""

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        if name.startswith("at_"):
            return spot(name)
        fact = source.facts[name]
        if isinstance(fact, Footnote):
            return f"{spot(name)}<super>{fact.mark}</super>"
        return spot(name) + (fact.meaning if hasattr(fact, "meaning") else fact.text)

    set_text = _NAME.sub(put, text)
    return with_soft_hyphens(set_text) if styles.hyphens else set_text
