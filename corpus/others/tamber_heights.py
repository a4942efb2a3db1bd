"""Tamber Heights: plain text wrapped at 72 columns, headings in capitals underlined with signs, one entry a project."""

import textwrap
from pathlib import Path
from typing import Any

from press.facts import Project
from press.gold import other_gold

STEM = "tamber-heights-2022-08-30"
HEAD = {
    "body": "Technology Oversight Subcommittee",
    "to": "Technology Oversight Subcommittee",
    "from": "Office of the Chief Information Officer",
    "subject": "Summer Review of Technology Projects",
    "date": "2022-08-30",
    "approved": None,
    "district": None,
}

P = Project
PROJECTS = (
    P(key="dispatch", project="Computer-Aided Dispatch Refresh", status="yellow", status_text="YELLOW",
      issue="Map data arrives in a format that the new software cannot read.",
      mitigation="A converter is being written with the county.", budget="$1.35 million", end="November 2022"),
    P(key="water", project="Utility Billing Portal", status="green", status_text="GREEN", budget="$480,000",
      end="October 2022"),
    P(key="phones", project="Desk Phone Retirement", status="complete", status_text="COMPLETE",
      completed="June 2022"),
    P(key="court", project="Municipal Court Scheduling", status="cancelled", status_text="CANCELLED",
      issue="The state now offers the service free of charge."),
)  # fmt: skip


def write(folder: Path) -> dict[str, Any]:
    """Writes the text and gives its gold."""
    (folder / f"{STEM}.txt").write_text(_text(), encoding="utf-8")
    return other_gold(f"{STEM}.txt", HEAD, PROJECTS, pages={project.key: 1 for project in PROJECTS})


def _text() -> str:
    parts = [
        "CITY OF TAMBER HEIGHTS\nINTEROFFICE MEMORANDUM\n(Invented sample. No such city.)",
        f"TO:      {HEAD['to']}\nFROM:    {HEAD['from']}\nDATE:    August 30, 2022\nRE:      {HEAD['subject']}",
        _heading("1. OVERVIEW", "="),
        _wrap("The Office reports on four technology projects. One is green, one is yellow, one was completed and one "
              "was cancelled since the spring review of April 12, 2022. Approved budgets of the two projects under way "
              "come to $1.83 million."),
        _heading("2. PROJECTS", "="),
        *(_entry(number, project) for number, project in enumerate(PROJECTS, start=1)),
        _heading("3. NEXT STEPS", "="),
        _wrap("The billing portal is scheduled to open to all 21,800 accounts by October 2022. A decision on the "
              "dispatch converter is expected by September 16, 2022. The next review follows in December."),
        _wrap("For questions call Ottoline Farrago at extension 208 or write to ofarrago@tamberheights.example."),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _heading(text: str, sign: str) -> str:
    return f"{text}\n{sign * len(text)}"


def _wrap(text: str) -> str:
    return textwrap.fill(text, 72)


def _entry(number: int, project: Project) -> str:
    lines = [_heading(f"2.{number} {project.project}", "-"), f"Status: {project.status_text}"]
    for label, value in (
        ("Issue", project.issue),
        ("Mitigation", project.mitigation),
        ("Budget", project.budget),
        ("Target date", project.end),
        ("Completed", project.completed),
    ):
        if value is not None:
            lines.append(textwrap.fill(f"{label}: {value}", 72, subsequent_indent="    "))
    return "\n".join(lines)
