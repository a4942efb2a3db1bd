"""Questions about two invented memos of one invented committee, put to a small library without a model."""

from datetime import date
from decimal import Decimal

import pytest

from answer.ask import answer_question
from records.answer import Question
from records.facts import Definition, Project
from records.memo import Letterhead
from records.values import Money, Period

# One line is one paragraph.
# ruff: noqa: E501
TEXT = """
# Memorandum

## Background

The Ferry Projects Office (FPO) was created in 2027 to keep harbor works on time. The target completion rate for harbor works is 75%.

A project is entered in the register when it meets one of the three conditions:

1. Total cost is over $250,000
2. More than two docks are closed
3. The Harbor Board asks for it

A project is amber when its finish date has moved by one to three months. Red means that the date can no longer be held.

## Status of Works

The office oversees 9 projects with a combined budget of $12.4 million.

| Project | Status | Issue | Mitigating Action | Planned Finish |
| --- | --- | --- | --- | --- |
| Pier Lighting Renewal | RED | The cable supplier went bankrupt. | Rebidding the cable contract. | June 2032 |
| Ticket Kiosk Upgrade | AMBER | Card readers arrived late. | A second reader model is being tested. | March 2032 |

### Ferry Terminal Roof

The Ferry Terminal Roof was completed in February 2031. It shelters about 2,400 passengers a day and was built with the Parks Department.

### Harbor Camp

The Harbor Camp drew more than 340 children in July 2030, an increase from 280 children the year before. The camp received a $45,000 grant from the Tidewater Fund.[^1]

Five out of eight docks now have ramps. The remaining docks wait for steel.

### Deckhand Course

**First Year:** The course had 12 trainees from two crews, with a 60% pass rate.

**Second Year:** It had 18 trainees from four crews, with a 75% pass rate.

## Contact

[^1]: https://tidewater.example/grants/45
"""


def project(name: str, status: str, quote: str, **more: object):
    return lambda memo, day, place: Project(
        project=name, status=status, memo=memo, as_of=day, places=(place(quote),), **more
    )


def definition(term: str, meaning: str, status: str):
    return lambda memo, day, place: Definition(
        term=term, meaning=meaning, status=status, memo=memo, places=(place(meaning),)
    )


def month(text: str, year: int, number: int) -> Period:
    return Period(first=date(year, number, 1), last=date(year, number, 28), text=text)


@pytest.fixture(scope="module")
def library(memo_of, shelf_of):
    letterhead = Letterhead(
        body="Harbor Committee", to="HARBOR COMMITTEE", from_="Ines Calloway", subject="Harbor Works Report",
        date=date(2031, 5, 20), approved=date(2031, 5, 27), district="Districts 2 and 5",
        contact="Jon Abara, Analyst, jon.abara@wexley.example",
        signed_by="Ines Calloway, Harbor Works Director",
    )  # fmt: skip
    new = memo_of(
        TEXT,
        id="wexley-2031",
        letterhead=letterhead,
        projects=[
            project("Pier Lighting Renewal", "red", "Pier Lighting Renewal RED", status_text="RED",
                    issue="The cable supplier went bankrupt.", mitigation="Rebidding the cable contract.",
                    end=month("June 2032", 2032, 6), budget=Money(amount=Decimal(900000), text="$900,000")),
            project("Ticket Kiosk Upgrade", "yellow", "Ticket Kiosk Upgrade AMBER", status_text="AMBER",
                    issue="Card readers arrived late.", mitigation="A second reader model is being tested."),
            project("Ferry Terminal Roof", "complete", "The Ferry Terminal Roof was completed in February 2031.",
                    source="prose", completed=month("February 2031", 2031, 2)),
        ],
        definitions=[
            definition("amber", "its finish date has moved by one to three months", "yellow"),
            definition("red", "the date can no longer be held", "red"),
        ],
    )  # fmt: skip
    old = memo_of(
        "# Memorandum\n\n## Status\n\nThe office oversees 7 projects.\n\nThe Pier Lighting Renewal is green.",
        id="wexley-2030",
        letterhead=Letterhead(body="Harbor Committee", date=date(2030, 5, 21), subject="Harbor Works Report"),
        projects=[project("Pier Lighting Renewal", "green", "The Pier Lighting Renewal is green.", source="prose",
                          budget=Money(amount=Decimal(700000), text="$700,000"))],
    )  # fmt: skip
    return shelf_of(old, new)


