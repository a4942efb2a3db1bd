"""Answers that are computed from a memo's figures, in many wordings, and questions whose figures do not suffice.

Two invented memos; every kind of computation has a question that looks alike and must not be answered.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.ask import answer_question
from answer.questions.figures.arithmetic import money_text
from answer.questions.figures.computing import opposite, quotient_bound
from answer.questions.figures.times_between import lapse_text
from answer.questions.reading.operations import read_operation, states_result
from records.answer import Question
from records.facts import Project
from records.memo import Letterhead
from records.values import Money, Period

# One line is one paragraph.
# ruff: noqa: E501
FERRIES = """
# Memorandum

## Portfolio

The Ferry Works Office currently oversees a total of 16 projects with a combined budget of $40.8 million. The target success rate for its projects is set at 75%. Over 87% of the projects managed by the office are on schedule.

Projects are managed by the office when they meet one of these criteria:

1. Total cost is over $300,000
2. Involves more than two departments
3. Longer than 18 months in execution

## Deckhand Course

**First Year:** The course had 12 trainees from two harbors, achieving a 75% pass rate.

**Second Year:** It had 18 trainees from four harbors, achieving an 80% pass rate.

**Third Year:** It had 21 trainees from five harbors, achieving a 95% pass rate.

## Night Line

Seven of 12 ferries now carry the new radio. The Night Line drew 900 riders, up from 600 riders the previous year. The opening of the east ramp has moved from March 2031 to August 2031. The office has trained 40 pilots, who have collectively written 300+ log entries.

The harbor gates were rebuilt in June 2029. The lamp survey was finished in February 2030.

