"""What a question wants, read from its words alone."""

import pytest

from answer.questions.reading.question_parse import parse_question
from answer.questions.reading.words import stem

ROWS = [
    ("When was the pier opened?", "date"),
    ("In which year did the ferry start?", "date"),
    ("How many docks have ramps?", "count"),
    ("How much did the roof cost?", "money"),
    ("What is the budget of the pier?", "money"),
    ("What percentage of docks have ramps?", "percent"),
    ("What was the pass rate in the second year?", "percent"),
    ("Who leads the harbor office?", "entity"),
    ("Which department paid for the roof?", "entity"),
    ("What is the name of the contractor?", "entity"),
    ("Where was the regatta held?", "place"),
    ("Why is the pier late?", "reason"),
    ("What made ridership fall?", "reason"),
    ("What does amber mean?", "definition"),
    ("When is a dock closed?", "definition"),
    ("What are the three aims?", "list"),
    ("Which two docks have no ramp?", "list"),
    ("Is the pier finished?", "yes_no"),
    ("What does footnote 3 point to?", "address"),
    ("What is the phone number of the harbor office?", "phone"),
    ("How many days passed between the two votes?", "duration"),
    ("Does the memo say who built the roof?", "entity"),
    ("What did the crew do?", "text"),
]


@pytest.mark.parametrize(("text", "shape"), ROWS)
def test_the_kind_of_answer_wanted(text: str, shape: str) -> None:
    assert parse_question(text).shape == shape


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("How many docks are not yet open?", "left"),
        ("How many trainees were there over the three years?", "total"),
        ("By how much did ridership grow?", "difference"),
        ("By what percentage did ridership grow?", "percent_change"),
        ("How did ridership change over the years?", "series"),
        ("Does the memo cite an event after the memo itself?", "after_memo"),
        ("Who leads the office?", None),
    ],
)
def test_the_calculation_wanted(text: str, operation: str | None) -> None:
    assert parse_question(text).operation == operation


def test_the_noun_asked_for_and_how_many() -> None:
    asked = parse_question("Which two harbor offices have not moved?")
    assert (asked.head, asked.wanted, asked.plural, asked.negated) == ((stem("harbor"), stem("offices")), 2, True, True)


def test_names_figures_and_colors_must_be_in_the_evidence() -> None:
    asked = parse_question("Why did the Gull Street pier get 40 red lamps?")
    assert {term.stem for term in asked.terms if term.named} == {stem("gull"), stem("street"), "40", "red"}
