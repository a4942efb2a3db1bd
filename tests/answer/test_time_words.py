"""Which memo of a series a question's time words mean, and what is left of the question."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from answer.questions.reading.time_words import oldest_first, scope_by_bare_time, scope_by_time
from records.library import MemoEntry


def entry(day: date, subject: str) -> MemoEntry:
    return MemoEntry(
        id=str(day), file=f"{day}.pdf", sha256="", media="pdf", body="Dock Board", to=None, from_=None, subject=subject,
        date=day, pages=1, tables=0, projects=1, problems=0, loses_text=False, added_at=datetime(2035, 1, 1),
        state="current",
    )  # fmt: skip


YEARLY = [entry(date(year, 3, 18), "Annual Report") for year in (2031, 2032, 2033, 2034)]
QUARTERLY = [
    entry(date(2033, 10, 19), "Dock Report, Quarter 3 of 2033"),
    entry(date(2034, 1, 25), "Dock Report, Fourth Quarter 2033"),
    entry(date(2034, 10, 17), "Dock Report, Quarter 3 of 2034"),
]


@pytest.mark.parametrize(
    ("text", "days", "left"),
    [
        ("In the 2033 memo, what color was Pier 4?", ["2033-03-18"], "What color was Pier 4?"),
        ("What was Pier 4's budget in the March 2032 report?", ["2032-03-18"], "What was Pier 4's budget?"),
        ("As of May 2032, what was the status of Pier 4?", ["2032-03-18"], "What was the status of Pier 4?"),
        ("What was the status of Pier 4 two reports ago?", ["2032-03-18"], "What was the status of Pier 4?"),
        ("What did last year's report give as the issue?", ["2033-03-18"], "What did the memo give as the issue?"),
        ("What was the status in the previous memo?", ["2033-03-18"], "What was the status?"),
        ("Who signed the 2031 annual report?", ["2031-03-18"], "Who signed the memo?"),
        ("What did the first memo say of Pier 4?", ["2031-03-18"], "What did the memo say of Pier 4?"),
        ("What was in the 2029 report?", [], "What was?"),
    ],
)
def test_time_words_choose_the_memo_and_go(text: str, days: list[str], left: str) -> None:
    scoped = scope_by_time(text, YEARLY)
    assert (scoped.told, [e.id for e in scoped.entries], scoped.text) == (True, days, left)


@pytest.mark.parametrize(
    "text",
    [
        "What changed since the last report?",
        "Which piers turned red between the 2032 and the 2033 report?",
        "How many piers were in each of the reports?",
        "How many boats came in the third quarter of 2032?",
    ],
)
def test_other_times_choose_nothing_and_stay(text: str) -> None:
    scoped = scope_by_time(text, YEARLY)
    assert (scoped.told, scoped.text) == (False, text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Who is the third quarter report from?", ["2034-10-17"]),
        ("How many boats came in the third quarter of 2033?", ["2033-10-19"]),
        ("How many boats came by the October report?", ["2034-10-17"]),
        ("What was the budget in the Q4 2033 report?", ["2034-01-25"]),
    ],
)
def test_a_quarters_report_is_the_one_whose_subject_names_it(text: str, days: list[str]) -> None:
    assert [e.id for e in scope_by_time(text, QUARTERLY).entries] == days


def test_a_bare_year_means_its_memo_and_a_year_without_one_means_none() -> None:
    found = scope_by_bare_time("What was the budget of Pier 4 in 2032?", YEARLY)
    none = scope_by_bare_time("What was the budget of Pier 4 in 2025?", YEARLY)
    assert found is not None
    assert none is not None
    assert [[e.id for e in found.entries], [e.id for e in none.entries]] == [["2032-03-18"], []]


def test_a_memo_without_a_date_is_neither_the_first_nor_the_one_before() -> None:
    entries = [replace(YEARLY[0], id="undated", date=None), *YEARLY]
    days = [
        [e.id for e in scope_by_time(text, entries).entries]
        for text in ("Who wrote the first memo?", "Who wrote the previous memo?", "Who wrote the latest memo?")
    ]
    assert days == [["2031-03-18"], ["2033-03-18"], ["2034-03-18"]]
    assert [e.id for e in oldest_first(entries)][-1] == "undated"
