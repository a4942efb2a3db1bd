"""Third quarter of 2023: the first of the board's reports, on five colours, with approved and forecast dates."""

from press.facts import Chart, Commitment, Footnote, Heading, Items, Metric, Para, Project, Source
from quarters.common import FIVE_COLOURS, SCALE, STATUS_WORDS, Facts, implications, letterhead, live, millions, word
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="tram", reference="LIP-01", project="Northgate Tram Extension", department="Transport", status="red_yellow",
      baseline="December 2025", end="March 2026", budget="$148.0m",
      issue="Two utilities have not agreed to move their mains out of Northgate Street.",
      mitigation="The Chief Executive meets both companies in November."),
    P(key="flood", reference="LIP-02", project="Lower Weir Flood Defences", department="Environment", status="yellow",
      baseline="November 2024", end="November 2024", budget="$31.2m"),
    P(key="sewer", reference="LIP-03", project="Combined Sewer Separation", department="Water",
      status="yellow_green", baseline="August 2026", end="August 2026", budget="$22.4m"),
    P(key="treat", reference="LIP-04", project="Ottering Treatment Works Upgrade", department="Water", status="green",
      baseline="December 2024", end="December 2024", budget="$17.9m"),
    P(key="homes", reference="LIP-05", project="Kiln Lane Social Housing", department="Housing", status="yellow",
      baseline="May 2025", end="July 2025", budget="$26.0m"),
    P(key="rates", reference="LIP-06", project="Rates and Revenues Platform", department="Finance",
      status="red_yellow", baseline="April 2024", end="October 2024", budget="$8.6m",
      issue="The supplier has replaced its delivery team twice since the spring.",
      mitigation="Payments are withheld until a plan with named staff has been accepted."),
    P(key="ledger", reference="LIP-07", project="Finance Ledger Replacement", department="Finance", status="green",
      baseline="April 2024", end="April 2024", budget="$5.1m"),
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
    P(key="records", reference="LIP-13", project="Records Store Relocation", department="Culture", status="green",
      baseline="July 2024", end="July 2024", budget="$4.2m"),
    P(key="museum", reference="LIP-14", project="Museum Collections Centre", department="Culture",
      status="yellow_green", baseline="December 2024", end="December 2024", budget="$6.5m"),
    P(key="heat", reference="LIP-15", project="District Heating Pilot", department="Environment", status="red_yellow",
      baseline="March 2025", end="September 2025", budget="$7.7m",
      issue="The hospital has left the scheme, and with it went two fifths of the load.",
      mitigation="The business case is being rewritten for a smaller ring."),
    P(key="permits", reference="LIP-16", project="Street Works Permit System", department="Transport", status="green",
      baseline="November 2023", end="November 2023", budget="$1.6m"),
    P(key="depot", reference="LIP-17", project="Harbour Road Depot", department="Environment", status="yellow_green",
      baseline="February 2025", end="February 2025", budget="$12.3m"),
    P(key="parking", reference="LIP-18", project="Car Park Payment Renewal", department="Transport", status="yellow",
      baseline="May 2024", end="May 2024", budget="$1.9m"),
)  # fmt: skip

