"""What stands in cells: figures with their signs, words, and raised marks that belong to neither."""

import pytest

from tests.ingest.tables.reading import Row, Sheets, shown

RULES = ["grid", "rows", "header", "none"]
FIGURES: dict[str, Row] = {
    "a dollar sign set apart": (
        """
        Fund   | Adopted  | Actual
        ===
        Harbor | $ 1,200  | $ 1,150
        Lamps  | 90       | 88
        Piers  | 400      | 410
        Total  | $ 1,690  | $ 1,648
        """,
        {"widths": (120, 90, 90)},
    ),
    "a dollar sign on the figure": (
        """
        Fund   | Adopted  | Actual
        ===
        Harbor | $1,200   | $1,150
        Lamps  | 90       | 88
        Piers  | 400      | 410
        """,
        {},
    ),
    "negative figures": (
        """
        Fund   | Change  | Balance
        ===
        Harbor | (1,200) | 1,150
        Lamps  | 90      | (88)
        Piers  | -400    | –410
        """,
        {},
    ),
    "percentages": (
        """
        Measure        | Target | Actual
        ===
        Calls answered | 80%    | 74.5%
        Repairs        | 95%    | 99%
        Availability   | 99.9%  | 99.8 %
        """,
        {},
    ),
    "dashes and n/a": (
        """
        Fund   | 2031 | 2032 | 2033
        ===
        Harbor | 12   | -    | 14
        Lamps  | n/a  | 8    | --
        Piers  | —    | N/A  | 6
        Roads  | 4    | 5    | 6
        """,
        {},
    ),
    "figures aligned on the left": (
        """
        Fund   | Adopted | Actual
        ===
        Harbor | 1,200   | 1,150
        Lamps  | 90      | 88
        Piers  | 400     | 410
        """,
        {"align": "lll"},
    ),
    "figures in the middle": (
        """
        Fund   | Adopted | Actual
        ===
        Harbor | 1,200   | 1,150
        Lamps  | 90      | 88
        Piers  | 400     | 410
        """,
        {"align": "lcc", "widths": (120, 90, 90)},
    ),
    "dates and ranges": (
        """
        Step    | Begins     | Ends       | Weeks
        ===
        Design  | 3/14/2031  | 6/30/2031  | 12-15
        Bids    | 7/1/2031   | 8/15/2031  | 6
        Works   | 9/1/2031   | 2/28/2032  | 24-30
        """,
        {},
    ),
}
WORDS: dict[str, Row] = {
    "states": (
        """
        Undertaking | Lead     | State    | Since
        ===
        Ferry dock  | Okafor   | Delayed  | March
        Lamps       | Tran     | On Track | April
        Gauges      | Lindberg | On Hold  | June
        Permits     | Abara    | Complete | July
        """,
        {},
    ),
    "ticks": (
        """
        Boat   | Radio | Raft | Flares
        ===
        Osprey | X     |      | X
        Heron  | X     | X    |
        Tern   |       | X    | X
        """,
        {"align": "lccc", "widths": (90, 60, 60, 60)},
    ),
    "mixed": (
        """
        Item | Boat   | Sum   | Remark
        ===
        4.1  | Osprey | 1,200 | Paid in May
        4.2  | Heron  | 90    | Open
        4.3  | Tern   | 400   | Paid
        """,
        {},
    ),
    "the unit after the figure": (
        """
        Pier  | Length | Width
        ===
        North | 120 ft | 14 ft
        South | 95 ft  | 9 ft
        West  | 410 ft | 22 ft
        """,
        {"align": "lrr"},
    ),
    "the mark on the line": (
        """
        Fund   | Adopted | Actual
        ===
        Harbor | 1,200   | 1,150*
        Lamps  | 90      | 88
        Piers* | 400     | 410
        """,
        {},
    ),
}
MARKS: dict[str, Row] = {
    "on a figure": (
        """
        Fund   | Adopted  | Actual
        ===
        Harbor | 1,200{1} | 1,150
        Lamps  | 90       | 88{2}
        Piers  | 400      | 410
        """,
        {},
    ),
    "on a label": (
        """
        Fund      | Adopted | Actual
        ===
        Harbor{1} | 1,200   | 1,150
        Lamps     | 90      | 88
        Piers{2}  | 400     | 410
        """,
        {},
    ),
    "on a header": (
        """
        Fund   | Adopted{1} | Actual{a}
        ===
        Harbor | 1,200      | 1,150
        Lamps  | 90         | 88
        Piers  | 400        | 410
        """,
        {},
    ),
    "stars and daggers": (
        """
        Fund      | Adopted  | Actual{†}
        ===
        Harbor{*} | 1,200    | 1,150
        Lamps     | 90{*}    | 88
        Piers     | 400      | 410
        """,
        {},
    ),
    "two at once": (
        """
        Fund   | Adopted    | Actual
        ===
        Harbor | 1,200{1}   | 1,150
        Lamps  | 90         | 88
        Piers  | 400{2,3}   | 410
        """,
        {},
    ),
}


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", FIGURES.values(), ids=FIGURES)
def test_figures(sheet: Sheets, row: Row, rules: str) -> None:
    sheet().holds_in_text(row, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", WORDS.values(), ids=WORDS)
def test_words_and_figures(sheet: Sheets, row: Row, rules: str) -> None:
    sheet().holds_in_text(row, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", MARKS.values(), ids=MARKS)
def test_raised_marks_are_kept_out_of_the_text(sheet: Sheets, row: Row, rules: str) -> None:
    page = sheet()
    page.table(row[0], rules=rules, **row[1])
    page.holds(shown(row[0].replace("{2,3}", "{2}{3}")))
