"""A sentence answers only if it says of the subject what is asked of it: the attribute, as a fact, of this very row."""

from datetime import date

import pytest

from answer.ask import answer_question
from records.answer import Question
from records.memo import Letterhead

# One line is one paragraph.
# ruff: noqa: E501
TEXT = """
# Memorandum

## Harbor Works

The dredging study will be presented to the Harbor Board in May 2031. The harbor office runs 14 cranes at an estimated cost of $2.8 million. The crane yard was moved to Cannon Quay.

Until the crane plan is finished, the office keeps to the present timetable, which ends in June 2031. The new crane plan is being drafted and will run to June 2036.

The ferry pass is now considering becoming a rail pass. A $60,000 gift from the Wexmoor Trust, received in 2030, pays for the trial. Notices are printed in English, Tagalog and Khmer.

Before the berth system came, it was different: previously, captains phoned for a berth or wrote it on a slate. The berth system opened in March 2030.

The crane crews finished 40 inspections. Six of them, or 15 percent, were repeated.

The trial reports these gains:

- **For Captains:** Shorter waits at the berth and fewer phone calls.
- **For the Office:** Clerks report 12% time gains from the berth assistants.

| Work | Crew | Budget | Finish | Note |
| --- | --- | --- | --- | --- |
| East Crane Renewal | North | $400,000 | May 2032 | Rust was found under the east crane and is being removed by a diver. |
| West Crane Renewal | South | $300,000 | July 2032 | The rails of the west crane were laid again after the storm in autumn. |
"""


@pytest.fixture(scope="module")
def library(memo_of, shelf_of):
    letterhead = Letterhead(body="Harbor Board", subject="Harbor Works", date=date(2031, 3, 4))
    return shelf_of(memo_of(TEXT, id="cannon", letterhead=letterhead))


def ask(library, text: str):
    return answer_question(Question(text=text), library)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In which languages are notices printed?", "Tagalog"),
        ("How did captains get a berth before the berth system came?", "phoned for a berth"),
        ("When will the dredging study be presented?", "May 2031"),
        ("Has the dredging study been presented to the Harbor Board?", "The memo says:"),
    ],
)
def test_quotes_what_says_it(library, text: str, said: str) -> None:
    answer = ask(library, text)
    assert answer.outcome == "answered", answer
    assert said in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "What is the harbor master's opinion of the berth system?",
        "What are the risks of the dredging study?",
        "What does the dredging study recommend?",
        "What is the average cost of the 14 cranes?",
        "How much did removing the rust cost?",
        "How much has been spent on the cranes?",
        "When will the crane yard reopen?",
        "Is the crane plan finished?",
        "Name the captains who phoned for a berth.",
        "Which vendors supply the cranes?",
        "How many inspections will the crane crews finish in 2035?",
    ],
)
def test_a_neighbouring_fact_is_no_answer(library, text: str) -> None:
    answer = ask(library, text)
    assert answer.outcome == "not_found", answer.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Why did the Oxley Foundation give $60,000?", "Wexmoor Trust"),
        ("What has the ferry pass cost since it became a rail pass?", "considering becoming a rail pass"),
    ],
)
def test_another_giver_and_an_event_yet_to_come_are_contradicted(library, text: str, said: str) -> None:
    answer = ask(library, text)
    assert answer.outcome == "false_premise", answer
    assert said in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Why did the Oxley Foundation give $75,000?",
        "Who signed the gift from the Wexmoor Trust?",
        "What has the berth system changed since it opened?",
    ],
)
def test_another_sum_or_a_finished_event_is_no_contradiction(library, text: str) -> None:
    assert ask(library, text).outcome != "false_premise", ask(library, text).text


def test_several_rows_that_fit_are_named(library) -> None:
    answer = ask(library, "What is the note on the crane renewal?")
    assert answer.outcome in ("ambiguous", "not_found"), answer.text
