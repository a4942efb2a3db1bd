"""What counts as a definition, and what only uses the term."""

from collections.abc import Callable

import pytest

from extract.frame.definitions import context_to_definitions
from extract.statements import Context

Make = Callable[..., Context]


def read(text: str, context: Make) -> list[tuple[str, str | None, str]]:
    definitions = context_to_definitions(context(text))
    folded = " ".join(text.split())
    assert all(place.quote in folded for definition in definitions for place in definition.places)
    return [(definition.term, definition.status, definition.meaning) for definition in definitions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Eight works are marked as "green." This status indicates that they keep their dates.',
         [("green", "green", "they keep their dates")]),
        ('The pier is marked as "amber," meaning the date is in doubt. This status suggests a slip of weeks '
         '(which would be "red").',
         [("amber", "yellow", "the date is in doubt; a slip of weeks")]),
        ('It has not led to a loss of the opening date (which would be classified as "red").',
         [("red", "red", "a loss of the opening date")]),
        ("A work is on time or late. It is red when the end date is lost.", [("red", "red", "the end date is lost")]),
        ("*On course (green)* projects will open on the day that was set.",
         [("green", "green", "will open on the day that was set")]),
        ("Amber (yellow) projects have a date that may move.", [("amber", "yellow", "have a date that may move")]),
        ("A red rating means the end date is lost.", [("red", "red", "the end date is lost")]),
        ("Yellow indicates that a milestone has slipped.", [("yellow", "yellow", "a milestone has slipped")]),
        ("A project is rated green when nothing is late. It is rated red when the end date is lost.",
         [("green", "green", "nothing is late"), ("red", "red", "the end date is lost")]),
        ("- **Green** means that all is well\n- **Red** means that the end date is lost",
         [("green", "green", "all is well"), ("red", "red", "the end date is lost")]),
        ("Green: on time and in budget. Red: one of the two is lost.",
         [("green", "green", "on time and in budget"), ("red", "red", "one of the two is lost")]),
        ("Colors: green if nothing is late; yellow if a milestone is late, or will be; and red if the end is lost.",
         [("green", "green", "nothing is late"), ("yellow", "yellow", "a milestone is late, or will be"),
          ("red", "red", "the end is lost")]),
        ("| Color | Meaning |\n|-|-|\n| Green | work goes on as planned |\n| Red | work has stopped for now |",
         [("green", "green", "work goes on as planned"), ("red", "red", "work has stopped for now")]),
        ("A *major work* is defined as one over $2 million.", [("major work", None, "one over $2 million")]),
        ("“Ready” means that the funds are in hand.", [("Ready", None, "the funds are in hand")]),
        ("Each spring staff meets. Works are watched when they meet one of these criteria:\n\n1. Late\n2. Over budget",
         [("Works are watched", None, "when they meet one of these criteria: Late; Over budget")]),
    ],
)  # fmt: skip
def test_definitions(text: str, expected: list[tuple[str, str | None, str]], context: Make) -> None:
    assert read(text, context) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Red: Harbor Portal\n\nGreen: Pier Nine",
        "Red: 2 projects; Green: 9 projects.",
        "The pier was marked red when the contractor left.",
        "This means that more time is needed.",
        "Works flagged as yellow or red are brought back on track.",
        "The pier is red if the steel is late.",
        "Red paint was used for the railings of the pier.",
        "On course (green) projects have been moved to the annex.",
        "Green: Crews were on time and in budget all year.",
    ],
)
def test_what_only_uses_a_term_defines_nothing(text: str, context: Make) -> None:
    assert read(text, context) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            'A project is "At Risk" when it is up to 90 days late, and "Delayed" when it is later than that.',
            {"at risk": "it is up to 90 days late", "delayed": "it is later than that"},
        ),
        (
            "Projects are shown as Green (on schedule), Yellow (up to 90 days late) or Red (more than 90 days late).",
            {"green": "on schedule", "yellow": "up to 90 days late", "red": "more than 90 days late"},
        ),
    ],
)
def test_a_sentence_may_define_a_whole_scale(
    sentence: str, expected: dict[str, str], context: Callable[..., Context]
) -> None:
    found = context_to_definitions(context(f"## Status\n\n{sentence}\n"))
    assert {definition.term: definition.meaning for definition in found} == expected
