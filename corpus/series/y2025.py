"""March 2025: green projects stand in prose only, the appendix is announced but absent, one project returns."""

from press.facts import Chart, Commitment, Footnote, Grid, Heading, Items, Metric, Para, Project, Source
from series.common import active, dollars, letterhead, money, named, project_grid, status_word
from series.y2023 import FACTS as FACTS_2023

P = Project
PROJECTS = (
    P(key="fiber", project="Downtown Fiber Ring", status="yellow",
      issue="The bore beneath Market Street waits for the dry season.",
      mitigation="The boring machine is reserved from July.",
      budget="$5,900,000", start="April 2020", end="February 2026"),
    P(key="asset", project="Enterprise Asset Management", status="yellow",
      issue="The last yard was flooded in January and lost its terminals.",
      mitigation="Tablets are on loan from the Fire Department."),
    P(key="trail", project="Shoreline Trail Lighting", status="yellow",
      issue="The new coastal permit allows work in only four months of the year.",
      mitigation="Prefabricating the lamp bases during the closed months."),
    P(key="fire", project="Fire Station 7 Replacement", status="yellow",
      issue="The foundation was poured seven weeks late.",
      mitigation="Steel is delivered in two shifts to win back time.",
      budget="$14,800,000", start="October 2022", end="August 2026"),
    P(key="signals", project="Traffic Signal Controller Replacement", status="yellow",
      issue="The second lot drew a single bid.",
      mitigation="Accepting the first lot now and rebidding the second in June.",
      budget="$6,100,000", start="November 2022", end="August 2026"),
    P(key="seawall", project="Harbor Seawall Inspection Program", status="yellow",
      issue="Divers found voids behind two of forty panels.",
      mitigation="Grouting begins in May under an emergency contract.",
      budget="$3,100,000", start="June 2019", end="December 2025"),
    P(key="meters", project="Water Meter Replacement Program", status="green", said=True, budget="$21,600,000",
      start="July 2020", end="June 2025"),
    P(key="hub", project="One Harrowgate Service Hub", status="green", said=True, budget="$2,800,000",
      start="July 2023", end="September 2025"),
    P(key="bus", project="Electric Bus Depot Charging", status="green", said=True, budget="$7,300,000",
      start="December 2021", end="November 2025"),
    P(key="segment", project="Network Segmentation Program", status="green", said=True),
    P(key="drains", project="Storm Drain Sensor Pilot", status="green", said=True),
    P(key="council", project="Council Records Digitization", status="green", said=True),
    P(key="housing", project="Housing Grants Portal", status="green", said=True, budget="$950,000",
      start="January 2025", end="January 2026"),
    P(key="radio", project="Emergency Radio Network Upgrade", status="complete", completed="November 2024", said=True),
    P(key="payroll", project="Workforce Management System", status="complete", completed="January 2025", said=True),
)  # fmt: skip

