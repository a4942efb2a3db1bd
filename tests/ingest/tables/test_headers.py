"""Headers: stacked, spanning, in three levels, over labels of their own, in plain type; and tables that have none."""

import pytest

from tests.ingest.tables.reading import Sheets, shown

STACKED = """
    Programme | Budget | <     | Spent | <
    ^         | 2031   | 2032  | 2031  | 2032
    ===
    Roads     | 1,200  | 1,300 | 900   | 950
    Parks     | 400    | 450   | 120   | 130
    Lamps     | 90     | 95    | 88    | 91
    Total     | 1,690  | 1,845 | 1,108 | 1,171
"""
BESIDE_ONE = """
    Programme | Adopted budget | <     | Spent
    ^         | 2031           | 2032  | ^
    ===
    Roads     | 1,200          | 1,300 | 900
    Parks     | 400            | 450   | 120
    Lamps     | 90             | 95    | 88
"""
OVER_ALL_FIGURES = """
    District | Calls per thousand people | <     | <     | <
    ^        | Fire                      | Noise | Water | Waste
    ===
    North    | 12                        | 40    | 7     | 9
    South    | 15                        | 31    | 4     | 11
    West     | 9                         | 28    | 5     | 8
"""
THREE_LEVELS = """
    District | Harbor year | <       | <      | <
    ^        | 2031        | <       | 2032   | <
    ^        | Calls       | Visits  | Calls  | Visits
    ===
    North    | 120         | 1,400   | 131    | 1,520
    South    | 150         | 1,310   | 144    | 1,290
    West     | 90          | 1,280   | 97     | 1,333
"""
UNITS = """
    Fund   | Adopted | Actual | Share
    ^      | ($000)  | ($000) | (%)
    ===
    Harbor | 1,200   | 1,150  | 96
    Lamps  | 90      | 88     | 98
    Piers  | 400     | 410    | 103
"""
UNITS_IN_LINE = """
    Fund   | Adopted // ($000) | Actual // ($000) | Share // (%)
    ===
    Harbor | 1,200             | 1,150            | 96
    Lamps  | 90                | 88               | 98
    Piers  | 400               | 410              | 103
"""
YEARS = """
    Fund   | FY 2031 | FY 2032 | FY 2033
    ===
    Harbor | 1,200   | 1,150   | 1,300
    Lamps  | 90      | 88      | 91
    Piers  | 400     | 410     | 420
"""
BARE_YEARS = """
           | 2031  | 2032  | 2033
    ===
    Harbor | 1,200 | 1,150 | 1,300
    Lamps  | 90    | 88    | 91
    Piers  | 400   | 410   | 420
"""
NO_HEADER = """
    Harbor | 1,200 | 1,150 | 1,300
    Lamps  | 90    | 88    | 91
    Piers  | 400   | 410   | 420
    Roads  | 70    | 65    | 60
"""
LABELS = """
    Manager:    | Olive Tran
    Division:   | Harbor Works
    Budget:     | $1.5 million
    Completion: | July 2033
"""
STACKS = {"stacked": STACKED, "beside one": BESIDE_ONE, "over all figures": OVER_ALL_FIGURES, "three": THREE_LEVELS}
WIDE = {"stacked": 5, "beside one": 4, "over all figures": 5, "three": 5}


@pytest.mark.parametrize("size", [8, 12])
@pytest.mark.parametrize("rules", ["grid", "rows", "header+spans", "spans", "under+spans", "header", "none"])
@pytest.mark.parametrize("name", STACKS)
def test_a_title_over_several_columns_spans_them(sheet: Sheets, name: str, rules: str, size: int) -> None:
    page = sheet()
    page.table(STACKS[name], rules=rules, size=size, widths=[9 * size] + [6.5 * size] * (WIDE[name] - 1))
    page.holds(shown(STACKS[name]))


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
@pytest.mark.parametrize("rules", ["grid", "rows", "header", "none"])
@pytest.mark.parametrize("text", [YEARS, BARE_YEARS, UNITS_IN_LINE], ids=["years", "bare years", "units"])
def test_one_row_of_names(sheet: Sheets, text: str, rules: str, bold: bool) -> None:
    page = sheet()
    page.table(text, rules=rules, bold=bold)
    page.holds(shown(text))


def test_units_in_a_row_of_their_own_belong_to_the_header(sheet: Sheets) -> None:
    page = sheet()
    page.table(UNITS, rules="grid")
    page.holds(shown(UNITS))


@pytest.mark.parametrize("rules", ["header", "none"])
def test_units_under_a_name_belong_to_it_where_no_rule_divides_them(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.table(UNITS, rules=rules, pad=1)
    page.holds(shown(UNITS_IN_LINE))


@pytest.mark.parametrize("rules", ["grid", "rows", "frame", "none"])
def test_a_table_of_figures_alone_has_no_header(sheet: Sheets, rules: str) -> None:
    page = sheet()
    page.table(NO_HEADER, rules=rules)
    page.holds(shown(NO_HEADER))


@pytest.mark.parametrize("rules", ["grid", "rows"])
def test_labels_with_their_values_have_no_header(sheet: Sheets, rules: str) -> None:
    page = sheet(y=420)
    page.text("The works of the harbor in short:")
    page.table(LABELS, rules=rules)
    page.holds(shown(LABELS))


@pytest.mark.parametrize("rules", ["grid", "rows", "frame+columns"])
def test_bold_labels_down_the_side_are_no_header(sheet: Sheets, rules: str) -> None:
    facts = LABELS.replace(":", "")
    page = sheet(y=420)
    page.table(facts, rules=rules, bold_labels=True)
    page.holds(shown(facts))


def test_figures_beside_each_other_are_columns_where_the_rule_between_them_is_missing(sheet: Sheets) -> None:
    page = sheet()
    place = page.table(BESIDE_ONE, rules="frame+rows", widths=(100, 80, 80, 80))
    for x in (place.columns[1], place.columns[3]):
        page.line(x, place.rows[0], x, place.bottom)
    page.holds(shown(BESIDE_ONE))
