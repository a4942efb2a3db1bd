"""Projects that stand in prose alone: below a heading or title line of their own, or as sentences in a row."""

from collections.abc import Callable

import pytest

from extract.frame.definitions import context_to_definitions
from extract.projects.status_prose import prose_to_projects
from extract.statements import Context

Make = Callable[[str], Context]


def _read(made: Context) -> dict[str, str | None]:
    return {record.project: record.status for record in prose_to_projects(made, [])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## Works\n\n### Cold Store\n\nThe tender drew no bid and the store is on hold.\n\n### Ferry Slip 2\n\n"
            "Ferry Slip 2 is behind schedule because castings broke.\n\n### Quay Wall\n\nFence work is on schedule.\n",
            {"Cold Store": "on_hold", "Ferry Slip 2": "yellow", "Quay Wall": "green"},
            id="a row of headings, most with a state below them",
        ),
        pytest.param(
            "## North\n\n### Pier Lift - Phase 1\n\nPhase 1 of the Pier Lift was completed in May 2028.\n\n"
            "### Pier Lift - Phase 2\n\nPhase 2 broke ground in June 2028 and remains on track.\n",
            {"Pier Lift - Phase 1": "complete", "Pier Lift - Phase 2": "green"},
            id="two phases are two projects",
        ),
        pytest.param(
            "## Garden Annex\n\nThe Garden Annex is on track to open in May 2028.\n\n## Roads\n\nPaving of Elm is "
            "on schedule.\n\n## Police\n\nThe department is on track to hire an officer.\n\n## Taxes\n\nNothing new.\n",
            {"Garden Annex": "green"},
            id="a heading that stands alone is named by its sentence",
        ),
        pytest.param(
            "## Report\n\nThe Deed Vault is at risk because mould was found. The Court Link is six weeks late. "
            "The Ledger Upgrade is on track. Staff completed the Wash Plant in April 2028. Ridership is on target.\n",
            {"Deed Vault": "yellow", "Court Link": "yellow", "Ledger Upgrade": "green", "Wash Plant": "complete"},
            id="sentences in a row",
        ),
        pytest.param(
            "## Bodies\n\nThe Audit Committee is on schedule. The Charter Commission is on track to report in May. "
            "The Finance Department is at risk.\n",
            {},
            id="bodies are no projects",
        ),
        pytest.param(
            "1. Rowan Playground\n\nStatus: On track\n\n2. Lake Boardwalk\n\nStatus: Delayed\n\n3. Tannery Dog Run\n\n"
            "Status: Complete\n",
            {"Rowan Playground": "green", "Lake Boardwalk": "yellow", "Tannery Dog Run": "complete"},
            id="numbered names above labelled lines",
        ),
        pytest.param(
            "## What the colors mean\n\nGreen: it is on track. Red: the end date is lost.\n\n## Night Bus\n\n"
            "Status: Red\n\n## River Sauna\n\nStatus: Green\n",
            {"Night Bus": "red", "River Sauna": "green"},
            id="the key to the colours is no project",
        ),
        pytest.param(
            "- Public Realm Renewal is on track.\n- School Street Trials were finished in March 2028.\n"
            "- Public Works is on schedule.\n",
            {"Public Realm Renewal": "green", "School Street Trials": "complete"},
            id="names that begin with Public and School",
        ),
    ],
)
def test_projects_in_prose_are_told_by_their_row(context: Make, text: str, expected: dict[str, str | None]) -> None:
    assert _read(context(text)) == expected


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Crews finished the project on May 3, 2028, except for the filter housing.", "the filter housing"),
        ("The project was completed in May 2028, save for the water skid.", "the water skid"),
        ("The project was completed in May 2028 apart from two doors.", "two doors"),
        ("The project was completed in May 2028.", None),
    ],
)
def test_what_is_excepted_from_a_completion_is_left_open(context: Make, sentence: str, left: str | None) -> None:
    (record,) = prose_to_projects(context(f"## Pier Lift Upgrade\n\n{sentence}\n"), [])
    assert (record.status, record.residual) == ("complete", left)


@pytest.mark.parametrize(
    ("sentence", "budget"),
    [
        ("The approved cost rose from $148.0m to $163.5m.", "$163.5m"),
        ("The approved budget fell from $2.4m to $2.2m.", "$2.2m"),
        ("It is expected to open in May 2029 at a cost of $890,000.", "$890,000"),
        ("The approved cost is $3.9 million.", "$3.9 million"),
        ("A lawsuit cost $3.9 million.", None),
    ],
)
def test_an_approved_cost_is_the_budget(context: Make, sentence: str, budget: str | None) -> None:
    (record,) = prose_to_projects(context(f"## Pier Lift Upgrade\n\nThe project is on track. {sentence}\n"), [])
    assert (record.budget.text if record.budget else None) == budget


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A green cell stands for On Track, which means that no milestone has moved. A yellow cell stands for "
            "At Risk, which means that a milestone may move.\n",
            [("on track", "green"), ("at risk", "yellow")],
        ),
        (
            "- On track: the dates and the money are as approved.\n- Monitor: one milestone is threatened.\n"
            "- Off track: one milestone is lost.\n",
            [("on track", "green"), ("monitor", None), ("off track", "red")],
        ),
        ("- On track: the Pier Lift opens in May.\n- Delayed: the Hub waits for steel until 2029.\n", []),
    ],
)
def test_words_of_a_scale_are_defined(context: Make, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(d.term, d.status) for d in context_to_definitions(context(text))] == expected


def test_a_status_that_nobody_explains_stays_as_it_is_written(context: Make) -> None:
    text = "## Gannet Quay\n\n**Status:** Wavering. **Budget:** $4.2 million. **Completion:** March 2032.\n"
    (record,) = prose_to_projects(context(text), [])
    assert (record.status, record.status_text, record.end and record.end.text) == (None, "Wavering", "March 2032")
    assert prose_to_projects(context("## Gannet Quay\n\n**Status:** Wavering.\n"), []) == ()


def _days(made: Context) -> dict[str, str | None]:
    return {r.project: r.completed.label() if r.completed else None for r in prose_to_projects(made, [])}


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("It went live on May 3, 2028.", "2028-05-03"),
        ("The Board opened it on May 3, 2028.", "2028-05-03"),
        ("The last berth was painted in April 2028.", "2028-04"),
        ("The lift passed its final inspection in April 2028.", "2028-04"),
        ("On May 3, 2028 the first riders moved in.", "2028-05-03"),
        ("Boats have been running from it since May 3, 2028.", "2028-05-03"),
        ("The contract had been signed on May 3, 2027.", None),
        ("Phase 2 opened on May 3, 2028.", None),
        ("Crews moved in on May 3, 2028. It was accepted on May 9, 2028.", None),
        ("The bar will open in May 2029.", None),
    ],
)
def test_the_sentence_after_may_tell_the_day_of_completion(after: str, day: str | None, context: Make) -> None:
    text = (
        f"## Works\n\n### Pier Lift\n\nThe project is complete. {after}\n\n### Quay Wall\n\nThe project is on track.\n"
    )
    assert _days(context(text)) == {"Pier Lift": day, "Quay Wall": None}
