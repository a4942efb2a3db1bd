"""A table's cell is found by part of its row's name and by other words than its column's title, or not at all."""

import pytest

from answer.ask import answer_question
from answer.questions.reading.period_words import same_time, times_in
from records.answer import Question

MEMO = """
# Works of the Harbor Office

## Money

| No. | Work | Chief source of funds | Approved budget | Disbursed | Rating Q2 | Rating Q3 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Heron Pier Rebuilding | Port levy | $310,000 | $90,000 | Amber | Green |
| 2 | Quarry Steps | State bonds | $1,450,000 | $1,100,000 | Green | Amber |

## Measures

| Measure | Jan–Jun 2030 | Jul–Dec 2030 | 2031 target |
| --- | --- | --- | --- |
| Berths let to visitors | 410 | 655 | 700 |
| Lamps mended within a week | 61% | 72% | 90% |
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What pays for Heron Pier?", "Port levy"),
        ("How much has been spent so far on the Heron Pier?", "$90,000"),
        ("How many berths were let to visitors in the second half of 2030?", "655"),
        ("What is the 2031 goal for lamps mended?", "90%"),
        ("How was Quarry Steps rated in the third quarter?", "Amber"),
        ("berths let 2030", "Jul–Dec 2030: 655"),
    ],
)
def test_a_cell_is_told_in_other_words(memo_of, shelf_of, asked: str, told: str) -> None:
    answer = answer_question(Question(text=asked), shelf_of(memo_of(MEMO)))
    assert answer.outcome == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "How many berths were let to visitors in 2029?",
        "Who designed the Heron Pier?",
        "By how many did the berths let to visitors grow in 2030?",
        "How many lamps still lack a cover?",
        "How many miles of pier were tarred in 2030?",
    ],
)
def test_what_the_table_does_not_hold_is_not_told_from_it(memo_of, shelf_of, asked: str) -> None:
    answer = answer_question(Question(text=asked), shelf_of(memo_of(MEMO)))
    assert answer.method != "record"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Rating Q3", {"q3"}),
        ("third quarter of 2031", {"q3", "2031"}),
        ("Jul–Dec 2030", {"h2", "2030"}),
        ("FY 30-31", {"2030", "2031"}),
        ("Year Two", {"n2"}),
        ("Spent to date", set()),
    ],
)
def test_times_of_titles_and_questions_are_read_alike(text: str, times: set[str]) -> None:
    assert times_in(text) == times


def test_a_column_of_another_year_is_another_time() -> None:
    assert same_time(times_in("in 2030"), times_in("Jul–Dec 2030"))
    assert not same_time(times_in("in 2029"), times_in("Jul–Dec 2030"))
