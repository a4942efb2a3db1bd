"""Promises: who will do what by when, and for which project."""

from collections.abc import Callable

import pytest

from extract.facts.commitments import document_to_commitments
from extract.statements import Context
from records.memo import Letterhead


def read(made: Context) -> list[tuple[str | None, str | None]]:
    found = document_to_commitments(made.document, made.sections, Letterhead(date=made.date), made.memo)
    return [(c.due.label() if c.due else None, c.project) for c in found]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Staff will return with a report by October 2028.", "2028-10"),
        ("The last office is expected to move by the end of 2028.", "by the end of 2028"),
        ("The vote is scheduled for September 3, 2028.", "2028-09-03"),
        ("The department plans to hire two divers.", None),
        ("The gate is on track to open in spring 2029.", "spring 2029"),
        ("A recommendation will be brought forward no later than December 2028.", "2028-12"),
        ("Crews will move in August.", "2028-08"),
        ("In fall 2028, crews will pave the ramp.", "fall 2028"),
        ("The berth is expected to open in May 2029 rather than in June 2028.", "2029-05"),
        ("Delivery of the boats is expected by March 2029.", "2029-03"),
        ("Phase 2 of the wall, to be finished by June 2029, is funded.", "2029-06"),
        ("Two more crews expected to join in July 2028.", "2028-07"),
        ("The city will join the county's radio network.", None),
        ("The lamps will be replaced by hand.", None),
        ("Staff will establish a Ferry Users Board.", None),
        ("At Risk: The lift will open in May 2029.", "2029-05"),
        ("Staff will present the study in September 2028 and, if asked, will begin in October.", "2028-09"),
        ("The maker has agreed to replace the radios, and work is scheduled to resume in August 2028.", "2028-08"),
        ("The pilot will run through May 2029, after which staff will recommend what to do.", "2029-05"),
        ("All is built but the shade, which will be installed in July 2028.", "2028-07"),
        ("We anticipate a grand reopening on May 1, 2029.", "2029-05-01"),
        ("The policy takes effect on March 1, 2029.", "2029-03-01"),
        ("The launch has been pushed to December 2028 since the radios fail.", "2028-12"),
        ("The desk will expand its hours beginning July 1, 2028.", "2028-07-01"),
        ("The office has committed to publishing a dashboard by the end of the year.", "by the end of the year"),
        ("Crews plan to rebid the work this fall.", "this fall"),
        ("Staff plans to extend the lease to June 2029.", None),
        ("- Publish the scorecard by January 31, 2029", "2029-01-31"),
        ("- Hire two engineers", None),
    ],
)
def test_a_promise_is_read_with_its_day(sentence: str, due: str | None, context: Callable[..., Context]) -> None:
    assert read(context(f"## Next Steps\n\n{sentence}\n")) == [(due, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The lift was expected to open in 2027.",
        "The Committee will be informed of progress.",
        "The pier is a place that will draw visitors.",
        "If the permit comes, crews will start.",
        "Council will consider the award in November if bids are low.",
        "This paper is about the schemes to be either continued in 2028 or put off.",
        "The office is exploring a shared hall with the county.",
        "Had the grant come, the bridge would have been built in 2029.",
        "The pier opened in May 2028.",
        "The focus will be on safe piers and how delays are being handled.",
        "The program will be guided by fairness and thrift.",
        "Results will be tracked through measures and dashboards.",
        "The strategy will establish a framework for boats and piers.",
        "Until the permit is renewed, the ferry will continue running under the old one.",
        "Reporting: Over 80% of the lifts are on schedule for their opening, marked as green.",
        "Green: the project will meet its date and budget.",
        "Green means that the project will meet its date.",
        "The Council will see which piers depend on the weather.",
        "The last report said that the pier would reopen, and that the lift will open in May 2029.",
        "The lift, expected by May 2027, opened late.",
        "The goal is to improve the ferry.",
        "Will the lift open in May 2029?",
        "The office will not open a desk.",
    ],
)
def test_what_is_no_promise_is_left_alone(sentence: str, context: Callable[..., Context]) -> None:
    assert read(context(f"## Next Steps\n\n{sentence}\n")) == []


def test_a_promise_belongs_to_the_project_that_it_or_its_paragraph_names(context: Callable[..., Context]) -> None:
    made = context(
        "## Discussion\n\nThe Pier Lift Upgrade is delayed. It is scheduled to open in fall 2029.\n\n"
        "Staff will report in May 2029.\n"
    )
    assert read(made) == [("fall 2029", "Pier Lift Upgrade"), ("2029-05", None)]


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("Staff will publish the tender for the new lift in May 2029.", "Pier Lift Upgrade"),
        ("The last of the lamps will be delivered in May 2029.", "Harbor Lamp Replacement"),
        ("All twelve lamps are expected to be in service by May 2029.", "Harbor Lamp Replacement"),
        ("Text.\n\n## The Data Office\n\nStaff will return in May 2029.", None),
        ("The conversion will begin in May 2029.", None),
        ("The harbor will reopen in May 2029.", None),
        ("The lamps and the lift will be tested in May 2029.", None),
        ("The Pier Lift Upgrade is red.\n\n## Lamps\n\nStaff will return in May 2029.", "Harbor Lamp Replacement"),
        ("The Pier Lift Upgrade is red. The annual Lantern Parade will be held on May 5, 2029.", None),
        ("Text.\n\n## Pier Lift Upgrade\n\nThe first lamp will be delivered in May 2029.", None),
        ("The Pier Lift Upgrade is red. Staff will return in May 2029.", "Pier Lift Upgrade"),
    ],
)
def test_a_promise_belongs_to_the_project_that_it_means(
    text: str, project: str | None, context: Callable[..., Context]
) -> None:
    table = (
        "| Project | Status |\n|---|---|\n| Pier Lift Upgrade | Red |\n| Harbor Lamp Replacement | Green |\n"
        "| Harbor Portal Conversion | Green |\n| Ticket Data Conversion | Green |\n\n"
    )
    assert [found for _, found in read(context(f"## Projects\n\n{table}## Discussion\n\n{text}\n"))] == [project]
