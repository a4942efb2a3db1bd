"""Marrowick: two columns, "RAG: Amber" under each scheme's name, British words, day before month."""

from pathlib import Path
from typing import Any

from press.facts import Project
from press.gold import other_gold
from press.spots import Spots, spot, spotting_canvas
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, HRFlowable, KeepTogether, PageTemplate, Paragraph

STEM = "marrowick-2023-11-09"
HEAD = {
    "body": "Major Schemes Board",
    "to": "Major Schemes Board",
    "from": "Programme Office",
    "subject": "Highlight Report, Autumn 2023",
    "date": "2023-11-09",
    "approved": None,
    "district": None,
}

P = Project
PROJECTS = (
    P(key="tide", project="Tidal Barrier Gates", status="yellow", status_text="Amber", budget="£12.4m",
      issue="Gate 3 failed its leak test at the works.", end="March 2025",
      mitigation="The maker is re-seating the seals at its own cost."),
    P(key="market", project="Corn Market Regeneration", status="red", status_text="Red", budget="£7.9m",
      issue="The anchor tenant has withdrawn.", mitigation="Terms are being offered to two food halls.",
      end="July 2024"),
    P(key="quay", project="Quayside Cycle Route", status="green", status_text="Green", budget="£2.1m",
      end="April 2024"),
    P(key="archive", project="Archive Relocation", status="green", status_text="Green", budget="£880,000",
      end="January 2024"),
)  # fmt: skip
STORIES = {
    "tide": "Gates 1 and 2 hang in the frame and close in four minutes. The scheme stays within its allowance for now, "
    "but a second failed test would cost the spring tides and with them half a year.",
    "market": "The hall stands, the roof is sound and the drains are new. What is missing is somebody to rent the long "
    "east side. The bank has agreed to wait until the end of February before it reviews the loan.",
    "quay": "Two miles of the three are open. The counter at the swing bridge recorded 1,150 riders on the first "
    "Sunday, more than three times the estimate.",
    "archive": "The charters of the guilds have moved to the new strong room, each box with a sensor for damp. Readers "
    "return after the New Year.",
}

_TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=7)
_HEAD = ParagraphStyle("head", parent=_TEXT, fontName="Helvetica-Bold", fontSize=11, spaceBefore=6, spaceAfter=2)


def write(folder: Path) -> dict[str, Any]:
    """Writes the PDF and gives its gold."""
    spots: Spots = {}
    height = A4[1]
    column, gap, margin = 225, 25, 60
    frames = [
        Frame(margin + n * (column + gap), 190, column, height - 190 - 190, 0, 0, 0, 0, id=f"column{n}") for n in (0, 1)
    ]
    document = BaseDocTemplate(
        str(folder / f"{STEM}.pdf"), pagesize=A4, invariant=1, pageCompression=0, title=HEAD["subject"],
        author="City of Marrowick (invented)",
        pageTemplates=[PageTemplate(id="page", frames=frames, onPage=_head)],
    )  # fmt: skip
    document.build(_story(), canvasmaker=spotting_canvas(spots))
    return other_gold(f"{STEM}.pdf", HEAD, PROJECTS, pages={key: found[0] for key, found in spots.items()})


def _head(canvas: Canvas, _: object) -> None:
    width, height = A4
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, height - 70, "City of Marrowick")
    canvas.setFont("Helvetica", 10.5)
    lines = (f"To: {HEAD['to']}", f"From: {HEAD['from']}", f"Subject: {HEAD['subject']}", "Date: 9 November 2023")
    for number, line in enumerate(lines):
        canvas.drawString(60, height - 94 - 15 * number, line)
    canvas.setLineWidth(1)
    canvas.line(60, height - 160, width - 60, height - 160)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawCentredString(width / 2, 36, "Invented sample. No such city.")


def _story() -> list[object]:
    story: list[object] = [
        Paragraph("Summary", _HEAD),
        Paragraph("Four schemes are in delivery with a combined approved budget of £23.28m. Two are Green, one is "
                  "Amber and one is Red. The ratings were set by the Programme Office on 2 November 2023 and have not "
                  "been reviewed by the scheme sponsors.", _TEXT),
        Paragraph("How we rate", _HEAD),
        Paragraph("Green: the scheme will be ready on the date and for the sum approved. Amber: the date or the sum is "
                  "in doubt, but the sponsor has a way back. Red: the date or the sum is lost unless the Board "
                  "decides otherwise.", _TEXT),
    ]  # fmt: skip
    for project in PROJECTS:
        story += _scheme(project)
    story += [
        Paragraph("Next report", _HEAD),
        Paragraph("The next highlight report will be issued by 14 March 2024. Queries: Programme Office, "
                  "schemes@marrowick.example.", _TEXT),
    ]  # fmt: skip
    return story


def _scheme(project: Project) -> list[object]:
    facts = [f"RAG: {project.status_text}", f"Approved budget: {project.budget}", f"Planned completion: {project.end}"]
    if project.issue:
        facts += [f"Issue: {project.issue}", f"Mitigation: {project.mitigation}"]
    return [
        KeepTogether([
            HRFlowable(width="100%", thickness=0.4, color="black", spaceBefore=2, spaceAfter=2),
            Paragraph(spot(project.key) + project.project, _HEAD),
            *(Paragraph(fact, _TEXT.clone("fact", spaceAfter=1)) for fact in facts),
        ]),
        Paragraph(STORIES[project.key], _TEXT.clone("story", spaceBefore=4)),
    ]  # fmt: skip
