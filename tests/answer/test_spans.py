"""Typed spans and names in sentences: what counts, and what a number counts."""

import pytest

from answer.questions.reading.name_spans import find_names, new_names
from answer.questions.reading.spans import spans_of, word_to_number
from answer.questions.reading.words import stem, stems


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("The course had 12 trainees from two crews.", 12, "trainees"),
        ("Nine out of 11 harbor offices have moved.", 9, "offices"),
        ("It serves 900 local, state, and federal agencies.", 900, "agencies"),
        ("More than 150 online and in-person courses were held.", 150, "courses"),
    ],
)
def test_a_number_counts_the_noun_after_it(text: str, value: int, noun: str) -> None:
    span = spans_of(text, "count")[0]
    assert span.value == value
    assert stem(noun) in span.nouns


@pytest.mark.parametrize(
    "text", ["See Exhibit 2.", "Under Measure 7 it is free.", "In footnote 3, the rule.", "In 2031 it opened."]
)
def test_labels_and_years_are_no_counts(text: str) -> None:
    assert not spans_of(text, "count")


@pytest.mark.parametrize(("word", "number"), [("nine", 9), ("twenty-two", 22), ("7", 7), ("dock", None)])
def test_number_words(word: str, number: int | None) -> None:
    assert word_to_number(word) == number


def test_money_percent_phone_and_address_are_told_apart() -> None:
    text = "It cost $1.2 million, 8% more; call 555-201-4477 or write to a.b@wexley.example."
    kinds = ["money", "percent", "phone", "email"]
    assert [len(spans_of(text, kind)) for kind in kinds] == [1, 1, 1, 1]


def test_words_of_one_family_share_a_stem() -> None:
    assert len({stem(w) for w in ("complete", "completed", "completion", "completes")}) == 1
    assert len({stem(w) for w in ("member", "members", "membership")}) == 1
    assert stem("dock") != stem("duck")


def test_names_are_found_by_their_capitals() -> None:
    text = "In May, Dana Ortiz of the Parks Bureau met the crew."
    assert find_names(text) == ("Dana Ortiz of the Parks Bureau",)


def test_a_name_from_the_question_is_not_new() -> None:
    assert new_names("The Parks Bureau hired Lumen Works.", stems("the Parks Bureau")) == ("Lumen Works",)
