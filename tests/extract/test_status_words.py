"""Words, letters, signs and colours of status; what says nothing of health is no status."""

import pytest

from extract.projects.status_words import cell_to_status, fill_to_status, find_statuses


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("RED", "red"),
        ("Amber - supplier late", "yellow"),
        ("Green (was Red)", "green"),
        ("Red → Yellow", "yellow"),
        ("G", "green"),
        ("a", "yellow"),
        ("🟡", "yellow"),
        ("🔴 Off Track", "red"),
        ("On Track", "green"),
        ("On schedule", "green"),
        ("At-Risk", "yellow"),
        ("Off track", "red"),
        ("Not on track", "red"),
        ("Behind schedule", "yellow"),
        ("On Hold", "on_hold"),
        ("Paused", "on_hold"),
        ("Not yet started", "not_started"),
        ("Completed", "complete"),
        ("Complete; late by a month", "complete"),
        ("Launched", "complete"),
        ("Closed", "complete"),
        ("Cancelled", "cancelled"),
        ("Terminated", "cancelled"),
        ("Yellow/Red", "red_yellow"),
        ("Amber/Red", "red_yellow"),
        ("AMBER / RED", "red_yellow"),
        ("Red-Amber", "red_yellow"),
        ("Amber Red", "red_yellow"),
        ("A/R", "red_yellow"),
        ("AR", "red_yellow"),
        ("Amber/Green", "yellow_green"),
        ("Amber-Green", "yellow_green"),
        ("Green Amber: two risks are watched", "yellow_green"),
        ("A/G", "yellow_green"),
        ("g/a", "yellow_green"),
        ("Amber/Red (was Amber)", "red_yellow"),
        ("Amber → Amber/Green", "yellow_green"),
        ("Red/Amber/Green", None),
        ("Red/Green", None),
        ("R/G", None),
        ("as", None),
        ("In Progress", None),
        ("75% complete", None),
        ("Substantially complete", None),
        ("Incomplete", None),
        ("Not completed", None),
        ("To be completed", None),
        ("No longer at risk", None),
        ("✓", None),
        ("", None),
    ],
)
def test_a_status_cell_is_read(cell: str, status: str | None) -> None:
    assert cell_to_status(cell) == status


@pytest.mark.parametrize(
    ("fill", "status"),
    [
        ("#ff0000", "red"),
        ("#ffc7ce", "red"),
        ("#ffc000", "yellow"),
        ("#ffeb9c", "yellow"),
        ("#00b050", "green"),
        ("#c6efce", "green"),
        ("#d9d9d9", None),
        ("#1f4e79", None),
        ("#ffffff", None),
        (None, None),
    ],
)
def test_an_empty_cell_speaks_by_its_colour(fill: str | None, status: str | None) -> None:
    assert fill_to_status(fill) == status
    assert cell_to_status("", fill=fill) == status
    assert cell_to_status("●", fill=fill) == status


def test_words_outrank_the_paint() -> None:
    assert cell_to_status("Green", fill="#ff0000") == "green"


def test_words_of_cells_are_no_status_in_prose() -> None:
    assert find_statuses("The late mayor played a critical role; the road was closed.") == ()
    assert cell_to_status("Late") == "yellow"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The Dune Fence is rated Amber/Red.", [("red_yellow", "Amber/Red")]),
        ("Confidence fell from amber to amber-red in May.", [("yellow", "amber"), ("red_yellow", "amber-red")]),
        ("It is rated Green/Amber overall.", [("yellow_green", "Green/Amber")]),
        ("We use a red/amber/green scale.", [("red", "red"), ("yellow", "amber"), ("green", "green")]),
        ("Red Amber Green", [("red", "Red"), ("yellow", "Amber"), ("green", "Green")]),
        ("It is green - amber for the budget.", [("green", "green"), ("yellow", "amber")]),
    ],
)
def test_a_step_between_two_colours_is_one_status(sentence: str, said: list[tuple[str, str]]) -> None:
    assert [(span.status, span.text) for span in find_statuses(sentence)] == said
    assert all(span.is_colour for span in find_statuses(sentence))
