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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## What the words mean\n\n- **Calm** - cost and end are as approved\n- **Rough** - one of them may be lost",
         [("Calm", None, "cost and end are as approved"), ("Rough", None, "one of them may be lost")]),
        ("## Rating key\n\n**Calm** Cost and end are as approved.\n\n**Rough** One of them may be lost.",
         [("Calm", None, "Cost and end are as approved"), ("Rough", None, "One of them may be lost")]),
        ("| Rating | What it means |\n|-|-|\n| Calm | cost and end are as approved |\n| Rough | one may be lost |",
         [("Calm", None, "cost and end are as approved"), ("Rough", None, "one may be lost")]),
        ("| Work | Status |\n|-|-|\n| Pier Lift | Calm |\n| Ferry Hall | Rough |\n\n"
         "- Calm: cost and end are as approved\n- Rough: one of them may be lost",
         [("Calm", None, "cost and end are as approved"), ("Rough", None, "one of them may be lost")]),
        ("Key: Calm = cost and end are as approved; Rough = one of them may be lost.",
         [("Calm", None, "cost and end are as approved"), ("Rough", None, "one of them may be lost")]),
        ("## Active Works (G = on track, R = behind)\n\nNone.", [("g", "green", "on track"), ("r", "red", "behind")]),
        ("Works are graded as follows. Calm: nothing at all is late. Rough: a milestone is late by weeks.",
         [("Calm", None, "nothing at all is late"), ("Rough", None, "a milestone is late by weeks")]),
        ('"Calm" means that nothing is late, "Rough" that a milestone is, and "Storm" that the end is lost.',
         [("Calm", None, "nothing is late"), ("Rough", None, "a milestone is"), ("Storm", None, "the end is lost")]),
        ("A work is rated Calm when nothing is late, Rough when a milestone is, and Storm when the end is lost.",
         [("Calm", None, "nothing is late"), ("Rough", None, "a milestone is"), ("Storm", None, "the end is lost")]),
        ("The colour green is given to works without risk, red to those that need a vote.",
         [("green", "green", "works without risk"), ("red", "red", "those that need a vote")]),
        ("A work is A-rated when nothing is late, B-rated when a milestone is, and C-rated when the end is lost.",
         [("A", None, "nothing is late"), ("B", None, "a milestone is"), ("C", None, "the end is lost")]),
        ('In this report, "late" means that the date in the charter has passed.',
         [("late", None, "the date in the charter has passed")]),
        ('"Budget" is the sum that the board approved.', [("Budget", None, "the sum that the board approved")]),
        ("For the purposes of this report, a major work is one that costs more than $2 million.",
         [("major work", None, "one that costs more than $2 million")]),
        ("Occupancy is the share of berths in use.", [("Occupancy", None, "the share of berths in use")]),
        ("The waiting time is measured from the call to the first visit.",
         [("waiting time", None, "measured from the call to the first visit")]),
        ('By "reserve" we mean money that is set aside.', [("reserve", None, "money that is set aside")]),
        ("The idle fleet refers to boats without a berth.", [("idle fleet", None, "boats without a berth")]),
        ('Throughout, the term "spend" covers invoices that were paid.', [("spend", None, "invoices that were paid")]),
        ('"Slipping" is used for works whose end has moved.', [("Slipping", None, "works whose end has moved")]),
        ('(1) "Budget" means the sum that the board approved.', [("Budget", None, "the sum that the board approved")]),
        ("Green projects are those that will end on time.", [("green", "green", "those that will end on time")]),
        ("Works in good order are called Calm. Works whose end may slip are called Rough. Works that need help "
         "are called Storm.",
         [("Calm", None, "in good order"), ("Rough", None, "whose end may slip"), ("Storm", None, "that need help")]),
        ("Each work is shown as Calm (nothing at all is late), Rough (a milestone is late) or Storm (the end is lost).",
         [("Calm", None, "nothing at all is late"), ("Rough", None, "a milestone is late"),
          ("Storm", None, "the end is lost")]),
        ("A berth is counted as open when its lights work.", [("open", None, "when its lights work")]),
        ("The idle rate fell.[^1]\n\n[^1]: Idle rate: the share of berths that nobody used.",
         [("Idle rate", None, "the share of berths that nobody used")]),
    ],
)  # fmt: skip
def test_a_memo_explains_its_own_words(text: str, expected: list[tuple[str, str | None, str]], context: Make) -> None:
    assert read(text, context) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The delay means that the hall opens in March.",
        "## Works\n\n- Pier Lift: on track, and the road is open again\n- Ferry Hall: its roof is being repaired",
        "## Ratings\n\n- Pier Lift: at risk since the mast fell on the quay\n- Ferry Hall: on track for the spring",
        "Lead: Ana Moor. Next steps: staff will return in May. Risk: the steel may be late by weeks.",
        "The budget is the largest in ten years. The quay is one of the oldest in the county.",
        "Works in Ward 3 are rated Red. Works in Ward 4 are rated Green.",
        "Funds went to Elm (a street of shops), Oak (a lane of homes) and Ash (a yard of boats).",
        "The pier is red if the steel is late, and the hall is closed when the wind is strong.",
        "| Status | Description |\n|-|-|\n| Open | the gate is open to all |\n| Closed | the gate is shut at night |",
    ],
)
def test_a_list_that_only_looks_like_a_key_defines_nothing(text: str, context: Make) -> None:
    assert read(text, context) == []
