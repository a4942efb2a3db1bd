"""Port Osleth: a Markdown memo with a pipe table in which the owner comes before the project."""

from pathlib import Path
from typing import Any

from press.facts import Project
from press.gold import other_gold

STEM = "port-osleth-2025-02-11"
HEAD = {
    "body": "Utilities and Streets Commission",
    "to": "Utilities and Streets Commission",
    "from": "Wenceslas Aird, City Engineer",
    "subject": "Mid-Year Progress of Capital Projects",
    "date": "2025-02-11",
    "approved": "2025-02-18",
    "district": "3 and 5",
}

_BREAK = "  "
"""Two spaces at a line's end: Markdown's hard break."""

P = Project
PROJECTS = (
    P(key="main", project="Bayline Water Main", status="yellow", status_text="At Risk", department="Water",
      issue="Easement on parcel 12 not signed", mitigation="Mediation on February 27", budget="$3,450,000",
      end="August 2025"),
    P(key="quay", project="North Quay Resurfacing", status="green", status_text="On Track", department="Streets",
      budget="$1,120,000", end="May 2025"),
    P(key="pump", project="Lift Station 4 Pumps", status="complete", status_text="Completed", department="Wastewater",
      budget="$765,000", completed="December 2024"),
    P(key="scada", project="Control Room Replacement", status="red", status_text="Off Track", department="Water",
      issue="Supplier insolvent", mitigation="Bond called; new tender in April", budget="$2,900,000"),
)  # fmt: skip


def write(folder: Path) -> dict[str, Any]:
    """Writes the Markdown and gives its gold."""
    (folder / f"{STEM}.md").write_text(_text(), encoding="utf-8")
    return other_gold(f"{STEM}.md", HEAD, PROJECTS, pages={project.key: 1 for project in PROJECTS})


def _text() -> str:
    main, quay, pump, scada = PROJECTS
    return f"""*Invented sample. No such city.*

# City of Port Osleth

## MEMORANDUM

**To:** {HEAD["to"]}{_BREAK}
**From:** {HEAD["from"]}{_BREAK}
**Subject:** {HEAD["subject"]}{_BREAK}
**Date:** February 11, 2025{_BREAK}
**Approved:** February 18, 2025{_BREAK}
**Council Districts:** {HEAD["district"]}

## Purpose

To tell the Commission how the four capital projects of the current fiscal year are doing, and to prepare the tender
that the loss of a supplier has made necessary.

## Progress

| Division | Capital Project | Condition | Obstacle | Response | Budget | Expected Finish |
|---|---|---|---|---|---:|---|
{_row(main)}
{_row(quay)}
{_row(pump)}
{_row(scada)}
| | **Total** | | | | **$8,235,000** | |

### {scada.project}

The supplier of the control room filed for bankruptcy on January 8.[^1] The surety has confirmed that it will pay
\\$1.1 million. Operators keep the old desk alive with parts from a museum in the next county. Staff will publish a new
tender by April 2025.

### {pump.project}

The pumps have run since {pump.completed} without an alarm. Odor complaints from Ferry Lane fell from **17** in the
autumn of 2023 to **2** in the autumn of 2024.

### {main.project}

Some 4,600 of 7,200 feet of pipe are in the ground. The owner of parcel 12 wants the trench on the other side of a
walnut tree.

## Coordination

Reviewed by the City Attorney and the Finance Director.

Questions: Hesper Lindqvane, Project Controls,
[hesper.lindqvane@portosleth.example](mailto:hesper.lindqvane@portosleth.example)

[^1]: Court notice 25-00081, <https://records.portosleth.example/notices/81>
"""


def _row(project: Project) -> str:
    cells = (
        project.department, project.project, project.status_text, project.issue or "", project.mitigation or "",
        project.budget or "", project.end or project.completed or "to be announced",
    )  # fmt: skip
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
