"""Project records as CSV: what is known of a project in columns of its own, safe for spreadsheet programs."""

import csv
import io
from datetime import date
from decimal import Decimal

from records.facts import Project
from records.place import Place
from records.values import Money, Period
from ui.export.projects import projects_to_csv

PLACE = Place(memo="m", file="list.csv", page=1, box=None, section="Quays", quote="=14-203,Dock Lights", sha256="0")


def test_a_projects_sums_dates_and_number_are_columns_of_their_own() -> None:
    project = Project(
        project="Dock Lights",
        reference="=14-203",
        department="Harbour",
        owner="A. Ode",
        budget=Money(amount=Decimal("12500000"), currency="GBP", text="12.5"),
        end=Period(first=date(2031, 5, 1), last=date(2031, 5, 31), text="May 2031"),
        memo="m",
        as_of=None,
        places=(PLACE,),
    )
    (row,) = csv.DictReader(io.StringIO(projects_to_csv([project]), newline=""))
    assert (row["reference"], row["quote"]) == ("'=14-203", "'=14-203,Dock Lights")
    assert (row["budget"], row["budget_amount"], row["currency"]) == ("12.5", "12500000", "GBP")
    assert (row["department"], row["owner"], row["end"]) == ("Harbour", "A. Ode", "2031-05")
    assert (row["file"], row["page"], row["section"]) == ("list.csv", "1", "Quays")


def test_what_is_not_known_is_blank() -> None:
    (row,) = csv.DictReader(
        io.StringIO(projects_to_csv([Project(project="Mole", memo="m", as_of=None, places=())]), newline="")
    )
    assert {name for name, value in row.items() if value} == {"project", "memo"}
