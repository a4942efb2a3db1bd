"""Neither years nor committees are blended: what a committee's latest memo says of all its projects is not made up for
by an older one, nor by another committee's. The library holds the reports of two."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from records.answer import Question
from records.settings import Settings
from ui.workspace import Workspace

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def workspace(sample_library: Path) -> Iterator[Workspace]:
    with Workspace(Settings(library=str(sample_library))) as opened:
        yield opened


YEARLY = "of the Capital Works, Technology and Fleet Committee"
QUARTERLY = "of the Infrastructure Oversight Board"


@pytest.mark.parametrize(
    ("question", "outcome", "file", "named"),
    [
        # The latest memo rates all its projects, and none of them red: the red ones of a year before are no answer.
        (f"Which projects {YEARLY} are red?", "false_premise", "harrowgate-bay-2025-03-20", "no project as red"),
        (
            f"Which projects {YEARLY} are on hold?",
            "false_premise",
            "harrowgate-bay-2025-03-20",
            "no project as on hold",
        ),
        # Too many to tell each one's reason: the list with its rows, not the shorter list of an older memo.
        (f"Which projects {YEARLY} are yellow, and why?", "answered", "harrowgate-bay-2025-03-20", "Harbor Seawall"),
        (f"Which projects {YEARLY} were red in 2023?", "answered", "harrowgate-bay-2023-03-16", "Water Meter"),
        ("Which projects were red in 2021?", "answered", "harrowgate-bay-2021-03-18", "Enterprise Asset Management"),
        (f"Which projects {QUARTERLY} are red?", "answered", "lundermere-2025-01-23", "Airport Link Junction"),
        (f"Which projects {QUARTERLY} are on hold?", "answered", "lundermere-2025-01-23", "Data Centre Exit"),
    ],
)
def test_a_list_by_status_is_of_one_memo_and_names_its_date(
    workspace: Workspace, question: str, outcome: str, file: str, named: str
) -> None:
    answer = workspace.ask(Question(text=question))
    assert (answer.outcome, answer.as_of) == (outcome, date.fromisoformat(file[-10:]))
    assert named in answer.text
    assert {place.file for place in answer.citations} == {f"{file}.pdf"}


@pytest.mark.parametrize(
    "question",
    [
        "Which projects are red?",
        "Which projects were red in 2024?",
    ],
)
def test_where_no_committee_is_named_both_are_told(workspace: Workspace, question: str) -> None:
    answer = workspace.ask(Question(text=question))
    assert answer.outcome == "ambiguous"
    assert "Infrastructure Oversight Board" in answer.text
    assert "Capital Works" in answer.text
