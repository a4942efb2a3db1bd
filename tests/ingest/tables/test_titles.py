"""What names a table, and what stands below it and is no part of it."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

FUNDS = """
    Fund   | Adopted | Actual
    ===
    Harbor | 1,200   | 1,150
    Lamps  | 90      | 88
    Piers  | 400     | 410
    Total  | 1,690   | 1,648
"""
PROSE = "The board hears of its funds and of the works of the Port once in every quarter of the year."
CAPTIONS = [
    "Exhibit 1: Funds of the Harbor",
    "Table 3 - Funds of the Harbor",
    "Table 3. Funds of the Harbor",
    "Table B: Funds of the Harbor",
    "Exhibit 2-1: Funds of the Harbor",
    "Schedule 4: Funds of the Harbor",
    "TABLE 7",
]
RULES = ["grid", "header", "none"]


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("title", CAPTIONS)
def test_a_numbered_title_above(sheet: Sheets, title: str, rules: str) -> None:
    page = sheet().text(PROSE).space(12).text(title, bold=True)
    page.table(FUNDS, rules=rules)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS, title=title))


@pytest.mark.parametrize("rules", RULES)
def test_a_numbered_title_in_plain_type(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(12).text("Table 3: Funds of the Harbor")
    page.table(FUNDS, rules=rules)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS, title="Table 3: Funds of the Harbor"))


@pytest.mark.parametrize("rules", RULES)
def test_a_heading_above_is_the_title(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(12).text("Funds of the Harbor", bold=True, size=12)
    page.table(FUNDS, rules=rules)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS, title="Funds of the Harbor"))


@pytest.mark.parametrize("rules", RULES)
def test_a_title_in_two_lines(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(12).text("Exhibit 1\nFunds of the Harbor", bold=True)
    page.table(FUNDS, rules=rules)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS, title="Exhibit 1 Funds of the Harbor"))


@pytest.mark.parametrize("rules", RULES)
def test_a_title_with_its_unit_below(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(12).text("Table 2: Funds of the Harbor\n(in thousands of dollars)", bold=True)
    page.table(FUNDS, rules=rules)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS, title="Table 2: Funds of the Harbor"))
    assert [table.unit for table in page.tables()] == ["in thousands of dollars"]


@pytest.mark.parametrize("rules", RULES)
def test_a_title_below(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE).space(12)
    page.table(FUNDS, rules=rules)
    page.text("Table 3: Funds of the Harbor").space(12).text(PROSE)
    page.holds(shown(FUNDS, title="Table 3: Funds of the Harbor"))


@pytest.mark.parametrize("rules", ["grid", "header"])
def test_a_title_in_the_first_row_of_the_grid_is_the_title_or_a_header_row(sheet: Sheets, rules: str) -> None:
    text = "Funds of the Harbor | < | <\n" + FUNDS.strip()
    page = sheet().text(PROSE).space(12)
    page.table(text, rules=rules, widths=(120, 80, 80))
    read = page.tables()
    assert len(read) == 1
    grid = read[0].grid()
    assert (read[0].title, len(grid), read[0].header_rows) in [("Funds of the Harbor", 5, 1), (None, 6, 2)]
    assert grid[-5:] == shown(FUNDS).cells


@pytest.mark.parametrize("rules", RULES)
def test_a_paragraph_above_is_no_title(sheet: Sheets, rules: str) -> None:
    page = sheet().text(PROSE)
    page.table(FUNDS, rules=rules)
    page.holds(shown(FUNDS))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize(
    "notes",
    [
        "{1} Without the grant of the State.\n{2} As of June.",
        "* Without the grant of the State.",
        "Note: figures are rounded to the nearest thousand.",
        "Source: books of the Port, June 2031",
        "Source: Port Authority, 2031\nNote: Totals may differ by 1.",
    ],
    ids=["raised", "star", "note", "source", "two"],
)
def test_notes_below_are_no_rows(sheet: Sheets, notes: str, rules: str) -> None:
    page = sheet().text(PROSE).space(12)
    page.table(FUNDS, rules=rules)
    page.text(notes, size=8)
    page.space(12).text(PROSE)
    page.holds(shown(FUNDS))
