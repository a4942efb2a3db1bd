"""What a memo recommends, and with whom it was coordinated."""

from collections.abc import Callable

import pytest

from extract.frame.remarks import context_to_coordination, context_to_recommendations, text_to_parties
from extract.statements import Context

Make = Callable[..., Context]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## RECOMMENDATION\n\nAccept the report.\n\n## BACKGROUND\n\nLong ago.\n", ["Accept the report."]),
        (
            "## Staff Recommendation\n\nThat the Council:\n\n1. Receive the report; and\n2. Direct staff to return.\n",
            ["Receive the report", "Direct staff to return."],
        ),
        ("## 2. Recommendations\n\n2.1 That Cabinet notes the report.\n", ["That Cabinet notes the report."]),
        ("## Discussion\n\nStaff recommends making the pilot permanent.\n",
         ["Staff recommends making the pilot permanent."]),
        ("## Discussion\n\nThe board recommended the lease in 2019.\n", []),
        ("## RECOMMENDATION\n\nNone.\n", []),
    ],
)  # fmt: skip
def test_each_recommendation_is_a_record(text: str, expected: list[str], context: Make) -> None:
    assert [remark.text for remark in context_to_recommendations(context(text))] == expected


def test_the_introduction_of_a_list_is_evidence_too(context: Make) -> None:
    made = context("## Recommendation\n\nThat the Council:\n\n1. Receive the report.\n")
    (remark,) = context_to_recommendations(made)
    assert [place.quote for place in remark.places] == ["Receive the report.", "That the Council:"]


def test_coordination_ends_where_the_memo_is_signed(context: Make) -> None:
    made = context(
        "## COORDINATION\n\nThis memo was coordinated with the Harbor Office and the Town Clerk.\n\n/s/\n\nAda Vale\n\n"
        "For questions, please contact Bo Lind, Analyst, at bo@x.example.\n"
    )
    (remark,) = context_to_coordination(made)
    assert remark.parties == ("Harbor Office", "Town Clerk")


def test_coordination_is_told_without_a_heading_too(context: Make) -> None:
    made = context("## Discussion\n\nThis report was reviewed by the Town Clerk.\n")
    assert [remark.parties for remark in context_to_coordination(made)] == [("Town Clerk",)]


def test_offices_that_share_a_word_are_not_told_apart() -> None:
    assert text_to_parties("It was coordinated with the Police, Fire and Parks Departments.") == ()
