"""March 2020: the register's first full report; every project in one table, with its date beside it."""

from press.facts import Commitment, Definition, Footnote, Grid, Heading, Items, Metric, NewPage, Para, Project, Source
from series.common import active, dollars, letterhead, money, named, project_grid, status_word

P = Project
PROJECTS = (
    P(key="voicemail", project="Voicemail Migration", status="red",
      issue="The maker of the new switch has filed for bankruptcy.",
      mitigation="A second maker on the state contract is quoting for the same 1,460 mailboxes.", end="June 2020"),
    P(key="library", project="Eastgate Branch Library Renovation", status="yellow",
      issue="Dry rot in the roof beams goes further than the survey showed.",
      mitigation="Beams are being replaced in two stages so that the reading room stays covered.", end="March 2022"),
    P(key="portal", project="Resident Request Portal", status="yellow",
      issue="Three departments have not said who will answer the requests.",
      mitigation="The City Manager has set a deadline of April 30.", end="June 2021"),
    P(key="bids", project="Electronic Bid Submission", status="yellow",
      issue="State law was unclear on the opening of sealed bids on a screen.",
      mitigation="The City Attorney has asked for a formal opinion.", end="September 2020"),
    P(key="gis", project="Address Data Cleanup", status="yellow",
      issue="The tax roll and the water accounts disagree on one address in nine.",
      mitigation="Two interns are comparing the lists street by street.", end="October 2021"),
    P(key="meters", project="Water Meter Replacement Program", status="green", issue="None", mitigation="None",
      budget="$18,200,000", spent="$95,000", end="June 2024"),
    P(key="radio", project="Emergency Radio Network Upgrade", status="green", issue="None", mitigation="None",
      budget="$9,600,000", spent="$1,240,000", end="June 2022"),
    P(key="fiber", project="Downtown Fiber Loop", status="green", issue="None", mitigation="None",
      budget="$4,750,000", spent="$85,000", end="March 2023"),
    P(key="asset", project="Enterprise Asset Management", status="green", issue="None", mitigation="None",
      budget="$2,900,000", spent="$860,000", end="December 2021"),
    P(key="seawall", project="Harbor Seawall Inspection Program", status="green", issue="None", mitigation="None",
      budget="$2,350,000", spent="$210,000", end="October 2022"),
    P(key="permit", project="Online Permit Center", status="green", issue="None", mitigation="None",
      budget="$1,900,000", spent="$470,000", end="June 2021"),
    P(key="police", project="Police Records Management Replacement", status="green", issue="None", mitigation="None",
      end="August 2022"),
    P(key="streetlight", project="Streetlight LED Conversion", status="green", issue="None", mitigation="None",
      end="February 2022"),
    P(key="telematics", project="Fleet Telematics Rollout", status="green", issue="None", mitigation="None",
      end="April 2023"),
    P(key="ada", project="Civic Center Accessibility Upgrades", status="green", issue="None", mitigation="None",
      end="June 2024"),
    P(key="audio", project="Council Chamber Audio System", status="green", issue="None", mitigation="None",
      end="November 2021"),
    P(key="pool", project="Marlin Pool Heater Replacement", status="green", issue="None", mitigation="None",
      end="August 2020"),
    P(key="cemetery", project="Cemetery Records Index", status="green", issue="None", mitigation="None",
      end="May 2020"),
    P(key="fuel", project="Fuel Island Controls", status="complete", completed="January 2020",
      outcome="Every fill is booked to a vehicle and a driver."),
    P(key="parks", project="Parks Reservation Counter", status="complete", completed="October 2019",
      outcome="Picnic areas can be reserved at any of the four counters."),
)  # fmt: skip

