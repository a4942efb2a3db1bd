"""Verrin Falls: "Re:" for the subject, statuses in bulleted prose and no table at all; quarters and fiscal years."""

from pathlib import Path
from typing import Any

from press.facts import Project
from press.gold import other_gold
from press.spots import Spots, spot, spotting_canvas
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer

STEM = "verrin-falls-2024-06-03"
HEAD = {
    "body": "Mayor and City Council",
    "to": "Honorable Mayor and City Council",
    "from": "Dagny Orrell, Assistant City Manager",
    "subject": "Quarterly Update on Major Initiatives",
    "date": "2024-06-03",
    "approved": None,
    "district": None,
}

P = Project
PROJECTS = (
    P(key="weir", project="Upper Weir Rehabilitation", status="red", status_text="Off Track",
      issue="the coffer dam washed out in the April flood", mitigation="a sheet-pile design is being priced",
      end="Q2 FY 2026"),
    P(key="ledger", project="General Ledger Conversion", status="yellow", status_text="At Risk",
      issue="two of the three subledgers do not reconcile",
      mitigation="the controller has brought back a retired accountant through August", end="Q1 FY 2025"),
    P(key="bridge", project="Mill Street Footbridge", status="green", status_text="On Track", end="Q4 FY 2024"),
    P(key="cameras", project="Bus Shelter Lighting", status="on_hold", status_text="On Hold",
      issue="the grant agreement has not been countersigned"),
    P(key="kiosk", project="Visitor Kiosks", status="not_started", status_text="Not Started", end="Q3 FY 2025"),
    P(key="pool", project="Natatorium Roof", status="complete", status_text="Complete", completed="April 2024"),
)  # fmt: skip

_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=8)
_HEAD = ParagraphStyle("head", parent=_TEXT, fontName="Helvetica-Bold", fontSize=12, spaceBefore=6, spaceAfter=4)
_ITEM = ParagraphStyle("item", parent=_TEXT, leftIndent=20, bulletIndent=6, spaceAfter=5)


def write(folder: Path) -> dict[str, Any]:
    """Writes the PDF and gives its gold."""
    spots: Spots = {}
    document = SimpleDocTemplate(
        str(folder / f"{STEM}.pdf"), pagesize=letter, invariant=1, pageCompression=0, leftMargin=80, rightMargin=80,
        topMargin=64, bottomMargin=70, title=HEAD["subject"], author="City of Verrin Falls (invented)",
    )  # fmt: skip
    document.build(_story(), onFirstPage=_footer, onLaterPages=_footer, canvasmaker=spotting_canvas(spots))
    return other_gold(f"{STEM}.pdf", HEAD, PROJECTS, pages={key: found[0] for key, found in spots.items()})


def _footer(canvas: Canvas, _: object) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(80, 40, "Invented sample. No such city.")
    canvas.drawRightString(532, 40, str(canvas.getPageNumber()))


def _story() -> list[object]:
    head = [
        ("Date:", "June 3, 2024"),
        ("To:", HEAD["to"]),
        ("From:", HEAD["from"]),
        ("Re:", HEAD["subject"]),
    ]
    return [
        Paragraph("CITY OF VERRIN FALLS", ParagraphStyle("city", parent=_HEAD, fontSize=16, leading=20)),
        Paragraph("Office of the City Manager &middot; Memo", _TEXT),
        *(Paragraph(f"<b>{label}</b> {value}", _TEXT) for label, value in head),
        HRFlowable(width="100%", thickness=1.2, color="black", spaceAfter=10),
        Paragraph("This update covers six initiatives adopted with the budget for FY 2024. One is off track, one is at "
                  "risk, one is on track, one is on hold, one has not been started and one is complete. Fiscal years "
                  "begin on July 1.", _TEXT),
        Paragraph("Where Each Initiative Stands", _HEAD),
        *(
            Paragraph(spot(project.key) + text, _ITEM, bulletText="\u2022")
            for project, text in zip(PROJECTS, _items(), strict=True)
        ),
        Paragraph("What We Need From You", _HEAD),
        Paragraph("No action is requested tonight. We will come back with a price for the new dam design by September "
                  "2024, and with a supplemental appropriation of up to $640,000 if the price exceeds what is left in "
                  "the water fund. Should the Council prefer to wait another season, the weir can be held with "
                  "sandbags for about $45,000.", _TEXT),
        Paragraph("Contact: Bram Tewksbury, Budget Analyst, 555-0142, btewksbury@verrinfalls.example", _TEXT),
        Spacer(1, 4),
    ]  # fmt: skip


def _items() -> list[str]:
    weir, ledger, bridge, lights, kiosk, roof = PROJECTS
    return [
        f"<b>{weir.project} - {weir.status_text}.</b> Work stopped because {weir.issue}. At present {weir.mitigation}. "
        f"The new target is {weir.end}.",
        f"<b>{ledger.project} - {ledger.status_text}.</b> The go-live is in doubt since {ledger.issue}. To recover, "
        f"{ledger.mitigation}. Target: {ledger.end}.",
        f"<b>{bridge.project} - {bridge.status_text}.</b> The deck is in place and railings are being welded. "
        f"Target: {bridge.end}.",
        f"<b>{lights.project} - {lights.status_text}.</b> Nothing can be ordered because {lights.issue}.",
        f"<b>{kiosk.project} - {kiosk.status_text}.</b> Design begins after the tourist season. Target: {kiosk.end}.",
        f"<b>{roof.project} - {roof.status_text}.</b> The last panel was set in {roof.completed}, and the pool "
        "reopened for lessons the week after.",
    ]
