"""Shapes of status statements: invented sentences and short memos, each with all the records that it must give.

The first twenty rows and the first ten look-alikes were written before the code was fitted to them: two of the twenty
were read, and no look-alike was taken for a project. Of the next rows nineteen of twenty-four, seventeen of twenty-two
and four of twelve were read at the first try; of the look-alikes below them three in thirty-one made a record.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from extract.frame.sections import document_to_sections
from extract.projects.joined import document_to_projects
from records.document import Document
from records.memo import Letterhead

SHAPES: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "The Alder Street Drainage Works is rated Red because the outfall pipe was ordered in the wrong size.",
        [
            {
                "project": "Alder Street Drainage Works",
                "status": "red",
                "issue": "the outfall pipe was ordered in the wrong size",
            }
        ],
    ),
    (
        "The Fleet Telemetry Scheme has improved from Amber to Green.",
        [{"project": "Fleet Telemetry Scheme", "status": "green"}],
    ),
    ("Garnet Hall Roof remains Green.", [{"project": "Garnet Hall Roof", "status": "green"}]),
    (
        "The Mill Lane Cycleway is on hold until the land is bought.",
        [{"project": "Mill Lane Cycleway", "status": "on_hold"}],
    ),
    (
        "The Permit Counter Relaunch closed in March 2028.",
        [{"project": "Permit Counter Relaunch", "status": "complete", "completed": "2028-03"}],
    ),
    (
        "The Tram Shelter Programme finished in April 2028, under budget.",
        [{"project": "Tram Shelter Programme", "status": "complete", "completed": "2028-04"}],
    ),
    (
        "The Orchard Flood Gates has slipped to Amber; the gates are now expected on 2 October 2028.",
        [{"project": "Orchard Flood Gates", "status": "yellow", "end": "2028-10-02"}],
    ),
    (
        "The Rates Ledger Migration was handed over to service in February 2028.",
        [{"project": "Rates Ledger Migration", "status": "complete", "completed": "2028-02"}],
    ),
    ("The Waste Round Redesign is reporting Green.", [{"project": "Waste Round Redesign", "status": "green"}]),
    (
        "The Night Bus Strand stays at Amber because two drivers left.",
        [{"project": "Night Bus Strand", "status": "yellow", "issue": "two drivers left"}],
    ),
    ("The Depot Heating Workstream is currently Amber.", [{"project": "Depot Heating Workstream", "status": "yellow"}]),
    (
        "**Open records.** The Records Desk Relaunch was completed in May 2028, two months later than planned.",
        [{"project": "Records Desk Relaunch", "status": "complete", "completed": "2028-05"}],
    ),
    (
        "**Cemetery Register Replacement** is rated Amber due to a missing index.",
        [{"project": "Cemetery Register Replacement", "status": "yellow", "issue": "a missing index"}],
    ),
    ("- The Lido Boiler Refit (formerly Pool Plant) remains Red.", [{"project": "Lido Boiler Refit", "status": "red"}]),
    (
        "- Seawall Sensor Network went live on 3 May 2028.",
        [{"project": "Seawall Sensor Network", "status": "complete", "completed": "2028-05-03"}],
    ),
    (
        "## Closed work\n\n**Ferry Booking App:** This project went live in March 2028.",
        [{"project": "Ferry Booking App", "status": "complete", "completed": "2028-03"}],
    ),
    (
        "## Harbour Lights Renewal\n\nThis project closed in May 2028.",
        [{"project": "Harbour Lights Renewal", "status": "complete", "completed": "2028-05"}],
    ),
    (
        "## Street Works Register\n\nRAG status: Green\n\nThe register is used daily.",
        [{"project": "Street Works Register", "status": "green"}],
    ),
    (
        "The $3.2 million Tree Survey Platform project is rated Red because the drone crashed. It "
        "is now expected to finish on 2 March 2029.",
        [
            {
                "project": "Tree Survey Platform",
                "status": "red",
                "issue": "the drone crashed",
                "end": "2029-03-02",
                "budget": "3200000",
            }
        ],
    ),
    (
        "The Cliff Path Repair Scheme has moved from Green to Red since the last report.",
        [{"project": "Cliff Path Repair Scheme", "status": "red"}],
    ),
    (
        "The £1.2m Weir Gauge scheme is rated Amber owing to a late permit, and is now expected on 14 January 2029.",
        [
            {
                "project": "Weir Gauge",
                "status": "yellow",
                "issue": "a late permit",
                "end": "2029-01-14",
                "budget": "1200000",
            }
        ],
    ),
    (
        "**Customer desk.** The Tenancy Portal moved from Red to Amber this quarter.",
        [{"project": "Tenancy Portal", "status": "yellow"}],
    ),
    (
        "Two strands changed. The Bus Gate Strand has returned to Green, and the Kerb Survey Strand is now Red.",
        [{"project": "Bus Gate Strand", "status": "green"}, {"project": "Kerb Survey Strand", "status": "red"}],
    ),
    (
        "- Parcel Locker Pilot: now rated Green.\n- Beacon Wall Repairs: remains Amber because the mason is ill.",
        [
            {"project": "Parcel Locker Pilot", "status": "green"},
            {"project": "Beacon Wall Repairs", "status": "yellow", "issue": "the mason is ill"},
        ],
    ),
    (
        "## Schemes\n\n### Otter Bridge Widening\n\nRAG: Amber\n\nThe steel is late because the "
        "mill closed. Completion is now expected on 2 March 2029.",
        [{"project": "Otter Bridge Widening", "status": "yellow", "issue": "the mill closed", "end": "2029-03-02"}],
    ),
    (
        "## Programme update\n\n**Kiln Lane Depot Rebuild.** Handed over to service in April 2028.",
        [{"project": "Kiln Lane Depot Rebuild", "status": "complete", "completed": "2028-04"}],
    ),
    (
        "## Programme update\n\n**Kiln Lane Depot Rebuild.** Closed in April 2028.",
        [{"project": "Kiln Lane Depot Rebuild", "status": "complete", "completed": "2028-04"}],
    ),
    (
        "The Sandbar Ferry Ramp was finished three weeks later than planned, in May 2028.",
        [{"project": "Sandbar Ferry Ramp", "status": "complete"}],
    ),
    (
        "The Gasworks Park Lighting was completed in May 2028 and came in under budget.",
        [{"project": "Gasworks Park Lighting", "status": "complete", "completed": "2028-05"}],
    ),
    ("The Plover Street Resurfacing is flagged as Red.", [{"project": "Plover Street Resurfacing", "status": "red"}]),
    (
        "The Cashless Parking Programme continues at Amber.",
        [{"project": "Cashless Parking Programme", "status": "yellow"}],
    ),
    (
        "The Heron Quay Crane has gone from Green to Amber since March, pending a new gearbox.",
        [{"project": "Heron Quay Crane", "status": "yellow", "issue": "a new gearbox"}],
    ),
    (
        "The Library Wi-Fi Refresh (formerly Reading Room Network) closed in February 2028.",
        [{"project": "Library Wi-Fi Refresh", "status": "complete", "completed": "2028-02"}],
    ),
    (
        "The Allotment Water Scheme is paused until the borehole licence is granted.",
        [{"project": "Allotment Water Scheme", "status": "on_hold"}],
    ),
    (
        "**Permit Fees Calculator** went live on 6 June 2028.",
        [{"project": "Permit Fees Calculator", "status": "complete", "completed": "2028-06-06"}],
    ),
    (
        "## Tannery Row Sewer\n\nThe project has a budget of $4.5 million, of which $2 million has "
        "been spent. It is rated Red.",
        [{"project": "Tannery Row Sewer", "status": "red", "budget": "4500000"}],
    ),
    (
        "The Court Bookings Replacement was Red in the last report and is now Amber.",
        [{"project": "Court Bookings Replacement", "status": "yellow"}],
    ),
    ("The RAG status of the Quarry Road Bypass is Red.", [{"project": "Quarry Road Bypass", "status": "red"}]),
    ("The Quarry Road Bypass has a Red rating.", [{"project": "Quarry Road Bypass", "status": "red"}]),
    ("We have moved the Quarry Road Bypass to Red.", [{"project": "Quarry Road Bypass", "status": "red"}]),
    ("The Swift Tower Cladding reports Amber this month.", [{"project": "Swift Tower Cladding", "status": "yellow"}]),
    (
        "## Work that has ended\n\n- **Dock Bell Restoration** – closed in May 2028, at a cost of $90,000.",
        [{"project": "Dock Bell Restoration", "status": "complete", "completed": "2028-05", "budget": None}],
    ),
    (
        "The Marina Ledger Upgrade, at Amber last quarter, is now Green.",
        [{"project": "Marina Ledger Upgrade", "status": "green"}],
    ),
    (
        "The Elm Street Pumping Station remains on hold pending the court's decision.",
        [{"project": "Elm Street Pumping Station", "status": "on_hold", "issue": "the court's decision"}],
    ),
    (
        "## Portfolio\n\n**Lock Gate Automation.** RAG status: Green. The gates are run from the office.",
        [{"project": "Lock Gate Automation", "status": "green"}],
    ),
    (
        "## Portfolio\n\n**Lock Gate Automation (formerly Sluice Project).** Currently Amber "
        "because a motor failed; go-live is now expected on 9 November 2028.",
        [{"project": "Lock Gate Automation", "status": "yellow", "issue": "a motor failed", "end": "2028-11-09"}],
    ),
    (
        "## Portfolio\n\n- The Quay Camera Refresh has slipped to Red: the supplier ceased "
        "trading.\n- The Tide Board Display is reporting Green.",
        [{"project": "Quay Camera Refresh", "status": "red"}, {"project": "Tide Board Display", "status": "green"}],
    ),
    (
        "## Closed work\n\nThe Bandstand Canopy Scheme and the Rose Walk Paving Scheme were handed "
        "over to service in May 2028.",
        [
            {"project": "Bandstand Canopy Scheme", "status": "complete"},
            {"project": "Rose Walk Paving Scheme", "status": "complete"},
        ],
    ),
    (
        "## Completed projects\n\n**Gull Nest Survey Tool:** Closed in January 2028.\n\n**Harbor "
        "Dues Ledger:** Finished in April 2028, one month early.",
        [
            {"project": "Gull Nest Survey Tool", "status": "complete", "completed": "2028-01"},
            {"project": "Harbor Dues Ledger", "status": "complete", "completed": "2028-04"},
        ],
    ),
    (
        "## Harbor Dues Ledger\n\nHarbor Dues Ledger is rated Amber. The vendor is late because "
        "its founder retired. It is now due in March 2029.",
        [{"project": "Harbor Dues Ledger", "status": "yellow", "issue": "its founder retired", "end": "2029-03"}],
    ),
    (
        "Turning to the larger schemes, the Osprey Tunnel Vent remains Red.",
        [{"project": "Osprey Tunnel Vent", "status": "red"}],
    ),
    (
        "The Osprey Tunnel Vent, rated Red in March, has improved to Amber.",
        [{"project": "Osprey Tunnel Vent", "status": "yellow"}],
    ),
    ("The Osprey Tunnel Vent has been Green since January.", [{"project": "Osprey Tunnel Vent", "status": "green"}]),
    (
        "The Osprey Tunnel Vent was downgraded from Green to Amber after a fan broke.",
        [{"project": "Osprey Tunnel Vent", "status": "yellow", "issue": "a fan broke"}],
    ),
    (
        "Both the Osprey Tunnel Vent and the Cormorant Lift Shaft are rated Amber.",
        [
            {"project": "Osprey Tunnel Vent", "status": "yellow"},
            {"project": "Cormorant Lift Shaft", "status": "yellow"},
        ],
    ),
    (
        "The $3.45 million Asset Ledger Upgrade is rated Amber. About $1.1 million has been paid so far.",
        [{"project": "Asset Ledger Upgrade", "status": "yellow", "budget": "3450000"}],
    ),
    (
        "The Asset Ledger Upgrade was completed in May 2028 with a $40,000 underspend.",
        [{"project": "Asset Ledger Upgrade", "status": "complete", "completed": "2028-05", "budget": None}],
    ),
    (
        "The Asset Ledger Upgrade, with a budget of £3.45m, is on track.",
        [{"project": "Asset Ledger Upgrade", "status": "green", "budget": "3450000"}],
    ),
    (
        "Asset Ledger Upgrade - Amber. The interface is late because a key was lost.",
        [{"project": "Asset Ledger Upgrade", "status": "yellow", "issue": "a key was lost"}],
    ),
    ("**Works in hand.** The Tarn Weir Scheme is at Red.", [{"project": "Tarn Weir Scheme", "status": "red"}]),
    (
        "## 4. Strands\n\n### 4.1 Pay and Leave Strand\n\nThis strand is rated Green.",
        [{"project": "Pay and Leave Strand", "status": "green"}],
    ),
    (
        "## 4. Strands\n\n### 4.1 Pay and Leave\n\nThe strand has moved from Amber to Green.",
        [{"project": "Pay and Leave", "status": "green"}],
    ),
    (
        "The Bookable Pitches App was switched on in May 2028 and is now live.",
        [{"project": "Bookable Pitches App", "status": "complete"}],
    ),
    (
        "The Bookable Pitches App went live on time in May 2028.",
        [{"project": "Bookable Pitches App", "status": "complete", "completed": "2028-05"}],
    ),
    (
        "Work on the Bookable Pitches App stopped in May 2028; the project is on hold until a new supplier is found.",
        [{"project": "Bookable Pitches App", "status": "on_hold"}],
    ),
    (
        "## News\n\n**Bookable Pitches App:** rated Red, because logins fail.",
        [{"project": "Bookable Pitches App", "status": "red", "issue": "logins fail"}],
    ),
    (
        "## Supplier Matters\n\nThe City began the Asset Ledger Upgrade in 2026. The project is rated Red.",
        [{"project": "Asset Ledger Upgrade", "status": "red"}],
    ),
    (
        "The Dyke Road Cameras has been completed on time and within budget.",
        [{"project": "Dyke Road Cameras", "status": "complete"}],
    ),
    (
        "The Dyke Road Cameras slipped from Green to Amber, and completion is now forecast for 30 June 2029.",
        [{"project": "Dyke Road Cameras", "status": "yellow", "end": "2029-06-30"}],
    ),
    ("Status: the Dyke Road Cameras remain Amber.", [{"project": "Dyke Road Cameras", "status": "yellow"}]),
    (
        "## Work in progress\n\n**Cattle Market Roof:** The roof is rated Amber because slates are "
        "short. It is now expected on 1 February 2029.",
        [{"project": "Cattle Market Roof", "status": "yellow", "issue": "slates are short", "end": "2029-02-01"}],
    ),
    (
        "## Work in progress\n\nCattle Market Roof is red. The slates are late.\n\nFish Pier Winch is green.",
        [{"project": "Cattle Market Roof", "status": "red"}, {"project": "Fish Pier Winch", "status": "green"}],
    ),
    (
        "## Progress\n\n- **Fish Pier Winch** - handed over in May 2028\n- **Salt House Vault** - "
        "on hold until a grant is found",
        [{"project": "Fish Pier Winch", "status": "complete"}, {"project": "Salt House Vault", "status": "on_hold"}],
    ),
    (
        "## Progress\n\n- Fish Pier Winch: On track.\n- Salt House Vault: Red. The wall is damp.",
        [{"project": "Fish Pier Winch", "status": "green"}, {"project": "Salt House Vault", "status": "red"}],
    ),
    (
        "The Fish Pier Winch (FPW) is reporting Amber. The FPW is now due on 3 August 2028.",
        [{"project": "Fish Pier Winch", "status": "yellow", "end": "2028-08-03"}],
    ),
    (
        "The Fish Pier Winch was handed over in June 2028, and the Salt House Vault remains Red.",
        [{"project": "Fish Pier Winch", "status": "complete"}, {"project": "Salt House Vault", "status": "red"}],
    ),
    ("One programme is on hold: the Salt House Vault.", [{"project": "Salt House Vault", "status": "on_hold"}]),
    (
        "Our smallest scheme, the Salt House Vault, closed in April 2028.",
        [{"project": "Salt House Vault", "status": "complete"}],
    ),
]
LOOK_ALIKES = [
    "Main Street closed in March 2028 for the parade.",
    "The Small Grants Application closed in March 2028.",
    "The Gull Harbor Museum is at risk of flooding.",
    "The Rivermouth City Council remains on track to adopt its budget.",
    "The Tram Shelter Programme will be rated Green once the poles arrive.",
    "A scheme rated Red is reviewed monthly.",
    "Last year the Mill Lane Cycleway was rated Red.",
    "The Marsh Wall Renewal is described in Annex A.",
    "Hiring remains on hold.",
    "Mayor Pell finished in third place in May 2028.",
    "The Riverside Pool closed in March 2028.",
    "Fire Danger remains Red.",
    "The platform runs on Red Hat Linux.",
    "The Department of Street Works is on hold until May.",
    "The Annual Audit was completed two weeks later than planned.",
    "The Old Lighthouse is red and white.",
    "The Green Lane Market remains open.",
    "The Marsh Wall Renewal was Red in the last report.",
    "Councillor Amber Finch closed the meeting in May 2028.",
    "The Harbor Walk is Red/Green.",
    "The next board, on 2 May 2028, will decide whether the Marsh Wall Renewal is rated Red.",
    "Nothing is rated Red.",
    "The City spent $2 million on the Marsh Wall Renewal.",
    "## Closed work\n\nNothing closed this quarter.",
    "## Closed Items\n\nThis project went live in March 2028.",
    "## Finished and closed\n\nAll of it was completed in May 2028.",
    "The Rowan Street Library closed on 3 May 2028 for repairs.",
    "The Harbor Bridge Opening Ceremony was held on time in May 2028.",
    "The Summer Reading Program closed in May 2028.",
    "Applications to the Rooftop Grant Scheme closed in May 2028.",
    "The Rooftop Grant Scheme closed to applications in May 2028.",
    "The City paid $2 million for the Osprey Tunnel Vent.",
    "Superintendent Dale Orr is on hold until the board meets.",
    "## Supplier Matters\n\nThe vendor changed its name. The project is discussed in Annex B.",
    "The Salt House Vault is described as the red brick building.",
    "The board rated the Harbor Choir as good.",
    "The Red Lane Cottages were sold in May 2028.",
    "Of the nine schemes, four are rated Green and two Amber.",
    "Traffic on Quay Street is on hold until Monday.",
    "## Delivery report\n\n- Vendor Performance: Green.\n- Overall Schedule: On track.\n- Team Morale: Amber.",
    "## Pool hours\n\n- **Riverside Pool** - closed in May 2028\n- **Eastside Pool** - closed on Mondays",
]


def read(text: str, markdown: Callable[..., Document]) -> list[dict[str, Any]]:
    document = markdown(text if text.startswith("#") else f"## Discussion\n\n{text}")
    records = document_to_projects(
        document, document_to_sections(document), Letterhead(date=date(2028, 6, 15)), "memo-1"
    )
    return [
        {
            "project": r.project,
            "status": r.status,
            "issue": r.issue,
            "end": r.end.label() if r.end else None,
            "completed": r.completed.label() if r.completed else None,
            "budget": str(r.budget.amount) if r.budget else None,
        }
        for r in records
    ]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_a_status_is_read_in_its_many_shapes(
    text: str, expected: list[dict[str, Any]], markdown: Callable[..., Document]
) -> None:
    found = read(text, markdown)
    assert [record["project"] for record in found] == [record["project"] for record in expected]
    assert [{field: record[field] for field in want} for record, want in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_status_makes_no_project(text: str, markdown: Callable[..., Document]) -> None:
    assert read(text, markdown) == []
