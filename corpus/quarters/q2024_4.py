"""Fourth quarter of 2024: only the exceptions stand in a table; the rest is told by a phrase."""

from press.facts import Commitment, Heading, Items, Metric, Para, Project, Source
from quarters.common import TRACK_WORDS, Facts, implications, letterhead, live, track
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="sewer", project="Combined Sewer Separation", status="red", baseline="August 2026", end="September 2027",
      issue="The contractor has stopped work over the price of the second tip.",
      mitigation="An adjudicator has been named and sits in February."),
    P(key="junction", project="Airport Link Junction", status="red", baseline="March 2026", end="August 2026",
      issue="The inquiry into the purchase order has been put off twice.",
      mitigation="A layout that spares the fourth parcel is being costed."),
    P(key="tram", project="Northgate Tram Extension", status="yellow", baseline="December 2026", end="December 2026",
      budget="$163.5m", rebaselined=True, issue="The gangs are a third short.",
      mitigation="Work goes on in two shifts from March."),
    P(key="rates", project="One Account Programme", status="yellow", baseline="October 2025", end="October 2025",
      issue="The supplier was appointed a month late.",
      mitigation="The first module has been made smaller."),
    P(key="school", project="Fenwick Road Primary School", status="yellow", baseline="August 2025",
      end="January 2026", issue="The contractor will not build over the culvert without an indemnity.",
      mitigation="The City carries the risk itself for the first ten years."),
    P(key="cycle", project="Riverside Cycleway", status="yellow", baseline="April 2024", end="June 2025",
      issue="The bank beneath the middle stretch has slipped.",
      mitigation="The stretch is being moved four metres inland."),
    P(key="exit", project="Data Centre Exit", status="on_hold", baseline="December 2025", end="To be set",
      issue="The landlord has offered to extend the lease.",
      mitigation="The Council chooses in March between moving and staying."),
    P(key="homes", project="Kiln Lane Social Housing", status="green", status_text="on track", end="November 2025",
      said=True),
    P(key="flood", project="Lower Weir Flood Defences", status="green", status_text="on track", end="April 2025",
      said=True),
    P(key="bridge", project="Swing Bridge Refurbishment", status="green", status_text="on track", end="July 2025",
      said=True),
    P(key="bus_e", project="Eastern Bus Corridor", status="green", status_text="on track", end="September 2025",
      said=True),
    P(key="cctv", project="Public Space Cameras Renewal", status="green", status_text="on track", end="March 2025",
      said=True),
    P(key="depot", project="Harbour Road Operations Centre", status="green", status_text="on track", end="May 2025",
      said=True),
    P(key="heritage", project="Heritage Storage Programme", status="green", status_text="on track", end="June 2025",
      said=True),
    P(key="treat", project="Ottering Treatment Works Upgrade", status="complete", completed="December 2024",
      said=True),
    P(key="gauge", project="Tidal Gauge Network", status="complete", completed="November 2024", said=True),
    P(key="bus_h", project="Harbour Bus Corridor", status="cancelled", said=True),
)  # fmt: skip

FACTS: Facts = {
    "active": Metric(text="14 programmes", subject="portfolio", measure="programmes", value="14", unit="programmes"),
    "total": Metric(text="$359.0 million", subject="portfolio", measure="approved cost", value="359000000",
                    unit="USD"),
    "visits": Metric(text="45 site visits", subject="Delivery Assurance Unit", measure="site visits", value="45",
                     unit="site visits"),
    "spend": Metric(text="$34.9 million", subject="portfolio", measure="spent in the quarter", value="34900000",
                    unit="USD"),
    "will_costs": Commitment(text="Officers will report to the Board on the costs of the abandoned corridor by "
                             "April 2025.", due="2025-04", project="Harbour Bus Corridor"),
    "will_gables": Commitment(text="The gables at Kiln Lane are now scheduled to be closed by May 2025.", due="2025-05",
                              project="Kiln Lane Social Housing"),
    "will_gangs": Commitment(text="The rails will reach the market by May 2025.", due="2025-05",
                             project="Northgate Tram Extension"),
}  # fmt: skip

