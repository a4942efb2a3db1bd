"""Projects told in prose: what a sentence, a heading or a list claims, and what it does not."""

from collections.abc import Callable

import pytest

from extract.projects.status_prose import prose_to_projects
from extract.statements import Context

Make = Callable[..., Context]


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        ("The Pier Lift Upgrade is on track.", "Pier Lift Upgrade", "green"),
        ("One project, the Pier Lift, is experiencing delays.", "Pier Lift", "yellow"),
        ("The Pier Lift project has been placed on hold.", "Pier Lift", "on_hold"),
        ('The Pier Lift Upgrade was rated "red" by the panel.', "Pier Lift Upgrade", "red"),
        ("The Pier Lift Upgrade moved from green to yellow.", "Pier Lift Upgrade", "yellow"),
        ("The Pier Lift Upgrade is no longer red and is now green.", "Pier Lift Upgrade", "green"),
        ("The Pier Lift Upgrade has not yet started.", "Pier Lift Upgrade", "not_started"),
        ("The Pier Lift Upgrade was completed in May 2028.", "Pier Lift Upgrade", "complete"),
        ("In May 2028, the City launched the Harbor Data Portal.", "Harbor Data Portal", "complete"),
        ("The Harbor Data Portal went live on May 3, 2028.", "Harbor Data Portal", "complete"),
        ("The Pier Lift Upgrade was cancelled.", "Pier Lift Upgrade", "cancelled"),
        (
            "Construction of the Eastside Pump House is half done and remains on schedule.",
            "Eastside Pump House",
            "green",
        ),
        ("The Police Department's Radio Upgrade is four months behind schedule.", "Radio Upgrade", "yellow"),
        ("Staff reports that the Radio Upgrade, now in its second year, remains at risk.", "Radio Upgrade", "yellow"),
        ("The Radio Upgrade, which had been delayed, is back on track.", "Radio Upgrade", "green"),
        ("The Radio Upgrade was delayed but is now complete.", "Radio Upgrade", "complete"),
        ("Project Phoenix was completed in May 2028.", "Project Phoenix", "complete"),
        ("The Bridge project remains on schedule.", "Bridge", "green"),
        ("The only red project is the Pier Lift.", "Pier Lift", "red"),
        (
            "Implementation of the new Radio Console System was completed in May 2028.",
            "Radio Console System",
            "complete",
        ),
    ],
)
def test_a_sentence_claims_a_status(sentence: str, name: str, status: str | None, context: Make) -> None:
    records = prose_to_projects(context(f"## Discussion\n\n{sentence}\n"), [])
    assert [(r.project, r.status) for r in records] == ([(name, status)] if status else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The Pier Lift Upgrade will be completed in 2029.",
        "If steel is short, the Pier Lift Upgrade could be delayed.",
        "Testing of the Pier Lift Upgrade was completed in May 2028.",
        "The first phase of the Pier Lift Upgrade was completed.",
        "The Pier Lift Upgrade was not completed.",
        "The Pier Lift Upgrade is nearly complete.",
        "A project is marked green when it meets its date.",
        "Over 90% of the projects are on schedule.",
        "The Finance Department launched a request for proposals.",
        "The Harbor Museum received an award.",
        "The Records System was implemented in 1998.",
        "Staff completed the annual survey.",
    ],
)
def test_a_sentence_that_claims_nothing_makes_no_project(sentence: str, context: Make) -> None:
    assert prose_to_projects(context(f"## Discussion\n\n{sentence}\n"), []) == ()


def test_a_name_of_a_table_is_known_in_prose_by_its_short_form(context: Make) -> None:
    made = context("## Discussion\n\nThe Camera Hub is at risk because the mast was sold.\n")
    (record,) = prose_to_projects(made, ["Waterfront Camera and Video Hub"])
    assert (record.project, record.status, record.issue) == (
        "Waterfront Camera and Video Hub",
        "yellow",
        "the mast was sold",
    )


