"""Third quarter of 2024: the status is a coloured cell without a word; a stated and a silent change of name."""

from press.facts import Commitment, Definition, Heading, Items, Metric, Para, Project, Source
from quarters.common import Facts, implications, letterhead, live, millions
from quarters.q2024_2 import TRACK_DEFINITIONS
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="tram", project="Northgate Tram Extension", status="red", baseline="December 2025", end="September 2026",
      budget="$148.0m", issue="Moving both mains costs more than the contingency holds.",
      mitigation="A new date and a new sum go to the Council in December."),
    P(key="junction", project="Airport Link Junction", status="red", baseline="March 2026", end="August 2026",
      budget="$34.0m", issue="One of the four owners has refused every offer.",
      mitigation="Compulsory purchase has been applied for."),
    P(key="rates", project="One Account Programme", aliases=("Rates and Revenues Platform",), status="yellow",
      baseline="October 2025", end="October 2025", budget="$11.2m", rebaselined=True,
      issue="No supplier is under contract.", mitigation="Four bids are being compared."),
    P(key="sewer", project="Combined Sewer Separation", status="yellow", baseline="August 2026", end="February 2027",
      budget="$22.4m", issue="The licensed tip takes only ten loads a day.",
      mitigation="A second tip, forty miles away, has been asked for a price."),
    P(key="homes", project="Kiln Lane Social Housing", status="yellow", baseline="November 2025",
      end="November 2025", budget="$27.3m", issue="Light bricks for the gables are sold out until January.",
      mitigation="Gables are left open and closed in last."),
    P(key="bus_h", project="Harbour Bus Corridor", status="yellow", baseline="October 2025", end="March 2026",
      budget="$7.6m", issue="The court will hear the case of the quay strip in November.",
      mitigation="A route behind the warehouses is being drawn."),
    P(key="school", project="Fenwick Road Primary School", status="yellow", baseline="August 2025",
      end="October 2025", budget="$19.4m", issue="The culvert belongs to nobody who can be found.",
      mitigation="Notices have been put up along its course."),
    P(key="exit", project="Data Centre Exit", status="yellow", baseline="December 2025", end="December 2025",
      budget="$4.8m", issue="Three of the oldest applications cannot be moved as they are.",
      mitigation="Their owners have until January to say whether anybody uses them."),
    P(key="flood", project="Lower Weir Flood Defences", status="green", baseline="November 2024", end="April 2025",
      budget="$31.2m"),
    P(key="treat", project="Ottering Treatment Works Upgrade", status="green", baseline="December 2024",
      end="December 2024", budget="$17.9m"),
    P(key="bridge", project="Swing Bridge Refurbishment", status="green", baseline="June 2025", end="July 2025",
      budget="$9.8m"),
    P(key="bus_e", project="Eastern Bus Corridor", status="green", baseline="October 2025", end="September 2025",
      budget="$6.9m"),
    P(key="cctv", project="Public Space Cameras Renewal", status="green", baseline="January 2025", end="March 2025",
      budget="$3.3m"),
    P(key="depot", project="Harbour Road Operations Centre", status="green", baseline="February 2025",
      end="February 2025", budget="$12.3m"),
    P(key="gauge", project="Tidal Gauge Network", status="green", baseline="November 2024", end="November 2024",
      budget="$1.2m"),
    P(key="heritage", project="Heritage Storage Programme", status="green", baseline="June 2025", end="June 2025",
      budget="$10.2m"),
    P(key="ledger", project="Finance Ledger Replacement", status="complete", completed="September 2024",
      residual="two of the City’s companies still keep their books in the old system", said=True),
)  # fmt: skip

