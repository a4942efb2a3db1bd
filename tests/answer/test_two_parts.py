"""Questions of several parts: how they are cut, and that half an answer is none, on one invented memo."""

import pytest

from answer.ask import answer_question
from answer.questions.reading.question_parts import split_question
from records.answer import Question
from records.facts import Project
from records.values import Money

# One line is one paragraph.
TEXT = """
# Memorandum

## Status

The bureau oversees 17 works with a combined budget of $8.6 million. It has thirteen masons, of which ten are certified.

| Project | Status | Issue | Mitigating Action |
| --- | --- | --- | --- |
| Mill Bridge Railing | RED | The foundry closed. | A second foundry is bidding. |
| Quarry Steps | GREEN | None | None |

### Lamp Library

In June 2030 the bureau introduced the Lamp Library, a loan desk for work lights. About 2,750 lamps have been lent.
"""

CUTS = [
    ("Who leads the pier works, and when do they end?", ("Who leads the pier works?", "when do they end?")),
    ("What went wrong? And who mends it?", ("What went wrong?", "who mends it?")),
    ("When and where was the regatta held?", ("When was the regatta held?", "where was the regatta held?")),
    (
        "How many boats and how many crews does the club have?",
        ("How many boats does the club have?", "how many crews does the club have?"),
    ),
    (
        "What are the status and the budget of the pier?",
        ("what is the status of the pier?", "what is the budget of the pier?"),
    ),
    ("Which pier is red, and its budget?", ("Which pier is red?", "what is its budget?")),
    ("Why is the pier shut, and until when?", ("Why is the pier shut?", "until when?")),
]
ONE_PART = [
    "What are the roles and responsibilities of the board?",
    "Who coordinates with the Parks and Harbor Department?",
    "When was the pier, which burned in 2030, rebuilt?",
]
ANSWERED = [
    ("Which project is red, and why?", ("Mill Bridge Railing", "foundry closed")),
    ("What are the status and the issue of the Mill Bridge Railing?", ("RED", "foundry closed")),
    ("What is wrong with the railing and what is being done about it?", ("foundry closed", "second foundry")),
    ("How many works does the bureau oversee and what is their combined budget?", ("17", "$8.6 million")),
    ("When was the Lamp Library introduced and how many lamps have been lent?", ("June 2030", "2,750")),
    ("How many masons does the bureau have and how many of them are certified?", ("thirteen", "ten")),
    ("What is the budget of the Mill Bridge Railing, and what is its status?", ("$310,000", "RED")),
    ("What is the status of the Quarry Steps and what is their budget?", ("GREEN", "The memo does not say")),
]
NOT_ANSWERED = [
    "When was the Lamp Library introduced and who objected to it?",
    "Who is the mayor and how many masons are there?",
]


@pytest.fixture(scope="module")
def shelf(memo_of, shelf_of):
    def project(name, **fields):
        return lambda memo, as_of, place: Project(project=name, memo=memo, as_of=as_of, places=(place(name),), **fields)

    return shelf_of(
        memo_of(
            TEXT,
            projects=[
                project(
                    "Mill Bridge Railing", status="red", status_text="RED", issue="The foundry closed.",
                    mitigation="A second foundry is bidding.", budget=Money(amount=310_000, text="$310,000"),
                ),
                project("Quarry Steps", status="green", status_text="GREEN"),
            ],
        )
    )  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), CUTS)
def test_is_cut_where_two_things_are_asked(text, parts):
    found = split_question(text)
    assert found is not None
    assert found.texts == parts


@pytest.mark.parametrize("text", ONE_PART)
def test_is_left_whole_where_one_thing_is_asked(text):
    assert split_question(text) is None


@pytest.mark.parametrize(("text", "said"), ANSWERED)
def test_all_parts_are_answered(shelf, text, said):
    answer = answer_question(Question(text=text), shelf)
    assert answer.outcome == "answered"
    assert all(words in answer.text for words in said), answer.text


@pytest.mark.parametrize("text", NOT_ANSWERED)
def test_half_an_answer_is_none(shelf, text):
    assert answer_question(Question(text=text), shelf).outcome == "not_found"
