"""A table of a memo that looks like its list of projects: read, or said to be unread, and no other table is."""

from collections.abc import Callable

import pytest

from extract.lists.problems import context_to_list_problems
from extract.lists.status_tables import tables_to_projects
from extract.statements import Context

SAID = [
    "## Project status\n\n| No. | Where it stands | Bureau | Status |\n|---|---|---|---|\n"
    "| 1 | Pier Repair | Works | in hand |\n| 2 | Tram Loop | Works | getting there |\n",
    "## Portfolio\n\n| Phase reached | Mood |\n|---|---|\n| 1 | Green |\n| 2 | Amber |\n| 3 | Red |\n",
]
LEFT_ALONE = [
    "## Recommendations\n\n| Action | Owner | Status |\n|---|---|---|\n| Call the vendor | Vale | Complete |\n"
    "| Write to the state | Orme | On track |\n",
    "## Projects\n\n| Milestone | Project | Status |\n|---|---|---|\n| Tender | Pier Repair | Complete |\n"
    "| Award | Pier Repair | On track |\n| Works | Pier Repair | On track |\n",
    "## Project budget\n\n| Fund | 2031 | 2032 |\n|---|---|---|\n| Harbor | 12 | 14 |\n| Roads | 3 | 4 |\n",
]


@pytest.mark.parametrize("text", SAID)
def test_a_list_that_could_not_be_read_is_said_with_its_page(context: Callable[..., Context], text: str) -> None:
    given = context(text)
    assert tables_to_projects(given) == ()
    assert [(problem.kind, problem.page) for problem in context_to_list_problems(given)] == [("projects_unread", 1)]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_tables_need_not_list_projects(context: Callable[..., Context], text: str) -> None:
    assert not [p for p in context_to_list_problems(context(text)) if p.kind == "projects_unread"]


def test_a_heading_that_stands_in_the_first_row_is_no_header(context: Callable[..., Context]) -> None:
    text = "| Projects | | |\n|---|---|---|\n| Project | Finish | Status |\n| Pier Repair | May 2031 | Green |\n"
    found = tables_to_projects(context(text))
    assert [(project.project, project.status) for project in found] == [("Pier Repair", "green")]
