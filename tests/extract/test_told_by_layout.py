"""What a memo tells by its layout and in its own words: headings that are statuses, sums behind names, letters."""

from collections.abc import Callable

from extract.memo import document_to_memo
from records.document import Document
from records.memo import Memo

Read = Callable[..., Document]

STATUS_HEADINGS = """# Town of Gullhaven

To: Harbour Committee
From: Ada Brook, Engineer
Date: May 4, 2028
Subject: Capital works

## How Works Are Rated

A project is "on track" when it opens in time. A project that "needs attention" varies from plan by up to 10%. A project
is "off track" when it varies by more.

## On Track

**Pier Lift ($1.2 million).** The mast is up. Completion is expected in March 2029.

**Dune Fence, Phase 2 ($0.4 million).** Posts are driven. Completion in 2028 is no longer possible.

## Needs Attention

**Tide Gauge No. 3 ($2.0 million).** The sensor failed its test. Staff has ordered another.

## Completed This Quarter

Quay Lamps, Phase 1 was completed on March 3, 2028. The Slipway Shed (GH07) was finished in April 2028, $10,000 below
budget.
"""

LETTER = """COUNTY OF VALE

September 8, 2028

The Honorable Una Reed, Chair

Library Board of Trustees

410 Mill Street

Dear Chair Reed:

The system lent 1.3 million items this year. There are two projects under way.

## Projects

**Orchard Branch** has been on site since spring. Formerly the Valley Branch, the project is on track for August 2029.

**Bookmobile Garage** is off track. The slab cracked. Ravel Stone is replacing it at its own cost.

Sincerely,

Joost Veld

Library Director
"""


def _memo(text: str, markdown: Read) -> Memo:
    return document_to_memo(markdown(text))


def test_headings_that_are_statuses_give_them_to_the_names_below(markdown: Read) -> None:
    projects = {p.project: p for p in _memo(STATUS_HEADINGS, markdown).projects}
    assert {name: p.status for name, p in projects.items()} == {
        "Pier Lift": "green",
        "Dune Fence, Phase 2": "green",
        "Tide Gauge No. 3": "yellow",
        "Quay Lamps, Phase 1": "complete",
        "Slipway Shed": "complete",
    }
    budgets = {name: p.budget.amount for name, p in projects.items() if p.budget}
    assert budgets == {"Pier Lift": 1_200_000, "Dune Fence, Phase 2": 400_000, "Tide Gauge No. 3": 2_000_000}
    assert projects["Dune Fence, Phase 2"].end is None
    assert projects["Tide Gauge No. 3"].issue == "The sensor failed its test."
    assert projects["Tide Gauge No. 3"].mitigation == "Staff has ordered another."


def test_the_memo_defines_its_own_words(markdown: Read) -> None:
    found = {d.term: d.status for d in _memo(STATUS_HEADINGS, markdown).definitions}
    assert found["needs attention"] == "yellow"


def test_a_letter_tells_its_head_without_labels(markdown: Read) -> None:
    memo = _memo(LETTER, markdown)
    head = memo.letterhead
    assert (head.body, head.from_, str(head.date)) == ("Library Board of Trustees", "Joost Veld", "2028-09-08")
    assert {name for name, _ in head.places} >= {"to", "body", "from_", "date"}
    assert 1_300_000 in {metric.value for metric in memo.metrics}
    orchard, garage = memo.projects
    assert (orchard.aliases, orchard.end and orchard.end.text) == (("Valley Branch",), "August 2029")
    assert (garage.status, garage.mitigation) == ("red", "Ravel Stone is replacing it at its own cost.")


def test_a_sum_told_in_a_sentence_is_the_budget_of_the_project_that_it_names(markdown: Read) -> None:
    text = (
        "| Project | Status |\n|---|---|\n| Pier Lift | Amber |\n| Dune Fence | Green |\n\n"
        "## Decisions\n\nA new plan for the Pier Lift was adopted, and the approved cost rose from $1.2m to $1.4m."
    )
    assert [p.budget and p.budget.amount for p in _memo(text, markdown).projects] == [1_400_000, None]


def test_numbers_of_paragraphs_are_no_part_of_names(markdown: Read) -> None:
    memo = _memo(
        "## Progress\n\n3.3 The Housing Records System went live on 3 February 2028 and is complete.", markdown
    )
    assert [p.project for p in memo.projects] == ["Housing Records System"]