FACTS: Facts = {
    "active": Metric(text="18 programmes", subject="portfolio", measure="programmes", value="18", unit="programmes"),
    "total": Metric(text=millions(PROJECTS), subject="portfolio", measure="approved cost", value="343100000",
                    unit="USD"),
    "share": Metric(text="33 percent", subject="programmes", measure="rated Green", value="33", unit="%"),
    "visits": Metric(text="41 site visits", subject="Delivery Assurance Unit", measure="site visits", value="41",
                     unit="site visits"),
    "spend": Metric(text="$29.7 million", subject="portfolio", measure="spent in the quarter", value="29700000",
                    unit="USD"),
    "will_permits": Commitment(text="The new permit system will go live by 30 November 2023.", due="2023-11-30",
                               project="Street Works Permit System"),
    "will_heat": Commitment(text="Officers will bring a revised business case for the District Heating Pilot to the "
                            "Board by December 2023.", due="2023-12", project="District Heating Pilot"),
    "will_homes": Commitment(text="The first forty homes at Kiln Lane are expected to be handed over by March 2024.",
                             due="2024-03", project="Kiln Lane Social Housing"),
    "will_parking": Commitment(text="A review of the tariffs will be completed by February 2024.", due="2024-02",
                               project="Car Park Payment Renewal"),
    **FIVE_COLOURS,
    "note_mains": Footnote(mark="1", text="Letters of 4 July and 12 September 2023, file LIP-01/C-118."),
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
    name="status", title="Table 1: The portfolio on 30 September 2023", colour=3, right=(6,),
)  # fmt: skip
CONCERNS = project_grid(
    live(PROJECTS, "red_yellow"),
    (
        ("Programme", 117, lambda p: p.project),
        ("Main Concern", 190, lambda p: p.issue or ""),
        ("Recovery Action", 180, lambda p: p.mitigation or ""),
    ),
    name="concerns", title="Table 2: Programmes in doubt",
)  # fmt: skip

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This is the first of the reports that the Board asked for in May. It gives one rating for each large "
         "programme of the City, made by people who do not run it, and says where the Board’s attention would help."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the ratings and invites the sponsors of the three programmes in Table 2 to its meeting "
         "in November."),
    Heading(1, "3. The portfolio"),
    Para("The portfolio holds {active} with a combined approved cost of {total}. Six of them, or {share}, are rated "
         "Green. None is Red, but three are Amber/Red, and the largest programme of all is among them. Directorates "
         "spent {spend} on the portfolio between July and September."),
    STATUS,
    Para("The approved completion is the date in the decision that released the money. The forecast is the sponsor’s "
         "and has been tested by the Unit on site. For twelve programmes the two agree."),
    Heading(1, "4. Programmes in doubt"),
    CONCERNS,
    Heading(2, "Northgate Tram Extension"),
    Para("Track cannot be laid over a live water main. The two companies were asked in July to move their pipes and "
         "have each replied that the other must go first.{note_mains} Every month of this costs a month, since the "
         "street has room for one trench. The forecast of March 2026 assumes that both have agreed by the new year."),
    Heading(2, "Rates and Revenues Platform"),
    Para("The supplier won the contract with a team that has since left for other customers. Its second team lasted "
         "eleven weeks. The City’s own staff now know the product better than the people sent to install it."),
    Heading(2, "District Heating Pilot"),
    Para("The hospital trust has chosen heat pumps of its own. A ring without the hospital may still pay if the two "
         "schools and the baths can be signed before the winter. {will_heat}"),
    Heading(1, "5. Other programmes"),
    Items((
        "The inspectors have passed the servers and the training of the Street Works Permit System. {will_permits}",
        "Bricklaying at Kiln Lane lost five weeks to a strike at the kiln, of all places. {will_homes}",
        "New machines for the Car Park Payment Renewal have been chosen. {will_parking}",
        "The Harbour Road Depot has its roof, and the wash bay is being tiled.",
    )),
    Chart("Exhibit 1: Months between approved and forecast completion", (
        ("District Heating", 6), ("Rates and Revenues", 6), ("Riverside Cycleway", 5), ("Northgate Tram", 3),
        ("Bus Corridors", 2), ("Kiln Lane", 2),
    ), ""),
    Heading(1, "6. How the ratings are made"),
    Para("Two members of the Unit read the programme’s papers, visit the site and question the sponsor. They made "
         "{visits} in the quarter. The rating is theirs alone and is shown to the sponsor two days before it is "
         "reported. It has five steps:"),
    Items((
        "<b>Green</b> means that {green}.",
        "<b>Amber/Green</b> means that {amber_green}.",
        "<b>Amber</b> means that {amber}.",
        "<b>Amber/Red</b> means that {amber_red}.",
        "<b>Red</b> means that {red}.",
    )),
    *implications(7, money=(
        "The cost of the Unit itself, three pairs of reviewers and an analyst, is met from the capital "
        "plan as one part in five hundred of what it reviews."
    )),
    Heading(1, "9. Next report"),
    Para("The report on the fourth quarter follows in January."),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2023-10-19",
    letterhead=letterhead(quarter="Quarter 3 of 2023", date="19 October 2023"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", scale=SCALE,
    words=STATUS_WORDS,
)  # fmt: skip
