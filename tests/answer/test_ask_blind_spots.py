"""Questions that lead to a likely but wrong answer: open cells, checks of other matters, directions, mere mentions."""

from datetime import date

import pytest

from answer.ask import answer_question
from records.answer import Question
from records.memo import Letterhead

# One line is one paragraph.
# ruff: noqa: E501
TEXT = """
# Memorandum

## Works

The office announces three trials and names the crews below.

The Lido Report counts 12 slides. The tree nursery was reduced by 4% compared with last year.

Resident Desk, a single counter that takes all permits, opened in May 2030. The Shore Pass, now called the Bay Pass, is sold at the pier. The Tide Index shows how high the water stood at noon.

Amber (yellow) projects have a date that may move by a month. On course (green) projects will open on the day that was set. Red paint was used for the railings of the pier.

| Work | Crew | Estimated cost | Finish | Contractor |
| --- | --- | --- | --- | --- |
| Gull Street Quay | North | TBD | May 2032 | Abel Marine |
| Heron Lane Steps | South | $40,000 | — | n/a |
| Otter Creek Bridge | West | $90,000 |  | Brook Iron |

| Program | Last Year | This Year |
| --- | --- | --- |
| Beach Patrol | $120,000 | $100,000 |
| Dune Planting | $80,000 | $95,000 |
| Sand Sifting | $60,000 | $60,000 |
| Shell Museum | $50,000 | TBD |

| Service | Budget | Actual |
| --- | --- | --- |
| Night Ferry | $300,000 | $340,000 |
| Day Ferry | $500,000 | $480,000 |
"""


@pytest.fixture(scope="module")
def library(memo_of, shelf_of):
    letterhead = Letterhead(
        body="Beach Committee", from_="Lena Orr", prepared_by="Theo Vance", reference="BC-31-07",
        subject="Beach Works", date=date(2031, 6, 3),
    )  # fmt: skip
    return shelf_of(memo_of(TEXT, id="dunmore", letterhead=letterhead))


def ask(library, text: str):
    return answer_question(Question(text=text), library)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who prepared the report?", "Theo Vance"),
        ("Who wrote this memo?", "Theo Vance"),
        ("Who authored the report?", "Theo Vance"),
        ("Who drafted the report?", "Theo Vance"),
        ("Who is the author of the memo?", "Theo Vance"),
        ("Who is the memo from?", "Lena Orr"),
        ("Who submitted the report?", "Lena Orr"),
        ("What is the report number?", "BC-31-07"),
        ("What is the file number?", "BC-31-07"),
        ("What is the reference of the memo?", "BC-31-07"),
    ],
)
def test_tells_the_writer_and_the_number(library, text: str, expected: str) -> None:
    answer = ask(library, text)
    assert (answer.outcome, answer.values) == ("answered", (expected,))


@pytest.mark.parametrize(
    "text",
    ["Who prepared the Gull Street Quay?", "What is the number of the pier?", "Was the report prepared by the Beach Committee?"],
)  # fmt: skip
def test_the_letterhead_answers_nothing_else(library, text: str) -> None:
    assert ask(library, text).outcome == "not_found"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("What is the estimated cost of the Gull Street Quay?", "The table says TBD."),
        ("How much will the Gull Street Quay cost?", "The table says TBD."),
        ("What is the finish of the Heron Lane Steps?", "The table says —."),
        ("Who is the contractor of the Heron Lane Steps?", "The table says n/a."),
        ("What is the finish of the Otter Creek Bridge?", "The table leaves the cell blank."),
    ],
)
def test_an_open_cell_is_refused_with_what_it_says(library, text: str, note: str) -> None:
    answer = ask(library, text)
    assert (answer.outcome, answer.citations) == ("not_found", ())
    assert note in answer.notes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("What is the estimated cost of the Heron Lane Steps?", "$40,000"),
        ("Which crew has the Gull Street Quay?", "North"),
        ("Who is the contractor of the Gull Street Quay?", "Abel Marine"),
    ],
)
def test_a_filled_cell_beside_an_open_one_is_told(library, text: str, value: str) -> None:
    answer = ask(library, text)
    assert answer.outcome == "answered", answer
    assert value in answer.text
