"""What all years of the invented series share: the office, its committee, and tables made from project records."""

from collections.abc import Callable, Sequence

from press.facts import Grid, Letterhead, Project

BODY = "Capital Works, Technology and Fleet Committee"
TO = "CAPITAL WORKS, TECHNOLOGY\nAND FLEET COMMITTEE"
SUBJECT = "Project Delivery Annual Status Report"

_STATUS_WORDS = {"red": "RED", "yellow": "YELLOW", "green": "GREEN", "on_hold": "ON HOLD"}


def letterhead(
    *, date: str, approved: str, from_: str, signed_by: str, contact: str, subject: str = SUBJECT
) -> Letterhead:
    return Letterhead(
        body=BODY, to=TO, from_=from_, subject=subject, date=date, approved=approved, district="Citywide",
        signed_by=signed_by, contact=contact,
    )  # fmt: skip


def named(projects: Sequence[Project], *keys: str) -> tuple[Project, ...]:
    by_key = {project.key: project for project in projects}
    return tuple(by_key[key] for key in keys)


def active(projects: Sequence[Project], *statuses: str) -> tuple[Project, ...]:
    wanted = statuses or tuple(_STATUS_WORDS)
    return tuple(project for project in projects if project.status in wanted)


def status_word(project: Project) -> str:
    return project.status_text or _STATUS_WORDS[project.status]


def project_grid(
    projects: Sequence[Project],
    columns: Sequence[tuple[str, float, Callable[[Project], str]]],
    *,
    name: str,
    title: str | None,
    colour: int | None = None,
    right: tuple[int, ...] = (),
    ruled: bool = True,
    total: tuple[str, ...] | None = None,
    fills: tuple[str | None, ...] = (),
) -> Grid:
    """One row a project, one ``(header, width, cell)`` a column, and a last row of totals where there is one."""
    rows = [tuple(cell(project) for _, _, cell in columns) for project in projects]
    keys: list[str | None] = [project.key for project in projects]
    if total is not None:
        rows.append(total)
        keys.append(None)
    return Grid(
        name=name, title=title, header=tuple(header for header, _, _ in columns), rows=tuple(rows), keys=tuple(keys),
        widths=tuple(width for _, width, _ in columns), ruled=ruled, colour=colour, right=right,
        total=total is not None, fills=fills,
    )  # fmt: skip


def dollars(text: str | None) -> int:
    """``"$18,200,000"`` -> 18200000."""
    return int((text or "0").replace("$", "").replace(",", ""))


def money(amount: int) -> str:
    return f"${amount:,}"
