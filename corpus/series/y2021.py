"""March 2021: one ruled table of all seventeen projects over two pages; every figure adds up."""

from press.facts import (
    Chart,
    Commitment,
    Definition,
    Footnote,
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

P = Project
PROJECTS = (
    P(key="radio", project="Emergency Radio Network Upgrade", status="red",
      issue="Two of the five tower leases were not renewed by the landowner, and no substitute sites are secured.",
      mitigation="Negotiating for rooftop space on the county hospital; a temporary mast is on order.",
      budget="$9,600,000", spent="$3,875,000", end="December 2022"),
    P(key="asset", project="Enterprise Asset Management", status="red",
      issue="Data conversion produced 4,100 duplicate work orders and testing was stopped.",
      mitigation="An outside reviewer is checking the conversion scripts before testing restarts in May.",
      budget="$3,200,000", spent="$2,015,000", end="June 2022"),
    P(key="permit", project="Online Permit Center", status="yellow",
      issue="Plan reviewers have been diverted to a backlog of paper applications.",
      mitigation="Contract reviewers take over the paper backlog through the summer.",
      budget="$1,900,000", spent="$1,265,000", end="December 2021"),
    P(key="portal", project="Resident Request Portal", status="yellow",
      issue="Translation of the request forms is two months behind.",
      mitigation="A second translation firm has been engaged."),
    P(key="police", project="Police Records Management Replacement", status="yellow",
      issue="The state changed its reporting format in January.",
      mitigation="Requesting a written change estimate from the supplier."),
    P(key="website", project="City Website Redesign", status="yellow",
      issue="Departments have delivered content for fewer than half of the pages.",
      mitigation="Each department has named an editor with a weekly quota."),
    P(key="meters", project="Water Meter Replacement Program", status="green", issue="None",
      mitigation="Not needed", budget="$18,200,000", spent="$2,140,000", end="June 2024"),
    P(key="payroll", project="Payroll and Timekeeping System", status="green", issue="None", mitigation="Not needed",
      budget="$5,400,000", spent="$310,000", end="January 2024"),
    P(key="fiber", project="Downtown Fiber Ring", status="green", issue="None", mitigation="Not needed",
      budget="$4,750,000", spent="$1,120,000", end="March 2023"),
    P(key="seawall", project="Harbor Seawall Inspection Program", status="green", issue="None",
      mitigation="Not needed", budget="$2,350,000", spent="$640,000", end="October 2022"),
    P(key="library", project="Eastgate Branch Library Renovation", status="green",
      issue="Minor asbestos find in the reading room ceiling.",
      mitigation="Removed within the contingency; no effect on the opening."),
    P(key="telematics", project="Fleet Telematics Rollout", status="green", issue="None", mitigation="Not needed"),
    P(key="streetlight", project="Streetlight LED Conversion", status="green", issue="None",
      mitigation="Not needed"),
    P(key="gis", project="Address Data Cleanup", status="green", issue="None", mitigation="Not needed"),
    P(key="citation", project="Parking Citation Processing", status="green", issue="None", mitigation="Not needed"),
    P(key="ada", project="Civic Center Accessibility Upgrades", status="green",
      issue="Elevator parts carry a sixteen-week lead time.",
      mitigation="Parts ordered early; work resequenced around the delivery."),
    P(key="trail", project="Shoreline Trail Lighting", status="green", issue="None", mitigation="Not needed"),
    P(key="cemetery", project="Cemetery Records Index", status="complete", completed="May 2020",
      outcome="All 31,000 burial records can be searched by family name."),
    P(key="pool", project="Marlin Pool Heater Replacement", status="complete", completed="August 2020",
      outcome="Gas use fell by a third in the first winter."),
    P(key="voicemail", project="Voicemail Migration", status="complete", completed="November 2020",
      outcome="1,460 mailboxes moved; the old switch was sold for parts."),
    P(key="bids", project="Electronic Bid Submission", status="complete", completed="January 2021",
      outcome="Bids for public works are now opened on screen."),
)  # fmt: skip

FACTS = {
    "active": Metric(text="17 active projects", subject="Office of Project Delivery", measure="active projects",
                     value="17", unit="projects"),
    "total": Metric(text="$58.9 million", subject="Office of Project Delivery", measure="approved budget",
                    value="58900000", unit="USD"),
    "green_share": Metric(text="nearly 65 percent", subject="active projects", measure="marked green", value="65",
                          unit="%", qualifier="nearly"),
    "done": Metric(text="Four projects", subject="Office of Project Delivery", measure="completed projects", value="4",
                   unit="projects"),
    "lamps": Metric(text="more than 6,200 of 9,400 fixtures", subject="Streetlight LED Conversion",
                    measure="fixtures replaced", value="6200", unit="fixtures", qualifier="more than"),
    "lamp_saving": Metric(text="about $410,000 a year", subject="Streetlight LED Conversion",
                          measure="electricity saved", value="410000", unit="USD", qualifier="about"),
    "requests": Metric(text="28,400 requests", subject="Resident Request Portal", measure="requests", value="28400",
                       unit="requests"),
    "on_time": Metric(text="71 percent", subject="Resident Request Portal", measure="closed within the promised time",
                      value="71", unit="%"),
    "trained": Metric(text="46 employees", subject="project fundamentals course", measure="graduates", value="46",
                      unit="employees"),
    "vehicles": Metric(text="212 of the 540 vehicles", subject="Fleet Telematics Rollout",
                       measure="vehicles equipped", value="212", unit="vehicles"),
    "will_library": Commitment(text="The branch is expected to welcome readers again by September 2022.",
                               due="2022-09", project="Eastgate Branch Library Renovation"),
    "will_gis": Commitment(text="The last batch of corrected addresses will be handed to the dispatch center by "
                           "October 2021.", due="2021-10", project="Address Data Cleanup"),
    "will_towers": Commitment(text="Staff will return to the Committee with a siting plan by June 2021.",
                              due="2021-06", project="Emergency Radio Network Upgrade"),
    "green": Definition(term="green", status="green",
                        meaning="the project will meet its approved date, budget and scope"),
    "yellow": Definition(term="yellow", status="yellow",
                         meaning="the date or the budget is under pressure, and the project manager can still bring "
                         "it back without new money"),
    "red": Definition(term="red", status="red",
                      meaning="the approved date or budget can no longer be held without a decision by the Council"),
    "note_lease": Footnote(mark="1", text="Lease notices: https://records.harrowgatebay.example/leases/2020-114"),
    "note_county": Footnote(mark="2", text="The county counts a burial record once for each person interred."),
}  # fmt: skip

LARGEST = named(PROJECTS, "meters", "radio", "payroll", "fiber", "asset", "seawall", "permit")
STATUS = project_grid(
    active(PROJECTS),
    (
        ("Project", 120, lambda p: p.project),
        ("Status", 58, status_word),
        ("Issue", 145, lambda p: p.issue or ""),
        ("Mitigating Action", 145, lambda p: p.mitigation or ""),
    ),
    name="status", title="Status of Active Projects and Mitigating Actions", colour=1,
)  # fmt: skip
BUDGET = project_grid(
    LARGEST,
    (
        ("Project", 188, lambda p: p.project),
        ("Planned Finish", 90, lambda p: p.end or ""),
        ("Approved Budget", 95, lambda p: p.budget or ""),
        ("Spent to Date", 95, lambda p: p.spent or ""),
    ),
    name="budget", title="Budgets of the Seven Largest Projects", right=(2, 3), ruled=False,
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
COURSES = Grid(
    name="courses", title="Exhibit 1: Courses Held in 2020", header=("Course", "Sessions", "Graduates"),
    widths=(220, 90, 90), right=(1, 2),
    rows=(("Project fundamentals", "3", "46"), ("Reading a contract", "2", "31"),
          ("Estimating for non-engineers", "1", "18")),
)  # fmt: skip

BLOCKS = (
    Heading(1, "RECOMMENDATION"),
    Para("Receive the yearly report of the Office of Project Delivery on the City’s active capital and technology "
         "projects, and refer the two projects marked red to the Council’s budget session in May."),
    Heading(1, "SUMMARY"),
    Para("The Office of Project Delivery (the Office) looks after {active} with a combined approved budget of "
         "{total}. Eleven of them, {green_share}, are marked green. Four are yellow and two are red: the Emergency "
         "Radio Network Upgrade, which has lost tower sites, and Enterprise Asset Management, where testing was "
         "stopped. The report describes what holds these projects back, what has been finished since the last "
         "report, and what the Committee can look forward to in the coming year."),
    Heading(1, "BACKGROUND"),
    Heading(2, "Why the Office Exists"),
    Para("Until 2017 each department ran its own large projects. An audit that year found that nobody could say how "
         "many were under way or what they cost together. The Council answered by creating a small office with "
         "eleven positions that lends project managers to departments, keeps one register, and reports to this "
         "Committee every March. The Office does not own the systems or buildings that it delivers; at completion "
         "each is handed to the department that will operate it."),
    Para("A project is entered in the register when at least one of these conditions applies:"),
    Items((
        "The approved budget exceeds $250,000.",
        "More than two departments must change the way they work.",
        "The work touches a service that residents rely on in an emergency.",
        "The Council or the City Manager has asked for public reporting.",
    ), numbered=True),
    Heading(2, "How Status Is Assigned"),
    Para("Project managers propose a color on the first working day of each month. A panel of three people from the "
         "Finance Department, the City Manager’s Office and a department that is not involved may overrule them. "
         "The colors are read as follows:"),
    Items((
        "<b>Green</b> means that {green}.",
        "<b>Yellow</b> means that {yellow}.",
        "<b>Red</b> means that {red}.",
    )),
    Heading(1, "DISCUSSION"),
    Heading(2, "Where the Projects Stand"),
    Para("The table lists every active project, those with difficulties first. An entry of “None” means that the "
         "monthly panel saw no open issue on March 1, 2021."),
    STATUS,
    Heading(3, "Emergency Radio Network Upgrade"),
    Para("The upgrade replaces the voice network that firefighters, police officers and harbor patrol share. The "
         "owner of two hillside parcels declined to renew the leases in October 2020.{note_lease} Without those "
         "towers the network would not reach the north shore. Three substitute sites were walked in January, and one "
         "of them, the roof of the county hospital, passed the radio survey. {will_towers} Until then no further "
         "equipment will be ordered, so that the remaining appropriation stays untouched."),
    Heading(3, "Enterprise Asset Management"),
    Para("The system is meant to give maintenance crews one list of pipes, pumps, signs and vehicles together with "
         "their repair history. During the third trial conversion, work orders closed before 2014 were copied twice. "
         "The supplier accepted responsibility and will repeat the conversion without charge, but the delay uses up "
         "the float in the schedule."),
    Heading(2, "Progress Worth Noting"),
    Heading(3, "Streetlights"),
    Para("Crews have converted {lamps} to light-emitting diodes. The utility bill shows savings of {lamp_saving}, "
         "and complaints about dark blocks have dropped. The remaining fixtures stand on wooden poles that need "
         "engineering checks before the new heads can be mounted."),
    Heading(3, "Resident Requests"),
    Para("Residents filed {requests} through the portal and the mobile application in 2020. Departments closed "
         "{on_time} of them within the promised time. The yellow mark stems from translation: forms for reporting "
         "missed refuse collection and broken sidewalks are still in English only."),
    Heading(3, "Eastgate Branch Library"),
    Para("The roof is closed and the new windows are in. {will_library} Until then a bookmobile stops in front of "
         "the building on Tuesdays and Saturdays, and holds can be collected at the Harbor Branch."),
    Heading(3, "Fleet and Addresses"),
    Para("The Fleet Division has fitted {vehicles} with location units and expects fuel savings once idling reports "
         "reach supervisors. The address cleanup compared the tax roll, the water accounts and the dispatch map. "
         "{will_gis}"),
    Heading(2, "Strengthening the Office"),
    Para("Delivery depends on people who can plan, estimate and listen. Last year {trained} finished the project "
         "fundamentals course, and two shorter courses were added. Exhibit 1 compares attendance."),
    COURSES,
    Heading(2, "Lessons From Projects in Difficulty"),
    Para("Both red projects, and two of the yellow ones, teach lessons that reach beyond them. The Office has "
         "written these into its start-up checklist:"),
    Items((
        "<b>Land before equipment.</b> No purchase order for fixed equipment leaves the Office until the lease or "
        "easement beneath it runs at least ten years past the planned finish.",
        "<b>Trial conversions early.</b> Data conversion is rehearsed in the first third of the schedule, on the "
        "oldest records, where the errors hide.",
        "<b>Editors with time.</b> A department that owes content or decisions names a person and the hours set "
        "free for the task, and the supervisor signs.",
        "<b>State rules.</b> Where a state format governs the output, the contract says who pays when the format "
        "changes, and the project manager sits on the mailing list of the agency that sets it.",
        "<b>Translation from the start.</b> Text for residents is written once, in plain words, and translated "
        "before the screens are built, since short labels rarely stay short in other languages.",
    ), numbered=True),
    Heading(2, "Money"),
    Para("The seven largest projects account for most of the approved budget. Amounts are taken from the ledger as "
         "closed on February 26, 2021."),
    BUDGET,
    Heading(3, "How Spending Compares With Progress"),
    Chart("Exhibit 2: Share of the Approved Budget Spent", (
        ("Online Permit Center", 67), ("Enterprise Asset Management", 63), ("Emergency Radio", 40),
        ("Harbor Seawall", 27), ("Downtown Fiber Ring", 24), ("Water Meters", 12), ("Payroll", 6),
    ), "%"),
    Heading(1, "COORDINATION"),
    Para("This report was prepared together with the Finance Department, the Public Works Department and the Harbor "
         "Department, and was reviewed by the City Attorney."),
    Para("/s/<br/>Odalys Bremner<br/>Director, Office of Project Delivery"),
    Para("Questions about this report may be directed to Tamsin Achterberg, Register Coordinator, Office of Project "
         "Delivery, at tamsin.achterberg@harrowgatebay.example or extension 4417."),
    NewPage(),
    Heading(1, "APPENDIX A: PROJECTS COMPLETED SINCE THE LAST REPORT"),
    Para("{done} were handed over between April 2020 and February 2021.{note_county}"),
    APPENDIX,
)  # fmt: skip

SOURCE = Source(
    stem="harrowgate-bay-2021-03-18",
    letterhead=letterhead(
        date="March 18, 2021", approved="March 29, 2021", from_="Odalys Bremner", signed_by="Odalys Bremner",
        contact="Tamsin Achterberg, Register Coordinator, Office of Project Delivery, "
        "tamsin.achterberg@harrowgatebay.example",
    ),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS,
    told=frozenset({("asset", "end")}),
)  # fmt: skip
