"""March 2024: other header names in another order, an on-hold project, two projects merged, one silently gone."""

from press.facts import Chart, Commitment, Footnote, Grid, Heading, Items, Metric, NewPage, Para, Project, Source
from series.common import active, dollars, letterhead, money, named, project_grid, status_word
from series.y2023 import FACTS as FACTS_2023

P = Project
PROJECTS = (
    P(key="fiber", project="Downtown Fiber Ring", status="red", status_text="Red",
      issue="The redesigned Market Street crossing was rejected by the steam utility.",
      mitigation="Arbitration is set for May; a bore beneath the tunnel is being priced.",
      budget="$4,750,000", spent="$4,480,000", end="October 2024"),
    P(key="signals", project="Traffic Signal Controller Replacement", status="red", status_text="Red",
      issue="The low bidder withdrew after the award.",
      mitigation="Rebidding in two lots, with the downtown corridor first.",
      budget="$6,100,000", spent="$1,890,000", end="August 2026"),
    P(key="meters", project="Water Meter Replacement Program", status="yellow", status_text="Yellow",
      issue="Installers are six weeks behind on the hillside routes.",
      mitigation="A third crew began in February.",
      budget="$21,600,000", spent="$14,720,000", end="March 2025"),
    P(key="bus", project="Electric Bus Depot Charging", status="yellow", status_text="Yellow",
      issue="The utility moved delivery of the transformer back by five months.",
      mitigation="Renting two mobile chargers so that the first buses can enter service.",
      budget="$7,300,000", spent="$3,075,000", end="November 2025"),
    P(key="fire", project="Fire Station 7 Replacement", status="yellow", status_text="Yellow",
      issue="Contaminated fill was found under the old fuel tank.",
      mitigation="The soil has been tested and removal is under contract.",
      budget="$14,800,000", spent="$2,260,000", end="February 2026"),
    P(key="trail", project="Shoreline Trail Lighting", status="on_hold", status_text="On Hold",
      issue="The coastal permit for Pelican Point has lapsed.",
      mitigation="A new application is with the regional board.", end="To be set"),
    P(key="radio", project="Emergency Radio Network Upgrade", status="green", status_text="Green",
      budget="$9,600,000", spent="$9,105,000", end="November 2024"),
    P(key="payroll", project="Workforce Management System", status="green", status_text="Green",
      budget="$5,400,000", spent="$4,210,000", end="January 2025"),
    P(key="hub", project="One Harrowgate Service Hub", status="green", status_text="Green",
      budget="$2,800,000", spent="$1,150,000", end="June 2025"),
    P(key="asset", project="Enterprise Asset Management", status="green", status_text="Green",
      issue="One yard remains to be connected.", mitigation="Connection set for April.", end="May 2024"),
    P(key="ada", project="Civic Center Accessibility Upgrades", status="green", status_text="Green",
      end="October 2024"),
    P(key="segment", project="Network Segmentation Program", status="green", status_text="Green",
      end="December 2025"),
    P(key="drains", project="Storm Drain Sensor Pilot", status="green", status_text="Green", end="April 2025"),
    P(key="council", project="Council Records Digitization", status="green", status_text="Green",
      end="September 2025"),
    P(key="citation", project="Parking Citation Processing", status="complete", completed="June 2023",
      outcome="Two in three citations are now paid without a visit or a letter."),
    P(key="recreg", project="Recreation Registration System", status="complete", completed="February 2024",
      outcome="Opened with the spring season; 5,120 registrations on the first day."),
)  # fmt: skip

FACTS = {
    "active": Metric(text="14 active projects", subject="Office of Project Delivery", measure="active projects",
                     value="14", unit="projects"),
    "total": Metric(text="$81.2 million", subject="Office of Project Delivery", measure="approved budget",
                    value="81200000", unit="USD"),
    "green_share": Metric(text="about 57 percent", subject="active projects", measure="marked green", value="57",
                          unit="%", qualifier="about"),
    "requests": Metric(text="44,600 requests", subject="One Harrowgate Service Hub", measure="requests",
                       value="44600", unit="requests"),
    "on_time": Metric(text="86 percent", subject="One Harrowgate Service Hub",
                      measure="closed within the promised time", value="86", unit="%"),
    "trained": Metric(text="61 employees", subject="project fundamentals course", measure="graduates", value="61",
                      unit="employees"),
    "meters_in": Metric(text="21,400 of 31,000 meters", subject="Water Meter Replacement Program",
                        measure="meters replaced", value="21400", unit="meters"),
    "wait": Metric(text="two minutes and ten seconds", subject="call lines", measure="average wait", value="130",
                   unit="seconds"),
    "sensors": Metric(text="36 sensors", subject="Storm Drain Sensor Pilot", measure="sensors installed", value="36",
                      unit="sensors"),
    "pages": Metric(text="more than 310,000 pages", subject="Council Records Digitization", measure="pages scanned",
                    value="310000", unit="pages", qualifier="more than"),
    "answers": Metric(text="1,240 answers", subject="user survey", measure="answers", value="1240", unit="answers"),
    "satisfied": Metric(text="more than 72 percent", subject="user survey", measure="called the service better",
                        value="72", unit="%", qualifier="more than"),
    "will_bids": Commitment(text="New bids for the signal controllers are due to be opened by July 2024.",
                            due="2024-07", project="Traffic Signal Controller Replacement"),
    "will_radio": Commitment(text="The old transmitters are to be switched off by November 2024.", due="2024-11",
                             project="Emergency Radio Network Upgrade"),
    "will_fire": Commitment(text="Staff expects to pour the foundation in January 2025.", due="2025-01",
                            project="Fire Station 7 Replacement"),
    "green": FACTS_2023["green"], "yellow": FACTS_2023["yellow"], "red": FACTS_2023["red"],
    "note_award": Footnote(mark="2", text="Harbor Cities League: https://league.harborcities.example/awards/2024"),
    "note_bid": Footnote(mark="1", text="Bid 24-006 was withdrawn by letter on January 22, 2024."),
}  # fmt: skip