FACTS = {
    "active": Metric(text="18 active projects", subject="Office of Project Delivery", measure="active projects",
                     value="18", unit="projects"),
    "total": Metric(text="$49.4 million", subject="Office of Project Delivery", measure="approved budget",
                    value="49400000", unit="USD"),
    "green_share": Metric(text="just over 72 percent", subject="active projects", measure="marked green", value="72",
                          unit="%", qualifier="just over"),
    "done": Metric(text="Two projects", subject="Office of Project Delivery", measure="completed projects", value="2",
                   unit="projects"),
    "lamps": Metric(text="more than 3,100 of 9,400 fixtures", subject="Streetlight LED Conversion",
                    measure="fixtures replaced", value="3100", unit="fixtures", qualifier="more than"),
    "requests": Metric(text="25,900 requests", subject="Resident Request Portal", measure="requests", value="25900",
                       unit="requests"),
    "on_time": Metric(text="64 percent", subject="Resident Request Portal", measure="closed within the promised time",
                      value="64", unit="%"),
    "trained": Metric(text="38 employees", subject="project fundamentals course", measure="graduates", value="38",
                      unit="employees"),
    "vehicles": Metric(text="90 of the 540 vehicles", subject="Fleet Telematics Rollout",
                       measure="vehicles equipped", value="90", unit="vehicles"),
    "will_bids": Commitment(text="The first bids are expected to be received on screen by September 2020.",
                            due="2020-09", project="Electronic Bid Submission"),
    "will_pool": Commitment(text="The new heater will be running by August 2020.", due="2020-08",
                            project="Marlin Pool Heater Replacement"),
    "will_library": Commitment(text="The branch is expected to reopen by March 2022.", due="2022-03",
                               project="Eastgate Branch Library Renovation"),
    "will_audio": Commitment(text="Staff will bring a cost estimate for the chamber’s loudspeakers to the Committee by "
                             "October 2020.", due="2020-10", project="Council Chamber Audio System"),
    "green": Definition(term="green", status="green", meaning="no problem is known that the team cannot solve alone"),
    "yellow": Definition(term="yellow", status="yellow",
                         meaning="a problem is known and the team needs help from another department to solve it"),
    "red": Definition(term="red", status="red", meaning="a problem is known and nobody has found a way around it"),
    "note_petition": Footnote(mark="1", text="Case 20-10166, filed on February 21, 2020."),
}  # fmt: skip

