"""Rows that no rule divides, or that reach over many lines: where one ends, and where its table does."""

import pytest

from tests.ingest.tables.reading import Sheets

TALL = """
    Undertaking | 2031 | 2032 | 2033 | 2034
    ===
    Dredging // of the // inner // and of // the outer // channel | 4.6 | 6.1 | 69 | 71.4
    Lamps on // the long // and on the // short // pier | 5.8 | 86.8 | 6 | 26.2
    Repair of // the crane // and its // rails, // both sides | 3.1 | 97.6 | 91 | 88.6
    Sheds for // nets, ropes // and buoys // of the // fishers | 1.0 | 90.2 | 2 | 94.3
"""
SENTENCES = """
    No. | State    | Asked for                                         | Reply of the Port
    ===
    1.  | Open     | Repair the ladders // before winter               | The works are let // and begin in the fall
    2.  | Answered | Tell the fishers // two weeks ahead, // by letter | A letter goes out // before each closure
    3.  |          | Keep a list of // those who wait                  | The list is kept // and shown on the // door
    4.  | Open     | Look at the fees // of other ports                | Three have replied // to the board
"""
LAST = """
    Fund                             | 2031  | 2032
    ===
    Harbor                           | 1,200 | 1,150
    Dredging and the // long channel | 400   | 410
    Lamps                            | 90    | 88
    Works on each of // the quays    | 35    | 35
"""
EVEN = """
    Undertaking             | What is asked for                                        | State   | By
    ===
    Building // maintenance | Repair the ladders of the inner // basin before winter   | Open    | May
    Harbor // insurance     | Tell the fishers of all works at // the quays in time    | Delayed | June
    Passenger // landing    | Keep a list of those who wait for // the berths in summer | Open   | July
    Outer // moorings       | Nothing                                                  | Done    | May
"""


@pytest.mark.parametrize("rules", ["header", "grid"])
def test_cells_that_had_no_room_go_on_where_all_lines_are_as_far_apart(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text((EVEN, {"pad": 0, "size": 9}), rules)


@pytest.mark.parametrize("rules", ["none", "under", "grid"])
@pytest.mark.parametrize("fill", ["", "zebra"])
def test_the_last_row_has_all_its_lines(sheet: Sheets, rules: str, fill: str) -> None:
    sheet().holds_in_text((LAST, {"fill": fill}), rules)


@pytest.mark.parametrize("rules", ["header", "under+end", "grid", "rows"])
def test_sentences_in_columns_between_rules_are_a_table_not_columns_of_prose(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text((SENTENCES, {"size": 8, "pad": 2}), rules)


@pytest.mark.parametrize("rules", ["rows", "grid"])
def test_a_label_much_taller_than_its_figures_takes_no_row_apart(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text((TALL, {"size": 8}), rules)