FACTS = {
    "active": Metric(text="13 active projects", subject="Office of Project Delivery", measure="active projects",
                     value="13", unit="projects"),
    "total": Metric(text="$67.8 million", subject="Office of Project Delivery", measure="approved budget",
                    value="67800000", unit="USD"),
    "green_share": Metric(text="nearly 54 percent", subject="active projects", measure="marked green", value="54",
                          unit="%", qualifier="nearly"),
    "requests": Metric(text="51,300 requests", subject="One Harrowgate Service Hub", measure="requests",
                       value="51300", unit="requests"),
    "on_time": Metric(text="88 percent", subject="One Harrowgate Service Hub",
                      measure="closed within the promised time", value="88", unit="%"),
    "trained": Metric(text="58 employees", subject="project fundamentals course", measure="graduates", value="58",
                      unit="employees"),
    "meters_in": Metric(text="29,700 of 31,000 meters", subject="Water Meter Replacement Program",
                        measure="meters replaced", value="29700", unit="meters"),
    "chargers": Metric(text="Sixteen of twenty-four chargers", subject="Electric Bus Depot Charging",
                       measure="chargers in use", value="16", unit="chargers"),
    "answers": Metric(text="1,610 answers", subject="user survey", measure="answers", value="1610", unit="answers"),
    "satisfied": Metric(text="76 percent", subject="user survey", measure="called the service better", value="76",
                        unit="%"),
    "will_seawall": Commitment(text="The grouting of the seawall is to be finished by October 2025.", due="2025-10",
                               project="Harbor Seawall Inspection Program"),
    "will_depot": Commitment(text="All twenty-four chargers are expected to be in service by November 2025.",
                             due="2025-11", project="Electric Bus Depot Charging"),
    "will_meters": Commitment(text="The last meters are expected to be in place by June 2025.", due="2025-06",
                              project="Water Meter Replacement Program"),
    "will_housing": Commitment(text="The portal is scheduled to open to applicants by January 2026.", due="2026-01",
                               project="Housing Grants Portal"),
    "will_hub": Commitment(text="The last two call lines will join by September 2025.", due="2025-09",
                           project="One Harrowgate Service Hub"),
    "green": FACTS_2023["green"], "yellow": FACTS_2023["yellow"], "red": FACTS_2023["red"],
    "note_grout": Footnote(mark="1", text="Emergency contract 25-011, reported to the Council on February 25, 2025."),
    "note_bore": Footnote(mark="2", text="Arbitration award of August 6, 2024: "
                          "https://records.harrowgatebay.example/fiber/award"),
}  # fmt: skip

LARGEST = named(PROJECTS, "meters", "fire", "bus", "signals", "fiber", "seawall", "hub", "housing")
STATUS = project_grid(
    active(PROJECTS, "yellow"),
    (
        ("Project", 120, lambda p: p.project),
        ("Status", 60, status_word),
        ("Issue", 144, lambda p: p.issue or ""),
        ("Mitigating Action", 144, lambda p: p.mitigation or ""),
    ),
    name="status", title="Projects Marked Yellow", colour=1,
)  # fmt: skip
BUDGET = project_grid(
    LARGEST,
    (
        ("Project", 188, lambda p: p.project),
        ("Start", 90, lambda p: p.start or ""),
        ("Planned Finish", 95, lambda p: p.end or ""),
        ("Approved Budget", 95, lambda p: p.budget or ""),
    ),
    name="budget", title="Dates and Budgets of the Eight Largest Projects", right=(3,), ruled=False,
    total=("Total", "", "", money(sum(dollars(p.budget) for p in LARGEST))),
)  # fmt: skip
HUB = Grid(
    name="hub", title="Exhibit 1: Requests by Channel", header=("Channel", "2023", "2024"), widths=(200, 100, 100),
    right=(1, 2),
    rows=(("Telephone", "19,800", "20,100"), ("Portal", "15,700", "18,400"), ("Mobile application", "9,100", "12,800"),
          ("Total", "44,600", "51,300")),
    total=True,
)  # fmt: skip

