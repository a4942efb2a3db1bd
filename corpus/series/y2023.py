"""March 2023: numbered rows without a header over the numbers, a new meaning of yellow, one share that is wrong."""

from press.facts import (
    Chart,
    Commitment,
    Definition,
    Footnote,
    Gap,
    Grid,
    Heading,
    Items,
    Metric,
    NewPage,
    Para,
    Project,
    Source,
)
from series.common import active, dollars, letterhead, money, named, project_grid, status_word
from series.y2021 import FACTS as FACTS_2021

P = Project
NONE = "\u2014"
PROJECTS = (
    P(key="meters", project="Water Meter Replacement Program", status="red",
      issue="The second visits cost more than the contingency holds, and modules are still short.",
      mitigation="The Council approved $3.4 million more in February; a second module maker is being certified.",
      budget="$21,600,000", spent="$9,850,000", end="March 2025"),
    P(key="radio", project="Emergency Radio Network Upgrade", status="yellow",
      issue="Console software failed two of nine acceptance tests.",
      mitigation="The supplier ships a corrected release in April; tests are repeated in May.",
      budget="$9,600,000", spent="$8,120,000", end="September 2024"),
    P(key="payroll", project="Workforce Management System", status="yellow",
      issue="Shift rules of the fire stations proved harder to model than planned.",
      mitigation="Two retired battalion chiefs are advising the team.",
      budget="$5,400,000", spent="$2,640,000", end="June 2024"),
    P(key="callcenter", project="Customer Call Center Consolidation", status="yellow",
      issue="The lease for the shared floor was signed four weeks late.",
      mitigation="Furniture and cabling were ordered before the lease began."),
    P(key="fiber", project="Downtown Fiber Ring", status="yellow",
      issue="An unmapped steam tunnel blocks the Market Street crossing.",
      mitigation="Redesigning the crossing above the tunnel; permit drawings are due in May.",
      budget="$4,750,000", spent="$3,905,000", end="December 2023"),
    P(key="trail", project="Shoreline Trail Lighting", status="yellow",
      issue="Nesting terns closed the Pelican Point stretch for the season.",
      mitigation="Crews return after September 15 with a biologist on site."),
    P(key="segment", project="Network Segmentation Program", status="yellow",
      issue="Two of six core switches are on back order.",
      mitigation="Borrowing switches from the state’s emergency pool."),
    P(key="seawall", project="Harbor Seawall Inspection Program", status="green", issue=NONE, mitigation=NONE,
      budget="$2,350,000", spent="$2,120,000", end="May 2023"),
    P(key="portal", project="Resident Request Portal", status="green", issue=NONE, mitigation=NONE),
    P(key="bus", project="Electric Bus Depot Charging", status="green", issue=NONE, mitigation=NONE,
      budget="$7,300,000", spent="$1,360,000", end="June 2025"),
    P(key="citation", project="Parking Citation Processing", status="green", issue=NONE, mitigation=NONE),
    P(key="asset", project="Enterprise Asset Management", status="green",
      issue="Handover to two of nine yards is outstanding.", mitigation="Dates agreed with both yards."),
    P(key="ada", project="Civic Center Accessibility Upgrades", status="green", issue=NONE, mitigation=NONE),
    P(key="recreg", project="Recreation Registration System", status="green", issue=NONE, mitigation=NONE),
    P(key="fire", project="Fire Station 7 Replacement", status="green", issue=NONE, mitigation=NONE,
      budget="$14,800,000", spent="$390,000", end="December 2025"),
    P(key="signals", project="Traffic Signal Controller Replacement", status="green", issue=NONE, mitigation=NONE,
      budget="$6,100,000", spent="$215,000", end="August 2025"),
    P(key="police", project="Police Records Management Replacement", status="cancelled", said=True),
    P(key="website", project="City Website Redesign", status="complete", completed="May 2022",
      outcome="Visitors find the ten most wanted pages in a third of the time."),
    P(key="library", project="Eastgate Branch Library Renovation", status="complete", completed="August 2022",
      outcome="Opened a month early; 4,300 visitors in the first week."),
    P(key="permit", project="Online Permit Center", status="complete", completed="October 2022",
      residual="fire and demolition permits remain on paper",
      outcome="Nine of eleven permit types online; fire and demolition permits remain on paper."),
)  # fmt: skip

