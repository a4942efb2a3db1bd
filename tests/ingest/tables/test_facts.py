"""Sheets of facts: labels down the left with their values, and what only looks like them."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

COLONS = """
    Manager:    | Olive Tran
    Division:   | Harbor Works
    Budget:     | $1.5 million
    Completion: | July 2033
"""
NAMED = """
    Undertaking | Lead
    ===
    Sea wall    | Olive Tran
    Wi-Fi       | Harbor Works
    Tide gauges | Boat Yard
"""
WRAPPED = """
    Manager of // the works    | Olive Tran, who // leads the yard
    Division in // the port    | Harbor Works, with // the pilots
"""


@pytest.mark.parametrize("rules", ["grid", "rows", "frame+columns"])
def test_labels_with_colons_have_no_header(sheet: Sheets, rules: str) -> None:
    page = sheet(y=420)
    page.table(COLONS, rules=rules)
    page.holds(shown(COLONS))


@pytest.mark.parametrize("rules", ["grid", "rows", "header"])
def test_bold_labels_under_bold_names_have_a_header(sheet: Sheets, rules: str) -> None:
    page = sheet(y=420)
    page.table(NAMED, rules=rules, bold_labels=True)
    page.holds(shown(NAMED))


@pytest.mark.parametrize("bold", [True, False])
def test_a_bold_label_that_wraps_beside_its_value_is_one_row(sheet: Sheets, bold: bool) -> None:
    page = sheet(y=420)
    page.table(WRAPPED, rules="grid", bold_labels=bold)
    page.holds(shown(WRAPPED))
