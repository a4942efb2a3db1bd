"""Questions over several memos of one invented board: the right year, what came before, what changed, who is who."""

from datetime import date
from decimal import Decimal

import pytest

from answer.ask import answer_question
from extract.language.dates import parse_period
from records.answer import Question
from records.facts import Project
from records.memo import Letterhead
from records.values import Money

ROWS = {
    2031: [("Pier Four Repair", "yellow", 2_000_000, "June 2033", "Dana Ortiz"),
           ("Old Fish Shed", "green", 900_000, "May 2034", "Dana Ortiz"),
           ("Ferry Signal Upgrade", "green", 400_000, "May 2032", "Ines Calder")],
    2032: [("Pier Four Repair", "red", 2_000_000, "October 2033", "Dana Ortiz"),
           ("Old Fish Shed", "green", 900_000, "May 2034", "Dana Ortiz"),
           ("Ferry Signal Upgrade", "yellow", 400_000, "May 2033", "Ines Calder")],
    2033: [("Pier Four Repair", "yellow", 2_600_000, "March 2034", "Rolf Amsel"),
           ("Harbour Market Hall", "green", 950_000, "May 2034", "Dana Ortiz"),
           ("Tide Gauge Network", "green", 300_000, "May 2035", "Dana Ortiz")],
}  # fmt: skip
TEXT = {
    2033: "The Old Fish Shed has been renamed the Harbour Market Hall. "
    "The Ferry Signal Upgrade was completed in May 2033."
}


def row(name: str, status: str, sum_: int, end: str, owner: str):
    return lambda memo, day, place: Project(
        project=name, status=status, status_text=status.upper(), owner=owner, end=parse_period(end), memo=memo,
        as_of=day, budget=Money(amount=Decimal(sum_), text=f"${sum_:,}"), places=(place(f"{name} {status.upper()}"),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def library(memo_of, shelf_of):
    memos = []
    for year, rows in ROWS.items():
        lines = [f"| {n} | {s.upper()} | ${b:,} | {e} | {o} |" for n, s, b, e, o in rows]
        table = "\n".join(
            ("| Project | Status | Budget | Planned Finish | Lead |", "| --- | --- | --- | --- | --- |", *lines)
        )
        text = f"# Memorandum\n\n## Status\n\n{TEXT.get(year, 'Work goes on.')}\n\n{table}"
        letterhead = Letterhead(body="Dock Board", subject="Dock Projects", date=date(year, 3, 18))
        memos.append(memo_of(text, id=f"dock-{year}", letterhead=letterhead, projects=[row(*r) for r in rows]))
    return shelf_of(*memos)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What is the budget of Pier Four Repair?", "$2,600,000"),
        ("What was the budget of Pier Four Repair in the 2031 report?", "$2,000,000"),
        ("What was the status of Pier Four Repair in 2032?", "RED"),
        ("What was the status of Pier Four Repair in the previous report?", "RED"),
        ("Who led Pier Four Repair last year?", "Dana Ortiz"),
        ("When did Pier Four Repair turn red?", "March 18, 2032"),
        ("What status did Pier Four Repair have before it turned red?", "YELLOW"),
        ("Until when was Pier Four Repair red?", "March 18, 2032"),
        ("Was Pier Four Repair ever red?", "Yes"),
        ("Was the Tide Gauge Network ever red?", "No"),
        ("How has the budget of Pier Four Repair changed?", "from $2,000,000"),
        ("What was the original completion date of Pier Four Repair?", "June 2033"),
        ("What became of the Old Fish Shed?", "Harbour Market Hall"),
        ("What is the budget of the Old Fish Shed?", "$950,000"),
        ("Which projects turned red since 2031?", "Pier Four Repair"),
        ("Which projects were added since the last report?", "Tide Gauge Network"),
        ("Which projects improved between 2032 and 2033?", "Pier Four Repair"),
        ("How did the number of red projects develop?", "2031-03-18: 0; 2032-03-18: 1"),
        ("Who led Pier Four Repair last year and who leads it now?", "Rolf Amsel"),
    ],
)
def test_answers_from_the_right_memos(library, text: str, said: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "answered", answer.notes
    assert said in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "text",
    [
        "What was the budget of Pier Four Repair in the 2029 report?",
        "What was the status of Pier Four Repair in 2027?",
        "What was the status of the Tide Gauge Network in the 2031 report?",
        "Why did the Dock Board meet two reports ago?",
    ],
)
def test_no_other_year_answers(library, text: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "not_found", answer.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Which projects finish in 2034?", ("Pier Four Repair", "Harbour Market Hall")),
        ("Which projects cost over $1 million?", ("Pier Four Repair",)),
        ("Which projects does Dana Ortiz lead?", ("Harbour Market Hall", "Tide Gauge Network")),
        ("Who has more than one project?", ("Dana Ortiz",)),
        ("Which project has the largest budget?", ("Pier Four Repair",)),
        ("Which projects are green?", ("Harbour Market Hall", "Tide Gauge Network")),
    ],
)
def test_lists_name_every_record_that_fits(library, text: str, names: tuple[str, ...]) -> None:
    answer = answer_question(Question(text=text), library)
    assert (answer.outcome, set(answer.values)) == ("answered", set(names)), answer.text


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Will the Tide Gauge Network be finished by June 2035?", "Yes"),
        ("Will Pier Four Repair be done by January 2034?", "No"),
        ("Does Pier Four Repair cost more than $2 million?", "Yes"),
        ("Is the Harbour Market Hall on track?", "Yes"),
        ("Does Dana Ortiz lead Pier Four Repair?", "No"),
    ],
)
def test_yes_or_no_holds_the_record_against_the_question(library, text: str, opening: str) -> None:
    answer = answer_question(Question(text=text), library)
    assert answer.outcome == "answered", answer.notes
    assert answer.text.startswith(opening)
