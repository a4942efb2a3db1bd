"""Questions as people type them are read in their plain form, with the words of the memo at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.questions.reading.spelling import NOTHING, Vocabulary, as_the_memo_writes
from answer.questions.reading.wording import plain_question
from answer.questions.reading.words import stem

VOCABULARY = ["ferry", "dock", "tidewater", "ombudsman", "upskilling", "gangway", "committee"]


def _vocabulary() -> Vocabulary:
    from collections import Counter

    return Vocabulary(
        Counter(VOCABULARY), frozenset(map(stem, VOCABULARY)), {"tidewater": "Tidewater", "crs": "CRS", "dock": "Dock"}
    )


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Could you tell me when the pier will be finished, please?", "When will the pier be finished?"),
        ("hi, do you know whether the gangway is open", "Is the gangway open?"),
        ("I'd like to know who signed the memo", "Who signed the memo?"),
        ("I was wondering how many docks are left", "How many docks are left?"),
        ("can you show me the budget of the harbor bridge", "What is the budget of the harbor bridge?"),
        ("what the total cost of the ferry is", "What is the total cost of the ferry?"),
        ("Any idea why the dock is late?", "Why is the dock late?"),
        ("why the dock was closed", "Why was the dock closed?"),
        ("I wonder whether the report mentions any later event", "Does the report mention any later event?"),
        (
            "I'd like to know what the Harbor Office did to keep the dock open",
            "What did the Harbor Office do to keep the dock open?",
        ),
        ("Tell me how expensive a project has to be", "How expensive a project has to be?"),
        ("whats the number of docks", "What is the number of docks?"),
        ("Who's in charge of the ferry?", "Who is in charge of the ferry?"),
        ("Number of Harbor Offices", "What is the number of Harbor Offices?"),
        ("Does the memo say who the new dock master is?", "Who is the new dock master?"),
        ("pier budget", "What is the pier budget?"),
        ("red projects", "What are the red projects?"),
        ("dates of the next audit", "What are the dates of the next audit?"),
        ("Which dock is closed?", "Which dock is closed?"),
        ("How long does it take?", "How long does it take?"),
        ("How many docks are open?", "How many docks are open?"),
        ("Is there a plan?", "Is there a plan?"),
        ("According to the memo, who pays?", "According to the memo, who pays?"),
        ("in which year did the dock open", "In which year did the dock open?"),
        ("", ""),
    ],
)
def test_a_question_is_put_in_its_plain_form(typed: str, plain: str) -> None:
    assert plain_question(typed) == plain


@given(st.text(max_size=200))
def test_any_text_has_a_plain_form_and_keeps_it(text: str) -> None:
    once = plain_question(text)
    assert plain_question(once).casefold() == once.casefold() or len(once) <= len(text) + 20


@pytest.mark.parametrize(
    ("typed", "written", "mended"),
    [
        ("What is the statsu of the ferry?", "What is the status of the ferry?", ("statsu", "status")),
        ("Who leads the gangwya works?", "Who leads the gangway works?", ("gangwya", "gangway")),
        ("Who is the ombusdman?", "Who is the ombudsman?", ("ombusdman", "ombudsman")),
        ("what is the tidewater crs", "what is the Tidewater CRS", None),
        ("What does tidewater say?", "What does Tidewater say?", None),
        ("What does Tidewater say?", "What does Tidewater say?", None),
        ("Which gangways were mended?", "Which gangways were mended?", None),
        ("Who is Zebediah Quixt?", "Who is Zebediah Quixt?", None),
        ("What of 2031 and $3,400?", "What of 2031 and $3,400?", None),
    ],
)
def test_a_word_that_is_neither_english_nor_the_memos_is_mended_and_told(
    typed: str, written: str, mended: tuple[str, str] | None
) -> None:
    text, notes = as_the_memo_writes(typed, _vocabulary())
    assert text == written
    assert notes == ((f"“{mended[0]}” is read as “{mended[1]}”.",) if mended else ())


def test_words_of_asking_are_mended_without_a_memo() -> None:
    assert as_the_memo_writes("Which comitee got the memoo?", NOTHING)[0] == "Which committee got the memo?"


@given(st.text(alphabet="0123456789 $%.,/-", max_size=60))
def test_figures_are_never_touched(text: str) -> None:
    assert as_the_memo_writes(text, _vocabulary()) == (text, ())