ANSWERED = [
    ("Which committee is the memo addressed to?", "Harbor Committee", "record"),
    ("Who wrote the memo?", "Ines Calloway", "record"),
    ("What is the subject of the report?", "Harbor Works Report", "record"),
    ("When was the memo approved?", "May 27, 2031", "record"),
    ("What is the date of the memo?", "May 20, 2031", "record"),
    ("Which council district does the memo concern?", "Districts 2 and 5", "record"),
    ("Whom should I contact with questions about the memo?", "Jon Abara", "record"),
    ("What is Ines Calloway's title?", "Harbor Works Director", "record"),
    ("Who is the harbor works director?", "Ines Calloway, Harbor Works Director", "record"),
    ("How many days passed between the memo's date and its approval?", "7 days", "computed"),
    ("What does FPO stand for?", "Ferry Projects Office", "record"),
    ("What does amber mean?", "moved by one to three months", "record"),
    ("What would make a project red?", "can no longer be held", "record"),
    ("What is the status of the Ticket Kiosk Upgrade?", "AMBER", "record"),
    ("What is the status of the Ferry Terminal Roof?", "completed in February 2031", "record"),
    ("What issue is listed for the kiosk project?", "Card readers arrived late.", "record"),
    ("What is the mitigating action for the Pier Lighting Renewal?", "Rebidding the cable contract.", "record"),
    ("Why is the Pier Lighting Renewal red?", "cable supplier went bankrupt", "record"),
    ("What is the mitigation for the red project?", "Rebidding", "record"),
    ("What is the budget of the Pier Lighting Renewal?", "$900,000", "record"),
    ("What is the planned finish of the Ticket Kiosk Upgrade?", "March 2032", "record"),
    ("Which projects are red?", "Pier Lighting Renewal", "record"),
    ("What are the three conditions for a project to be entered in the register?", "The Harbor Board asks", "quoted"),
    ("Above what total cost is a project entered in the register?", "$250,000", "quoted"),
    ("How many projects does the office oversee?", "9 projects", "quoted"),
    ("What is the combined budget of the projects the office oversees?", "$12.4 million", "quoted"),
    ("What is the target completion rate for harbor works?", "75%", "quoted"),
    ("When was the Ferry Projects Office created?", "2027", "quoted"),
    ("Which department was the roof built with?", "Parks Department", "quoted"),
    ("How large was the grant from the Tidewater Fund?", "$45,000", "quoted"),
    ("How many docks still have no ramps?", "3 (8 - 5)", "computed"),
    ("How many trainees took the Deckhand Course over its two years?", "30 (12 + 18)", "computed"),
    ("How did the pass rate of the Deckhand Course change over the two years?", "60%, then 75%", "computed"),
    ("By what percentage did the number of Harbor Camp children increase?", "21.4%", "computed"),
    ("What address does footnote 1 point to?", "https://tidewater.example/grants/45", "record"),
    ("Which sentence does footnote 1 support?", "$45,000 grant", "quoted"),
]


@pytest.mark.parametrize(("text", "expected", "method"), ANSWERED)
def test_answers_what_the_memo_says(library, text: str, expected: str, method: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert (answer.outcome, answer.method) == ("answered", method), answer
    assert expected in answer.text
    assert answer.citations
    assert answer.as_of == date(2031, 5, 20)


UNANSWERABLE = [
    "What is the budget of the Ticket Kiosk Upgrade?",
    "Which three docks have no ramps?",
    "Who is the vendor selected for the Ticket Kiosk Upgrade?",
    "How much did the Ferry Terminal Roof cost?",
    "What are the names of the 9 projects?",
    "How many passengers used the Pier Lighting Renewal?",
    "Who is the mayor of Wexley?",
    "What is the phone number of Jon Abara?",
    "Which firm built the Ferry Terminal Roof?",
    "When will the second Harbor Camp take place?",
    "What was the acceptance rate of the Deckhand Course?",
    "How many trainees dropped out of the Deckhand Course?",
    "How much was spent on the Harbor Camp?",
    "Who approved the grant from the Gullwing Fund?",
    "What is the salary of the Harbor Works Director?",
    "Which city hosted the ferry conference?",
    "How many children came from Orrin Bay?",
    "What does footnote 4 say?",
]


@pytest.mark.parametrize("text", UNANSWERABLE)
def test_refuses_what_the_memo_does_not_say(library, text: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "not_found", answer.text
    assert (answer.text, answer.citations) == ("", ())


FALSE_PREMISES = [
    ("Why is the Ferry Terminal Roof delayed?", "completed in February 2031"),
    ("Why was the Ticket Kiosk Upgrade cancelled?", "AMBER"),
    ("When was the Pier Lighting Renewal completed?", "RED"),
    ("What made the number of Harbor Camp children fall?", "an increase from 280"),
    ("Who awarded the $90,000 grant from the Tidewater Fund?", "$45,000"),
    ("Why is the Ticket Kiosk Upgrade red?", "AMBER"),
]


@pytest.mark.parametrize(("text", "instead"), FALSE_PREMISES)
def test_says_what_the_memo_says_instead(library, text: str, instead: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "false_premise", answer
    assert instead in answer.text
    assert answer.citations


def test_as_of_keeps_later_memos_out(library) -> None:
    answer = answer_question(
        Question(text="How many projects does the office oversee?", as_of=date(2030, 12, 31)), library
    )
    assert "7 projects" in answer.text
    assert answer.as_of == date(2030, 5, 21)


def test_a_year_beside_the_word_report_names_the_memo(library) -> None:
    answer = answer_question(
        Question(text="What is the status of the Pier Lighting Renewal in the 2030 report?"), library
    )
    assert "green" in answer.text
    assert answer.as_of == date(2030, 5, 21)


def test_a_named_memo_alone_is_asked(library) -> None:
    answer = answer_question(Question(text="How many projects does the office oversee?", memo="wexley-2030"), library)
    assert "7 projects" in answer.text


def test_history_cites_each_memo(library) -> None:
    answer = answer_question(Question(text="When did the Pier Lighting Renewal turn red?"), library)
    assert "May 20, 2031" in answer.text
    assert {place.memo for place in answer.citations} == {"wexley-2030", "wexley-2031"}


def test_a_budget_over_two_years_names_both(library) -> None:
    text = "How did the budget of the Pier Lighting Renewal change from 2030 to 2031?"
    answer = answer_question(Question(text=text), library)
    assert answer.values == ("$700,000", "$900,000")


def test_each_report_is_asked_in_turn(library) -> None:
    answer = answer_question(Question(text="How many projects does the office oversee in each report?"), library)
    assert answer.values == ("7", "9")


def test_an_empty_library_is_asked_in_vain(shelf_of) -> None:
    assert answer_question(Question(text="Who wrote the memo?"), shelf_of()).outcome == "not_found"
