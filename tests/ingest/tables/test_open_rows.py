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


@pytest.mark.parametrize("rules", ["rows", "grid"])
def test_a_label_much_taller_than_its_figures_takes_no_row_apart(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text((TALL, {"size": 8}), rules)
