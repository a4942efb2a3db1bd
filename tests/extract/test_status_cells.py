"""Cells of status columns: what they are read as, and what keeps its words without a status."""

import pytest

from extract.lists.status_cells import status_of_cell

ROWS = [
    ("Amber →", "yellow"),
    ("G ▲", "green"),
    ("↓ Red", "red"),
    ("Amber → Green", "green"),
    ("A→G", "green"),
    ("⬇️ R", "red"),
    ("Behind", "yellow"),
    ("Slightly behind", "yellow"),
    ("Behind schedule", "yellow"),
    ("100% complete", "complete"),
    ("75% complete", None),
    ("100%", None),
    ("Pending", None),
    ("Open", None),
    ("In progress", None),
    ("Behind the old depot", None),
    ("B", None),
    ("Blue", None),
    ("✓", None),
    ("▲", None),
    ("→", None),
]


@pytest.mark.parametrize(("text", "status"), ROWS)
def test_a_cell_says_its_status_or_keeps_its_words(text: str, status: str | None) -> None:
    assert status_of_cell(text) == status


def test_a_sign_in_a_painted_cell_leaves_the_paint_to_tell() -> None:
    assert status_of_cell("●", fill="#00b050") == "green"