FACTS = {
    "active": Metric(text="16 active projects", subject="Office of Project Delivery", measure="active projects",
                     value="16", unit="projects"),
    "total": Metric(text="$84.7 million", subject="Office of Project Delivery", measure="approved budget",
                    value="84700000", unit="USD"),
    # Nine of sixteen are 56 percent: a known finding.
    "green_share": Metric(text="over 60 percent", subject="active projects", measure="marked green", value="60",
                          unit="%", qualifier="over"),
    "requests": Metric(text="37,900 requests", subject="Resident Request Portal", measure="requests", value="37900",
                       unit="requests"),
    "on_time": Metric(text="83 percent", subject="Resident Request Portal", measure="closed within the promised time",
                      value="83", unit="%"),
    "trained": Metric(text="39 employees", subject="project fundamentals course", measure="graduates", value="39",
                      unit="employees"),
    "meters_in": Metric(text="14,200 of 31,000 meters", subject="Water Meter Replacement Program",
                        measure="meters replaced", value="14200", unit="meters"),
    "permits": Metric(text="nearly 8,700 permits", subject="Online Permit Center", measure="permits issued",
                      value="8700", unit="permits", qualifier="nearly"),
    "ended_cost": Metric(text="$740,000", subject="Police Records Management Replacement",
                         measure="spent before cancellation", value="740000", unit="USD"),
    "will_permit": Commitment(text="Fire and demolition permits are expected to move online by March 2024.",
                              due="2024-03", project="Online Permit Center"),
    "will_station": Commitment(text="Demolition of the old station is planned for September 2023.", due="2023-09",
                               project="Fire Station 7 Replacement"),
    "will_citation": Commitment(text="The new citation system will take over all payments by June 2023.",
                                due="2023-06", project="Parking Citation Processing"),
    "will_seawall": Commitment(text="The final inspection report will be published by May 2023.", due="2023-05",
                               project="Harbor Seawall Inspection Program"),
    "will_rules": Commitment(text="Staff intends to present the new shift rules to the Committee by December 2023.",
                             due="2023-12", project="Workforce Management System"),
    "green": FACTS_2021["green"],
    "yellow": Definition(term="yellow", status="yellow",
                         meaning="the finish date has moved by 30 to 90 days, or the forecast exceeds the budget by "
                         "no more than 10 percent"),
    "red": FACTS_2021["red"],
    "note_vote": Footnote(mark="1", text="Resolution 2023-017, adopted February 14, 2023, by a vote of eight to one."),
    "note_end": Footnote(mark="2", text="Council minutes of November 15, 2022, item 4.2: "
                         "https://records.harrowgatebay.example/council/2022-11-15"),
}  # fmt: skip

LARGEST = named(PROJECTS, "meters", "fire", "radio", "bus", "signals", "payroll", "fiber", "seawall")
_NUMBERS = {project.key: str(number) for number, project in enumerate(active(PROJECTS), start=1)}
STATUS = project_grid(
    active(PROJECTS),
    (
        ("", 24, lambda p: _NUMBERS[p.key]),
        ("Project", 116, lambda p: p.project),
        ("Status", 60, status_word),
        ("Issue", 136, lambda p: p.issue or ""),
        ("Mitigating Action", 132, lambda p: p.mitigation or ""),
    ),
    name="status", title="Projects Status and Corrective Measures", colour=2,
)  # fmt: skip
BUDGET = project_grid(
    LARGEST,
    (
        ("Project", 188, lambda p: p.project),
        ("Planned Finish", 90, lambda p: p.end or ""),
        ("Approved Budget", 95, lambda p: p.budget or ""),
        ("Spent to Date", 95, lambda p: p.spent or ""),
    ),
    name="budget", title="Budgets of the Eight Largest Projects", right=(2, 3), ruled=False,
    total=("Total", "", money(sum(dollars(p.budget) for p in LARGEST)), money(sum(dollars(p.spent) for p in LARGEST))),
)  # fmt: skip
APPENDIX = project_grid(
    active(PROJECTS, "complete"),
    (
        ("Project", 170, lambda p: p.project),
        ("Completed", 92, lambda p: p.completed or ""),
        ("Result", 206, lambda p: p.outcome or ""),
    ),
    name="completed", title=None,
)  # fmt: skip
TESTS = Grid(
    name="tests", title="Exhibit 1: Acceptance Tests of the Radio Network", header=("Test", "Date", "Outcome"),
    widths=(200, 120, 120),
    rows=(("Coverage, north shore", "January 10, 2023", "Passed"), ("Coverage, harbor", "January 12, 2023", "Passed"),
          ("Console failover", "January 24, 2023", "Failed"), ("Console load", "January 25, 2023", "Failed")),
)  # fmt: skip

