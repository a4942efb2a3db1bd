"""Published lists of projects, as separated values: rows of text -> the records that they hold.

The lists are invented, in the manner of those that governments and councils publish.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from extract.lists.column_roles import column_to_role
from extract.lists.columns import headers_to_roles, headers_to_statuses
from extract.memo import document_to_memo
from ingest.office.separated import read_separated
from records.document import Document
from records.memo import Memo
from records.table import Cell, Table

Read = Callable[..., Memo]


@pytest.fixture(scope="module")
def read() -> Read:
    """The text of a list -> its memo."""

    def make(text: str, *, name: str = "list.csv", encoding: str = "utf-8") -> Memo:
        data = text.encode(encoding)
        return document_to_memo(read_separated(data, name=name, sha256=hashlib.sha256(data).hexdigest()))

    return make


def told(memo: Memo, *fields: str) -> list[tuple[Any, ...]]:
    """One tuple a project; sums as numbers with their currency, periods by their label."""

    def shown(value: Any) -> Any:
        if hasattr(value, "amount"):
            return f"{value.amount:f} {value.currency}"
        return value.label() if hasattr(value, "label") else value

    return [tuple(shown(getattr(project, name)) for name in fields) for project in memo.projects]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Portfolio ID Number", None),
        ("Major Schemes ID", "reference"),
        ("Project No.", "reference"),
        ("Unique Investment Identifier", "reference"),
        ("Agency Project ID", "ignored"),
        ("Delivery Confidence Assessment", "status"),
        ("Office rating (how sure the office is, at one point in time, that the project will be done)", "status"),
        ("Overall RAG", "status"),
        ("Last quarter's RAG", "ignored"),
        ("RAG status at previous quarter", "ignored"),
        ("RAG trend", "ignored"),
        ("Status date", "ignored"),
        ("Narrative on the confidence rating and its status", "commentary"),
        ("Costs narrative", "ignored"),
        ("Whole Life Cost (£m)", "budget"),
        ("Financial Year Forecast (£m)", "budget"),
        ("Cost Variance ($ M)", "ignored"),
        ("Total benefits (£m)", "ignored"),
        ("Project - Start Date (Latest Approved Start Date)", "start"),
        ("Projected/Actual Completion Date", "end"),
        ("Actual Completion Date", "completed"),
        ("Date updated", "ignored"),
        ("Senior Responsible Owner (SRO)", "owner"),
        ("Ministry", "department"),
        ("RA G", "status"),
        ("S RO", "owner"),
        ("Managing_Agency", "department"),
        ("Project Location", "ignored"),
        ("projectName", "project"),
        ("Does the project have a plan?", None),
    ],
)
def test_a_lists_header_is_known_by_its_meaning(header: str, role: str | None) -> None:
    assert column_to_role(header) == role


@pytest.mark.parametrize(
    ("headers", "main", "others"),
    [
        (["Project", "Schedule RAG", "Cost RAG", "Overall RAG"], 3, {}),
        (["Project", "Schedule RAG", "Cost RAG"], None, {"parts": (1, 2)}),
        (["Project", "RAG Q1 2027", "RAG Q2 2027"], 2, {}),
        (["Project", "Assessor's rating", "SRO rating"], 1, {"own": 2}),
        (["Project", "Status", "Health"], 2, {"stage": 1}),
        (["Project", "State", "Status"], 2, {}),
        (["Project", "RAG (this quarter)", "RAG (last quarter)"], 1, {}),
    ],
)
def test_the_present_status_of_the_whole_counts(headers: list[str], main: int | None, others: dict[str, Any]) -> None:
    chosen = headers_to_statuses(headers)
    assert chosen.main == main
    assert {name: getattr(chosen, name) for name in others} == others


def test_the_whole_life_cost_is_the_budget_not_one_years() -> None:
    headers = ["Scheme", "2027/28 Budget (£m)", "2027/28 Forecast (£m)", "TOTAL Baseline Whole Life Costs (£m)"]
    assert headers_to_roles(headers)["budget"] == 3


@pytest.mark.parametrize(("first", "references"), [(1, [None, None]), (21, [None, None]), (101, ["101", "102"])])
def test_a_number_that_counts_rows_is_not_the_projects_own(
    first: int, references: list[str | None], read: Read
) -> None:
    memo = read(f"ID,Project,Status\n{first},Quay Lights,Red\n{first + 1},Mole Repair,Green\n")
    assert [project.reference for project in memo.projects] == references


def test_an_end_is_the_column_over_days_not_the_one_over_sums(read: Read) -> None:
    memo = read(
        "Project,Status,Budget ($M),Forecast,Completion\n"
        "Quay Lights,Red,412.0,455.5,Q4 2031\n"
        "Mole Repair,Green,38.2,38.2,Q2 2032\n"
    )
    assert [project.end.text for project in memo.projects if project.end] == ["Q4 2031", "Q2 2032"]


def test_a_consolidated_list_is_read_by_its_long_headers(read: Read) -> None:
    memo = read(
        "Scheme ID Number,Project Name,Department,Report Category,Description / Aims,"
        '"Office Delivery Confidence Assessment\n(How sure the office is, at one point in time, of the project)",'
        "SRO Delivery Confidence Assessment,Commentary on the delivery confidence,"
        "Project - Start Date (Latest Approved Start Date),Project - End Date (Latest Approved End Date),"
        "Narrative on schedule,Financial Year Baseline (£m) (including others' costs),"
        "TOTAL Baseline Whole Life Costs (£m) (including others' costs),TOTAL Baseline Benefits (£m)\n"
        'HM_0007_2526-Q1,Lime Quay,HM,Works,"Rebuild the quay, with cranes.",Amber/Red,Amber,'
        '"Piles are late.\n\nRe-let.",'
        '2025-04-01,31/03/2031,As planned.,12.5,"1,468.20","3,000"\n'
        "HM_0009_2526-Q2,Tide Portal,HM,Digital,One portal.,,Amber/Green,Tests go on.,01/05/2026,30/06/2029,,"
        "Exempt under section 9 of the Act,Exempt under section 9 of the Act,\n"
        "FL_0001_2122-Q1,Radar Hill,FL,Works,A radar.,Exempt under section 2 of the Act on Information,,,,,,,,\n",
        encoding="cp1252",
    )
    assert told(memo, "project", "reference", "department", "status", "budget", "start", "end") == [
        ("Lime Quay", "HM_0007_2526-Q1", "HM", "red_yellow", "1468200000 GBP", "2025-04-01", "2031-03-31"),
        ("Tide Portal", "HM_0009_2526-Q2", "HM", "yellow_green", None, "2026-05-01", "2029-06-30"),
        ("Radar Hill", "FL_0001_2122-Q1", "FL", None, None, None, None),
    ]
    assert told(memo, "status_text", "issue", "description") == [
        ("Amber/Red", "Piles are late. Re-let.", "Rebuild the quay, with cranes."),
        ("Amber/Green (SRO Delivery Confidence Assessment)", "Tests go on.", "One portal."),
        ("Exempt under section 2 of the Act on Information", None, "A radar."),
    ]


def test_a_department_s_sheet_has_its_projects_in_columns(read: Read) -> None:
    memo = read(
        "Harbour Ministry data on large projects,,\n,,\nProject name,Quay Walls,Dredger 2\nDepartment,HM,HM\n"
        "Office RAG rating,Amber/Red,Green\nDescription / Aims,Rebuild the walls.,Run a dredger.\n"
        "Project - End Date,31/03/2019,30/09/2015\nTotal whole life costs (£million),210.0,45.1\n",
        encoding="utf-8-sig",
    )
    assert told(memo, "project", "department", "status", "budget", "end", "description") == [
        ("Quay Walls", "HM", "red_yellow", "210000000 GBP", "2019-03-31", "Rebuild the walls."),
        ("Dredger 2", "HM", "green", "45100000 GBP", "2015-09-30", "Run a dredger."),
    ]
    assert memo.projects[0].place.quote == "Quay Walls"
    assert {place.quote for place in memo.projects[0].places} > {"Quay Walls", "Amber/Red", "210.0"}


def test_title_rows_totals_and_notes_are_no_projects_and_are_told(read: Read) -> None:
    memo = read(
        "Borough of Pellworth;;;;;\nCapital schemes - position as at 30 September 2027;;;;;\n"
        "Ref;Scheme;Project Manager;RAG;Budget (£'000);Completion\nHighways Directorate;;;;;\n"
        "H01;Mill Bridge;A. Ode;Green;1,250;30/11/2027\nH02;Weir Lane;B. Fry;A/R;420;05/06/2028\n"
        "Sub-total;;;;1,670;\nRoads;;;;;\nC01;Nursery Path;C. Lim;Complete;75;03/04/2027\nGrand Total;;;;1,745;\n"
        "* Budgets are as the council approved them in March of the same year;;;;;\n",
        encoding="utf-16",
    )
    assert told(memo, "project", "reference", "department", "status", "budget", "end", "completed") == [
        ("Mill Bridge", "H01", "Highways Directorate", "green", "1250000 GBP", "2027-11-30", None),
        ("Weir Lane", "H02", "Highways Directorate", "red_yellow", "420000 GBP", "2028-06-05", None),
        ("Nursery Path", "C01", None, "complete", "75000 GBP", None, "2027-04-03"),
    ]
    assert memo.projects[2].place.section is not None
    assert memo.projects[2].place.section.endswith(" / Roads")
    assert memo.letterhead.date is not None
    assert memo.letterhead.date.isoformat() == memo.projects[0].as_of.isoformat() == "2027-09-30"  # type: ignore[union-attr]
    assert {problem.kind for problem in memo.problems} == {"rows_without_projects", "title_rows"}
    (left,) = [problem.message for problem in memo.problems if problem.kind == "rows_without_projects"]
    assert "2 totals" in left


def test_a_department_written_once_stands_for_the_rows_below_it(read: Read) -> None:
    memo = read(
        "Ministry|Project|Schedule RAG|Cost RAG|Total cost (A$m)|Target\n"
        "Ministry of Roads|North Bypass|Green|Red|12|Q3 2027\n|South Bypass|Amber|Green|8|2027-28\n"
        "|East Bypass|Red|Green|4|FY28\nMinistry of Water|Dam 7|Green|Green|150|Dec 2027\n|Dam 8|Green|Green|9|TBC\n"
    )
    assert told(memo, "department", "budget", "end") == [
        ("Ministry of Roads", "12000000 AUD", "Q3 2027"),
        ("Ministry of Roads", "8000000 AUD", "2027-28"),
        ("Ministry of Roads", "4000000 AUD", "FY28"),
        ("Ministry of Water", "150000000 AUD", "2027-12"),
        ("Ministry of Water", "9000000 AUD", None),
    ]
    assert memo.projects[1].end is not None
    assert memo.projects[1].end.first is None
    assert told(memo, "status", "status_text")[0] == (None, "Schedule RAG: Green; Cost RAG: Red")


def test_departments_that_come_again_leave_a_blank_blank(read: Read) -> None:
    memo = read("Agency,Project,RAG\nTides,A Pier,Red\nTides,B Pier,Green\n,C Pier,Red\n,D Pier,Red\n")
    assert told(memo, "department") == [("Tides",), ("Tides",), (None,), (None,)]


@pytest.mark.parametrize(
    ("dates", "ends"),
    [
        (["03/04/2027", "25/04/2027"], ["2027-04-03", "2027-04-25"]),
        (["04/04/2027"], ["2027-04-04"]),
        (["03/04/2027", "04/25/2027"], ["2027-03-04", "2027-04-25"]),
        (["03/04/2027", "05/06/2027"], ["03/04/2027", "05/06/2027"]),
        (["03/04/2027", "25/04/2027", "04/25/2027"], ["03/04/2027", "2027-04-25", "2027-04-25"]),
        (["31.03.2027", "01.04.2027"], ["2027-03-31", "2027-04-01"]),
        (["2027-04-01T00:00:00Z", "2027/05/31"], ["2027-04-01", "2027-05-31"]),
        (["46477", "46500"], ["2027-03-31", "2027-04-23"]),
        (["46477", "TBC"], ["2027-03-31", None]),
        (["Novembe r 2027", "14 Septe mber 2027", "TBC"], ["2027-11", "2027-09-14", None]),
        (["31-Mar-27", "Q3 2027"], ["2027-03-31", "Q3 2027"]),
        (["Q1 2027/28", "2027"], ["Q1 2027/28", "2027"]),
        (["31/02/2027", "30/03/2027"], ["31/02/2027", "2027-03-30"]),
    ],
)
def test_a_date_column_settles_its_own_order(dates: list[str], ends: list[str | None], read: Read) -> None:
    rows = "".join(f"Pier {n},Green,{text}\n" for n, text in enumerate(dates))
    assert [end for (end,) in told(read(f"Project,RAG,End Date\n{rows}"), "end")] == ends


def test_a_day_that_the_sheet_knows_needs_no_order() -> None:
    from datetime import date

    from extract.lists.column_dates import DateStyle, cell_to_period

    cell = Cell(row=0, column=0, text="03/04/2027", page=1, day=date(2027, 4, 3))
    period = cell_to_period(cell, style=DateStyle(), fiscal_start=7)
    assert period is not None
    assert period.label() == "2027-04-03"


def test_one_name_with_two_numbers_is_two_projects(read: Read) -> None:
    memo = read(
        "Investment,Project ID,Project Name,Agency Name,Lifecycle Cost,Completion Date\n"
        "Buoys,656,Operations,Bureau of Tides,15.2,2027-09-30\nBoats,658,Operations,Bureau of Tides,1.4,2027-09-30\n"
    )
    assert told(memo, "project", "reference", "department", "budget") == [
        ("Operations", "656", "Bureau of Tides", None),
        ("Operations", "658", "Bureau of Tides", None),
    ]
    (unread,) = [problem for problem in memo.problems if problem.kind == "sums_without_currency"]
    assert "2 of 2" in unread.message


def test_a_count_of_rows_is_no_number_of_a_project(read: Read) -> None:
    counted = read("No.,Project,RAG\n1,Pier Lift,Red\n2,Dune Fence,Green\n3,Mole,Green\n")
    numbered = read("No.,Project,RAG\n14-203,Pier Lift,Red\n14-207,Dune Fence,Green\n")
    assert (told(counted, "reference")[0], told(numbered, "reference")[0]) == ((None,), ("14-203",))


def test_two_rows_of_one_name_that_differ_stay_two(read: Read) -> None:
    memo = read("Project,Agency,Budget,Description\nRefit,Tides,$2M,The crane\nRefit,Tides,$3M,The shed\n")
    assert told(memo, "description") == [("The crane",), ("The shed",)]


def test_a_stage_that_says_done_outranks_the_colour(read: Read) -> None:
    memo = read("Project,Status,Health\nShed 4,Completed,Green\nShed 5,Active,Amber\nShed 6,On Hold,Red\n")
    assert told(memo, "status", "status_text") == [
        ("complete", "Completed"),
        ("yellow", "Amber"),
        ("on_hold", "On Hold"),
    ]


def test_sub_headers_below_a_group(read: Read) -> None:
    memo = read(
        "Project,Cost ($000),,Completion,,RAG\n,Approved,Spent to date,Planned,Forecast,\n"
        "Ash Bridge,1200,300,30/05/2027,30/06/2028,🔴\nBirch Road,450.5,450,31/03/2027,31/03/2027,🟢\n"
    )
    assert told(memo, "project", "budget", "spent", "end", "status") == [
        ("Ash Bridge", "1200000 USD", "300000 USD", "2028-06-30", "red"),
        ("Birch Road", "450500 USD", "450000 USD", "2027-03-31", "green"),
    ]


def test_names_headed_name_are_projects_where_they_cost_something_or_end(read: Read) -> None:
    memo = read(
        "Dept,Agency,Name,Cost Range,Lifecycle,Completion Date\n"
        "Ports,Harbour Agency,Gannet Quay,EUR 5m,Tender,2034\n"
        "Ports,Harbour Agency,Dulse Slip,EUR 9m,Design,2036\n"
    )
    assert told(memo, "project", "end") == [("Gannet Quay", "2034"), ("Dulse Slip", "2036")]


@pytest.mark.parametrize("header", ["Asset", "Works", "Description", "Contract Title", "Title of Works", "Name"])
def test_a_published_list_may_head_its_names_by_what_they_are(header: str, read: Read) -> None:
    memo = read(
        f"CIP #,{header},Dept,Budget,Est. Completion\n"
        "101,Gannet Quay Wall,Ports,$5000000,2034\n"
        "102,Dulse Slip Paving,Ports,$900000,2036\n"
    )
    assert told(memo, "project", "end", "reference") == [
        ("Gannet Quay Wall", "2034", "101"), ("Dulse Slip Paving", "2036", "102"),
    ]  # fmt: skip


def test_a_list_of_people_is_no_list_of_projects(read: Read) -> None:
    memo = read(
        "Department,Office,Name,Email,Start Date\n"
        "Ports,Harbour Agency,Ann Gannet,ann@x.example,2031\n"
        "Ports,Harbour Agency,Bo Dulse,bo@x.example,2032\n"
    )
    assert memo.projects == ()


def test_milestones_of_projects_are_no_projects(read: Read) -> None:
    rows = "".join(
        f"{name},{step},Complete,2027-0{n}-01\n" for name in ("Pier", "Mole") for n, step in enumerate("ABC", 1)
    )
    memo = read(f"Project,Milestone,Status,Date\n{rows}")
    assert memo.projects == ()
    assert [problem.kind for problem in memo.problems if problem.kind == "table_without_projects"]


def test_a_part_of_the_country_is_no_status(read: Read) -> None:
    assert told(
        read("Project,State,Budget,End Date\nPier,OR,$2M,2027\nMole,WA,$1M,2028\n"), "status", "status_text"
    ) == [
        (None, None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("schemes-2027.csv", "2027"),
        ("schemes_sept_2027.csv", "2027-09"),
        ("schemes-2027-09-30.csv", "2027-09-30"),
        ("q3-2027-schemes.csv", "Q3 2027"),
        ("schemes-2027-09.csv", "2027-09"),
        ("schemes-2027-28.csv", None),
        ("schemes-FY2027.csv", None),
        ("schemes.csv", None),
    ],
)
def test_a_files_name_gives_a_period_and_never_a_date(name: str, period: str | None, read: Read) -> None:
    head = read("Project,RAG\nPier Lift,Red\n", name=name).letterhead
    assert (head.as_of.label() if head.as_of else None, head.date) == (period, None)


@pytest.mark.parametrize(
    ("first", "day", "period"),
    [
        ("Schemes as of 31 May 2027,", "2027-05-31", "2027-05-31"),
        ("Report date,2027-05-31", "2027-05-31", "2027-05-31"),
        ("Data as at: 31/05/2027,", "2027-05-31", "2027-05-31"),
        ("Data as at: 03/05/2027,", None, None),
        ("Schemes of May 2027,", None, "2027-05"),
        ("Schemes of 2027-28,", None, None),
    ],
)
def test_a_title_gives_the_lists_date(first: str, day: str | None, period: str | None, read: Read) -> None:
    head = read(f"{first}\nProject,RAG\nPier Lift,Red\nDune Fence,Green\n").letterhead
    assert (head.date.isoformat() if head.date else None, head.as_of.label() if head.as_of else None) == (day, period)


@pytest.mark.parametrize(("name", "problems"), [("schemes.csv", ["date_unknown"]), ("schemes-2027.csv", [])])
def test_a_published_list_is_addressed_to_nobody(name: str, problems: list[str], read: Read) -> None:
    assert [problem.kind for problem in read("Project,RAG\nPier Lift,Red\n", name=name).problems] == problems


def test_of_sheets_by_period_the_latest_is_the_list() -> None:
    from extract.lists.sheets import earlier_sheets, sheet_to_day
    from records.document import Block

    names = ["2025-26", "2026-27", "Notes"]
    blocks = tuple(Block(kind="heading", text=name, page=n, level=1) for n, name in enumerate(names, 1))
    document = Document(file="a.xlsx", sha256="0", media="xlsx", pages=(), blocks=blocks)
    assert earlier_sheets(document) == {1}
    assert earlier_sheets(replace(document, media="csv")) == frozenset()
    assert sheet_to_day("Q2 2027") is not None
    assert sheet_to_day("Roads Department 2 of the north") is None


def test_a_list_of_two_thousand_rows_is_joined_without_a_look_at_every_pair(read: Read) -> None:
    rows = "".join(f"P-{n},Culvert {n} at Mile {n % 90},Red\n" for n in range(2000))
    assert len(read(f"Ref,Project,RAG\n{rows}").projects) == 2000


def test_an_empty_table_is_no_list() -> None:
    from extract.lists.headers import table_to_readings

    table = Table(cells=(), rows=0, columns=0, header_rows=0, pages=(), method="delimited", confidence=1.0)
    assert all(not headers_to_roles(reading.headers) for reading in table_to_readings(table, published=True))


@pytest.mark.parametrize(
    ("rating", "header", "status"),
    [
        ("Medium-Low", "Delivery Confidence 2027", "red_yellow"),
        ("High", "Delivery Confidence 2027", "green"),
        ("Medium/High confidence", "Confidence", "yellow_green"),
        ("High", "Rating", None),
        ("4 - Moderately Low Risk", "Officer's rating", "green"),
        ("High Risk", "Rating", "red"),
    ],
)
def test_a_rating_is_read_by_the_words_of_its_scale(rating: str, header: str, status: str | None, read: Read) -> None:
    (record,) = read(f"Investment Title,Agency,{header}\nBuoys,Tides,{rating}\n").projects
    assert (record.status, record.status_text) == (status, rating)


def test_of_ratings_by_year_the_latest_counts(read: Read) -> None:
    memo = read("Project,Delivery Confidence 2026,Delivery Confidence 2027\nBuoys,High,Low\n")
    assert told(memo, "status", "status_text") == [("red", "Low")]


def test_a_budget_column_of_colours_is_no_sum_and_no_description(read: Read) -> None:
    memo = read(
        "Department,Project Name,Overall Health,Scope,Budget,Issues,End Date,Total Cost\n"
        'Tides,Buoys,Y,G,Y,G,7/31/2027,"$45,000"\nTides,Boats,G,G,G,G,12/31/2027,"$4,000"\n'
    )
    assert told(memo, "status", "issue", "description", "budget", "end") == [
        ("yellow", None, None, "45000 USD", "2027-07-31"),
        ("green", None, None, "4000 USD", "2027-12-31"),
    ]


def test_ratings_of_time_and_money_alone_are_kept_apart(read: Read) -> None:
    memo = read("Division/Project name,Approved Budget,On Budget,On Time\nBranch roof,$2M,G,R\n")
    assert told(memo, "project", "status", "status_text", "budget") == [
        ("Branch roof", None, "On Budget: G; On Time: R", "2000000 USD")
    ]


def test_a_column_with_decimal_commas_parts_thousands_by_stops(read: Read) -> None:
    memo = read("Ref;Scheme;RAG;Budget (€'000)\nA1;Quay;Green;1.250,5\nA2;Mole;Green;1.670\nA3;Pier;Red;75\n")
    assert told(memo, "budget") == [("1250500 EUR",), ("1670000 EUR",), ("75000 EUR",)]
    assert memo.projects[0].budget is not None
    assert memo.projects[0].budget.text == "1.250,5"