def test_the_next_sentence_may_go_on_about_the_project(context: Make) -> None:
    made = context(
        "## Discussion\n\nOne project, the Pier Lift, is experiencing delays. This project is marked as “yellow.” "
        "It is now scheduled to open in fall 2029.\n"
    )
    (record,) = prose_to_projects(made, [])
    assert (record.status, record.status_text, record.end.text if record.end else None) == (
        "yellow",
        "yellow",
        "fall 2029",
    )
    assert len(record.places) == 3


def test_a_heading_among_projects_names_one(context: Make) -> None:
    made = context(
        "## Project Highlights\n\n### Harbor Data Portal\n\nIn May 2028, the City launched its first open records "
        "system, the Harbor Records Portal. Two offices have not yet been trained.\n\n### Lantern Award\n\nThe award "
        "was launched by the State in 2019.\n"
    )
    (record,) = prose_to_projects(made, [])
    assert record.project == "Harbor Data Portal"
    assert (record.status, record.completed.label() if record.completed else None) == ("complete", "2028-05")
    assert "Harbor Records Portal" in record.aliases
    assert record.residual == "Two offices have not yet been trained."


def test_a_row_of_headings_after_an_announcement_ends_at_the_first_other_one(context: Make) -> None:
    made = context(
        "# Report\n\nA few highlights include the following projects.\n\n# Pier Lift\n\nThe lift was completed in May "
        "2028.\n\n# Work Plan\n\nStaff met weekly.\n\n# Rowing Course\n\nThe course launched in May 2028.\n"
    )
    assert [r.project for r in prose_to_projects(made, [])] == ["Pier Lift"]


@pytest.mark.parametrize(
    ("item", "status", "completed"),
    [
        ("**Pier Lift** - Delayed due to short steel.", "yellow", None),
        ("**Pier Lift (Red):** The contractor left.", "red", None),
        ("Pier Lift: Completed in May 2028.", "complete", "2028-05"),
        ("**Pier Lift** – launched on June 1, 2028; used daily.", "complete", "2028-06-01"),
    ],
)
def test_a_labelled_item_is_a_project(item: str, status: str, completed: str | None, context: Make) -> None:
    (record,) = prose_to_projects(context(f"## Project Updates\n\n- {item}\n"), [])
    assert (record.project, record.status) == ("Pier Lift", status)
    assert (record.completed.label() if record.completed else None) == completed


def test_a_list_gets_its_status_from_its_heading(context: Make) -> None:
    made = context("## Completed Projects\n\n- Pier Lift (May 2028)\n- Dune Fence: two gates are still to be hung.\n")
    lift, fence = prose_to_projects(made, [])
    assert (lift.status, lift.completed.label() if lift.completed else None) == ("complete", "2028-05")
    assert (fence.status, fence.residual) == ("complete", "two gates are still to be hung.")


def test_two_names_with_one_verb_are_two_projects(context: Make) -> None:
    made = context("## Discussion\n\nThe Pier Bridge Retrofit and the Pier Lift Upgrade are both delayed.\n")
    assert [(r.project, r.status) for r in prose_to_projects(made, [])] == [
        ("Pier Bridge Retrofit", "yellow"),
        ("Pier Lift Upgrade", "yellow"),
    ]


def test_a_completion_takes_no_date_from_another_clause(context: Make) -> None:
    made = context(
        "## Discussion\n\nStaff completed the Radio Upgrade, although two masts remain to be painted in October 2028.\n"
    )
    (record,) = prose_to_projects(made, [])
    assert (record.status, record.completed) == ("complete", None)
    assert record.residual == "two masts remain to be painted in October 2028"


def test_a_launch_of_a_project_is_its_beginning(context: Make) -> None:
    assert (
        prose_to_projects(context("## Discussion\n\nThe City launched the Radio Upgrade project in May 2028.\n"), [])
        == ()
    )


