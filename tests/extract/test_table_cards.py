"""Tables of labels and values under a heading that names their project: one record a table."""

from collections.abc import Callable

import pytest

from extract.lists.status_tables import tables_to_projects
from extract.statements import Context

CARD = (
    "| Owner | P. Dulse |\n|---|---|\n| Budget | $4.2 million |\n"
    "| Expected completion | March 2032 |\n| Status | Amber |\n"
)
LAMP = "| Status | Green |\n|---|---|\n| Lead | A. Skua |\n"


def test_the_heading_above_a_card_is_its_project(context: Callable[..., Context]) -> None:
    text = f"## 2. Gannet Quay Wall\n\nIt is driven from the north.\n\n{CARD}\n## Tern Light\n\n{LAMP}"
    found = tables_to_projects(context(text))
    assert [(p.project, p.status, p.owner, p.budget.text if p.budget else None) for p in found] == [
        ("Gannet Quay Wall", "yellow", "P. Dulse", "$4.2 million"),
        ("Tern Light", "green", "A. Skua", None),
    ]
    assert {place.quote for place in found[0].places} >= {"P. Dulse", "March 2032", "Amber"}
    assert dict(found[0].field_places)["project"].quote.endswith("Gannet Quay Wall")


@pytest.mark.parametrize(
    "text",
    [
        f"## Background\n\n{CARD}",
        "## Gannet Quay Wall\n\n| Phone | 555 |\n|---|---|\n| Owner | P. Dulse |\n",
        f"## Gannet Quay Wall\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n{CARD}",
        CARD,
    ],
)
def test_a_card_without_a_name_or_a_state_is_none(text: str, context: Callable[..., Context]) -> None:
    assert tables_to_projects(context(text)) == ()
