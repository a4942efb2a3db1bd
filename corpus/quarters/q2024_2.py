"""Second quarter of 2024: three steps instead of five colours, no more reference numbers, two programmes merged."""

from press.facts import Commitment, Definition, Footnote, Heading, Items, Metric, Para, Project, Source
from quarters.common import TRACK_WORDS, Facts, implications, letterhead, live, millions, track
from series.common import project_grid

P = Project
PROJECTS = (
    P(key="tram", project="Northgate Tram Extension", department="Transport", status="red",
      baseline="December 2025", end="September 2026", budget="$148.0m",
      issue="The ruling of May puts the cost of both mains on the City.",
      mitigation="An appeal is being weighed against the cost of waiting for it."),
    P(key="rates", project="Rates and Revenues Platform", department="Finance", status="red",
      baseline="April 2024", end="January 2025", budget="$8.6m",
      issue="Two of the eight people have resigned.",
      mitigation="A retired colleague has come back for the summer."),
    P(key="sewer", project="Combined Sewer Separation", department="Water", status="yellow",
      baseline="August 2026", end="November 2026", budget="$22.4m",
      issue="Lead in the spoil of Tanner Street calls for a licensed tip.",
      mitigation="The nearest tip has offered a fixed price until December."),
    P(key="treat", project="Ottering Treatment Works Upgrade", department="Water", status="yellow",
      baseline="December 2024", end="December 2024", budget="$17.9m",
      issue="The filters arrived with the wrong flanges.",
      mitigation="Adapters are being turned in the works’ own shop."),
    P(key="homes", project="Kiln Lane Social Housing", department="Housing", status="yellow",
      baseline="November 2025", end="November 2025", budget="$27.3m", rebaselined=True,
      issue="Sixty homes need a new consent for the darker brick.",
      mitigation="The consent was granted in June with a condition on the gables."),
    P(key="bus_h", project="Harbour Bus Corridor", department="Transport", status="yellow",
      baseline="October 2025", end="March 2026", budget="$7.6m",
      issue="The port company asks for rent on the strip beside the quay.",
      mitigation="The City Solicitor is reading a deed of 1911 that may settle it."),
    P(key="school", project="Fenwick Road School Rebuild", department="Education", status="yellow",
      baseline="August 2025", end="October 2025", budget="$19.4m",
      issue="The piling rig hit a culvert.",
      mitigation="The north wing has been turned by four degrees on the drawings."),
    P(key="heritage", project="Heritage Storage Programme", department="Culture", status="yellow",
      baseline="June 2025", end="June 2025", budget="$10.2m",
      issue="The cold room of the centre still fails its test.",
      mitigation="The maker is sending a new lid in August."),
    P(key="flood", project="Lower Weir Flood Defences", department="Environment", status="green",
      baseline="November 2024", end="February 2025", budget="$31.2m"),
    P(key="ledger", project="Finance Ledger Replacement", department="Finance", status="green",
      baseline="April 2024", end="September 2024", budget="$5.1m"),
    P(key="bridge", project="Swing Bridge Refurbishment", department="Transport", status="green",
      baseline="June 2025", end="August 2025", budget="$9.8m"),
    P(key="bus_e", project="Eastern Bus Corridor", department="Transport", status="green",
      baseline="October 2025", end="September 2025", budget="$6.9m"),
    P(key="cctv", project="Public Space Cameras Renewal", department="Digital Services", status="green",
      baseline="January 2025", end="January 2025", budget="$3.3m"),
    P(key="depot", project="Harbour Road Operations Centre", department="Environment", status="green",
      baseline="February 2025", end="February 2025", budget="$12.3m"),
    P(key="gauge", project="Tidal Gauge Network", department="Environment", status="green",
      baseline="November 2024", end="November 2024", budget="$1.2m"),
    P(key="junction", project="Airport Link Junction", department="Transport", status="green",
      baseline="March 2026", end="March 2026", budget="$34.0m"),
)  # fmt: skip

TRACK_DEFINITIONS: Facts = {
    "means_on": Definition(term="On Track", status="green",
                           meaning="the forecast is no more than three months after the approved completion, and no "
                           "open matter threatens it"),
    "means_risk": Definition(term="At Risk", status="yellow",
                          meaning="an open matter threatens the forecast, and the sponsor has a plan for it"),
    "means_off": Definition(term="Off Track", status="red",
                            meaning="the forecast will not be met, or nobody knows how it could be"),
}  # fmt: skip
FACTS: Facts = {
    "active": Metric(text="16 programmes", subject="portfolio", measure="programmes", value="16", unit="programmes"),
    "total": Metric(text=millions(PROJECTS), subject="portfolio", measure="approved cost", value="365200000",
                    unit="USD"),
    "visits": Metric(text="39 site visits", subject="Delivery Assurance Unit", measure="site visits", value="39",
                     unit="site visits"),
    "spend": Metric(text="$31.0 million", subject="portfolio", measure="spent in the quarter", value="31000000",
                    unit="USD"),
    "will_ledger": Commitment(text="The new ledger is due to go live by September 2024.", due="2024-09",
                              project="Finance Ledger Replacement"),
    "will_show": Commitment(text="Drawings of the roundabout will be shown to residents by October 2024.",
                            due="2024-10", project="Airport Link Junction"),
    **TRACK_DEFINITIONS,
    "note_deed": Footnote(mark="1", text="City Archive, deeds, box 62, “the quay strip”, 3 March 1911."),
}  # fmt: skip