LARGEST = named(PROJECTS, "meters", "fire", "radio", "bus", "signals", "payroll", "fiber", "hub")
STATUS = project_grid(
    active(PROJECTS),
    (
        ("Health", 52, status_word),
        ("Initiative", 112, lambda p: p.project),
        ("Next Step", 118, lambda p: p.mitigation or ""),
        ("Cause of Delay", 118, lambda p: p.issue or ""),
        ("Target Date", 68, lambda p: p.end or ""),
    ),
    name="status", title="Health of the Portfolio", colour=0,
)  # fmt: skip
BUDGET = project_grid(
    LARGEST,
    (
        ("Initiative", 188, lambda p: p.project),
        ("Approved", 93, lambda p: p.budget or ""),
        ("Spent", 93, lambda p: p.spent or ""),
        ("Remaining", 93, lambda p: money(dollars(p.budget) - dollars(p.spent))),
    ),
    name="budget", title="Budgets of the Eight Largest Initiatives", right=(1, 2, 3), ruled=False,
    total=("Total", money(sum(dollars(p.budget) for p in LARGEST)), money(sum(dollars(p.spent) for p in LARGEST)),
           money(sum(dollars(p.budget) - dollars(p.spent) for p in LARGEST))),
)  # fmt: skip
APPENDIX = project_grid(
    active(PROJECTS, "complete"),
    (
        ("Initiative", 170, lambda p: p.project),
        ("Finished", 92, lambda p: p.completed or ""),
        ("What Changed for Residents", 206, lambda p: p.outcome or ""),
    ),
    name="completed", title=None,
)  # fmt: skip
DRAINS = Grid(
    name="drains", title="Exhibit 1: Storm Drain Alarms, November 2023 to February 2024",
    header=("Basin", "Sensors", "Alarms", "False Alarms"), widths=(180, 80, 80, 90), right=(1, 2, 3),
    rows=(("Cannery Road", "14", "9", "2"), ("Eastgate", "12", "4", "0"), ("Old Harbor", "10", "11", "5"),
          ("All basins", "36", "24", "7")),
    total=True,
)  # fmt: skip

