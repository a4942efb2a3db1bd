"""What two figures of one sentence give: the rest of a whole, a difference, a share, a sum; and where they give nothing."""

from decimal import Decimal

import pytest

from answer.ask import answer_question
from answer.questions.figures.relations import read_relation, read_relations
from records.answer import Question

# One line is one paragraph.
# ruff: noqa: E501
DEPOTS = """
# Memorandum

## Depots

Of 40 depots, 31 have been painted. The yard took in 212 carts, of which 88 were sold. Lamp repairs cost $12.9 million, against an estimate of $10.6 million. Patrols logged 288 rounds, short of the goal of 360. Of 60 gates, 14 are still unlocked.

## Grants

The Tide Fund gave $30,000 in the first year and $22,500 in the second. The office ordered 200 key cards at $52 apiece. Vouchers for tools were issued, 58 percent of which were redeemed. The course took in 15 porters; 13 finished.
"""
GIVEN = [
    ("How many depots have yet to be painted?", "9 (40 - 31)"),
    ("How many of the carts were not sold?", "124 (212 - 88)"),
    ("By how much did lamp repairs exceed the estimate?", "$2.3 million ($12.9 million - $10.6 million)"),
    ("How far short of the goal were the patrols' rounds?", "72 (360 - 288)"),
    ("How much did the Tide Fund give in all?", "$52,500 ($30,000 + $22,500)"),
    ("What do the key cards cost in total?", "$10,400 (200 x $52)"),
    ("What portion of the tool vouchers were not redeemed?", "42 percent"),
    ("How many porters did not finish the course?", "2 (15 - 13)"),
]
NOT_GIVEN = [
    ("How many gates have not been locked?", "46"),
    ("How many carts were neither sold nor lent?", "124"),
    ("How many depots have not been roofed?", "9 (40"),
]


@pytest.fixture(scope="module")
def ask(memo_of, shelf_of):
    shelf = shelf_of(memo_of(DEPOTS, id="depots"))
    return lambda text: answer_question(Question(text=text), shelf)


@pytest.mark.parametrize(("text", "start"), GIVEN)
def test_is_computed_from_one_sentence(ask, text: str, start: str) -> None:
    answer = ask(text)
    assert (answer.outcome, answer.method) == ("answered", "computed"), answer
    assert answer.text.startswith(start)


@pytest.mark.parametrize(("text", "not_said"), NOT_GIVEN)
def test_nothing_is_computed_for_what_the_sentence_does_not_give(ask, text: str, not_said: str) -> None:
    assert not ask(text).text.startswith(not_said), ask(text).text


@pytest.mark.parametrize(
    ("text", "kind", "first", "other"),
    [
        ("Seven of the nine piers have lamps.", "part", 7, 9),
        ("The club has 520 boats, 200 of them electric.", "part", 200, 520),
        ("It trained 318 pilots in Dunmore out of 540 that qualify.", "part", 318, 540),
        ("Riders numbered 4,730, up from 2,980.", "against", 4730, 2980),
        ("The wait went from 12 days to 3 days.", "against", 3, 12),
        ("We paid $14.9 million against a budget of $15.6 million.", "against", 14_900_000, 15_600_000),
    ],
)
def test_relation_is_read(text: str, kind: str, first: int, other: int) -> None:
    found = read_relation(text)
    assert found is not None
    assert (found.kind, found.part, found.whole) == (kind, Decimal(first), Decimal(other))


def test_two_counts_side_by_side_are_no_relation() -> None:
    assert read_relations("There were 40 ferries and 12 barges in the harbor.") == ()
