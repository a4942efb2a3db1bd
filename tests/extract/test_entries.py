"""Projects told behind a name that stands apart: lead-ins, signs, cards, headings; and what only looks like them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extract.frame.sections import document_to_sections
from extract.lead_ins import find_label, find_lead_in
from extract.projects.joined import document_to_projects
from records.document import Block, Document
from records.facts import Project
from records.memo import Letterhead

Read = Callable[..., Document]


def read(text: str, markdown: Read) -> tuple[Project, ...]:
    document = markdown(text)
    return document_to_projects(document, document_to_sections(document), Letterhead(date=date(2028, 6, 15)), "memo-1")


@pytest.mark.parametrize(
    ("text", "label", "sign"),
    [
        ("Second Year: twelve people took part.", "Second Year", None),
        ("🟡 Pier Lift - The mast is late.", "Pier Lift", "🟡"),
        ("🟢 On track. The mast is up.", None, "🟢"),
        ("✅ Launched in May. It holds 200 maps.", None, "✅"),
        ("3.1 Pier Lift (RAG: Amber). The mast is late.", "Pier Lift (RAG: Amber)", None),
        ("3.4 Market Hall Roof. Finished in May.", "Market Hall Roof", None),
        ("(a) Pier Lift – done", "Pier Lift", None),
        ("Launched in May. It holds 200 maps.", None, None),
        ("Council met twice. It approved the lease.", None, None),
        ("$5 million was spent.", None, None),
    ],
)
def test_a_lead_in_is_told_by_how_it_is_set(text: str, label: str | None, sign: str | None) -> None:
    found = find_lead_in(Block(kind="paragraph", text=text, page=1))
    assert (found.label, found.sign) == (label, sign)


def test_italic_words_lead_in_only_before_a_sign() -> None:
    named = Block(kind="paragraph", text="Pier Lift. The mast is up.", page=1, italic=((0, 10),))
    stressed = Block(kind="paragraph", text="Pinecone went live in May.", page=1, italic=((0, 8),))
    assert (find_label(named), find_label(stressed)[0]) == (("Pier Lift", 11), None)


ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (
        "## Discussion\n\n*Fire Station 9.* The project is behind schedule because the code changed. Staff has engaged "
        "a second engineer. The revised completion date is May 2029.\n",
        {
            "project": "Fire Station 9",
            "status": "yellow",
            "issue": "the code changed",
            "mitigation": "Staff has engaged a second engineer.",
            "end": "2029-05",
        },
    ),
    (
        "## Discussion\n\n*Yard Roof.* Council cancelled this project on April 20, 2028, after high bids.\n",
        {"project": "Yard Roof", "status": "cancelled"},
    ),
    (
        "## Progress\n\n3.1 Lido Restoration (RAG: Amber). Asbestos in the plant room has delayed the strip-out. "
        "A licensed contractor has been appointed. The forecast cost is £4.9m against an approved budget of £4.6m.\n",
        {
            "project": "Lido Restoration",
            "status": "yellow",
            "issue": "Asbestos in the plant room has delayed the strip-out.",
            "mitigation": "A licensed contractor has been appointed.",
            "budget": "4600000",
        },
    ),
    (
        "## Initiative updates\n\n### Permit Portal\n\n🔴 Off track. The procurement was cancelled after only one "
        "compliant bid was received.\n",
        {
            "project": "Permit Portal",
            "status": "red",
            "issue": "The procurement was cancelled after only one compliant bid was received.",
        },
    ),
    (
        "## Projects of note\n\n- 🔴 **Camera Refresh** – The cameras are stuck in customs. We have asked the vendor "
        "for loaner units. Now expected August 2028 (was May 2028).\n",
        {
            "project": "Camera Refresh",
            "status": "red",
            "issue": "The cameras are stuck in customs.",
            "mitigation": "We have asked the vendor for loaner units.",
            "end": "2028-08",
        },
    ),
    (
        "## Projects\n\n### Room Renovation\n\nThe work is on schedule. We anticipate a grand reopening on "
        "May 1, 2029.\n",
        {"project": "Room Renovation", "status": "green", "end": "2029-05-01"},
    ),
    (
        "## Projects\n\n### Bridge Replacement\n\nThe work is on schedule. Expenditures to date total $7.9 million of "
        "the $11.2 million budget.\n",
        {"project": "Bridge Replacement", "status": "green", "budget": "11200000", "spent": "7900000"},
    ),
    (
        "## Projects\n\nThe Tower Heating Upgrade has been delayed by a boiler shortage.\n",
        {"project": "Tower Heating Upgrade", "status": "yellow", "issue": "a boiler shortage"},
    ),
    (
        "## Completed\n\nPassenger signs went live at the last stop in May 2028, completing the Stop Displays "
        "project.\n",
        {"project": "Stop Displays", "status": "complete"},
    ),
    (
        "## Status\n\n| Project | Status |\n|---|---|\n| Garage Air | At Risk |\n| Signal House | Green |\n\n"
        "**Garage Air (C-02).** The units have a 40-week lead time. Staff has bought them early.\n",
        {
            "project": "Garage Air",
            "status": "yellow",
            "issue": "The units have a 40-week lead time.",
            "mitigation": "Staff has bought them early.",
        },
    ),
    (
        "## Report\n\n**Swim Hall**\\\nStatus: Delayed\\\nBudget: $14.2M\\\nPractical completion: March 2029\\\n"
        "Wet weather cost the builder 31 days. Weekend work has been approved.\n",
        {
            "project": "Swim Hall",
            "status": "yellow",
            "budget": "14200000",
            "end": "2029-03",
            "issue": "Wet weather cost the builder 31 days.",
            "mitigation": "Weekend work has been approved.",
        },
    ),
    (
        "## Summary\n\nAll is well.\n\n## North\n\n### Lake Boathouse\n\nConstruction is under way and on schedule. "
        "The boathouse will open in July 2029.\n\n### Lake Trailhead\n\nThis project is behind schedule.\n",
        {"project": "Lake Boathouse", "status": "green", "end": "2029-07"},
    ),
    (
        "## Projects\n\n### Trail Sign Replacement\n\nThe sign program is on track for a June 2029 completion.\n",
        {"project": "Trail Sign Replacement", "status": "green", "end": "2029-06"},
    ),
    (
        "## Projects\n\n### Mill Race Bridge Renewal\n\nThe bridge is at risk: steel prices rose. Staff is "
        "seeking a grant. The budget was raised to $1.45 million.\n",
        {
            "project": "Mill Race Bridge Renewal",
            "status": "yellow",
            "issue": "steel prices rose",
            "mitigation": "Staff is seeking a grant.",
            "budget": "1450000",
        },
    ),
    (
        "## South\n\n* Quarry Park is on track; work will end in September 2029.\n* Mill Race Bridge was cancelled "
        "by the Board in May 2028.\n* Splash Pad was completed in June 2028.\n",
        {"project": "Quarry Park", "status": "green"},
    ),
    (
        "## Completions\n\nThe 22 homes at **Chapel Hill** were handed over on 9 May 2028. Snagging is still "
        "outstanding.\n",
        {"project": "Chapel Hill", "status": "complete", "completed": "2028-05-09"},
    ),
    (
        "## Status\n\n| Ref | Scheme | Status |\n|---|---|---|\n| H-1 | Mill Lane Infill | Red |\n\n"
        "### H-1 Mill Lane Infill\n\n**Issue:** A title dispute. **Mitigation:** The Law Office filed a claim.\n",
        {
            "project": "Mill Lane Infill",
            "status": "red",
            "issue": "A title dispute.",
            "mitigation": "The Law Office filed a claim.",
        },
    ),
    (
        "## Completed projects\n\n- **Ledger Move**: completed in May 2028. Two firms still keep their books by "
        "hand.\n",
        {"project": "Ledger Move", "status": "complete", "residual": "Two firms still keep their books by hand."},
    ),
]  # fmt: skip


def plain(value: Any) -> Any:
    if hasattr(value, "amount"):
        return str(value.amount)
    return value.label() if hasattr(value, "label") else value


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_what_an_entry_tells_is_read_with_its_place(text: str, expected: dict[str, Any], markdown: Read) -> None:
    record = read(text, markdown)[0]
    assert {field: plain(getattr(record, field)) for field in expected} == expected
    quoted = " ".join(place.quote for place in record.places)
    assert all(expected[field] in quoted for field in ("issue", "mitigation") if field in expected)


@pytest.mark.parametrize(
    "text",
    [
        "## News\n\n**Employee Spotlight.** Ana Ruiz completed her degree in May.",
        "## Services\n\n*Street Sweeping.* Sweeping was suspended on Monday because of rain.",
        "## Weather\n\n🔴 **Fire Danger** – Burning is banned.",
        "## What the colors mean\n\n- **Green**: on schedule and in budget\n- **Red**: more than 60 days late",
        "## Notes\n\n*Public Comment.* Two speakers asked for a later start.",
        "## Staff\n\n**Hiring.** Delayed. Two posts are open.",
        "## Parks\n\n### Staffing\n\nHiring is on hold.\n\n### Community Outreach\n\nMeetings are on schedule.",
        "## News\n\n* Ana Ruiz was honored.\n* The Town Clerk is on schedule.\n* The pool closed in May.",
        "## News\n\nThe homes at **Chapel Hill** were handed to a new manager.",
        "## Scope\n\n🟢 The office is on track to adopt its budget.",
    ],
)
def test_what_only_stands_apart_is_no_project(text: str, markdown: Read) -> None:
    assert read(text, markdown) == ()


def test_good_news_is_no_issue(markdown: Read) -> None:
    (record,) = read(
        "## Projects\n\n### Garage Roof Replacement\n\nAt risk. The roof passed its flood test.\n", markdown
    )
    assert record.issue is None