BLOCKS = (
    Heading(1, "RECOMMENDATION"),
    Para("Accept the report; endorse the new wording for yellow; and recommend to the Council that the schedule of "
         "the Water Meter Replacement Program be fixed anew, with completion in March 2025."),
    Heading(1, "SUMMARY"),
    Para("The Office of Project Delivery carries {active} with approved budgets of {total}. Nine are green, or "
         "{green_share} of the register; six are yellow and one, the Water Meter Replacement Program, is red. Three "
         "projects were finished, one was ended by the Council, and three have joined."),
    Heading(1, "BACKGROUND"),
    Heading(2, "From Judgment to Measure"),
    Para("In past years yellow was a matter of judgment, and two project managers could reach different colors from "
         "the same facts. The City Auditor recommended a measure that anyone can repeat. Since January 2023 the "
         "panel has applied these meanings:"),
    Items((
        "<b>Green:</b> {green}.",
        "<b>Yellow:</b> {yellow}.",
        "<b>Red:</b> {red}.",
    )),
    Para("Had the new wording been in force a year ago, one project that was then yellow would have been green. No "
         "other color would have differed."),
    Heading(2, "What Became of the Committee’s Directions"),
    Para("When it accepted the report of March 24, 2022, the Committee asked for three things:"),
    Items((
        "<b>A decision on the police records contract.</b> Staff brought a recommendation in the fall, and the Council "
        "acted on it in November; the section on the project that was ended gives the details.",
        "<b>A way to see slippage early.</b> Each project manager now reports the planned finish every month, even "
        "when it has not moved, and the panel compares it with the date that the Council approved rather than with "
        "the date of the month before.",
        "<b>Plainer words.</b> Two teachers of English from the community college read the draft of this report and "
        "struck out forty-one sentences. What is left is shorter than last year’s by a page.",
    ), numbered=True),
    Heading(1, "DISCUSSION"),
    Heading(2, "Status of the Register"),
    Para("The numbered table shows the register on March 1, 2023. A dash stands where there is nothing to report."),
    STATUS,
    Heading(3, "Water Meters"),
    Para("Crews have replaced {meters_in}. Two visits to each house turned out to cost $61 more than one, and 40 "
         "percent of the houses have now needed both. The Council raised the budget from $18.2 million to $21.6 "
         "million in February.{note_vote} The finish moves from June 2024 to March 2025, since the second module "
         "maker cannot deliver in quantity before the fall."),
    Heading(3, "Radio Network"),
    Para("All five tower sites transmit. What is left is the software of the dispatch consoles: when the main server "
         "was unplugged, the spare took eleven seconds to answer instead of two. Exhibit 1 lists the tests of "
         "January."),
    TESTS,
    Heading(2, "A Project That Was Ended"),
    Para("{at_police}The Police Records Management Replacement was canceled by the Council on November 15, "
         "2022.{note_end} The price of the state format change could not be brought below $1.6 million. Expenses of "
         "{ended_cost} are written off; the training room equipment bought for the project has gone to the library. "
         "The Police Department will join the county’s records system instead, on terms that are still being "
         "negotiated."),
    Heading(2, "Finished and in Use"),
    Heading(3, "Online Permit Center"),
    Para("The counter moved to the screen in October 2022, and {permits} have been issued there since. Plans for a "
         "kitchen remodel are now returned in nine working days on average, down from twenty-six. Two of the eleven "
         "permit types have been left for later because the fire marshal’s inspectors work with forms that the state "
         "prescribes. {will_permit}"),
    Heading(3, "Eastgate Branch Library"),
    Para("Readers came back in August 2022, a month ahead of the plan. The reading garden, paid for with what was "
         "left over, is looked after by pupils of the school across the street."),
    Heading(2, "New in the Register"),
    Items((
        "<b>Fire Station 7 Replacement.</b> The 1956 building on Gull Road cannot hold a modern ladder truck. A new "
        "station will be built on the same lot while the crew works from a temporary bay. {will_station}",
        "<b>Network Segmentation Program.</b> Separating the networks of the water plant, the signal cabinets and the "
        "offices limits how far an intruder could move. The work is done on Sunday mornings, one building at a time, "
        "and each building has a paper fallback for the hours in which it is cut off. Forty-one buildings are in the "
        "plan; the first four were done in February without complaint, and the fifth, the corporation yard, showed "
        "that some fuel pumps depend on a server in another building that nobody had listed, a finding for which the "
        "program manager has thanked the night mechanic in writing.",
        "<b>Traffic Signal Controller Replacement.</b> One hundred and eighteen intersections still run on controllers "
        "for which no spare boards are made.",
    )),
    Heading(2, "Other Progress"),
    Heading(3, "Citations"),
    Para("The county court now accepts dispositions electronically. {will_citation} Payment plans, which today need "
         "a visit to the counter, can then be set up from a telephone."),
    Heading(3, "Requests From Residents"),
    Para("The portal received {requests} in 2022, and {on_time} were closed within the promised time. The share has "
         "risen for the second year, mostly because sidewalk requests are now sorted by trip hazard before they are "
         "scheduled."),
    Heading(3, "Course"),
    Para("Because the trainer was on leave in the fall, {trained} finished the project fundamentals course, fewer "
         "than in the year before."),
    Heading(3, "Depot and Seawall"),
    Para("At the Cannery Road depot the trenches are closed and the first pads have been poured. The utility has "
         "confirmed its delivery of the transformer for the spring of 2024. Divers have looked at thirty-seven of the "
         "forty seawall panels, and so far none needs more than patching. {will_seawall}"),
    Heading(2, "The Year Ahead"),
    Para("Three dates matter most for residents. The Market Street crossing needs a permit drawing in May, without "
         "which the ring cannot close before winter. The trail reopens to crews in the middle of September. And the "
         "hiring of a second battalion adviser in July decides whether the stations can change to the new shift "
         "calendar at the turn of the year. {will_rules}"),
    Heading(2, "Money"),
    Para("Amounts come from the ledger as closed on February 24, 2023."),
    BUDGET,
    Gap(4),
    Chart("Exhibit 2: Meters Replaced by Quarter of 2022", (
        ("January to March", 1450), ("April to June", 1210), ("July to September", 1020), ("October to December", 1220),
    ), ""),
    Heading(1, "COORDINATION"),
    Para("The Finance Department, the Water Utility and the City Auditor have read this report in draft."),
    Para("/s/<br/>Odalys Bremner<br/>Director, Office of Project Delivery"),
    Para("For questions, please contact Lionel Pastergate, Register Coordinator, Office of Project Delivery, at "
         "lionel.pastergate@harrowgatebay.example."),
    NewPage(),
    Heading(1, "APPENDIX A: PROJECTS COMPLETED SINCE THE LAST REPORT"),
    APPENDIX,
)  # fmt: skip

SOURCE = Source(
    stem="harrowgate-bay-2023-03-16",
    letterhead=letterhead(
        date="March 16, 2023", approved="March 27, 2023", from_="Odalys Bremner", signed_by="Odalys Bremner",
        contact="Lionel Pastergate, Register Coordinator, Office of Project Delivery, "
        "lionel.pastergate@harrowgatebay.example",
    ),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS,
    findings=(("percentage", "warning", "over 60 percent", "56.25%"),),
    told=frozenset({("", "yellow"), ("meters", "budget"), ("meters", "end")}),
    hinted=frozenset({("citation", "status"), ("seawall", "status")}),
)  # fmt: skip
