"""Fourth quarter of 2023: two programmes turn Red, one is completed, one joins."""

from press.facts import Commitment, Footnote, Grid, Heading, Items, Metric, Para, Project, Source
from quarters.common import FIVE_COLOURS, SCALE, STATUS_WORDS, Facts, implications, letterhead, live, millions, word
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="tram", reference="LIP-01", project="Northgate Tram Extension", department="Transport", status="red",
      baseline="December 2025", end="June 2026", budget="$148.0m",
      issue="The water company has gone to the regulator, and no trench can be opened before its ruling.",
      mitigation="Track for the northern half is being laid first, out of sequence."),
    P(key="flood", reference="LIP-02", project="Lower Weir Flood Defences", department="Environment", status="yellow",
      baseline="November 2024", end="February 2025", budget="$31.2m"),
    P(key="sewer", reference="LIP-03", project="Combined Sewer Separation", department="Water", status="yellow",
      baseline="August 2026", end="August 2026", budget="$22.4m"),
    P(key="treat", reference="LIP-04", project="Ottering Treatment Works Upgrade", department="Water", status="green",
      baseline="December 2024", end="December 2024", budget="$17.9m"),
    P(key="homes", reference="LIP-05", project="Kiln Lane Social Housing", department="Housing", status="red_yellow",
      baseline="May 2025", end="September 2025", budget="$26.0m",
      issue="The frame contractor is working at half strength after a second strike.",
      mitigation="A second brickyard has been approved and delivers from February."),
    P(key="rates", reference="LIP-06", project="Rates and Revenues Platform", department="Finance",
      status="red_yellow", baseline="April 2024", end="October 2024", budget="$8.6m",
      issue="The plan with named staff was delivered and rejected.",
      mitigation="The City Solicitor is advising on the remedies in the contract."),
    P(key="ledger", reference="LIP-07", project="Finance Ledger Replacement", department="Finance",
      status="yellow_green", baseline="April 2024", end="June 2024", budget="$5.1m"),
    P(key="bridge", reference="LIP-08", project="Swing Bridge Refurbishment", department="Transport",
      status="yellow_green", baseline="June 2025", end="June 2025", budget="$9.8m"),
    P(key="bus", reference="LIP-09", project="Bus Priority Corridors", department="Transport", status="yellow",
      baseline="October 2025", end="December 2025", budget="$14.5m"),
    P(key="cctv", reference="LIP-10", project="Public Space Cameras Renewal", department="Community Safety",
      status="green", baseline="January 2025", end="January 2025", budget="$3.3m"),
    P(key="school", reference="LIP-11", project="Fenwick Road School Rebuild", department="Education", status="green",
      baseline="August 2025", end="August 2025", budget="$19.4m"),
    P(key="cycle", reference="LIP-12", project="Riverside Cycleway", department="Transport", status="yellow_green",
      baseline="April 2024", end="September 2024", budget="$2.7m"),
    P(key="records", reference="LIP-13", project="Records Store Relocation", department="Culture", status="yellow",
      baseline="July 2024", end="October 2024", budget="$4.2m"),
    P(key="museum", reference="LIP-14", project="Museum Collections Centre", department="Culture",
      status="yellow_green", baseline="December 2024", end="December 2024", budget="$6.5m"),
    P(key="heat", reference="LIP-15", project="District Heating Pilot", department="Environment", status="red",
      baseline="March 2025", end="December 2025", budget="$7.7m",
      issue="One of the two schools has also declined to connect.",
      mitigation="The sponsor asks for one more quarter to find customers."),
    P(key="depot", reference="LIP-17", project="Harbour Road Depot", department="Environment", status="yellow_green",
      baseline="February 2025", end="February 2025", budget="$12.3m"),
    P(key="parking", reference="LIP-18", project="Car Park Payment Renewal", department="Transport", status="yellow",
      baseline="May 2024", end="May 2024", budget="$1.9m"),
    P(key="gauge", reference="LIP-19", project="Tidal Gauge Network", department="Environment", status="green",
      baseline="November 2024", end="November 2024", budget="$1.2m"),
    P(key="permits", project="Street Works Permit System", status="complete", completed="November 2023", said=True),
)  # fmt: skip

FACTS: Facts = {
    "active": Metric(text="18 programmes", subject="portfolio", measure="programmes", value="18", unit="programmes"),
    "total": Metric(text=millions(PROJECTS), subject="portfolio", measure="approved cost", value="342700000",
                    unit="USD"),
    "share": Metric(text="22 percent", subject="programmes", measure="rated Green", value="22", unit="%"),
    "visits": Metric(text="46 site visits", subject="Delivery Assurance Unit", measure="site visits", value="46",
                     unit="site visits"),
    "spend": Metric(text="$33.4 million", subject="portfolio", measure="spent in the quarter", value="33400000",
                    unit="USD"),
    "will_heat": Commitment(text="The revised business case for the District Heating Pilot is now expected by "
                            "March 2024.", due="2024-03", project="District Heating Pilot"),
    "will_ledger": Commitment(text="The new ledger is scheduled to go live by June 2024.", due="2024-06",
                              project="Finance Ledger Replacement"),
    "will_gauge": Commitment(text="The two gauges in the outer harbour will be in service by May 2024.",
                             due="2024-05", project="Tidal Gauge Network"),
    **FIVE_COLOURS,
    "note_ruling": Footnote(mark="1", text="Water Regulation Office, case 2023/77, opened on 8 December 2023."),
}  # fmt: skip