STATUS = project_grid(
    live(PROJECTS),
    (
        ("Programme", 110, lambda p: p.project),
        ("Directorate", 70, lambda p: p.department or ""),
        ("Status", 55, track),
        ("Main Risk", 126, lambda p: p.issue or ""),
        ("Recovery Plan", 126, lambda p: p.mitigation or ""),
    ),
    name="status", title="Table 1: Status on 30 June 2024", colour=2,
)  # fmt: skip
DATES = project_grid(
    live(PROJECTS),
    (
        ("Programme", 190, lambda p: p.project),
        ("Approved Finish", 100, lambda p: p.baseline or ""),
        ("Forecast Finish", 100, lambda p: p.end or ""),
        ("Approved Cost", 90, lambda p: p.budget or ""),
    ),
    name="dates", title="Table 2: Dates and costs on 30 June 2024", right=(3,), ruled=False,
)  # fmt: skip

BLOCKS = (
    Heading(1, "1. Purpose"),
    Para("This report gives the status of the large programmes at the end of June 2024, for the first time in three "
         "steps."),
    Heading(1, "2. Recommendation"),
    Para("That the Board notes the status of the portfolio and approves the scale in section 3."),
    Heading(1, "3. Three steps instead of five"),
    Para("The Unit published the scale of three steps on 10 June 2024. The five colours of the earlier reports are no "
         "longer used, and a change of word between this report and the last is not in itself a change for better or "
         "worse. What was Amber/Green may be either of the first two now, and what was Amber/Red either of the last "
         "two."),
    Items((
        "<b>On Track</b> means that {means_on}.",
        "<b>At Risk</b> means that {means_risk}.",
        "<b>Off Track</b> means that {means_off}.",
    )),
    Para("The reference numbers have gone as well. They came from a spreadsheet that two people understood, one of "
         "whom has retired."),
    Heading(1, "4. The portfolio"),
    Para("The portfolio holds {active}, approved at {total}. Eight are On Track, six are At Risk and two are Off "
         "Track. Directorates spent {spend} between April and June."),
    STATUS,
    Heading(2, "Northgate Tram Extension"),
    Para("The regulator ruled on 14 May 2024 that whoever disturbs a main must pay for it. The forecast moves by "
         "another three months, to September 2026, whatever the City does next."),
    Heading(2, "Kiln Lane Social Housing"),
    Para("The Council set a new baseline for the programme on 25 June 2024. The approved completion moves from May "
         "2025 to November 2025, and the approved cost was raised from $26.0m to $27.3m for the gables, which must be "
         "of the lighter brick. The programme will be measured against these figures from now on."),
    Heading(2, "Harbour Bus Corridor"),
    Para("A deed of 1911 gives the City the use of the quay strip “for the passage of carriages”.{note_deed} Whether a "
         "bus is a carriage will be argued in the autumn."),
    Heading(1, "5. Changes to the portfolio"),
    Items((
        "The Records Store Relocation and the Museum Collections Centre were merged in May 2024 into the Heritage "
        "Storage Programme. One building will hold both, and one manager answers for it.",
        "The Airport Link Junction is new. {will_show}",
        "The Finance Ledger Replacement has been postponed from June 2024 to September 2024, so that the year end can "
        "be closed in the old system. {will_ledger}",
        "The gauges in the outer harbour came into service on 19 June 2024. A storm in April had taken the first raft.",
    )),
    Heading(1, "6. Dates and costs"),
    Para("The approved finish is the one in the latest decision of the Council. Costs are those approved, not those "
         "that the sponsors expect; the Board will see the latter in the budget papers of the autumn."),
    DATES,
    Heading(1, "7. The work of the Unit"),
    Para("The Unit made {visits} in the quarter, fewer than before, since one of its three pairs was on loan to the "
         "Housing Directorate. The next report follows in October."),
    *implications(8, money=(
        "The contingency of the capital plan stands at 4 percent and is fully spoken for."
    )),
)  # fmt: skip

SOURCE = Source(
    stem="lundermere-2024-07-18",
    letterhead=letterhead(quarter="Quarter 2 of 2024", date="18 July 2024"),
    blocks=BLOCKS, projects=PROJECTS, facts=FACTS, house="lundermere", words=TRACK_WORDS,
    explained={"records": ("merged", ("heritage",)), "museum": ("merged", ("heritage",))},
    told=frozenset({
        ("tram", "end"), ("homes", "end"), ("homes", "budget"), ("ledger", "end"),
    }),
)  # fmt: skip
