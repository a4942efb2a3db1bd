"""Kinds of questions that need more than one sentence or a record: two parts, rows by position, differences, checks.

Two invented memos of two invented committees; every kind has questions that look alike and must not be answered.
"""

from datetime import date

import pytest

from answer.ask import answer_question
from records.answer import Question
from records.facts import Definition, Omission, Project
from records.memo import Letterhead

# One line is one paragraph.
# ruff: noqa: E501
PARKS = """
# Memorandum

## Background

The Master Schedule sets the order of works for ten years, while the Quarterly Plan names the crews and dates for each work. The resident pass is valid at all pools. The visitor pass, in contrast, is valid only at the Eastpool and costs more.

The office supports the parks in four main ways:

1. **Planning:** Draws up the schedules of all works.
2. **Buying:** Prepares every tender above $50,000.
3. **Checking:** Visits each site twice a month.
4. **Telling:** Publishes a map of closures.

**Staffing:** The office has nine employees and two interns.

## Status

The office currently oversees 31 projects with a combined budget of $18.2 million. Since it last reported on April 8, 2030, the office has completed 14 projects.

| Project | Status | Issue | Mitigating Action |
| --- | --- | --- | --- |
| Lantern Hill Trail | YELLOW | The gravel supplier missed two deliveries. | A second quarry has been hired. |
| Eastpool Boiler | RED | Asbestos was found in the plant room. | The plant room is being cleared. |
| Book Van Renewal | GREEN | The paint is dry. | Nothing is needed. |

### Summer Reading

The Summer Reading Challenge drew more than 900 children, up from 750 children the previous year.[^1]

### Docent Course

**First Year:** The course had 14 trainees from two branches, achieving a 45% completion rate.

**Second Year:** It had 20 trainees from five branches, achieving a 75% completion rate.

### Tool Library

The Tool Library[^2] opened in 2029 and lends 640 tools. Seven out of 12 branches now have a shelf for it. The library is exploring a second site at the Old Mint.

## Attachment

Appendix B - Completed Projects

[^1]: https://quillmouth.example/reading/2030
[^2]: Opened under Ordinance 2029-14, passed on May 2, 2029.
"""
TRANSIT = """
# Memorandum

## Status

The fleet office oversees 6 projects.

| Project | Status | Issue | Mitigating Action |
| --- | --- | --- | --- |
| Ferry Ramp Repair | RED | The hydraulic arm cracked. | A spare arm is on order. |
| Depot Lighting | YELLOW | The fittings arrived late. | Night shifts were added. |
"""
YELLOW = "the date is in doubt but can still be recovered with extra crews"
RED = "the date is lost and the Commission must set a new one"


def project(name: str, status: str, issue: str, mitigation: str):
    return lambda memo, day, place: Project(
        project=name, status={"amber": "yellow"}.get(status, status), status_text=status.upper(), issue=issue,
        mitigation=mitigation, memo=memo, as_of=day, places=(place(f"{name} {status.upper()}"),),
    )  # fmt: skip


def definition(term: str, meaning: str):
    return lambda memo, day, place: Definition(
        term=term, meaning=meaning, status=term, memo=memo, places=(place(meaning),)
    )


def missing(message: str):
    return lambda memo, day, place: Omission(kind="attachment", message=message, memo=memo, places=(place(message),))


@pytest.fixture(scope="module")
def library(memo_of, shelf_of):
    parks = memo_of(
        PARKS,
        id="quillmouth-parks",
        letterhead=Letterhead(
            body="Parks and Libraries Commission", subject="Capital Program Report", date=date(2031, 4, 14)
        ),
        projects=[
            project("Lantern Hill Trail", "yellow", "The gravel supplier missed two deliveries.", "A second quarry has been hired."),
            project("Eastpool Boiler", "red", "Asbestos was found in the plant room.", "The plant room is being cleared."),
            project("Book Van Renewal", "green", "The paint is dry.", "Nothing is needed."),
        ],
        definitions=[definition("yellow", YELLOW), definition("red", RED)],
        omissions=[missing("Appendix B is named, but is not part of the file.")],
    )  # fmt: skip
    transit = memo_of(
        TRANSIT,
        id="quillmouth-transit",
        letterhead=Letterhead(body="Transit Board", subject="Fleet Projects Report", date=date(2031, 4, 21)),
        projects=[
            project("Ferry Ramp Repair", "red", "The hydraulic arm cracked.", "A spare arm is on order."),
            project("Depot Lighting", "yellow", "The fittings arrived late.", "Night shifts were added."),
        ],
    )
    return shelf_of(parks, transit)