FACTS: Facts = {
    "active": Metric(text="16 programmes", subject="portfolio", measure="programmes", value="16", unit="programmes"),
    "total": Metric(text=millions(PROJECTS), subject="portfolio", measure="approved cost", value="367500000",
                    unit="USD"),
    "visits": Metric(text="43 site visits", subject="Delivery Assurance Unit", measure="site visits", value="43",
                     unit="site visits"),
    "spend": Metric(text="$28.8 million", subject="portfolio", measure="spent in the quarter", value="28800000",
                    unit="USD"),
    "will_track": Commitment(text="Track laying in Northgate Street is now expected to begin by January 2025.",
                             due="2025-01", project="Northgate Tram Extension"),
    "will_supplier": Commitment(text="A supplier for the One Account Programme will be appointed by December 2024.",
                                due="2024-12", project="One Account Programme"),
    "will_gables": Commitment(text="The gables at Kiln Lane are scheduled to be closed by March 2025.", due="2025-03",
                              project="Kiln Lane Social Housing"),
    "means_on": TRACK_DEFINITIONS["means_on"],
    "means_risk": Definition(term="At Risk", status="yellow",
                          meaning="an open matter threatens the forecast, whether or not there is a plan for it"),
    "means_off": TRACK_DEFINITIONS["means_off"],
}  # fmt: skip

_LIVE = live(PROJECTS)
STATUS = project_grid(
    _LIVE,
    (
        ("Programme", 190, lambda p: p.project),
        ("RAG", 32, lambda p: ""),
        ("Approved Finish", 90, lambda p: p.baseline or ""),
        ("Forecast Finish", 90, lambda p: p.end or ""),
        ("Approved Cost", 80, lambda p: p.budget or ""),
    ),
    name="status", title="Table 1: The portfolio on 30 September 2024", colour=1, right=(4,),
    fills=tuple(p.status for p in _LIVE),
)  # fmt: skip
CAUSES = project_grid(
    live(PROJECTS, "red", "yellow"),
    (
        ("Programme", 117, lambda p: p.project),
        ("Cause", 185, lambda p: p.issue or ""),
        ("Response", 185, lambda p: p.mitigation or ""),
    ),
    name="causes", title="Table 2: What stands in the way",
)  # fmt: skip

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This report gives the status of the large programmes at the end of September 2024."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the status of the portfolio and supports the application for compulsory purchase at the "
         "Airport Link Junction."),
    Heading(1, "3. The portfolio"),
    Para("The Unit follows {active} with an approved cost of {total}. A green cell stands for On Track, which means "
         "that {means_on}. A yellow cell stands for At Risk, which means that {means_risk}. A red cell stands for Off "
         "Track, which means that {means_off}. Spending from July to September came to {spend}."),
    STATUS,
    CAUSES,
    Heading(1, "4. Programmes that need the Board"),
    Heading(2, "Northgate Tram Extension"),
    Para("No track was laid in September. {will_track} The gangs were paid off in August and must be found again."),
    Heading(2, "Airport Link Junction"),
    Para("The junction has gone from On Track to Off Track within a quarter. Three owners have sold. The fourth keeps "
         "bees, says that they were there before the airport, and is right. The forecast is five months later than in "
         "July."),
    Heading(2, "One Account Programme"),
    Para("The Rates and Revenues Platform has been renamed the One Account Programme. It starts again with a new "
         "baseline, which the Council approved on 24 September 2024: completion in October 2025 rather than April "
         "2024, and a cost that was raised from $8.6m to $11.2m. It is no longer Off Track. {will_supplier}"),
    Heading(1, "5. Changes to the portfolio"),
    Items((
        "{at_ledger}The Finance Ledger Replacement was completed in September 2024. Two of the City’s companies still "
        "keep their books in the old system, and will do so until their auditors have agreed to the move.",
        "{will_gables} Until then tarpaulins do.",
        "The Data Centre Exit is new. The lease of the present rooms ends with the year 2025.",
        "The Ottering Treatment Works Upgrade is back On Track; the adapters fit.",
        "Riveters from the shipyard were free earlier than planned, and the forecast for the Swing Bridge "
        "Refurbishment was brought forward from August 2025 to July 2025.",
    )),
    Heading(1, "6. The work of the Unit"),
    Para("There were {visits} in the quarter. In nine of them the Unit was asked for a rating before it had taken off "
         "its coat."),
    *implications(7, money=(
        "Compulsory purchase would be paid from the sum already approved for the Airport Link Junction."
    )),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2024-10-17",
    letterhead=letterhead(quarter="Quarter 3 of 2024", date="17 October 2024"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", words={},
    told=frozenset({
        ("junction", "status"), ("junction", "end"), ("rates", "project"), ("rates", "status"), ("rates", "end"),
        ("rates", "budget"), ("treat", "status"), ("bridge", "end"),
    }),
)  # fmt: skip