BLOCKS = (
    Heading(1, "RECOMMENDATION"),
    Para("Accept the report and forward it to the Council for the meeting of April 8, 2025."),
    Heading(1, "OUTCOME"),
    Para("For the first time since 2021 no project is red. Of {active}, seven, or {green_share}, are green and six "
         "are yellow. Together they are approved at {total}. The Committee will see which of the yellow ones depend "
         "on the weather, which on the market, and which on the City itself."),
    Heading(1, "BACKGROUND"),
    Para("The Office of Project Delivery keeps the register of the City’s large and sensitive projects and reports "
         "to the Committee each March. The last report is dated March 21, 2024. The colors have kept their meaning: "
         "green if {green}; yellow if {yellow}; red if {red}."),
    Heading(2, "Three Kinds of Lateness"),
    Para("Looking back over five reports, the Office has sorted the causes of delay. The sorting is rough, and some "
         "projects belong in two groups, but it has changed the way in which new schedules are drawn up:"),
    Items((
        "<b>Delay by nature.</b> Tides, nesting birds and wet ground do not negotiate. Schedules now name the months "
        "in which work is possible, and a contract that misses its season is assumed to lose a year.",
        "<b>Delay by market.</b> Chips, switches, transformers and single bids have cost more months than any other "
        "cause. Long-lead equipment is ordered before the design is complete whenever it can be resold.",
        "<b>Delay by ourselves.</b> Late leases, late decisions and forms that waited on a desk. This group is the "
        "smallest, and the only one that the City can abolish.",
    )),
    Para("The same look back shows that a project which turns yellow in its first year is late at the end in two "
         "cases out of three, whatever the cause. The monthly panel therefore spends half of its time on projects "
         "that are less than a year old. Their managers are asked to bring the person who will run the result, not "
         "a presentation, and the questions are the five of the halfway review."),
    Heading(1, "DISCUSSION"),
    Heading(2, "Projects Marked Yellow"),
    Para("Six projects carry an open issue on March 3, 2025."),
    STATUS,
    Heading(3, "Harbor Seawall"),
    Para("{at_seawall}The Harbor Seawall Inspection Program returns to this report after a year’s absence. The first "
         "round of inspections had ended in May 2023. A second round was ordered after the January storms, and it "
         "found hollow spaces behind panels 11 and 12.{note_grout} The promenade above them is fenced off. The budget "
         "was raised to $3.1 million so that the grouting can begin before the next storm season."),
    Heading(3, "Downtown Fiber Ring"),
    Para("The arbitrator allowed the bore on condition that it be made in the dry months.{note_bore} The budget rose "
         "from $4.75 million to $5.9 million in September. Ninety feet separate the City from a closed ring."),
    Heading(3, "Fire Station 7"),
    Para("The foundation was poured in March rather than January, and the finish moves from February 2026 to August "
         "2026. The temporary bay is adequate, but response times to the upper hills are about twenty seconds longer "
         "than before."),
    Heading(3, "Signal Controllers"),
    Para("The first lot, sixty-four intersections in the downtown corridor, was awarded in November at a price within "
         "the estimate. The only bid for the second lot came in 31 percent above it. Staff called the eleven firms "
         "that had taken the documents; seven answered that the working hours were too short, so the second lot will "
         "be offered again with night work allowed."),
    Heading(3, "Shoreline Trail"),
    Para("After fifteen months on hold the lighting has a coastal permit again. Work at Pelican Point is allowed from "
         "September 15 to January 15. With the bases made beforehand, one season should be enough, but the project "
         "manager does not promise it, and no finish date has been set."),
    Heading(3, "Asset Management"),
    Para("Eight of nine yards work with the new system. The ninth, at the river mouth, stood under two feet of water "
         "in January. Its crews use borrowed tablets until the office has been dried out and rewired."),
    Heading(2, "Projects on Course"),
    Para("Seven projects are marked green:"),
    Items((
        "{at_meters}<b>Water Meter Replacement Program</b> is green. Crews have replaced {meters_in}, and the hillside "
        "routes are finished. {will_meters}",
        "{at_hub}<b>One Harrowgate Service Hub</b> is green. It handled {requests} in 2024, of which {on_time} were "
        "closed within the promised time. {will_hub}",
        "{at_bus}<b>Electric Bus Depot Charging</b> is green. {chargers} are in use, and the transformer that had held "
        "up the project arrived in August.",
        "{at_segment}<b>Network Segmentation Program</b> is green. Thirty of forty-one buildings are done, among them "
        "the water plant, where the change was rehearsed three times on a model before the valves were touched. "
        "Operators kept a written log of each step, and the log has since become the plant’s manual for power "
        "failures, which nobody had planned but everybody is glad to have.",
        "{at_drains}<b>Storm Drain Sensor Pilot</b> is green. False alarms have halved since the floats were replaced.",
        "{at_council}<b>Council Records Digitization</b> is green. The minutes of the years 1871 to 1960 can be "
        "searched.",
        "{at_housing}<b>Housing Grants Portal</b> is green and new in the register. It lets owners apply for repair "
        "grants without a visit to City Hall. {will_housing}",
    )),
    HUB,
    Heading(2, "Completed Projects"),
    Para("Three projects were completed since the last report. Appendix A gives the full list with dates and results. "
         "Two of them deserve a word here."),
    Heading(3, "Emergency Radio Network Upgrade"),
    Para("{at_radio}The Emergency Radio Network Upgrade was completed in November 2024. Firefighters, police officers "
         "and the harbor patrol now share one network, and it held through the January storms without a dropped "
         "call. The project closed $212,000 under its budget."),
    Heading(3, "Workforce Management System"),
    Para("{at_payroll}The Workforce Management System was completed in January 2025. All 3,140 employees are paid "
         "through it. Shift swaps at the fire stations, which used to take a form and two signatures, are settled "
         "on a screen within minutes."),
    Heading(2, "What Residents Say"),
    Para("The survey of users was repeated in October. There were {answers}, and {satisfied} of those who answered "
         "called the new service better than the old one. Forgotten passwords are still the first complaint. Since "
         "November residents can sign in with their library card, which nearly four in five households hold; the "
         "library reports a small run on cards as a result."),
    Heading(2, "The Year Ahead"),
    Para("Four finishes fall into the coming twelve months, and each has a date by which the Committee would hear of "
         "trouble. {will_seawall} {will_depot} The next report follows in March 2026."),
    Heading(2, "What the Office Has Learned"),
    Items((
        "A date that depends on the weather should be written as a season, with the reason beside it.",
        "A single bid is a message. Before rebidding, staff now calls every firm that took the documents and did not "
        "answer.",
        "Handing over is work. Each project sets aside one part in twenty of its budget for the last three months.",
    ), numbered=True),
    Para("Over the year {trained} completed the project fundamentals course."),
    Heading(2, "The Office Itself"),
    Para("The Office has thirteen positions, two more than at its founding, and eleven of them are filled. Project "
         "managers stay for just under four years on average, long enough for most projects but not for the largest. "
         "Since January every project with a planned life of more than three years therefore has two managers, one of "
         "whom leads while the other keeps a second project. The arrangement costs nothing as long as nobody is ill "
         "and saves a year of learning when somebody leaves."),
    Para("Apprentices from the maritime high school have joined the Office for the second summer. They measured curb "
         "ramps, counted lamps and read meters beside the contractors, and their count of the lamps on the shoreline "
         "differed from the inventory by three. All three were found in the bay."),
    Heading(2, "Money"),
    Para("The table gives the approved dates and budgets on March 3, 2025."),
    BUDGET,
    Chart("Exhibit 2: Buildings With Separated Networks", (
        ("March 2023", 5), ("March 2024", 19), ("March 2025", 30),
    ), ""),
    Heading(1, "COORDINATION"),
    Para("This memorandum was coordinated with the Harbor Department, the Finance Department and the City Attorney."),
    Para("/s/<br/>Ruben Castellane<br/>Director, Office of Project Delivery"),
    Para("Please direct questions to Imke Solberry, Register Coordinator, Office of Project Delivery, at "
         "imke.solberry@harrowgatebay.example."),
    Heading(1, "ATTACHMENT"),
    Para("Appendix A: Projects Completed Since the Last Report"),
)  # fmt: skip

SOURCE = Source(
    stem="harrowgate-bay-2025-03-20",
    letterhead=letterhead(
        date="March 20, 2025", approved="March 31, 2025", from_="Ruben Castellane", signed_by="Ruben Castellane",
        contact="Imke Solberry, Register Coordinator, Office of Project Delivery, imke.solberry@harrowgatebay.example",
    ),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS,
    returned=("seawall",),
    omissions=(
        ("attachment", "Appendix A is announced but not part of the memo"),
        ("unnamed_projects", "three completed projects are counted, two are named"),
    ),
    findings=(("omission", "warning", "Appendix A", ""), ("count", "note", "three", "2")),
    look="compact",
    told=frozenset({("fiber", "budget"), ("fire", "end")}),
    hinted=frozenset({("bus", "status"), ("meters", "status")}),
)  # fmt: skip