STATUS = project_grid(
    live(PROJECTS),
    (
        ("Ref", 40, lambda p: p.reference or ""),
        ("Programme", 116, lambda p: p.project),
        ("Lead Directorate", 72, lambda p: p.department or ""),
        ("Delivery Confidence", 65, word),
        ("Approved Completion", 69, lambda p: p.baseline or ""),
        ("Forecast Completion", 69, lambda p: p.end or ""),
        ("Approved Cost", 56, lambda p: p.budget or ""),
    ),
    name="status", title="Table 1: The portfolio on 31 December 2023", colour=3, right=(6,),
)  # fmt: skip
CONCERNS = project_grid(
    live(PROJECTS, "red", "red_yellow"),
    (
        ("Programme", 117, lambda p: p.project),
        ("Main Concern", 190, lambda p: p.issue or ""),
        ("Recovery Action", 180, lambda p: p.mitigation or ""),
    ),
    name="concerns", title="Table 2: Programmes that are Red or in doubt",
)  # fmt: skip
COUNTS = Grid(
    name="counts", title="Table 3: Ratings in two quarters",
    header=("Quarter", "Green", "Amber/Green", "Amber", "Amber/Red", "Red"),
    widths=(110, 60, 85, 60, 75, 60), right=(1, 2, 3, 4, 5),
    rows=(("July to September", "6", "5", "4", "3", "0"), ("October to December", "4", "5", "5", "2", "2")),
    ruled=False,
)  # fmt: skip

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This report rates the City’s large programmes at the end of December 2023 and follows up the Board’s "
         "questions of November."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the ratings, and decides in April whether the District Heating Pilot should go on."),
    Heading(1, "3. The portfolio"),
    Para("There are {active} in the portfolio, approved at {total} together. Four of them, or {share}, are Green, two "
         "fewer than in the last report. Two have turned Red. The quarter’s spending came to {spend}, more than in any "
         "quarter since the portfolio was drawn up, and most of it went into the ground at Northgate and Lower Weir."),
    STATUS,
    COUNTS,
    Heading(1, "4. Programmes that are Red or in doubt"),
    CONCERNS,
    Heading(2, "Northgate Tram Extension"),
    Para("The programme has moved from Amber/Red to Red. The meeting of November ended without an agreement, and the "
         "water company has asked the regulator who must pay.{note_ruling} A ruling takes about five months. The "
         "forecast slips from March 2026 to June 2026, and the sponsor will not say that this is the last time."),
    Heading(2, "District Heating Pilot"),
    Para("The pilot has gone from Amber/Red to Red. Of five customers in the first plan two are left, the baths and "
         "one school. {will_heat} The Unit’s own view is that a ring for two customers is a pipe."),
    Heading(2, "Kiln Lane Social Housing"),
    Para("The strike that was settled in October began again in December over the terms of the settlement. The "
         "programme worsened from Amber to Amber/Red, and the forecast is two months later than in October."),
    Heading(1, "5. Other programmes"),
    Items((
        "{at_permits}The Street Works Permit System went live on 20 November 2023, ten days early, and the programme "
        "was completed in November 2023. Contractors apply for a trench on a map; the counter in Weir Street has "
        "closed.",
        "At Lower Weir a barge sank with 300 tonnes of rock, and the forecast for the Lower Weir Flood Defences has "
        "been pushed back from November 2024 to February 2025.",
        "The Finance Ledger Replacement lost its test manager. {will_ledger}",
        "The Tidal Gauge Network joins the portfolio: six gauges that tell the pumping stations what the sea is about "
        "to do. {will_gauge}",
        "Separating the sewers in Tanner Street brought up a second, older sewer that is on no map.",
    )),
    Heading(1, "6. How the ratings are made"),
    Para("Two members of the Unit read the papers, visit the site and question the sponsor; there were {visits} in the "
         "quarter. The five steps have not changed: Green means that {green}; Amber/Green means that {amber_green}; "
         "Amber means that {amber}; Amber/Red means that {amber_red}; Red means that {red}."),
    *implications(7, money=(
        "The Director of Finance points out that two Red programmes together hold more than the general "
        "reserve."
    )),
    Heading(1, "9. Next report"),
    Para("The report on the first quarter of 2024 follows in April."),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2024-01-25",
    letterhead=letterhead(quarter="Quarter 4 of 2023", date="25 January 2024"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", scale=SCALE,
    words=STATUS_WORDS,
    told=frozenset({
        ("tram", "status"), ("tram", "end"), ("heat", "status"), ("homes", "status"), ("homes", "end"),
        ("flood", "end"),
    }),
    hinted=frozenset({("ledger", "status")}),
)  # fmt: skip