| Measure | 2029 | 2030 target | 2030 actual |
| --- | --- | --- | --- |
| Crossings on time | 7,100 | 7,500 | 8,200 |
| Average wait in minutes | 9 | 8 | 10 |
"""
DAY = date(2031, 5, 20)


def project(name: str, status: str, budget: int | None, spent: int | None = None):
    def money(amount: int | None) -> Money | None:
        return Money(amount=Decimal(amount), text=f"${amount:,}") if amount else None

    return lambda memo, day, place: Project(
        project=name, status=status, status_text=status.upper(), budget=money(budget), spent=money(spent),
        memo=memo, as_of=day, places=(place(f"{name} {status.upper()}"),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def ask(memo_of, shelf_of):
    letterhead = Letterhead(
        body="Ferry Board", subject="Ferry Works Report", date=DAY, approved=date(2031, 5, 29), meeting=date(2031, 6, 3)
    )
    memo = memo_of(
        FERRIES,
        id="ferry-works",
        letterhead=letterhead,
        projects=[
            project("East Ramp", "red", 1_200_000, 300_000),
            project("Lamp Renewal", "yellow", 800_000),
            project("Radio Mast", "yellow", None),
        ],
    )
    shelf = shelf_of(memo)
    return lambda text: answer_question(Question(text=text), shelf)


RIGHT = [
    ("How many trainees did the Deckhand Course have in all, over the three years?", "51 (12 + 18 + 21)"),
    ("deckhand course total trainees three years", "51 (12 + 18 + 21)"),
    ("How many trainees did the Deckhand Course have on average per year?", "17 ((12 + 18 + 21) / 3)"),
    ("From how many harbors did the Deckhand Course's trainees come in each of its years?", "2, then 4, then 5"),
    ("How did the pass rate of the Deckhand Course develop?", "75%, then 80%, then 95%"),
    ("By how many percentage points did the pass rate of the Deckhand Course rise from the first to the third year?", "20 percentage points"),
    ("How many ferries still lack the new radio?", "5 (12 - 7)"),
    ("How many ferries don't carry the new radio yet?", "5 (12 - 7)"),
    ("What share of the ferries carries the new radio?", "58.3% (7 / 12)"),
    ("What is the average budget of a project overseen by the Ferry Works Office?", "$2.55 million"),
    ("What is the mean budget per project of the Ferry Works Office?", "$2.55 million"),
    ("How many log entries were written per trained pilot?", "At least 7.5"),
    ("How many more riders did the Night Line have than the previous year?", "300"),
    ("How many times as many riders did the Night Line have as the previous year?", "1.5 times"),
    ("How many of the 18 trainees of the second year of the Deckhand Course passed?", "About 14.4 (80% of 18 = 14.4)"),
    ("How many trainees passed in the first year of the Deckhand Course?", "9 (75% of 12 = 9)"),
    ("By how many months did the opening of the east ramp slip?", "5 months"),
    ("How many days passed between the memo's date and its approval?", "9 days"),
    ("How long after the memo's date was it approved?", "9 days"),
    ("How many ferries are still waiting for the new radio?", "5 (12 - 7)"),
    ("How many of the office's 16 projects are green?", "13 of the 16 projects are green"),
    ("How much of the East Ramp's budget is left?", "$900,000"),
    ("How long before the lamp survey was finished were the harbor gates rebuilt?", "8 months"),
    ("Would a $450,000 project be managed by the office?", "Yes: $450,000 is more than $300,000"),
    ("Would a project of $250,000 be managed by the office?", "No, not by this criterion: $250,000 is not more than $300,000"),
    ("Would a project that takes 24 months be managed by the office?", "Yes"),
    ("Does the office reach its target success rate?", "Yes: at least 12 percentage points above the target"),
    ("By how much did crossings on time exceed the target?", "700 above the target"),
    ("Did the average wait meet its target?", "No: 2 above the target"),
    ("What do the East Ramp and the Lamp Renewal cost together?", "$2 million ($1,200,000 + $800,000)"),
    ("What percentage of the East Ramp's budget has been spent?", "25%"),
    ("What share of the office's projects is yellow?", "12.5% of the projects (2 of 16)"),
    ("How many projects are neither red nor yellow?", "13 of the 16 projects are not red or yellow (16 - 3)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start"), RIGHT)
def test_is_computed_with_its_working(ask, text: str, start: str) -> None:
    answer = ask(text)
    assert (answer.outcome, answer.method) == ("answered", "computed")
    assert start in answer.text
    assert answer.working
    assert answer.citations


@pytest.mark.parametrize(
    "text",
    [
        "What is the average salary of the pilots?",
        "How much does the Deckhand Course cost per trainee?",
        "What do the East Ramp and the Radio Mast cost together?",
        "How many days passed between the lamp survey and the launch?",
        "How long did the lamp survey take?",
        "Would a project of ten people be managed by the office?",
        "What is the average number of riders per ferry?",
        "How many pupils lack the new radio?",
    ],
)
def test_figures_of_something_else_are_not_computed_with(ask, text: str) -> None:
    assert ask(text).outcome != "answered"


@pytest.mark.parametrize(
    ("operation", "asked", "sentence", "states"),
    [
        ("average", "What is the average fare?", "The average fare is $3.", True),
        ("average", "What is the average cost per rider?", "It costs $40 per driver.", False),
        ("average", "What is the average fare?", "12 fares came to $36.", False),
        ("left", "How many docks are not open?", "Four docks are still closed.", True),
        ("left", "How many docks are not open?", "Nine docks are open.", False),
        ("total", "How many pupils in all?", "First Year: 12 pupils joined.", False),
        ("threshold", "Would a $9,000 raft count?", "Rafts above $5,000 count.", False),
        (None, "Who leads the office?", "Dana Ortiz leads it.", True),
    ],
)
def test_a_sentence_is_quoted_only_where_it_states_the_result(operation, asked, sentence, states) -> None:
    assert states_result(operation, asked, sentence) is states


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("How many docks lack a ramp?", "left"),
        ("How many riders were there altogether?", "total"),
        ("What is the mean fare?", "average"),
        ("How many times as many riders were there as in 2030?", "ratio"),
        ("How did ridership develop?", "series"),
        ("Does the line meet its goal?", "target"),
        ("Would a $9,000 raft have to be listed?", "threshold"),
        ("How long after the vote was the dock opened?", "elapsed"),
        ("By how many weeks was the dock delayed?", "shift"),
        ("Which line is older, the day or the night line?", "order"),
        ("What share of the docks is open?", "share"),
        ("Who signed the memo?", None),
    ],
)
def test_the_computation_is_read_from_the_wording(text: str, operation: str | None) -> None:
    assert read_operation(text) == operation


@pytest.mark.parametrize(
    ("one", "other", "lapse"),
    [
        ((date(2031, 3, 1), date(2031, 3, 1)), (date(2031, 3, 12), date(2031, 3, 12)), "11 days"),
        ((date(2030, 12, 1), date(2030, 12, 31)), (date(2031, 2, 1), date(2031, 2, 28)), "2 months"),
        ((date(2030, 1, 1), date(2030, 12, 31)), (date(2032, 1, 1), date(2032, 12, 31)), "2 years"),
        ((date(2030, 1, 1), date(2030, 12, 31)), (date(2030, 3, 5), date(2030, 3, 5)), None),
    ],
)
def test_time_is_counted_in_what_both_dates_are_given_in(one, other, lapse) -> None:
    first, second = (Period(first=a, last=b, text="") for a, b in (one, other))
    assert lapse_text(first, second) == lapse_text(second, first) == lapse


@given(
    st.sampled_from(["", "At least ", "At most ", "About "]), st.sampled_from(["", "At least ", "At most ", "About "])
)
def test_a_quotient_is_never_surer_than_what_it_is_of(over: str, under: str) -> None:
    bound = quotient_bound(over, under)
    assert bound == "" if not over and not under else bound
    assert bound in {over, opposite(under), "About "}


@given(st.integers(min_value=1_000_000, max_value=10**11))
def test_money_in_millions_is_within_half_of_its_last_digit(amount: int) -> None:
    shown = money_text(Decimal(amount), sign="$", millions=True).removeprefix("$").removesuffix(" million")
    assert abs(Decimal(shown.replace(",", "")) * 1_000_000 - amount) <= 5_000


def test_what_names_the_course_is_not_what_its_share_is_of(ask) -> None:
    answer = ask("How many trainees did the course have in its second year?")
    assert answer.method == "quoted"
    assert "18" in answer.text