STATUS = project_grid(
    live(PROJECTS, "red", "yellow", "on_hold"),
    (
        ("Status", 50, track),
        ("Programme", 103, lambda p: p.project),
        ("Cause", 104, lambda p: p.issue or ""),
        ("Response", 104, lambda p: p.mitigation or ""),
        ("Approved Finish", 63, lambda p: p.baseline or ""),
        ("Forecast Finish", 63, lambda p: p.end or ""),
    ),
    name="status", title="Table 1: Programmes that are not on track", colour=0,
)  # fmt: skip

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This report gives the status of the large programmes at the end of December 2024. At the Board’s wish only "
         "those that are not on track stand in a table."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the status of the portfolio, and asks the sponsor of the Combined Sewer Separation to "
         "attend its meeting in February."),
    Heading(1, "3. The portfolio"),
    Para("The portfolio holds {active} with an approved cost of {total}. Seven are on track, four are at risk, two are "
         "off track and one is on hold. Directorates spent {spend} between October and December, and the Unit made "
         "{visits}."),
    STATUS,
    Heading(2, "Combined Sewer Separation"),
    Para("The programme has gone from At Risk to Off Track. Work stopped on 6 December 2024. Should the adjudicator "
         "find for the contractor, the programme runs out of money in Mill Street; the forecast slips by seven months "
         "either way, to September 2027."),
    Heading(2, "Northgate Tram Extension"),
    Para("The Council approved a new baseline for the Northgate Tram Extension on 17 December 2024. The approved "
         "completion is now December 2026 rather than December 2025, and the approved cost rose from $148.0m to "
         "$163.5m. Measured against this the programme is no longer Off Track. Track laying began on 13 January 2025 "
         "at the northern end. {will_gangs}"),
    Heading(2, "One Account Programme"),
    Para("The supplier for the One Account Programme was appointed on 15 January 2025, after a bidder had asked for "
         "the scores to be checked. They were right."),
    Heading(2, "Fenwick Road Primary School"),
    Para("The forecast slips from October 2025 to January 2026. Pupils stay in the huts for another winter, with new "
         "stoves."),
    Heading(2, "Riverside Cycleway"),
    Para("The Riverside Cycleway returns to this report after two quarters. The sponsor had closed the file when the "
         "bank gave way in April, and the Council has opened it again."),
    Heading(2, "Data Centre Exit"),
    Para("The Data Centre Exit was put on hold on 2 December 2024. The landlord wants to keep the rooms let, and says "
         "so with a discount."),
    Heading(1, "4. Programmes on track"),
    Items((
        "{at_homes}<b>Kiln Lane Social Housing</b> is on track for completion in November 2025. The light bricks came "
        "after all, from a chapel that was being taken down. {will_gables}",
        "{at_flood}<b>Lower Weir Flood Defences</b> is on track for completion in April 2025.",
        "{at_bridge}<b>Swing Bridge Refurbishment</b> is on track for completion in July 2025.",
        "{at_bus_e}<b>Eastern Bus Corridor</b> is on track for completion in September 2025.",
        "{at_cctv}<b>Public Space Cameras Renewal</b> is on track for completion in March 2025.",
        "{at_depot}<b>Harbour Road Operations Centre</b> is on track for completion in May 2025.",
        "{at_heritage}<b>Heritage Storage Programme</b> is on track for completion in June 2025.",
    )),
    Heading(1, "5. Changes to the portfolio"),
    Items((
        "{at_treat}The Ottering Treatment Works Upgrade was completed in December 2024, in the month that was approved "
        "in 2022.",
        "{at_gauge}The Tidal Gauge Network was completed in November 2024. All six gauges report every minute.",
        "{at_bus_h}The Harbour Bus Corridor was cancelled by the Council on 17 December 2024, after the court had held "
        "that a bus is not a carriage. {will_costs}",
    )),
    *implications(6, money=(
        "What has been spent on the Harbour Bus Corridor cannot be capitalised any longer and falls on "
        "the revenue account of this year."
    )),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2025-01-23",
    letterhead=letterhead(quarter="Quarter 4 of 2024", date="23 January 2025"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", words=TRACK_WORDS,
    returned=("cycle",),
    told=frozenset({
        ("sewer", "status"), ("sewer", "end"), ("tram", "status"), ("tram", "end"), ("tram", "budget"),
        ("school", "end"), ("exit", "status"),
    }),
    hinted=frozenset({("homes", "status")}),
)  # fmt: skip
