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

Amber (yellow) projects have a date that may move by a month. On course (green) projects will open on the day that was set. At Harbor Square, the lamps were changed. Red paint was used for the railings of the pier.

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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Which program was reduced compared with last year?", ("Beach Patrol",)),
        ("Which program was cut?", ("Beach Patrol",)),
        ("Which program was increased compared to last year?", ("Dune Planting",)),
        ("Which services are over budget?", ("Night Ferry",)),
        ("Is the Night Ferry above or below budget?", ("higher",)),
        ("Is the Day Ferry over budget?", ("lower",)),
        ("Is Sand Sifting higher than last year?", ("unchanged",)),
    ],
)
def test_a_direction_is_computed_from_the_two_figures(library, text: str, values: tuple[str, ...]) -> None:
    answer = ask(library, text)
    assert (answer.outcome, answer.method, answer.values) == ("answered", "computed", values), answer
    assert answer.working


def test_a_direction_is_answered_with_yes_or_no(library) -> None:
    assert ask(library, "Is the Night Ferry over budget?").text.startswith("Yes:")
    assert ask(library, "Is the Day Ferry over budget?").text.startswith("No:")


@pytest.mark.parametrize(
    "text",
    [
        "Is the Shell Museum lower than last year?",
        "Which crew was reduced compared with last year?",
        "Is the Heron Lane Steps above or below budget?",
        "Is the Beach Patrol over budget?",
        "Which program was cut the most compared with last year?",
    ],
)
def test_a_direction_without_two_figures_is_refused(library, text: str) -> None:
    answer = ask(library, text)
    assert (answer.outcome, answer.citations) == ("not_found", ()), answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Is the number of crews consistent with the table?",
        "Are the ferry budgets consistent with each other?",
        "Do the figures for the Night Ferry add up?",
        "Do the figures add up?",
        "Is the number of Resident Desk permits consistent?",
    ],
)
def test_a_check_of_another_matter_answers_nothing(library, text: str) -> None:
    assert ask(library, text).outcome == "not_found", ask(library, text).text


def test_a_check_of_the_very_matter_answers(memo_of, shelf_of) -> None:
    text = "# Memorandum\n\n## Kites\n\n**First Year:** The kite class had 14 trainees from two towns, achieving a 45% completion rate.\n\nThe swim class had many pupils."
    shelf = shelf_of(memo_of(text, id="kites"))
    assert ask(shelf, "Is the 45% completion rate of the kite class plausible?").text.startswith("Not exactly")
    assert ask(shelf, "Is the completion rate of the swim class plausible?").outcome == "not_found"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("What is Resident Desk?", "a single counter that takes all permits"),
        ("What is the Resident Desk?", "a single counter that takes all permits"),
        ("What is the Tide Index?", "shows how high the water"),
        ("What was the Bay Pass called before?", "The Shore Pass, now called the Bay Pass"),
    ],
)
def test_tells_what_a_thing_is(library, text: str, part: str) -> None:
    answer = ask(library, text)
    assert answer.outcome == "answered", answer
    assert part in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "What does red mean?",
        "What does a red rating mean?",
        "What does RED mean?",
        "What was the Tide Index called before?",
        "What is the Lido Report?",
        "What is Harbor Square?",
    ],
)
def test_a_mention_is_no_definition(library, text: str) -> None:
    assert ask(library, text).outcome == "not_found", ask(library, text).text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Red means that the date is lost.", "What does red mean?"),
        ("A red rating means that the date is lost.", "What does a red rating mean?"),
        ("A work is late or early. It is red when the date is lost.", "What does Red mean?"),
        ("Amber means that the date is in doubt.", "What does yellow mean?"),
    ],
)
def test_a_sentence_that_defines_a_colour_is_quoted(memo_of, shelf_of, said: str, text: str) -> None:
    shelf = shelf_of(memo_of(f"# Memorandum\n\n## Colors\n\n{said}", id="colors"))
    answer = ask(shelf, text)
    assert answer.outcome == "answered", answer
    assert "the date is" in answer.text
