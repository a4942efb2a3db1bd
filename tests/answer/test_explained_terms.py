"""What a term means is told from the sentence that explains it in passing."""

import pytest

from answer.ask import answer_question
from answer.one_memo import question_to_case
from answer.questions.texts.explained_terms import asked_term, explained_term_answer
from records.answer import Question

MEMO = """
# Harbor Office

## Terms and times

A berth line is the rope that runs from the quay to a moored boat. The crew works on swing days, on which the bridge \
stays open from noon to midnight. Boats without a paid berth are called "strays" in this report.

Just over half of the damage happened on the Outer Line ("OL"), the two miles of quay that face the sea.

QuayBook is the Office's site for booking berths and paying for them. The berth line was renewed in May. \
Automated Tide Metering (ATM) began in June.
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What is a berth line?", "the rope that runs"),
        ("define berth line", "the rope that runs"),
        ("Sorry, I'm new here - what do they mean by swing days?", "from noon to midnight"),
        ("What is a stray in this report?", "without a paid berth"),
        ("What is the OL?", "two miles of quay"),
        ("What is QuayBook used for?", "booking berths"),
        ("swing days meaning", "from noon to midnight"),
        ("What is ATM?", "ATM stands for Automated Tide Metering"),
    ],
)
def test_a_term_is_explained(memo_of, shelf_of, asked: str, told: str) -> None:
    answer = answer_question(Question(text=asked), shelf_of(memo_of(MEMO)))
    assert answer.outcome == "answered"
    assert told in answer.text


def test_a_term_that_is_only_used_is_not_explained(memo_of, shelf_of) -> None:
    used = "# Harbor Office\n\n## Works\n\nThe crew renewed the slip rail in May and the lamps in June.\n"
    memo = memo_of(used)
    assert explained_term_answer(question_to_case(Question(text="What is a slip rail?"), memo, shelf_of(memo))) is None


@pytest.mark.parametrize("asked", ["What is the cost of the pier?", "What is the new date?", "Who leads the pier?"])
def test_a_detail_is_no_term(asked: str) -> None:
    assert asked_term(asked) is None