LARGEST = named(PROJECTS, "meters", "radio", "fiber", "asset", "seawall", "permit")
STATUS = project_grid(
    active(PROJECTS),
    (
        ("Project", 112, lambda p: p.project),
        ("Target Completion", 68, lambda p: p.end or ""),
        ("Rating", 56, status_word),
        ("Concern", 116, lambda p: p.issue or ""),
        ("Corrective Action", 116, lambda p: p.mitigation or ""),
    ),
    name="status", title="The Register on March 2, 2020", colour=2,
)  # fmt: skip
BUDGET = project_grid(
    LARGEST,
    (
        ("Project", 228, lambda p: p.project),
        ("Approved Budget", 120, lambda p: p.budget or ""),
        ("Spent to Date", 120, lambda p: p.spent or ""),
    ),
    name="budget", title="Budgets of the Six Largest Projects", right=(1, 2), ruled=False,
    total=("Total", money(sum(dollars(p.budget) for p in LARGEST)), money(sum(dollars(p.spent) for p in LARGEST))),
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
AGES = Grid(
    name="ages", title="Exhibit 1: Age of the Systems Being Replaced", header=("System", "In Service Since", "Years"),
    widths=(220, 120, 80), right=(1, 2),
    rows=(("Voice radio", "1994", "26"), ("Police records", "2001", "19"), ("Work orders", "2003", "17"),
          ("Voicemail", "2006", "14")),
)  # fmt: skip

BLOCKS = (
    Heading(1, "RECOMMENDATION"),
    Para("Receive the report and confirm March of each year as the month in which the Office of Project Delivery "
         "reports to the Committee."),
    Heading(1, "SUMMARY"),
    Para("The Office of Project Delivery (the Office) has {active} in its register with a combined approved budget of "
         "{total}. Thirteen of them, {green_share}, are marked green. Four are yellow, and one is red because the "
         "maker of its equipment has gone out of business. {done} were completed since October."),
    Heading(1, "BACKGROUND"),
    Heading(2, "The First Full Register"),
    Para("The register was opened in 2018 with the six largest projects. Twelve more were added last year, after a "
         "search of the budget books for anything above $250,000 that had no name of its own. Three of the twelve had "
         "been started without a schedule, and one, the cemetery index, had been finished by half before the City "
         "Manager’s Office learned of it. The Office checked each of them against invoices before it was listed."),
    Heading(2, "How Status Is Assigned"),
    Para("The colors are the project managers’ own judgment, taken on the first working day of the month. They are "
         "read as follows:"),
    Items((
        "<b>Green</b> means that {green}.",
        "<b>Yellow</b> means that {yellow}.",
        "<b>Red</b> means that {red}.",
    )),
    Para("The Office knows that this is a matter of temper as much as of fact. One manager calls a project green as "
         "long as the sky is up; another reports yellow whenever a colleague is on vacation. A panel that looks at all "
         "colors side by side would help, and staff intends to try one out over the summer."),
    Heading(1, "DISCUSSION"),
    Heading(2, "Where the Projects Stand"),
    Para("The table lists the whole register. “None” stands where the project manager knows of nothing to report."),
    STATUS,
    Heading(3, "Voicemail Migration"),
    Para("The switch that carries the City’s voicemail has been out of warranty since 2014. Its successor was ordered "
         "in November, and the maker filed for bankruptcy in February.{note_petition} The deposit of $62,000 is at "
         "risk. A second maker offers equipment that fits the same cabinets; the order can be placed as soon as the "
         "City Attorney releases the first contract."),
    Heading(3, "Eastgate Branch Library"),
    Para("When the ceiling came down in January, dry rot was found in eleven of the fourteen beams. {will_library} "
         "That date already counts with the second stage of the carpentry and holds no reserve."),
    Heading(3, "Electronic Bid Submission"),
    Para("Bids are still opened with a letter knife in Room 2. The law asks that this be done in public, and it does "
         "not say whether a screen is a public place. {will_bids}"),
    Heading(2, "Progress Worth Noting"),
    Heading(3, "Streetlights"),
    Para("Crews have converted {lamps} to light-emitting diodes, beginning with the roads to the two hospitals."),
    Heading(3, "Resident Requests"),
    Para("The portal opened in May 2019 for five departments. Residents filed {requests} in its first months, and "
         "departments closed {on_time} of them within the promised time. Potholes lead the list, followed by missed "
         "refuse collection and by a category that the Office had not foreseen, the loan of ladders."),
    Heading(3, "Smaller Works"),
    Para("The boiler of the Marlin Pool was condemned in December. {will_pool} In the council chamber the microphones "
         "hum whenever the elevator moves. {will_audio} The Fleet Division has fitted {vehicles} with location units."),
    AGES,
    Heading(2, "People"),
    Para("The Office has eleven positions, of which nine are filled. It began to teach in the fall: {trained} finished "
         "the project fundamentals course, half of them from departments that run no project today. They are the ones "
         "who will run the next."),
    Heading(2, "What the Search Turned Up"),
    Para("Going through the budget books had side effects. A grant for bicycle racks, awarded in 2011, was found "
         "unspent and has been returned. Two departments were paying for the same map data. And a purchase order for "
         "forty traffic cones a month had been renewed for nine years without anybody asking where they went; they "
         "went to the pier, where the wind takes them."),
    Para("The Office draws one conclusion. What has no name, no manager and no date is not a project, whatever it "
         "costs, and it should be entered in the register only when it has all three. The four conditions for entry "
         "are therefore being written down and will be part of the next report."),
    Heading(2, "Money"),
    Para("Budgets are those approved by the Council up to February 28, 2020."),
    BUDGET,
    Heading(1, "COORDINATION"),
    Para("This memorandum was coordinated with the Finance Department and the City Manager’s Office."),
    Para("/s/<br/>Odalys Bremner<br/>Director, Office of Project Delivery"),
    Para("For questions, please contact Lionel Pastergate, Register Coordinator, Office of Project Delivery, at "
         "lionel.pastergate@harrowgatebay.example."),
    NewPage(),
    Heading(1, "APPENDIX A: PROJECTS COMPLETED SINCE OCTOBER 2019"),
    APPENDIX,
)  # fmt: skip

SOURCE = Source(
    stem="harrowgate-bay-2020-03-19",
    letterhead=letterhead(
        date="March 19, 2020", approved="March 30, 2020", from_="Odalys Bremner", signed_by="Odalys Bremner",
        contact="Lionel Pastergate, Register Coordinator, Office of Project Delivery, "
        "lionel.pastergate@harrowgatebay.example",
    ),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS,
)  # fmt: skip
