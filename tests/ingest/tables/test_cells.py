"""What stands in cells: lines that wrap, signs beside figures, empty places, raised marks, many or tiny columns."""

from typing import Any

import pytest

from tests.ingest.tables.reading import Sheet, Sheets, shown

Row = tuple[str, dict[str, Any]]

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
    check(sheet(), row, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", FIGURES.values(), ids=FIGURES)
def test_figures(sheet: Sheets, row: Row, rules: str) -> None:
    check(sheet(), row, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", EMPTY.values(), ids=EMPTY)
def test_empty_cells(sheet: Sheets, row: Row, rules: str) -> None:
    check(sheet(), row, rules)


@pytest.mark.parametrize("rules", RULES)
def test_a_column_that_is_empty_but_named(sheet: Sheets, rules: str) -> None:
    check(sheet(), COLUMN_EMPTY, rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", MARKS.values(), ids=MARKS)
def test_raised_marks_are_kept_out_of_the_text(sheet: Sheets, row: Row, rules: str) -> None:
    page = sheet()
    page.table(row[0], rules=rules, **row[1])
    page.holds(shown(row[0].replace("{2,3}", "{2}{3}")))


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("row", GROUPS.values(), ids=GROUPS)
def test_rows_in_groups(sheet: Sheets, row: Row, rules: str) -> None:
    check(sheet(), row, rules)


def test_a_group_title_in_a_cell_of_its_own_spans_the_row(sheet: Sheets) -> None:
    check(sheet(), (BANDS, {"widths": (150, 70, 70)}), "grid")


def test_a_label_in_a_cell_of_its_own_spans_its_rows(sheet: Sheets) -> None:
    check(sheet(), (STATES, {}), "grid")


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("gap", [5, 8, 40])
def test_narrow_and_wide_gaps_between_columns(sheet: Sheets, rules: str, gap: int) -> None:
    check(sheet(), (FIGURES["dates and ranges"][0], {"gap": gap}), rules)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("size", [5, 8, 14])
def test_type_of_any_size(sheet: Sheets, rules: str, size: int) -> None:
    check(sheet(), (WRAPPING["labels wrap"][0], {"size": size, "pad": size / 4}), rules)


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
    check(sheet(), (FOURTEEN, {"size": 8, "gap": 10}), rules)


STREETS = "\n".join(
    [
        "Street | Length | Year",
        "===",
        *(f"Street {chr(65 + n % 26)}{n} | {n * 37 % 900 + 10} | {1950 + n}" for n in range(58)),
    ]
)


@pytest.mark.parametrize("rules", RULES)
def test_a_table_of_sixty_rows(sheet: Sheets, rules: str) -> None:
    check(sheet(y=40), (STREETS, {"size": 8, "pad": 0.8}), rules)


def check(page: Sheet, row: Row, rules: str) -> None:
    """Drawn between two paragraphs, the table alone is read."""
    page.text("The board hears of its funds and of the works of the Port once in every quarter of the year.")
    page.space(12)
    page.table(row[0], rules=rules, **row[1])
    page.space(14)
    page.text("Staff will return with the next report in the fall, after the auditor has seen the books.")
    page.holds(shown(row[0]))


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("The supplier moved the trans- // former back", "The supplier moved the transformer back"),
        ("The down- // town cor- // ridor comes first", "The downtown corridor comes first"),
        ("A long- // term lease is sought", "A long-term lease is sought"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(sheet: Sheets, drawn: str, read: str) -> None:
    """The column beside says ``former`` and ``down`` on the same lines; the paragraph says ``long-term``."""
    table = "Undertaking | Next step | Remark\n===\nQuay | {} | The former yard // is down // in June"
    page = sheet().text("Every long-term plan is here.").space(12)
    page.table(table.format(drawn), rules="grid")
    page.holds(shown(table.format(read)))
