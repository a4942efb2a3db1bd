"""Project tables by the meaning of their columns, whatever their order and wording."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from extract.lists.columns import header_to_role, headers_to_roles
from extract.lists.status_tables import tables_to_projects
from extract.statements import Context
from records.table import Cell, Table

Make = Callable[..., Context]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Project Name", "project"),
        ("Initiative", "project"),
        ("RAG", "status"),
        ("Overall Health", "status"),
        ("Project Status", "status"),
        ("Status Comments", "description"),
        ("Key Risks / Issues", "issue"),
        ("Reason for Delay", "issue"),
        ("Mitigating Action", "mitigation"),
        ("Corrective Actions", "mitigation"),
        ("Next Steps", "mitigation"),
        ("Difficulty", "issue"),
        ("Setbacks", "issue"),
        ("What Is Being Done", "mitigation"),
        ("Path to Green", "mitigation"),
        ("Issues and Mitigation", "issue"),
        ("Approved Budget", "budget"),
        ("Spent to Date", "spent"),
        ("Start Date", "start"),
        ("Est. Completion", "end"),
        ("Target", "end"),
        ("Date Completed", "completed"),
        ("Project Manager", "owner"),
        ("Executive Sponsor", "owner"),
        ("Lead Department", "department"),
        ("% Complete", "ignored"),
        ("Previous Status", "ignored"),
        ("No.", "ignored"),
        ("Basin", None),
    ],
)
def test_a_header_is_known_by_its_meaning(header: str, role: str | None) -> None:
    assert header_to_role(header) == role


def test_of_two_dates_the_revised_one_counts_and_of_two_statuses_only_the_overall_one() -> None:
    assert headers_to_roles(["Project", "Original Completion", "Revised Completion"])["end"] == 2
    assert headers_to_roles(["Project", "Schedule Status", "Overall Status"])["status"] == 2
    assert "status" not in headers_to_roles(["Project", "Schedule Status", "Budget Status"])


def test_columns_may_stand_in_any_order(context: Make) -> None:
    (record,) = tables_to_projects(
        context(
            "## Portfolio\n\n| Target | Why | Rating | Cost | Initiative |\n|---|---|---|---|---|\n"
            "| Q1 2029 | Steel is late | Amber | $1.5M | Pier Lift (PL) |\n"
        )
    )
    assert (record.project, record.aliases, record.status, record.status_text) == (
        "Pier Lift (PL)",
        ("Pier Lift", "PL"),
        "yellow",
        "Amber",
    )
    assert record.issue == "Steel is late"
    assert record.budget is not None
    assert record.budget.amount == Decimal(1_500_000)
    assert record.end is not None
    assert record.end.text == "Q1 2029"
    assert record.place.section == "Portfolio"
    assert "Pier Lift (PL)" in record.place.quote


def test_a_cell_that_says_nothing_is_unknown(context: Make) -> None:
    (record,) = tables_to_projects(
        context("| Project | Status | Issue | Due |\n|---|---|---|---|\n| Pier Lift | Green | N/A | TBD |\n")
    )
    assert (record.issue, record.end) == (None, None)


def test_a_status_that_says_nothing_of_health_is_kept_as_text(context: Make) -> None:
    (record,) = tables_to_projects(context("| Project | Status |\n|---|---|\n| Pier Lift | In procurement |\n"))
    assert (record.status, record.status_text) == (None, "In procurement")


@pytest.mark.parametrize(
    ("note", "residual"),
    [
        ("Six of seven gates work; the ramp gate remains on hand cranks.", "the ramp gate remains on hand cranks"),
        ("Opened in May. Two lamps have yet to be mounted.", "Two lamps have yet to be mounted."),
        ("It remains within budget.", None),
        ("The lamps remain in service.", None),
        ("Opened a month early.", None),
    ],
)
def test_a_completed_projects_note_says_what_is_left_open(note: str, residual: str | None, context: Make) -> None:
    text = f"| Project | Status | Result |\n|---|---|---|\n| Pier Lift | Complete | {note} |\n| Mole | Red | {note} |\n"
    done, late = tables_to_projects(context(text))
    assert (done.residual, late.residual) == (residual, None)
    assert ("residual" in dict(done.field_places)) == (residual is not None)


def test_totals_group_rows_and_repeated_headers_are_no_projects(context: Make) -> None:
    records = tables_to_projects(
        context(
            "| Project | Status | Budget |\n|---|---|---|\n| **Harbor** | | |\n| Pier Lift | Green | $2M |\n"
            "| Project | Status | Budget |\n| Dune Fence | Red | $1M |\n| Total | | $3M |\n"
        )
    )
    assert [record.project for record in records] == ["Pier Lift", "Dune Fence"]


def test_a_list_of_completed_projects_needs_no_status_column(context: Make) -> None:
    (record,) = tables_to_projects(
        context(
            "## Appendix B: Completed Projects\n\n| Project | Completion Date |\n|---|---|\n| Pier Lift | May 2027 |\n"
        )
    )
    assert (record.status, record.completed.label() if record.completed else None, record.end) == (
        "complete",
        "2027-05",
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "## Definitions\n\n| Status | Meaning |\n|---|---|\n| Green | On plan |\n",
        "## Courses\n\n| Program | Graduates | Completion Rate |\n|---|---|---|\n| Rowing | 12 | 80% |\n",
        "## Dock Staff\n\n| Name | Department | Start |\n|---|---|---|\n| B. Reyes | Parks | May 2027 |\n",
        "## Pier Lift\n\n| Milestone | Status | Date |\n|---|---|---|\n| Design | Complete | May 2027 |\n",
    ],
)
def test_other_tables_hold_no_projects(text: str, context: Make) -> None:
    assert tables_to_projects(context(text)) == ()


def test_a_card_is_a_table_on_its_side(context: Make) -> None:
    (record,) = tables_to_projects(
        context("| Project | Pier Lift |\n|---|---|\n| Status | Red |\n| Budget | $2M |\n| Target Date | May 2029 |\n")
    )
    assert (record.project, record.status) == ("Pier Lift", "red")


def test_a_painted_cell_without_words_gives_the_status(context: Make) -> None:
    made = context("| Project | Status |\n|---|---|\n| Pier Lift | x |\n| Dune Fence | Green |\n")
    table = made.document.tables[0]
    cells = tuple(replace(c, text="", fill="#ff0000") if c.text == "x" else c for c in table.cells)
    document = replace(made.document, tables=(replace(table, cells=cells),))
    records = tables_to_projects(replace(made, document=document))
    assert [(r.status, r.status_text) for r in records] == [("red", "cell colour #ff0000"), ("green", "Green")]


@pytest.mark.parametrize(
    ("word", "row_painted", "status"),
    [("Monitor", False, "yellow"), ("Monitor", True, None), ("Green", False, "green")],
)
def test_the_paint_says_what_a_word_of_the_houses_own_does_not(
    word: str, row_painted: bool, status: str | None, context: Make
) -> None:
    made = context(f"| Project | Status |\n|---|---|\n| Pier Lift | {word} |\n| Dune Fence | Red |\n")
    table = made.document.tables[0]
    cells = tuple(
        replace(c, fill="#ffe933") if c.row == 1 and (row_painted or c.text == word) else c for c in table.cells
    )
    document = replace(made.document, tables=(replace(table, cells=cells),))
    first, _ = tables_to_projects(replace(made, document=document))
    assert (first.status, first.status_text) == (status, word)


def test_stacked_headers_are_read_by_their_lowest_row(context: Make) -> None:
    made = context("| Project | Status | Budget |\n|---|---|---|\n| Pier Lift | Green | $2M |\n")
    source = made.document.tables[0]
    rows = [["Budgets of the Largest Works", "Health", "Money"], ["Project", "Status", "Approved"]]
    head = [Cell(row=r, column=c, text=t, page=1) for r, texts in enumerate(rows) for c, t in enumerate(texts)]
    body = [replace(c, row=c.row + 1) for c in source.cells if c.row > 0]
    table = Table(cells=(*head, *body), rows=3, columns=3, header_rows=2, pages=(1,), method="ruled", confidence=1.0)
    (record,) = tables_to_projects(replace(made, document=replace(made.document, tables=(table,))))
    assert (record.project, record.status, record.budget is not None) == ("Pier Lift", "green", True)
