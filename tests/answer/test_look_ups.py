"""Look-ups by value, which of two and of all, tables as such, items by label and links, on one invented memo."""

import pytest

from answer.ask import answer_question
from answer.questions.reading.choices import asked_choice
from records.answer import Question

# One line is one paragraph.
# ruff: noqa: E501
TEXT = """
# Memorandum

## Works

| Work | Target | Approved | Spent |
| --- | --- | --- | --- |
| Mill Bridge Railing | March 2032 | $310,000 | $90,000 |
| Quarry Steps | June 2031 | $1,450,000 | $1,100,000 |
| Lock Gate Repair | October 2033 | $720,000 | $15,000 |
| Total | | $2,480,000 | $1,205,000 |

### Lamp Library

In June 2030 the bureau introduced the Lamp Library, a loan desk for work lights.[^1] The system handles about $64,000 in deposits.

### Rope Course

Launched in April 2028, the course teaches knots.

Reported benefits include:

**For Masons:** Fewer falls from ladders.

**For the Bureau:** Lower insurance fees.

### Gallery

The Sandstone Trust gave $25,000 for the gallery.

[^1]: https://lamps.example/loans
"""
ANSWERED = [
    ("Which work costs $1.45 million?", "Quarry Steps"),
    ("Which work has spent $15,000?", "Lock Gate Repair"),
    ("Which work is due in March 2032?", "Mill Bridge Railing"),
    ("What was introduced in June 2030?", "Lamp Library"),
    ("Who gave the $25,000?", "Sandstone Trust"),
    ("Which system handles some $64,000?", "Lamp Library"),
    ("Which is cheaper, the Quarry Steps or the Lock Gate Repair?", "Lock Gate Repair: $720,000"),
    ("Is the Mill Bridge Railing due later than the Quarry Steps?", "Yes: Mill Bridge Railing"),
    ("Which of the railing and the lock gate has spent more?", "Mill Bridge Railing: $90,000"),
    ("Which is older, the Lamp Library or the Rope Course?", "Rope Course: April 2028"),
    ("Which work is due first?", "Quarry Steps"),
    ("Which work has the smallest budget?", "Mill Bridge Railing"),
    ("What columns does the table have?", "Work; Target; Approved; Spent"),
    ("How many rows does the table have?", "3:"),
    ("What benefits for masons does the Rope Course report?", "Fewer falls"),
    ("Where can I find the lamp loan desk online?", "https://lamps.example/loans"),
]
NOT_ANSWERED = [
    "Which work costs $2 million?",
    "Which vendor was paid $25,000?",
    "Who gave the $26,000?",
    "What was introduced in June 2031?",
    "Which is cheaper, the Quarry Steps or the Gallery?",
    "Which is older, the Lamp Library or the Gallery?",
    "Where can I find the rope course online?",
]
CHOICES = [
    ("Which is cheaper, the pier or the dock?", ("pier", "dock", False)),
    ("Will the pier or the dock be finished earlier?", ("pier", "dock", False)),
    ("Does the pier cost more than the dock?", ("pier", "dock", True)),
    ("Which of the pier and the dock is larger?", ("pier", "dock", False)),
]


@pytest.fixture(scope="module")
def shelf(memo_of, shelf_of):
    return shelf_of(memo_of(TEXT))


@pytest.mark.parametrize(("text", "said"), ANSWERED)
def test_the_thing_is_named(shelf, text, said):
    answer = answer_question(Question(text=text), shelf)
    assert answer.outcome == "answered"
    assert said in answer.text
    assert answer.citations


@pytest.mark.parametrize("text", NOT_ANSWERED)
def test_nothing_is_named_that_the_memo_does_not_tell(shelf, text):
    assert answer_question(Question(text=text), shelf).outcome != "answered"


@pytest.mark.parametrize(("text", "sides"), CHOICES)
def test_both_sides_of_a_choice_are_read(text, sides):
    found = asked_choice(text)
    assert found is not None
    assert (found.one, found.other, found.claims) == sides
