"""What a memo's sheet carries beside the common fields is answered from its labelled lines."""

import pytest

from answer.ask import answer_question
from answer.questions.projects.head_lines import memo_to_head_lines
from records.answer import Question

MEMO = """
# Town of Marlow Quay

To: Harbour Board
Through: Ines Calder, Deputy Clerk
From: Tomas Wren, Harbour Master
Cc: Port Chaplain; Fishermen's Guild
Lead Member: Councillor Ada Brisk
Reporting period: May 1 to June 30, 2031
Action requested: Note the report
Subject: Moorings and lamps

## Moorings

The moorings were dredged in May and forty boats came back to them within the month, which is more than had been \
expected when the work was planned by the harbour office in the winter before.

Prepared by: Olive Tarn, Clerk of Works
Enclosures: (1) Chart of moorings; (2) Lamp survey
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Who got a copy of the memo?", "Port Chaplain; Fishermen's Guild"),
        ("What is enclosed with the report?", "Chart of moorings"),
        ("Which papers accompany this memo?", "Lamp survey"),
        ("Through whom was the memo routed?", "Ines Calder"),
        ("What period does the report cover?", "May 1 to June 30, 2031"),
        ("Who is the lead member?", "Ada Brisk"),
        ("Who prepared the report for the Harbour Master?", "Olive Tarn"),
        ("memo cc recipients", "Port Chaplain"),
    ],
)
def test_a_labelled_line_is_told(memo_of, shelf_of, asked: str, told: str) -> None:
    answer = answer_question(Question(text=asked), shelf_of(memo_of(MEMO)))
    assert answer.outcome == "answered"
    assert told in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "asked", ["Who got a copy of the memo?", "What is attached to the memo?", "Through whom was the memo routed?"]
)
def test_a_line_that_is_not_there_is_not_made_up_from_its_neighbours(memo_of, shelf_of, asked: str) -> None:
    bare = "# Town of Marlow Quay\n\nTo: Harbour Board\nFrom: Tomas Wren, Harbour Master\nSubject: Moorings\n"
    assert answer_question(Question(text=asked), shelf_of(memo_of(bare))).outcome == "not_found"


def test_an_attachment_is_found_by_what_it_is_called(memo_of, shelf_of) -> None:
    answer = answer_question(Question(text="Which enclosure is the lamp survey?"), shelf_of(memo_of(MEMO)))
    assert "Lamp survey" in answer.text
    assert "Chart" not in answer.text


def test_running_text_carries_no_labels_at_the_top(memo_of) -> None:
    assert [line.role for line in memo_to_head_lines(memo_of(MEMO))][-2:] == ["prepared", "attachment"]
