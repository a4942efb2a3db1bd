"""Questions that take for granted what one sentence or row of the memo denies, and those beside them that do not."""

from datetime import date

import pytest

from answer.ask import answer_question
from records.answer import Question
from records.memo import Letterhead

# One line is one paragraph.
# ruff: noqa: E501
HARBOR = """
# Memorandum

## Ferry Landing

The east landing has not opened. The inspection of the landing found no cracks. The quarry lease ends in May 2032, and the owner has said that it will not be renewed. Nobody was injured on the landing.

## Radio Renewal

Thirty of the planned 45 radios are in. The radio contract finished $40,000 below its budget of $310,000. The mast was raised on June 3, two weeks early. The goal for radio coverage was met.

## Swimming Lessons

The application for the Golden Buoy prize was turned down. There were 140 lesson complaints, against 171 in the previous year. Opening of the indoor pool is now expected in March 2032. Lessons for seniors are free.

| Measure | 2030 | 2031 |
| --- | --- | --- |
| Average wait for a lesson (days) | 9 | 34 |
"""
DENIED = [
    ("When did the east landing open?", "has not opened"),
    ("How many cracks did the inspection of the landing find?", "found no cracks"),
    ("When will the quarry lease be renewed?", "will not be renewed"),
    ("Who was injured on the landing?", "Nobody was injured"),
    ("Now that all 45 radios are in, how are they liked?", "Thirty of the planned 45"),
    ("By how much did the radio contract overspend?", "below its budget"),
    ("Why was the mast raised late?", "two weeks early"),
    ("Why did the office miss its goal for radio coverage?", "was met"),
    ("When did the city win the Golden Buoy prize?", "turned down"),
    ("Why did lesson complaints go up in 2031?", "140 lesson complaints, against 171"),
    ("When did the indoor pool open?", "now expected in March 2032"),
    ("How much do seniors pay for lessons?", "are free"),
    ("Why did the wait for a lesson get shorter?", "34"),
]
TAKEN_RIGHTLY = [
    "Why has the east landing not opened?",
    "Has the east landing opened?",
    "Why was the goal for radio coverage met?",
    "Why was the mast raised early?",
    "When did the west landing open?",
    "Why did lesson complaints go down?",
    "Why did the wait for a lesson get longer?",
    "Who injured the surveyor in the quarry?",
    "When will the indoor pool open?",
    "Why was the Silver Oar prize turned down?",
]


@pytest.fixture(scope="module")
def ask(memo_of, shelf_of):
    letterhead = Letterhead(body="Harbor Board", subject="Harbor Works", date=date(2031, 11, 20))
    shelf = shelf_of(memo_of(HARBOR, id="harbor-works", letterhead=letterhead))
    return lambda text: answer_question(Question(text=text), shelf)


@pytest.mark.parametrize(("text", "said"), DENIED)
def test_what_the_memo_denies_is_corrected_in_its_words(ask, text: str, said: str) -> None:
    answer = ask(text)
    assert answer.outcome == "false_premise", answer
    assert said in answer.text
    assert answer.citations


@pytest.mark.parametrize("text", TAKEN_RIGHTLY)
def test_what_the_memo_says_or_leaves_open_is_not_denied(ask, text: str) -> None:
    assert ask(text).outcome != "false_premise", ask(text).text
