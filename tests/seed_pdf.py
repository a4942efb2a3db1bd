"""Typesets the real memo's Markdown as the PDF a city clerk would publish; nothing of its text is kept here.

Letterhead with TO and FROM side by side, running heads of four lines from page 2, footnotes at the foot of the page
their raised mark is on, a ruled status table, an exhibit that is a picture, 11.5 pt Times. The text comes from
``../shared/seed`` when the tests run. By hand: ``python tests/seed_pdf.py OUT.pdf``.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as PillowImage
from PIL import ImageDraw
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

SEED = Path(__file__).parents[1].parent / "shared" / "seed" / "memo-2026-03-26.md"
WIDTH, HEIGHT = letter
MARGIN = 72.0
PAGES = 30

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=13.6, spaceAfter=9)
ITEM = ParagraphStyle("item", BODY, leftIndent=36, bulletIndent=18, spaceAfter=4)
HEAD = ParagraphStyle("head", BODY, spaceBefore=4, spaceAfter=7, keepWithNext=1)
CELL = ParagraphStyle("cell", BODY, fontSize=10.5, leading=12.4, spaceAfter=0)
NOTE = ParagraphStyle("note", BODY, fontSize=9, leading=10.6, spaceAfter=2)


@dataclass
class Notes:
    """Footnotes of the memo, and the page on which each mark was last drawn."""

    texts: dict[str, str] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)

    def on(self, page: int) -> list[Paragraph]:
        return [Paragraph(self.texts[m], NOTE) for m in sorted(self.texts) if self.pages.get(m) == page]

    def height(self, page: int) -> float:
        heights: list[float] = [note.wrap(WIDTH - 2 * MARGIN, HEIGHT)[1] + 3 for note in self.on(page)]
        return sum(heights) + 10 if heights else 0.0


def seed_pdf(folder: Path) -> Path:
    """The memo as ``folder/memo-2026-03-26.pdf``; raises FileNotFoundError where ``../shared`` is absent."""
    return typeset(SEED.read_text(encoding="utf-8"), folder / "memo-2026-03-26.pdf")


def typeset(markdown: str, out: Path) -> Path:
    """Lays the memo out again until every footnote stands on the page of its mark."""
    notes = Notes(texts=dict(_footnotes(markdown)))
    for _ in range(5):
        before = dict(notes.pages)
        _build(markdown, out, notes)
        if notes.pages == before:
            break
    return out


def _build(markdown: str, out: Path, notes: Notes) -> None:
    letterhead, body = _split_letterhead(markdown)
    document = BaseDocTemplate(str(out), pagesize=letter, title=letterhead["SUBJECT"], invariant=1)
    document.addPageTemplates(list(_templates(notes, letterhead)))
    story: list[Flowable] = [NextPageTemplate([f"page{n}" for n in range(2, PAGES)])]
    story += _letterhead_flowables(letterhead)
    for before, block in zip(["", *body], body, strict=False):
        story += _block_flowables(block)
        if re.match(r"#+ Exhibit \d+", before):
            story += [_picture(), Spacer(1, 9)]
    document.build(story)


def _templates(notes: Notes, letterhead: dict[str, str]) -> Iterator[PageTemplate]:
    def note_page(canvas: Canvas, _kind: str, mark: str) -> None:
        notes.pages[mark] = canvas.getPageNumber()

    def draw(canvas: Canvas, _document: Any) -> None:
        page = canvas.getPageNumber()
        canvas.setNamedCB("footnote_mark", note_page)
        if page > 1:
            _draw_running_head(canvas, letterhead, page)
        _draw_notes(canvas, notes, page)

    for page in range(1, PAGES):
        top = MARGIN if page == 1 else MARGIN + 44
        bottom = MARGIN + notes.height(page)
        frame = Frame(MARGIN, bottom, WIDTH - 2 * MARGIN, HEIGHT - top - bottom, 0, 0, 0, 0)
        yield PageTemplate("first" if page == 1 else f"page{page}", [frame], onPage=draw)


def _draw_running_head(canvas: Canvas, letterhead: dict[str, str], page: int) -> None:
    canvas.setFont("Times-Roman", 11)
    lines = [letterhead["TO"], letterhead["DATE"], f"Subject: {letterhead['SUBJECT']}", f"Page {page}"]
    for index, line in enumerate(lines):
        canvas.drawString(MARGIN, HEIGHT - 45 - index * 13, line)


def _draw_notes(canvas: Canvas, notes: Notes, page: int) -> None:
    y = MARGIN + notes.height(page) - 8
    if notes.on(page):
        canvas.line(MARGIN, y + 4, MARGIN + 144, y + 4)
    for note in notes.on(page):
        height = note.wrap(WIDTH - 2 * MARGIN, HEIGHT)[1]
        note.drawOn(canvas, MARGIN, y - height)
        y -= height + 3


# Markdown -> blocks


def _footnotes(markdown: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"^<sup>(\d+)</sup> (.+)$", markdown, re.MULTILINE):
        mark, text = match.groups()
        yield mark, f'<super size="6" rise="3">{mark}</super> {_inline(text)}'


def _blocks(markdown: str) -> list[str]:
    """Blocks between empty lines, list items apart, without rules and footnotes; a sentence that the Markdown breaks
    at a page end is one block again."""
    blocks: list[str] = []
    for chunk in re.split(r"\n\s*\n", markdown.strip()):
        pieces = re.split(r"\n(?=\d+\. |- )", chunk.strip("\n")) if re.match(r"\d+\. |- ", chunk) else [chunk]
        for piece in pieces:
            text = piece.strip("\n")
            if not text.strip() or text.strip() == "---" or text.startswith("<sup>"):
                continue
            if blocks and text[0].islower() and not blocks[-1].rstrip().endswith((".", ":", ";")):
                blocks[-1] += " " + text
            else:
                blocks.append(re.sub(r"^- (?=\d+\. )", "", text))
    return blocks


def _split_letterhead(markdown: str) -> tuple[dict[str, str], list[str]]:
    blocks = _blocks(markdown)
    first = next(i for i, block in enumerate(blocks) if block.startswith("## "))
    fields: dict[str, str] = {}
    for line in "\n".join(blocks[:first]).splitlines():
        label = re.match(r"(?:\*\*)?([A-Za-z ]+):(?:\*\*)?\s*(.+)", line.strip())
        if label:
            fields[label[1]] = label[2].strip()
        elif line.strip():
            fields.setdefault("title" if line.startswith("#") else "approved", line.strip("# "))
    return fields, blocks[first:]


def _inline(text: str) -> str:
    """Markdown's signs as reportlab's: bold, italic, links, raised marks, hard breaks."""
    text = text.replace("\\$", "$").replace("&", "&amp;")
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    text = re.sub(r"<(https?:[^>]+)>", r"\1", text)
    text = re.sub(
        r"<sup>(\d+)</sup>", r'<super size="7" rise="4">\1</super><onDraw name="footnote_mark" label="\1"/>', text
    )
    text = re.sub(r"\*\*\*(.+?)\*\*\*", r"<b><i>\1</i></b>", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    return re.sub(r"  \n", "<br/>", text).replace("\n", " ")


# Blocks -> flowables


def _letterhead_flowables(fields: dict[str, str]) -> list[Flowable]:
    def labelled(label: str) -> Paragraph:
        return Paragraph(f"<b>{label}:</b> {_inline(fields[label])}", ParagraphStyle("label", BODY, leftIndent=62,
                                                                                     firstLineIndent=-62))  # fmt: skip

    title = Paragraph(f"<i>{fields['title']}</i>", ParagraphStyle("title", BODY, fontSize=26, leading=34, alignment=2))
    half = (WIDTH - 2 * MARGIN) / 2
    sides = Table(
        [[labelled("TO"), labelled("FROM")], [labelled("SUBJECT"), labelled("DATE")]],
        colWidths=[half * 1.15, half * 0.85],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]),
    )
    approved = Table(
        [[Paragraph(fields["approved"], BODY), "", Paragraph(f"Date: {fields['Date']}", BODY)]],
        colWidths=[90, half, half - 90],
        style=TableStyle([("LINEABOVE", (0, 0), (-1, 0), 1, black), ("LINEBELOW", (0, 0), (-1, 0), 1, black),
                          ("LEFTPADDING", (0, 0), (-1, -1), 0)]),
    )  # fmt: skip
    return [title, Spacer(1, 18), sides, approved, Spacer(1, 8), labelled("COUNCIL DISTRICT"), Spacer(1, 6)]


def _block_flowables(block: str) -> list[Flowable]:
    if "\t" in block:
        return [_table(block), Spacer(1, 12)]
    heading = re.match(r"#+ (.*)", block)
    if heading:
        return _heading_flowables(heading[1])
    item = re.match(r"(\d+\.|-) (.*)", block, re.DOTALL)
    if item:
        return [Paragraph(_inline(item[2]), ITEM, bulletText="\u2022" if item[1] == "-" else item[1])]
    if re.fullmatch(r"\*[^*].*\*|\*\*[^*]+\*\*", block):
        return [Paragraph(_inline(block), HEAD)]
    return [Paragraph(_inline(block), BODY)]


def _heading_flowables(title: str) -> list[Flowable]:
    text = _inline(title) if title.startswith("*") else f"<b>{_inline(title)}</b>"
    flowables: list[Flowable] = [Paragraph(text, HEAD)]
    if title.isupper():
        flowables.insert(0, Spacer(1, 5))
    return flowables


def _picture() -> Image:
    """A bar chart without a word in it, as an image: what an exhibit often is."""
    picture = PillowImage.new("RGB", (600, 240), "#f0f0f0")
    pen = ImageDraw.Draw(picture)
    for index, height in enumerate((60, 120, 90, 180, 150)):
        pen.rectangle((60 + index * 100, 220 - height, 120 + index * 100, 220), fill="#3060a0")
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    buffer.seek(0)
    return Image(buffer, width=400, height=160)


def _table(block: str) -> Table:
    """The memo's table is delimited by tabs, its first column a row number."""
    rows = [[_inline(cell.strip()) for cell in line.split("\t")] for line in block.splitlines()]
    return Table(
        [[Paragraph(cell, CELL) for cell in row] for row in rows],
        colWidths=[22, 132, 62, 126, 126],
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                          ("BACKGROUND", (0, 0), (-1, 0), "#d9e2f3")]),
        repeatRows=1,
    )  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    typeset(SEED.read_text(encoding="utf-8"), parser.parse_args().out)
