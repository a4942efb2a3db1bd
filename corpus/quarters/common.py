"""What all quarters of the Lundermere series share: the board, the unit, the five-colour scale, sums."""

from collections.abc import Sequence

from press.facts import Block, Commitment, Definition, Footnote, Heading, Letterhead, Metric, Para, Project

BODY = "Infrastructure Oversight Board"
STATUS_WORDS = {"red": "Red", "red_yellow": "Amber/Red", "yellow": "Amber", "yellow_green": "Amber/Green",
                "green": "Green"}  # fmt: skip
SCALE = tuple(STATUS_WORDS)
TRACK_WORDS = {"red": "Off Track", "yellow": "At Risk", "green": "On Track", "on_hold": "On Hold"}
Facts = dict[str, Metric | Commitment | Definition | Footnote]

FIVE_COLOURS: Facts = {
    "green": Definition(term="Green", status="green",
                        meaning="successful delivery looks certain and nothing is known that would change this"),
    "amber_green": Definition(term="Amber/Green", status="yellow_green",
                              meaning="successful delivery looks likely and every open matter has an owner and a date"),
    "amber": Definition(term="Amber", status="yellow",
                        meaning="successful delivery is possible if the sponsor acts within the quarter"),
    "amber_red": Definition(term="Amber/Red", status="red_yellow",
                            meaning="successful delivery is in doubt and the way back has not been agreed"),
    "red": Definition(term="Red", status="red",
                      meaning="successful delivery is out of reach without a new date or more money"),
}  # fmt: skip


def letterhead(*, quarter: str, date: str) -> Letterhead:
    return Letterhead(
        body=BODY, to=BODY, from_="Maren Tollefsby, Head of Delivery Assurance",
        subject=f"Delivery Confidence Report, {quarter}", date=date, district="All",
        contact="Ivo Hartnell, Senior Analyst, ivo.hartnell@lundermere.example",
    )  # fmt: skip


def word(project: Project) -> str:
    return STATUS_WORDS[project.status]


def track(project: Project) -> str:
    return TRACK_WORDS[project.status]


def live(projects: Sequence[Project], *statuses: str) -> tuple[Project, ...]:
    wanted = statuses or (*STATUS_WORDS, "on_hold")
    return tuple(project for project in projects if project.status in wanted)


def millions(projects: Sequence[Project]) -> str:
    """The approved costs together: "$371.6 million"."""
    return f"${sum(float((p.budget or '$0m').strip('$m')) for p in live(projects)):.1f} million"


def implications(number: int, *, money: str) -> tuple[Block, ...]:
    """The two sections that close every report of the City; ``money`` is what the quarter adds to the standing text."""
    return (
        Heading(1, f"{number}. Financial implications"),
        Para(
            "This report commits no money. The costs of the programmes are held in the capital plan of their "
            f"directorates, and a change of an approved cost needs a decision of the Council. {money}"
        ),
        Heading(1, f"{number + 1}. Legal implications"),
        Para(
            "The Unit works under the standing orders of the Board and has no powers of its own over a programme. "
            "Papers that a sponsor has marked as confidential were read and are not quoted."
        ),
    )
