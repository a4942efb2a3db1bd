"""Promises: who will do what by when, and for which project."""

from collections.abc import Callable

import pytest

from extract.commitments import document_to_commitments
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
        "The pier opened in May 2028.",
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