BLOCKS = (
    Heading(1, "RECOMMENDATION"),
    Para("Accept the report, and authorize staff to open negotiations on a bore beneath the Market Street steam "
         "tunnel should arbitration fail."),
    Heading(1, "OUTCOME"),
    Para("Members will know the condition of {active} with a combined approved budget of {total}, and can judge "
         "whether the steps proposed for the two red ones are enough. Eight, or {green_share}, are green; three are "
         "yellow, two are red, and one is on hold."),
    Heading(1, "BACKGROUND"),
    Heading(2, "A Change of Leadership"),
    Para("Odalys Bremner, who built the Office of Project Delivery, retired in December 2023. The undersigned took "
         "over in January 2024 and has kept the register and its rules. The tables in this report are arranged "
         "differently: the color now comes first, since that is what members look for."),
    Heading(2, "What the Colors Mean"),
    Para("Green says that {green}. Yellow says that {yellow}. Red says that {red}. An initiative is on hold when "
         "work has stopped and no date for resuming it has been set."),
    Heading(2, "How an Initiative Enters and Leaves"),
    Para("An initiative enters the register when its approved budget exceeds $400,000, a threshold that the Council "
         "raised from $250,000 in July 2023; when more than two departments must change how they work; when it touches "
         "an emergency service; or when public reporting has been requested. It leaves when the receiving department "
         "has signed for it. Because of the higher threshold, four small initiatives that would have joined this year "
         "are followed by their departments alone. They are not counted in this report, and the Office holds no "
         "figures on them."),
    Para("Between entry and exit each initiative passes four gates: a business case, a design that those who will use "
         "it have tried, a contract with the price of likely changes in it, and a rehearsal of the handover. At every "
         "gate the panel may send it back once; the second time, the matter goes to the City Manager."),
    Heading(1, "DISCUSSION"),
    Heading(2, "Health of the Portfolio"),
    Para("The table shows the assessment of March 1, 2024. Where nothing stands in the way, the cells are left "
         "blank."),
    STATUS,
    Heading(3, "Downtown Fiber Ring"),
    Para("The ring is closed except for ninety feet beneath Market Street. The steam utility holds that any structure "
         "above its tunnel would block access for repairs. The arbitrator has asked both sides for drawings. A bore "
         "would pass eleven feet deeper and might cost a further $1.2 million, for which there is no appropriation "
         "today."),
    Heading(3, "Signal Controllers"),
    Para("The company that offered the lowest price withdrew when its own supplier left the market.{note_bid} The "
         "second bid was $2.3 million higher and has expired. {will_bids} Splitting the work lets smaller firms "
         "compete for the outer districts."),
    Heading(3, "Fire Station 7"),
    Para("When the old building came down in October, a layer of oily fill appeared that no survey had shown. "
         "Removal takes until June. {will_fire} The finish moves by two months."),
    Heading(2, "Two Initiatives Become One"),
    Para("{at_hub}The Resident Request Portal and the Customer Call Center Consolidation were merged in July 2023 into "
         "the One Harrowgate Service Hub. Callers and portal users had been waiting in two separate lines for the "
         "same crews. The average wait on the telephone has come down to {wait}. Together the channels handled "
         "{requests} in 2023, and {on_time} were closed within the promised time."),
    Heading(2, "New in the Portfolio"),
    Items((
        "<b>Storm Drain Sensor Pilot.</b> In three low-lying basins {sensors} report when the water rises faster than "
        "the pumps can lift it. Exhibit 1 shows the first season.",
        "<b>Council Records Digitization.</b> Minutes and ordinances from 1871 onward are being scanned, and {pages} "
        "are done. Volunteers from the historical society check the dates and the names of streets that no longer "
        "exist. They have also solved a small mystery: the ordinance of 1903 that set the width of Cannery Road, cited "
        "in four lawsuits and believed lost in the flood of 1938, was bound into a volume of dog license receipts, "
        "where it had been safe for eighty-five years.",
    )),
    DRAINS,
    Heading(2, "Other News"),
    Items((
        "Crews have replaced {meters_in}, up from 13,900 a year ago, and the share of estimated bills has fallen below "
        "one in twenty.",
        "All nine acceptance tests of the radio network were passed in September. {will_radio}",
        "The project fundamentals course was completed by {trained}, the most in any year so far.",
        "The Office was honored by the Harbor Cities League at the League’s dinner on April 9, 2024, for its "
        "halfway reviews.{note_award}",
    )),
    Heading(2, "What Residents Say"),
    Para("For the first time the Office asked users of finished projects what they think. Cards were handed out at "
         "the permit counter, the library and the recreation centers in October, and {answers} came back. Of those "
         "who answered, {satisfied} called the new service better than the old one. The most frequent complaint "
         "concerned passwords; the second, that nobody had told them the service existed. Both remarks have gone to "
         "the teams of current initiatives, who must answer them at the next gate."),
    Heading(2, "Money"),
    Para("Amounts come from the ledger as closed on February 23, 2024."),
    BUDGET,
    Chart("Exhibit 2: Average Wait on the Telephone, in Seconds", (
        ("January 2022", 400), ("January 2023", 310), ("January 2024", 130),
    ), ""),
    Heading(1, "COORDINATION"),
    Para("The City Attorney reviewed the passages on arbitration. The Finance Department supplied the ledger figures."),
    Para("/s/<br/>Ruben Castellane<br/>Director, Office of Project Delivery"),
    Para("For questions, please contact Lionel Pastergate, Register Coordinator, Office of Project Delivery, at "
         "lionel.pastergate@harrowgatebay.example."),
    NewPage(),
    Heading(1, "APPENDIX A: INITIATIVES FINISHED SINCE THE LAST REPORT"),
    APPENDIX,
)  # fmt: skip

SOURCE = Source(
    stem="harrowgate-bay-2024-03-21",
    letterhead=letterhead(
        date="March 21, 2024", approved="April 1, 2024", from_="Ruben Castellane", signed_by="Ruben Castellane",
        contact="Lionel Pastergate, Register Coordinator, Office of Project Delivery, "
        "lionel.pastergate@harrowgatebay.example",
    ),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS,
    explained={"portal": ("merged", ("hub",)), "callcenter": ("merged", ("hub",))},
    findings=(
        ("date_order", "warning", "April 9, 2024", "2024-03-21"),
        ("restatement", "warning", "13,900", "14,200"),
        ("colour_vs_definition", "warning", "back by five months", "30 to 90 days"),
    ),
    look="compact",
    told=frozenset({("bus", "end"), ("fire", "end")}),
    hinted=frozenset({("radio", "status")}),
)  # fmt: skip
