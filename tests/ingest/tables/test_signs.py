"""Signs of money at the left edge of a cell whose figure stands at the right."""

import pytest

from tests.ingest.tables.reading import Sheets

ACCOUNTS = """
    Fund      | Adopted    | Actual     | Balance
    ===
    Harbor    | $ 1,200    | $ 1,150    | $ 50
    Piers     | 400        | 410        | (10)
    Lamps     | 90         | 88         | 2
    Total     | $ 1,690    | $ 1,648    | $ 42
"""
ONE_SIGN = """
    Fund      | Adopted    | Actual
    ===
    Harbor    | $ (1,200)  | 1,150
    Piers     | 400        | 410
    Lamps     | 90         | 88
"""


@pytest.mark.parametrize("rules", ["none", "header", "rows", "grid"])
@pytest.mark.parametrize("text", [ACCOUNTS, ONE_SIGN], ids=["first and last row", "one alone"])
def test_a_sign_far_from_its_figure_is_no_column(sheet: Sheets, text: str, rules: str) -> None:
    sheet().holds_in_text((text, {"widths": (90, 120, 120, 120)}), rules)
