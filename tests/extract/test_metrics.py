"""Figures: value, unit, measure, hedge and time; numbers that only name something are left alone."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extract.facts.metrics import document_to_metrics
from extract.language.figures import sentence_to_figures
from extract.statements import Context
from records.facts import Project
from records.memo import Letterhead


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("The office runs a total of 19 projects.", [("19", "projects", "projects", "a total of")]),
        ("It has an adopted budget of $9.4 million.", [("9400000", "USD", "adopted budget", None)]),
        ("The desk takes in roughly $3 million in annual fees.", [("3000000", "USD", "annual fees", "roughly")]),
        ("A $150,500 grant pays for it.", [("150500", "USD", "grant", None)]),
        ("Of this, $2 million has been spent.", [("2000000", "USD", "spent", None)]),
        ("The course had an 80% completion rate.", [("80", "%", "completion rate", None)]),
        ("Nearly 76% of the projects are on schedule.", [("76", "%", "projects are on schedule", "nearly")]),
        ("The renewal rate rose to 71%.", [("71", "%", "renewal rate", None)]),
        ("Crews report 15 to 20% efficiency gains.",
         [("15", "%", "efficiency gains", "from"), ("20", "%", "efficiency gains", "up to")]),
        ("More than 640 visitors came.", [("640", "visitors", "visitors", "more than")]),
        ("Members came from 14+ departments.", [("14", "departments", "departments", "+")]),
        ("It offers 120 online and in-person courses.", [("120", *("online and in-person courses",) * 2, None)]),
        ("Crews replaced 9,300 of 31,000 meters.",
         [("9300", "meters", "meters", None), ("31000", "meters", "total meters", None)]),
        ("Sixteen of twenty-four chargers work.",
         [("16", "chargers", "chargers", None), ("24", "chargers", "total chargers", None)]),
        ("Of these, about 57 percent are rated green.", [("57", "%", "green", "about")]),
        ("Eight, or about 57 percent, are green.", [("57", "%", "green", "about")]),
        ("Crews closed 71 percent of them within a week.", [("71", "%", "closed within a week", None)]),
        ("Of those who answered, 72 percent called it better.", [("72", "%", "called it better", None)]),
        ("And 76 percent of those who answered called it better.", [("76", "%", "called it better", None)]),
        ("Together they are approved at $67.8 million.", [("67800000", "USD", "approved", None)]),
        ("The Council raised the budget from $1.2 million to $1.6 million in May.",
         [("1200000", "USD", "budget", None), ("1600000", "USD", "budget", None)]),
        ("Looking back over five reports, the office sorted the causes.", [("5", "reports", "reports", None)]),
        ("It stands for more than 900 local, state, and federal agencies.",
         [("900", *("local, state, and federal agencies",) * 2, "more than")]),
        ("By May staff had spent $2.9 million.", [("2900000", "USD", "spent", None)]),
        ("The adopted 2027/28 capital budget is $46.9 million.", [("46900000", "USD", "adopted capital budget", None)]),
        ("The 2.4-mile pipeline is 90 percent built.", [("90", "%", "built", None)]),
        ("It has timed 96 of the City's 140 signals.",
         [("96", "signals", "signals", None), ("140", "signals", "total signals", None)]),
        ("Median response time fell from 7.4 minutes to 5.9 minutes.",
         [("7.4", "minutes", "Median response time", None), ("5.9", "minutes", "Median response time", None)]),
        ("Boat trips rose from 310 to 744.",
         [("310", "trips", "Boat trips", None), ("744", "trips", "Boat trips", None)]),
        ("It holds 212 files, up from 145 at launch.",
         [("212", "files", "files", None), ("145", "files", "files", None)]),
        ("It costs $3.1 million a year, which includes $640,000 for software licenses.",
         [("3100000", "USD", "cost", None), ("640000", "USD", "software licenses", None)]),
        ("Just over half of the trips (51%) were requested by pilots.", [("51", "%", "requested by pilots", None)]),
        ("By May staff had spent $2.9 million (54%).", [("2900000", "USD", "spent", None), ("54", "%", "spent", None)]),
        ("Three crews and 22 staff took part.", [("3", "crews", "crews", None), ("22", "staff", "staff", None)]),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_measure(sentence: str, figures: list[tuple[str, str, str, str | None]]) -> None:
    found = [(f.value, f.unit, f.measure, f.qualifier) for f in sentence_to_figures(sentence)]
    assert found == [(Decimal(value), unit, measure, hedge) for value, unit, measure, hedge in figures]


@pytest.mark.parametrize(
    "sentence",
    [
        "Senate Bill 513 applies.",
        "Phase 2 began on March 3, 2028.",
        "Fire Station 12 opened in 2027.",
        "Call (555) 014-2277 or write to desk12@port.example.",
        "She was named to the Top 25 Builders list.",
        "The first year went well.",
        "Res. No. 1204 was adopted.",
    ],
)
def test_a_number_that_names_or_dates_is_no_figure(sentence: str) -> None:
    assert sentence_to_figures(sentence) == ()


def test_the_time_of_a_figure_is_its_own_clause_or_its_label(context: Callable[..., Context]) -> None:
    made = context(
        "## Rowing Course\n\n**First Year:** The pilot had 12 rowers.\n\n"
        "It drew 40 guests in May 2028, up from 30 guests last year.\n"
    )
    metrics = document_to_metrics(made.document, made.sections, Letterhead(date=made.date), made.memo)
    assert [(m.subject, m.value, m.as_of.text if m.as_of else None) for m in metrics] == [
        ("Rowing Course", Decimal(12), "First Year"),
        ("Rowing Course", Decimal(40), "May 2028"),
        ("Rowing Course", Decimal(30), "last year"),
    ]
    assert all(m.text.split()[0] in m.places[0].quote for m in metrics)


def read(made: Context, *names: str) -> list[tuple[str | None, str, Decimal]]:
    projects = [Project(project=name, memo="m", as_of=None, places=()) for name in names]
    found = document_to_metrics(made.document, made.sections, Letterhead(date=made.date), made.memo, projects=projects)
    return [(m.subject, m.measure, m.value) for m in found]


def test_a_part_knows_its_whole(context: Callable[..., Context]) -> None:
    made = context("## Lamps\n\nCrews have hung more than 6,200 of 9,400 lamps.\n")
    found = document_to_metrics(made.document, made.sections, Letterhead(date=made.date), made.memo)
    assert [(m.value, m.qualifier, m.whole) for m in found] == [
        (Decimal(6200), "more than", Decimal(9400)),
        (Decimal(9400), None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Lamps\n\nCrews have hung 620 of 940 lamps.",
        "## Other News\n\nThe contractor set up 620 of the 940 lamps along the quay.",
        "## Works\n\nThe Harbor Lamp Replacement moves on. So far 620 of 940 lamps hang.",
    ],
)
def test_one_figure_in_other_words_keeps_subject_and_measure(text: str, context: Callable[..., Context]) -> None:
    subject = "Harbor Lamp Replacement"
    assert read(context(text), subject, "Pier Lift Upgrade") == [
        (subject, "lamps", Decimal(620)),
        (subject, "total lamps", Decimal(940)),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("## SUMMARY\n\nThe Office of Pier Works runs 17 active projects.", "Office of Pier Works"),
        ("## 2. Summary\n\nThey cost $4 million.", None),
        ("## OUTCOME\n\nEleven, or about 61 percent, are green.", None),
        ("## OUTCOME\n\nCrews planted 40 trees.", None),
        ("## OUTCOME\n\nNine, or 60 percent, are green; one, the Harbor Lamp Replacement, is red.", None),
        ("## Rowing Course\n\nIt has 40 rowers.", "Rowing Course"),
    ],
)
def test_a_subject_is_no_pronoun_and_no_title_of_every_memo(
    text: str, subject: str | None, context: Callable[..., Context]
) -> None:
    assert {found[0] for found in read(context(text), "Harbor Lamp Replacement")} == {subject}
