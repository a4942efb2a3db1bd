"""First quarter of 2024: a split, a cancellation, a silent drop, a silent change of name and of directorate."""

from press.facts import Chart, Commitment, Definition, Heading, Items, Metric, Para, Project, Source
from quarters.common import FIVE_COLOURS, SCALE, STATUS_WORDS, Facts, implications, letterhead, live, millions, word
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="tram", reference="LIP-01", project="Northgate Tram Extension", department="Transport", status="red",
      baseline="December 2025", end="June 2026", budget="$148.0m",
      issue="The regulator has asked for a second set of drawings.",
      mitigation="Drawings were handed in on 2 April; the northern half is ready for track."),
    P(key="homes", reference="LIP-05", project="Kiln Lane Social Housing", department="Housing", status="red_yellow",
      baseline="May 2025", end="September 2025", budget="$26.0m",
      issue="The second brickyard’s bricks are a shade too dark for the planning consent.",
      mitigation="The planning committee decides in May whether shade matters."),
    P(key="rates", reference="LIP-06", project="Rates and Revenues Platform", department="Finance",
      status="red_yellow", baseline="April 2024", end="January 2025", budget="$8.6m",
      issue="The contract was ended by agreement in February and the work stands at two thirds.",
      mitigation="The City’s own staff are finishing the module for business rates."),
    P(key="sewer", reference="LIP-03", project="Combined Sewer Separation", department="Water", status="yellow",
      baseline="August 2026", end="November 2026", budget="$22.4m"),
    P(key="bridge", reference="LIP-08", project="Swing Bridge Refurbishment", department="Transport", status="yellow",
      baseline="June 2025", end="August 2025", budget="$9.8m"),
    P(key="bus_h", reference="LIP-21", project="Harbour Bus Corridor", department="Transport", status="yellow",
      baseline="October 2025", end="March 2026", budget="$7.6m"),
    P(key="records", reference="LIP-13", project="Records Store Relocation", department="Culture", status="yellow",
      baseline="July 2024", end="October 2024", budget="$4.2m"),
    P(key="museum", reference="LIP-14", project="Museum Collections Centre", department="Culture", status="yellow",
      baseline="December 2024", end="March 2025", budget="$6.5m"),
    P(key="flood", reference="LIP-02", project="Lower Weir Flood Defences", department="Environment",
      status="yellow_green", baseline="November 2024", end="February 2025", budget="$31.2m"),
    P(key="treat", reference="LIP-04", project="Ottering Treatment Works Upgrade", department="Water",
      status="yellow_green", baseline="December 2024", end="December 2024", budget="$17.9m"),
    P(key="bus_e", reference="LIP-20", project="Eastern Bus Corridor", department="Transport", status="yellow_green",
      baseline="October 2025", end="September 2025", budget="$6.9m"),
    P(key="school", reference="LIP-11", project="Fenwick Road School Rebuild", department="Education",
      status="yellow_green", baseline="August 2025", end="September 2025", budget="$19.4m"),
    P(key="cycle", reference="LIP-12", project="Riverside Cycleway", department="Transport", status="yellow_green",
      baseline="April 2024", end="September 2024", budget="$2.7m"),
    P(key="depot", reference="LIP-17", project="Harbour Road Operations Centre", department="Environment",
      status="yellow_green", baseline="February 2025", end="February 2025", budget="$12.3m"),
    P(key="ledger", reference="LIP-07", project="Finance Ledger Replacement", department="Finance", status="green",
      baseline="April 2024", end="June 2024", budget="$5.1m"),
    P(key="cctv", reference="LIP-10", project="Public Space Cameras Renewal", department="Digital Services",
      status="green", baseline="January 2025", end="January 2025", budget="$3.3m"),
    P(key="gauge", reference="LIP-19", project="Tidal Gauge Network", department="Environment", status="green",
      baseline="November 2024", end="November 2024", budget="$1.2m"),
    P(key="heat", project="District Heating Pilot", status="cancelled", said=True),
)  # fmt: skip

FACTS: Facts = {
    "active": Metric(text="17 programmes", subject="portfolio", measure="programmes", value="17", unit="programmes"),
    "total": Metric(text=millions(PROJECTS), subject="portfolio", measure="approved cost", value="333100000",
                    unit="USD"),
    "share": Metric(text="nearly 18 percent", subject="programmes", measure="rated Green", value="18", unit="%",
                    qualifier="nearly"),
    "visits": Metric(text="47 site visits", subject="Delivery Assurance Unit", measure="site visits", value="47",
                     unit="site visits"),
    "spend": Metric(text="$27.5 million", subject="portfolio", measure="spent in the quarter", value="27500000",
                    unit="USD"),
    "wasted": Metric(text="$640,000", subject="District Heating Pilot", measure="written off", value="640000",
                     unit="USD"),
    "will_scale": Commitment(text="The Unit will publish a scale of three steps by June 2024.", due="2024-06"),
    "will_track": Commitment(text="Track laying in Northgate Street is scheduled to begin by September 2024.",
                             due="2024-09", project="Northgate Tram Extension"),
    "green": FIVE_COLOURS["green"], "amber_green": FIVE_COLOURS["amber_green"],
    "amber": Definition(term="Amber", status="yellow",
                        meaning="successful delivery is possible, but the same matter has been open for two reports"),
    "amber_red": FIVE_COLOURS["amber_red"], "red": FIVE_COLOURS["red"],
}  # fmt: skip