ANSWERED = [
    # differences
    ("What is the difference between the Master Schedule and the Quarterly Plan?", ["ten years", "crews and dates"]),
    ("What distinguishes the Quarterly Plan from the Master Schedule?", ["ten years", "crews and dates"]),
    ("In what way does the visitor pass differ from the resident pass?", ["at all pools", "only at the Eastpool"]),
    ("How is a yellow project different from a red one?", [YELLOW, RED]),
    # two parts
    ("Which parks project is red, and what is being done about it?", ["Eastpool Boiler", "being cleared"]),
    ("Which parks project is yellow, and can it still be saved?", ["Lantern Hill Trail", "Yes:", "extra crews"]),
    ("Which transit project is yellow, and why?", ["Depot Lighting", "arrived late"]),
    ("What is the status of the Ferry Ramp Repair, and what is its mitigating action?", ["RED", "spare arm"]),
    # rows by position
    ("What issue does row 2 of the parks table give?", ["Asbestos"]),
    ("Which project is in the last row of the Transit Board's table?", ["Depot Lighting"]),
    ("What is the mitigating action of the first project in the transit table?", ["spare arm"]),
    ("What is the status of the third project listed in the parks table?", ["GREEN"]),
    ("What does the second row of the transit table say?", ["Depot Lighting", "YELLOW", "Night shifts"]),
    # percentages
    ("By what percentage did the number of children in the Summer Reading Challenge grow?", ["At least 20%"]),
    ("By how many percent did the children of the Summer Reading Challenge increase, at least?", ["At least 20%"]),
    ("What percentage of the parks projects is red?", ["3.2%", "1 of 31"]),
    # checks
    ("Is the first-year completion rate of the Docent Course possible with 14 trainees?", ["Not exactly", "6.3"]),
    ("Does a 45% completion rate make sense for 14 trainees?", ["Not exactly", "6.3"]),
    # footnotes
    ("Which program bears footnote 2, and what does the note say?", ["Tool Library", "Ordinance 2029-14"]),
    ("Where does footnote 1 appear, and where does it lead?", ["Summer Reading", "https://quillmouth.example"]),
    ("Under which ordinance was the Tool Library opened?", ["Ordinance 2029-14"]),
    # lists
    ("In which four main ways does the office support the parks?", ["Planning", "Buying", "Checking", "Telling"]),
    # yes and no
    ("Is the Eastpool Boiler on schedule?", ["No:", "RED"]),
    ("Do all branches have a shelf for the Tool Library?", ["No.", "Seven out of 12"]),
    ("Is Appendix B attached to the memo?", ["No.", "not part of the file"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), ANSWERED)
def test_answers_every_part(library, text: str, parts: list[str]) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "answered", answer
    assert [part for part in parts if part not in answer.text] == [], answer.text
    assert answer.citations


LOOK_ALIKES = [
    "How do the Tool Library and the Summer Reading Challenge differ?",
    "What is the difference in cost between the Master Schedule and the Quarterly Plan?",
    "Which transit project is yellow, and who leads it?",
    "What is the status of the Eastpool Boiler, and when will it be finished?",
    "What status does row 7 of the parks table give?",
    "What budget does row 1 of the parks table give?",
    "By what percentage did the number of tools grow?",
    "Is it plausible that the Tool Library lends 640 tools?",
    "Is the budget of $18.2 million realistic?",
    "Is the second-year completion rate of the Docent Course possible with 14 trainees?",
    "Which program bears footnote 5?",
    "Under which ordinance was the Eastpool Boiler opened?",
    "Which 14 projects did the office complete?",
    "Which three projects did the office complete?",
    "What projects does Appendix B list?",
    "What was the first-year acceptance rate of the Docent Course?",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_refuses_what_only_looks_answerable(library, text: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "not_found", answer.text
    assert not answer.citations


@pytest.mark.parametrize(
    "text",
    ["Which 31 projects did the office complete?", "What are the names of the 31 projects the office completed?"],
)
def test_contradicts_a_count_with_both_figures(library, text: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "false_premise", answer
    assert "completed 14 projects" in answer.text
    assert "oversees 31 projects" in answer.text
    assert len(answer.citations) == 2


def test_contradicts_a_list_of_another_length(library) -> None:
    answer = answer_question(Question(text="What five ways does the office support the parks?"), library)
    assert answer.outcome == "false_premise", answer
    assert "counts four, not five" in answer.text


def test_what_is_only_considered_is_neither_yes_nor_no(library) -> None:
    answer = answer_question(Question(text="Is the Tool Library exploring a second site?"), library)
    assert answer.text.startswith("Yes")
    answer = answer_question(Question(text="Does the library have a second site at the Old Mint?"), library)
    assert not answer.text.startswith(("Yes", "No"))


def test_names_the_committees_that_answer_differently(library) -> None:
    answer = answer_question(Question(text="How many projects does the office oversee?"), library)
    assert answer.outcome == "ambiguous"
    assert "Parks and Libraries Commission (2031-04-14)" in answer.text
    assert "Transit Board (2031-04-21)" in answer.text


def test_a_project_that_one_committee_knows_is_not_ambiguous(library) -> None:
    answer = answer_question(Question(text="What is the status of the Depot Lighting?"), library)
    assert (answer.outcome, answer.values) == ("answered", ("YELLOW",))


def test_a_figure_that_does_not_fit_bears_a_note(library) -> None:
    text = "What was the first-year completion rate of the Docent Course?"
    answer = answer_question(Question(text=text), library)
    assert "45%" in answer.text
    assert any("6.3" in note for note in answer.notes)


def test_a_missing_appendix_is_told_where_nothing_is_found(library) -> None:
    answer = answer_question(Question(text="What projects does Appendix B list?"), library)
    assert "Appendix B is named, but is not part of the file." in answer.notes