def test_cards_are_told_apart_by_their_project_line(context: Make) -> None:
    made = context(
        "## Projects\n\n**Project:** Pier Lift  \n**Status:** Yellow  \n**Budget:** $2M, of which $1.5M is spent\n\n"
        "**Project:** Dune Fence  \n**Status:** Green\n"
    )
    lift, fence = prose_to_projects(made, [])
    assert (lift.project, lift.status, lift.spent.text if lift.spent else None) == ("Pier Lift", "yellow", "$1.5M")
    assert (fence.project, fence.status, fence.budget) == ("Dune Fence", "green", None)


def test_a_heading_that_is_a_status_gives_it_to_the_headings_below(context: Make) -> None:
    made = context("# Report\n\n## 3. On Hold\n\n### 3.1 Records Scanning\n\nThe grant is awaited.\n")
    (record,) = prose_to_projects(made, [])
    assert (record.project, record.status) == ("Records Scanning", "on_hold")
    assert [place.quote for place in record.places] == ["3.1 Records Scanning", "3. On Hold", "The grant is awaited."]
    assert record.issue == "The grant is awaited."


def test_what_became_of_the_old_one_is_not_said_of_the_new(context: Make) -> None:
    made = context("## Project Highlights\n\n### Harbor Portal\n\nThe old portal was terminated in March 2028.\n")
    assert prose_to_projects(made, []) == ()


def test_a_label_without_a_value_says_nothing(context: Make) -> None:
    made = context("## Projects\n\n### Pier Lift\n\nBudget: Status: Green\n\n### Dune Fence\n\nStatus: Status:\n")
    assert [(r.project, r.status, r.budget) for r in prose_to_projects(made, [])] == [("Pier Lift", "green", None)]


def test_areas_of_work_are_no_projects(context: Make) -> None:
    made = context(
        "## Project Office\n\nThe office plays a critical role in three areas:\n\n"
        "1. **Stewardship of Funds:** Oversees the projects.\n2. **Fair Service:** Keeps projects on track.\n"
    )
    assert prose_to_projects(made, []) == ()


def test_labelled_lines_below_a_heading_fill_its_record(context: Make) -> None:
    made = context(
        "## Initiatives\n\n### 2. Pier Lift (PL)\n\n**Status:** At Risk  \n**Budget:** $2.1M  \n"
        "**Target:** was May 2028; now July 2028  \n**Next steps:** Order steel.\n"
    )
    (record,) = prose_to_projects(made, [])
    assert (record.project, record.aliases, record.status, record.mitigation) == (
        "Pier Lift",
        ("PL",),
        "yellow",
        "Order steel.",
    )
    assert record.end is not None
    assert record.end.label() == "2028-07"


def test_claims_that_contradict_each_other_give_no_status(context: Make) -> None:
    made = context("## Discussion\n\nThe Pier Lift Upgrade is on track. The Pier Lift Upgrade is behind schedule.\n")
    (record,) = prose_to_projects(made, [])
    assert record.status is None


@pytest.mark.parametrize(
    "fields",
    [
        "Status: At Risk\\\nBudget: $1.2M (spent: $0.65M)",
        "Status: At Risk; budget: $1.2M (spent: $0.65M); target: June 2029",
        "- **Status:** At Risk\n- **Budget:** $1.2M ($0.65M spent)",
        "Status: At Risk. Budget: $1.2M. Spent to date: $0.65M.",
        "Status: At Risk | Budget: $1.2M, of which $0.65M has been spent",
    ],
)
def test_what_is_spent_is_told_from_the_budget_on_the_same_line(fields: str, context: Make) -> None:
    (record,) = prose_to_projects(context(f"## Projects\n\n### Pier Lift Upgrade\n\n{fields}\n"), [])
    assert (record.status_text, record.budget and record.budget.text, record.spent and record.spent.text) == (
        "At Risk",
        "$1.2M",
        "$0.65M",
    )


def test_two_sums_of_which_neither_is_called_spent_are_no_budget(context: Make) -> None:
    (record,) = prose_to_projects(context("## Projects\n\n### Pier Lift\n\nStatus: Red\\\nBudget: $1M to $2M\n"), [])
    assert record.budget is None