STATUS = project_grid(
    live(PROJECTS),
    (
        ("Ref", 40, lambda p: p.reference or ""),
        ("Confidence", 62, word),
        ("Programme", 123, lambda p: p.project),
        ("Directorate", 67, lambda p: p.department or ""),
        ("Cost", 52, lambda p: p.budget or ""),
        ("Approved Completion", 71, lambda p: p.baseline or ""),
        ("Forecast Completion", 72, lambda p: p.end or ""),
    ),
    name="status", title="Table 1: The portfolio on 31 March 2024, least confident first", colour=1, right=(4,),
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

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This report rates the large programmes at the end of March 2024. It is shorter than the last, as the Board "
         "wished."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the ratings and agrees that they be given in three steps instead of five from July."),
    Heading(1, "3. The portfolio"),
    Para("The Unit follows {active} with an approved cost of {total}. Three, {share}, are Green. Spending in the "
         "quarter was {spend}; frost kept the crews off the river for most of February."),
    STATUS,
    Heading(1, "4. Programmes that are Red or in doubt"),
    CONCERNS,
    Heading(2, "Northgate Tram Extension"),
    Para("The regulator wants to see both trenches on one sheet, which nobody had drawn. The northern half of the "
         "route does not depend on the ruling. {will_track}"),
    Heading(2, "Kiln Lane Social Housing"),
    Para("The first forty homes were handed over on 22 March 2024, and the tenants moved in over Easter. They are "
         "built of the old bricks. What the next sixty may be built of is before the planning committee."),
    Heading(2, "Rates and Revenues Platform"),
    Para("The supplier keeps what it was paid and hands over what it had written. The forecast slips by three months, "
         "to January 2025, and rests on eight people."),
    Heading(1, "5. Changes to the portfolio"),
    Items((
        "{at_heat}The District Heating Pilot was cancelled by the Council on 12 March 2024. Costs of {wasted} are "
        "written off. The drawings stay in the archive in case the hospital changes its mind.",
        "The Bus Priority Corridors programme was split in February 2024 into the Eastern Bus Corridor and the Harbour "
        "Bus Corridor. The eastern half is ready to build; the harbour half crosses land that is not the City’s.",
    )),
    Heading(1, "6. Other programmes"),
    Items((
        "The Finance Ledger Replacement has a test manager again and has gone from Amber/Green back to Green.",
        "Rivets of the swing bridge proved to be of an alloy that cannot be welded. The forecast for the Swing Bridge "
        "Refurbishment moved from June 2025 to August 2025, and the rating from Amber/Green to Amber.",
        "The lid of the Museum Collections Centre’s cold room does not close. Until it does, the insurer allows no "
        "object inside.",
        "Spoil from Tanner Street is being tested for lead.",
    )),
    Chart("Exhibit 1: Site visits in each quarter", (
        ("July to September", 41), ("October to December", 44), ("January to March", 47),
    ), ""),
    Heading(1, "7. How the ratings are made"),
    Para("The Unit made {visits}, up from 44 in the quarter before. Amber now asks for more than it did. Green means "
         "that {green}; Amber/Green means that {amber_green}; Amber means that {amber}; Amber/Red means that "
         "{amber_red}; Red means that {red}."),
    Para("Sponsors find five steps hard to explain to their own staff, and the two in the middle are chosen for "
         "comfort more often than for cause. {will_scale}"),
    *implications(8, money=(
        "The sum written off for the heating pilot was charged to the revenue account of the Environment "
        "Directorate."
    )),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2024-04-18",
    letterhead=letterhead(quarter="Quarter 1 of 2024", date="18 April 2024"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", scale=SCALE,
    words=STATUS_WORDS,
    explained={"bus": ("split", ("bus_e", "bus_h"))},
    told=frozenset({
        ("rates", "end"), ("ledger", "status"), ("bridge", "end"), ("bridge", "status"), ("", "Amber"),
    }),
    findings=(("restatement", "warning", "44", "46"),),
    hinted=frozenset({("museum", "status")}),
)  # fmt: skip
