"""How cells are filled: lines that wrap, empty places, rows in groups, many or tiny columns."""

import pytest

from tests.ingest.tables.reading import Row, Sheets, shown

WRAPPING: dict[str, Row] = {
    "labels wrap": (
        """
        Fund                              | Adopted | Actual
        ===
        Harbor dredging and // channel    | 1,200   | 1,150
        Lamps                             | 90      | 88
        Repair of the long pier // and of the short one | 400 | 410
        Parking                           | 35      | 35
        """,
        {},
    ),
    "texts wrap": (
        """
        Task     | Lead         | Note
        ===
        Design   | R. Okafor    | Finished in March after // the second review
        Cleaning | S. Lindqvist | Half of the records are done // and the rest needs the // old archive
        Training | T. Abara     | Begins in the fall
        """,
        {"pad": 5},
    ),
    "both wrap": (
        """
        Task                  | Lead         | Note
        ===
        Design of the // desk | R. Okafor    | Finished in March after // the second review
        Cleaning of // records | S. Lindqvist | Half of the records are done // and the rest needs the // old archive
        Training              | T. Abara     | Begins in the fall
        """,
        {"pad": 5},
    ),
    "headers wrap": (
        """
        Fund   | Adopted // budget | Actual // to date | Share // spent
        ===
        Harbor | 1,200             | 1,150             | 96%
        Lamps  | 90                | 88                | 98%
        Piers  | 400               | 410               | 103%
        """,
        {},
    ),
    "headers of unequal height": (
        """
        Fund   | Budget as // adopted in // June | Actual | Share // spent
        ===
        Harbor | 1,200                           | 1,150  | 96%
        Lamps  | 90                              | 88     | 98%
        Piers  | 400                             | 410    | 103%
        """,
        {},
    ),
}
EMPTY: dict[str, Row] = {
    "empty cells": (
        """
        Fund   | 2031 | 2032 | 2033
        ===
        Harbor | 12   |      | 14
        Lamps  |      | 8    |
        Piers  | 5    | 7    | 6
        Roads  | 4    |      | 6
        """,
        {},
    ),
    "an empty corner": (
        """
               | 2031 | 2032 | 2033
        ===
        Harbor | 12   | 13   | 14
        Lamps  | 7    | 8    | 9
        Piers  | 5    | 7    | 6
        """,
        {},
    ),
    "an empty last cell": (
        """
        Fund   | Sum | Remark
        ===
        Harbor | 12  | Grant is pending
        Lamps  | 7   |
        Piers  | 5   |
        Roads  | 9   | Closed
        """,
        {},
    ),
}
DATES = """
    Step    | Begins     | Ends       | Weeks
    ===
    Design  | 3/14/2031  | 6/30/2031  | 12-15
    Bids    | 7/1/2031   | 8/15/2031  | 6
    Works   | 9/1/2031   | 2/28/2032  | 24-30
"""
COLUMN_EMPTY: Row = (
    """
    Fund   | 2031 | Remark | 2033
    ===
    Harbor | 12   |        | 14
    Lamps  | 7    |        | 9
    Piers  | 5    |        | 6
    """,
    {},
)
GROUPS: dict[str, Row] = {
    "group titles": (
        """
        Fund         | 2031  | 2032
        ===
        Water        | ~     | ~
        Harbor       | 1,200 | 1,150
        Piers        | 400   | 410
        Land         | ~     | ~
        Lamps        | 90    | 88
        Roads        | 70    | 65
        """,
        {},
    ),
    "group titles with sub-totals": (
        """
        Fund          | 2031  | 2032
        ===
        Water         | ~     | ~
        Harbor        | 1,200 | 1,150
        Piers         | 400   | 410
        Total, water  | 1,600 | 1,560
        Land          | ~     | ~
        Lamps         | 90    | 88
        Total, land   | 90    | 88
        Total         | 1,690 | 1,648
        """,
        {},
    ),
}
NOTE_ROW = """
    Fund                                               | 2031  | 2032
    ===
    Harbor                                             | 1,200 | 1,150
    Piers                                              | 400   | 410
    Without the grant of the State and without the loan | <     | <
"""
BANDS = """
    Fund                   | 2031  | 2032
    ===
    Funds kept by the Port | <     | <
    Harbor                 | 1,200 | 1,150
    Piers                  | 400   | 410
    Funds kept by the City | <     | <
    Lamps                  | 90    | 88
"""
STATES = """
    Undertaking | Phase  | Lead     | Due
    ===
    Ferry dock  | Design | Okafor   | May
    ^           | Bids   | Tran     | July
    ^           | Works  | Lindberg | Fall
    Lamps       | Design | Abara    | June
    ^           | Works  | Tran     | July
"""
RULES = ["grid", "rows", "header", "none"]


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", WRAPPING.values(), ids=WRAPPING)
def test_lines_that_wrap(sheet: Sheets, row: Row, rules: str) -> None:
    sheet().holds_in_text(row, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", EMPTY.values(), ids=EMPTY)
def test_empty_cells(sheet: Sheets, row: Row, rules: str) -> None:
    sheet().holds_in_text(row, rules)


@pytest.mark.parametrize("rules", RULES)
def test_a_column_that_is_empty_but_named(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text(COLUMN_EMPTY, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", GROUPS.values(), ids=GROUPS)
def test_rows_in_groups(sheet: Sheets, row: Row, rules: str) -> None:
    sheet().holds_in_text(row, rules)


def test_a_group_title_in_a_cell_of_its_own_spans_the_row(sheet: Sheets) -> None:
    sheet().holds_in_text((BANDS, {"widths": (150, 70, 70)}), "grid")


def test_a_last_row_that_is_one_cell_stays_a_row(sheet: Sheets) -> None:
    sheet().holds_in_text((NOTE_ROW, {"widths": (150, 70, 70)}), "grid")


def test_a_label_in_a_cell_of_its_own_spans_its_rows(sheet: Sheets) -> None:
    sheet().holds_in_text((STATES, {}), "grid")


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("gap", [5, 8, 40])
def test_narrow_and_wide_gaps_between_columns(sheet: Sheets, rules: str, gap: int) -> None:
    sheet().holds_in_text((DATES, {"gap": gap}), rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("size", [5, 8, 14])
def test_type_of_any_size(sheet: Sheets, rules: str, size: int) -> None:
    sheet().holds_in_text((WRAPPING["labels wrap"][0], {"size": size, "pad": size / 4}), rules)


MONTHS = ["July", "August", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb", "March", "April", "May", "June"]
FOURTEEN = "\n".join(
    [
        " | ".join(["Fund", *MONTHS, "Total"]),
        "===",
        *(
            " | ".join([name, *(str(7 * k + n) for n in range(12)), str(900 + k)])
            for k, name in enumerate("ABCDEFGH", 3)
        ),
    ]
)


@pytest.mark.parametrize("rules", RULES)
def test_fourteen_columns(sheet: Sheets, rules: str) -> None:
    sheet().holds_in_text((FOURTEEN, {"size": 8, "gap": 10}), rules)


STREETS = "\n".join(
    [
        "Street | Length | Year",
        "===",
        *(f"Street {chr(65 + n % 26)}{n} | {n * 37 % 900 + 10} | {1950 + n}" for n in range(58)),
    ]
)


@pytest.mark.parametrize("rules", RULES)
def test_a_table_of_sixty_rows(sheet: Sheets, rules: str) -> None:
    sheet(y=40).holds_in_text((STREETS, {"size": 8, "pad": 0.8}), rules)


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("The supplier moved the trans- // former back", "The supplier moved the transformer back"),
        ("The down- // town cor- // ridor comes first", "The downtown corridor comes first"),
        ("A long- // term lease is sought", "A long-term lease is sought"),
        ("A three- // year lease is sought", "A three-year lease is sought"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(sheet: Sheets, drawn: str, read: str) -> None:
    """The column beside says ``former`` and ``down`` on the same lines; the paragraph says ``long-term``."""
    table = "Undertaking | Next step | Remark\n===\nQuay | {} | The former yard // is down // in June"
    page = sheet().text("Every long-term plan is here.").space(12)
    page.table(table.format(drawn), rules="grid")
    page.holds(shown(table.format(read)))
