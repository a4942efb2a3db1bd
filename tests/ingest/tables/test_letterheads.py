"""A letterhead is no table, whatever rules it stands between; a table of labels and values elsewhere is one."""

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

COLONS = {
    "TO:": "Harbor Board",
    "THROUGH:": "Olive Tran, Manager",
    "FROM:": "Dana Whitfield, Clerk",
    "DATE:": "May 4, 2031",
    "SUBJECT:": "Piers, with the reply of the Port",
}
BARE = {label.rstrip(":").title(): value for label, value in COLONS.items() if label != "THROUGH:"}
FACTS = "Department: | Harbor\nContact: | Olive Tran\nDate: | May 4, 2031"


def write(rows: dict[str, str]) -> str:
    return "\n".join(f"{label} | {value}" for label, value in rows.items())


def between_rules(page: Sheet, rows: dict[str, str]) -> None:
    """Under a heading, over a title that rules close in."""
    page.line(72, page.y, 540, page.y)
    page.space(8).words(250, page.y, "MEMORANDUM", size=11)
    page.space(36).table(write(rows), rules="none", widths=(92, 240), pad=1.5)
    for _ in range(2):
        page.line(72, page.y + 16, 540, page.y + 16)
        page.space(14)
    page.words(76, page.y - 12, "Piers", size=11)


@pytest.mark.parametrize("rows", [COLONS, BARE], ids=["colons", "bare"])
def test_between_rules(sheet: Sheets, rows: dict[str, str]) -> None:
    page = sheet()
    between_rules(page, rows)
    page.holds()


@pytest.mark.parametrize("rules", ["grid", "rows", "frame", "columns"])
@pytest.mark.parametrize("rows", [COLONS, BARE], ids=["colons", "bare"])
def test_in_a_table_of_its_own(sheet: Sheets, rows: dict[str, str], rules: str) -> None:
    page = sheet()
    page.table(write(rows), rules=rules)
    page.holds()


def test_a_grid_of_facts_further_down_is_a_table(sheet: Sheets) -> None:
    page = sheet(y=492)
    page.table(FACTS, rules="grid")
    page.holds(shown(FACTS))


def test_a_grid_of_facts_on_a_later_page_is_a_table(sheet: Sheets) -> None:
    page = sheet().page()
    page.table(FACTS, rules="grid")
    page.holds(shown(FACTS, pages=[2]))


def test_a_table_that_asks_from_whom_is_no_letterhead(sheet: Sheets) -> None:
    table = "From | Amount\n===\nFerry Fund | $1,200\nPier Fund | $950\nLamp Fund | $90"
    page = sheet()
    page.table(table, rules="grid")
    page.holds(shown(table))
