"""Project records to CSV: one row a project and memo, each with the place it was read from."""

from collections.abc import Iterable
from datetime import date

from records.facts import Project
from records.values import Money, Period
from ui.export.csv_text import rows_to_csv

PROJECT_COLUMNS = (
    "project", "aliases", "reference", "status", "status_text", "issue", "mitigation", "description", "owner",
    "department", "budget", "budget_amount", "spent", "spent_amount", "currency", "start", "end", "completed",
    "residual", "memo", "as_of", "file", "page", "section", "quote",
)  # fmt: skip
"""``budget`` is as written ("12.5" below "£m"), ``budget_amount`` the whole sum in ``currency``."""


def projects_to_csv(projects: Iterable[Project]) -> str:
    return rows_to_csv([PROJECT_COLUMNS, *(_project_to_row(project) for project in projects)])


def _project_to_row(project: Project) -> list[str]:
    place = project.places[0] if project.places else None
    return [
        project.project,
        "; ".join(project.aliases),
        project.reference or "",
        project.status or "",
        project.status_text or "",
        project.issue or "",
        project.mitigation or "",
        project.description or "",
        project.owner or "",
        project.department or "",
        _money(project.budget),
        _amount(project.budget),
        _money(project.spent),
        _amount(project.spent),
        _currency(project),
        _period(project.start),
        _period(project.end),
        _period(project.completed),
        project.residual or "",
        project.memo,
        _day(project.as_of),
        place.file if place else "",
        str(place.page) if place else "",
        (place.section or "") if place else "",
        place.quote if place else "",
    ]


def _money(money: Money | None) -> str:
    return "" if money is None else money.text


def _amount(money: Money | None) -> str:
    return "" if money is None else f"{money.amount:f}"


def _currency(project: Project) -> str:
    return "; ".join(dict.fromkeys(money.currency for money in (project.budget, project.spent) if money is not None))


def _period(period: Period | None) -> str:
    return "" if period is None else period.label()


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
