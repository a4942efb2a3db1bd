"""Years are not blended: what the latest memo says of all its projects is not made up for by an older one."""

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


@pytest.mark.parametrize(
    ("question", "outcome", "as_of", "named"),
    [
        # The latest memo rates all its projects, and none of them red: the red ones of a year before are no answer.
        ("Which projects are red?", "false_premise", date(2025, 3, 20), "no project as red"),
        ("Which projects are on hold?", "false_premise", date(2025, 3, 20), "no project as on hold"),
        # Too many to tell each one's reason: the list with its rows, not the shorter list of an older memo.
        ("Which projects are yellow, and why?", "answered", date(2025, 3, 20), "Harbor Seawall Inspection Program"),
        ("Which projects were red in 2023?", "answered", date(2023, 3, 16), "Water Meter Replacement Program"),
        ("Which projects were red in 2021?", "answered", date(2021, 3, 18), "Enterprise Asset Management"),
    ],
)
def test_a_list_by_status_is_of_one_memo_and_names_its_date(
    workspace: Workspace, question: str, outcome: str, as_of: date, named: str
) -> None:
    answer = workspace.ask(Question(text=question))
    assert (answer.outcome, answer.as_of) == (outcome, as_of)
    assert named in answer.text
    assert {place.file for place in answer.citations} == {f"harrowgate-bay-{as_of}.pdf"}
